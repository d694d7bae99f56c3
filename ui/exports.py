"""Exports seen from the window: the list in view leaves by the File menu, or by the menu of the list itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from rise_desk.errors import DeskError
from ui.desk import ScreenDesk
from ui.leaving import Leaving, whole
from ui.pages import Pages
from ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from ui.export_dialog import ExportDialog


class Exports(QObject):
    """Takes out what the page in view has to give: its `listing()`, a `Leaving` or a whole `Listing`; None for nothing.

    What was saved, and what a page has to say of its list, stands in the window's notice.
    """

    def __init__(self, desk: ScreenDesk, pages: Pages, notice: NoticeBar, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._pages, self._notice, self._over = desk, pages, notice, over
        pages.export_asked.connect(self.export)
        pages.said.connect(notice.say)

    def can(self) -> bool:
        """Whether the page in view has a list to give."""
        try:
            return self._leaving() is not None
        except DeskError:
            return False

    def export(self) -> "ExportDialog | None":
        """Ask how and why the list in view leaves."""
        from ui.export_dialog import ExportDialog

        try:
            leaving = self._leaving()
        except DeskError as failure:
            self._notice.say(str(failure))
            return None
        if leaving is None:
            return None
        dialog = ExportDialog(self._desk, leaving, self._over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.exported.connect(lambda sentence: self._notice.say(sentence, stays=True))
        dialog.open()
        return dialog

    def _leaving(self) -> Leaving | None:
        make = getattr(self._pages.currentWidget(), "listing", None)
        made = make() if callable(make) else None
        return made if made is None or isinstance(made, Leaving) else whole(made)
