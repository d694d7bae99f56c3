"""Undo at the desk: what was done at this sitting is named for ten seconds in place, and then in the Edit menu."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from rise_desk.domain.act import UNDONE, Announcement, named
from rise_desk.domain.record import Id, Record
from rise_desk.errors import DeskError, Unavailable
from rise_desk.services import presence
from rise_desk.services.desk import Desk
from ui.desk import ScreenDesk
from ui.menus import Menus
from ui.widgets.notice_bar import NoticeBar

UNDO, REDO = "Undo", "Redo"
KEYS = {UNDO: "Ctrl+Z", REDO: "Ctrl+Y"}
MANY = 50
"""An act of more records than this is taken back on the worker thread, as its making was."""
LONGEST = 60
"""How many letters of an act's title the menu shows."""


@dataclass(frozen=True)
class Step:
    """One act of this sitting: its number, its title, and how many records it saved."""

    act: Id
    title: str
    records: int


class Undo(QObject):
    """Listens to what is done at this desk; `undo` and `redo` take the last of it back, one act at a time.

    Everything is told in the window's own notice bar, which is in view on every page; beneath a dialog its ten
    seconds begin when the dialog has gone. Other programs' acts are not offered, and nothing outlives the sitting.
    """

    def __init__(self, desk: ScreenDesk, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self._desk, self._notice = desk, notice
        self._menus: Menus | None = None
        self._asked: Step | None = None
        self._told = ("", "")
        desk.announced.connect(self._hear)
        desk.left.connect(self.forget)
        notice.acted.connect(self._act)

    def show_in(self, menus: Menus) -> None:
        """Name the acts in these menus from now on."""
        self._menus = menus
        self._name_acts()

    def undo(self) -> None:
        """Take back the last act of this sitting."""
        self._take_back(self.done)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._take_back(self.undone)

    def forget(self) -> None:
        """The sitting is over."""
        self.done, self.undone, self._asked, self._told = [], [], None, ("", "")
        self._name_acts()

    def _take_back(self, steps: list[Step]) -> None:
        if not steps or self._asked is not None:
            return
        from rise_desk.services import undoing

        self._asked = step = steps[-1]
        desk = self._desk.at
        if step.records > MANY:
            self._notice.say(f"Working: {named(step.title)}.", stays=True)
            self._desk.tasks.run(lambda: _long_undo(desk, step), self._over, self._refused, desk)
        else:
            self._desk.tasks.attempt(lambda: undoing.undo(desk, step.act), self._over, self._refused)

    def _over(self, _records: tuple[Record, ...]) -> None:
        """Done; what it did is heard as every act is, a moment later."""

    def _refused(self, failure: DeskError) -> None:
        """Say why; what can't be undone any more is offered no more, while busy records may be free the next time."""
        if self._asked is not None and not isinstance(failure, Unavailable):
            self._drop(self._asked.act)
        self._asked, self._told = None, ("", "")
        self._name_acts()
        self._notice.say(str(failure), stays=True)

    def _drop(self, act: Id) -> None:
        self.done = [each for each in self.done if each.act != act]
        self.undone = [each for each in self.undone if each.act != act]

    def _hear(self, said: object) -> None:
        if not isinstance(said, Announcement) or said.elsewhere or not said.act:
            return
        step = Step(said.act, said.title, len(said.records))
        if said.undoes:
            self._asked = None
            self._drop(said.undoes)
        else:
            self.undone = []
        (self.undone if said.title.startswith(UNDONE) else self.done).append(step)
        self._name_acts()
        self._told = (f"{said.title}.{self._elsewhere(said)}", REDO if said.title.startswith(UNDONE) else UNDO)
        self._tell()

    def _elsewhere(self, said: Announcement) -> str:
        """Where else that stands which was just typed: the same number, plate, name or address."""
        from ui import cross_hit_line

        return cross_hit_line.told(self._desk, said)

    def _tell(self) -> None:
        """Say it for ten seconds; beneath an open dialog until that has gone, and then for ten seconds."""
        sentence, verb = self._told
        over = QApplication.activeModalWidget()
        self._notice.say(sentence, verb, keys=KEYS[verb], stays=over is not None)
        if isinstance(over, QDialog):
            over.finished.connect(self._dialog_gone)

    def _dialog_gone(self) -> None:
        QTimer.singleShot(0, self, self._tell_on)

    def _tell_on(self) -> None:
        if self._is_told():
            self._tell()

    def _is_told(self) -> bool:
        """Whether the bar still says what was done, and nothing newer."""
        return bool(self._told[0]) and self._notice.isVisible() and self._notice.text.text() == self._told[0]

    def _act(self) -> None:
        """The verb of the bar was chosen; the bar is hidden by now."""
        if self._notice.text.text() == self._told[0]:
            self.undo() if self._told[1] == UNDO else self.redo()

    def _name_acts(self) -> None:
        if self._menus is None:
            return
        for verb, steps in ((UNDO, self.done), (REDO, self.undone)):
            self._menus.name(verb.lower(), f"&{verb}", _short(named(steps[-1].title)) if steps else "")
            self._menus.set_enabled(verb.lower(), bool(steps))


def _long_undo(desk: Desk, step: Step) -> tuple[Record, ...]:
    """So many records take a while: who waits for the store can read what it is busy with."""
    from rise_desk.services import undoing

    with presence.doing(desk, f"undoing the {named(step.title)}"):
        return undoing.undo(desk, step.act)


def _short(title: str) -> str:
    """The title with its middle left out where it is long; an … at its end would promise a window."""
    half = LONGEST // 2
    return title if len(title) <= LONGEST else f"{title[:half].rstrip()} … {title[-half:].lstrip()}"
