"""People and links on a file: what they are, who says so, how sure, and what can be done with one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.access import NAMELESS
from rise_desk.domain.disruption import Target
from rise_desk.domain.moments import Moment
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.person import Person
from rise_desk.errors import NotFound
from rise_desk.services import casework, overview
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import button_of, words_of
from tests.ui.open_window import dialog, page
from tests.ui.walk import walk
from ui import link_windows, theme
from ui.around_pages import NETWORK
from ui.case_links import CaseLinks
from ui.case_page import CasePage
from ui.case_tabs import LINKS, OVERVIEW
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.link_form import LinkForm
from ui.link_list import AROUND, HARM, THINGS
from ui.main_window import CASE, MainWindow
from ui.pages import Place
from ui.question_form import QuestionForm
from ui.withdraw import WithdrawDialog

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]


@pytest.fixture
def adult(desk: Desk) -> Person:
    """Somebody of concern."""
    return build.adult(desk)


def opened(window: MainWindow, person: Person) -> CaseLinks:
    """The links of somebody's file, in the window."""
    window.go(Place(CASE, person.id))
    shown = page(window)
    assert isinstance(shown, CasePage)
    shown.tabs.set_current(LINKS)
    made = shown.further.at(LINKS)
    assert isinstance(made, CaseLinks)
    return made


def told(made: CaseLinks, group: str) -> list[str]:
    """The rows of one list, in a line each."""
    table = made.links.tables[group]
    return [" | ".join(column.of(row).spoken() for column in table.columns) for row in table.model.rows]


def test_links_stand_under_what_they_are_with_who_says_so(
    window: MainWindow, desk: Desk, person: Person, adult: Person
) -> None:
    """Harm is alleged; how sure is said in words; the count stands on the tab."""
    friend = build.young_person(desk, "Ana", "Reyes")
    build.link(desk, adult, "exploited", person, since="2026-05", confidence="probable", said_by="Ana Reyes")
    build.link(desk, person, "friend", friend, confidence="confirmed")
    build.link(desk, person, "uses", build.phone(desk))
    made = opened(window, person)
    (harm,) = told(made, HARM)
    assert harm.startswith(
        "Was exploited by · alleged | Darren Pike · of concern | probable | Since May 2026 | Ana Reyes"
    )
    assert told(made, AROUND)[0].startswith("Friend | Ana Reyes · young person | confirmed | Not recorded")
    assert "07700 900123 · phone | confidence not recorded" in told(made, THINGS)[0]


def test_what_is_noted_of_a_link_is_a_sentence_of_its_own(
    window: MainWindow, desk: Desk, person: Person, adult: Person
) -> None:
    link = build.link(desk, adult, "groomed", person)
    casework.save(desk, link.changed(confidence="probable", said_by="Ana", note="Named as “D”."))
    page = opened(window, person).window().findChild(CasePage)
    assert isinstance(page, CasePage)
    page.tabs.set_current(OVERVIEW)
    QApplication.processEvents()
    assert "probable · Ana. Named as “D”." in words_of(page.overview)


def test_a_link_that_is_long_past_says_so(window: MainWindow, desk: Desk, person: Person) -> None:
    """An ended one is told as such."""
    friend = build.young_person(desk, "Ana", "Reyes")
    build.link(desk, person, "friend", friend, since="2024-01", until=Moment("2024-06"))
    assert "some time ago" in told(opened(window, person), AROUND)[0]


def test_a_restricted_file_has_no_row_and_no_count(
    window: MainWindow, desk: Desk, person: Person, adult: Person
) -> None:
    """Not even as somebody."""
    build.link(desk, adult, "exploited", person)
    with desk.writing() as work:
        work.put(person.changed(restricted=True), person)
    made = opened(window, adult)
    assert not any(table.model.rows for table in made.links.tables.values())
    assert not made.links.empty.isHidden()
    assert NAMELESS not in words_of(made)


