"""The contact notes of the demonstration, day by day, in the order in which they were written up."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from heapq import heappop, heappush
from random import Random

from rise_desk.domain import moments
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, make_id
from rise_desk.services.demo import days, files, team
from rise_desk.services.demo.casting import Cast, serial
from rise_desk.services.demo.days import DAY, age_on
from rise_desk.services.demo.outline import Outline
from rise_desk.services.demo.scenes import SCENES, Told
from rise_desk.services.demo.scenes.asides import CORRECTIONS, NEXT_STEPS, OLDER, TOLD, TOLD_APART, YOUNGER
from rise_desk.services.demo.scenes.scene import ENDING, FIRST, LAST, OPENING
from rise_desk.services.demo.threads import THREADS

WRITES = {"nurse": team.NURSE, "police": team.POLICE, "head": team.HEAD, "supervisor": team.SUPERVISOR}
HABITS = dict(zip(team.WORKERS, (0.45, 0.25, 0.7, 0.12), strict=True))
"""How often each worker ends a note with what comes next."""
RARE, OFTEN = frozenset({"adult", "companion"}), 0.2
"""What few files can tell is told there more often than chance would."""
MUCH_FULLER, AMONG, SELDOM, LONG = 8.0, 3, 500, 200
"""Three files in so many, where the case was a long one, hold far more notes than the others."""
CORRECTED, CORRECTED_WITHIN = 0.025, timedelta(days=21)
EVENING_CONTACTS = 5
Waiting = tuple[datetime, int, ContactNote]


@dataclass(slots=True)
class Memory:
    """What was told in a file before, so that nothing is told twice; and the last note, which may be corrected."""

    scenes: int = 0
    left: int = 0
    met: bool = False
    corrected: int = 0
    steps: int = 0
    words: int = 0
    thread: int = 0
    last: ContactNote | None = None
    last_on: date = date.min


def records(cast: Cast) -> Iterator[ContactNote]:
    """Exactly as many notes as the cast is to have, the first recorded first."""
    waiting: list[Waiting] = []
    plan = _slots(cast)
    telling = _Telling(cast, Counter(place for _, place in plan))
    for number, (day, place) in enumerate(plan):
        while waiting and waiting[0][0].date() < day:
            yield heappop(waiting)[2]
        written, note = telling.note(number, day, cast.young[place])
        heappush(waiting, (written, number, note))
    while waiting:
        yield heappop(waiting)[2]


def _slots(cast: Cast) -> list[tuple[date, int]]:
    """A day and a file for each note, in order; long cases have more of them, and some far more than others."""
    rng = cast.chance("days")
    weights = [_days_at_work(one) ** 0.8 * rng.lognormvariate(0, 0.45) * _fullness(one) for one in cast.young]
    total, before, sofar = sum(weights), 0, 0.0
    found: list[tuple[date, int]] = []
    for one, weight in zip(cast.young, weights, strict=True):
        sofar += weight
        upto = round(cast.notes * sofar / total)
        found += [(day, one.place) for day in _days(rng, one, upto - before)]
        before = upto
    return sorted(found)


def _fullness(one: Outline) -> float:
    full = one.place % SELDOM >= SELDOM - AMONG and _days_at_work(one) > LONG
    return MUCH_FULLER if full else 1.0


def _quiet(one: Outline) -> tuple[date, date] | None:
    since, until = one.course.quiet()
    return (date.fromisoformat(since), date.fromisoformat(until)) if since else None


def _days_at_work(one: Outline) -> int:
    quiet = _quiet(one)
    resting = (quiet[1] - quiet[0]).days - 1 if quiet else 0
    return (one.course.until - one.referred_on).days + 1 - resting


def _days(rng: Random, one: Outline, count: int) -> Iterator[date]:
    """The days of a file's notes, mostly on weekdays; the ends of a case have theirs first."""
    span, quiet = _days_at_work(one), _quiet(one)
    offsets = rng.sample(range(span), count) if count <= span else [rng.randrange(span) for _ in range(count)]
    ends = _ends(rng, one, span)[:count]
    taken: set[date] = set()
    for offset in [*ends, *offsets[len(ends) :]]:
        day = one.referred_on + DAY * offset
        if quiet and day > quiet[0]:
            day = quiet[1] + (day - quiet[0] - DAY)
        on_weekday = days.working(day)
        chosen = on_weekday if one.at_work(on_weekday) and on_weekday not in taken and rng.random() < 0.93 else day
        taken.add(chosen)
        yield chosen


