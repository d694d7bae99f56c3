"""While a file is opened the desk tells who it may be already; going on needs a reason where that is likely."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.person import Person
from rise_desk.errors import Busy
from rise_desk.services import duplicates, unfinished
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests.ui.files import maisie, open_form, type_in
from tests.ui.screen import focused
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.person_form import BECAUSE_MISSING, PersonForm
from ui.widgets.buttons import Button

pytestmark = pytest.mark.usefixtures("answer")


@pytest.fixture
def on_file(desk: Desk) -> Person:
    """Maisie is on file already."""
    return maisie(desk)


def _told(form: PersonForm) -> list[str]:
    return [each.why for each in form.likely.found]


def test_who_it_may_be_appears_while_typing(qtbot: QtBot, screen: ScreenDesk, on_file: Person) -> None:
    form = open_form(qtbot, PersonForm(screen))
    assert not form.likely.isVisible()
    type_in(form, given_name="Maysee", family_name="Okaffor")
    qtbot.waitUntil(form.likely.isVisible)
    assert _told(form) == ["sounds alike"]
    assert form.likely.because.isVisible()
    type_in(form, date_of_birth="12/3/2011")
    qtbot.waitUntil(lambda: not form.likely.because.isVisible())
    type_in(form, date_of_birth="12/3/2013")
    qtbot.waitUntil(form.likely.because.isVisible)
    assert _told(form) == ["sounds alike, same date of birth"]
    assert walk(form) == []
    type_in(form, family_name="Bellamy", given_name="Jade")
    qtbot.waitUntil(lambda: not form.likely.isVisible())


def test_going_on_needs_a_reason_which_is_kept(qtbot: QtBot, screen: ScreenDesk, desk: Desk, on_file: Person) -> None:
    form = open_form(qtbot, PersonForm(screen))
    type_in(form, given_name="Maisie", family_name="Okafor", date_of_birth="12/3/2013")
    form.save()
    qtbot.waitUntil(lambda: bool(form.summary.links or form.likely.because.problem))
    assert form.likely.because.problem == BECAUSE_MISSING
    assert focused() is form.likely.because.editor.field_widget()
    form.likely.because.editor.restore("Her cousin")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    assert audit.entries(desk.store.vault, record=saved.args[0].id)[0]["reason"] == "Her cousin"


def test_their_file_can_be_opened_instead_and_nothing_typed_is_lost(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, on_file: Person
) -> None:
    form = open_form(qtbot, PersonForm(screen))
    type_in(form, given_name="Maisie", family_name="Okafor", date_of_birth="12/3/2013")
    qtbot.waitUntil(form.likely.because.isVisible)
    form.likely.because.editor.restore("Not sure yet")
    (button,) = [each for each in form.likely.findChildren(Button) if each.accessibleName().startswith("Open the file")]
    with qtbot.waitSignal(form.opened_instead) as opened:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.args == [on_file.id]
    assert not form.isVisible()
    (draft,) = unfinished.mine(desk)
    again = open_form(qtbot, PersonForm(screen, draft=draft))
    assert again.panel.values()["given_name"] == "Maisie"
    assert again.likely.because.editor.value() == "Not sure yet"


def test_a_file_that_is_changed_is_not_looked_for(qtbot: QtBot, screen: ScreenDesk, on_file: Person) -> None:
    form = open_form(qtbot, PersonForm(screen, on_file))
    type_in(form, background="Moved again.")
    with qtbot.waitSignal(form.saved):
        form.save()
    assert form.likely.found == ()


def test_a_busy_store_or_a_locked_desk_says_nothing(
    qtbot: QtBot, screen: ScreenDesk, on_file: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = open_form(qtbot, PersonForm(screen))

    def busy(*_: object) -> None:
        raise Busy("Another program is writing.")

    monkeypatch.setattr(duplicates, "likely", busy)
    form.likely.look(on_file)
    assert form.likely.found == ()
    monkeypatch.undo()
    screen.leave()
    form.likely.look(on_file)
    assert form.likely.found == ()


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 2.0)])
def test_the_fields_keep_most_of_the_form(
    qtbot: QtBot, screen: ScreenDesk, on_file: Person, qapp: QApplication, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    form = open_form(qtbot, PersonForm(screen))
    type_in(form, given_name="Maisie", family_name="Okafor", date_of_birth="12/3/2013")
    qtbot.waitUntil(form.likely.because.isVisible)
    assert form.likely.height() <= 0.41 * form.height()
    assert walk(form.likely) == []
