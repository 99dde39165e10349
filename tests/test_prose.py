"""The rules for prose let good sentences pass; that they bite is shown by the bad samples."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import library, pages, prose
from macros.pages import Meta, PageSource

GOOD = Path(__file__).parent / "fixtures" / "good" / "data"
CITE = '{{ cite("court-order") }}'


@pytest.fixture(scope="module")
def books() -> tuple[library.Library, prose.Lexicon]:
    made, _ = library.read(GOOD)
    return made, prose.Lexicon.of(made)


def said(books: tuple[library.Library, prose.Lexicon], body: str, **meta: object) -> list[str]:
    """The messages about a body, as a section of the good data set's chapter."""
    front = Meta.model_validate({"title": "T", "layout": "section", **meta})
    source = PageSource("road/closing.md", front, body, 1)
    return [fault.message for fault in prose.faults(source, *books)]


@pytest.mark.parametrize(
    "sentence",
    [
        f"On 12 December 2022 tents stood on the road. {CITE}",
        f"Talks on 7–10 December 2022, and again in May 2023, failed. {CITE}",
        f"In the winter of 2022–23 the road stayed shut; it had been open in 2021. {CITE}",
        f"The Court cited point 6, Article 2(c), Rule 39 and No. 180. {CITE}",
        f"Tents went up at 10:30 on two sides for nine months. {CITE}",
        f"Tents went up on 12\nDecember 2022 and stood until 28 April\n2023. {CITE}",
        f"The ombudsman called it a blockade. {CITE}",
        f"The report speaks of a “total blockade of 25 days”. {CITE}",
        'About {{ figure("people", "ombudsman-2023") }} people lived beyond the road.',
        'Near {{ name("hilltown") }} tents went up; from Shusha the road runs west. ' + CITE,
        f"The Lachin road closed. {CITE}",
        'Both may be true. {{ ours("reading") }}',
        '{{ figure("people", "ombudsman-2023") }} per cent had left.',
    ],
)
def test_good_sentences_pass(books: tuple[library.Library, prose.Lexicon], sentence: str) -> None:
    assert said(books, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        (f"The blockade began. {CITE}", 'loaded word "blockade"'),
        ("The “blockade” began.", 'loaded word "blockade"'),
        (f"The Court sat. The blockade went on. {CITE}", 'loaded word "blockade"'),
        (f"Around 5,000 people waited. {CITE}", 'number "5,000"'),
        (f"Hundreds waited, {CITE} by some accounts.", 'number "Hundreds"'),
        (f"Some 20 per cent waited. {CITE}", 'number "20"'),
        ("Nothing bears this out.", "paragraph without a source"),
        (f"Near Shushi tents went up. {CITE}", 'contested name "Shushi"'),
    ],
)
def test_bad_sentences_do_not(books: tuple[library.Library, prose.Lexicon], sentence: str, message: str) -> None:
    assert any(one.startswith(message) for one in said(books, sentence))


def test_words_note_and_pages_about_words_open_the_word(books: tuple[library.Library, prose.Lexicon]) -> None:
    sentence = f"The blockade began. {CITE}"
    assert said(books, sentence, words="closure") == []
    assert said(books, sentence, about_words=True) == []


def test_other_pages_take_the_rule_of_words_only(books: tuple[library.Library, prose.Lexicon]) -> None:
    assert said(books, "There are 40 pages, and no source.", layout="plain") == []
    assert len(said(books, "The blockade began.", layout="plain")) == 1


def test_places_in_the_masked_text_are_places_in_the_file() -> None:
    body = 'One {{ cite("a",\n "b") }} two\n\n<!-- 12 -->\n`13` [x](y.md) three'
    masked = prose.mask(body)
    assert len(masked) == len(body)
    assert masked.count("\n") == body.count("\n")
    assert masked.index("two") == body.index("two")
    assert "12" not in masked
    assert "13" not in masked
    assert "y.md" not in masked


def test_words_are_those_a_reader_reads() -> None:
    body = '## A heading\n\nIn {{ name("hilltown") }} it *rained*. {{ cite("a", "b") }}\n\n{{ sources() }}\n'
    assert prose.word_count(body) == 6


def test_braces_hold_calls_with_literals_only() -> None:
    source = PageSource("x.md", Meta(title="T"), "{{ cite('a', at='p. 1') }} and {{ cite('b') }}", 1)
    found = list(pages.calls(source, pages.parser(), {"cite": None}))
    assert [(call.name, call.args, call.kwargs) for call in found if isinstance(call, pages.Call)] == [
        ("cite", ("a",), {"at": "p. 1"}), ("cite", ("b",), {})]
