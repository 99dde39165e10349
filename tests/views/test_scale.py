"""Scales, and labels that never lie on each other."""

from __future__ import annotations

import random
from datetime import date
from itertools import combinations

import pytest

from macros.views import scale


@pytest.mark.parametrize(
    ("top", "expected"),
    [(145053, [0, 50000, 100000, 150000]), (800, [0, 200, 400, 600, 800]), (1, [0, 1]), (3, [0, 1, 2, 3]), (0, [0, 1]),
     (0.3, [0, 0.1, 0.2, 0.3]), (20.8, [0, 10, 20, 30])],
)
def test_ticks_are_round_and_reach_the_top(top: float, expected: list[float]) -> None:
    assert scale.ticks(top) == expected


def test_dates_along_an_axis_are_months_or_else_days() -> None:
    def shown(first: date, last: date) -> list[str]:
        return [day.words(short=True) for day in scale.days(first, last)]

    assert shown(date(2023, 1, 18), date(2023, 9, 18)) == ["Feb 2023", "Apr 2023", "Jun 2023", "Aug 2023"]
    assert shown(date(1988, 1, 1), date(2023, 1, 1)) == ["Jan 1988", "Jan 1997", "Jan 2006", "Jan 2015"]
    assert shown(date(2023, 1, 12), date(2023, 2, 13)) == ["12 Jan 2023", "28 Jan 2023", "13 Feb 2023"]
    assert shown(date(2023, 1, 12), date(2023, 1, 12)) == ["12 Jan 2023"]


def test_numbers_of_an_axis_do_not_touch() -> None:
    words = ["0", "50,000", "100,000", "150,000"]
    assert scale.readable([2.5, 34.2, 65.8, 97.5], words, 400) == [True, True, True, True]
    assert scale.readable([2.5, 34.2, 65.8, 97.5], words, 160) == [True, True, False, True]
    assert scale.readable([2.5, 97.5], ["0", "1"], 200) == [True, True]


def test_labels_never_overlap_and_stay_in_the_picture() -> None:
    dice = random.Random(7)
    for _ in range(300):
        labels = [scale.Label(dice.uniform(2.5, 97.5), "9" * dice.randint(1, 16)) for _ in range(dice.randint(1, 8))]
        rows = scale.in_rows(labels, 240)
        assert rows <= len(labels)
        for width in (240, 600):
            for label in labels:
                left, right = label.span(width)
                assert left >= 0
                assert right <= width
            for one, other in combinations(labels, 2):
                if one.row == other.row:
                    (low, high), (left, right) = one.span(width), other.span(width)
                    assert high < left or right < low


def test_stems_of_a_crowd_pass_no_words() -> None:
    labels = [scale.Label(x, words) for x, words in
              [(17, "at most 25,000"), (40, "about 60,000"), (66.2, "100,632"), (67, "101,848"), (78, "120,000")]]
    scale.in_rows(labels, 240)
    for one in labels:
        left, right = one.span(240)
        assert [other.words for other in labels if other.row > one.row and left < other.x * 2.4 < right] == []
