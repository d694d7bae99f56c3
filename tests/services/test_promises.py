"""Promises that were once broken, each as it was found: what somebody could read, overwrite, forge or undo."""

from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.card import Wanted
from rise_desk.domain.contact import Concern
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id, Reference, Withdrawal
from rise_desk.domain.staff import Role
from rise_desk.errors import Invalid, NotAllowed, NotFound, Unavailable, WrongKey
from rise_desk.services import (
    accounts,
    casework,
    finding,
    overview,
    photos,
    references,
    saving,
    signing_in,
    unfinished,
    upkeep,
)
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, keyfile, keys
from tests import build
from tests.build import PASSWORD


def test_an_id_means_the_record_itself_before_anybody_s_reference(desk: Desk) -> None:
    ella = build.young_person(desk, "Ella")
    build.young_person(desk, "Finn", references=(Reference(source="export", ref=str(ella.id)),))
    said: dict[str, Any] = {"id": str(ella.id), "version": 1, "gender": "female"}
    assert casework.record(desk, "young_person", said) == ella.changed(gender="female", version=2)
    assert overview.person(desk, ella.id).given_name == "Ella"
    by_number = casework.record(desk, "young_person", {"id": ella.file_number, "version": 2, "known_as": "El"})
    assert by_number.id == ella.id


def test_a_recovered_supervisor_has_one_way_in_however_the_name_was_typed(folder: Path, clock: Clock) -> None:
    path = folder / "another"
    key = accounts.create(path, "Zoë Lee", PASSWORD, clock, keys.TEST)
    accounts.recover(path, "zoe lee", key, PASSWORD + " two", clock)
    signing_in.leave(signing_in.sign_in(path, "Zoë Lee", PASSWORD + " two", clock))
    with pytest.raises(WrongKey):
        signing_in.sign_in(path, "Zoë Lee", PASSWORD, clock)
    assert not path.joinpath("desk.vault.keys.1").exists()


def test_creating_beside_a_key_file_touches_nothing(desk: Desk, clock: Clock) -> None:
    folder = desk.store.folder
    signing_in.leave(desk)
    folder.vault.rename(folder.path / "elsewhere")
    before = folder.keys.read_bytes()
    with pytest.raises(Unavailable, match="records in this folder already"):
        accounts.create(folder.path, "Other", PASSWORD, clock, keys.TEST)
    assert folder.keys.read_bytes() == before


def test_a_file_somebody_asked_for_never_replaces_the_records(desk: Desk) -> None:
    folder = desk.store.folder
    for target in (folder.keys, folder.path / "new.pdf", folder.path / "second" / "x.pdf"):
        with pytest.raises(Unavailable, match="Save the file somewhere else"):
            saving.save_file(target, b"x")


def test_the_recovery_key_can_not_be_worked_out_or_confirmed_by_others(desk: Desk) -> None:
    assert len(desk.store.setting("recovery_groups")) == 64
    worker = build.colleague(desk, "Tom Reed")
    assert not accounts.confirm_recovery(worker, {})
    assert not accounts.confirm_recovery(desk, {})
    assert not accounts.confirm_recovery(desk, {3: "abc"})
    assert accounts.recovery_groups_wanted(desk) == (3, 7)
    signing_in.leave(worker)


def test_a_reserved_note_shows_in_nothing_that_everybody_sees(desk: Desk) -> None:
    person = build.young_person(desk)
    nurse = build.colleague(desk, "Nurse Abara", grants=("health",))
    seen = (Concern(subject=person.id, seen="seen_alone"),)
    note = build.note(nurse, person.id, concerns=seen, reserved="health", text="clinic")
    card = overview.card_of(desk, person.id)
    assert card is not None
    assert (card.last_seen, card.last_entry) == ("", "")
    assert overview.authors(desk, person.id) == ()
    assert overview.authors(nurse, person.id) == ("Nurse Abara",)
    with pytest.raises(NotFound):
        references.resolve(desk, str(note.id))
    for place in range(70):
        build.note(nurse, person.id, reserved="health", text=f"clinic {place}")
    opened = build.note(desk, person.id, text="clinic letter came")
    build.note(nurse, person.id, reserved="health", text="clinic again")
    assert [each.record for each in finding.find(desk, "clinic").hits] == [opened.id]
    assert upkeep.check(desk) == []
    signing_in.leave(nurse)


