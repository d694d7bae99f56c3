"""Between an assessment and the fields of its form: what a fresh form begins with, and the record that it says."""

from collections.abc import Mapping
from typing import Any

from rise_desk.domain.assessment import Assessment, Evidence, Score
from rise_desk.domain.instrument import Instrument
from rise_desk.domain.record import attributes, plain
from rise_desk.services.assessing import Opening

SCORES, EVIDENCE, FIND_OUT, ANSWER = "scores", "evidence", "find_out", "answer"
"""What is asked about each indicator: 'evidence.family' is a field of the form."""

WHOLE = frozenset(each.name for each in attributes(Assessment))
"""The fields of an assessment by their names."""


def fresh(opening: Opening) -> dict[str, Any]:
    """A form begins with nothing scored, and with last time's evidence, offered as what it is."""
    if opening.last is None:
        return {}
    last = opening.last.assessment
    held = {each.key: last.evidence_of(each.key) for each in opening.instrument.indicators}
    return {
        f"{EVIDENCE}.{key}": Evidence(indicator=key, text=each.text, carried_from=last.assessed_on)
        for key, each in held.items()
        if each and each.text.strip()
    }


def of_record(made: Assessment, instrument: Instrument) -> dict[str, Any]:
    """What the fields show of an assessment that is put right."""
    found: dict[str, Any] = {name: getattr(made, name) for name in WHOLE - {SCORES, EVIDENCE}}
    found["judgement"] = made.judgement or None
    for each in instrument.indicators:
        score = made.score_of(each.key)
        found[f"{SCORES}.{each.key}"] = score.score if score else None
        found[f"{FIND_OUT}.{each.key}"] = score.find_out if score else ""
        found[f"{ANSWER}.{each.key}"] = score.answer if score else ""
        found[f"{EVIDENCE}.{each.key}"] = made.evidence_of(each.key)
    return found


def scores(values: Mapping[str, Any], instrument: Instrument) -> tuple[Score, ...]:
    """The indicators that were scored, or said to be not yet known."""
    return tuple(
        Score(
            indicator=each.key,
            score=values[f"{SCORES}.{each.key}"],
            find_out="" if values[f"{SCORES}.{each.key}"] else values[f"{FIND_OUT}.{each.key}"],
            answer=values.get(f"{ANSWER}.{each.key}", ""),
        )
        for each in instrument.indicators
        if values[f"{SCORES}.{each.key}"] is not None
    )


def said(values: Mapping[str, Any], instrument: Instrument) -> dict[str, Any]:
    """What the form says, as everything that people write is read; an answer to a question not asked is left out."""
    told = {name: _plain(value) for name, value in values.items() if name in WHOLE}
    evidence = (values[f"{EVIDENCE}.{each.key}"] for each in instrument.indicators)
    asked = values["strategy_asked"]
    return told | {
        SCORES: [plain(each) for each in scores(values, instrument)],
        EVIDENCE: [plain(each) for each in evidence if each],
        "judgement": values["judgement"] or 0,
        "strategy_at": values["strategy_at"] if asked else "",
        "strategy_by": values["strategy_by"] if asked else "",
        "strategy_because": values["strategy_because"] if asked is False else "",
    }


def is_scored(values: Mapping[str, Any], instrument: Instrument) -> bool:
    """Whether every indicator and the judgement has its score, or is said to be not yet known."""
    return len(scores(values, instrument)) == len(instrument.indicators) and bool(values["judgement"])


def so_far(values: Mapping[str, Any], instrument: Instrument) -> Assessment:
    """The assessment as far as its score, its band and what outranks the score go, however little is answered yet."""
    return Assessment(
        instrument=instrument.key,
        scores=scores(values, instrument),
        judgement=values["judgement"] or 0,
        harm_happening=values["harm_happening"],
        missing_now=values["missing_now"],
        sexual_activity_under_13=values.get("sexual_activity_under_13"),
        band=values["band"],
    )


def _plain(value: Any) -> Any:
    return [plain(each) for each in value] if isinstance(value, tuple) else value
