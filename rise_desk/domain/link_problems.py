"""What speaks against a link: one sentence for each field."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rise_desk.domain import linking, moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import AT_RISK, OF_CONCERN, Person
from rise_desk.domain.problems import ends_before
from rise_desk.domain.record import Record

if TYPE_CHECKING:
    from rise_desk.domain.link import Link


def alone(link: "Link") -> dict[str, str]:
    """What shows without looking at who is linked."""
    if not (link.subject and link.other):
        missing = {"subject": "Choose who or what is linked.", "other": "Choose with whom or what."}
        return {name: sentence for name, sentence in missing.items() if not getattr(link, name)}
    if link.subject == link.other:
        return {"other": "A link joins two. Choose somebody or something else."}
    if ends_before(link.since, link.until):
        return {"until": "The end must be on or after the start."}
    return {}


def direction(link: "Link", person: Person) -> dict[str, str]:
    """Whether this person may stand at the end of the link where they stand."""
    if not link.harms:
        return {}
    if person.id == link.subject and not person.has_role(OF_CONCERN):
        said = "An exploitation link runs from the alleged exploiter to the child."
        return {"subject": f"{said} Turn it round, or first record that {person.name} is of concern."}
    if person.id == link.other and not person.has_role(AT_RISK):
        return {
            "other": f"An exploitation link ends at a child who is at risk, and {person.name} is not on file as one."
        }
    return {}


def with_thing(link: "Link", thing: Record) -> dict[str, str]:
    """Whether a place, vehicle, phone or name online may stand at this end."""
    if link.link_type in linking.BETWEEN_PEOPLE:
        field = "subject" if thing.id == link.subject else "other"
        return {field: "Only people are linked so. Choose how somebody is linked with a place or thing."}
    if link.link_type in linking.WITH_THING and thing.id == link.subject:
        return {"subject": "This link runs from somebody to the place or thing. Turn it round."}
    return {}


def again(link: "Link", others: Iterable["Link"]) -> dict[str, str]:
    """Whether the same two are already linked so at that time."""
    for each in others:
        same = each.id != link.id and not each.withdrawn and each.link_type == link.link_type
        turned = link.link_type in linking.MUTUAL and (each.subject, each.other) == (link.other, link.subject)
        if same and ((each.subject, each.other) == (link.subject, link.other) or turned) and _at_once(link, each):
            return {"link_type": "These two are already linked so. Change that link, or give this one other dates."}
    return {}


def _at_once(link: "Link", other: "Link") -> bool:
    """Whether two links may hold at the same time; what lasts and has no end still holds."""
    if not (link.since and other.since):
        return True
    first, second = sorted((link, other), key=lambda each: moments.london_day(each.since))
    ends = first.until or (first.since if link.link_type in linking.ON_A_DAY else "")
    return not ends or moments.london_day(Moment(ends)) >= moments.london_day(second.since)


def told_once(problems: Mapping[str, str]) -> dict[str, str]:
    """The same; a link of harm that is wrong at both ends, as one that runs the wrong way is, says so at its start."""
    twice = {"subject", "other"} <= set(problems)
    return {field: text for field, text in problems.items() if not twice or field != "other"}
