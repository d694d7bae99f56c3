"""Who may sign in: the first supervisor, those they add, suspend and reset, and the recovery key."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rise_desk.domain.staff import Role, Standing
from rise_desk.errors import Damaged, Invalid, NotAllowed, NotFound, TooNew, Unavailable, WrongKey
from rise_desk.services import accounts, signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, keyfile, keys
from tests import build
from tests.build import PASSWORD


def test_a_folder_with_records_is_left_as_it_is(desk: Desk, clock: Clock) -> None:
    path = desk.store.folder.path
    before = desk.store.folder.keys.read_bytes()
    with pytest.raises(Unavailable, match="records in this folder already"):
        accounts.create(path, "Other", PASSWORD, clock, keys.TEST)
    assert desk.store.folder.keys.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "password", "field"),
    [
        ("", PASSWORD, "name"),
        ("x" * 81, PASSWORD, "name"),
        ("a\nb", PASSWORD, "name"),
        ("Lena", "password1234", "password"),
    ],
)
def test_a_store_needs_a_name_and_a_password_worth_it(
    tmp_path: Path, clock: Clock, name: str, password: str, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        accounts.create(tmp_path / "new", name, password, clock, keys.TEST)
    assert list(refused.value.fields) == [field]
    assert not (tmp_path / "new").exists()


def test_a_store_that_could_not_be_finished_leaves_nothing(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(accounts, "_first", fail)
    with pytest.raises(Unavailable, match="disk is full"):
        accounts.create(tmp_path, "Lena", PASSWORD, clock, keys.TEST)
    assert not (tmp_path / "desk.vault").exists()
    assert not (tmp_path / "desk.vault.keys").exists()


def test_somebody_added_signs_in_by_code_and_chooses_a_password(desk: Desk) -> None:
    path = desk.store.folder.path
    code = accounts.add(desk, " Priya   Nair ", Role.WORKER, ["health"])
    with pytest.raises(NotAllowed, match="one-day code"):
        signing_in.sign_in(path, "Priya Nair", code, desk.clock)
    first = signing_in.sign_in(path, "priya nair", code.lower().replace("-", " "), desk.clock, code_ok=True)
    assert first.who.standing == "code"
    with pytest.raises(Invalid):
        accounts.change_password(first, code, "short")
    accounts.change_password(first, code, PASSWORD)
    assert first.who.standing == "active"
    signing_in.leave(first)
    with pytest.raises(WrongKey):
        signing_in.sign_in(path, "Priya Nair", code, desk.clock)
    again = signing_in.sign_in(path, "PRIYA NAIR", PASSWORD, desk.clock)
    assert (again.who.name, again.who.role, set(again.who.grants)) == ("Priya Nair", Role.WORKER, {"health"})
    signing_in.leave(again)


def test_a_code_lasts_a_day(desk: Desk) -> None:
    code = accounts.add(desk, "Priya", Role.WORKER)
    path, start = desk.store.folder.path, desk.now()
    in_time = Clock(start + signing_in.CODE_LASTS)
    late = Clock(start + signing_in.CODE_LASTS + timedelta(minutes=1))
    signing_in.leave(signing_in.sign_in(path, "Priya", code, in_time, code_ok=True))
    with pytest.raises(NotAllowed, match="has run out"):
        signing_in.sign_in(path, "Priya", code, late, code_ok=True)


@pytest.mark.parametrize(
    ("name", "grants", "field"), [("lena osei", [], "name"), ("New", ["magic"], "grants"), ("…", [], "name")]
)
def test_who_can_not_be_added(desk: Desk, name: str, grants: list[str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        accounts.add(desk, name, Role.WORKER, grants)
    assert list(refused.value.fields) == [field]


def test_a_suspended_person_stays_out_until_reset(desk: Desk) -> None:
    path = desk.store.folder.path
    signing_in.leave(build.colleague(desk, "Tom Reed"))
    accounts.suspend(desk, "Tom Reed")
    with pytest.raises(WrongKey):
        signing_in.sign_in(path, "Tom Reed", PASSWORD, desk.clock)
    assert [(each.name, each.standing) for each in accounts.everybody(desk)] == [
        ("Lena Osei", Standing.ACTIVE),
        ("Tom Reed", Standing.SUSPENDED),
    ]
    assert accounts.colleagues(desk) == ["Lena Osei"]
    code = accounts.reset(desk, "tom reed")
    signing_in.leave(signing_in.sign_in(path, "Tom Reed", code, desk.clock, code_ok=True))
    with pytest.raises(NotAllowed, match="your own account"):
        accounts.suspend(desk, "Lena Osei")
    with pytest.raises(NotFound):
        accounts.suspend(desk, "Nobody")


def test_a_suspended_account_is_refused_even_with_a_slot_put_back(desk: Desk) -> None:
    signing_in.leave(build.colleague(desk, "Tom Reed"))
    with_slot = keyfile.read(desk.store.folder.keys, weakest=keys.TEST)
    accounts.suspend(desk, "Tom Reed")
    keyfile.write(desk.store.folder.keys, with_slot)
    with pytest.raises(NotAllowed, match="suspended"):
        signing_in.sign_in(desk.store.folder.path, "Tom Reed", PASSWORD, desk.clock)


def test_only_supervisors_change_accounts_and_managers_may_look(desk: Desk) -> None:
    manager = build.colleague(desk, "Mo Khan", Role.MANAGER)
    assert len(accounts.everybody(manager)) == 2
    for deed in (
        lambda: accounts.add(manager, "X Y", Role.WORKER),
        lambda: accounts.reset(manager, "Lena Osei"),
        lambda: accounts.suspend(manager, "Lena Osei"),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert [row["deed"] for row in audit.entries(desk.store.vault, limit=3)] == ["refused"] * 3
    signing_in.leave(manager)


def test_a_password_changes_without_touching_the_store(desk: Desk) -> None:
    with pytest.raises(WrongKey):
        accounts.change_password(desk, "not the old one", PASSWORD + "x")
    accounts.change_password(desk, PASSWORD, PASSWORD + " new")
    path = desk.store.folder.path
    with pytest.raises(WrongKey):
        signing_in.sign_in(path, "Lena Osei", PASSWORD, desk.clock)
    later = signing_in.sign_in(path, "Lena Osei", PASSWORD + " new", desk.clock)
    assert audit.entries(later.store.vault)[0]["reason"] == "after 1 wrong passwords"
    signing_in.leave(later)


def test_the_recovery_key_gives_a_supervisor_a_new_password_once(folder: Path, clock: Clock) -> None:
    path = folder / "another"
    recovery_key = accounts.create(path, "Lena Osei", PASSWORD, clock, keys.TEST)
    fresh = accounts.recover(path, "lena osei", recovery_key.lower(), PASSWORD + " two", clock)
    assert fresh != recovery_key
    with pytest.raises(WrongKey, match="replaced"):
        accounts.recover(path, "Lena Osei", recovery_key, PASSWORD, clock)
    desk = signing_in.sign_in(path, "Lena Osei", PASSWORD + " two", clock)
    signing_in.leave(build.colleague(desk, "Tom Reed"))
    signing_in.leave(desk)
    for name in ("Tom Reed", "Nobody"):
        with pytest.raises(NotAllowed, match="supervisor's account"):
            accounts.recover(path, name, fresh, PASSWORD, clock)


def test_two_groups_of_the_recovery_key_are_typed_back(folder: Path, clock: Clock) -> None:
    path = folder / "another"
    groups = accounts.create(path, "Lena Osei", PASSWORD, clock, keys.TEST).split("-")
    desk = signing_in.sign_in(path, "Lena Osei", PASSWORD, clock)
    assert accounts.recovery_groups_wanted(desk) == (3, 7)
    assert not accounts.confirm_recovery(desk, {3: groups[2], 7: "XXX"})
    assert accounts.recovery_groups_wanted(desk) == (3, 7)
    assert accounts.confirm_recovery(desk, {3: groups[2].lower(), 7: f" {groups[6]} "})
    assert accounts.recovery_groups_wanted(desk) == ()
    signing_in.leave(desk)


def test_wrong_passwords_are_counted_and_slowed(desk: Desk, clock: Clock) -> None:
    path = desk.store.folder.path
    for name in ("Lena Osei", "Nobody") * 2:
        with pytest.raises(WrongKey, match="name or the password is wrong"):
            signing_in.sign_in(path, name, "wrong password", clock)
    with pytest.raises(WrongKey):
        signing_in.sign_in(path, "Lena Osei", "wrong password", clock)
    with pytest.raises(NotAllowed, match="Too many wrong passwords"):
        signing_in.sign_in(path, "Lena Osei", PASSWORD, clock)


def test_a_key_file_of_another_store_is_named(desk: Desk, folder: Path, clock: Clock) -> None:
    other = folder / "another"
    accounts.create(other, "Lena Osei", PASSWORD, clock, keys.TEST)
    path = desk.store.folder.path
    own = desk.store.folder.keys.read_bytes()
    desk.store.folder.keys.write_bytes((other / "desk.vault.keys").read_bytes())
    with pytest.raises(Damaged, match="first page"):
        signing_in.sign_in(path, "Lena Osei", PASSWORD, clock)
    mixed = json.loads(own)
    for change in ({"check": "0" * 64}, {}):
        desk.store.folder.keys.write_text(json.dumps(mixed | change))
        if change:
            with pytest.raises(Damaged, match="does not belong"):
                signing_in.sign_in(path, "Lena Osei", PASSWORD, clock)
    signing_in.leave(signing_in.sign_in(path, "Lena Osei", PASSWORD, clock))


def test_a_vault_with_another_number_is_refused(desk: Desk, clock: Clock) -> None:
    with desk.writing() as work:
        work.set("vault_id", "other")
    with pytest.raises(Damaged, match="does not belong"):
        signing_in.sign_in(desk.store.folder.path, "Lena Osei", PASSWORD, clock)
    with desk.writing() as work:
        work.set("vault_id", desk.store.vault_id)


def test_a_newer_store_is_left_alone(desk: Desk, clock: Clock) -> None:
    desk.store.vault.sql("PRAGMA user_version = 99")
    with pytest.raises(TooNew, match="newer RISE Desk"):
        signing_in.sign_in(desk.store.folder.path, "Lena Osei", PASSWORD, clock)


def test_an_account_that_is_not_inside_the_vault_opens_nothing(desk: Desk, clock: Clock) -> None:
    signing_in.leave(build.colleague(desk, "Tom Reed"))
    desk.store.vault.sql("DELETE FROM account WHERE name = 'Tom Reed'")
    with pytest.raises(WrongKey):
        signing_in.sign_in(desk.store.folder.path, "Tom Reed", PASSWORD, clock)


def test_strength_follows_the_memory_asked_for() -> None:
    assert accounts.strength(256) == keys.STRONG
    assert accounts.strength(64) == keys.RFC_MINIMUM
    assert accounts.strength(8) == keys.TEST
    assert accounts.strength(63).time_cost == keys.TEST.time_cost


def test_a_suggested_password_is_good_enough() -> None:
    assert accounts.password_problem(accounts.suggestion(), "Lena") == ""


def test_a_moved_clock_stands_still_and_another_goes_on() -> None:
    moved = Clock(datetime(2026, 11, 21, tzinfo=UTC))
    assert moved.now() == moved.now()
    first, second = moved.new_id(), moved.new_id()
    assert second > first
    assert abs(Clock().now() - datetime.now(UTC)) < timedelta(minutes=1)
