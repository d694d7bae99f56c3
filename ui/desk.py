"""What every screen is handed: the desk somebody sits at, its news, the clock, and what they chose for their screen."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from rise_desk.domain.act import Announcement
from rise_desk.domain.practice import Practice
from rise_desk.errors import Busy, DeskError, Unavailable
from rise_desk.services import custody, presence, signing_in, unfinished
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.presence import Holdup
from ui.tasks import Tasks

LOOK_MS = 2000
"""Another program's change is on the screen within three seconds of being saved."""


class ScreenDesk(QObject):
    """The window's hold on the services' desk, which is None while nobody sits at it.

    `announced` tells what an act, or another program, changed; `seated` and `left` that somebody signed in or the
    desk was locked; `leaving` comes before (and when the program fails), so that every form keeps its draft;
    `troubled` brings a sentence that belongs on the status line ('' once it is over); `drafted` that an unfinished
    form was kept or has gone.
    """

    announced = Signal(object)
    seated = Signal()
    leaving = Signal()
    left = Signal()
    troubled = Signal(str)
    drafted = Signal()
    _heard = Signal(object)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self.desk: Desk | None = None
        self.tasks = Tasks(self)
        self.tasks.holdup, self.tasks.at_once = self._holdup, self._at_once
        self._entrusted: list[Callable[[Desk], object]] = []
        self._chosen: dict[str, object] = {}
        self._unkept: dict[str, object] = {}
        self._since, self._looked_at = QElapsedTimer(), clock.now()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        # Queued: an act on the worker's thread is told on the window's.
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def at(self) -> Desk:
        """The desk, where a screen can only exist while somebody sits at it; `Unavailable` while it is locked."""
        if self.desk is None:
            raise Unavailable("The desk is locked. Sign in again.")
        return self.desk

    @property
    def practice(self) -> Practice:
        """What the team has agreed on."""
        return self.at.practice

    def now(self) -> datetime:
        """This instant, by the one clock."""
        return self.clock.now()

    def sit(self, desk: Desk) -> None:
        """Somebody has signed in: this is their desk now."""
        self.desk = desk
        desk.listeners.append(self._heard.emit)
        self._chosen, self._unkept = {}, {}
        self._since.invalidate()
        self.look()
        self._look.start()
        self.seated.emit()

    def leave(self, deed: str = "signed out") -> None:
        """Let screens keep their drafts, then close the store and forget the key."""
        if self.desk is None:
            return
        self.leaving.emit()
        self._look.stop()
        self.tasks.forget()
        self._keep_choices()
        desk, self.desk = self.desk, None
        entrusted, self._entrusted = self._entrusted, []
        close = partial(self._close, desk, deed)
        if entrusted:
            keep = partial(unfinished.keep_in_the_end, desk, entrusted)
            self.tasks.finish_with(keep, lambda _none: close(), lambda trouble: self._close_amid(trouble, close), desk)
        else:
            self.tasks.when_quiet(close)
        self.left.emit()

    def entrust(self, work: Callable[[Desk], object]) -> None:
        """Have something kept at the very end, where the store was busy and the desk is being left."""
        self._entrusted.append(work)

    def look(self) -> None:
        """See whether another program has saved something; if so, it is announced like an act of one's own."""
        if self.desk is None:
            return
        try:
            self.desk.look_elsewhere()
            presence.stir(self.desk)
            self._watch_clock(self.desk)
            with self.desk.at_once():
                self._keep_choices()
            self.troubled.emit("")
        except DeskError as trouble:
            self.troubled.emit(str(trouble))

    def _watch_clock(self, desk: Desk) -> None:
        """Whether the clock went as long as time did since last time."""
        now = self.now()
        if self._since.isValid():
            custody.mark_jump(desk, now - self._looked_at - timedelta(milliseconds=self._since.elapsed()))
        self._looked_at = now
        self._since.start()

    def preference(self, name: str, default: object = None) -> object:
        """What the signed-in person chose for their screen under this name; the default where they did not."""
        if self.desk is None:
            return default
        if name not in self._chosen:
            self._chosen[name] = self.desk.store.preference(self.desk.who.name, name)
        kept = self._chosen[name]
        return default if kept is None else kept

    def prefer(self, name: str, value: object) -> None:
        """Remember a choice (anything JSON holds), in the store; where that is busy, a moment later."""
        if self.desk is not None and self.preference(name) != value:
            self._chosen[name] = self._unkept[name] = value
            with self.desk.at_once():
                self._keep_choices()

    def _keep_choices(self) -> None:
        if self.desk is None or self.desk.store.missing:
            return
        try:
            for name, value in tuple(self._unkept.items()):
                self.desk.store.prefer(self.desk.who.name, name, value)
                del self._unkept[name]
        except Busy:
            return
        except DeskError as trouble:
            self.troubled.emit(str(trouble))

    def _close(self, desk: Desk, deed: str) -> None:
        try:
            signing_in.leave(desk, deed)
        except DeskError as trouble:
            self.troubled.emit(str(trouble))

    def _close_amid(self, trouble: DeskError, close: Callable[[], None]) -> None:
        self.troubled.emit(str(trouble))
        close()

    def _holdup(self) -> Holdup:
        return presence.holdup(self.desk) if self.desk is not None else presence.AT_THE_DOOR

    def _at_once(self) -> AbstractContextManager[None]:
        return self.desk.at_once() if self.desk is not None else nullcontext()

    def _tell(self, said: Announcement) -> None:
        if self.desk is not None:
            self.announced.emit(said)
