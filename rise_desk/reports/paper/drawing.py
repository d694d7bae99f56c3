"""Ink on pages: the only part that draws, and the PDF file that comes of it."""

from functools import cache
from io import BytesIO
from itertools import groupby
from threading import Lock
from typing import Any

from rise_desk.domain import moments
from rise_desk.reports import blocks
from rise_desk.reports.paper import pictures, shapes, sheet
from rise_desk.reports.paper.compose import block_strips, document_strips
from rise_desk.reports.paper.flow import Box, Page, Panel, Placed, Stroke, Words, at_most, pages
from rise_desk.reports.paper.fonts import Fonts
from rise_desk.reports.paper.frame import Frame
from rise_desk.reports.paper.text import Typesetter

PAD, FRAMED_PAD = 9.0, 6.0
CORNER = 5.0
_one_at_a_time = Lock()


def pdf(document: blocks.Document, fonts: Fonts) -> bytes:
    """The document as a PDF file: A4, real text in embedded fonts; the same document gives the same bytes."""
    with _one_at_a_time:
        setter = Typesetter(fonts)
        frame = Frame(document, setter)
        ending = block_strips(blocks.Paragraph(text=blocks.NO_ROOM), setter)
        whole = pages(document_strips(document, setter), frame.height)
        filled = at_most(whole, document.most_pages, ending, frame.height)
        written = BytesIO()
        pen = _Pen(_canvas(document, written, setter), setter)
        for number, page in enumerate(filled, 1):
            pen.page(page, frame, number, len(filled))
        pen.finish()
        return written.getvalue()


def page_count(document: blocks.Document, fonts: Fonts) -> int:
    """How many pages the document asks for, before anything is drawn."""
    with _one_at_a_time:
        setter = Typesetter(fonts)
        return len(pages(document_strips(document, setter), Frame(document, setter).height))


