"""A child is back: a few answers, then by when the return interview is due; right across the change of the clocks."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import HarmHeard, MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import casework, settings, unfinished
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import type_in, words_of
from tests.ui.open_window import dialog
from tests.ui.screen import focused, show
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.interview_form import InterviewForm
from ui.main_window import MainWindow
from ui.missing_next import INTERVIEW, MORE
from ui.resuming import window_of
from ui.returned_dialog import WHEN, ReturnedDialog
from ui.widgets.lately_field import LatelyField

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]


@pytest.fixture
def away(desk: Desk, person: Person) -> MissingEpisode:
    """Maisie is missing since last night."""
    return build.episode(desk, person.id, "2026-11-20T23:30+00:00")


def _form(qtbot: QtBot, form: ReturnedDialog) -> ReturnedDialog:
    show(qtbot, form, 900, 620)
    return form


def _opened(window: MainWindow, away: MissingEpisode) -> ReturnedDialog:
    window.forms.returned(away.subject, away.id)
    form = dialog(window, ReturnedDialog)
    assert isinstance(form, ReturnedDialog)
    return form


def _write(form: ReturnedDialog, text: str) -> None:
    widget = form.panel.rows["returned_at"].widget
    assert isinstance(widget, LatelyField)
    widget.line.setText(text)


def _now(desk: Desk, away: MissingEpisode) -> MissingEpisode:
    found = unfinished.on_file(desk, away.id)
    assert isinstance(found, MissingEpisode)
    return found


def test_the_return_is_recorded_and_says_by_when_the_interview_is_due(
    qtbot: QtBot, window: MainWindow, desk: Desk, away: MissingEpisode
) -> None:
    form = _opened(window, away)
    assert form.named == "Maisie Okafor is back"
    assert "Missing since Friday 20 November 2026 at 11:30pm." in words_of(form)
    qtbot.waitUntil(lambda: form.panel.rows["returned_at"].isAncestorOf(focused()))
    QTest.keyClicks(focused(), "0845")
    with_whom = (Mention(name="Kaz", known="drives a grey van"),)
    harm = (HarmHeard(harm="not_asked"),)
    form.panel.rows["found_with"].editor.set_value(with_whom)
    form.panel.rows["harms"].editor.set_value(harm)
    type_in(form, how_found="Walked in by herself", found_place="Corby", found_place_type="vehicle")
    form.panel.rows["outside_county"].editor.set_value(True)
    with qtbot.waitSignal(form.saved):
        form.save()
    made = _now(desk, away)
    assert (made.returned_at, made.how_found) == ("2026-11-21T08:45+00:00", "Walked in by herself")
    assert (made.found_with, made.harms, made.outside_county) == (with_whom, harm, True)
    assert (made.found_place, made.found_place_type) == ("Corby", "vehicle")
    qtbot.waitUntil(lambda: [each.accessibleName() for each in window.notice.offered] == [INTERVIEW])
    said = "Maisie Okafor is back. Return interview due Tue 24 Nov 08:45, 72 hours."
    assert window.notice.text.text() == said


def test_what_is_owed_counts_real_hours_across_the_change_of_the_clocks(
    qtbot: QtBot, window: MainWindow, desk: Desk, clock: Clock, person: Person
) -> None:
    settings.set_interviews_since(desk, date(2026, 1, 1))
    clock.moved_to = datetime(2026, 3, 28, 21, 0, tzinfo=UTC)
    away = build.episode(desk, person.id, "2026-03-28T17:00+00:00")
    form = _opened(window, away)
    _write(form, "20:00")
    form.save()
    qtbot.waitUntil(lambda: bool(window.notice.offered))
    assert window.notice.text.text().endswith("Return interview due Tue 31 Mar 21:00, 72 hours.")
    window.notice.offered[0].click()
    assert isinstance(dialog(window, InterviewForm), InterviewForm)


def test_where_no_interview_is_owed_nothing_is_said_of_one(
    qtbot: QtBot, window: MainWindow, desk: Desk, person: Person
) -> None:
    away = build.episode(desk, person.id, "2026-11-10T18:00+00:00")
    form = _opened(window, away)
    _write(form, "11 11 2026 09:00")
    form.save()
    qtbot.waitUntil(lambda: bool(window.notice.offered))
    assert window.notice.text.text() == "Maisie Okafor is back."
    assert [each.accessibleName() for each in window.notice.offered] == [MORE]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", WHEN), ("20 11 2026 23:29", "Returned at must be after it was reported."), ("23 11 2026", "in the past"),
     ("sometime", "Returned at must be a date"), ("25 10 2026 01:30", "add BST for the first or GMT for the second")],
)  # fmt: skip
def test_what_is_wrong_stands_beside_the_time(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, away: MissingEpisode, text: str, sentence: str
) -> None:
    form = _form(qtbot, ReturnedDialog(screen, away))
    _write(form, text)
    form.save()
    qtbot.waitUntil(lambda: not form.saving and form.panel.rows["returned_at"].problem != "")
    assert sentence in form.panel.rows["returned_at"].problem
    assert _now(desk, away).is_open


def test_what_was_typed_is_gone_on_with_and_a_change_meanwhile_is_said(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, away: MissingEpisode
) -> None:
    form = _form(qtbot, ReturnedDialog(screen, away))
    _write(form, "0845")
    form.drafting.keep()
    form.drafting.timer.stop()
    amir = build.colleague(desk, "Amir Khan")
    casework.save(amir, _now(amir, away).changed(officer="PC Shah", returned_at=Moment("2026-11-21T09:00+00:00")))
    again = window_of(screen, unfinished.mine(desk)[0])
    assert isinstance(again, ReturnedDialog)
    _form(qtbot, again)
    assert "Amir Khan saved this entry" in words_of(again)
    assert again.panel.values()["returned_at"] == "2026-11-21T08:45+00:00"
    again.save()
    qtbot.waitUntil(again.dispute.show_button.isVisible)
    assert _now(desk, away).returned_at == "2026-11-21T09:00+00:00", "nothing of theirs is overwritten"


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_it_reads_at_every_size(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, away: MissingEpisode, *, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    form = _form(qtbot, ReturnedDialog(screen, away))
    form.save()
    assert walk(form) == []
