"""An assessment is read whole, put right, withdrawn, and answered by a manager beside its evidence."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.assessment import Assessment, HarmSign, Score
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF
from rise_desk.domain.staff import Role
from rise_desk.services import accounts, casework, overview, signing_off, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import button_of, dialog_of, words_of
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import entries, theme
from ui.assessment_form import AssessmentForm
from ui.assessment_reading import OWN, AssessmentReading
from ui.case_page import CasePage
from ui.chronology import Chronology
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.indicator_rows import change
from ui.leftover import Leftover
from ui.main_window import CASE, MainWindow
from ui.pages import Place
from ui.resuming import window_of
from ui.sign_off_dialog import SignOffDialog
from ui.withdraw import WithdrawDialog

pytestmark = pytest.mark.usefixtures("dropped")
LOW = "School sees her daily."
Make = Callable[..., Assessment]


@pytest.fixture
def ada(desk: Desk) -> Desk:
    """Ada Bell, who assesses."""
    return build.colleague(desk, "Ada Bell")


@pytest.fixture
def make(ada: Desk, person: Person) -> Make:
    """Have Ada assess her: the lower of two bands unless a test wants another."""

    def made(levels: str = "4334243344", **values: Any) -> Assessment:
        known: dict[str, Any] = {"judgement": 4, "band": "amber", "band_reason": LOW, **values}
        return build.assessment(ada, person.id, levels, **known)

    return made


def _read(page: CasePage, made: Assessment) -> AssessmentReading:
    page.read_record(made.id)
    return dialog_of(page, AssessmentReading)


def _answering(dialog: AssessmentReading) -> SignOffDialog:
    assert dialog.answering is not None
    return dialog.answering


def test_it_tells_score_and_band_and_what_they_rest_on(page: CasePage, desk: Desk, make: Make) -> None:
    kay = build.young_person(desk, "Kay", "Doe")
    make("5444244344", day="2026-09-29", judgement=7, band="red", band_reason="")
    full = make(
        mentions=(Mention(name="Kay Doe", person=kay.id, risk="danger", known="A silver Corsa"), Mention(name="Tez")),
        harm_happening=True,
        harm_signs=(HarmSign(sign="injury", seen_on=Moment("2026-11-08"), basis="School nurse"),),
        missing_now=False,
        protective="Her aunt.",
        strategy_asked=True,
        strategy_at=Moment("2026-11-10T14:10+00:00"),
        strategy_by="Ada Bell, of the duty social worker",
        told_on=Moment("2026-11-10"),
        lead="Ruth Penn",
    )
    dialog = _read(page, full)
    said = words_of(dialog)
    for words in (
        "38 of 60", "34 + 4 = 38", "Red or Amber", LOW,
        "Amber, the lower of the two that the score allows. Chosen by Ada Bell",
        "29 September 2026: 45, Red", "Outranks the score: Harm is already happening.",
        "It waits for a manager’s sign-off. Until then Red shows.", "Often, short", "↓ down 1, was 5", "the same",
        "Injury or physical symptoms · Sunday 8 November 2026 · School nurse", "Her aunt.", "a danger to the child",
        "Yes · Tuesday 10 November 2026 at 2:10pm · Ada Bell, of the duty social worker", "Ruth Penn",
        "Professional judgement: 4 of 10", "CSE assessment: ten indicators and a professional judgement, version 2015",
    ):  # fmt: skip
        assert words in said, words
    assert dialog.windowTitle() == "Assessment: 38, Amber · Tue 10 Nov"
    assert walk(dialog) == []


def test_evidence_that_was_carried_says_so_and_an_unknown_how_it_will_be_found_out(
    page: CasePage, ada: Desk, person: Person
) -> None:
    made = build.made_assessment(person.id, "3333333330", id=ada.clock.new_id())
    carried = replace(made.evidence[0], carried_from=Moment("2026-09-29"), confirmed=True)
    school = Score(indicator="education", score=3, answer="Ash Lane")
    scores = (made.scores[0], school, *made.scores[2:])
    saved = casework.save(ada, made.changed(evidence=(carried, *made.evidence[1:]), scores=scores))
    dialog = _read(page, saved)
    said = words_of(dialog)
    assert "Carried from 29 September 2026, confirmed as still true" in said
    assert "Not yet known" in said
    assert "How it will be found out: Asked of school." in said
    assert "Which one: Ash Lane" in said
    assert "None: this is the first" in said


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [(4, 3, "↑ up 1, was 3"), (1, 5, "↓ down 4, was 5"), (3, 3, "the same"), (0, 0, "the same"),
     (0, 2, "was 2"), (2, 0, "was not yet known")],
)  # fmt: skip
def test_a_change_is_said_by_sign_and_word(now: int, before: int, words: str) -> None:
    made, earlier = (build.made_assessment(Id(1), f"{level}333333333") for level in (now, before))
    assert change("missing", made, earlier) == words
    assert change("missing", made, None) == ""


def test_a_manager_signs_off_beside_the_evidence(qtbot: QtBot, page: CasePage, desk: Desk, make: Make) -> None:
    made = make()
    dialog = _read(page, made)
    dialog.sign_button.click()
    asked = _answering(dialog)
    assert asked.windowModality() is Qt.WindowModality.NonModal
    assert not dialog.withdraw_button.isEnabled()
    assert "Amber takes effect; until now Red showed." in words_of(asked)
    asked.comments.editor.set_value("Agreed with school.")
    qtbot.waitUntil(asked.isActiveWindow)
    QTest.keyClick(asked.comments.editor.field_widget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    answer = signing_off.assessed(desk, page.subject).answers[made.id]
    assert (answer.decision, answer.comments) == (SIGNED_OFF, "Agreed with school.")
    assert unfinished.mine(desk) == []
    again = _read(page, made)
    assert not again.sign_button.isVisible()
    assert "Signed off by Lena Osei, 21 November 2026 at 10:00am." in words_of(again)
    assert "Agreed with school." in words_of(again)


def test_what_is_sent_back_needs_a_word_and_goes_on_in_its_author_s_form(
    qtbot: QtBot, screen: ScreenDesk, page: CasePage, desk: Desk, ada: Desk, make: Make
) -> None:
    made = make()
    dialog = _read(page, made)
    dialog.back_button.click()
    asked = _answering(dialog)
    assert "Ada Bell finds it on Today, with your comments" in words_of(asked)
    asked.answer()
    assert asked.rows["comments"].problem == "Say what should be put right."
    assert signing_off.assessed(desk, page.subject).answers == {}
    asked.comments.editor.set_value("Who told you of the flat?")
    with qtbot.waitSignal(asked.answered):
        asked.answer()
    assert dialog.answering is None
    screen.sit(ada)
    (draft,) = unfinished.mine(ada)
    form = window_of(screen, draft)
    assert isinstance(form, AssessmentForm)
    show(qtbot, form, 1326, 728)
    assert form.corrects == made
    assert "Who told you of the flat?" in words_of(form)
    form.reject()
    assert [each.id for each in unfinished.mine(ada)] == [draft.id]
    screen.sit(desk)


def test_an_author_who_can_t_sign_in_is_said(page: CasePage, desk: Desk, make: Make) -> None:
    made = make()
    accounts.suspend(desk, "Ada Bell")
    dialog = _read(page, made)
    dialog.back_button.click()
    assert "Ada Bell can’t sign in at present. The unfinished form is kept for them" in words_of(_answering(dialog))


def test_bands_that_show_already_are_agreed_with(page: CasePage, make: Make) -> None:
    above = make("1111111111", judgement=1, band="red", band_reason="Seen with him today.")
    dialog = _read(page, above)
    dialog.sign_button.click()
    assert "Red, above the bands that the score allows, has been in effect" in words_of(_answering(dialog))
    dialog.accept()
    within = make("3333333333", judgement=5, band="amber", band_reason="", day="2026-11-12")
    dialog = _read(page, within)
    assert "Not signed off yet." in words_of(dialog)
    dialog.sign_button.click()
    assert "Amber shows now, and stays." in words_of(_answering(dialog))


def test_nobody_answers_their_own_and_a_worker_nobody_s(
    qtbot: QtBot, screen: ScreenDesk, page: CasePage, desk: Desk, ada: Desk, make: Make
) -> None:
    own = build.assessment(desk, page.subject, day="2026-10-01")
    dialog = _read(page, own)
    assert not dialog.sign_button.isVisible()
    assert OWN in words_of(dialog)
    dialog.accept()
    made = make()
    screen.sit(ada)
    found = overview.entry(ada, page.subject, made.id)
    theirs = AssessmentReading(screen, found, Chronology(screen, page.subject).reading([found]))
    show(qtbot, theirs, 1000, 700)
    assert not theirs.sign_button.isVisible()
    assert theirs.withdraw_button.isVisible()
    assert OWN not in words_of(theirs)
    screen.sit(desk)


def test_somebody_who_was_first_is_told_of_and_the_words_stay(
    qtbot: QtBot, page: CasePage, desk: Desk, make: Make
) -> None:
    made = make()
    dialog = _read(page, made)
    dialog.sign_button.click()
    asked = _answering(dialog)
    asked.comments.editor.set_value("Agreed.")
    signing_off.send_back(build.colleague(desk, "Ruth Penn", Role.MANAGER), made.id, "Who told you?")
    asked.answer()
    qtbot.waitUntil(lambda: "Ruth Penn has answered this assessment already." in words_of(asked))
    assert str(asked.comments.value()) == "Agreed."
    asked.reject()
    assert dialog.answering is None
    assert dialog.withdraw_button.isEnabled()


def test_an_answer_that_was_begun_is_a_draft_and_gone_on_with(
    qtbot: QtBot, screen: ScreenDesk, page: CasePage, desk: Desk, make: Make
) -> None:
    made = make()
    dialog = _read(page, made)
    dialog.back_button.click()
    _answering(dialog).comments.editor.set_value("Who told you")
    dialog.accept()
    (draft,) = unfinished.mine(desk)
    assert (draft.kind, draft.record) == ("sign_off", made.id)
    again = window_of(screen, draft)
    assert isinstance(again, AssessmentReading)
    show(qtbot, again, 1000, 700)
    qtbot.waitUntil(lambda: again.answering is not None)
    asked = _answering(again)
    assert asked.decision == SENT_BACK
    assert str(asked.comments.value()) == "Who told you"
    again.answer(SIGNED_OFF)
    assert again.answering is asked
    asked.comments.editor.set_value("Who told you of the flat?")
    with qtbot.waitSignal(asked.answered):
        asked.answer()
    assert unfinished.mine(desk) == []


def test_an_answer_that_comes_too_late_can_be_copied(
    screen: ScreenDesk, desk: Desk, person: Person, make: Make
) -> None:
    made = make()
    typed = {"panel": {"comments": "Agreed."}, "decision": SIGNED_OFF}
    number = unfinished.keep(desk, Id(0), "sign_off", person.id, typed, record=made.id, version=made.version)
    casework.withdraw(desk, made, "Another child's")
    (draft,) = unfinished.mine(desk)
    assert draft.id == number
    left = window_of(screen, draft)
    assert isinstance(left, Leftover)
    assert "Lena Osei withdrew this entry" in words_of(left)


def test_it_is_corrected_by_a_further_one_and_withdrawn_with_a_reason(
    qtbot: QtBot, page: CasePage, desk: Desk, make: Make
) -> None:
    made = make()
    dialog = _read(page, made)
    dialog.correct_button.click()
    form = dialog_of(page, AssessmentForm)
    assert form.corrects == made
    form.reject()
    dialog = _read(page, made)
    dialog.withdraw_button.click()
    asked = dialog.findChild(WithdrawDialog)
    assert isinstance(asked, WithdrawDialog)
    asked.why.editor.set_value("Another child’s")
    asked.withdraw()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert signing_off.assessed(desk, page.subject).shown == ""
    gone = _read(page, made)
    assert "Withdrawn by Lena Osei, 21 November 2026: Another child’s" in words_of(gone)
    assert not gone.sign_button.isVisible()
    assert not gone.correct_button.isVisible()


def test_a_corrected_one_leads_to_the_later_one_and_tells_what_was_answered(
    page: CasePage, desk: Desk, ada: Desk, make: Make
) -> None:
    made = make()
    signing_off.send_back(desk, made.id, "Who told you of the flat?")
    later = casework.save(ada, made.changed(id=ada.clock.new_id(), version=0, corrects=made.id))
    dialog = _read(page, made)
    assert not dialog.correct_button.isVisible()
    assert "Who told you of the flat?" in words_of(dialog)
    dialog.other_button.click()
    assert dialog_of(page, AssessmentReading).made == later


def test_the_answer_is_an_entry_of_its_own_and_leads_to_the_assessment(page: CasePage, desk: Desk, make: Make) -> None:
    made = make()
    answer = signing_off.sign_off(desk, made.id, "Agreed.")
    page.read_record(answer.id)
    dialog = dialog_of(page, EntryDialog)
    assert dialog.windowTitle().startswith("Assessment of 10 November 2026 signed off: 38, Amber")
    assert "Agreed." in words_of(dialog)
    assert not dialog.correct_button.isVisible()
    assert dialog.withdraw_button.isVisible()
    assert dialog.other_button.text() == "Read the assessment"
    dialog.other_button.click()
    assert dialog_of(page, AssessmentReading).made == made


def test_somebody_named_who_has_a_file_is_a_way_to_it(
    window: MainWindow, desk: Desk, person: Person, make: Make
) -> None:
    kay = build.young_person(desk, "Kay", "Doe")
    gone = build.young_person(desk, "Lou", "Doe")
    casework.withdraw(desk, gone, "Never was")
    made = make(mentions=(Mention(name="Kay", person=kay.id), Mention(name="Lou", person=gone.id), Mention(name="Tez")))
    window.go(Place(CASE, person.id))
    page = window.pages.currentWidget()
    assert isinstance(page, CasePage)
    dialog = _read(page, made)
    links = [
        each for each in dialog.findChildren(type(dialog.print_button)) if "Open the file" in each.accessibleName()
    ]
    assert [each.text() for each in links] == ["Kay"]
    button_of(dialog, "Open the file of Kay").click()
    assert window.pages.place == Place(CASE, kay.id)


def test_an_assessment_is_put_right_in_the_file_it_was_filed_in(screen: ScreenDesk, person: Person, make: Make) -> None:
    made = make()
    form = entries.correction(screen, Id(77), made)
    assert isinstance(form, AssessmentForm)
    assert form.subject == person.id


@pytest.fixture
def plain() -> Iterator[None]:
    """The usual look again."""
    yield
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=False, scale=1.0)


@pytest.mark.parametrize(("dark", "scale"), [(True, 1.0), (False, 2.0)])
def test_it_can_be_read_by_everybody(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, person: Person, make: Make,
    plain: None, dark: bool, scale: float
) -> None:  # fmt: skip
    made = make()
    theme.apply(qapp, dark=dark, scale=scale)
    found = overview.entry(desk, person.id, made.id)
    dialog = AssessmentReading(screen, found, Chronology(screen, person.id).reading([found]))
    show(qtbot, dialog, 1326, 728)
    assert walk(dialog) == []
    dialog.back_button.click()
    assert walk(_answering(dialog)) == []
