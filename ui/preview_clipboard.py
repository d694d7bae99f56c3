"""A secret on the clipboard is only lent: after half a minute, or when its window closes, it is taken back."""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

LENT_MS = 30_000
KEEP_OUT = (
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', b"\0\0\0\0"),
    ('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', b"\0\0\0\0"),
    ("x-kde-passwordManagerHint", b"secret"),
)
"""What asks the histories of clipboards, of Windows and of KDE, to leave this out."""


class Loan(QObject):
    """One secret at a time; what somebody copied since is left alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lent = ""
        self._until = QTimer(self, singleShot=True, interval=LENT_MS)
        self._until.timeout.connect(self.take_back)

    def lend(self, secret: str) -> None:
        """Put it on the clipboard, for half a minute."""
        data = QMimeData()
        data.setText(secret)
        for kind, value in KEEP_OUT:
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._lent = secret
        self._until.start()

    def take_back(self) -> None:
        """Clear the clipboard, if the secret is still there."""
        self._until.stop()
        lent, self._lent = self._lent, ""
        clipboard = QGuiApplication.clipboard()
        if lent and clipboard.text() == lent:
            clipboard.clear()
