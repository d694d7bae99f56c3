"""Forms in the window for papers: no period to ask for, copies numbered or counted, and help of their own."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.moments import Moment
from rise_desk.services import copies, forms, missing_packs
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build
from tests.ui.into_files import IntoFiles
from tests.ui.open_window import dialog
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import help_topics, papers, printing
from ui.desk import ScreenDesk
from ui.main_window import MainWindow
from ui.papers import Asked, Paper
from ui.preview import PreviewDialog
from ui.preview_save import SaveDialog
from ui.print_dialog import PrintDialog


def _shown(qtbot: QtBot, screen: ScreenDesk, paper: Paper) -> PreviewDialog:
    made = PreviewDialog(screen, paper)
    show(qtbot, made, 1000, 700)
    qtbot.waitUntil(lambda: made.made is not None)
    return made


def _save_open(window: PreviewDialog) -> None:
    window.save_button.click()
    asked = next(each for each in window.findChildren(SaveDialog) if each.isVisible())
    asked.leave_open.setChecked(True)
    asked.save_button.click()


def _newest(desk: Desk) -> str:
    return str(audit.entries(desk.store.vault, limit=1)[0]["deed"])


def test_an_assessment_is_shown_on_its_form_and_saved_as_a_numbered_copy(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = build.young_person(desk)
    made = build.assessment(desk, person.id, judgement_comment="As I see it.")
    window = _shown(qtbot, screen, papers.assessment(screen, made))
    assert window.windowTitle() == "Assessment · RISE Desk"
    assert window.paper.heading == "Assessment of Maisie Okafor, 10 November 2026"
    assert window.made is not None
    assert window.made.copy == copies.PREVIEW
    assert not window.since.isVisible()
    assert not window.show_button.isVisible()
    assert _newest(desk) == forms.LOOKED_AT
    assert help_topics.topic_of((window,)) == "paper-forms"
    assert walk(window) == []
    offered: list[str] = []

    def where(_over: object, _title: str, name: str, _kind: str) -> tuple[str, str]:
        offered.append(name)
        return str(tmp_path / "a.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    window.recipient.editor.set_value("M. Khan")
    _save_open(window)
    qtbot.waitUntil((tmp_path / "a.pdf").exists)
    assert offered == [f"{person.file_number} assessment 2026-11-10.pdf"]
    qtbot.waitUntil(lambda: "copy 1 for M. Khan" in window.notice.text.text())
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "a.pdf"))
    assert "As I see it." in text
    assert _newest(desk) == forms.FORM


@pytest.mark.parametrize(
    ("act", "name", "pages"),
    [("blank_form", "Blank assessment form", 2), ("blank_checklist", "Blank health checklist", 1)],
)
def test_the_file_menu_leads_to_the_blank_forms(
    qtbot: QtBot, window: MainWindow, screen: ScreenDesk, act: str, name: str, pages: int
) -> None:
    window.menus.actions[act].trigger()
    form = dialog(window, PreviewDialog)
    assert isinstance(form, PreviewDialog)
    qtbot.waitUntil(lambda: bool(form.made))
    assert form.windowTitle() == f"{name} · RISE Desk"
    assert form.made is not None
    assert form.made.pages == pages
    assert form.recipient.isVisible()
    form.close()
    qtbot.waitUntil(lambda: not [each for each in window.findChildren(PreviewDialog) if each.isVisible()])


@pytest.mark.parametrize(
    ("paper", "many", "said"),
    [
        (papers.blank_form(), 1, "Sent to the printer: blank form."),
        (papers.blank_checklist(), 3, "Sent to the printer: 3 × blank form."),
    ],
)
def test_blank_forms_are_printed_and_counted(
    qtbot: QtBot,
    screen: ScreenDesk,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    paper: Paper,
    many: int,
    said: str,
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(printing, "opened", lambda _name: IntoFiles(tmp_path))
    monkeypatch.setattr(printing, "DPI", 40)
    window = _shown(qtbot, screen, paper)
    window.print_button.click()
    asked = next(each for each in window.findChildren(PrintDialog) if each.isVisible())
    asked.number.editor.set_value(str(many))
    asked.print_button.click()
    qtbot.waitUntil(window.notice.isVisible)
    assert window.notice.text.text() == said
    assert _newest(desk) == forms.BLANK


@pytest.mark.parametrize("paper", [papers.blank_form(), papers.blank_checklist()])
def test_blank_forms_are_saved(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paper: Paper
) -> None:
    window = _shown(qtbot, screen, paper)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "f.pdf"), ""))
    _save_open(window)
    qtbot.waitUntil((tmp_path / "f.pdf").exists)
    assert len(pypdfium2.PdfDocument(tmp_path / "f.pdf")) == (window.made.pages if window.made else 0)
    assert _newest(desk) == forms.BLANK


def test_an_assessment_is_printed_under_its_number(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, window: MainWindow
) -> None:
    made = build.assessment(desk, build.young_person(desk).id)
    window.forms.assessment_paper(made)
    form = dialog(window, PreviewDialog)
    assert isinstance(form, PreviewDialog)
    qtbot.waitUntil(lambda: bool(form.made))
    asked: Asked = {"since": Moment(""), "until": Moment(""), "recipient": ""}
    assert [each.copy for each in form.paper.printed(desk, asked, 2)] == ["copy 1", "copy 2"]
    form.close()


def test_an_assessment_that_can_not_be_opened_is_said(window: MainWindow, desk: Desk) -> None:
    heard: list[str] = []
    window.forms.failed.connect(heard.append)
    window.forms.assessment_paper(build.made_assessment(desk.clock.new_id()))
    assert heard == ["That record is not on file."]


def test_a_missing_pack_opens_ready_to_print(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = build.young_person(desk)
    build.episode(desk, person.id, "2026-11-20T23:30+00:00")
    window = _shown(qtbot, screen, papers.missing_pack(screen, person.id))
    assert window.windowTitle() == "Missing pack · RISE Desk"
    assert window.paper.heading == "Missing pack for Maisie Okafor"
    assert window.made is not None
    assert "Missing since Fri 20 Nov 23:30" in window.made.text
    assert _newest(desk) == missing_packs.LOOKED_AT
    assert help_topics.topic_of((window,)) == "missing-pack"
    assert walk(window) == []
    asked: list[bool] = []
    monkeypatch.setattr(window.copies, "print_paper", lambda seen, _asking: asked.append(seen is window.made))
    assert window.pages.view.hasFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert asked == [True]
    QTest.keySequence(window, "Ctrl+G")
    assert window.pages.place.hasFocus()
    QTest.keyClicks(window.pages.place, "2")
    QTest.keyClick(window.pages.place, Qt.Key.Key_Return)
    assert window.pages.page == 1
    assert asked == [True]
    window.recipient.editor.field_widget().setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert asked == [True, True]
    copies_made = window.paper.printed(desk, {"since": Moment(""), "until": Moment(""), "recipient": "PC Hill"}, 1)
    saved = window.paper.saved(desk, {"since": Moment(""), "until": Moment(""), "recipient": ""}, "")
    assert [each.copy for each in (*copies_made, saved)] == ["copy 1 for PC Hill", "copy 2"]
