"""The assessments of the demonstration: every six weeks, with evidence, judgement, protection and people named.

Each is followed by what the manager answered, as one that was sent back is answered before it is put right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from rise_desk.domain import moments, scoring
from rise_desk.domain.assessment import Assessment, Evidence, HarmSign, Score
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.mention import Mention
from rise_desk.domain.record import Id, make_id
from rise_desk.domain.scoring import Choice
from rise_desk.domain.sign_off import SENT_BACK, SignOff
from rise_desk.services.demo import adults, assessed_words, days, files
from rise_desk.services.demo.casting import Cast, serial
from rise_desk.services.demo.courses import Planned, courses
from rise_desk.services.demo.evidence import EVIDENCE
from rise_desk.services.demo.outline import Outline
from rise_desk.services.demo.team import HEAD, SUPERVISOR

CARRIED = 0.4
NAMED_FROM = 2
SAYS_MORE = 0.15
DISCLOSED = 5
ASKED_FOR = "recognition"
"""What a manager asks for most often when an assessment is sent back."""


@dataclass(slots=True)
class Memory:
    """What was said in a file before, so that nothing is said twice, and the evidence that may be carried on."""

    said: set[str] = field(default_factory=set)
    evidence: dict[str, tuple[int, str, date]] = field(default_factory=dict)


def records(cast: Cast) -> Iterator[Assessment | SignOff]:
    """Every assessment and its answer, file by file, the first of each file first."""
    first = serial(cast.seed, len(cast.young) + len(cast.adults) + cast.notes)
    for one, plan in courses(cast):
        telling = _Telling(cast, one, first)
        for each in plan:
            made = telling.told(each)
            yield made
            if each.decided is not None:
                yield telling.answer(each, each.decided, made.id)


class _Telling:
    """The assessments of one file, told one after the other."""

    def __init__(self, cast: Cast, one: Outline, first: int) -> None:
        self._cast, self._one, self._first = cast, one, first
        self._rng: Random = cast.chance("assessed", one.place)
        self._memory = Memory()
        self._instrument = cast.practice.instruments[cast.practice.instrument]
        self._before: Assessment | None = None

    def told(self, planned: Planned) -> Assessment:
        """The record of one assessment; one that puts another right says what the manager asked for."""
        if planned.corrects >= 0 and self._before is not None:
            return self._put_right(planned, self._before)
        known = files.slots(self._cast, self._one, planned.day)
        self._before = self._record(planned, known)
        return self._before

    def answer(self, planned: Planned, decided: datetime, made: Id) -> SignOff:
        """What the manager said to it; nothing is sent back without a word."""
        back = planned.decision == SENT_BACK
        deck = assessed_words.BACK if back else assessed_words.SIGNED
        speaks = back or self._rng.random() < SAYS_MORE
        known = files.slots(self._cast, self._one, planned.day)
        return SignOff(
            id=make_id(decided, self._first + 2 * planned.number + 1),
            version=1,
            recorded_at=moments.stamp(decided),
            recorded_by=HEAD,
            subject=self._one.id,
            assessment=made,
            decided_at=moments.minute(decided),
            decision=planned.decision,
            comments=(self._fresh(deck, known) or deck[0].format_map(known)) if speaks else "",
        )

    def _id(self, planned: Planned) -> Id:
        return make_id(planned.written, self._first + 2 * planned.number)

    def _record(self, planned: Planned, known: dict[str, str]) -> Assessment:
        outranked = scoring.outranking(self._instrument, planned.score)
        return Assessment(
            id=self._id(planned),
            version=1,
            recorded_at=moments.stamp(planned.written),
            recorded_by=planned.by,
            owner_agency="social_care" if self._one.social_worker else "voluntary_sector",
            subject=self._one.id,
            assessed_on=days.moment(planned.day),
            instrument=self._instrument.key,
            scores=tuple(self._score(key, planned, known) for key in INDICATORS),
            evidence=tuple(self._evidence(planned, known)),
            mentions=tuple(self._mentions(planned, known)),
            judgement=planned.judgement,
            judgement_comment=self._judgement(planned, known),
            harm_happening=planned.score["exploitation"] == DISCLOSED,
            harm_signs=tuple(self._signs(planned, known)),
            missing_now=False,
            sexual_activity_under_13=False,
            protective=self._protective(known),
            band=planned.band,
            band_reason=self._reason(planned, known),
            lead=SUPERVISOR,
            **self._strategy(planned, bool(outranked)),
            **self._young_person_told(planned, known),
        )

    def _put_right(self, planned: Planned, wrong: Assessment) -> Assessment:
        """The same again with the one thing the manager asked for."""
        known = files.slots(self._cast, self._one, planned.day)
        better = self._fresh(assessed_words.PUT_RIGHT, known) or self._same(ASKED_FOR, planned, known)
        self._memory.evidence[ASKED_FOR] = (planned.score[ASKED_FOR], better, planned.day)
        evidence = tuple(
            Evidence(indicator=ASKED_FOR, text=better) if each.indicator == ASKED_FOR else each
            for each in wrong.evidence
        )
        return wrong.changed(
            id=self._id(planned),
            recorded_at=moments.stamp(planned.written),
            corrects=wrong.id,
            evidence=evidence,
        )

    def _fresh(self, choices: Sequence[str], known: dict[str, str]) -> str:
        """One that was not said in this file before; '' where all of them were."""
        left = [each for each in choices if each not in self._memory.said]
        if not left:
            return ""
        chosen = self._rng.choice(left)
        self._memory.said.add(chosen)
        return chosen.format_map(known)

    def _score(self, key: str, planned: Planned, known: dict[str, str]) -> Score:
        level = planned.score[key]
        return Score(
            indicator=key,
            score=level,
            find_out="" if level else assessed_words.FIND_OUT[key].format_map(known),
            answer=known["school"] if key == "education" else "",
        )

    def _evidence(self, planned: Planned, known: dict[str, str]) -> Iterator[Evidence]:
        """A sentence for each level that is known; where it is as last time, often the one from then, confirmed."""
        for key, level in planned.score.items():
            if not level:
                continue
            was, text, since = self._memory.evidence.get(key, (0, "", planned.day))
            is_told = all(each in self._memory.said for each in EVIDENCE[key][level - 1])
            if was == level and (is_told or self._rng.random() < CARRIED):
                yield Evidence(indicator=key, text=text, carried_from=days.moment(since), confirmed=True)
                continue
            said = self._fresh(EVIDENCE[key][level - 1], known) or self._same(key, planned, known)
            self._memory.evidence[key] = (level, said, planned.day)
            yield Evidence(indicator=key, text=said)

    def _same(self, key: str, planned: Planned, known: dict[str, str]) -> str:
        label = self._instrument.indicator(key).label
        return assessed_words.SAME.format_map(
            known | {"indicator": label, "day": moments.shown(days.moment(planned.day))}
        )

    def _judgement(self, planned: Planned, known: dict[str, str]) -> str:
        decks = assessed_words.JUDGEMENTS
        step = (planned.judgement - 1) * len(decks) // 10
        day = moments.shown(days.moment(planned.day))
        return self._fresh(decks[step], known) or assessed_words.AS_BEFORE.format_map({"day": day})

    def _reason(self, planned: Planned, known: dict[str, str]) -> str:
        if planned.choice is Choice.LOWER_OF_TWO:
            day = moments.shown(days.moment(planned.day))
            return self._fresh(assessed_words.LOWER_WHY, known) or f"As agreed in supervision before {day}."
        if planned.choice is not Choice.ABOVE:
            return ""
        outranked = scoring.outranking(self._instrument, planned.score)
        deck = assessed_words.OUTRANKED_WHY if outranked else assessed_words.ABOVE_WHY
        return self._fresh(deck, known) or deck[0].format_map(known)

    def _protective(self, known: dict[str, str]) -> str:
        said = [self._fresh(assessed_words.PROTECTIVE, known) for _ in range(self._rng.choice((1, 1, 2)))]
        return " ".join(filter(None, said))

    def _mentions(self, planned: Planned, known: dict[str, str]) -> Iterator[Mention]:
        """The adult whom the young person named, once they are known, and now and then a nickname."""
        if planned.score["associates"] < NAMED_FROM:
            return
        stranger = self._one.adult
        if stranger >= 0 and self._cast.adults[stranger].known_on <= planned.day:
            file = self._cast.adults[stranger].id
            yield Mention(name=adults.called(stranger), person=file, risk="danger", known="see the notes")
        if self._rng.random() < 0.15 * planned.score["associates"]:
            yield Mention(
                name=assessed_words.NICKNAMES[self._one.place % len(assessed_words.NICKNAMES)],
                risk=self._rng.choice(("draws_in", "danger", "not_recorded")),
                known=self._rng.choice(assessed_words.KNOWN_OF).format_map(known),
            )

    def _signs(self, planned: Planned, known: dict[str, str]) -> Iterator[HarmSign]:
        """Signs that were seen since the last time; more of them where the danger is greater."""
        often = max(planned.score["exploitation"] - 2, 0)
        for sign in self._rng.sample(assessed_words.SIGNS, often):
            seen_on = planned.day - timedelta(days=self._rng.randrange(1, 40))
            basis = self._rng.choice(assessed_words.SOURCES).format_map(known)
            yield HarmSign(sign=sign, seen_on=days.moment(max(seen_on, self._one.referred_on)), basis=basis)

    def _strategy(self, planned: Planned, outranked: bool) -> dict[str, Any]:
        if not outranked:
            return {}
        if self._rng.random() < 0.15 and assessed_words.NOT_ASKED not in self._memory.said:
            self._memory.said.add(assessed_words.NOT_ASKED)
            return {"strategy_asked": False, "strategy_because": assessed_words.NOT_ASKED}
        asked = self._one.social_worker or "the duty team"
        at = days.instant(planned.day, self._rng.randrange(545, 565))
        return {"strategy_asked": True, "strategy_at": moments.minute(at), "strategy_by": f"{planned.by}, of {asked}"}

    def _young_person_told(self, planned: Planned, known: dict[str, str]) -> dict[str, Any]:
        why = self._fresh(assessed_words.TOLD_WHY, known) if self._rng.random() < 0.15 else ""
        return {"told_why": why} if why else {"told_on": days.moment(planned.day)}
