"""How a missing episode and an action read: how long, since when, their grade and harm; read whole, with verbs."""

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.action import Action
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import (
    HarmHeard,
    MissingEpisode,
    PreventionInterview,
    ReasonHeard,
    Regrade,
    ToldOf,
)
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, attributes
from rise_desk.services import casework, overview, settings
from rise_desk.services.desk import Desk
from rise_desk.services.practice import general
from tests import build
from tests.ui.files import button_of, words_of
from tests.ui.open_window import dialog, page
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.case_page import CasePage
from ui.chronology import Chronology
from ui.desk import ScreenDesk
from ui.entries import reader
from ui.episode_form import EpisodeForm
from ui.history_dialog import HistoryDialog
from ui.living_reading import NOT_THAT, EpisodeReading
from ui.main_window import CASE, MainWindow
from ui.pages import Place
from ui.records import action, missing_episode
from ui.records.missing_fields import sections
from ui.records.shown import Reading
from ui.regrade_dialog import RegradeDialog
from ui.returned_dialog import ReturnedDialog
from ui.widgets.badge import Tone
from ui.withdraw import WithdrawDialog

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
EVENING = "2026-11-20T23:30+00:00"
READING = Reading(subject=Id(1), names={}, practice=general(), now=NOW)


def _title(reported_at: str, returned_at: str = "", **values: Any) -> str:
    return missing_episode.title(build.made_episode(Id(1), reported_at, returned_at, **values), READING)


@pytest.mark.parametrize(
    ("returned_at", "values", "said"),
    [("2026-11-21T08:45+00:00", {"missing_from": "childrens_home"}, "Missing 9 h 15 min, from children's home"),
     ("", {}, "Missing now since Fri 20 Nov 23:30"),
     ("", {"missing_from": "home"}, "Missing now since Fri 20 Nov 23:30, from home"),
     ("2026-11-21T10:01+00:00", {}, "Missing now since Fri 20 Nov 23:30"),
     ("2026-11-21T10:00+00:00", {}, "Missing 10 h 30 min"),
     ("2026-11-21", {}, "Missing"),
     ("2026-11-21T00:30+00:00", {"missing_type": "late_home"}, "Late home, not reported, 1 h"),
     ("", {"missing_type": "away"}, "Away without authorisation, now since Fri 20 Nov 23:30")],
)  # fmt: skip
def test_an_episode_is_called_by_how_long_it_was(returned_at: str, values: dict[str, str], said: str) -> None:
    assert _title(EVENING, returned_at, **values) == said


@pytest.mark.parametrize(
    ("began", "ended", "said"),
    [("2026-11-10", "2026-11-13", "Missing about 3 days"), ("2026-11-10", "2026-11-11", "Missing about 1 day"),
     ("2026-11-10", "2026-11-10T20:00+00:00", "Missing"), ("2026-11-16T10:00+00:00", "2026-11-20T10:00+00:00",
     "Missing 4 days")],
)  # fmt: skip
def test_what_is_not_known_to_the_hour_is_not_said_to_the_hour(began: str, ended: str, said: str) -> None:
    assert _title(began, ended) == said


def test_what_must_be_seen_at_once_is_marked() -> None:
    harms = (HarmHeard(harm="physical_assault"), HarmHeard(harm="not_asked"), HarmHeard(harm="none_known"))
    made = build.made_episode(Id(1), EVENING, grade="low", regrades=(Regrade(grade="high"),), harms=harms)
    assert list(missing_episode.tags(made, READING)) == [
        ("Missing now", Tone.HIGH),
        ("Police grade: high", Tone.HIGH),
        ("Harm: physical assault", Tone.HIGH),
    ]
    back = build.made_episode(Id(1), EVENING, "2026-11-21T08:45+00:00", grade="no_apparent_risk")
    assert list(missing_episode.tags(back, READING)) == [("Police grade: no apparent risk", Tone.INFO)]
    assert list(missing_episode.tags(build.made_episode(Id(1), EVENING, "2026-11-21"), READING)) == []


def _full(subject: Id) -> MissingEpisode:
    return build.made_episode(
        subject,
        EVENING,
        "2026-11-21T08:45+00:00",
        last_seen_at=Moment("2026-11-20T22:50+00:00"),
        reported_by="The night manager",
        missing_from="childrens_home",
        missing_from_name="Elm House",
        grade="medium",
        regrades=(Regrade(grade="high", at=Moment("2026-11-21T04:00+00:00"), by="PS Ali", why="Messages found"),),
        police_ref="77/1",
        officer="PC Hill",
        told=(ToldOf(who="Leeds", at=Moment("2026-11-21T09:10+00:00"), by="Lena Osei"),),
        wearing="A red coat",
        circumstances="Left after a call.",
        how_found="Walked in by herself.",
        found_place_type="vehicle",
        found_place="Corby",
        outside_county=True,
        found_with=(Mention(name="Kaz", known="drives a grey van"),),
        reasons=(ReasonHeard(reason="drawn_away", heard_from="Her aunt"),),
        harms=(HarmHeard(harm="injury", note="A cut hand"),),
        prevention=(PreventionInterview(held_at=Moment("2026-11-21T09:30+00:00"), officer="PC Shah", told="Tired."),),
    )


