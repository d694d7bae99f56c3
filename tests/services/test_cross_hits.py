"""Cross-hits: the same phone, plate, name online, nickname or address elsewhere, never of whoever is restricted."""

import pytest

from rise_desk.domain import life
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import NotAllowed
from rise_desk.services import accounts, casework, merging, signing_in
from rise_desk.services.cross_hits import LOOKED_AT, SHOWN, Hits, added, hits, of_record
from rise_desk.services.desk import Desk
from tests import build


def _where(found: Hits) -> set[tuple[str, str, str]]:
    return {(each.name, each.kind, each.where) for each in found.shown}


def _named(desk: Desk, child: Person, name: str, sort: str = "", day: str = "10") -> MissingEpisode:
    """An episode in which somebody or something was named."""
    return build.episode(
        desk,
        child.id,
        f"2026-11-{day}T20:00+00:00",
        f"2026-11-{day}T22:00+00:00",
        found_with=(Mention(name=name, sort=sort),),
    )


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl with a phone, a nickname and an address."""
    return build.young_person(
        desk,
        aliases=(life.Alias(name="Maz"),),
        contact_numbers=(life.ContactNumber(number="07700 900123"),),
        addresses=(life.Address(lines="4 Mill Lane", postcode="NN1 4AB"),),
    )


NAMED = "named in missing episode, 10 November 2026 at 8:00pm"


@pytest.mark.parametrize("text", ["07700 900 123", "+44 7700 900123", "07700900123"])
def test_a_phone_is_found_in_files_things_and_where_it_was_named(desk: Desk, maisie: Person, text: str) -> None:
    build.phone(desk, "+447700900123")
    jade = build.young_person(desk, "Jade", "Ahmed")
    _named(desk, jade, "07700-900-123", "phone")
    found = hits(desk, "phone", text)
    assert (found.count, found.at_least, found.words) == (3, False, "also in 3 records")
    assert _where(found) == {
        ("Maisie Okafor", "child", "on file"),
        ("+447700900123", "phone", "on file"),
        ("Jade Ahmed", "child", NAMED),
    }
    assert found.shown[-1].where == NAMED


def test_a_plate_a_name_online_a_nickname_and_an_address(desk: Desk, maisie: Person) -> None:
    jade = build.young_person(desk, "Jade", "Ahmed")
    build.vehicle(desk, "ab12 cde")
    build.phone(desk, "@Shadow_99", handle_sort="handle")
    build.place(desk, "Mill House", lines="4 Mill Lane", postcode="NN1 4AB")
    for day, (name, sort) in enumerate(
        (("AB12CDE", "vehicle"), ("shadow_99", "handle"), ("maz", ""), ("4, Mill Lane NN1 4AB", "place")), 10
    ):
        _named(desk, jade, name, sort, str(day))
    for sort, text, kinds in (
        ("plate", "AB12 CDE", ["vehicle", "child"]),
        ("handle", "@shadow_99", ["handle", "child"]),
        ("name", "MAZ", ["child", "child"]),
        ("address", "4 mill lane nn1 4ab", ["place", "child", "child"]),
    ):
        assert [each.kind for each in hits(desk, sort, text).shown] == kinds, sort


@pytest.mark.parametrize(
    ("sort", "text"), [("phone", "12"), ("phone", ""), ("plate", "-"), ("name", "  "), ("address", "")]
)
def test_nothing_is_found_by_nothing(desk: Desk, maisie: Person, sort: str, text: str) -> None:
    build.vehicle(desk, "", colour="silver")
    assert hits(desk, sort, text) == Hits()
    assert Hits().words == ""


def test_where_it_was_typed_is_no_hit(desk: Desk, maisie: Person) -> None:
    _named(desk, maisie, "07700 900123", "phone")
    jade = build.young_person(desk, "Jade", "Ahmed")
    episode = _named(desk, jade, "07700 900123", "phone", "12")
    assert [each.name for each in hits(desk, "phone", "07700 900123", maisie.id).shown] == ["Jade Ahmed"]
    found = hits(desk, "phone", "07700 900123", episode.id)
    assert [each.name for each in found.shown] == ["Maisie Okafor", "Maisie Okafor"]
    assert hits(desk, "phone", "07700 900123", jade.id).count == 2


def test_nobody_restricted_is_named_or_counted(desk: Desk, maisie: Person) -> None:
    _named(desk, maisie, "AB12 CDE", "vehicle")
    build.vehicle(desk)
    with desk.writing() as work:
        work.put(maisie.changed(restricted=True), maisie)
    assert hits(desk, "phone", "07700 900123") == Hits()
    assert hits(desk, "name", "maz") == Hits()
    found = hits(desk, "plate", "AB12 CDE")
    assert (found.count, _where(found)) == (1, {("AB12 CDE", "vehicle", "on file")})


def test_what_was_withdrawn_is_no_hit(desk: Desk, maisie: Person) -> None:
    nobody = _named(desk, maisie, "Shadow")
    casework.withdraw(desk, nobody, "wrong child")
    assert hits(desk, "name", "shadow").count == 0


def test_a_merged_file_is_one_hit(desk: Desk, maisie: Person) -> None:
    second = build.young_person(desk, "Maisy", "Okafor", aliases=(life.Alias(name="Maz"),))
    merging.merge(desk, maisie, second, "the same girl")
    found = hits(desk, "name", "maz")
    assert (found.count, [each.subject for each in found.shown]) == (1, [maisie.id])
    assert hits(desk, "name", "maz", maisie.id).count == 0
    assert hits(desk, "name", "maz", second.id).count == 0


def test_too_many_are_counted_as_at_least_so_many(desk: Desk, maisie: Person) -> None:
    with desk.writing() as work:
        for number in range(LOOKED_AT - 1):
            made = Person(id=desk.clock.new_id(), known_as="Jay", family_name=str(number), roles=maisie.roles)
            work.put(made, None)
    found = hits(desk, "name", "Jay")
    assert (found.count, found.at_least, len(found.shown)) == (LOOKED_AT - 1, False, SHOWN)
    build.young_person(desk, "Jay", "")
    found = hits(desk, "name", "jay")
    assert (found.count, found.at_least, found.words) == (LOOKED_AT, True, "also in at least 100 records")


def test_all_that_a_file_says_is_looked_for(desk: Desk, maisie: Person) -> None:
    other = Person(
        id=desk.clock.new_id(),
        known_as="Maz",
        aliases=(life.Alias(name="Zed"),),
        contact_numbers=(life.ContactNumber(number="07700 900123"), life.ContactNumber(number="07700 900124")),
        addresses=(life.Address(lines="4 Mill Lane", postcode="NN1 4AB"), life.Address(postcode="NN1 4AB")),
    )
    found = of_record(desk, other)
    assert [text for text, _hits in found] == ["07700 900123", "Maz", "4 Mill Lane NN1 4AB"]
    assert {each.words for _text, each in found} == {"also in 1 record"}
    assert of_record(desk, maisie) == ()


def test_all_that_a_thing_or_an_entry_says_is_looked_for(desk: Desk, maisie: Person) -> None:
    car, twin = build.vehicle(desk), build.vehicle(desk, "AB12CDE")
    assert [(text, each.shown[0].subject) for text, each in of_record(desk, car)] == [("AB12 CDE", twin.id)]
    told = (Mention(name="Maz"), Mention(name="AB12 CDE", sort="vehicle"), Mention(name="Maz", sort="place"))
    episode = MissingEpisode(found_with=told)
    assert [(text, each.count) for text, each in of_record(desk, episode)] == [("Maz", 1), ("AB12 CDE", 2)]
    assert of_record(desk, build.note(desk, maisie.id)) == ()
    assessment = build.made_assessment(maisie.id, mentions=(Mention(name="ab12cde", sort="vehicle"),))
    assert [text for text, _hits in of_record(desk, assessment)] == ["ab12cde"]


def test_what_is_reserved_is_for_those_with_the_grant(desk: Desk, maisie: Person) -> None:
    nurse = build.colleague(desk, "Nurse Abara", grants=("health",))
    episode = _named(desk, maisie, "Shadow")
    assert hits(desk, "name", "shadow").count == 1
    desk.store.vault.sql("UPDATE involvement SET reserved = 'health' WHERE record = ?", (episode.id,))
    assert hits(desk, "name", "shadow") == Hits()
    assert hits(nurse, "name", "shadow").count == 1
    signing_in.leave(nurse)


def test_somebody_suspended_finds_nothing_more(desk: Desk, maisie: Person) -> None:
    worker = build.colleague(desk, "Tom Reed")
    accounts.suspend(desk, "Tom Reed")
    with pytest.raises(NotAllowed):
        hits(worker, "phone", "07700 900123")
    signing_in.leave(worker)


def test_only_what_an_act_added_is_told_anew(desk: Desk, maisie: Person) -> None:
    build.young_person(desk, "Jade", "Kelly", contact_numbers=(life.ContactNumber(number="07700 900123"),))
    other = build.adult(desk, aliases=(life.Alias(name="Maz"),))
    acts: list[Id] = []
    desk.listeners.append(lambda said: acts.append(said.act))
    held = casework.save(desk, other.changed(contact_numbers=(life.ContactNumber(number="07700 900123"),)))
    ((text, found),) = added(desk, acts[-1], held)
    assert (text, found.words) == ("07700 900123", "also in 2 records")
    held = casework.save(desk, held.changed(risk="Said to carry a knife."))
    assert added(desk, acts[-1], held) == ()
    new = build.adult(desk, "Kev", "Lunt", aliases=(life.Alias(name="maz"),))
    ((text, found),) = added(desk, acts[-1], new)
    assert (text, found.count) == ("maz", 2)
    with desk.writing() as work:
        work.put(maisie.changed(restricted=True), maisie)
    ((text, found),) = added(desk, acts[-1], new)
    assert (text, found.count) == ("maz", 1)
