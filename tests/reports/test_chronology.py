"""Entries on paper: who a note concerns, what is known around it, how it stands, whose words it holds."""

from datetime import datetime

from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.contact import Concern
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Withdrawal
from rise_desk.reports.blocks import Entry, Fact
from rise_desk.reports.summary import Story
from tests.reports.telling import DEX, MAISIE, entries_of, maisie, note, story, summary


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
        "Only for holders of the health grant",
    )
    assert entries[1].tags == ("Corrected by a later entry",)


def test_the_words_of_somebody_else_are_withheld(practice: Practice, now: datetime) -> None:
    both = (Concern(subject=MAISIE), Concern(subject=DEX))
    theirs = note(concerns=both, own_words="I only drove.", own_words_of=DEX)
    hers = note(concerns=both, own_words="I said no.", own_words_of=MAISIE)
    found = entries_of(summary(story(maisie(), theirs, hers), practice, now))
    told = [[fact.value for fact in each.facts if fact.label == "Own words"] for each in found]
    assert told == [["of somebody else, withheld on this paper"], []]
    assert [bool(each.own_words) for each in found] == [False, True]
