"""The picture of a child's missing episodes: what the file shows of them, by themselves and beside those of others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from rise_desk.domain import access, interview_due, missing_pattern, moments, names, nights, returns
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.chronology import Line, Sieve
from rise_desk.domain.due import Due
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.missing_pattern import Pattern
from rise_desk.domain.nights import Month, Night
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.returns import Figures, Return
from rise_desk.services import due_now, merged, overview
from rise_desk.services.desk import Desk
from rise_desk.storage import missing_together
from rise_desk.storage.indexes import card, involvement

KINDS = (MissingEpisode.KIND, ReturnInterview.KIND)
WHOLE_FILE = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Told:
    """One episode with its return (None while it lasts), and the interview that is owed for it.

    `minutes_left` of the 72 hours, less than none where it is late; None where nothing is owed. `is_now`: they are
    missing at this reader's now.
    """

    episode: MissingEpisode
    back: Return | None = None
    due: Due | None = None
    minutes_left: int | None = None
    is_now: bool = False
    nights: int = 0


@dataclass(frozen=True, kw_only=True)
class Companion:
    """Another young person who was missing at the same time, and on which nights; it does not say: together."""

    subject: Id
    name: str
    nights: tuple[date, ...]


@dataclass(frozen=True, kw_only=True)
class Named:
    """Somebody with whom the child was found: how they are called, their file where it may be opened, and when."""

    name: str
    person: Id = NO_ID
    episodes: tuple[MissingEpisode, ...]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """Everything that the tab of missing episodes shows; `told` is every episode, newest first.

    `figures` are of every return, `lately` of those in `year`, the last twelve months; so are `episodes_lately`.
    """

    told: tuple[Told, ...] = ()
    nights: tuple[Night, ...] = ()
    year: tuple[Month, ...] = ()
    went: Pattern = field(default_factory=Pattern)
    came_back: Pattern = field(default_factory=Pattern)
    figures: Figures = field(default_factory=Figures)
    lately: Figures = field(default_factory=Figures)
    episodes_lately: int = 0
    companions: tuple[Companion, ...] = ()
    found_with: tuple[Named, ...] = ()

    @property
    def missing_now(self) -> tuple[Told, ...]:
        """The episodes from which nobody has come back yet."""
        return tuple(each for each in self.told if each.is_now)

    @property
    def owed(self) -> tuple[Told, ...]:
        """The returns whose interview is owed, the one with the least time left first."""
        owed = [each for each in self.told if each.due is not None]
        return tuple(sorted(owed, key=lambda each: each.minutes_left or 0))


def picture(desk: Desk, subject: Id) -> Picture:
    """Everything about somebody's missing episodes; of a file that this reader may not open, nothing."""
    file = overview.case_file(desk, subject, Sieve(kinds=KINDS))
    now = desk.now()
    held = returns.episodes(file)
    away = nights.nights(held, now)
    year = nights.year(away, now.astimezone(moments.LONDON).date())
    back = [each for each in returns.of_file(file) if moments.earliest(each.episode.returned_at) <= now]
    first = year[0].first.isoformat()
    lately = [each for each in back if moments.london_day(each.episode.returned_at) >= first]
    return Picture(
        told=_told(file, back, away, desk),
        nights=away,
        year=year,
        went=missing_pattern.went(held),
        came_back=missing_pattern.came_back(held),
        figures=returns.figures(back),
        lately=returns.figures(lately),
        episodes_lately=sum(moments.london_day(each.since) >= first for each in held),
        companions=companions(desk, file),
        found_with=_found_with(desk, held),
    )


def companions(desk: Desk, file: CaseFile) -> tuple[Companion, ...]:
    """Others who were away at the same time as a file's child, the most frequent first.

    `file` holds the child's episodes; whoever has no card is not told of.
    """
    found = _together(desk, returns.episodes(file), desk.now())
    joined = defaultdict[Id, set[date]](set)
    for each, head in merged.head_of(desk, found).items():
        joined[head] |= found[each]
    joined.pop(file.subject.id, None)
    cards = card.several(desk.store.vault, joined)
    told = [
        Companion(subject=each, name=cards[each].name, nights=tuple(sorted(days)))
        for each, days in joined.items()
        if each in cards
    ]
    return tuple(sorted(told, key=lambda each: (-len(each.nights), -each.nights[-1].toordinal(), each.name)))


def how_many(desk: Desk, subject: Id) -> int:
    """How many missing episodes somebody's file has that stand: the number on the tab, as long as its list."""
    return len(_lines(desk, subject))


def episodes(desk: Desk, subject: Id) -> tuple[MissingEpisode, ...]:
    """The missing episodes of a file that stand, newest first: all that its overview shows of them."""
    held = desk.store.records(_lines(desk, subject))
    return tuple(each for each in held if isinstance(each, MissingEpisode))


def _lines(desk: Desk, subject: Id) -> list[Line]:
    ids = merged.whole(desk, subject).ids
    sieve = Sieve(kinds=(MissingEpisode.KIND,))
    lines = involvement.page(desk.store.vault, ids, sieve, desk.who.grants, WHOLE_FILE, None)
    return [each for each in lines if not each.withdrawn]


def _told(file: CaseFile, back: Sequence[Return], away: Iterable[Night], desk: Desk) -> tuple[Told, ...]:
    now = desk.now()
    returned = {each.episode.id: each for each in back}
    owed = {each.record: each for each in interview_due.lines(file, desk.practice) if each.record in returned}
    slept = [each for night in away if night.overnight for each in night.episodes]
    return tuple(
        Told(
            episode=each,
            back=returned.get(each.id),
            due=owed.get(each.id),
            minutes_left=due_now.minutes_left(owed[each.id], now) if each.id in owed else None,
            is_now=nights.is_away(each, now),
            nights=slept.count(each.id),
        )
        for each in reversed(returns.episodes(file))
    )


def _together(desk: Desk, held: Sequence[MissingEpisode], now: datetime) -> dict[Id, set[date]]:
    """The days on which others were away while the child was, by the files that say so, the child's own among them."""
    found = defaultdict[Id, set[date]](set)
    for mine in held:
        days = {day for day, _overnight in nights.away(mine.since, mine.returned_at, now)}
        if not days:
            continue
        began, ended = nights.span(mine.since, mine.returned_at, now)
        for other in missing_together.between(desk.store.vault, min(days), max(days)):
            start, end = nights.span(other.since, other.returned_at, now)
            if start < ended and began < end:
                shared = days & {day for day, _overnight in nights.away(other.since, other.returned_at, now)}
                if shared:
                    found[other.subject] |= shared
    return found


def _found_with(desk: Desk, held: Sequence[MissingEpisode]) -> tuple[Named, ...]:
    """Those with whom the child was found, the most frequent first, each once by their file or else by their name."""
    by_whom = defaultdict[object, list[tuple[str, Id, MissingEpisode]]](list)
    heads = merged.head_of(desk, {named.person for each in held for named in each.found_with if named.person})
    for each in held:
        for named in each.found_with:
            if not named.sort:
                head = heads.get(named.person, NO_ID)
                by_whom[head or names.fold(named.name)].append((named.name, head, each))
    listed = card.several(desk.store.vault, heads.values())
    found = []
    for whom in by_whom.values():
        name, person, _episode = whom[-1]
        known = listed.get(person)
        called = known.name if known else access.NAMELESS if person else name
        told = tuple(episode for _name, _person, episode in whom)
        found.append(Named(name=called, person=person if known else NO_ID, episodes=told))
    return tuple(sorted(found, key=lambda each: (-len(each.episodes), each.name)))
