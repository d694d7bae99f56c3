"""How several files of one human being read as one: blanks filled, lists joined, what differs told, nothing missing."""

from dataclasses import replace
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from rise_desk.domain import life, merging
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.merging import Whole, differences, joined
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, attributes

MAIN, OTHER = Id(1), Id(2)
WORDS = st.sampled_from(["", "Maisie", "Maisy", "Okafor", "O’Kafor", "Mimi", "12"])
DAYS = st.sampled_from([Moment(""), Moment("2010"), Moment("2010-03"), Moment("2010-03-27"), Moment("2011-04-01")])
SYSTEMS = st.sampled_from(["nhs", "police"])
PARTS = {
    "aliases": st.builds(life.Alias, name=WORDS),
    "roles": st.builds(life.DatedRole, role=st.sampled_from(["at_risk", "of_concern"]), since=DAYS),
    "case_spells": st.builds(life.CaseSpell, state=st.sampled_from(["referred", "open", "closed"]), since=DAYS),
    "allocations": st.builds(life.Allocation, worker=WORDS, role=st.just("key_worker"), since=DAYS),
    "addresses": st.builds(life.Address, lines=WORDS, since=DAYS),
    "identifiers": st.builds(life.Identifier, system=SYSTEMS, value=WORDS),
    "contact_numbers": st.builds(life.ContactNumber, number=WORDS),
    "warnings": st.builds(life.StandingWarning, warning=WORDS, review_on=DAYS),
}
TEXTS = ("given_name", "family_name", "known_as", "gender", "nationality", "sexuality", "source", "background")
STAMPED = {"recorded_at": DAYS, "recorded_by": WORDS}
PEOPLE = st.builds(
    Person,
    **{name: st.lists(part, max_size=2, unique=True).map(tuple) for name, part in PARTS.items()},
    **dict.fromkeys(TEXTS, WORDS),
    **STAMPED,
    date_of_birth=DAYS,
    photo=st.sampled_from([Id(0), Id(8), Id(9)]),
    photo_on=DAYS,
)


def _texts(person: Person, found: tuple[merging.Difference, ...]) -> set[Any]:
    """Everything that a joined file says of names, and all that is told beside it."""
    said = {person.given_name, person.family_name, person.known_as}
    said |= {word for alias in person.aliases for word in (alias.name, *alias.name.split())}
    return said | {each.other for each in found if isinstance(each.other, str)}


@example(
    Person(case_spells=(life.CaseSpell(state="referred", since=Moment("2010")),)),
    Person(case_spells=(life.CaseSpell(state="referred", since=Moment("2010-03")), life.CaseSpell(state="open"))),
)
@given(PEOPLE, PEOPLE)
def test_nothing_of_either_file_is_missing(one: Person, two: Person) -> None:
    main, other = one.changed(id=MAIN, file_number="26-0001"), two.changed(id=OTHER, file_number="26-0002")
    read, found = joined(main, [other]), differences(main, other)
    beside = {each.field: each.other for each in found}
    for each in attributes(Person):
        if each.stamp or each.name in merging.SILENT:
            continue
        for file in (main, other):
            value, told = getattr(file, each.name), getattr(read, each.name)
            if each.sort == "parts":
                left = beside.get(each.name, ())
                assert all(part in told or (file is other and part in left) for part in value), each.name
            elif each.name in merging.NAMES:
                assert not value or value in _texts(read, found), each.name
            elif each.long:
                assert value in told
            else:
                assert not value or value == told or (file is other and beside.get(each.name) == value), each.name
    assert (read.id, read.file_number, read.case_state()) == (main.id, main.file_number, read.case_state())
    if main.case_spells:
        assert read.case_state() == main.case_state()


@given(PEOPLE)
def test_a_file_by_itself_reads_as_it_is(one: Person) -> None:
    assert Whole(main=one).person == one
    assert joined(one, [one.changed(id=OTHER, aliases=())]).changed(aliases=one.aliases) == one


def _maisie(**known: Any) -> Person:
    return Person(id=MAIN, given_name="Maisie", family_name="Okafor", file_number="26-0001", **known)


def test_a_name_is_filled_where_its_other_half_agrees_and_else_kept_beside() -> None:
    other = Person(id=OTHER, given_name="Maisie", family_name="Reid", known_as="Mimi", file_number="26-0002")
    half = Person(id=MAIN, given_name="maisie")
    assert joined(half, [other]).name == "maisie Reid"
    assert joined(Person(id=MAIN, known_as="Maz"), [other]).name == "Maisie Reid"
    assert joined(Person(id=MAIN, given_name="Jade"), [other]).family_name == ""
    read = joined(_maisie(known_as="Maz"), [other])
    assert [(each.name, each.basis) for each in read.aliases] == [
        ("Maisie Reid", "name in file 26-0002"),
        ("Mimi", "name in file 26-0002"),
    ]


