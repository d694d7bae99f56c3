"""Which missing episode a breach belongs to: chosen among those of the child around that day."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.breach import Breach
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import missing_picture
from ui.desk import ScreenDesk
from ui.records.question import ask
from ui.widgets.fields import Field, Kind
from ui.widgets.radio_row import AnswerGroup, RadioRow
from ui.widgets.words import discard

NONE = "None"
AROUND = timedelta(days=3)
HINT = "Those within three days of the breach. With the day of the breach not yet entered, the newest."
MANY = 5


def field(screen: ScreenDesk, child: Id) -> Field:
    """The question which episode it was."""
    return ask(
        Breach, "episode", Kind.OWN, whole=True, hint=HINT, make=lambda _field, _around: EpisodeChoice(screen, child)
    )


class EpisodeChoice(AnswerGroup):
    """One of the child's episodes, or none; which are offered goes by the day of the breach."""

    changed = Signal()

    def __init__(self, screen: ScreenDesk, child: Id) -> None:
        super().__init__()
        self._screen = screen
        self._episodes = missing_picture.episodes(screen.at, child)
        self._called = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.row = self._made(())

    def near(self, day: Moment) -> None:
        """Offer those around this day; what was chosen stays."""
        chosen = self.row.value()
        self._offer([each for each in self._episodes if self._is_near(each, day) or str(each.id) == chosen])

    def name(self, called: str) -> None:
        """Each answer tells what it answers."""
        self._called = called
        super().name(called)
        self.row.name(called)

    def value(self) -> Any:
        """The number of the episode; 0 for none."""
        return Id(int(self.row.value() or NO_ID))

    def set_value(self, value: Any) -> None:
        """Show which episode it was; one that is not around that day is offered as well, since it was chosen."""
        chosen = str(int(value or 0) or "")
        if chosen not in self.row.buttons:
            self._offer([each for each in self._episodes if str(each.id) in (chosen, *self.row.buttons)])
        self.row.set_value(chosen)

    def typed(self) -> Any:
        """The number as text."""
        return self.row.typed()

    def restore(self, typed: Any) -> None:
        """Show what a draft kept."""
        self.set_value(typed)

    def unreadable(self) -> str:
        """It is chosen, so it can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The answer that holds."""
        return self.row.field_widget()

    def _offer(self, episodes: Sequence[MissingEpisode]) -> None:
        """Offer these, and let what was chosen stay chosen."""
        choices = tuple((str(each.id), self._told(each)) for each in episodes)
        if {key for key, _words in choices} | {""} == set(self.row.buttons):
            return
        before, self.row = self.row, self._made(choices)
        self.row.set_value(before.value())
        discard(before)

    def _made(self, choices: Sequence[tuple[str, str]]) -> RadioRow:
        row = RadioRow([("", NONE), *choices], unanswered=False)
        row.name(self._called)
        row.changed.connect(self.changed)
        self._column.addWidget(row)
        return row

    def _is_near(self, episode: MissingEpisode, day: Moment) -> bool:
        if not day:
            return episode in self._episodes[:MANY]
        end = moments.latest(episode.returned_at) if episode.returned_at else self._screen.now()
        begin = moments.earliest(episode.since)
        return begin - AROUND <= moments.latest(day) and moments.earliest(day) <= end + AROUND

    def _told(self, episode: MissingEpisode) -> str:
        now = self._screen.now()
        since = moments.shown_short(episode.since, now)
        back = moments.shown_short(episode.returned_at, now) if episode.returned_at else "not back yet"
        return f"{since} to {back}" if episode.returned_at else f"{since}, {back}"
