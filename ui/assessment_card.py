"""The card of the assessments on a file's overview: the heat-strip, what it shows in words, or that there is none."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from rise_desk.domain.heat import Strip, title
from rise_desk.domain.heat_told import as_text
from ui import theme
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.heat_strip import HeatStrip
from ui.widgets.words import label

NONE_YET = "No assessment yet"
ASSESS, IN_WORDS, AS_STRIP = "Assess", "In words", "As a picture"
INFORMS = "5 is the highest risk. The score informs; people decide."
READ_TALL = 300


def kept_cell(page: QWidget) -> Callable[[], None]:
    """Remember the cell of the page's strip that has the keyboard; to be called once the page was made anew."""
    strip = page.findChild(HeatStrip)
    if strip is None or page.window().focusWidget() is not strip:
        return lambda: None
    row, assessment = strip.row, strip.strip.columns[strip.place].assessment

    def take_up() -> None:
        fresh = page.findChild(HeatStrip)
        if fresh is not None:
            places = [each.assessment for each in fresh.strip.columns]
            if assessment in places:
                fresh.go(row, places.index(assessment))
            fresh.setFocus()

    return take_up


class AssessmentCard(Card):
    """Every assessment that counts; `opened` brings the number of one to read, `assess_asked` asks for the first.

    Nobody is offered to assess (`may_assess`) where a case is closed.
    """

    opened = Signal(object)
    assess_asked = Signal()

    def __init__(self, strip: Strip, *, may_assess: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(title(strip) if strip.columns else "Assessments", parent=parent)
        if not strip.columns:
            empty = EmptyState(
                NONE_YET, "Ten indicators, the worker’s judgement and a band.", verb=ASSESS if may_assess else ""
            )
            empty.acted.connect(self.assess_asked)
            self.add(empty)
            return
        self.strip = HeatStrip(strip)
        self.in_words = Button(IN_WORDS, "quiet", hint="The same in sentences, to read, listen to or copy")
        self.in_words.clicked.connect(lambda: self._turn(not self.strip.isHidden()))
        self.add_verb(self.in_words)
        self.add(self.strip)
        self.add(label(INFORMS, Type.SECOND, tone="soft", wrap=True))
        self.strip.opened.connect(self.opened)

    @cached_property
    def words(self) -> QPlainTextEdit:
        """What the strip shows, in sentences that can be walked by the keyboard and copied; made when first wanted."""
        made = QPlainTextEdit("\n\n".join(as_text(self.strip.strip).splitlines()))
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setAccessibleName("The assessments in words")
        made.setFixedHeight(theme.current().tall(READ_TALL))
        self.body.insertWidget(0, made)
        return made

    def _turn(self, in_words: bool) -> None:
        self.strip.setVisible(not in_words)
        self.words.setVisible(in_words)
        self.in_words.say(AS_STRIP if in_words else IN_WORDS)
        (self.words if in_words else self.strip).setFocus()
