"""Whoever and whatever is named is typed once: by keyboard, with its sort, a file where there is one, and none lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.mention import Mention
from rise_desk.domain.person import Person
from rise_desk.errors import Busy
from rise_desk.services import finding
from tests import build
from tests.ui.screen import focused, show, wheel
from tests.ui.walk import walk
from ui.desk import ScreenDesk
from ui.mention_parts import NOT_ADDED, TWICE, MentionsField, mentions_field
from ui.widgets.fields import Section, Surroundings
from ui.widgets.record_panel import RecordPanel
from ui.widgets.search_box import PAUSE_MS

pytestmark = pytest.mark.usefixtures("dropped")
Make = Callable[..., MentionsField]


@pytest.fixture
def panel(qtbot: QtBot, screen: ScreenDesk) -> RecordPanel:
    """A form that asks for nothing else."""
    around = Surroundings(screen.practice, screen.now)
    made = RecordPanel((Section("Named", (mentions_field(screen, "mentions", "Named"),)),), around)
    show(qtbot, made, 760, 420)
    return made


@pytest.fixture
def named(panel: RecordPanel) -> MentionsField:
    """Its one field."""
    widget = panel.rows["mentions"].widget
    assert isinstance(widget, MentionsField)
    widget.line.setFocus()
    return widget


def _type(named: MentionsField, text: str) -> None:
    QTest.keyClicks(named.line, text)
    QTest.keyClick(named.line, Qt.Key.Key_Return)


def _answered(qtbot: QtBot, named: MentionsField) -> None:
    qtbot.wait(PAUSE_MS + 60)
    answers = named.line.answers
    assert answers is not None
    assert answers.isVisible()


def test_tab_comes_to_what_it_is_then_to_its_name_and_then_to_the_button(named: MentionsField) -> None:
    _type(named, "Zed")
    came: list[QWidget] = []
    next(each for each in named.sort.buttons.values() if each.isChecked()).setFocus()
    for _ in range(3):
        came.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert came[1:] == [named.line, named.add_button]


def test_a_name_is_typed_and_listed_by_enter(named: MentionsField) -> None:
    _type(named, "Zed")
    _type(named, " Kev  ")
    assert named.value() == (Mention(name="Zed"), Mention(name="Kev"))
    assert named.line.hasFocus()
    assert named.line.text() == ""
    assert [row.accessibleName() for row in named.rows] == ["Zed", "Kev"]
    _type(named, "")
    assert len(named.parts) == 2


@pytest.mark.parametrize(
    ("sort", "text", "told", "button"),
    [("place", "Flat above Ali's", "Flat above Ali's · place", "Add place"),
     ("vehicle", "silver Corsa", "silver Corsa · vehicle", "Add vehicle"),
     ("phone", "+44 7700 900123", "+44 7700 900123 · phone", "Add phone"),
     ("handle", "@zed_07", "@zed_07 · name used online", "Add name used online")],
)  # fmt: skip
def test_each_sort_is_chosen_by_the_arrows_and_kept_as_typed(
    named: MentionsField, sort: str, text: str, told: str, button: str
) -> None:
    here = named.sort.field_widget()
    here.setFocus()
    for _step in range(("", "place", "vehicle", "phone", "handle").index(sort)):
        QTest.keyClick(here, Qt.Key.Key_Right)
        here = named.sort.field_widget()
    named.line.setFocus()
    assert named.add_button.accessibleName() == button
    _type(named, text)
    assert named.value() == (Mention(name=text, sort=sort),)
    assert [row.accessibleName() for row in named.rows] == [told]


def test_what_it_looks_like_is_said_and_never_chosen_for_anybody(named: MentionsField) -> None:
    QTest.keyClicks(named.line, "07700 900123")
    assert named.suggestion.isVisible()
    assert named.suggestion.text() == "This looks like a phone. List it as one"
    QTest.keyClick(named.line, Qt.Key.Key_Return)
    assert named.value() == (Mention(name="07700 900123"),)
    assert not named.suggestion.isVisible()
    QTest.keyClicks(named.line, "KX19 ABC")
    QTest.keyClick(named.suggestion, Qt.Key.Key_Space)
    assert not named.suggestion.isVisible()
    assert named.line.hasFocus()
    QTest.keyClick(named.line, Qt.Key.Key_Return)
    assert named.value()[-1] == Mention(name="KX19 ABC", sort="vehicle")


def test_nothing_is_suggested_where_nothing_tells_or_it_is_chosen_already(named: MentionsField) -> None:
    QTest.keyClicks(named.line, "Zed")
    assert not named.suggestion.isVisible()
    named.line.clear()
    named.sort.set_value("phone")
    QTest.keyClicks(named.line, "07700 900123")
    assert not named.suggestion.isVisible()


@pytest.mark.parametrize(
    ("sort", "one", "other"),
    [("phone", "+44 7700 900123", "07700 900 123"), ("vehicle", "KX19 ABC", "kx19abc"), ("", "Zed", "ZED")],
)
def test_the_same_is_not_listed_twice(named: MentionsField, sort: str, one: str, other: str) -> None:
    named.sort.set_value(sort)
    _type(named, one)
    _type(named, other)
    assert [each.name for each in named.value()] == [one]
    assert named.told.text() == TWICE.format(other)
    assert named.told.isVisible()
    QTest.keyClicks(named.line, "1")
    assert not named.told.isVisible()


def test_somebody_on_file_is_gone_to_by_down_and_picked_by_enter(
    qtbot: QtBot, named: MentionsField, screen: ScreenDesk
) -> None:
    jade = build.young_person(screen.at, "Jade", "Ahmed")
    QTest.keyClicks(named.line, "jad")
    _answered(qtbot, named)
    QTest.keyClick(named.line, Qt.Key.Key_Down)
    QTest.keyClick(named.line, Qt.Key.Key_Return)
    assert named.value() == (Mention(name="Jade Ahmed", person=jade.id),)
    assert [row.accessibleName() for row in named.rows] == ["Jade Ahmed · has a file"]


def test_enter_alone_never_picks_a_file(qtbot: QtBot, named: MentionsField, screen: ScreenDesk) -> None:
    build.young_person(screen.at, "Jade", "Ahmed")
    QTest.keyClicks(named.line, "Jade")
    _answered(qtbot, named)
    QTest.keyClick(named.line, Qt.Key.Key_Return)
    assert named.value() == (Mention(name="Jade"),)


def test_what_was_typed_itself_can_be_clicked(qtbot: QtBot, named: MentionsField, screen: ScreenDesk) -> None:
    build.young_person(screen.at, "Jade", "Ahmed")
    QTest.keyClicks(named.line, "Jade")
    _answered(qtbot, named)
    answers = named.line.answers
    assert answers is not None
    answers.pick()
    assert named.value() == (Mention(name="Jade"),)


def test_a_phone_leads_to_whose_it_is_and_keeps_its_number(
    qtbot: QtBot, named: MentionsField, screen: ScreenDesk
) -> None:
    from rise_desk.domain import life

    numbers = (life.ContactNumber(number="07700 900123"),)
    jade = build.young_person(screen.at, "Jade", "Ahmed", contact_numbers=numbers)
    named.sort.set_value("phone")
    QTest.keyClicks(named.line, "+44 7700 900123")
    _answered(qtbot, named)
    QTest.keyClick(named.line, Qt.Key.Key_Down)
    QTest.keyClick(named.line, Qt.Key.Key_Return)
    assert named.value() == (Mention(name="+44 7700 900123", person=jade.id, sort="phone"),)
    assert [row.accessibleName() for row in named.rows] == ["+44 7700 900123 · phone · file of Jade Ahmed"]


def test_places_are_looked_for_in_no_files(qtbot: QtBot, named: MentionsField, screen: ScreenDesk) -> None:
    build.young_person(screen.at, "Jade", "Ahmed")
    named.sort.set_value("place")
    QTest.keyClicks(named.line, "Jade")
    qtbot.wait(PAUSE_MS + 60)
    assert named.line.answers is None or not named.line.answers.isVisible()


def test_nobody_found_leaves_the_line_alone(qtbot: QtBot, named: MentionsField) -> None:
    QTest.keyClicks(named.line, "Zzyx")
    qtbot.wait(PAUSE_MS + 60)
    assert named.line.answers is None or not named.line.answers.isVisible()


def test_a_store_that_is_busy_says_so(named: MentionsField, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_said: object) -> None:
        raise Busy("The store is busy.")

    monkeypatch.setattr(finding, "people", busy)
    named.ask("Jade")
    assert named.told.text() == "The store is busy."
    assert named.told.isVisible()


def test_what_was_typed_and_not_listed_is_asked_for_and_kept(panel: RecordPanel, named: MentionsField) -> None:
    _type(named, "Kev")
    QTest.keyClicks(named.line, "Zed")
    assert named.unreadable() == NOT_ADDED.format("Zed")
    assert panel.dirty()
    kept = named.typed()
    assert kept[-1] == "Zed"
    named.line.clear()
    assert named.unreadable() == ""
    named.restore(kept)
    assert [each.name for each in named.value()] == ["Kev"]
    assert named.line.text() == "Zed"
    named.restore([])
    assert (named.value(), named.line.text()) == ((), "")


def test_one_is_changed_in_its_window_and_taken_out(qtbot: QtBot, named: MentionsField) -> None:
    named.set_value((Mention(name="Zed", sort="person"), Mention(name="Kev")))
    dialog = named.dialog(named.parts[0])
    qtbot.addWidget(dialog)
    assert set(dialog.panel.rows) == {"name", "sort", "person", "known"}
    assert dialog.panel.rows["sort"].value() == ""
    dialog.panel.rows["known"].editor.set_value("drives a silver Corsa")
    dialog.save()
    assert dialog.result_part == Mention(name="Zed", known="drives a silver Corsa")
    named.remove(0)
    assert named.value() == (Mention(name="Kev"),)
    assert named.line.hasFocus()


def test_where_only_people_are_asked_for_no_sort_is(qtbot: QtBot, screen: ScreenDesk, person: Person) -> None:
    around = Surroundings(screen.practice, screen.now)
    field = mentions_field(screen, "found_with", "With whom", people_only=True)
    panel = RecordPanel((Section("Found", (field,)),), around)
    show(qtbot, panel, 700, 300)
    named = panel.rows["found_with"].widget
    assert isinstance(named, MentionsField)
    assert not named.sort.isVisible()
    assert named.add_button.accessibleName() == "Add person"
    named.set_value((Mention(name="Zed"),))
    assert "sort" not in named.dialog(named.parts[0]).panel.rows
    QTest.keyClicks(named.line, "07700 900123")
    assert not named.suggestion.isVisible()


def test_everything_has_a_name_and_the_wheel_changes_nothing(panel: RecordPanel, named: MentionsField) -> None:
    named.set_value((Mention(name="Zed"),))
    assert walk(panel) == []
    wheel(named.sort)
    assert named.sort.value() == ""


def test_a_conflict_tells_all_of_them(named: MentionsField) -> None:
    field = named.field
    assert field.describe is not None
    told = field.describe((Mention(name="Zed", known="tall"), Mention(name="KX19", sort="vehicle")), named.around)
    assert told == "Zed · tall\nKX19 · vehicle"
