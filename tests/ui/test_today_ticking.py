"""Today while time goes by: clocks tick, rows stay, another's Today, two columns, forty rows; no cursor is lost."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.services import casework, settings, today
from tests import build
from tests.ui.screen import focused, show
from tests.ui.test_today import shown
from tests.ui.test_today_cards import card_of, rows
from tests.ui.test_today_missing import agreed, back, child
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.today import Today


@pytest.fixture(autouse=True)
def since(screen: ScreenDesk) -> None:
    """The team expects interviews since the beginning of last year."""
    settings.set_interviews_since(screen.at, date(2025, 1, 1))


@pytest.fixture
def page(qtbot: QtBot, screen: ScreenDesk) -> Today:
    """A child missing for an hour, one with three minutes left, one with two days."""
    build.episode(screen.at, child(screen.at, "Jade").id, "2026-11-21T09:00+00:00")
    back(screen.at, "Kian", "2026-11-18T10:03+00:00")
    back(screen.at, "Maisie", "2026-11-20T10:00+00:00")
    return shown(qtbot, screen)


def pass_time(screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch, page: Today, **by: int) -> None:
    """Let this much time go by, and the page hear that a minute has passed."""
    now = screen.now()
    monkeypatch.setattr(screen.clock, "now", lambda: now + timedelta(**by))
    page._clock.timeout.emit()


def test_clocks_tick_without_reading_the_store_and_the_cursor_stays(
    screen: ScreenDesk, page: Today, monkeypatch: pytest.MonkeyPatch
) -> None:
    kian, maisie = rows(card_of(page, "Return interviews"))
    kian.main.setFocus()
    counted: list[tuple[int, int]] = []
    page.counted.connect(lambda every, late: counted.append((every, late)))
    monkeypatch.setattr(today, "waiting", lambda *_: pytest.fail("the store was read"))
    pass_time(screen, monkeypatch, page, minutes=1)
    assert [row.fact.text() for row in page.board.rows()] == [
        "for 1 h 1 min, since 09:00",
        "2 min left · due today 10:03",
        "47 h left · due Mon 23 Nov 10:00",
    ]
    pass_time(screen, monkeypatch, page, minutes=3)
    assert kian.fact.text() == "1 min late · was due today 10:03"
    assert (kian.fact.property("tone"), kian.drain.accessibleName()) == ("loud", "1 min late")
    assert card_of(page, "Return interviews").property("loud") == "true"
    assert counted == [(3, 1), (3, 2)]
    assert focused() is kian.main
    assert page.board.rows()[2] is maisie


def test_a_new_day_is_read_anew_and_so_is_what_was_hidden(
    screen: ScreenDesk, page: Today, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.hide()
    pass_time(screen, monkeypatch, page, minutes=2)
    assert page.board.rows()[1].fact.text().startswith("3 min left")
    page.show()
    assert page.board.rows()[1].fact.text().startswith("1 min left")
    pass_time(screen, monkeypatch, page, days=1)
    assert page.date.text() == "Sunday 22 November 2026"


def test_a_saved_episode_is_there_at_once_and_what_stays_is_not_made_anew(
    qtbot: QtBot, screen: ScreenDesk, page: Today
) -> None:
    before = page.board.rows()
    before[2].main.setFocus()
    with qtbot.waitSignal(screen.announced):
        made = build.episode(screen.at, child(screen.at, "Ruby").id, "2026-11-21T09:30+00:00")
    after = page.board.rows()
    assert [row.line.key[2] for row in after if row not in before] == [made.id]
    assert [row for row in after if row in before] == before
    assert focused() is before[2].main
    with qtbot.waitSignal(screen.announced):
        casework.save(screen.at, made.changed(returned_at=Moment("2026-11-21T09:50+00:00")))
    assert [card.title.text() for card in page.cards] == ["Missing now", "Returned overnight", "Return interviews"]
    assert focused() is before[2].main


def test_a_locked_desk_does_not_tick(screen: ScreenDesk, page: Today) -> None:
    screen.leave("locked")
    page.tick()
    assert page.board.rows()[1].fact.text().startswith("3 min left")


def test_one_can_look_at_a_colleagues_today_and_it_is_remembered(qtbot: QtBot, screen: ScreenDesk) -> None:
    build.colleague(screen.at, "Ada Bell")
    for given, worker in (("Jade", "Ada Bell"), ("Kian", "Lena Osei")):
        away = ("2026-11-21T08:00+00:00", "2026-11-21T09:00+00:00")
        build.episode(screen.at, child(screen.at, given, worker).id, *away)
    page = shown(qtbot, screen)
    assert page.whose.colleague.isVisible()
    assert len(page.board.rows()) == 2
    page.whose.colleague.set_value("Ada Bell")
    assert [row.line.title for row in page.board.rows()] == ["Jade Okafor, 14"]
    assert (page.whose.mine.isChecked(), page.whose.team.isChecked()) == (False, False)
    again = shown(qtbot, screen)
    assert again.whose.colleague.value() == "Ada Bell"
    assert len(again.board.rows()) == 1
    again.whose.mine.click()
    assert [row.line.title for row in again.board.rows()] == ["Kian Okafor, 14"]
    assert again.whose.colleague.value() == ""
    again.whose.colleague.set_value("Ada Bell")
    again.whose.colleague.set_value("")
    assert again.whose.team.isChecked()


def test_calm_cards_stand_in_two_columns_where_there_is_room(qtbot: QtBot, screen: ScreenDesk) -> None:
    spells = (life.CaseSpell(state="open", since=Moment("2026-06-01")),)
    person = child(screen.at, "Jade", case_spells=spells)
    agreed(screen.at, person, "See school", "2026-11-25")
    page = shown(qtbot, screen)
    left, right = card_of(page, "Reassessments"), card_of(page, "Actions")
    qtbot.waitUntil(lambda: right.mapTo(page, QPoint()).x() > page.width() / 2 - 20)
    assert left.mapTo(page, QPoint()).y() == right.mapTo(page, QPoint()).y()
    page.resize(800, 690)
    qtbot.waitUntil(lambda: right.mapTo(page, QPoint()).x() < 60)
    assert right.mapTo(page, QPoint()).y() > left.mapTo(page, QPoint()).y()
    first, second = page.board.rows()
    first.main.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is second.name


def test_the_rows_say_their_state_to_those_who_hear_it(page: Today) -> None:
    row = page.board.rows()[1]
    assert row.main.accessibleName() == "Offer a return interview to Kian Okafor"
    assert row.main.accessibleDescription() == f"{row.fact.text()}. {row.line.second}"


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_forty_rows_and_long_names_can_be_read(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    for number in range(20):
        given = f"Alexandrina-Philippa {number} Featherstonehaugh-Cholmondeley of Konstantinopel"
        back(screen.at, given, f"2026-11-{18 + number % 3}T{number:02}:00+00:00", missing_from_name="Beech House")
        agreed(screen.at, child(screen.at, f"Kian {number}"), "Ask social care for a strategy discussion " * 3)
    page = Today(screen)
    show(qtbot, page, 1162, 690)
    assert len(page.board.rows()) == 40
    qtbot.waitUntil(lambda: walk(page) == [])
    assert page.width() == 1162
