"""The card about missing children in the settings: interviews expected since, repeat triggers, this team's council."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.staff import Role
from rise_desk.domain.trigger import PLAN, USUAL, Trigger
from rise_desk.errors import Unavailable
from rise_desk.services import settings, watch
from rise_desk.storage import audit
from tests import build
from tests.ui.screen import focused, show
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.settings_card import DECIDED
from ui.settings_missing import COUNCIL, KEPT, SAME, SINCE, WHOLE_DATE, MissingCard
from ui.trigger_dialog import LONG, OFTEN, TWICE, YOUNG, TriggerDialog
from ui.trigger_rows import NONE

TODAY = "2026-11-21"


@pytest.fixture
def card(qtbot: QtBot, screen: ScreenDesk) -> Iterator[MissingCard]:
    """The card, on a screen of its own."""
    made = MissingCard(screen)
    show(qtbot, made, 1100, 700)
    yield made
    made.close()


def _save(qtbot: QtBot, card: MissingCard) -> str:
    card.save_button.click()
    qtbot.waitUntil(lambda: card.save_button.isEnabled() and (card.answer.isVisible() or card.refused.isVisible()))
    return card.answer.text() or card.refused.text()


def _dialog(qtbot: QtBot, card: MissingCard) -> TriggerDialog:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in card.window().findChildren(TriggerDialog)))
    return next(each for each in card.window().findChildren(TriggerDialog) if each.isVisible())


def test_it_shows_what_a_new_team_has(card: MissingCard) -> None:
    assert (card.since.value(), card.triggers.value(), card.council.value()) == (TODAY, USUAL, "")
    assert [each.accessibleName() for each in card.triggers.changes] == [
        "Change: 3 missing episodes in 30 days", "Change: 3 missing episodes in 90 days",
        "Change: missing for more than 24 hours", "Change: missing under the age of 13",
    ]  # fmt: skip
    assert not card.triggers.first_button.isEnabled()
    assert walk(card) == []


def test_what_is_chosen_holds_for_the_whole_team_and_what_is_due_is_made_anew(qtbot: QtBot, card: MissingCard) -> None:
    card.since.line.setText("1 3 2026")
    card.triggers.removes[3].click()
    card.council.setText("  Northshire ")
    assert _save(qtbot, card) == KEPT
    held = card._desk.practice
    assert (held.interviews_since, held.triggers, held.our_council) == ("2026-03-01", USUAL[:3], "Northshire")
    assert card.save_button.isEnabled()


def test_saving_what_holds_already_changes_nothing(card: MissingCard) -> None:
    before = audit.last(card._desk.at.store.vault)
    card.save_button.click()
    assert card.answer.text() == SAME
    assert audit.last(card._desk.at.store.vault) == before


@pytest.mark.parametrize(("text", "said"), [
    ("", WHOLE_DATE), ("3 2026", WHOLE_DATE),
    ("the day before", "must be a date"), ("31 11 2026", "must be a real date"),
])  # fmt: skip
def test_a_day_that_cannot_be_read_is_said_beside_it(card: MissingCard, text: str, said: str) -> None:
    card.since.line.setText(text)
    card.save_button.click()
    row = card.rows[SINCE]
    assert said in row.problem
    assert (row.error.isVisible(), card.answer.isVisible()) == (True, False)
    assert focused() is card.since.line
    assert walk(card) == []
    card.since.line.setText("21 11 2026")
    card.save_button.click()
    assert row.problem == ""


def test_what_the_desk_refuses_is_said_beside_its_field(qtbot: QtBot, card: MissingCard) -> None:
    card.council.setText("x" * 81)
    card.save_button.click()
    qtbot.waitUntil(lambda: bool(card.rows[COUNCIL].problem))
    assert card.rows[COUNCIL].problem == "The name must be 80 characters or fewer."
    assert card.save_button.isEnabled()
    card.council.setText("x" * 80)
    assert _save(qtbot, card) == KEPT
    assert card.rows[COUNCIL].problem == ""


def test_a_trigger_is_added(qtbot: QtBot, card: MissingCard) -> None:
    card.triggers.add_button.click()
    dialog = _dialog(qtbot, card)
    assert walk(dialog) == []
    assert not dialog.rows["hours"].isVisible()
    QTest.keyClicks(dialog._numbers["count"], "5")
    QTest.keyClicks(dialog._numbers["days"], "60")
    dialog.rows["action"].editor.set_value("  Hold a meeting ")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    made = Trigger(count=5, days=60, action="Hold a meeting")
    assert card.triggers.value() == (*USUAL, made)
    assert card.window().focusWidget() is card.triggers.changes[4]
    assert _save(qtbot, card) == KEPT
    assert card._desk.practice.triggers == (*USUAL, made)


def test_a_trigger_is_changed_in_its_place(qtbot: QtBot, card: MissingCard) -> None:
    card.triggers.changes[2].click()
    dialog = _dialog(qtbot, card)
    assert (dialog.sort.value(), dialog._numbers["hours"].text()) == (LONG, "24")
    dialog.sort.set_value(YOUNG)
    dialog._numbers["under"].setText("12")
    dialog.verb.click()
    assert card.triggers.value() == (*USUAL[:2], Trigger(under=12), USUAL[3])
    card.triggers.changes[2].click()
    again = _dialog(qtbot, card)
    assert (again.sort.value(), again._numbers["under"].text(), again._numbers["hours"].text()) == (YOUNG, "12", "")
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert card.triggers.value()[2] == Trigger(under=12)


@pytest.mark.parametrize(("sort", "name", "low", "high"), [
    (OFTEN, "count", 2, 30), (OFTEN, "days", 1, 365), (LONG, "hours", 1, 168), (YOUNG, "under", 1, 18),
])  # fmt: skip
def test_numbers_out_of_bounds_are_said_beside_them(qtbot: QtBot, sort: str, name: str, low: int, high: int) -> None:
    dialog = TriggerDialog(())
    show(qtbot, dialog, 520, 400)
    dialog.sort.set_value(sort)
    made: list[Trigger] = []
    dialog.agreed.connect(made.append)
    for other in ("count", "days"):
        dialog._numbers[other].setText("7")
    for wrong in (str(low - 1), str(high + 1), "", "some", "-4", "9" * 4400):
        dialog._numbers[name].setText(wrong)
        dialog.agree()
        assert dialog.rows[name].problem == f"Enter a number between {low} and {high}."
    for right in (low, high):
        dialog._numbers[name].setText(str(right))
        dialog.agree()
        assert getattr(made.pop(), name) == right
        assert made == []
    assert walk(dialog) == []


def test_what_is_to_be_done_is_asked_and_nothing_stands_twice(qtbot: QtBot) -> None:
    dialog = TriggerDialog(USUAL)
    show(qtbot, dialog, 520, 400)
    assert dialog.rows["action"].value() == PLAN
    dialog.sort.set_value(LONG)
    dialog._numbers["hours"].setText("24")
    dialog.rows["action"].editor.set_value("Something else")
    dialog.agree()
    assert dialog.rows["sort"].problem == TWICE
    dialog._numbers["hours"].setText("25")
    dialog.rows["action"].editor.set_value("")
    dialog.agree()
    assert (dialog.rows["sort"].problem, dialog.rows["action"].problem) == ("", "Say what is to be done.")
    assert dialog.isVisible()


def test_all_may_be_removed_and_brought_back(qtbot: QtBot, card: MissingCard) -> None:
    for _ in USUAL:
        card.triggers.removes[-1].click()
    assert card.triggers.value() == ()
    QApplication.processEvents()
    assert NONE in [each.text() for each in card.triggers.findChildren(type(card.answer)) if each.isVisible()]
    assert focused() is card.triggers.add_button
    assert _save(qtbot, card) == KEPT
    assert card._desk.practice.triggers == ()
    card.triggers.first_button.click()
    assert card.triggers.value() == USUAL
    assert _save(qtbot, card) == KEPT


def test_after_one_was_removed_the_focus_is_on_the_next(card: MissingCard) -> None:
    card.triggers.removes[0].click()
    assert focused() is card.triggers.removes[0]
    card.triggers.removes[2].click()
    assert focused() is card.triggers.removes[1]


def test_no_more_than_twelve_can_be_added(card: MissingCard) -> None:
    card.triggers.set_value(tuple(Trigger(hours=each) for each in range(1, 12)))
    assert card.triggers.add_button.isEnabled()
    card.triggers.set_value(tuple(Trigger(hours=each) for each in range(1, 13)))
    assert not card.triggers.add_button.isEnabled()


def test_too_many_are_said_above_the_button(qtbot: QtBot, card: MissingCard) -> None:
    card.triggers.set_value(tuple(Trigger(hours=each) for each in range(1, 14)))
    assert _save(qtbot, card) == "Choose at most 12."


def test_a_change_that_takes_long_can_be_stopped(
    qtbot: QtBot, card: MissingCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "EACH", 1)
    build.young_person(card._desk.at)
    before = settings.set_our_council

    def stop(desk: object, name: str, watching: watch.Watch) -> None:
        card._work.stop()
        before(desk, name, watching)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(settings, "set_our_council", stop)
    card.since.line.setText("1 3 2026")
    card.council.setText("Northshire")
    said = _save(qtbot, card)
    assert said == f"{settings.STOPPED} Saved before that: “Return interviews expected since”."
    held = card._desk.practice
    assert (held.interviews_since, held.our_council, card.council.text()) == ("2026-03-01", "", "Northshire")


def test_what_fails_is_said_and_what_was_chosen_stays(
    qtbot: QtBot, card: MissingCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(settings, "set_triggers", fail)
    card.triggers.removes[0].click()
    assert _save(qtbot, card) == "The disk is full."
    assert card.triggers.value() == USUAL[1:]


def test_what_another_desk_changed_is_shown_and_what_is_chosen_here_stays(card: MissingCard) -> None:
    card.council.setText("Northshire")
    settings.set_our_council(card._desk.at, "Marrowshire")
    settings.set_triggers(card._desk.at, USUAL[:1])
    card.refresh()
    assert (card.council.value(), card.triggers.value()) == ("Northshire", USUAL[:1])


def test_a_worker_reads_and_decides_nothing(qtbot: QtBot, screen: ScreenDesk) -> None:
    theirs = ScreenDesk(screen.clock)
    theirs.sit(build.colleague(screen.at, "Priya Nair", Role.WORKER))
    made = MissingCard(theirs)
    show(qtbot, made, 1100, 700)
    assert (made.triggers.changes, made.triggers.removes) == ([], [])
    for each in (made.save_button, made.triggers.add_button, made.triggers.first_button):
        assert not each.isVisible()
    assert (made.since.isEnabled(), made.council.isEnabled()) == (False, False)
    assert DECIDED in [each.text() for each in made.findChildren(type(made.answer)) if each.isVisible()]
    assert walk(made) == []
    theirs.leave()
    made.refresh()
    theirs.tasks.close()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("dark", [False, True])
def test_it_can_be_read_at_every_size(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, tmp_path: Path, scale: float, dark: bool
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    made = MissingCard(screen)
    show(qtbot, made, 1162, round(700 * scale))
    assert walk(made) == []
    dialog = TriggerDialog(())
    show(qtbot, dialog, dialog.width(), dialog.height())
    assert walk(dialog) == []
