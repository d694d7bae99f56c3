"""Preparing, serving and reviewing a notice, and logging a breach: what is asked, explained, kept and saved."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import Person
from rise_desk.services import casework, finding, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui import noticed
from tests.ui.files import words_of
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.main_window import MainWindow
from ui.notice_form import NoticeForm
from ui.notice_people import PairField
from ui.notice_windows import NOT_SERVED, SERVED
from ui.resuming import window_of

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
Asked = list[tuple[str, str]]


def test_a_notice_is_prepared_from_the_childs_file_with_the_adult_searched_for(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    form = noticed.opened(qtbot, NoticeForm(screen, person.id))
    assert form.child.value() == person.id
    assert form.panel.rows["adult"].value() == 0
    form.panel.rows["adult"].editor.set_value(pike.id)
    form.law.set_value("s2")
    form.panel.rows["grounds"].editor.set_value("Seen with her in his car three times.")
    made = noticed.saved(qtbot, form)
    assert isinstance(made, Notice)
    assert (made.child, made.adult, made.law, made.grounds) == (
        person.id,
        pike.id,
        "s2",
        "Seen with her in his car three times.",
    )
    assert (made.issued_on, made.served_at, made.review_on) == ("", "", "")


def test_begun_in_the_adults_file_it_lacks_the_child(
    qtbot: QtBot, screen: ScreenDesk, person: Person, pike: Person
) -> None:
    form = noticed.opened(qtbot, NoticeForm(screen, pike.id))
    assert (form.child.value(), form.panel.rows["adult"].value()) == (0, pike.id)
    assert "Choose the child" in words_of(form.law)
    form.child.set_value(person.id)
    assert "Section 2: may be used" in form.law.explained.told


@pytest.mark.parametrize(("born", "as_child"), [("2009-11-21", True), ("2008-11-21", False), ("", True)])
def test_somebody_in_both_roles_is_the_child_as_long_as_they_are_one(
    screen: ScreenDesk, desk: Desk, born: str, as_child: bool
) -> None:
    roles = (life.DatedRole(role="at_risk"), life.DatedRole(role="of_concern"))
    both = build.young_person(desk, "Jade", roles=roles, date_of_birth=Moment(born))
    form = NoticeForm(screen, both.id)
    assert (form.child.value() == both.id) is as_child
    assert (form.panel.rows["adult"].value() == both.id) is not as_child
    form.close()


def test_somebody_elses_change_to_a_prepared_notice_is_never_overwritten(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, ada: Desk, person: Person, pike: Person
) -> None:
    held = noticed.prepared(desk, person, pike)
    form = noticed.opened(qtbot, NoticeForm(screen, person.id, held))
    form.panel.rows["grounds"].editor.set_value("He gave her a phone.")
    casework.save(ada, held.changed(authorised_by="Inspector Shah"))
    form.save()
    qtbot.waitUntil(lambda: not screen.tasks.busy())
    assert "Ada Bell" in words_of(form)
    assert noticed.held(desk, person, Notice)[0].grounds == "Seen with her in his car three times."
    assert form.panel.rows["grounds"].value() == "He gave her a phone."


def test_only_children_are_offered_as_the_child_and_adults_of_concern_as_the_adult(
    screen: ScreenDesk, person: Person, pike: Person
) -> None:
    form = NoticeForm(screen, person.id)
    adult = form.panel.rows["adult"].widget
    assert isinstance(adult, PairField)
    hits = {each.subject: each for each in (*finding.people(screen.at, "Pike"), *finding.people(screen.at, "Okafor"))}
    assert form.child.told(hits[pike.id]) is None
    assert form.child.told(hits[person.id]) is not None
    assert adult.told(hits[person.id]) is None
    told = adult.told(hits[pike.id])
    assert told is not None
    assert told.title == "Darren Pike, 35"
    form.close()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("section_20", "Section 49: can’t be used"),
        ("care_order", "Section 49: may be used"),
        ("looked_after_basis_not_known", "Section 49: not known"),
    ],
)
def test_what_the_law_allows_is_explained_as_the_child_is_chosen(
    screen: ScreenDesk, desk: Desk, status: str, words: str
) -> None:
    child = build.young_person(
        desk,
        "Jade",
        date_of_birth=Moment("2012-02-03"),
        legal_spells=(life.LegalSpell(status=status, since=Moment("2025-01-01")),),
    )
    form = NoticeForm(screen, child.id)
    assert words in form.law.explained.told
    assert "Section 2: may be used" in form.law.explained.told
    assert all(each.accessibleDescription() == form.law.explained.told for each in form.law.row.buttons.values())
    form.close()


def test_the_explanation_follows_the_day_it_was_issued(screen: ScreenDesk, desk: Desk, person: Person) -> None:
    form = NoticeForm(screen, person.id)
    assert "Section 2: may be used" in form.law.explained.told
    form.panel.rows["issued_on"].editor.restore("12 March 2029")
    assert "Section 2: can’t be used" in form.law.explained.told
    form.panel.rows["issued_on"].editor.restore("11 March 2029")
    assert "Section 2: may be used" in form.law.explained.told
    form.panel.rows["issued_on"].editor.restore("no day at all")
    assert "Section 2: may be used" in form.law.explained.told
    form.close()


def test_a_law_is_never_chosen_for_anybody(qtbot: QtBot, screen: ScreenDesk, person: Person, pike: Person) -> None:
    form = noticed.opened(qtbot, NoticeForm(screen, person.id))
    form.save()
    assert form.panel.rows["adult"].problem == "Choose the adult it warns."
    form.panel.rows["adult"].editor.set_value(pike.id)
    form.save()
    assert form.panel.rows["law"].problem == "Choose the law it rests on."
    assert noticed.held(screen.at, person, Notice) == []


def test_a_prepared_notice_is_gone_on_with_as_it_was_left(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    form = noticed.opened(qtbot, NoticeForm(screen, person.id))
    form.panel.rows["adult"].editor.set_value(pike.id)
    form.law.set_value("s49")
    form.panel.rows["issued_on"].editor.restore("31 Febr")
    draft = noticed.drafted(form, desk)
    again = window_of(screen, draft)
    assert isinstance(again, NoticeForm)
    assert (again.child.value(), again.panel.rows["adult"].value()) == (person.id, pike.id)
    assert again.law.value() == "s49"
    assert again.panel.rows["issued_on"].editor.typed() == "31 Febr"
    again.close()


def test_a_served_notice_is_put_right_by_a_further_entry(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.served(desk, person, pike)
    form = noticed.opened(qtbot, NoticeForm(screen, person.id, corrects=held))
    assert form.panel.rows["served_by"].value() == "PC 1142 Rowe"
    form.panel.rows["served_by"].editor.set_value("PC 1412 Rowe")
    again = window_of(screen, noticed.drafted(form, desk))
    assert isinstance(again, NoticeForm)
    assert again.panel.rows["served_by"].value() == "PC 1412 Rowe"
    again.close()
    made = noticed.saved(qtbot, form)
    assert isinstance(made, Notice)
    assert (made.corrects, made.served_by, made.child) == (held.id, "PC 1412 Rowe", person.id)


def test_what_may_not_be_opened_says_why(
    window: MainWindow, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    prepared = noticed.prepared(desk, person, pike)
    said: list[str] = []
    window.forms.failed.connect(said.append)
    window.forms.protecting.breach(prepared.id)
    window.forms.protecting.notice_review(prepared.id)
    assert said == [NOT_SERVED, NOT_SERVED]
    other = noticed.served(desk, person, build.adult(desk, "Lee", "Marsh"))
    window.forms.protecting.notice(person.id, other.id)
    window.forms.protecting.serve(other.id)
    assert said[2:] == [SERVED, SERVED]
    window.forms.protecting.breach(person.id)
    assert said[4:] == [unfinished.GONE]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_each_form_can_be_walked_in_both_looks_and_sizes(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, person: Person, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    for make in noticed.WINDOWS.values():
        form = make(screen, build.young_person(screen.at, "Kay", "Doe", date_of_birth=Moment("2013-03-12")))
        show(qtbot, form, 1320, 720)
        assert walk(form) == []
        form.hide()
