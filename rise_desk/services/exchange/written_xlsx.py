"""A list as a workbook: every text is a text and never a formula, every whole day a date.

Written by hand: openpyxl puts each sheet into a file of its own in the computer's temporary folder first, in the
clear, and a killed program would leave it there.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from xml.sax.saxutils import escape

from rise_desk.services.exchange.listing import Listing, Row, Value

LONGEST_CELL = 32_767
CUT = " … (cut here: a cell holds no more. Export the list as CSV for the whole text.)"
NARROWEST, WIDEST = 9, 60
TITLE, ABOUT = "List", "About this file"
PLAIN, BOLD, WORDS, DAY = range(4)
"""Places among the styles: as it is, a heading, text that stays text when it is typed over, a date."""

_FIRST_DAY = date(1900, 3, 1)
_DAY_NOUGHT = date(1899, 12, 30)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NO_TITLE = re.compile(r"[\[\]:*?/\\]")

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"
_MAIN = f"{_OFFICE}/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LINK = f"{_OFFICE}/officeDocument/2006/relationships"

_TYPES = f"""{_HEAD}<Types xmlns="{_OFFICE}/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>\
<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{_TYPE}.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>\
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
</Types>"""

_RELATIONS = f"""{_HEAD}<Relationships xmlns="{_OFFICE}/package/2006/relationships">\
<Relationship Id="r1" Type="{_LINK}/officeDocument" Target="xl/workbook.xml"/>\
<Relationship Id="r2" Type="{_OFFICE}/package/2006/relationships/metadata/core-properties" \
Target="docProps/core.xml"/></Relationships>"""

_BOOK_RELATIONS = f"""{_HEAD}<Relationships xmlns="{_OFFICE}/package/2006/relationships">\
<Relationship Id="r1" Type="{_LINK}/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="r2" Type="{_LINK}/worksheet" Target="worksheets/sheet2.xml"/>\
<Relationship Id="r3" Type="{_LINK}/styles" Target="styles.xml"/></Relationships>"""

_TOP = '<alignment vertical="top"{}/>'
_STYLES = f"""{_HEAD}<styleSheet xmlns="{_MAIN}">\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="4">\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">{_TOP.format("")}</xf>\
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" \
applyAlignment="1">{_TOP.format(' wrapText="1"')}</xf>\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" \
applyAlignment="1">{_TOP.format(' wrapText="1"')}</xf>\
<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">\
{_TOP.format(' horizontal="left"')}</xf></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


def as_xlsx(listing: Listing, about: Sequence[tuple[str, str]], marking: str, by: str, at: datetime) -> bytes:
    """A workbook of two sheets: the list, its headings frozen and bold, and what people must know about the file."""
    told = [tuple[Value, ...](line) for line in about]
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "docProps/core.xml": _properties(listing.title, by, at),
        "xl/workbook.xml": _book((_named(listing.title), ABOUT)),
        "xl/_rels/workbook.xml.rels": _BOOK_RELATIONS,
        "xl/styles.xml": _STYLES,
        "xl/worksheets/sheet1.xml": _sheet([listing.columns, *listing.rows], marking, headed=True),
        "xl/worksheets/sheet2.xml": _sheet(told, marking, headed=False),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def is_cut(value: Value) -> bool:
    """Whether a cell of a workbook is too small for this."""
    return isinstance(value, str) and len(_safe(value)) > LONGEST_CELL


def _properties(title: str, by: str, at: datetime) -> str:
    made = f'xsi:type="dcterms:W3CDTF">{at:%Y-%m-%dT%H:%M:%SZ}'
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_OFFICE}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_text(title)}</dc:title><dc:creator>{_text(by)}</dc:creator>"
        f"<cp:lastModifiedBy>{_text(by)}</cp:lastModifiedBy>"
        f"<dcterms:created {made}</dcterms:created><dcterms:modified {made}</dcterms:modified></cp:coreProperties>"
    )


def _named(title: str) -> str:
    """A title as the tab of a sheet may have it."""
    return _NO_TITLE.sub(" ", title).strip(" '")[:31] or TITLE


def _book(sheets: Iterable[str]) -> str:
    named = "".join(
        f'<sheet name="{escape(_safe(name), {chr(34): "&quot;"})}" sheetId="{place}" r:id="r{place}"/>'
        for place, name in enumerate(sheets, 1)
    )
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_LINK}"><sheets>{named}</sheets></workbook>'


def _sheet(rows: Sequence[Row], marking: str, *, headed: bool) -> str:
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' if headed else ""
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(_widths(rows), 1)
    )
    cells = "".join(
        f'<row r="{line}">{"".join(_cells(row, line, headed=headed and line == 1))}</row>'
        for line, row in enumerate(rows, 1)
    )
    printed = _text(marking.replace("&", "&&"))
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{cells}</sheetData>"
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        f"<headerFooter><oddHeader>&amp;C{printed}</oddHeader>"
        f"<oddFooter>&amp;C{printed} · page &amp;P of &amp;N</oddFooter></headerFooter></worksheet>"
    )


def _cells(row: Row, line: int, *, headed: bool) -> Iterator[str]:
    for place, value in enumerate(row):
        at = f'r="{_letters(place)}{line}"'
        if isinstance(value, date) and value >= _FIRST_DAY:
            yield f'<c {at} s="{DAY}"><v>{(value - _DAY_NOUGHT).days}</v></c>'
        elif isinstance(value, int):
            yield f'<c {at} s="{PLAIN}"><v>{value}</v></c>'
        elif value not in (None, ""):
            style = BOLD if headed else WORDS
            yield f'<c {at} s="{style}" t="inlineStr"><is><t xml:space="preserve">{_text(_cell(value))}</t></is></c>'


def _cell(value: Value) -> str:
    told = _safe(str(value))
    return told if len(told) <= LONGEST_CELL else told[: LONGEST_CELL - len(CUT)] + CUT


def _safe(text: str) -> str:
    """Text that a workbook can hold: a control character is shown by its picture, line ends are all alike."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ESCAPE.sub("_x005F_", _FORBIDDEN.sub(_picture, lines))


def _picture(found: re.Match[str]) -> str:
    place = ord(found.group())
    return chr(0x2400 + place) if place < 0x20 else "\ufffd"


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub(_picture, text))


def _widths(rows: Sequence[Row]) -> list[int]:
    """How broad each column is: its longest line among the first rows, within reason."""
    longest: dict[int, int] = {}
    for row in rows[:200]:
        for place, value in enumerate(row):
            lines = str("" if value is None else value)[:500].splitlines() or [""]
            longest[place] = max(longest.get(place, 0), *map(len, lines))
    return [min(max(width + 2, NARROWEST), WIDEST) for _, width in sorted(longest.items())]


def _letters(place: int) -> str:
    """The name of a column: A, B … Z, AA."""
    return (_letters(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)
