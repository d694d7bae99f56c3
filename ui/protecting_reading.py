"""The window that shows an order, an investigation or a disruption action whole, with the way to change it."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from rise_desk.domain import offence, order_length, recency
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.order import Order
from rise_desk.domain.record import NO_ID
from ui.forms import Forms
from ui.living_reading import LivingReading
from ui.records.investigation_fields import NEVER_LOWERS, known_of
from ui.widgets.buttons import Button
from ui.widgets.words import label


class ProtectingReading(LivingReading):
    """Shows one with what its dates mean; it is changed in its form."""

    note: Order | Investigation | DisruptionAction

    def verbs(self) -> Sequence[Button]:
        """Change it, while it stands."""
        return () if self.note.withdrawn else (self.leading("Change…", self._change, "note"),)

    def parts(self) -> Iterator[QWidget]:
        """What is asked about it, everything it holds, and what its dates mean."""
        for text in self._asked():
            yield label(text, tone="medium", strong=True, wrap=True)
        yield from super().parts() if self._is_told() else (self.around(),)
        for text in self._told():
            yield label(text, tone="soft", wrap=True)

    def _is_told(self) -> bool:
        """Whether there is any text; without it the facts would stand there twice."""
        made = self.note
        if isinstance(made, DisruptionAction):
            return bool(made.what.strip() or made.outcome.strip())
        told = made.outcome_why if isinstance(made, Investigation) else ""
        return bool(made.note.strip() or told.strip())

    def _asked(self) -> tuple[str, ...]:
        made, practice = self.note, self.desk.practice
        if isinstance(made, Order):
            return tuple(filter(None, (order_length.asked(made, practice),)))
        return tuple(offence.asked(made, practice)) if isinstance(made, Investigation) else ()

    def _told(self) -> tuple[str, ...]:
        made = self.note
        if not isinstance(made, Investigation):
            return ()
        return (recency.told(made), *known_of(made.offences, self.desk.practice), NEVER_LOWERS)

    def _change(self, forms: Forms) -> None:
        made, protecting = self.note, forms.protecting
        if isinstance(made, Order):
            protecting.order(NO_ID, made.id)
        elif isinstance(made, Investigation):
            protecting.investigation(NO_ID, made.id)
        else:
            protecting.disruption(NO_ID, made.id)
