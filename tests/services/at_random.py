"""Records of every kind around people at random, and what the store makes of them: for tests of history and undo."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from rise_desk.domain import life, recognising
from rise_desk.domain.breach import Breach
from rise_desk.domain.disruption import DisruptionAction, Target
from rise_desk.domain.grading import Grading
from rise_desk.domain.handle import Handle
from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.investigation import AllegedOffence, Investigation, Method, Side
from rise_desk.domain.life import Alias
from rise_desk.domain.link import Link
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.naming import Way
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.order import Order, Prohibition, Protected
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Attribute, Id, Part, Record, attributes
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from rise_desk.services.named import Named
from rise_desk.services.naming import Answer
from tests import build

KINDS = (
    Link, Notice, NoticeReview, Breach, Order, Investigation, DisruptionAction, InformationReport, Grading,
    OpenQuestion, Place, Vehicle, Handle,
)  # fmt: skip
"""The kinds of record around people: who and what is linked, and what is done about it."""

ENVELOPE = frozenset(each.name for each in attributes(Record)) | {"photo", "photo_on", "merged_into"}
WORDS = ("Red Fiesta", "07700 900456", "  ", "St Mary’s", "He said: “get in”", "AB12 CDE", "Zoë", "line\nline", "")
BORN = ("", "1990", "1988-05", "1979-03-02")
DAYS = ("", "2025", "2026-03", "2026-10-05", "2026-11-20", "2026-11-20T22:30+00:00", "2026-12-24", "2027-02-28")


@dataclass
class Ground:
    """A small team's desk: two children, two adults, a place, a car and a phone; a notice, a report and an episode."""

    desk: Desk
    children: tuple[Person, Person]
    adults: tuple[Person, Person]
    things: tuple[Place, Vehicle, Handle]
    notice: Notice
    report: InformationReport
    episode: MissingEpisode

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """Hypothesis tells it in a word: there is nothing to learn from the rest."""
        printer.text("the ground")

    @property
    def subjects(self) -> tuple[Record, ...]:
        """Everybody and everything that can be named."""
        return (*self.children, *self.adults, *self.things)


def ground(desk: Desk) -> Ground:
    """The same on file."""
    opened = (life.CaseSpell(state="open", since=Moment("2026-03-01")),)
    children = tuple(
        build.young_person(desk, given, date_of_birth=Moment(born), case_spells=opened)
        for given, born in (("Maisie", "2012-03-12"), ("Jade", "2013-07-01"))
    )
    adults = (build.adult(desk), build.adult(desk, "Lee", "Marsh"))
    things = (build.place(desk), build.vehicle(desk), build.phone(desk))
    about = (ReportAbout(subject=adults[0].id),)
    report = InformationReport(id=desk.clock.new_id(), about=about, what="Seen with two girls.")
    return Ground(
        desk=desk,
        children=(children[0], children[1]),
        adults=adults,
        things=things,
        notice=build.notice(desk, children[0], adults[0], served_at="2026-10-03T18:40+01:00"),
        report=casework.save(desk, report),
        episode=build.episode(desk, children[0].id, "2026-11-14T22:00+00:00", "2026-11-15T07:00+00:00"),
    )


def made(kind: type[Record], on: Ground, dice: Random) -> Record:
    """A new record of this kind: what it can't be without, and a little more."""
    new = kind(id=on.desk.clock.new_id()).changed(**_MADE[kind](on, dice))
    return changed(new, on, dice, dice.randrange(4))


def changed(record: Record, on: Ground, dice: Random, fields: int = 2) -> Record:
    """The record with other values in so many of its fields; some of them can't be kept."""
    known = [each for each in attributes(type(record)) if each.name not in ENVELOPE and each.sort != "id"]
    chosen = dice.sample(known, min(fields, len(known)))
    return record.changed(**{each.name: _value(each, on, dice) for each in chosen})


def _value(each: Attribute, on: Ground, dice: Random) -> Any:
    if each.sort == "parts":
        assert each.part is not None
        return tuple(_part(each.part, on, dice) for _each in range(dice.randrange(3)))
    if each.sort == "id":
        return dice.choice(on.subjects).id
    if each.sort == "moment":
        return Moment(dice.choice(DAYS[:5] if each.past else DAYS))
    if each.sort == "yes_no":
        return dice.choice((None, True, False))
    if each.vocabulary:
        return dice.choice(["", *(entry.key for entry in on.desk.practice.vocabulary(each.vocabulary).choices())])
    return dice.choice(WORDS)


