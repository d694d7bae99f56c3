"""People and links on a file: what stands elsewhere too, every link with who says so, and the open questions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain.record import Id
from rise_desk.services import overview
from ui import theme
from ui.cross_hit_bar import CrossHitBar
from ui.desk import ScreenDesk
from ui.link_list import LinkList
from ui.question_list import QuestionList

if TYPE_CHECKING:
    from ui.case_page import CasePage


class CaseLinks(QScrollArea):
    """The links of one person; `said` brings a sentence for the window's line."""

    title = "People and links"
    said = Signal(str)

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.subject = desk, subject
        self.hits = CrossHitBar(desk)
        self.links, self.questions = LinkList(desk, subject), QuestionList(desk, subject)
        self.links.said.connect(self.said)
        self._build()

    def show_person(self) -> None:
        """Read everything again, and stay scrolled where it was."""
        at = self.verticalScrollBar().value()
        self.links.subject = self.questions.subject = self.subject
        self.hits.show_record(overview.whole_person(self.desk.at, self.subject))
        self.links.refresh()
        self.questions.refresh()
        self.verticalScrollBar().setValue(at)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.TIGHT, 0)
        column.setSpacing(theme.GAP)
        for each in (self.hits, self.links, self.questions):
            column.addWidget(each)
        column.addStretch(1)
        self.hits.hide()
        self.setWidget(inside)


def of(page: "CasePage") -> CaseLinks:
    """The links of the file that a page shows."""
    made = CaseLinks(page.desk, page.subject)
    made.said.connect(page.said)
    return made
