"""Summaries of somebody who was assessed, and what they tell."""

from datetime import datetime
from typing import Any

from rise_desk.domain import agenda, life
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.standing import course
from rise_desk.reports.blocks import Document, Facts, Scored, Table
from tests import build
from tests.reports.telling import MAISIE, maisie, story, summary

OPEN = (life.CaseSpell(state="open", since=Moment("2026-01-02")),)


def sheet(levels: str = "3333333333", day: str = "2026-11-10", **values: Any) -> Assessment:
    known: dict[str, Any] = {
        "id": Id(100 + int(day[5:7]) * 31 + int(day[8:])),
        "recorded_by": "Priya Nair",
        "recorded_at": Moment(f"{day}T17:00:00.000+00:00"),
        "day": day,
        **values,
    }
    return build.made_assessment(MAISIE, levels, **known)


def answer_to(to: Assessment, decision: str = "signed_off", comments: str = "") -> SignOff:
    return SignOff(
        id=Id(to.id + 1000),
        subject=MAISIE,
        assessment=to.id,
        decided_at=Moment("2026-11-12T10:00+00:00"),
        decision=decision,
        comments=comments,
        recorded_by="L. Osei",
    )


def summary_of(practice: Practice, now: datetime, *records: Record, **values: Any) -> Document:
    person = maisie(case_spells=OPEN, roles=(life.DatedRole(role="at_risk"),), **values)
    file = CaseFile(subject=person, records=records)
    told = story(person, course=course(file, practice), due=agenda.ruled(file, practice).due)
    return summary(told, practice, now)


def facts_told(document: Document) -> dict[str, str]:
    """Every fact of the paper by its label."""
    return {each.label: each.value for block in document.blocks if isinstance(block, Facts) for each in block.facts}


def scored_in(document: Document) -> list[Scored]:
    return [each for each in document.blocks if isinstance(each, Scored)]


def tables_in(document: Document, column: str) -> list[Table]:
    return [each for each in document.blocks if isinstance(each, Table) and each.columns[0] == column]
