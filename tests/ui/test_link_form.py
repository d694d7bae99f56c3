"""A link: read as a sentence, turned round, found by name or plate, and one sentence for each fault."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID
from rise_desk.services import subjects, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.screen import show, wheel
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.entry_choice import EntryChoice
from ui.link_form import LinkForm
from ui.resuming import window_of
from ui.subject_fields import SubjectField

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]


@pytest.fixture
def adult(desk: Desk) -> Person:
    """Somebody of concern."""
    return build.adult(desk)


def _form(qtbot: QtBot, form: LinkForm) -> LinkForm:
    show(qtbot, form, 860, 760)
    return form


def _choose(form: LinkForm, **values: object) -> None:
    for name, value in values.items():
        form.panel.rows[name].editor.set_value(value)


def _saved(qtbot: QtBot, form: LinkForm) -> Link:
    with qtbot.waitSignal(form.saved) as told:
        form.save()
    assert told.args is not None
    assert isinstance(told.args[0], Link)
    return told.args[0]


def test_a_link_reads_as_a_sentence_and_is_saved_with_who_says_so(
    qtbot: QtBot, screen: ScreenDesk, person: Person, adult: Person
) -> None:
    """The sentence is told while it is chosen."""
    form = _form(qtbot, LinkForm(screen, adult.id))
    assert form.told.text() == "Darren Pike … …"
    _choose(form, link_type="exploited", other=person.id, confidence="probable", said_by="her friend")
    form.tell()
    assert form.told.text() == f"Darren Pike exploited {person.name}"
    made = _saved(qtbot, form)
    assert (made.subject, made.other, made.link_type) == (adult.id, person.id, "exploited")
    assert (made.confidence, made.said_by, made.since) == ("probable", "her friend", "")


def test_begun_on_a_place_it_runs_from_somebody_to_that(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    corner = build.place(desk)
    form = _form(qtbot, LinkForm(screen, corner.id))
    assert form.told.text() == "… … Kebab Corner"
    assert form.panel.rows["subject"].isAncestorOf(form.focusWidget())
    _choose(form, subject=person.id, link_type="seen_at")
    made = _saved(qtbot, form)
    assert (made.subject, made.link_type, made.other) == (person.id, "seen_at", corner.id)


def test_one_key_turns_it_round(qtbot: QtBot, screen: ScreenDesk, person: Person, adult: Person) -> None:
    """Begun in the child's file, an exploitation link is turned round, as its fault says."""
    form = _form(qtbot, LinkForm(screen, person.id))
    _choose(form, link_type="exploited", other=adult.id)
    form.save()
    qtbot.waitUntil(lambda: bool(form.panel.rows["subject"].problem))
    assert form.panel.rows["subject"].problem.startswith(
        "An exploitation link runs from the alleged exploiter to the child. Turn it round"
    )
    QTest.keyClick(form, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert form.told.text() == f"Darren Pike exploited {person.name}"
    made = _saved(qtbot, form)
    assert (made.subject, made.other) == (adult.id, person.id)


def test_a_link_to_itself_and_a_link_twice_are_one_sentence_each(
    qtbot: QtBot, desk: Desk, screen: ScreenDesk, person: Person, adult: Person
) -> None:
    """Each at its own field."""
    form = _form(qtbot, LinkForm(screen, person.id))
    _choose(form, link_type="friend", other=person.id)
    form.save()
    qtbot.waitUntil(lambda: bool(form.panel.rows["other"].problem))
    assert form.panel.rows["other"].problem == "A link joins two. Choose somebody or something else."
    build.link(desk, adult, "friend", person)
    _choose(form, other=adult.id)
    form.save()
    qtbot.waitUntil(lambda: bool(form.panel.rows["link_type"].problem))
    assert "already linked so" in form.panel.rows["link_type"].problem


def test_nothing_chosen_is_said_at_each_field(qtbot: QtBot, screen: ScreenDesk, person: Person) -> None:
    """How, and with whom."""
    form = _form(qtbot, LinkForm(screen, person.id))
    form.save()
    qtbot.waitUntil(lambda: bool(form.panel.rows["other"].problem))
    assert form.panel.rows["link_type"].problem == "Enter how they are linked."
    assert form.panel.rows["other"].problem == "Choose with whom or what."


def test_a_phone_and_a_plate_are_found_beside_people(
    qtbot: QtBot, desk: Desk, screen: ScreenDesk, person: Person
) -> None:
    """With their groups."""
    car = build.vehicle(desk, "KX12 ABC", make="Audi")
    form = _form(qtbot, LinkForm(screen, person.id))
    field = form.panel.rows["other"].widget
    assert isinstance(field, SubjectField)
    QTest.keyClicks(field.search, "KX12")
    field.search.ask("KX12")
    assert [each.subject for each in subjects.found(desk, "KX12")] == [car.id]
    assert field.search.answers is not None
    field.search.answers.pick()
    assert field.value() == car.id
    assert field.called() == "KX12 ABC · Audi"


def test_an_unfinished_link_is_gone_on_with(
    qtbot: QtBot, desk: Desk, screen: ScreenDesk, person: Person, adult: Person
) -> None:
    """Turned round and all."""
    form = _form(qtbot, LinkForm(screen, person.id))
    _choose(form, link_type="groomed", other=adult.id, since=Moment("2026-05"), said_by="school")
    form.turn()
    form.drafting.keep()
    draft = unfinished.mine(desk)[0]
    again = window_of(screen, draft)
    assert isinstance(again, LinkForm)
    qtbot.addWidget(again)
    values = again.panel.values()
    assert (values["subject"], values["other"], values["link_type"]) == (adult.id, person.id, "groomed")
    assert (values["since"], values["said_by"]) == ("2026-05", "school")
    again.drafting.drop()
    form.panel.settle()


def test_a_link_on_file_is_changed(qtbot: QtBot, desk: Desk, screen: ScreenDesk, person: Person, adult: Person) -> None:
    """Under its version, with the record that it comes from."""
    note = build.note(desk, person.id, text="A friend told us.")
    held = build.link(desk, adult, "groomed", person)
    form = _form(qtbot, LinkForm(screen, person.id, held))
    source = form.panel.rows["said_in"].widget
    _choose(form, said_in=note.id, confidence="confirmed")
    assert isinstance(source, EntryChoice)
    offered = [source.itemText(each) for each in range(source.count())]
    assert "Contact note · 20 November 2026 at 10:00am · Lena Osei" in offered
    assert not any("Link" in each for each in offered)
    made = _saved(qtbot, form)
    assert (made.id, made.version, made.said_in, made.confidence) == (held.id, held.version + 1, note.id, "confirmed")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_can_be_walked(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, person: Person, scale: float) -> None:
    """Every control has a name, nothing is cut, and the wheel changes nothing."""
    theme.apply(qapp, dark=False, scale=scale)
    form = _form(qtbot, LinkForm(screen, person.id))
    assert walk(form) == []
    before = form.panel.typed()
    for row in form.panel.rows.values():
        wheel(row.editor.field_widget())
    assert form.panel.typed() == before
    assert form.over() == (NO_ID, 0)
