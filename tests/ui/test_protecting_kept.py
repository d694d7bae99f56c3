"""Forms of disruption, orders and investigations gone on with, read whole, and closed to whoever may not read them."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.investigation import AllegedOffence
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.errors import NotFound
from rise_desk.services import casework, unfinished
from rise_desk.services.desk import Desk
from tests.ui import protecting
from tests.ui.files import button_of, type_in, words_of
from tests.ui.open_window import dialog, page
from tests.ui.screen import show, wheel
from tests.ui.walk import walk
from ui import protecting_windows, theme
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.disruption_form import DisruptionForm
from ui.investigation_form import InvestigationForm
from ui.main_window import CASE, MainWindow
from ui.order_form import OrderForm
from ui.pages import Place
from ui.protecting_reading import ProtectingReading
from ui.records.investigation_fields import NEVER_LOWERS
from ui.resuming import window_of

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
Pair = tuple[Person, Person]


@pytest.fixture
def pair(desk: Desk) -> Pair:
    """The pupil and the suspect of the published case."""
    return protecting.northants(desk)


@pytest.mark.parametrize("new", [True, False])
def test_what_was_typed_is_gone_on_with(qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair, *, new: bool) -> None:
    pupil, suspect = pair
    action, order, investigation = (
        (None, None, None)
        if new
        else (
            protecting.visit(desk, suspect, pupil),
            protecting.order(desk, suspect, pupil),
            protecting.investigation(desk, suspect, pupil),
        )
    )
    for form, field in (
        (DisruptionForm(screen, suspect.id, action), "outcome"),
        (OrderForm(screen, suspect.id, order), "note"),
        (InvestigationForm(screen, suspect.id, investigation), "note"),
    ):
        qtbot.addWidget(form)
        type_in(form, **{field: "The landlord will help."})
        form.drafting.keep()
        again = window_of(screen, unfinished.mine(desk)[0])
        qtbot.addWidget(again)
        assert isinstance(again, DisruptionForm | OrderForm | InvestigationForm)
        assert type(again) is type(form)
        assert again.panel.values()[field] == "The landlord will help."
        assert again.base == form.base
        form.drafting.drop()


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_they_read_at_every_size(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, pair: Pair, *, dark: bool, scale: float
) -> None:
    pupil, suspect = pair
    theme.apply(qapp, dark=dark, scale=scale)
    for form in (
        DisruptionForm(screen, suspect.id, protecting.visit(desk, suspect, pupil)),
        OrderForm(screen, suspect.id, protecting.order(desk, suspect, pupil)),
        InvestigationForm(screen, pupil.id, protecting.investigation(desk, suspect, pupil)),
    ):
        show(qtbot, form, 900, 700)
        assert walk(form) == []
        value = form.panel.value()
        for row in form.panel.rows.values():
            wheel(row.editor.field_widget())
        assert form.panel.value() == value


def test_each_is_read_whole_with_what_its_dates_mean(qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair) -> None:
    pupil, suspect = pair
    short = protecting.order(desk, suspect, pupil, ends_on=Moment("2026-01-10"))
    wrong = AllegedOffence(offence="issa", since=Moment("2026-01-01"), until=Moment("2026-01-20"))
    alleged = protecting.investigation(desk, suspect, pupil, offences=(wrong,))
    for record, told in (
        (short, ("Sexual risk order", "10 January 2025 to 10 January 2026 is less", "Not to own more than one phone")),
        (
            alleged,
            (
                "Investigation: Supplying intoxicating substances, evidential difficulties, suspect identified",
                "Is it the right offence?",
                "Recent: reported less than six months",
                "maximum 6 months; since when in force: to be checked; in force until 25 May 2016",
                NEVER_LOWERS,
            ),
        ),
        (protecting.visit(desk, suspect, pupil), ("Disruption: hotel or business visited, planned", "The Gate Hotel")),
    ):
        window = protecting.reading(screen, record)
        qtbot.addWidget(window)
        window.show()
        QApplication.processEvents()
        for text in told:
            assert text in words_of(window), text


def test_from_reading_one_its_form_is_opened(qtbot: QtBot, window: MainWindow, desk: Desk, pair: Pair) -> None:
    pupil, suspect = pair
    for record, kind in (
        (protecting.order(desk, suspect, pupil), OrderForm),
        (protecting.investigation(desk, suspect, pupil), InvestigationForm),
        (protecting.visit(desk, suspect, pupil), DisruptionForm),
    ):
        window.go(Place(CASE, suspect.id))
        case = page(window)
        assert isinstance(case, CasePage)
        case.read_record(record.id)
        button_of(dialog(window, ProtectingReading), "Change…").click()
        form = dialog(window, kind)
        assert isinstance(form, DisruptionForm | OrderForm | InvestigationForm)
        assert form.base == record
        form.reject()


def test_what_was_withdrawn_is_read_and_not_changed(qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair) -> None:
    pupil, suspect = pair
    gone = casework.withdraw(desk, protecting.order(desk, suspect, pupil), "Written in the wrong file.")
    window = protecting.reading(screen, gone)
    qtbot.addWidget(window)
    assert window.verbs() == ()


def test_nothing_that_concerns_a_restricted_child_is_opened(screen: ScreenDesk, desk: Desk, pair: Pair) -> None:
    pupil, suspect = pair
    action, order = protecting.visit(desk, suspect, pupil), protecting.order(desk, suspect, pupil)
    with desk.writing() as work:
        work.put(pupil.changed(restricted=True), pupil)
    with pytest.raises(NotFound):
        protecting_windows.disruption(screen, suspect.id, action.id)
    with pytest.raises(NotFound):
        protecting_windows.order(screen, suspect.id, order.id)
    with pytest.raises(NotFound):
        protecting_windows.investigation(screen, suspect.id, order.id)
