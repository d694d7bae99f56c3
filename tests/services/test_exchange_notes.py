"""Importing contact notes: about whom, when, in whose words; never twice, and never changed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Reference
from rise_desk.services import casework, overview, signing_in, upkeep
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.planning import Fate, Outcome, Preview
from rise_desk.storage.record_rows import PersonRow
from tests import build

HEAD = "young_person_ref,date,text\n"
Seen = Callable[..., Preview]


@pytest.fixture
def jade(desk: Desk) -> Person:
    """V1 in the source mosaic."""
    return build.young_person(
        desk,
        "Jade",
        "Whitlock",
        references=(Reference(source="mosaic", ref="V1"),),
        date_of_birth=Moment("2010-03-27"),
    )


@pytest.fixture
def seen(desk: Desk, tmp_path: Path) -> Seen:
    """The preview of a file of notes from mosaic."""
    path = tmp_path / "notes.csv"

    def preview(text: str, **said: Any) -> Preview:
        path.write_text(text, encoding="utf-8")
        return importing.preview(desk, path, **{"source": "mosaic", **said})

    return preview


def _notes(desk: Desk) -> list[ContactNote]:
    return [each for each in desk.store.everything() if isinstance(each, ContactNote)]


def _only(found: Preview) -> Outcome:
    (outcome,) = found.outcomes
    return outcome


def test_everything_a_row_says_has_its_field(desk: Desk, jade: Person, seen: Seen) -> None:
    row = {
        "note_id": "N1",
        "young person": "V1; 26-0002",
        "role": "about; sister",
        "seen": "alone; not seen",
        "date": "20/11/2026",
        "time": "2:30pm",
        "type": "visit",
        "location": "School",
        "also present": "Miss Bird",
        "note": "Met at school.",
        "details": "She was well.",
        "own words": "I am fine.",
        "whose words": "V1",
        "told": "yes",
        "told_why": "not recorded",
        "author": "Ana Silva",
        "source": "daybook",
    }
    other = build.young_person(desk, "Ruth", "Whitlock")
    text = ",".join(row) + "\n" + ",".join(f'"{value}"' for value in row.values())
    found = seen(text)
    assert _only(found) == Outcome(line=2, fate=Fate.CREATED, name="V1; 26-0002, 20/11/2026")
    importing.commit(desk, found)
    (note,) = _notes(desk)
    assert note.concerns == (
        Concern(subject=jade.id, role="about", seen="seen_alone"),
        Concern(subject=other.id, role="brother_or_sister", seen="not_seen"),
    )
    assert (note.happened_at, note.contact_type) == ("2026-11-20T14:30+00:00", "home_visit")
    assert (note.place, note.also_present) == ("School", "Miss Bird")
    assert note.text == "Met at school.\nShe was well."
    assert (note.own_words, note.own_words_of) == ("I am fine.", jade.id)
    assert (note.told, note.told_why) == ("told", "")
    assert note.source == "daybook; written by Ana Silva; import of notes.csv from mosaic"
    assert note.references == (Reference(source="mosaic", ref="N1"),)
    assert [each.record for each in overview.chronology(desk, jade.id)] == [note]
    assert _only(seen(text)).reason == "mosaic/N1 has the same reference."
    assert upkeep.check(desk) == []


def test_the_same_file_twice_makes_no_note_twice(desk: Desk, jade: Person, seen: Seen) -> None:
    text = f"{HEAD}V1,20/11/2026,Met.\nV1,20/11/2026,Met again.\nV1,2026-11-20,Met.\n"
    found = seen(text)
    assert [str(each.fate) for each in found.outcomes] == ["created", "created", "matched"]
    assert found.outcomes[2].reason == "Line 2 of this file has the same content."
    importing.commit(desk, found)
    again = seen(text.replace("V1", "mosaic/v1"))
    assert (again.count(Fate.MATCHED), again.saves) == (3, ())
    assert len(_notes(desk)) == 2
    assert seen(text, source="liquid").count(Fate.REFUSED) == 0


def test_a_note_that_says_something_else_is_a_correction_for_a_person_to_make(
    desk: Desk, jade: Person, seen: Seen
) -> None:
    importing.commit(desk, seen("id,young_person_ref,date,text\nN1,V1,20/11/2026,Met.\n"))
    found = seen("id,young_person_ref,date,text\nN1,V1,19/11/2026,Met at home.\nN1,V1,20/11/2026,Met.\n")
    assert [str(each.fate) for each in found.outcomes] == ["refused", "matched"]
    assert found.outcomes[0].reason == (
        "mosaic/N1 has the same reference, but says something else (when it happened, what happened). "
        "Record a correction by hand."
    )


def test_what_this_reader_may_not_read_is_matched_and_not_compared(desk: Desk, jade: Person, seen: Seen) -> None:
    nurse = build.colleague(desk, "Nurse Abara", grants=("health",))
    build.note(nurse, jade.id, reserved="health", references=(Reference(source="mosaic", ref="N1"),))
    found = seen("id,young_person_ref,date,text\nN1,V1,19/11/2026,Something else.\n")
    assert _only(found).reason == "mosaic/N1 has the same reference."
    signing_in.leave(nurse)


def test_people_are_found_by_the_source_s_reference_first_and_by_name_last(
    desk: Desk, jade: Person, seen: Seen
) -> None:
    other = build.young_person(desk, "Ruth", references=(Reference(source="niche", ref="V1"),))
    found = seen(f"{HEAD}V1,2026,a\nniche/V1,2026,b\n{jade.file_number},2026,c\nRuth Okafor,2026,d\n")
    importing.commit(desk, found)
    assert [each.concerns[0].subject for each in _notes(desk)] == [jade.id, other.id, jade.id, other.id]
    assert _only(seen(f"{HEAD}V1,2026,a\n", source="third")).reason == (
        "“V1” could be mosaic/V1 or niche/V1. Say which."
    )
    named = "name,young_person_ref,date,text\n"
    found = seen(f"{named}Ruth Okafor,,2026,e\nNobody Known,V1,2026,f\n")
    assert [str(each.fate) for each in found.outcomes] == ["created", "created"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("V9,20/11/2026,Met.,,,", "Nothing on file is called “V9”."),
        ("V1; V9,20/11/2026,Met.,,,", "Nothing on file is called “V9”."),
        (",20/11/2026,Met.,,,", "Enter who this concerns."),
        ("V1;V1,20/11/2026,Met.,,,", "Name each person once"),
        ("N1,20/11/2026,Met.,,,", "“N1” is not a person's file."),
        ("V1,,Met.,,,", "Enter when it happened."),
        ("V1,not recorded,Met.,,,", "When it happened must be a date"),
        ("V1,20/11/2027,Met.,,,", "When it happened must be in the past."),
        ("V1,20/11/2009,Met.,,,", "must be after Jade Whitlock was born"),
        ("V1,25/10/2026 01:30,Met.,,,", "When it happened"),
        ("V1,20/11/2026,,,,", "Enter what happened."),
        ("V1;V2,20/11/2026,Met.,alone;alone;alone,,", "says “seen” 3 times for 2 people"),
        ("V1;V2,20/11/2026,Met.,,I am fine.,", "Say whose words these are."),
        ("V1;V2,20/11/2026,Met.,,I am fine.,V1;V2", "several people"),
        ("V1,20/11/2026,Met.,,I am fine.,V2", "somebody this note concerns"),
        ("W1,20/11/2026,Met.,,,", "The file 26-0003 of “W1” was withdrawn."),
        ("R1,20/11/2026,Met.,,,", "The file 26-0004 of “R1” is restricted to named people."),
    ],
)
def test_a_row_that_can_not_be_a_note_is_refused_with_its_reason(
    desk: Desk, jade: Person, seen: Seen, row: str, words: str
) -> None:
    _, withdrawn, hidden = (
        build.young_person(desk, name, references=(Reference(source="mosaic", ref=name),))
        for name in ("V2", "W1", "R1")
    )
    build.note(desk, jade.id, references=(Reference(source="mosaic", ref="N1"),))
    desk.store.vault.do(PersonRow.update(restricted=True).where(PersonRow.id == hidden.id))
    casework.withdraw(desk, withdrawn, "entered twice")
    outcome = _only(seen(f"young_person_ref,date,text,seen,own_words,own_words_of\n{row}\n"))
    assert outcome.fate is Fate.REFUSED
    assert words in outcome.reason


def test_a_reference_of_a_person_is_no_reference_of_a_note(jade: Person, seen: Seen) -> None:
    found = seen("ref,young_person_ref,date,text\nV1,V1,2026,Met.\n")
    assert _only(found).reason == "This reference already belongs to another kind of record."


def test_a_reserved_note_is_for_holders_of_the_grant(desk: Desk, jade: Person, seen: Seen) -> None:
    text = "young_person_ref,date,text,reserved for\nV1,2026,Clinic.,health\n"
    assert "health grant" in _only(seen(text)).reason
    assert _only(seen(text.replace("health", "not recorded"))).fate is Fate.CREATED


def test_one_answer_serves_everybody_a_note_concerns(desk: Desk, jade: Person, seen: Seen) -> None:
    build.young_person(desk, "Ruth", references=(Reference(source="mosaic", ref="V2"),))
    importing.commit(desk, seen("concerns,date,text,seen\nV1;V2,2026,Met both.,with others\n"))
    (note,) = _notes(desk)
    assert {each.seen for each in note.concerns} == {"seen_with_others"}
