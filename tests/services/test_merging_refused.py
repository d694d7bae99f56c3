"""What is never merged, and why: a sentence each; nobody's change is overwritten, and no file gets out of sight."""

import pytest

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.domain.staff import Role
from rise_desk.errors import Conflict, DeskError, Invalid, NotAllowed, NotFound
from rise_desk.services import casework, merging, overview, undoing
from rise_desk.services.desk import Desk
from tests import build

WHY = "Same NHS number, and her aunt confirmed it"


def _sound(desk: Desk) -> None:
    assert desk.store.problems(desk.ruled) == []


def test_a_merge_that_was_overtaken_is_a_conflict(desk: Desk, main: Person, other: Person) -> None:
    casework.save(desk, other.changed(gender="female"))
    with pytest.raises(Conflict, match="Lena Osei saved it since"):
        merging.merge(desk, main, other, WHY)
    newer = overview.person(desk, other.id)
    casework.save(desk, main.changed(nationality="gb"))
    with pytest.raises(Conflict):
        merging.merge(desk, main, newer, WHY)
    assert merging.ids_of(desk, main.id) == (main.id,)
    _sound(desk)


def test_a_form_open_on_the_merged_file_is_told_where_it_went(desk: Desk, main: Person, other: Person) -> None:
    merging.merge(desk, main, other, WHY)
    with pytest.raises(Conflict, match=f"merged into {main.file_number} by Lena Osei"):
        casework.save(desk, other.changed(gender="female"))


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_is_asked_for(desk: Desk, main: Person, other: Person, reason: str) -> None:
    with pytest.raises(Invalid, match="Enter why"):
        merging.merge(desk, main, other, reason)
    merging.merge(desk, main, other, WHY)
    with pytest.raises(Invalid, match="Enter why"):
        merging.separate(desk, merging.as_filed(desk, other.id), reason)


def test_a_file_is_not_merged_into_itself(desk: Desk, main: Person) -> None:
    with pytest.raises(Invalid, match="the same file already"):
        merging.preview(desk, main.id, main.id)
    with pytest.raises(Invalid, match="into itself"):
        casework.save(desk, main.changed(merged_into=main.id))


def test_a_file_is_merged_once(desk: Desk, main: Person, other: Person) -> None:
    third = build.young_person(desk, "Jade")
    merging.merge(desk, main, other, WHY)
    filed = merging.as_filed(desk, other.id)
    for one, two in ((third, filed), (filed, third), (main, filed)):
        with pytest.raises(Invalid, match=f"{other.file_number} is already merged into {main.file_number}"):
            merging.merge(desk, one, two, WHY)
    with pytest.raises(Invalid, match="was merged into another file itself"):
        casework.save(desk, third.changed(merged_into=other.id))
    with pytest.raises(Invalid, match="is not merged into another file"):
        merging.separate(desk, third, WHY)
    with pytest.raises(Invalid, match="Separate them first"):
        casework.withdraw(desk, overview.person(desk, main.id), "Opened twice")
    with pytest.raises(Invalid, match="a withdrawn file"):
        casework.withdraw(desk, filed, "Opened twice")
    _sound(desk)


def test_what_is_withdrawn_or_unknown_stays_out(desk: Desk, main: Person, other: Person) -> None:
    gone = casework.withdraw(desk, other, "Opened by mistake")
    for one, two in ((main, gone), (gone, main)):
        with pytest.raises(Invalid, match=f"{other.file_number} was withdrawn"):
            merging.preview(desk, one.id, two.id)
    with pytest.raises(NotFound):
        merging.preview(desk, main.id, Id(7))
    with pytest.raises(Invalid, match="no such file"):
        casework.save(desk, main.changed(merged_into=Id(7)))
    with pytest.raises(Invalid, match="Save the file first"):
        build.young_person(desk, "Jade", merged_into=main.id)
    with pytest.raises(Invalid, match="a withdrawn file"):
        casework.save(desk, main.changed(merged_into=gone.id))


def test_the_file_with_the_open_case_stays_the_main_one(desk: Desk, main: Person) -> None:
    spells = (life.CaseSpell(state="referred", since=Moment("2026-01-02")), life.CaseSpell(state="open"))
    busy = build.young_person(desk, "Maisy", case_spells=spells)
    with pytest.raises(Invalid, match=f"The case of {busy.file_number} is open"):
        merging.preview(desk, main.id, busy.id)
    assert merging.preview(desk, busy.id, main.id).joined.case_state() == "open"
    closed = build.young_person(desk, "Maise", case_spells=(life.CaseSpell(state="closed"),))
    assert merging.preview(desk, main.id, closed.id).joined.case_state() == "closed"


def test_a_worker_asks_a_manager(desk: Desk, main: Person, other: Person) -> None:
    worker = build.colleague(desk, "Tom Reid")
    manager = build.colleague(desk, "Grace Obi", Role.MANAGER)
    for refused in (
        lambda: merging.preview(worker, main.id, other.id),
        lambda: merging.merge(worker, main, other, WHY),
        lambda: casework.save(worker, other.changed(merged_into=main.id)),
    ):
        with pytest.raises(NotAllowed, match="A worker may not merge files"):
            refused()
    merging.merge(manager, main, other, WHY)
    with pytest.raises(NotAllowed):
        merging.separate(worker, merging.as_filed(manager, other.id), WHY)


def test_no_undoing_leaves_a_file_out_of_sight(desk: Desk, main: Person, other: Person) -> None:
    acts = []
    desk.listeners.append(lambda said: acts.append(said.act))
    merging.merge(desk, main, other, WHY)
    merging.separate(desk, merging.as_filed(desk, other.id), WHY)
    merging.merge(desk, build.young_person(desk, "Jade"), main, WHY)
    with pytest.raises(DeskError, match="was merged into another file itself"):
        undoing.undo(desk, acts[1])