def _ends(rng: Random, one: Outline, span: int) -> list[int]:
    """The day of the referral, one soon after the case was opened, and one just before it was closed."""
    opened = next((date.fromisoformat(each.since) for each in one.course.spells if each.state == "open"), None)
    if opened is None:
        return [0]
    soon = (opened - one.referred_on).days + rng.randrange(1, 6)
    found = [0, min(soon, span - 1)]
    return [*found, span - 1 - rng.randrange(min(span, 5))] if one.course.closed else found


@cache
def _pool(part: str, traits: frozenset[str]) -> tuple[int, ...]:
    return tuple(place for place, each in enumerate(SCENES) if part in each.moments and each.needs <= traits)


class _Telling:
    """One run through all notes: draws in a fixed order and remembers what each file has been told."""

    def __init__(self, cast: Cast, counts: Counter[int]) -> None:
        self._cast = cast
        self._rng = cast.chance("notes")
        self._files = {one.place: Memory(left=counts[one.place]) for one in cast.young}
        self._first = serial(cast.seed, len(cast.young) + len(cast.adults))
        self._last_day = cast.today - DAY

    def note(self, number: int, day: date, one: Outline) -> tuple[datetime, ContactNote]:
        """The note of one day in one file, with the instant it was written up."""
        memory = self._files[one.place]
        memory.left -= 1
        told = None
        last = memory.last if memory.last and memory.last.recorded_at[:10] < day.isoformat() else None
        if last and day - memory.last_on < CORRECTED_WITHIN and self._rng.random() < CORRECTED:
            told = self._correction(number, day, last, one)
        written, note = told or self._told(number, day, one, memory)
        memory.last = None if note.corrects else note
        memory.last_on = day
        return written, note

    def _told(self, number: int, day: date, one: Outline, memory: Memory) -> tuple[datetime, ContactNote]:
        rng = self._rng
        scene = self._scene(one, day, memory)
        known = files.slots(self._cast, one, day)
        met = days.instant(day, rng.randrange(*scene.hours, EVENING_CONTACTS))
        written = days.written_at(rng, met, self._last_day)
        words = self._words(scene, one, day, memory)
        sort, why = rng.choice(TOLD if scene.seen else self._apart(scene))
        note = ContactNote(
            id=self._id(number, written),
            version=1,
            recorded_at=moments.stamp(written),
            recorded_by=self._author(scene, one),
            concerns=self._concerns(scene, one),
            happened_at=self._happened(scene, day, met),
            contact_type=scene.contact,
            place=scene.place.format_map(known),
            own_words=words.format_map(known),
            own_words_of=one.id if words and "companion" in scene.needs else NO_ID,
            text="\n".join((scene.text, *self._asides(scene, one, memory))).format_map(known),
            told=sort,
            told_why=why.format_map(known),
            reserved=scene.reserved,
        )
        return written, note

    def _apart(self, scene: Told) -> tuple[tuple[str, str], ...]:
        return TOLD_APART.get("" if scene.says else scene.contact, TOLD_APART[""])

    def _scene(self, one: Outline, day: date, memory: Memory) -> Told:
        pool = _pool(self._part(one, day, memory), files.traits(self._cast, one, day))
        fresh = [each for each in pool if not memory.scenes >> each & 1]
        rarer = [each for each in fresh if not RARE.isdisjoint(SCENES[each].needs)]
        chosen = self._rng.choice(rarer if rarer and self._rng.random() < OFTEN else fresh or pool)
        memory.scenes |= 1 << chosen
        if "companion" in SCENES[chosen].needs:
            self._files[one.companion].scenes |= 1 << chosen
        return SCENES[chosen]

    def _part(self, one: Outline, day: date, memory: Memory) -> str:
        """The part of the case; the first contact after its opening and the last before its closing stand apart."""
        part = files.part_of_case(one, day)
        if part == FIRST and not memory.met:
            memory.met, part = True, OPENING
        return LAST if part == ENDING and not memory.left else part

    def _author(self, scene: Told, one: Outline) -> str:
        if scene.by:
            return WRITES[scene.by]
        beside = not {OPENING, LAST} & set(scene.moments) and self._rng.random() < 0.12
        return one.co_worker if beside else one.worker

    def _concerns(self, scene: Told, one: Outline) -> tuple[Concern, ...]:
        found = [Concern(subject=one.id, seen=scene.seen or "not_seen")]
        if "companion" in scene.needs:
            found.append(Concern(subject=self._cast.young[one.companion].id, seen=scene.seen or "not_seen"))
        if "adult" in scene.needs:
            found.append(Concern(subject=self._cast.adults[one.adult].id, role="adult_of_concern"))
        return tuple(found)

    def _happened(self, scene: Told, day: date, met: datetime) -> Moment:
        by_day = scene.contact == "email_or_letter" or self._rng.random() < 0.06
        return days.moment(day) if by_day else moments.minute(met)

    def _asides(self, scene: Told, one: Outline, memory: Memory) -> Iterator[str]:
        """A step of what they like, where they were seen; and what comes next. Notes about two have neither."""
        if "companion" in scene.needs or scene.by or not scene.seen:
            return
        steps = THREADS[one.thread]
        if memory.thread < len(steps) and self._rng.random() < 0.42:
            yield steps[memory.thread]
            memory.thread += 1
        chosen = self._rng.randrange(len(NEXT_STEPS))
        habit = self._rng.random() < HABITS[one.worker]
        if habit and not memory.steps >> chosen & 1 and scene.goes_on:
            memory.steps |= 1 << chosen
            yield NEXT_STEPS[chosen]

    def _words(self, scene: Told, one: Outline, day: date, memory: Memory) -> str:
        """Their own words: those of the scene, or now and then others fit for the age; none where not seen."""
        if scene.says or not scene.seen or OPENING in scene.moments or scene.reserved or self._rng.random() < 0.6:
            return scene.says
        young = age_on(one.born, day) < 14
        deck, shift = (YOUNGER, 0) if young else (OLDER, len(YOUNGER))
        chosen = self._rng.randrange(len(deck))
        if memory.words >> (chosen + shift) & 1:
            return ""
        memory.words |= 1 << (chosen + shift)
        return deck[chosen]

    def _correction(
        self, number: int, day: date, wrong: ContactNote, one: Outline
    ) -> tuple[datetime, ContactNote] | None:
        """A further note that puts the last one right, by whoever wrote it; None for what needs no correcting."""
        memory, fitting = self._files[one.place], CORRECTIONS.get(wrong.contact_type, ())
        if wrong.reserved or memory.corrected >= len(fitting):
            return None
        memory.corrected += 1
        written = days.written_at(self._rng, days.instant(day, self._rng.randrange(540, 900, 5)), self._last_day)
        text = fitting[memory.corrected - 1].format_map(files.slots(self._cast, one, day))
        note = replace(
            wrong,
            id=self._id(number, written),
            recorded_at=moments.stamp(written),
            corrects=wrong.id,
            text=text,
            own_words="",
            own_words_of=NO_ID,
        )
        return written, note

    def _id(self, number: int, written: datetime) -> Id:
        return make_id(written, self._first + number)
