"""Help: the keys, how files and drafts are kept, and whom to ask; on one page that needs no network."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.desk import ScreenDesk
from ui.pages import Page
from ui.theme import Type
from ui.widgets.card import Card
from ui.widgets.words import label

KEYS: Sequence[tuple[str, str]] = (
    ("Ctrl+K", "Find anybody or anything"),
    ("Ctrl+N", "New young person; in a file, a new entry"),
    ("Ctrl+F", "Narrow the list in view"),
    ("Enter", "Open the chosen row"),
    ("Alt+Left, Alt+Right", "Back, forward"),
    ("Ctrl+1, Ctrl+2, Ctrl+3", "Today, Young people, Adults of concern"),
    ("F5", "Read everything again"),
    ("F6", "The next part of the window"),
    ("Ctrl++, Ctrl+-, Ctrl+0", "Larger, smaller, usual text"),
    ("Ctrl+L", "Lock the desk"),
    ("Ctrl+,", "Settings"),
    ("F1", "This page"),
    ("Ctrl+Q", "Close RISE Desk"),
)
ANSWERS: Sequence[tuple[str, str]] = (
    (
        "What happens to what I am typing?",
        (
            "An unfinished form is kept every two seconds. If the desk locks or the computer stops, Today offers it "
            "back under Unfinished. It becomes part of a file only when you save it."
        ),
    ),
    (
        "How do I put right what I wrote?",
        (
            "A contact note never changes once it is saved. Open it and choose to correct it: the correction stands in "
            "front, and the first version can still be read. Nothing is ever deleted."
        ),
    ),
    (
        "Who can see that I opened a file?",
        (
            "Every file opened, printed or changed is written down with your name and the time. That log can’t be "
            "altered without being noticed."
        ),
    ),
    (
        "I forgot my password.",
        (
            "Ask a supervisor for a one-day code. A supervisor who forgot theirs asks another supervisor, or uses the "
            "recovery key from the sealed envelope."
        ),
    ),
    (
        "Somebody is in danger now.",
        "RISE Desk does not tell anybody. Ring 999, or children’s social care on the number your team uses.",
    ),
)


class HelpPage(Page):
    """Two cards: the keys, and the questions people ask."""

    title = "Help"

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("surface", "ground")
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label("Help", Type.PAGE))
        column.addWidget(_answers())
        column.addWidget(_keys())
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName("Help")
        area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)


def _answers() -> Card:
    card = Card("Questions people ask")
    for question, answer in ANSWERS:
        card.add(label(question, strong=True, wrap=True))
        card.add(label(answer, tone="soft", wrap=True))
    return card


def _keys() -> Card:
    card = Card("Keys")
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.PAD)
    grid.setColumnStretch(1, 1)
    for row, (keys, what) in enumerate(KEYS):
        grid.addWidget(label(keys, strong=True), row, 0)
        grid.addWidget(label(what, wrap=True), row, 1)
    card.body.addLayout(grid)
    return card
