"""The notices of a file: of a child every notice that protects them, of an adult every one that warns them."""

from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.person import AT_RISK, OF_CONCERN
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import notices, overview
from rise_desk.services.notices import Standing, State
from ui import notice_told, theme
from ui.desk import ScreenDesk
from ui.notice_card import NoticeCard
from ui.notice_law import Explained
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.words import discard

if TYPE_CHECKING:
    from ui.case_page import CasePage
    from ui.protecting import Protecting

TITLE = "Notices"
NEW, PATTERN = "Prepare a notice…", "Pattern page"
TODAY_ALLOWS, WHY_HERE = "What the law allows today", "Worked out from age and legal status; you decide."
EMPTY_CHILD = (
    "No abduction notice protects this child.",
    "A notice warns one adult away from one child. It is a warning and not an order of a court.",
)
EMPTY_ADULT = (
    "No abduction notice warns this adult.",
    "A notice warns one adult away from one child. It is a warning and not an order of a court.",
)
ORDER = (State.UNSERVED, State.IN_FORCE, State.PREPARED, State.LAPSED, State.WITHDRAWN)
"""What is in force comes first, what is over last."""


class CaseNotices(QScrollArea):
    """Every notice of one file as a card; `form_asked` brings the name of a form and what it is about.

    `read` brings the number of an entry, `file_asked` a file.
    """

    form_asked = Signal(str, object)
    read = Signal(object)
    file_asked = Signal(object)

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.subject = desk, subject
        self.new_button = Button(NEW, icon="add")
        self.pattern_button = Button(PATTERN, hint="Every notice, every child, each acknowledged age, each breach")
        self.empty = EmptyState(*EMPTY_CHILD, icon="alert")
        self.allows = Card(TODAY_ALLOWS, WHY_HERE)
        self.explained = Explained()
        self.cards: list[NoticeCard] = []
        self._build()
        self.new_button.clicked.connect(lambda: self.form_asked.emit("notice", NO_ID))
        self.pattern_button.clicked.connect(lambda: self.form_asked.emit("pattern", NO_ID))

    def show_person(self) -> None:
        """Read everything again, and stay scrolled where it was."""
        at = self.verticalScrollBar().value()
        person = overview.whole_person(self.desk.at, self.subject)
        found = sorted(notices.of_file(self.desk.at, self.subject), key=_order)
        self.empty.say(*(EMPTY_CHILD if person.has_role(AT_RISK) else EMPTY_ADULT))
        self.empty.setVisible(not found)
        self.pattern_button.setVisible(bool(found) and person.has_role(OF_CONCERN))
        self._show_law(person.has_role(AT_RISK) and not any(each.in_force for each in found))
        self._show_cards(found)
        self.verticalScrollBar().setValue(at)

    def _show_law(self, asked: bool) -> None:
        """What a notice for this child could rest on, where none is in force."""
        self.allows.setVisible(asked)
        if asked:
            now = moments.stamp(self.desk.now())
            self.explained.show_grounds(notice_told.explained(self.desk.at, self.subject, now))

    def _show_cards(self, found: list[Standing]) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            discard(item.widget())
        self.cards = []
        for each in found:
            card = NoticeCard(self.desk, each)
            card.form_asked.connect(self.form_asked)
            card.read.connect(self.read)
            card.file_asked.connect(self.file_asked)
            self.cards.append(card)
            self._cards.addWidget(card)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.allows.add(self.explained)
        verbs = QWidget()
        flow = Flow(verbs, spacing=theme.TIGHT + 2)
        flow.addWidget(self.new_button)
        flow.addWidget(self.pattern_button)
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.TIGHT, 0)
        column.setSpacing(theme.GAP)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.GAP)
        for each in (verbs, self.allows, self.empty):
            column.addWidget(each)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.setWidget(inside)


def _order(each: Standing) -> tuple[int, Id]:
    """What holds first, and the newest first within that."""
    return ORDER.index(each.state), Id(-each.notice.id)


def of(page: "CasePage") -> CaseNotices:
    """The notices of the file that a page shows, with what they ask of it and of its window."""
    made = CaseNotices(page.desk, page.subject)
    made.read.connect(page.read_record)
    made.file_asked.connect(lambda subject: _open_file(page, subject))
    made.form_asked.connect(lambda form, about: _form(page, form, about))
    return made


def _open_file(page: "CasePage", subject: Id) -> None:
    attrgetter("open_file")(page.window())(subject)


def _form(page: "CasePage", form: str, about: Id) -> None:
    """Open one of the forms: a notice is begun in the file in view, the rest is about one notice."""
    protecting: Protecting = attrgetter("forms.protecting")(page.window())
    if form == "notice":
        protecting.notice(page.subject, about)
    else:
        getattr(protecting, form)(about or page.subject)
