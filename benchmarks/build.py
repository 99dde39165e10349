"""How long a build takes and how it grows, beside the same pages, macros expanded, under stock Material.

The generated site is the real one with its written chapter copied, records and all, as often as is needed: every
copy has sources, events, figures, documents and so on of its own, and pages with the very calls of the real pages. The
pages that list all records of a kind (places, sources, …) are emptied: they are single pages at any size.

Both sites are built in turn, each build in a process of its own; a ratio is one of medians.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

from benchmarks.common import Run, copy_project, middle, mkdocs, run, save, size, stock_project
from macros import loading
from macros.records import (
    Discussion,
    Document,
    Event,
    Figure,
    Position,
    Question,
    Record,
    Series,
    Source,
    WordDispute,
)

COPIED: tuple[type[Record], ...] = (
    Source, Event, Figure, Series, Document, Position, WordDispute, Question, Discussion)
"""Families of which every copy of the chapter has its own records; places, people, bodies and terms are shared, for
chapters speak of the same region."""
REFERENCES = {"id", "source", "sources", "chapter"}
"""Fields that hold ids of those families."""
LISTS = re.compile(r"\{\{ *(?:gazetteer|people|glossary|documents|figures|source_index)\(\) *\}\}")
CALLS = {"figures": "figure_box", "documents": "document", "series": "chart"}
"""What shows a record that only an emptied list has shown; folder of its records → macro."""
MARK = "-copy-0000"
"""What is added to an id in a copy; the number is filled in last."""


class Copier:
    """Writes copies of the written chapter into a project."""

    def __init__(self, project: Path) -> None:
        self.data, self.docs = project / "data", project / "docs"
        self.chapters: list[dict[str, Any]] = read(self.data / "chapters.yml")
        self.chapter = next(one for one in self.chapters if one.get("sections"))
        self.ids = {self.chapter["id"]}
        files = [path for model in COPIED for path in sorted(self.data.glob(model.files))]
        read_files = {path: read(path) for path in files}
        tables = {path: path.read_text(encoding="utf-8") for path in sorted(self.data.glob("series/*.csv"))}
        folder = self.docs / self.chapter["id"]
        texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))}
        typed = read_text([*files, *tables, *texts])
        uses = Counter(re.findall(r"[a-z0-9]+(?:[-.][a-z0-9]+)*", typed))
        for path, records in read_files.items():
            if isinstance(records, list):  # a source that only a shared record cites would have no use in a copy
                records[:] = [one for one in records if path.parent.name != "sources" or uses[one["id"]] > 1]
            self.ids |= {one["id"] for one in (records if isinstance(records, list) else [records])}
        self.records = {path: dump(self.renamed(records)) for path, records in read_files.items() if records}
        for path, table in tables.items():
            self.records[path] = re.sub(r"[^,\n]+", lambda cell: self.id(cell[0]), table)
        self.pages = {path: self.page(text) for path, text in texts.items()}

    @property
    def sections(self) -> int:
        """How many sections the chapter has."""
        return len(self.chapter["sections"])

    def id(self, text: str) -> str:
        return text + MARK if text in self.ids else text

    def renamed(self, value: Any, name: str = "") -> Any:
        """A value of a record with the ids in it marked."""
        if isinstance(value, dict):
            return {key: self.renamed(one, key) for key, one in value.items()}
        if isinstance(value, list):
            return [self.renamed(one, name) for one in value]
        if not isinstance(value, str):
            return value
        return self.id(value) if name in REFERENCES else self.linked(value)

    def linked(self, text: str) -> str:
        """A text with the ids in its `[[family:id]]` marked."""
        return re.sub(r"(?<=\[\[)(\w+:[a-z0-9-]+)", lambda match: self.of_family(match[1]), text)

    def of_family(self, reference: str) -> str:
        """`document:icj-order-180` marked, `place:lachin-corridor` as it is: places are shared."""
        family, _, wanted = reference.partition(":")
        return f"{family}:{self.id(wanted)}" if family in {model.family for model in COPIED} else reference

    def page(self, text: str) -> str:
        """A page with the ids in its calls and front matter marked."""
        text = re.sub(r"(?m)^(words: *)([a-z0-9-]+)", lambda match: match[1] + self.id(match[2]), text)
        return re.sub(r"\{\{ *(?!map|name|person|term)\w+\(.*?\}\}", self.call, self.linked(text), flags=re.DOTALL)

    def call(self, match: re.Match[str]) -> str:
        """A macro call with the ids among its arguments marked."""
        return re.sub(r'(?<=")[^"]+(?=")', self.argument, match[0])

    def argument(self, match: re.Match[str]) -> str:
        """`document:icj-order-180`, `blockade/two-roads.md` or a plain id, marked."""
        if ":" in match[0]:
            return self.of_family(match[0])
        folder, slash, rest = match[0].partition("/")
        return self.id(folder) + slash + rest

    def write(self, number: int) -> None:
        """Add the copy of that number."""
        mark = f"-copy-{number:04}"
        for path, text in self.records.items():
            alone = path.parent == self.data
            to = path if alone else path.with_stem(path.stem + mark)
            with to.open("a", encoding="utf-8") as out:
                out.write(("\n" if alone else "") + text.replace(MARK, mark))
        chapter = {**self.chapter, "id": self.chapter["id"] + mark, "number": len(self.chapters) + number,
                   "title": f"{self.chapter['title']}, copy {number}"}
        with (self.data / "chapters.yml").open("a", encoding="utf-8") as out:
            out.write("\n" + dump([chapter]))
        folder = self.docs / chapter["id"]
        folder.mkdir()
        for path, text in self.pages.items():
            (folder / path.name).write_text(text.replace(MARK, mark), encoding="utf-8")


def read(path: Path) -> Any:
    """The values of a file, read as the project reads them (dates stay text)."""
    node = yaml.compose(path.read_bytes(), Loader=yaml.CSafeLoader)
    return loading.build(node, str(path), "", {})[0] if node else []


def read_text(paths: Iterable[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def dump(value: Any) -> str:
    text: str = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return text


def show_unshown(project: Path) -> None:
    """Call, in the overview of the written chapter, the records that only the emptied lists have shown."""
    chapter = next(one for one in read(project / "data" / "chapters.yml") if one.get("sections"))
    pages = read_text(sorted((project / "docs" / chapter["id"]).glob("*.md")))
    calls = []
    for folder, macro in CALLS.items():
        for path in sorted(project.glob(f"data/{folder}/*.yml")):
            typed = read(path)
            for record in typed if isinstance(typed, list) else [typed]:
                called = rf'{macro.removesuffix("_box")}(?:_box)?\("{re.escape(record["id"])}"'
                if not re.search(called, pages):
                    calls.append(f'{{{{ {macro}("{record["id"]}") }}}}\n\n')
    overview = project / "docs" / chapter["id"] / "index.md"
    text = overview.read_text(encoding="utf-8")
    overview.write_text(text.replace("{{ sources() }}", "".join(calls) + "{{ sources() }}"), encoding="utf-8")


def generate(project: Path, sections: int) -> int:
    """Copy the chapter until there are at least so many sections; how many there are then."""
    for path in project.glob("docs/**/*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(LISTS.sub("", text), encoding="utf-8")
    show_unshown(project)
    copier = Copier(project)
    copies = -(-sections // copier.sections)
    for number in range(1, copies):
        copier.write(number)
    return copies * copier.sections


def measure(sections: int, runs: int) -> dict[str, Any]:
    """Build both sites of a size in turn, `runs` times each."""
    with tempfile.TemporaryDirectory(prefix="nk-build-") as folder:
        made: list[int] = []
        ours = copy_project(Path(folder) / "ours", lambda project: made.append(generate(project, sections)))
        stock = stock_project(ours, Path(folder) / "stock", same_navigation=True)
        results: dict[str, list[Run]] = {"ours": [], "stock": []}
        for turn in range(runs):
            for name in sorted(results, reverse=bool(turn % 2)):
                project = {"ours": ours, "stock": stock}[name]
                shutil.rmtree(project / "site", ignore_errors=True)
                results[name].append(run(mkdocs("build", "--strict" if name == "ours" else "--no-strict"), project))
        data = [run([sys.executable, "-c", "from pathlib import Path; from macros import library; "
                     "library.read(Path('data'))"], ours) for _ in range(min(runs, 3))]
        middles = {name: middle(found) for name, found in results.items()}
        return {
            "sections": made[0], "runs": runs, "ratio": round(middles["ours"].wall / middles["stock"].wall, 2),
            "ratio_cpu": round(middles["ours"].cpu / middles["stock"].cpu, 2),
            **{name: {key: round(value, 2) for key, value in asdict(one).items()} for name, one in middles.items()},
            "data": {key: round(value, 2) for key, value in asdict(middle(data)).items()},
            "site_mb": {name: round(size(project / "site"), 1) for name, project in (("ours", ours), ("stock", stock))},
        }


def line(figures: dict[str, Any]) -> str:
    ours, stock, data = figures["ours"], figures["stock"], figures["data"]
    return (f"{figures['sections']:>8} {ours['wall']:>8.1f} {stock['wall']:>8.1f} {figures['ratio']:>6.2f} "
            f"{ours['cpu']:>8.1f} {stock['cpu']:>8.1f} {figures['ratio_cpu']:>6.2f} {data['cpu']:>8.1f} "
            f"{ours['peak']:>8.0f} {stock['peak']:>8.0f} {figures['site_mb']['ours']:>8.1f}")


HEAD = ("sections     ours    stock  ratio      ours    stock  ratio     data     ours    stock     site\n"
        "            s, clock          s, processor             s, cpu    peak, MB               MB")


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.build", description=__doc__)
    parser.add_argument("--sizes", default="100,500,2000", help="numbers of sections (default %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="builds of each site; above 500 sections always one")
    parser.add_argument("--save", action="store_true", help="keep the figures in benchmarks/figures/build.json")
    options = parser.parse_args(arguments)
    sizes = sorted(int(one) for one in options.sizes.split(","))
    print(HEAD)
    results = []
    for sections in sizes:
        results.append(measure(sections, options.runs if sections <= 500 else 1))
        print(line(results[-1]), flush=True)
    figures: dict[str, Any] = {"results": results}
    if len(results) > 1:
        small, large = results[0], results[-1]
        figures["growth"] = {key: round(large["ours"][key] / small["ours"][key], 1) for key in ("wall", "cpu")}
        wall, cpu = figures["growth"].values()
        print(f"growth of ours from {small['sections']} to {large['sections']} sections: "
              f"{wall} times by the clock, {cpu} times in processor time")
    if options.save:
        save("build", figures)


if __name__ == "__main__":
    main(sys.argv[1:])
