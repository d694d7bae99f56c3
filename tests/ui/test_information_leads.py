"""Where an information report leads and comes from: its line on Today, its source, and what is asked in view."""

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.domain.information import InformationReport
from rise_desk.domain.person import Person
from rise_desk.services import casework, information, overview, today
from rise_desk.services.desk import Desk
from tests import build
from tests.services.test_information import report
from tests.ui.screen import show
from tests.ui.told_names import PAUL, PHONE, told
from ui import first_page, records, today_asks
from ui.chronology import Chronology
from ui.desk import ScreenDesk
from ui.information_form import InformationForm
from ui.main_window import MainWindow
from ui.records.shown import Reading

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl on file."""
    return build.young_person(desk)


def test_what_is_asked_further_down_is_in_view_when_the_form_opens(
    screen: ScreenDesk, maisie: Person, qtbot: QtBot
) -> None:
    form = InformationForm(screen, maisie.id, report(screen.at, maisie))
    show(qtbot, form, 900, 600)
    line = form.focusWidget()
    assert line is not None
    assert form.panel.rows["sent_at"].isAncestorOf(line)
    qtbot.waitUntil(lambda: form.area.verticalScrollBar().value() > 0)
    place = line.mapTo(form.area.viewport(), line.rect().bottomLeft())
    assert form.area.viewport().rect().contains(place)
    form.hide()


def test_a_line_of_today_leads_to_where_it_is_recorded_as_sent(
    window: MainWindow, desk: Desk, maisie: Person, qtbot: QtBot
) -> None:
    made = report(desk, maisie)
    line = next(each for each in today.waiting(desk) if each.due.record == made.id)
    verb = today_asks.verbs(line)[-1]
    assert (verb.text, verb.spoken) == ("Record as sent", "Record that the report about Maisie Okafor was sent")
    assert today_asks.answer(line, ()) == verb
    first_page.open_from(window, verb.ask)
    form = window.findChild(InformationForm)
    assert form is not None
    assert form.base is not None
    assert form.base.id == made.id
    assert form.panel.rows["sent_at"].isAncestorOf(form.focusWidget())
    form.reject()


def test_a_report_names_the_record_it_was_drawn_from_and_never_as_somebody(
    screen: ScreenDesk, desk: Desk, maisie: Person
) -> None:
    held = told(desk, maisie, PAUL, PHONE)
    made = casework.save(desk, information.drawn(desk, held.id, maisie.id))
    found = next(each for each in overview.chronology(desk, maisie.id) if each.record.id == made.id)
    facts = records.shown(InformationReport.KIND).facts
    assert facts is not None
    said = dict(facts(found.record, Chronology(screen, maisie.id).reading([found])))
    assert said["Record it was drawn from"].startswith("Return interview, 18 November 2026")
    nobody = Reading(subject=maisie.id, names={}, practice=screen.practice, now=screen.now())
    assert "Record it was drawn from" not in dict(facts(found.record, nobody))
