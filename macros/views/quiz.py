"""Questions that a reader can answer alone."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from ..faults import ViewFault
from ..records import Question, QuestionId
from . import Page


def check_yourself(page: Page, *questions: QuestionId) -> Markup:
    """Questions with one supported answer each and a reason for every option; nothing is sent or stored.

        {{ check_yourself("blockade-icj-february", "blockade-population") }}
    """
    if not questions:
        raise ViewFault('needs at least one question id, as in check_yourself("what-did-the-court-order")')
    page.used.update(f"question:{one}" for one in questions)
    return page.render("quiz", questions=[_asked(page, page.library.get(Question, one)) for one in questions])


def _asked(page: Page, question: Question) -> dict[str, Any]:
    """A question with its reasons, which are drawn into a fold."""
    anchor = f"question-{question.id}"
    with page.folded(anchor):
        return {"anchor": anchor, "question": question, "marks": page.cite(question.sources),
                "reasons": [(option.supported, page.text(option.feedback)) for option in question.options]}
