"""The windows about links and open questions: new, over what is on file, or gone on with as they were left."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog

from rise_desk.domain.link import Link
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import NotFound
from rise_desk.services import unfinished
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk

KINDS = frozenset({Link.KIND, OpenQuestion.KIND})


def link(screen: ScreenDesk, subject: Id, number: Id = NO_ID, other: Id = NO_ID) -> QDialog:
    """A link of somebody or something: a new one, or one on file."""
    from ui.link_form import LinkForm

    return LinkForm(screen, subject, _link(screen, number) if number else None, other=other)


def question(screen: ScreenDesk, subject: Id, number: Id = NO_ID, others: Sequence[Id] = ()) -> QDialog:
    """What is not known about somebody or something: a new question, of a group too, or one on file with its answer."""
    from ui.question_form import QuestionForm

    return QuestionForm(screen, subject, _question(screen, number) if number else None, others=others)


def resumed(screen: ScreenDesk, draft: Draft) -> QDialog:
    """An unfinished form of one of them, as it was left."""
    if draft.kind == Link.KIND:
        from ui.link_form import LinkForm

        return LinkForm(screen, draft.subject, _link(screen, draft.record) if draft.record else None, draft=draft)
    from ui.question_form import QuestionForm

    held = _question(screen, draft.record) if draft.record else None
    return QuestionForm(screen, draft.subject, held, draft=draft)


def _link(screen: ScreenDesk, number: Id) -> Link:
    found = unfinished.on_file(screen.at, number)
    if not isinstance(found, Link):
        raise NotFound(unfinished.GONE)
    return found


def _question(screen: ScreenDesk, number: Id) -> OpenQuestion:
    found = unfinished.on_file(screen.at, number)
    if not isinstance(found, OpenQuestion):
        raise NotFound(unfinished.GONE)
    return found
