"""`python -m macros`: every fault of the data and the pages, in seconds, without building."""

from __future__ import annotations

import sys
from pathlib import Path

from . import all_faults
from .library import read


def main(root: Path) -> int:
    """Print the faults; 0 when there are none, else 1."""
    faults = all_faults(root, root / "docs")
    for fault in faults:
        print(fault, file=sys.stderr)
    records = sum(len(family) for family in read(root / "data")[0].records.values())
    found = "no fault" if not faults else "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    print(f"{records} records checked, {found}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent.parent))
