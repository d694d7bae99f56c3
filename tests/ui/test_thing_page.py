"""The page of one thing: what it is, its links as they read from it, what is done, what nobody knows, its entries."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.disruption import Target
from rise_desk.domain.link import Link
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place as PlaceRecord
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import NotFound
from rise_desk.services import casework, thing_merging, unfinished
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build
from tests.ui.files import button_of, words_of
from tests.ui.open_window import opened, page
from tests.ui.walk import walk
from ui import asking, theme
from ui.around_pages import THING, open_subject
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.history_dialog import HistoryDialog
from ui.main_window import MainWindow
from ui.pages import Place
from ui.thing_form import ThingForm
from ui.thing_page import ThingPage
from ui.thing_same import ApartThing, SameThing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def child(desk: Desk) -> Person:
    """A young person."""
    return build.young_person(desk)


@pytest.fixture
def corner(desk: Desk, child: Person) -> PlaceRecord:
    """A place where she was seen, where somebody works, with an action and a question."""
    made = build.place(desk, place_type="takeaway_or_restaurant", lines="12 High Street", concern="Free food at night.")
    build.link(desk, child, "seen_at", made, since="2026-11-19", confidence="confirmed", said_by="School")
    build.link(desk, build.adult(desk), "works_at", made, confidence="unconfirmed")
    build.disruption(desk, made, protects=(child,), owner="PC Lowe", due_on="2026-12-01")
    question = OpenQuestion(id=desk.clock.new_id(), about=(Target(subject=made.id),), question="Who has the keys?")
    casework.save(desk, question)
    return made


def _opened(window: MainWindow, subject: Id) -> ThingPage:
    window.go(Place(THING, subject))
    shown = page(window)
    assert isinstance(shown, ThingPage)
    return shown


def _over(window: MainWindow) -> QDialog:
    (found,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    return found


def test_the_page_says_what_it_is_and_everything_about_it(window: MainWindow, corner: PlaceRecord) -> None:
    shown = _opened(window, corner.id)
    assert shown.strip.name.text() == "Kebab Corner"
    assert shown.strip.second.text() == "Takeaway or restaurant · 12 High Street"
    words = words_of(shown)
    for told in (
        "Free food at night.",
        "Young people",
        "Confirmed · on 19 November 2026 · School says so",
        "Adults of concern",
        "Unconfirmed",
        "planned · due Tue 1 Dec · PC Lowe · protects Maisie Okafor",
    ):
        assert told in words
    assert button_of(shown, "Open: Who has the keys?").isVisible()
    assert shown.tabs.tabText(1) == "Chronology 4"


def test_opening_the_page_is_written_down_once(window: MainWindow, desk: Desk, corner: PlaceRecord) -> None:
    _opened(window, corner.id).refresh()
    rows = [row for row in audit.entries(desk.store.vault) if row["record"] == corner.id]
    assert [row["deed"] for row in rows].count("file opened") == 1


def test_a_link_leads_to_the_other_end_and_back(window: MainWindow, corner: PlaceRecord, child: Person) -> None:
    button_of(_opened(window, corner.id), "Open Maisie Okafor").click()
    file = page(window)
    assert isinstance(file, CasePage)
    assert file.subject == child.id
    window.pages.back()
    assert isinstance(page(window), ThingPage)


def test_a_number_leads_to_a_file_or_a_page(window: MainWindow, corner: PlaceRecord, child: Person) -> None:
    open_subject(window, corner.id)
    assert isinstance(page(window), ThingPage)
    open_subject(window, child.id)
    assert isinstance(page(window), CasePage)


def test_nothing_of_a_restricted_person_is_on_the_page(window: MainWindow, desk: Desk, corner: PlaceRecord) -> None:
    hidden = build.young_person(desk, "Jade", "Whitlock")
    build.link(desk, hidden, "seen_at", corner, since="2026-11-20")
    with desk.writing() as work:
        work.put(hidden.changed(restricted=True), hidden)
    shown = _opened(window, corner.id)
    assert shown.tabs.tabText(1) == "Chronology 4"
    assert dict(shown._identity().facts)["Links"] == "2"
    assert "Jade" not in words_of(shown)
    assert "restricted" not in words_of(shown)


def test_the_page_follows_what_is_saved(qtbot: QtBot, window: MainWindow, desk: Desk, corner: PlaceRecord) -> None:
    shown = _opened(window, corner.id)
    casework.save(desk, desk.store.get(PlaceRecord, corner.id).changed(place_name="Corner Grill"))
    qtbot.waitUntil(lambda: shown.strip.name.text() == "Corner Grill")
    window.undo.undo()
    qtbot.waitUntil(lambda: shown.strip.name.text() == "Kebab Corner")


def test_news_of_others_is_not_read(
    qtbot: QtBot, window: MainWindow, desk: Desk, corner: PlaceRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = _opened(window, corner.id)
    qtbot.wait(50)
    read: list[int] = []
    monkeypatch.setattr(shown, "refresh", lambda: read.append(1))
    with qtbot.waitSignal(window.desk.announced):
        build.young_person(desk, "Zoë", "Adams")
    assert read == []
    build.link(desk, build.young_person(desk, "Ida", "Hill"), "seen_at", corner)
    qtbot.waitUntil(lambda: bool(read))


@pytest.mark.parametrize(
    ("keys", "modifier", "kind"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "place"),
        (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier, "link"),
    ],
)
def test_keys_change_it_and_link_it(
    window: MainWindow, corner: PlaceRecord, keys: Qt.Key, modifier: Qt.KeyboardModifier, kind: str
) -> None:
    shown = _opened(window, corner.id)
    shown.tabs.setFocus()
    QTest.keyClick(shown.tabs, keys, modifier)
    assert getattr(_over(window), "kind", "") == kind


@pytest.mark.parametrize(("verb", "kind"), [("Question…", "open_question"), ("Action…", "disruption_action")])
def test_verbs_open_their_forms(window: MainWindow, corner: PlaceRecord, verb: str, kind: str) -> None:
    button_of(_opened(window, corner.id), verb).click()
    assert getattr(_over(window), "kind", "") == kind


def test_a_link_and_a_question_are_changed_from_here(window: MainWindow, corner: PlaceRecord) -> None:
    shown = _opened(window, corner.id)
    button_of(shown, "Change the link with Maisie Okafor").click()
    form = _over(window)
    assert isinstance(getattr(form, "base", None), Link)
    form.reject()
    button_of(shown, "Open: Who has the keys?").click()
    assert isinstance(getattr(_over(window), "base", None), OpenQuestion)


def test_the_chronology_is_read_and_an_entry_opened(window: MainWindow, corner: PlaceRecord) -> None:
    shown = _opened(window, corner.id)
    QTest.keyClick(shown, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert shown.tabs.current() == "chronology"
    assert len(shown.found) == 4
    shown.timeline.opened.emit(next(iter(shown.found)))
    assert isinstance(_over(window), EntryDialog)


def test_what_cannot_be_read_is_said(window: MainWindow, corner: PlaceRecord) -> None:
    shown = _opened(window, corner.id)
    shown.read_record(Id(7))
    assert "not about this place" in words_of(shown.notice)
    with pytest.raises(NotFound):
        ThingPage(window.desk, Id(7), window.forms)


def test_its_history_and_who_has_seen_it_are_reached_from_the_menu(window: MainWindow, corner: PlaceRecord) -> None:
    _opened(window, corner.id)
    window.menus.actions["history"].trigger()
    history = _over(window)
    assert isinstance(history, HistoryDialog)
    history.reject()
    window.menus.actions["seen"].trigger()
    assert window.pages.place == Place("audit", corner.id)


def test_esc_leaves_the_page(window: MainWindow, corner: PlaceRecord) -> None:
    window.go(Place("things"))
    shown = _opened(window, corner.id)
    shown.tabs.setFocus()
    QTest.keyClick(shown.tabs, Qt.Key.Key_Escape)
    assert window.pages.place == Place("things")


def test_an_unfinished_form_about_it_is_offered_and_thrown_away(
    window: MainWindow, desk: Desk, corner: PlaceRecord, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    unfinished.keep(desk, NO_ID, "place", corner.id, {"panel": {"licence": "A3"}}, record=corner.id, version=1)
    shown = _opened(window, corner.id)
    button_of(shown, "Go on writing").click()
    form = _over(window)
    assert isinstance(form, ThingForm)
    assert form.panel.values()["licence"] == "A3"
    form.hide()
    monkeypatch.setattr(asking, "confirmed", lambda *_asked: True)
    button_of(shown, "Throw away: Place").click()
    qtbot.waitUntil(lambda: not unfinished.mine(desk))


def test_where_its_plate_stands_too_is_told(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    car = build.vehicle(desk)
    build.vehicle(desk, "AB12CDE", colour="grey")
    shown = _opened(window, car.id)
    qtbot.waitUntil(lambda: "also in 1 record" in words_of(shown))
    assert "Also in other records" not in words_of(_opened(window, build.phone(desk).id))


def test_two_records_of_one_place_are_read_as_one_and_separated(
    qtbot: QtBot, window: MainWindow, desk: Desk, corner: PlaceRecord
) -> None:
    shown = _opened(window, corner.id)
    same = button_of(shown, "Same as another record…")
    same.setFocus()
    same.click()
    dialog = _over(window)
    assert isinstance(dialog, SameThing)
    dialog.reject()
    qtbot.waitUntil(window.isActiveWindow)
    assert same.hasFocus()
    other = build.place(desk, "Kebab Korner")
    thing_merging.merge(desk, desk.store.get(PlaceRecord, corner.id), other, "The same door")
    qtbot.waitUntil(lambda: "Read as one with: Kebab Korner" in words_of(shown))
    button_of(shown, "Separate Kebab Korner").click()
    apart = _over(window)
    assert isinstance(apart, ApartThing)
    apart.why.editor.set_value("Two doors")
    apart.separate()
    qtbot.waitUntil(lambda: "Kebab Korner" not in words_of(shown))


def test_an_empty_page_says_what_belongs_there(window: MainWindow, desk: Desk) -> None:
    shown = _opened(window, build.phone(desk).id)
    words = words_of(shown)
    for told in ("No disruption action is recorded.", "No question is open.", "Nothing is recorded about it yet."):
        assert told in words


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.0), (False, 2.0)])
def test_the_page_can_be_read_and_reached(
    confirmed: Desk,
    qtbot: QtBot,
    qapp: QApplication,
    screen: ScreenDesk,
    corner: PlaceRecord,
    *,
    dark: bool,
    scale: float,
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    window = opened(qtbot, qapp, screen)
    shown = _opened(window, corner.id)
    assert walk(shown) == []
    shown.tabs.set_current("chronology")
    assert walk(shown) == []
