"""Unfinished forms of every sort are gone on with where they were left; what has no form left can still be copied."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.contact import ContactNote
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID
from rise_desk.errors import Unavailable
from rise_desk.services import casework, overview, unfinished
from rise_desk.services.desk import Desk
from rise_desk.services.unfinished import Draft
from tests import build
from tests.ui.files import maisie, open_form, type_in, words_of
from tests.ui.screen import show
from ui.desk import ScreenDesk
from ui.leftover import Leftover
from ui.lock import close_dialogs
from ui.note_form import NoteForm
from ui.person_form import PersonForm
from ui.resuming import window_of
from ui.widgets.part_dialog import PartDialog
from ui.widgets.parts import PartsField
from ui.withdraw import WithdrawDialog

pytestmark = pytest.mark.usefixtures("answer")


@pytest.fixture(autouse=True)
def unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that a test leaves half done is thrown away."""
    monkeypatch.setattr(PartDialog, "_throw_away", lambda _dialog: True)


def _only(desk: Desk) -> Draft:
    (draft,) = unfinished.mine(desk)
    return draft


def _part_of(form: PersonForm) -> PartDialog:
    return next(each for each in form.findChildren(PartDialog) if each.isVisible())


def _aliases(form: PersonForm) -> PartsField:
    widget = form.panel.rows["aliases"].widget
    assert isinstance(widget, PartsField)
    return widget


