"""Narrowing a network: how far it reaches, which kinds, which links, how sure they are, and of when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rise_desk.domain import linking, network
from rise_desk.domain.network import Network
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.plain_choice import PlainChoice

STEPS = (("1", "One step"), ("2", "Two steps"), ("3", "Three steps"))
KINDS = (
    ("people", "People alone"),
    ("adults", "Adults of concern alone"),
    ("places", "People and places"),
    ("things", "People, vehicles, phones"),
)
OF_KIND = {
    "people": network.PEOPLE,
    "adults": (network.ADULT, network.BOTH),
    "places": (*network.PEOPLE, "place"),
    "things": (*network.PEOPLE, "vehicle", "phone", "handle"),
}
LINKS = (
    ("harm", "Alleged harm"),
    ("groups", "What makes groups"),
    ("may_connect", "What may connect"),
    ("missing", "Missing and found with"),
    ("things", "With places and things"),
)
OF_LINK = {
    "harm": linking.HARM,
    "groups": linking.MAKES_GROUP | linking.HARM,
    "may_connect": linking.MAY_CONNECT,
    "missing": frozenset({"went_missing_with", "found_with"}),
    "things": linking.WITH_THING,
}
SURE = ((linking.CONFIRMED, "Confirmed alone"), (linking.PROBABLE, "Probable and confirmed"))
PERIODS = (("90", "In the last 90 days"), ("365", "In the last 12 months"), ("1095", "In the last 3 years"))


@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """What somebody wants to see of a network; '' leaves all in."""

    steps: int = 2
    kinds: str = ""
    links: str = ""
    confidence: str = ""
    days: str = ""

    @property
    def narrows(self) -> bool:
        """Whether anything is left out on purpose."""
        return bool(self.kinds or self.links or self.confidence or self.days)

    def of(self, whole: Network, today: date) -> Network:
        """What is left of a network."""
        since = (today - timedelta(days=int(self.days))).isoformat() if self.days else ""
        return network.narrowed(
            whole,
            kinds=OF_KIND.get(self.kinds, ()),
            link_types=OF_LINK.get(self.links, ()),
            since=since,
            confidence=self.confidence,
        )


FILTERS, HIDE_FILTERS = "Filters", "Hide filters"


class NetworkFilters(QWidget):
    """The choices; `changed` brings what is wanted now. Folded, they are behind a button that counts those made."""

    changed = Signal(object)
    folded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = PlainChoice(STEPS, "How far away")
        self.steps.removeItem(0)
        self.steps.set_value("2")
        self.kinds = PlainChoice(KINDS, "Who and what", all_="Everybody and everything")
        self.links = PlainChoice(LINKS, "Links", all_="All links")
        self.confidence = PlainChoice(SURE, "How sure", all_="However sure")
        self.days = PlainChoice(PERIODS, "When", all_="At any time")
        self.clear_button = Button("Clear filters", "quiet", icon="clear")
        self.more_button = Button(FILTERS, icon="filter")
        self._folded = self._unfolded = False
        self._taken: list[QWidget] = []
        self._flow = Flow(self, spacing=theme.TIGHT)
        for each in self._choices():
            each.setMinimumContentsLength(max(len(each.itemText(place)) for place in range(each.count())) * 4 // 5)
            self._flow.addWidget(each)
            each.changed.connect(self._say)
        self._flow.addWidget(self.clear_button)
        self._flow.insert(1, self.more_button)
        self.clear_button.clicked.connect(self.clear)
        self.more_button.clicked.connect(self._turn)
        self.clear_button.setEnabled(False)
        self._show()

    def value(self) -> Narrowing:
        """What is wanted now."""
        return Narrowing(
            steps=int(self.steps.value() or 2),
            kinds=self.kinds.value(),
            links=self.links.value(),
            confidence=self.confidence.value(),
            days=self.days.value(),
        )

    def clear(self) -> None:
        """Leave everything in; how far it reaches stays."""
        for each in self._choices()[1:]:
            each.blockSignals(True)
            each.set_value("")
            each.blockSignals(False)
        self._say()
        self.kinds.setFocus()

    def fold(self, folded: bool) -> None:
        """Keep the further choices behind a button, where the page is narrow."""
        if folded is not self._folded:
            self._folded, self._unfolded = folded, False
            self._show()

    def go_to(self) -> None:
        """Put the cursor on the first choice that leaves something out."""
        if self._folded and not self._unfolded:
            self._turn()
        self.kinds.setFocus()

    def take_in(self, buttons: Iterable[QWidget]) -> None:
        """Have these in the same line, in the place of the choices that are folded away."""
        self._taken = list(buttons)
        for place, each in enumerate(self._taken, 2):
            self._flow.insert(place, each)
        self._show()

    def give_back(self, buttons: Iterable[QWidget]) -> None:
        """Have them no longer."""
        self._taken = []
        for each in buttons:
            self._flow.removeWidget(each)

    def is_unfolded(self) -> bool:
        """Whether the choices stand where they are mostly folded away."""
        return self._folded and self._unfolded

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._show()
        self.folded.emit()

    def _show(self) -> None:
        """Show the choices that are not folded away, and how many are made."""
        for each in (*self._choices()[1:], self.clear_button):
            each.setVisible(self._unfolded or not self._folded)
        self.more_button.setVisible(self._folded)
        for button in self._taken:
            button.setVisible(not self._unfolded)
        chosen = sum(bool(each.value()) for each in self._choices()[1:])
        shut = f"{FILTERS}: {chosen} chosen" if chosen else FILTERS
        self.more_button.say(HIDE_FILTERS if self._unfolded else shut)

    def _choices(self) -> tuple[PlainChoice, ...]:
        return (self.steps, self.kinds, self.links, self.confidence, self.days)

    def _say(self) -> None:
        self.clear_button.setEnabled(self.value().narrows)
        self._show()
        self.changed.emit(self.value())
