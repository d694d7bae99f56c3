"""The field of a time that has only just been: '21:40' is enough, and it says at once in full what it understood."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from rise_desk.domain import lately, moments
from rise_desk.domain.moments import Moment
from ui.widgets.date_field import DateField


class LatelyField(DateField):
    """A moment of which the time alone may be typed; what was understood is written out when the field is left.

    A draft keeps what was understood, too: '21:40' would be another evening tomorrow.
    """

    def __init__(self, called: str, now: Callable[[], datetime]) -> None:
        super().__init__(called, now, time=True, past=True)
        self.line.setPlaceholderText("such as 21:40 or 2140")
        self.line.editingFinished.connect(self.write_out)

    def read(self, text: str) -> Moment:
        """The moment that a text says, a time alone being the last such time."""
        return lately.read(text, now=self._now(), called=self._called)

    def typed(self) -> Any:
        """What was understood; where nothing was, what was typed."""
        return moments.shown(self.value()) or super().typed()

    def write_out(self) -> None:
        """Write in full what was understood, so that nobody reads it otherwise later."""
        moment = self.value()
        if moment and self.line.text() != moments.shown(moment):
            self.set_value(moment)
