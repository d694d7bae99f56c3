"""Going on with an unfinished form: its window, or what was typed where the form has nowhere to go back to."""

from PySide6.QtWidgets import QDialog

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.checklist import Checklist
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.sign_off import SignOff
from rise_desk.errors import Invalid, NotFound
from rise_desk.services import overview, unfinished
from rise_desk.services.unfinished import Draft
from ui import (
    asking,
    link_windows,
    missing_windows,
    naming_windows,
    notice_windows,
    protecting_windows,
    thing_windows,
    withdraw,
)
from ui.desk import ScreenDesk
from ui.leftover import Leftover
from ui.note_form import NoteForm
from ui.pages import Page
from ui.person_form import PersonForm
from ui.record_form import RecordForm

OWN = (missing_windows, link_windows, naming_windows, notice_windows, protecting_windows, thing_windows)
"""Those who open the unfinished forms of their own kinds."""


def window_of(screen: ScreenDesk, draft: Draft) -> QDialog:
    """The form as it was left, which tells what became of its record; or the text alone, with the reason why."""
    fate = unfinished.fate(screen.at, draft)
    if not fate.may_go_on:
        return _leftover(screen, draft, fate.told)
    if draft.kind == unfinished.WITHDRAWAL:
        return withdraw.over(screen, unfinished.on_file(screen.at, draft.record), draft=draft)
    if draft.kind == SignOff.KIND:
        from ui.entries import answering

        return answering(screen, draft)
    if draft.kind == ReturnInterview.KIND:
        return _interview(screen, draft, fate.told)
    made = next((each.resumed for each in OWN if draft.kind in each.KINDS), _form)
    try:
        form = made(screen, draft)
    except Invalid as over:
        return _leftover(screen, draft, f"{over} {unfinished.KEPT}")
    if isinstance(form, RecordForm):
        form.dispute.tell(fate.told)
    return form


def thrown_away(page: Page, draft: Draft) -> None:
    """Forget an unfinished form, once somebody has said that they mean it; the page that showed it reads anew."""
    if not asking.confirmed(page, "Throw away what you typed in this unfinished form?", "Throw away"):
        return
    desk = page.desk.at
    page.desk.tasks.attempt(
        lambda: unfinished.drop(desk, draft.id),
        lambda _none: page.refresh(),
        lambda failure: page.desk.troubled.emit(str(failure)),
    )


def _interview(screen: ScreenDesk, draft: Draft, told: str) -> QDialog:
    """The form or the step; only the text, where its return is no longer on file or the interview was held since."""
    from ui import interview_windows

    try:
        form = interview_windows.resumed(screen, draft)
    except (Invalid, NotFound) as over:
        return _leftover(screen, draft, f"{over} {unfinished.KEPT}")
    if isinstance(form, RecordForm):
        form.dispute.tell(told)
    return form


def _form(screen: ScreenDesk, draft: Draft) -> RecordForm:
    if draft.kind == ContactNote.KIND:
        return NoteForm(screen, draft.subject, draft=draft)
    if draft.kind == Checklist.KIND:
        from ui.checklist_form import ChecklistForm

        return ChecklistForm(screen, draft.subject, draft=draft)
    if draft.kind == Assessment.KIND:
        return _assessment(screen, draft)
    person = overview.person(screen.at, draft.record) if draft.record else None
    return PersonForm(screen, person, draft=draft)


def _assessment(screen: ScreenDesk, draft: Draft) -> RecordForm:
    """The form; one that was made for an assessment sent back stays where it is until something is written."""
    from ui.assessment_form import AssessmentForm

    if not unfinished.is_untouched(draft):
        return AssessmentForm(screen, draft.subject, draft=draft)
    wrong = unfinished.on_file(screen.at, draft.record)
    assert isinstance(wrong, Assessment)
    return AssessmentForm(screen, draft.subject, corrects=wrong)


def _leftover(screen: ScreenDesk, draft: Draft, told: str) -> Leftover:
    dialog = Leftover(told, unfinished.words(draft))
    desk = screen.at
    dialog.thrown_away.connect(
        lambda: screen.tasks.attempt(
            lambda: unfinished.drop(desk, draft.id),
            lambda _none: screen.drafted.emit(),
            lambda failure: screen.troubled.emit(str(failure)),
        )
    )
    return dialog
