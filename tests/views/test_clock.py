"""The evidence clock as a table by date, which is all that a reader without scripts sees."""

from __future__ import annotations

import re

import pytest

from macros.faults import ViewFault
from macros.records import Clock
from macros.views.clock import OUTCOMES, STANDINGS, evidence_clock, evidence_test, stops
from tests.views.tiny import LISTS, Typed, tiny_page


def entry(public: str, by: str = "armenia", **fields: object) -> Typed:
    return {"public": public, "by": [by], "standing": "claim", "text": f"Said < on {public}.", "sources": ["a"],
            **fields}


def stop(date: str, title: str) -> Typed:
    return {"date": date, "title": title, "access": f"Nobody on {date}.", "sources": ["b"]}


CLOCK: Typed = {
    "id": "road", "title": "The road", "chapter": "blockade", "question": "What can be said?", "intro": "Few saw it.",
    "stops": [stop("2023-02-01", "First"), stop("2023-02-10", "Second"), stop("2023-02-20", "Third")],
    "entries": [
        entry("2023-01-30"), entry("2023-02-01", "azerbaijan", access="Only guards."),
        entry("2023-02-02", standing="count", outcome="corrected", later="It was *fewer*.", later_on="2023-02-15"),
        entry("2023-02-10", "icrc", standing="observed"),
        entry("2023-02-10", "azerbaijan", outcome="open", later="Nobody knows."),
        entry("2023-02-11", dating="The report is of the next day."),
    ],
}


def test_entries_stand_under_the_stop_by_which_they_were_public() -> None:
    page = tiny_page(clock=[CLOCK])
    assert [len(one.entries) for one in stops(page.library.get(Clock, "road"))] == [2, 3, 1]
    made = evidence_clock(page, "road")
    parts = made.split('<section class="nk-clock__stop"')[1:]
    assert [len(re.findall(r"<tr role=\"row\" data-by", part)) for part in parts] == [2, 3, 1]
    assert [re.findall(r"<h3[^>]*><time[^>]*>(.*?)</time>: <span>(.*?)</span>", part)[0] for part in parts] == [
        ("1 February 2023", "First"), ("10 February 2023", "Second"), ("20 February 2023", "Third")]
    assert page.used == {"clock:road"}


def test_a_reader_without_scripts_sees_everything_and_no_dead_control() -> None:
    made = evidence_clock(tiny_page(clock=[CLOCK]), "road")
    form = made[made.index("<form"):made.index(">", made.index("<form"))]
    assert form.endswith(" hidden")
    text = re.sub(r"\s+", " ", made.replace(made[made.index("<form"):made.index("</form>")], "").striptags())
    assert "Corrected 15 Feb 2023: It was fewer." in text
    assert "Still open: Nobody knows." in text
    assert "Who could check: Only guards." in text
    assert "On the date: The report is of the next day." in text
    assert "Said &lt; on 2023-01-30." in made


def test_what_the_script_needs_stands_in_the_rows() -> None:
    made = evidence_clock(tiny_page(clock=[CLOCK]), "road")
    assert 'data-by="armenia" data-standing="count" data-outcome="corrected" data-later="2023-02-15"' in made
    assert 'data-by="azerbaijan" data-standing="claim" data-outcome="open">' in made
    assert re.findall(r'<option value="([a-z]+)">', made) == [
        "armenia", "azerbaijan", "icrc", "claim", "count", "observed"]
    assert 'max="2"' in made


def test_sources_are_named_among_lists() -> None:
    page = tiny_page("explore/evidence-clock.md", {"layout": "explore"}, LISTS, clock=[CLOCK])
    made = evidence_clock(page, "road")
    assert 'href="sources-world-media.html#a"' in made
    assert page.used == {"clock:road", "source:a", "source:b"}


def test_the_test_of_standing_is_printed_whole_and_names_no_speaker() -> None:
    made = evidence_test(tiny_page())
    for _, name, test in STANDINGS.values():
        assert name in made.striptags()
        assert test in made.striptags()
        assert not re.search("Armenia|Azerbaijan|Russia|authorit", test)
    pictures = [picture for picture, *_ in [*STANDINGS.values()]]
    assert len(set(pictures)) == len(pictures)
    assert len({picture for picture, _ in OUTCOMES.values()}) == len(OUTCOMES)


def test_a_caution_stands_with_the_intro() -> None:
    assert "Read in part." in evidence_clock(tiny_page(clock=[{**CLOCK, "caution": "Read in part."}]), "road")


def test_unknown_clock() -> None:
    with pytest.raises(ViewFault, match='no clock "roads", did you mean "road"'):
        evidence_clock(tiny_page(clock=[CLOCK]), "roads")
