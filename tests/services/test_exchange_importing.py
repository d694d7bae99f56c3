"""Importing: a preview writes nothing, a commit is one act, and the same file twice makes nobody twice."""

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.staff import Role
from rise_desk.errors import Ambiguous, Conflict, DeskError, Invalid, NotAllowed
from rise_desk.services import casework, finding, references, signing_in, upkeep
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.planning import Fate
from rise_desk.storage import audit
from tests import build
from tests.services.rows import HEAD, Write, fates, imported, people

CASES = Path(__file__).parents[3] / "shared" / "cases"


@pytest.mark.skipif(not CASES.exists(), reason="the published cases lie beside the checkout only")
def test_the_published_cases_are_imported_once(desk: Desk) -> None:
    for case, count in (("case5", 6), ("case3", 4), ("northants", 1)):
        path = CASES / case / "young_people.csv"
        assert importing.commit(desk, importing.preview(desk, path)).created == count
        again = importing.commit(desk, importing.preview(desk, path))
        assert (again.created, again.matched, again.refused, again.saved) == (0, count, 0, ())
    assert len(people(desk)) == 11
    with pytest.raises(Ambiguous, match="case3/V1 or case5/V1"):
        references.resolve(desk, "V1")
    first = desk.store.get(Person, references.resolve(desk, "case5/V1"))
    assert (first.name, first.date_of_birth, first.kind) == ("V1 Case Five", "1995-10-03", "young_person")
    assert (first.ethnicity, first.addresses, first.legal_spells) == ("not_recorded", (), ())
    assert first.background == "history of self-harm; spoke of suicide after the notice"
    cared_for = desk.store.get(Person, references.resolve(desk, "case3/V1"))
    assert cared_for.legal_spells == (life.LegalSpell(status="looked_after_basis_not_known"),)
    pupil = desk.store.get(Person, references.resolve(desk, "N1"))
    assert pupil.addresses == (life.Address(lives="with_family"),)
    assert upkeep.check(desk) == []


def test_a_preview_writes_nothing_and_a_commit_leaves_one_audit_row(desk: Desk, write: Write) -> None:
    before = audit.last(desk.store.vault)
    seen = importing.preview(desk, write(f"{HEAD}V1,Jade,Whitlock,2010-03-27\nV2,Maisie,Okafor,\n"))
    assert (people(desk), audit.last(desk.store.vault)) == ([], before)
    done = importing.commit(desk, seen)
    assert (done.created, done.matched, done.refused, len(done.saved)) == (2, 0, 0, 2)
    assert audit.last(desk.store.vault)[0] == before[0] + 2
    row, backup = audit.entries(desk.store.vault)[:2]
    assert backup["deed"] == "backup"
    assert (row["deed"], row["fields"], row["reason"]) == ("import", "2 records", "people.csv from mosaic")
    assert finding.find(desk, "whitlock").files
    assert upkeep.check(desk) == []


def test_a_preview_holds_while_what_it_says_is_still_true(desk: Desk, write: Write) -> None:
    seen = importing.preview(desk, write(f"{HEAD}V1,Jade,Whitlock,2010-03-27\n"))
    build.young_person(desk)
    assert importing.commit(desk, seen).created == 1
    with pytest.raises(Conflict, match="no longer true"):
        importing.commit(desk, seen)
    late = importing.preview(desk, write(f"{HEAD}V2,Ana,Silva,2010-03-27\n"))
    build.young_person(desk, "Ana", "Silva", date_of_birth=Moment("2010-03-27"))
    with pytest.raises(Conflict, match="Make a new one"):
        importing.commit(desk, late)
    assert len(people(desk)) == 3


def test_nothing_slips_in_between_the_plan_and_the_act(desk: Desk) -> None:
    person = Person(id=desk.clock.new_id(), given_name="A", roles=(life.DatedRole(role="at_risk"),))
    build.young_person(desk)
    from rise_desk.domain.act import Act

    with pytest.raises(Conflict, match="saved since this was planned"):
        casework.perform(desk, Act(title="Import", saves=(person,)), acts_seen=0)
    assert casework.perform(desk, Act(title="Import", saves=(person,)), acts_seen=1)