def _canvas(document: blocks.Document, written: BytesIO, setter: Typesetter) -> Any:
    """An empty PDF with its properties; the title names the paper, not the child, because viewers show it."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # pages as they are packed, not once more as letters: a fifth smaller
    canvas = Canvas(written, pagesize=(sheet.WIDTH, sheet.HEIGHT), invariant=1, lang="en-GB", pageCompression=1)
    canvas.setTitle(setter.plain(document.footer))
    canvas.setAuthor(setter.plain(document.printed_by))
    canvas.setSubject(setter.plain(document.marking.upper()))
    canvas.setCreator("RISE Desk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    printed = moments.earliest(document.printed_at).strftime("D:%Y%m%d%H%M%SZ")
    canvas.setDateFormatter(lambda *_: printed)
    return canvas


@cache
def _colour(ink: str) -> tuple[float, ...]:
    """An ink as the shares of red, green and blue that a page is told."""
    return tuple(int(ink[at : at + 2], 16) / 255 for at in (1, 3, 5))


class _Pen:
    """A canvas that remembers which ink and font its text holds, and how many headings it has marked.

    The text of a page is one object, begun once: to begin one for each string takes longer than to write it.
    """

    def __init__(self, canvas: Any, setter: Typesetter) -> None:
        self._canvas = canvas
        self._setter = setter
        self._text: Any = None
        self._ink = ""
        self._font: tuple[str, float] = ("", 0.0)
        self._headings = 0

    def page(self, page: Page, frame: Frame, number: int, count: int) -> None:
        """One page in reading order: the marking, the text over its panels, the foot."""
        self._text, self._ink, self._font = self._canvas.beginText(), "", ("", 0.0)
        for panel, run in groupby(page, lambda placed: placed.strip.panel):
            if panel:
                self._panel(panel, list(run), frame.top)
        self._stack(frame.head())
        for _, run in groupby(page, lambda placed: placed.strip.row):
            self._row(list(run), frame.top)
        self._stack(frame.foot(number, count))
        self._canvas.drawText(self._text)
        self._canvas.showPage()

    def finish(self) -> None:
        """Close the file."""
        self._canvas.save()

    def _stack(self, words: list[tuple[float, Words]]) -> None:
        for top, each in words:
            self._words(top + each.line.style.drop, each)

    def _row(self, row: list[Placed], top: float) -> None:
        """Strips whose columns belong together: each column is written to its end before the next."""
        told: list[tuple[int, float, Words]] = []
        for placed in row:
            strip = placed.strip
            down = top + placed.top
            if strip.rule:
                self._hairline(down + strip.height)
            if strip.bar is not None:
                self._bar(strip.bar, down, strip.height)
            self._boxes(strip.boxes, down)
            self._strokes(strip.strokes, down)
            for each in strip.pictures:
                low = sheet.HEIGHT - down - each.down - each.tall
                pictures.draw(self._canvas, each.jpeg, (sheet.LEFT + each.at, low, each.wide, each.tall))
            if strip.outline:
                self._bookmark(strip.outline, down)
            baseline = down + max((each.line.style.drop for each in strip.words), default=0.0)
            told += [(each.column, baseline, each) for each in strip.words]
        for _, baseline, words in sorted(told, key=lambda each: (each[0], each[1] + each[2].down)):
            self._words(baseline + words.down, words)

    def _words(self, baseline: float, words: Words) -> None:
        style = words.line.style
        if words.shape:
            self._shape(baseline, words)
        if style.ink != self._ink:
            self._text.setFillColor(_colour(style.ink))
            self._ink = style.ink
        for run in words.line.runs:
            if self._font != (run.font, style.size):
                self._font = (run.font, style.size)
                self._text.setFont(run.font, style.size)
            self._text.setTextOrigin(sheet.LEFT + words.at + run.at, sheet.HEIGHT - baseline)
            self._text.textLine(run.text)

    def _shape(self, baseline: float, words: Words) -> None:
        """The shape that leads a text, as high as its capitals."""
        left = sheet.LEFT + words.at - shapes.room(words.shape, words.line.style)
        self._canvas.saveState()
        self._canvas.setFillColor(_colour(sheet.INK))
        self._canvas.setStrokeColor(_colour(sheet.INK))
        shapes.draw(self._canvas, words.shape, left, sheet.HEIGHT - baseline, words.line.style.size)
        self._canvas.restoreState()

    def _panel(self, panel: Panel, placed: list[Placed], top: float) -> None:
        """The ground of one panel on this page, a little larger than its strips."""
        pad = FRAMED_PAD if panel.framed else PAD
        upper = sheet.HEIGHT - top - placed[0].top + pad
        lower = sheet.HEIGHT - top - placed[-1].top - placed[-1].strip.height - pad
        box = (sheet.LEFT, lower, sheet.MEASURE, upper - lower)
        self._canvas.saveState()
        if panel.framed:
            self._canvas.setStrokeColor(_colour(sheet.INK))
            self._canvas.setLineWidth(1.4)
            self._canvas.rect(*box, stroke=1, fill=0)
        else:
            self._canvas.setFillColor(_colour(sheet.PANEL))
            self._canvas.roundRect(*box, CORNER, stroke=0, fill=1)
        self._canvas.restoreState()

    def _boxes(self, boxes: tuple[Box, ...], down: float) -> None:
        for box in boxes:
            paint = self._canvas.setStrokeColor if box.framed else self._canvas.setFillColor
            self._canvas.saveState()
            self._canvas.setLineWidth(0.7)
            paint(_colour(box.ink))
            place = (sheet.LEFT + box.at, sheet.HEIGHT - down - box.down - box.tall, box.wide, box.tall)
            self._canvas.rect(*place, stroke=int(box.framed), fill=int(not box.framed))
            self._canvas.restoreState()

    def _strokes(self, strokes: tuple[Stroke, ...], down: float) -> None:
        """Lines and shapes of a drawing, each over those before it."""
        for stroke in strokes:
            self._canvas.saveState()
            self._canvas.setStrokeColor(_colour(stroke.ink))
            self._canvas.setLineWidth(stroke.wide)
            self._canvas.setDash(list(stroke.dash))
            path = self._canvas.beginPath()
            for number, (across, below) in enumerate(stroke.points):
                place = (sheet.LEFT + across, sheet.HEIGHT - down - below)
                (path.lineTo if number else path.moveTo)(*place)
            if stroke.fill:
                path.close()
                self._canvas.setFillColor(_colour(stroke.fill))
            self._canvas.drawPath(path, stroke=1, fill=int(bool(stroke.fill)))
            self._canvas.restoreState()

    def _hairline(self, down: float) -> None:
        self._canvas.setStrokeColor(_colour(sheet.HAIRLINE))
        self._canvas.setLineWidth(0.6)
        self._canvas.line(sheet.LEFT, sheet.HEIGHT - down, sheet.LEFT + sheet.MEASURE, sheet.HEIGHT - down)

    def _bar(self, at: float, down: float, height: float) -> None:
        self._canvas.setStrokeColor(_colour(sheet.BAR))
        self._canvas.setLineWidth(2.2)
        self._canvas.line(sheet.LEFT + at + 1, sheet.HEIGHT - down, sheet.LEFT + at + 1, sheet.HEIGHT - down - height)

    def _bookmark(self, text: str, down: float) -> None:
        """An entry in the viewer's list of sections."""
        self._headings += 1
        key = f"section {self._headings}"
        self._canvas.bookmarkPage(key, fit="XYZ", top=sheet.HEIGHT - down)
        self._canvas.addOutlineEntry(self._setter.plain(text), key)
