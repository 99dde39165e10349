"""Dated events."""

from __future__ import annotations

from itertools import pairwise

import pytest

from macros import dates
from macros.faults import ViewFault
from macros.records import Event
from macros.views.timeline import (
    bars,
    chapter_timeline,
    day_words,
    group_label,
    in_order,
    month,
    short_dates,
    timeline,
    timeline_strip,
)
from tests.views.tiny import LISTS, count, event, figure, place, source, tiny_page

ACCOUNTS = [{"by": ["armenia"], "voice": "Foreign Ministry", "says": "It was *planned*.", "sources": ["b"]},
            {"by": ["azerbaijan", "russia"], "says": "It was not.", "not_read": True}]
EVENTS = [event("2023-01-05-later", "2023-01-05"), event("2022-12-12-noon", "2022-12-12T12"),
          event("2022-12-12-morning", "2022-12-12T08:30", status="disputed", accounts=ACCOUNTS)]


def test_a_strip_runs_in_the_order_of_time_whatever_was_typed() -> None:
    page = tiny_page(event=EVENTS)
    made = timeline_strip(page, *(one["id"] for one in EVENTS), title="Three & one", current="2022-12-12-noon")
    assert made.striptags() == ("Three & one 12 Dec 2022 Label 2022-12-12-morning 12 Dec Label 2022-12-12-noon "
                                "5 Jan 2023 Label 2023-01-05-later")
    assert made.count("aria-current") == 1
    assert '<time datetime="2022-12-12T12:00">' in made
    assert "<a " not in made
    assert page.used == {f"event:{one['id']}" for one in EVENTS}


def test_a_strip_links_to_the_list_of_its_chapter_where_there_is_one() -> None:
    page = tiny_page(others=("blockade/index.md", "explore/timeline.md"), event=EVENTS)
    made = timeline_strip(page, "2022-12-12-noon", "2023-01-05-later", title="Two")
    assert 'href="../explore/timeline.html#2022-12-12-noon"' in made
    overview = page.site.pages["blockade/index.md"]
    page.site.pages["blockade/index.md"] = type(overview)(
        overview.path, overview.meta, '{{ chapter_timeline("blockade") }}', 5)
    made = timeline_strip(page, "2022-12-12-noon", "2023-01-05-later", title="Two")
    assert 'href="index.html#2022-12-12-noon"' in made


@pytest.mark.parametrize(("ids", "current", "message"), [
    (("2022-12-12-noon",), None, "at least two"),
    (("2022-12-12-noon", "2023-01-05-latter"), None, 'did you mean "2023-01-05-later"'),
    (("2022-12-12-noon", "2023-01-05-later"), "2022-12-12-morning", "not among")])
def test_a_strip_asked_wrongly(ids: tuple[str, ...], current: str | None, message: str) -> None:
    with pytest.raises(ViewFault, match=message):
        timeline_strip(tiny_page(event=EVENTS), *ids, title="T", current=current)


def test_a_chapter_runs_by_month_with_accounts_and_status() -> None:
    page = tiny_page(event=[*EVENTS, event("elsewhere", "2023-02-01", chapter="other")])
    made = chapter_timeline(page, "blockade")
    text = made.striptags()
    order = [text.index(part) for part in ("December 2022", "Title of 2022-12-12-morning", "Title of 2022-12-12-noon",
                                           "January 2023", "Title of 2023-01-05-later")]
    assert order == sorted(order)
    assert "Title of elsewhere" not in text
    assert "Armenia: Foreign Ministry It was planned.2" in text
    assert "Azerbaijan; Russia: It was not. No text of this statement was read" in text
    assert made.count("nk-notice--disputed") == 1
    assert "Summary &lt; of" in made
    assert '<h4 id="2022-12-12-noon">' in made


def test_places_of_an_event_are_linked() -> None:
    page = tiny_page(others=("explore/places.md",), place=[place("shusha", "Shushi", "Shusha")],
                     event=[event("one", "2023-01-05", places=["shusha"])])
    assert 'href="../explore/places.html#shusha"' in chapter_timeline(page, "blockade")


