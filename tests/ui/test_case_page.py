"""The case page: who this is stays in view; overview, chronology and details are read, corrected and withdrawn from."""

from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.act import Announcement
from rise_desk.domain.contact import Concern
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Reference
from rise_desk.errors import NotAllowed, NotFound, Unavailable
from rise_desk.services import casework, overview, unfinished
from rise_desk.services.desk import Desk
from tests.build import colleague, note, young_person
from tests.ui.files import WORDS, maisie, written_about
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import asking, case_identity, theme, unsaved
from ui.case_page import CHRONOLOGY, DETAILS, OVERVIEW, CasePage
from ui.desk import ScreenDesk
from ui.entry_dialog import CORRECTED, CORRECTION, EntryDialog
from ui.note_form import NoteForm
from ui.person_form import PersonForm
from ui.preview import PreviewDialog
from ui.unsaved import Wish
from ui.widgets.badge import Badge, Tone
from ui.widgets.buttons import Button
from ui.withdraw import WithdrawDialog

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture(autouse=True)
def dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that a test leaves is dropped."""
    monkeypatch.setattr(unsaved, "wish", lambda *_: Wish.DROP)


@pytest.fixture
def person(desk: Desk) -> Person:
    """Maisie, with what was written about her."""
    made = maisie(desk)
    written_about(desk, made)
    return made


@pytest.fixture
def page(qtbot: QtBot, screen: ScreenDesk, person: Person) -> CasePage:
    """Her file, open."""
    made = CasePage(screen, person.id)
    show(qtbot, made, 1160, 680)
    return made


def _words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def _dialog(page: QWidget, kind: type[Dialog]) -> Dialog:
    found = [each for each in page.window().findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def _button(widget: QWidget, name: str) -> Button:
    return next(each for each in widget.findChildren(Button) if each.accessibleName().startswith(name))


def test_who_this_is_stays_in_view(page: CasePage) -> None:
    said = _words(page.strip)
    for words in ("Maisie Okafor", "known as Maz · 13 (12 March 2013) · children's home, Elm House · section 20",
                  "Lena Osei", "Tue 17 Nov, alone", "26-0001", "Overdue 3 days"):  # fmt: skip
        assert words in said
    assert page.strip.badge.text == "Open"
    assert "Do not tell family" in said.split("Do not disclose address")[0]
    assert {each.text for each in page.flags.findChildren(Badge)} == {"Sexual exploitation", "Self-harm"}
    for tab in (CHRONOLOGY, DETAILS):
        page.tabs.set_current(tab)
        assert page.strip.isVisible()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"date_of_birth": Moment("2012-01")}, "14 (born January 2012, day not known)"),
        ({"date_of_birth": Moment("2012")}, "13 or 14 (born 2012, day not known)"),
        ({"approximate_age": "14 to 16"}, "about 14 to 16"),
        ({}, "date of birth not recorded"),
        ({"date_of_birth": Moment("2012-02-03"), "known_as": "Jade Whitlock"}, "14 (3 February 2012)"),
    ],
)
def test_an_age_is_said_as_far_as_it_is_known(desk: Desk, values: dict[str, Any], said: str) -> None:
    person = young_person(desk, "Jade", "Whitlock", **values)
    assert case_identity.second_line(person, desk.practice, desk.now()) == said


def test_nothing_recorded_is_said_too(desk: Desk) -> None:
    who = case_identity.identity(desk, young_person(desk, "Jade", "Whitlock"))
    assert dict(who.facts) == {"Key worker": "Nobody yet", "Last seen": "Not recorded", "File": "26-0001"}
    assert (who.badge, who.urgent, tuple(who.warnings)) == (None, "", ())
    closed = young_person(desk, "Kian", case_spells=(life.CaseSpell(state="closed"),))
    assert case_identity.identity(desk, closed).badge == ("Closed", Tone.CLOSED)


def test_last_seen_is_what_still_stands(desk: Desk) -> None:
    person = young_person(desk)
    note(desk, concerns=(Concern(subject=person.id, seen="seen_with_others"),), happened_at="2026-11-10")
    alone = note(desk, concerns=(Concern(subject=person.id, seen="seen_alone"),), happened_at="2026-11-12")
    assert case_identity.last_seen(desk, person) == "Thu 12 Nov, alone"
    casework.withdraw(desk, alone, "wrong file")
    assert case_identity.last_seen(desk, person) == "Tue 10 Nov, with others"


def test_a_reserved_visit_is_not_told_to_everybody(desk: Desk) -> None:
    nurse = colleague(desk, "Ada Bell", grants=("health",))
    person = young_person(desk)
    seen = (Concern(subject=person.id, seen="seen_alone"),)
    note(nurse, concerns=seen, happened_at="2026-11-12", reserved="health")
    assert case_identity.last_seen(desk, person) == ""


def test_a_low_page_says_the_same_in_fewer_lines(qtbot: QtBot, qapp: QApplication, page: CasePage) -> None:
    page.resize(900, 400)
    QApplication.processEvents()
    said = _words(page.strip)
    assert "Do not tell family; Do not disclose address" in said
    assert "Sexual exploitation, Self-harm" in said
    assert not page.flags.isVisible()
    page.resize(1160, 680)
    QApplication.processEvents()
    assert page.flags.isVisible()


def test_her_own_words_come_before_the_latest(page: CasePage) -> None:
    said = _words(page.overview)
    assert "In her words" in said
    assert said.index(WORDS) < said.index("Latest") < said.index("What is due")
    assert "Review the warning: do not tell family" in said
    assert "Overdue 3 days · was due Wed 18 Nov" in said
    assert "Daniel Okafor · father · may be told: nothing" in said
    assert "Tobi Okafor, 9 or 10" in said
    assert "Jo March · social worker" in said


def test_an_empty_file_says_what_belongs_here(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    page = CasePage(screen, young_person(desk, "Jade", "Whitlock").id)
    show(qtbot, page, 1160, 680)
    assert "In their words" in _words(page.overview)
    assert "Nothing is recorded yet" in _words(page.overview)
    assert "Nothing is due." in _words(page.overview)
    page.tabs.set_current(CHRONOLOGY)
    assert page.chronology.empty.isVisible()
    page.chronology.empty.button.click()
    assert _dialog(page, NoteForm).subject == page.subject
    assert walk(page) == []


def test_many_people_are_cut_short(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    carers = tuple(life.Carer(name=f"Carer {number}") for number in range(8))
    page = CasePage(screen, young_person(desk, carers=carers).id)
    show(qtbot, page, 1160, 680)
    assert "and 2 more" in _words(page.overview)
    _button(page.overview, "Details").click()
    assert page.tabs.current() == DETAILS


def test_every_section_shows_its_gaps_and_can_be_changed(page: CasePage, desk: Desk) -> None:
    page.tabs.set_current(DETAILS)
    said = _words(page.details)
    assert "Maz O · Kettering" in said
    assert "Address withheld from: her father" in said.replace("address", "Address")
    assert "Not recorded" in said
    page.details.buttons["Legal and care"].click()
    form = _dialog(page, PersonForm)
    QApplication.processEvents()
    assert form.guide.currentItem().text() == "Legal and care"


def test_an_imported_file_says_which_list_it_is_in(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = young_person(desk, references=(Reference(source="case5", ref="V1"),))
    page = CasePage(screen, person.id)
    show(qtbot, page, 1160, 680)
    page.tabs.set_current(DETAILS)
    assert "case5: V1" in _words(page.details)


def test_a_change_is_shown_at_once_and_the_place_is_kept(qtbot: QtBot, page: CasePage, desk: Desk) -> None:
    page.tabs.set_current(DETAILS)
    QApplication.processEvents()
    bar = page.details.verticalScrollBar()
    bar.setValue(300)
    at = bar.value()
    casework.save(desk, overview.person(desk, page.subject).changed(known_as="Mai"))
    qtbot.waitUntil(lambda: "known as Mai" in page.strip.second.text())
    assert (at, bar.value()) == (300, 300)
    assert "Mai" in _words(page.details)


def test_only_news_of_this_file_are_read(qtbot: QtBot, page: CasePage, screen: ScreenDesk, desk: Desk) -> None:
    read: list[bool] = []
    usual = page.refresh
    page.refresh = lambda: read.append(True)  # type: ignore[method-assign]  # a count of the readings
    other = young_person(desk, "Jade", "Whitlock")
    QApplication.processEvents()
    assert read == []
    screen.announced.emit(Announcement(title="Changed elsewhere", subjects=frozenset(), elsewhere=True))
    assert read == [True]
    note(desk, other.id, page.subject)
    qtbot.waitUntil(lambda: len(read) == 2)
    page.hide()
    note(desk, page.subject)
    QApplication.processEvents()
    assert len(read) == 2
    page.show()
    assert len(read) == 3
    page.refresh = usual  # type: ignore[method-assign]


def test_what_stands_against_reading_is_said(page: CasePage, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> Person:
        raise Unavailable("The records can’t be reached.")

    monkeypatch.setattr(overview, "person", gone)
    for act in (page.refresh, page.change, page.print_summary):
        page.notice.close_notice()
        act()
        assert page.notice.text.text() == "The records can’t be reached."
    page.notice.close_notice()
    monkeypatch.setattr(overview, "chronology", gone)
    page.tabs.set_current(CHRONOLOGY)
    assert page.notice.isVisible()


def test_the_chronology_is_read_page_by_page(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = young_person(desk)
    for number in range(60):
        note(desk, person.id, happened_at=f"2026-{8 + number // 28:02}-{number % 28 + 1:02}", text=f"Contact {number}.")
    page = CasePage(screen, person.id)
    show(qtbot, page, 1160, 680)
    assert page.tabs.tabText(1) == "Chronology 60"
    page.tabs.set_current(CHRONOLOGY)
    model = page.chronology.timeline.model
    assert len(model.entries()) == 50
    model.fetchMore(QModelIndex())
    texts = [each.text for each in model.entries()]
    assert texts == [f"Contact {number}." for number in reversed(range(60))]
    view = page.chronology.timeline.view
    view.setCurrentIndex(model.index(len(model.items) - 1))
    view.scrollToBottom()
    QApplication.processEvents()
    at = view.verticalScrollBar().value()
    assert at > 0
    note(desk, person.id, happened_at="2026-01-01", text="Earlier.")
    qtbot.waitUntil(lambda: page.tabs.tabText(1) == "Chronology 61")
    assert len(model.entries()) >= 60
    assert view.verticalScrollBar().value() == at
    assert view.currentIndex().data().startswith("Contact note")


def test_the_chronology_is_narrowed_and_cleared(page: CasePage, desk: Desk) -> None:
    page.tabs.set_current(CHRONOLOGY)
    chronology = page.chronology
    assert chronology.filters.count.text() == "3 entries"
    chronology.filters.boxes["period"].set_value("7")
    assert chronology.filters.count.text() == "1 of 3 entries"
    assert set(chronology.filters.chips) == {"period"}
    chronology.filters.boxes["period"].set_value("between")
    assert chronology.dates.isVisible()
    chronology.since.restore("1 11 2026")
    chronology.until.restore("10 11 2026")
    texts = [each.text for each in chronology.timeline.model.entries()]
    assert texts == ["School rang: left at two.", "School rang: left at noon."]
    chronology.until.restore("31 2 2026")
    assert chronology.wrong.text() == "To must be a real date."
    assert chronology.wrong.isVisible()
    chronology.filters.clear_button.click()
    assert (chronology.dates.isVisible(), chronology.wrong.isVisible()) == (False, False)
    assert chronology.sieve() == chronology.sieve().__class__()
    chronology.filters.boxes["kind"].set_value("contact_note")
    chronology.filters.boxes["author"].set_value("Lena Osei")
    assert chronology.filters.count.text() == "3 entries"
    chronology.since.restore("1 1 2020")
    chronology.filters.set_value({"period": "between"})
    chronology.until.restore("2 1 2020")
    assert chronology.empty.isVisible()
    chronology.empty.button.click()
    assert len(chronology.timeline.model.entries()) == 3


def test_a_new_author_can_be_asked_for(qtbot: QtBot, page: CasePage, desk: Desk) -> None:
    page.tabs.set_current(CHRONOLOGY)
    ada = colleague(desk, "Ada Bell")
    note(ada, page.subject)
    page.refresh()
    box = page.chronology.filters.boxes["author"]
    assert [box.itemText(place) for place in range(1, box.count())] == ["Lena Osei", "Ada Bell"]


def test_an_entry_is_opened_by_keyboard_and_read_whole(page: CasePage) -> None:
    page.tabs.set_current(CHRONOLOGY)
    view = page.chronology.timeline.view
    view.setCurrentIndex(page.chronology.timeline.model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    dialog = _dialog(page, EntryDialog)
    assert WORDS in _words(dialog)
    assert "Tuesday 17 November 2026 at 4:00pm" in _words(dialog)
    assert walk(dialog) == []
    dialog.close_button.click()
    page.chronology._open(Id(5))
    assert not [each for each in page.window().findChildren(EntryDialog) if each.isVisible()]


def test_an_entry_is_corrected_by_a_further_one(qtbot: QtBot, page: CasePage, desk: Desk) -> None:
    _button(page.overview, "Read the entry: Home visit").click()
    _dialog(page, EntryDialog).correct_button.click()
    form = _dialog(page, NoteForm)
    form.panel.rows["text"].editor.restore("Went at five.")
    form.save()
    qtbot.waitUntil(lambda: page.tabs.tabText(1) == "Chronology 4")
    first, second = overview.chronology(desk, page.subject, limit=2)
    assert (first.record.corrects, second.corrected_by) == (second.record.id, first.record.id)
    page.read(second)
    dialog = _dialog(page, EntryDialog)
    assert CORRECTED in _words(dialog)
    assert not dialog.correct_button.isVisible()
    dialog.other_button.click()
    later = _dialog(page, EntryDialog)
    assert CORRECTION in _words(later)
    assert later.other_button.text() == "Read the earlier entry"


def test_an_entry_is_withdrawn_with_a_reason(qtbot: QtBot, page: CasePage, desk: Desk) -> None:
    found = overview.chronology(desk, page.subject, limit=1)[0]
    page.read(found)
    dialog = _dialog(page, EntryDialog)
    dialog.withdraw_button.click()
    asked = _dialog(page, WithdrawDialog)
    asked.withdraw()
    assert set(asked.summary.links) == {"why"}
    assert walk(asked) == []
    asked.summary.asked.emit("why")
    assert asked.why.editor.field_widget().hasFocus()
    asked.why.editor.restore("written into the wrong file")
    asked.withdraw_button.click()
    assert not dialog.isVisible()
    withdrawn = overview.note(desk, found.record.id).withdrawn
    assert withdrawn is not None
    assert withdrawn.why == "written into the wrong file"
    page.read(overview.entry(desk, page.subject, found.record.id))
    again = _dialog(page, EntryDialog)
    assert "Withdrawn by Lena Osei, 21 November 2026: written into the wrong file" in _words(again)
    assert not again.withdraw_button.isVisible()
    assert not again.correct_button.isVisible()


def test_a_worker_withdraws_only_their_own(qtbot: QtBot, screen: ScreenDesk, page: CasePage, desk: Desk) -> None:
    theirs = ScreenDesk(screen.clock)
    theirs.sit(colleague(desk, "Ada Bell"))
    found = overview.chronology(desk, page.subject, limit=1)[0]
    dialog = EntryDialog(theirs, found, page.chronology.reading([found]))
    show(qtbot, dialog, 780, 600)
    assert not dialog.withdraw_button.isVisible()
    asked = WithdrawDialog(theirs, found.record)
    show(qtbot, asked, 560, 400)
    asked.why.editor.restore("not mine")
    asked.withdraw()
    assert "may not withdraw" in _words(asked)
    assert asked.withdraw_button.isEnabled()
    theirs.leave()
    theirs.tasks.close()


def test_an_entry_that_is_gone_is_said(page: CasePage) -> None:
    page.read_record(Id(3))
    assert page.notice.text.text() == "That entry is not in this file."


@pytest.mark.parametrize(
    ("key", "modifier", "kind"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, PersonForm),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier, PreviewDialog),
    ],
)
def test_the_keys_people_try(
    qtbot: QtBot, page: CasePage, key: Qt.Key, modifier: Qt.KeyboardModifier, kind: type[QDialog]
) -> None:
    page.tabs.setFocus()
    QTest.keyClick(page.tabs, key, modifier)
    dialog = _dialog(page, kind)
    assert dialog.isModal()
    qtbot.waitUntil(lambda: not page.desk.tasks.busy())


def test_tabs_are_stepped_and_esc_leaves(qtbot: QtBot, page: CasePage) -> None:
    page.tabs.setFocus()
    for tab in (CHRONOLOGY, DETAILS, OVERVIEW):
        QTest.keyClick(page.tabs, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert page.tabs.current() == tab
    QTest.keyClick(
        page.tabs, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert page.tabs.current() == DETAILS
    page.tabs.set_current(OVERVIEW)
    _button(page.overview, "Whole chronology").click()
    assert page.tabs.current() == CHRONOLOGY
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page.tabs, Qt.Key.Key_Escape)


def test_unfinished_forms_are_offered_here(
    qtbot: QtBot, page: CasePage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.add()
    form = _dialog(page, NoteForm)
    form.panel.rows["text"].editor.restore("Half a sen")
    form.keep_draft()
    unfinished.keep(
        desk, NO_ID, Person.KIND, page.subject, {"panel": {"known_as": "M"}}, record=page.subject, version=1
    )
    unfinished.keep(desk, NO_ID, "elsewhere", Id(5), {})
    page.refresh()
    assert "Contact note, kept Sat 21 Nov 10:00" in _words(page.overview)
    form.hide()
    _button(page.overview, "Go on writing: Contact note").click()
    assert _dialog(page, NoteForm).panel.values()["text"] == "Half a sen"
    _dialog(page, NoteForm).hide()
    _button(page.overview, "Go on writing: Person").click()
    assert _dialog(page, PersonForm).panel.values()["known_as"] == "M"
    _dialog(page, PersonForm).hide()
    monkeypatch.setattr(asking, "confirmed", lambda *_: False)
    _button(page.overview, "Throw away: Contact note").click()
    assert len(unfinished.mine(desk)) == 3
    monkeypatch.setattr(asking, "confirmed", lambda *_: True)
    _button(page.overview, "Throw away: Contact note").click()
    assert len(unfinished.mine(desk)) == 2
    assert "Contact note, kept" not in _words(page.overview)


def test_an_unfinished_correction_of_what_is_gone_is_said(page: CasePage, desk: Desk) -> None:
    unfinished.keep(desk, NO_ID, "contact_note", page.subject, {"panel": {}, "corrects": "3"})
    page.resume(unfinished.mine(desk)[0])
    assert page.notice.isVisible()


def test_a_file_that_may_not_be_opened_or_is_not_there(screen: ScreenDesk, desk: Desk) -> None:
    with pytest.raises(NotFound):
        CasePage(screen, Id(4))
    assert issubclass(NotAllowed, Exception)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_tab_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, person: Person, scale: float, *, dark: bool
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    page = CasePage(screen, person.id)
    show(qtbot, page, 1162 if scale == 1.0 else 1040, 700)
    for tab in (OVERVIEW, CHRONOLOGY, DETAILS):
        page.tabs.set_current(tab)
        assert walk(page) == []
