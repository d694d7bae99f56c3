"""Assessing: everything that the form of an assessment needs when it opens, read at once in a file that is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rise_desk.domain import merging, moments, returns, since_last, standing, suggestion
from rise_desk.domain.assessment import YOUNG, Assessment
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.instrument import Instrument
from rise_desk.domain.merging import Whole
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.domain.sign_off import SENT_BACK, SignOff
from rise_desk.domain.since_last import FactSince
from rise_desk.domain.standing import Standing
from rise_desk.domain.suggestion import Absence, Suggestion
from rise_desk.errors import NotFound
from rise_desk.services import merged
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import involvement
from rise_desk.storage.store import WHOLE_FILE

EPISODES = ("missing_episode", "return_interview")
"""The kinds that tell of times away."""


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What the form shows beside its questions.

    `last`: the assessment that this one is compared with, and `course` all up to it, oldest first; of a correction,
    those before the day of the one it puts right. `before`: the band that shows without this one, '' for none.
    `since`: the facts since `last` by indicator ('' for those that touch none). `sent_back`: the manager's answer
    that a correction is to satisfy. `absences`: every time away on file, oldest first.
    """

    person: Person
    instrument: Instrument
    last: Standing | None
    before: str
    course: tuple[Standing, ...]
    since: Mapping[str, tuple[FactSince, ...]]
    absences: tuple[Absence, ...]
    practice: Practice
    may_be_under_13: bool
    sent_back: SignOff | None

    def suggestion(self, on: Moment) -> Suggestion:
        """What the times away before a day suggest for the first indicator; shown beside it, never filled in."""
        return suggestion.suggested(self.absences, on, self.practice)

    @property
    def missing_since(self) -> Moment:
        """Since when they are missing now, as the file tells; '' where no episode is open."""
        return next((each.began for each in self.absences if not each.ended), Moment(""))


def opening(desk: Desk, subject: Id, corrects: Id = NO_ID) -> Opening:
    """What the form needs for a new assessment, or for one that puts another right.

    Raises `NotAllowed` for a file this reader may not open, `NotFound` where it holds no such assessment.
    """
    whole = merged.whole(desk, subject)
    file = _file(desk, whole, Sieve(kinds=(Assessment.KIND, SignOff.KIND)))
    wrong = _corrected(file, corrects) if corrects else None
    course = _before(file, wrong, desk)
    last = course[-1] if course else None
    today = desk.now().astimezone(moments.LONDON).date()
    away = _file(desk, whole, Sieve(kinds=EPISODES))
    return Opening(
        person=whole.person,
        instrument=desk.practice.instruments[wrong.instrument if wrong else desk.practice.instrument],
        last=last,
        before=last.shown if last else "",
        course=course,
        since=_since(desk, whole, away, last, today),
        absences=tuple(each.absence for each in returns.episodes(away)),
        practice=desk.practice,
        may_be_under_13=may_be_under_13(whole.person, wrong.assessed_on if wrong else Moment(today.isoformat())),
        sent_back=_sent_back(file, corrects),
    )


def may_be_under_13(person: Person, on: Moment) -> bool:
    """Whether somebody may be under 13 on a day, as far as their date of birth tells; unknown means that they may."""
    age = moments.age(person.date_of_birth, date.fromisoformat(moments.london_day(on)))
    return age is None or age[0] < YOUNG


def _file(desk: Desk, whole: Whole, sieve: Sieve) -> CaseFile:
    """As much of a whole file as the sieve lets through, told of the main file's number alone."""
    lines = involvement.page(desk.store.vault, whole.ids, sieve, desk.who.grants, WHOLE_FILE, None)
    return CaseFile(subject=whole.person, records=_told(whole, desk.store.records(lines)))


def _told(whole: Whole, records: Sequence[Record]) -> tuple[Record, ...]:
    heads = dict.fromkeys(whole.ids[1:], whole.main.id)
    return tuple(merging.told(each, heads) for each in records)


def _corrected(file: CaseFile, corrects: Id) -> Assessment:
    for each in file.of(Assessment):
        if each.id == corrects:
            return each
    raise NotFound("That assessment is not in this file.")


def _before(file: CaseFile, wrong: Assessment | None, desk: Desk) -> tuple[Standing, ...]:
    """The assessments that count; for a correction, those of earlier days than the one it puts right."""
    course = standing.course(file, desk.practice)
    if wrong is None:
        return course
    day = moments.london_day(wrong.assessed_on)
    return tuple(each for each in course if moments.london_day(each.assessment.assessed_on) < day)


def _since(
    desk: Desk, whole: Whole, away: CaseFile, last: Standing | None, today: date
) -> Mapping[str, tuple[FactSince, ...]]:
    day = since_last.first_day(whole.person, last)
    file = _file(desk, whole, Sieve(kinds=(ContactNote.KIND,), since=day))
    later = involvement.corrections(desk.store.vault, [each.id for each in file.records])
    notes = tuple(each for each in file.records if each.id not in later)
    counting = CaseFile(subject=file.subject, records=(*notes, *away.records))
    return since_last.facts(counting, desk.practice, day, today.isoformat())


def _sent_back(file: CaseFile, corrects: Id) -> SignOff | None:
    answer = standing.answers(file).get(corrects)
    return answer if answer and answer.decision == SENT_BACK else None
