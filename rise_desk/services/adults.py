"""Adults of concern in a list: their cards, each with how many young people it is linked with."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from rise_desk.domain import of_concern
from rise_desk.domain.card import Card, Wanted
from rise_desk.services import overview
from rise_desk.services.desk import Desk
from rise_desk.storage import linked, linked_children

_FIELDS = tuple(each.name for each in fields(Card))


@dataclass(frozen=True, kw_only=True)
class AdultCard(Card):
    """Somebody of concern in a list; `children`: with how many young people they are linked.

    `alleged`: what they are said to do is told as alleged, for no conviction is on file.
    """

    children: int = 0
    alleged: bool = False


def listed(desk: Desk, wanted: Wanted) -> list[AdultCard]:
    """One page of the list; a young person whose file is restricted is not counted."""
    return counted(desk, overview.people(desk, wanted))


def counted(desk: Desk, cards: Sequence[Card]) -> list[AdultCard]:
    """These cards with how many young people each is linked with, and whether a role is told as alleged."""
    people, vault = [each.subject for each in cards], desk.store.vault
    children, convicted = linked_children.count(vault, people), linked.convicted(vault, people)
    return [
        AdultCard(
            **{name: getattr(each, name) for name in _FIELDS},
            children=children[each.subject],
            alleged=of_concern.alleged(each.concern_role, is_convicted=each.subject in convicted),
        )
        for each in cards
    ]
