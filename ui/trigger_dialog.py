"""One repeat trigger: what sets it off, and what is then to be done."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rise_desk.domain.trigger import LONGEST_DAYS, LONGEST_HOURS, MOST_COUNT, OLDEST, PLAN, Trigger
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.radio_row import RadioRow
from ui.widgets.text_fields import LineField

OFTEN, LONG, YOUNG = "often", "long", "young"
SORTS = (
    (OFTEN, "So many episodes"),
    (LONG, "An episode of some length"),
    (YOUNG, "Any episode under an age"),
)
ASKED = {OFTEN: ("count", "days"), LONG: ("hours",), YOUNG: ("under",)}
"""Which numbers belong to each sort."""

BOUNDS = {"count": (2, MOST_COUNT), "days": (1, LONGEST_DAYS), "hours": (1, LONGEST_HOURS), "under": (1, OLDEST)}
LABELS = {
    "count": "Episodes",
    "days": "Within so many days",
    "hours": "More than so many hours",
    "under": "Under the age of",
}
NUMBER_WIDE = 120
TWICE = "This is on the list already."
EXPLAINED = "It raises a task for the child on Today, and suggests that the assessment is looked at again."


class TriggerDialog(SmallDialog):
    """Asks for a trigger, or changes one; `agreed` brings it. `others` are those that are on the list already."""

    agreed = Signal(object)

    def __init__(
        self, others: tuple[Trigger, ...], trigger: Trigger | None = None, parent: QWidget | None = None
    ) -> None:
        title = "Change a repeat trigger" if trigger else "Add a repeat trigger"
        super().__init__(title, Button("Keep" if trigger else "Add", "primary"), Button("Cancel", keys="Esc"), parent)
        self._others = others
        self.sort = RadioRow(SORTS, unanswered=False)
        self._numbers = {name: LineField() for name in BOUNDS}
        action = LineField()
        self.build(
            title,
            EXPLAINED,
            FieldRow(Field(name="sort", label="What sets it off", required=True), self.sort),
            *(
                FieldRow(Field(name=name, label=LABELS[name], required=True), box)
                for name, box in self._numbers.items()
            ),
            FieldRow(Field(name="action", label="What is to be done", required=True), action),
        )
        for box in self._numbers.values():
            box.setMaximumWidth(NUMBER_WIDE)
        action.set_value(trigger.action if trigger else PLAN)
        if trigger is not None:
            self._show(trigger)
        self.sort.changed.connect(self._ask)
        self.verb.clicked.connect(self.agree)
        self._ask()

    def agree(self) -> None:
        """Hand the trigger over, or say what is wrong with it."""
        numbers = {name: self._number(name) for name in ASKED[self.sort.value()]}
        wrong = {name: said for name in numbers if (said := self._problem(name, numbers))}
        action = str(self.rows["action"].value())
        if not action:
            wrong["action"] = "Say what is to be done."
        made = Trigger(**numbers, action=action)
        if not wrong and any(_same(made, each) for each in self._others):
            wrong["sort"] = TWICE
        self.say(wrong)
        if not wrong:
            self.accept()
            self.agreed.emit(made)

    def _show(self, trigger: Trigger) -> None:
        self.sort.set_value(OFTEN if trigger.count else LONG if trigger.hours else YOUNG)
        for name, box in self._numbers.items():
            number = getattr(trigger, name)
            box.set_value(str(number) if number else "")

    def _ask(self) -> None:
        """Ask for the numbers of the sort that is chosen, and no others."""
        for name in self._numbers:
            self.rows[name].setVisible(name in ASKED[self.sort.value()])
        self.grow()

    def _number(self, name: str) -> int:
        text = str(self.rows[name].value())
        return int(text) if text.isdecimal() and len(text) < 6 else -1

    def _problem(self, name: str, numbers: Mapping[str, int]) -> str:
        lowest, highest = BOUNDS[name]
        return "" if lowest <= numbers[name] <= highest else f"Enter a number between {lowest} and {highest}."


def _same(one: Trigger, other: Trigger) -> bool:
    """Whether two are set off by the same."""
    return all(getattr(one, name) == getattr(other, name) for name in BOUNDS)