def test_a_chapter_without_events_is_a_fault() -> None:
    with pytest.raises(ViewFault, match='no event belongs to the chapter "blockade"'):
        chapter_timeline(tiny_page(), "blockade")
    with pytest.raises(ViewFault, match='no chapter "blokade"'):
        chapter_timeline(tiny_page(), "blokade")


def test_months_and_short_dates() -> None:
    typed = ["2022", "2022-12-12T10/2023-01-02", "2022-12", "2023-04-23"]
    whens = [dates.parse(one) for one in typed]
    assert [month(one) for one in whens] == ["2022", "December 2022", "December 2022", "April 2023"]
    assert short_dates(whens) == ["2022", "12 Dec", "Dec", "23 Apr 2023"]


# --- every event ---

OTHERS = (*LISTS, "explore/figures.md", "explore/places.md", "blockade/courts.md")


def test_every_event_by_year_with_what_is_known_of_it() -> None:
    page = tiny_page(
        "explore/timeline.md", {"layout": "explore"}, others=OTHERS,
        source=[source("own", origin="nk-authorities"), source("theirs", origin="azerbaijan-official")],
        event=[*EVENTS, event("1905-bloodshed", "1905", kind="fighting", sources=["own", "theirs"])],
        figure=[figure("dead", count("one", 5), event="1905-bloodshed")])
    told = page.site.pages["blockade/courts.md"]
    page.site.pages["blockade/courts.md"] = type(told)(
        told.path, told.meta, '{{ timeline_strip("2022-12-12-noon", "2023-01-05-later") }}', 5)
    made = timeline(page)
    text = " ".join(made.striptags().split())
    order = [text.index(part) for part in ("1900s 1 event", "2022 2 events", "Title of 2022-12-12-morning",
                                           "Title of 2022-12-12-noon", "2023 1 event", "12 Dec Mon", "5 Jan Thu")]
    assert order[:3] == sorted(order[:3])
    assert 'data-kind="fighting" data-published="azerbaijan nk" data-place="" data-from="1905-01-01" ' \
           'data-to="1905-12-31"' in made
    assert "2 sources: Azerbaijan, NK de facto authorities" in text
    assert '<a href="figures.html#box-dead">Title of dead</a>' in made
    assert '<a href="../blockade/courts.html">Page blockade/courts.md</a>, 2 min' in made
    assert "2 accounts" in text
    assert page.used >= {"event:1905-bloodshed", "source:own"}
    assert not page.cited


def records(*days: str) -> list[Event]:
    return in_order(Event.model_validate(event(f"e-{number}", day)) for number, day in enumerate(days))


def test_bars_count_by_half_years_decades_and_the_time_before() -> None:
    made = bars(records("1828-02-10", "1905", "1988-02-20", "1988-02-27", "1988-12"))
    assert [(bar.first.isoformat(), bar.last.isoformat(), bar.events) for bar in made if bar.events] == [
        ("1828-01-01", "1899-12-31", 1), ("1900-01-01", "1909-12-31", 1), ("1988-01-01", "1988-06-30", 2),
        ("1988-07-01", "1988-12-31", 1)]
    assert [bar.label for bar in made if bar.label] == ["1900", "1950", "1988"]
    assert sum(bar.events for bar in made) == 5
    assert all(after.first > before.last for before, after in pairwise(made))
    assert bars([]) == []


@pytest.mark.parametrize(("date", "label", "day"), [
    ("1828", "Before 1900", "1828"), ("1905-02", "1900s", "Feb 1905"), ("1988-02-20", "1988", "20 Feb"),
    ("2022", "2022", "2022"), ("2022-12-12T10:30", "2022", "12 Dec"), ("2022-12-07/2022-12-10", "2022", "7–10 Dec"),
    ("2022-12-12/2023-02-01", "2022", "12 Dec 2022 – 1 Feb 2023"), ("2024-04/..", "2024", "since Apr")])
def test_where_an_event_stands_and_how_its_day_is_written(date: str, label: str, day: str) -> None:
    (one,) = records(date)
    assert group_label(one) == label
    assert day_words(one.date) == day
