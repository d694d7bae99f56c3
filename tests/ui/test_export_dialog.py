"""The list in view leaves: what it holds is told, a reason is asked, and for many rows a second person."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.staff import Role
from rise_desk.errors import Unavailable
from rise_desk.services import signing_in
from rise_desk.services.exchange import exporting, lists
from rise_desk.services.exchange.exporting import CSV, Exported
from tests import build
from tests.build import PASSWORD
from tests.ui.leaves import Choose, leaving, listing, rows_of, words
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import asking, theme
from ui.desk import ScreenDesk
from ui.export_dialog import FOLDER, FORMAT, REASON, SECOND, ExportDialog, told
from ui.export_dialog import PASSWORD as SECRET
from ui.leaving import Leaving


def opened(qtbot: QtBot, screen: ScreenDesk, list_: Leaving) -> ExportDialog:
    dialog = ExportDialog(screen, list_)
    show(qtbot, dialog, 480, 400)
    return dialog


def test_it_says_what_will_leave(qtbot: QtBot, screen: ScreenDesk) -> None:
    dialog = opened(qtbot, screen, leaving(12, of=87, filters="Status: open; “maz”"))
    assert "12 rows of 87 · Filters: Status: open; “maz”" in words(dialog)
    assert "Columns: Name, Born" in words(dialog)
    assert "Whoever has this file can read it." in words(dialog)
    assert dialog.second.isHidden()
    assert "12 rows · no filters" in words(opened(qtbot, screen, leaving(12)))


def test_a_reason_is_asked_before_a_place(qtbot: QtBot, screen: ScreenDesk, choose: Choose, out: Path) -> None:
    dialog = opened(qtbot, screen, leaving())
    choose(out / "people.xlsx")
    dialog.verb.click()
    assert list(dialog.summary.links) == [REASON]
    assert list(out.iterdir()) == []
    dialog.go_to(REASON)
    assert dialog.reason.editor.field_widget().hasFocus()


def test_it_is_saved_told_and_written_down(qtbot: QtBot, screen: ScreenDesk, choose: Choose, out: Path) -> None:
    dialog = opened(qtbot, screen, leaving())
    dialog.reason.editor.set_value("Police meeting")
    dialog.verb.click()
    assert dialog.isVisible()  # nobody chose a place
    choose(out / "people")
    with qtbot.waitSignal(dialog.exported) as said:
        dialog.verb.click()
    assert said.args[0].startswith("Saved as people.xlsx: 2 rows.")
    assert (out / "people.xlsx").is_file()
    assert not dialog.isVisible()
    assert screen.preference(FOLDER) == str(out)
    assert (rows_of(screen)[0]["reason"], rows_of(screen)[0]["fields"]) == ("Police meeting", "2 rows, people.xlsx")


def test_a_file_that_is_there_is_replaced_only_when_somebody_says_so(
    qtbot: QtBot, screen: ScreenDesk, choose: Choose, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (out / "people.csv").write_text("x")
    dialog = opened(qtbot, screen, leaving())
    dialog.reason.editor.set_value("Police meeting")
    dialog.format.editor.set_value(CSV)
    choose(out / "people")
    monkeypatch.setattr(asking, "confirmed", lambda *_said: False)
    dialog.verb.click()
    assert (out / "people.csv").read_text() == "x"
    monkeypatch.setattr(asking, "confirmed", lambda *_said: True)
    with qtbot.waitSignal(dialog.exported):
        dialog.verb.click()
    assert (out / "people.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(("rows", "asked"), [(100, False), (101, True)])
def test_a_second_person_is_asked_for_where_one_is_needed(
    qtbot: QtBot, screen: ScreenDesk, rows: int, asked: bool
) -> None:
    dialog = opened(qtbot, screen, leaving(rows))
    assert dialog.second.isVisible() is dialog.password.isVisible() is asked
    dialog.verb.click()
    assert list(dialog.summary.links) == ([REASON, SECOND, SECRET] if asked else [REASON])


def test_the_second_person_types_their_password(qtbot: QtBot, screen: ScreenDesk, choose: Choose, out: Path) -> None:
    signing_in.leave(build.colleague(screen.at, "Tom Reed", Role.MANAGER))
    choose(out / "people.csv")
    dialog = opened(qtbot, screen, leaving(101))
    dialog.format.editor.set_value(CSV)
    dialog.reason.editor.set_value("Police meeting")
    dialog.second.editor.set_value("Tom Reed")
    dialog.password.editor.set_value("wrong")
    dialog.verb.click()
    qtbot.waitUntil(lambda: SECRET in dialog.summary.links)
    assert dialog.password.value() == ""
    assert dialog.verb.isEnabled()
    dialog.password.editor.set_value(PASSWORD)
    with qtbot.waitSignal(dialog.exported):
        dialog.verb.click()
    assert rows_of(screen)[0]["recipient"] == "Tom Reed"


def test_a_list_that_grew_meanwhile_asks_for_a_second_person_then(
    qtbot: QtBot, screen: ScreenDesk, choose: Choose, out: Path
) -> None:
    choose(out / "people.csv")
    dialog = opened(qtbot, screen, leaving(100, read=lambda _desk, _told: listing(101)))
    dialog.format.editor.set_value(CSV)
    dialog.reason.editor.set_value("Police meeting")
    dialog.verb.click()
    qtbot.waitUntil(dialog.second.isVisible)
    assert exporting.WHY_MANY in dialog.why_two.text()


def test_what_can_not_be_saved_is_said(qtbot: QtBot, screen: ScreenDesk, choose: Choose) -> None:
    choose(screen.at.store.folder.path / "people.xlsx")
    dialog = opened(qtbot, screen, leaving())
    dialog.reason.editor.set_value("Police meeting")
    dialog.verb.click()
    qtbot.waitUntil(lambda: "Save the file somewhere else" in dialog.summary.accessibleName())
    assert dialog.isVisible()


def test_a_long_reading_tells_how_far_it_is_and_stops(
    qtbot: QtBot, screen: ScreenDesk, choose: Choose, out: Path
) -> None:
    def endless(_desk: object, told_: Callable[[int, int], bool]) -> Any:
        while told_(500, 20_000):
            pass
        raise Unavailable(lists.STOPPED)

    choose(out / "people.xlsx")
    dialog = opened(qtbot, screen, leaving(read=endless))
    dialog.reason.editor.set_value("Police meeting")
    dialog.verb.click()
    qtbot.waitUntil(lambda: dialog.busy.bar.maximum() == 20_000)
    assert dialog.busy.bar.value() == 500
    assert not dialog.verb.isEnabled()
    dialog.reject()
    assert dialog.isVisible()  # what was being read is stopped first
    qtbot.waitUntil(lambda: lists.STOPPED in dialog.summary.accessibleName())
    assert list(out.iterdir()) == []
    dialog.reject()
    assert not dialog.isVisible()
    dialog._failed(Unavailable("Too late."))


def test_the_notice_tells_what_stayed_and_what_was_cut() -> None:
    made = Exported(path=Path("a.xlsx"), rows=1, withheld=1, cut=2, second="")
    assert told(made) == (
        "Saved as a.xlsx: 1 row. 1 reserved entry stayed here. 2 long texts were cut; a CSV file holds the whole. "
        "Whoever has the file can read it: delete it after use."
    )


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_can_be_read_by_everybody(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, scale: float) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    dialog = opened(qtbot, screen, leaving(101))
    dialog.verb.click()
    assert walk(dialog) == []
    assert dialog.format.field.name == FORMAT
