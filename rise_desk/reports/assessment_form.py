"""The assessment as a form: blank on two sheets of A4, or filled in with one assessment as it was submitted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rise_desk.domain import moments
from rise_desk.domain.assessment import HARM, MISSING, UNDER_13, Assessment, Score
from rise_desk.domain.instrument import LEVELS, Indicator, Instrument
from rise_desk.domain.person import Person
from rise_desk.domain.scoring import Total, allowed
from rise_desk.reports import assessment_told, blocks, identity
from rise_desk.reports import assessment_words as words
from rise_desk.reports.assessment_told import Told
from rise_desk.reports.blocks import Block, Document, Note, Table, WarningBox
from rise_desk.reports.form_blocks import Blank, Blanks, Choices, Frame, Question, Writing
from rise_desk.reports.led import tick
from rise_desk.reports.words import joined

WHEN_FILLED = f"{blocks.OFFICIAL_SENSITIVE} when filled in"
"""The marking of a form that holds nothing of any file yet."""
BEFORE = "First talk to the safeguarding lead, and tell the young person what this is and why."
HIGHEST = f"{LEVELS} is the highest risk"
NOT_KNOWN = "not yet known: write how to find out"
FIND_OUT = "not yet known; how it will be found out"
EVIDENCE = "Evidence"
WHY_BAND = "Why this band (needed for the lower of two, and for one above or below)"


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What a form is filled in with: whose it is, the assessment as it is told, and how it stands ('corrected')."""

    person: Person
    told: Told
    stands: tuple[str, ...] = ()


def blank(instrument: Instrument, *, now: datetime) -> Document:
    """An empty form of this instrument; it says nothing of anybody."""
    return Document(
        title="Assessment form",
        subject_line=f"{instrument.title}, {instrument.version} · {HIGHEST}\n{BEFORE}",
        marking=WHEN_FILLED,
        footer=f"Assessment form, {instrument.key}",
        printed_by="",
        printed_at=moments.minute(now),
        copy="",
        blocks=_blocks(instrument, None),
    )


def filled(of: Filled, *, now: datetime, printed_by: str, copy: str) -> Document:
    """One assessment on its form; it flows on over as many pages as it needs."""
    made, file = of.told.made, f", file {of.person.file_number}" if of.person.file_number else ""
    return Document(
        title=of.person.name,
        subject_line=identity.subject_line(of.person, now),
        right_lines=(joined("Assessment", made.recorded_by, by=" by "), moments.shown(made.assessed_on)),
        footer=f"Assessment{file}",
        printed_by=printed_by,
        printed_at=moments.minute(now),
        copy=copy,
        blocks=_blocks(of.told.instrument, of),
    )


def _blocks(instrument: Instrument, of: Filled | None) -> tuple[Block, ...]:
    told = of.told if of else None
    return (
        *_who(of),
        *(_indicator(each, place, told) for place, each in enumerate(instrument.indicators, start=1)),
        *_judgement(instrument, told),
        _outranking(instrument, told),
        *_bands(instrument, told),
        *_apart(told),
        *_signed(told),
    )


def _who(of: Filled | None) -> list[Block]:
    """Whose form it is, and who was spoken to before."""
    if of is None:
        return [
            _line(("Name", 2.2, ""), ("Date of birth", 1.3, ""), ("File", 1, "")),
            _line(("Date of the assessment", 1.3, ""), ("Safeguarding lead spoken to", 1.7, "")),
            _line(("Young person told on", 1, ""), ("or not yet, because", 1.7, "")),
        ]
    made, instrument = of.told.made, of.told.instrument
    return [
        _line(("Safeguarding lead spoken to", 1, made.lead), ("Young person told", 1, words.told(made))),
        _line(("Instrument", 1, f"{instrument.title}, {instrument.version}")),
        *_course(of),
    ]


def _course(of: Filled) -> list[Block]:
    """What came before it, where it is from, and how it stands where it does not count as it was made."""
    source = f"From: {of.told.made.source}." if of.told.made.source else ""
    note = Note(text=joined(f"Since last: {assessment_told.since(of.told)}.", source, by=" "))
    return [note, *(WarningBox(text=each) for each in of.stands)]


def _line(*fields: tuple[str, float, str]) -> Blanks:
    return Blanks(fields=tuple(Blank(label=label, share=share, value=value) for label, share, value in fields))


def _indicator(indicator: Indicator, number: int, told: Told | None) -> Question:
    """One indicator with the wording of its five levels, and what its score rests on."""
    score = told.made.score_of(indicator.key) if told else None
    evidence = told.made.evidence_of(indicator.key) if told else None
    level = score.score if score else 0
    changed = joined(assessment_told.change(told, indicator), assessment_told.carried(evidence)) if told else ""
    return Question(
        label=f"{number}. {indicator.label}",
        asks="" if told else indicator.asks,
        options=tuple(tick(f"{place}  {wording}", level == place) for place, wording in enumerate(indicator.levels, 1)),
        prompt=joined(EVIDENCE, f"({changed})" if changed else "", by=" "),
        room=2,
        said=evidence.text if evidence else "",
        also=_also(indicator, score) if told else (tick(NOT_KNOWN),),
    )


def _also(indicator: Indicator, score: Score | None) -> tuple[str, ...]:
    """What else was answered of an indicator: which one, and how a score that is not yet known will be found out."""
    answer, find_out = (score.answer, score.find_out) if score else ("", "")
    asked = f"{indicator.asks.rstrip('?') or 'Which one'}: {answer}" if answer else ""
    known = "" if score and score.score and not find_out else tick(joined(FIND_OUT, find_out, by=": "), ticked=True)
    return tuple(each for each in (asked, known) if each)


