"""What a case page says and does about files that were merged: that they are joined, what they say, and separating."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.act import Announcement
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import DeskError
from rise_desk.services import merging
from rise_desk.services.merging import Joined
from ui import icons, theme
from ui.joined_files import JoinedFiles
from ui.merge_dialog import MergeDialog
from ui.person_form import PersonForm
from ui.widgets.buttons import Button
from ui.widgets.words import Elided, label

if TYPE_CHECKING:
    from ui.case_page import CasePage

ASK = "Ask a manager or supervisor to merge files."


class CaseJoined(QFrame):
    """A line on the page while several files are joined there; `dialog_asked` brings a window to open over the page."""

    dialog_asked = Signal(object)

    def __init__(self, page: "CasePage", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = page
        self.files: tuple[Joined, ...] = ()
        self.ids: frozenset[Id] = frozenset({page.subject})
        self.text = Elided()
        self.button = Button("Joined files…", "quiet")
        self.setProperty("surface", "notice")
        self.setAccessibleName("Joined files")
        sign = label()
        icons.put(sign, "info", "info", 16)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 2, 4, 2)
        row.setSpacing(theme.TIGHT + 2)
        row.addWidget(sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.look)
        self.hide()

    def read(self) -> Person:
        """Read again who this is and which files are joined; the person as they tell together."""
        desk, subject = self.page.desk.at, self.page.subject
        found = merging.whole(desk, subject)
        self.files = merging.joined(desk, found.main.id) if found.others else ()
        self.ids = frozenset((subject, *found.ids))
        numbers = ", ".join(f"{each.file_number} {each.name}" for each in found.others)
        count = "Two files are" if len(found.others) == 1 else f"{len(found.others) + 1} files are"
        self.text.setText(f"{count} joined here: {found.main.file_number} and {numbers}.")
        if not found.others and self.window().focusWidget() is self.button:
            self.page.tabs.setFocus()  # a hidden button would keep the keyboard to itself
        self.setVisible(bool(found.others))
        if subject != found.main.id:
            self.page.notice.say(f"{merging.moved(desk, subject)} It is shown here.", stays=True)
            self.page.move_to(found.main.id)
        return found.person

    def concerned(self, said: Announcement) -> bool:
        """Whether news is about one of the files that are read here."""
        return said.elsewhere or not self.ids.isdisjoint(said.subjects)

    def look(self) -> None:
        """Look at the joined files: what each says differently, by whom it was joined, and the way to separate it."""
        dialog = JoinedFiles(self.page.desk, self.page.subject)
        dialog.change_asked.connect(self._change)
        self.dialog_asked.emit(dialog)

    def _change(self, file: Id) -> None:
        """Change what a joined file says."""
        try:
            self.dialog_asked.emit(PersonForm(self.page.desk, merging.as_filed(self.page.desk.at, file)))
        except DeskError as failure:
            self.page.say(failure)

    def merge(self) -> None:
        """Merge this file with another of the same person."""
        desk = self.page.desk.at
        if not access.may(desk.who, Deed.MERGE):
            self.page.notice.say(ASK, stays=True)
            return
        try:
            self.dialog_asked.emit(MergeDialog(self.page.desk, merging.whole(desk, self.page.subject).main))
        except DeskError as failure:
            self.page.say(failure)
