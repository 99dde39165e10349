"""What must hold for every page of the built site: small rules, each giving the places where it is broken."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

LOADING = {"link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src", "use": "href",
           "object": "data", "video": "src", "audio": "src", "embed": "src", "input": "src", "image": "href"}
"""Elements that make the browser fetch something, and the attribute that says what."""

NOT_FETCHED = {"canonical", "alternate", "license", "prev", "next"}
"""What a `link` names without loading it."""

REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "headers", "list")

HOME_OF_SCRIPT = {"hy": re.compile("[\u0530-\u058f\ufb13-\ufb17]"), "ru": re.compile("[\u0400-\u052f]"),
                  "az": re.compile("[əƏ]")}
"""Letters that English does not write, by the language of this site that does."""

ALSO_WRITES = {"ru": {"bg", "uk"}, "az": {"de", "fi", "fr", "it", "nl", "tr"}}
"""Other languages in which such letters stand: of their own, or in a foreign name within a title."""

LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\[\[|\]\]|\{ ?[.#:][\w-]|[\ue000-\uf8ff]|Markup\(|^\s*None\s*$")
"""Macro braces, record references, attribute lists, the tokens of the assembly, and Python values in the text."""


@dataclass(frozen=True)
class BuiltPage:
    """One page of the site: its path below the folder, and its markup as a browser reads it."""

    name: str
    html: str = field(repr=False)

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(node.attributes["id"] or "" for node in self.tree.css("[id]"))

    @cached_property
    def prose(self) -> str:
        """The text that search may find, with single spaces."""
        tree = LexborHTMLParser(self.html)
        for node in tree.css("[data-search-exclude], script, style"):
            node.decompose(recursive=True)
        return words(tree.css_first("article"))


def read(site: Path) -> dict[str, BuiltPage]:
    """Every page below `site` by its path."""
    paths = sorted(site.rglob("*.html"))
    names = [path.relative_to(site).as_posix() for path in paths]
    return {name: BuiltPage(name, path.read_text(encoding="utf-8")) for name, path in zip(names, paths, strict=True)}


def words(node: LexborNode | None) -> str:
    """The text below a node with single spaces."""
    return " ".join(node.text(separator=" ").split()) if node else ""


def shown(node: LexborNode) -> str:
    """A start tag, shortened, for a message."""
    return re.sub(r"\s+", " ", (node.html or "").partition(">")[0])[:120] + ">"


def above(node: LexborNode) -> Iterator[LexborNode]:
    """A node and those around it, from inside out."""
    one: LexborNode | None = node
    while one is not None:
        yield one
        one = one.parent


def has(node: LexborNode, attribute: str, value: str | None = None) -> bool:
    """Whether the node or one around it has the attribute (with that value)."""
    found = (one.attributes.get(attribute, "") for one in above(node) if attribute in one.attributes)
    return any(value is None or value == one for one in found)


def texts(page: BuiltPage) -> Iterator[tuple[str, LexborNode]]:
    """Every run of text that is read, and the element that holds it."""
    for node in page.tree.root.traverse(include_text=True) if page.tree.root else ():
        if node.is_text_node and node.parent and node.parent.tag not in ("script", "style", "title"):
            yield node.text(deep=False), node.parent


# --- links ------------------------------------------------------------------------------------------------------------


def broken_links(page: BuiltPage, site: Path, pages: Mapping[str, BuiltPage]) -> Iterator[str]:
    """Links inside the site that lead nowhere, or work only at the root of a server."""
    for node in page.tree.css("[href], [src]"):
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        if parts.path.startswith("/") and page.name != "404.html":
            yield f"{page.name}: {address} does not work from disk"
            continue
        folder = posixpath.dirname(page.name)
        target = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else page.name
        target = target.lstrip("/")
        if not (site / target).is_file():
            yield f"{page.name}: {address} names no file"
        elif parts.fragment and unquote(parts.fragment) not in pages[target].ids:
            yield f"{page.name}: {address} names no place in that page"


def loads_from_outside(page: BuiltPage) -> Iterator[str]:
    """What the browser would fetch from another host when it opens the page."""
    for tag, attribute in LOADING.items():
        for node in page.tree.css(f"{tag}[{attribute}]"):
            kind = set((node.attributes.get("rel") or "").split())
            if not (tag == "link" and kind and kind <= NOT_FETCHED) and is_outside(node.attributes[attribute] or ""):
                yield f"{page.name}: {shown(node)} is loaded from outside"
    for node in page.tree.css("style, [style]"):
        yield from css_from_outside(page.name, node.attributes.get("style") or node.text())


def css_from_outside(name: str, css: str) -> Iterator[str]:
    """What a style sheet would fetch from another host."""
    for match in re.finditer(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""", css):
        if is_outside(match[1]):
            yield f"{name}: {match[1]} is loaded from outside"


def is_outside(address: str) -> bool:
    """Whether an address leaves the folder of the site."""
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or parts.scheme not in ("", "data")


def misplaced_links(page: BuiltPage, allowed: str) -> Iterator[str]:
    """Links to other sites beyond those that the selector `allowed` finds, and links that tell where the reader
    comes from."""
    may = {node.mem_id for node in page.tree.css(allowed)}
    for node in page.tree.css("a[href]"):
        if not is_outside(node.attributes["href"] or ""):
            continue
        if node.mem_id not in may:
            yield f"{page.name}: {shown(node)} leads outside and is no source"
        if "noreferrer" not in (node.attributes.get("rel") or "").split():
            yield f"{page.name}: {shown(node)} has no rel=noreferrer"


