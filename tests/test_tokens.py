"""The colours: enough contrast, neither side louder than the other, none of them a flag's, one dark scheme."""

from __future__ import annotations

import math
import re

import pytest

from tests.tools import ROOT

SHEET = (ROOT / "overrides/assets/stylesheets/tokens.css").read_text(encoding="utf-8")

FLAGS = {
    "red": "#d90012", "blue": "#0033a0", "apricot": "#f2a800", "sky blue": "#00b5e2", "crimson": "#ef3340",
    "green": "#509e2f", "russian blue": "#0036a7", "russian red": "#d62718", "turkish red": "#e30a17",
}
"""Screen values of the flags of Armenia, Azerbaijan, Russia and Türkiye."""


def colours(selector: str) -> dict[str, str]:
    """The hexadecimal colours that the first block of `selector` sets, by token."""
    block = re.search(re.escape(selector) + r"[^{}]*\{([^}]*)\}", SHEET)
    assert block, selector
    return dict(re.findall(r"--nk-([\w-]+): (#[0-9a-f]{6});", block[1]))


LIGHT = colours('[data-md-color-scheme="default"]')
DARK = colours('[data-md-color-scheme="slate"]')


def linear(colour: str) -> list[float]:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2."""
    def light(colour: str) -> float:
        return sum(part * weight for part, weight in zip(linear(colour), (0.2126, 0.7152, 0.0722), strict=True))

    dim, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dim + 0.05)


def oklab(colour: str) -> tuple[float, float, float]:
    red, green, blue = linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
            1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
            0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast(scheme: dict[str, str]) -> None:
    grounds = ("paper", "wash", "wash-2", "petrol-tint", "petrol-mark", "heather-fill", "lichen-fill")
    for ground in grounds:
        for text in ("ink", "soft", "petrol"):
            assert contrast(scheme[text], scheme[ground]) >= 4.5, (text, ground)
    assert contrast(scheme["on-petrol"], scheme["petrol"]) >= 4.5
    for ground in grounds[:4]:
        assert contrast(scheme["edge"], scheme[ground]) >= 3, ground
    for area in ("heather", "lichen"):
        assert contrast(scheme[area], scheme[f"{area}-fill"]) >= 3, area


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_neither_side_is_louder(scheme: dict[str, str]) -> None:
    one, other = oklab(scheme["heather"]), oklab(scheme["lichen"])
    assert one[0] == pytest.approx(other[0], abs=0.005)
    assert math.hypot(*one[1:]) == pytest.approx(math.hypot(*other[1:]), abs=0.005)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_no_colour_is_a_flags(scheme: dict[str, str]) -> None:
    for token in ("heather", "lichen", "petrol"):
        for name, flag in FLAGS.items():
            assert 100 * math.dist(oklab(scheme[token]), oklab(flag)) >= 10, (token, name)


def test_dark_without_scripts_is_the_same_dark() -> None:
    assert colours("@media screen and (prefers-color-scheme: dark) {\n  .no-js [data-md-color-scheme]") == DARK


def test_a_forced_palette_maps_every_colour() -> None:
    forced = SHEET[SHEET.index("@media (forced-colors: active)") :]
    assert set(LIGHT) == set(DARK)
    for token in LIGHT:
        assert re.search(rf"--nk-{token}: (?:Canvas|CanvasText|LinkText);", forced), token
