"""A place or thing that was recorded by mistake: withdrawn with a reason, out of every list, and restored."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.person import Person
from rise_desk.domain.place import Place as PlaceRecord
from rise_desk.domain.record import Id, Record
from rise_desk.domain.staff import Role
from rise_desk.domain.thing_card import Wanted
from rise_desk.services import (
    casework,
    cross_hits,
    finding,
    linking,
    network,
    subjects,
    thing_merging,
    things,
    unfinished,
)
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build
from tests.ui.files import button_of, dialog_of, words_of
from tests.ui.open_window import opened, page
from tests.ui.walk import walk
from ui import resuming, theme
from ui.around_pages import THING
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.main_window import MainWindow
from ui.pages import Place
from ui.thing_page import GONE, ThingPage
from ui.thing_verbs import ThingVerbs
from ui.widgets.buttons import Button
from ui.withdraw import WithdrawDialog, WithdrawThing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True)
WHY = "There is no such place"


@pytest.fixture
def child(desk: Desk) -> Person:
    """A young person."""
    return build.young_person(desk)


@pytest.fixture
def bell(desk: Desk, child: Person) -> PlaceRecord:
    """A place that was recorded by mistake, with a link and a done action."""
    made = build.place(desk, "The Bell", lines="2 Mill Lane")
    build.link(desk, child, "seen_at", made, since="2026-11-19")
    build.disruption(desk, made, protects=(child,), status="done", done_on="2026-11-20", what="Asked at the door.")
    return made


@pytest.fixture
def shown(window: MainWindow, bell: PlaceRecord) -> ThingPage:
    """Its page."""
    return _opened(window, bell)


def _opened(window: MainWindow, thing: Record) -> ThingPage:
    window.go(Place(THING, thing.id))
    made = page(window)
    assert isinstance(made, ThingPage)
    return made


def _offered(shown: ThingPage) -> list[str]:
    """The buttons of the page's head that are in view."""
    verbs: ThingVerbs = shown.verbs
    every = (verbs.change, verbs.question, verbs.action, verbs.link, verbs.restore)
    return [each.accessibleName() for each in every if each.isVisible()]


def _buttons(shown: ThingPage) -> list[str]:
    return [each.accessibleName() for each in shown.overview.findChildren(Button)]


def _withdrawn(qtbot: QtBot, window: MainWindow, shown: ThingPage, why: str = WHY) -> None:
    """Withdraw it as somebody at the desk does."""
    button_of(shown, "Withdraw…").click()
    asked = dialog_of(window, WithdrawThing)
    QTest.keyClicks(asked.why.editor.field_widget(), why)
    QTest.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown.thing.withdrawn is not None and window.isActiveWindow())


def test_it_is_withdrawn_with_a_reason_and_the_window_says_what_that_does(
    qtbot: QtBot, window: MainWindow, shown: ThingPage
) -> None:
    button_of(shown, "Withdraw…").click()
    asked = dialog_of(window, WithdrawThing)
    assert (asked.windowTitle(), asked.verb.accessibleName()) == ("Withdraw place", "Withdraw place")
    words = words_of(asked)
    for told in ("Withdraw The Bell", "It leaves every list, search and network", "1 link and 1 other entry"):
        assert told in words
    asked.verb.click()
    assert "Enter why." in words_of(asked)
    assert shown.thing.withdrawn is None
    QTest.keyClicks(asked.why.editor.field_widget(), WHY)
    asked.verb.click()
    qtbot.waitUntil(lambda: "Withdrawn by Lena Osei, 21 November 2026: There is no such place" in words_of(shown.strip))
    assert "It is in no list" in words_of(shown.strip)
    assert dict(shown._identity().facts) == {"Links": "1", "Last entry": "20 November 2026"}
    qtbot.waitUntil(lambda: not window.findChildren(WithdrawThing))
    assert shown.isAncestorOf(window.focusWidget())


