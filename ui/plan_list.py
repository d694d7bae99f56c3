"""The disruption plan about or for somebody, or about a place or thing: the open actions first, then what was done."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from PySide6.QtWidgets import QWidget

from rise_desk.domain import moments
from rise_desk.domain.disruption import DONE, NOT_POSSIBLE, DisruptionAction
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import disruption
from rise_desk.services.disruption import Doing, Plan
from rise_desk.services.subjects import Named
from ui import formats
from ui.desk import ScreenDesk
from ui.records.words import capitalised
from ui.told_row import Told, ToldRow
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import discard, label

TITLE, ADD = "Disruption plan", "Add an action…"
EMPTY = "Nothing is planned yet. Where nobody can be prosecuted, much can still be done to stop them."


class PlanList(Card):
    """The plan as rows, each a way to its form; `refresh` reads it anew. It asks the window for the forms."""

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent=parent)
        self.desk, self.subject = desk, subject
        self.add_button = Button(ADD, icon="add")
        self.add_button.clicked.connect(lambda: self.open(NO_ID))
        self.add_verb(self.add_button)

    def refresh(self) -> None:
        """Read the plan and show it."""
        self.show_plan(disruption.plan(self.desk.at, self.subject))

    def show_plan(self, plan: Plan) -> None:
        """Show a plan that was read."""
        self.subject = plan.subject
        clear(self)
        many, open_ = len(plan.actions), len(plan.open)
        self.entitle(
            TITLE, formats.joined(formats.count(many, "action"), f"{open_} open" if open_ else "") if many else ""
        )
        if not many:
            self.add(label(EMPTY, tone="soft", wrap=True))
        fill(self, self.add_button, [self._row(each) for each in plan.actions])

    def open(self, action: Id) -> None:
        """Open the form of an action; of a new one where none is named."""
        ask_window(self, "disruption", self.subject, action)

    def _row(self, each: Doing) -> ToldRow:
        action, practice = each.action, self.desk.practice
        tactic = capitalised(practice.label("tactic", action.tactic))
        status = capitalised(practice.label("disruption_status", action.status))
        against = names(each.targets)
        return ToldRow(
            tactic,
            f"Open the disruption action: {tactic}, {status.lower()}, against {against}",
            lambda: self.open(action.id),
            badge=(status, Tone.INFO if action.is_open else Tone.CLOSED),
            lines=tuple(self._lines(each)),
        )

    def _lines(self, each: Doing) -> Iterator[Told]:
        action = each.action
        protects = f"protects {names(each.children)}" if each.children else "no child is named whom it protects"
        yield formats.joined(f"Against {names(each.targets)}", protects), "soft"
        yield formats.joined(*_whose(action, self.desk)), "loud" if _is_late(action, self.desk) else "soft"
        yield " ".join(action.what.split()), "ink"
        came = "Why not" if action.status == NOT_POSSIBLE else "What came of it"
        yield f"{came}: {' '.join(action.outcome.split())}" if action.outcome.strip() else "", "ink"
        yield formats.joined(*_hotel(action)), "soft"


def names(named: Sequence[Named]) -> str:
    """Whoever and whatever these are, in one line."""
    return ", ".join(each.name for each in named) or "nobody whom you may read of"


def clear(card: Card) -> None:
    """Take all rows out of a card."""
    while (item := card.body.takeAt(0)) is not None:
        discard(item.widget())


def fill(card: Card, above: QWidget, rows: Sequence[ToldRow]) -> None:
    """Put rows into a card, with a hairline between two; Tab comes to them after the button above, in order."""
    for place, row in enumerate(rows):
        if place:
            card.add_rule()
        card.add(row)
    for one, other in pairwise((above, *(row.button for row in rows))):
        QWidget.setTabOrder(one, other)


def ask_window(widget: QWidget, form: str, *about: Id) -> None:
    """Have the desk's window open one of its protecting forms."""
    open_form: Callable[..., None] = attrgetter(f"forms.protecting.{form}")(widget.window())
    open_form(*about)


def _whose(action: DisruptionAction, desk: ScreenDesk) -> Iterator[str]:
    """Who does it, by when or when it was done, and when it is looked at again."""
    practice, now = desk.practice, desk.now()
    yield action.owner or ("nobody is named to do it" if action.is_open else "")
    yield practice.label("agency", action.agency)
    if action.is_open:
        late = "overdue since" if _is_late(action, desk) else "by"
        yield f"{late} {moments.shown_short(action.due_on, now)}" if action.due_on else "no day was set"
    elif action.status == DONE:
        yield f"done {moments.shown_short(action.done_on, now)}" if action.done_on else "the day is not recorded"
    yield f"review {moments.shown_short(action.review_on, now)}" if action.review_on else ""


def _is_late(action: DisruptionAction, desk: ScreenDesk) -> bool:
    return action.is_open and bool(action.due_on) and moments.latest(action.due_on) < desk.now()


def _hotel(action: DisruptionAction) -> Iterator[str]:
    """What a visit to a hotel or business found."""
    yield f"spoke to {action.spoke_to}" if action.spoke_to else ""
    yield "" if action.staff_briefed is None else "staff briefed" if action.staff_briefed else "staff not briefed"
    yield f"rooms paid in cash: {action.paid_in_cash}" if action.paid_in_cash else ""
