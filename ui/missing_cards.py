"""The cards of a file's missing episodes: missing now, interviews owed, the figures, and who was missing as well."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.nights import counted
from rise_desk.domain.returns import Figures
from rise_desk.services.missing_picture import Companion, Named, Picture, Told
from rise_desk.services.today import Part, Waiting
from ui import formats, theme, today_asks
from ui.desk import ScreenDesk
from ui.due_words import left
from ui.missing_columns import grade, lasting_now
from ui.records.words import capitalised
from ui.theme import Type
from ui.today_asks import Ask, Opens
from ui.today_rows import RowVerb
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.drain import Drain
from ui.widgets.flow import Flow
from ui.widgets.words import discard, label, retone

REGRADE, READ = "New grade", "Read the episode"
NAMED_DAYS, COMPANIONS, CLOCK_WIDE, VERBS_FROM = 6, 8, 96, 90
LINK_INSET = 9
"""How far the words of a quiet button stand from its edge."""
NOT_TOGETHER = "Away on the same night does not mean together."
NOBODY = "Nobody else on file was missing at the same time."


class Rows(Card):
    """A card whose rows are made anew whenever it is shown again."""

    def clear(self) -> None:
        """Take all rows away."""
        while (item := self.body.takeAt(0)) is not None:
            discard(item.widget())


class NowCard(Rows):
    """Missing now: since when, how graded, and what can be done at once. `asked` and `called` tell what.

    `called` brings the name of a verb that no line of Today has, and the episode.
    """

    asked = Signal(object)
    called = Signal(str, object)

    def __init__(self, desk: ScreenDesk) -> None:
        super().__init__("Missing now", loud=True)
        self._desk = desk
        self._heads: list[tuple[MissingEpisode, QLabel]] = []

    def show_missing(self, told: Sequence[Told]) -> None:
        """Show these episodes; without any there is no card."""
        self.clear()
        self._heads = []
        for each in told:
            self.add(self._row(each.episode))
        self.setVisible(bool(told))
        self.tell()

    def tell(self) -> None:
        """Say anew how long it has been."""
        for episode, head in self._heads:
            since = moments.shown_short(episode.since, self._desk.now())
            lasts = lasting_now(episode, self._desk) if moments.has_time(episode.since) else ""
            head.setText(formats.joined(f"for {lasts}" if lasts else "", f"since {since}"))

    def _row(self, episode: MissingEpisode) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        head = label(size=Type.NAME, tone="loud", strong=True, wrap=True)
        self._heads.append((episode, head))
        column.addWidget(head)
        column.addWidget(label(formats.joined(*self._about(episode)), wrap=True))
        if episode.circumstances.strip():
            column.addWidget(label(" ".join(episode.circumstances.split()), tone="soft", wrap=True))
        verbs = QWidget()
        flow = Flow(verbs, spacing=theme.TIGHT + 2)
        back = Button("Record return", "primary")
        pack = Button("Print missing pack", keys="Ctrl+Shift+M", icon="print")
        again, read = Button(REGRADE), Button(READ, "quiet")
        for button, opens in ((back, Opens.RETURN), (pack, Opens.PACK)):
            ask = Ask(opens=opens, subject=episode.subject, record=episode.id)
            button.clicked.connect(lambda _=False, ask=ask: self.asked.emit(ask))
        for button, verb in ((again, REGRADE), (read, READ)):
            button.clicked.connect(lambda _=False, verb=verb: self.called.emit(verb, episode.id))
        for button in (back, pack, again, read):
            flow.addWidget(button)
        column.addWidget(verbs)
        return row

    def _about(self, episode: MissingEpisode) -> Iterable[str]:
        practice = self._desk.practice
        place = practice.label("missing_from", episode.missing_from)
        named = ", ".join(each for each in (place, episode.missing_from_name) if each)
        held = grade(episode, practice)
        yield f"from {named}" if named else "from where is not recorded"
        if episode.grade_now:
            yield f"police grade {practice.label('police_grade', episode.grade_now)}" + (
                f" ({held.second})" if held.second else ""
            )
        else:
            yield "police grade not recorded"
        reported = moments.shown_short(episode.reported_at, self._desk.now()) if episode.reported_at else ""
        if reported and episode.last_seen_at:
            yield f"reported {reported}"
        yield f"police reference {episode.police_ref}" if episode.police_ref else ""


class OwedCard(Rows):
    """The return interviews that are owed, each with the line that drains and the step that comes next."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("Return interviews owed")
        self._clocks: list[tuple[Waiting, QLabel, Drain]] = []

    def show_owed(self, lines: Sequence[Waiting], ours: Callable[[Waiting], int]) -> None:
        """Show these lines of Today; `ours` tells how many minutes are left of one. Without any there is no card."""
        self.clear()
        self._clocks = []
        owed = sorted((each for each in lines if each.part is Part.INTERVIEW), key=lambda each: each.folded > 1)
        for place, each in enumerate(owed):
            if place:
                self.add_rule()
            self.add(self._row(each))
        self.set_loud(any(each.overdue for each in owed))
        self.setVisible(bool(owed))
        self.tell(ours)

    def tell(self, ours: Callable[[Waiting], int]) -> None:
        """Say anew how much time is left."""
        for each, words, line in self._clocks:
            minutes = ours(each)
            words.setText(left(minutes))
            retone(words, "loud" if minutes < 0 else "ink")
            line.say(minutes)

    def _row(self, each: Waiting) -> QWidget:
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if each.folded > 1:
            column.addWidget(label(f"{each.folded} older ones, over 28 days late", tone="loud", strong=True, wrap=True))
            column.addWidget(label("Each is marked in the list below.", Type.SECOND, tone="soft", wrap=True))
            return told
        column.addWidget(label(capitalised(each.due.why), wrap=True))
        clock = QHBoxLayout()
        clock.setSpacing(theme.TIGHT + 2)
        words, line = label(strong=True), Drain()
        words.setMinimumWidth(theme.current().px(CLOCK_WIDE))
        clock.addWidget(words)
        clock.addWidget(line, 1)
        clock.addStretch(1)
        column.addLayout(clock)
        self._clocks.append((each, words, line))
        return Beside(((told, 1), (self._verbs(each), 0)), VERBS_FROM, spacing=theme.TIGHT)

    def _verbs(self, each: Waiting) -> QWidget:
        """What comes next last, and in a frame."""
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        verbs = today_asks.verbs(each)
        for verb in verbs:
            button = RowVerb(verb, "plain" if verb is verbs[-1] else "quiet")
            button.asked.connect(self.asked)
            across.addWidget(button)
        return row


