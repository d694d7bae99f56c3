"""Where names are asked about: on the file, in the menu, after an interview was saved."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.errors import NotAllowed
from rise_desk.services import naming, settings
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.told_names import PHONE, told
from ui import naming_bar, naming_next
from ui.information_form import InformationForm
from ui.interview_form import InterviewForm
from ui.main_window import MainWindow
from ui.naming_dialog import NamingDialog
from ui.widgets.buttons import Button
from ui.widgets.card import Card


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl on file."""
    return build.young_person(desk)


def test_the_file_tells_who_waits_and_leads_there(window: MainWindow, desk: Desk, maisie: Person) -> None:
    assert naming_bar.cards(window.desk, maisie.id, lambda: None) == []
    told(desk, maisie, *(Mention(name=name) for name in ("A1", "B2", "C3", "D4", "E5", "F6", "G7")))
    window.open_file(maisie.id)
    QApplication.processEvents()
    (card,) = (each for each in window.findChildren(Card) if each.title.text() == naming_bar.WAITS)
    assert [each.text() for each in card.findChildren(QLabel)][-1] == "“A1”, “B2”, “C3”, “D4”, “E5”, “F6” and 1 more"
    card.findChildren(Button)[0].click()
    assert isinstance(QApplication.activeModalWidget(), NamingDialog)


def test_the_file_s_names_open_over_the_window_and_say_when_none_wait(
    window: MainWindow, desk: Desk, maisie: Person, qtbot: QtBot
) -> None:
    failed: list[str] = []
    window.forms.failed.connect(failed.append)
    window.forms.protecting.names(maisie.id)
    assert failed == ["Everybody and everything named here is on file and linked."]
    told(desk, maisie, PHONE)
    window.forms.protecting.names(maisie.id)
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, NamingDialog)
    opened.lines[0].choice.set_value("new")
    opened.lines[0].how.setCurrentText("uses")
    opened.verb.click()
    qtbot.waitUntil(lambda: not naming.waiting(desk, maisie.id))


@pytest.mark.parametrize(("named", "asks"), [((PHONE,), True), ((), False)])
def test_saving_an_interview_asks_who_was_named_in_it(
    window: MainWindow, desk: Desk, maisie: Person, qtbot: QtBot, named: tuple[Mention, ...], asks: bool
) -> None:
    settings.set_interviews_since(desk, date(2026, 11, 1))
    build.episode(desk, maisie.id, "2026-11-20T01:00+00:00", "2026-11-20T02:00+00:00")
    window.forms.interview(maisie.id)
    form = QApplication.activeModalWidget()
    assert isinstance(form, InterviewForm)
    answers = {
        "done_at": Moment("2026-11-20T16:00+00:00"),
        "seen": "seen_alone",
        "interviewer": "Ana Reyes",
        "independent": True,
        "own_words": "He was there.",
        "mentions": named,
    }
    for name, value in answers.items():
        form.panel.rows[name].editor.set_value(value)
    with qtbot.waitSignal(form.saved):
        form.save()
    QApplication.processEvents()
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, NamingDialog) is asks
    if isinstance(opened, NamingDialog):
        assert [row.named.mention.name for row in opened.lines] == ["07700 900123"]
        opened.draft.setChecked(True)
        opened.verb.click()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), InformationForm))
        report = QApplication.activeModalWidget()
        assert isinstance(report, InformationForm)
        report.drafting.drop()
        report.hide()


def test_whoever_has_left_the_desk_is_asked_nothing(
    window: MainWindow, desk: Desk, maisie: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = told(desk, maisie, PHONE)
    troubled: list[str] = []
    window.desk.troubled.connect(troubled.append)
    naming_next.ask(None, window.desk, held)
    naming_next.ask(window, window.desk, maisie)

    def closed(*_known: object) -> None:
        raise NotAllowed("A worker may not open this file.")

    monkeypatch.setattr(naming, "of_record", closed)
    naming_next.ask(window, window.desk, held)
    QApplication.processEvents()
    assert troubled == ["A worker may not open this file."]
    assert QApplication.activeModalWidget() is None
