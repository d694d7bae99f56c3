"""Settings: what a team has agreed on for everybody; a supervisor's decision, written down, and it holds at once."""

from collections.abc import Sequence
from datetime import date

from rise_desk.domain import agenda, moments, trigger
from rise_desk.domain.access import Deed
from rise_desk.domain.practice import Practice
from rise_desk.domain.trigger import Trigger
from rise_desk.errors import Invalid
from rise_desk.services import practice, presence
from rise_desk.services.desk import Desk
from rise_desk.services.watch import UNWATCHED, Stopped, Watch
from rise_desk.storage.indexes import ruling

SHORTEST_LOCK, LONGEST_LOCK = 1, 15
SOONEST_SIGN_OFF, LATEST_SIGN_OFF = 1, 28
SHORTEST_LONG, LONGEST_LONG = 12, 72
SOONEST_REVIEW, LATEST_REVIEW = 1, 12
MOST_TRIGGERS, LONGEST_COUNCIL = 12, 80
READ_BY_RULES = frozenset(
    {practice.SIGN_OFF, practice.INTERVIEWS_SINCE, practice.TRIGGERS, practice.OUR_COUNCIL, practice.NOTICE_REVIEW}
)
"""Settings by which something becomes due: with a change of one, what is due in every file is made anew."""

RENEWING = "working out anew what is due"
STOPPED = "You stopped it. The setting stays as it was."


def set_lock_after(desk: Desk, minutes: int) -> None:
    """Say after how many idle minutes a desk locks itself."""
    _set(desk, practice.LOCK_AFTER, minutes, (SHORTEST_LOCK, LONGEST_LOCK), "minutes")


def set_sign_off_days(desk: Desk, days: int, watch: Watch = UNWATCHED) -> None:
    """Say within how many days a manager signs off an assessment; a long job where there are many files."""
    _set(desk, practice.SIGN_OFF, days, (SOONEST_SIGN_OFF, LATEST_SIGN_OFF), "days", watch)


def set_long_after(desk: Desk, hours: int) -> None:
    """Say from how many hours on an absence counts as long."""
    _set(desk, practice.LONG_AFTER, hours, (SHORTEST_LONG, LONGEST_LONG), "hours")


def set_overnight_is_long(desk: Desk, is_long: bool) -> None:
    """Say whether any absence overnight counts as long."""
    desk.demand(Deed.SETTINGS)
    _change(desk, practice.OVERNIGHT, is_long, practice.YES if is_long else practice.NO, UNWATCHED)


def set_interviews_since(desk: Desk, day: date, watch: Watch = UNWATCHED) -> None:
    """Say from which London day on a return raises a return interview; a long job where there are many files."""
    desk.demand(Deed.SETTINGS)
    if day > desk.now().astimezone(moments.LONDON).date():
        raise Invalid({practice.INTERVIEWS_SINCE: "Interviews expected since must be today or a day in the past."})
    _change(desk, practice.INTERVIEWS_SINCE, day.isoformat(), moments.shown(moments.Moment(day.isoformat())), watch)


def set_triggers(desk: Desk, triggers: Sequence[Trigger], watch: Watch = UNWATCHED) -> None:
    """Say what makes the team plan again for a child who is missing often, long or very young; none is allowed."""
    desk.demand(Deed.SETTINGS)
    wrong = {f"{practice.TRIGGERS}.{place}": each.problem() for place, each in enumerate(triggers, 1) if each.problem()}
    if len(triggers) > MOST_TRIGGERS:
        wrong[practice.TRIGGERS] = f"Choose at most {MOST_TRIGGERS}."
    if wrong:
        raise Invalid(wrong)
    said = "; ".join(each.text for each in triggers) or "none"
    _change(desk, practice.TRIGGERS, trigger.written(triggers), said, watch)


def set_our_council(desk: Desk, name: str, watch: Watch = UNWATCHED) -> None:
    """Say which council this team works for: another one that placed a child here owes the return interview."""
    desk.demand(Deed.SETTINGS)
    tidy = " ".join(name.split())
    if len(tidy) > LONGEST_COUNCIL:
        raise Invalid({practice.OUR_COUNCIL: f"The name must be {LONGEST_COUNCIL} characters or fewer."})
    _change(desk, practice.OUR_COUNCIL, tidy, tidy or "none", watch)


def set_notice_review_months(desk: Desk, months: int, watch: Watch = UNWATCHED) -> None:
    """Say after how many months an abduction notice is reviewed where nobody named a day."""
    _set(desk, practice.NOTICE_REVIEW, months, (SOONEST_REVIEW, LATEST_REVIEW), "months", watch)


def _set(desk: Desk, name: str, number: int, bounds: tuple[int, int], unit: str, watch: Watch = UNWATCHED) -> None:
    desk.demand(Deed.SETTINGS)
    lowest, highest = bounds
    if not lowest <= number <= highest:
        raise Invalid({name: f"Choose between {lowest} and {highest} {unit}."})
    said = f"{number} {unit if number > 1 else unit.removesuffix('s')}"
    _change(desk, name, number, said, watch)


def _change(desk: Desk, name: str, value: int | str, said: str, watch: Watch) -> None:
    """Keep a setting and everything the rules make of it, or nothing; `Stopped` where somebody stops it."""
    with presence.doing(desk, RENEWING if name in READ_BY_RULES else ""), desk.writing() as work:
        work.set(name, practice.written(value))
        changed = practice.current(desk.store, desk.practice)
        if name in READ_BY_RULES:
            _renew(desk, changed, watch)
        work.audit(desk.entry(Deed.SETTINGS, fields=name, reason=said))
    desk.practice = changed


def _renew(desk: Desk, changed: Practice, watch: Watch) -> None:
    every = ruling.how_many(desk.store.vault)
    try:
        ruling.renew(
            desk.store,
            lambda file: agenda.ruled(file, changed),
            lambda done: watch.step(f"{RENEWING.capitalize()}.", done, every),
        )
    except Stopped:
        raise Stopped(STOPPED) from None
