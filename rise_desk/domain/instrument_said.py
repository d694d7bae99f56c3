"""An instrument told to other programs: what each score means, and an assessment as they may write it."""

from typing import Any

from rise_desk.domain import scoring
from rise_desk.domain.instrument import Indicator, Instrument

NOT_KNOWN = "not yet known"
WAYS = {
    "scores": [
        'ten numbers in the order of the indicators: "4 3 3 4 2 4 3 3 4 4", or a list of ten',
        'an object with a score for each indicator, by its key or label: {"missing": 4, ...}',
        'a list of parts: [{"indicator": "missing", "score": 4, "answer": ""}, ...]',
        'instead of a number: {"score": "not yet known", "find_out": "how it will be found out"}',
    ],
    "evidence": [
        "a list of ten texts in the order of the indicators",
        'an object with a text for each indicator, by its key or label: {"missing": "...", ...}',
        'a list of parts: [{"indicator": "missing", "text": "..."}, ...]',
    ],
}
"""How scores and evidence may be said."""


def told(instrument: Instrument) -> dict[str, Any]:
    """The indicators with their levels, the judgement, the bands, the ways of saying them, and a whole example."""
    return {
        "instrument": {
            "key": instrument.key,
            "title": instrument.title,
            "indicators": [_indicator(each, instrument) for each in instrument.indicators],
            "judgement": {
                "label": instrument.judgement.label,
                "lowest": instrument.judgement.lowest,
                "highest": instrument.judgement.highest,
            },
            "bands": [
                {"key": each.key, "label": each.label, "lowest": each.lowest, "highest": each.highest}
                for each in instrument.bands
            ],
            "reassess_after_days": instrument.reassess_after_days,
        },
        "ways": WAYS,
        "example": example(instrument),
    }


def example(instrument: Instrument) -> dict[str, Any]:
    """An assessment as another program may write it, with one indicator that is not yet known."""
    keys = [each.key for each in instrument.indicators]
    judgement = instrument.judgement.lowest + 1
    first = {"score": NOT_KNOWN, "find_out": "Asked of the school on 21 November."}
    overall = scoring.total([0, *(2 for _each in keys[1:])], judgement)
    return {
        "subject": "26-0147",
        "assessed_on": "2026-11-20",
        "scores": {key: 2 if place else first for place, key in enumerate(keys)},
        "evidence": {key: f"What is known of {key}, and from whom." for key in keys},
        "judgement": judgement,
        "judgement_comment": "Why this judgement.",
        "band": scoring.allowed(instrument, overall)[0],
        "band_reason": "",
    }


def _indicator(each: Indicator, instrument: Instrument) -> dict[str, Any]:
    return {
        "key": each.key,
        "label": each.label,
        "short": each.short,
        "asks": each.asks,
        "values": [{"score": score, "means": words} for score, words in enumerate(each.levels, 1)],
        "outranks_from": instrument.outranks.get(each.key),
    }
