"""EDTF dates: precision, ranges, words."""

from __future__ import annotations

from datetime import date

import pytest

from macros import dates


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("2022", "2022", "2022"),
        ("2022-12", "December 2022", "Dec 2022"),
        ("2022-12-12", "12 December 2022", "12 Dec 2022"),
        ("2022-12-12T10", "12 December 2022, 10:00", "12 Dec 2022, 10:00"),
        ("2022-12-12T10:30", "12 December 2022, 10:30", "12 Dec 2022, 10:30"),
        ("2022~", "about 2022", "about 2022"),
        ("2022-12-12?", "12 December 2022 (uncertain)", "12 Dec 2022 (uncertain)"),
        ("2022-12-07/2022-12-10", "7–10 December 2022", "7–10 Dec 2022"),
        ("2023-03-30/2023-04-11", "30 March – 11 April 2023", "30 Mar – 11 Apr 2023"),
        ("2022-12-12/2023-09-18", "12 December 2022 – 18 September 2023", "12 Dec 2022 – 18 Sep 2023"),
        ("2023-01/2023-05", "January–May 2023", "Jan–May 2023"),
        ("2022/2023", "2022–2023", "2022–2023"),
        ("2020-11-09/..", "since 9 November 2020", "since 9 Nov 2020"),
        ("2023-06-15T08:40/2023-06-15T08:45", "15 June 2023, 08:40 – 15 June 2023, 08:45",
         "15 Jun 2023, 08:40 – 15 Jun 2023, 08:45"),
    ],
)
def test_words_and_round_trip(text: str, long: str, short: str) -> None:
    when = dates.parse(text)
    assert when.words() == long
    assert when.words(short=True) == short
    assert when.edtf() == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("12 December 2022", "is no date; expected"),
        ("2022-13", "has month 13"),
        ("2023-02-29", "February 2023 has 28 days"),
        ("2022-12-12T25", "no such time of day"),
        ("2023/2022", "ends before it begins"),
        ("../2022", "is no date"),
    ],
)
def test_bad_dates_say_what_was_expected(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        dates.parse(text)


def test_days_covered() -> None:
    winter = dates.parse("2022-12/2023-02")
    assert (winter.first_day, winter.last_day) == (date(2022, 12, 1), date(2023, 2, 28))
    assert winter.covers(date(2023, 2, 28))
    assert not winter.covers(date(2023, 3, 1))
    assert dates.parse("2020-11-09/..").covers(date(2100, 1, 1))
    assert dates.parse("2024-02").last_day == date(2024, 2, 29)


def test_machine_readable_value() -> None:
    assert dates.parse("2022-12-12T10").start.iso == "2022-12-12T10:00"
    assert dates.parse("2022~").start.iso == "2022"
