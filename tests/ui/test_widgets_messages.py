"""Who this is, what was just done, what is going on, what went wrong, and that there is nothing yet."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import colours_of, focused, show
from tests.ui.walk import walk
from ui import theme
from ui.widgets.badge import Tone
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.identity import Identity, IdentityStrip, WarningLine
from ui.widgets.notice_bar import STAYS_MS, NoticeBar

WHO = Identity(
    name="Maisie Okafor",
    second="known as Maz · 13",
    facts=(("Key worker", "Priya Nair"), ("File", "26-0147")),
    badge=("Amber 29", Tone.MEDIUM),
    warnings=(("Do not tell <father>", "review 4 Jan"), ("Visit in pairs", "")),
    urgent="Interview due in 33 h",
)


def _photo() -> bytes:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QPixmap.fromImage(image).save(buffer, "PNG")
    return bytes(data.data())


def test_the_strip_says_who_this_is_and_every_warning(qtbot: QtBot) -> None:
    strip = IdentityStrip()
    show(qtbot, strip, 1100, 200)
    strip.show_identity(WHO)
    assert strip.accessibleName() == "Maisie Okafor. known as Maz · 13"
    lines = strip.findChildren(WarningLine)
    assert [line.accessibleName() for line in lines] == [
        "Warning: Do not tell <father> review 4 Jan Interview due in 33 h",
        "Warning: Visit in pairs",
    ]
    assert "&lt;father&gt;" in lines[0].findChildren(QLabel)[1].text()
    assert strip.badge.isVisible()
    assert walk(strip) == []
    strip.show_identity(Identity(name="Leo", facts=(("File", "1"),)))
    assert not strip.badge.isVisible()
    assert [line for line in strip.findChildren(WarningLine) if line.isVisible()] == []


def test_the_strip_keeps_the_name_when_it_is_narrow(qtbot: QtBot) -> None:
    strip = IdentityStrip()
    show(qtbot, strip, 1100, 200)
    strip.show_identity(WHO)
    QApplication.processEvents()
    assert strip.badge.x() > strip.name.x() + strip.name.width()
    fact = next(each for each in strip.findChildren(QLabel) if each.text() == "Key worker").parentWidget()
    assert fact is not None
    assert abs(fact.geometry().center().y() - strip.badge.geometry().center().y()) <= 1
    beside = strip.badge.y() < strip.name.y() + strip.name.height() + 30
    strip.resize(420, 260)
    QApplication.processEvents()
    assert beside
    facts = next(each for each in strip.findChildren(QLabel) if each.text() == "Key worker")
    assert facts.mapTo(strip, QPoint(0, 0)).y() > strip.second.mapTo(strip, QPoint(0, 0)).y()
    assert strip.name.shown() == "Maisie Okafor"


def test_facts_that_come_later_never_cut_the_name(qtbot: QtBot, qapp: QApplication) -> None:
    """A strip that is in view already, in large text, is told of somebody else."""
    theme.apply(qapp, dark=False, scale=1.5)
    strip = IdentityStrip()
    show(qtbot, strip, 1062, 200)
    told = ("Key worker", "Tomasz Wrona"), ("Last seen", "Tue 18 Nov 2025, alone"), ("Notice in force", "Mackie")
    strip.show_identity(
        Identity(name="Tianna Fearon", facts=(*told, ("File", "25-0007")), badge=("Closed", Tone.CLOSED))
    )
    QApplication.processEvents()
    QApplication.processEvents()
    assert strip.name.shown() == "Tianna Fearon"
    facts = next(each for each in strip.findChildren(QLabel) if each.text() == "Key worker")
    assert facts.mapTo(strip, QPoint(0, 0)).y() > strip.name.mapTo(strip, QPoint(0, 0)).y()


def test_the_disc_has_a_photo_or_letters(qtbot: QtBot) -> None:
    strip = IdentityStrip()
    show(qtbot, strip, 800, 200)
    for name, photo, said in (
        ("Maisie Okafor", _photo(), "Photo of Maisie Okafor"),
        ("Maisie", b"not a picture", "No photo"),
        ("(?)", b"", "No photo"),
    ):
        strip.show_identity(Identity(name=name, photo=photo))
        assert strip.disc.accessibleName() == said
        assert ("#123456" in colours_of(strip.disc)) is bool(said.startswith("Photo"))
    assert strip.disc.minimumSizeHint() == strip.disc.sizeHint()


def test_a_notice_can_be_taken_back_and_goes_by_itself(qtbot: QtBot) -> None:
    parent = show(qtbot, QWidget())
    bar = NoticeBar()
    QVBoxLayout(parent).addWidget(bar)
    assert not bar.isVisible()
    bar.say("Note withdrawn.", "Undo", keys="Ctrl+Z")
    assert bar.isVisible()
    assert bar.timer.isActive()
    assert bar.timer.interval() == STAYS_MS == 10_000
    with qtbot.waitSignal(bar.acted), qtbot.assertNotEmitted(bar.closed):
        bar.button.click()
    assert not bar.isVisible()
    bar.say("Saved.", stays=True)
    assert not bar.timer.isActive()
    assert not bar.button.isVisible()
    with qtbot.waitSignal(bar.closed), qtbot.assertNotEmitted(bar.acted):
        bar.close_button.click()
    bar.say("Saved.")
    bar.timer.setInterval(1)
    with qtbot.waitSignal(bar.closed):
        bar.timer.start()


def test_an_empty_list_offers_what_fills_it(qtbot: QtBot) -> None:
    state = EmptyState("No young people yet.", "Import a list.", icon="people", verb="Add", keys="Ctrl+N")
    show(qtbot, state)
    with qtbot.waitSignal(state.acted):
        state.button.click()
    assert state.accessibleName() == "No young people yet. Import a list."
    state.say("Nothing matches.")
    assert not state.button.isVisible()
    assert not state.detail.isVisible()


def test_quick_work_shows_nothing_slow_work_can_be_stopped(qtbot: QtBot) -> None:
    parent = show(qtbot, QWidget())
    busy = BusyLine()
    QVBoxLayout(parent).addWidget(busy)
    busy.start("Importing")
    assert (busy.isVisible(), busy.timer.interval()) == (False, 400)
    busy.finish()
    assert not busy.timer.isActive()
    busy.timer.setInterval(1)
    busy.start("Importing", may_cancel=True)
    qtbot.waitUntil(busy.isVisible)
    busy.advance(3, 10)
    assert (busy.bar.value(), busy.bar.maximum()) == (3, 10)
    with qtbot.waitSignal(busy.cancelled):
        busy.button.click()
    busy.finish()
    assert not busy.isVisible()


def test_the_summary_takes_the_focus_and_leads_to_fields(qtbot: QtBot) -> None:
    parent = show(qtbot, QWidget())
    summary, after = ErrorSummary(), QLineEdit()
    column = QVBoxLayout(parent)
    column.addWidget(summary)
    column.addWidget(after)
    after.show()
    summary.show_problems(
        {"name": "Enter a name & more.", "a.2.b": "Enter b.", "": "The file is locked."}, {"a.2.b": "a"}
    )
    assert summary.hasFocus()
    assert summary.accessibleName() == "There is a problem. Enter a name & more. Enter b. The file is locked."
    links: dict[str, Callable[[], None]] = {
        key: link.click for key, link in summary.links.items() if isinstance(link, Button)
    }
    for key, field in (("name", "name"), ("a.2.b", "a")):
        with qtbot.waitSignal(summary.asked) as told:
            links[key]()
        assert told.args == [field]
    assert isinstance(summary.links[""], QLabel)
    for following in (summary.links["name"], summary.links["a.2.b"], after):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is following
    summary.show_problems({})
    assert not summary.isVisible()
    assert summary.links == {}


def test_a_long_sentence_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    summary = ErrorSummary()
    show(qtbot, summary, 420, 200)
    summary.show_problems({"a": "Short.", "b": "Use at least 12 characters. Three or four words with spaces are easy."})
    assert walk(summary) == []
    short, long = summary.links.values()
    assert long.height() >= long.heightForWidth(long.width()) > short.heightForWidth(short.width())
    assert long.heightForWidth(900) == short.heightForWidth(900)
