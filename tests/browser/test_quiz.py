"""Marking an answer, with the script alone on a page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.views.quiz import check_yourself
from tests.tools import ROOT
from tests.views.test_quiz import question
from tests.views.tiny import tiny_page

pytestmark = pytest.mark.browser

SCRIPT = ROOT / "overrides" / "assets" / "javascripts" / "quiz.js"


@pytest.fixture
def quiz(browser: Browser) -> Iterator[Page]:
    """A page that holds one question and the script."""
    page = browser.new_page()
    page.set_content(check_yourself(tiny_page(question=[question("one")]), "one"))
    page.add_script_tag(path=SCRIPT)
    yield page
    page.close()


def test_the_chosen_answer_is_marked_with_its_reason(quiz: Page) -> None:
    expect(quiz.get_by_text("Show the answer")).to_be_hidden()
    for answer, mark, said in (("Second", "yes", "Supported. It says so."),
                               ("First", "no", "Not supported. The order is silent.")):
        quiz.get_by_label(answer).check()
        expect(quiz.locator("[role=status]")).to_be_empty()
        quiz.get_by_role("button", name="Check").click()
        expect(quiz.get_by_role("status")).to_have_text(said)
        expect(quiz.locator("label", has_text=answer)).to_have_attribute("data-nk-mark", mark)
        expect(quiz.locator("[data-nk-mark]")).to_have_count(1)


def test_without_a_choice_the_reader_is_asked_for_one(quiz: Page) -> None:
    quiz.get_by_role("button", name="Check").click()
    expect(quiz.get_by_role("status")).to_have_text("Choose an answer first.")


def test_start_again_takes_choice_and_mark_away(quiz: Page) -> None:
    quiz.get_by_label("Third").check()
    quiz.keyboard.press("Enter")
    expect(quiz.get_by_role("status")).to_have_text("Not supported. It declined.")
    quiz.get_by_role("button", name="Start again").click()
    expect(quiz.locator("[data-nk-mark]")).to_have_count(0)
    expect(quiz.locator("input:checked")).to_have_count(0)
    expect(quiz.locator("[role=status]")).to_be_empty()
