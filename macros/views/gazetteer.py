"""The list of places: every form of a name, who uses it, and when it stood in daily official use."""

from __future__ import annotations

from typing import Any, get_args

from markupsafe import Markup

from ..records import Place
from . import Page, explore
from .map import mini_base, mini_map
from .name import SIDES, english_forms, order_rule, pair, rows


def gazetteer(page: Page) -> Markup:
    """Every place of the data with all forms of its name, A to Z, with ways to narrow the list.

        {{ gazetteer() }}
    """
    when = page.source.meta.period
    places = sorted(page.library.all(Place), key=lambda place: pair(place, when).casefold())
    entries: list[dict[str, Any]] = [
        {"place": place, "forms": english_forms(place, when), "rows": rows(place.names, english_forms(place, when)),
         "order": order_rule(place, when), "uses": [(SIDES[use.first], use.period) for use in place.daily_use],
         "mini": mini_map(page, place, " / ".join(english_forms(place, when))),
         "says": [(name.text, name.say) for name in place.names if name.lang == "en" and name.say]}
        for place in places
    ]
    kinds = get_args(Place.model_fields["kind"].annotation)
    frame = explore.Listing("places", "places", len(places), [
        explore.facet("kind", "Kind", {kind: kind.capitalize() for kind in kinds}, ([place.kind] for place in places)),
        explore.facet("forms", "Name", {"one": "One English form", "two": "A form for each side"},
                      ([_sided(place)] for place in places)),
    ])
    return mini_base(page) + explore.listing(page, frame, Markup("\n").join(
        explore.entry(page, one["place"].id, one["place"].id, page.render("place", **one), kind=[one["place"].kind],
                      forms=[_sided(one["place"])]) for one in entries))


def _sided(place: Place) -> str:
    return "two" if len(english_forms(place)) > 1 else "one"
