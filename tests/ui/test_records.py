"""The records on the screen: every field of the domain has its place, and reads as people write it."""

from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Part, attributes
from rise_desk.services import casework, overview
from rise_desk.services.desk import Desk
from rise_desk.services.practice import general
from tests.build import note, young_person
from ui import records
from ui.records import contact_note, words
from ui.records import life as parts_asked
from ui.records.person import SECTIONS, with_workers
from ui.records.question import usual_kind
from ui.records.shown import Reading
from ui.widgets.fields import Field, Kind, Surroundings

UNASKED = {"id", "version", "recorded_at", "recorded_by", "references", "corrects", "withdrawn", "file_number",
           "restricted", "merged_into"}  # fmt: skip
OWN_FILES = {"person"}
FIELDS = {field.name: field for section in SECTIONS for field in section.fields}


@pytest.fixture
def around(desk: Desk) -> Surroundings:
    """The real practice, with one colleague."""
    return Surroundings(with_workers(desk.practice, ["Lena Osei"]), desk.now)


def _reading(desk: Desk, *notes: ContactNote, subject: int = 0) -> Reading:
    who = {each for found in notes for each, _role in found.involved()}
    return Reading(subject=Id(subject), names=overview.names_of(desk, who), practice=desk.practice, now=desk.now())


def test_every_field_of_a_person_is_asked_once() -> None:
    names = [field.name for section in SECTIONS for field in section.fields]
    assert len(names) == len(set(names))
    assert set(names) == {each.name for each in attributes(Person)} - UNASKED


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.kind is Kind.PARTS])
def test_every_field_of_a_part_is_asked_once(name: str) -> None:
    field = FIELDS[name]
    assert field.part is not None
    asked = [each.name for each in field.fields]
    assert len(asked) == len(set(asked))
    assert set(asked) == {each.name for each in attributes(field.part)} - OWN_FILES


def test_labels_and_lists_are_the_domains() -> None:
    for each in attributes(Person):
        if each.name in FIELDS:
            assert (FIELDS[each.name].label, FIELDS[each.name].vocabulary) == (each.label, each.vocabulary)


def test_a_kind_that_nothing_shows_is_a_mistake() -> None:
    assert records.shown("contact_note").title == "Contact note"
    with pytest.raises(KeyError):
        records.shown("unicorn")


@pytest.mark.parametrize(
    ("name", "kind"),
    [("given_name", Kind.LINE), ("gender", Kind.CHOICE), ("background", Kind.LONG), ("date_of_birth", Kind.DATE)],
)
def test_the_usual_kind_follows_what_a_field_holds(name: str, kind: Kind) -> None:
    assert usual_kind({each.name: each for each in attributes(Person)}[name]) is kind


@pytest.mark.parametrize(
    ("name", "part", "said"),
    [
        ("carers", life.Carer(name="Dan", relationship="father", may_be_told="nothing"),
         "Dan · father · may be told: nothing"),
        ("addresses", life.Address(provider="Elm House", withheld_from="her father"),
         "Elm House · address withheld from: her father"),
        ("household", life.HouseholdChild(name="Tobi", safe="yes"), "Tobi · safe? yes"),
        ("flags", life.Flag(flag="self_harm", since=Moment("2026-06")), "Self-harm · from June 2026"),
        ("allocations", life.Allocation(worker="Lena Osei", role="key_worker"), "Lena Osei · key worker"),
    ],
)  # fmt: skip
def test_a_part_reads_in_one_line_with_the_labels_it_needs(
    around: Surroundings, name: str, part: Part, said: str
) -> None:
    assert words.in_words(FIELDS[name], (part,), around) == said


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("date_of_birth", Moment("2013-03-12"), "12 March 2013, age 13"),
        ("date_of_birth", Moment("2013"), "2013, age 12 or 13"),
        ("date_of_birth", Moment(""), ""),
        ("photo_on", Moment("2026-05"), "May 2026"),
        ("gender", "female", "Female"),
        ("gender", "", ""),
        ("background", "Two\nlines", "Two\nlines"),
        ("photo", Id(4), "On file"),
        ("photo", Id(0), ""),
        ("front_sheet", (life.FrontSheetAnswer(question="domestic_violence", answer="refused", detail="by her"),),
         "Domestic violence: refused · by her"),
    ],
)  # fmt: skip
def test_a_value_reads_as_people_write_it(around: Surroundings, name: str, value: Any, said: str) -> None:
    assert words.in_words(FIELDS[name], value, around) == said


