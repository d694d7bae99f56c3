"""The menus: every act of the window by name, with its keys; the one place that owns shortcuts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import NO_ID, Id
from ui import chosen
from ui.appearance import Appearance
from ui.lock import Lock
from ui.pages import Place

if TYPE_CHECKING:
    from ui.main_window import MainWindow


@dataclass(frozen=True)
class Item:
    """One act of a menu; `keys` are separated by ' | '. None among items is a line between them.

    `can` tells, whenever the menu is opened, whether there is anything to do it to.
    """

    key: str
    text: str
    keys: str
    act: Callable[[], object]
    can: Callable[[], bool] | None = None


Menu = tuple[str, tuple[Item | None, ...]]


class Menus:
    """The menu bar of a window, and its actions by key."""

    def __init__(self, window: QMainWindow, menus: tuple[Menu, ...]) -> None:
        self.actions: dict[str, QAction] = {}
        self.titles: dict[str, str] = {}
        self._window = window
        for title, items in menus:
            self._fill(window.menuBar().addMenu(title), items)

    def set_enabled(self, key: str, enabled: bool) -> None:
        """Whether an act can be done now."""
        self.actions[key].setEnabled(enabled)

    def name(self, key: str, verb: str, what: str) -> None:
        """Let an act say what it is about to do: 'Undo: note withdrawn', or the plain verb where that is nothing."""
        self.actions[key].setText(f"{verb}: {what.replace('&', '&&')}" if what else verb)

    def _fill(self, menu: QMenu, items: tuple[Item | None, ...]) -> None:
        for item in items:
            if item is None:
                menu.addSeparator()
                continue
            action = QAction(item.text, self._window)
            action.setShortcuts([QKeySequence(each) for each in item.keys.split(" | ") if each])
            action.triggered.connect(lambda _=False, act=item.act: act())
            menu.addAction(action)
            self.actions[item.key] = action
            self.titles[item.key] = menu.title()
            if item.can is not None:
                menu.aboutToShow.connect(lambda can=item.can, action=action: action.setEnabled(can()))


def of(window: "MainWindow", appearance: Appearance, lock: Lock) -> tuple[Menu, ...]:
    """The menus of the desk's window."""
    return (
        ("&File", _file(window, lock)),
        ("&Edit", _edit(window)),
        ("&Go", _go(window)),
        ("&View", _view(window, appearance)),
        ("&Help", _help(window)),
    )


def _file(window: "MainWindow", lock: Lock) -> tuple[Item | None, ...]:
    who = window.desk.at.who
    may_import, may_restore = access.may(who, Deed.IMPORT), access.may(who, Deed.RESTORE)
    return (
        Item("new", "&New", "Ctrl+N", window.new),
        Item("assess", "&Assess…", "Ctrl+Shift+A", lambda: _assess(window)),
        Item("known", "Is this child kno&wn to you?", "Ctrl+Shift+K", lambda: _known(window)),
        Item("missing", "Record &missing…", "Ctrl+M", lambda: window.forms.missing(_child(window))),
        Item("missing_pack", "Print missing pac&k…", "Ctrl+Shift+M", lambda: chosen.missing_pack(window)),
        Item(
            "information",
            "In&formation reports…",
            "",
            lambda: window.forms.protecting.information_reports(_in_view(window)),
            lambda: bool(_in_view(window)),
        ),
        Item(
            "names",
            "Who and what is name&d…",
            "",
            lambda: window.forms.protecting.names(_child(window)),
            lambda: bool(_child(window)),
        ),
        *((Item("import", "&Import…", "", window.forms.import_list),) if may_import else ()),
        Item("checklist", "&Health checklist…", "", lambda: _check(window), lambda: _may_check(window)),
        Item("export", "&Export this list…", "", window.exports.export, window.exports.can),
        None,
        Item("blank_form", "Print a blank &assessment form…", "", window.forms.blank_form),
        Item("blank_checklist", "Print a blank health &checklist…", "", window.forms.blank_checklist),
        None,
        Item("backup", "&Back up now", "", window.backups.take),
        *((Item("restore", "&Restore a backup…", "", window.restore_asked.emit),) if may_restore else ()),
        None,
        Item("password", "Change &password…", "", window.forms.change_password),
        Item("lock", "&Lock", "Ctrl+L", lock.lock),
        Item("quit", "&Quit", "Ctrl+Q", window.close),
    )


