"""Pages: one shown at a time, with a way back and forward; a file that was open a moment ago is still open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from rise_desk.domain.record import NO_ID, Id
from ui.desk import ScreenDesk

KEPT_FILES = 6


@dataclass(frozen=True)
class Place:
    """Where somebody is: which page, and whose file where it is one."""

    page: str
    subject: Id = NO_ID


class Page(QWidget):
    """One page of the desk. When records change it reads them again: at once in view, else when it comes into view.

    `export_asked` wants the list it shows taken out, `said` tells something in the window's own line.
    """

    title = ""
    export_asked = Signal()
    said = Signal(str)

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        desk.announced.connect(self._hear)

    def refresh(self) -> None:
        """Read everything shown again."""

    def showEvent(self, event: QShowEvent) -> None:
        """What changed meanwhile is read now."""
        super().showEvent(event)
        self.freshen()

    def freshen(self) -> None:
        """Read again if anything has changed since."""
        if self._stale and self.desk.desk is not None:
            self._stale = False
            self.refresh()

    def _hear(self, _said: object) -> None:
        self._stale = True
        if self.isVisible():
            self.freshen()


class Pages(QStackedWidget):
    """Shows the page of a place, made by its maker at the first visit; `moved` tells every change of place.

    `export_asked` and `said` come from whichever page it is.
    """

    moved = Signal(object)
    export_asked = Signal()
    said = Signal(str)

    def __init__(self, makers: Mapping[str, Callable[[Id], QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers = makers
        self._made: dict[Place, QWidget] = {}
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self.place: Place | None = None
        self.currentChanged.connect(lambda _page: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """What the page in view needs: one that is out of view makes no window larger."""
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()

    def go(self, place: Place) -> None:
        """Go to a place; raises what its page raises (`NotAllowed`, `NotFound`), and then stays where it was."""
        if place == self.place:
            return
        self._show(place)
        if self.place is not None:
            self._back.append(self.place)
        self._forward = []
        self._arrive(place)

    def back(self) -> None:
        """Where one was before."""
        self._step(self._back, self._forward)

    def forward(self) -> None:
        """Where one came back from."""
        self._step(self._forward, self._back)

    def may_go(self) -> tuple[bool, bool]:
        """Whether there is a way back, and forward."""
        return bool(self._back), bool(self._forward)

    def close_place(self, place: Place) -> None:
        """Leave a file for good: go back, and forget its page."""
        if place == self.place:
            self.back()
        self._back = [each for each in self._back if each != place]
        self._forward = [each for each in self._forward if each != place]
        if place != self.place:
            self._drop(place)
        self.moved.emit(self.place)

    def _step(self, from_: list[Place], to: list[Place]) -> None:
        if from_ and self.place is not None:
            self._show(from_[-1])
            to.append(self.place)
            self._arrive(from_.pop())

    def _show(self, place: Place) -> None:
        page = self._made.pop(place, None)
        if page is None:
            page = self._makers[place.page](place.subject)
            self.addWidget(page)
            if isinstance(page, Page):
                page.export_asked.connect(self.export_asked)
                page.said.connect(self.said)
        self._made[place] = page
        self.setCurrentWidget(page)

    def _arrive(self, place: Place) -> None:
        self.place = place
        files = [each for each in self._made if each.subject]
        for old in files[:-KEPT_FILES]:
            self._drop(old)
        self.moved.emit(place)

    def _drop(self, place: Place) -> None:
        page = self._made.pop(place, None)
        if page is not None:
            self.removeWidget(page)
            page.deleteLater()
