"""Small numbers in words."""

from __future__ import annotations

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def spelled(number: int) -> str:
    """`4` → `four`, up to twelve; digits above. None at all is `no`."""
    return WORDS[number] if 0 <= number < len(WORDS) else f"{number:,}"
