"""Finding in notes, and the order of what is found: the newest first, one's own before others, and no secrets."""

from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.agenda import NOT_RULED
from rise_desk.domain.contact import Concern
from rise_desk.domain.merging import Whole
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import NotAllowed
from rise_desk.services import casework, finding, found_people, merging
from rise_desk.services.desk import Desk
from rise_desk.services.finding import Hit
from rise_desk.storage.indexes import card, keys, words
from rise_desk.storage.record_rows import PersonRow
from tests import build


def notes(desk: Desk, text: str) -> list[Id]:
    return [each.record for each in finding.find(desk, text).notes]


def files(desk: Desk, text: str, recent: tuple[Id, ...] = ()) -> list[str]:
    return [each.name for each in finding.find(desk, text, recent).files]


def restrict(desk: Desk, person: Person) -> None:
    vault, hidden = desk.store.vault, person.changed(restricted=True)
    vault.do(PersonRow.update(restricted=True).where(PersonRow.id == hidden.id))
    card.write(vault, Whole(main=hidden), NOT_RULED)
    keys.write(vault, hidden, person)
    words.write(vault, hidden, person)


def test_notes_are_found_newest_first_with_the_words_around(desk: Desk) -> None:
    person = build.young_person(desk)
    first = build.note(desk, person.id, text="She rang from the bus station. " + "And then more. " * 30)
    second = build.note(desk, person.id, text="Quiet.", own_words="He waits at the BUS Station, love.")
    newest, older = finding.find(desk, "bus sta").notes
    assert (newest.record, older.record) == (second.id, first.id)
    assert (newest.found_in, older.found_in) == ("note, own words", "note, what happened")
    assert newest.excerpt == "He waits at the BUS Station, love."
    assert [newest.excerpt[start:end] for start, end in newest.spans] == ["BUS", "Station,"]
    assert older.excerpt.endswith(" …")
    assert (older.name, older.subject, older.aside) == ("Maisie Okafor", person.id, "20 November 2026 at 10:00am")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the river", True),
        ("river the", True),
        ("riv", True),
        ("riv the", True),
        ('"the river"', True),
        ('"river the"', False),
        ('"by the riv"', False),
        ('"by the riv', True),
        ("river -canal", True),
        ("river -swans", False),
        ("river -sw", True),
        ("Café", True),
        ("cafe", True),
        ("07700 900456", True),
        ("+447700900456", True),
        ("07700 900", True),
        ("nn3 8", True),
        ("NN38QQ", True),
        ("ab12cde", True),
        ("lake", False),
        ("rivers", False),
        ("old mill", True),
        ("aunt jo", True),
    ],
)
def test_what_a_note_is_found_by(desk: Desk, text: str, told: bool) -> None:
    person = build.young_person(desk, "Quill", "Feather")
    said = "By the river with swans, near the café: car AB12 CDE, phone 07700 900456, at NN3 8QQ."
    build.note(desk, person.id, text=said, place="Old Mill", also_present="Aunt Jo")
    assert bool(notes(desk, text)) is told


def test_a_name_and_words_find_the_notes_about_somebody(desk: Desk) -> None:
    siobhan, other = build.young_person(desk, "Siobhán", "Keane"), build.young_person(desk, "Jade", "Bell")
    hers = build.note(desk, siobhan.id, text="Came to the clinic with her aunt.")
    theirs = build.note(desk, other.id, text="Came to the clinic alone.")
    assert notes(desk, "siobhan clinic") == [hers.id]
    assert notes(desk, "clinic keane") == [hers.id]
    assert notes(desk, "siobhan keane clin") == [hers.id]
    assert notes(desk, "clinic") == [theirs.id, hers.id]
    assert notes(desk, "siobhan zebra") == []
    merged = merging.merge(desk, siobhan, other, "the same child")
    assert merged is not None
    assert notes(desk, "jade clinic") == [theirs.id, hers.id]
    assert {each.subject for each in finding.find(desk, "clinic").notes} == {siobhan.id}


def test_a_merged_file_is_found_as_the_main_one(desk: Desk) -> None:
    main, other = build.young_person(desk, "Siobhán", "Keane"), build.young_person(desk, "Shannon", "Cain")
    merging.merge(desk, main, other, "the same child")
    for text in ("shannon", "cain", "shannon keane", "siobhan", "26-0002", "keane cain"):
        assert [each.subject for each in finding.find(desk, text).files] == [main.id], text
    assert finding.find(desk, "shannon").files[0].found_in.startswith("alias Shannon Cain")


def test_withdrawn_and_corrected_notes_are_found_and_say_so(desk: Desk) -> None:
    person = build.young_person(desk)
    wrong = build.note(desk, person.id, text="A zebra, first.")
    build.note(desk, person.id, text="A zebra, rightly.", corrects=wrong.id)
    gone = build.note(desk, person.id, text="A zebra, for another child.")
    casework.withdraw(desk, gone, "wrong child")
    said = [each.standing for each in finding.find(desk, "zebra").notes]
    assert said == ["withdrawn", "", "put right by a later note"]


def test_a_note_about_several_names_those_it_may(desk: Desk) -> None:
    one, two, hidden = (build.young_person(desk, name) for name in ("Ann", "Bo", "Cy"))
    both = build.note(desk, one.id, two.id, hidden.id, text="All three met.", concerns=_of(one, two, hidden))
    build.note(desk, hidden.id, text="Alone they met.")
    restrict(desk, hidden)
    (hit,) = finding.find(desk, "met").notes
    assert (hit.record, hit.name) == (both.id, "Ann Okafor, Bo Okafor")
    assert files(desk, "cy") == []
    assert [each.name for each in finding.find(desk, "okafor").hits] == ["Ann Okafor", "Bo Okafor"]


