"""Imports of the last day: undone as one act while nothing was changed since, after a backup, or not at all."""

from datetime import timedelta

import pytest

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.errors import Busy, Conflict, Invalid, NotAllowed, NotFound, Unavailable
from rise_desk.services import backups, casework, signing_in, undoing, upkeep
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing, lately
from rise_desk.services.exchange.doubts import doubt
from rise_desk.services.watch import EACH, Stopped, Watch
from tests import build
from tests.services.rows import HEAD, Write, fates, people

TWO = f"{HEAD}V1,Jade,Whitlock,2010-03-27\nV2,Maisie,Okafor,2011-04-01\n"


def _done(desk: Desk, write: Write, text: str = TWO) -> Id:
    return importing.commit(desk, importing.preview(desk, write(text))).act


def test_an_import_is_undone_as_one_act(desk: Desk, write: Write) -> None:
    act = _done(desk, write)
    one = lately.recent(desk)[0]
    assert (one.act, one.by, one.file, one.records, one.made, one.undone) == (
        act,
        "Lena Osei",
        "people.csv",
        2,
        2,
        False,
    )
    assert len(lately.undo(desk, act)) == 2
    assert all(each.withdrawn for each in people(desk))
    assert [each.undone for each in lately.recent(desk)] == [True]
    assert upkeep.check(desk) == []


def test_it_can_be_undone_for_a_day_and_no_longer(desk: Desk, write: Write) -> None:
    act, start = _done(desk, write), desk.now()
    desk.clock = Clock(start + lately.UNTIL + timedelta(milliseconds=1))
    assert lately.recent(desk) == []
    with pytest.raises(Conflict, match="more than 24 hours old"):
        lately.undo(desk, act)
    assert not any(each.withdrawn for each in people(desk))
    desk.clock = Clock(start + lately.UNTIL)
    assert [each.act for each in lately.recent(desk)] == [act]
    assert len(lately.undo(desk, act)) == 2


def test_what_was_changed_since_is_named_and_nothing_is_undone(desk: Desk, write: Write) -> None:
    act = _done(desk, write)
    jade = next(each for each in people(desk) if each.given_name == "Jade")
    casework.save(desk, jade.changed(known_as="J"))
    with pytest.raises(Conflict, match="Jade Whitlock's file was changed again since by you"):
        lately.undo(desk, act)
    assert not any(each.withdrawn for each in people(desk))
    assert not lately.recent(desk)[0].undone


def test_only_imports_are_undone_here_and_only_by_who_may_import(desk: Desk, write: Write) -> None:
    act = _done(desk, write)
    build.young_person(desk, "Ana", "Silva")
    other = desk.store.vault.sql("SELECT max(id) FROM act")[0][0]
    for wrong in (other, Id(5)):
        with pytest.raises(NotFound):
            lately.undo(desk, wrong)
    worker = build.colleague(desk, "Priya Nair")
    for deed in (lambda: lately.recent(worker), lambda: lately.undo(worker, act)):
        with pytest.raises(NotAllowed, match="may not import"):
            deed()
    signing_in.leave(worker)
    again = undoing.undo(desk, act)[0]
    undoing.undo(desk, desk.store.vault.sql("SELECT max(id) FROM act")[0][0])
    assert [each.undone for each in lately.recent(desk)] == [False, True]
    assert again.withdrawn


