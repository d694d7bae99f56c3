"""The missing episodes of a case summary: missing now, what became of the returns, the year's nights, the pattern.

It counts other young people who were missing at the same time, and names none of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rise_desk.domain import interview_due, missing_pattern, moments, nights, nights_told, returns
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.heat import Lane
from rise_desk.domain.interview import DECIDED_AGAINST, DECLINED, DONE, STATES, ReturnInterview
from rise_desk.domain.missing import MISSING, MissingEpisode
from rise_desk.domain.missing_pattern import Pattern
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.domain.returns import Return
from rise_desk.domain.written import WEEKDAYS
from rise_desk.reports import missing_words
from rise_desk.reports.blocks import Block, Facts, Heading, Note, Paragraph, Table, WarningBox
from rise_desk.reports.night_blocks import Bars, Calendar, Tally
from rise_desk.reports.words import NOT_RECORDED, facts, joined

EPISODES = ("Since", "How long", "From", "Police grade", "Return interview")
NONE_BEGAN = "No missing episode began in this period."
NOT_EXPECTED = "none is expected for this return"
LEGEND = "filled: overnight · framed: for a time"
BY_HOUR = tuple(f"{hour:02}" for hour in range(24))


@dataclass(frozen=True, kw_only=True)
class Away:
    """What a summary tells of missing episodes: those of the whole file, and the days others were missing too.

    `companions`: for each other young person, the days on which both were missing at the same time.
    """

    file: CaseFile
    companions: tuple[tuple[date, ...], ...] = ()
    since: Moment = Moment("")
    until: Moment = Moment("")

    def episodes(self, now: datetime) -> tuple[MissingEpisode, ...]:
        """Every episode that stands, oldest first, as it stood at a reader's now."""
        return missing_words.as_at(returns.episodes(self.file), now)

    def of_the_period(self, now: datetime) -> tuple[MissingEpisode, ...]:
        """Those that began in the period, oldest first."""
        first, last = moments.london_day(self.since), moments.latest(self.until)
        return tuple(
            each
            for each in self.episodes(now)
            if moments.london_day(each.since) >= first and moments.earliest(each.since) <= last
        )

    def ends(self, now: datetime) -> date:
        """The day up to which the year of nights is shown: the period's last, and none that is still to come."""
        return min(moments.latest(self.until), now).astimezone(moments.LONDON).date()


def lanes(away: Away | None, now: datetime) -> tuple[Lane, ...]:
    """The nights missing, as a lane under the ten indicators."""
    return (nights.lane(away.episodes(now), now),) if away else ()


def missing(away: Away | None, practice: Practice, now: datetime) -> list[Block]:
    """Everything about missing episodes; nothing where none is on file."""
    every = away.episodes(now) if away else ()
    if away is None or not every:
        return []
    held = away.of_the_period(now)
    return [
        Heading(text="Missing", aside=_counted(len(held), len(every))),
        *_missing_now(every, practice),
        *_figures(away, now),
        *_year(away, now),
        *_pattern(every),
        *_companions(away),
        Heading(text="Missing episodes and their return interviews", aside="newest first"),
        _table(away, held, practice, now),
    ]


def _counted(in_period: int, in_all: int) -> str:
    whole = "1 episode on file" if in_all == 1 else f"{in_all} episodes on file"
    return whole if in_period == in_all else f"{in_period} in this period, {whole}"


def _missing_now(every: Sequence[MissingEpisode], practice: Practice) -> list[Block]:
    """That they are missing now, before anything else of it."""
    return [
        WarningBox(
            text=f"Missing now, since {moments.shown_long(each.since)}",
            detail=f"police grade: {missing_words.grade(each, practice)}",
        )
        for each in every
        if each.is_open
    ]


def _figures(away: Away, now: datetime) -> list[Block]:
    """What became of the returns of the period: offered, attempted, accepted, declined, held are different things."""
    begun = {each.id for each in away.of_the_period(now)}
    back = [each for each in _back(away, now) if each.episode.id in begun]
    if not back:
        return []
    told = returns.figures(back)
    rows = (
        ("Returns", told.returns),
        ("Interview offered", told.offered),
        ("Attempted", told.attempted),
        ("Accepted", told.accepted),
        ("Declined", told.declined),
        ("Decided against", told.decided_against),
        ("Nothing done yet", told.nothing),
    )
    held = f"{told.held}, {told.in_time} of them within 72 hours" if told.held else "0"
    return [Facts(facts=facts(*((label, str(many)) for label, many in rows), ("Held", held)))]


