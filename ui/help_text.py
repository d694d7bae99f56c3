"""A page of help on the screen: its Markdown in the desk's own type and colours, with links walked by the arrows."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from rise_desk.services import handbook
from rise_desk.services.handbook import HelpPage
from ui import theme
from ui.theme import Type

LEADING = 135.0
"""The distance of lines, in percent."""
WIDEST = 720
HEADINGS = {1: Type.PAGE, 2: Type.CARD, 3: Type.CARD}
MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectCommonMark | QTextDocument.MarkdownFeature.MarkdownNoHTML
WAYS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class HelpText(QTextBrowser):
    """Shows a page; `asked` brings a link that somebody follows, as `case.md` or `glossary.md#key-worker`."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: HelpPage | None = None
        self.links: list[tuple[int, int, str]] = []
        self._words: Sequence[str] = ()
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setAccessibleName("Help")
        self.anchorClicked.connect(lambda url: self.asked.emit(url.toString()))
        theme.when_changed(self._dress_again)

    def show_page(self, page: HelpPage, anchor: str = "", words: Sequence[str] = ()) -> None:
        """Show a page from its top, from a heading, or from the first of the words that were looked for."""
        self.page, self._words = page, words
        self.setAccessibleName(f"Help: {page.title}")
        self._set()
        if anchor:
            self.scrollToAnchor(anchor)
        else:
            self._find(words)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever loaded from anywhere."""
        return None

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Tab leaves the page; the arrows go along its links."""
        return QWidget.focusNextPrevChild(self, onwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right and Left go from link to link, Enter follows the one that is chosen."""
        chosen = self.chosen()
        if event.key() in WAYS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self._step(WAYS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen:
            self.asked.emit(chosen)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are no longer than can be read with ease; what was at the top stays there."""
        top = self._top()
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), theme.current().px(WIDEST)))
        super().resizeEvent(event)
        self._scroll_to(top)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text; what was at the top stays there."""
        top = self._top()
        super().changeEvent(event)
        self._scroll_to(top)

    def chosen(self) -> str:
        """The link that is chosen; '' where none is."""
        cursor = self.textCursor()
        here = (cursor.selectionStart(), cursor.selectionEnd())
        return next((target for start, end, target in self.links if (start, end) == here), "")

    def _step(self, by: int) -> None:
        if not self.links:
            return
        at = self.textCursor().selectionStart()
        places = [start for start, _end, _target in self.links]
        if self.chosen():
            place = (places.index(at) + by) % len(places)
        else:
            ahead = [number for number, start in enumerate(places) if start >= at]
            place = (ahead[0] if ahead else 0) if by > 0 else (ahead[0] - 1 if ahead else len(places) - 1)
        start, end, _target = self.links[place]
        self.setTextCursor(_span(self.document(), start, end))
        self.ensureCursorVisible()

    def _find(self, words: Sequence[str]) -> None:
        """Mark the words that were looked for, and bring the first into view."""
        marked = [each for word in words for each in self._found(word)]
        self.setExtraSelections(marked)
        if marked:
            first = min((each.cursor for each in marked), key=lambda cursor: cursor.selectionStart())
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()
        else:
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def _found(self, word: str) -> Iterator[QTextEdit.ExtraSelection]:
        look, at = theme.current(), self.document().find(word)
        while not at.isNull():
            each = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setBackground(look.colour("medium_ground"))
            form.setForeground(look.colour("medium"))
            each.cursor, each.format = QTextCursor(at), form
            yield each
            at = self.document().find(word, at)

    def _dress_again(self) -> None:
        if self.page is not None:
            top = self._top()
            self._set()
            self._scroll_to(top)

    def _top(self) -> int:
        """The number of the paragraph that is at the top; -1 where the page begins there."""
        at_start = self.verticalScrollBar().value() == 0
        return -1 if at_start else self.cursorForPosition(QPoint(theme.PAD, theme.TIGHT)).blockNumber()

    def _scroll_to(self, paragraph: int) -> None:
        block = self.document().findBlockByNumber(paragraph)
        self.document().size()  # laid out to its end, or the bar would stop too soon
        place = self.document().documentLayout().blockBoundingRect(block) if paragraph >= 0 else QRectF()
        self.verticalScrollBar().setValue(round(place.top()))

    def _set(self) -> None:
        assert self.page is not None
        look, made = theme.current(), self.document()
        made.setDefaultFont(look.font())
        made.setMarkdown(self.page.text, MARKDOWN)
        made.setDocumentMargin(look.px(theme.PAD))
        self.links = dress(made)


def dress(made: QTextDocument) -> list[tuple[int, int, str]]:
    """Give a document the desk's type and colours; its links, with where each begins and ends."""
    links: list[tuple[int, int, str]] = []
    block = made.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        _space(made, block, level)
        if level:
            _dress_heading(made, block, level)
        for start, end, form in list(_fragments(block)):
            if form.anchorHref():
                links.append((start, end, form.anchorHref()))
                _merge(made, start, end, _inked("accent", underlined=True))
            elif form.fontFixedPitch():
                _merge(made, start, end, _key_cap())
        block = block.next()
    return links


def _space(made: QTextDocument, block: QTextBlock, level: int) -> None:
    look, form = theme.current(), QTextBlockFormat()
    form.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    after_list = _is_listed(block.previous()) and not _is_listed(block)
    form.setTopMargin(look.px(theme.GAP if level > 1 else 8 if after_list else 0))
    form.setBottomMargin(look.px(4 if level > 1 or _is_listed(block) else 10))
    QTextCursor(block).mergeBlockFormat(form)


def _is_listed(block: QTextBlock) -> bool:
    listed: object = block.textList()
    return listed is not None


def _dress_heading(made: QTextDocument, block: QTextBlock, level: int) -> None:
    form = _inked("ink")
    form.setFontPointSize(theme.current().points(HEADINGS.get(level, Type.TEXT)))
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setAnchor(True)
    form.setAnchorNames([handbook.anchor(block.text())])
    _span(made, block.position(), block.position() + block.length() - 1).setCharFormat(form)


def _key_cap() -> QTextCharFormat:
    """A key as it is named in running text."""
    look, form = theme.current(), _inked("accent")
    form.setFontFamilies([look.font().family()])
    form.setFontFixedPitch(False)
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setBackground(look.colour("accent_ground"))
    return form


def _inked(colour: str, *, underlined: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(theme.current().colours[colour]))
    form.setFontUnderline(underlined)
    return form


def _fragments(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    at = block.begin()
    while not at.atEnd():
        fragment: QTextFragment = at.fragment()
        yield fragment.position(), fragment.position() + fragment.length(), fragment.charFormat()
        at += 1


def _merge(made: QTextDocument, start: int, end: int, form: QTextCharFormat) -> None:
    _span(made, start, end).mergeCharFormat(form)


def _span(made: QTextDocument, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(made)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
