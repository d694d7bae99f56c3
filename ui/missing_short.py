"""The missing episodes in short, on a file's overview: the newest of them, and the way to all."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from rise_desk.domain import moments, nights
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.record import Id
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.missing_columns import lasting_now
from ui.records.missing_episode import how_long
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import Elided

NEWEST = 3
EVERY = "All missing episodes"


class ShortCard(Card):
    """The newest episodes; loud while they are missing."""

    def __init__(
        self,
        desk: ScreenDesk,
        episodes: Sequence[MissingEpisode],
        *,
        read: Callable[[Id], object],
        every: Callable[[], object],
    ) -> None:
        now = desk.now()
        super().__init__(
            "Missing", formats.count(len(episodes), "episode"), loud=any(nights.is_away(each, now) for each in episodes)
        )
        self._desk, self._read = desk, read
        more = Button(EVERY, "quiet")
        more.clicked.connect(lambda _=False: every())
        self.add_verb(more)
        for each in episodes[:NEWEST]:
            self.add(self._row(each))

    def _row(self, each: MissingEpisode) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.GAP)
        practice, now = self._desk.practice, self._desk.now()
        away = nights.is_away(each, now)
        since = moments.shown_short(each.since, now)
        link = Button(f"{'Missing now, since' if away else 'Since'} {since}", "quiet")
        link.setAccessibleName(f"Read the missing episode of {since}")
        link.clicked.connect(lambda _=False: self._read(each.id))
        long = lasting_now(each, self._desk) if away else how_long(each, now)
        place = practice.label("missing_from", each.missing_from)
        grade = practice.label("police_grade", each.grade_now)
        about = formats.joined(long, f"from {place}" if place else "", f"police grade {grade}" if grade else "")
        across.addWidget(link)
        across.addWidget(Elided(about, Type.SECOND, tone="soft"), 1)
        return row
