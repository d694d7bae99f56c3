"""Linking: what each way in which two can be linked means for the rules; the words are in the lists."""

HARM = frozenset({"approached", "groomed", "exploited"})
"""Runs from the alleged exploiter to the child, never the other way."""

MAKES_GROUP = frozenset({"acts_with", "friend_or_associate", "relative"})
"""Two adults who each harmed a child make a group by these alone, at least probable (practice)."""

MAY_CONNECT = frozenset({"same_address", "same_workplace", "same_vehicle", "same_phone"})
"""Says that two may be connected, and never makes a group."""

MUTUAL = MAKES_GROUP | MAY_CONNECT | {"friend", "said_partner", "went_missing_with", "found_with", "gang_or_line"}
"""The same read from either end."""

WITH_THING = frozenset({"lives_at", "works_at", "runs", "seen_at", "uses", "keeper_of"})
"""From a person to a place, a vehicle, a phone or a name online."""

ON_A_DAY = frozenset({"went_missing_with", "found_with", "seen_at", "approached"})
"""Happened on a day, and may have happened again; the others last until somebody says that they ended."""

SAYS_WHICH = frozenset({"relative", "said_partner"})
"""Where the word somebody used (sister, boyfriend) says more than the list does."""

BETWEEN_PEOPLE = (
    frozenset({"said_partner", "relative", "introduced_by", "made_to_introduce", "went_missing_with"}) | HARM
)

CONFIRMED, PROBABLE, UNCONFIRMED = "confirmed", "probable", "unconfirmed"
CONFIDENCES = (CONFIRMED, PROBABLE, UNCONFIRMED)
"""The surest first."""


def weaker(one: str, other: str) -> str:
    """The less sure of two confidences; one that nobody recorded is the least sure."""
    return max(one, other, key=place)


def place(confidence: str) -> int:
    """Where a confidence stands among them, 0 for the surest."""
    return CONFIDENCES.index(confidence) if confidence in CONFIDENCES else len(CONFIDENCES)


def makes_group(link_type: str, confidence: str) -> bool:
    """Whether a link of this sort and confidence joins two adults to a group."""
    return link_type in MAKES_GROUP and place(confidence) <= place(PROBABLE)