def test_a_backup_comes_first_or_nothing_is_done(desk: Desk, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = importing.preview(desk, write(TWO))
    importing.back_up(desk, "imported", Watch())
    made = len(backups.known(desk))
    importing.back_up(desk, "imported", Watch())
    assert len(backups.known(desk)) == made == 1
    build.young_person(desk, "Ana", "Silva")

    def fails(kind: type[Unavailable]) -> None:
        def take(*_said: object) -> None:
            raise kind("The disk is full.")

        monkeypatch.setattr(backups, "take", take)

    fails(Unavailable)
    with pytest.raises(Unavailable, match=r"Nothing was imported, as no backup could be made first\. The disk is full"):
        importing.commit(desk, seen)
    fails(Busy)
    with pytest.raises(Busy):
        importing.commit(desk, seen)
    fails(Unavailable)
    asked = iter((False, True))
    with pytest.raises(Stopped):
        importing.back_up(desk, "imported", Watch(stopped=lambda: next(asked)))
    assert len(people(desk)) == 1


def test_stopped_before_the_commit_it_leaves_nothing(desk: Desk, write: Write) -> None:
    rows = "".join(f"V{each},Given{each},Family,2010\n" for each in range(EACH + 1))
    seen, heard = importing.preview(desk, write(HEAD + rows)), list[tuple[str, int, int]]()
    watch = Watch(told=lambda *each: heard.append(each), stopped=lambda: (importing.SAVING, 0, EACH + 1) in heard)
    with pytest.raises(Stopped, match="Nothing was saved"):
        importing.commit(desk, seen, watch)
    assert people(desk) == []
    assert importing.commit(desk, seen).created == EACH + 1
    assert upkeep.check(desk) == []


def test_somebody_new_who_may_be_on_file_is_warned_of(desk: Desk, write: Write) -> None:
    build.young_person(desk, "Siobhan", "Doyle", date_of_birth=Moment("2010-03-27"))
    seen = importing.preview(desk, write(f"{HEAD}V1,Shivaun,Doyle,2010-03-27\nV2,Lena,Osei,2012-01-02\n"))
    assert fates(seen) == ["created", "created"]
    assert seen.outcomes[0].warning.startswith("May be 26-0001 Siobhan Doyle")
    assert [each.is_problem for each in seen.outcomes] == [True, False]


def test_dates_that_could_be_two_are_refused_where_the_month_comes_first(desk: Desk, write: Write) -> None:
    seen = importing.preview(
        desk, write(f"{HEAD}V1,A,B,03/25/2010\nV2,C,D,03/04/2010\nV3,E,F,05/05/2010\nV4,G,H,2010\n")
    )
    assert fates(seen) == ["refused", "refused", "created", "created"]
    assert "“03/04/2010” could be two dates, as line 2 has the month first" in seen.outcomes[1].reason
    unsure = importing.preview(desk, write(f"{HEAD}V1,A,B,03/04/2010\n"))
    assert unsure.notices == (
        "Dates such as 03/04/2010 are read with the day first, and no row shows that this is right.",
    )
    sure = importing.preview(desk, write(f"{HEAD}V1,A,B,03/04/2010\nV2,C,D,25/04/2010\n"))
    assert (sure.notices, fates(sure)) == ((), ["created", "created"])


def test_a_spreadsheets_number_for_a_day_is_never_guessed(desk: Desk, write: Write) -> None:
    seen = importing.preview(desk, write(f"{HEAD}V1,A,B,38991\n"))
    assert "38991 is a spreadsheet's number for a day" in seen.outcomes[0].reason


def test_a_phone_that_lost_its_zero_is_told() -> None:
    assert doubt({"phone": "0116 496 0001; 7700 900123"}) == "Phone 7700 900123 seems to have lost its first 0."
    assert doubt({"phone": "07700 900123"}) == doubt({}) == ""


def test_a_fault_in_a_column_that_is_left_out_refuses_nothing(desk: Desk, write: Write) -> None:
    from tests.services.books import book

    path = write("").with_suffix(".xlsx")
    path.write_bytes(book(("ref", "name", "hat"), ("V1", "Ana", "#REF!"), ("V2", "#N/A", "x")))
    seen = importing.preview(desk, path)
    assert fates(seen) == ["created", "refused"]
    assert seen.outcomes[1].reason.startswith("“name” holds the error #N/A.")
    with pytest.raises(Invalid, match="has no sheet called"):
        importing.preview(desk, path, sheet="x")
