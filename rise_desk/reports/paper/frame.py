"""What every page carries around its text: the marking at head and foot, which copy this is, page n of N."""

from rise_desk.reports import blocks
from rise_desk.reports.paper import sheet
from rise_desk.reports.paper.flow import Words
from rise_desk.reports.paper.text import Line, Typesetter

MARKING_LINES = 2
FOOT_LINES = 3
PAGE_NUMBER_WIDTH = 90.0


class Frame:
    """The head and foot of one document's pages, set once; `height` is what they leave for the text."""

    def __init__(self, document: blocks.Document, setter: Typesetter) -> None:
        self._setter = setter
        marking = document.marking.upper()
        self._marking = setter.cut(marking, sheet.MARKING, sheet.MEASURE, MARKING_LINES) if marking else []
        foot_measure = sheet.MEASURE - PAGE_NUMBER_WIDTH
        self._foot = setter.cut(blocks.foot_line(document), sheet.FOOT, foot_measure, FOOT_LINES)
        self._marking_height = len(self._marking) * sheet.MARKING.leading
        self._foot_height = len(self._foot) * sheet.FOOT.leading + self._marking_height
        self.top = sheet.TOP + self._marking_height - sheet.MARKING.leading
        self.height = sheet.HEIGHT - self.top - sheet.FOOT_EDGE - self._foot_height - sheet.ABOVE_FOOT

    def head(self) -> list[tuple[float, Words]]:
        """The marking above the text, with how far down each line starts."""
        return _stacked(sheet.MARKING_TOP, [_centred(line) for line in self._marking])

    def foot(self, number: int, count: int) -> list[tuple[float, Words]]:
        """The marking below the text, what the paper is, and its page number."""
        top = sheet.HEIGHT - sheet.FOOT_EDGE - self._foot_height
        marking = _stacked(top, [_centred(line) for line in self._marking])
        below = top + self._marking_height
        said = _stacked(below, [Words(0, line) for line in self._foot])
        page = self._setter.lines(f"page {number} of {count}", sheet.FOOT, PAGE_NUMBER_WIDTH)
        return [*marking, *said, *_stacked(below, [Words(sheet.MEASURE - line.width, line) for line in page])]


def _centred(line: Line) -> Words:
    return Words((sheet.MEASURE - line.width) / 2, line)


def _stacked(top: float, words: list[Words]) -> list[tuple[float, Words]]:
    return [(top + number * each.line.style.leading, each) for number, each in enumerate(words)]
