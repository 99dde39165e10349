"""What is not known."""

from __future__ import annotations

from macros.unknowns import points
from macros.views.open_points import open_points
from tests.views.tiny import LISTS, event, source, tiny_page

PAGES = (*LISTS, "explore/timeline.md")
UNREAD = [{"by": ["armenia"], "voice": "a spokesman", "says": "So.", "not_read": True},
          {"by": ["russia"], "says": "Not so.", "sources": ["a"]}]


def test_every_open_point_leads_to_its_record() -> None:
    page = tiny_page("explore/open-points.md", {"layout": "explore"}, others=PAGES,
                     source=[source("hidden", checked={"how": "not opened"})],
                     event=[event("2022-one", "2022", open_points=["The *votes* were not read."], accounts=UNREAD),
                            event("2023-two", "2023", status="single source"),
                            event("2024-three", "2024", status="not verified")])
    found = [(one.id, one.kind, one.text) for one in points(page.library)]
    assert found == [
        ("source-hidden-1", "unopened", "Find a copy, read it, and say whether it bears out what cites it."),
        ("event-2022-one-1", "point", "The *votes* were not read."),
        ("event-2022-one-2", "unread", "Armenia, a spokesman: find the text and read it."),
        ("event-2023-two-1", "single", "Is there a source of another origin that bears it out or contradicts it?"),
        ("event-2024-three-1", "unverified", "Has anybody independent checked it since?")]
    made = open_points(page)
    assert '<a href="timeline.html#2022-one">Label 2022-one</a> <span>The <em>votes</em> were not read.</span>' in made
    assert 'data-kind="unread" data-chapter="blockade" data-family="event"' in made
    assert '<a href="sources-world-media.html#hidden">Title of hidden</a>' in made
    assert "5 open points" in made
