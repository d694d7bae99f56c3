"""The lock: after some idle minutes, or at Ctrl+L, the desk is closed and nothing of it stays on the screen."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QDialog

from ui import collecting
from ui.desk import ScreenDesk

WARNING_MS = 60_000
MINUTE_MS = 60_000
SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Lock(QObject):
    """Counts idle time while somebody sits at the desk; `warned` comes up to a minute before it locks."""

    warned = Signal(bool)

    def __init__(self, screen: ScreenDesk, app: QApplication) -> None:
        super().__init__(screen)
        self._screen = screen
        self.idle = QTimer(self, singleShot=True)
        self.last_minute = QTimer(self, singleShot=True)
        self.idle.timeout.connect(self._warn)
        self.last_minute.timeout.connect(self.lock)
        screen.seated.connect(self.start)
        screen.left.connect(self.stop)
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    def start(self) -> None:
        """Begin to count, by the minutes the team has agreed on."""
        whole = self._screen.practice.lock_after_minutes * MINUTE_MS
        warning = min(WARNING_MS, whole // 2)
        self.idle.setInterval(whole - warning)
        self.last_minute.setInterval(warning)
        self.idle.start()

    def stop(self) -> None:
        """Nobody sits at the desk."""
        self.idle.stop()
        self.last_minute.stop()

    def lock(self) -> None:
        """Keep what is being typed, close the records, and leave an empty desk."""
        self.stop()
        self._screen.leave("locked")

    def stir(self) -> None:
        """Somebody is there: the count begins again."""
        if self.last_minute.isActive():
            self.last_minute.stop()
            self.warned.emit(False)
        if self._screen.desk is not None:
            self.idle.start()

    def _watch(self, window: QWindow | None) -> None:
        """Every key and mouse event passes its window; a filter on the whole program would slow everything down."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key, the mouse or a touch is a sign of life."""
        if event.type() in SIGNS_OF_LIFE:
            self.stir()
        return False

    def _warn(self) -> None:
        self.last_minute.start()
        self.warned.emit(True)


def close_dialogs(app: QApplication) -> None:
    """Take every dialog and menu off the screen without asking; their drafts are kept by now."""
    while (popup := app.activePopupWidget()) is not None:
        popup.close()
        popup.hide()
    with collecting.paused():
        for widget in app.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.hide()
                widget.deleteLater()
