"""An assessment is read whole, put right, withdrawn, printed, and leads to those named in it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.assessment import HarmSign, Score
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import casework, overview, signing_off
from rise_desk.services.desk import Desk
from rise_desk.storage.record_rows import PersonRow
from tests import build
from tests.ui.answers import LOW, Make, answering, read
from tests.ui.files import button_of, dialog_of, words_of
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import entries, theme
from ui.assessment_form import AssessmentForm
from ui.assessment_reading import AssessmentReading
from ui.case_page import CasePage
from ui.chronology import Chronology
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.fitting import AROUND
from ui.indicator_rows import change
from ui.main_window import CASE, MainWindow
from ui.pages import Place
from ui.preview import PreviewDialog
from ui.withdraw import WithdrawDialog

pytestmark = pytest.mark.usefixtures("dropped")


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
    dialog = read(page, full)
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
    dialog = read(page, saved)
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


def test_it_is_corrected_by_a_further_one_and_withdrawn_with_a_reason(
    qtbot: QtBot, page: CasePage, desk: Desk, make: Make
) -> None:
    made = make()
    dialog = read(page, made)
    dialog.correct_button.click()
    form = dialog_of(page, AssessmentForm)
    assert form.corrects == made
    form.reject()
    dialog = read(page, made)
    dialog.withdraw_button.click()
    asked = dialog.findChild(WithdrawDialog)
    assert isinstance(asked, WithdrawDialog)
    asked.why.editor.set_value("Another child’s")
    asked.withdraw()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert signing_off.assessed(desk, page.subject).shown == ""
    gone = read(page, made)
    assert "Withdrawn by Lena Osei, 21 November 2026: Another child’s" in words_of(gone)
    assert not gone.sign_button.isVisible()
    assert not gone.correct_button.isVisible()


def test_a_corrected_one_leads_to_the_later_one_and_tells_what_was_answered(
    page: CasePage, desk: Desk, ada: Desk, make: Make
) -> None:
    made = make()
    signing_off.send_back(desk, made.id, "Who told you of the flat?")
    later = casework.save(ada, made.changed(id=ada.clock.new_id(), version=0, corrects=made.id))
    dialog = read(page, made)
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
    dialog = read(page, made)
    links = [
        each for each in dialog.findChildren(type(dialog.print_button)) if "Open the file" in each.accessibleName()
    ]
    assert [each.text() for each in links] == ["Kay"]
    button_of(dialog, "Open the file of Kay").click()
    assert window.pages.place == Place(CASE, kay.id)


def test_it_is_looked_at_on_paper_before_it_is_printed(qtbot: QtBot, page: CasePage, desk: Desk, make: Make) -> None:
    dialog = read(page, make())
    dialog.print_button.click()
    preview = dialog_of(page, PreviewDialog)
    assert preview.parentWidget() is dialog
    qtbot.waitUntil(lambda: preview.made is not None)
    preview.reject()
    desk.store.vault.do(PersonRow.update(restricted=True).where(PersonRow.id == page.subject))
    dialog.print_button.click()
    assert "restricted to named people" in words_of(dialog)


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
    assert walk(answering(dialog)) == []


def test_at_double_text_its_window_is_no_wider_than_the_screen(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, person: Person, make: Make, plain: None
) -> None:
    made = make()
    theme.apply(qapp, dark=False, scale=2.0)
    found = overview.entry(desk, person.id, made.id)
    dialog = AssessmentReading(screen, found, Chronology(screen, person.id).reading([found]))
    show(qtbot, dialog, 1000, 700)
    assert dialog.sign_button.isVisible()
    assert dialog.minimumSizeHint().width() <= 1366 - AROUND