def _of(*people: Person) -> tuple[Concern, ...]:
    return tuple(Concern(subject=each.id) for each in people)


def test_notes_that_may_not_be_shown_never_stand_in_the_way(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    hidden, person = build.young_person(desk, "Cy"), build.young_person(desk)
    old = build.note(desk, person.id, text="They met.")
    for number in range(12):
        build.note(desk, hidden.id, text=f"They met, {number}.")
    restrict(desk, hidden)
    for further in (1, 2, 3, 11, 200):
        monkeypatch.setattr(finding, "FURTHER", further)
        found = finding.find(desk, "met", notes=2)
        assert [each.record for each in found.notes] == [old.id]
        assert not found.more


def test_a_withdrawn_person_is_not_offered_but_a_note_about_them_is(desk: Desk) -> None:
    person = build.young_person(desk, background="Saw a zebra.")
    note = build.note(desk, person.id, text="Met a giraffe.")
    assert files(desk, "zebra") == ["Maisie Okafor"]
    casework.withdraw(desk, person, "entered twice")
    assert files(desk, "zebra") == []
    assert files(desk, "okafor") == []
    assert notes(desk, "giraffe") == [note.id]


def test_reserved_notes_are_for_those_with_the_grant(desk: Desk) -> None:
    nurse = build.colleague(desk, "Nurse Abara", grants=("health",))
    note = build.note(nurse, build.young_person(desk).id, text="clinic", reserved="health")
    assert notes(nurse, "clinic") == [note.id]
    assert notes(desk, "clinic") == []
    assert notes(desk, "maisie clinic") == []


def test_older_notes_are_fetched_page_by_page(desk: Desk) -> None:
    person = build.young_person(desk)
    made = [build.note(desk, person.id, text=f"Phone call {number}.").id for number in range(12)]
    found = finding.find(desk, "phone", notes=5)
    assert [each.record for each in found.notes] == made[:-6:-1]
    assert found.more
    next_five, more = finding.older_notes(desk, found, found.notes[-1], 5)
    assert [each.record for each in next_five] == made[6:1:-1]
    assert more
    last, more = finding.older_notes(desk, found, next_five[-1], 5)
    assert [each.record for each in last] == made[1::-1]
    assert not more
    assert not finding.find(desk, "phone", notes=12).more


def test_the_order_of_files(desk: Desk) -> None:
    mine = (life.Allocation(worker="Lena Osei", role="key_worker"),)
    people: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("Annabel", "Reyes", {}),
        ("Ann", "Old", {}),
        ("Ann", "Busy", {}),
        ("Ann", "Mine", {"allocations": mine}),
        ("Joann", "Ford", {}),
        ("Anne", "Bell", {"allocations": mine}),
    )
    for given, family, more in people:
        person = build.young_person(desk, given, family, **more)
        if family == "Busy":
            build.note(desk, person.id, text="Seen.")
    expected = ["Ann Mine", "Ann Busy", "Ann Old", "Anne Bell", "Annabel Reyes", "Joann Ford"]
    assert files(desk, "ann") == expected
    old = next(each for each in finding.find(desk, "ann").files if each.name == "Ann Old")
    assert files(desk, "ann", (Id(5), old.subject))[:2] == ["Ann Old", "Ann Mine"]


def test_a_crowd_is_put_in_order_by_those_who_come_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = (life.Allocation(worker="Lena Osei", role="key_worker"),)
    made = [build.young_person(desk, "Ann", f"Bell{number:02}") for number in range(12)]
    build.note(desk, made[3].id, text="Seen.")
    own = build.young_person(desk, "Annie", "Mine", allocations=mine)
    everybody = files(desk, "ann")
    for most in (0, 12, 13):
        monkeypatch.setattr(found_people, "MOST_COMPARED", most)
        assert files(desk, "ann")[0] == everybody[0] == "Ann Bell03"
        assert files(desk, "bell")[0] == "Ann Bell03"
        assert len(files(desk, "ann")) == finding.FILES
        assert files(desk, "a")[0] == "Annie Mine"
        assert files(desk, "ann", (own.id,))[0] == "Annie Mine"


def test_a_search_is_written_down_once_with_what_was_opened(desk: Desk) -> None:
    person = build.young_person(desk)
    before = desk.store.vault.sql("SELECT count(*) FROM audit")
    (hit,) = finding.find(desk, "maisie").files
    assert desk.store.vault.sql("SELECT count(*) FROM audit") == before
    finding.note(desk, " maisie\x00\ud800\n" + "x" * 500, hit)
    finding.note(desk, "zebra")
    rows = desk.store.vault.sql("SELECT kind, record, subject, reason FROM audit WHERE deed = 'search' ORDER BY seq")
    assert rows[0][:3] == (Person.KIND, person.id, person.id)
    assert rows[0][3].startswith("maisie   xxx")
    assert len(rows[0][3]) < finding.LONGEST_REASON
    assert rows[1] == ("", 0, 0, "zebra")


def test_only_files_are_asked_for_where_somebody_is_chosen(desk: Desk) -> None:
    person = build.young_person(desk, "Siobhán", "Keane")
    build.note(desk, person.id, text="Shivaun rang.")
    assert [each.subject for each in finding.people(desk, "shivaun")] == [person.id]
    assert finding.people(desk, " ") == ()


def test_nobody_searches_without_permission(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotAllowed("A worker may not search.")

    monkeypatch.setattr(Desk, "demand", refuse)
    hit = Hit(subject=Id(1), name="", record=Id(1), kind="", found_in="")
    for ask in (
        lambda: finding.find(desk, "x"),
        lambda: finding.people(desk, "x"),
        lambda: finding.older_notes(desk, finding.Found(), hit),
    ):
        with pytest.raises(NotAllowed):
            ask()
