"""Orders and disruption on a file: the plan, the orders, the investigations, and what followed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain.record import Id
from rise_desk.services import disruption
from ui import theme
from ui.after_card import AfterCard
from ui.desk import ScreenDesk
from ui.orders_card import InvestigationsCard, OrdersCard
from ui.plan_list import PlanList

if TYPE_CHECKING:
    from ui.case_page import CasePage


class CaseDisruption(QScrollArea):
    """What is done against whoever harms, for a child or about an adult."""

    title = "Orders and disruption"

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.subject = desk, subject
        self.plan = PlanList(desk, subject)
        self.orders, self.investigations = OrdersCard(desk, subject), InvestigationsCard(desk, subject)
        self.after = AfterCard()
        self._build()

    def show_person(self) -> None:
        """Read everything again, and stay scrolled where it was."""
        at = self.verticalScrollBar().value()
        plan = disruption.plan(self.desk.at, self.subject)
        for card in (self.plan, self.orders, self.investigations):
            card.show_plan(plan)
        self.after.show_followed(disruption.afterwards(self.desk.at, plan))
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
        for card in (self.plan, self.orders, self.investigations, self.after):
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inside)
        self.after.hide()


def of(page: "CasePage") -> CaseDisruption:
    """The orders and the disruption of the file that a page shows."""
    return CaseDisruption(page.desk, page.subject)
