"""What keeps an unfinished form in the store while somebody types, and offers it to nobody else."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer

from rise_desk.domain import moments
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import Busy, DeskError
from rise_desk.services import overview, unfinished
from rise_desk.services.casework import RecordType
from rise_desk.services.desk import Desk
from rise_desk.services.unfinished import Draft
from ui import formats
from ui.desk import ScreenDesk
from ui.widgets.words import Elided

DRAFT_MS = 2000
AGAIN_MS = 300
"""How soon a busy store is asked again to keep a draft; it is never waited for while somebody types."""


class Drafted(Protocol):
    """A form that can be gone on with: for which kind, about whom, over which record, and what was typed in it."""

    desk: ScreenDesk
    kind: str
    subject: Id

    def unsaved(self) -> bool:
        """Whether there is anything in the form that is nowhere else."""

    def to_keep(self) -> dict[str, Any]:
        """What a draft must hold so that the form can be opened again as it is."""

    def over(self) -> tuple[Id, int]:
        """Which record on file, in which version, it is about; (0, 0) for a new one."""


class Drafting(QObject):
    """Belongs to one form: every two seconds, and before the desk is left, what was typed is kept.

    `kept` is where the form says so, if it has a place for that.
    """

    def __init__(self, form: Drafted, parent: QObject, kept: Elided | None = None) -> None:
        super().__init__(parent)
        self._form, self._screen, self._kept = form, form.desk, kept
        self.draft: Id = NO_ID
        self._last: dict[str, Any] | None = None
        self.timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self.timer.timeout.connect(self.keep)
        self._screen.leaving.connect(self.keep_in_the_end)

    def take_up(self, draft: Draft) -> None:
        """Go on with a draft that was kept before."""
        self.draft, self._last = draft.id, dict(draft.typed)

    def typing(self) -> None:
        """Something was typed: it is kept soon."""
        if not self.timer.isActive():
            self.timer.start()

    def keep(self) -> None:
        """Keep what was typed, if anything was; a busy store is not waited for, but asked again a moment later."""
        self.timer.stop()
        self.timer.setInterval(DRAFT_MS)
        if self._screen.desk is None or not self._form.unsaved():
            return
        try:
            with self._screen.at.at_once():
                self._keep(self._screen.at)
        except Busy:
            self.timer.start(AGAIN_MS)
        except DeskError as trouble:
            self._screen.troubled.emit(str(trouble))

    def keep_in_the_end(self) -> None:
        """The desk is being left: keep what was typed now, or have it kept as soon as the store is free."""
        self.keep()
        if self.timer.isActive():
            self.timer.stop()
            self._screen.entrust(self._keeping())

    def saved(self) -> None:
        """The record was saved, and the draft went in the same transaction."""
        self.timer.stop()
        before, self.draft, self._last = self.draft, NO_ID, None
        if before:
            self._screen.drafted.emit()

    def drop(self) -> None:
        """Forget the draft, now or as soon as the store is free; after the desk was left it stays."""
        self.timer.stop()
        if self._screen.desk is None:
            return
        draft, self.draft, self._last = self.draft, NO_ID, None
        if draft:
            desk, screen = self._screen.at, self._screen
            screen.tasks.attempt(
                lambda: unfinished.drop(desk, draft),
                lambda _none: screen.drafted.emit(),
                lambda failure: screen.troubled.emit(str(failure)),
            )

    def _keep(self, desk: Desk) -> None:
        typed = self._form.to_keep()
        if typed == self._last:
            return
        before, self.draft, self._last = self.draft, self._keeping()(desk), typed
        if self._kept is not None:
            self._kept.setText(f"Kept as a draft, {formats.when_full(moments.minute(self._screen.now()))}")
        if self.draft != before:
            self._screen.drafted.emit()

    def _keeping(self) -> Callable[[Desk], Id]:
        """What keeps the form as it is now, on whichever thread."""
        form, draft, last = self._form, self.draft, self._last
        typed, kind, subject = form.to_keep(), form.kind, form.subject
        record, version = form.over()
        return lambda desk: unfinished.keep(
            desk, draft, kind, subject, typed, record=record, version=version, last=last
        )


def as_it_was(screen: ScreenDesk, record: RecordType, version: int) -> RecordType:
    """A record in the version that a draft was begun on, so that what others changed since is noticed."""
    states = overview.earlier_states(screen.at, record) if version != record.version else []
    found = (each for each in states if isinstance(each, type(record)) and each.version == version)
    return next(found, record)
