"""What stands against an assessment, one plain sentence for each thing, keyed by field or by indicator."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rise_desk.domain import moments
from rise_desk.domain.instrument import LEVELS, Indicator, Instrument
from rise_desk.domain.person import AT_RISK
from rise_desk.domain.scoring import Choice

if TYPE_CHECKING:
    from rise_desk.domain.assessment import Assessment
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.practice import Practice

REASONS = {
    Choice.ABOVE: "Say in a line why the band is above those that the score allows.",
    Choice.LOWER_OF_TWO: "Say why you choose the lower of the two bands that the score allows.",
    Choice.BELOW: "Say why the band is below those that the score allows.",
}


CHOOSE = "Choose a band."
NOT_KNOWN = "“{}” is scored from 1 to 5. Where it is not yet known, say how it will be found out."


def of(made: "Assessment", practice: "Practice") -> dict[str, str]:
    """What the assessment alone shows to be wrong; sentences of an indicator are keyed `scores.education`."""
    instrument = practice.instruments.get(made.instrument)
    if instrument is None:
        return {"instrument": f"The instrument “{made.instrument[:60]}” is not known here."} if made.instrument else {}
    found = dict(_of_scores(made, instrument)) | dict(_of_evidence(made, instrument))
    found |= dict(_of_judgement(made, instrument)) | dict(_of_day(made))
    if not made.band:
        found["band"] = CHOOSE
    elif not found:
        found |= dict(_of_band(made, instrument))
    return found | dict(_of_strategy(made))


def _of_scores(made: "Assessment", instrument: Instrument) -> Iterator[tuple[str, str]]:
    for key, times in Counter(each.indicator for each in made.scores).items():
        if times > 1:
            yield f"scores.{key}", f"{_called(instrument, key)} is scored twice."
    for each in instrument.indicators:
        held = made.score_of(each.key)
        if held is None:
            yield f"scores.{each.key}", f"Score “{each.label}”, or say that it is not yet known."
        elif not held.score and not held.find_out.strip():
            yield f"scores.{each.key}", NOT_KNOWN.format(each.label)
        elif not 0 <= held.score <= LEVELS:
            yield f"scores.{each.key}", f"“{each.label}” is scored from 1 to {LEVELS}."


def _of_evidence(made: "Assessment", instrument: Instrument) -> Iterator[tuple[str, str]]:
    for key, times in Counter(each.indicator for each in made.evidence).items():
        if times > 1:
            yield f"evidence.{key}", f"{_called(instrument, key)} has evidence twice."
    for each in instrument.indicators:
        sentence = _evidence_problem(made, each)
        if sentence:
            yield f"evidence.{each.key}", sentence


def _evidence_problem(made: "Assessment", indicator: Indicator) -> str:
    score, evidence = made.score_of(indicator.key), made.evidence_of(indicator.key)
    if evidence is None or not evidence.text.strip():
        waits = score is not None and not score.score
        return "" if waits else f"Enter the evidence for “{indicator.label}”."
    if evidence.carried_from and not evidence.confirmed:
        day = moments.shown(evidence.carried_from)
        return f"The evidence for “{indicator.label}” is carried from {day}. Confirm it, or write what is true now."
    return ""


def _called(instrument: Instrument, key: str) -> str:
    return next((f"“{each.label}”" for each in instrument.indicators if each.key == key), f"“{key}”")


def _of_judgement(made: "Assessment", instrument: Instrument) -> Iterator[tuple[str, str]]:
    scale = instrument.judgement
    if not scale.lowest <= made.judgement <= scale.highest:
        yield "judgement", f"{scale.label} must be a number from {scale.lowest} to {scale.highest}."


def _of_day(made: "Assessment") -> Iterator[tuple[str, str]]:
    if made.assessed_on and moments.precision(made.assessed_on) != "day":
        yield "assessed_on", "The date of the assessment must be a day, without a time."


def _of_band(made: "Assessment", instrument: Instrument) -> Iterator[tuple[str, str]]:
    if instrument.band(made.band) is None:
        return
    chosen = made.choice(instrument)
    if chosen.needs_reason and not made.band_reason.strip():
        yield "band_reason", REASONS[chosen]


def _of_strategy(made: "Assessment") -> Iterator[tuple[str, str]]:
    if made.strategy_asked and not made.strategy_by.strip():
        yield "strategy_by", "Say who asked for the strategy discussion, and of whom."
    if made.strategy_asked and not made.strategy_at:
        yield "strategy_at", "Enter when the strategy discussion was asked for."
    if made.strategy_asked is False and not made.strategy_because.strip():
        yield "strategy_because", "Say why no strategy discussion was asked for."


def in_file(made: "Assessment", file: "CaseFile") -> dict[str, str]:
    """What only shows against the file: nobody at risk, before birth or the referral, or a second one of the day."""
    person = file.subject
    if not person.has_role(AT_RISK):
        return {"subject": f"{person.name} is not on file as a young person at risk."}
    if person.date_of_birth and moments.latest(made.assessed_on) < moments.earliest(person.date_of_birth):
        return {"assessed_on": f"The date of the assessment must be after {person.name} was born."}
    referred = person.referred_on()
    if referred and moments.latest(made.assessed_on) < moments.earliest(referred):
        return {
            "assessed_on": f"The date of the assessment must be on or after the referral, {moments.shown(referred)}."
        }
    return clashing(made, file)


def clashing(made: "Assessment", file: "CaseFile") -> dict[str, str]:
    """Two assessments of one day would count from now on: this one, or one that this one, withdrawn, put right."""
    from rise_desk.domain.standing import counting, put_right

    others = tuple(each for each in file.records if each.id != made.id)
    if not made.withdrawn and made.corrects in put_right(others):
        return {"corrects": "A later assessment puts this one right already. Correct that one."}
    before = {each.id for each in counting(file)}
    after = counting(replace(file, records=(*others, made)))
    days = Counter(moments.london_day(each.assessed_on) for each in after)
    twice = (each for each in after if each.id not in before and days[moments.london_day(each.assessed_on)] > 1)
    return next((_clash(made, each) for each in twice), {})


def _clash(made: "Assessment", twin: "Assessment") -> dict[str, str]:
    day = moments.shown(twin.assessed_on)
    if twin.id == made.id:
        return {"assessed_on": f"There is an assessment of {day} on file. Correct that one, or choose another day."}
    return {"withdrawn": f"It puts right an assessment of {day}, which would count again beside another of that day."}
