"""The form of a contact note: whom it concerns, when, what was said; a correction is a further entry."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.errors import NotFound
from rise_desk.services import overview, unfinished
from rise_desk.services.desk import Desk
from tests.build import note, young_person
from tests.ui.files import WORDS, maisie, written_about
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme, unsaved
from ui.desk import ScreenDesk
from ui.note_form import NoteForm
from ui.unsaved import Wish


@pytest.fixture(autouse=True)
def dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that a test leaves is dropped."""
    monkeypatch.setattr(unsaved, "wish", lambda *_: Wish.DROP)


def _form(qtbot: QtBot, form: NoteForm) -> NoteForm:
    show(qtbot, form, 900, 690)
    return form


def _type(form: NoteForm, **typed: object) -> None:
    for name, value in typed.items():
        form.panel.rows[name].editor.restore(value)


def test_a_note_begins_with_the_young_person_and_nothing_else(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = maisie(desk)
    form = _form(qtbot, NoteForm(screen, person.id))
    values = form.panel.value()
    assert values["concerns"] == (Concern(subject=person.id),)
    assert not any(value for name, value in values.items() if name != "concerns")
    assert not form.panel.dirty()
    assert form.named == "Contact note about Maisie Okafor"
    assert not form.panel.rows["own_words_of"].isVisible()
    assert form.panel.rows["happened_at"].editor.field_widget().hasFocus()


def test_only_when_and_what_are_required(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = maisie(desk)
    form = _form(qtbot, NoteForm(screen, person.id))
    form.save()
    assert set(form.summary.links) == {"happened_at", "text"}
    _type(form, happened_at="20 11 2026", text="Met at school.")
    with qtbot.waitSignal(form.saved) as saved:
        QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = saved.args[0]
    assert overview.note(desk, kept.id) == kept
    assert (kept.happened_at, kept.corrects, kept.saw()) == ("2026-11-20", 0, frozenset())


def test_ctrl_d_is_now(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = _form(qtbot, NoteForm(screen, maisie(desk).id))
    line = form.panel.rows["happened_at"].editor.field_widget()
    assert isinstance(line, QLineEdit)
    QTest.keyClick(line, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "21 November 2026 10:00"
    assert form.panel.value()["happened_at"] == "2026-11-21T10:00+00:00"


def test_the_words_of_one_of_several_need_a_name(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person, jade = maisie(desk), young_person(desk, "Jade", "Whitlock")
    form = _form(qtbot, NoteForm(screen, person.id))
    form.concerns.add(jade.id)
    assert form.panel.rows["own_words_of"].isVisible()
    _type(form, happened_at="yesterday", text="Met both.", own_words="Leave us.")
    form.save()
    assert form.panel.rows["own_words_of"].problem == "Say whose words these are."
    _type(form, own_words_of=str(jade.id))
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    assert saved.args[0].speaker() == jade.id
    assert {each for each, _role in saved.args[0].involved()} == {person.id, jade.id}


def test_a_correction_is_a_further_entry(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = maisie(desk)
    written_about(desk, person)
    first = overview.latest_words(desk, person.id)
    assert isinstance(first, ContactNote)
    form = _form(qtbot, NoteForm(screen, person.id, corrects=first))
    assert not form.panel.dirty()
    assert form.panel.value()["own_words"] == WORDS
    _type(form, text="Went at five.")
    form.drafting.keep()
    draft = unfinished.mine(desk)[0]
    assert draft.record == first.id
    again = _form(qtbot, NoteForm(screen, person.id, draft=draft))
    with qtbot.waitSignal(again.saved) as saved:
        again.save()
    assert saved.args[0].corrects == first.id
    assert saved.args[0].id != first.id
    assert overview.note(desk, first.id) == first
    assert overview.entry(desk, person.id, first.id).corrected_by == saved.args[0].id
    assert unfinished.mine(desk) == []


def test_an_unfinished_note_is_offered_back_as_it_was(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person, jade = maisie(desk), young_person(desk, "Jade", "Whitlock")
    form = _form(qtbot, NoteForm(screen, person.id))
    form.concerns.add(jade.id)
    _type(form, happened_at="31 2 2026", text="Half a sen", told="told")
    form.drafting.keep()
    typed = form.panel.typed()
    again = _form(qtbot, NoteForm(screen, person.id, draft=unfinished.mine(desk)[0]))
    assert again.panel.typed() == typed
    assert again.panel.dirty()


def test_only_a_grant_that_is_held_is_offered(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = maisie(desk)
    assert "reserved" not in NoteForm(screen, person.id).panel.rows
    desk.who = replace(desk.who, grants=frozenset({"health"}))
    form = _form(qtbot, NoteForm(screen, person.id))
    _type(form, happened_at="today", text="At the clinic.", reserved="health")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    assert saved.args[0].reserved == "health"


def test_a_correction_of_what_is_gone_is_refused(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = maisie(desk)
    desk.who = replace(desk.who, grants=frozenset({"health"}))
    first = note(desk, person.id, reserved="health")
    form = _form(qtbot, NoteForm(screen, person.id, corrects=first))
    _type(form, text="Changed.")
    form.drafting.keep()
    desk.who = replace(desk.who, grants=frozenset())
    with pytest.raises(NotFound):
        NoteForm(screen, person.id, draft=unfinished.mine(desk)[0])


def test_wording_is_nudged_and_never_stops_anybody(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = _form(qtbot, NoteForm(screen, maisie(desk).id))
    _type(form, happened_at="today", text="She is putting herself at risk.")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    assert isinstance(saved.args[0], ContactNote)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_form_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, scale: float
) -> None:
    theme.apply(qapp, dark=True, scale=scale)
    person, jade = maisie(desk), young_person(desk, "Jade", "Whitlock")
    form = NoteForm(screen, person.id)
    show(qtbot, form, 1300, 700)
    form.concerns.add(jade.id)
    form.save()
    assert walk(form) == []
