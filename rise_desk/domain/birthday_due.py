"""Birthdays: the 16th and the 18th of a child at risk are announced twelve weeks ahead, with what changes then.

After the 18th it is asked about until somebody has looked at the file and saved it.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from rise_desk.domain import moments, notice_lapse
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.person import ADULT_AGE
from rise_desk.domain.practice import Practice

RULE, TURNED = "birthday", "turned_18"
AHEAD = timedelta(weeks=12)
CLOSED = "closed"
CHANGES: Mapping[int, str] = {
    16: "From then on capacity is asked about, and no section 2 notice can be made",
    ADULT_AGE: "Ask about adult safeguarding and capacity, adult services, and who stays",
}
"""What changes at which birthday, whatever else is on file."""


def lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """A line for the 16th and the 18th birthday of a child whose case is not closed; none long past when last saved."""
    person = file.subject
    if person.case_state() == CLOSED:
        return
    for years, changes in CHANGES.items():
        birthday = moments.birthday(person.date_of_birth, years)
        if birthday is not None and birthday.isoformat() >= person.as_of():
            yield Due(
                rule=RULE,
                what=f"{years}th birthday",
                subject=person.id,
                record=person.id,
                since=(birthday - AHEAD).isoformat(),
                by=birthday.isoformat(),
                until=birthday.isoformat(),
                answered_by="person",
                why=". ".join(each for each in (_lapsing(file, birthday), changes) if each),
            )


def turned_lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """From the day after the 18th birthday until somebody saved the file since: turning 18 changes nothing silently."""
    person = file.subject
    birthday = moments.birthday(person.date_of_birth, ADULT_AGE)
    if birthday is not None and birthday.isoformat() >= person.as_of() and person.case_state() != CLOSED:
        yield Due(
            rule=TURNED,
            what="Turned 18: ask about adult safeguarding and capacity",
            subject=person.id,
            record=person.id,
            since=(birthday + timedelta(days=1)).isoformat(),
            by=birthday.isoformat(),
            answered_by="person",
            why="Write in the file where support goes on and who stays",
        )


def _lapsing(file: CaseFile, birthday: date) -> str:
    """How many notices lapse on that day."""
    found = [
        each
        for each in notice_lapse.of_child(file)
        if each.notice.in_force_from and notice_lapse.lapses(each.notice, file.subject).at == birthday.isoformat()
    ]
    return "" if not found else "A notice lapses" if len(found) == 1 else f"{len(found)} notices lapse"
