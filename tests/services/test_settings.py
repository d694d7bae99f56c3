"""What a team has agreed on: who may change it, that it is written down, and that it holds at every desk at once."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rise_desk.domain.staff import Role
from rise_desk.domain.trigger import USUAL, Trigger
from rise_desk.errors import Invalid, NotAllowed
from rise_desk.services import overview, practice, presence, settings, signing_in, upkeep, watch
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.watch import Stopped, Watch
from rise_desk.storage import audit
from tests import build
from tests.build import PASSWORD

ROOT = Path(__file__).parents[2]
Change = Callable[[Desk, int], None]
BOUNDS = [
    (settings.set_lock_after, "lock_after_minutes", 1, 15, "minutes"),
    (settings.set_sign_off_days, "sign_off_days", 1, 28, "days"),
    (settings.set_long_after, "long_after_hours", 12, 72, "hours"),
]


def _again(desk: Desk) -> Desk:
    return signing_in.sign_in(desk.store.folder.path, "Lena Osei", PASSWORD, desk.clock)


def test_a_new_team_has_what_practice_says(desk: Desk) -> None:
    held = desk.practice
    assert (held.lock_after_minutes, held.sign_off_days, held.long_after_hours) == (5, 7, 24)
    assert held.overnight_is_long
    assert held.instrument == practice.OURS


@pytest.mark.parametrize(("change", "name", "lowest", "highest", "unit"), BOUNDS)
def test_a_supervisor_decides_within_bounds(
    desk: Desk, change: Change, name: str, lowest: int, highest: int, unit: str
) -> None:
    for number in (lowest, highest):
        change(desk, number)
        assert getattr(desk.practice, name) == number
        later = _again(desk)
        assert getattr(later.practice, name) == number
        signing_in.leave(later)
    for number in (lowest - 1, highest + 1):
        with pytest.raises(Invalid, match=f"between {lowest} and {highest} {unit}") as wrong:
            change(desk, number)
        assert list(wrong.value.fields) == [name]
    assert getattr(desk.practice, name) == highest


@pytest.mark.parametrize(("change", "name", "number", "said"), [
    (settings.set_lock_after, "lock_after_minutes", 12, "12 minutes"),
    (settings.set_lock_after, "lock_after_minutes", 1, "1 minute"),
    (settings.set_sign_off_days, "sign_off_days", 10, "10 days"),
    (settings.set_long_after, "long_after_hours", 36, "36 hours"),
    (settings.set_overnight_is_long, "overnight_is_long", False, "no"),
    (settings.set_overnight_is_long, "overnight_is_long", True, "yes"),
])  # fmt: skip
def test_each_decision_is_written_down(desk: Desk, change: Change, name: str, number: int, said: str) -> None:
    change(desk, number)
    row = audit.entries(desk.store.vault)[0]
    assert (row["deed"], row["fields"], row["reason"]) == ("settings changed", name, said)
    assert getattr(desk.practice, name) == number
    assert getattr(practice.build(desk.store), name) == number


@pytest.mark.parametrize("role", [Role.WORKER, Role.MANAGER])
def test_nobody_else_changes_the_settings(desk: Desk, role: Role) -> None:
    other = build.colleague(desk, "Mo Khan", role)
    before = practice.build(desk.store)
    for change in (settings.set_lock_after, settings.set_sign_off_days, settings.set_long_after):
        with pytest.raises(NotAllowed):
            change(other, 13)
    with pytest.raises(NotAllowed):
        settings.set_overnight_is_long(other, not before.overnight_is_long)
    with pytest.raises(NotAllowed):
        settings.set_interviews_since(other, date(2026, 1, 1))
    with pytest.raises(NotAllowed):
        settings.set_triggers(other, ())
    with pytest.raises(NotAllowed):
        settings.set_our_council(other, "Northshire")
    after = practice.build(desk.store)
    assert (after.lock_after_minutes, after.sign_off_days, after.long_after_hours, after.overnight_is_long) == (
        before.lock_after_minutes, before.sign_off_days, before.long_after_hours, before.overnight_is_long
    )  # fmt: skip
    assert (after.interviews_since, after.triggers, after.our_council) == ("2026-11-21", USUAL, "")
    signing_in.leave(other)


def _to_sign(desk: Desk) -> list[str]:
    return [line.by for line in overview.due_lines(desk) if line.rule == "sign_off"]


def test_what_is_due_is_made_anew_in_the_same_act(desk: Desk) -> None:
    build.assessment(desk, build.young_person(desk).id)
    assert _to_sign(desk) == ["2026-11-28"]
    settings.set_sign_off_days(desk, 9)
    assert _to_sign(desk) == ["2026-11-30"]
    assert upkeep.check(desk) == []


def _owed(desk: Desk, rule: str = "return_interview") -> list[str]:
    return [line.by for line in overview.due_lines(desk) if line.rule == rule]


def _came_back(desk: Desk, day: str) -> None:
    """A child was away for an hour of that day in March."""
    child = build.young_person(desk, date_of_birth="2012-05-01")
    build.episode(desk, child.id, f"{day}T18:00+00:00", f"{day}T19:00+00:00")


def test_interviews_are_expected_of_a_new_team_since_its_own_first_day(desk: Desk) -> None:
    _came_back(desk, "2026-11-20")
    assert (desk.practice.interviews_since, _owed(desk)) == ("2026-11-21", [])


@pytest.mark.parametrize(("since", "owed"), [
    (date(2026, 3, 1), ["2026-03-05T19:00+00:00"]),
    (date(2026, 3, 2), ["2026-03-05T19:00+00:00"]),
    (date(2026, 3, 3), []),
])  # fmt: skip
def test_a_return_on_the_very_day_raises_an_interview(desk: Desk, since: date, owed: list[str]) -> None:
    _came_back(desk, "2026-03-02")
    settings.set_interviews_since(desk, since)
    assert _owed(desk) == owed
    assert practice.build(desk.store).interviews_since == since.isoformat()
    assert upkeep.check(desk) == []


def test_since_is_today_or_a_day_in_the_past(desk: Desk) -> None:
    settings.set_interviews_since(desk, date(2026, 1, 1))
    with pytest.raises(Invalid, match="today or a day in the past") as wrong:
        settings.set_interviews_since(desk, date(2026, 11, 22))
    assert list(wrong.value.fields) == ["interviews_since"]
    assert desk.practice.interviews_since == "2026-01-01"
    settings.set_interviews_since(desk, date(2026, 11, 21))
    assert desk.practice.interviews_since == "2026-11-21"
    rows = audit.entries(desk.store.vault)[0]
    assert (rows["fields"], rows["reason"]) == ("interviews_since", "21 November 2026")


def test_today_is_the_day_in_london(desk: Desk, clock: Clock) -> None:
    late = signing_in.sign_in(
        desk.store.folder.path, "Lena Osei", PASSWORD, Clock(datetime(2027, 6, 30, 23, 30, tzinfo=UTC))
    )
    settings.set_interviews_since(late, date(2027, 7, 1))
    with pytest.raises(Invalid):
        settings.set_interviews_since(late, date(2027, 7, 2))
    signing_in.leave(late)


def test_triggers_are_kept_and_what_is_due_is_made_anew(desk: Desk) -> None:
    settings.set_interviews_since(desk, date(2026, 1, 1))
    _came_back(desk, "2026-03-02")
    assert _owed(desk, "repeat_missing") == []
    made = (Trigger(under=18, action="Ring the family"), Trigger(count=5, days=60))
    settings.set_triggers(desk, made)
    assert (desk.practice.triggers, practice.build(desk.store).triggers) == (made, made)
    lines = [line for line in overview.due_lines(desk) if line.rule == "repeat_missing"]
    assert [(line.what, line.by) for line in lines] == [("Ring the family", "2026-03-02")]
    row = audit.entries(desk.store.vault)[0]
    assert (row["fields"], row["reason"]) == (
        "missing_triggers", "missing under the age of 18; 5 missing episodes in 60 days"
    )  # fmt: skip
    settings.set_triggers(desk, ())
    assert (desk.practice.triggers, practice.build(desk.store).triggers) == ((), ())
    assert audit.entries(desk.store.vault)[0]["reason"] == "none"
    assert _owed(desk, "repeat_missing") == []
    assert upkeep.check(desk) == []


def test_triggers_that_can_be_none_are_refused_with_their_places(desk: Desk) -> None:
    with pytest.raises(Invalid) as wrong:
        settings.set_triggers(desk, (Trigger(hours=24), Trigger(count=1, days=3), Trigger()))
    assert list(wrong.value.fields) == ["missing_triggers.2", "missing_triggers.3"]
    assert desk.practice.triggers == USUAL


def test_there_are_at_most_twelve_triggers(desk: Desk) -> None:
    many = [Trigger(hours=each) for each in range(1, 14)]
    with pytest.raises(Invalid, match="at most 12") as wrong:
        settings.set_triggers(desk, many)
    assert list(wrong.value.fields) == ["missing_triggers"]
    settings.set_triggers(desk, many[:12])
    assert len(desk.practice.triggers) == 12


def test_the_council_is_kept_tidy_and_is_told_in_what_is_due(desk: Desk) -> None:
    settings.set_interviews_since(desk, date(2026, 1, 1))
    child = build.young_person(desk, placing_authority="Marrowshire", host_authority="Northshire")
    build.episode(desk, child.id, "2026-03-02T18:00+00:00", "2026-03-02T19:00+00:00")
    settings.set_our_council(desk, "  North \n shire ")
    assert desk.practice.our_council == "North shire"
    settings.set_our_council(desk, "Northshire")
    why = [line.why for line in overview.due_lines(desk) if line.rule == "return_interview"]
    assert "owed by Marrowshire" in why[0]
    settings.set_our_council(desk, "")
    why = [line.why for line in overview.due_lines(desk) if line.rule == "return_interview"]
    assert "owed by" not in why[0]
    assert audit.entries(desk.store.vault)[0]["reason"] == "none"
    assert upkeep.check(desk) == []


def test_the_name_of_a_council_has_a_longest(desk: Desk) -> None:
    settings.set_our_council(desk, "x" * 80)
    with pytest.raises(Invalid, match="80 characters or fewer") as wrong:
        settings.set_our_council(desk, "y" * 81)
    assert list(wrong.value.fields) == ["our_council"]
    assert desk.practice.our_council == "x" * 80


@pytest.mark.parametrize("change", [
    lambda desk, watching: settings.set_interviews_since(desk, date(2026, 1, 1), watching),
    lambda desk, watching: settings.set_triggers(desk, (), watching),
    lambda desk, watching: settings.set_our_council(desk, "Northshire", watching),
])  # fmt: skip
def test_each_of_them_is_watched_and_leaves_no_trace_where_it_is_stopped(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, change: Callable[[Desk, Watch], None]
) -> None:
    monkeypatch.setattr(watch, "EACH", 1)
    _came_back(desk, "2026-03-02")
    before, rows = practice.build(desk.store), audit.last(desk.store.vault)
    with pytest.raises(Stopped, match="The setting stays as it was"):
        change(desk, Watch(stopped=lambda: True))
    after = practice.build(desk.store)
    for name in ("interviews_since", "triggers", "our_council"):
        assert getattr(after, name) == getattr(before, name) == getattr(desk.practice, name)
    assert (audit.last(desk.store.vault), _owed(desk), upkeep.check(desk)) == (rows, [], [])
    told: list[tuple[str, int, int]] = []
    change(desk, Watch(told=lambda *said: told.append(said)))
    assert told == [("Working out anew what is due.", 1, 1)]


def test_no_other_setting_changes_what_is_due(desk: Desk) -> None:
    build.assessment(desk, build.young_person(desk).id)
    settings.set_lock_after(desk, 15)
    settings.set_long_after(desk, 72)
    settings.set_overnight_is_long(desk, False)
    assert upkeep.check(desk) == []


def test_whoever_waits_is_told_how_far_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "EACH", 1)
    for name in ("Maisie", "Jade", "Ines"):
        build.young_person(desk, name)
    told: list[tuple[str, int, int]] = []
    settings.set_sign_off_days(desk, 9, Watch(told=lambda *said: told.append(said)))
    assert told == [("Working out anew what is due.", done, 3) for done in (1, 2, 3)]


def test_whoever_stops_it_leaves_everything_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "EACH", 1)
    build.assessment(desk, build.young_person(desk).id)
    rows = audit.last(desk.store.vault)
    with pytest.raises(Stopped, match="The setting stays as it was"):
        settings.set_sign_off_days(desk, 9, Watch(stopped=lambda: True))
    assert (desk.practice.sign_off_days, practice.build(desk.store).sign_off_days) == (7, 7)
    assert (_to_sign(desk), audit.last(desk.store.vault)) == (["2026-11-28"], rows)
    assert upkeep.check(desk) == []


def test_others_read_what_a_long_change_is_doing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "EACH", 1)
    build.young_person(desk)
    said: list[str] = []
    other = build.colleague(desk, "Mo Khan", Role.MANAGER)
    settings.set_sign_off_days(desk, 9, Watch(told=lambda *_: said.append(presence.holdup(other).because)))
    assert said == [f"Lena Osei ({desk.pc}) is working out anew what is due."]
    assert presence.holdup(other).because.startswith("Another program is saving.")
    signing_in.leave(other)


CHANGE = """
import sys
from pathlib import Path
from rise_desk.services import settings, signing_in
from rise_desk.services.clock import Clock
from tests import build
desk = signing_in.sign_in(Path(sys.argv[1]), "Lena Osei", build.PASSWORD, Clock())
settings.set_sign_off_days(desk, 10)
signing_in.leave(desk)
"""


def test_another_program_judges_by_what_was_agreed_since(desk: Desk) -> None:
    child = build.young_person(desk)
    assert not desk.look_elsewhere()
    subprocess.run([sys.executable, "-c", CHANGE, str(desk.store.folder.path)], cwd=ROOT, check=True, timeout=60)
    assert desk.practice.sign_off_days == 7
    build.assessment(desk, child.id)
    assert _to_sign(desk) == ["2026-12-01"]
    assert desk.practice.sign_off_days == 10
    assert upkeep.check(desk) == []


def test_a_screen_that_looks_around_learns_what_was_agreed_since(desk: Desk) -> None:
    desk.look_elsewhere()
    subprocess.run([sys.executable, "-c", CHANGE, str(desk.store.folder.path)], cwd=ROOT, check=True, timeout=60)
    assert desk.look_elsewhere()
    assert desk.practice.sign_off_days == 10
