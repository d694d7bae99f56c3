"""Exporting a list: for a reason, written down, a long one with a second person; what is reserved never leaves."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from rise_desk.domain.access import Deed, State
from rise_desk.domain.staff import Role
from rise_desk.errors import Busy, Invalid, NotAllowed, Unavailable, WrongKey
from rise_desk.services import accounts, signing_in
from rise_desk.services.desk import DEMONSTRATION, Desk
from rise_desk.services.exchange import exporting
from rise_desk.services.exchange.exporting import Second, export
from rise_desk.services.exchange.listing import Listing
from rise_desk.storage import audit
from rise_desk.storage.writing import Writing
from tests import build
from tests.build import PASSWORD

WHY = "Weekly meeting with the police"


def listing(rows: int = 2, **known: Any) -> Listing:
    said = {"title": "Young people", "kind": "young people", "columns": ("Name",), "of": rows, **known}
    return Listing(rows=tuple((f"Child {place}",) for place in range(rows)), **said)


def rows_of(desk: Desk, deed: str = Deed.EXPORT) -> list[dict[str, Any]]:
    return [each for each in audit.entries(desk.store.vault) if each["deed"] == deed]


def read_csv(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where files go."""
    made = tmp_path / "out"
    made.mkdir()
    return made


def test_an_export_is_a_file_and_one_row_of_the_audit(desk: Desk, out: Path) -> None:
    before = audit.last(desk.store.vault)[0]
    made = export(desk, listing(), out / "people.csv", f"  {WHY}\n", None)
    assert (made.rows, made.withheld, made.cut, made.second) == (2, 0, 0, "")
    assert read_csv(out / "people.csv")[1] == ["Child 0", ""]
    assert audit.last(desk.store.vault)[0] == before + 1
    row = rows_of(desk)[0]
    assert (row["kind"], row["fields"], row["reason"]) == ("young people", "2 rows, people.csv", WHY)
    assert (row["account"], row["recipient"]) == ("Lena Osei", "")
    export(desk, listing(1), out / "one.XLSX", WHY)
    assert rows_of(desk)[0]["fields"] == "1 row, one.XLSX"


