"""Preparing, serving and reviewing a notice, and logging a breach: what is asked, explained, kept and saved."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.breach import Breach
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.services import casework, finding, overview, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui import noticed
from tests.ui.files import words_of
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import asking, theme
from ui.desk import ScreenDesk
from ui.main_window import MainWindow
from ui.notice_after import BreachForm, ReviewForm
from ui.notice_episodes import EpisodeChoice
from ui.notice_form import NoticeForm
from ui.notice_people import PairField
from ui.notice_windows import NOT_SERVED, SERVED
from ui.record_form import RecordForm
from ui.resuming import window_of
from ui.serve_form import NO_PLAN, WHEN, ServeForm

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
Kind = TypeVar("Kind", bound=Record)
Form = TypeVar("Form", bound=RecordForm)
Asked = list[tuple[str, str]]


@pytest.fixture
def pike(desk: Desk) -> Person:
    """Darren Pike, of concern."""
    return noticed.pike(desk)


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], Asked]:
    """Answers the question about the safety plan, and tells what was asked."""

    def answers(wish: bool) -> Asked:
        asked: Asked = []

        def said(_form: object, text: str, verb: str) -> bool:
            asked.append((text, verb))
            return wish

        monkeypatch.setattr(asking, "confirmed", said)
        return asked

    return answers


def _shown(qtbot: QtBot, form: Form) -> Form:
    show(qtbot, form, 920, 700)
    return form


def _held(desk: Desk, child: Person, kind: type[Kind]) -> list[Kind]:
    file = overview.case_file(desk, child.id, Sieve(kinds=(kind.KIND,)))
    return list(file.of(kind))


def _saved(qtbot: QtBot, form: RecordForm) -> Record:
    with qtbot.waitSignal(form.saved) as heard:
        form.save()
    assert heard.args is not None
    record: Record = heard.args[0]
    return record


def _draft(form: RecordForm, desk: Desk) -> unfinished.Draft:
    form.drafting.keep()
    return unfinished.mine(desk)[0]


def test_a_notice_is_prepared_from_the_childs_file_with_the_adult_searched_for(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    form = _shown(qtbot, NoticeForm(screen, person.id))
    assert form.child.value() == person.id
    assert form.panel.rows["adult"].value() == 0
    form.panel.rows["adult"].editor.set_value(pike.id)
    form.law.set_value("s2")
    form.panel.rows["grounds"].editor.set_value("Seen with her in his car three times.")
    made = _saved(qtbot, form)
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
    form = _shown(qtbot, NoticeForm(screen, pike.id))
    assert (form.child.value(), form.panel.rows["adult"].value()) == (0, pike.id)
    assert "Choose the child" in words_of(form.law)
    form.child.set_value(person.id)
    assert "Section 2: may be used" in form.law.explained.told


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
    form = _shown(qtbot, NoticeForm(screen, person.id))
    form.panel.rows["adult"].editor.set_value(pike.id)
    form.save()
    qtbot.waitUntil(lambda: bool(form.panel.rows["law"].problem))
    assert _held(screen.at, person, Notice) == []


def test_a_prepared_notice_is_gone_on_with_as_it_was_left(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    form = _shown(qtbot, NoticeForm(screen, person.id))
    form.panel.rows["adult"].editor.set_value(pike.id)
    form.law.set_value("s49")
    form.panel.rows["issued_on"].editor.restore("31 Febr")
    draft = _draft(form, desk)
    again = window_of(screen, draft)
    assert isinstance(again, NoticeForm)
    assert (again.child.value(), again.panel.rows["adult"].value()) == (person.id, pike.id)
    assert again.law.value() == "s49"
    assert again.panel.rows["issued_on"].editor.typed() == "31 Febr"
    again.close()


def test_service_is_asked_for_and_no_date_is_filled_in(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    form = _shown(qtbot, ServeForm(screen, noticed.prepared(desk, person, pike, safety_plan="Aunt stays with her.")))
    assert "Darren Pike is warned away from Maisie Okafor, under section 2" in words_of(form)
    assert form.panel.rows["served_at"].value() == ""
    form.save()
    assert form.panel.rows["served_at"].problem == WHEN
    form.panel.rows["served_at"].editor.restore("20 November 2026 18:40")
    form.panel.rows["acknowledged"].editor.set_value("refused")
    form.panel.rows["acknowledged_age"].editor.set_value("told that she is 13")
    made = _saved(qtbot, form)
    assert isinstance(made, Notice)
    assert made.settled
    assert (made.served_at, made.acknowledged) == ("2026-11-20T18:40+00:00", "refused")
    assert made.acknowledged_age == "told that she is 13"


def test_without_a_safety_plan_it_is_asked_once_and_never_blocked(
    qtbot: QtBot,
    screen: ScreenDesk,
    desk: Desk,
    person: Person,
    pike: Person,
    answered: Callable[[bool], Asked],
) -> None:
    form = _shown(qtbot, ServeForm(screen, noticed.prepared(desk, person, pike)))
    asked = answered(False)
    form.panel.rows["served_at"].editor.restore("tomorrow 9:00")
    form.save()
    assert asked == []
    form.panel.rows["served_at"].editor.restore("20 November 2026 18:40")
    form.save()
    assert [text for text, _verb in asked] == [NO_PLAN]
    assert not _held(desk, person, Notice)[0].settled
    answered(True)
    made = _saved(qtbot, form)
    assert isinstance(made, Notice)
    assert made.settled


def test_an_unfinished_service_is_gone_on_with_until_somebody_else_served_it(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.prepared(desk, person, pike, safety_plan="Aunt stays with her.")
    form = _shown(qtbot, ServeForm(screen, held))
    form.panel.rows["served_by"].editor.set_value("PC 1142 Rowe")
    draft = _draft(form, desk)
    again = window_of(screen, draft)
    assert isinstance(again, ServeForm)
    assert again.panel.rows["served_by"].value() == "PC 1142 Rowe"
    again.close()
    casework.save(desk, held.changed(served_at=Moment("2026-11-20")))
    left = window_of(screen, draft)
    assert not isinstance(left, RecordForm)
    assert SERVED in words_of(left)


def test_a_served_notice_is_put_right_by_a_further_entry(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.served(desk, person, pike)
    form = _shown(qtbot, NoticeForm(screen, person.id, corrects=held))
    assert form.panel.rows["served_by"].value() == "PC 1142 Rowe"
    form.panel.rows["served_by"].editor.set_value("PC 1412 Rowe")
    again = window_of(screen, _draft(form, desk))
    assert isinstance(again, NoticeForm)
    assert again.panel.rows["served_by"].value() == "PC 1412 Rowe"
    again.close()
    made = _saved(qtbot, form)
    assert isinstance(made, Notice)
    assert (made.corrects, made.served_by, made.child) == (held.id, "PC 1412 Rowe", person.id)


def test_a_review_says_whether_it_stands(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.served(desk, person, pike)
    form = _shown(qtbot, ReviewForm(screen, held))
    assert "In force · lapses on 12 March 2029, the 16th birthday" in words_of(form)
    form.panel.rows["reviewed_at"].editor.restore("20 November 2026")
    form.panel.rows["decision"].editor.set_value("withdrawn")
    form.save()
    qtbot.waitUntil(lambda: bool(form.panel.rows["why"].problem))
    form.panel.rows["why"].editor.set_value("The family has moved away.")
    again = window_of(screen, _draft(form, desk))
    assert isinstance(again, ReviewForm)
    assert again.panel.rows["decision"].value() == "withdrawn"
    again.close()
    made = _saved(qtbot, form)
    assert isinstance(made, NoticeReview)
    assert (made.notice, made.child, made.adult, made.decision) == (held.id, person.id, pike.id, "withdrawn")
    corrected = _shown(qtbot, ReviewForm(screen, held, corrects=made))
    assert corrected.panel.rows["why"].value() == "The family has moved away."
    corrected.panel.rows["why"].editor.set_value("The family has moved to Leeds.")
    again = window_of(screen, _draft(corrected, desk))
    assert isinstance(again, ReviewForm)
    assert again.corrects is not None
    again.close()
    assert _saved(qtbot, corrected).corrects == made.id


def test_a_breach_is_linked_to_an_episode_around_that_day(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.served(desk, person, pike)
    near = build.episode(desk, person.id, "2026-11-14T22:00+00:00", "2026-11-15T07:00+00:00")
    far = build.episode(desk, person.id, "2026-10-20T22:00+00:00", "2026-10-21T07:00+00:00")
    form = _shown(qtbot, BreachForm(screen, held))
    choice = form.panel.rows["episode"].widget
    assert isinstance(choice, EpisodeChoice)
    assert {str(near.id), str(far.id)} < set(choice.row.buttons)
    form.panel.rows["happened_at"].editor.restore("15 November 2026")
    assert set(choice.row.buttons) == {"", str(near.id)}
    choice.set_value(near.id)
    form.panel.rows["what"].editor.set_value("She was found in his flat.")
    again = window_of(screen, _draft(form, desk))
    assert isinstance(again, BreachForm)
    assert again.panel.rows["episode"].value() == near.id
    again.close()
    made = _saved(qtbot, form)
    assert isinstance(made, Breach)
    assert (made.notice, made.child, made.adult, made.episode) == (held.id, person.id, pike.id, near.id)
    wrong = BreachForm(screen, held, corrects=made)
    assert wrong.panel.rows["episode"].value() == near.id
    wrong.panel.rows["happened_at"].editor.restore("20 October 2026")
    other = wrong.panel.rows["episode"].widget
    assert isinstance(other, EpisodeChoice)
    assert set(other.row.buttons) == {"", str(near.id), str(far.id)}
    assert other.value() == near.id
    again = window_of(screen, _draft(wrong, desk))
    assert isinstance(again, BreachForm)
    assert again.corrects is not None
    again.close()
    wrong.close()


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
