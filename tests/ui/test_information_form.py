"""Information reports on the screen: what they are not comes first, a draft loses nothing, grading needs the grant."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.errors import NotAllowed
from rise_desk.services import casework, information, overview, unfinished
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from tests import build
from tests.services.test_information import graded, report
from tests.ui.leaves import Choose
from tests.ui.screen import show
from tests.ui.told_names import PAUL, PHONE, told
from tests.ui.walk import walk
from ui import entries, naming_windows, records
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.grading_dialog import GradingDialog
from ui.information_form import InformationForm
from ui.information_list import InformationList
from ui.main_window import MainWindow
from ui.police_file import PoliceFileDialog
from ui.preview import PreviewDialog
from ui.records.shown import Reading
from ui.resuming import window_of


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl on file."""
    return build.young_person(desk)


@pytest.fixture
def held(desk: Desk, maisie: Person) -> ReturnInterview:
    """An interview that names two."""
    return told(desk, maisie, PAUL, PHONE)


@pytest.fixture
def police(desk: Desk, clock: Clock, qapp: QApplication) -> Iterator[ScreenDesk]:
    """The screen of an officer who holds the grant for intelligence."""
    made = ScreenDesk(clock)
    made.sit(build.colleague(desk, "PC Hill", grants=("intelligence",)))
    yield made
    made.leave()
    made.tasks.close()


def _said(dialog: QDialog) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel))


def _saved(form: InformationForm | GradingDialog, qtbot: QtBot) -> Record:
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    assert saved.args is not None
    made: Record = saved.args[0]
    return made


def test_the_form_says_first_that_it_is_no_referral(screen: ScreenDesk, maisie: Person, qtbot: QtBot) -> None:
    form = InformationForm(screen, maisie.id)
    show(qtbot, form, 900, 720)
    items = (form.head.itemAt(place) for place in range(form.head.count()))
    parts = [item.widget() for item in items if item is not None]
    heads = [part.text() for part in parts if isinstance(part, QLabel) and part.isVisible()]
    assert heads[1] == "This is not a referral. A child in danger now: ring 999."
    assert "social care today" in heads[2]
    assert walk(form) == []
    form.panel.rows["what"].editor.set_value("A taxi waits outside.")
    made = _saved(form, qtbot)
    assert isinstance(made, InformationReport)
    assert made.about == (ReportAbout(subject=maisie.id),)
    assert (made.sent_at, made.learned_at) == ("", "")


def test_a_report_is_drawn_and_saved_as_it_reads(
    screen: ScreenDesk, maisie: Person, held: ReturnInterview, qtbot: QtBot
) -> None:
    form = InformationForm(screen, maisie.id, drawn_from=held.id)
    show(qtbot, form, 900, 720)
    assert form.panel.rows["what"].editor.value() == "In their own words: “He was there.”"
    assert "Tall Paul" in _said(form)
    made = _saved(form, qtbot)
    assert isinstance(made, InformationReport)
    assert (made.said_in, made.phones) == (held.id, "07700 900123")
    assert [each.called for each in made.about] == ["", "Tall Paul"]


def test_an_unfinished_report_goes_on_with_what_was_typed(
    screen: ScreenDesk, maisie: Person, held: ReturnInterview, qtbot: QtBot
) -> None:
    form = InformationForm(screen, maisie.id, drawn_from=held.id)
    show(qtbot, form, 900, 720)
    form.panel.rows["risk_to_source"].editor.set_value("Only she can know.")
    form.drafting.keep()
    form.hide()
    (draft,) = unfinished.mine(screen.at)
    casework.withdraw(screen.at, held, "Another child's.")
    again = window_of(screen, draft)
    assert isinstance(again, InformationForm)
    show(qtbot, again, 900, 720)
    assert again.panel.rows["risk_to_source"].editor.value() == "Only she can know."
    again.panel.rows["what"].editor.set_value("Seen.")
    made = _saved(again, qtbot)
    assert isinstance(made, InformationReport)
    assert (made.said_in, made.risk_to_source) == (held.id, "Only she can know.")


