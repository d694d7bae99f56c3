"""A print as it runs: into files instead of printers, read back as paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.into_files import IntoFiles
from ui import printing
from ui.print_run import End, Job, PrintRun


def _sheet(colour: str) -> QImage:
    image = QImage(83, 117, QImage.Format.Format_RGB888)
    image.fill(QColor(colour))
    return image


def _colours(path: Path) -> list[tuple[int, ...]]:
    """The colour in the middle of each page, in 16 steps each: pictures are packed with a little loss."""
    found = []
    for page in pypdfium2.PdfDocument(path.read_bytes()):
        picture = page.render(scale=0.2).to_pil().convert("RGB")
        pixel = picture.getpixel((picture.width // 2, picture.height // 2))
        assert isinstance(pixel, tuple)
        found.append(tuple((int(part) + 8) // 16 for part in pixel))
    return found


def _run(
    qtbot: QtBot, printer: QPrinter, jobs: list[Job], then: Callable[[PrintRun], object] = lambda _run: None
) -> str:
    ends: list[str] = []
    run = PrintRun(printer, jobs)
    run.ended.connect(ends.append)
    run.advanced.connect(lambda _done, _of: then(run))
    run.start()
    qtbot.waitUntil(lambda: bool(ends))
    qtbot.wait(20)
    assert len(ends) == 1
    return ends[0]


def test_each_copy_is_a_job_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    sheets = [partial(_sheet, colour) for colour in ("#ff0000", "#00ff00", "#0000ff")]
    jobs = [Job(name="copy 1", sheets=sheets), Job(name="copy 2", sheets=sheets[1:])]
    steps: list[int] = []
    printer = IntoFiles(tmp_path)
    assert _run(qtbot, printer, jobs, lambda _: steps.append(1)) == End.PRINTED
    assert len(steps) == 5
    red, green, blue = (16, 0, 0), (0, 16, 0), (0, 0, 16)
    assert _colours(tmp_path / "copy 1.pdf") == [red, green, blue]
    assert _colours(tmp_path / "copy 2.pdf") == [green, blue]
    size = pypdfium2.PdfDocument(tmp_path / "copy 1.pdf")[0].get_size()
    assert [round(side) for side in size] == [595, 842]


def test_grey_means_grey(qtbot: QtBot, tmp_path: Path) -> None:
    printer = IntoFiles(tmp_path)
    printing.set_up(printer, both_sides=False, grey=True)
    assert _run(qtbot, printer, [Job(name="grey", sheets=[partial(_sheet, "#ff0000")])]) == End.PRINTED
    ((red, green, blue),) = _colours(tmp_path / "grey.pdf")
    assert red == green == blue
    assert 0 < red < 16


def test_a_print_is_stopped_between_two_sheets(qtbot: QtBot, tmp_path: Path) -> None:
    drawn: list[int] = []

    def sheet() -> QImage:
        drawn.append(1)
        return _sheet("#ffffff")

    jobs = [Job(name="long", sheets=[sheet] * 50), Job(name="never", sheets=[sheet])]
    assert _run(qtbot, IntoFiles(tmp_path), jobs, lambda run: run.stop()) == End.STOPPED
    assert len(drawn) == 1
    assert not (tmp_path / "never.pdf").exists()
    idle = PrintRun(IntoFiles(tmp_path), [])
    idle.ended.connect(drawn.append)
    idle.stop()
    assert len(drawn) == 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_noticed(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    sheets = [partial(_sheet, "#ffffff")] * 2
    nowhere = IntoFiles(tmp_path / "none")
    assert _run(qtbot, nowhere, [Job(name="x", sheets=sheets)]) == End.REFUSED
    jammed = IntoFiles(tmp_path)
    jammed.newPage = lambda: False  # type: ignore[method-assign] # paper jam
    assert _run(qtbot, jammed, [Job(name="x", sheets=sheets)]) == End.REFUSED
