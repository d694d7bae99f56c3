"""The status line: which records these are, when they were last saved, what is amiss, what is unfinished."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.act import Announcement
from rise_desk.services import unfinished
from rise_desk.services.backups import Standing
from ui import formats, theme
from ui.backups import age
from ui.desk import ScreenDesk
from ui.others import Others
from ui.theme import Type
from ui.widgets.busy_line import BusyLine
from ui.widgets.words import Elided, label, retone


class StatusLine(QFrame):
    """One quiet line at the foot of the window; what is amiss is written in red."""

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._saved: datetime | None = None
        self.setProperty("surface", "foot")
        self.records = Elided(size=Type.SECOND, tone="soft")
        self.trouble = label(size=Type.SECOND, tone="error", strong=True)
        self.busy = BusyLine()
        self.others = Others(desk)
        self.drafts = label(size=Type.SECOND, tone="soft")
        self.backups = label(size=Type.SECOND, tone="soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, 5, theme.MARGIN, 5)
        row.setSpacing(theme.PAD)
        row.addWidget(self.records, 2)
        row.addWidget(self.trouble)
        row.addWidget(self.busy, 1)
        row.addWidget(self.others)
        row.addWidget(self.drafts)
        row.addWidget(self.backups)
        desk.announced.connect(self._hear)
        desk.drafted.connect(self.refresh)
        desk.troubled.connect(self.say_trouble)
        desk.tasks.waiting.connect(self._wait)
        self.busy.cancelled.connect(desk.tasks.cancel)

    def refresh(self) -> None:
        """Say everything again."""
        if self._desk.desk is None:
            return
        folder = self._desk.at.store.folder.path.name
        saved = f"Saved {self._saved:%H:%M}" if self._saved else "Nothing saved yet since you signed in"
        self.records.setText(formats.joined(saved, f"Records in “{folder}”"))
        waiting = len(unfinished.mine(self._desk.at))
        self.drafts.setText(formats.count(waiting, "unfinished form") if waiting else "")
        self.others.refresh()

    def show_backups(self, standing: Standing) -> None:
        """Say how old the last backup is; loud where it is too old."""
        now = self._desk.now()
        self.backups.setText(age(standing, now))
        retone(self.backups, "error" if standing.is_old(now) else "soft")

    def say_trouble(self, sentence: str) -> None:
        """What is amiss with the records; '' where nothing is."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _hear(self, said: Announcement) -> None:
        if not said.elsewhere:
            self._saved = self._desk.now().astimezone(moments.LONDON)
        self.refresh()

    def _wait(self, what: str) -> None:
        if what:
            self.busy.start(what, may_cancel=True)
        else:
            self.busy.finish()
