"""The tabs of a file; the further ones are each made when somebody first turns to it, so that a file opens sooner."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from rise_desk.domain.record import Id
from rise_desk.services.desk import Desk

if TYPE_CHECKING:
    from ui.case_page import CasePage

OVERVIEW, CHRONOLOGY, MISSING, DETAILS = "overview", "chronology", "missing", "details"
LINKS, NOTICES, DISRUPTION = "links", "notices", "disruption"


class TabPage(Protocol):
    """What a tab shows: it is told whose file it is in, and reads anew when it is turned to."""

    subject: Id

    def show_person(self) -> None:
        """Read anew and show it."""


@dataclass(frozen=True)
class Tab:
    """One tab: its key and title, how its page is made, and how many lines it has."""

    key: str
    text: str
    make: Callable[["CasePage"], QWidget]
    count: Callable[[Desk, Id], int]


def _links(page: "CasePage") -> QWidget:
    from ui import case_links

    return case_links.of(page)


def _how_many_links(desk: Desk, subject: Id) -> int:
    from rise_desk.services import linking

    return linking.how_many(desk, subject)


def _notices(page: "CasePage") -> QWidget:
    from ui import case_notices

    return case_notices.of(page)


def _how_many_notices(desk: Desk, subject: Id) -> int:
    from rise_desk.services import notices

    return notices.how_many(desk, subject)


def _disruption(page: "CasePage") -> QWidget:
    from ui import case_disruption

    return case_disruption.of(page)


def _how_much_disruption(desk: Desk, subject: Id) -> int:
    from rise_desk.services import disruption

    return disruption.how_many(desk, subject)


FURTHER: tuple[Tab, ...] = (
    Tab(LINKS, "People and links", _links, _how_many_links),
    Tab(NOTICES, "Notices", _notices, _how_many_notices),
    Tab(DISRUPTION, "Orders and disruption", _disruption, _how_much_disruption),
)
"""The tabs between the missing episodes and the details, in order."""

TABS = (
    (OVERVIEW, "Overview"),
    (CHRONOLOGY, "Chronology"),
    (MISSING, "Missing episodes"),
    *((each.key, each.text) for each in FURTHER),
    (DETAILS, "Details"),
)
"""Every tab of a file by its key and its title, in order."""


class FurtherTabs:
    """The further tabs of one file, those that somebody has turned to."""

    def __init__(self, page: "CasePage", stack: QStackedWidget) -> None:
        self._page, self._stack = page, stack
        self.made: dict[str, TabPage] = {}

    def has(self, key: str) -> bool:
        """Whether this is one of them."""
        return any(tab.key == key for tab in FURTHER)

    def show(self, key: str) -> None:
        """Show one, as it now stands."""
        made = self.at(key)
        made.show_person()
        self._stack.setCurrentWidget(cast(QWidget, made))

    def at(self, key: str) -> TabPage:
        """One of them, made if nobody has turned to it yet."""
        if key not in self.made:
            made = next(tab for tab in FURTHER if tab.key == key).make(self._page)
            self._stack.addWidget(made)
            self.made[key] = cast(TabPage, made)
        return self.made[key]

    def count(self) -> None:
        """Say on each how many lines it has."""
        for tab in FURTHER:
            self._page.tabs.set_count(tab.key, tab.count(self._page.desk.at, self._page.subject))

    def move_to(self, subject: Id) -> None:
        """Go on as another file."""
        for each in self.made.values():
            each.subject = subject
