"""What the gallery shows: invented people, a made-up practice, and the longest words that a screen must bear."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from rise_desk.domain.language import nudges
from rise_desk.domain.life import Alias
from rise_desk.domain.names import fold
from rise_desk.domain.practice import Practice
from rise_desk.domain.vocabulary import Entry as Word
from rise_desk.domain.vocabulary import Vocabulary
from ui.widgets.badge import Tone
from ui.widgets.columns import Cell, Column
from ui.widgets.fields import Field, Kind, Section, Surroundings
from ui.widgets.timeline import Entry

NOW = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)
LONG_NAME = "Wilhelmina Oluwaseun Featherstonehaugh-Cholmondeley de la Pole-Hargreaves"


def _words(name: str, *labels: str) -> Vocabulary:
    entries = tuple(Word(fold(text).replace(" ", "_"), text) for text in labels)
    return Vocabulary(name=name, title=name.title(), dated="2026-11-21", entries=entries)


PRACTICE = Practice(
    vocabularies={
        "gender": _words("gender", "Female", "Male", "Non binary"),
        "seen": _words("seen", "Seen alone", "Seen with others", "Not seen"),
        "country": _words(
            "country",
            "Afghanistan",
            "Albania",
            "Brazil",
            "Côte d’Ivoire",
            "Czechia",
            "Eritrea",
            "Ethiopia",
            "Iran",
            "Iraq",
            "Ireland",
            "Jamaica",
            "Nigeria",
            "Poland",
            "Romania",
            "Sudan",
            "United Kingdom",
            "Vietnam",
        ),
    }
)
AROUND = Surroundings(PRACTICE, lambda: NOW)
ALIAS_FIELDS = (
    Field(name="name", label="Name", required=True),
    Field(name="used_where", label="Town or place it is used in"),
    Field(name="basis", label="Who says so", whole=True),
)
FORM = (
    Section(
        "Who this is",
        (
            Field(name="given_name", label="Given name", required=True),
            Field(name="family_name", label="Family name", hint="As it is written in her passport, if she has one"),
            Field(name="date_of_birth", label="Date of birth", kind=Kind.DATE, age=True, past=True),
            Field(name="gender", label="Gender", kind=Kind.CHOICE, vocabulary="gender"),
            Field(name="nationality", label="Nationality", kind=Kind.CHOICE, vocabulary="country"),
            Field(name="happened_at", label="When it happened", kind=Kind.DATE, time=True, past=True),
            Field(name="outside_county", label="Outside the county", kind=Kind.ANSWER),
            Field(name="seen", label="Seen", kind=Kind.RADIO, vocabulary="seen"),
            Field(name="aliases", label="Other names", kind=Kind.PARTS, part=Alias, fields=ALIAS_FIELDS),
            Field(name="text", label="What happened", kind=Kind.LONG, nudge=nudges),
        ),
    ),
)
FILLED: dict[str, Any] = {
    "given_name": "Maisie",
    "family_name": LONG_NAME,
    "date_of_birth": "2013-03-12",
    "gender": "female",
    "nationality": "united_kingdom",
    "happened_at": "2026-11-19T23:30+00:00",
    "outside_county": True,
    "seen": "seen_alone",
    "aliases": (Alias(name="Maz", used_where="Kettering", basis="herself"), Alias(name="M")),
    "text": "Maisie met me at the park. A passer-by said that she was placing herself at risk. " * 3,
}
PROBLEMS = {
    "given_name": "Enter given name.",
    "date_of_birth": "Date of birth must be in the past.",
    "gender": "Choose gender from the list.",
    "text": "Enter what happened.",
}
PEOPLE = (
    ("Jade Whitlock, 14", "from children's home · police grade high", Tone.HIGH, "Red", "Fri 20 Nov", "26-0103"),
    ("Kian Doyle, 15", "back Wed 18 Nov 11:10", Tone.MEDIUM, "Amber", "Wed 18 Nov", "26-0121"),
    ("Maisie Okafor, 13", "known as Maz", Tone.MEDIUM, "Amber 29", "Tue 17 Nov, alone", "26-0147"),
    (LONG_NAME, "lives with her grandmother in a village with a rather long name", Tone.LOW, "Green", "", "26-0150"),
    ("Zoë Łukasiewicz-O’Brien", "", Tone.CLOSED, "Closed", "2 Mar", "25-0009"),
)


def fetch_people(sort: str, descending: bool, after: Any) -> Sequence[Any]:
    """The invented people, by name; there is one page of them."""
    return () if after else sorted(PEOPLE, key=lambda row: row[0], reverse=descending)


COLUMNS = (
    Column(
        key="name",
        title="Name",
        cell=lambda row: Cell(text=row[0], second=row[1], strong=True),
        sort="name",
        width=300,
        fixed=True,
    ),
    Column(key="level", title="Level", cell=lambda row: Cell(text=row[3], badge=row[2]), sort="level", width=120),
    Column(key="seen", title="Last seen", cell=lambda row: row[4] or Cell(text="Never seen", loud=True), sort="seen"),
    Column(key="file", title="File", cell=lambda row: row[5], right=True, width=90),
)
SAID = "I want people to ask me where I want to live, not tell me."
LONG_TEXT = (
    "Went to the placement at four. Maisie was in her room and came down after ten minutes. We walked to the park and "
    "back. She talked about school, about Jade, and about the evening of the nineteenth, which she does not want to "
    "come back to yet. She asked for a later curfew on Fridays; I said that I would ask her social worker. "
) * 2
ENTRIES = (
    Entry(
        key=1,
        heading="This week",
        title="Missing episode",
        when="Thu 19 Nov 23:30",
        text="Back at placement, 9 h, with Jade W.",
        tags=(("High", Tone.HIGH),),
    ),
    Entry(
        key=2,
        heading="This week",
        title="Session",
        when="Tue 17 Nov 16:00",
        quote=SAID,
        text=LONG_TEXT,
        by="Priya Nair",
    ),
    Entry(
        key=3,
        heading="October 2026",
        title="Strategy meeting",
        when="Fri 30 Oct",
        text="4 actions, 1 open",
        by="L. Osei",
        tags=(("Restricted", Tone.INFO),),
    ),
    Entry(
        key=4,
        heading="October 2026",
        title="Telephone call",
        when="October",
        text="Called by mistake.",
        by="T. Fenwick",
        withdrawn="Withdrawn 31 Oct by L. Osei: entered in the wrong file",
    ),
)
