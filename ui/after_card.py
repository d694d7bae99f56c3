"""What followed disruption: each child's heat-strip with what was done, and the counts before and after in words."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from rise_desk.domain import moments
from rise_desk.domain.disruption_after import NO_CAUSE, After
from rise_desk.services.disruption import Followed
from ui import theme
from ui.plan_list import clear
from ui.records.words import capitalised
from ui.theme import Type
from ui.widgets.card import Card
from ui.widgets.heat_strip import HeatStrip
from ui.widgets.words import label

TITLE = "What followed"
STRIPS = 3
"""Of how many children the heat-strip is drawn; what followed is told in words of all."""


class AfterCard(Card):
    """Hidden where nothing was done that protects a child; it counts, and never says why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent=parent)

    def show_followed(self, followed: Sequence[Followed]) -> None:
        """Show what followed for these children."""
        clear(self)
        self.add(label(NO_CAUSE, Type.SECOND, tone="soft", wrap=True))
        for place, each in enumerate(followed):
            self._child(each, drawn=place < STRIPS)
        self.setVisible(bool(followed))

    def _child(self, each: Followed, *, drawn: bool) -> None:
        self.add_rule()
        self.add(label(each.child.name, strong=True, wrap=True))
        if drawn and each.strip.columns:
            self.add(HeatStrip(each.strip))
        for text, tone in told(each.after):
            line = label(text, Type.SECOND if tone == "soft" else Type.TEXT, tone=tone, wrap=True)
            line.setContentsMargins(0 if tone == "ink" else theme.GAP, 0, 0, 0)
            self.add(line)


def told(after: Sequence[After]) -> Iterator[tuple[str, str]]:
    """Each action with its day, and the comparison beneath; those that say the same stand together."""
    for each in grouped(after):
        done = [f"{capitalised(one.tactic)}, {moments.shown(one.done_on)}".removesuffix(", ") for one in each]
        yield "; ".join(done), "ink"
        for sentence in each[0].words:
            yield sentence, "soft"


def grouped(after: Sequence[After]) -> list[list[After]]:
    """The actions of which one and the same is told, such as those of one day."""
    found: list[list[After]] = []
    for each in after:
        if found and (found[-1][0].done_on, found[-1][0].words) == (each.done_on, each.words):
            found[-1].append(each)
        else:
            found.append([each])
    return found
