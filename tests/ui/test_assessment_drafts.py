"""What was typed into an assessment outlives its form; what was wrong in one is put right by a further one."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID
from rise_desk.domain.sign_off import SENT_BACK, SignOff
from rise_desk.errors import NotFound
from rise_desk.services import casework, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.assessing import choose, evidence, fill, levels, opened, press, saved, shown, type_in
from tests.ui.files import Answer, words_of
from ui.assessment_form import AssessmentForm
from ui.desk import ScreenDesk
from ui.unsaved import Wish

pytestmark = pytest.mark.usefixtures("dropped")


@pytest.fixture
def last(desk: Desk, person: Person) -> Assessment:
    """What was submitted six weeks ago, when the band was amber."""
    return build.assessment(desk, person.id, "4333443232", day="2026-10-10", judgement=6)


@pytest.fixture
def form(qtbot: QtBot, screen: ScreenDesk, person: Person, last: Assessment) -> AssessmentForm:
    """A fresh form after one assessment."""
    return opened(qtbot, screen, person.id)


def test_what_was_typed_outlives_the_form(qtbot: QtBot, screen: ScreenDesk, desk: Desk, form: AssessmentForm) -> None:
    fill(form, "3333033335", 6, harm_signs=[{"sign": "exhaustion", "seen_on": "2026-11-18"}], strategy_asked=True)
    evidence(form, "substances").restore({"text": "What was seen of substances.", "carried_from": "2026-10-10"})
    choose(form, "red")
    form.drafting.keep()
    typed = form.sheet.typed()
    draft = unfinished.mine(desk)[0]
    assert (draft.kind, draft.subject) == (Assessment.KIND, form.subject)
    form.hide()
    again = shown(qtbot, AssessmentForm(screen, draft.subject, draft=draft))
    assert again.sheet.typed() == typed
    assert again.sheet.lines.choice.value() == "red"
    assert again.unsaved()
    evidence(again, "substances").confirm()
    type_in(again, strategy_at="today", strategy_by="By me, of Jo March")
    saved(qtbot, again)
    assert unfinished.mine(desk) == []


def test_a_draft_holds_no_more_than_was_typed(desk: Desk, form: AssessmentForm) -> None:
    levels(form, "family").choose(2)
    form.drafting.keep()
    assert unfinished.mine(desk)[0].typed["panel"] == {"scores.family": "2"}


def test_what_was_typed_can_be_read_without_the_form(desk: Desk, form: AssessmentForm) -> None:
    levels(form, "sexual_health").choose(0)
    form.sheet.rows["find_out.sexual_health"].editor.restore("Ask the clinic.")
    evidence(form, "family").text.restore("Rings her aunt.")
    form.drafting.keep()
    assert unfinished.words(unfinished.mine(desk)[0]).split("\n\n") == [
        "Scores: sexual health\n0",
        "Evidence: family\nRings her aunt.",
        "Find out: sexual health\nAsk the clinic.",
    ]


def test_leaving_asks_once_and_naming_it(form: AssessmentForm, answer: Answer, desk: Desk) -> None:
    asked = answer(Wish.STAY)
    levels(form, "family").choose(2)
    press(Qt.Key.Key_Escape)
    assert asked == ["Assessment of Maisie Okafor"]
    assert form.isVisible()
    assert levels(form, "family").value() == 2


def test_a_correction_begins_with_what_it_corrects(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, last: Assessment
) -> None:
    form = shown(qtbot, AssessmentForm(screen, person.id, last))
    assert form.named == "Correction of an assessment of Maisie Okafor"
    assert [levels(form, key).value() for key in INDICATORS] == [int(each) for each in "4333443232"]
    assert form.sheet.rows["assessed_on"].value() == "2026-10-10"
    assert not form.unsaved()
    levels(form, "missing").choose(1)
    made = saved(qtbot, form)
    assert (made.corrects, made.levels()["missing"], made.assessed_on) == (last.id, 1, "2026-10-10")
    assert made.evidence == last.evidence
    assert desk.store.find(last.id) == last


def test_one_that_was_sent_back_opens_from_the_bare_draft(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    other = build.colleague(desk, "Ama Boateng")
    made = build.assessment(other, person.id, "2212121211", judgement=3, day="2026-11-10")
    comments = "Say who saw her on Friday."
    back = SignOff(
        id=desk.clock.new_id(),
        subject=person.id,
        assessment=made.id,
        decided_at=Moment("2026-11-20T15:00+00:00"),
        decision=SENT_BACK,
        comments=comments,
    )
    casework.save(desk, back)
    number = unfinished.keep(other, NO_ID, Assessment.KIND, person.id, {"corrects": str(made.id)})
    draft = next(each for each in unfinished.mine(other) if each.id == number)
    screen.sit(other)
    form = shown(qtbot, AssessmentForm(screen, person.id, draft=draft))
    assert f"Sent back by Lena Osei on 20 November 2026 at 3:00pm: {comments}" in words_of(form)
    assert levels(form, "missing").value() == 2
    levels(form, "missing").choose(3)
    assert saved(qtbot, form).corrects == made.id
    assert unfinished.mine(other) == []


def test_a_correction_of_something_else_is_refused(screen: ScreenDesk, desk: Desk, person: Person) -> None:
    note = build.note(desk, person.id)
    number = unfinished.keep(desk, NO_ID, Assessment.KIND, person.id, {"corrects": str(note.id)})
    draft = next(each for each in unfinished.mine(desk) if each.id == number)
    with pytest.raises(NotFound):
        AssessmentForm(screen, person.id, draft=draft)
