"""How the parts of an assessment read on paper: its sum, its bands, what outranks it, who is named in it."""

from collections.abc import Iterable

from rise_desk.domain import scoring
from rise_desk.domain.access import NAMELESS
from rise_desk.domain.assessment import OUTRANKS, Assessment
from rise_desk.domain.instrument import Instrument
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import shown
from rise_desk.domain.scoring import Choice
from rise_desk.reports.reading import ANOTHER, SOMEBODY, Reading
from rise_desk.reports.words import answered, joined

NOT_YET_KNOWN = "not yet known"
NOT_PRINTED = "what is known of them is withheld on this paper"
CHOICES = {
    Choice.WITHIN: "",
    Choice.LOWER_OF_TWO: "the lower of the two that the score allows",
    Choice.ABOVE: "above those that the score allows",
    Choice.BELOW: "below those that the score allows",
}
"""What a choice of band means beside the bands that the score allows."""


def total(made: Assessment) -> str:
    """The sum with its two parts: '24 + 5 = 29'; a range where an indicator is not yet known: '20–28 + 5 = 25–33'."""
    return f"{scoring.total((each.score for each in made.scores), 0)} + {made.judgement} = {made.overall}"


def bands(instrument: Instrument, keys: Iterable[str]) -> str:
    """The bands by their names, the higher first: 'Red or Amber'."""
    return " or ".join(instrument.band_label(each) for each in keys)


def allowed(made: Assessment, instrument: Instrument) -> str:
    """The bands that the sum allows."""
    return bands(instrument, scoring.allowed(instrument, made.overall))


def levels(made: Assessment, instrument: Instrument) -> str:
    """Every score in a row: 'Missing 4, School not yet known'."""
    return joined(*(f"{each.short} {score(made, each.key)}" for each in instrument.indicators))


def score(made: Assessment, indicator: str) -> str:
    """An indicator's score, or that it is not yet known."""
    held = made.score_of(indicator)
    return str(held.score) if held and held.score else NOT_YET_KNOWN


def outranking(made: Assessment, instrument: Instrument) -> tuple[str, ...]:
    """What outranks the score, each in a sentence."""
    return tuple(
        OUTRANKS.get(key) or f"{instrument.indicator(key).label}: scored {score(made, key)}."
        for key in made.outranked_by(instrument)
    )


def strategy(made: Assessment) -> str:
    """Whether a strategy discussion was asked for: when and by whom, or why not."""
    if made.strategy_asked is None:
        return joined("not recorded", shown(made.strategy_at), made.strategy_by, made.strategy_because)
    if made.strategy_asked:
        return joined("yes", shown(made.strategy_at), made.strategy_by, made.strategy_because)
    return joined("no, because " + (made.strategy_because or "not recorded"), shown(made.strategy_at), made.strategy_by)


def told(made: Assessment) -> str:
    """Whether the young person was told what this is and why: on which day, or why not yet."""
    day = f"on {shown(made.told_on)}" if made.told_on else ""
    why = f"not yet, because {made.told_why}" if made.told_why else ""
    return joined(day, why) or answered(None)


def harm(made: Assessment, reading: Reading) -> tuple[tuple[str, str, str], ...]:
    """Each sign of harm that was seen: what, on which day, who says so."""
    label = reading.practice.label
    return tuple((label("sign_seen", each.sign), shown(each.seen_on), each.basis) for each in made.harm_signs)


def named(made: Assessment, reading: Reading) -> tuple[tuple[str, str, str], ...]:
    """Each risky person: what they are called, why they are listed, what is known.

    Another child is not named on this paper, nor anybody whose file is restricted.
    """
    return tuple(mentioned(each, reading) for each in made.mentions)


def mentioned(mention: Mention, reading: Reading) -> tuple[str, str, str]:
    """One mention on a paper that names no other child: what they are called, why they are listed, what is known."""
    risk = reading.practice.label("mention_risk", mention.risk)
    file = reading.name(mention.person) if mention.person else ""
    if file in (ANOTHER, SOMEBODY, NAMELESS):
        return file, risk, NOT_PRINTED if mention.known else ""
    also = f"(file: {file})" if file not in ("", mention.name) else ""
    return joined(mention.name, also, by=" "), risk, mention.known