def test_a_correction_is_of_an_entry_one_can_read_about_the_same_people(desk: Desk) -> None:
    person, other = build.young_person(desk), build.young_person(desk, "Ben")
    nurse = build.colleague(desk, "Nurse Abara", grants=("health",))
    reserved = build.note(nurse, person.id, reserved="health")
    opened = build.note(desk, person.id)
    for who, corrects, about, values, words in (
        (desk, reserved.id, person.id, {}, "no such entry"),
        (desk, person.id, person.id, {}, "no such entry"),
        (desk, Id(77), person.id, {}, "no such entry"),
        (desk, opened.id, other.id, {}, "must concern somebody"),
        (nurse, opened.id, person.id, {"reserved": "health"}, "same readers"),
    ):
        with pytest.raises(Invalid, match=words):
            build.note(who, about, corrects=corrects, **values)
    assert build.note(nurse, person.id, corrects=reserved.id, reserved="health").corrects == reserved.id
    signing_in.leave(nurse)


def test_a_withdrawal_is_signed_by_whoever_makes_it_and_undone_by_them_or_a_manager(desk: Desk) -> None:
    worker = build.colleague(desk, "Tom Reed")
    person = build.young_person(desk)
    note = build.note(worker, person.id)
    forged = Withdrawal(at=Moment("2020"), by="Somebody", why="x")
    withdrawn = casework.save(desk, note.changed(withdrawn=forged))
    assert withdrawn.withdrawn is not None
    assert (withdrawn.withdrawn.by, withdrawn.withdrawn.at[:4]) == ("Lena Osei", "2026")
    with pytest.raises(NotAllowed):
        casework.save(worker, withdrawn.changed(withdrawn=None))
    again = casework.save(desk, withdrawn.changed(withdrawn=None))
    own = casework.withdraw(worker, again, "mine")
    assert casework.save(worker, own.changed(withdrawn=None)).withdrawn is None
    with pytest.raises(Invalid, match="then withdraw it"):
        build.note(desk, person.id, withdrawn=forged)
    signing_in.leave(worker)


def test_one_name_has_one_account_and_a_code_is_no_password(desk: Desk) -> None:
    accounts.add(desk, "New Bob", Role.SUPERVISOR)
    with pytest.raises(Invalid, match="already"):
        accounts.add(desk, "new bob", Role.WORKER)
    code = accounts.reset(desk, "New Bob")
    bob = signing_in.sign_in(desk.store.folder.path, "New Bob", code, desk.clock, code_ok=True)
    with pytest.raises(NotAllowed, match="password of your own"):
        overview.people(bob, Wanted())
    for same in (code, code.lower()):
        with pytest.raises(Invalid, match="not the one you have now"):
            accounts.change_password(bob, code, same)
    signing_in.leave(bob)


def test_closing_a_way_in_closes_the_older_key_files_too(desk: Desk) -> None:
    signing_in.leave(build.colleague(desk, "Tom Reed"))
    older = desk.store.folder.keys.with_name("desk.vault.keys.1")
    assert older.exists()
    accounts.suspend(desk, "Tom Reed")
    assert not older.exists()
    keyfile.forget_older(desk.store.folder.keys)


def test_a_supervisor_entrusts_roles_and_grants(desk: Desk) -> None:
    worker = build.colleague(desk, "Tom Reed")
    accounts.entrust(desk, "tom reed", Role.MANAGER, ["health"])
    assert [(each.role, set(each.grants)) for each in accounts.everybody(desk)][1] == (Role.MANAGER, {"health"})
    accounts.entrust(desk, "Lena Osei", Role.SUPERVISOR, ["health"])
    assert desk.who.grants == {"health"}
    with pytest.raises(NotAllowed, match="your own role"):
        accounts.entrust(desk, "Lena Osei", Role.WORKER, [])
    with pytest.raises(Invalid, match="no grant called"):
        accounts.entrust(desk, "Tom Reed", Role.WORKER, ["magic"])
    with pytest.raises(NotAllowed):
        accounts.entrust(worker, "Tom Reed", Role.SUPERVISOR, [])
    signing_in.leave(worker)


def test_one_reference_is_one_record_s_and_may_hold_slashes(desk: Desk) -> None:
    first = build.young_person(desk, references=(Reference(source="police", ref="REF/2026/12"),))
    assert references.resolve(desk, "police/REF/2026/12") == first.id
    with pytest.raises(Invalid, match="another record's reference"):
        build.young_person(desk, "Ben", references=first.references)
    casework.withdraw(desk, first, "entered twice")
    assert build.young_person(desk, "Ben", references=first.references).version == 1


