"""The start page: the chapters on one scale of time, what can be looked up, one town in all its forms, ways on."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from .. import site
from ..faults import ViewFault
from ..records import Place, PlaceId
from . import Page
from .name import english_forms, order_rule, rows


@dataclass(frozen=True)
class Entry:
    """A page that the start page offers once it exists."""

    path: str
    icon: str
    title: str
    says: str


LOOK_UP = (
    Entry("explore/timeline.md", "timeline-text-outline", "Timeline", "Every dated event, by chapter and place"),
    Entry("explore/map.md", "map-clock-outline", "Map through time", "Who held what, date by date, doubt drawn in"),
    Entry("explore/figures.md", "counter", "Figures", "Each number with every rival count beside it"),
    Entry("explore/series.md", "timeline-text-outline", "Charts", "Counts over time, each with its table and sources"),
    Entry("explore/evidence-clock.md", "history", "Evidence clock", "What was public by a day, and what still a claim"),
    Entry("explore/positions.md", "scale-balance", "Positions", "Who says what on each disputed question"),
    Entry("explore/two-accounts.md", "format-quote-close", "Two accounts", "Opposed official claims, side by side"),
    Entry("explore/documents.md", "file-document-outline", "Documents", "Statements and orders, article by article"),
    Entry("explore/people.md", "account-outline", "People", "Offices held and when, in one line each"),
    Entry("explore/places.md", "map-marker-outline", "Places", "Every form of a name, in every script"),
    Entry("explore/topics.md", "book-open-page-variant-outline", "Topics", "Roles, arguments and patterns over years"),
    Entry("explore/close-reading.md", "magnify", "Reading one article closely", "Its claims taken apart, one by one"),
    Entry("explore/words.md", "message-alert-outline", "Words in dispute", "Who uses which word, and what we write"),
    Entry("explore/glossary.md", "book-alphabet", "Glossary", "Terms in plain words, and who uses them"),
    Entry("explore/sources.md", "bookshelf", "Sources", "Who published it, where, and whether we could open it"),
    Entry("explore/open-points.md", "help-circle-outline", "What we don’t know", "Open points that anybody may settle"),
    Entry("explore/balance.md", "scale-balance", "Balance", "What each chapter gives both sides, counted"),
)
"""In the order of the grid."""


def start_here(page: Page) -> Markup:
    """Buttons to the first chapter that can be read, to the whole in short, and to the account of how the site is made.

        {{ start_here() }}
    """
    readable = [chapter for chapter in site.for_theme(page.library, page.site)["chapters"] if chapter["pages"]]
    return page.render("home-start", chapter=next(iter(readable), None),
                       story=_existing(page, "whole-story.md"), method=_existing(page, "about/method.md"))


def chapters(page: Page) -> Markup:
    """Every chapter with its question, its time on one scale, its length, and a link once it has pages.

        {{ chapters() }}
    """
    return page.render("home-chapters", chapters=site.for_theme(page.library, page.site)["chapters"],
                       start=site.TIMELINE_START.year)


def look_up(page: Page) -> Markup:
    """The lists and tables that exist so far.

        {{ look_up() }}
    """
    level = 3 if page.source.meta.layout == "home" else 2
    entries = [entry for entry in LOOK_UP if entry.path in page.site.pages]
    return page.render("home-look-up", level=level, entries=entries)


def all_forms(page: Page, place: PlaceId) -> Markup:
    """The forms of one place's name, a cell for each language, and the rule that orders the English pair today.

        {{ all_forms("stepanakert") }}
    """
    record = page.library.get(Place, place)
    today = page.library.edition.checked_to
    page.used.add(f"place:{place}")
    found = rows(record.names, english_forms(record, today))
    if len(found) < 2:
        raise ViewFault(f'place "{place}" has its name in one language only')
    return page.render("home-forms", rows=found, rule=order_rule(record, today))


def ways_on(page: Page) -> Markup:
    """Where teachers, readers without a network, and readers who found a mistake go next.

        {{ ways_on() }}
    """
    return page.render("home-ways-on", paths={name: _existing(page, path) for name, path in (
        ("teach", "teach/index.md"), ("offline", "offline/index.md"), ("report", "about/corrections.md"))})


def _existing(page: Page, path: str) -> str | None:
    """The address of a page that exists; None while it does not."""
    return page.href(path) if path in page.site.pages else None
