"""The return interviews of the demonstration: most held, some declined or decided against, a few too late or never."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from rise_desk.domain import moments, returns
from rise_desk.domain.interview import (
    ACCEPTED,
    DECIDED_AGAINST,
    DECLINED,
    DONE,
    Agreed,
    Attempt,
    Covered,
    ReturnInterview,
)
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import LATE_HOME, MissingEpisode
from rise_desk.domain.moments import LONDON
from rise_desk.services.demo import adults, assessed_words, days, numbers
from rise_desk.services.demo import interview_words as words
from rise_desk.services.demo.casting import Cast, drawn
from rise_desk.services.demo.days import DAY
from rise_desk.services.demo.team import WORKERS
from rise_desk.services.demo.telling import Teller, harms, numbered, reasons

EXPECTED = timedelta(days=182)
"""So long before the day of the demonstration its team began to expect interviews; before, half had one."""

TOGETHER = timedelta(hours=60)
"""Returns so near to each other are talked about in one interview."""

NOTHING = "nothing"
OUTCOMES = ((DONE, 79), (DECLINED, 12), (DECIDED_AGAINST, 6), (NOTHING, 3))
LATE_HOME_OUTCOMES = ((DONE, 18), (DECLINED, 8), (DECIDED_AGAINST, 74))
IN_TIME = 0.63
OPENS, CLOSES = time(9), time(19)
TALKED = (
    ("push", words.PUSH, 0.75), ("pull", words.PULL, 0.75), ("stayed", words.STAYED, 0.8),
    ("travelled", words.TRAVELLED, 0.6), ("told_happened", words.HAPPENED, 0.7), ("threats", words.THREATS, 0.25),
    ("phones", words.PHONES, 0.35), ("came_back", words.CAME_BACK, 0.35), ("would_help", words.WOULD_HELP, 0.85),
)  # fmt: skip


def expected_since(today: date) -> date:
    """From which day on the demonstration's team expects return interviews."""
    return today - EXPECTED


def told(teller: Teller, ids: Iterator[int], episodes: Sequence[MissingEpisode]) -> list[ReturnInterview]:
    """Every interview of a file, by the returns they are about."""
    made = _Interviews(teller, ids)
    nights = {each.id: night for each, night in zip(episodes, teller.story.nights, strict=True)}
    new = [each for each in episodes if nights[each.id].scene and each.returned_at]
    old = [each for each in episodes if not nights[each.id].scene]
    found = [made.settled(group) for group in _groups(old)]
    found += [made.under_way(each, nights[each.id].scene) for each in new]
    return [each for each in found if each is not None]


def _groups(episodes: Sequence[MissingEpisode]) -> Iterator[list[MissingEpisode]]:
    """Returns that are talked about together."""
    group: list[MissingEpisode] = []
    for each in episodes:
        if group and moments.earliest(each.returned_at) - moments.earliest(group[-1].returned_at) > TOGETHER:
            yield group
            group = []
        group = [*group, each]
    if group:
        yield group


