"""The forms of disruption, orders and investigations: what they begin with, ask, tell, keep and refuse."""

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.disruption import IMMIGRATION, WHY_IMMIGRATION, DisruptionAction
from rise_desk.domain.investigation import AllegedOffence, Investigation
from rise_desk.domain.moments import Moment
from rise_desk.domain.order import Order, Prohibition
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.services.desk import Desk
from tests import build
from tests.ui import protecting
from tests.ui.files import type_in, words_of
from tests.ui.screen import show
from tests.ui.walk import spoken_name
from ui.desk import ScreenDesk
from ui.disruption_form import DisruptionForm
from ui.investigation_form import InvestigationForm
from ui.named_parts import NamedSubjects
from ui.named_people import NamedPeople
from ui.order_form import OrderForm
from ui.people_box import PeopleBox
from ui.records.disruption_fields import MANAGERS_ROUTE
from ui.records.investigation_fields import BOTH_PLACES, NEVER_LOWERS
from ui.widgets.answers import HIT
from ui.widgets.choice import ChoiceField

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
FormType = TypeVar("FormType", DisruptionForm, OrderForm, InvestigationForm)
Pair = tuple[Person, Person]


@pytest.fixture
def pair(desk: Desk) -> Pair:
    """The pupil and the suspect of the published case."""
    return protecting.northants(desk)


def shown(qtbot: QtBot, form: FormType) -> FormType:
    """A form in view."""
    show(qtbot, form, 900, 760)
    return form


def saved(qtbot: QtBot, form: DisruptionForm | OrderForm | InvestigationForm) -> Record:
    """What a form saves."""
    with qtbot.waitSignal(form.saved) as told:
        form.save()
    record = told.args[0]
    assert isinstance(record, Record)
    return record


def answers(search: PeopleBox, text: str) -> list[object]:
    """Whose files a box offers for a text."""
    search.setText(text)
    search.ask(text)
    popup = search.answers
    assert popup is not None
    return [popup.list.item(place).data(HIT).key for place in range(popup.list.count())]


def choose(form: QDialog, **values: str) -> None:
    """Choose words of lists, and answers."""
    assert isinstance(form, DisruptionForm | OrderForm | InvestigationForm)
    for name, value in values.items():
        form.panel.rows[name].editor.set_value(value)


def test_a_new_action_about_an_adult_is_aimed_at_them_and_one_for_a_child_protects_them(
    qtbot: QtBot, screen: ScreenDesk, pair: Pair
) -> None:
    pupil, suspect = pair
    form = shown(qtbot, DisruptionForm(screen, suspect.id))
    assert form.named == "New disruption action: Suspect Northants"
    targets, children = form.panel.rows["targets"].widget, form.panel.rows["protects"].widget
    assert isinstance(targets, NamedSubjects)
    assert isinstance(children, NamedPeople)
    assert [each.subject for each in targets.value()] == [suspect.id]
    children.add(pupil.id)
    choose(form, tactic="search_warrant")
    type_in(form, owner="PC Hale", due_on="+1w")
    made = saved(qtbot, form)
    assert isinstance(made, DisruptionAction)
    assert (made.tactic, made.owner, made.due_on, made.status) == ("search_warrant", "PC Hale", "2026-11-28", "planned")
    assert made.involved() == ((suspect.id, "target"), (pupil.id, "protected"))
    for_her = shown(qtbot, DisruptionForm(screen, pupil.id))
    assert for_her.made().involved() == ((pupil.id, "protected"),)
    assert shown(qtbot, DisruptionForm(screen)).made().involved() == ()


def test_only_children_at_risk_are_offered_as_protected(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair
) -> None:
    pupil, suspect = pair
    form = shown(qtbot, DisruptionForm(screen, suspect.id))
    children = form.panel.rows["protects"].widget
    assert isinstance(children, NamedPeople)
    assert answers(children.search, "northants") == [pupil.id]
    children.add(pupil.id)
    assert [row.accessibleName() for row in children.removes] == ["Take out Pupil Northants · 26-0001"]
    assert answers(children.search, "northants") == []
    children.removes[0].click()
    assert children.value() == ()
    children.add("nobody")
    assert children.value() == ()


def test_what_a_visit_found_is_asked_and_kept_of_a_visit_alone(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair
) -> None:
    pupil, suspect = pair
    form = shown(qtbot, DisruptionForm(screen, suspect.id, protecting.visit(desk, suspect, pupil)))
    assert form.named == "Disruption action"
    assert form.panel.rows["spoke_to"].isVisible()
    type_in(form, spoke_to="The night manager", paid_in_cash="204, two nights")
    visit = form.made()
    assert (visit.spoke_to, visit.paid_in_cash) == ("The night manager", "204, two nights")
    choose(form, tactic="closure")
    assert not form.panel.rows["spoke_to"].isVisible()
    assert "The visit" not in words_of(form)
    assert (form.made().spoke_to, form.made().paid_in_cash, form.made().staff_briefed) == ("", "", None)


