"""The case summary: all that is recorded is on it but what is left out on purpose, and no more than is known."""

from datetime import UTC, datetime
from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Attribute, Id, Part, Record, Withdrawal, attributes
from rise_desk.reports import paper
from rise_desk.reports.blocks import Document, Entry, Fact, Facts, Heading, Note, Quote, Table, WarningBox, as_text
from rise_desk.reports.chronology import ENTRIES
from rise_desk.reports.paper.fonts import Fonts
from rise_desk.reports.summary import NO_ENTRIES, NO_WORDS, Story, build, period
from rise_desk.storage.kinds import KINDS
from tests.reports.reading import page_texts

MAISIE = Id(1)
DEX = Id(2)

LEFT_OUT = {
    "sexuality",  # decided each time who needs to know it
    "how_well_known",  # for adults known by a nickname
    "approximate_age",  # said where no date of birth is known
    "owner_agency",
    "source",  # where the record came from; a note says so
    "references.source",  # the other system's own number, for imports
    "references.ref",
    "withdrawn.at",
    "withdrawn.by",
    "withdrawn.why",
    "aliases.basis",
    "photo_on",
    "professionals.person",
    "warnings.since",  # a warning that stands says when it is looked at again
    "flags.since",
}


def _marked(cls: type[Record | Part], practice: Practice, path: str, marks: dict[str, str]) -> Any:
    """A record with something recognisable in each field; `marks` tells which words each field must print."""
    values: dict[str, Any] = {}
    for each in attributes(cls):
        name = f"{path}{each.name}"
        if each.stamp or each.sort == "id":
            continue
        if each.sort in ("part", "parts"):
            assert each.part
            made = _marked(each.part, practice, f"{name}.", marks)
            values[each.name] = made if each.sort == "part" else (made,)
        elif each.sort in ("text", "moment") and each.name not in ("until", "withheld_until"):
            values[each.name] = _mark(each, name, practice, marks)
    return cls(**values)


def _mark(each: Attribute, name: str, practice: Practice, marks: dict[str, str]) -> str:
    if each.vocabulary:
        chosen = practice.vocabulary(each.vocabulary).entries[0]
        marks[name] = chosen.label.casefold()
        return chosen.key
    if each.sort == "moment":
        day = len(marks) % 28 + 1
        year = 1990 + len(marks) // 12
        marks[name] = f"{day} march {year}"
        return Moment(f"{year}-03-{day:02}")
    marks[name] = f"typed into {name}".casefold()
    return f"Typed into {name}"


def story(person: Person, *entries: Record, **values: Any) -> Story:
    return Story(
        file=CaseFile(subject=person, records=entries),
        entries=tuple((each, False) for each in entries),
        names={MAISIE: "Maisie Okafor", DEX: "Dex"},
        **values,
    )


def summary(told: Story, practice: Practice, now: datetime) -> Document:
    return build(told, practice=practice, now=now, printed_by="Priya Nair", copy="copy 1")


def maisie(**values: Any) -> Person:
    return Person(id=MAISIE, given_name="Maisie", family_name="Okafor", **values)


def note(**values: Any) -> ContactNote:
    known: dict[str, Any] = {
        "id": Id(7),
        "concerns": (Concern(subject=MAISIE),),
        "happened_at": Moment("2026-11-20T16:00+00:00"),
        "recorded_at": Moment("2026-11-20T17:00:00.000+00:00"),
        "recorded_by": "Priya Nair",
        "text": "Met at school.",
        **values,
    }
    return ContactNote(**known)


def facts_of(document: Document, heading: str) -> dict[str, str]:
    """The facts under a heading."""
    at = document.blocks.index(next(each for each in document.blocks if each == Heading(text=heading)))
    found = document.blocks[at + 1]
    assert isinstance(found, Facts)
    return {each.label: each.value for each in found.facts}


