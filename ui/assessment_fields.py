"""The questions of an assessment: about each indicator, about the judgement and the band, and on its second page."""

from rise_desk.domain.assessment import Assessment, HarmSign
from rise_desk.domain.instrument import Indicator
from rise_desk.domain.language import nudges
from ui.assessment_evidence import EvidenceField
from ui.assessment_people import mentions
from ui.assessment_values import ANSWER, EVIDENCE, FIND_OUT
from ui.desk import ScreenDesk
from ui.records.question import ask
from ui.widgets import editors
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind, Section, Surroundings

REASON = "band_reason"
STRATEGY = ("strategy_at", "strategy_by", "strategy_because")


def about(indicator: Indicator, screen: ScreenDesk, around: Surroundings, last_answer: str) -> list[FieldRow]:
    """What is asked about an indicator beside its score."""
    key = indicator.key
    asked = [Field(name=f"{FIND_OUT}.{key}", label="How it will be found out", required=True)]
    if indicator.asks and not indicator.lists_people:
        hint = f"Last time: {last_answer}" if last_answer else ""
        asked.append(Field(name=f"{ANSWER}.{key}", label=indicator.asks, hint=hint))
    asked.append(
        Field(
            name=f"{EVIDENCE}.{key}",
            label="Evidence",
            kind=Kind.OWN,
            required=True,
            make=lambda field, around: EvidenceField(key, nudges),
        )
    )
    if indicator.lists_people:
        asked.append(mentions(screen, indicator.asks))
    return [FieldRow(each, editors.make(each, around)) for each in asked]


def of_judgement(around: Surroundings) -> list[FieldRow]:
    """The comment to the judgement."""
    return _rows(around, ask(Assessment, "judgement_comment", rows=4, nudge=nudges))


def of_strategy(around: Surroundings) -> list[FieldRow]:
    """When, by whom and of whom a strategy discussion was asked for; or why not."""
    at = ask(Assessment, "strategy_at", time=True, required=True, hint="A day and a time. Ctrl+D is now")
    by = ask(Assessment, "strategy_by", required=True, hint="Such as: Jo March, of children’s social care")
    return _rows(around, at, by, ask(Assessment, "strategy_because", Kind.LONG, rows=3, required=True))


def of_band(around: Surroundings) -> list[FieldRow]:
    """Why this band, where the choice asks for it."""
    return _rows(around, ask(Assessment, REASON, rows=3, required=True, nudge=nudges))


def second_page(may_be_under_13: bool) -> tuple[Section, ...]:
    """What is asked apart from vulnerability, and what comes before an assessment."""
    asked = [
        ask(Assessment, "harm_happening", hint="Signs that harm is already happening to them"),
        ask(Assessment, "missing_now", hint="On this day, from home or care"),
    ]
    if may_be_under_13:
        hint = "Always a crime against the child"
        asked.append(ask(Assessment, "sexual_activity_under_13", hint=hint))
    sign = (ask(HarmSign, "sign"), ask(HarmSign, "seen_on"), ask(HarmSign, "basis"))
    asked.append(ask(Assessment, "harm_signs", fields=sign, noun="sign"))
    before = (
        ask(Assessment, "lead", hint="Who was spoken to, before anything else"),
        ask(Assessment, "told_on", hint="When they were told what this is, and why"),
        ask(Assessment, "told_why", whole=True),
    )
    return (
        Section("Before you start", before),
        Section("Harm, and missing now", asked, hint="Recorded apart from vulnerability. A yes outranks the score."),
        Section(
            "What protects them",
            (ask(Assessment, "protective", rows=4, hint="People, places and strengths that make them safer"),),
        ),
    )


def _rows(around: Surroundings, *asked: Field) -> list[FieldRow]:
    return [FieldRow(each, editors.make(each, around)) for each in asked]
