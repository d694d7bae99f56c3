"""Since last time: the facts on file since the previous assessment, beside the indicators they touch.

They are told as they were recorded, so that the worker weighs them; no fact sets a score. What bears no date (needs,
the front sheet, the household) can't be told to be new and is left out.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rise_desk.domain import case_course, life, moments, returns, touching
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.contact import ABOUT, SEEN, Concern, ContactNote
from rise_desk.domain.interview import STATES
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.domain.standing import Standing
from rise_desk.domain.touching import Touched

ALONE = "seen_alone"


@dataclass(frozen=True, kw_only=True)
class FactSince:
    """One fact: since when (as exactly as it is known), what it says, and the record that tells it."""

    day: Moment
    text: str
    record: Id


@dataclass(frozen=True)
class _Told:
    """A spell of somebody's file in words, with the indicators it touches."""

    spell: life.Spell
    touched: Touched
    text: str


def first_day(person: Person, last: Standing | None) -> str:
    """From which London day on a fact is new: the day after the last assessment, else the day the case was opened.

    '' (so that everything on file is new) where nobody was assessed and no case is open.
    """
    if last is not None:
        day = date.fromisoformat(moments.london_day(last.assessment.assessed_on))
        return (day + timedelta(days=1)).isoformat()
    opened = case_course.opening(person)
    return opened.day if opened else ""


def facts(file: CaseFile, practice: Practice, since: str, today: str) -> Mapping[str, tuple[FactSince, ...]]:
    """The facts from a London day on and up to today, oldest first, by the key of each indicator they touch.

    One that touches several stands beside each of them; one that touches none, under ''. What is planned for a later
    day has not happened yet and is left out.
    """
    found = defaultdict[str, list[FactSince]](list)
    for told in _spells(file.subject, practice):
        for fact in _new(told, file.subject.id, since, today):
            for indicator in told.touched or (touching.NO_INDICATOR,):
                found[indicator].append(fact)
    for fact in _absences(file, practice, since, today):
        found[touching.ABSENCES].append(fact)
    for fact in _contacts(file, since, today):
        found[touching.CONTACTS].append(fact)
    return {key: tuple(sorted(held, key=lambda each: moments.london_day(each.day))) for key, held in found.items()}


def _new(told: _Told, record: Id, since: str, today: str) -> Iterator[FactSince]:
    """That a spell began, and that it ended, each where it was since."""
    spell = told.spell
    if _is_new(spell.since, since, today):
        yield FactSince(day=_day(spell.since), text=told.text, record=record)
    if _is_new(spell.until, since, today):
        yield FactSince(day=_day(spell.until), text=f"ended: {told.text}", record=record)


def _is_new(at: Moment, since: str, today: str) -> bool:
    """Whether it may have been since that day: of a month or a year, any day of it; what bears no date is not told."""
    if not at or moments.london_day(at) > today:
        return False
    return moments.latest(at) >= moments.earliest(Moment(since))


def _day(at: Moment) -> Moment:
    """A moment without its time of day."""
    return Moment(moments.london_day(at)) if moments.has_time(at) else at


def _spells(person: Person, practice: Practice) -> Iterator[_Told]:
    label = practice.label
    for case in person.case_spells:
        yield _Told(case, touching.CASE, f"case {label('case_state', case.state)}")
    for work in person.allocations:
        yield _Told(work, touching.ALLOCATION, f"{label('allocation_role', work.role)}: {work.worker}")
    for school in person.schools:
        yield _Told(school, touching.SCHOOL, _school(school, practice))
    for out in person.exclusions:
        yield _Told(out, touching.EXCLUSION, _worded(label("exclusion_kind", out.sort), out.reason))
    for home in person.addresses:
        touched = touching.LIVES.get(home.lives, touching.ADDRESS)
        yield _Told(home, touched, _address(home, practice))
    for legal in person.legal_spells:
        touched = touching.LEGAL.get(legal.status, ())
        yield _Told(legal, touched, f"legal or care status: {label('legal_status', legal.status)}")
    for flag in person.flags:
        text = _worded(f"flag: {label('flag', flag.flag)}", flag.detail)
        yield _Told(flag, touching.FLAGS.get(flag.flag, ()), text)
    for warning in person.warnings:
        text = _worded(f"warning: {label('warning', warning.warning)}", warning.detail)
        yield _Told(warning, touching.WARNINGS.get(warning.warning, ()), text)


def _absences(file: CaseFile, practice: Practice, since: str, today: str) -> Iterator[FactSince]:
    """Each time away that began or ended since, with how the interview about it stands where one is recorded."""
    about = {each.episode.id: each for each in returns.of_file(file)}
    for each in returns.episodes(file):
        if _is_new(each.since, since, today) or _is_new(each.returned_at, since, today):
            what = practice.label("missing_type", each.missing_type)
            held = about[each.id].interview if each.id in about else None
            told = (
                what,
                _until(each.returned_at),
                f"interview {STATES[held.state]}" if held else "",
            )
            yield FactSince(day=_day(each.since), text=", ".join(part for part in told if part), record=each.id)


def _until(returned_at: Moment) -> str:
    return f"until {moments.shown(returned_at)}" if returned_at else "still away"


def _worded(what: str, more: str) -> str:
    return f"{what} ({more.strip()})" if more.strip() else what


def _school(spell: life.SchoolSpell, practice: Practice) -> str:
    attendance = f"attendance {spell.attendance.strip()}" if spell.attendance.strip() else ""
    said = (spell.name.strip(), practice.label("school_status", spell.status), attendance)
    return ", ".join(each for each in said if each) or "school or college"


def _address(spell: life.Address, practice: Practice) -> str:
    """Where they live and as what, without the address itself: it may be withheld from whoever reads along."""
    outside = "outside the county" if spell.outside_county else ""
    said = (practice.label("lives", spell.lives), outside)
    return f"lives: {', '.join(each for each in said if each)}" if any(said) else "another address"


def _contacts(file: CaseFile, since: str, today: str) -> Iterator[FactSince]:
    """The contacts with the young person in one line, on the day of the last: '5 contacts, seen alone twice, …'."""
    notes = _counting(file, since, today)
    if not notes:
        return
    last, seen = notes[-1], [each for each in notes if _how(each, file) in SEEN]
    alone = sum(_how(each, file) == ALONE for each in seen)
    said = [f"{len(notes)} contact{'' if len(notes) == 1 else 's'}"]
    said += [f"seen alone {_times(alone)}"] if alone else []
    said += [f"last seen {moments.shown(_day(seen[-1].happened_at))}"] if seen else ["not recorded as seen"]
    yield FactSince(day=_day(last.happened_at), text=", ".join(said), record=last.id)


def _counting(file: CaseFile, since: str, today: str) -> Sequence[ContactNote]:
    """The notes about the young person that stand and were since, oldest first."""
    held = [each for each in file.of(ContactNote) if not each.withdrawn]
    put_right = {each.corrects for each in held}
    new = (
        each
        for each in held
        if each.id not in put_right and _concern(each, file) and _is_new(each.happened_at, since, today)
    )
    return sorted(new, key=lambda each: (moments.earliest(each.happened_at), each.id))


def _concern(note: ContactNote, file: CaseFile) -> Concern | None:
    """How a note concerns the young person whom it is about; None where it only names them in another role."""
    mine = (each for each in note.concerns if each.subject == file.subject.id and each.role == ABOUT)
    return next(mine, None)


def _how(note: ContactNote, file: CaseFile) -> str:
    concern = _concern(note, file)
    return concern.seen if concern else ""


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
