"""Merging in the window: the other file is found, what will happen is read, a reason given; and taken apart again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import access, life
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.errors import Unavailable
from rise_desk.services import casework, merging, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import button_of, dialog_of, words_of
from tests.ui.screen import focused, show
from tests.ui.walk import walk
from ui import case_joined, theme
from ui.case_page import CasePage
from ui.case_tabs import CHRONOLOGY, DETAILS
from ui.desk import ScreenDesk
from ui.joined_files import JoinedFiles
from ui.merge_dialog import NOBODY, NOBODY_LIKELY, MergeDialog
from ui.person_form import PersonForm
from ui.separate import SeparateDialog

WHY = "Same NHS number"


@pytest.fixture
def other(desk: Desk, person: Person) -> Person:
    """A second file of Maisie's, with an entry of its own."""
    made = Person(
        id=desk.clock.new_id(),
        given_name="Maisy",
        family_name="Okafor",
        date_of_birth=Moment("2013-03-12"),
        known_as="Mimi",
        gender="male",
        sexuality="gay_or_lesbian",
        roles=(life.DatedRole(role="of_concern"), life.DatedRole(role="at_risk")),
        allocations=(life.Allocation(worker="Tom Reid", role="key_worker"),),
    )
    saved = casework.save(desk, made, reason="Not known yet")
    build.note(desk, saved.id)
    return saved


@pytest.fixture
def dialog(qtbot: QtBot, screen: ScreenDesk, person: Person, other: Person) -> MergeDialog:
    """The window over Maisie's first file."""
    made = MergeDialog(screen, person)
    show(qtbot, made, 940, 700)
    return made


def _rows(dialog: MergeDialog) -> list[str]:
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


def _look_for(dialog: MergeDialog, text: str) -> None:
    dialog.other.editor.restore(text)
    dialog.look()


def test_the_likely_file_is_offered_and_what_will_happen_is_said(dialog: MergeDialog, other: Person) -> None:
    assert focused() is dialog.other.editor.field_widget()
    assert _rows(dialog) == [f"Maisy Okafor, 13 · file {other.file_number} · sounds alike, same date of birth"]
    assert not dialog.merge_button.isEnabled()
    dialog.list.setCurrentRow(0)
    QApplication.processEvents()
    said = words_of(dialog)
    for words in (
        "26-0001 stays the main file",
        "1 entry of 26-0002 will be read in it, 4 in all",
        "The files differ (given name, known as, gender",
        "Key worker: Lena Osei of 26-0001; Tom Reid of 26-0002 is listed too.",
        "One human being has one file",
    ):
        assert words in said
    assert walk(dialog) == []


def test_any_file_is_found_by_what_is_typed(qtbot: QtBot, dialog: MergeDialog, desk: Desk, person: Person) -> None:
    jade = build.young_person(desk, "Jade", "Whitlock")
    QTest.keyClicks(dialog.other.editor.field_widget(), "whitl")
    qtbot.waitUntil(lambda: _rows(dialog) == [f"Jade Whitlock · file {jade.file_number}"])
    _look_for(dialog, person.file_number)
    assert _rows(dialog) == [NOBODY]
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton)
    assert dialog.seen is None
    _look_for(dialog, "")
    assert len(_rows(dialog)) == 1
    dialog.list.setCurrentRow(0)
    _look_for(dialog, "maisy")
    assert dialog.merge_button.isEnabled(), "it is still among those that were found"
    _look_for(dialog, "whitl")
    assert not dialog.merge_button.isEnabled(), "nothing is merged that is not chosen any more"
    assert [each.isVisible() for each in (dialog.why, dialog.swap_button)] == [False, False]


def test_nothing_is_merged_without_a_file_and_a_reason(dialog: MergeDialog, desk: Desk, person: Person) -> None:
    dialog.merge()
    assert dialog.other.problem == "Choose the other file first."
    dialog.summary.asked.emit("other")
    dialog.list.setCurrentRow(0)
    assert dialog.other.problem == ""
    dialog.merge()
    assert dialog.why.problem == "Enter how you know that these are files of the same person."
    dialog.summary.asked.emit("reason")
    assert focused() is dialog.why.editor.field_widget()
    assert merging.ids_of(desk, person.id) == (person.id,)


def test_files_are_merged_by_keys_alone(
    qtbot: QtBot, dialog: MergeDialog, desk: Desk, person: Person, other: Person
) -> None:
    QTest.keyClick(dialog.other.editor.field_widget(), Qt.Key.Key_Down)
    assert focused() is dialog.list
    assert dialog.seen is not None
    QTest.keyClick(dialog.list, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.why.editor.field_widget(), WHY)
    with qtbot.waitSignal(dialog.merged) as merged:
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert merged.args[0].id == person.id
    assert merging.ids_of(desk, person.id) == (person.id, other.id)


def test_the_main_file_can_be_the_other_unless_that_would_close_a_case(
    dialog: MergeDialog, desk: Desk, other: Person
) -> None:
    dialog.list.setCurrentRow(0)
    dialog.swap_button.click()
    assert "make it the main file" in dialog.other.problem
    assert not dialog.seen
    dialog.swap_button.click()
    assert dialog.seen
    casework.save(desk, other.changed(case_spells=(life.CaseSpell(state="open"),)))
    dialog.swap_button.click()
    assert dialog.seen is not None
    assert dialog.seen.main.id == other.id


def test_a_file_changed_since_it_was_looked_at_is_not_merged(
    qtbot: QtBot, dialog: MergeDialog, desk: Desk, person: Person, other: Person
) -> None:
    dialog.list.setCurrentRow(0)
    casework.save(desk, other.changed(background="Somebody wrote on."))
    dialog.why.editor.restore(WHY)
    dialog.merge()
    qtbot.waitUntil(lambda: "was changed while you had it open" in " ".join(_said(dialog)))
    assert dialog.isVisible()
    dialog.choose()
    with qtbot.waitSignal(dialog.merged):
        dialog.merge()


