"""The case summary: a young person's own words, who they are, how things stand, who is around them, what happened."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from rise_desk.domain import missing_now, moments
from rise_desk.domain.casefile import CaseFile, Filed
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.due import Due
from rise_desk.domain.heat import Lane
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import ADULT
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.domain.standing import Standing
from rise_desk.reports import background, chronology, identity, linked
from rise_desk.reports.assessments import assessments
from rise_desk.reports.blocks import Block, Document, Heading, Note, Quote, Table
from rise_desk.reports.disruption_summary import Protection, protection
from rise_desk.reports.joined import AlsoFiled, also_filed
from rise_desk.reports.missing_summary import Away, lanes, missing
from rise_desk.reports.notices import Standing as Notified
from rise_desk.reports.notices import notices
from rise_desk.reports.of_concern import of_concern
from rise_desk.reports.people import people
from rise_desk.reports.reading import Reading
from rise_desk.reports.words import joined

NO_ENTRIES = "There are no records in this period."
NO_WORDS = "No words of the young person's own are recorded yet."


@dataclass(frozen=True, kw_only=True)
class Story:
    """All that a summary tells, gathered by the caller with what this reader may see.

    `entries` are the records of the period, newest first, each with whether a later entry puts it right;
    `own_words` is the newest note or return interview that holds the young person's words, and `course` every
    assessment that counts, oldest first, whether or not they are of the period; `away` tells of missing episodes,
    None where none is on file; `around` holds links and open questions of whatever period.
    """

    file: CaseFile
    entries: tuple[tuple[Record, bool], ...] = ()
    names: Mapping[Id, str] = field(default_factory=dict)
    own_words: ContactNote | ReturnInterview | None = None
    last_seen: str = ""
    due: tuple[Due, ...] = ()
    course: tuple[Standing, ...] = ()
    away: Away | None = None
    also_filed: tuple[AlsoFiled, ...] = ()
    notices: tuple[Notified, ...] = ()
    protection: Protection = field(default_factory=Protection)
    around: Filed = field(default_factory=Filed)
    since: Moment = Moment("")
    until: Moment = Moment("")


def build(story: Story, *, practice: Practice, now: datetime, printed_by: str, copy: str) -> Document:
    """The case summary as a document, ready to be printed or read out."""
    person = story.file.subject
    file = f", file {person.file_number}" if person.file_number else ""
    return Document(
        title=person.name,
        subject_line=identity.subject_line(person, now),
        right_lines=("Case summary", period(story.since, story.until)),
        footer=f"Case summary{file}",
        printed_by=printed_by,
        printed_at=moments.minute(now),
        copy=copy,
        blocks=(
            *_own_words(story, now),
            *identity.warnings(person, practice, now),
            *identity.identity(person, practice, now),
            *also_filed(story.also_filed, practice),
            *identity.status(person, practice, now, story.last_seen),
            *assessments(story.course, story.due, _reading(story, practice, now), _lanes(story, now)),
            *missing(story.away, practice, now),
            *notices(story.notices, practice),
            *protection(story.protection, practice, now),
            *_due(story.due, now),
            *people(person, practice, now),
            *of_concern(person, practice, now),
            *linked.links(story.around, _reading(story, practice, now)),
            *linked.questions(story.around, now),
            *background.needs(person, practice),
            *background.background(person),
            *background.earlier(person, practice, now),
            *_chronology(story, practice, now),
        ),
    )


def period(since: Moment, until: Moment) -> str:
    """The period in words: '1 May 2026 to 21 November 2026', 'from 1 May 2026', 'the whole file'."""
    first, last = moments.shown(since), moments.shown(until)
    if first and last:
        return f"{first} to {last}"
    return f"from {first}" if first else f"up to {last}" if last else "the whole file"


def _lanes(story: Story, now: datetime) -> tuple[Lane, ...]:
    """What happened beside the assessments: nights missing, and what was done to disrupt."""
    return (*lanes(story.away, now), *story.protection.lanes)


def _own_words(story: Story, now: datetime) -> list[Block]:
    """The young person's own words, before anything that others say; of an adult of concern nobody expects any."""
    said = story.own_words
    if not said:
        return [Note(text=NO_WORDS)] if story.file.subject.kind != ADULT else []
    who = story.file.subject.known_as or story.file.subject.given_name or story.file.subject.name
    to = f"recorded by {said.recorded_by}" if said.recorded_by else ""
    told = "in a return interview" if isinstance(said, ReturnInterview) else ""
    return [Quote(text=said.own_words, attribution=joined(who, moments.shown(said.happened()), told, to))]


def _due(lines: tuple[Due, ...], now: datetime) -> list[Block]:
    """What is due and by when, the same lines as on the desk."""
    rows = tuple((each.what, _by(each, now), each.why) for each in lines)
    return [Heading(text="What is due"), Table(columns=("What", "By", "Why"), rows=rows)] if rows else []


def _by(line: Due, now: datetime) -> str:
    by = Moment(line.by)
    if line.rule == missing_now.RULE:
        return f"since {moments.shown(by)}"
    return joined(moments.shown(by), "overdue" if moments.latest(by) < now else "")


def _reading(story: Story, practice: Practice, now: datetime) -> Reading:
    return Reading(subject=story.file.subject.id, names=story.names, practice=practice, now=now)


def _chronology(story: Story, practice: Practice, now: datetime) -> list[Block]:
    """Every entry of the period, newest first; what was corrected or withdrawn stays readable and says so."""
    reading = _reading(story, practice, now)
    entries = [chronology.entry(record, corrected, reading) for record, corrected in story.entries]
    if not entries:
        return [Heading(text="Chronology"), Note(text=NO_ENTRIES)]
    count = "1 entry" if len(entries) == 1 else f"{len(entries)} entries"
    return [Heading(text="Chronology", aside=f"newest first; {count}"), *entries]
