"""Every window over the desk by keyboard alone: Tab comes to each control and round again, and shows where it is."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.action import Action
from rise_desk.domain.checklist import Result
from rise_desk.domain.comparing import Choice
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.domain.sign_off import SENT_BACK
from rise_desk.services import casework, merging, overview, signing_off
from rise_desk.services.exchange.asking import MayBe
from rise_desk.services.exchange.planning import Fate, Outcome
from rise_desk.services.trail import Asked
from tests import build
from tests.services import wordings
from tests.ui import informed, interviewed, noticed, protecting
from tests.ui.leaves import leaving
from tests.ui.screen import show
from tests.ui.walk import said, spoken_name
from ui import entries, focus_ring, keys_list
from ui.action_form import ActionForm
from ui.add_staff import AddStaff, OneDayCode
from ui.assessment_form import AssessmentForm
from ui.assessment_reading import AssessmentReading
from ui.change_password import ChangePassword
from ui.checklist_form import ChecklistForm, FullAssessment
from ui.chronology import Chronology
from ui.conflict import ConflictDialog, Shown
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.episode_form import EpisodeForm
from ui.export_dialog import ExportDialog
from ui.failure import FailureDialog
from ui.gap_bar import AcceptLoss
from ui.help_window import HelpWindow
from ui.history_dialog import HistoryDialog
from ui.import_dialog import ImportDialog
from ui.import_who import WhoDialog
from ui.instrument_preview import InstrumentPreview
from ui.joined_files import JoinedFiles
from ui.keys_dialog import KeysDialog
from ui.keys_sheet import KeySheetDialog
from ui.leftover import Leftover
from ui.link_form import LinkForm
from ui.living_reading import ActionReading, EpisodeReading
from ui.meeting_view import MeetingView
from ui.merge_dialog import MergeDialog
from ui.missing_quick import QuickMissing
from ui.note_form import NoteForm
from ui.person_form import PersonForm
from ui.question_form import QuestionForm
from ui.recovery_key import KeyGroups
from ui.regrade_dialog import RegradeDialog
from ui.restore_dialog import RestoreDialog
from ui.returned_dialog import ReturnedDialog
from ui.separate import SeparateDialog
from ui.sign_off_dialog import SignOffDialog
from ui.thing_form import ThingForm
from ui.thing_same import ApartThing, SameThing
from ui.trail_sheet import TrailSheet
from ui.trigger_dialog import TriggerDialog
from ui.widgets.columns import Cell, Column
from ui.widgets.columns_dialog import ColumnsDialog
from ui.widgets.part_dialog import PartDialog
from ui.widgets.parts import PartsField
from ui.withdraw import WithdrawDialog, WithdrawThing

AT_MOST = 120
NEEDS_A_PAPER = ("ui.preview", "ui.print_dialog")
"""What is walked where it is tested: these windows want pages that were made."""

Make = Callable[[ScreenDesk, Person], QDialog]


def _columns(_screen: ScreenDesk, _person: Person) -> QDialog:
    columns = [Column(key=key, title=key.title(), cell=lambda _row: Cell(text="")) for key in ("name", "born", "file")]
    return ColumnsDialog(columns, ["name", "born"])


def _part(screen: ScreenDesk, person: Person) -> QDialog:
    form = PersonForm(screen, person)
    addresses = form.panel.rows["addresses"].widget
    assert isinstance(addresses, PartsField)
    dialog = addresses.dialog(person.addresses[0])
    dialog.setParent(None, Qt.WindowType.Dialog)
    return dialog


def _entry(screen: ScreenDesk, person: Person) -> QDialog:
    found = overview.chronology(screen.at, person.id, limit=1)[0]
    return EntryDialog(screen, found, Chronology(screen, person.id).reading([found]))


def _withdraw(screen: ScreenDesk, person: Person) -> QDialog:
    return WithdrawDialog(screen, overview.chronology(screen.at, person.id, limit=1)[0].record)


def _assessment(screen: ScreenDesk, person: Person) -> AssessmentReading:
    kay = build.young_person(screen.at, "Kay", "Doe")
    named = (Mention(name="Kay Doe", person=kay.id, risk="danger"),)
    made = build.assessment(build.colleague(screen.at, "Ada Bell"), person.id, mentions=named)
    found = overview.entry(screen.at, person.id, made.id)
    return AssessmentReading(screen, found, Chronology(screen, person.id).reading([found]))


def _sign_off(screen: ScreenDesk, person: Person) -> QDialog:
    made = build.assessment(build.colleague(screen.at, "Ada Bell"), person.id)
    return SignOffDialog(screen, signing_off.assessed(screen.at, person.id), made, SENT_BACK)


def _joined(screen: ScreenDesk, person: Person) -> QDialog:
    merging.merge(screen.at, person, build.young_person(screen.at, "Maisy"), "Same NHS number")
    return JoinedFiles(screen, person.id)


def _export(screen: ScreenDesk, _person: Person) -> QDialog:
    return ExportDialog(screen, leaving(rows=101))


def _conflict(_screen: ScreenDesk, _person: Person) -> QDialog:
    choices = (Choice.MINE, Choice.THEIRS)
    both = Shown(name="gender", label="Gender", original="", theirs="Female", mine="Male", choices=choices)
    return ConflictDialog("Ada Bell", "today", [both])


def _living(screen: ScreenDesk, person: Person, record: Record) -> QDialog:
    found = overview.entry(screen.at, person.id, record.id)
    return entries.reader(screen, found, Chronology(screen, person.id).reading([found]))


def _action(screen: ScreenDesk, person: Person) -> Action:
    made = Action(id=screen.at.clock.new_id(), subject=person.id, what="Ring the home", agreed_at=Moment("2026-11-20"))
    return casework.save(screen.at, made)


def _missing(screen: ScreenDesk, person: Person) -> MissingEpisode:
    return build.episode(screen.at, person.id, "2026-11-20T23:30+00:00", grade="high")


def _meeting(screen: ScreenDesk, person: Person) -> QDialog:
    _missing(screen, person)
    return MeetingView(screen)


def _asked_about(person: Person) -> Outcome:
    alike = MayBe(file_number=person.file_number, name=person.name, why="name only")
    return Outcome(line=2, fate=Fate.ASKED, asks=person.name, may_be=(alike,))


WINDOWS: dict[type[QDialog], Make] = {
    AcceptLoss: lambda screen, _person: AcceptLoss(screen),
    ActionForm: lambda screen, person: ActionForm(screen, person.id),
    ActionReading: lambda screen, person: _living(screen, person, _action(screen, person)),
    AddStaff: lambda screen, _person: AddStaff(screen),
    AssessmentForm: lambda screen, person: AssessmentForm(screen, person.id),
    AssessmentReading: _assessment,
    ChangePassword: lambda screen, _person: ChangePassword(screen),
    ChecklistForm: lambda screen, person: ChecklistForm(screen, person.id),
    ColumnsDialog: _columns,
    ConflictDialog: _conflict,
    EntryDialog: _entry,
    EpisodeForm: lambda screen, person: EpisodeForm(screen, person.id),
    EpisodeReading: lambda screen, person: _living(screen, person, _missing(screen, person)),
    ExportDialog: _export,
    FailureDialog: lambda _screen, _person: FailureDialog("RISE Desk\nIndexError"),
    FullAssessment: lambda screen, person: FullAssessment(screen, person.id, Result(low=2, medium=0, high=0)),
    HelpWindow: lambda _screen, _person: HelpWindow(),
    HistoryDialog: lambda screen, person: HistoryDialog(screen, person.id, person.name),
    ImportDialog: lambda screen, _person: ImportDialog(screen),
    InstrumentPreview: lambda _screen, _person: InstrumentPreview(wordings.made()),
    Leftover: lambda _screen, _person: Leftover("The file was withdrawn.", "Sam called."),
    LinkForm: lambda screen, person: LinkForm(screen, person.id),
    JoinedFiles: _joined,
    KeyGroups: lambda screen, _person: KeyGroups(screen, (3, 7)),
    KeySheetDialog: lambda screen, _person: KeySheetDialog((keys_list.EVERYWHERE,), screen.now()),
    KeysDialog: lambda _screen, _person: KeysDialog((keys_list.EVERYWHERE,)),
    MeetingView: _meeting,
    MergeDialog: MergeDialog,
    NoteForm: lambda screen, person: NoteForm(screen, person.id),
    OneDayCode: lambda _screen, _person: OneDayCode("Ama Boateng", "K7QM2-XRD9T"),
    PartDialog: _part,
    PersonForm: PersonForm,
    QuickMissing: lambda screen, _person: QuickMissing(screen),
    QuestionForm: lambda screen, person: QuestionForm(screen, person.id),
    RegradeDialog: lambda screen, person: RegradeDialog(screen, _missing(screen, person)),
    RestoreDialog: lambda screen, _person: RestoreDialog(screen),
    ReturnedDialog: lambda screen, person: ReturnedDialog(screen, _missing(screen, person)),
    SeparateDialog: SeparateDialog,
    SignOffDialog: _sign_off,
    ApartThing: lambda screen, _person: ApartThing(screen, build.place(screen.at)),
    SameThing: lambda screen, _person: SameThing(screen, build.place(screen.at)),
    ThingForm: lambda screen, _person: ThingForm(screen, "place"),
    TriggerDialog: lambda _screen, _person: TriggerDialog(()),
    TrailSheet: lambda screen, person: TrailSheet(screen, Asked(about=person.id), ""),
    WhoDialog: lambda _screen, person: WhoDialog(_asked_about(person), 2),
    WithdrawDialog: _withdraw,
    WithdrawThing: lambda screen, _person: WithdrawThing(screen, build.place(screen.at)),
    **informed.WINDOWS,
    **interviewed.WINDOWS,
    **noticed.WINDOWS,
    **protecting.WINDOWS,
}


@pytest.fixture(params=WINDOWS, ids=lambda kind: kind.__name__)
def window(request: pytest.FixtureRequest, qtbot: QtBot, screen: ScreenDesk, person: Person) -> Iterator[QDialog]:
    """One window after the other."""
    made = WINDOWS[request.param](screen, person)
    show(qtbot, made, 1000, 690)
    yield made
    made.hide()


def test_tab_comes_to_every_control_and_round_again(window: QDialog) -> None:
    stops = _round(window, Qt.Key.Key_Tab)
    assert stops[0] is stops[-1], f"a trap at {said(stops[-1])}"
    missed = [said(each) for each in window.findChildren(QWidget) if _is_stop(each, window) and each not in stops]
    assert missed == []
    assert _round(window, Qt.Key.Key_Backtab) == stops[::-1]


def test_every_stop_shows_the_ring_and_has_a_name(window: QDialog, qapp: QApplication) -> None:
    follower = qapp.findChild(focus_ring.Follower)
    assert isinstance(follower, focus_ring.Follower)
    for stop in _round(window, Qt.Key.Key_Tab):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert spoken_name(stop).strip(), said(stop)
        if not stop.property(focus_ring.DRAWS_OWN):
            ring = follower.ring
            assert ring is not None
            assert ring.isVisible(), said(stop)
            assert ring.visibleRegion().boundingRect().height() >= min(stop.visibleRegion().boundingRect().height(), 8)


def test_every_window_over_the_desk_is_walked(window: QDialog) -> None:
    made = {each for each in _below(QDialog) if each.__module__.startswith("ui.") and not _below(each)}
    unwalked = {each.__name__ for each in made - set(WINDOWS) if not each.__module__.startswith(NEEDS_A_PAPER)}
    assert unwalked == set()


def _below(kind: type[Any]) -> list[type[Any]]:
    found: list[type[Any]] = []
    for each in kind.__subclasses__():
        found += [each, *_below(each)]
    return found


def _round(window: QDialog, key: Qt.Key) -> list[QWidget]:
    """Where the focus goes by one key, up to where it was before."""
    stops: list[QWidget] = []
    while len(stops) < AT_MOST:
        here = window.focusWidget()
        assert here is not None
        stops.append(here)
        if here in stops[:-1]:
            break
        QTest.keyClick(here, key)
    return stops


def _is_stop(widget: QWidget, window: QDialog) -> bool:
    return (
        widget.isVisibleTo(window)
        and widget.isEnabledTo(window)
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and not (isinstance(widget, QRadioButton) and not widget.isChecked())
        and widget.window() is window
    )
