"""What a child tells in an interview, and how it stands with who and what they named: for tests of naming."""

from typing import Any

from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.link import Link
from rise_desk.domain.mention import Mention
from rise_desk.domain.naming import Way
from rise_desk.domain.person import Person
from rise_desk.services.desk import Desk
from rise_desk.services.named import Named
from tests import build

EXPLOITED = Way(link_type="exploited", outward=False)
USES, SEEN = Way(link_type="uses"), Way(link_type="seen_at")
FRIEND = Way(link_type="friend")
PAUL = Mention(name="Tall Paul", known="Drives a taxi")
PHONE = Mention(name="07700 900123", sort="phone")
CORNER = Mention(name="Kebab Corner", sort="place")


def told(desk: Desk, child: Person, *named: Mention, day: str = "18", **values: Any) -> ReturnInterview:
    """An interview that was held, and who and what was named in it."""
    episode = build.episode(desk, child.id, f"2026-11-{day}T01:00+00:00", f"2026-11-{day}T02:00+00:00")
    held = f"2026-11-{day}T16:00+00:00"
    known: dict[str, Any] = {"seen": "seen_alone", "interviewer": "Ana Reyes", "independent": True, **values}
    return build.interview(
        desk, episode, offered_at=held, done_at=held, own_words="He was there.", mentions=named, **known
    )


def names(found: tuple[Named, ...]) -> list[str]:
    """What they are called, in order."""
    return [each.mention.name for each in found]


def links_of(desk: Desk, child: Person) -> list[Link]:
    """The links of a child that stand, the oldest first."""
    file = desk.store.case_file(child.id, frozenset())
    return sorted((each for each in file.of(Link) if not each.withdrawn), key=lambda each: each.id)
