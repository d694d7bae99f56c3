"""What the morning meeting says about an item: a minute in the child's file, and something to do, kept in one act."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import cast

from rise_desk.domain import moments
from rise_desk.domain.access import Deed
from rise_desk.domain.act import Act
from rise_desk.domain.action import Action
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import Invalid
from rise_desk.services import casework, unfinished
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import involvement

MORNING_MEETING = "morning_meeting"
AGREED_IN = "morning meeting"
TITLE = "Line of the morning meeting kept"
NOTHING = "Write what was said before you keep it."
MOST = 500


def said(
    desk: Desk,
    subject: Id,
    about: Id,
    text: str,
    *,
    owner: str = "",
    due_on: Moment = Moment(""),
    draft: Id = NO_ID,
) -> tuple[ContactNote, Action]:
    """Keep a line as it was typed: a minute and an action about this record; who does it and by when only if said.

    `draft` is the unfinished line, which goes in the same act. Raises `Invalid` and what `casework.perform` raises.
    """
    words = text.strip()
    if not words:
        raise Invalid({"what": NOTHING})
    now = moments.minute(desk.now())
    minute = ContactNote(
        id=desk.clock.new_id(),
        concerns=(Concern(subject=subject),),
        happened_at=now,
        contact_type=MORNING_MEETING,
        text=words,
    )
    agreed = Action(
        id=desk.clock.new_id(),
        subject=subject,
        what=words,
        owner=owner.strip(),
        agreed_at=now,
        agreed_in=AGREED_IN,
        about=about,
        due_on=due_on,
    )
    act = Act(title=TITLE, saves=(minute, agreed))
    saved = casework.perform(desk, act, first=lambda _work: unfinished.drop(desk, draft))
    return cast(tuple[ContactNote, Action], saved)


def today(desk: Desk, subjects: Collection[Id]) -> Mapping[Id, tuple[Action, ...]]:
    """What morning meetings of today agreed for these people, by the record it is about, in the order it was said."""
    desk.demand(Deed.LIST)
    day = moments.london_day(moments.stamp(desk.now()))
    sieve = Sieve(kinds=(Action.KIND,), since=day, until=day)
    lines = involvement.page(desk.store.vault, tuple(subjects), sieve, desk.who.grants, MOST, None)
    found: dict[Id, tuple[Action, ...]] = defaultdict(tuple)
    for each in sorted(desk.store.several(Action, [line.record for line in lines]), key=lambda each: each.id):
        if each.agreed_in == AGREED_IN and not each.withdrawn:
            found[each.about] += (each,)
    return dict(found)
