"""Return interviews that are owed: a line for each return, due 72 elapsed hours after it (practice.md, 'Missing')."""

from collections.abc import Iterator
from datetime import date

from rise_desk.domain import moments, names, returns
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.interview import ARRANGED, ATTEMPTED, STATES, ReturnInterview, when
from rise_desk.domain.person import ADULT_AGE, Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.returns import Return

RULE = "return_interview"


def lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """One line for each return since the team expects interviews whose interview is still owed."""
    for each in returns.of_file(file):
        back = each.episode.returned_at
        day = moments.london_day(back)
        if not each.is_owed or day < practice.interviews_since or _grown_up(file.subject, day):
            continue
        yield Due(
            rule=RULE,
            what="Return interview",
            subject=file.subject.id,
            record=each.episode.id,
            since=back,
            by=moments.minute(each.by),
            answered_by=ReturnInterview.KIND,
            why=_why(each, file.subject, practice),
            state=each.state,
            owner=each.interview.assigned_to if each.interview else "",
        )


def _grown_up(person: Person, day: str) -> bool:
    """Whether somebody is certainly 18 or older on a day: the interview is owed to children."""
    age = moments.age(person.date_of_birth, date.fromisoformat(day))
    return age is not None and age[0] >= ADULT_AGE


def _why(each: Return, person: Person, practice: Practice) -> str:
    back = moments.shown_short(each.episode.returned_at)
    unknown = "" if moments.has_time(each.episode.returned_at) else "counted from the earliest time it can mean"
    said = (f"back {back}", unknown, how_far(each), owed_by(person, practice))
    return ", ".join(part for part in said if part)


def how_far(each: Return) -> str:
    """How far the interview has come, in words: 'offered, no answer yet', '2 attempts, the last 20 November 2026'."""
    if each.interview is None or each.state == ARRANGED:
        return STATES[ARRANGED]
    if each.state == ATTEMPTED:
        many = len(each.interview.attempts)
        attempts = "1 attempt" if many == 1 else f"{many} attempts, the last"
        return f"{attempts} {when(each.interview)}".strip()
    return STATES[each.state]


def owed_by(person: Person, practice: Practice) -> str:
    """Who owes the interview where another council placed the child here; both councils are named."""
    placing, host = person.placing_authority.strip(), person.host_authority.strip()
    ours = names.fold(practice.our_council)
    if not placing or not ours or names.fold(placing) == ours:
        elsewhere = host and ours and names.fold(host) != ours
        return f"placed in {host}: ours to do" if elsewhere else ""
    return f"owed by {placing}, who placed them here; tell {host or practice.our_council} and the police"