class _Interviews:
    """The interviews of one file, told one after the other."""

    def __init__(self, teller: Teller, ids: Iterator[int]) -> None:
        self._teller, self._ids, self._rng = teller, ids, teller.rng
        self._cast: Cast = teller.cast
        self._one = teller.story.one
        self._since = expected_since(self._cast.today)

    def settled(self, group: Sequence[MissingEpisode]) -> ReturnInterview | None:
        """The interview about returns of the past, as it ended; None where there was none."""
        rng = self._rng
        back = moments.earliest(group[-1].returned_at)
        late_home = all(each.missing_type == LATE_HOME for each in group)
        if back.date() < self._since and (late_home or rng.random() < 0.5):
            return None
        outcome = drawn(rng, LATE_HOME_OUTCOMES if late_home else OUTCOMES)
        if outcome == NOTHING:
            return None
        offered = _office(back + timedelta(minutes=rng.randrange(60, 900)))
        known = self._teller.known(back)
        steps = {DONE: self._done, DECLINED: self._declined, DECIDED_AGAINST: self._against}
        said = steps[outcome](group, offered, known)
        at: datetime = said.pop("at")
        return self._made(group, offered, at + timedelta(minutes=rng.randrange(35, 170)), said)

    def under_way(self, episode: MissingEpisode, scene: str) -> ReturnInterview | None:
        """The interview about a return of these days, as far as it has come."""
        back, yesterday = moments.earliest(episode.returned_at), self._cast.today - DAY
        offered = _office(back + timedelta(hours=2))
        worker = self._one.worker
        if scene == "accepted":
            answered = days.instant(yesterday - DAY, 1010)
            said: dict[str, Any] = {"answer": ACCEPTED, "answered_at": moments.minute(answered)}
            last = answered
        elif scene in ("attempted", "late_attempted"):
            minutes = (625, 1065) if scene == "attempted" else (950,)
            tries = words.TRIED[1::2] if scene == "attempted" else words.TRIED[:1]
            at = [days.instant(yesterday, each) for each in minutes]
            said = {"attempts": tuple(self._tried(when, *each) for when, each in zip(at, tries, strict=False))}
            last = at[-1]
        else:
            return None
        return self._made((episode,), offered, last + timedelta(minutes=7), said | {"assigned_to": worker})

    def _made(
        self, group: Sequence[MissingEpisode], offered: datetime, saved: datetime, said: Mapping[str, Any]
    ) -> ReturnInterview:
        worker = said.get("assigned_to") or (self._one.worker if self._rng.random() < 0.55 else self._one.co_worker)
        saved += timedelta(milliseconds=self._rng.randrange(1, 59_999))
        return ReturnInterview(
            **{
                "id": numbered(offered, self._ids),
                "version": 1,
                "recorded_at": moments.stamp(saved),
                "recorded_by": worker,
                "owner_agency": "voluntary_sector",
                "subject": self._one.id,
                "episodes": tuple(Covered(episode=each.id) for each in group),
                "assigned_to": worker,
                "offered_at": moments.minute(offered),
                "offered_by": worker,
                **said,
            }
        )

    def _against(self, group: Sequence[MissingEpisode], offered: datetime, known: Mapping[str, str]) -> dict[str, Any]:
        at = offered + timedelta(hours=self._rng.randrange(1, 5))
        day = moments.shown(days.moment(at.date()))
        because = self._teller.fresh(words.AGAINST, known) or f"Talked about in the session after {day}."
        by = self._rng.choice(WORKERS)
        return {"at": at, "decided_at": moments.minute(at), "decided_by": by, "decided_because": because}

    def _declined(self, group: Sequence[MissingEpisode], offered: datetime, known: Mapping[str, str]) -> dict[str, Any]:
        at = _office(offered + timedelta(hours=self._rng.randrange(2, 30)))
        said: dict[str, Any] = {
            "at": at,
            "answer": DECLINED,
            "answered_at": moments.minute(at),
            "declined_because": self._teller.fresh(words.DECLINED, known),
            "attempts": self._attempts(offered, at, known),
        }
        if self._rng.random() < 0.5:
            said |= {"carers_offered_at": moments.minute(at), "carers_said": self._teller.fresh(words.CARERS, known)}
        return said

    def _done(self, group: Sequence[MissingEpisode], offered: datetime, known: Mapping[str, str]) -> dict[str, Any]:
        rng = self._rng
        back, by = moments.earliest(group[-1].returned_at), returns.deadline(group[0].returned_at)
        at = self._in_time(max(back, offered), by) if rng.random() < IN_TIME else None
        at = at or _office(max(back, by) + timedelta(hours=rng.uniform(3, 110)))
        said = {name: self._teller.fresh(deck, known, often) for name, deck, often in TALKED}
        late = returns.is_late(moments.minute(at), group)
        return {
            **said,
            "at": at,
            "answer": ACCEPTED,
            "answered_at": moments.minute(offered),
            "attempts": self._attempts(offered, at, known),
            "done_at": moments.minute(at),
            "late_because": self._late(at, by, known) if late else "",
            "place": rng.choice(words.PLACES).format_map(known),
            "seen": "seen_alone" if rng.random() < 0.88 else "seen_with_others",
            "own_words": self._teller.fresh(words.OWN_WORDS, known, 0.85),
            "reasons": reasons(rng, known, rng.choice((0, 1, 1, 2))),
            "harms": harms(rng, known) if rng.random() < 0.5 else (),
            "mentions": tuple(self._mentions(at, known)),
            "agreed": tuple(self._agreed(at, known)),
            **self._who(known),
        }

    def _in_time(self, since: datetime, by: datetime) -> datetime | None:
        """An hour of the day within the 72 hours; None where hardly any are left."""
        left = (by - since) / timedelta(hours=1)
        drawn_at = [_office(since + timedelta(hours=self._rng.uniform(0.5, max(left, 1.0)))) for _ in range(6)]
        return next((each for each in drawn_at if since < each < by), None)

    def _late(self, at: datetime, by: datetime, known: Mapping[str, str]) -> str:
        hours = int((at - by) / timedelta(hours=1))
        return self._teller.fresh(words.LATE, known) or f"Nobody was free sooner; {hours} hours over time."

    def _who(self, known: Mapping[str, str]) -> dict[str, Any]:
        if self._rng.random() < 0.06:
            who = self._teller.fresh(("{youth_worker}, whom {name} trusts; asked for by name.",), known)
            return {"interviewer": f"{known['youth_worker']}, youth club", "independent": not who, "asked_for": who}
        worker = self._one.worker if self._rng.random() < 0.55 else self._one.co_worker
        return {"assigned_to": worker, "interviewer": f"{worker}, voluntary sector", "independent": True}

    def _attempts(self, since: datetime, until: datetime, known: Mapping[str, str]) -> tuple[Attempt, ...]:
        many = min(self._rng.choice((0, 0, 1, 1, 2)), int((until - since) / timedelta(hours=7)))
        tries = self._rng.sample(words.TRIED, many)
        at = [_office(since + (until - since) * (step + 1) / (many + 2)) for step in range(many)]
        return tuple(self._tried(when, *each) for when, each in zip(at, tries, strict=True) if when < until)

    def _tried(self, at: datetime, how: str, outcome: str) -> Attempt:
        known = self._teller.known(at)
        return Attempt(at=moments.minute(at), by=self._one.worker, how=how, outcome=outcome.format_map(known))

    def _mentions(self, at: datetime, known: Mapping[str, str]) -> Iterator[Mention]:
        """Who and what was named; a young person comes back to the same few."""
        one, rng, place = self._one, self._rng, self._one.place
        adult = self._cast.adults[one.adult] if one.adult >= 0 else None
        if adult and adult.known_on < at.date() and rng.random() < 0.4:
            yield Mention(name=adults.called(adult.place), person=adult.id, risk="danger", known="see the notes")
        named = (
            ("", assessed_words.NICKNAMES[place % len(assessed_words.NICKNAMES)], 0.3),
            ("place", words.SPOTS[place % len(words.SPOTS)], 0.3),
            ("vehicle", f"{words.CARS[place % 5]}, plate ends {words.PLATE_ENDS[place // 5 % 5]}", 0.16),
            ("phone", numbers.mobile(place + 500), 0.12),
            ("handle", words.HANDLES[place % len(words.HANDLES)], 0.15),
        )
        for sort, name, often in named:
            if rng.random() < often:
                what = rng.choice(words.NAMED_KNOWN).format_map(known) if not sort else ""
                risk = "draws_in" if not sort else ""
                yield Mention(sort=sort, name=name, known=what, risk=risk)

    def _agreed(self, at: datetime, known: Mapping[str, str]) -> Iterator[Agreed]:
        for _ in range(self._rng.choice((0, 0, 0, 1, 1))):
            what = self._teller.fresh(words.AGREED, known)
            if what:
                due = at.astimezone(LONDON).date() + DAY * self._rng.randrange(5, 19)
                yield Agreed(what=what, owner=self._one.worker, due_on=days.moment(days.working(due)))


def _office(at: datetime) -> datetime:
    """The time itself where somebody is at work then; else the next morning."""
    wall = at.astimezone(LONDON)
    if wall.time() < OPENS:
        return days.instant(wall.date(), 9 * 60 + wall.minute)
    return at if wall.time() < CLOSES else days.instant(wall.date() + DAY, 9 * 60 + wall.minute)
