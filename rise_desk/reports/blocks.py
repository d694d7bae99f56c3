"""The meaning of a printed page, block by block in reading order, before anything is drawn.

A report says what it has to say in these blocks, in plain text: no markup ever comes in, so nothing that
somebody typed can break a page. `paper` turns a document into a PDF; `as_text` turns the same document
into plain text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.heat import Strip
from rise_desk.domain.heat_told import sentences
from rise_desk.domain.moments import Moment
from rise_desk.reports.form_blocks import FormBlock, form_lines
from rise_desk.reports.led import plain
from rise_desk.reports.night_blocks import NightBlock, night_lines
from rise_desk.reports.web_blocks import Web, web_lines

OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"
UNMARKED = ""
"""The marking of a paper that holds nothing of any file, such as the sheet of the program's keys."""
NOT_A_COPY = "preview, not a copy"
NO_ROOM = "There is more on file than these pages have room for."


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The name of what follows; `aside` is a quiet remark at the other end of the line."""

    text: str
    aside: str = ""


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Running text; its line breaks are kept."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Note:
    """A quiet remark, such as that there are no records in this period."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing known, under its label."""

    label: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Things known, side by side where they are short."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Somebody's own words, and whose they are."""

    text: str
    attribution: str = ""


@dataclass(frozen=True, kw_only=True)
class WarningBox:
    """What the reader must know before doing anything with this paper; printed in a box."""

    text: str
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of a chronology: when, what sort, by whom, how it stands ('corrected'), what it says."""

    when: str
    kind: str
    text: str
    by: str = ""
    tags: tuple[str, ...] = ()
    own_words: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Scored:
    """One thing that was scored: the score and how it compares, what was asked, the wording, what it rests on."""

    score: str
    change: str = ""
    label: str
    aside: str = ""
    wording: str = ""
    text: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under column names; `empty` is said where there are none.

    `large`: the names are as large as the rows; `bare`: they are not printed, because the rows speak for themselves;
    it is what the table is called where it goes on on another page.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = "None recorded."
    large: bool = False
    bare: str = ""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """Groups of short facts under their titles, in two columns, to be looked up rather than read."""

    groups: tuple[tuple[str, tuple[Fact, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class Heat:
    """The ten indicators through the assessments of a strip, bands above, as `heat.heat` makes it."""

    strip: Strip


@dataclass(frozen=True, kw_only=True)
class Portrait:
    """Somebody's photo (a JPEG, b'' for none) under what is said of it, with facts beside it."""

    photo: bytes
    caption: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class NewPage:
    """What follows begins a page: it is for other eyes, or is torn off."""


Block = (
    Heading
    | NewPage
    | Paragraph
    | Note
    | Facts
    | Quote
    | WarningBox
    | Entry
    | Scored
    | Table
    | Listing
    | Heat
    | Portrait
    | FormBlock
    | NightBlock
    | Web
)


@dataclass(frozen=True, kw_only=True)
class Document:
    """A whole paper: what it is about, how it is marked, who printed it when, which copy, its blocks.

    `printed_by` is '' where it matters to nobody. `dense`: with less air between its blocks, to take fewer pages.
    `most_pages`: it never takes more, and where it would have, its last page says that there is more; 0 for any number.
    """

    title: str
    subject_line: str = ""
    right_lines: tuple[str, ...] = ()
    marking: str = OFFICIAL_SENSITIVE
    footer: str
    printed_by: str
    printed_at: Moment
    copy: str = NOT_A_COPY
    dense: bool = False
    most_pages: int = 0
    blocks: tuple[Block, ...] = ()


def as_text(document: Document) -> str:
    """The document as plain text in the same order, for screen readers: the PDFs carry no structure tags."""
    return "\n".join(_document_lines(document)) + "\n"


def _document_lines(document: Document) -> Iterator[str]:
    if document.marking:
        yield from (document.marking.upper(), "")
    yield from _filled((document.title, document.subject_line, *document.right_lines))
    for block in document.blocks:
        yield ""
        yield from _block_lines(block)
    yield ""
    yield foot_line(document)
    yield from _filled((document.marking.upper(),))


def foot_line(document: Document) -> str:
    """What stands at the foot of every page: which paper, printed by whom and when, which copy."""
    by = f"printed by {document.printed_by}, " if document.printed_by else ""
    printed = f"{by}{moments.shown(document.printed_at)}"
    return " · ".join(_filled((document.footer, printed, document.copy)))


def _block_lines(block: Block) -> Iterable[str]:
    if isinstance(block, FormBlock):
        return form_lines(block)
    if isinstance(block, NightBlock):
        return night_lines(block)
    return _LINES[type(block)](block)


def _quote_lines(quote: Quote) -> Iterator[str]:
    return _filled((quoted(quote.text), quote.attribution))


def _listing_lines(listing: Listing) -> Iterator[str]:
    for title, facts in listing.groups:
        yield title.upper()
        yield from _fact_lines(facts)


def _entry_lines(entry: Entry) -> Iterator[str]:
    yield " · ".join(_filled((entry.when, entry.kind, *entry.tags, entry.by)))
    if entry.own_words:
        yield quoted(entry.own_words)
    yield from _filled((entry.text,))
    yield from _fact_lines(entry.facts)


def _scored_lines(scored: Scored) -> Iterator[str]:
    score = " ".join(_filled((f"{scored.label}: {scored.score}", scored.change and f"({scored.change})")))
    yield " · ".join(_filled((score, scored.wording, scored.aside)))
    yield from _filled((scored.text,))
    yield from _fact_lines(scored.facts)


def _table_lines(table: Table) -> Iterator[str]:
    if not table.rows:
        yield table.empty
    for row in table.rows:
        yield "; ".join(f"{column}: {plain(cell)}" for column, cell in zip(table.columns, row, strict=True) if cell)


def _portrait_lines(portrait: Portrait) -> Iterator[str]:
    yield portrait.caption
    yield from _fact_lines(portrait.facts)


def _fact_lines(facts: tuple[Fact, ...]) -> Iterator[str]:
    return (f"{each.label}: {plain(each.value)}" for each in facts)


def _filled(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text)


def quoted(words: str) -> str:
    """Somebody's words between quotation marks, unless they are there already."""
    return words if words.startswith(("“", '"')) else f"“{words}”"


_LINES: Mapping[type[Block], Callable[[Any], Iterable[str]]] = {
    Heading: lambda block: _filled((block.text.upper(), block.aside)),
    NewPage: lambda block: (),
    Paragraph: lambda block: (block.text,),
    Note: lambda block: (block.text,),
    Facts: lambda block: _fact_lines(block.facts),
    Quote: _quote_lines,
    WarningBox: lambda block: _filled((f"WARNING: {block.text}", block.detail)),
    Entry: _entry_lines,
    Scored: _scored_lines,
    Table: _table_lines,
    Listing: _listing_lines,
    Heat: lambda block: sentences(block.strip),
    Portrait: _portrait_lines,
    Web: web_lines,
}
"""How each sort of block reads in plain text."""
