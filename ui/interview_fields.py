"""What the form of a return interview asks: own words first, then before, during, after, and what follows from it."""

from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.interview import Agreed, Attempt, Covered, ReturnInterview
from rise_desk.domain.language import nudges
from rise_desk.domain.missing import HarmHeard, MissingEpisode, ReasonHeard
from rise_desk.domain.record import Id, Part
from rise_desk.domain.returns import Return
from ui import formats
from ui.desk import ScreenDesk
from ui.heard_ticks import HeardTicks, heard_in_words
from ui.interview_words import attempt_words
from ui.mention_parts import mentions_field
from ui.records.question import ask
from ui.records.words import capitalised
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, Kind, Section, Surroundings
from ui.widgets.radio_row import AnswerGroup, RadioRow
from ui.widgets.tick import Tick

NEAR = timedelta(days=28)
"""Returns this far from the one that is asked about are shown beside it; older and later ones when asked for."""

REASON = (ask(ReasonHeard, "reason"), ask(ReasonHeard, "heard_from"))
HARM = (ask(HarmHeard, "harm"), ask(HarmHeard, "note"))
ATTEMPT = (
    ask(Attempt, "at", time=True, hint="Ctrl+D is now"),
    ask(Attempt, "by"),
    ask(Attempt, "how", hint="Such as: a visit, a call, a message"),
    ask(Attempt, "outcome"),
)
AGREED = (
    ask(Agreed, "what", whole=True),
    ask(Agreed, "owner", hint="A name, and their service where it is not this team"),
    ask(Agreed, "due_on"),
)


