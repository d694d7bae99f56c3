"""Two programs at one store, with places, links and notices between them; an import that is killed leaves nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Record
from rise_desk.errors import Conflict, Invalid
from rise_desk.services import casework, signing_in, things, upkeep
from rise_desk.services.desk import Desk
from tests import build

ROOT = Path(__file__).parents[1]
ROWS = 2000
KILLED_AT = 700

OTHER = """
import sys, time
from pathlib import Path
from rise_desk.domain.record import Id
from rise_desk.services import casework, signing_in
from rise_desk.services.clock import Clock
from tests import build
desk = signing_in.sign_in(Path(sys.argv[1]), "Lena Osei", build.PASSWORD, Clock())
held = [desk.store.find(Id(int(each))) for each in sys.argv[2:]]
"""
IMPORT = """
from rise_desk.domain.act import Act
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
child, *places = held
links = tuple(
    Link(id=desk.clock.new_id(), subject=child.id, other=places[each % 40].id, link_type="seen_at",
         since=Moment(f"{2015 + each // 360}-{each // 30 % 12 + 1:02}-{each % 28 + 1:02}"), note=str(each))
    for each in range(ROWS)
)
def told(done):
    print(done, flush=True)
casework.perform(desk, Act(title="Import", saves=links, batch="links.csv"), step=told)
"""


def _other(source: str, desk: Desk, *records: Record) -> "subprocess.Popen[str]":
    words = [sys.executable, "-c", OTHER + source, str(desk.store.folder.path), *(str(each.id) for each in records)]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _meanwhile(source: str, desk: Desk, *records: Record) -> None:
    """What another program does, to its end."""
    other = _other(source, desk, *records)
    other.communicate(timeout=60)
    assert other.returncode == 0


def test_of_two_who_change_one_place_or_link_the_second_is_told(desk: Desk) -> None:
    place, child = build.place(desk), build.young_person(desk)
    link = build.link(desk, child, "seen_at", place)
    for record, field in ((place, "description"), (link, "note")):
        _meanwhile(f"casework.save(desk, held[0].changed({field}='Theirs'))", desk, record)
        with pytest.raises(Conflict, match="changed while you had it open"):
            casework.save(desk, record.changed(**{field: "Mine"}))
        held = desk.store.find(record.id)
        assert held is not None
        assert (getattr(held, field), held.version) == ("Theirs", 2)
    assert upkeep.check(desk) == []


def test_a_link_to_a_place_that_another_merged_meanwhile_reads_at_the_main_one(desk: Desk) -> None:
    child, main, twin = build.young_person(desk), build.place(desk), build.place(desk, "Kebab Korner")
    _meanwhile("casework.save(desk, held[0].changed(merged_into=held[1].id))", desk, twin, main)
    made = build.link(desk, child, "seen_at", twin)
    assert [each.id for each in things.file(desk, main.id).of(Link)] == [made.id]
    assert upkeep.check(desk) == []


def test_no_notice_is_served_on_an_adult_whom_another_withdrew_meanwhile(desk: Desk) -> None:
    child, adult = build.young_person(desk, date_of_birth=Moment("2012-03-01")), build.adult(desk)
    prepared = build.notice(desk, child, adult)
    _meanwhile("casework.withdraw(desk, held[0], 'Made twice.')", desk, adult)
    with pytest.raises(Invalid, match="Darren Pike was withdrawn"):
        casework.save(desk, prepared.changed(served_at=Moment("2026-11-20")))
    assert desk.store.find(prepared.id) == prepared
    assert upkeep.check(desk) == []


@pytest.mark.timeout(180)
def test_an_import_of_links_that_is_killed_leaves_none_of_them(desk: Desk) -> None:
    child = build.young_person(desk)
    places = [build.place(desk, f"Place {number}") for number in range(40)]
    before = {each.id for each in desk.store.everything()}
    folder, clock = desk.store.folder.path, desk.clock
    signing_in.leave(desk)
    with _other(f"ROWS = {ROWS}" + IMPORT, desk, child, *places) as other:
        assert other.stdout is not None
        assert [other.stdout.readline() for _ in range(KILLED_AT)][-1] == f"{KILLED_AT - 1}\n"
        other.kill()
    again = signing_in.sign_in(folder, "Lena Osei", build.PASSWORD, clock)
    assert {each.id for each in again.store.everything()} == before
    assert again.store.missing == ""
    assert upkeep.check(again) == []
    signing_in.leave(again)


def test_a_check_is_not_alarmed_by_what_another_program_wrote_meanwhile(desk: Desk) -> None:
    """The full text is merged as it grows: a program that checked before would look for pages that are gone."""
    child = build.young_person(desk)
    for each in range(20):
        build.note(desk, child.id, text=f"said {each}")
    assert upkeep.check(desk) == []
    _meanwhile("for each in range(20): build.note(desk, held[0].id, text=f'word {each}')", desk, child)
    assert upkeep.check(desk) == []