def _judgement(instrument: Instrument, told: Told | None) -> list[Block]:
    scale, mark = instrument.judgement, told.made.judgement if told else 0
    options = tuple(tick(str(each), each == mark) for each in range(scale.lowest, scale.highest + 1))
    return [
        Choices(label=f"{scale.label} ({scale.lowest} to {scale.highest})", options=options),
        Writing(label="Why this judgement", room=2, said=told.made.judgement_comment if told else ""),
    ]


def _outranking(instrument: Instrument, told: Told | None) -> Frame:
    """What outranks the score, and whether a strategy discussion was asked for."""
    held = told.made.outranked_by(instrument) if told else ()
    said = {HARM: "harm already happening", MISSING: "missing now", UNDER_13: "any sexual activity under 13"}
    scored = {
        key: f"{instrument.indicator(key).label}, scored {_from(least)}" for key, least in instrument.outranks.items()
    }
    options = tuple(tick(text, key in held) for key, text in (said | scored).items())
    made = told.made if told else None
    return Frame(
        label="These outrank the score. Where one holds, green is not offered first.",
        inside=(Choices(label="", options=options), *_asked(made), *_strategy(made, outranked=bool(held))),
    )


def _from(least: int) -> str:
    return f"{least} or more" if least < LEVELS else str(least)


def _asked(made: Assessment | None) -> list[Choices]:
    """Which of these was never asked: on a filled form no tick is not 'no'."""
    if made is None:
        return []
    held = {
        "harm already happening": made.harm_happening,
        "missing now": made.missing_now,
        "sexual activity under 13": made.sexual_activity_under_13,
    }
    unknown = [name for name, answer in held.items() if answer is None]
    return [Choices(label=f"Not recorded: {', '.join(unknown)}", options=())] if unknown else []


def _strategy(made: Assessment | None, *, outranked: bool) -> list[Blanks | Choices]:
    """The question that is asked where something outranks the score, and whatever was answered."""
    answers = made and (made.strategy_at, made.strategy_by, made.strategy_because)
    if made and not outranked and made.strategy_asked is None and not any(answers or ()):
        return []
    asked = made.strategy_asked if made else None
    question = "Strategy discussion asked for today?"
    return [
        Choices(label=question, options=(tick("yes", asked is True), tick("no", asked is False))),
        _line(
            ("when", 1, moments.shown(made.strategy_at) if made else ""),
            ("by, and of whom", 1.6, made.strategy_by if made else ""),
        ),
        _line(("or not, because", 1, made.strategy_because if made else "")),
    ]


def _bands(instrument: Instrument, told: Told | None) -> list[Block]:
    """The sum, which bands it allows, and the one that was chosen."""
    made = told.made if told else None
    chosen = made.band if made else ""
    sums = {span: words.bands(instrument, keys) for span, keys in _spans(instrument)}
    found: list[Block] = [
        _sum(instrument, made),
        Table(columns=("Overall", *sums), rows=(("may be", *sums.values()),), large=True),
        Choices(
            label="Band chosen",
            options=tuple(tick(each.label, each.key == chosen) for each in reversed(instrument.bands)),
        ),
    ]
    if told is None:
        found.append(Writing(label=WHY_BAND, room=2))
    elif told.made.band_reason:
        means = words.CHOICES[told.held.choice]
        label = joined("Why this band", f"({means})" if means else "", by=" ")
        found.append(Writing(label=label, said=told.made.band_reason))
    if told and told.held.waits:
        found.append(
            Note(text=f"{told.instrument.band_label(told.held.shown)} shows until a manager has signed it off.")
        )
    return found


def _sum(instrument: Instrument, made: Assessment | None) -> Block:
    if made is not None:
        return _line((f"Ten indicators + judgement, of {instrument.highest}", 1, words.total(made)))
    return _line(("Ten indicators", 1, ""), ("+ judgement", 0.9, ""), (f"= overall, of {instrument.highest}", 1.2, ""))


def _spans(instrument: Instrument) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The overall scores in runs for which the same bands are allowed: '18–22', ('amber', 'green')."""
    start, held = instrument.lowest, allowed(instrument, Total(instrument.lowest, instrument.lowest))
    for overall in range(instrument.lowest + 1, instrument.highest + 2):
        keys = allowed(instrument, Total(overall, overall)) if overall <= instrument.highest else ()
        if keys != held:
            yield (f"{start}–{overall - 1}", held)
            start, held = overall, keys


def _apart(told: Told | None) -> list[Block]:
    """What is recorded apart from vulnerability."""
    if told is not None:
        return assessment_told.apart(told)
    return [
        Writing(label="Risky people: every one, why listed, what is known", room=3),
        Writing(label="Signs of harm already happening: what, when, who says so", room=2),
        Writing(label="Protective factors", room=2),
    ]


def _signed(told: Told | None) -> list[Block]:
    """Who made it and what a manager decided; room for both to sign."""
    by = told.made.recorded_by if told else ""
    said = [Note(text=f"Sign-off: {assessment_told.state(told.held)}")] if told else []
    answer = told.held.answer if told else None
    comments: list[Block] = (
        [Writing(label="The manager's comments", said=answer.comments)] if answer and answer.comments else []
    )
    return [
        *said,
        *comments,
        _line(("Assessed by", 1.6, by), ("signed", 1.6, ""), ("date", 0.8, "")),
        _line(("Manager", 1.6, answer.recorded_by if answer else ""), ("signed", 1.6, ""), ("date", 0.8, "")),
    ]
