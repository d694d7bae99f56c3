"""The case summary: all that is recorded is on it but what is left out on purpose, and no more than is known."""

from datetime import UTC, datetime

import pytest

from rise_desk.domain.contact import ContactNote
from rise_desk.domain.due import Due
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.reports import paper
from rise_desk.reports.blocks import Heading, Note, Quote, Table, as_text
from rise_desk.reports.chronology import ENTRIES
from rise_desk.reports.paper.fonts import Fonts
from rise_desk.reports.summary import NO_ENTRIES, NO_WORDS, period
from rise_desk.storage.kinds import KINDS, THINGS
from tests.reports.marking import marked
from tests.reports.reading import page_texts
from tests.reports.telling import MAISIE, maisie, note, story, summary

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


def test_everything_recorded_of_a_person_is_on_paper(practice: Practice, now: datetime) -> None:
    marks: dict[str, str] = {}
    person = marked(Person, practice, "", marks).changed(id=MAISIE, withdrawn=None)
    text = as_text(summary(story(person), practice, now)).casefold()
    missing = {name for name, words in marks.items() if words not in text}
    assert missing <= LEFT_OUT


def test_everything_recorded_in_a_note_is_on_paper(practice: Practice, now: datetime) -> None:
    marks: dict[str, str] = {}
    made = marked(ContactNote, practice, "", marks)
    text = as_text(summary(story(maisie(), made), practice, now)).casefold()
    marks["happened_at"] = ""  # in the short form of narrow columns
    assert {name for name, words in marks.items() if words not in text} <= LEFT_OUT - {"source"} | {
        "references.source",
        "concerns.role",  # 'about' goes without saying
    }


def test_every_kind_of_entry_can_be_printed() -> None:
    subjects = {Person, *(each.record for each in THINGS)}
    assert set(ENTRIES) == {each.record for each in KINDS} - subjects


def test_own_words_come_first(practice: Practice, now: datetime) -> None:
    said = note(own_words="Ask me where I want to live.")
    told = summary(story(maisie(known_as="Maz"), own_words=said), practice, now)
    assert told.blocks[0] == Quote(
        text="Ask me where I want to live.", attribution="Maz, 20 November 2026 at 4:00pm, recorded by Priya Nair"
    )
    talk = ReturnInterview(subject=MAISIE, done_at=Moment("2026-11-13T10:00+00:00"), own_words="He waits outside.")
    assert summary(story(maisie(), own_words=talk), practice, now).blocks[0] == Quote(
        text="He waits outside.", attribution="Maisie, 13 November 2026 at 10:00am, in a return interview"
    )
    nobody = summary(story(maisie(), own_words=said.changed(recorded_by="")), practice, now)
    assert nobody.blocks[0] == Quote(
        text="Ask me where I want to live.", attribution="Maisie, 20 November 2026 at 4:00pm"
    )


def test_where_no_words_are_recorded_the_paper_says_so(practice: Practice, now: datetime) -> None:
    assert summary(story(maisie()), practice, now).blocks[0] == Note(text=NO_WORDS)


def test_what_is_due_stands_with_its_day_and_lateness(practice: Practice, now: datetime) -> None:
    lines = [
        Due(rule="r", what=what, subject=MAISIE, record=MAISIE, since="", by=by, why="as agreed")
        for what, by in (("Review", "2026-11-20"), ("See her", "2026-11-21"))
    ]
    told = summary(story(maisie(), due=tuple(lines)), practice, now)
    due = next(each for each in told.blocks if isinstance(each, Table) and each.columns == ("What", "By", "Why"))
    assert due.rows == (
        ("Review", "20 November 2026, overdue", "as agreed"),
        ("See her", "21 November 2026", "as agreed"),
    )


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
