"""The notices in force in a missing pack: which adults were told to stay away from this child."""

from collections.abc import Iterator
from datetime import datetime

from rise_desk.domain import moments, notice_lapse
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.notice_lapse import Held
from rise_desk.domain.practice import Practice
from rise_desk.reports.blocks import Block, Heading, Table
from rise_desk.reports.missing_story import Room, Story
from rise_desk.reports.reading import SOMEBODY
from rise_desk.reports.words import joined

TITLE = "Notices in force: adults who were told to stay away"
COLUMNS = ("Adult", "Notice", "Breaches")


def in_force(file: CaseFile, now: datetime) -> tuple[Held, ...]:
    """The notices of which this child is the child and that hold now, the oldest first."""
    at = moments.stamp(now)
    return tuple(
        each
        for each in notice_lapse.of_child(file)
        if notice_lapse.in_force(each.notice, each.reviews, file.subject, at)
    )


def notices(story: Story, practice: Practice, now: datetime, room: Room) -> Iterator[Block]:
    """A line for each notice in force; nothing where there is none."""
    held = in_force(story.file, now)
    if held:
        rows = tuple(
            tuple(room.text(cell) for cell in (_adult(each, story), _told(each, story, practice), _breaches(each)))
            for each in room.few(held)
        )
        yield Heading(text=TITLE, aside=room.left(held))
        yield Table(columns=COLUMNS, rows=rows, bare=TITLE)


def _adult(held: Held, story: Story) -> str:
    return story.names.get(held.notice.adult, SOMEBODY)


def _told(held: Held, story: Story, practice: Practice) -> str:
    made, lapse = held.notice, notice_lapse.lapses(held.notice, story.file.subject)
    served = f"served {moments.shown(made.served_at)}" if made.served_at else "service not recorded"
    until = f"until {moments.shown(lapse.at)}" if lapse.at else ""
    return joined(practice.label("notice_law", made.law), served, until, made.police_ref and f"ref. {made.police_ref}")


def _breaches(held: Held) -> str:
    many = len(held.breaches)
    last = f"last {moments.shown(held.breaches[-1].happened_at)}" if many else ""
    return joined(f"{many} breach" if many == 1 else f"{many} breaches" if many else "no breach recorded", last)
