"""The steps towards a return interview: each in seconds, by keyboard, and nobody's is lost or overwritten."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.interview import Attempt, ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.errors import Invalid, NotFound
from rise_desk.services import casework, interviewing, settings, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.interviewed import came_back
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.interview_clock import minutes_left
from ui.interview_step import ANSWER, ATTEMPT, DECIDED, EMPTY, OFFERED, STEPS, InterviewStep
from ui.leftover import Leftover
from ui.main_window import MainWindow
from ui.resuming import window_of

pytestmark = pytest.mark.usefixtures("dropped")
NOON = Moment("2026-11-19T12:00+00:00")


@pytest.fixture
def episode(desk: Desk, person: Person) -> MissingEpisode:
    """She was back on 19 November at 2am: at ten on the 21st there are 16 hours left."""
    return came_back(desk, person.id)


def _open(qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode, step: str = "") -> InterviewStep:
    made = InterviewStep(screen, episode.subject, episode.id, step)
    show(qtbot, made, 620, 420)
    return made


def _says(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]


def _write(dialog: InterviewStep, **typed: object) -> None:
    for name, value in typed.items():
        dialog.rows[name].editor.restore(value)


def _saved(qtbot: QtBot, dialog: InterviewStep) -> ReturnInterview:
    with qtbot.waitSignal(dialog.saved) as told:
        dialog.save()
    assert told.args is not None
    made = told.args[0]
    assert isinstance(made, ReturnInterview)
    return made


def _on_file(desk: Desk, episode: MissingEpisode) -> ReturnInterview | None:
    return interviewing.of_episode(desk, episode.subject, episode.id)


def test_an_offer_is_saved_by_keyboard(qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode) -> None:
    dialog = _open(qtbot, screen, episode)
    assert dialog.step == OFFERED
    at = dialog.rows["offered_at"].editor.field_widget()
    assert at.hasFocus()
    QTest.keyClick(at, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.rows["offered_by"].editor.field_widget(), "Jo March")
    with qtbot.waitSignal(dialog.saved):
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    held = _on_file(desk, episode)
    assert held is not None
    assert (held.offered_at, held.offered_by, held.state) == ("2026-11-21T10:00+00:00", "Jo March", "offered")
    assert not dialog.isVisible()


def test_the_clock_stands_at_the_top(qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode) -> None:
    dialog = _open(qtbot, screen, episode)
    assert dialog.clock.words.text() == "16 h left"
    assert dialog.clock.due.text() == "due Sun 22 Nov 02:00"
    assert dialog.clock.drain.minutes_left == 16 * 60
    assert "Maisie Okafor: back Thursday 19 November 2026 at 2:00am" in _says(dialog)


@pytest.mark.parametrize(
    ("back", "words", "due"),
    [("2026-11-18T10:00+00:00", "0 min left", "due Sat 21 Nov 10:00"),
     ("2026-11-18T09:59+00:00", "1 min late", "was due Sat 21 Nov 09:59")],
)  # fmt: skip
def test_both_sides_of_72_hours_are_told(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, back: str, words: str, due: str
) -> None:
    dialog = _open(qtbot, screen, came_back(desk, person.id, "2026-11-17T20:00+00:00", back))
    assert (dialog.clock.words.text(), dialog.clock.due.text()) == (words, due)
    assert dialog.clock.words.property("tone") == ("loud" if "late" in words else "ink")


def test_the_clock_runs_in_real_hours_across_a_change(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    spring = came_back(desk, person.id, "2026-03-28T12:00+00:00", "2026-03-28T20:00+00:00")
    dialog = _open(qtbot, screen, spring)
    assert dialog.clock.due.text() == "was due Tue 31 Mar 21:00"
    by = dialog.opening.by(dialog.opening.interview.covers)
    assert by is not None
    assert minutes_left(by, datetime(2026, 3, 28, 20, tzinfo=UTC)) == 72 * 60
    assert minutes_left(by, datetime(2026, 3, 31, 20, 0, 1, tzinfo=UTC)) == -1


def test_attempts_are_added_to_those_before(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    first = Attempt(at=NOON, by="Jo March", how="visit", outcome="Nobody in")
    interviewing.step(desk, episode.subject, episode.id, attempt=first)
    dialog = _open(qtbot, screen, episode)
    assert dialog.step == ATTEMPT
    assert "1. Thu 19 Nov 12:00 · Jo March · visit · Nobody in" in _says(dialog)
    _write(dialog, at="20 11 2026 16:00", by="Jo March", how="call", outcome="Not today")
    made = _saved(qtbot, dialog)
    assert [each.outcome for each in made.attempts] == ["Nobody in", "Not today"]


def test_an_attempt_before_the_return_is_refused_where_it_was_typed(
    qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode
) -> None:
    dialog = _open(qtbot, screen, episode, ATTEMPT)
    _write(dialog, at="18 11 2026 16:00")
    dialog.save()
    qtbot.waitUntil(lambda: dialog.rows["at"].problem == "Attempted at must be after they came back.")
    assert dialog.isVisible()


def test_only_who_declined_is_asked_why_and_about_carers(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    dialog = _open(qtbot, screen, episode, ANSWER)
    assert not dialog.rows["declined_because"].isVisible()
    _write(dialog, answer="declined", answered_at="20 11 2026 16:00", declined_because="No point")
    assert dialog.rows["declined_because"].isVisible()
    _write(dialog, carers_offered_at="20 11 2026 17:00", carers_said="They will come on Friday.")
    made = _saved(qtbot, dialog)
    assert (made.state, made.declined_because, made.carers_said) == (
        "declined",
        "No point",
        "They will come on Friday.",
    )


def test_what_was_typed_of_declining_goes_where_they_accept(
    qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode
) -> None:
    dialog = _open(qtbot, screen, episode, ANSWER)
    _write(dialog, answer="declined", answered_at="20 11 2026 16:00", declined_because="No point")
    _write(dialog, answer="accepted")
    made = _saved(qtbot, dialog)
    assert (made.state, made.declined_because) == ("accepted", "")


def test_carers_can_be_offered_the_talk_later(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    interviewing.step(desk, episode.subject, episode.id, answer="declined", answered_at=NOON)
    dialog = _open(qtbot, screen, episode)
    assert dialog.step == ANSWER
    assert dialog.rows["answer"].value() == "declined"
    _write(dialog, carers_offered_at="20 11 2026 17:00")
    made = _saved(qtbot, dialog)
    assert (made.state, made.corrects != 0, made.carers_offered_at) == ("declined", True, "2026-11-20T17:00+00:00")


@pytest.mark.parametrize("step", STEPS)
def test_what_is_needed_is_asked_for_and_nothing_is_saved_without_it(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode, step: str
) -> None:
    dialog = _open(qtbot, screen, episode, step)
    needed = [name for name, row in dialog.rows.items() if row.field.required]
    dialog.save()
    assert needed
    assert {name: dialog.rows[name].problem for name in needed} == {name: EMPTY[name] for name in needed}
    assert _on_file(desk, episode) is None


def test_what_cannot_be_read_is_said(qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode) -> None:
    dialog = _open(qtbot, screen, episode, OFFERED)
    _write(dialog, offered_at="yesterdayish")
    dialog.save()
    assert dialog.rows["offered_at"].problem.startswith("Offered at must be a date")


def test_it_is_decided_against_with_a_reason(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    dialog = _open(qtbot, screen, episode, DECIDED)
    _write(dialog, decided_at="20 11 2026", decided_by="Lena Osei", decided_because="She gives evidence on Monday.")
    made = _saved(qtbot, dialog)
    assert (made.state, made.decided_because) == ("decided_against", "She gives evidence on Monday.")


def test_what_a_colleague_said_meanwhile_is_not_overwritten(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    dialog = _open(qtbot, screen, episode, OFFERED)
    theirs = build.colleague(desk, "Tom Reed")
    interviewing.step(theirs, episode.subject, episode.id, offered_at=NOON, offered_by="Tom Reed")
    _write(dialog, offered_at="20 11 2026 16:00")
    dialog.save()
    qtbot.waitUntil(lambda: any("Tom Reed saved something" in each for each in _says(dialog)))
    held = _on_file(desk, episode)
    assert held is not None
    assert held.offered_at == NOON
    assert [each.kind for each in unfinished.mine(desk)] == [ReturnInterview.KIND]


def test_what_is_typed_is_kept_and_gone_on_with(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    dialog = _open(qtbot, screen, episode, DECIDED)
    assert not dialog.unsaved()
    _write(dialog, decided_because="She gives")
    assert dialog.unsaved()
    dialog.drafting.keep()
    (draft,) = unfinished.mine(desk)
    again = window_of(screen, draft)
    assert isinstance(again, InterviewStep)
    show(qtbot, again, 620, 420)
    assert (again.step, again.rows["decided_because"].value()) == (DECIDED, "She gives")
    _write(again, decided_at="20 11 2026", decided_because="She gives evidence.")
    _saved(qtbot, again)
    assert unfinished.mine(desk) == []


def test_leaving_forgets_what_was_typed(qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode) -> None:
    dialog = _open(qtbot, screen, episode, OFFERED)
    _write(dialog, offered_by="Jo")
    dialog.drafting.keep()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: unfinished.mine(desk) == [])
    assert not dialog.isVisible()


def test_a_step_of_one_that_was_held_since_is_only_read(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    dialog = _open(qtbot, screen, episode, OFFERED)
    _write(dialog, offered_by="Jo March")
    dialog.drafting.keep()
    dialog.hide()
    build.interview(desk, episode, done_at="2026-11-20T10:00+00:00")
    (draft,) = unfinished.mine(desk)
    left = window_of(screen, draft)
    qtbot.addWidget(left)
    assert isinstance(left, Leftover)
    with pytest.raises(Invalid, match="was held"):
        InterviewStep(screen, episode.subject, episode.id)


def test_who_owes_it_is_said(qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person) -> None:
    settings.set_our_council(desk, "Northshire")
    casework.save(desk, person.changed(placing_authority="Southmere"))
    dialog = _open(qtbot, screen, came_back(desk, person.id))
    assert any(each.startswith("Owed by Southmere") for each in _says(dialog))


def test_the_window_opens_it_or_says_why_not(window: MainWindow, person: Person, desk: Desk, qtbot: QtBot) -> None:
    about = came_back(desk, person.id)
    window.forms.interview_step(person.id, about.id, ATTEMPT)
    dialog = window.findChild(InterviewStep)
    assert dialog is not None
    assert dialog.step == ATTEMPT
    dialog.reject()
    said: list[str] = []
    window.forms.failed.connect(said.append)
    away = build.episode(desk, person.id, "2026-11-20T20:00+00:00")
    window.forms.interview_step(person.id, away.id)
    assert said == ["They have not come back from this missing episode. Record the return first."]
    with pytest.raises(NotFound):
        InterviewStep(window.desk, person.id, person.id)


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 2.0)])
@pytest.mark.parametrize("step", STEPS)
def test_everything_has_a_name_and_is_shown_whole(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, episode: MissingEpisode, step: str, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    assert walk(_open(qtbot, screen, episode, step)) == []
