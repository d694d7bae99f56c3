"""What a team has agreed on about missing children: both sides of every bound, and what is due is made anew."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from rise_desk.domain.trigger import USUAL, Trigger
from rise_desk.errors import Invalid
from rise_desk.services import overview, practice, settings, signing_in, upkeep, watch
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.watch import Stopped, Watch
from rise_desk.storage import audit
from tests import build
from tests.build import PASSWORD


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
