"""What lies behind: needs and what helps, the front sheet, the background, and what held before."""

from datetime import datetime

from rise_desk.domain import life, moments
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.reports.blocks import Block, Heading, Paragraph, Table
from rise_desk.reports.identity import address, case, flag_words, legal, school
from rise_desk.reports.words import first_letter_up, joined, span


def background(person: Person) -> list[Block]:
    """The background as it was written; nothing where nothing was."""
    if not person.background:
        return []
    return [Heading(text="Background"), Paragraph(text=person.background)]


def needs(person: Person, practice: Practice) -> list[Block]:
    """What helps, and the answers of the front sheet; only what was asked is printed."""
    found: list[Block] = []
    if person.needs:
        rows = tuple((first_letter_up(practice.label("need_area", each.area)), each.detail) for each in person.needs)
        found += [Heading(text="Needs and what helps"), Table(columns=("Need", "What it is and what helps"), rows=rows)]
    if person.front_sheet:
        found += [Heading(text="Front sheet"), _front_sheet(person, practice)]
    return found


def _front_sheet(person: Person, practice: Practice) -> Table:
    rows = tuple(
        (
            first_letter_up(practice.label("front_sheet", each.question)),
            practice.label("answer", each.answer),
            each.detail,
        )
        for each in person.front_sheet
    )
    return Table(columns=("Question", "Answer", "Detail"), rows=rows)


def earlier(person: Person, practice: Practice, now: datetime) -> list[Block]:
    """What held before: homes, legal status, schools, workers, flags and warnings that have ended."""
    rows = tuple((sort, first_letter_up(what)) for sort, what in _ended(person, practice, now))
    return [Heading(text="Earlier"), Table(columns=("What", "Detail"), rows=rows)] if rows else []


def _ended(person: Person, practice: Practice, now: datetime) -> list[tuple[str, str]]:
    today = now.astimezone(moments.LONDON).date()
    flags = [each for each in person.flags if each not in person.standing_flags(today)]
    warnings = [each for each in person.warnings if each not in person.standing_warnings(today)]
    return [
        *(("Home", address(each, practice)) for each in person.addresses if each.until),
        *(("Legal", legal(each, practice)) for each in person.legal_spells if each.until),
        *(("School", school(each, practice)) for each in person.schools if each.until),
        *(("School", _exclusion(each, practice)) for each in person.exclusions),
        *(("Case", case(each, practice)) for each in person.case_spells[:-1]),
        *(("Worker", _allocation(each, practice)) for each in person.allocations if each.until),
        *(("Flag", joined(flag_words(each, practice), span(each))) for each in flags),
        *(("Warning", joined(practice.label("warning", each.warning), each.detail, span(each))) for each in warnings),
    ]


def _exclusion(exclusion: life.Exclusion, practice: Practice) -> str:
    return joined(practice.label("exclusion_kind", exclusion.sort), exclusion.reason, span(exclusion))


def _allocation(allocation: life.Allocation, practice: Practice) -> str:
    return joined(allocation.worker, practice.label("allocation_role", allocation.role), span(allocation))
