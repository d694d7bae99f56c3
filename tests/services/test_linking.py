"""Links as they read from one end: newest first, without withdrawn ones and without whoever is restricted."""

import pytest

from rise_desk.domain.link import Link
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import NotAllowed, NotFound
from rise_desk.services import casework, merging, thing_merging
from rise_desk.services.desk import Desk
from rise_desk.services.linking import how_many, links_of
from tests import build


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl."""
    return build.young_person(desk)


@pytest.fixture
def pike(desk: Desk) -> Person:
    """A man of concern."""
    return build.adult(desk)


def _read(desk: Desk, subject: int) -> list[tuple[str, str]]:
    return [(each.reads, each.name) for each in links_of(desk, Id(subject))]


def test_each_end_reads_it_in_its_own_words_newest_first(desk: Desk, maisie: Person, pike: Person) -> None:
    kebabs = build.place(desk)
    build.link(desk, pike, "exploited", maisie, since="2026-05")
    build.link(desk, maisie, "seen_at", kebabs, since="2026-11-01")
    build.link(desk, pike, "runs", kebabs)
    build.link(desk, maisie, "relative", build.young_person(desk, "Amy"), since="2019", detail="sister")
    assert _read(desk, maisie.id) == [
        ("seen at", "Kebab Corner"),
        ("was exploited by", "Darren Pike"),
        ("relative (sister)", "Amy Okafor"),
    ]
    assert _read(desk, pike.id) == [("owns or runs", "Kebab Corner"), ("exploited", "Maisie Okafor")]
    assert _read(desk, kebabs.id) == [("owned or run by", "Darren Pike"), ("sighting of", "Maisie Okafor")]
    assert [each.kind for each in links_of(desk, maisie.id)] == ["place", "adult", "child"]
    assert [how_many(desk, each.id) for each in (maisie, pike, kebabs)] == [3, 2, 2]
    assert links_of(desk, maisie.id)[1].other == pike.id


def test_a_link_names_the_record_it_comes_from(desk: Desk, maisie: Person, pike: Person) -> None:
    note = build.note(desk, maisie.id)
    build.link(desk, pike, "exploited", maisie, said_in=note.id)
    (told,) = links_of(desk, maisie.id)
    assert told.source == "Contact note, 20 November 2026 at 10:00am"
    casework.withdraw(desk, note, "wrong child")
    assert links_of(desk, maisie.id)[0].source == ""


def test_withdrawn_links_are_not_told(desk: Desk, maisie: Person, pike: Person) -> None:
    made = build.link(desk, pike, "exploited", maisie)
    casework.withdraw(desk, made, "another man")
    assert (links_of(desk, maisie.id), how_many(desk, maisie.id)) == ((), 0)


def test_nobody_restricted_is_told_or_counted(desk: Desk, maisie: Person, pike: Person) -> None:
    jade = build.young_person(desk, "Jade", "Ahmed")
    build.link(desk, pike, "exploited", maisie)
    build.link(desk, pike, "exploited", jade)
    with desk.writing() as work:
        work.put(jade.changed(restricted=True), jade)
    assert _read(desk, pike.id) == [("exploited", "Maisie Okafor")]
    assert how_many(desk, pike.id) == 1
    for deed in (links_of, how_many):
        with pytest.raises(NotAllowed, match="restricted to named people"):
            deed(desk, jade.id)
        with pytest.raises(NotFound):
            deed(desk, Id(7))


def test_merged_files_have_their_links_together(desk: Desk, maisie: Person, pike: Person) -> None:
    second = build.adult(desk, "Daz", "", how_well_known="given_name_or_alias_only")
    jade = build.young_person(desk, "Jade", "Ahmed")
    build.link(desk, second, "groomed", jade)
    build.link(desk, pike, "exploited", maisie)
    build.link(desk, pike, "friend_or_associate", second)
    merging.merge(desk, pike, second, "the same man")
    for number in (pike.id, second.id):
        assert set(_read(desk, number)) == {("groomed", "Jade Ahmed"), ("exploited", "Maisie Okafor")}
    assert [(each.reads, each.other) for each in links_of(desk, jade.id)] == [("was groomed by", pike.id)]


def test_merged_things_have_their_links_together(desk: Desk, maisie: Person, pike: Person) -> None:
    one, other = build.phone(desk), build.phone(desk, "+44 7700 900123")
    build.link(desk, pike, "uses", one)
    build.link(desk, maisie, "uses", other)
    thing_merging.merge(desk, one, other, "the same phone")
    for number in (one.id, other.id):
        assert set(_read(desk, number)) == {("used by", "Darren Pike"), ("used by", "Maisie Okafor")}
    assert [each.other for each in links_of(desk, maisie.id)] == [one.id]


def test_the_record_is_there_to_be_changed(desk: Desk, maisie: Person, pike: Person) -> None:
    build.link(desk, pike, "exploited", maisie)
    (told,) = links_of(desk, maisie.id)
    casework.save(desk, told.link.changed(confidence="probable"))
    (again,) = links_of(desk, pike.id)
    assert isinstance(again.link, Link)
    assert (again.link.confidence, again.link.version) == ("probable", 2)
