"""The form of an order: it tells how long such an order lasts at least, and asks where the dates say less."""

from typing import Any

from rise_desk.domain import order_length
from rise_desk.domain.hearing import heard
from rise_desk.domain.order import CLOSURE, Order, Protected
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import overview, things
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.named_people import is_child
from ui.record_form import RecordForm
from ui.records.order_fields import sections
from ui.widgets.fields import Surroundings
from ui.widgets.words import label


class OrderForm(RecordForm):
    """A new order about or for somebody, or about a place, changes to one, or the rest of an unfinished form."""

    kind = Order.KIND
    base: Order | None

    def __init__(
        self, screen: ScreenDesk, subject: Id = NO_ID, order: Order | None = None, *, draft: Draft | None = None
    ) -> None:
        desk = screen.at
        subject = subject or (order.subject if order else NO_ID)
        self.subject, self.number = subject, desk.clock.new_id()
        name = overview.names_of(desk, [subject]).get(subject, "")
        named = "Order" if order or not name else f"New order: {name}"
        super().__init__(screen, named, sections(screen), Surroundings(desk.practice, screen.now))
        self.base = as_it_was(screen, order, draft.base_version) if order and draft else order
        self._begun = self._new(is_child(screen, subject))
        self.least, self.question = label(tone="soft", wrap=True), label(tone="medium", strong=True, wrap=True)
        self.head.addWidget(self.least)
        self.head.addWidget(self.question)
        self.panel.set_value(self.shown(self.base or self._begun))
        if draft is not None:
            self.take_up(draft)
        self.panel.changed.connect(self.tell)
        self.tell()
        fit(self, 860, 740)
        self.panel.focus_field("order_type")

    def made(self) -> Order:
        """The order as the form says it."""
        base = self.base or self._begun
        return base.changed(**self.read_panel(base))

    def over(self) -> tuple[Id, int]:
        """The order that is being changed."""
        return (self.base.id, self.base.version) if self.base else (NO_ID, 0)

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

    def _new(self, protects: bool) -> Order:
        begun = Order(id=self.number)
        if not self.subject:
            return begun
        if protects:
            return begun.changed(protects=(Protected(child=self.subject),))
        about = begun.changed(subject=self.subject)
        return about.changed(order_type=CLOSURE) if things.is_thing(self.desk.at, self.subject) else about