def test_then_it_is_in_no_list_and_no_network_and_offered_nowhere(
    qtbot: QtBot, window: MainWindow, desk: Desk, shown: ThingPage, child: Person, bell: PlaceRecord
) -> None:
    other = build.place(desk, "The Bell")
    found: dict[str, Callable[[], list[Id]]] = {
        "list": lambda: [each.subject for each in things.page(desk, Wanted())],
        "picker": lambda: [each.subject for each in subjects.found(desk, "The Bell")],
        "search": lambda: [each.subject for each in finding.find(desk, "The Bell").hits],
        "links": lambda: [each.other for each in linking.links_of(desk, child.id)],
        "network": lambda: [each.subject for each in network.around(desk, child.id, 2).nodes],
        "likely": lambda: [each.card.subject for each in thing_merging.likely(desk, other)],
        "hits": lambda: [each.subject for each in cross_hits.hits(desk, "name", "The Bell", other.id).shown],
    }
    for name, ask in found.items():
        assert bell.id in ask(), name
    _withdrawn(qtbot, window, shown)
    for name, ask in found.items():
        assert bell.id not in ask(), name
    assert linking.how_many(desk, child.id) == 0


def test_a_child_s_chronology_keeps_what_was_recorded(
    qtbot: QtBot, window: MainWindow, desk: Desk, shown: ThingPage, child: Person
) -> None:
    _withdrawn(qtbot, window, shown)
    window.open_file(child.id)
    file = page(window)
    assert isinstance(file, CasePage)
    file.tabs.set_current("chronology")
    told = file.chronology.timeline.model.items
    assert "Maisie Okafor seen at The Bell" in [getattr(each, "title", "") for each in told]


def test_undo_and_restore_bring_it_back(qtbot: QtBot, window: MainWindow, desk: Desk, shown: ThingPage) -> None:
    _withdrawn(qtbot, window, shown)
    qtbot.waitUntil(lambda: "Place withdrawn." in words_of(window.notice))
    window.undo.undo()
    qtbot.waitUntil(lambda: shown.thing.withdrawn is None and "Withdrawn" not in words_of(shown.strip))
    _withdrawn(qtbot, window, shown)
    assert _offered(shown) == ["Restore"]
    assert not {"Withdraw…", "Same as another record…", "Add an order…"} & set(_buttons(shown))
    shown.verbs.restore.click()
    qtbot.waitUntil(lambda: shown.thing.withdrawn is None and "Place restored." in words_of(window.notice))
    assert _offered(shown) == ["Change…", "Question…", "Action…", "Link with…"]
    assert shown.isAncestorOf(window.focusWidget())
    assert audit.entries(desk.store.vault)[0]["deed"] == "record restored"


def test_nothing_new_begins_about_it_by_keys_either(qtbot: QtBot, window: MainWindow, shown: ThingPage) -> None:
    _withdrawn(qtbot, window, shown)
    shown.tabs.setFocus()
    QTest.keyClick(shown.tabs, Qt.Key.Key_F2)
    assert GONE in words_of(shown.notice)
    shown.notice.close_notice()
    window.menus.actions["new"].trigger()
    assert GONE in words_of(shown.notice)
    assert not [each for each in window.findChildren(QDialog) if each.isVisible()]


def test_what_is_still_due_is_said_and_the_reason_stays(window: MainWindow, desk: Desk, shown: ThingPage) -> None:
    build.disruption(desk, shown.thing, due_on="2026-11-25")
    button_of(shown, "Withdraw…").click()
    asked = dialog_of(window, WithdrawThing)
    asked.why.editor.set_value(WHY)
    asked.withdraw()
    assert "is still due about The Bell" in words_of(asked.summary)
    assert str(asked.why.value()) == WHY
    assert shown.thing.withdrawn is None
    asked.reject()


