"""The window leads to every form: search, new files, notes, unfinished forms."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.contact import ContactNote
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import unfinished
from tests import build
from tests.ui.open_window import dialog, page
from ui.change_password import ChangePassword
from ui.desk import ScreenDesk
from ui.import_dialog import ImportDialog
from ui.leftover import Leftover
from ui.main_window import ADULTS, CASE, HELP, PEOPLE, TODAY, MainWindow
from ui.note_form import NoteForm
from ui.pages import Place
from ui.person_form import PersonForm
from ui.preview import PreviewDialog


def test_search_opens_a_file(qtbot: QtBot, window: MainWindow, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at)
    window.menus.actions["find"].trigger()
    assert window.top.search.hasFocus()
    QTest.keyClicks(window.top.search, "okaf")
    qtbot.waitUntil(lambda: window.top.search.answers is not None and window.top.search.answers.isVisible())
    QTest.keyClick(window.top.search, Qt.Key.Key_Return)
    assert window.pages.place == Place(CASE, person.id)


FORMS: list[tuple[str, Callable[[MainWindow, Person], object], type[QDialog]]] = [
    ("new", lambda window, person: window.forms.new_person(), PersonForm),
    ("note", lambda window, person: window.forms.note(person.id), NoteForm),
    ("import", lambda window, person: window.forms.import_list(), ImportDialog),
    ("summary", lambda window, person: window.forms.summary(person.id), PreviewDialog),
    ("password", lambda window, person: window.forms.change_password(), ChangePassword),
]


@pytest.mark.parametrize(("ask", "kind"), [(ask, kind) for _, ask, kind in FORMS], ids=[name for name, _, _ in FORMS])
def test_every_form_opens_over_the_window(
    qtbot: QtBot,
    window: MainWindow,
    screen: ScreenDesk,
    ask: Callable[[MainWindow, Person], object],
    kind: type[QDialog],
) -> None:
    ask(window, build.young_person(screen.at))
    form = dialog(window, kind)
    assert form.window() is form
    assert form.parentWidget() is window
    form.close()
    qtbot.waitUntil(lambda: not [each for each in window.findChildren(kind) if each.isVisible()])


def test_a_new_file_is_opened_once_it_is_saved(qtbot: QtBot, window: MainWindow, screen: ScreenDesk) -> None:
    window.go(Place(PEOPLE))
    window.menus.actions["new"].trigger()
    form = dialog(window, PersonForm)
    assert isinstance(form, PersonForm)
    form.panel.rows["given_name"].editor.set_value("Maisie")
    with qtbot.waitSignal(form.saved) as told:
        form.save()
    assert window.pages.place == Place(CASE, told.args[0].id)


def test_a_new_adult_is_of_concern(window: MainWindow) -> None:
    window.go(Place(ADULTS))
    window.menus.actions["new"].trigger()
    form = dialog(window, PersonForm)
    assert isinstance(form, PersonForm)
    assert form.base.has_role(OF_CONCERN)
    form.panel.settle()


@pytest.mark.parametrize("where", [TODAY, HELP])
def test_new_is_a_young_person_elsewhere(window: MainWindow, where: str) -> None:
    window.go(Place(where))
    window.menus.actions["new"].trigger()
    assert dialog(window, PersonForm).isVisible()


def test_unfinished_forms_are_gone_on_with(window: MainWindow, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at)
    unfinished.keep(screen.at, NO_ID, ContactNote.KIND, person.id, {"panel": {"text": "She said"}})
    unfinished.keep(screen.at, NO_ID, Person.KIND, NO_ID, {"panel": {"given_name": "Kian"}})
    unfinished.keep(screen.at, NO_ID, Person.KIND, person.id, {"panel": {}}, record=person.id, version=person.version)
    drafts = {(each.kind, bool(each.record)): each for each in unfinished.mine(screen.at)}
    for which, kind in (
        ((ContactNote.KIND, False), NoteForm),
        ((Person.KIND, False), PersonForm),
        ((Person.KIND, True), PersonForm),
    ):
        window.forms.resume(drafts[which])
        form = dialog(window, kind)
        form.panel.settle()  # type: ignore[attr-defined]  # both forms have one
        form.close()


def test_a_form_that_cannot_be_opened_is_said(window: MainWindow, screen: ScreenDesk) -> None:
    unfinished.keep(screen.at, NO_ID, Person.KIND, Id(5), {"panel": {}}, record=Id(5), version=1)
    window.forms.resume(unfinished.mine(screen.at)[0])
    leftover = dialog(window, Leftover)
    leftover.close()
    assert len(unfinished.mine(screen.at)) == 1
    window.notice.hide()
    window.forms.summary(Id(5))
    assert window.notice.text.text() == "That record is not on file."


def test_a_list_leads_to_notes_and_summaries(window: MainWindow, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at)
    window.go(Place(PEOPLE))
    page(window).note_asked.emit(person.id)  # type: ignore[attr-defined]  # a caseload
    dialog(window, NoteForm).close()
    page(window).new_asked.emit("at_risk")  # type: ignore[attr-defined]  # a caseload
    dialog(window, PersonForm).close()