@pytest.mark.parametrize("reason", ["", "  \n", "\u200b", "—"])
def test_a_reason_is_needed(desk: Desk, out: Path, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        export(desk, listing(), out / "x.csv", reason)
    assert refused.value.fields == {"reason": exporting.NO_REASON}
    assert list(out.iterdir()) == []
    assert rows_of(desk) == []
    assert rows_of(desk, exporting.FAILED)[0]["reason"] == exporting.NO_REASON


@pytest.mark.parametrize(("length", "fits"), [(300, True), (301, False)])
def test_a_reason_is_a_line(length: int, fits: bool) -> None:
    assert (exporting.reason_problem("x" * length) == "") is fits


@pytest.mark.parametrize("name", ["x.pdf", "x", "x.xls"])
def test_only_csv_and_xlsx_can_be_made(desk: Desk, out: Path, name: str) -> None:
    with pytest.raises(Invalid, match=r"ends in \.csv or \.xlsx"):
        export(desk, listing(), out / name, "")


@pytest.mark.parametrize(("rows", "fits"), [(50_000, True), (50_001, False)])
def test_a_file_holds_so_many_rows(desk: Desk, out: Path, rows: int, fits: bool) -> None:
    second = build.colleague(desk, "Tom Reed", Role.MANAGER)
    signing_in.leave(second)
    if fits:
        assert export(desk, listing(rows), out / "x.csv", WHY, Second(name="Tom Reed", password=PASSWORD)).rows == rows
    else:
        with pytest.raises(Invalid, match="at most 50,000 rows"):
            export(desk, listing(rows), out / "x.csv", WHY, Second(name="Tom Reed", password=PASSWORD))


def test_a_hundred_rows_leave_alone_and_one_more_does_not(desk: Desk, out: Path) -> None:
    export(desk, listing(100), out / "x.csv", WHY)
    for second in (None, Second(name="  ", password="")):
        with pytest.raises(Invalid) as refused:
            export(desk, listing(101), out / "y.csv", WHY, second)
        assert refused.value.fields == {"second": exporting.WHY_MANY}
    assert not (out / "y.csv").exists()
    assert [each["reason"] for each in rows_of(desk, exporting.FAILED)] == [exporting.WHY_MANY] * 2


@pytest.mark.parametrize("role", [Role.MANAGER, Role.SUPERVISOR])
def test_a_second_person_stands_by_with_their_own_password(desk: Desk, out: Path, role: Role) -> None:
    signing_in.leave(build.colleague(desk, "Tom Reed", role))
    made = export(desk, listing(101), out / "y.csv", WHY, Second(name=" tom  reed ", password=PASSWORD))
    assert made.second == "Tom Reed"
    row = rows_of(desk)[0]
    assert (row["account"], row["recipient"]) == ("Lena Osei", "Tom Reed")
    assert PASSWORD not in repr(Second(name="Tom Reed", password=PASSWORD))


def test_the_second_person_is_somebody_else(desk: Desk, out: Path) -> None:
    with pytest.raises(Invalid, match="somebody else"):
        export(desk, listing(101), out / "y.csv", WHY, Second(name="lena osei", password=PASSWORD))


def test_the_second_person_may_export_alone_themselves(desk: Desk, out: Path) -> None:
    signing_in.leave(build.colleague(desk, "Tom Reed"))
    with pytest.raises(NotAllowed, match="must be a manager or supervisor"):
        export(desk, listing(101), out / "y.csv", WHY, Second(name="Tom Reed", password=PASSWORD))
    code = accounts.add(desk, "Ana Lima", Role.MANAGER)
    with pytest.raises(NotAllowed, match="password is their own"):
        export(desk, listing(101), out / "y.csv", WHY, Second(name="Ana Lima", password=code))
    signing_in.leave(build.colleague(desk, "Max Bell", Role.MANAGER))
    accounts.suspend(desk, "Max Bell")
    with pytest.raises(WrongKey):
        export(desk, listing(101), out / "y.csv", WHY, Second(name="Max Bell", password=PASSWORD))
    assert list(out.iterdir()) == []
    assert len(rows_of(desk, exporting.FAILED)) == 3


def test_a_wrong_password_of_the_second_person_counts_like_every_other(desk: Desk, out: Path) -> None:
    signing_in.leave(build.colleague(desk, "Tom Reed", Role.MANAGER))
    for _ in range(5):
        with pytest.raises(WrongKey):
            export(desk, listing(101), out / "y.csv", WHY, Second(name="Tom Reed", password="wrong"))
    with pytest.raises(NotAllowed, match="Too many"):
        export(desk, listing(101), out / "y.csv", WHY, Second(name="Tom Reed", password=PASSWORD))
    with pytest.raises(NotAllowed, match="Too many"):
        signing_in.prove(desk.store.folder.path, "Tom Reed", PASSWORD)


def test_nobody_of_that_name_is_no_second_person(desk: Desk, out: Path) -> None:
    with pytest.raises(WrongKey):
        export(desk, listing(101), out / "y.csv", WHY, Second(name="Nobody", password=PASSWORD))


def test_a_worker_exports_their_own_alone_and_the_team_s_with_a_manager(desk: Desk, out: Path) -> None:
    worker = build.colleague(desk, "Priya Nair")
    export(worker, listing(state=State.MINE), out / "mine.csv", WHY)
    for state in (State.TEAM, State.CLOSED):
        with pytest.raises(Invalid) as refused:
            export(worker, listing(state=state), out / "team.csv", WHY)
        assert refused.value.fields == {"second": exporting.WHY_NOT_OWN}
    made = export(worker, listing(), out / "team.csv", WHY, Second(name="Lena Osei", password=PASSWORD))
    assert made.second == "Lena Osei"
    assert (rows_of(desk)[0]["account"], rows_of(desk)[0]["recipient"]) == ("Priya Nair", "Lena Osei")
    signing_in.leave(worker)


def test_a_restricted_list_leaves_with_nobody(desk: Desk, out: Path) -> None:
    with pytest.raises(NotAllowed, match="restricted"):
        export(desk, listing(state=State.RESTRICTED), out / "x.csv", WHY)
    assert rows_of(desk, "refused")[0]["reason"] == "export"


def test_somebody_suspended_meanwhile_exports_nothing(desk: Desk, out: Path) -> None:
    manager = build.colleague(desk, "Tom Reed", Role.MANAGER)
    accounts.suspend(desk, "Tom Reed")
    with pytest.raises(NotAllowed, match="suspended"):
        export(manager, listing(), out / "x.csv", WHY)
    assert list(out.iterdir()) == []
    signing_in.leave(manager)


def test_a_file_that_can_not_be_saved_leaves_a_row_and_no_export(desk: Desk, out: Path) -> None:
    for target in (out, out / "none" / "x.csv", desk.store.folder.path / "x.csv"):
        with pytest.raises((Unavailable, Invalid)):
            export(desk, listing(), target, WHY)
    assert rows_of(desk) == []
    assert len(rows_of(desk, exporting.FAILED)) == 3


def test_a_file_whose_row_was_not_kept_is_taken_back(desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writing = desk.store.writing

    @contextmanager
    def full(*said: Any) -> Iterator[Writing]:
        with writing(*said) as work:
            yield work
            if (out / "x.csv").exists():
                raise Unavailable("The disk is full.")

    monkeypatch.setattr(desk.store, "writing", full)
    with pytest.raises(Unavailable, match="disk is full"):
        export(desk, listing(), out / "x.csv", WHY)
    assert list(out.iterdir()) == []
    assert rows_of(desk) == []


def test_records_that_are_busy_are_tried_again_and_not_called_a_failure(
    desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_said: object) -> None:
        raise Busy("Another program is saving.")

    monkeypatch.setattr(exporting, "_put", busy)
    with pytest.raises(Busy):
        export(desk, listing(), out / "x.csv", WHY)
    assert rows_of(desk, exporting.FAILED) == []


def about(path: Path) -> dict[str, str]:
    return dict(load_workbook(path)["About this file"].iter_rows(values_only=True))


def test_a_workbook_tells_about_itself(desk: Desk, out: Path) -> None:
    signing_in.leave(build.colleague(desk, "Tom Reed", Role.MANAGER))
    export(
        desk,
        listing(of=87, filters="Status: Open", withheld=3),
        out / "x.xlsx",
        WHY,
        Second(name="Tom Reed", password=PASSWORD),
    )
    assert about(out / "x.xlsx") == {
        "Marking": "OFFICIAL-SENSITIVE",
        "What this is": "Young people",
        "Rows": "2 of 87",
        "Filters": "Status: Open",
        "Withheld": "3, because they are reserved or restricted",
        "Exported by": "Lena Osei",
        "Together with": "Tom Reed",
        "When": "21 November 2026 at 10:00am",
        "Why": WHY,
        "Mind": "Whoever has this file can read it. Keep it locked away, and delete it after use.",
    }
    export(desk, listing(), out / "y.xlsx", WHY)
    assert about(out / "y.xlsx")["Rows"] == "2"
    assert about(out / "y.xlsx")["Filters"] == "None"


def test_a_demonstration_says_so_in_every_file(desk: Desk, out: Path) -> None:
    with desk.writing() as work:
        work.set(DEMONSTRATION, "yes")
    for name in ("x.csv", "x.xlsx"):
        export(desk, listing(), out / name, WHY)
    assert read_csv(out / "x.csv")[0][-1].startswith("Demonstration: everybody in it is invented")
    assert about(out / "x.xlsx")["Marking"].startswith("Demonstration")


def test_texts_that_a_workbook_cuts_are_counted(desk: Desk, out: Path) -> None:
    long = Listing(title="x", kind="x", columns=("a",), rows=(("y" * 40_000,),), of=1)
    assert export(desk, long, out / "x.xlsx", WHY).cut == 1
    assert export(desk, long, out / "x.csv", WHY).cut == 0
