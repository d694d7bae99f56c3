"""The case page: who this is stays in view; overview, chronology and details are read, corrected and withdrawn from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.act import Announcement
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Reference
from rise_desk.errors import NotAllowed, NotFound, Unavailable
from rise_desk.services import casework, overview, unfinished
from rise_desk.services.desk import Desk
from tests.build import note, young_person
from tests.ui.files import WORDS, button_of, dialog_of, words_of
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import asking, theme
from ui.case_page import CasePage
from ui.case_tabs import CHRONOLOGY, DETAILS, OVERVIEW, TABS
from ui.desk import ScreenDesk
from ui.note_form import NoteForm
from ui.person_form import PersonForm
from ui.preview import PreviewDialog
from ui.widgets.badge import Badge

pytestmark = pytest.mark.usefixtures("dropped")


def test_who_this_is_stays_in_view(page: CasePage) -> None:
    said = words_of(page.strip)
    for words in ("Maisie Okafor", "known as Maz · 13 (12 March 2013) · children's home, Elm House · section 20",
                  "Lena Osei", "Tue 17 Nov, alone", "26-0001", "Overdue 3 days"):  # fmt: skip
        assert words in said
    assert page.strip.badge.text == "Open"
    assert "Do not tell family" in said.split("Do not disclose address")[0]
    assert {each.text for each in page.flags.findChildren(Badge)} == {"Sexual exploitation", "Self-harm"}
    for tab in (CHRONOLOGY, DETAILS):
        page.tabs.set_current(tab)
        assert page.strip.isVisible()


def test_a_low_page_says_the_same_in_fewer_lines(qtbot: QtBot, qapp: QApplication, page: CasePage) -> None:
    page.resize(900, 400)
    QApplication.processEvents()
    said = words_of(page.strip)
    assert "Do not tell family; Do not disclose address" in said
    assert "Flags\n2" in said
    assert not page.flags.isVisible()
    page.resize(1160, 680)
    QApplication.processEvents()
    assert page.flags.isVisible()


def test_her_own_words_come_before_the_latest(page: CasePage) -> None:
    said = words_of(page.overview)
    assert "In her words" in said
    assert said.index(WORDS) < said.index("Latest") < said.index("What is due")
    assert "Review the warning: do not tell family" in said
    assert "Overdue 3 days · was due Wed 18 Nov" in said
    assert "Daniel Okafor · father · may be told: nothing" in said
    assert "Tobi Okafor, 9 or 10" in said
    assert "Jo March · social worker" in said


def test_an_empty_file_says_what_belongs_here(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    page = CasePage(screen, young_person(desk, "Jade", "Whitlock").id)
    show(qtbot, page, 1160, 680)
    assert "In their words" in words_of(page.overview)
    assert "Nothing is recorded yet" in words_of(page.overview)
    assert "Nothing is due." in words_of(page.overview)
    page.tabs.set_current(CHRONOLOGY)
    assert page.chronology.empty.isVisible()
    page.chronology.empty.button.click()
    assert dialog_of(page, NoteForm).subject == page.subject
    assert walk(page) == []


def test_many_people_are_cut_short(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    carers = tuple(life.Carer(name=f"Carer {number}") for number in range(8))
    page = CasePage(screen, young_person(desk, carers=carers).id)
    show(qtbot, page, 1160, 680)
    assert "and 2 more" in words_of(page.overview)
    button_of(page.overview, "Details").click()
    assert page.tabs.current() == DETAILS


def test_every_section_shows_its_gaps_and_can_be_changed(page: CasePage, desk: Desk) -> None:
    page.tabs.set_current(DETAILS)
    said = words_of(page.details)
    assert "Maz O · Kettering" in said
    assert "Address withheld from: her father" in said.replace("address", "Address")
    assert "Not recorded" in said
    page.details.buttons["Legal and care"].click()
    form = dialog_of(page, PersonForm)
    QApplication.processEvents()
    assert form.guide.currentItem().text() == "Legal and care"


def test_an_imported_file_says_which_list_it_is_in(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = young_person(desk, references=(Reference(source="case5", ref="V1"),))
    page = CasePage(screen, person.id)
    show(qtbot, page, 1160, 680)
    page.tabs.set_current(DETAILS)
    assert "case5: V1" in words_of(page.details)


def test_a_change_is_shown_at_once_and_the_place_is_kept(qtbot: QtBot, page: CasePage, desk: Desk) -> None:
    page.tabs.set_current(DETAILS)
    QApplication.processEvents()
    bar = page.details.verticalScrollBar()
    bar.setValue(300)
    at = bar.value()
    casework.save(desk, overview.person(desk, page.subject).changed(known_as="Mai"))
    qtbot.waitUntil(lambda: "known as Mai" in page.strip.second.text())
    assert (at, bar.value()) == (300, 300)
    assert "Mai" in words_of(page.details)


def test_only_news_of_this_file_are_read(
    qtbot: QtBot, page: CasePage, screen: ScreenDesk, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bool] = []
    monkeypatch.setattr(page, "refresh", lambda: read.append(True))
    other = young_person(desk, "Jade", "Whitlock")
    QApplication.processEvents()
    assert read == []
    screen.announced.emit(Announcement(title="Changed elsewhere", subjects=frozenset(), elsewhere=True))
    assert read == [True]
    note(desk, other.id, page.subject)
    qtbot.waitUntil(lambda: len(read) == 2)
    page.hide()
    note(desk, page.subject)
    QApplication.processEvents()
    assert len(read) == 2
    page.show()
    assert len(read) == 3


def test_what_stands_against_reading_is_said(page: CasePage, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> Person:
        raise Unavailable("The records can’t be reached.")

    monkeypatch.setattr(overview, "person", gone)
    for act in (page.refresh, page.change, page.print_summary):
        page.notice.close_notice()
        act()
        assert page.notice.text.text() == "The records can’t be reached."
    page.notice.close_notice()
    monkeypatch.setattr(overview, "chronology", gone)
    page.tabs.set_current(CHRONOLOGY)
    assert page.notice.isVisible()


@pytest.mark.parametrize(
    ("key", "modifier", "kind"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, PersonForm),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier, PreviewDialog),
    ],
)
def test_the_keys_people_try(
    qtbot: QtBot, page: CasePage, key: Qt.Key, modifier: Qt.KeyboardModifier, kind: type[QDialog]
) -> None:
    page.tabs.setFocus()
    QTest.keyClick(page.tabs, key, modifier)
    dialog = dialog_of(page, kind)
    assert dialog.isModal()
    qtbot.waitUntil(lambda: not page.desk.tasks.busy())


def test_tabs_are_stepped_and_esc_leaves(qtbot: QtBot, page: CasePage) -> None:
    page.tabs.setFocus()
    for tab in (*(key for key, _text in TABS if key != OVERVIEW), OVERVIEW):
        QTest.keyClick(page.tabs, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert page.tabs.current() == tab
    QTest.keyClick(
        page.tabs, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert page.tabs.current() == DETAILS
    page.tabs.set_current(OVERVIEW)
    button_of(page.overview, "Whole chronology").click()
    assert page.tabs.current() == CHRONOLOGY
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page.tabs, Qt.Key.Key_Escape)


def test_unfinished_forms_are_offered_here(
    qtbot: QtBot, page: CasePage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.add()
    form = dialog_of(page, NoteForm)
    form.panel.rows["text"].editor.restore("Half a sen")
    form.drafting.keep()
    unfinished.keep(
        desk, NO_ID, Person.KIND, page.subject, {"panel": {"known_as": "M"}}, record=page.subject, version=1
    )
    unfinished.keep(desk, NO_ID, "elsewhere", Id(5), {})
    page.refresh()
    assert "Contact note, kept Sat 21 Nov 10:00" in words_of(page.overview)
    form.hide()
    button_of(page.overview, "Go on writing: Contact note").click()
    assert dialog_of(page, NoteForm).panel.values()["text"] == "Half a sen"
    dialog_of(page, NoteForm).hide()
    button_of(page.overview, "Go on writing: Person").click()
    assert dialog_of(page, PersonForm).panel.values()["known_as"] == "M"
    dialog_of(page, PersonForm).hide()
    monkeypatch.setattr(asking, "confirmed", lambda *_: False)
    button_of(page.overview, "Throw away: Contact note").click()
    assert len(unfinished.mine(desk)) == 3
    monkeypatch.setattr(asking, "confirmed", lambda *_: True)
    button_of(page.overview, "Throw away: Contact note").click()
    assert len(unfinished.mine(desk)) == 2
    assert "Contact note, kept" not in words_of(page.overview)


def test_an_unfinished_correction_of_what_is_gone_is_said(page: CasePage, desk: Desk) -> None:
    unfinished.keep(desk, NO_ID, "contact_note", page.subject, {"panel": {}, "corrects": "3"})
    page.resume(unfinished.mine(desk)[0])
    assert page.notice.isVisible()


def test_a_file_that_may_not_be_opened_or_is_not_there(screen: ScreenDesk, desk: Desk) -> None:
    with pytest.raises(NotFound):
        CasePage(screen, Id(4))
    assert issubclass(NotAllowed, Exception)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_tab_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, person: Person, scale: float, *, dark: bool
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    page = CasePage(screen, person.id)
    show(qtbot, page, 1162 if scale == 1.0 else 1040, 700)
    for tab in (OVERVIEW, CHRONOLOGY, DETAILS):
        page.tabs.set_current(tab)
        assert walk(page) == []


def test_larger_text_takes_the_keys_off_the_buttons_at_once(page: CasePage, qapp: QApplication) -> None:
    page.resize(1600, 700)
    width = page.width()
    assert "Ctrl" in page.add_button.text()
    theme.apply(qapp, dark=False, scale=2.0)
    assert "Ctrl" not in page.add_button.text()
    assert page.minimumSizeHint().width() <= width


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_tab_is_seen_whatever_stands_beside_them(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, person: Person, scale: float
) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    page = CasePage(screen, person.id)
    for wide in (1600, 1162) if scale == 1.0 else (2600,):
        show(qtbot, page, wide, 700)
        page.tabs.set_count(CHRONOLOGY, 1234)
        QApplication.processEvents()
        last = page.tabs.tabRect(page.tabs.count() - 1)
        assert page.tabs.rect().contains(last), wide
