"""A card: the one line by which a list shows a subject, with everything a list can be sorted by."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from rise_desk.domain import names
from rise_desk.domain.agenda import NOT_RULED, Ruled
from rise_desk.domain.instrument import rank
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import AT_RISK, OF_CONCERN, Person
from rise_desk.domain.record import Id


@dataclass(frozen=True, kw_only=True)
class Card:
    """A person as a list shows them; keys of vocabularies, not labels; '' is not recorded.

    `risk` puts the bands in order; `waits`: the band that was chosen has not taken effect, and the higher one shows.
    `missing_since`: since when they are missing now, and `interview_by` the earliest instant by which a return
    interview is owed. `known`, `status`, `concern_role`: of somebody of concern, how well known, how it stands with
    what is alleged, and what they are said to do.
    """

    subject: Id
    at_risk: bool
    of_concern: bool
    sort_name: str
    name: str
    known_as: str
    file_number: str
    date_of_birth: Moment
    gender: str
    lives: str
    legal: str
    case_state: str
    key_worker: str
    flags: str
    warnings: int
    last_seen: str
    last_entry: str
    folded: str
    band: str
    risk: str
    overall: str
    assessed_on: str
    assess_by: str
    waits: bool
    missing_since: str
    interview_by: str
    known: str
    status: str
    concern_role: str


class Face(NamedTuple):
    """As much of a card as a line of Today shows of whoever it is about."""

    subject: Id
    name: str
    file_number: str
    date_of_birth: Moment
    key_worker: str
    band: str
    waits: bool
    at_risk: bool


SORTABLE = (
    "sort_name",
    "file_number",
    "date_of_birth",
    "gender",
    "lives",
    "legal",
    "case_state",
    "key_worker",
    "last_seen",
    "last_entry",
    "risk",
    "assess_by",
    "interview_by",
)
"""The columns that a list can be sorted by, each with an index of its own."""


NO_BAND = "none"
"""Asks for those whom nobody has assessed."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which cards somebody wants: of one role, in which order, narrowed by what, after which card.

    Those who are missing now come first, in whatever order. `after` is the last card of the page before: its value in
    the sorted column, and its subject; `among_missing` whether that one is missing now. `band`: the one that shows, or
    `NO_BAND` for those who have none. `known`: how well known somebody is; `status`: how it stands with an allegation.
    """

    role: str = AT_RISK
    sort: str = "sort_name"
    descending: bool = False
    text: str = ""
    case_state: str = ""
    key_worker: str = ""
    band: str = ""
    known: str = ""
    status: str = ""
    after: tuple[str, Id] | None = None
    among_missing: bool = False
    limit: int = 50

    def following(self, last: Card) -> "Wanted":
        """The same list from there on: the page after the one that ends with this card."""
        place = (str(getattr(last, self.sort)), last.subject)
        return replace(self, after=place, among_missing=bool(last.missing_since))


def card_of(
    person: Person, last_seen: str, last_entry: str, also_filed: tuple[str, ...] = (), ruled: Ruled = NOT_RULED
) -> Card:
    """The card of a person, given the London days of when last seen and of the last entry, and what rules make of it.

    `also_filed` are the numbers of the files that were merged into this one: by them, too, somebody is found.
    """
    lives, risk = person.lives_now(), ruled.risk
    called = (person.given_name, person.family_name, person.known_as, *(each.name for each in person.aliases))
    return Card(
        subject=person.id,
        at_risk=person.has_role(AT_RISK),
        of_concern=person.has_role(OF_CONCERN),
        sort_name=person.sort_name,
        name=person.name,
        known_as=person.known_as,
        file_number=person.file_number,
        date_of_birth=person.date_of_birth,
        gender=person.gender,
        lives=lives.lives if lives else "",
        legal=" ".join(each.status for each in person.legal_now()),
        case_state=person.case_state(),
        key_worker=person.key_worker(),
        flags=" ".join(each.flag for each in person.held_flags()),
        warnings=len(person.held_warnings()),
        last_seen=last_seen,
        last_entry=last_entry,
        folded=_folded(called, " ".join((person.file_number, *also_filed))),
        band=risk.band,
        risk=str(rank(risk.band) or ""),
        overall=risk.overall,
        assessed_on=risk.assessed_on,
        assess_by=risk.assess_by,
        waits=risk.waits,
        missing_since=ruled.away.missing_since,
        interview_by=ruled.away.interview_by,
        known=person.how_well_known,
        status=person.status_now(),
        concern_role=person.concern_roles[-1].role if person.concern_roles else "",
    )


def _folded(called: tuple[str, ...], file_number: str) -> str:
    return " ".join((*(names.fold(each) for each in called), file_number))