def test_the_picture_and_its_date_stay_together() -> None:
    other = Person(id=OTHER, photo=Id(9), photo_on=Moment("2026"))
    assert (joined(_maisie(), [other]).photo, joined(_maisie(), [other]).photo_on) == (9, "2026")
    read = joined(_maisie(photo=Id(8)), [other])
    assert (read.photo, read.photo_on) == (8, "")


def test_the_stricter_access_holds() -> None:
    for mine, theirs, read in (
        (None, True, True), (True, False, True), (False, None, False), (None, False, False), (None, None, None),
    ):  # fmt: skip
        assert joined(_maisie(restricted=mine), [Person(id=OTHER, restricted=theirs)]).restricted is read


def test_what_holds_last_is_what_the_main_file_says() -> None:
    mine, theirs = life.Address(lines="4 Mill Lane"), life.Address(lines="9 High Street")
    read = joined(_maisie(addresses=(mine,)), [Person(id=OTHER, addresses=(theirs,))])
    assert read.addresses == (theirs, mine)
    assert read.lives_now() == mine
    workers = [
        Person(id=Id(at), allocations=(life.Allocation(worker=who, role="key_worker"),))
        for at, who in ((1, "A"), (2, "B"))
    ]
    assert joined(workers[0], workers[1:]).key_worker() == "A"
    assert joined(workers[0], workers[1:]).workers() == ("B", "A")


def test_a_later_closing_of_the_other_file_does_not_close_the_case() -> None:
    main = _maisie(case_spells=(life.CaseSpell(state="open", since=Moment("2026-01-01")),))
    before = life.CaseSpell(state="closed", since=Moment("2025-05-01"))
    after = life.CaseSpell(state="closed", since=Moment("2026-05-01"))
    other = Person(id=OTHER, case_spells=(before, after))
    assert joined(main, [other]).case_spells == (before, *main.case_spells)
    assert [(each.field, each.other) for each in differences(main, other)] == [("case_spells", (after,))]


def test_two_numbers_of_a_sort_of_which_everybody_has_one_differ() -> None:
    nhs = (life.Identifier(system="nhs", value="999 000 0018"),)
    for value, system, differ in (
        ("9990000026", "nhs", True),
        ("9990000018", "nhs", False),
        ("9990000026", "police", False),
    ):
        other = Person(id=OTHER, identifiers=(life.Identifier(system=system, value=value),))
        assert bool(differences(_maisie(identifiers=nhs), other)) is differ


def test_the_whole_of_several_files_names_them() -> None:
    others = tuple(Person(id=Id(at), file_number=f"26-000{at}", gender=gender) for at, gender in ((2, "male"), (3, "")))
    whole = Whole(main=_maisie(gender="female"), others=others)
    assert whole.ids == (1, 2, 3)
    assert whole.numbers == ("26-0002", "26-0003")
    (found,) = whole.differences
    assert (found.label, found.main, found.other, found.file_number) == ("Gender", "female", "male", "26-0002")


def test_a_note_reads_as_about_one_person() -> None:
    about = (Concern(subject=OTHER, role="about"), Concern(subject=MAIN, seen="seen_alone"), Concern(subject=Id(3)))
    note = ContactNote(concerns=about, own_words="No.", own_words_of=OTHER)
    read = merging.told(note, {OTHER: MAIN})
    assert [(each.subject, each.seen) for each in read.concerns] == [(MAIN, "seen_alone"), (3, "")]
    assert read.own_words_of == MAIN
    first = replace(about[0], seen="seen_with_others")
    assert merging.told(note.changed(concerns=(first, about[1])), {OTHER: MAIN}).concerns[0].seen == "seen_with_others"
    for same in (note, _maisie()):
        assert merging.told(same, {Id(7): MAIN}) is same


def test_a_third_file_differs_from_what_the_second_filled_in() -> None:
    others = tuple(
        Person(id=Id(at), file_number=f"26-000{at}", gender=gender) for at, gender in ((2, "female"), (3, "male"))
    )
    whole = Whole(main=_maisie(), others=others)
    assert whole.person.gender == "female"
    assert whole.differences_of(others[0]) == ()
    assert [(each.main, each.other) for each in whole.differences_of(others[1])] == [("female", "male")]