def test_every_field_of_an_episode_is_asked_once_and_read_somewhere(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    asked = [field.name for section in sections(screen) for field in section.fields]
    envelope = {*(each.name for each in attributes(Action))} & {*(each.name for each in attributes(MissingEpisode))}
    own = {each.name for each in attributes(MissingEpisode)} - envelope
    assert len(asked) == len(set(asked))
    assert set(asked) == own
    made = casework.save(desk, _full(person.id).changed(id=desk.clock.new_id()))
    settings.set_our_council(desk, "Northants")
    casework.save(desk, overview.person(desk, person.id).changed(placing_authority="Leeds"))
    found = overview.entry(desk, person.id, made.id)
    reading = reader(screen, found, Chronology(screen, person.id).reading([found]))
    assert isinstance(reading, EpisodeReading)
    show(qtbot, reading, 900, 700)
    said = words_of(reading)
    for words in (
        "Missing 9 h 55 min, from children's home",
        "Friday 20 November 2026 at 10:50pm",
        "The night manager",
        "Children's home · Elm House",
        "Medium\nThen high · Sat 21 Nov 04:00 · PS Ali · Messages found",
        "77/1",
        "PC Hill",
        "Leeds · Sat 21 Nov 09:10 · Lena Osei",
        "A red coat",
        "Left after a call.",
        "Walked in by herself.",
        "Vehicle · Corby",
        "Kaz · drives a grey van",
        "Someone drawing them away (pull) · Her aunt",
        "Injury · A cut hand",
        "Police prevention interview",
        NOT_THAT,
        "Saturday 21 November 2026 at 9:30am · PC Shah\nTired.",
        "Not offered yet · due Tue 24 Nov 08:45 · owed by Leeds, who placed them here; tell Northants and the police",
    ):
        assert words in said, words
    assert walk(reading) == []


def test_an_open_episode_is_changed_graded_and_ended_from_where_it_is_read(
    qtbot: QtBot, window: MainWindow, desk: Desk, person: Person
) -> None:
    made = build.episode(desk, person.id, EVENING)

    def read() -> EpisodeReading:
        window.go(Place(CASE, person.id))
        case = page(window)
        assert isinstance(case, CasePage)
        case.read_record(made.id)
        found = dialog(window, EpisodeReading)
        assert isinstance(found, EpisodeReading)
        return found

    reading = read()
    assert "Missing now, for 10 h 30 min" in words_of(reading)
    assert [each.text() for each in reading.verbs()] == ["Record the return…", "Change…", "New grade…"]
    kinds: tuple[tuple[str, type[QDialog]], ...] = (
        ("Record", ReturnedDialog),
        ("Change", EpisodeForm),
        ("New", RegradeDialog),
    )
    for verb, kind in kinds:
        button_of(dialog(window, EpisodeReading) if verb == "Record" else read(), verb).click()
        form = dialog(window, kind)
        form.reject()
    kinds = (("Withdraw", WithdrawDialog), ("History", HistoryDialog))
    for verb, kind in kinds:
        reading = read()
        button_of(reading, verb).click()
        form = dialog(window, kind)
        form.reject()
        reading.reject()


def test_an_episode_that_is_over_leads_to_its_interview_and_one_withdrawn_to_nothing(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    made = build.episode(desk, person.id, EVENING, "2026-11-21T08:45+00:00")

    def read() -> EpisodeReading:
        found = overview.entry(desk, person.id, made.id)
        reading = reader(screen, found, Chronology(screen, person.id).reading([found]))
        assert isinstance(reading, EpisodeReading)
        show(qtbot, reading, 900, 700)
        return reading

    assert [each.text() for each in read().verbs()] == ["Change…", "New grade…", "Return interview…"]
    build.interview(
        desk, made, answer="declined", answered_at="2026-11-21T09:00+00:00", offered_at="2026-11-21T08:50+00:00"
    )
    assert "Declined" in words_of(read())
    casework.withdraw(desk, overview.entry(desk, person.id, made.id).record, "Wrong child")
    reading = read()
    assert reading.verbs() == ()
    assert "Missing now" not in words_of(reading)
    assert "Withdrawn by Lena Osei" in words_of(reading)


def test_an_action_that_is_late_is_marked() -> None:
    made = Action(subject=Id(1), what="Ring", agreed_at=Moment("2026-11-19"), due_on=Moment("2026-11-20"))
    assert [*action._tags(made, READING)] == [("Overdue", Tone.HIGH)]
    assert [*action._tags(made.changed(due_on=Moment("2026-11-21")), READING)] == []
    assert [*action._tags(made.changed(status="done"), READING)] == []


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_it_reads_at_every_size(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, person: Person, *, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    made = casework.save(desk, _full(person.id).changed(id=desk.clock.new_id()))
    found = overview.entry(desk, person.id, made.id)
    reading = reader(screen, found, Chronology(screen, person.id).reading([found]))
    show(qtbot, reading, 780, 600)
    assert walk(reading) == []
