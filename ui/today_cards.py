"""The cards of Today: which there are, in the order in which the morning meeting goes through them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rise_desk.services import today
from rise_desk.services.today import Part, Waiting
from ui import formats

SIX_WEEKLY = "six-weekly"
PROMPTED = "its due day does not move"
MISSING, OVERNIGHT = "Missing now", "Returned overnight"


class Place(StrEnum):
    """Where a card stands: across the whole page, or calm in one of two columns where there is room for them."""

    WIDE = "wide"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, kw_only=True)
class Group:
    """One card: its title, what stands beside it, and its lines under the headings they have."""

    title: str
    aside: str
    lines: tuple[tuple[str, Waiting], ...]
    loud: bool = False
    badges: bool = False
    place: Place = Place.WIDE
    overnight: bool = False


def groups(lines: Sequence[Waiting], who: str, now: datetime) -> list[Group]:
    """Every card that has lines for this reader, in the meeting's order."""
    parts = {part: [each for each in lines if each.part is part] for part in Part}
    fresh = today.overnight(parts[Part.INTERVIEW], now)
    back = parts[Part.SENT_BACK]
    own = [each for each in back if who in (each.author, each.key_worker)]
    made = [
        _plain(MISSING, parts[Part.MISSING], "child", "children", loud=True, badges=True),
        _interviews(OVERNIGHT, fresh, "since 18:00 yesterday"),
        _interviews("Return interviews", [each for each in parts[Part.INTERVIEW] if each not in fresh], "by time left"),
        _plain("To do the same day", parts[Part.SAME_DAY], loud=True, badges=True),
        _plain("Sent back to you", own, loud=_late(own), badges=True),
        _sign_offs(parts[Part.SIGN_OFF]),
        _parted("Reassessments", parts[Part.REASSESS], SIX_WEEKLY, Place.LEFT, badges=True),
        _plain("Plan what happens next", parts[Part.REPEAT], "trigger", place=Place.RIGHT, badges=True),
        _parted("Actions", parts[Part.ACTION], "", Place.RIGHT),
        _parted("Reviews", parts[Part.OTHER], "", Place.RIGHT),
        _plain("Consider an early review", parts[Part.REVIEW], aside=PROMPTED, badges=True, place=Place.LEFT),
        _plain("Sent back to others", [each for each in back if each not in own], badges=True, place=Place.RIGHT),
        _plain(
            "With a manager",
            parts[Part.WITH_MANAGER],
            aside="until it is signed off",
            badges=True,
            place=Place.LEFT,
        ),
    ]
    return [each for each in made if each.lines]


def _plain(
    title: str,
    lines: Sequence[Waiting],
    one: str = "line",
    many: str = "",
    *,
    aside: str = "",
    loud: bool = False,
    badges: bool = False,
    place: Place = Place.WIDE,
) -> Group:
    told = aside or formats.count(len(lines), one, many)
    headed = tuple(("", each) for each in lines)
    return Group(title=title, aside=told, lines=headed, loud=loud or _late(lines), badges=badges, place=place)


def _interviews(title: str, lines: Sequence[Waiting], by: str) -> Group:
    """Return interviews by the time that is left; what folds many old ones comes after those whose clock is read."""
    ordered = sorted(lines, key=lambda each: (each.folded > 1, each.minutes_left or 0))
    late = sum(each.overdue for each in lines)
    return Group(
        title=title,
        aside=formats.joined(f"{len(lines):,}, {by}", f"{late:,} late" if late else ""),
        lines=tuple(("", each) for each in ordered),
        loud=bool(late),
        badges=True,
        overnight=title == OVERNIGHT,
    )


def _sign_offs(lines: Sequence[Waiting]) -> Group:
    waits = sum(each.waits for each in lines)
    aside = formats.joined(
        formats.count(len(lines), "assessment"), f"{formats.count(waits, 'band')} not in effect" if waits else ""
    )
    ordered = sorted(lines, key=lambda each: not each.waits)
    return _plain("Waiting for your sign-off", ordered, aside=aside, loud=bool(waits), badges=True)


def _parted(title: str, lines: Sequence[Waiting], about: str, place: Place, *, badges: bool = False) -> Group:
    """A card whose lines stand under how soon they are due."""
    parts = {
        "Overdue": [each for each in lines if each.overdue],
        "Due soon": [each for each in lines if each.soon],
        "Later": [each for each in lines if not (each.overdue or each.soon)],
    }
    numbers = ", ".join(f"{len(each):,} {name.lower()}" for name, each in parts.items() if each)
    return Group(
        title=title,
        aside=formats.joined(about, numbers),
        lines=tuple((name, each) for name, part in parts.items() for each in part),
        loud=_late(lines),
        badges=badges,
        place=place,
    )


def _late(lines: Iterable[Waiting]) -> bool:
    return any(each.overdue for each in lines)
