"""The practice as it is built: bank holidays worked out when they are asked for, and the program's own instrument."""

from rise_desk.services import practice
from rise_desk.services.practice import EnglishHolidays


def test_bank_holidays_of_a_year_are_worked_out_when_they_are_first_asked_for() -> None:
    days = EnglishHolidays()
    assert (list(days), len(days)) == ([], 0)
    assert {"2026-12-25", "2026-12-28", "2026-08-31"} <= days[2026]
    assert "2026-11-30" not in days[2026]
    assert days[2026] is days[2026]
    assert (list(days), len(days)) == ([2026], 1)


def test_a_team_that_has_changed_nothing_has_the_programs_own() -> None:
    held = practice.general()
    assert held.instrument in held.instruments
    assert (held.lock_after_minutes, held.sign_off_days, held.long_after_hours) == (5, 7, 24)


def test_a_setting_is_written_as_it_is_read() -> None:
    assert [practice.written(each) for each in (True, False, 7)] == ["yes", "no", "7"]
