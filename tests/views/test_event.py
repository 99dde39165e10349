"""An event named in a sentence."""

from __future__ import annotations

import pytest

from macros.faults import ViewFault
from macros.views.event import when
from tests.views.plain import plain
from tests.views.tiny import event, tiny_page

EVENTS = [event("sit-in", "2022-12-12"), event("talks", "2023-09-21/2023-09-22")]


def test_a_date_or_the_words_in_its_place_lead_to_the_record() -> None:
    page = tiny_page(others=("explore/timeline.md",), event=EVENTS)
    assert plain(when(page, "sit-in")) == "12 December 2022"
    assert plain(when(page, "talks")) == "21–22 September 2023"
    assert plain(when(page, "sit-in", "The next day")) == "The next day"
    assert 'href="../explore/timeline.html#sit-in"' in when(page, "sit-in")
    assert page.used == {"event:sit-in", "event:talks"}


def test_an_unknown_event_names_the_nearest() -> None:
    with pytest.raises(ViewFault, match='no event "sitin", did you mean "sit-in"'):
        when(tiny_page(event=EVENTS), "sitin")
