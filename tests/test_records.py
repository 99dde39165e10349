"""What the models promise beside their fields."""

from __future__ import annotations

from typing import get_args

from macros.records import METHODS, ORIGINS, SIDES, Method, Origin


def test_every_origin_and_method_has_words_and_no_words_are_left_over() -> None:
    assert set(ORIGINS) == set(get_args(Origin))
    assert set(METHODS) == set(get_args(Method))


def test_no_origin_counts_on_both_sides() -> None:
    assert not set(SIDES["hy"]) & set(SIDES["az"])
    assert set(SIDES["hy"]) | set(SIDES["az"]) < set(ORIGINS)
