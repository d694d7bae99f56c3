"""What differs between two states of a record: fields, and the parts of lists one by one."""

from rise_desk.domain import life
from rise_desk.domain.changes import Change, Item, between
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Withdrawal

ELM = life.Address(lives="childrens_home", provider="Elm House", since=Moment("2026-01"))
OAK = life.Address(lives="family", provider="Oak Road")


def _of(before: Person, after: Person) -> Change:
    (change,) = between(before, after)
    return change


def test_what_the_program_stamps_is_no_change() -> None:
    person = Person(id=Id(1), version=1, recorded_by="Lena Osei", given_name="Maisie")
    assert between(person, person.changed(version=2, recorded_by="Priya Nair", file_number="26-0002")) == ()


def test_fields_come_in_order_with_their_labels_before_and_after() -> None:
    person = Person(given_name="Maisie", background="Moved.")
    found = between(person, person.changed(background="", known_as="Maz"))
    assert [(each.attribute.label, each.before, each.after) for each in found] == [
        ("Known as", "", "Maz"),
        ("Background", "Moved.", ""),
    ]
    assert not any(each.reordered for each in found)


def test_a_first_state_tells_all_that_was_filled() -> None:
    note = ContactNote(happened_at=Moment("2026-11-20"), text="Met.")
    assert [each.attribute.name for each in between(None, note)] == ["happened_at", "text"]
    gone = note.changed(withdrawn=Withdrawal(why="wrong child"))
    (change,) = between(note, gone)
    assert (change.before, change.after, change.items) == (None, Withdrawal(why="wrong child"), ())


def test_a_part_is_added_taken_away_or_changed() -> None:
    ended = life.Address(lives="childrens_home", provider="Elm House", since=Moment("2026-01"), until=Moment("2026-11"))
    change = _of(Person(addresses=(ELM,)), Person(addresses=(ended, OAK)))
    assert change.items == (Item(before=ELM, after=ended), Item(after=OAK))
    assert _of(Person(addresses=(ELM, OAK)), Person(addresses=(OAK,))).items == (Item(before=ELM),)


def test_parts_that_say_less_than_half_the_same_are_two() -> None:
    half = life.Address(lives="childrens_home", provider="Ash House", since=Moment("2026-01"))
    assert _of(Person(addresses=(ELM,)), Person(addresses=(half,))).items == (Item(before=ELM, after=half),)
    other = life.Address(lives="childrens_home", provider="Ash House", since=Moment("2026-05"))
    assert _of(Person(addresses=(ELM,)), Person(addresses=(other,))).items == (Item(after=other), Item(before=ELM))


def test_the_likeliest_part_is_the_one_that_was_changed() -> None:
    near = life.Address(lives="family", provider="Oak Road", since=Moment("2026-02"))
    change = _of(Person(addresses=(ELM, OAK)), Person(addresses=(near, ELM)))
    assert change.items == (Item(before=OAK, after=near),)


def test_the_same_part_twice_is_counted() -> None:
    assert _of(Person(addresses=(OAK,)), Person(addresses=(OAK, OAK))).items == (Item(after=OAK),)


def test_another_order_is_told_as_that() -> None:
    change = _of(Person(addresses=(ELM, OAK)), Person(addresses=(OAK, ELM)))
    assert (change.items, change.reordered) == ((), True)


def test_what_only_one_of_two_parts_tells_is_no_difference_between_them() -> None:
    known, less = life.HouseholdChild(name="Tobi", date_of_birth=Moment("2016"), safe="yes"), life.HouseholdChild
    change = _of(Person(household=(known,)), Person(household=(less(name="Tobi", safe="no"),)))
    assert change.items == (Item(before=known, after=less(name="Tobi", safe="no")),)
    nothing_shared = (life.Alias(name="Bear"),), (life.Alias(used_where="at school"),)
    change = _of(Person(aliases=nothing_shared[0]), Person(aliases=nothing_shared[1]))
    assert len(change.items) == 2


def test_no_is_something_that_is_said() -> None:
    said_no, said_yes = (life.Address(lives="family", outside_county=each) for each in (False, True))
    both = (life.Address(lives="family", provider="Oak Road", outside_county=False),)
    change = _of(Person(addresses=(said_no, said_yes)), Person(addresses=both))
    assert change.items == (Item(before=said_no, after=both[0]), Item(before=said_yes))
