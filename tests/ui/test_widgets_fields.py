"""The editors of a form: what is typed is kept as it is, nothing is invented, and the wheel changes nothing."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.language import nudges
from rise_desk.domain.vocabulary import Entry, Vocabulary
from tests.ui.screen import show, wheel
from tests.ui.walk import walk
from ui.gallery_examples import PRACTICE
from ui.widgets.choice import CHOOSE, ChoiceField
from ui.widgets.radio_row import AnswerRow, RadioRow
from ui.widgets.text_fields import LineField, LinesField, LongField

BLAMING = "Staff said that she was placing herself at risk."


def test_a_line_keeps_what_is_written_without_blanks(qtbot: QtBot) -> None:
    line = LineField()
    show(qtbot, line)
    with qtbot.waitSignal(line.changed):
        line.setText("  O’Brien & Łukasz ")
    assert (line.value(), line.typed()) == ("O’Brien & Łukasz", "  O’Brien & Łukasz ")
    line.restore(None)
    assert (line.value(), line.unreadable()) == ("", "")
    line.set_value("x")
    assert line.field_widget().hasFocus() or line.value() == "x"


def test_tab_leaves_long_text(qtbot: QtBot) -> None:
    window, long, line = QWidget(), LongField(), LineField()
    column = QVBoxLayout(window)
    column.addWidget(long)
    column.addWidget(line)
    show(qtbot, window)
    long.edit.setFocus()
    QTest.keyClick(long.edit, Qt.Key.Key_Tab)
    assert line.hasFocus()
    assert long.value() == ""


def test_long_text_grows_and_counts(qtbot: QtBot) -> None:
    long = LongField(2)
    show(qtbot, long, 400, 600)
    before = long.edit.sizeHint().height()
    long.set_value("one two\n" * 4)
    assert before < long.edit.sizeHint().height()
    assert not long.count.isVisible()
    four = long.edit.sizeHint().height()
    long.restore("word " * 50)
    assert (long.count.isVisible(), long.count.text()) == (True, "50 words")
    long.set_value("line\n" * 400)
    assert four < long.edit.sizeHint().height() < 300
    long.restore(" a \n")
    assert (long.value(), long.typed(), long.unreadable()) == ("a", " a \n", "")
    assert long.field_widget() is long.edit


def test_the_wheel_scrolls_long_text_only_while_it_is_written_in(qtbot: QtBot) -> None:
    window, long, line = QWidget(), LongField(2), LineField()
    column = QVBoxLayout(window)
    column.addWidget(long)
    column.addWidget(line)
    show(qtbot, window, 300, 160)
    long.set_value("line\n" * 100)
    line.setFocus()
    wheel(long.edit.viewport())
    assert long.edit.verticalScrollBar().value() == 0
    long.edit.setFocus()
    wheel(long.edit.viewport())
    assert long.edit.verticalScrollBar().value() > 0


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_nudge_offers_and_never_changes(qtbot: QtBot) -> None:
    long = LongField(nudge=nudges)
    show(qtbot, long, 600, 200)
    long.set_value(BLAMING)
    assert long.value() == BLAMING
    assert long.advice.isVisible()
    assert "placing herself at risk" in long.advice.text()
    assert len(long.edit.extraSelections()) == 1
    where = QPoint(260, 12)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, where, long.edit.mapToGlobal(where))
    assert long.edit.event(event)
    long.set_value("She was seen at home.")
    assert not long.advice.isVisible()
    assert long.edit.extraSelections() == []


def test_lines_are_several_texts(qtbot: QtBot) -> None:
    lines = LinesField()
    qtbot.addWidget(lines)
    lines.set_value(("a", "b"))
    assert lines.value() == ("a", "b")
    lines.restore(" a \n\n c")
    assert lines.value() == ("a", "c")
    lines.set_value(None)
    assert lines.value() == ()


def _choice(qtbot: QtBot, name: str, called: str = "Gender") -> ChoiceField:
    field = ChoiceField(PRACTICE.vocabulary(name), called)
    show(qtbot, field, 300, 60)
    return field


def test_nothing_is_chosen_until_somebody_chooses(qtbot: QtBot) -> None:
    field = _choice(qtbot, "gender")
    assert (field.currentText(), field.value(), field.typed(), field.unreadable()) == (CHOOSE, "", "", "")
    with qtbot.waitSignal(field.changed):
        field.setCurrentIndex(1)
    assert field.value() == field.typed() == "female"
    field.set_value("")
    assert field.value() == ""


@pytest.mark.parametrize("name", ["gender", "country"])
def test_the_wheel_never_chooses(qtbot: QtBot, name: str) -> None:
    field = _choice(qtbot, name)
    field.set_value("")
    for focused in (False, True):
        if focused:
            field.setFocus()
        assert not wheel(field).isAccepted()
        assert field.value() == ""


def test_a_word_that_is_no_longer_offered_stays(qtbot: QtBot) -> None:
    old = Vocabulary(
        name="v", title="V", dated="2026-01-01", entries=(Entry("a", "Ay"), Entry("b", "Old", "", "2020-01-01"))
    )
    field = ChoiceField(old, "V")
    show(qtbot, field)
    assert field.findText("Old") == -1
    field.set_value("b")
    assert (field.value(), field.currentText()) == ("b", "Old")
    field.set_value("gone")
    assert field.value() == "gone"


def test_groups_are_headings_that_cannot_be_chosen(qtbot: QtBot) -> None:
    entries = (Entry("a", "Ay", "First"), Entry("b", "Bee", "First"), Entry("c", "Cee", "Second"))
    field = ChoiceField(Vocabulary(name="v", title="V", dated="2026-01-01", entries=entries), "V")
    show(qtbot, field)
    texts = [field.itemText(place) for place in range(field.count())]
    assert texts == [CHOOSE, "First", "Ay", "Bee", "Second", "Cee"]
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == "a"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_long_lists_are_searched_without_accents(qtbot: QtBot) -> None:
    field = _choice(qtbot, "country", "Nationality")
    field.setFocus()
    QTest.keyClicks(field, "cote d")
    finder = field.completer()
    assert finder is not None
    popup = finder.popup()
    assert popup is not None
    assert finder.currentCompletion() == "Côte d’Ivoire"
    assert field.unreadable() == "Nationality “cote d” is not in the list. Choose one from it."
    assert field.typed() == "cote d"
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (field.value(), field.currentText()) == ("cote_divoire", "Côte d’Ivoire")
    field.setCurrentText("COTE DIVOIRE")
    assert field.value() == "cote_divoire"
    field.clearFocus()
    QApplication.processEvents()
    assert (field.currentText(), field.unreadable()) == ("Côte d’Ivoire", "")


def test_a_searched_list_comes_back_from_a_draft(qtbot: QtBot) -> None:
    field = _choice(qtbot, "country")
    field.restore("Atlantis")
    assert (field.value(), field.typed()) == ("", "Atlantis")
    field.restore("iran")
    assert (field.value(), field.currentText()) == ("iran", "Iran")
    field.restore(None)
    assert (field.value(), field.currentText(), field.unreadable()) == ("", "", "")
    field.setFocus()
    field.clearFocus()
    assert field.field_widget() is field


def test_yes_no_or_not_recorded(qtbot: QtBot) -> None:
    row = AnswerRow()
    show(qtbot, row)
    assert row.value() is None
    answers: tuple[tuple[Any, str], ...] = ((True, "yes"), (False, "no"), (None, ""))
    for value, key in answers:
        row.set_value(value)
        assert row.value() is value
        other = AnswerRow()
        qtbot.addWidget(other)
        other.restore(row.typed())
        assert other.value() is value
        assert row.field_widget() is row.buttons[key]
    with qtbot.waitSignal(row.changed):
        row.buttons["yes"].click()
    assert row.unreadable() == ""


def test_few_answers_are_seen_at_once(qtbot: QtBot) -> None:
    row = RadioRow((("a", "Alone"), ("o", "With others")))
    show(qtbot, row)
    row.name("Seen")
    assert row.buttons["a"].accessibleName() == "Seen: Alone"
    assert row.value() == ""
    row.set_value("o")
    row.set_value("unheard")
    assert row.value() == "unheard"
    assert walk(row) == []
