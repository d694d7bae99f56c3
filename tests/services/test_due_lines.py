"""Due lines: told whole, for those who may open the file; a restricted file says nothing."""

from dataclasses import replace

import pytest

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.errors import NotAllowed
from rise_desk.services import casework, due_lines, merging, overview, signing_in
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import due
from tests import build


def opened(desk: Desk, given: str, *workers: str, since: str = "2026-11-01") -> Person:
    """A young person whose case is open, allocated to these workers."""
    spells = (life.CaseSpell(state="open", since=Moment(since)),)
    roles = ("key_worker", "co_worker")
    allocated = tuple(life.Allocation(worker=name, role=role) for name, role in zip(workers, roles, strict=False))
    return build.young_person(desk, given, case_spells=spells, allocations=allocated)


def names(desk: Desk, worker: str = "") -> list[str]:
    return [each.name for each in due_lines.due(desk, worker=worker)]


def test_a_second_worker_of_a_file_sees_what_is_due_in_it(desk: Desk) -> None:
    opened(desk, "Ines", "Priya Nair", "Lena Osei")
    opened(desk, "Ruth", "Priya Nair")
    assert names(desk, worker="Lena Osei") == ["Ines Okafor"]
    assert names(desk, worker="Priya Nair") == ["Ines Okafor", "Ruth Okafor"]


def test_somebody_without_a_file_has_nothing_due(desk: Desk) -> None:
    opened(desk, "Ines", "Priya Nair")
    assert names(desk, worker="Lena Osei") == []


def test_a_restricted_file_says_nothing_and_is_refused_by_its_number(desk: Desk) -> None:
    person = opened(desk, "Sealed")
    worker = build.colleague(desk, "Ana Silva")
    assert [each.name for each in due_lines.due(worker, person.id)] == ["Sealed Okafor"]
    with desk.writing() as work:
        work.put(person.changed(restricted=True), person)
    assert names(worker) == []
    with pytest.raises(NotAllowed):
        due_lines.due(worker, person.id)
    signing_in.leave(worker)


def test_a_merged_file_is_asked_for_by_either_number(desk: Desk) -> None:
    main, other = opened(desk, "Ines"), opened(desk, "Inez", since="2026-10-01")
    merging.merge(desk, main, other, "One girl.")
    for each in (main, other):
        assert [line.due.subject for line in due_lines.due(desk, each.id)] == [main.id]


def test_many_more_than_a_page_are_told(desk: Desk) -> None:
    person = opened(desk, "Ines")
    (line,) = due.lines(desk.store.vault)
    with desk.writing():
        due.write(desk.store.vault, person.id, [line] * 700)
    assert len(due_lines.due(desk)) == 700


@pytest.mark.parametrize(("since", "told"), [("2026-11-24", True), ("2026-11-25", False)])
def test_the_last_day_asked_for_counts(desk: Desk, since: str, told: bool) -> None:
    person = opened(desk, "Ines")
    (line,) = due.lines(desk.store.vault)
    with desk.writing():
        due.write(desk.store.vault, person.id, [replace(line, by=since)])
    assert bool(due_lines.due(desk, within=3)) is told


def test_a_prompt_is_to_be_considered_and_never_late(desk: Desk) -> None:
    person = opened(desk, "Ines", since="2026-08-01")
    build.assessment(desk, person.id, day="2026-08-10")
    flag = life.Flag(flag="sexual_exploitation", since=Moment("2026-08-20"))
    casework.save(desk, overview.person(desk, person.id).changed(flags=(flag,)))
    told = {each.due.rule: (each.days_left < 0, each.overdue, each.lateness) for each in due_lines.due(desk)}
    assert told["early_review"] == (True, False, "to consider")
    assert told["reassessment"] == (True, True, "61 days overdue")
