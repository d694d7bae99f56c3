"""Whom and what somebody is linked with, and what the team does not know yet, as sections of a paper."""

from datetime import datetime

from rise_desk.domain import linking, moments
from rise_desk.domain.casefile import Filed
from rise_desk.domain.link import Link
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.reports.blocks import Block, Heading, Note, Table
from rise_desk.reports.reading import Reading
from rise_desk.reports.words import NOT_RECORDED, joined

NO_PROOF = "A link is what somebody said or saw; none of them proves anything."


def links(file: Filed, reading: Reading) -> list[Block]:
    """Every link that stands, harm first; nothing where there is none."""
    held = [each for each in file.of(Link) if not each.withdrawn]
    held.sort(key=lambda each: not each.harms)
    if not held:
        return []
    rows = tuple(_link(each, reading) for each in held)
    columns = ("Link", "With", "How sure", "When", "Who says so")
    return [Heading(text="People, places and links"), Note(text=NO_PROOF), Table(columns=columns, rows=rows)]


def _link(each: Link, reading: Reading) -> tuple[str, ...]:
    practice, since = reading.practice, moments.shown(each.since)
    until = f"until {moments.shown(each.until)}" if each.until else ""
    lasting = each.link_type not in linking.ON_A_DAY and since and not until
    period = f"since {since}" if lasting else joined(since, until, by=" ")
    return (
        each.told(reading.subject, practice),
        reading.name(each.other_end(reading.subject)),
        practice.label("confidence", each.confidence) or NOT_RECORDED,
        period or NOT_RECORDED,
        each.said_by or each.source or NOT_RECORDED,
    )


def questions(file: Filed, now: datetime) -> list[Block]:
    """What the team does not know and who finds it out; nothing where no question is open."""
    rows = tuple(
        (
            each.question,
            each.owner or "nobody named",
            moments.shown_short(each.due_on, now) if each.due_on else "no day set",
        )
        for each in file.of(OpenQuestion)
        if each.is_open
    )
    columns = ("What we do not know", "Who finds out", "By")
    return [Heading(text="Open questions"), Table(columns=columns, rows=rows)] if rows else []
