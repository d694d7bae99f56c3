"""Backups seen from the window: made in the background, told of at the foot, and never in the way of leaving."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.errors import DeskError
from rise_desk.services import backups
from rise_desk.services.backups import Making, Standing, Taken
from rise_desk.services.desk import Desk
from ui import formats, icons, theme
from ui.desk import ScreenDesk
from ui.widgets.words import label

SOON_MS = 1500
"""The first backup of a day waits until the desk is on the screen."""
CLOSING = "Making a backup. RISE Desk closes when it is done; close it again to leave at once."
WITHOUT = "Close RISE Desk again to leave without a backup."
AGAIN_MS = 20_000
"""So often it is seen whether another program made a backup, or whether a new day makes the last one older."""
NO_SECOND = "no second place"
Work = Callable[[Desk, Callable[[], bool]], Taken | None]
"""What makes a backup at a desk, and ends soon after it is told to stop."""


class Backups(QObject):
    """Makes this store's backups on the worker's thread, one at a time; leaving the desk stops what is under way.

    `told` brings how the store stands; `said` a sentence for everybody; `may_leave` that a backup which held up the
    closing of the window is over.
    """

    told = Signal(object)
    said = Signal(str)
    may_leave = Signal()

    def __init__(self, desk: ScreenDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._running = self._leaving = self._given_up = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.begin_the_day)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.look_again)
        self._seen: tuple[object, ...] = ()
        self._stop = Event()
        desk.leaving.connect(self._halt)
        desk.leaving.connect(self._again.stop)

    def arrive(self) -> None:
        """Somebody has signed in: see how the store stands, and a moment later whether a backup is wanted."""
        self.look()
        self._soon.start()
        self._again.start()

    def look_again(self) -> None:
        """See how the store stands where another program wrote in it since, or another day began."""
        if self._desk.desk is not None and self._seen != self._now():
            self.look()

    def look(self) -> None:
        """See how the store stands; a slow second place holds nothing up."""
        desk = self._desk.desk
        if desk is not None:
            self._seen = self._now()
            self._desk.tasks.run(lambda: backups.standing(desk), self.told.emit, lambda _failure: None, desk)

    def _now(self) -> tuple[object, ...]:
        return self._desk.at.seen_version, self._desk.now().astimezone(moments.LONDON).date()

    def begin_the_day(self) -> None:
        """Make the day's backup if this is the first unlock of a day on which something changed.

        If not, a second place that is back gets what it lacks.
        """
        if self._wanted(backups.is_wanted_today):
            self._run()
        elif self._wanted(backups.is_behind):
            self._run(work=backups.catch_up)

    def take(self) -> None:
        """Make one now, because somebody asked."""
        if not self._running:
            self.said.emit("Making a backup.")
            self._run(self._tell)

    def may_close(self) -> bool:
        """Whether the window may close at once; if not, `may_leave` comes when the backup is over."""
        if self._given_up or self._leaving:
            return True
        if not self._running and not self._wanted(backups.is_wanted_at_close):
            return True
        self._leaving = True
        self.said.emit(CLOSING)
        if not self._running:
            self._run()
        return False

    def _wanted(self, asked: Callable[..., bool]) -> bool:
        if self._desk.desk is None or self._running:
            return False
        try:
            return asked(self._desk.at)
        except DeskError:
            return False

    def _run(self, then: Callable[[Taken], object] = lambda _taken: None, work: Work = backups.take) -> None:
        self._running = True
        self._stop = stop = Event()
        desk = self._desk.at
        self._desk.tasks.run(lambda: work(desk, stop.is_set), lambda taken: self._done(taken, then), self._failed, desk)

    def _halt(self) -> None:
        self._stop.set()

    def _done(self, taken: Taken | None, then: Callable[[Taken], object]) -> None:
        self._running = self._given_up = False
        self.look()
        if taken is None:
            pass
        elif taken.second_problem:
            self.said.emit(f"The backup was made here, but not in the second place. {taken.second_problem}")
        else:
            then(taken)
        if self._leaving:
            self.may_leave.emit()

    def _tell(self, taken: Taken) -> None:
        self.said.emit(f"Backed up: {formats.count(taken.records, 'record')}, opened and checked.")

    def _failed(self, failure: DeskError) -> None:
        self._running = False
        leaving, self._leaving = self._leaving, False
        self._given_up = leaving
        if leaving and isinstance(failure, Making):
            self.may_leave.emit()
        else:
            self.said.emit(f"No backup was made. {failure}{f' {WITHOUT}' if leaving else ''}")


class BackupBar(QFrame):
    """The red line that says that backups no longer reach the second place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "problem")
        sign = label()
        icons.put(sign, "alert", "error", 18)
        sign.setAccessibleName("Warning")
        self.text = label(tone="error", strong=True, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, theme.TIGHT, theme.GAP, theme.TIGHT)
        row.addWidget(sign)
        row.addWidget(self.text, 1)
        self.hide()

    def show_standing(self, standing: Standing, now: datetime) -> None:
        """Say what a supervisor must do something about, if anything."""
        self.text.setText(standing.problem(now))
        self.setAccessibleName(self.text.text())
        self.setVisible(bool(self.text.text()))


def age(standing: Standing, now: datetime) -> str:
    """How old the last backup is, as people say it: 'Backed up today at 09:15'."""
    if standing.last is None:
        return "No backup yet"
    made, today = (each.astimezone(moments.LONDON) for each in (standing.last, now))
    days = (today.date() - made.date()).days
    if days <= 0:
        said = f"Backed up today at {made:%H:%M}"
    elif days == 1:
        said = f"Backed up yesterday at {made:%H:%M}"
    else:
        said = f"Last backup {days} days ago"
    return said if standing.place else formats.joined(said, NO_SECOND)


def place_of(copy: Path, folder: Path) -> str:
    """Where a backup lies, and how large it is."""
    where = "On this computer" if copy.is_relative_to(folder) else "On another disk"
    try:
        return f"{where}, {copy.stat().st_size / 1e6:,.1f} MB"
    except OSError:
        return where