def test_what_was_sent_is_recorded_over_the_report(screen: ScreenDesk, maisie: Person, qtbot: QtBot) -> None:
    held = report(screen.at, maisie)
    form = naming_windows.information(screen, maisie.id, held.id)
    assert isinstance(form, InformationForm)
    show(qtbot, form, 900, 720)
    form.panel.rows["sent_at"].editor.set_value(Moment("2026-11-20T09:00+00:00"))
    form.save()
    qtbot.waitUntil(lambda: not form.saving)
    assert "Say to whom it was sent." in _said(form)
    form.panel.rows["sent_to"].editor.set_value("Police intelligence")
    made = _saved(form, qtbot)
    assert (made.id, made.version) == (held.id, 2)
    assert overview.due_lines(screen.at, (maisie.id,)) == []


def test_a_report_that_was_drawn_from_a_closed_note_says_why(window: MainWindow, desk: Desk, maisie: Person) -> None:
    failed: list[str] = []
    window.forms.failed.connect(failed.append)
    episode = build.episode(desk, maisie.id, "2026-11-18T01:00+00:00")
    window.forms.protecting.information(maisie.id, drawn_from=episode.id)
    assert len(failed) == 1
    assert "drawn from a return interview" in failed[0]


def test_only_the_grant_grades(screen: ScreenDesk, police: ScreenDesk, maisie: Person, qtbot: QtBot) -> None:
    held = report(screen.at, maisie)
    with pytest.raises(NotAllowed):
        GradingDialog(screen, held)
    form = naming_windows.grading(police, held.id)
    assert isinstance(form, GradingDialog)
    show(qtbot, form, 820, 700)
    assert walk(form) == []
    for name, value in (
        ("source_grade", "g2"),
        ("information_grade", "c"),
        ("handling", "p"),
        ("sanitised", "A taxi."),
    ):
        form.panel.rows[name].editor.set_value(value)
    form.drafting.keep()
    form.hide()
    (draft,) = unfinished.mine(police.at)
    again = window_of(police, draft)
    assert isinstance(again, GradingDialog)
    show(qtbot, again, 820, 700)
    again.panel.rows["graded_at"].editor.set_value(Moment("2026-11-20"))
    made = _saved(again, qtbot)
    assert isinstance(made, Grading)
    assert (made.report, made.subject, made.source_grade, made.sanitised) == (held.id, maisie.id, "g2", "A taxi.")
    further = GradingDialog(police, held)
    show(qtbot, further, 820, 700)
    assert "graded already, by PC Hill" in _said(further)
    further.hide()


def _reading(screen: ScreenDesk, maisie: Person, record: Record) -> EntryDialog:
    found = overview.entry(screen.at, maisie.id, record.id)
    names = overview.names_of(screen.at, [maisie.id])
    reading = Reading(subject=maisie.id, names=names, practice=screen.practice, now=screen.now())
    return entries.reader(screen, found, reading)


def test_reading_leads_to_what_this_reader_may_do(
    screen: ScreenDesk, police: ScreenDesk, maisie: Person, qtbot: QtBot
) -> None:
    held = report(screen.at, maisie)
    graded(police.at, held)
    mine, theirs = _reading(screen, maisie, held), _reading(police, maisie, held)
    change, file = "Change, or record that it was sent…", "File for the police…"
    for dialog, found in (
        (mine, [change, "Print…", file]),
        (theirs, [change, "Grade…", "Print…", file, "Print sanitised…"]),
    ):
        show(qtbot, dialog, 800, 600)
        assert [each.text() for each in dialog.verbs()] == found
        dialog.hide()
    gone = casework.withdraw(screen.at, held, "Twice.")
    assert list(_reading(screen, maisie, gone).verbs()) == []


