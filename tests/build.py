"""Builders for tests: small true records, so that each test says only what it is about."""

from typing import Any

from rise_desk.domain import life, scoring
from rise_desk.domain.assessment import Assessment, Evidence, Score
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.disruption import DisruptionAction, Target
from rise_desk.domain.handle import Handle
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.interview import Covered, ReturnInterview
from rise_desk.domain.link import Link
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.order import Protected
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id, Record
from rise_desk.domain.staff import Role
from rise_desk.domain.vehicle import Vehicle
from rise_desk.errors import Invalid
from rise_desk.services import accounts, casework, signing_in
from rise_desk.services.desk import Desk
from rise_desk.services.practice import general

PASSWORD = "bodim-takel-runov 7"


def young_person(
    desk: Desk, given: str = "Maisie", family: str = "Okafor", *, reason: str = "Somebody else", **values: Any
) -> Person:
    """A young person on file; the reason is given only where somebody there is likely the same."""
    known: dict[str, Any] = {"roles": (life.DatedRole(role="at_risk"),), **values}
    made = Person(id=desk.clock.new_id(), given_name=given, family_name=family, **known)
    try:
        return casework.save(desk, made)
    except Invalid as likely:
        if "duplicates" not in likely.fields:
            raise
    return casework.save(desk, made, reason=reason)


def note(desk: Desk, *about: Id, happened_at: str = "2026-11-20T10:00+00:00", **values: Any) -> ContactNote:
    """A note on file about these people."""
    known: dict[str, Any] = {
        "concerns": tuple(Concern(subject=each) for each in about),
        "text": "Met at school.",
        **values,
    }
    made = ContactNote(id=desk.clock.new_id(), happened_at=Moment(happened_at), **known)
    return casework.save(desk, made)


def colleague(desk: Desk, name: str, role: Role = Role.WORKER, grants: tuple[str, ...] = ()) -> Desk:
    """Somebody else, added by this desk's supervisor and signed in at the same store with a password of their own."""
    code = accounts.add(desk, name, role, grants)
    path = desk.store.folder.path
    first = signing_in.sign_in(path, name, code, desk.clock, code_ok=True)
    accounts.change_password(first, code, PASSWORD)
    signing_in.leave(first)
    return signing_in.sign_in(path, name, PASSWORD, desk.clock)


def made_assessment(
    subject: Id, levels: str = "3333333333", *, judgement: int = 5, day: str = "2026-11-10", **values: Any
) -> Assessment:
    """An assessment as it would be submitted: a digit for each indicator (0 for not yet known), the higher band."""
    practice = general()
    scores = tuple(
        Score(indicator=key, score=int(level), find_out="" if int(level) else "Asked of school.")
        for key, level in zip(INDICATORS, levels, strict=True)
    )
    known: dict[str, Any] = {
        "subject": subject,
        "assessed_on": Moment(day),
        "instrument": practice.instrument,
        "scores": scores,
        "evidence": tuple(Evidence(indicator=key, text=f"What was seen of {key}.") for key in INDICATORS),
        "judgement": judgement,
        "judgement_comment": "As the worker sees it.",
        **values,
    }
    overall = scoring.total((each.score for each in scores), judgement)
    known.setdefault("band", scoring.allowed(practice.instruments[practice.instrument], overall)[0])
    return Assessment(**known)


def assessment(desk: Desk, subject: Id, levels: str = "3333333333", **values: Any) -> Assessment:
    """An assessment on file."""
    return casework.save(desk, made_assessment(subject, levels, id=desk.clock.new_id(), **values))


def made_episode(subject: Id, reported_at: str, returned_at: str = "", **values: Any) -> MissingEpisode:
    """A missing episode from a report to a return; '' while it lasts."""
    known: dict[str, Any] = {"subject": subject, "reported_at": Moment(reported_at), **values}
    return MissingEpisode(returned_at=Moment(returned_at), **known)


def episode(desk: Desk, subject: Id, reported_at: str, returned_at: str = "", **values: Any) -> MissingEpisode:
    """A missing episode on file."""
    return casework.save(desk, made_episode(subject, reported_at, returned_at, id=desk.clock.new_id(), **values))


def interview(desk: Desk, about: MissingEpisode, *others: MissingEpisode, **values: Any) -> ReturnInterview:
    """What is on file of a return interview about these episodes; the moments of its steps are given as text."""
    known: dict[str, Any] = {name: Moment(value) if name.endswith("_at") else value for name, value in values.items()}
    covered = tuple(Covered(episode=each.id) for each in (about, *others))
    return casework.save(
        desk, ReturnInterview(id=desk.clock.new_id(), subject=about.subject, episodes=covered, **known)
    )


def adult(
    desk: Desk, given: str = "Darren", family: str = "Pike", *, reason: str = "Somebody else", **values: Any
) -> Person:
    """An adult of concern on file."""
    return young_person(desk, given, family, reason=reason, **{"roles": (life.DatedRole(role="of_concern"),), **values})


def place(desk: Desk, name: str = "Kebab Corner", **values: Any) -> Place:
    """A place on file."""
    return casework.save(desk, Place(id=desk.clock.new_id(), place_name=name, **values))


def vehicle(desk: Desk, plate: str = "AB12 CDE", **values: Any) -> Vehicle:
    """A vehicle on file."""
    return casework.save(desk, Vehicle(id=desk.clock.new_id(), plate=plate, **values))


def phone(desk: Desk, number: str = "07700 900123", **values: Any) -> Handle:
    """A phone on file."""
    return casework.save(desk, Handle(id=desk.clock.new_id(), value=number, **values))


def link(desk: Desk, one: Record, link_type: str, other: Record, *, since: str = "", **values: Any) -> Link:
    """A link on file, from one subject to another."""
    made = Link(
        id=desk.clock.new_id(), subject=one.id, link_type=link_type, other=other.id, since=Moment(since), **values
    )
    return casework.save(desk, made)


def notice(desk: Desk, child: Person, adult: Person, **values: Any) -> Notice:
    """A notice on file about a pair; dates are given as text."""
    known: dict[str, Any] = {
        name: Moment(value) if name.endswith(("_on", "_at")) else value for name, value in values.items()
    }
    known.setdefault("law", "s2")
    return casework.save(desk, Notice(id=desk.clock.new_id(), child=child.id, adult=adult.id, **known))


def disruption(desk: Desk, *targets: Record, protects: tuple[Person, ...] = (), **values: Any) -> DisruptionAction:
    """A disruption action on file; dates are given as text."""
    known: dict[str, Any] = {name: Moment(value) if name.endswith("_on") else value for name, value in values.items()}
    known.setdefault("tactic", "search_warrant")
    made = DisruptionAction(
        id=desk.clock.new_id(),
        targets=tuple(Target(subject=each.id) for each in targets),
        protects=tuple(Protected(child=each.id) for each in protects),
        **known,
    )
    return casework.save(desk, made)
