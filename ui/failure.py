"""What nobody foresaw: one dialog in plain words, details without anything of a record, and the work goes on."""

import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import PurePath
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from rise_desk import __version__
from rise_desk.errors import DeskError
from ui import theme
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.words import label

EXPLAINED = (
    "RISE Desk met something it did not expect. What you were typing is kept, and you can go on working. "
    "Please send the details to whoever looks after RISE Desk: they hold no names and nothing from a file."
)
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def details(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The version and where it happened; never the message, which could quote a record."""
    head = f"RISE Desk {__version__} · Python {platform.python_version()} · {platform.system()}"
    steps = [f"  {PurePath(each.filename).name}:{each.lineno} {each.name}" for each in traceback.extract_tb(trace)]
    return "\n".join((head, kind.__name__, *steps))


class FailureDialog(QDialog):
    """Says that something went wrong, and offers the details to copy."""

    def __init__(self, told: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self.details = QPlainTextEdit(told)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName("Details")
        self.copy_button = Button("&Copy details", icon="copy")
        self.close_button = Button("Go on &working", "primary", keys="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.PAD)
        column.setSpacing(theme.GAP)
        column.addWidget(label("Something went wrong", Type.NAME))
        column.addWidget(label(EXPLAINED, wrap=True))
        column.addWidget(self.details, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self.resize(theme.current().px(560), theme.current().px(380))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy_button.say("Copied")


class Failures:
    """Hears of every exception that nobody caught; one dialog at a time.

    `keep` is handed the details, and keeps them and every draft; `say` shows a sentence that is for the reader.
    """

    def __init__(self, keep: Callable[[str], object], say: Callable[[DeskError], object]) -> None:
        self._keep, self._say = keep, say
        self.shown: FailureDialog | None = None
        self._before: Hook = sys.excepthook

    def install(self) -> None:
        """Hear of exceptions from now on."""
        sys.excepthook = self.hear

    def remove(self) -> None:
        """Leave them to whoever heard of them before."""
        sys.excepthook = self._before

    def hear(self, kind: type[BaseException], failure: BaseException, trace: TracebackType | None) -> None:
        """Show what is for the reader as it stands, and anything else as a mistake in the program."""
        if isinstance(failure, DeskError):
            self._say(failure)
            return
        if not issubclass(kind, Exception):
            self._before(kind, failure, trace)
            return
        told = details(kind, trace)
        if sys.stderr is not None:  # there is none without a terminal on Windows
            sys.stderr.write(f"{told}\n")
        self._show(told)

    def _show(self, told: str) -> None:
        try:
            self._keep(told)
        except DeskError as trouble:
            told = f"{told}\n{type(trouble).__name__} while drafts and the log were kept"
        if self.shown is None:
            self.shown = FailureDialog(told, QApplication.activeWindow())
            self.shown.finished.connect(self._closed)
            self.shown.open()

    def _closed(self) -> None:
        if self.shown is not None:
            self.shown.deleteLater()
        self.shown = None