def test_a_worker_withdraws_and_restores_their_own_alone(
    confirmed: Desk, qtbot: QtBot, qapp: QApplication, bell: PlaceRecord, screen: ScreenDesk
) -> None:
    theirs = build.colleague(confirmed, "Ada Bell", Role.WORKER)
    own = build.place(theirs, "The Crown")
    gone = casework.withdraw(confirmed, build.place(confirmed, "The Swan"), "Typed twice")
    lost = casework.withdraw(theirs, build.place(theirs, "The Lamb"), "Typed twice")
    screen.sit(theirs)
    window = opened(qtbot, qapp, screen)
    assert "Withdraw…" not in _buttons(_opened(window, bell))
    assert "Withdraw…" in _buttons(_opened(window, own))
    assert _offered(_opened(window, gone)) == []
    assert _offered(_opened(window, lost)) == ["Restore"]


def test_a_reason_begun_is_kept_and_gone_on_with(
    qtbot: QtBot, window: MainWindow, desk: Desk, shown: ThingPage
) -> None:
    button_of(shown, "Withdraw…").click()
    asked = dialog_of(window, WithdrawThing)
    asked.why.editor.set_value("There is no")
    asked.drafting.keep()
    (draft,) = unfinished.mine(desk)
    asked.hide()
    assert (draft.subject, draft.record) == (shown.subject, shown.subject)
    qtbot.waitUntil(lambda: "Go on writing: Withdrawal" in " ".join(_buttons(shown)))
    again = resuming.window_of(window.desk, draft)
    qtbot.addWidget(again)
    assert isinstance(again, WithdrawThing)
    assert str(again.why.value()) == "There is no"
    casework.withdraw(desk, shown.thing, "It was a dream")
    assert "Lena Osei withdrew this place on 21 November 2026: It was a dream" in unfinished.fate(desk, draft).told


def test_an_entry_is_withdrawn_in_its_own_words(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, child: Person, bell: PlaceRecord
) -> None:
    link = build.link(desk, child, "uses", build.phone(desk))
    note = build.note(desk, child.id)
    for record, called in ((link, "link"), (note, "entry")):
        asked = WithdrawDialog(screen, record)
        qtbot.addWidget(asked)
        assert asked.verb.accessibleName() == f"Withdraw {called}"
        assert f"A withdrawn {called} stays in the file" in words_of(asked)


def test_a_link_with_what_was_withdrawn_says_so(qtbot: QtBot, window: MainWindow, desk: Desk, shown: ThingPage) -> None:
    man = build.adult(desk)
    build.link(desk, man, "works_at", shown.thing)
    qtbot.waitUntil(lambda: "2 links" in words_of(shown.overview))
    assert "was withdrawn" not in words_of(shown.overview)
    casework.withdraw(desk, man, "Made twice")
    qtbot.waitUntil(lambda: "Darren Pike was withdrawn" in words_of(shown.overview))


def test_the_keyboard_stays_where_it_was_when_somebody_saves_something(
    qtbot: QtBot, window: MainWindow, desk: Desk, shown: ThingPage, child: Person
) -> None:
    button_of(shown.overview, "Change the link with Maisie Okafor").setFocus()
    build.link(desk, build.adult(desk), "works_at", shown.thing)
    qtbot.waitUntil(lambda: "2 links" in words_of(shown.overview))
    assert window.focusWidget().accessibleName() == "Change the link with Maisie Okafor"


def test_records_of_one_place_are_joined_by_those_who_may(
    confirmed: Desk, qtbot: QtBot, qapp: QApplication, bell: PlaceRecord, screen: ScreenDesk
) -> None:
    assert "Same as another record…" in _buttons(_opened(opened(qtbot, qapp, screen), bell))
    screen.sit(build.colleague(confirmed, "Ada Bell", Role.WORKER))
    assert "Same as another record…" not in _buttons(_opened(opened(qtbot, qapp, screen), bell))


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.0), (False, 2.0)])
def test_a_withdrawn_page_can_be_read_and_reached(
    confirmed: Desk,
    qtbot: QtBot,
    qapp: QApplication,
    screen: ScreenDesk,
    bell: PlaceRecord,
    *,
    dark: bool,
    scale: float,
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    window = opened(qtbot, qapp, screen)
    shown = _opened(window, bell)
    assert walk(shown) == []
    _withdrawn(qtbot, window, shown)
    assert walk(shown) == []