def test_the_list_shows_each_with_how_it_stands(
    screen: ScreenDesk, police: ScreenDesk, maisie: Person, qtbot: QtBot
) -> None:
    held = report(screen.at, maisie, what="A taxi. " * 60)
    sent = {"sent_at": Moment("2026-11-19T10:00+00:00"), "sent_to": "Police", "feedback": "A stop was made."}
    report(screen.at, maisie, **sent)
    casework.withdraw(screen.at, report(screen.at, maisie), "Twice.")
    graded(police.at, held)
    dialog = InformationList(police, maisie.id)
    show(qtbot, dialog, 760, 600)
    said = _said(dialog)
    assert "Sent Thu 19 Nov 10:00 · Police" in said
    assert "What came of it: A stop was made." in said
    assert "…" in said
    assert walk(dialog) == []
    opened: list[object] = []
    dialog.opened.connect(opened.append)
    dialog.cards[0].findChildren(type(dialog.verb))[0].click()
    assert len(opened) == 1


def test_the_menu_opens_the_reports_of_the_file_in_view(window: MainWindow, desk: Desk, maisie: Person) -> None:
    window.open_file(maisie.id)
    window.menus.actions["information"].trigger()
    listed = QApplication.activeModalWidget()
    assert isinstance(listed, InformationList)
    assert "None is on file" in _said(listed)
    listed.verb.click()
    form = QApplication.activeModalWidget()
    assert isinstance(form, InformationForm)
    assert form.subject == maisie.id
    form.drafting.drop()
    form.reject()


def test_the_paper_opens_from_the_window(window: MainWindow, desk: Desk, maisie: Person) -> None:
    window.forms.protecting.information_paper(report(desk, maisie).id)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, PreviewDialog)
    assert shown.paper.name == "Information report"


def test_the_chronology_says_what_was_not_sent_and_reads_the_codes(
    screen: ScreenDesk, police: ScreenDesk, maisie: Person
) -> None:
    held = report(screen.at, maisie)
    grading = graded(police.at, held)
    names = overview.names_of(police.at, [maisie.id])
    reading = Reading(subject=maisie.id, names=names, practice=police.practice, now=police.now())
    shown = {each.kind: each for each in records.KINDS}

    def entry(kind: str, record: Record) -> tuple[str, tuple[str, ...]]:
        make = shown[kind].entry
        assert make is not None
        made = make(overview.entry(police.at, maisie.id, record.id), reading)
        return made.title, tuple(text for text, _tone in made.tags)

    assert entry("information_report", held) == ("Information report", ("Not sent",))
    title, _tags = entry("grading", grading)
    assert title == "Graded 2 C P"
    sent = held.changed(sent_at=Moment("2026-11-20T09:00+00:00"), sent_to="Police")
    assert entry("information_report", casework.save(screen.at, sent))[1] == ()
    assert information.report(police.at, held.id).sent_to == "Police"


def test_the_file_for_the_police_is_saved_for_somebody(
    window: MainWindow, desk: Desk, maisie: Person, qtbot: QtBot, choose: Choose, tmp_path: Path
) -> None:
    said: list[str] = []
    window.forms.said.connect(said.append)
    window.forms.protecting.police_file(report(desk, maisie).id)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PoliceFileDialog)
    assert "not encrypted" in _said(dialog)
    dialog.verb.click()
    assert "Enter who gets the file." in _said(dialog)
    dialog.recipient.editor.set_value("DS Cole")
    dialog.verb.click()
    assert not list(tmp_path.glob("*.csv"))
    choose(tmp_path / "none" / "report.csv")
    dialog.verb.click()
    qtbot.waitUntil(lambda: not dialog.working)
    assert dialog.isVisible()
    choose(tmp_path / "report")
    dialog.verb.click()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Saved as report.csv. It is not encrypted: delete it after use."]
    assert "A taxi waits outside the home." in (tmp_path / "report.csv").read_text("utf-8-sig")
    assert "for DS Cole" in (tmp_path / "report.csv").read_text("utf-8-sig")
