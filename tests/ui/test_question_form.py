"""An open question: what, about whom, who and by when; answered in the same form, gone on with, and on Today."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import open_question_due
from rise_desk.domain.disruption import Target
from rise_desk.domain.moments import Moment
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.person import Person
from rise_desk.services import casework, today, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import words_of
from tests.ui.open_window import dialog
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme, today_asks
from ui.desk import ScreenDesk
from ui.first_page import open_it
from ui.link_windows import question
from ui.main_window import MainWindow
from ui.named_parts import NamedSubjects
from ui.question_form import QuestionForm
from ui.resuming import window_of
from ui.subject_box import GONE
from ui.thing_form import ThingForm

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]


def _form(qtbot: QtBot, form: QuestionForm) -> QuestionForm:
    show(qtbot, form, 820, 700)
    return form


def _about(form: QuestionForm) -> NamedSubjects:
    widget = form.panel.rows["about"].widget
    assert isinstance(widget, NamedSubjects)
    return widget


def _saved(qtbot: QtBot, form: QuestionForm) -> OpenQuestion:
    with qtbot.waitSignal(form.saved) as told:
        form.save()
    assert told.args is not None
    assert isinstance(told.args[0], OpenQuestion)
    return told.args[0]


def _asked(desk: Desk, person: Person, **values: str) -> OpenQuestion:
    made = OpenQuestion(id=desk.clock.new_id(), about=(Target(subject=person.id),), question="Who drives the Audi?")
    known = {name: Moment(value) if name.endswith("_on") else value for name, value in values.items()}
    return casework.save(desk, made.changed(**known))


def test_it_is_about_the_file_and_whoever_else_is_added(
    qtbot: QtBot, desk: Desk, screen: ScreenDesk, person: Person
) -> None:
    """Found by name or plate, taken out again; no date is filled in."""
    car = build.vehicle(desk, "KX12 ABC")
    form = _form(qtbot, QuestionForm(screen, person.id))
    about = _about(form)
    QTest.keyClicks(about.search, "KX12")
    about.search.ask("KX12")
    assert about.search.answers is not None
    about.search.answers.pick()
    about.add(car.id)
    assert [each.subject for each in about.value()] == [person.id, car.id]
    qtbot.waitUntil(lambda: "KX12 ABC" in words_of(about))
    about.removes[0].click()
    assert [each.subject for each in about.value()] == [car.id]
    about.add(person.id)
    form.panel.rows["question"].editor.set_value("Who drives it?")
    made = _saved(qtbot, form)
    assert [each.subject for each in made.about] == [car.id, person.id]
    assert (made.asked_on, made.due_on, made.is_open) == ("", "", True)


def test_what_is_there_already_is_not_offered_again(screen: ScreenDesk, person: Person, qtbot: QtBot) -> None:
    """The file one came from."""
    form = _form(qtbot, QuestionForm(screen, person.id))
    about = _about(form)
    QTest.keyClicks(about.search, person.family_name)
    about.search.ask(person.family_name)
    assert about.search.answers is not None
    assert about.search.answers.list.count() == 0


def test_a_number_that_is_on_no_file_says_so(screen: ScreenDesk, person: Person, qtbot: QtBot) -> None:
    """A draft may hold one that was merged or withdrawn since."""
    form = _form(qtbot, QuestionForm(screen, person.id))
    _about(form).restore([{"subject": "77"}])
    qtbot.waitUntil(lambda: GONE in words_of(_about(form)))


def test_it_is_answered_in_the_same_form(qtbot: QtBot, desk: Desk, screen: ScreenDesk, person: Person) -> None:
    """A day of the answer without one is told at its field."""
    held = _asked(desk, person, due_on="2026-12-01")
    opened = question(screen, person.id, held.id)
    assert isinstance(opened, QuestionForm)
    form = _form(qtbot, opened)
    form.panel.rows["answered_on"].editor.set_value(Moment("2026-11-20"))
    form.save()
    qtbot.waitUntil(lambda: form.panel.rows["answer"].problem == "Enter the answer.")
    form.panel.rows["answer"].editor.set_value("His brother.")
    made = _saved(qtbot, form)
    assert (made.id, made.version, made.is_open) == (held.id, held.version + 1, False)


def test_an_unfinished_one_is_gone_on_with(qtbot: QtBot, desk: Desk, screen: ScreenDesk, person: Person) -> None:
    """New, and over one on file."""
    form = _form(qtbot, QuestionForm(screen, person.id))
    form.panel.rows["question"].editor.set_value("Who pays?")
    form.drafting.keep()
    again = window_of(screen, unfinished.mine(desk)[0])
    assert isinstance(again, QuestionForm)
    qtbot.addWidget(again)
    assert again.panel.values()["question"] == "Who pays?"
    assert again.panel.values()["about"] == (Target(subject=person.id),)
    again.drafting.drop()
    form.panel.settle()
    held = _asked(desk, person)
    over = _form(qtbot, QuestionForm(screen, person.id, held))
    over.panel.rows["answer"].editor.set_value("Nobody")
    over.drafting.keep()
    resumed = window_of(screen, unfinished.mine(desk)[0])
    assert isinstance(resumed, QuestionForm)
    qtbot.addWidget(resumed)
    assert resumed.base is not None
    assert (resumed.base.id, resumed.panel.values()["answer"]) == (held.id, "Nobody")
    resumed.drafting.drop()
    over.panel.settle()


def test_on_today_its_line_asks_for_the_answer(window: MainWindow, desk: Desk, person: Person) -> None:
    """The form opens over that question."""
    held = _asked(desk, person, due_on="2026-11-20")
    line = next(each for each in today.in_file(desk, person.id) if each.due.rule == open_question_due.RULE)
    verb = today_asks.verbs(line)[-1]
    assert verb.text == "Answer"
    open_it(window, verb.ask)
    form = dialog(window, QuestionForm)
    assert isinstance(form, QuestionForm)
    assert form.base is not None
    assert form.base.id == held.id


def test_a_thing_that_is_not_on_file_is_made_from_the_form_of_a_link(
    qtbot: QtBot, screen: ScreenDesk, person: Person
) -> None:
    """And stands in its field once it is saved."""
    from ui.link_form import LinkForm
    from ui.subject_fields import SubjectField

    form = LinkForm(screen, person.id)
    show(qtbot, form, 860, 700)
    field = form.panel.rows["other"].widget
    assert isinstance(field, SubjectField)
    field.new.buttons["place"].click()
    made = next(each for each in form.findChildren(ThingForm) if each.isVisible())
    made.panel.rows["place_name"].editor.set_value("The underpass")
    with qtbot.waitSignal(made.saved):
        made.save()
    assert field.called() == "The underpass"
    field.remove.click()
    assert not field.value()
    form.panel.settle()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_can_be_walked(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, person: Person, scale: float) -> None:
    """Every control has a name, and nothing is cut."""
    theme.apply(qapp, dark=True, scale=scale)
    assert walk(_form(qtbot, QuestionForm(screen, person.id))) == []


def test_a_question_about_a_group_names_all_of_them_and_a_draft_keeps_them(
    qtbot: QtBot, window: MainWindow, screen: ScreenDesk, desk: Desk
) -> None:
    men = [build.adult(desk, "Man", name) for name in ("One", "Two", "Three")]
    window.forms.protecting.group_question([each.id for each in men])
    form = dialog(window, QuestionForm)
    assert isinstance(form, QuestionForm)
    assert form.named == "Open question about Man One and 2 others"
    assert not form.unsaved()
    form.panel.rows["question"].editor.restore("Who drives them?")
    form.drafting.keep()
    (draft,) = unfinished.mine(desk)
    again = window_of(screen, draft)
    assert isinstance(again, QuestionForm)
    saved = _saved(qtbot, _form(qtbot, again))
    assert [each.subject for each in saved.about] == [each.id for each in men]
    form.done(0)