def test_a_link_is_added_changed_and_withdrawn_from_here(
    qtbot: QtBot, window: MainWindow, desk: Desk, person: Person, adult: Person
) -> None:
    """Each from the keyboard or the menu of its row."""
    build.link(desk, adult, "groomed", person)
    made = opened(window, person)
    QTest.keyClick(made.links, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    form = dialog(window, LinkForm)
    form.close()
    table = made.links.tables[HARM]
    row = table.model.rows[0]
    verbs = {each.text: each for each in table.verbs}
    verbs["Change the link…"].act(row)
    changing = [each for each in window.findChildren(LinkForm) if each.isVisible() and each.base is not None]
    assert changing[0].told.text() == f"Darren Pike groomed {person.name}"
    changing[0].close()
    verbs["Withdraw the link…"].act(row)
    withdrawing = dialog(window, WithdrawDialog)
    assert isinstance(withdrawing, WithdrawDialog)
    withdrawing.why.editor.set_value("Said of somebody else.")
    with qtbot.waitSignal(withdrawing.withdrawn):
        withdrawing.withdraw()
    qtbot.waitUntil(lambda: not made.links.told)


def test_enter_goes_to_the_other_end(window: MainWindow, desk: Desk, person: Person, adult: Person) -> None:
    """And its file has the same link, read from there."""
    build.link(desk, adult, "groomed", person)
    made = opened(window, person)
    view = made.links.tables[HARM].view
    view.setFocus()
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.pages.place == Place(CASE, adult.id)
    assert told(opened(window, adult), HARM)[0].startswith(f"Groomed · alleged | {person.name}")


def test_one_button_shows_the_network(window: MainWindow, desk: Desk, person: Person, adult: Person) -> None:
    """Around whom the file is."""
    build.link(desk, adult, "groomed", person)
    opened(window, person).links.network_button.click()
    assert window.pages.place == Place(NETWORK, person.id)


def test_only_what_it_says_is_opened_by_its_number(screen: ScreenDesk, desk: Desk, person: Person) -> None:
    """A link that is a note, or the other way round, is not on file."""
    note = build.note(desk, person.id)
    for window_of in (link_windows.link, link_windows.question):
        with pytest.raises(NotFound):
            window_of(screen, person.id, note.id)


def test_where_a_link_comes_from_is_read(window: MainWindow, desk: Desk, person: Person, adult: Person) -> None:
    """The entry opens; a link without one says so."""
    note = build.note(desk, person.id, text="She told us.")
    build.link(desk, adult, "groomed", person, said_in=note.id)
    build.link(desk, adult, "exploited", person)
    made = opened(window, person)
    verb = made.links.tables[HARM].verbs[-1]
    said: list[str] = []
    made.said.connect(said.append)
    rows = {row.link.link_type: row for row in made.links.told}
    verb.act(rows["exploited"])
    assert said == ["No record is named that this link comes from."]
    verb.act(rows["groomed"])
    assert "She told us." in words_of(dialog(window, EntryDialog))


def test_the_same_phone_elsewhere_is_said_with_its_count(window: MainWindow, desk: Desk, person: Person) -> None:
    """And leads there."""
    number = (life.ContactNumber(number="07700 900123"),)
    casework.save(desk, overview.person(desk, person.id).changed(contact_numbers=number))
    phone = build.phone(desk)
    made = opened(window, person)
    assert "also in 1 record" in words_of(made.hits)
    assert not made.hits.isHidden()
    assert button_of(made.hits, f"{phone.name}, on file").isEnabled()


def test_questions_are_asked_and_answered_here(
    qtbot: QtBot, window: MainWindow, desk: Desk, person: Person, adult: Person
) -> None:
    """The late one first and loud; its answer stays to be read."""
    about = (Target(subject=person.id), Target(subject=adult.id))
    held = casework.save(
        desk,
        OpenQuestion(id=desk.clock.new_id(), about=about, question="Who drives the Audi?", due_on=Moment("2026-11-20")),
    )
    made = opened(window, person)
    assert "was due Fri 20 Nov" in words_of(made.questions)
    assert "also about Darren Pike" in words_of(made.questions)
    button_of(made.questions, "Answer: Who drives the Audi?").click()
    form = dialog(window, QuestionForm)
    assert isinstance(form, QuestionForm)
    form.panel.rows["answer"].editor.set_value("His brother.")
    with qtbot.waitSignal(form.saved):
        form.save()
    qtbot.waitUntil(lambda: "His brother." in words_of(made.questions))
    assert "No question is open." in words_of(made.questions)
    answered = overview.entry(desk, person.id, held.id).record
    assert isinstance(answered, OpenQuestion)
    assert not answered.is_open


def test_older_answers_are_shown_when_asked_for(qtbot: QtBot, window: MainWindow, desk: Desk, person: Person) -> None:
    """Three at first."""
    for number in range(5):
        made = OpenQuestion(
            id=desk.clock.new_id(), about=(Target(subject=person.id),), question=f"Question {number}?", answer="Yes."
        )
        casework.save(desk, made)
    shown = opened(window, person).questions
    assert words_of(shown).count("Yes.") == 3
    button_of(shown, "2 more answered questions").click()
    qtbot.waitUntil(lambda: words_of(shown).count("Yes.") == 5)


def test_asking_opens_the_form(window: MainWindow, person: Person) -> None:
    """About whom the file is."""
    made = opened(window, person)
    made.questions.ask_button.click()
    form = dialog(window, QuestionForm)
    assert isinstance(form, QuestionForm)
    assert form.panel.values()["about"] == (Target(subject=person.id),)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_can_be_walked(
    qapp: QApplication, window: MainWindow, desk: Desk, person: Person, adult: Person, scale: float
) -> None:
    """Every control has a name, and nothing is cut."""
    build.link(desk, adult, "exploited", person, confidence="unconfirmed", said_by="a friend")
    made = opened(window, person)
    theme.apply(qapp, dark=scale > 1, scale=scale)
    assert walk(made) == []
    assert not made.grab().isNull()
