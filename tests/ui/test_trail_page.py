"""The audit on the screen and as a sheet: what is shown, narrowed, opened, checked, exported and printed."""

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import NotAllowed
from rise_desk.services import overview, signing_in, trail
from rise_desk.services.exchange.listing import go_on
from rise_desk.storage import audit
from tests import build
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import printing
from ui.desk import ScreenDesk
from ui.trail_page import SOUND, TrailPage
from ui.trail_sheet import NO_PRINTER, TrailSheet


@pytest.fixture
def maisie(screen: ScreenDesk) -> Person:
    """A young person whose file somebody else has opened."""
    person = build.young_person(screen.at)
    tom = build.colleague(screen.at, "Tom Reed")
    overview.open_file(tom, person.id)
    signing_in.leave(tom)
    build.young_person(screen.at, "Jade", "Ahmed")
    return person


@pytest.fixture
def opened() -> list[Id]:
    """The files that the page led to."""
    return []


@pytest.fixture
def page(qtbot: QtBot, screen: ScreenDesk, maisie: Person, opened: list[Id]) -> TrailPage:
    """The whole audit."""
    made = TrailPage(screen, opened.append)
    qtbot.addWidget(made)
    show(qtbot, made, 1180, 700)
    return made


def _shown(page: TrailPage) -> list[str]:
    return [each.what for each in page.table.model.rows]


def test_the_newest_comes_first_and_the_mark_is_told(page: TrailPage) -> None:
    assert _shown(page)[:2] == ["Audit read", "Record made"]
    head = trail.head(page.desk.at)
    assert page.head.text() == f"The audit ends at row {head.seq} with the mark {head.mark}."
    assert walk(page) == []


def test_it_is_narrowed_by_who_what_when_and_whose_file(page: TrailPage, maisie: Person) -> None:
    page.filters.boxes["who"].set_value("Tom Reed")
    page.filters.boxes["what"].set_value("file opened")
    page.filters.boxes["when"].set_value("7")
    page.filters.changed.emit(page.filters.value())
    assert [(each.step.account, each.name) for each in page.table.model.rows] == [("Tom Reed", "Maisie Okafor")]
    assert page.filters.count.text().startswith("1 of ")
    page.filters.clear()
    page.filters.set_value({"text": "jade"})
    page.filters.changed.emit(page.filters.value())
    assert {each.name for each in page.table.model.rows} == {"Jade Ahmed"}
    page.filters.set_value({"text": "nobody"})
    page.filters.changed.emit(page.filters.value())
    assert _shown(page) == []
    assert page.listing() is None
    page.empty.acted.emit()
    assert len(_shown(page)) > 2


def test_enter_opens_the_file_a_line_is_about(page: TrailPage, maisie: Person, opened: list[Id]) -> None:
    rows = page.table.model.rows
    page.table.opened.emit(next(each for each in rows if each.name == "Maisie Okafor"))
    page.table.opened.emit(rows[0])
    assert opened == [maisie.id]


def test_one_file_alone(qtbot: QtBot, screen: ScreenDesk, maisie: Person) -> None:
    made = TrailPage(screen, print, maisie.id)
    qtbot.addWidget(made)
    show(qtbot, made, 1180, 700)
    assert {each.name for each in made.table.model.rows} == {"Maisie Okafor"}
    assert audit.entries(screen.at.store.vault)[0]["subject"] == maisie.id


def test_everything_is_checked_and_what_is_wrong_is_said(qtbot: QtBot, page: TrailPage) -> None:
    page.check()
    qtbot.waitUntil(lambda: page.outcome.text() == SOUND, timeout=20_000)
    assert page.check_button.isEnabled()
    page.desk.at.store.vault.sql("DELETE FROM keys")
    page.check()
    qtbot.waitUntil(lambda: page.outcome.text().startswith("keys: "), timeout=20_000)


def test_the_list_leaves_as_it_is_shown(page: TrailPage) -> None:
    page.filters.set_value({"what": "file opened"})
    page.filters.changed.emit(page.filters.value())
    leaving = page.listing()
    assert leaving is not None
    listing = leaving.read(page.desk.at, go_on)
    assert (leaving.rows, len(listing.rows), listing.columns) == (1, 1, trail.HEADINGS)
    assert listing.rows[0][2:5] == ("Tom Reed", "File opened", "Maisie Okafor")


def test_the_sheet_is_looked_at_and_where_no_printer_is_that_is_said(
    qtbot: QtBot, page: TrailPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = page.print_sheet()
    sheet.print_sheet()
    qtbot.waitUntil(lambda: sheet.made is not None, timeout=20_000)
    assert sheet.made is not None
    assert "Tom Reed" in sheet.made.text
    assert trail.head(page.desk.at).mark in sheet.made.text
    monkeypatch.setattr(printing, "names", list)
    sheet.print_button.click()
    assert sheet.notice.text.text() == NO_PRINTER
    sheet.reject()


def test_a_printed_sheet_is_written_down(qtbot: QtBot, page: TrailPage, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = page.print_sheet()
    qtbot.waitUntil(lambda: sheet.made is not None, timeout=20_000)
    printed: list[int] = []
    monkeypatch.setattr(printing, "names", lambda: ["Office"])
    monkeypatch.setattr(printing, "ask_printer", lambda *_: None)
    sheet.print_sheet()
    assert audit.entries(page.desk.at.store.vault)[0]["deed"] != "print"
    monkeypatch.setattr(printing, "ask_printer", lambda *_: object())

    def put(_printer: object, pictures: list[bytes]) -> bool:
        printed.append(len(pictures))
        return True

    monkeypatch.setattr(printing, "put_on_paper", put)
    sheet.print_sheet()
    assert printed == [1]
    row = audit.entries(page.desk.at.store.vault)[0]
    assert (row["deed"], row["reason"]) == ("print", "audit, 1 page")
    sheet.reject()


def test_a_window_that_was_closed_shows_nothing_more(qtbot: QtBot, page: TrailPage) -> None:
    sheet: TrailSheet = page.print_sheet()
    sheet.reject()
    qtbot.waitUntil(lambda: not page.desk.tasks.busy(), timeout=20_000)
    assert sheet.made is None


def test_a_worker_gets_no_page(screen: ScreenDesk) -> None:
    supervisor, worker = screen.at, build.colleague(screen.at, "Tom Reed")
    screen.desk = worker
    with pytest.raises(NotAllowed, match="A worker may not read the audit"):
        TrailPage(screen, print)
    screen.desk = supervisor
    signing_in.leave(worker)
