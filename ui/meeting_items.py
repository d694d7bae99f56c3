"""What the morning meeting goes through: the team's Today as one list, with what it agreed about each line."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from rise_desk.domain.action import Action
from rise_desk.services import meeting_lines, overnight, today
from rise_desk.services.today import Part, Waiting
from ui import formats, today_cards, today_words
from ui.desk import ScreenDesk
from ui.due_words import short_day
from ui.today_words import Around, Line

DEALT_WITH = "dealt with"
Key = tuple[object, ...]


@dataclass(frozen=True, kw_only=True)
class Item:
    """One line of Today under its card's title, with the record it rests on and what was agreed about it today."""

    title: str
    line: Line
    waiting: Waiting
    agreed: tuple[Action, ...] = ()

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.line.key

    @property
    def told(self) -> tuple[str, ...]:
        """What was agreed, a line each: what, who does it, by when."""
        return tuple(
            formats.joined(each.what, each.owner, f"by {short_day(each.due_on)}" if each.due_on else "")
            for each in self.agreed
        )


def read(desk: ScreenDesk, before: Sequence[Item], held: Collection[Key]) -> list[Item]:
    """Every item of the team, in the meeting's order.

    What was answered while it was spoken of stays where it was, as dealt with: lines of today's meeting stand beneath
    it, or it is among those `held`, about which a line is half typed. What the meeting itself agreed today is no item.
    """
    lines, now = today.waiting(desk.at), desk.now()
    subjects = {each.due.subject for each in lines} | {each.waiting.due.subject for each in before}
    agreed = meeting_lines.today(desk.at, subjects)
    ours = {each.id for actions in agreed.values() for each in actions}
    fresh = today.overnight(lines, now)
    away = overnight.told(desk.at, [each.due.record for each in fresh]) if fresh else {}
    around = Around(practice=desk.practice, now=now, away=tuple(away.items()))
    asked = [each for each in lines if each.part is not Part.ACTION or each.due.record not in ours]
    found = [
        Item(
            title=group.title,
            line=today_words.told(each, around, overnight=group.overnight),
            waiting=each,
            agreed=agreed.get(each.due.record, ()),
        )
        for group in today_cards.groups(asked, "", now)
        for _head, each in group.lines
    ]
    return _with_dealt(found, [replace(each, agreed=agreed.get(each.waiting.due.record, ())) for each in before], held)


def _with_dealt(found: list[Item], before: Sequence[Item], held: Collection[Key]) -> list[Item]:
    """The same with what has gone from Today since, after what it stood after."""
    there = {each.key for each in found}
    last: Key | None = None
    for each in before:
        if each.key not in there and (each.agreed or each.key in held):
            place = next((at + 1 for at, other in enumerate(found) if other.key == last), 0)
            found.insert(place, _dealt(each))
            there.add(each.key)
        last = each.key if each.key in there else last
    return found


def _dealt(item: Item) -> Item:
    return replace(item, line=replace(item.line, fact=DEALT_WITH, loud=False, minutes=None, verbs=()))
