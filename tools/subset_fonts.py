# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.68.0", "brotli"]
# ///
"""Cut the text face "NK Serif" out of Noto Serif: five small files that cover all scripts of the site.

Run only when a letter is missing or the face changes; the results are committed. Not part of the locked
dependencies. Put four files into one folder and pass it:

* ``NotoSerif[wdth,wght].ttf``, ``NotoSerif-Italic[wdth,wght].ttf`` and ``LICENSE``
  from the Python package ``fontpkg-noto-serif`` 2.15;
* ``noto-serif-armenian-armenian-wdth-normal.woff2``
  from the npm package ``@fontsource-variable/noto-serif-armenian`` 5.3.0.

    python3 tools/subset_fonts.py FOLDER

Same inputs and same fonttools give the same bytes.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).parent.parent / "overrides" / "assets" / "fonts"
WIDTH = 87.5
UPRIGHT = "NotoSerif[wdth,wght].ttf"
ITALIC = "NotoSerif-Italic[wdth,wght].ttf"
ARMENIAN = "noto-serif-armenian-armenian-wdth-normal.woff2"
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"]

# The ranges stand again in overrides/assets/stylesheets/fonts.css; tests/test_fonts.py compares both.
LATIN = (
    "U+0020-007E,U+00A0-00A3,U+00A5,U+00A7-00A9,U+00AB,U+00AD,U+00B0-00B1,U+00B4,U+00B6-00B7,U+00BB-00BF,"
    "U+00C0-00D6,U+00D7-00F6,U+00F7-00FF,U+2009-200A,U+2010-2011,U+2013-2014,U+2018-201A,U+201C-201E,"
    "U+2020,U+2022,U+2026,U+202F,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2212"
)
# Azerbaijani and Turkish (ə ğ ı ş), romanised Armenian, Georgian, Russian and Persian (ā č ē ě ī ǰ ō ṙ š ū ž ʻ ʼ ʾ ʿ).
EXTRA = (
    "U+0100-0101,U+0106-0107,U+010C-010D,U+0112-0113,U+011A-011B,U+011E-011F,U+012A-012B,U+0130-0131,U+0141-0142,"
    "U+014C-014D,U+0152-0153,U+015A-015B,U+015E-0161,U+016A-016B,U+0179-017E,U+018F,U+01F0,U+0259,U+02BB-02BC,"
    "U+02BE-02BF,U+1E58-1E59"
)
CYRILLIC = "U+0400-045F,U+0490-0491,U+04D8-04D9,U+2116"
ARMENIAN_RANGE = "U+0531-0556,U+0559-058A,U+058F,U+FB13-FB17"


@dataclass(frozen=True)
class Cut:
    """One file to make: from which source, which characters, which weights (one number pins the weight)."""

    name: str
    source: str
    characters: str
    weight: tuple[int, int] | int


CUTS = (
    Cut("nk-serif-latin", UPRIGHT, LATIN, (400, 700)),
    Cut("nk-serif-latin-extra", UPRIGHT, EXTRA, (400, 700)),
    Cut("nk-serif-cyrillic", UPRIGHT, CYRILLIC, (400, 700)),
    Cut("nk-serif-armenian", ARMENIAN, ARMENIAN_RANGE, (400, 700)),
    Cut("nk-serif-latin-italic", ITALIC, LATIN + "," + EXTRA, 400),
)


def cut(source: Path, target: Path, plan: Cut) -> int:
    """Write one subset and return its size in bytes."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(
        layout_features=FEATURES, flavor="woff2", hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 5, 13, 14]
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(plan.characters.replace("U+", "")))
    subsetter.subset(font)
    instancer.instantiateVariableFont(font, {"wdth": WIDTH, "wght": plan.weight}, inplace=True)
    path = target / f"{plan.name}.woff2"
    subset.save_font(font, str(path), options)
    return path.stat().st_size


def main(folder: Path) -> None:
    """Make every file and print the sizes."""
    sizes = {plan.name: cut(folder / plan.source, TARGET, plan) for plan in CUTS}
    for name, size in sizes.items():
        print(f"{name}.woff2 {size:,} bytes")
    print(f"together {sum(sizes.values()):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
