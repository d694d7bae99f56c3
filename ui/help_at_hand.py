"""Help where somebody is: F1 and the list of keys answer in every window that lies over the desk or comes before it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

HAS_HELP = "has_help"


class HelpAtHand(QObject):
    """Gives its keys to each window as it comes to the front; the desk's own window has them in its menus.

    Help opens over a window and never closes it: what is being typed stays.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusWindowChanged.connect(lambda _window: self.look())
        self.look()

    def look(self) -> None:
        """Give the window in front its keys, if it has none yet."""
        window = QApplication.activeWindow()
        if window is not None and not isinstance(window, QMainWindow) and not window.property(HAS_HELP):
            window.setProperty(HAS_HELP, True)
            QShortcut(QKeySequence("F1"), window, lambda: show_help(window))
            for keys in ("Ctrl+/", "?"):
                QShortcut(QKeySequence(keys), window, lambda: show_keys(window))


def show_help(window: QWidget) -> None:
    """Open the page for a window in a window of its own over it; in help itself, how help is used."""
    from ui import help_topics
    from ui.help_window import HelpWindow

    topic = help_topics.topic_of(tuple(screens(window)))
    if isinstance(window, HelpWindow):
        window.show_topic(topic)
        return
    open_ = next((each for each in window.findChildren(HelpWindow) if each.isVisible()), None)
    if open_ is None:
        open_ = HelpWindow(window, topic)
        open_.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_.show()
    else:
        open_.show_topic(topic)
    open_.raise_()
    open_.activateWindow()


def show_keys(window: QWidget) -> None:
    """List the keys of a window over it."""
    from ui import help_topics, keys_list
    from ui.keys_dialog import KeysDialog

    named = [name for screen in screens(window) for name in help_topics.names_of(screen)]
    if isinstance(window, KeysDialog):
        return
    dialog = KeysDialog(keys_list.here(named, None), window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def screens(window: QWidget) -> Iterator[QWidget]:
    """What somebody is looking at, the innermost first: the step of a window, the window, and what it lies over."""
    step = getattr(window, "step", None)
    if isinstance(step, QWidget):
        yield step
    above: QWidget | None = window
    while above is not None:
        if above.isWindow():
            yield above
        above = above.parentWidget()
