"""Help: a page for every screen, F1 in every window without losing what is typed, words found, and a way back."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

import ui
from rise_desk.domain.person import Person
from rise_desk.services import handbook
from tests.ui.open_window import page
from tests.ui.screen import colours_of, focused, show
from tests.ui.walk import walk
from ui import help_at_hand, help_topics, theme
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.help_at_hand import HelpAtHand
from ui.help_page import HelpPage
from ui.help_text import HelpText
from ui.help_view import NAME, HelpView
from ui.help_window import HelpWindow
from ui.keys_dialog import KeysDialog
from ui.main_window import ADULTS, HELP, PEOPLE, SETTINGS, STAFF, TODAY, MainWindow
from ui.note_form import NoteForm
from ui.pages import Page, Place
from ui.sign_in import SignIn
from ui.step import Step, Steps

SCREENS: tuple[type[QWidget], ...] = (Page, QDialog, Step, Steps)

RAISED = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[HelpView]:
    """Help, open at its first page."""
    made = HelpView()
    made.show_topic("start")
    show(qtbot, made, 1000, 640)
    yield made
    made.hide()


def _below(kind: type[Any]) -> set[type[Any]]:
    return {each for below in kind.__subclasses__() for each in (below, *_below(below))}


def _every_screen() -> set[str]:
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    found = {each for kind in SCREENS for each in _below(kind)} | {MainWindow}
    return {each.__name__ for each in found if each.__module__.startswith("ui.")}


def test_every_screen_and_window_has_its_page_of_help() -> None:
    named = {name.partition(":")[0] for name in help_topics.TOPICS}
    assert _every_screen() - named == set()
    assert named - _every_screen() == {"SearchBox", "Step", "Steps"}


def test_every_topic_is_a_page() -> None:
    assert {handbook.page(name).name for name in help_topics.TOPICS.values()} == set(help_topics.TOPICS.values())


@pytest.mark.parametrize(
    ("key", "topic"),
    [(TODAY, "today"), (PEOPLE, "people"), (ADULTS, "adults"), (SETTINGS, "settings"), (STAFF, "accounts")],
)
def test_f1_opens_help_for_the_page_in_view(window: MainWindow, key: str, topic: str) -> None:
    window.go(Place(key))
    page(window).setFocus()
    QTest.keyClick(window, Qt.Key.Key_F1)
    shown = page(window)
    assert isinstance(shown, HelpPage)
    assert shown.view.topic == topic
    assert focused() is shown.view.text
    window.menus.actions["back"].trigger()
    assert window.pages.place == Place(key)


@pytest.mark.parametrize(
    ("tab", "topic"),
    [
        ("overview", "case"),
        ("chronology", "chronology"),
        ("missing", "case-missing"),
        ("notices", "notices"),
        ("details", "details"),
    ],
)
def test_f1_in_a_file_opens_help_for_its_tab(window: MainWindow, person: Person, tab: str, topic: str) -> None:
    window.open_file(person.id)
    case = page(window)
    assert isinstance(case, CasePage)
    case.tabs.set_current(tab)
    QTest.keyClick(window, Qt.Key.Key_F1)
    shown = page(window)
    assert isinstance(shown, HelpPage)
    assert shown.view.topic == topic


def test_f1_while_searching_and_in_help_itself(window: MainWindow) -> None:
    window.top.search.setFocus()
    QTest.keyClicks(window.top.search, "ma")
    QTest.keyClick(window, Qt.Key.Key_F1)
    shown = page(window)
    assert isinstance(shown, HelpPage)
    assert shown.view.topic == "search"
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert shown.view.topic == "help"


def test_the_menu_leads_to_what_is_looked_up(window: MainWindow) -> None:
    for key in ("glossary", "promises", "about"):
        window.menus.actions[key].trigger()
        shown = page(window)
        assert isinstance(shown, HelpPage)
        assert shown.view.topic == key


@RAISED
def test_f1_in_a_form_opens_help_over_it_and_the_form_keeps_what_was_typed(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, person: Person, dropped: None
) -> None:
    HelpAtHand(qapp)
    form = NoteForm(screen, person.id)
    show(qtbot, form, 900, 690)
    text = form.panel.rows["text"].editor.field_widget()
    text.setFocus()
    QTest.keyClicks(text, "Seen at school?")
    QTest.keyClick(text, Qt.Key.Key_F1)
    opened = form.findChild(HelpWindow)
    assert isinstance(opened, HelpWindow)
    assert opened.view.topic == "note"
    assert form.isVisible()
    QTest.keyClick(text, Qt.Key.Key_F1)
    assert len(form.findChildren(HelpWindow)) == 1
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened)
    QTest.keyClick(opened, Qt.Key.Key_F1)
    assert opened.view.topic == "help"
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()
    assert form.panel.values()["text"] == "Seen at school?"
    assert form.findChildren(KeysDialog) == []


def test_each_window_gets_its_keys_once_and_the_desk_has_them_in_its_menus(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    hand = HelpAtHand(qapp)
    assert window.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly) == []
    dialog = QDialog()
    show(qtbot, dialog)
    hand.look()
    assert len(dialog.findChildren(QShortcut)) == 3


@RAISED
def test_help_before_anybody_has_signed_in(qtbot: QtBot, door: SignIn) -> None:
    help_at_hand.show_help(door)
    opened = door.findChild(HelpWindow)
    assert isinstance(opened, HelpWindow)
    assert opened.view.topic == "sign-in"
    door.ask_key("Lena Osei")
    help_at_hand.show_help(door)
    assert opened.view.topic == "recovery-key"


def test_a_question_over_a_form_has_the_help_of_the_form(screen: ScreenDesk, person: Person, dropped: None) -> None:
    form = NoteForm(screen, person.id)
    question = QDialog(form)
    assert help_topics.topic_of(tuple(help_at_hand.screens(question))) == "note"
    assert help_topics.topic_of(()) == help_topics.START


def test_words_narrow_the_contents_and_are_marked(view: HelpView) -> None:
    QTest.keyClicks(view.words, "nrm")
    assert _listed(view) == ["glossary"]
    assert view.topic == "glossary"
    assert view.text.extraSelections()
    assert view.text.verticalScrollBar().value() > 0
    QTest.keyClick(view.words, Qt.Key.Key_Escape)
    assert view.words.text() == ""
    assert len(_listed(view)) == len(handbook.every_page())
    QTest.keyClicks(view.words, "zzz")
    assert view.none.isVisible()
    assert not view.list.isVisible()
    assert not view.back_button.isEnabled()


def test_a_page_that_holds_the_words_stays(view: HelpView) -> None:
    view.show_topic("backups")
    QTest.keyClicks(view.words, "second place")
    assert view.topic == "backups"


def test_the_contents_are_walked_by_the_arrows(view: HelpView) -> None:
    view.words.setFocus()
    QTest.keyClick(view.words, Qt.Key.Key_Down)
    assert view.list.hasFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    assert view.topic == "help"
    assert view.list.currentItem().data(NAME) == "help"


def test_links_are_walked_followed_and_gone_back_from(view: HelpView) -> None:
    text = view.text
    text.setFocus()
    assert text.chosen() == ""
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert view.topic == "start"
    QTest.keyClick(text, Qt.Key.Key_Right)
    assert text.chosen() == "today.md"
    QTest.keyClick(text, Qt.Key.Key_Right)
    assert text.chosen() == "search.md"
    QTest.keyClick(text, Qt.Key.Key_Left)
    QTest.keyClick(text, Qt.Key.Key_Left)
    assert text.chosen() == "promises.md"
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert view.topic == "promises"
    QTest.keyClick(text, Qt.Key.Key_Left)
    assert text.chosen() == "accounts.md"
    assert text.verticalScrollBar().value() > 0
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert view.topic == "start"
    assert not view.back_button.isEnabled()
    view.back()
    assert view.topic == "start"


def test_backspace_in_the_box_takes_away_a_letter(view: HelpView) -> None:
    view.show_topic("today")
    view.words.setFocus()
    QTest.keyClicks(view.words, "nrm")
    QTest.keyClick(view.words, Qt.Key.Key_Backspace)
    assert (view.words.text(), view.topic) == ("nr", "glossary")


def test_a_link_to_a_term_leads_to_it(view: HelpView) -> None:
    view.follow("glossary.md#working-day")
    far = view.text.verticalScrollBar().value()
    assert far > 1000
    view.follow("#audit")
    assert view.topic == "glossary"
    assert view.text.verticalScrollBar().value() < far
    view.text.anchorClicked.emit("today.md")
    assert view.topic == "today"


def test_a_page_without_links_has_none_to_walk(qtbot: QtBot) -> None:
    text = HelpText()
    show(qtbot, text)
    text.show_page(handbook.HelpPage(name="x", title="X", text="# X\n\nNothing leads on."))
    QTest.keyClick(text, Qt.Key.Key_Right)
    assert text.chosen() == ""
    assert text.loadResource(1, "https://example.org/a.png") is None


def test_the_page_follows_the_look_and_keeps_its_place(qapp: QApplication, view: HelpView) -> None:
    view.show_topic("glossary")
    view.follow("glossary.md#key-worker")
    theme.apply(qapp, dark=True, scale=2.0)
    QApplication.processEvents()
    at_top = view.text.cursorForPosition(QPoint(20, 6)).block()
    assert "Key worker" in (at_top.text(), at_top.next().text(), at_top.previous().text())
    assert {theme.DARK.card, theme.DARK.ink} & colours_of(view.text)
    assert view.text.document().defaultFont().pointSizeF() == theme.current().font().pointSizeF()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_help_can_be_read_by_everybody(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    window = HelpWindow()
    show(qtbot, window, 1100, 700)
    assert walk(window) == []
    assert window.view.text.accessibleName() == "Help: Start here"


def test_the_rail_leads_to_help(window: MainWindow) -> None:
    window.rail.items[HELP].click()
    shown = page(window)
    assert isinstance(shown, HelpPage)
    assert shown.view.topic == "start"


def _listed(view: HelpView) -> list[str]:
    items = (view.list.item(row) for row in range(view.list.count()))
    return [str(each.data(NAME)) for each in items if each.data(NAME)]
