"""The verb for the team's settings: all of them as they are now, and for a supervisor a new value of one."""

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.trigger import Trigger
from rise_desk.errors import Invalid
from rise_desk.services import instruments, settings
from rise_desk.services.desk import Desk
from rise_desk.verbs.command import Command, Words

YES_NO = {"yes": True, "no": False}
KINDS = {each.name: each.type for each in fields(Trigger)}


def add_words(verbs: Words) -> None:
    """The words of this verb."""
    made = verbs.add_parser("settings", help="the team’s settings as they are; a supervisor may change them")
    made.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help=f"a new value, kept at once; may be said several times. Names: {', '.join(SET)}",
    )


def change(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Keep what is said, one after the other; then every setting as it is."""
    for keep, value in [_asked(desk, each) for each in said.set]:
        keep(desk, value)
    return told(desk)


def told(desk: Desk) -> dict[str, Any]:
    """Every setting of the team, by the names under which each is set."""
    held = desk.practice
    return {
        "instrument": held.instrument,
        "lock-after": held.lock_after_minutes,
        "sign-off-days": held.sign_off_days,
        "long-after": held.long_after_hours,
        "overnight-is-long": held.overnight_is_long,
        "interviews-since": held.interviews_since,
        "our-council": held.our_council,
        "notice-review-months": held.notice_review_months,
        "triggers": [asdict(each) for each in held.triggers],
    }


Keep = Callable[[Desk, Any], None]


def _asked(desk: Desk, text: str) -> tuple[Keep, Any]:
    """What keeps a setting, and the value as it is meant; `Invalid` where it can't be read."""
    name, equals, value = text.partition("=")
    if name not in SET or not equals:
        raise Invalid({"set": f"Say NAME=VALUE; the names are {', '.join(SET)}."})
    read, keep = SET[name]
    try:
        return keep, read(desk, value)
    except ValueError as unreadable:
        raise Invalid({name: str(unreadable)}) from None


def _number(desk: Desk, text: str) -> int:
    if not text.isdecimal() or not text.isascii():
        raise ValueError("Give a whole number.")
    return int(text)


def _yes_or_no(desk: Desk, text: str) -> bool:
    if text not in YES_NO:
        raise ValueError("Say yes or no.")
    return YES_NO[text]


def _day(desk: Desk, text: str) -> date:
    day = moments.read(text, now=desk.now(), called="Interviews expected since", time=False)
    if moments.precision(day) != "day":
        raise ValueError("Interviews expected since must be a whole date, such as 1 November 2026.")
    return date.fromisoformat(day)


def _triggers(desk: Desk, text: str) -> list[Trigger]:
    try:
        held = json.loads(text)
    except ValueError:
        raise ValueError("The triggers are not JSON.") from None
    if not isinstance(held, list) or not all(_is_trigger(each) for each in held):
        names = ", ".join(KINDS)
        raise ValueError(f"Give the triggers as a list of objects with some of {names}: text for action, else numbers.")
    return [Trigger(**each) for each in held]


def _is_trigger(said: object) -> bool:
    return isinstance(said, dict) and all(type(value) is KINDS.get(name) for name, value in said.items())


def _text(desk: Desk, text: str) -> str:
    return text


SET: Mapping[str, tuple[Callable[[Desk, str], Any], Keep]] = {
    "instrument": (_text, instruments.choose),
    "lock-after": (_number, settings.set_lock_after),
    "sign-off-days": (_number, settings.set_sign_off_days),
    "long-after": (_number, settings.set_long_after),
    "overnight-is-long": (_yes_or_no, settings.set_overnight_is_long),
    "interviews-since": (_day, settings.set_interviews_since),
    "our-council": (_text, settings.set_our_council),
    "notice-review-months": (_number, settings.set_notice_review_months),
    "triggers": (_triggers, settings.set_triggers),
}
"""How each setting is read, and what keeps it."""
