"""How long the records take to load and check, each time in a process of its own."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.common import ROOT, run, save

LIMIT = 3.0
"""Seconds by the clock for all records, cold, in one process."""
LOAD = f"""
from pathlib import Path
from macros import library
records, faults = library.read(Path({str(ROOT / "data")!r}))
assert not faults, faults[0]
print(sum(map(len, records.records.values())))
"""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--save", action="store_true", help="keep the figures in benchmarks/figures/")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = [run([sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}){LOAD}"], folder)
                for _ in range(options.runs)]
        records = int((folder / "log.txt").read_text(encoding="utf-8"))
    wall, cpu = (round(median(getattr(one, kind) for one in runs), 2) for kind in ("wall", "cpu"))
    print(f"{records:,} records: {wall} s by the clock, {cpu} s of the processor (limit {LIMIT:.0f} s)")
    if options.save:
        save("load", {"records": records, "wall": wall, "cpu": cpu, "limit": LIMIT})
    return int(wall > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
