"""What a team has agreed on: who may change it, that it is written down, and that it holds at every desk at once."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from rise_desk.domain.staff import Role
from rise_desk.domain.trigger import USUAL
from rise_desk.errors import Invalid, NotAllowed
from rise_desk.services import overview, practice, presence, settings, signing_in, upkeep, watch
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
    (settings.set_notice_review_months, "notice_review_months", 1, 12, "months"),
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
    with pytest.raises(NotAllowed):
        settings.set_notice_review_months(other, 3)
    after = practice.build(desk.store)
    assert (after.lock_after_minutes, after.sign_off_days, after.long_after_hours, after.overnight_is_long) == (
        before.lock_after_minutes, before.sign_off_days, before.long_after_hours, before.overnight_is_long
    )  # fmt: skip
    assert after.notice_review_months == 6
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
