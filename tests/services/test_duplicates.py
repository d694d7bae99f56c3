"""Search before create: who may be the same person is found by every sort of slip, and going on needs a reason."""

from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.agenda import NOT_RULED
from rise_desk.domain.likeness import Strength
from rise_desk.domain.merging import Whole
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.errors import Invalid
from rise_desk.services import casework, duplicates, merging, overview
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from rise_desk.storage.indexes import card, keys
from rise_desk.storage.record_rows import PersonRow
from rise_desk.storage.tables import ActRow
from tests import build

NHS = "999 000 0018"
BORN = Moment("2010-03-05")


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """Maisie, with all that can give somebody away."""
    return build.young_person(
        desk,
        date_of_birth=BORN,
        identifiers=(life.Identifier(system="nhs", value=NHS),),
        contact_numbers=(life.ContactNumber(number="07700 900123"),),
        addresses=(life.Address(lines="4 Mill Lane", postcode="NN1 4AB"),),
        aliases=(life.Alias(name="Mimi Reid"),),
    )


def _typed(desk: Desk, given: str = "", family: str = "", born: str = "", **known: Any) -> Person:
    roles = (life.DatedRole(role="at_risk"),)
    return Person(
        id=desk.clock.new_id(), given_name=given, family_name=family, date_of_birth=Moment(born), roles=roles, **known
    )


@pytest.mark.parametrize(
    ("given", "family", "born", "strength"),
    [
        ("Maisie", "Okafor", "2010-03-05", Strength.CERTAIN),
        ("okafor", "MAISIE", "2010-03-05", Strength.CERTAIN),
        ("Maysee", "Okaffor", "2010-03-05", Strength.LIKELY),
        ("Maisie", "Okafor", "2010-05-03", Strength.LIKELY),
        ("Mimi", "Reid", "2010-03-05", Strength.LIKELY),
        ("Maisie", "Okafor", "", Strength.LIKELY),
        ("Maysee", "Okaffor", "", Strength.LIKELY),
        ("Jade", "Okafor", "2010-03-05", Strength.POSSIBLE),
    ],
)
def test_every_slip_is_found(
    desk: Desk, maisie: Person, given: str, family: str, born: str, strength: Strength
) -> None:
    (found,) = duplicates.likely(desk, _typed(desk, given, family, born))
    assert (found.person, found.strength) == (maisie, strength)


@pytest.mark.parametrize(
    "known",
    [
        {"identifiers": (life.Identifier(system="nhs", value="9990000018"),)},
        {"family": "Okafor", "contact_numbers": (life.ContactNumber(number="+44 7700 900123"),)},
        {"family": "Okafor", "addresses": (life.Address(lines="4 mill lane", postcode="nn1 4ab"),)},
    ],
)
def test_numbers_phones_and_addresses_find_too(desk: Desk, maisie: Person, known: dict[str, Any]) -> None:
    assert [each.person for each in duplicates.likely(desk, _typed(desk, **known))] == [maisie]


@pytest.mark.parametrize(
    ("given", "family", "born"),
    [("", "", ""), ("Maisie", "", ""), ("Jade", "Whitlock", "2010-03-05"), ("Maysee", "Okaffor", "2011-03-06")],
)
def test_nobody_is_named_for_too_little(desk: Desk, maisie: Person, given: str, family: str, born: str) -> None:
    assert duplicates.likely(desk, _typed(desk, given, family, born)) == ()


def test_the_likeliest_comes_first_and_nobody_is_like_themselves(desk: Desk, maisie: Person) -> None:
    sister = build.young_person(desk, "Jade", "Okafor", date_of_birth=BORN)
    found = duplicates.likely(desk, _typed(desk, "Maisie", "Okafor", BORN))
    assert [each.person for each in found] == [maisie, sister]
    assert len(duplicates.likely(desk, _typed(desk, "Maisie", "Okafor", BORN), limit=1)) == 1
    assert [each.person for each in duplicates.likely(desk, maisie)] == [sister]


