"""The form of an order: it tells how long such an order lasts at least, and asks where the dates say less."""

from typing import Any

from rise_desk.domain import order_length
from rise_desk.domain.hearing import heard
from rise_desk.domain.order import CLOSURE, Order, Protected
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import things
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.protecting_form import ProtectingForm
from ui.records.order_fields import sections
from ui.widgets.words import label


class OrderForm(ProtectingForm[Order]):
    """A new order about or for somebody, or about a place, changes to one, or the rest of an unfinished form."""

    kind = Order.KIND

    def __init__(
        self, screen: ScreenDesk, subject: Id = NO_ID, order: Order | None = None, *, draft: Draft | None = None
    ) -> None:
        subject = subject or (order.subject if order else NO_ID)
        super().__init__(screen, Order, sections(screen), subject, order, draft)
        self.least, self.question = label(tone="soft", wrap=True), label(tone="medium", strong=True, wrap=True)
        self.head.addWidget(self.least)
        self.head.addWidget(self.question)
        self.begin(740, "order_type")

    def tell(self) -> None:
        """Say how long such an order lasts at least, and ask where its dates say less."""
        said: dict[str, Any] = self.panel.values()
        wanted = {name: said[name] for name in ("order_type", "made_on", "ends_on", "interim")}
        order = heard(Order, wanted, self.around.practice, self.around.now())
        question = order_length.asked(order, self.around.practice)
        least = "" if question else order_length.told(order.order_type, self.around.practice)
        for shown, text in ((self.least, least), (self.question, question)):
            shown.setText(text)
            shown.setVisible(bool(text))

    def begun(self, new: Order, for_child: bool) -> Order:
        """One that protects the child; else about somebody, and about a place a closure order."""
        if for_child:
            return new.changed(protects=(Protected(child=self.subject),))
        about = new.changed(subject=self.subject)
        return about.changed(order_type=CLOSURE) if things.is_thing(self.desk.at, self.subject) else about
