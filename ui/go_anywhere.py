"""Where the box at the top leads besides people: screens, settings, help, and whatever the menus do."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QScrollArea, QWidget

from rise_desk.domain import access, names
from rise_desk.domain.access import Deed
from ui import formats, keys_list
from ui.pages import Place

if TYPE_CHECKING:
    from ui.main_window import MainWindow

AT_MOST = 8
ALSO = {
    "new": "add create",
    "backup": "backup save copy",
    "lock": "sign out leave",
    "quit": "exit close",
    "password": "secret",
    "larger": "zoom in bigger",
    "smaller": "zoom out",
    "usual": "zoom 100",
    "light": "colours theme scheme bright",
    "dark": "colours theme scheme night",
    "system": "colours theme scheme",
    "refresh": "reload",
    "help": "manual",
    "keys": "keyboard shortcuts",
    "key_sheet": "keyboard shortcuts paper",
    "about": "version licence",
}
"""Other words by which people look for what a menu does."""

ITSELF = ("find",)
SETTINGS = (
    ("Colours", "light dark scheme theme"),
    ("Text size", "larger smaller zoom font"),
    ("Lock after", "idle minutes"),
    ("Check the last backup", ""),
    ("Second place", "backup disk stick"),
)
"""What can be set, by the names of the controls, and other words for it."""


@dataclass(frozen=True, kw_only=True)
class Goable:
    """Somewhere to go, or something to do: what it is called, where it stands, how one goes there, its other words."""

    title: str
    detail: str
    go: Callable[[], object]
    also: str = ""


def places(window: "MainWindow") -> list[Goable]:
    """Everywhere somebody can go from this window now; what can't be done now is left out."""
    return [*_acts(window), *_settings(window), *_help(window)]


def found(among: Sequence[Goable], text: str) -> list[Goable]:
    """Those whose words hold every word that was typed, or part of it; those that begin so come first."""
    wanted = names.fold(text).split()
    ranked = [(_rank(each, wanted), number, each) for number, each in enumerate(among) if _holds(each, wanted)]
    return [each for _rank_, _number, each in sorted(ranked, key=lambda one: one[:2])][:AT_MOST]


def _holds(each: Goable, wanted: Sequence[str]) -> bool:
    words = names.fold(f"{each.title} {each.detail} {each.also}")
    return bool(wanted) and all(f" {word}" in f" {words}" or (len(word) > 1 and word in words) for word in wanted)


def _rank(each: Goable, wanted: Sequence[str]) -> int:
    title = names.fold(each.title)
    if title.startswith(" ".join(wanted)):
        return 0
    return 1 if all(f" {word}" in f" {title}" for word in wanted) else 2


def _acts(window: "MainWindow") -> Iterator[Goable]:
    for key, action in window.menus.actions.items():
        if action.isEnabled() and key not in ITSELF:
            menu = keys_list.plain(window.menus.titles[key])
            pressed = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            detail = formats.joined(f"{menu} menu", pressed)
            yield Goable(title=keys_list.plain(action.text()), detail=detail, go=action.trigger, also=ALSO.get(key, ""))


def _settings(window: "MainWindow") -> Iterator[Goable]:
    for title, also in SETTINGS:
        yield Goable(title=title, detail="Settings", go=partial(_set, window, title), also=also)
    if access.may(window.desk.at.who, Deed.STAFF_LIST):
        go = window.goer("staff")
        yield Goable(title="Accounts", detail="Settings", go=go, also="staff team users sign in suspend")
    if access.may(window.desk.at.who, Deed.TRAIL):
        yield Goable(
            title="Audit", detail="Settings", go=window.goer("audit"), also="log trail who has seen opened check"
        )


def _help(window: "MainWindow") -> Iterator[Goable]:
    from rise_desk.services import handbook

    for each in handbook.every_page():
        yield Goable(title=each.title, detail="Help", go=partial(window.help.show, each.name))


def _set(window: "MainWindow", title: str) -> None:
    """Go to the settings, with the cursor at one of them."""
    window.go(Place("settings"))
    page = window.pages.currentWidget()
    control = next((each for each in page.findChildren(QWidget) if _is_called(each, title)), None) if page else None
    if page is not None and control is not None:
        control.setFocus(Qt.FocusReason.TabFocusReason)
        for area in page.findChildren(QScrollArea):
            area.ensureWidgetVisible(control)


def _is_called(widget: QWidget, title: str) -> bool:
    return widget.accessibleName().startswith(title) and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
