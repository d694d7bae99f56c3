"""What was heard is ticked, with a word on it; nothing that a record holds is lost by that."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rise_desk.domain.missing import HarmHeard, ReasonHeard
from tests.ui.screen import show
from tests.ui.walk import walk
from ui.desk import ScreenDesk
from ui.heard_ticks import HeardTicks
from ui.interview_fields import HARM, REASON
from ui.widgets.fields import Field, Kind, Section, Surroundings
from ui.widgets.record_panel import RecordPanel

FROM_HER = ReasonHeard(reason="conflict", heard_from="her")


@pytest.fixture
def ticks(qtbot: QtBot, screen: ScreenDesk) -> HeardTicks:
    """The reasons."""
    around = Surroundings(screen.practice, screen.now)
    field = Field(name="reasons", label="Reasons heard", fields=REASON)
    made = HeardTicks(ReasonHeard, "Heard from", field, around)
    show(qtbot, made, 700, 300)
    return made


def test_a_box_is_ticked_by_space_and_has_a_line_for_a_word(ticks: HeardTicks) -> None:
    told: list[bool] = []
    ticks.changed.connect(lambda: told.append(True))
    note = ticks.notes["conflict"]
    assert not note.isVisible()
    ticks.field_widget().setFocus()
    QTest.keyClick(ticks.ticks["conflict"], Qt.Key.Key_Space)
    assert note.isVisible()
    QTest.keyClicks(note, " her ")
    assert ticks.value() == (FROM_HER,)
    assert told
    assert ticks.unreadable() == ""


def test_what_is_unticked_is_not_recorded_and_its_word_stays_in_its_line(ticks: HeardTicks) -> None:
    ticks.set_value((FROM_HER,))
    ticks.ticks["conflict"].setChecked(False)
    assert ticks.value() == ()
    ticks.ticks["conflict"].setChecked(True)
    assert ticks.value() == (FROM_HER,)


def test_one_that_was_heard_twice_stays_so(ticks: HeardTicks) -> None:
    twice = (FROM_HER, ReasonHeard(reason="school"), ReasonHeard(reason="conflict", heard_from="her mother"))
    ticks.set_value(twice)
    assert set(ticks.value()) == set(twice)
    ticks.restore(ticks.typed())
    assert set(ticks.value()) == set(twice)
    ticks.ticks["conflict"].setChecked(False)
    assert ticks.value() == (ReasonHeard(reason="school"),)


def test_one_that_the_list_no_longer_holds_stays(ticks: HeardTicks) -> None:
    old = (ReasonHeard(reason="an_older_word", heard_from="her"),)
    ticks.set_value(old)
    assert ticks.value() == old
    ticks.restore(None)
    assert ticks.value() == ()


def test_every_box_says_what_it_answers(qtbot: QtBot, screen: ScreenDesk) -> None:
    around = Surroundings(screen.practice, screen.now)
    harms = Field(
        name="harms",
        label="Harm while missing",
        kind=Kind.OWN,
        fields=HARM,
        make=lambda field, around: HeardTicks(HarmHeard, "What is known of it", field, around),
    )
    panel = RecordPanel((Section("During", (harms,)),), around)
    show(qtbot, panel, 700, 300)
    widget = panel.rows["harms"].widget
    assert isinstance(widget, HeardTicks)
    widget.set_value((HarmHeard(harm="injury"),))
    assert widget.ticks["injury"].accessibleName() == "Harm while missing: Injury"
    assert walk(panel) == []
