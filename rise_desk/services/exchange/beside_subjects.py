"""Beside subjects: links, notices and what else joins several files, judged beside what is on file of all of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rise_desk.domain import link_problems, moments
from rise_desk.domain.breach import Breach
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.link import Link
from rise_desk.domain.names import fold
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.errors import Invalid
from rise_desk.services import merged
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.ends import called, subjects
from rise_desk.services.exchange.matching import Found
from rise_desk.services.exchange.on_file import together

ENDS = ("subject", "other", "child", "adult")
"""The fields that say between whom a link, a notice or a breach stands."""

Alike = Callable[[Record, Record], bool]


@dataclass(frozen=True, kw_only=True)
class Sameness:
    """When two records of a kind say the same, though neither has a reference, and how that is told."""

    alike: Alike
    by: str


class SubjectsBeside:
    """Records that join several subjects: what stands between them on file and in earlier rows is read once."""

    def __init__(self, desk: Desk, heard: Iterable[tuple[int, Record]], sameness: Sameness) -> None:
        rows = [each for _line, each in heard]
        self._desk, self._sameness = desk, sameness
        ids = dict.fromkeys(subject for each in rows for subject, _role in each.involved())
        self._subjects = subjects(desk, ids)
        self._lines: dict[Id, int] = {}
        self._mains: dict[Id, Id] = {}
        kinds = tuple(dict.fromkeys(kind for each in rows[:1] for kind in (each.KIND, *each.JUDGED_WITH)))
        self._between: dict[frozenset[Id], list[Record]] = {}
        for found in together(desk, ids, kinds).values():
            for each in found:
                self._stand(self._by_main(each))

    def same(self, heard: Record) -> Found | None:
        """What is on file, or in an earlier row, between the same subjects and says the same."""
        for each in self._near(heard):
            if not each.withdrawn and self._sameness.alike(heard, each):
                return Found(record=each, by=self._sameness.by, called=self._called(each))
        return None

    def demand(self, made: Record, line: int) -> None:
        """`Invalid` with what speaks against it in the file of any of its subjects."""
        beside, problems = tuple(each for each in self._near(made) if each.id != made.id), dict[str, str]()
        practice, now = self._desk.practice, self._desk.now()
        for each, _role in made.involved():
            subject = self._subjects[each]
            if isinstance(subject, Person):
                problems |= made.file_problems(CaseFile(subject=subject, records=beside), practice, now)
            else:
                problems |= made.thing_problems(ThingFile(subject=subject, records=beside), practice, now)
        problems = link_problems.told_once(problems) if isinstance(made, Link) else problems
        if problems:
            raise Invalid(problems)
        if not made.version:
            self._lines[made.id] = line
        self._stand(made)

    def _near(self, record: Record) -> Sequence[Record]:
        return self._between.get(self._ends(record), ())

    def _stand(self, record: Record) -> None:
        ends = self._ends(record)
        others = [each for each in self._between.get(ends, ()) if each.id != record.id]
        self._between[ends] = [*others, record]

    def _ends(self, record: Record) -> frozenset[Id]:
        """Between whom a record stands, by their main files."""
        return frozenset(self._main(subject) for subject, _role in record.involved())

    def _by_main(self, record: Record) -> Record:
        """A record as if it had been filed about the main files."""
        if all(self._main(subject) == subject for subject, _role in record.involved()):
            return record
        return record.changed(**{name: self._main(getattr(record, name)) for name in ENDS if hasattr(record, name)})

    def _main(self, subject: Id) -> Id:
        if subject not in self._mains:
            self._mains |= merged.head_of(self._desk, (subject,))
        return self._mains[subject]

    def _called(self, record: Record) -> str:
        if record.id in self._lines:
            return f"Line {self._lines[record.id]} of this file"
        first = next(self._subjects[each] for each in sorted(self._ends(record)) if each in self._subjects)
        return f"A record of {called(first)}"


def _same_link(heard: Record, held: Record) -> bool:
    assert isinstance(heard, Link)
    return isinstance(held, Link) and bool(link_problems.again(heard, (held,)))


def _same_notice(heard: Record, held: Record) -> bool:
    assert isinstance(heard, Notice)
    if not isinstance(held, Notice) or (heard.law, heard.child, heard.adult) != (held.law, held.child, held.adult):
        return False
    return moments.london_day(heard.in_force_from) == moments.london_day(held.in_force_from)


def _same_breach(heard: Record, held: Record) -> bool:
    assert isinstance(heard, Breach)
    ours, theirs = (fold(each.what) if isinstance(each, Breach) else "" for each in (heard, held))
    return isinstance(held, Breach) and (heard.happened_at, ours) == (held.happened_at, theirs)


def _same_action(heard: Record, held: Record) -> bool:
    assert isinstance(heard, DisruptionAction)
    if not isinstance(held, DisruptionAction) or heard.targets != held.targets or heard.tactic != held.tactic:
        return False
    told = not (heard.outcome and held.outcome) or fold(heard.outcome) == fold(held.outcome)
    return told and (heard.done_on, fold(heard.what)) == (held.done_on, fold(held.what))


SAME: Mapping[str, Sameness] = {
    Link.KIND: Sameness(alike=_same_link, by="two ends and sort of link"),
    Notice.KIND: Sameness(alike=_same_notice, by="pair, law and day"),
    Breach.KIND: Sameness(alike=_same_breach, by="pair and day, and says the same"),
    DisruptionAction.KIND: Sameness(alike=_same_action, by="target, children, tactic and day"),
}
"""When rows of these kinds say what is on file."""
