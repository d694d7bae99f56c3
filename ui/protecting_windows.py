"""The windows about disruption, orders, investigations and who was told: new, of what is on file, or gone on with."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog

from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.order import Order
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import Invalid, NotFound
from rise_desk.services import overview, restricted, unfinished
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk

RecordType = TypeVar("RecordType", bound=Record)
KINDS = frozenset({DisruptionAction.KIND, Order.KIND, Investigation.KIND, unfinished.TELLING})


def disruption(screen: ScreenDesk, subject: Id, action: Id = NO_ID) -> QDialog:
    """What is done against harm: a new action about or for somebody or something, or one on file."""
    from ui.disruption_form import DisruptionForm

    return DisruptionForm(screen, subject, _on_file(screen, DisruptionAction, action))


def order(screen: ScreenDesk, subject: Id, order: Id = NO_ID) -> QDialog:
    """An order that binds somebody or closes a place: a new one, or one on file."""
    from ui.order_form import OrderForm

    return OrderForm(screen, subject, _on_file(screen, Order, order))


def investigation(screen: ScreenDesk, subject: Id, investigation: Id = NO_ID) -> QDialog:
    """An investigation: a new one about somebody, or one on file."""
    from ui.investigation_form import InvestigationForm

    return InvestigationForm(screen, subject, _on_file(screen, Investigation, investigation))


def told(screen: ScreenDesk, subject: Id, rule: str, what: str) -> QDialog:
    """That somebody was told of the position that a line names; what the window shows is an opening of the file."""
    from ui.told_dialog import ToldDialog

    overview.open_file(screen.at, subject)
    return ToldDialog(screen, subject, rule, what)


def resumed(screen: ScreenDesk, draft: Draft) -> QDialog:
    """An unfinished form of one of them, as it was left."""
    if draft.kind == unfinished.TELLING:
        return _told(screen, draft)
    if draft.kind == Order.KIND:
        from ui.order_form import OrderForm

        return OrderForm(screen, draft.subject, _on_file(screen, Order, draft.record), draft=draft)
    if draft.kind == Investigation.KIND:
        from ui.investigation_form import InvestigationForm

        held = _on_file(screen, Investigation, draft.record)
        return InvestigationForm(screen, draft.subject, held, draft=draft)
    from ui.disruption_form import DisruptionForm

    return DisruptionForm(screen, draft.subject, _on_file(screen, DisruptionAction, draft.record), draft=draft)


def _told(screen: ScreenDesk, draft: Draft) -> QDialog:
    """As it was left; `Invalid` where what it is to answer was answered since."""
    from ui.told_dialog import RULE, WHAT, ToldDialog

    try:
        return ToldDialog(screen, draft.subject, draft.typed[RULE], draft.typed[WHAT], draft=draft)
    except NotFound as over:
        raise Invalid({"": str(over)}) from over


def _on_file(screen: ScreenDesk, kind: type[RecordType], record: Id) -> RecordType | None:
    """A record as it stands now; None where none is named. One that concerns a restricted file is not there."""
    if not record:
        return None
    found = unfinished.on_file(screen.at, record)
    if not isinstance(found, kind) or not restricted.open_to(screen.at, (found,)):
        raise NotFound(unfinished.GONE)
    return found