class CoveredTicks(AnswerGroup):
    """The returns that an interview is about: one is usual, and several where they were talked about together."""

    changed = Signal()

    def __init__(self, returns: tuple[Return, ...], now: datetime) -> None:
        super().__init__()
        self.ticks: dict[Id, Tick] = {}
        self._backs = {each.episode.id: moments.earliest(each.episode.returned_at) for each in returns}
        self.others = Button("", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in returns:
            tick = Tick(return_words(each.episode, now))
            self.ticks[each.episode.id] = tick
            column.addWidget(tick)
            tick.toggled.connect(lambda _on: self.changed.emit())
        column.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        self.others.clicked.connect(self.show_all)

    def value(self) -> tuple[Covered, ...]:
        """Those that are ticked, oldest first."""
        return tuple(Covered(episode=number) for number, tick in self.ticks.items() if tick.isChecked())

    def set_value(self, value: Any) -> None:
        """Tick these."""
        wanted = {each.episode for each in value or ()}
        for number, tick in self.ticks.items():
            tick.setChecked(number in wanted)
        self._fold(wanted)

    def show_all(self) -> None:
        """Show the returns of other months too."""
        hidden = [tick for tick in self.ticks.values() if tick.isHidden()]
        for tick in hidden:
            tick.show()
        self.others.hide()
        if hidden:
            hidden[0].setFocus()

    def typed(self) -> Any:
        """The numbers of those that are ticked, as text."""
        return [str(each.episode) for each in self.value()]

    def restore(self, typed: Any) -> None:
        """Tick those that a draft kept, as far as they are still offered."""
        self.set_value(tuple(Covered(episode=Id(int(each))) for each in typed or ()))

    def unreadable(self) -> str:
        """A tick can't be misread."""
        return ""

    def field_widget(self) -> QWidget:
        """The first box that is ticked."""
        ticked = (tick for tick in self.ticks.values() if tick.isChecked())
        return next(ticked, next(iter(self.ticks.values())))

    def _fold(self, wanted: set[Id]) -> None:
        """Leave out the returns of other months, for as long as nobody asks for them."""
        about = [self._backs[each] for each in wanted if each in self._backs]
        far = [each for each, back in self._backs.items() if about and min(abs(back - one) for one in about) > NEAR]
        for number, tick in self.ticks.items():
            tick.setVisible(number not in far)
        self.others.say(f"Show {formats.count(len(far), 'other return')}")
        self.others.setVisible(bool(far))


def return_words(episode: MissingEpisode, now: datetime) -> str:
    """One return in a line: 'Back Wed 18 Nov 02:00, away since Tue 17 Nov 21:00'; another year is said."""
    back, since = moments.shown_short(episode.returned_at, now), moments.shown_short(episode.since, now)
    return f"Back {back}, away since {since}"


def sections(screen: ScreenDesk, returns: tuple[Return, ...]) -> tuple[Section, ...]:
    """The whole form, in the order in which it is usually told."""
    return (_about(returns), _words(), _before(), _during(), _after(), _named(screen), _agreed(), _held(), _arranged())


def _about(returns: tuple[Return, ...]) -> Section:
    covered = ask(
        ReturnInterview,
        "episodes",
        Kind.OWN,
        whole=True,
        make=lambda _field, around: CoveredTicks(returns, around.now()),
        describe=lambda value, around: _covered_words(value, returns, around),
        hint="Tick every return that this interview was about" if len(returns) > 1 else "",
    )
    held = ask(ReturnInterview, "done_at", time=True, hint="Ctrl+D is now. Leave it empty until it was held")
    late = ask(ReturnInterview, "late_because", required=True, hint="It was held more than 72 hours after the return")
    return Section("When, and after which return", (covered, held, late))


def _words() -> Section:
    words = ask(ReturnInterview, "own_words", rows=5, hint="As they were said, in the words they chose")
    return Section("In their own words", (words,))


def _before() -> Section:
    reasons = _heard("reasons", ReasonHeard, "Heard from", REASON)
    return Section("Before", (_long("push"), _long("pull"), reasons))


def _during() -> Section:
    harms = _heard("harms", HarmHeard, "What is known of it", HARM)
    told = (_long("stayed"), _long("travelled"), _long("told_happened", 4), harms, _long("threats"), _long("phones"))
    return Section("During", told, "What was done to them was done by others. None of it is their fault.")


def _after() -> Section:
    return Section("After", (_long("came_back"), _long("would_help")))


def _named(screen: ScreenDesk) -> Section:
    label = ask(ReturnInterview, "mentions").label
    named = mentions_field(screen, "mentions", label, hint="Type each once, or pick somebody on file. Enter adds it")
    return Section("Named", (named,))


def _agreed() -> Section:
    agreed = ask(
        ReturnInterview,
        "agreed",
        fields=AGREED,
        noun="action",
        hint="Each becomes an action on Today once the interview was held, for whoever does it",
    )
    return Section("Actions agreed", (agreed,))


def _held() -> Section:
    return Section(
        "Who held it",
        (
            ask(ReturnInterview, "interviewer"),
            ask(ReturnInterview, "place"),
            ask(ReturnInterview, "independent"),
            ask(ReturnInterview, "seen"),
            ask(ReturnInterview, "asked_for", whole=True, hint="Somebody they trust may hold it if they ask for them"),
        ),
    )


def _arranged() -> Section:
    attempts = ask(
        ReturnInterview,
        "attempts",
        fields=ATTEMPT,
        describe=lambda part, _around: attempt_words(part),
    )
    return Section(
        "How it was arranged",
        (
            ask(ReturnInterview, "assigned_to"),
            ask(ReturnInterview, "offered_by"),
            ask(ReturnInterview, "offered_at", time=True),
            ask(ReturnInterview, "answered_at", time=True),
            answer(whole=True),
            ask(ReturnInterview, "declined_because", whole=True),
            attempts,
            ask(ReturnInterview, "carers_offered_at", time=True),
            ask(ReturnInterview, "carers_said", rows=2, nudge=nudges),
        ),
    )


def answer(**about: Any) -> Field:
    """What they answered: accepted, declined, or not recorded."""
    return ask(ReturnInterview, "answer", Kind.OWN, make=_answers, describe=_answer_words, **about)


def _answers(field: Field, around: Surroundings) -> RadioRow:
    choices = around.practice.vocabulary(field.vocabulary).choices()
    return RadioRow([(each.key, capitalised(each.label)) for each in choices])


def _answer_words(value: Any, around: Surroundings) -> str:
    return capitalised(around.practice.label("interview_answer", value))


def _long(name: str, rows: int = 3) -> Field:
    return ask(ReturnInterview, name, rows=rows, nudge=nudges)


def _heard(name: str, part: type[Part], about: str, fields: tuple[Field, Field]) -> Field:
    return ask(
        ReturnInterview,
        name,
        Kind.OWN,
        whole=True,
        fields=fields,
        make=lambda field, around: HeardTicks(part, about, field, around),
        describe=lambda value, around: heard_in_words(fields, value, around),
    )


def _covered_words(value: Any, returns: tuple[Return, ...], around: Surroundings) -> str:
    known = {each.episode.id: return_words(each.episode, around.now()) for each in returns}
    return "\n".join(known.get(each.episode, "") for each in value)