def test_carers_and_household_are_named_by_reference(desk: Desk) -> None:
    mother = casework.record(desk, "adult", {"given_name": "Ann", "family_name": "Okafor"})
    said: dict[str, Any] = {"given_name": "Maz", "carers": [{"name": "Ann", "person": "26-0001"}, {"name": "Sam"}]}
    child = casework.record(desk, "young_person", said)
    assert [each.person for each in overview.person(desk, child.id).carers] == [mother.id, 0]
    with pytest.raises(Invalid) as refused:
        casework.record(desk, "young_person", {**said, "carers": [{"name": "X", "person": "V99"}]})
    assert list(refused.value.fields) == ["carers"]
    with pytest.raises(Invalid):
        casework.record(desk, "young_person", {**said, "carers": ["Ann"]})


def test_a_picture_belongs_to_one_file(desk: Desk, tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (20, 20)).save(tmp_path / "p.jpg")
    person = photos.add(desk, build.young_person(desk), tmp_path / "p.jpg")
    other = build.young_person(desk, "Ben")
    for number in (person.photo, Id(77)):
        with pytest.raises(Invalid, match="from a picture file"):
            casework.save(desk, other.changed(photo=number))
    assert casework.save(desk, person.changed(known_as="M")).photo == person.photo


def test_what_holds_is_told_by_its_dates(desk: Desk) -> None:
    person = build.young_person(
        desk,
        addresses=(life.Address(lives="foster_care", until=Moment("2027-03")),),
        allocations=(
            life.Allocation(worker="Ana", role="key_worker"),
            life.Allocation(worker="Tom", role="key_worker", since=Moment("2027")),
        ),
        case_spells=(
            life.CaseSpell(state="closed", since=Moment("2026-05")),
            life.CaseSpell(state="referred", since=Moment("2025")),
        ),
        warnings=(life.StandingWarning(warning="may_be_outed", until=Moment("2027"), review_on=Moment("2026-12-01")),),
    )
    card = overview.card_of(desk, person.id)
    assert card is not None
    assert (card.lives, card.key_worker, card.case_state, card.warnings) == ("foster_care", "Ana", "closed", 1)
    assert len(overview.due_lines(desk)) == 1
    casework.withdraw(desk, overview.person(desk, person.id), "entered twice")
    assert overview.due_lines(desk) == []
    assert upkeep.check(desk) == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"merged_into": Id(5)}, "merged_into"),
        ({"date_of_birth": Moment("2012-05-01T10:00+00:00")}, "date_of_birth"),
        ({"roles": (life.DatedRole(role="of_concern"),), "date_of_birth": Moment("2008-11-22")}, "roles"),
    ],
)
def test_what_a_person_can_not_be(desk: Desk, values: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        build.young_person(desk, **values)
    assert list(refused.value.fields) == [field]


def test_an_adult_of_concern_is_eighteen(desk: Desk) -> None:
    of_concern = (life.DatedRole(role="of_concern"),)
    assert build.young_person(desk, roles=of_concern, date_of_birth=Moment("2008-11-21")).kind == "adult"


def test_nobody_drops_another_s_unfinished_form(desk: Desk) -> None:
    worker = build.colleague(desk, "Tom Reed")
    person = build.young_person(desk)
    draft = unfinished.keep(worker, Id(0), "contact_note", person.id, {"text": "half"})
    unfinished.drop(desk, draft)
    assert unfinished.keep(desk, draft, "contact_note", person.id, {"text": "other"}) != draft
    assert [each.typed["text"] for each in unfinished.mine(worker)] == ["half"]
    signing_in.leave(worker)


def test_people_are_found_by_phone_postcode_and_number(desk: Desk) -> None:
    person = build.young_person(
        desk,
        contact_numbers=(life.ContactNumber(number="07700 900123"),),
        addresses=(life.Address(postcode="NN14 9ZZ"),),
        identifiers=(life.Identifier(system="nhs", value="999 000 0018"),),
    )
    for said in ("07700900123", "+44 7700 900123", "nn149zz", "9990000018", "okafor"):
        assert [each.subject for each in finding.find(desk, said).hits] == [person.id], said


def test_a_loss_is_accepted_only_where_there_is_one(desk: Desk) -> None:
    before = audit.last(desk.store.vault)
    upkeep.accept_loss(desk, "nothing")
    assert audit.last(desk.store.vault) == before


def test_an_anchor_somebody_spoilt_is_still_read(desk: Desk) -> None:
    for path in desk.store.folder.anchors:
        path.write_text('{"seq": 99999, "hash": "x", "at": "never"}')
    assert "saved up to never are missing" in desk.store.gap()
