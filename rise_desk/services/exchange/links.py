"""Links: what a row says of two who have to do with each other, as the link it would make between subjects on file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rise_desk.domain.hearing import heard
from rise_desk.domain.link import Link
from rise_desk.errors import Invalid
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.columns import blank
from rise_desk.services.exchange.ends import Ends
from rise_desk.services.exchange.matching import reference_of
from rise_desk.services.exchange.people import MIDNIGHT
from rise_desk.services.exchange.things import origin_of

ENDS = ("subject", "other")
_SAME = ("detail", "confidence", "said_by", "note")
_ON = ("since", "until")

Said = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What rows about subjects on file are read with: whom they name, and where the file comes from."""

    source: str
    origin: str
    ends: Ends
    desk: Desk


def said_link(said: Said, telling: Telling) -> Link:
    """The link that a row's values say; `Invalid` has a sentence for each thing that stands against it."""
    desk = telling.desk
    data: dict[str, Any] = {name: said[name] for name in _SAME if not blank(said.get(name, "unknown"))}
    data |= {name: day(said, name) for name in _ON if name in said}
    data["link_type"] = said.get("link_type", "")
    data |= {name: str(found.id) for name, found in ends_of(said, telling).items()}
    data["source"] = origin_of(said, telling.origin)
    made = heard(Link, Link.said(data, desk.practice), desk.practice, desk.now())
    content = [str(made.subject), made.link_type, made.detail, str(made.other), made.since]
    made = made.changed(references=(reference_of(telling.source, known(said, "ref"), content),))
    problems = made.problems(desk.practice, desk.now())
    if problems:
        raise Invalid(problems)
    return made


def ends_of(said: Said, telling: Telling) -> dict[str, Any]:
    """Both ends of a row's link; `Invalid` has a sentence for each that is missing or not on file."""
    found, problems = {}, dict[str, str]()
    for name, asked in zip(ENDS, ("Say whom or what the link is from.", "Say whom or what it leads to."), strict=True):
        try:
            if not known(said, name):
                raise Invalid({name: asked})
            found[name] = telling.ends.of(said[name], name)
        except Invalid as nobody:
            problems |= nobody.fields
    if problems:
        raise Invalid(problems)
    return found


def day(said: Said, name: str) -> str:
    """A day as a row says it, without the midnight that spreadsheets add; '' where it says that none is known."""
    text = known(said, name)
    return MIDNIGHT.sub("", text)


def known(said: Said, name: str) -> str:
    """What a row says of a field; '' where it says that nothing is recorded."""
    text = said.get(name, "")
    return "" if blank(text) else text
