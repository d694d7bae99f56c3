"""What the cards of the settings share: whoever may decide saves them for the whole team, everybody else reads them."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.errors import DeskError
from rise_desk.services import settings
from rise_desk.services.watch import Watch
from ui.desk import ScreenDesk
from ui.import_work import ImportWork
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import label

DECIDED = "A supervisor decides this for the whole team."


class SettingsCard(Card):
    """A card with settings and a button that saves them; what is due is worked out anew meanwhile, and can be stopped.

    A card builds what is its own and then calls `end`; it says in `chosen` what may be changed by whoever decides.
    """

    def __init__(self, desk: ScreenDesk, title: str, saves: str) -> None:
        super().__init__(title)
        self._desk = desk
        self._decides = access.may(desk.at.who, Deed.SETTINGS)
        self.refused = label(tone="error", strong=True, wrap=True)
        self.answer = label(wrap=True)
        self.save_button = Button(saves)
        self.save_button.setAccessibleName(f"{saves}: {title.lower()}")
        self.save_button.clicked.connect(self.save)
        self.busy = BusyLine()
        self._work = ImportWork(desk, self.busy)

    def save(self) -> None:
        """Keep what is chosen for the whole team."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what holds now; what was chosen here and not saved yet stays."""
        raise NotImplementedError

    def chosen(self) -> tuple[QWidget, ...]:
        """What may be changed by whoever decides."""
        raise NotImplementedError

    @property
    def resting(self) -> bool:
        """Whether what holds can be read now: somebody is signed in, and nothing is being saved."""
        return self._desk.desk is not None and not self._work.running

    def work(
        self, keep: Callable[[Watch], object], done: Callable[[], None], failed: Callable[[DeskError], None]
    ) -> None:
        """Save off the screen's thread; nothing can be changed until that is over."""
        self.let(False)
        self._work.run(f"{settings.RENEWING.capitalize()}.", keep, lambda _none: done(), failed)

    def let(self, may: bool) -> None:
        """Whether the settings can be changed now, by whoever may decide."""
        for each in (*self.chosen(), self.save_button):
            each.setEnabled(may and self._decides)

    def say(self, sentence: str, refused: str = "") -> None:
        """Say what came of it, or why it was refused."""
        for shown, text in ((self.answer, sentence), (self.refused, refused)):
            shown.setText(text)
            shown.setVisible(bool(text))

    def add_answers(self) -> None:
        """What came of it stands here."""
        self.add(self.refused)
        self.add(self.answer)

    def end(self) -> None:
        """Close the card with its button, and with who decides where that is somebody else."""
        below = QHBoxLayout()
        below.addWidget(self.save_button)
        below.addStretch(1)
        self.body.addLayout(below)
        self.add(self.busy)
        if not self._decides:
            self.add(label(DECIDED, tone="soft", wrap=True))
        self.save_button.setVisible(self._decides)
        self.let(True)
        self.say("")
