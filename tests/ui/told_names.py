"""Interviews in which somebody and something is named, for the tests of the step that takes them up."""

from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.link import Link
from rise_desk.domain.mention import Mention
from rise_desk.domain.person import Person
from rise_desk.services.desk import Desk
from tests import build

PAUL, PHONE = Mention(name="Tall Paul", known="Drives a taxi"), Mention(name="07700 900123", sort="phone")
PLATE, CORNER = Mention(name="AB12 CDE", sort="vehicle"), Mention(name="Kebab Corner", sort="place")


def told(desk: Desk, child: Person, *named: Mention) -> ReturnInterview:
    """An interview that was held, and who and what was named in it."""
    episode = build.episode(desk, child.id, "2026-11-18T01:00+00:00", "2026-11-18T02:00+00:00")
    held = "2026-11-18T16:00+00:00"
    return build.interview(
        desk,
        episode,
        offered_at=held,
        done_at=held,
        seen="seen_alone",
        interviewer="Ana Reyes",
        independent=True,
        own_words="He was there.",
        mentions=named,
    )


def links(desk: Desk, child: Person) -> list[Link]:
    """The links of a child, in the order they were made."""
    return sorted(desk.store.case_file(child.id, frozenset()).of(Link), key=lambda each: each.id)
