"""The chronology in its tab: newest first, page by page, narrowed and cleared, its place kept."""

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.person import Person
from rise_desk.services.desk import Desk
from tests.build import colleague, note, young_person
from tests.ui.files import maisie, written_about
from tests.ui.screen import show
from ui.case_page import CasePage
from ui.case_tabs import CHRONOLOGY
from ui.desk import ScreenDesk


@pytest.fixture
def person(desk: Desk) -> Person:
    """Maisie, with what was written about her."""
    made = maisie(desk)
    written_about(desk, made)
    return made


@pytest.fixture
def page(qtbot: QtBot, screen: ScreenDesk, person: Person) -> CasePage:
    """Her file, open."""
    made = CasePage(screen, person.id)
    show(qtbot, made, 1160, 680)
    return made


def test_the_chronology_is_read_page_by_page(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = young_person(desk)
    for number in range(60):
        note(desk, person.id, happened_at=f"2026-{8 + number // 28:02}-{number % 28 + 1:02}", text=f"Contact {number}.")
    page = CasePage(screen, person.id)
    show(qtbot, page, 1160, 680)
    assert page.tabs.tabText(1) == "Chronology 60"
    page.tabs.set_current(CHRONOLOGY)
    model = page.chronology.timeline.model
    assert len(model.entries()) == 50
    model.fetchMore(QModelIndex())
    texts = [each.text for each in model.entries()]
    assert texts == [f"Contact {number}." for number in reversed(range(60))]
    view = page.chronology.timeline.view
    view.setCurrentIndex(model.index(len(model.items) - 1))
    view.scrollToBottom()
    QApplication.processEvents()
    at = view.verticalScrollBar().value()
    assert at > 0
    note(desk, person.id, happened_at="2026-01-01", text="Earlier.")
    qtbot.waitUntil(lambda: page.tabs.tabText(1) == "Chronology 61")
    assert len(model.entries()) >= 60
    assert view.verticalScrollBar().value() == at
    assert view.currentIndex().data().startswith("Contact note")


def test_the_chronology_is_narrowed_and_cleared(page: CasePage, desk: Desk) -> None:
    page.tabs.set_current(CHRONOLOGY)
    chronology = page.chronology
    assert chronology.filters.count.text() == "3 entries"
    chronology.filters.boxes["period"].set_value("7")
    assert chronology.filters.count.text() == "1 of 3 entries"
    assert set(chronology.filters.chips) == {"period"}
    chronology.filters.boxes["period"].set_value("between")
    assert chronology.dates.isVisible()
    chronology.since.restore("1 11 2026")
    chronology.until.restore("10 11 2026")
    texts = [each.text for each in chronology.timeline.model.entries()]
    assert texts == ["School rang: left at two.", "School rang: left at noon."]
    chronology.until.restore("31 2 2026")
    assert chronology.wrong.text() == "To must be a real date."
    assert chronology.wrong.isVisible()
    chronology.filters.clear_button.click()
    assert (chronology.dates.isVisible(), chronology.wrong.isVisible()) == (False, False)
    assert chronology.sieve() == chronology.sieve().__class__()
    chronology.filters.boxes["kind"].set_value("contact_note")
    chronology.filters.boxes["author"].set_value("Lena Osei")
    assert chronology.filters.count.text() == "3 entries"
    chronology.since.restore("1 1 2020")
    chronology.filters.set_value({"period": "between"})
    chronology.until.restore("2 1 2020")
    assert chronology.empty.isVisible()
    chronology.empty.button.click()
    assert len(chronology.timeline.model.entries()) == 3


def test_a_new_author_can_be_asked_for(qtbot: QtBot, page: CasePage, desk: Desk) -> None:
    page.tabs.set_current(CHRONOLOGY)
    ada = colleague(desk, "Ada Bell")
    note(ada, page.subject)
    page.refresh()
    box = page.chronology.filters.boxes["author"]
    assert [box.itemText(place) for place in range(1, box.count())] == ["Lena Osei", "Ada Bell"]