def test_a_source_is_named_or_its_folder_is(desk: Desk, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(f"{HEAD}V1,Jade,Whitlock,2010-03-27\n")
    assert importing.preview(desk, path).source == "mosaic"
    assert importing.preview(desk, path, source=" Police  Niche ").source == "Police Niche"
    monkeypatch.chdir(path.parent)
    assert importing.preview(desk, Path("people.csv")).source == "mosaic"
    with pytest.raises(Invalid, match="Give the name of the system"):
        importing.preview(desk, path, source="--")


def test_only_managers_and_supervisors_import(desk: Desk, write: Write) -> None:
    path = write(f"{HEAD}V1,Jade,Whitlock,2010-03-27\n")
    seen = importing.preview(desk, path)
    worker = build.colleague(desk, "Priya Nair")
    for deed in (lambda: importing.preview(worker, path), lambda: importing.commit(worker, seen)):
        with pytest.raises(NotAllowed, match="may not import"):
            deed()
    signing_in.leave(worker)
    manager = build.colleague(desk, "Tom Reed", Role.MANAGER)
    assert importing.commit(manager, importing.preview(manager, path)).created == 1
    signing_in.leave(manager)


def test_a_preview_is_told_as_plain_data(desk: Desk, write: Write) -> None:
    told = importing.told(importing.preview(desk, write("ref,name,shoe\nV1,Jade,5\nV2,,5\n"), source="s"))
    outcomes: list[dict[str, Any]] = told.pop("outcomes")
    assert told == {
        "file": "people.csv",
        "kind": "young_person",
        "source": "s",
        "encoding": "UTF-8",
        "sheet": "",
        "sheets": [],
        "columns": {"ref": "reference", "name": "name"},
        "columns_not_recognised": ["shoe"],
        "notices": [],
        "rows": 2,
        "created": 1,
        "matched": 0,
        "asked": 0,
        "refused": 1,
        "warned": 0,
    }
    assert outcomes[0] == {"line": 2, "outcome": "created", "name": "Jade", "file": "", "reason": "", "warning": ""}
    assert outcomes[1]["name"] == "V2"


def test_a_thousand_rows_take_seconds_not_minutes(desk: Desk, write: Write) -> None:
    rows = (f"R{n},Given{n % 70},Family{n % 97},20{8 + n % 8:02}-0{1 + n % 9}-{1 + n % 28:02}" for n in range(1000))
    path = write(HEAD + "\n".join(rows))
    started = time.process_time()
    seen = imported(desk, path)
    assert time.process_time() - started < 10
    assert seen.count(Fate.REFUSED) == 0
    assert fates(importing.preview(desk, path)) == ["matched"] * 1000


CELL = st.text(alphabet='aé1/;:,"-= \n\x0b\ud7ff😀Łﬁ', max_size=12) | st.sampled_from(
    ["V1", "not recorded", "27/03/2010", "section 20", "999 000 0018", "British Asian", "now", "+9999w", "x" * 300]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.lists(CELL, min_size=6, max_size=6), min_size=1, max_size=5), st.sampled_from(["people", "notes"]))
def test_no_row_makes_more_than_a_sentence(desk: Desk, write: Write, rows: list[list[str]], kind: str) -> None:
    heads = {"people": "ref,name,dob,lives,legal_status,nhs", "notes": "ref,concerns,date,time,text,own_words_of"}
    quoted = ("\n" + ",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    path = write(heads[kind] + "".join(quoted))
    found, said = list[str](), ""
    try:
        found = fates(importing.preview(desk, path, kind=kind))
    except DeskError as wrong:
        said = str(wrong)
    assert len(found) == len([row for row in rows if any(cell.strip() for cell in row)])
    assert bool(found) is not ("no rows" in said)