def _part(part: type[Part], on: Ground, dice: Random) -> Part:
    return part(**{each.name: _value(each, on, dice) for each in attributes(part)})


def _link(on: Ground, dice: Random) -> Mapping[str, Any]:
    one, other = dice.sample(on.subjects, 2)
    way = dice.choice(("friend", "exploited", "uses", "seen_at", "acts_with", "relative"))
    return {"subject": one.id, "link_type": way, "other": other.id}


def _notice(on: Ground, dice: Random) -> Mapping[str, Any]:
    served = {"served_at": Moment("2026-11-01")} if dice.random() < 0.3 else {}
    return {"child": on.children[1].id, "adult": dice.choice(on.adults).id, "law": "s2", **served}


def _after(on: Ground) -> Mapping[str, Any]:
    return {"notice": on.notice.id, "child": on.notice.child, "adult": on.notice.adult}


def _sides(on: Ground, dice: Random) -> Mapping[str, Any]:
    offence = AllegedOffence(offence="soa_s15", since=Moment("2026-03"))
    return {
        "children": (Side(person=dice.choice(on.children).id),),
        "suspects": (Side(person=dice.choice(on.adults).id),),
        "offences": (offence,),
        "methods": (Method(method="gifts", note="A phone"),) if dice.random() < 0.5 else (),
        "happened_place": on.things[0].id,
    }


_MADE: Mapping[type[Record], Callable[[Ground, Random], Mapping[str, Any]]] = {
    Link: _link,
    Notice: _notice,
    NoticeReview: lambda on, dice: {**_after(on), "reviewed_at": Moment("2026-11-02"), "decision": "stands"},
    Breach: lambda on, dice: {
        **_after(on),
        "happened_at": Moment("2026-11-15T01:30+00:00"),
        "what": "In his car.",
        "episode": on.episode.id,
    },
    Order: lambda on, dice: {
        "subject": dice.choice((*on.adults, on.things[0])).id,
        "order_type": "sexual_risk_order",
        "prohibitions": (Prohibition(text="No child in his car", until=Moment("2026-12-31")),),
        "protects": (Protected(child=dice.choice(on.children).id),),
    },
    Investigation: _sides,
    DisruptionAction: lambda on, dice: {
        "targets": (Target(subject=dice.choice((*on.adults, *on.things)).id),),
        "protects": (Protected(child=dice.choice(on.children).id),),
        "tactic": "search_warrant",
        "due_on": Moment(dice.choice(DAYS)),
    },
    InformationReport: lambda on, dice: {
        "about": (ReportAbout(subject=dice.choice(on.subjects).id), ReportAbout(called="Tall Paul")),
        "what": "Girls get in there at night.",
        "said_in": on.episode.id,
    },
    Grading: lambda on, dice: {
        "report": on.report.id,
        "subject": on.adults[0].id,
        "graded_at": Moment("2026-11-20"),
        "source_grade": "g2",
        "information_grade": "d",
        "handling": "p",
    },
    OpenQuestion: lambda on, dice: {
        "about": (Target(subject=dice.choice(on.subjects).id),),
        "question": "Who has the keys?",
        "due_on": Moment(dice.choice(DAYS)),
    },
    Place: lambda on, dice: {"place_name": dice.choice(WORDS), "other_names": (Alias(name="The Grill"),)},
    Vehicle: lambda on, dice: {"plate": dice.choice(WORDS), "colour": "white"},
    Handle: lambda on, dice: {"value": "07700 900123"},
}


def table(on: Ground, dice: Random) -> str:
    """A list as another program writes it, of one of the kinds that can be imported; some of it is on file already."""
    kind = dice.choice(sorted(_TABLES_OF))
    head, row = _TABLES_OF[kind]
    lines = [row(on, dice, place) for place in range(dice.randrange(1, 5))]
    return "\n".join((head, *lines)) + "\n"


