"""A printer for tests: every job becomes a PDF that can be read back."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from ui import printing


class IntoFiles(QPrinter):
    """A printer whose every job is a PDF of the job's name, in this folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self._folder = folder
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printing.a4(self)

    def begin_job(self, name: str) -> None:
        """A new job."""
        super().setDocName(name)
        self.setOutputFileName(str(self._folder / f"{name}.pdf"))

    setDocName = begin_job  # noqa: N815 - Qt calls it so
