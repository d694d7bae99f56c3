"""The tour's stops at missing children: Today and the meeting, each form and dialog, the file's tab, the settings."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from ui import first_page
from ui.case_page import CasePage
from ui.case_tabs import MISSING
from ui.import_dialog import ImportDialog
from ui.main_window import CASE, SETTINGS, TODAY, MainWindow
from ui.meeting_view import MeetingView
from ui.pages import Place
from ui.search import read_entry
from ui.settings import Settings
from ui.today import Today
from ui.tour_camera import Camera, settle
from ui.tour_missing_story import POLICE, WORKER, MissingStory

LOW, GAP, YEAR = 10_000, 12, 300
SAID = "Her foster carer rings the school before nine. Police have the list of places."
Kind = TypeVar("Kind", bound=QWidget)


def shoot_today(window: MainWindow, camera: Camera) -> None:
    """Further down the team's Today, one's own, and the morning meeting with a line half typed."""
    window.go(Place(TODAY))
    page = _page(window, Today)
    _low(page, LOW)
    camera.shoot("today-lower", window)
    _low(page, 0)
    page.whose.mine.click()
    camera.shoot("today-mine", window)
    page.whose.team.click()
    view = _meeting(window)
    view.line.what.setText(SAID)
    view.line.owner.restore(WORKER)
    view.line.by.restore("tomorrow")
    camera.shoot("meeting-view", view)
    _close_meeting(view)


def shoot_forms(window: MainWindow, camera: Camera, story: MissingStory) -> None:
    """Every form and dialog about an episode, its return and its interview; nothing of them is saved."""
    forms = window.forms
    for name, ask in (
        ("missing-quick", lambda: forms.missing(story.kian)),
        ("episode", lambda: forms.episode(story.jade, story.away)),
        ("returned", lambda: forms.returned(story.jade, story.away)),
        ("regrade", lambda: forms.regrade(story.jade, story.away)),
        ("action", lambda: forms.action(story.jade, about=story.away)),
        ("interview-attempt", lambda: forms.interview_step(story.maisie, story.owed, "attempt")),
        ("interview-answer", lambda: forms.interview_step(story.maisie, story.owed, "answer")),
        ("interview-decided", lambda: forms.interview_step(story.kian, story.late, "decided")),
        ("interview-late", lambda: forms.interview(story.kian, story.late)),
        ("missing-pack-preview", lambda: forms.missing_pack(story.jade)),
    ):
        _form(window, camera, name, ask)
    _read(window, camera, story)
    _import(window, camera)


def shoot_file(window: MainWindow, camera: Camera, story: MissingStory) -> None:
    """The head of a file while the child is missing, and its tab of missing episodes from top to bottom."""
    window.go(Place(CASE, story.jade))
    _tab(window)
    camera.shoot("case-tab-missing-now", window)
    window.go(Place(CASE, story.maisie))
    page = _tab(window)
    _low(page, YEAR)
    camera.shoot("case-tab-missing-year", window)
    _low(page, LOW)
    camera.shoot("case-tab-missing-list", window)
    _low(page, 0)
    page.tabs.setCurrentIndex(0)


def shoot_settings(window: MainWindow, camera: Camera) -> None:
    """The card about missing children, and a trigger being added."""
    page = _settings(window)
    camera.shoot("settings-missing", window)
    page.missing.triggers.add_button.click()
    dialog = _visible(window, QDialog)
    camera.shoot("repeat-trigger", window, dialog)
    dialog.reject()


def shoot_large(window: MainWindow, camera: Camera, story: MissingStory) -> None:
    """The same with large text."""
    view = _meeting(window)
    camera.shoot("meeting-view-large-text", view)
    _close_meeting(view)
    forms = window.forms
    _form(window, camera, "missing-quick-large-text", lambda: forms.missing(story.kian))
    _form(window, camera, "interview-large-text", lambda: forms.interview(story.maisie, story.owed))
    window.go(Place(CASE, story.jade))
    _tab(window)
    camera.shoot("case-tab-missing-large-text", window)
    _settings(window)
    camera.shoot("settings-missing-large-text", window)


def _form(window: MainWindow, camera: Camera, name: str, ask: Callable[[], None]) -> None:
    ask()
    dialog = _visible(window, QDialog)
    _settle(window)
    camera.shoot(name, window, dialog)
    _put_away(dialog)


def _read(window: MainWindow, camera: Camera, story: MissingStory) -> None:
    """An episode, and the interview about one, read in the file."""
    for name, subject, record in (
        ("episode-read", story.jade, story.away),
        ("interview-read", story.maisie, story.held),
    ):
        read_entry(window, subject, record)
        dialog = _visible(window, QDialog)
        camera.shoot(name, window, dialog)
        _put_away(dialog)


def _import(window: MainWindow, camera: Camera) -> None:
    """An export of the police: a child who can't be told for sure is asked about."""
    window.forms.import_list()
    dialog = _visible(window, ImportDialog)
    with TemporaryDirectory(prefix="rise-desk-tour-") as place:
        path = Path(place) / "police" / "episodes.csv"
        path.parent.mkdir()
        path.write_text(POLICE, "utf-8")
        dialog.take(path)
        _settle(window)
        dialog.forward()
        _settle(window)
        dialog.forward()
        _settle(window)
        camera.shoot("import-episodes", window, dialog)
    _put_away(dialog)


def _meeting(window: MainWindow) -> MeetingView:
    window.go(Place(TODAY))
    first_page.meeting(window)
    return _visible(window, MeetingView)


def _close_meeting(view: MeetingView) -> None:
    for half in view.halves.values():
        half.drafting.drop()
    _put_away(view)


def _settings(window: MainWindow) -> Settings:
    window.go(Place(SETTINGS))
    page = _page(window, Settings)
    area = page.findChildren(QScrollArea)[0]
    QApplication.processEvents()
    inside = area.widget()
    assert inside is not None
    area.verticalScrollBar().setValue(page.missing.mapTo(inside, QPoint(0, 0)).y() - GAP)
    return page


def _tab(window: MainWindow) -> CasePage:
    page = _page(window, CasePage)
    page.tabs.set_current(MISSING)
    _settle(window)
    return page


def _low(page: QWidget, at: int) -> None:
    """Scroll whatever of the page is in view."""
    QApplication.processEvents()
    areas = [each for each in page.findChildren(QScrollArea) if each.isVisible()]
    max(areas, key=lambda each: each.verticalScrollBar().maximum()).verticalScrollBar().setValue(at)


def _page(window: MainWindow, kind: type[Kind]) -> Kind:
    page = window.pages.currentWidget()
    assert isinstance(page, kind)
    return page


def _visible(window: MainWindow, kind: type[Kind]) -> Kind:
    return next(each for each in window.findChildren(kind) if each.isVisible())


def _settle(window: MainWindow) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(app, lambda: not window.desk.tasks.busy())


def _put_away(dialog: QDialog) -> None:
    """Nothing of it is saved, and no draft of it is kept."""
    drafting = getattr(dialog, "drafting", None)
    if drafting is not None:
        drafting.drop()
    dialog.hide()
    dialog.deleteLater()
    QApplication.processEvents()
