"""Dated events."""

from __future__ import annotations

import pytest

from macros import dates
from macros.faults import ViewFault
from macros.views.timeline import chapter_timeline, month, short_dates, timeline_strip
from tests.views.tiny import Typed, place, tiny_page


def event(wanted: str, date: str, **fields: object) -> Typed:
    return {"id": wanted, "date": date, "title": f"Title of {wanted}", "label": f"Label {wanted}",
            "chapter": "blockade", "summary": f"Summary < of {wanted}.", "status": "established",
            "sources": ["a"], **fields}


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
    listing = page.site.pages["explore/timeline.md"]
    page.site.pages["explore/timeline.md"] = type(listing)(
        listing.path, listing.meta, '{{ chapter_timeline("blockade") }}', 5)
    made = timeline_strip(page, "2022-12-12-noon", "2023-01-05-later", title="Two")
    assert 'href="../explore/timeline.html#2022-12-12-noon"' in made
    assert "blockade/index" not in made


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
