"""What stands around every page: cards, badges, the rail, the top bar's neighbours, messages and empty lists."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import colours_of, focused, show, wheel
from tests.ui.walk import spoken_name, walk
from ui import theme
from ui.widgets.badge import Badge, Tone
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.rail import Rail, Section
from ui.widgets.tabs import Tabs
from ui.widgets.tick import Tick
from ui.widgets.words import Elided, retone

SECTIONS = (
    Section(key="today", text="Today", icon="today", keys="Ctrl+1"),
    Section(key="people", text="Young people", icon="people"),
)
FOOT = (Section(key="help", text="Help"),)


def test_a_line_that_has_no_room_ends_in_dots_and_tells_the_rest(qtbot: QtBot) -> None:
    line = Elided("A name that is really quite long")
    show(qtbot, line, 80, 30)
    line.grab()
    assert line.shown().endswith("…")
    assert line.toolTip() == line.text()
    line.resize(600, 30)
    line.grab()
    assert line.shown() == line.text()
    assert line.toolTip() == ""


def test_a_label_takes_another_tone(qtbot: QtBot) -> None:
    line = Elided("late")
    show(qtbot, line)
    retone(line, "loud")
    assert theme.LIGHT.loud in colours_of(line)


def test_a_button_tells_its_keys_but_not_in_its_name(qtbot: QtBot) -> None:
    button = Button("&Add R&&D", keys="Ctrl+N", hint="One more")
    qtbot.addWidget(button)
    assert button.text() == "&Add R&&D   Ctrl+N"
    assert button.accessibleName() == "Add R&D"
    assert button.accessibleDescription() == "One more"
    button.say("Record")
    assert button.text() == "Record   Ctrl+N"
    assert spoken_name(IconButton("calendar", "Calendar")) == "Calendar"


def test_a_card_has_a_title_an_aside_and_a_verb(qtbot: QtBot) -> None:
    card = Card("Missing now", "1", loud=True)
    verb = Button("Print")
    card.add_verb(verb)
    card.add(QLabel("Jade"))
    card.add_rule()
    show(qtbot, card)
    assert card.accessibleName() == "Missing now"
    assert theme.LIGHT.loud_fill in colours_of(card)
    card.set_loud(False)
    assert theme.LIGHT.loud_fill not in colours_of(card)
    card.entitle("")
    assert not card.title.isVisible()
    assert not card.aside.isVisible()
    assert verb.isVisible()


def test_a_title_that_wraps_is_on_one_line_where_there_is_room(qtbot: QtBot) -> None:
    card = Card("silver Astra AB12 CDE", "vehicle")
    card.title.setWordWrap(True)
    show(qtbot, card, 600, 80)
    whole = card.title.fontMetrics().horizontalAdvance(card.title.text())
    assert card.title.width() >= whole
    show(qtbot, card, 200, 120)
    assert card.title.width() < whole
    assert card.title.height() >= 2 * card.title.fontMetrics().height()


@pytest.mark.parametrize("tone", list(Tone))
def test_a_badge_is_a_word_on_a_tint(qtbot: QtBot, tone: Tone) -> None:
    badge = Badge("Word", tone)
    show(qtbot, badge)
    assert badge.accessibleName() == "Word"
    assert {theme.LIGHT[tone], theme.LIGHT[f"{tone}_ground"]} <= colours_of(badge)


def test_levels_differ_in_shape_as_well(qtbot: QtBot) -> None:
    shapes = []
    for tone in (Tone.HIGH, Tone.MEDIUM, Tone.LOW):
        badge = Badge("x", tone)
        show(qtbot, badge, 60, 24)
        image = badge.grab().toImage()
        ink = QColor(theme.LIGHT[tone])
        shapes.append([[image.pixelColor(x, y) == ink for x in range(8, 18)] for y in range(6, 18)])
    assert shapes[0] != shapes[1] != shapes[2] != shapes[0]


def test_a_badge_without_a_word_says_its_level(qtbot: QtBot) -> None:
    badge = Badge("", Tone.HIGH)
    qtbot.addWidget(badge)
    assert badge.text == "High"
    badge.say("Amber 29", Tone.MEDIUM)
    assert badge.accessibleName() == "Amber 29"
    badge.say("", Tone.INFO)
    badge.grab()
    assert badge.minimumSizeHint() == badge.sizeHint()


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    """A rail with three sections."""
    made = Rail(SECTIONS, FOOT)
    show(qtbot, made, 204, 400)
    return made


def test_the_rail_tells_what_was_chosen(qtbot: QtBot, rail: Rail) -> None:
    assert rail.current() == ""
    with qtbot.waitSignal(rail.chosen) as told:
        QTest.mouseClick(rail.items["people"], Qt.MouseButton.LeftButton)
    assert told.args == ["people"]
    assert rail.current() == "people"
    rail.set_current("today")
    assert not rail.items["people"].current


def test_the_rail_is_walked_with_the_arrows(qtbot: QtBot, rail: Rail) -> None:
    rail.items["today"].setFocus()
    QTest.keyClick(rail.items["today"], Qt.Key.Key_Down)
    assert rail.items["people"].hasFocus()
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert rail.items["today"].hasFocus()
    QTest.keyClick(rail.items["today"], Qt.Key.Key_Up)
    assert rail.items["help"].hasFocus()
    with qtbot.waitSignal(rail.chosen):
        QTest.keyClick(rail.items["help"], Qt.Key.Key_Space)
    QTest.keyClick(rail, Qt.Key.Key_A)
    assert theme.LIGHT.rail_ring in colours_of(rail)


def test_the_rail_counts_aloud_only_what_is_overdue(rail: Rail) -> None:
    rail.set_count("today", 9, loud=True)
    rail.set_count("people", 1200)
    assert rail.items["today"].accessibleName() == "Today, 9 overdue"
    assert rail.items["people"].accessibleName() == "Young people, 1200 waiting"
    assert theme.LIGHT.loud_fill in colours_of(rail.items["today"])
    assert theme.LIGHT.loud_fill not in colours_of(rail.items["people"])
    rail.set_count("today", 0)
    assert rail.items["today"].accessibleName() == "Today"
    assert rail.minimumSizeHint().width() == theme.RAIL_WIDTH
    assert walk(rail) == []


def test_tabs_carry_counts_and_keep_the_one_in_front(qtbot: QtBot) -> None:
    tabs = Tabs((("overview", "Overview"), ("people", "People & places")))
    show(qtbot, tabs)
    tabs.set_count("people", 9)
    assert (tabs.tabText(1), tabs.accessibleTabName(1)) == ("People && places 9", "People & places, 9 entries")
    tabs.set_count("people", 0)
    assert tabs.tabText(1) == "People && places"
    with qtbot.waitSignal(tabs.chosen) as told:
        tabs.step(1)
    assert told.args == ["people"]
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.set_tabs((("notes", "Notes"), ("people", "People")))
    assert tabs.current() == "people"
    tabs.set_current("nowhere")
    tabs.step(1)
    wheel(tabs)
    assert tabs.current() == "notes"


def test_no_tabs_are_no_trouble(qtbot: QtBot) -> None:
    tabs = Tabs()
    qtbot.addWidget(tabs)
    tabs.step(1)
    assert tabs.current() == ""


def test_a_flow_begins_a_new_line_where_there_is_no_room(qtbot: QtBot) -> None:
    parent = QWidget()
    flow = Flow(parent, spacing=10)
    boxes = []
    for _ in range(3):
        box = QWidget()
        box.setFixedSize(100, 20)
        flow.addWidget(box)
        boxes.append(box)
    show(qtbot, parent, 330, 100)
    assert [box.y() for box in boxes] == [0, 0, 0]
    assert flow.sizeHint().width() == 320
    parent.resize(319, 100)
    QApplication.processEvents()
    assert [(box.x(), box.y()) for box in boxes] == [(0, 0), (110, 0), (0, 30)]
    assert (flow.heightForWidth(330), flow.heightForWidth(319), flow.heightForWidth(50)) == (20, 50, 80)
    assert (flow.count(), flow.itemAt(3), flow.takeAt(-1)) == (3, None, None)
    assert flow.minimumSize().width() == 100
    front = QWidget()
    front.setFixedSize(10, 10)
    flow.insert(0, front)
    QApplication.processEvents()
    assert (front.x(), front.y()) == (0, 0)
    assert Flow().sizeHint().isEmpty()


@pytest.mark.parametrize("able", [True, False])
def test_a_tick_is_seen(qtbot: QtBot, able: bool) -> None:
    tick = Tick("Show &withdrawn")
    tick.setEnabled(able)
    show(qtbot, tick, 200, 40)
    before = tick.grab().toImage()
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(190, 20))
    assert tick.isChecked() is able
    tick.setChecked(True)
    assert tick.grab().toImage() != before
    assert (theme.LIGHT.accent in colours_of(tick)) is able
    assert tick.accessibleName() == "Show withdrawn"
    assert tick.minimumSizeHint() == tick.sizeHint()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Sign in", "primary")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