def test_a_second_file_is_opened_only_with_a_reason(desk: Desk, maisie: Person) -> None:
    second = _typed(desk, "Maisie", "Okafor", BORN)
    with pytest.raises(Invalid) as refused:
        casework.save(desk, second)
    assert refused.value.fields == {
        "duplicates": f"This may be somebody already on file: {maisie.file_number} Maisie Okafor "
        "(same name, same date of birth). Open that file, or say why this is another person."
    }
    with pytest.raises(Invalid):
        casework.save(desk, second, reason="  ")
    saved = casework.save(desk, second, reason="Her cousin of the same name")
    assert audit.entries(desk.store.vault, record=saved.id)[0]["reason"] == "Her cousin of the same name"
    newest = desk.store.vault.rows(ActRow.select(ActRow.reason).order_by(ActRow.id.desc()).limit(1))
    assert newest[0][0] == "Her cousin of the same name"


def test_a_possible_one_is_told_and_not_refused(desk: Desk, maisie: Person) -> None:
    casework.save(desk, _typed(desk, "Maisie", "Okafor", "2012-07-01"))
    casework.save(desk, _typed(desk, known_as="Mimi Reid"))
    changed = casework.save(desk, maisie.changed(background="Lives with her aunt."))
    assert changed.version == 2


def test_the_record_verb_is_refused_too(desk: Desk, maisie: Person) -> None:
    said = {"given_name": "Maisie", "family_name": "Okafor", "date_of_birth": "5 March 2010"}
    with pytest.raises(Invalid, match="already on file"):
        casework.record(desk, "young_person", said)
    assert casework.record(desk, "young_person", said, reason="A cousin").version == 1


def test_a_merged_child_is_found_by_what_either_file_says_and_named_once(desk: Desk, maisie: Person) -> None:
    other = build.young_person(desk, "Tasha", "Bellamy", date_of_birth=Moment("2010-04-09"))
    merging.merge(desk, maisie, other, "One girl")
    (found,) = duplicates.likely(desk, _typed(desk, "Tasha", "Bellamy"))
    assert (found.person.id, found.person.file_number) == (maisie.id, maisie.file_number)
    assert duplicates.likely(desk, overview.person(desk, maisie.id)) == ()


def test_withdrawn_and_restricted_people_are_never_named(desk: Desk, maisie: Person) -> None:
    typed = _typed(desk, "Maisie", "Okafor", BORN)
    hidden = build.young_person(desk, "Jade", "Whitlock", date_of_birth=BORN)
    vault = desk.store.vault
    vault.do(PersonRow.update(restricted=True).where(PersonRow.id == hidden.id))
    card.write(vault, Whole(main=hidden.changed(restricted=True)), NOT_RULED)
    keys.write(vault, hidden.changed(restricted=True), hidden)
    like_hidden = _typed(desk, "Jade", "Whitlock", BORN)
    assert duplicates.likely(desk, like_hidden) == ()
    assert duplicates.likely_among(desk, [like_hidden]) == {}
    casework.withdraw(desk, maisie, "Opened by mistake")
    assert duplicates.likely(desk, typed) == ()
    assert duplicates.likely_among(desk, [typed]) == {}
    assert casework.save(desk, typed).version == 1


def test_many_are_looked_up_at_once(desk: Desk, maisie: Person) -> None:
    jade = build.young_person(desk, "Jade", "Whitlock")
    rows = [
        _typed(desk, "Maysee", "Okaffor", BORN),
        _typed(desk, "Jade", "Whitlock"),
        _typed(desk, "Tom", "Bellamy", BORN),
        _typed(desk, "Maisie", "Okafor", "2011-03-06"),
        _typed(desk, identifiers=(life.Identifier(system="nhs", value=NHS),)),
        _typed(desk),
    ]
    found = duplicates.likely_among(desk, rows)
    assert {each: [one.person for one in alike] for each, alike in found.items()} == {
        rows[0].id: [maisie],
        rows[1].id: [jade],
        rows[4].id: [maisie],
    }
    assert duplicates.likely_among(desk, []) == {}