def _said(dialog: MergeDialog) -> list[str]:
    return words_of(dialog.summary).splitlines()


def test_trouble_with_the_records_is_said(dialog: MergeDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    def unavailable(*_: object, **__: object) -> None:
        raise Unavailable("The records can’t be reached.")

    monkeypatch.setattr(merging, "candidates", unavailable)
    dialog.look()
    assert "The records can’t be reached." in _said(dialog)


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.5), (True, 2.0)])
def test_every_size_and_scheme_has_room(
    qtbot: QtBot, screen: ScreenDesk, person: Person, other: Person, qapp: QApplication, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    made = MergeDialog(screen, person)
    show(qtbot, made, 1326, 728)
    made.list.setCurrentRow(0)
    QApplication.processEvents()
    assert walk(made) == []


# On the page


@pytest.fixture
def joined(page: CasePage, desk: Desk, person: Person, other: Person) -> CasePage:
    """Her page, once both files are merged."""
    merging.merge(desk, person, other, WHY)
    page.refresh()
    return page


def test_the_page_leads_to_merging_and_shows_what_is_joined(
    qtbot: QtBot, page: CasePage, desk: Desk, other: Person
) -> None:
    assert not page.joined.isVisible()
    page.tabs.set_current(DETAILS)
    page.details.buttons["Merge"].click()
    dialog = dialog_of(page, MergeDialog)
    dialog.list.setCurrentRow(0)
    dialog.why.editor.restore(WHY)
    with qtbot.waitSignal(dialog.merged):
        dialog.merge()
    page.refresh()
    assert page.joined.text.text() == "Two files are joined here: 26-0001 and 26-0002 Maisy Okafor."
    assert page.joined.isVisible()
    page.tabs.set_current(CHRONOLOGY)
    assert page.tabs.current() == CHRONOLOGY
    assert len(page.chronology.found) == 4


def test_joined_files_are_looked_at_changed_and_separated(
    qtbot: QtBot, joined: CasePage, desk: Desk, person: Person, other: Person
) -> None:
    joined.joined.button.click()
    dialog = dialog_of(joined, JoinedFiles)
    said = words_of(dialog)
    for words in ("26-0002 Maisy Okafor", "Merged into 26-0001 by Lena Osei", "Mimi"):
        assert words in said
    assert walk(dialog) == []
    button_of(dialog, "Change what it says").click()
    form = dialog_of(joined, PersonForm)
    form.panel.rows["known_as"].editor.restore("Mim")
    with qtbot.waitSignal(form.saved):
        form.save()
    assert merging.as_filed(desk, other.id).known_as == "Mim"
    joined.joined.button.setFocus()
    joined.joined.button.click()
    again = dialog_of(joined, JoinedFiles)
    button_of(again, "Separate").click()
    asked = dialog_of(again, SeparateDialog)
    assert walk(asked) == []
    asked.separate()
    qtbot.waitUntil(lambda: asked.why.problem == "Enter why these are not files of the same person.")
    asked.summary.asked.emit("reason")
    asked.why.editor.restore("Two girls")
    with qtbot.waitSignal(asked.separated):
        asked.separate()
    assert merging.ids_of(desk, person.id) == (person.id,)
    qtbot.waitUntil(lambda: not joined.joined.isVisible())
    assert joined.window().focusWidget() is joined.tabs


def test_a_page_open_on_the_merged_file_says_where_it_went(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, other: Person
) -> None:
    unfinished.keep(desk, Person().id, ContactNote.KIND, other.id, {"panel": {"text": "Rang her"}})
    page = CasePage(screen, other.id)
    show(qtbot, page, 1160, 680)
    page.tabs.set_current(CHRONOLOGY)
    merging.merge(desk, person, other, WHY)
    page.refresh()
    assert page.notice.text.text() == (
        "File 26-0002 was merged into 26-0001 by Lena Osei on 21 November 2026. It is shown here."
    )
    assert page.subject == page.chronology.subject == person.id
    assert len(page.chronology.found) == 4
    page.tabs.set_current("overview")
    assert "Unfinished" in words_of(page.overview)
    assert CasePage(screen, other.id).subject == person.id


def test_a_worker_is_told_whom_to_ask(page: CasePage, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "may", lambda *_: False)
    page.joined.merge()
    assert page.notice.text.text() == case_joined.ASK


def test_trouble_is_said_on_the_page_and_in_the_windows(
    qtbot: QtBot, joined: CasePage, screen: ScreenDesk, other: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unavailable(*_: object) -> None:
        raise Unavailable("The records can’t be reached.")

    asked = SeparateDialog(screen, other)
    qtbot.addWidget(asked)
    asked.show()
    asked.why.editor.restore("Two girls")
    asked.separate()
    qtbot.waitUntil(lambda: "26-0002 is not merged" in words_of(asked))
    monkeypatch.setattr(merging, "whole", unavailable)
    monkeypatch.setattr(merging, "as_filed", unavailable)
    joined.joined.merge()
    assert joined.notice.text.text() == "The records can’t be reached."
    joined.notice.say("")
    joined.joined._change(other.id)
    assert joined.notice.text.text() == "The records can’t be reached."
    files = JoinedFiles(screen, other.id)
    qtbot.addWidget(files)
    files.show()
    assert "The records can’t be reached." in words_of(files)


def test_where_nobody_is_likely_it_says_how_to_find_somebody(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    dialog = MergeDialog(screen, build.young_person(desk, "Jade", "Whitlock"))
    show(qtbot, dialog, 940, 700)
    assert _rows(dialog) == [NOBODY_LIKELY]
