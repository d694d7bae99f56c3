"""Beside: what is on file of the same children and what earlier rows made, beside which a row has to stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from rise_desk.domain import moments, standing
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.missing_problems import overlapping
from rise_desk.domain.record import Id, Record
from rise_desk.errors import Invalid
from rise_desk.services import merged
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.matching import Found

TIME = "young person and time"
EPISODE = "missing episode"
RecordType = TypeVar("RecordType", bound=MissingEpisode | ReturnInterview)


class Besides(Protocol):
    """What rows of one kind are judged beside."""

    def same(self, heard: Record) -> Found | None:
        """What is on file, or in an earlier row, of the very same event; None for nothing."""

    def demand(self, made: Record, line: int) -> None:
        """`Invalid` where a row's record can't stand beside the others; else the next are judged beside it."""


class NothingBeside:
    """For kinds whose rows stand each by itself."""

    def same(self, heard: Record) -> Found | None:
        """Nothing: they are recognised by their keys alone."""
        return None

    def demand(self, made: Record, line: int) -> None:
        """Nothing is asked."""


@dataclass
class _Stands(Generic[RecordType]):
    """One record that stands in a child's file: since and until when it counts, and the row it is of (0: on file)."""

    record: RecordType
    since: datetime
    until: datetime
    line: int


class _Files(Generic[RecordType]):
    """The children's files as the rows before leave them, each read once."""

    def __init__(self, desk: Desk, cls: type[RecordType]) -> None:
        self._desk = desk
        self._cls: type[RecordType] = cls
        self._heads: dict[Id, Id] = {}
        self._files: dict[Id, tuple[CaseFile, dict[Id, _Stands[RecordType]]]] = {}

    def of(self, record: RecordType) -> tuple[CaseFile, dict[Id, _Stands[RecordType]]]:
        """The file a record is of, and what stands in it by number."""
        subject = record.subject
        if subject not in self._heads:
            self._heads |= merged.head_of(self._desk, (subject,))
        head = self._heads[subject]
        if head not in self._files:
            file = self._desk.store.judged_file(head, self._cls.JUDGED_WITH)
            gone = standing.put_right(file.of(ReturnInterview))
            held = (each for each in file.of(self._cls) if not each.withdrawn and each.id not in gone)
            self._files[head] = file, {each.id: _stands(each, 0) for each in held}
        return self._files[head]

    def called(self, found: _Stands[RecordType], file: CaseFile) -> str:
        """How a record that stands is called: by its line, else by the file it is in."""
        return f"Line {found.line} of this file" if found.line else f"A record of {file.subject.file_number}"


def _stands(record: RecordType, line: int) -> _Stands[RecordType]:
    if isinstance(record, MissingEpisode):
        until = moments.latest(record.returned_at)
        return _Stands(record=record, since=moments.earliest(record.since), until=until, line=line)
    at = moments.earliest(record.happened())
    return _Stands(record=record, since=at, until=at, line=line)


class EpisodesBeside:
    """Missing episodes: nobody is missing twice at once, and an episode without a return is a child's last."""

    def __init__(self, desk: Desk, heard: Iterable[tuple[int, Record]]) -> None:
        self._files: _Files[MissingEpisode] = _Files(desk, MissingEpisode)
        self._last: dict[Id, tuple[datetime, int]] = {}
        for line, each in heard:
            assert isinstance(each, MissingEpisode)
            began = (moments.earliest(each.since), line)
            self._last[each.subject] = max(began, self._last.get(each.subject, began))

    def same(self, heard: Record) -> Found | None:
        """The episode of the same child that was reported at the same time, or began then."""
        assert isinstance(heard, MissingEpisode)
        file, held = self._files.of(heard)
        for each in held.values():
            if is_same_time(heard, each.record):
                return Found(record=each.record, by=TIME, called=self._files.called(each, file))
        return None

    def demand(self, made: Record, line: int) -> None:
        """`Invalid` where it overlaps with another, is from before birth, or is open though a later one follows."""
        assert isinstance(made, MissingEpisode)
        file, held = self._files.of(made)
        own = _stands(made, line)
        self._refuse_open(made, own)
        near = [each for each in held.values() if each.since <= own.until and own.since <= each.until]
        for each in near:
            if each.line and overlapping(made, CaseFile(subject=file.subject, records=(each.record,))):
                raise Invalid({"reported_at": f"Line {each.line} of this file is an episode of the same time."})
        beside = CaseFile(subject=file.subject, records=tuple(each.record for each in near if not each.line))
        problems = made.file_problems(beside, self._files._desk.practice, self._files._desk.now())
        if problems:
            raise Invalid(problems)
        held[made.id] = _stands(made, held[made.id].line) if made.id in held else own

    def _refuse_open(self, made: MissingEpisode, own: _Stands[MissingEpisode]) -> None:
        began, line = self._last.get(made.subject, (own.since, 0))
        if not made.returned_at and began > own.since:
            told = f"This row has no return, but line {line} is a later episode of the same young person."
            raise Invalid({"returned_at": f"{told} Enter when they came back."})


def is_same_time(one: MissingEpisode, other: MissingEpisode) -> bool:
    """Whether two episodes of one child are the same: reported at the same time, or begun then."""
    if one.reported_at and other.reported_at:
        return one.reported_at == other.reported_at
    return one.since == other.since


class InterviewsBeside:
    """Return interviews: one about each episode, and no step of one before the return."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._files: _Files[ReturnInterview] = _Files(desk, ReturnInterview)

    def same(self, heard: Record) -> Found | None:
        """The interview that stands about the same episodes."""
        assert isinstance(heard, ReturnInterview)
        file, held = self._files.of(heard)
        for each in held.values():
            if each.record.covers == heard.covers:
                return Found(record=each.record, by=EPISODE, called=self._files.called(each, file))
        return None

    def demand(self, made: Record, line: int) -> None:
        """`Invalid` where an earlier row is about one of its episodes, or its own file speaks against it."""
        assert isinstance(made, ReturnInterview)
        file, held = self._files.of(made)
        for each in held.values():
            if each.line and each.record.id != made.id and each.record.covers & made.covers:
                raise Invalid({"episodes": f"Line {each.line} of this file is about the same episode."})
        problems = made.file_problems(file, self._desk.practice, self._desk.now())
        if problems:
            raise Invalid(problems)
        held[made.id] = _stands(made, line)
