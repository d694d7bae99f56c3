"""Naming: what may become of somebody or something that a record names: a record of its own, and a link to the child.

It is offered and never done by itself: a name may be anybody's, and a link that tells of harm is nobody's guess.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rise_desk.domain import identifiers, life, linking, moments, names, recognising
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.handle import ONLINE, PHONE, Handle
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id, Record
from rise_desk.domain.vehicle import Vehicle

if TYPE_CHECKING:
    from rise_desk.domain.link import Link
    from rise_desk.domain.practice import Practice

NAMING = ReturnInterview | Assessment | MissingEpisode
"""The kinds of record that name somebody or something."""

KINDS = (ReturnInterview.KIND, Assessment.KIND, MissingEpisode.KIND)
ALIAS_ONLY = "given_name_or_alias_only"

_SUGGESTED = {recognising.PLACE: "seen_at"}
_WITH = {
    recognising.PLACE: ("seen_at", "lives_at", "works_at", "runs"),
    recognising.VEHICLE: ("uses", "keeper_of"),
    recognising.PHONE: ("uses", "keeper_of"),
    recognising.HANDLE: ("uses", "keeper_of"),
}


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way in which a child is linked with what they named; `outward`: it runs from the child."""

    link_type: str
    outward: bool = True

    def words(self, practice: "Practice") -> str:
        """How it reads from the child's end."""
        return practice.label("link_type" if self.outward else "link_inverse", self.link_type)


def mentions(record: Record) -> tuple[Mention, ...]:
    """Whoever and whatever a record names; an interview that is only being arranged names nobody yet."""
    if isinstance(record, ReturnInterview):
        return record.mentions if record.done_at else ()
    if isinstance(record, Assessment):
        return record.mentions
    return record.found_with if isinstance(record, MissingEpisode) else ()


def sort_of(mention: Mention) -> str:
    """What is named, by the sorts of `recognising`; a person is '', however it was recorded."""
    return recognising.PERSON if mention.sort == "person" else mention.sort


def same(mention: Mention) -> tuple[str, str, Id]:
    """What two mentions share that name the same: the sort, the name as it is found again, and the file."""
    sort = sort_of(mention)
    return (sort, recognising.alike(sort, mention.name), mention.person)


def ways(sort: str, practice: "Practice") -> tuple[Way, ...]:
    """Every way in which a child may be linked with something of this sort, in the order of the list."""
    if sort in _WITH:
        return tuple(Way(link_type=each) for each in _WITH[sort])
    listed = (each.key for each in practice.vocabulary("link_type").choices())
    return tuple(way for key in listed if key not in linking.WITH_THING for way in _between(key))


def _between(link_type: str) -> Iterator[Way]:
    """Harm runs to the child alone; what reads differently from its ends is offered from either."""
    if link_type not in linking.HARM:
        yield Way(link_type=link_type)
    if link_type not in linking.MUTUAL:
        yield Way(link_type=link_type, outward=False)


def suggested(mention: Mention, record: Record) -> str:
    """The link that its sort suggests; '' for a person, of whom nobody can tell but who was found with a child.

    Nor for a phone or a name online: a child who names one may use it, or be called from it by somebody who harms them.
    """
    sort = sort_of(mention)
    if sort == recognising.PERSON and isinstance(record, MissingEpisode):
        return "found_with"
    return _SUGGESTED.get(sort, "")


def made(mention: Mention, role: str, said_by: str) -> Person | Place | Vehicle | Handle:
    """A new record of what was named, with what is known of it; `role` is what a person is on file as."""
    name, known, sort = mention.name.strip(), mention.known, sort_of(mention)
    if sort == recognising.PLACE:
        return Place(place_name=name, description=known)
    if sort == recognising.VEHICLE:
        whole, rest = identifiers.plate_and_rest(name)
        if whole:
            return Vehicle(plate=whole, body=rest, description=known)
        plate = bool(identifiers.plate(name)) and any(each.isdigit() for each in name)
        return Vehicle(plate=name if plate else "", body="" if plate else name, description=known)
    if sort in (recognising.PHONE, recognising.HANDLE):
        return Handle(handle_sort=PHONE if sort == recognising.PHONE else ONLINE, value=name, description=known)
    return Person(
        known_as=name,
        roles=(life.DatedRole(role=role, basis=said_by),),
        how_well_known=ALIAS_ONLY,
        description=known,
    )


def source(record: Record) -> str:
    """The record that names somebody, as a sentence says it: 'return interview of 18 November 2026'."""
    return f"{record.TITLE.lower()} of {moments.shown(Moment(moments.london_day(record.happened())))}"


def phrase(mention: Mention, record: Record) -> str:
    """The line of a link's note that says which mention it came from."""
    return f"Named as “{mention.name.strip()}” in the {source(record)}."


def tells(link: "Link", mention: Mention, record: Record) -> bool:
    """Whether a link says that it came from this mention."""
    return names.fold(phrase(mention, record)) in names.fold(link.note)
