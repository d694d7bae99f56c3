"""The form of a person's file: saved through the one door, kept while it is typed, nothing overwritten unseen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import OF_CONCERN
from rise_desk.services import casework, overview
from rise_desk.services.desk import Desk
from tests.build import adult
from tests.ui.files import maisie, open_form, type_in
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme, unsaved
from ui.desk import ScreenDesk
from ui.person_form import PersonForm
from ui.records.person import sections_of

pytestmark = pytest.mark.usefixtures("answer")

ASK = unsaved.wish


def test_a_new_file_needs_a_name_and_nothing_else(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = open_form(qtbot, PersonForm(screen))
    assert form.windowTitle() == "RISE Desk"
    form.save()
    assert set(form.summary.links) == {"given_name"}
    assert form.panel.rows["given_name"].problem == "Enter a name, or what the person is called."
    type_in(form, given_name="Zoë", date_of_birth="27/3/10")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    person = saved.args[0]
    assert overview.person(desk, person.id) == person
    assert (person.name, person.date_of_birth, person.kind) == ("Zoë", "2010-03-27", "young_person")
    assert not form.isVisible()


def test_no_date_is_ever_filled_in(qtbot: QtBot, screen: ScreenDesk) -> None:
    form = open_form(qtbot, PersonForm(screen, role=OF_CONCERN))
    type_in(form, family_name="Harrow")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    assert saved.args[0].kind == "adult"
    assert saved.args[0].roles == (life.DatedRole(role=OF_CONCERN),)
    assert (saved.args[0].date_of_birth, saved.args[0].photo_on) == ("", "")


def test_saving_a_file_unchanged_changes_nothing(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = maisie(desk)
    form = open_form(qtbot, PersonForm(screen, person))
    assert not form.panel.dirty()
    with qtbot.waitSignal(form.saved):
        form.save()
    assert overview.person(desk, person.id).version == person.version


def test_what_cannot_be_read_is_said_and_stays(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = open_form(qtbot, PersonForm(screen, maisie(desk)))
    type_in(form, date_of_birth="31 2 2010", nationality="Atlantis")
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert set(form.summary.links) == {"date_of_birth", "nationality"}
    assert form.panel.typed()["date_of_birth"] == "31 2 2010"
    form.summary.links["date_of_birth"].click()  # type: ignore[attr-defined]  # each is a button here
    assert form.panel.rows["date_of_birth"].editor.field_widget().hasFocus()


def test_what_is_too_long_to_keep_is_said_at_its_field(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = open_form(qtbot, PersonForm(screen, maisie(desk)))
    form.panel.rows["background"].editor.set_value("x" * 100_001)
    form.save()
    assert form.panel.rows["background"].problem == "Background must be 100,000 characters or fewer."


def test_a_new_photo_is_saved_with_the_file(qtbot: QtBot, screen: ScreenDesk, desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "maz.png"
    square = QPixmap(40, 40)
    square.fill(QColor("teal"))
    assert square.save(str(picture))
    form = open_form(qtbot, PersonForm(screen, maisie(desk)))
    type_in(form, photo=str(picture), photo_on="May 2026")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    person = saved.args[0]
    assert (bool(person.photo), person.photo_on) == (True, Moment("2026-05"))
    again = open_form(qtbot, PersonForm(screen, person))
    assert not again.panel.dirty()


def test_a_photo_that_fails_leaves_the_file_saved(qtbot: QtBot, screen: ScreenDesk, desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "maz.png"
    square = QPixmap(40, 40)
    square.fill(QColor("teal"))
    assert square.save(str(picture))
    person = maisie(desk)
    form = open_form(qtbot, PersonForm(screen, person))
    type_in(form, photo=str(picture), known_as="Maisie")
    values = form.panel.value()
    picture.unlink()
    form.also_saved(casework.save(desk, person.changed(known_as=values["known_as"])))
    assert form.isVisible()
    assert set(form.summary.links) == {"form"}
    type_in(form, photo="")
    with qtbot.waitSignal(form.saved):
        form.save()


def test_the_guide_leads_and_follows(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = open_form(qtbot, PersonForm(screen, maisie(desk), section="Front sheet"))
    titles = [each.title for each in form.sections]
    qtbot.waitUntil(lambda: form.guide.currentRow() == titles.index("Front sheet"))
    bar = form.area.verticalScrollBar()
    assert bar.value() > 0
    bar.setValue(0)
    assert form.guide.currentRow() == 0
    form.guide.setCurrentRow(titles.index("Background"))
    assert bar.value() > 0
    bar.setValue(bar.maximum() // 2)
    bar.setValue(bar.maximum())
    assert form.guide.currentRow() == len(titles) - 1


def test_only_somebody_of_concern_is_asked_why(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    child, grown = maisie(desk), adult(desk)
    both = child.changed(roles=(*child.roles, life.DatedRole(role="of_concern")))
    assert "Of concern" not in [each.title for each in sections_of(child)]
    assert [each.title for each in sections_of(grown)][:2] == ["Identity", "Of concern"]
    assert [each.title for each in sections_of(both)].index("Of concern") > 2
    assert sections_of(child.changed(risk="Carries a knife")) == sections_of(both)
    form = open_form(qtbot, PersonForm(screen, role="of_concern"))
    assert "statuses" in form.panel.rows
    assert "statuses" not in open_form(qtbot, PersonForm(screen)).panel.rows


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_form_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, scale: float
) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    form = PersonForm(screen, maisie(desk))
    show(qtbot, form, 1300, 700)
    form.show_problems({"given_name": "Enter a name.", "form": "Somebody else changed it."})
    assert walk(form) == []


def test_every_section_can_be_read_in_the_guide(qtbot: QtBot, screen: ScreenDesk) -> None:
    form = open_form(qtbot, PersonForm(screen))
    guide = form.guide
    longest = max(guide.fontMetrics().horizontalAdvance(each.title) for each in form.sections)
    assert guide.viewport().width() >= longest + 2 * 3
