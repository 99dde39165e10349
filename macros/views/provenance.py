"""Where a page comes from: edition, corrections, where to report an error, and all sources."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from markupsafe import Markup

from ..faults import ViewFault
from ..records import LANGUAGES, ORIGINS, Correction, Shelf, Source
from . import SHELVES, Page, explore
from .citation import links

EDIT = "edit/main/docs/"
"""Where a file is edited below the repository's address. `edit_uri` in mkdocs.yml is empty: the link is made here."""
REPORT_FORM = "1-correction.yml"
"""The issue form in `.github/ISSUE_TEMPLATE/`; its field `page` is filled from the address."""


def report_address(page: Page) -> str:
    """The issue form with page and edition filled in; empty while there is no repository."""
    if not page.site.repository:
        return ""
    query = urlencode({"template": REPORT_FORM, "page": f"{page.path}, edition {page.library.edition.id}"})
    return f"{page.site.repository.rstrip('/')}/issues/new?{query}"


def edit_address(page: Page) -> str:
    """Where the page's file is edited; empty while there is no repository."""
    return f"{page.site.repository.rstrip('/')}/{EDIT}{quote(page.path)}" if page.site.repository else ""


def corrections(page: Page) -> list[Correction]:
    """What was mended on the page since the first edition, newest first."""
    found = [one for one in page.library.all(Correction) if one.page == page.path]
    return sorted(found, key=lambda one: (one.on.first_day, one.id), reverse=True)


def source_index(page: Page, kind: Shelf) -> Markup:
    """The works of media of the region, of other media, or all others, with how far we saw them and what cites them.

        {{ source_index("media") }} {{ source_index("world-media") }} {{ source_index("others") }}
    """
    if kind not in SHELVES:
        raise ViewFault(f'lists {", ".join(SHELVES)}; "{kind}" is none of them')
    def title(one: Source) -> tuple[str, str]:
        return (one.title or one.description or "").casefold(), one.id

    groups: dict[str, list[Source]] = {}
    found = sorted((one for one in page.library.all(Source) if one.shelf == kind), key=title)
    for source in found:
        groups.setdefault(ORIGINS[source.origin], []).append(source)
    used, pages = explore.uses(page), _citing_pages(page)
    frame = explore.Listing(SHELVES[kind].removeprefix("explore/").removesuffix(".md"), "works", len(found), [
        explore.facet("seen", "How far we saw it", SEEN, ([_seen(one)] for one in found)),
        explore.facet("origin", "Origin", dict(sorted(ORIGINS.items(), key=lambda one: one[1])),
                      ([one.origin] for one in found), fold=True),
        explore.facet("kind", "Kind", {kind: kind.replace("-", " ").capitalize() for kind in sorted(map(_kind, found))},
                      ([_kind(one)] for one in found), fold=True),
        explore.facet("language", "Language", LANGUAGES, ([one.language] for one in found)),
    ])
    return explore.listing(page, frame, page.render(
        "source-index", groups=sorted(groups.items()), links=links, seen_key=_seen, kind_key=_kind,
        uses={one.id: [*pages.get(one.id, []), *used.get(one.id, [])] for one in found}))


SEEN: dict[str, str] = {
    "opened": "Opened", "stored-copy": "Read in a stored copy", "not-opened": "Not opened by us",
}


def _seen(source: Source) -> str:
    return source.checked.how.replace(" ", "-")


def _kind(source: Source) -> str:
    return source.kind.replace(" ", "-")


def _citing_pages(page: Page) -> dict[str, list[tuple[str, str]]]:
    """Source id → pages that cite it themselves: title and link."""
    found: dict[str, list[tuple[str, str]]] = {}
    known = page.library.records["source"]
    for path, one in page.site.pages.items():
        for wanted in page.site.cited_in(path):
            if wanted in known:
                found.setdefault(wanted, []).append((one.meta.title, page.href(path)))
    return found
