"""One assessment told in full: its sum and band, what outranks it, each indicator with its evidence, and the rest."""

from dataclasses import dataclass

from rise_desk.domain import moments
from rise_desk.domain.assessment import Assessment, Evidence
from rise_desk.domain.instrument import Indicator, Instrument
from rise_desk.domain.moments import Moment
from rise_desk.domain.standing import STATES, Standing
from rise_desk.reports import assessment_words as words
from rise_desk.reports.blocks import Block, Fact, Facts, Scored, Table, WarningBox
from rise_desk.reports.led import Led
from rise_desk.reports.reading import Reading
from rise_desk.reports.words import NOT_RECORDED, answered, facts, joined

OUTRANKED = "Outranks the score"
NO_HARM_SIGNS = "No sign of harm already happening is recorded."
NO_PROTECTIVE = "No protective factor is recorded."
NO_RISKY_PEOPLE = "No risky person is listed."


@dataclass(frozen=True, kw_only=True)
class Told:
    """An assessment as it is told: how it stands, the one before it, and what it is read with."""

    held: Standing
    before: Assessment | None
    reading: Reading

    @property
    def made(self) -> Assessment:
        """The assessment itself."""
        return self.held.assessment

    @property
    def instrument(self) -> Instrument:
        """The instrument it was made with, which need not be the one of today."""
        return self.reading.practice.instruments[self.made.instrument]


def told(of: Told) -> list[Block]:
    """The whole assessment in reading order; harm and what protects stand apart from vulnerability."""
    return [
        *_outranked(of),
        Facts(facts=_head(of)),
        *(_indicator(of, each) for each in of.instrument.indicators),
        _judgement(of),
        *apart(of),
        Facts(facts=_around(of)),
    ]


def apart(of: Told) -> list[Block]:
    """What is recorded apart from vulnerability: risky people, signs of harm, what protects the young person."""
    made, reading = of.made, of.reading
    people = Table(
        columns=("Risky person", "Why they are listed", "What is known"),
        rows=words.named(made, reading),
        empty=NO_RISKY_PEOPLE,
    )
    harm = Table(
        columns=("Sign of harm already happening", "Seen on", "Who says so"),
        rows=words.harm(made, reading),
        empty=NO_HARM_SIGNS,
    )
    protective = Table(
        columns=("Protective factors",), rows=((made.protective,),) if made.protective else (), empty=NO_PROTECTIVE
    )
    return [people, harm, protective]


def _outranked(of: Told) -> list[Block]:
    """What outranks the score, above it, and whether a strategy discussion was asked for."""
    held = words.outranking(of.made, of.instrument)
    if not held:
        return []
    asked = f"Strategy discussion asked for: {words.strategy(of.made)}"
    return [WarningBox(text=f"{OUTRANKED}: {' '.join(held)}", detail=asked)]


def _head(of: Told) -> tuple[Fact, ...]:
    made, instrument = of.made, of.instrument
    return facts(
        ("Assessed", moments.shown_long(made.assessed_on)),
        ("By", made.recorded_by or NOT_RECORDED),
        ("Score", f"{words.total(made)} of {instrument.highest}"),
        ("Allowed", words.allowed(made, instrument)),
        ("Band", band(of)),
        ("Sign-off", state(of.held)),
        ("Since last", since(of)),
        ("Instrument", f"{instrument.title}, {instrument.version}"),
        ("Why this band", made.band_reason),
        ("Shows", shown(of)),
        ("Comments", of.held.answer.comments if of.held.answer else ""),
    )


def band(of: Told) -> str:
    """The chosen band with its shape, and what the choice means."""
    chosen = of.instrument.band_label(of.made.band)
    return Led(joined(chosen, words.CHOICES[of.held.choice]), of.made.band)


def shown(of: Told) -> str:
    """The band that shows everywhere while the chosen one waits; '' where it has taken effect."""
    if not of.held.waits:
        return ""
    return Led(f"{of.instrument.band_label(of.held.shown)} until a manager has signed it off", of.held.shown)


def state(held: Standing) -> str:
    """How far an assessment has come: 'signed off by L. Osei, 12 November 2026'."""
    if held.answer is None:
        return f"{STATES[held.state]}, waits for sign-off"
    day = moments.shown(Moment(moments.london_day(held.answer.decided_at)))
    return joined(f"{STATES[held.state]} by {held.answer.recorded_by}", day)


def since(of: Told) -> str:
    """How the sum compares with the one before: 'down 6 from 35 on 29 September 2026'."""
    if of.before is None:
        return "the first on file"
    now, then = of.made.overall, of.before.overall
    day = moments.shown(of.before.assessed_on)
    if not (now.known and then.known):
        return f"{then} on {day}"
    return f"{_step(now.high - then.high)} {then} on {day}"


def _step(by: int) -> str:
    return f"{'up' if by > 0 else 'down'} {abs(by)} from" if by else "unchanged from"


def _indicator(of: Told, indicator: Indicator) -> Scored:
    score, evidence = of.made.score_of(indicator.key), of.made.evidence_of(indicator.key)
    level = score.score if score else 0
    return Scored(
        score=f"{level} of 5" if level else words.NOT_YET_KNOWN,
        change=change(of, indicator),
        label=indicator.label,
        aside=carried(evidence),
        wording=indicator.wording(level),
        text=evidence.text if evidence else "",
        facts=facts(
            (indicator.asks.rstrip("?") or "Which one", score.answer if score else ""),
            ("How it will be found out", score.find_out if score else ""),
        ),
    )


def change(of: Told, indicator: Indicator) -> str:
    """How an indicator compares with the assessment before: 'was 4', 'as before', '' for the first."""
    if of.before is None:
        return ""
    then = words.score(of.before, indicator.key)
    return "as before" if then == words.score(of.made, indicator.key) else f"was {then}"


def carried(evidence: Evidence | None) -> str:
    """From which day words were carried over, and that somebody confirmed them."""
    if evidence is None or not evidence.carried_from:
        return ""
    confirmed = "confirmed" if evidence.confirmed else "not confirmed"
    return f"carried from {moments.shown(evidence.carried_from)}, {confirmed}"


def _judgement(of: Told) -> Scored:
    scale, then = of.instrument.judgement, of.before.judgement if of.before else 0
    compared = "as before" if then == of.made.judgement else f"was {then}"
    return Scored(
        score=f"{of.made.judgement} of {scale.highest}",
        change=compared if then else "",
        label=scale.label,
        text=of.made.judgement_comment,
    )


def _around(of: Told) -> tuple[Fact, ...]:
    """What was asked beside the indicators, and who was told; no answer is not 'no'."""
    made = of.made
    asked = "" if words.outranking(made, of.instrument) or made.strategy_asked is None else words.strategy(made)
    return facts(
        ("Harm already happening", answered(made.harm_happening)),
        ("Missing now", answered(made.missing_now)),
        ("Sexual activity under 13", answered(made.sexual_activity_under_13)),
        ("Young person told", words.told(made)),
        ("Safeguarding lead", made.lead or NOT_RECORDED),
        ("Strategy discussion", asked),
        ("Corrects", "an earlier assessment" if made.corrects else ""),
        ("From", made.source),
    )
