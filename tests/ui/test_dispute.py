"""Two people, one record: three versions of each field, a choice where both changed it, and nothing of anybody lost."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.comparing import Choice
from rise_desk.domain.person import Person
from rise_desk.errors import Conflict, Unavailable
from rise_desk.services import casework, merging, overview, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import Answer, maisie, open_form, type_in, words_of
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.conflict import EXPLAINED, NO_DIFFERENCE, ONLY_MINE, ONLY_THEIRS, ConflictDialog
from ui.desk import ScreenDesk
from ui.leftover import NOTHING, Leftover
from ui.note_form import NoteForm
from ui.person_form import PersonForm
from ui.record_form import RecordForm
from ui.unsaved import Wish

pytestmark = pytest.mark.usefixtures("answer")


@pytest.fixture
def amir(desk: Desk) -> Desk:
    """A colleague in another program."""
    return build.colleague(desk, "Amir Khan")


def _second(qtbot: QtBot, screen: ScreenDesk, amir: Desk, person: Person, theirs: Any, **mine: Any) -> PersonForm:
    """The form of the second to save, after somebody else did."""
    form = open_form(qtbot, PersonForm(screen, person))
    type_in(form, **mine)
    casework.save(amir, overview.person(amir, person.id).changed(**theirs))
    form.save()
    assert form.isVisible()
    return form


def _compared(form: RecordForm) -> ConflictDialog:
    form.dispute.show_button.click()
    QApplication.processEvents()
    return next(each for each in form.findChildren(ConflictDialog) if each.isVisible())


def _leftover(form: RecordForm) -> Leftover:
    return next(each for each in form.findChildren(Leftover) if each.isVisible())


def test_the_second_to_save_sees_three_versions_and_chooses(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, amir: Desk
) -> None:
    person = maisie(desk)
    theirs = {"known_as": "Theirs", "gender": "male", "placing_authority": "Leeds", "background": "Theirs."}
    form = _second(qtbot, screen, amir, person, theirs, known_as="Mine", gender="not_recorded", host_authority="Kent")
    assert "still here" in form.summary.links["form"].text()  # type: ignore[attr-defined]  # a label
    assert unfinished.mine(desk)[0].base_version == person.version
    assert form.cancel_button.text().startswith("Cancel"), "it can still be saved"
    assert form.focusWidget() is form.dispute.show_button
    dialog = _compared(form)
    said = words_of(dialog)
    for words in ("Amir Khan saved this", EXPLAINED, "When you opened it", "On file now · Amir Khan", "What you typed"):
        assert words in said
    assert [each in said for each in ("Maz", "Theirs", "Mine", ONLY_MINE, ONLY_THEIRS)] == [True] * 5
    assert set(dialog.rows) == {"known_as", "gender"}
    assert dialog.chosen()["known_as"] is Choice.MINE
    dialog.rows["known_as"].set_value(Choice.THEIRS)
    dialog.go_on_button.click()
    values = form.panel.values()
    assert (values["known_as"], values["gender"], values["background"]) == ("Theirs", "not_recorded", "Theirs.")
    assert (values["placing_authority"], values["host_authority"]) == ("Leeds", "Kent")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    assert saved.args[0].version == person.version + 2
    assert unfinished.mine(desk) == []
    kept = [each for each in overview.earlier_states(desk, person) if isinstance(each, Person)]
    assert [each.gender for each in kept] == ["female", "male"], "what was on file and not chosen is in the history"


def test_what_was_typed_and_not_chosen_stays_until_it_is_saved(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, amir: Desk
) -> None:
    person = maisie(desk)
    form = _second(qtbot, screen, amir, person, {"known_as": "Theirs"}, known_as="Mine")
    dialog = _compared(form)
    dialog.rows["known_as"].set_value(Choice.THEIRS)
    dialog.go_on_button.click()
    (draft,) = unfinished.mine(desk)
    assert draft.typed["aside"] == {"Known as": "Mine"}
    assert draft.base_version == person.version + 1
    again = open_form(qtbot, PersonForm(screen, overview.person(desk, person.id), draft=draft))
    again.dispute.aside_button.click()
    assert _leftover(again).text.toPlainText() == "Known as\nMine"
    assert not _leftover(again).throw_button.isVisible()
    _leftover(again).copy_button.click()
    assert QGuiApplication.clipboard().text() == "Known as\nMine"
    with qtbot.waitSignal(again.saved):
        again.save()
    assert unfinished.mine(desk) == []


def test_lists_and_long_texts_begin_with_both(qtbot: QtBot, screen: ScreenDesk, desk: Desk, amir: Desk) -> None:
    person = maisie(desk)
    theirs = {"aliases": (*person.aliases, life.Alias(name="Em")), "background": f"{person.background} Theirs."}
    mine = {"aliases": [{"name": "Mimi"}], "background": f"{person.background} Mine."}
    form = _second(qtbot, screen, amir, person, theirs, **mine)
    dialog = _compared(form)
    assert {dialog.chosen()[name] for name in ("aliases", "background")} == {Choice.BOTH}
    dialog.go_on_button.click()
    values = form.panel.values()
    assert [each.name for each in values["aliases"]] == ["Em", "Mimi"], "I took ‘Maz O’ out, and that counts"
    assert values["background"] == f"{person.background} Theirs.\n\nMine."


def test_answers_of_the_front_sheet_are_joined_question_by_question(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, amir: Desk
) -> None:
    person = maisie(desk, front_sheet=())
    one, other = (
        life.FrontSheetAnswer(question=each, answer="yes") for each in ("domestic_violence", "loss_or_bereavement")
    )
    form = open_form(qtbot, PersonForm(screen, person))
    form.panel.rows["front_sheet"].editor.set_value((one,))
    casework.save(amir, person.changed(front_sheet=(other,)))
    form.save()
    _compared(form).go_on_button.click()
    assert set(form.panel.values()["front_sheet"]) == {one, other}


def test_a_third_change_is_told_like_the_second(qtbot: QtBot, screen: ScreenDesk, desk: Desk, amir: Desk) -> None:
    person = maisie(desk)
    form = _second(qtbot, screen, amir, person, {"known_as": "Second"}, known_as="Mine")
    dialog = _compared(form)
    casework.save(amir, overview.person(amir, person.id).changed(known_as="Third", gender="male"))
    dialog.go_on_button.click()
    form.save()
    again = _compared(form)
    assert "Third" in words_of(again)
    assert "Second" in words_of(again)
    again.go_on_button.click()
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    assert (saved.args[0].known_as, saved.args[0].gender) == ("Mine", "male")


def test_what_cannot_be_read_is_compared_and_kept_as_it_was_typed(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, amir: Desk
) -> None:
    person = maisie(desk)
    form = open_form(qtbot, PersonForm(screen, person))
    type_in(form, date_of_birth="31 2 2010")
    casework.save(amir, person.changed(known_as="Theirs"))
    form.dispute.begin(Conflict("Somebody saved it."))
    dialog = _compared(form)
    assert "31 2 2010" in words_of(dialog)
    dialog.go_on_button.click()
    assert form.panel.typed()["date_of_birth"] == "31 2 2010"


def test_a_draft_of_an_older_file_says_so_and_compares(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, amir: Desk
) -> None:
    person = maisie(desk)
    form = open_form(qtbot, PersonForm(screen, person))
    type_in(form, known_as="Mine")
    form.drafting.keep()
    draft = unfinished.mine(desk)[0]
    now = casework.save(amir, person.changed(known_as="Theirs"))
    again = open_form(qtbot, PersonForm(screen, now, draft=draft))
    again.dispute.tell(unfinished.fate(desk, draft).told)
    assert "Amir Khan saved this file" in words_of(again)
    assert again.dispute.show_button.isVisible()
    assert again.original().version == person.version
    again.save()
    assert overview.person(desk, person.id).known_as == "Theirs"


@pytest.mark.parametrize("merged", [True, False])
def test_a_file_that_was_withdrawn_or_merged_is_said_and_the_text_can_be_copied(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, answer: Answer, merged: bool
) -> None:
    person, main = (
        maisie(desk),
        build.young_person(desk, "Jade", "Whitlock", case_spells=(life.CaseSpell(state="open"),)),
    )
    form = open_form(qtbot, PersonForm(screen, person))
    type_in(form, background="A long text that took an hour.")
    if merged:
        merging.merge(desk, main, person, "The same child.")
    else:
        casework.withdraw(desk, person, "Opened twice.")
    form.save()
    form.dispute.show_button.click()
    leftover = _leftover(form)
    told = "joined with another one, that of Jade Whitlock" if merged else "withdrew this file on 21 November 2026"
    assert told in words_of(leftover)
    assert leftover.text.toPlainText() == "Background\nA long text that took an hour."
    leftover.close_button.click()
    asked = answer(Wish.DROP)
    type_in(form, known_as="Written on")
    assert form.cancel_button.text().startswith("Close")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert (asked, form.isVisible()) == ([], False), "to write it into the other file, this one can be left"
    assert "Written on" in unfinished.words(unfinished.mine(desk)[0])
    assert "A long text that took an hour." in unfinished.words(unfinished.mine(desk)[0])


def test_a_file_that_cannot_be_read_now_is_said(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = open_form(qtbot, PersonForm(screen, maisie(desk)))
    type_in(form, known_as="Mine")

    def gone(*_: object) -> Person:
        raise Unavailable("The records can’t be reached.")

    monkeypatch.setattr(unfinished, "on_file", gone)
    form.dispute.begin(Conflict("It was changed."))
    assert form.dispute.too_late
    form.dispute.show()
    assert set(form.summary.links) == {"form"}
    assert _leftover(form).text.toPlainText() == "Known as\nMine"


def test_where_nothing_differs_it_says_so(qtbot: QtBot, screen: ScreenDesk, desk: Desk, amir: Desk) -> None:
    person = maisie(desk)
    form = _second(qtbot, screen, amir, person, {"known_as": "Same"}, known_as="Same")
    dialog = _compared(form)
    assert NO_DIFFERENCE in words_of(dialog)
    assert dialog.focusWidget() is dialog.go_on_button
    dialog.close_button.click()
    assert not dialog.isVisible()
    assert form.panel.values()["known_as"] == "Same"


def test_a_new_record_has_nothing_to_compare(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = NoteForm(screen, build.young_person(desk).id)
    show(qtbot, form, 900, 690)
    form.failed(Conflict("Records were saved since."))
    form.dispute.tell("Somebody did something.")
    assert not form.dispute.show_button.isVisible()


def test_it_is_chosen_by_keys_alone(qtbot: QtBot, screen: ScreenDesk, desk: Desk, amir: Desk) -> None:
    person = maisie(desk)
    form = _second(qtbot, screen, amir, person, {"known_as": "Theirs"}, known_as="Mine")
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Space)
    dialog = next(each for each in form.findChildren(ConflictDialog) if each.isVisible())
    QApplication.processEvents()
    assert dialog.focusWidget() is dialog.rows["known_as"].field_widget()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    assert dialog.chosen() == {"known_as": Choice.THEIRS}
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.panel.values()["known_as"] == "Theirs"


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1020), (1.0, 520), (2.0, 1300)])
def test_every_width_and_size_can_be_read(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, amir: Desk, scale: float, width: int
) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    form = _second(qtbot, screen, amir, maisie(desk), {"background": "Theirs. " * 60}, background="Mine. " * 60)
    dialog = _compared(form)
    dialog.resize(width, 640)
    QApplication.processEvents()
    assert walk(dialog) == []


def test_nothing_typed_is_said_and_throwing_away_is_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = Leftover("The file is gone.", "")
    show(qtbot, dialog, 600, 400)
    assert dialog.text.toPlainText() == NOTHING
    assert walk(dialog) == []
    monkeypatch.setattr("ui.asking.confirmed", lambda *_: False)
    dialog.throw_button.click()
    assert dialog.isVisible()
    monkeypatch.setattr("ui.asking.confirmed", lambda *_: True)
    with qtbot.waitSignal(dialog.thrown_away):
        dialog.throw_button.click()
    assert not dialog.isVisible()
