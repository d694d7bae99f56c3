"""Settings: how the desk looks, when it locks, the password, the accounts, and what this program is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk import __version__
from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.errors import DeskError
from rise_desk.services import settings
from ui import formats, theme
from ui.appearance import SCHEMES, SIZES, Appearance
from ui.backups import Backups
from ui.backups_card import BackupsCard
from ui.desk import ScreenDesk
from ui.lock import Lock
from ui.pages import Page
from ui.settings_assessments import AssessmentsCard
from ui.settings_missing import MissingCard
from ui.settings_notices import NoticesCard
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.plain_choice import PlainChoice
from ui.widgets.words import label

WHO_DECIDES = "A supervisor decides this for the whole team."


class Settings(Page):
    """What can be chosen; `password_asked`, `accounts_asked` and `audit_asked` lead elsewhere."""

    title = "Settings"
    password_asked = Signal()
    accounts_asked = Signal()
    audit_asked = Signal()

    def __init__(
        self,
        desk: ScreenDesk,
        appearance: Appearance,
        lock: Lock,
        keeper: Backups | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self.setProperty("surface", "ground")
        self._appearance, self._lock = appearance, lock
        self._keeper = keeper or Backups(desk, self)
        self.scheme = PlainChoice(SCHEMES, "Colours")
        self.size_ = PlainChoice([(str(each), f"{each} %") for each in SIZES], "Text size")
        minutes = range(settings.SHORTEST_LOCK, settings.LONGEST_LOCK + 1)
        self.minutes = PlainChoice([(str(each), formats.count(each, "minute")) for each in minutes], "Lock after")
        self.problem = label(tone="error", strong=True, wrap=True)
        self.password = Button("Change password…")
        self.accounts = Button("See accounts")
        self.audit = Button("See the audit")
        self.assessments = AssessmentsCard(desk)
        self.missing = MissingCard(desk)
        self.notices = NoticesCard(desk)
        self._build()
        self.scheme.changed.connect(self._choose_scheme)
        self.size_.changed.connect(lambda: appearance.choose_size(int(self.size_.value())))
        self.minutes.changed.connect(self._choose_minutes)
        self.password.clicked.connect(self.password_asked)
        self.accounts.clicked.connect(self.accounts_asked)
        self.audit.clicked.connect(self.audit_asked)
        appearance.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is chosen now."""
        if self.desk.desk is None:
            return
        for box, value in (
            (self.scheme, self._appearance.scheme),
            (self.size_, str(self._appearance.size)),
            (self.minutes, str(self.desk.practice.lock_after_minutes)),
        ):
            blocked = box.blockSignals(True)
            box.set_value(value)
            box.blockSignals(blocked)
        self.assessments.refresh()
        self.missing.refresh()
        self.notices.refresh()

    def _choose_scheme(self) -> None:
        chosen = self.scheme.value()
        for key, _words in SCHEMES:
            if key == chosen:
                self._appearance.choose_scheme(key)

    def _choose_minutes(self) -> None:
        minutes = int(self.minutes.value())
        self.problem.hide()
        self.desk.tasks.attempt(
            lambda: settings.set_lock_after(self.desk.at, minutes),
            done=lambda _none: self._lock.start(),
            failed=self._failed,
        )

    def _failed(self, failure: DeskError) -> None:
        self.problem.setText(str(failure))
        self.problem.show()
        self.refresh()

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label("Settings", Type.PAGE))
        backups = BackupsCard(self.desk, self._keeper)
        for card in (
            self._looks(),
            self._locking(),
            self.assessments,
            self.missing,
            self.notices,
            self._password(),
            self._team(),
            self._trail(),
            backups,
            self._about(),
        ):
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName("Settings")
        area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    def _looks(self) -> Card:
        card = Card("How it looks", "for you, wherever you sign in")
        _ask(card, (("Colours", self.scheme), ("Text size", self.size_)))
        return card

    def _locking(self) -> Card:
        card = Card("Locking", "when nobody touches keys or mouse")
        _ask(card, (("Lock after", self.minutes),))
        if not access.may(self.desk.at.who, Deed.SETTINGS):
            self.minutes.setEnabled(False)
            card.add(label(WHO_DECIDES, tone="soft", wrap=True))
        card.add(self.problem)
        self.problem.hide()
        return card

    def _password(self) -> Card:
        card = Card("Your password")
        card.add(label("Only you know it. Change it when somebody may have seen it.", tone="soft", wrap=True))
        card.body.addLayout(_left(self.password))
        return card

    def _team(self) -> Card:
        card = Card("Accounts")
        card.add(label("Who may sign in, and what each may do.", tone="soft", wrap=True))
        card.body.addLayout(_left(self.accounts))
        card.setVisible(access.may(self.desk.at.who, Deed.STAFF_LIST))
        return card

    def _trail(self) -> Card:
        card = Card("Audit")
        card.add(
            label("Who did what, and who has seen whose file. It can’t be altered quietly.", tone="soft", wrap=True)
        )
        card.body.addLayout(_left(self.audit))
        card.setVisible(access.may(self.desk.at.who, Deed.TRAIL))
        return card

    def _about(self) -> Card:
        card = Card("About")
        folder = self.desk.at.store.folder.path.name
        for text in (
            f"RISE Desk {__version__}",
            f"The records are encrypted in the folder “{folder}” on this computer. Nothing is sent anywhere.",
        ):
            card.add(label(text, tone="soft", wrap=True))
        return card


def _ask(card: Card, asked: tuple[tuple[str, PlainChoice], ...]) -> None:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.PAD)
    grid.setColumnStretch(2, 1)
    for row, (words, box) in enumerate(asked):
        grid.addWidget(label(words), row, 0)
        box.removeItem(box.findData(""))  # one of them always holds
        box.setMaximumWidth(theme.current().px(280))
        box.setMinimumWidth(theme.current().px(230))
        grid.addWidget(box, row, 1)
    card.body.addLayout(grid)


def _left(button: Button) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(button)
    line.addStretch(1)
    return line
