"""Triggers: how often, how long or how young a child must be missing for the team to plan again (a team setting)."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

MOST_COUNT, LONGEST_DAYS, LONGEST_HOURS, OLDEST = 30, 365, 168, 18
PLAN = "Plan what happens next with everybody around the child"
"""What a trigger asks for until a team says otherwise."""


@dataclass(frozen=True, kw_only=True)
class Trigger:
    """So many episodes within so many days, or one of more than some hours, or one of a child under some age.

    0 in `count`, `hours` or `under` asks for nothing. `action` is what is to be done, in the team's words.
    """

    count: int = 0
    days: int = 0
    hours: int = 0
    under: int = 0
    action: str = PLAN

    @property
    def text(self) -> str:
        """What sets it off, in words: '3 missing episodes in 30 days'."""
        if self.count:
            return f"{self.count} missing episodes in {self.days} days"
        return f"missing for more than {self.hours} hours" if self.hours else f"missing under the age of {self.under}"

    def problem(self) -> str:
        """Why it can't be a trigger, in a sentence; '' where it can."""
        if [bool(self.count), bool(self.hours), bool(self.under)].count(True) != 1:
            return "Choose one of these: so many episodes, an episode of some length, or an age."
        if self.count and not (1 < self.count <= MOST_COUNT and 0 < self.days <= LONGEST_DAYS):
            return f"Choose between 2 and {MOST_COUNT} episodes, within 1 to {LONGEST_DAYS} days."
        if not self.count and self.days:
            return "Days belong to a number of episodes."
        if not (0 <= self.hours <= LONGEST_HOURS and 0 <= self.under <= OLDEST):
            return f"Choose at most {LONGEST_HOURS} hours, or an age of at most {OLDEST}."
        return "" if self.action.strip() else "Say what is to be done."


USUAL = (Trigger(count=3, days=30), Trigger(count=3, days=90), Trigger(hours=24), Trigger(under=13))
"""The triggers of a team that has changed nothing."""


def written(triggers: Iterable[Trigger]) -> str:
    """Triggers as the store keeps them."""
    return json.dumps([asdict(each) for each in triggers], sort_keys=True)


def read(text: str) -> tuple[Trigger, ...]:
    """The triggers that `written` kept; what a later program added to them is left aside."""
    known = {each.name for each in fields(Trigger)}
    said: list[dict[str, Any]] = json.loads(text)
    return tuple(Trigger(**{name: value for name, value in each.items() if name in known}) for each in said)