class FiguresCard(Rows):
    """What became of the returns, told apart: of the last twelve months, and of the whole file."""

    def __init__(self) -> None:
        super().__init__("In figures")

    def show_figures(self, found: Picture) -> None:
        """Show these figures."""
        self.clear()
        over, others = counted(found.year)
        self._lines(
            "Last twelve months",
            formats.count(found.episodes_lately, "episode"),
            f"{formats.count(over, 'night')} away",
            formats.count(others, "other day") if others else "",
            returns=found.lately,
        )
        if len(found.told) != found.episodes_lately:
            self._lines("Whole file", formats.count(len(found.told), "episode"), returns=found.figures)
        self.setVisible(bool(found.told))

    def _lines(self, called: str, *absences: str, returns: Figures) -> None:
        self.add(label(called, Type.SECOND, tone="soft"))
        self.add(label(formats.joined(*absences), wrap=True))
        if returns.returns:
            self.add(label(told_apart(returns), wrap=True))


def told_apart(figures: Figures) -> str:
    """What became of a number of returns: '13 returns · interview offered 4 · declined 1 · held 7, 6 within 72 h'."""
    counts = (
        (figures.offered, "offered"),
        (figures.attempted, "attempted"),
        (figures.accepted, "accepted"),
        (figures.declined, "declined"),
        (figures.decided_against, "decided against"),
    )
    told = [f"{what} {many}" for many, what in counts if many]
    told.append(f"held {figures.held}" + (f", {figures.in_time} of them within 72 h" if figures.held else ""))
    nothing = f"nothing recorded {figures.nothing}" if figures.nothing else ""
    return formats.joined(formats.count(figures.returns, "return"), f"interview {told[0]}", *told[1:], nothing)


class OthersCard(Rows):
    """Who was missing at the same time, and with whom the child was found; `file_asked` brings whose file to open."""

    file_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("Missing at the same time")

    def show_others(self, companions: Sequence[Companion], found_with: Sequence[Named]) -> None:
        """Show these people."""
        self.clear()
        if not companions:
            self.add(label(NOBODY, tone="soft", wrap=True))
        for each in companions[:COMPANIONS]:
            days = [_day(day.isoformat()) for day in reversed(each.nights)]
            self.add(self._row(each.name, each.subject, formats.count(len(days), "night"), days))
        if len(companions) > COMPANIONS:
            self.add(label(f"and {len(companions) - COMPANIONS} more, less often", tone="soft"))
        if companions:
            self.add(label(NOT_TOGETHER, Type.SECOND, tone="soft", wrap=True))
        if found_with:
            self.add_rule()
            self.add(label("Found with", strong=True))
        for named in found_with:
            days = [_day(moments.london_day(each.since)) for each in reversed(named.episodes)]
            self.add(self._row(named.name, named.person, formats.count(len(days), "time"), days))
        self.body.addStretch(1)

    def _row(self, name: str, subject: int, often: str, days: Sequence[str]) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.TIGHT)
        if subject:
            link = Button(name, "quiet")
            link.setAccessibleName(f"Open the file of {name}")
            link.clicked.connect(lambda _=False: self.file_asked.emit(subject))
            across.addWidget(link)
        else:
            named = label(name)
            named.setContentsMargins(LINK_INSET, 0, 0, 0)
            across.addWidget(named)
        more = f" and {len(days) - NAMED_DAYS} more" if len(days) > NAMED_DAYS else ""
        across.addWidget(label(f"{often}: {', '.join(days[:NAMED_DAYS])}{more}", tone="soft", wrap=True), 1)
        return row


def _day(iso: str) -> str:
    """'6 Nov 2026'."""
    return f"{moments.shown_short(Moment(iso)).partition(' ')[2]} {iso[:4]}"
