"""The windows about what is named, information reports and the quick question, for the walk by keyboard."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QDialog

from rise_desk.domain.person import Person
from rise_desk.services import naming, overview
from tests.services.test_information import report
from tests.ui.told_names import CORNER, PAUL, told
from ui import entries
from ui.chronology import Chronology
from ui.desk import ScreenDesk
from ui.grading_dialog import GradingDialog
from ui.information_form import InformationForm
from ui.information_list import InformationList
from ui.information_reading import InformationReading
from ui.known_dialog import KnownDialog
from ui.naming_dialog import NamingDialog
from ui.police_file import PoliceFileDialog


def _grading(screen: ScreenDesk, person: Person) -> QDialog:
    """For somebody who holds the grant."""
    made = report(screen.at, person)
    screen.at.who = replace(screen.at.who, grants=frozenset({"intelligence"}))
    return GradingDialog(screen, made)


def _listed(screen: ScreenDesk, person: Person) -> QDialog:
    report(screen.at, person)
    return InformationList(screen, person.id)


def _read(screen: ScreenDesk, person: Person) -> QDialog:
    found = overview.entry(screen.at, person.id, report(screen.at, person).id)
    return entries.reader(screen, found, Chronology(screen, person.id).reading([found]))


def _named(screen: ScreenDesk, person: Person) -> QDialog:
    told(screen.at, person, PAUL, CORNER)
    return NamingDialog(screen, naming.waiting(screen.at, person.id))


WINDOWS: dict[type[QDialog], Callable[[ScreenDesk, Person], QDialog]] = {
    GradingDialog: _grading,
    InformationForm: lambda screen, person: InformationForm(screen, person.id),
    InformationList: _listed,
    InformationReading: _read,
    KnownDialog: lambda screen, _person: KnownDialog(screen),
    NamingDialog: _named,
    PoliceFileDialog: lambda screen, person: PoliceFileDialog(screen, report(screen.at, person).id),
}