_TABLES_OF: Mapping[str, tuple[str, Callable[[Ground, Random, int], str]]] = {
    "adults": (
        "ref,name,date of birth,how well known,role,status,risk",
        lambda on, dice, place: (
            f"{dice.random()},Man {place},{dice.choice(BORN)},full name or initials,abuser,"
            f"{dice.choice(('charged', 'suspect', ''))},Follows girls home"
        ),
    ),
    "adults on file": (
        "name,file,how well known,ref",
        lambda on, dice, place: f"{on.adults[place % 2].name},{on.adults[place % 2].file_number},,{dice.random()}",
    ),
    "links": (
        "from_ref,link,to_ref,since,note",
        lambda on, dice, place: (
            f"{on.adults[place % 2].file_number},friend,{on.children[dice.randrange(2)].file_number},"
            f"{2000 + dice.randrange(25)},note {dice.random()}"
        ),
    ),
    "places": (
        "place,place type,address,postcode,run by",
        lambda on, dice, place: (
            f"{dice.choice(('Kebab Corner', f'Bar {place}'))},takeaway or restaurant,"
            f"{place} Mill Road,NN1 1AA,Mr {dice.random()}"
        ),
    ),
    "vehicles": (
        "plate,make,colour,notes",
        lambda on, dice, place: f"{dice.choice(('AB12 CDE', f'XY{place}4 ABC'))},Ford,red,seen {dice.random()}",
    ),
    "handles": (
        "handle sort,value,service,notes",
        lambda on, dice, place: (
            f"phone,{dice.choice(('07700 900123', f'0770090{place}77'))},Giffgaff,seen {dice.random()}"
        ),
    ),
}


def mentions(dice: Random) -> tuple[Mention, ...]:
    """Who and what a child names."""
    found = (
        Mention(name=f"Tall {dice.randrange(10**9)}", known="Drives a taxi"),
        Mention(name=f"Bar {dice.randrange(10**9)}", sort="place"),
        Mention(name=f"0779{dice.randrange(10**6, 10**7)}", sort="phone"),
        Mention(name="AB12 CDE", sort="vehicle"),
        Mention(name=f"@n{dice.randrange(10**9)}", sort="handle"),
    )
    return tuple(dice.sample(found, dice.randrange(1, len(found) + 1)))


def answers(on: Ground, waiting: Sequence[Named], dice: Random) -> list[Answer]:
    """What becomes of each that waits: a new record, one on file, or nothing yet; the last is always recorded."""
    return [_answer(on, each, dice, must=place == len(waiting) - 1) for place, each in enumerate(waiting)]


def _answer(on: Ground, named: Named, dice: Random, *, must: bool) -> Answer:
    if not must and dice.random() < 0.3:
        return Answer(named=named)
    if named.sort == recognising.PERSON:
        way = dice.choice((Way(link_type="exploited", outward=False), Way(link_type="friend")))
        return Answer(named=named, new=True, role="of_concern", way=way)
    way = Way(link_type="seen_at" if named.sort == recognising.PLACE else "uses")
    if named.sort == recognising.VEHICLE and dice.random() < 0.5:
        return Answer(named=named, subject=on.things[1].id, way=way)
    return Answer(named=named, new=True, way=way)


Rows = dict[str, list[tuple[Any, ...]]]
_TABLES = {
    "due": "SELECT * FROM due",
    "card": "SELECT * FROM card",
    "thing card": "SELECT * FROM thing_card",
    "keys": "SELECT sort, value, record FROM keys",
    "involvement": "SELECT * FROM involvement",
    "words": "SELECT doc, term, col, offset FROM told_words",
}
_OF = {"keys": 2, "involvement": 3, "words": 0, "card": 0, "thing card": 0}
"""In which column of a row stands the record, file or thing that it is of."""


def rows(desk: Desk) -> Rows:
    """Every row of every index, in one order."""
    vault = desk.store.vault
    vault.sql("CREATE VIRTUAL TABLE IF NOT EXISTS temp.told_words USING fts5vocab('main', 'words', 'instance')")
    return {name: sorted(vault.sql(query), key=repr) for name, query in _TABLES.items()}


def without(told: Rows, gone: Iterable[Id]) -> Rows:
    """The same without the rows of these records themselves: what was made and taken back stays readable."""
    left = set(gone)
    return {
        name: [row for row in found if name not in _OF or row[_OF[name]] not in left] for name, found in told.items()
    }