def _back(away: Away, now: datetime) -> list[Return]:
    return [each for each in returns.of_file(away.file) if moments.earliest(each.episode.returned_at) <= now]


def _year(away: Away, now: datetime) -> list[Block]:
    """The calendar of the twelve months up to the end of the period."""
    months = nights.year(nights.nights(away.episodes(now), now), away.ends(now))
    return [
        Heading(text=f"Nights away, {nights_told.title(months)}", aside=LEGEND),
        Calendar(months=months),
        Note(text=f"In these twelve months: {nights_told.summary(months)}."),
    ]


def _pattern(held: Sequence[MissingEpisode]) -> list[Block]:
    """On which weekdays and at which hours they went, and what stands out, of going and of coming back."""
    went, back = missing_pattern.went(held), missing_pattern.came_back(held)
    if not went.told:
        return []
    told = [f"Went: {_small(went.told)}.", f"Came back: {_small(back.told)}." if back.told else ""]
    return [_bars(went), Paragraph(text=joined(*told, by="\n"))]


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _bars(went: Pattern) -> Bars:
    weekdays = tuple(each[:3] for each in WEEKDAYS)
    return Bars(
        tallies=(
            Tally(name="Went, by weekday", labels=weekdays, counts=went.weekdays),
            Tally(name="Went, by hour of the day", labels=BY_HOUR, counts=went.hours),
        )
    )


def _companions(away: Away) -> list[Block]:
    """How many other young people were missing at the same time, and on how many days; not who, and not 'together'."""
    if not away.companions:
        return []
    others = "1 other young person" if len(away.companions) == 1 else f"{len(away.companions)} other young people"
    days = len({day for each in away.companions for day in each})
    on = "1 day" if days == 1 else f"{days} days"
    return [Paragraph(text=f"Missing at the same time, whether or not together: {others}, on {on}.")]


def _table(away: Away, held: Sequence[MissingEpisode], practice: Practice, now: datetime) -> Table:
    about = {each.episode.id: each for each in _back(away, now)}
    owed = {each.record: each for each in interview_due.lines(away.file, practice)}
    rows = tuple(
        (
            moments.shown_short(each.since, now),
            missing_words.lasted(each, now) or NOT_RECORDED,
            _from(each, practice) or NOT_RECORDED,
            missing_words.grade(each, practice),
            _interview(about.get(each.id), owed, now),
        )
        for each in reversed(held)
    )
    return Table(columns=EPISODES, rows=rows, empty=NONE_BEGAN)


def _from(episode: MissingEpisode, practice: Practice) -> str:
    sort = "" if episode.missing_type == MISSING else practice.label("missing_type", episode.missing_type)
    return joined(missing_words.came_from(episode, practice), sort, by="; ")


def _interview(back: Return | None, owed: dict[Id, Due], now: datetime) -> str:
    """How the return interview stands: done in so many hours, declined, decided against, owed by somebody, when."""
    if back is None:
        return "missing now"
    if back.interview is not None and not back.is_owed:
        return _ended(back, back.interview)
    line = owed.get(back.episode.id)
    return _owed(line, now) if line is not None else joined(_so_far(back), NOT_EXPECTED, by="; ")


def _so_far(back: Return) -> str:
    return STATES[back.state] if back.interview else "none recorded"


def _ended(back: Return, made: ReturnInterview) -> str:
    because = {DECLINED: made.declined_because, DECIDED_AGAINST: made.decided_because, DONE: made.late_because}
    said = STATES[back.state]
    if back.state == DONE:
        timed = moments.has_time(made.done_at) and moments.has_time(back.episode.returned_at)
        hours = (
            int((moments.earliest(made.done_at) - moments.earliest(back.episode.returned_at)).total_seconds()) // 3600
        )
        said = joined(f"done in {hours} h" if timed else "done", "late" if back.late else "")
    return joined(said, because[back.state], by=": ")


def _owed(line: Due, now: datetime) -> str:
    """An interview that is owed: how far it has come, by whom, and by when or that it is overdue."""
    by = Moment(line.by)
    late = "overdue since" if moments.earliest(by) < now else "due by"
    owner = f"owed by {line.owner}" if line.owner else ""
    return joined(owner, STATES[line.state], f"{late} {moments.shown_short(by, now)}", by="; ")