def test_other_sorts_of_value_read_too(around: Surroundings) -> None:
    lines = Field(name="x", label="X", kind=Kind.LINES)
    answer = Field(name="x", label="X", kind=Kind.ANSWER)
    own = Field(name="x", label="X", kind=Kind.OWN)
    plain_part = Field(name="x", label="X", kind=Kind.PARTS, fields=parts_asked.ALIAS)
    assert words.in_words(lines, ("a", "b"), around) == "a\nb"
    assert [words.in_words(answer, each, around) for each in (True, False, None)] == ["Yes", "No", ""]
    assert words.in_words(own, "anything", around) == ""
    assert words.in_words(plain_part, (life.Alias(name="maz"),), around) == "Maz"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-16", "This week"),
        ("2026-11-15", "November 2026"),
        ("2026-11", "November 2026"),
        ("2024", "2024, month not known"),
        ("2025-11-20", "November 2025"),
    ],
)
def test_entries_stand_under_the_time_they_belong_to(desk: Desk, at: str, said: str) -> None:
    assert words.heading(Moment(at), desk.now()) == said


def test_a_note_says_who_else_which_role_and_whether_told(desk: Desk) -> None:
    person, other = young_person(desk), young_person(desk, "Jade", "Whitlock")
    made = note(
        desk,
        concerns=(
            Concern(subject=person.id, role="witness", seen="seen_alone"),
            Concern(subject=other.id, role="brother_or_sister"),
        ),
        told="not_told",
        told_why="it would have put Jade in danger",
        own_words="No.",
        own_words_of=other.id,
        place="School",
    )
    found = overview.entry(desk, person.id, made.id)
    entry = contact_note.entry(found, _reading(desk, made, subject=person.id))
    assert (entry.title, entry.quote, entry.when) == ("Contact note", "No.", "Fri 20 Nov 10:00")
    assert "here as witness or reporter" in entry.by
    assert "also about Jade Whitlock (brother or sister, or other child)" in entry.by
    assert "not told that this is recorded: it would have put Jade in danger" in entry.by
    assert "recorded 21 November 2026" in entry.by
    assert [text for text, _tone in entry.tags] == ["Seen alone"]
    facts = dict(contact_note.facts(made, _reading(desk, made)))
    assert facts["Whose own words"] == "Jade Whitlock"
    assert facts["Concerns"].startswith("Maisie Okafor · witness or reporter · seen alone\nJade Whitlock")
    assert facts["Where"] == "School"
    assert facts["Who else was there"] == ""


def test_what_was_said_of_an_entry_later_is_said_with_it(desk: Desk) -> None:
    person = young_person(desk)
    first = note(desk, person.id, happened_at="2026-11-21", contact_type="not_recorded", told="not_recorded")
    second = note(desk, person.id, corrects=first.id, source="a list")
    withdrawn = casework.withdraw(desk, second, "wrong file")
    reading = _reading(desk, first)
    plainly = contact_note.entry(overview.entry(desk, person.id, first.id), reading)
    assert (plainly.title, plainly.by, plainly.when) == (
        "Contact note",
        "Lena Osei · also about Maisie Okafor",
        "Sat 21 Nov",
    )
    later = contact_note.entry(overview.entry(desk, person.id, second.id), reading)
    assert later.withdrawn == "Withdrawn by Lena Osei, 21 November 2026: wrong file"
    assert [text for text, _tone in later.tags] == ["Withdrawn", "Corrects an earlier entry"]
    third = note(desk, person.id, corrects=first.id)
    corrected = contact_note.entry(overview.entry(desk, person.id, first.id), reading)
    assert third.corrects == first.id
    assert [text for text, _tone in corrected.tags] == ["Corrected by a later entry"]
    assert dict(contact_note.facts(withdrawn, reading))["Where this came from"] == "a list"
    assert dict(contact_note.facts(first.changed(reserved="health"), reading))["Reserved for"]


def test_the_list_of_colleagues_is_in_order() -> None:
    practice = with_workers(general(), ["Zoë", "Ada"])
    assert [each.label for each in practice.vocabulary(parts_asked.WORKERS).choices()] == ["Ada", "Zoë"]