def _edit(window: "MainWindow") -> tuple[Item | None, ...]:
    may_read_trail = access.may(window.desk.at.who, Deed.TRAIL)
    return (
        Item("undo", "&Undo", "Ctrl+Z", window.undo.undo),
        Item("redo", "&Redo", "Ctrl+Y | Ctrl+Shift+Z", window.undo.redo),
        None,
        Item("history", "&History of this file…", "Ctrl+H", lambda: _show_history(window)),
        *((Item("seen", "&Who has seen this file", "", lambda: _show_trail(window)),) if may_read_trail else ()),
    )


def _assess(window: "MainWindow") -> None:
    """The assessment of whoever's file is in view."""
    begin = getattr(window.pages.currentWidget(), "assess", None)
    if callable(begin):
        begin()


def _check(window: "MainWindow") -> None:
    """The health checklist about the young person whose file is in view."""
    fill_in = getattr(window.pages.currentWidget(), "check", None)
    if callable(fill_in) and _may_check(window):
        fill_in()


def _may_check(window: "MainWindow") -> bool:
    return bool(_child(window))


def _child(window: "MainWindow") -> Id:
    """The young person whose file is in view; 0 where it is none."""
    person = getattr(window.pages.currentWidget(), "person", None)
    return person.id if isinstance(person, Person) and person.has_role(AT_RISK) else NO_ID


def _known(window: "MainWindow") -> None:
    """The quick question of a frontline officer."""
    window.forms.protecting.known(window.open_file)


def _in_view(window: "MainWindow") -> Id:
    """Whoever's file, or whichever place or thing, is in view; 0 where it is none."""
    page = window.pages.currentWidget()
    person = getattr(page, "person", None)
    return person.id if isinstance(person, Person) else Id(int(getattr(page, "subject", NO_ID) or NO_ID))


def _show_history(window: "MainWindow") -> None:
    show = getattr(window.pages.currentWidget(), "history", None)
    if callable(show):
        show()


def _show_trail(window: "MainWindow") -> None:
    """Who has seen the file in view; of every file where none is."""
    place = window.pages.place
    window.go(Place("audit", place.subject if place and place.page in ("case", "thing") else NO_ID))


def _show_network(window: "MainWindow") -> None:
    """The network around whose file, or which thing, is in view."""
    place = window.pages.place
    if place and place.page in ("case", "thing"):
        window.go(Place("network", place.subject))


def _go(window: "MainWindow") -> tuple[Item | None, ...]:
    return (
        Item("find", "&Go anywhere", "Ctrl+K | Ctrl+G", window.search.begin),
        Item("filter", "Filter this &list", "Ctrl+F", window.filter),
        None,
        Item("back", "&Back", "Alt+Left", window.pages.back),
        Item("forward", "F&orward", "Alt+Right", window.pages.forward),
        None,
        Item("today", "&Today", "Ctrl+1", window.goer("today")),
        Item("people", "&Young people", "Ctrl+2", window.goer("people")),
        Item("adults", "&Adults of concern", "Ctrl+3", window.goer("adults")),
        Item("things", "&Places and things", "Ctrl+4", window.goer("things")),
        Item("reports", "All &information reports", "", window.goer("reports")),
        Item("network", "&Network around this", "Ctrl+Shift+N", lambda: _show_network(window)),
        Item("settings", "&Settings", "Ctrl+,", window.goer("settings")),
    )


def _view(window: "MainWindow", look: Appearance) -> tuple[Item | None, ...]:
    return (
        Item("larger", "&Larger text", "Ctrl++ | Ctrl+=", lambda: look.step(1)),
        Item("smaller", "&Smaller text", "Ctrl+-", lambda: look.step(-1)),
        Item("usual", "&Usual text", "Ctrl+0", lambda: look.choose_size(100)),
        None,
        Item("light", "L&ight", "", lambda: look.choose_scheme("light")),
        Item("dark", "&Dark", "", lambda: look.choose_scheme("dark")),
        Item("system", "&As the computer is set", "", lambda: look.choose_scheme("system")),
        None,
        Item("refresh", "&Read everything again", "F5", window.refresh),
        Item("part", "&Next part of the window", "F6", window.next_part),
    )


def _help(window: "MainWindow") -> tuple[Item | None, ...]:
    return (
        Item("help", "&Help for this screen", "F1", window.help.for_screen),
        Item("keys", "&Keys", "Ctrl+/ | ?", window.help.keys),
        Item("glossary", "&Glossary", "", lambda: window.help.show("glossary")),
        Item("promises", "&What is promised about your data", "", lambda: window.help.show("promises")),
        None,
        Item("key_sheet", "&Print the key sheet…", "", window.help.print_key_sheet),
        Item("set_up", "&Set up again…", "", window.set_up_asked.emit),
        None,
        Item("about", "&About RISE Desk", "", lambda: window.help.show("about")),
    )
