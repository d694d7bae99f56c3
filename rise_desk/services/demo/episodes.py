"""The missing episodes of the demonstration, one record for each absence, as it stood when it was last saved."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import HarmHeard, MissingEpisode, PreventionInterview, ReasonHeard, Regrade, ToldOf
from rise_desk.services.demo import adults, days, looks
from rise_desk.services.demo import missing_words as words
from rise_desk.services.demo.casting import drawn
from rise_desk.services.demo.nights import LATE, LONG, SCHOOL, Night
from rise_desk.services.demo.team import SUPERVISOR
from rise_desk.services.demo.telling import Teller, harms, numbered, reasons

FROM = {
    "with_family": "home",
    "with_extended_family_or_friends": "home",
    "foster_care": "foster_placement",
    "childrens_home": "childrens_home",
    "temporary": "home",
}
GRADES = (("low", 30), ("medium", 52), ("high", 18))
HIGHER = {"no_apparent_risk": "low", "low": "medium", "medium": "high"}
HOW_BACK = (("self", 46), ("police", 32), ("fetched", 22))
MOST_PLACES = 4
REGRADED, REGRADED_WITHIN = "away_since_evening", timedelta(minutes=150)
"""Whoever is missing since the evening was given a higher grade in the night."""


class Episodes:
    """The episodes of one file, told one after the other."""

    def __init__(self, teller: Teller, numbers: Iterator[int]) -> None:
        self._teller, self._numbers, self._rng = teller, numbers, teller.rng
        self._one = teller.story.one
        place = self._one.place
        self._found = [words.FOUND[(place * 3 + step * 5) % len(words.FOUND)] for step in range(MOST_PLACES)]

    def told(self, night: Night) -> MissingEpisode:
        """The record of one absence, as it stood when it was last saved."""
        known = self._teller.known(night.left)
        sort = self._type(night)
        reported = self._reported(night, sort)
        return MissingEpisode(
            **self._stamps(night, reported or night.left),
            owner_agency="social_care" if self._one.social_worker else "voluntary_sector",
            subject=self._one.id,
            missing_type=sort,
            last_seen_at=moments.minute(night.left),
            circumstances=self._teller.fresh(words.GONE[self._deck(night, sort)], known, 1.0 if night.scene else 0.85),
            wearing=self._wearing(night, sort, known),
            **self._from(night, known),
            **(self._police(night, sort, reported) if reported else {}),
            **self._told_of(known, reported),
            **self._return(night, sort, known),
        )

    def _stamps(self, night: Night, reported: datetime) -> dict[str, Any]:
        begun = reported + timedelta(minutes=self._rng.randrange(8, 40), milliseconds=self._rng.randrange(1, 59_999))
        later = timedelta(minutes=self._rng.randrange(20, 70))
        saved = max(begun, night.back + later) if night.back else begun
        if night.scene == REGRADED:
            saved += REGRADED_WITHIN
        return {
            "id": numbered(begun, self._numbers),
            "version": 1,
            "recorded_at": moments.stamp(saved),
            "recorded_by": self._one.worker if self._rng.random() < 0.7 else SUPERVISOR,
        }

    def _type(self, night: Night) -> str:
        if night.sort == LATE:
            return "late_home"
        if night.sort == SCHOOL:
            return "left_school"
        if night.scene:
            return "missing"
        return drawn(self._rng, (("missing", 76), ("away", 16), ("learned_later", 8)))

    def _wearing(self, night: Night, sort: str, known: Mapping[str, str]) -> str:
        """What was worn, as far as anybody noticed; always of somebody who is looked for now."""
        noticed = night.scene or (sort in ("missing", "away") and self._rng.random() < 0.5)
        return self._rng.choice(looks.WEARING).format_map(known) if noticed else ""

    def _deck(self, night: Night, sort: str) -> str:
        if night.scene:
            return "lately"
        return {"late_home": "late", "left_school": "school", "learned_later": "learned"}.get(sort, "evening")

    def _reported(self, night: Night, sort: str) -> datetime | None:
        if sort not in ("missing", "away"):
            return None
        longest = min(int((night.back - night.left).total_seconds()) // 120, 240) if night.back else 60
        return night.left + timedelta(minutes=self._rng.randrange(min(35, longest - 1), longest))

    def _from(self, night: Night, known: Mapping[str, str]) -> dict[str, Any]:
        if night.sort == SCHOOL:
            return {"missing_from": "school", "missing_from_name": known["School"]}
        place = FROM.get(self._one.lives, "other")
        named = self._one.carer.name.split(", ")[-1] if place in ("childrens_home", "other") else ""
        return {"missing_from": place, "missing_from_name": named}

    def _police(self, night: Night, sort: str, reported: datetime) -> dict[str, Any]:
        rng = self._rng
        grade = drawn(rng, GRADES) if sort == "missing" else rng.choice(("no_apparent_risk", "low"))
        if night.scene == REGRADED:
            grade = "medium"
        again = night.scene == REGRADED or (bool(night.back) and night.sort == LONG and rng.random() < 0.5)
        at = reported + timedelta(minutes=rng.randrange(60, 150))
        return {
            "reported_at": moments.minute(reported),
            "reported_by": self._one.carer.name,
            "grade": grade,
            "regrades": (self._regraded(grade, at),) if again and grade in HIGHER else (),
            "police_ref": f"NS-{reported.year % 100:02}-{rng.randrange(100_000):05}",
            "officer": rng.choice(words.OFFICERS),
        }

    def _regraded(self, grade: str, at: datetime) -> Regrade:
        why, by = self._rng.choice(words.REGRADED), self._rng.choice(words.INSPECTORS)
        return Regrade(grade=HIGHER[grade], at=moments.minute(at), by=by, why=why.format_map(self._teller.known(at)))

    def _told_of(self, known: Mapping[str, str], reported: datetime | None) -> dict[str, Any]:
        if reported is None or not self._one.social_worker or self._rng.random() < 0.3:
            return {}
        who = "{social_worker}, social worker" if self._rng.random() < 0.6 else "Emergency duty team"
        at = reported + timedelta(minutes=self._rng.randrange(5, 20))
        return {"told": (ToldOf(who=who.format_map(known), at=moments.minute(at), by=self._one.carer.name),)}

    def _return(self, night: Night, sort: str, known: Mapping[str, str]) -> dict[str, Any]:
        if night.back is None:
            return {}
        rng = self._rng
        how = {"back_by_police": "police", "back_by_self": "self"}.get(night.scene) or drawn(rng, HOW_BACK)
        how = "self" if sort in ("late_home", "left_school") else how
        found: dict[str, Any] = {"returned_at": moments.minute(night.back)}
        if sort not in ("late_home", "learned_later"):
            found["how_found"] = self._teller.fresh(words.BACK[how], known, 0.9)
        if how != "self" or rng.random() < 0.2:
            found |= self._where(known)
        if sort in ("missing", "away", "learned_later"):
            found |= {"found_with": self._with(night), "reasons": self._reasons(known), "harms": self._harms(known)}
        if sort == "missing" and rng.random() < 0.45:
            found["prevention"] = self._prevention(night.back, known)
        return found

    def _where(self, known: Mapping[str, str]) -> dict[str, Any]:
        beyond = self._rng.random() < 0.06
        sort, place = self._rng.choice(words.BEYOND) if beyond else self._rng.choice(self._found)
        place = place.format_map(known)
        return {
            "found_place_type": sort,
            "found_place": place[0].upper() + place[1:],
            "outside_county": beyond if beyond or self._rng.random() < 0.6 else None,
        }

    def _with(self, night: Night) -> tuple[Mention, ...]:
        one, cast, rng = self._one, self._teller.cast, self._rng
        found = []
        if night.together:
            other = cast.young[one.companion]
            found.append(Mention(name=f"{other.given} {other.family}", person=other.id, known="away the same night"))
        if one.adult >= 0 and days.moment(cast.adults[one.adult].known_on) < night.left.isoformat()[:10]:
            if rng.random() < 0.3:
                found.append(Mention(name=adults.called(one.adult), person=cast.adults[one.adult].id, risk="danger"))
        elif rng.random() < 0.12:
            found.append(Mention(name=one.friend, known="a friend"))
        return tuple(found)

    def _reasons(self, known: Mapping[str, str]) -> tuple[ReasonHeard, ...]:
        return reasons(self._rng, known, self._rng.choice((0, 1, 1, 1, 2)))

    def _harms(self, known: Mapping[str, str]) -> tuple[HarmHeard, ...]:
        return harms(self._rng, known) if self._rng.random() < 0.4 else ()

    def _prevention(self, back: datetime, known: Mapping[str, str]) -> tuple[PreventionInterview, ...]:
        """The police's own talk, soon after; what came of it is known before the record was last saved."""
        held = back + timedelta(minutes=self._rng.randrange(6, 18))
        said = self._teller.fresh(words.PREVENTION, known)
        officer = self._rng.choice(words.OFFICERS)
        return (PreventionInterview(held_at=moments.minute(held), officer=officer, told=said),)