def test_why_an_entry_is_withdrawn_is_kept_while_it_is_typed(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = build.young_person(desk)
    note = build.note(desk, person.id)
    dialog = WithdrawDialog(screen, note)
    show(qtbot, dialog, 600, 400)
    dialog.drafting.keep()
    assert unfinished.mine(desk) == []
    dialog.drafting.timer.setInterval(1)
    dialog.why.editor.set_value("Written into the")
    qtbot.waitUntil(lambda: bool(unfinished.mine(desk)))
    draft = _only(desk)
    assert (draft.kind, draft.record, draft.subject) == ("withdrawal", note.id, person.id)
    again = window_of(screen, draft)
    assert isinstance(again, WithdrawDialog)
    show(qtbot, again, 600, 400)
    again.why.editor.set_value(f"{again.why.value()} wrong file.")
    with qtbot.waitSignal(again.withdrawn) as told:
        again.withdraw()
    assert told.args[0].withdrawn.why == "Written into the wrong file."
    assert unfinished.mine(desk) == []


def test_whoever_keeps_the_entry_gives_the_reason_up(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    dialog = WithdrawDialog(screen, build.note(desk, build.young_person(desk).id))
    show(qtbot, dialog, 600, 400)
    dialog.why.editor.set_value("Written")
    dialog.drafting.keep()
    _only(desk)
    dialog.leave.click()
    assert unfinished.mine(desk) == []


@pytest.mark.parametrize("place", [0, 1])
def test_what_stands_in_the_small_window_of_a_part_is_kept_too(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, place: int
) -> None:
    person = maisie(desk)
    form = PersonForm(screen, person)
    form.show()
    field = _aliases(form)
    field.change(0) if place == 0 else field.add()
    _part_of(form).panel.rows["used_where"].editor.restore("Only half of it was ty")
    assert form.drafting.timer.isActive()
    screen.leaving.emit()
    close_dialogs(qapp)
    QApplication.processEvents()
    draft = _only(desk)
    assert draft.typed["part"] == {"aliases": {"place": place, "typed": {"used_where": "Only half of it was ty"}}}
    again = window_of(screen, draft)
    assert isinstance(again, PersonForm)
    open_form(qtbot, again)
    QApplication.processEvents()
    part = _part_of(again)
    assert part.panel.values()["used_where"] == "Only half of it was ty"
    assert part.panel.values()["name"] == ("Maz O" if place == 0 else "")
    part.panel.rows["name"].editor.restore("Emmie")
    part.save()
    assert again.panel.values()["aliases"][place].name == "Emmie"
    assert again.panel.half_done() == {}


def test_a_part_of_a_form_that_has_changed_since_is_left_out(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = open_form(qtbot, PersonForm(screen, maisie(desk)))
    form.panel.go_on({"gone": {"place": 0, "typed": {}}, "known_as": {"place": 0, "typed": {}}})
    assert not [each for each in form.findChildren(PartDialog) if each.isVisible()]
    _aliases(form).go_on({"place": 9, "typed": {"name": "New"}})
    assert _aliases(form).half_done() == {"place": 1, "typed": {"name": "New"}}
    _part_of(form).panel.settle()
    assert _aliases(form).half_done() is None


def test_a_draft_says_no_more_than_what_was_typed(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = open_form(qtbot, PersonForm(screen, maisie(desk)))
    type_in(form, known_as="M")
    form.drafting.keep()
    form.drafting.keep()
    assert _only(desk).typed == {"panel": {"known_as": "M"}, "aside": {}, "part": {}}


def test_two_windows_with_one_unfinished_form_lose_nothing_of_either(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk
) -> None:
    person = maisie(desk)
    form = open_form(qtbot, PersonForm(screen, person))
    type_in(form, known_as="M")
    form.drafting.keep()
    one, other = (window_of(screen, _only(desk)) for _ in range(2))
    for window, text in ((one, "Mine"), (other, "Theirs")):
        assert isinstance(window, PersonForm)
        open_form(qtbot, window)
        type_in(window, background=text)
        window.drafting.keep()
    assert {each.typed["panel"]["background"] for each in unfinished.mine(desk)} == {"Mine", "Theirs"}


def test_what_became_of_the_record_is_said_in_the_form(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = maisie(desk)
    note = build.note(desk, person.id)
    form = NoteForm(screen, person.id, corrects=note)
    show(qtbot, form, 900, 690)
    form.panel.rows["text"].editor.restore("Corrected.")
    form.drafting.keep()
    build.note(desk, person.id, corrects=note.id)
    again = window_of(screen, _only(desk))
    assert isinstance(again, NoteForm)
    show(qtbot, again, 900, 690)
    assert "Lena Osei corrected this entry" in words_of(again)
    assert again.panel.values()["text"] == "Corrected."
    with qtbot.waitSignal(again.saved):
        again.save()


def test_a_form_whose_file_is_gone_leaves_its_text(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = maisie(desk)
    typed: dict[str, Any] = {"panel": {"background": "An hour’s work."}}
    unfinished.keep(desk, NO_ID, Person.KIND, person.id, typed, record=person.id, version=person.version)
    casework.withdraw(desk, person, "Opened twice.")
    dialog = window_of(screen, _only(desk))
    assert isinstance(dialog, Leftover)
    show(qtbot, dialog, 700, 400)
    assert "Opened twice." in words_of(dialog)
    assert dialog.text.toPlainText() == "Background\nAn hour’s work."
    monkeypatch.setattr("ui.asking.confirmed", lambda *_: True)
    with monkeypatch.context() as patched:
        patched.setattr(unfinished, "drop", _full)
        with qtbot.waitSignal(screen.troubled) as told:
            dialog.throw_button.click()
        assert told.args == ["The disk is full."]
    again = window_of(screen, _only(desk))
    assert isinstance(again, Leftover)
    with qtbot.waitSignal(screen.drafted):
        again.throw_away()
    assert unfinished.mine(desk) == []


def _full(*_: object) -> None:
    raise Unavailable("The disk is full.")


def test_a_new_note_and_a_new_file_are_opened_as_they_were(screen: ScreenDesk, desk: Desk) -> None:
    person = maisie(desk)
    unfinished.keep(desk, NO_ID, ContactNote.KIND, person.id, {"panel": {"text": "She said"}})
    note = window_of(screen, _only(desk))
    assert isinstance(note, NoteForm)
    assert note.panel.values()["text"] == "She said"
    unfinished.drop(desk, _only(desk).id)
    unfinished.keep(desk, NO_ID, Person.KIND, NO_ID, {"panel": {"given_name": "Kian"}})
    file = window_of(screen, _only(desk))
    assert isinstance(file, PersonForm)
    assert file.panel.values()["given_name"] == "Kian"
    assert overview.person(desk, person.id) == person