def rows_of(document: Document, column: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the table whose first column has this name; none where there is no such table."""
    tables = [each for each in document.blocks if isinstance(each, Table) and each.columns[0] == column]
    return tables[0].rows if tables else ()


def entries_of(document: Document) -> list[Entry]:
    return [each for each in document.blocks if isinstance(each, Entry)]


def test_everything_recorded_of_a_person_is_on_paper(practice: Practice, now: datetime) -> None:
    marks: dict[str, str] = {}
    person = _marked(Person, practice, "", marks).changed(id=MAISIE, withdrawn=None)
    text = as_text(summary(story(person), practice, now)).casefold()
    missing = {name for name, words in marks.items() if words not in text}
    assert missing <= LEFT_OUT


def test_everything_recorded_in_a_note_is_on_paper(practice: Practice, now: datetime) -> None:
    marks: dict[str, str] = {}
    made = _marked(ContactNote, practice, "", marks)
    text = as_text(summary(story(maisie(), made), practice, now)).casefold()
    marks["happened_at"] = ""  # in the short form of narrow columns
    assert {name for name, words in marks.items() if words not in text} <= LEFT_OUT - {"source"} | {
        "references.source",
        "concerns.role",  # 'about' goes without saying
    }


def test_every_kind_of_entry_can_be_printed() -> None:
    assert set(ENTRIES) == {each.record for each in KINDS if not each.record.LIVING}


def test_own_words_come_first(practice: Practice, now: datetime) -> None:
    said = note(own_words="Ask me where I want to live.")
    told = summary(story(maisie(known_as="Maz"), own_words=said), practice, now)
    assert told.blocks[0] == Quote(
        text="Ask me where I want to live.", attribution="Maz, 20 November 2026 at 4:00pm, recorded by Priya Nair"
    )
    nobody = summary(story(maisie(), own_words=said.changed(recorded_by="")), practice, now)
    assert nobody.blocks[0] == Quote(
        text="Ask me where I want to live.", attribution="Maisie, 20 November 2026 at 4:00pm"
    )


def test_where_no_words_are_recorded_the_paper_says_so(practice: Practice, now: datetime) -> None:
    assert summary(story(maisie()), practice, now).blocks[0] == Note(text=NO_WORDS)


def test_a_standing_warning_follows_in_its_frame_and_an_ended_one_is_told_later(
    practice: Practice, now: datetime
) -> None:
    standing = life.StandingWarning(
        warning="do_not_disclose_address", detail="to father", decided_by="L. Osei", review_on=Moment("2027-01-04")
    )
    ended = life.StandingWarning(warning="do_not_tell_family", until=Moment("2026-11-20"))
    bare = life.StandingWarning(warning="do_not_tell_family", until=Moment("2026-11-21"))
    told = summary(story(maisie(warnings=(standing, ended, bare))), practice, now)
    assert [each for each in told.blocks if isinstance(each, WarningBox)] == [
        WarningBox(text="Do not disclose address: to father", detail="decided by L. Osei, review 4 January 2027"),
        WarningBox(text="Do not tell family"),
    ]
    assert rows_of(told, "What") == (("Warning", "Do not tell family, until 20 November 2026"),)


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"date_of_birth": Moment("2013-03-12"), "file_number": "26-0147"}, "born 12 March 2013 (13) · file 26-0147"),
        ({"date_of_birth": Moment("2013"), "known_as": "Maz"}, "known as Maz · born 2013 (12 or 13)"),
        ({"date_of_birth": Moment("2027-01-01")}, "born 1 January 2027"),
        ({"approximate_age": "15"}, "about 15"),
        ({"known_as": "Maisie Okafor"}, "date of birth not recorded"),
    ],
)
def test_the_line_under_the_name(values: dict[str, Any], line: str, practice: Practice, now: datetime) -> None:
    assert summary(story(maisie(**values)), practice, now).subject_line == line


def test_what_is_not_recorded_says_so_and_is_not_no(practice: Practice, now: datetime) -> None:
    told = summary(story(maisie()), practice, now)
    assert facts_of(told, "Identity") == {
        "Name": "Maisie Okafor",
        "Date of birth": "not recorded",
        "Gender": "not recorded",
        "Ethnicity": "not recorded",
    }
    assert facts_of(told, "How things stand") == {
        "Case": "not recorded",
        "Key worker": "nobody yet",
        "Lives": "not recorded",
        "Legal": "not recorded",
        "Last seen": "not recorded",
        "School": "not recorded",
    }
    assert "No parent or carer is recorded." in as_text(told)


@pytest.mark.parametrize(("safe", "words"), [(True, "yes"), (False, "no"), (None, "not recorded")])
def test_whether_a_number_is_safe_has_three_answers(
    safe: bool | None, words: str, practice: Practice, now: datetime
) -> None:
    number = life.ContactNumber(number="07700 900456", safe_to_call=safe)
    told = facts_of(summary(story(maisie(contact_numbers=(number,))), practice, now), "Identity")
    assert told["Contact numbers"] == f"07700 900456 (safe to call: {words})"


def test_what_holds_now_is_apart_from_what_held_before(practice: Practice, now: datetime) -> None:
    then, today = Moment("2026-06-03"), Moment("2026-06-04")
    person = maisie(
        case_spells=(life.CaseSpell(state="referred", until=then), life.CaseSpell(state="open", since=today)),
        addresses=(
            life.Address(lives="with_family", since=Moment("2020"), until=then),
            life.Address(lives="foster_care", since=today, outside_county=True, withheld_from="father"),
            life.Address(lives="with_family", lines="at weekends"),
        ),
        legal_spells=(
            life.LegalSpell(status="child_in_need", until=then),
            life.LegalSpell(status="section_20", evidence_seen=False),
            life.LegalSpell(status="care_order"),
        ),
        schools=(life.SchoolSpell(name="Latimer", until=then), life.SchoolSpell(name="Brooke Weston", since=today)),
        exclusions=(life.Exclusion(sort="suspension", since=then),),
        allocations=(
            life.Allocation(worker="L. Osei", role="key_worker", until=then),
            life.Allocation(worker="Priya Nair", role="key_worker", since=today),
            life.Allocation(worker="T. Fenwick", role="co_worker"),
        ),
        flags=(
            life.Flag(flag="sexual_exploitation", detail="named by police", basis="meeting"),
            life.Flag(flag="criminal_exploitation", until=then),
        ),
    )
    told = summary(story(person, last_seen="2026-11-17"), practice, now)
    assert facts_of(told, "How things stand") == {
        "Case": "open, since 4 June 2026",
        "Key worker": "Priya Nair, since 4 June 2026",
        "Lives": "with family, at weekends\nfoster care, outside the county, since 4 June 2026, withheld from father",
        "Co-workers": "T. Fenwick",
        "Legal": "section 20, evidence seen: no\ncare order",
        "Last seen": "17 November 2026",
        "School": "Brooke Weston, since 4 June 2026",
        "Flags": "sexual exploitation: named by police, source: meeting",
    }
    assert rows_of(told, "What") == (
        ("Home", "With family, 2020 to 3 June 2026"),
        ("Legal", "Child in need, until 3 June 2026"),
        ("School", "Latimer, until 3 June 2026"),
        ("School", "Suspension, since 3 June 2026"),
        ("Case", "Referred, until 3 June 2026"),
        ("Worker", "L. Osei, key worker, until 3 June 2026"),
        ("Flag", "Criminal exploitation, until 3 June 2026"),
    )


@pytest.mark.parametrize(
    ("born", "at_risk", "shown"),
    [
        ("2008-11-22", True, False),
        ("2008-11-21", True, True),
        ("2008", True, False),
        ("", True, False),
        ("", False, True),
        ("2012-01-01", False, False),
    ],
)
def test_nobody_who_may_be_under_18_is_printed_as_of_concern(
    born: str, at_risk: bool, shown: bool, practice: Practice, now: datetime
) -> None:
    concern = life.DatedRole(role="of_concern", basis="police report")
    roles = (life.DatedRole(role="at_risk"), concern) if at_risk else (concern,)
    told = as_text(summary(story(maisie(date_of_birth=Moment(born), roles=roles)), practice, now))
    assert ("of concern (alleged), police report" in told) is shown
    assert "police report" not in told or shown


def test_the_people_around_stand_with_what_they_may_be_told(practice: Practice, now: datetime) -> None:
    person = maisie(
        carers=(
            life.Carer(name="Grace", relationship="mother", may_be_told="everything", parental_responsibility=True),
            life.Carer(name="Samuel", parental_responsibility=False, number="07700 900123", address="Corby"),
            life.Carer(name="Ruth", may_be_told="nothing", told_what="decided by L. Osei"),
        ),
        household=(life.HouseholdChild(name="Ada", date_of_birth=Moment("2016"), safe="yes"),),
        professionals=(life.Professional(name="Dr Reed", work="GP", phone="01632 960777"),),
        needs=(life.Need(area="learning", detail="Dyslexia"),),
        front_sheet=(life.FrontSheetAnswer(question="homophobia", answer="not_yet_asked"),),
        background="Moved in June.",
    )
    told = summary(story(person), practice, now)
    assert rows_of(told, "Parent or carer") == (
        ("Grace", "mother, parental responsibility", "everything", ""),
        ("Samuel", "no parental responsibility", "not recorded", "07700 900123, Corby"),
        ("Ruth", "", "nothing: decided by L. Osei", ""),
    )
    assert rows_of(told, "Child of the household") == (("Ada, born 2016 (9 or 10)", "", "yes", "not recorded", ""),)
    assert rows_of(told, "Professional") == (("Dr Reed", "GP", "", "01632 960777"),)
    assert rows_of(told, "Need") == (("Learning", "Dyslexia"),)
    assert rows_of(told, "Question") == (("Experience of homophobia", "not yet asked", ""),)
    assert "Moved in June." in as_text(told)


def test_what_is_due_stands_with_its_day_and_lateness(practice: Practice, now: datetime) -> None:
    lines = [
        Due(rule="r", what=what, subject=MAISIE, record=MAISIE, since="", by=by)
        for what, by in (("Review", "2026-11-20"), ("See her", "2026-11-21"))
    ]
    told = summary(story(maisie(), due=tuple(lines)), practice, now)
    due = next(each for each in told.blocks if isinstance(each, Table) and each.columns == ("What", "By"))
    assert due.rows == (("Review", "20 November 2026, overdue"), ("See her", "21 November 2026"))


def test_a_plain_note_reads_short(practice: Practice, now: datetime) -> None:
    (entry,) = entries_of(summary(story(maisie(), note()), practice, now))
    assert entry == Entry(when="Fri 20 Nov 16:00", kind="Contact note", text="Met at school.", by="Priya Nair")


def test_a_note_tells_who_it_concerns_and_what_is_known_around_it(practice: Practice, now: datetime) -> None:
    full = note(
        concerns=(
            Concern(subject=MAISIE, seen="seen_alone"),
            Concern(subject=DEX, role="mentioned"),
            Concern(subject=Id(9)),
        ),
        contact_type="home_visit",
        place="The Laurels",
        also_present="Grace",
        told="not_told",
        told_why="it would not be safe",
        recorded_at=Moment("2026-11-21T09:00:00.000+00:00"),
        source="import from case5",
    )
    (entry,) = entries_of(summary(story(maisie(), full), practice, now))
    assert entry.kind == "Contact note, home visit"
    assert entry.facts == (
        Fact(label="Concerns", value="Maisie Okafor (seen alone); Dex (mentioned); somebody"),
        Fact(label="Where", value="The Laurels"),
        Fact(label="Also there", value="Grace"),
        Fact(label="Told that this is recorded and shared", value="not told, it would not be safe"),
        Fact(label="Recorded", value="21 November 2026 at 9:00am"),
        Fact(label="From", value="import from case5"),
    )


def test_how_an_entry_stands_is_said_on_it(practice: Practice, now: datetime) -> None:
    withdrawn = Withdrawal(at=Moment("2026-11-21T09:00:00.000+00:00"), by="L. Osei", why="the wrong file")
    first, later = note(), note(id=Id(8), corrects=Id(7), withdrawn=withdrawn, reserved="health")
    told = Story(file=CaseFile(subject=maisie()), entries=((later, False), (first, True)), names={MAISIE: "Maisie"})
    entries = entries_of(summary(told, practice, now))
    assert entries[0].tags == (
        "Corrects an earlier entry",
        "Withdrawn by L. Osei, 21 November 2026: the wrong file",
        f"Reserved: {practice.label('reserved', 'health').capitalize()}",
    )
    assert entries[1].tags == ("Corrected by a later entry",)


def test_the_words_of_somebody_else_are_said_to_be_theirs(practice: Practice, now: datetime) -> None:
    both = (Concern(subject=MAISIE), Concern(subject=DEX))
    theirs = note(concerns=both, own_words="I only drove.", own_words_of=DEX)
    hers = note(concerns=both, own_words="I said no.", own_words_of=MAISIE)
    found = entries_of(summary(story(maisie(), theirs, hers), practice, now))
    assert [[fact.value for fact in each.facts if fact.label == "Whose words"] for each in found] == [["Dex"], []]


def test_the_chronology_counts_its_entries(practice: Practice, now: datetime) -> None:
    one, two = (summary(story(maisie(), *[note()] * number), practice, now) for number in (1, 2))
    assert Heading(text="Chronology", aside="newest first; 1 entry") in one.blocks
    assert Heading(text="Chronology", aside="newest first; 2 entries") in two.blocks


def test_a_period_without_entries_says_so(practice: Practice, now: datetime) -> None:
    assert summary(story(maisie()), practice, now).blocks[-1] == Note(text=NO_ENTRIES)


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("", "", "the whole file"),
        ("2026-05-01", "", "from 1 May 2026"),
        ("", "2026-05", "up to May 2026"),
        ("2026-05-01", "2026-11-21", "1 May 2026 to 21 November 2026"),
    ],
)
def test_the_period_in_words(since: str, until: str, words: str) -> None:
    assert period(Moment(since), Moment(until)) == words


def test_the_summary_prints_whole(practice: Practice, computers_fonts: Fonts) -> None:
    now = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
    told = summary(story(maisie(file_number="26-0147"), note(text="Zażółć <b> 😀")), practice, now)
    (text,) = page_texts(paper.render(told, computers_fonts))
    assert "Maisie Okafor" in text
    assert "Zażółć <b> [grinning face]" in text
    assert "Case summary, file 26-0147 · printed by Priya Nair, 21 November 2026 at 2:03pm · copy 1" in text