def test_the_immigration_route_is_offered_to_managers_and_says_what_it_needs(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair
) -> None:
    _pupil, suspect = pair
    form = shown(qtbot, DisruptionForm(screen, suspect.id))
    assert not form.route.isVisible()
    choose(form, tactic=IMMIGRATION)
    assert form.route.isVisible()
    assert MANAGERS_ROUTE in words_of(form)
    form.save()
    qtbot.waitUntil(lambda: form.panel.rows["what"].problem != "")
    assert form.panel.rows["what"].problem == WHY_IMMIGRATION


def test_a_worker_is_not_offered_the_immigration_route(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair
) -> None:
    _pupil, suspect = pair
    held = build.disruption(desk, suspect, tactic=IMMIGRATION, what="His visa ran out; she is British.")
    screen.sit(build.colleague(desk, "Jo Marsh"))
    offered = shown(qtbot, DisruptionForm(screen, suspect.id)).panel.rows["tactic"].widget
    assert isinstance(offered, ChoiceField)
    assert offered.findData(IMMIGRATION, 256) < 0
    read = shown(qtbot, DisruptionForm(screen, suspect.id, held))
    assert read.made().tactic == IMMIGRATION
    type_in(read, outcome="Nothing yet.")
    read.save()
    qtbot.waitUntil(lambda: bool(read.summary.links))
    assert "may not decide on the immigration route" in " ".join(
        spoken_name(each) for each in read.summary.links.values()
    )


def test_an_order_tells_its_least_length_and_asks_where_the_dates_say_less(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair
) -> None:
    pupil, suspect = pair
    form = shown(qtbot, OrderForm(screen, suspect.id))
    assert form.named == "New order: Suspect Northants"
    assert not form.least.isVisible()
    choose(form, order_type="sexual_harm_prevention_order")
    assert form.least.text() == "A sexual harm prevention order lasts at least 5 years, or until further order."
    type_in(form, made_on="1 2 2025", ends_on="1 2 2027")
    assert not form.least.isVisible()
    assert form.question.text().endswith("1 February 2025 to 1 February 2027 is less. Is it an interim order?")
    form.panel.rows["prohibitions"].editor.set_value((Prohibition(text="Not to own more than one phone"),))
    children = form.panel.rows["protects"].widget
    assert isinstance(children, NamedPeople)
    children.add(pupil.id)
    made = saved(qtbot, form)
    assert isinstance(made, Order)
    assert made.involved() == ((suspect.id, "bound"), (pupil.id, "protected"))
    assert [each.text for each in made.prohibitions] == ["Not to own more than one phone"]


def test_an_order_from_a_childs_file_protects_the_child(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair
) -> None:
    pupil, suspect = pair
    form = shown(qtbot, OrderForm(screen, pupil.id))
    assert form.made().involved() == ((Id(0), "bound"), (pupil.id, "protected"))
    form.save()
    qtbot.waitUntil(lambda: form.panel.rows["subject"].problem != "")
    held = shown(qtbot, OrderForm(screen, suspect.id, protecting.order(desk, suspect, pupil)))
    assert held.named == "Order"
    assert held.over()[1] == 1


def test_an_investigation_tells_whether_it_was_recent_and_asks_about_offences_of_another_time(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair
) -> None:
    pupil, suspect = pair
    form = shown(qtbot, InvestigationForm(screen, pupil.id))
    assert not form.recency.isVisible()
    assert BOTH_PLACES in words_of(form)
    assert NEVER_LOWERS in words_of(form)
    offences = (
        AllegedOffence(offence="soa_s9", since=Moment("2025-01"), until=Moment("2025-03-01")),
        AllegedOffence(offence="soa_s59a", since=Moment("2025-01-01"), until=Moment("2025-03-01")),
    )
    type_in(form, reported_on="21 11 2026")
    form.panel.rows["offences"].editor.set_value(offences)
    told = form.recency.text().splitlines()
    assert told[0] == "Non-recent: reported six months or more after the last date of the offence."
    assert told[1] == "s9 child under 16: maximum 14 years; since when in force: to be checked."
    assert form.question.text().startswith("s59A trafficking was in force from 6 April 2013 to 30 July 2015")
    suspects = form.panel.rows["suspects"].widget
    assert isinstance(suspects, NamedPeople)
    assert answers(suspects.search, "suspect") == [suspect.id]
    suspects.add(suspect.id)
    made = saved(qtbot, form)
    assert isinstance(made, Investigation)
    assert made.involved() == ((pupil.id, "harmed"), (suspect.id, "alleged"))
    against = shown(qtbot, InvestigationForm(screen, suspect.id))
    assert against.made().involved() == ((suspect.id, "alleged"),)
    assert shown(qtbot, InvestigationForm(screen)).made().involved() == ()


def test_while_a_date_cannot_be_read_nothing_new_is_told(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair
) -> None:
    pupil, suspect = pair
    form = shown(qtbot, InvestigationForm(screen, pupil.id, protecting.investigation(desk, suspect, pupil)))
    assert form.recency.text().startswith("Recent: reported less than six months after")
    type_in(form, reported_on="the day before")
    before = form.recency.text()
    form.panel.rows["offences"].editor.set_value(())
    assert form.recency.text() == before
