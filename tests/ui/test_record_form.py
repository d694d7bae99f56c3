"""Every form over a record: what is typed is kept, closing asks once, and nothing of anybody else is overwritten."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from rise_desk.domain.record import Id
from rise_desk.errors import Busy, DeskError, Unavailable
from rise_desk.services import overview, unfinished
from rise_desk.services.desk import Desk
from tests.ui.files import Answer, maisie, open_form, type_in
from ui import unsaved
from ui.desk import ScreenDesk
from ui.person_form import PersonForm
from ui.unsaved import Wish

pytestmark = pytest.mark.usefixtures("answer")

ASK = unsaved.wish


def test_what_is_typed_is_kept_and_offered_back(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = maisie(desk)
    form = open_form(qtbot, PersonForm(screen, person))
    form.drafting.timer.setInterval(1)
    type_in(form, known_as="Maisie", date_of_birth="31 2 2010")
    qtbot.waitUntil(lambda: bool(unfinished.mine(desk)))
    draft = unfinished.mine(desk)[0]
    assert (draft.subject, draft.record, draft.base_version, draft.kind) == (person.id, person.id, 1, "person")
    assert form.kept.text() == "Kept as a draft, 21 November 2026 at 10:00am"
    again = open_form(qtbot, PersonForm(screen, person, draft=draft))
    assert again.panel.typed()["date_of_birth"] == "31 2 2010"
    type_in(again, date_of_birth="2010")
    with qtbot.waitSignal(again.saved):
        again.save()
    assert unfinished.mine(desk) == []


def test_locking_keeps_what_is_typed_at_once(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = open_form(qtbot, PersonForm(screen))
    type_in(form, given_name="Kian")
    screen.leaving.emit()
    draft = unfinished.mine(desk)[0]
    assert (draft.subject, draft.record) == (0, 0)
    again = open_form(qtbot, PersonForm(screen, None, draft=draft))
    assert again.panel.value()["given_name"] == "Kian"


def test_a_store_that_is_busy_or_gone_is_no_reason_to_lose_the_draft(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = open_form(qtbot, PersonForm(screen))
    type_in(form, given_name="Kian")

    def fails(failure: DeskError) -> Callable[..., Id]:
        def keep(*_: object, **__: object) -> Id:
            raise failure

        return keep

    monkeypatch.setattr(unfinished, "keep", fails(Busy("busy")))
    form.drafting.keep()
    assert form.drafting.timer.isActive()
    monkeypatch.setattr(unfinished, "keep", fails(Unavailable("The disk is full.")))
    with qtbot.waitSignal(screen.troubled) as told:
        form.drafting.keep()
    assert told.args == ["The disk is full."]
    assert not form.drafting.timer.isActive()


def test_closing_unchanged_asks_nothing(qtbot: QtBot, screen: ScreenDesk, desk: Desk, answer: Answer) -> None:
    asked = answer(Wish.STAY)
    form = open_form(qtbot, PersonForm(screen, maisie(desk)))
    form.reject()
    assert (asked, form.isVisible()) == ([], False)


def test_closing_with_unsaved_work_asks_once_naming_the_record(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, answer: Answer
) -> None:
    person = maisie(desk)
    form = open_form(qtbot, PersonForm(screen, person))
    type_in(form, known_as="Maisie")
    form.drafting.keep()
    asked = answer(Wish.STAY)
    form.close()
    assert (asked, form.isVisible()) == (["Maisie Okafor"], True)
    answer(Wish.SAVE)
    form.reject()
    assert (form.isVisible(), overview.person(desk, person.id).known_as) == (False, "Maisie")
    other = open_form(qtbot, PersonForm(screen, overview.person(desk, person.id)))
    type_in(other, known_as="M")
    other.drafting.keep()
    answer(Wish.DROP)
    other.reject()
    assert (other.isVisible(), unfinished.mine(desk)) == (False, [])
    assert overview.person(desk, person.id).known_as == "Maisie"


@pytest.mark.parametrize(
    ("press", "meant"), [("&Save", Wish.SAVE), ("&Don’t save", Wish.DROP), ("Cancel", Wish.STAY), ("", Wish.STAY)]
)
def test_the_question_about_unsaved_work(
    qtbot: QtBot, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch, press: str, meant: Wish
) -> None:
    form = open_form(qtbot, PersonForm(screen))

    def pressed(box: QMessageBox) -> int:
        assert box.text() == "Save what you typed in “New young person”?"
        assert box.defaultButton().text() == "&Save"
        chosen = next((each for each in box.buttons() if each.text() == press), box.escapeButton())
        chosen.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", pressed)
    assert ASK(form, form.named) is meant


def test_nothing_happens_twice_while_it_is_saved(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = open_form(qtbot, PersonForm(screen))
    form.work(True)
    form.save()
    form.reject()
    assert form.isVisible()
    assert not form.panel.isEnabled()
    form.failed(Unavailable("The disk is full."))
    assert form.panel.isEnabled()
    assert set(form.summary.links) == {"form"}