# --- structure --------------------------------------------------------------------------------------------------------


def bad_headings(page: BuiltPage) -> Iterator[str]:
    """Not exactly one first heading, a level left out on the way down, or a heading without words."""
    level = 0
    firsts = 0
    for node in page.tree.css("h1, h2, h3, h4, h5, h6"):
        deep = int((node.tag or "h1")[1])
        firsts += deep == 1
        if deep > level + 1:
            yield f'{page.name}: h{deep} "{words(node)}" follows h{level}'
        if not words(node):
            yield f"{page.name}: {shown(node)} is empty"
        level = deep
    if firsts != 1:
        yield f"{page.name}: {firsts} h1"


def bad_ids(page: BuiltPage) -> Iterator[str]:
    """Ids given twice, and references to ids that are not there."""
    for name, count in page.ids.items():
        if count > 1:
            yield f'{page.name}: id "{name}" stands {count} times'
    for attribute in REFERENCES:
        for node in page.tree.css(f"[{attribute}]"):
            for name in (node.attributes[attribute] or "").split():
                if name not in page.ids:
                    yield f'{page.name}: {shown(node)} refers to "{name}", which is not there'


def unnamed_pictures(page: BuiltPage) -> Iterator[str]:
    """Pictures that are neither described nor marked as decoration. What is inside a named picture or a named button is
    no part of what a screen reader reads."""
    for node in page.tree.css("img:not([alt])"):
        yield f"{page.name}: {shown(node)} has no alt"
    for node in page.tree.css("svg"):
        around = [one for one in above(node) if one.mem_id != node.mem_id]
        inside = any(
            one.tag == "svg" or (is_named(one) and (one.tag == "button" or is_picture(one))) for one in around
        )
        named = is_picture(node) and (is_named(node) or node.css_first("title"))
        if not (named or inside or has(node, "aria-hidden", "true")):
            yield f"{page.name}: {shown(node)} in {shown(node.parent or node)} is neither named nor hidden"


def is_picture(node: LexborNode) -> bool:
    return node.attributes.get("role") == "img"


def is_named(node: LexborNode) -> bool:
    return bool(node.attributes.get("aria-label") or node.attributes.get("aria-labelledby"))


def unmarked_languages(page: BuiltPage) -> Iterator[str]:
    """Runs of text in letters of another language whose element does not say so."""
    for text, node in texts(page):
        said = next((one.attributes["lang"] for one in above(node) if one.attributes.get("lang")), None)
        for language, letters in HOME_OF_SCRIPT.items():
            if letters.search(text) and said not in {language, *ALSO_WRITES.get(language, ())}:
                yield f'{page.name}: "{text.strip()[:60]}" in {shown(node)} is marked {said}, not {language}'


def left_overs(page: BuiltPage) -> Iterator[str]:
    """Traces of the build in the text."""
    for text, node in texts(page):
        found = LEFT_OVER.search(text)
        if found and not any(one.tag in ("code", "pre") for one in above(node)):
            yield f'{page.name}: "{found[0]}" in "{text.strip()[:60]}"'


# --- search -----------------------------------------------------------------------------------------------------------


def searchable(page: BuiltPage) -> Iterator[str]:
    """Tables and quizzes that search would index."""
    for node in page.tree.css("table, form[data-nk-quiz]"):
        if not has(node, "data-search-exclude"):
            yield f'{page.name}: {shown(node)} "{words(node)[:40]}" is not kept out of search'


def index_texts(site: Path) -> dict[str, str]:
    """The text that search holds for each page, with single spaces and without markup."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    texts: dict[str, list[str]] = {}
    for entry in index["docs"]:
        texts.setdefault(entry["location"].partition("#")[0], []).append(f"{entry['title']} {entry['text']}")
    return {name: words(LexborHTMLParser(" ".join(parts)).body) for name, parts in texts.items()}


def indexed(page: BuiltPage, text: str) -> Iterator[str]:
    """What is excluded from search and is in it all the same, but for the title; `text` is all that search holds of the
    page."""
    held = "".join(text.split())
    meant = "".join(f'{words(page.tree.css_first("h1"))} {page.prose}'.split())
    for run, node in texts(page):
        said = "".join(run.split())
        if len(said) > 16 and said in held and said not in meant and has(node, "data-search-exclude"):
            yield f'{page.name}: search holds "{run.strip()[:60]}"'


# --- navigation -------------------------------------------------------------------------------------------------------


def foreign_entries(page: BuiltPage, own: set[str]) -> Iterator[str]:
    """What the chapter list of a page names beside the pages of its chapter, and what it leaves out."""
    listed = set()
    for node in page.tree.css("nav.nk-side a, .nk-fold a"):
        address = node.attributes.get("href") or ""
        path = urlsplit(address).path
        listed.add(posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)) if path else page.name)
    for name in sorted(listed - own):
        yield f"{page.name}: its list of pages names {name}"
    for name in sorted(own - listed):
        yield f"{page.name}: its list of pages lacks {name}"
