"""Papers: the summary of a file with two years of records, against a bare canvas that draws the very same text."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from itertools import cycle, groupby
from typing import Any
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from rise_desk.domain.act import Act
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.moments import minute
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import casework, packs
from tests.bench.figures import Figure, Limit
from tests.bench.ground import Ground
from tests.bench.timing import medians, timed

WEEKS = 104

Drawn = tuple[int, str, float, float, float, str]
"""On which page, in which font and size, where, which text."""


def figures(ground: Ground, rounds: int) -> Iterator[Figure]:
    """The summary of somebody about whom something was written every week for two years."""
    subject = _busy_file(ground)
    drawn, pages = _drawn(ground, subject)
    took = medians(
        {
            "summary": timed(lambda: packs.preview(ground.desk, subject)),
            "canvas": timed(lambda: bare_canvas(drawn)),
        },
        max(5, rounds // 2),
    )
    yield Figure(
        what="summary of a file with two years of records",
        measured=took["summary"],
        floor=took["canvas"],
        of="a bare reportlab canvas that draws the same lines in the same fonts",
        limit=Limit(times=3),
        detail=f"{WEEKS} entries on {pages} pages, {len(drawn):,} strings; read, told, set, drawn and written down",
    )


def bare_canvas(drawn: list[Drawn]) -> bytes:
    """The same text at the same places, and nothing else."""
    written = BytesIO()
    canvas = Canvas(written, pageCompression=1)
    for _page, strings in groupby(drawn, lambda each: each[0]):
        font = ("", 0.0)
        for _, name, size, x, y, text in strings:
            if font != (name, size):
                font = (name, size)
                canvas.setFont(name, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def _busy_file(ground: Ground) -> Id:
    """A file like others, with a note each week for two years, in the words of other notes."""
    row = ground.bare.execute("SELECT subject FROM card WHERE at_risk ORDER BY last_entry DESC LIMIT 1").fetchone()
    person = ground.desk.store.get(Person, Id(row[0]))
    texts = cycle(each[0] for each in ground.bare.execute("SELECT text FROM contact_note LIMIT 300").fetchall())
    now = ground.desk.now()
    notes = tuple(
        ContactNote(
            id=ground.desk.clock.new_id(),
            concerns=(Concern(subject=person.id),),
            happened_at=minute(now - timedelta(weeks=week)),
            text=next(texts),
        )
        for week in range(WEEKS)
    )
    casework.perform(ground.desk, Act(title="Two years", saves=notes, batch="bench"))
    return person.id


def _drawn(ground: Ground, subject: Id) -> tuple[list[Drawn], int]:
    """What the summary draws, heard once, and on how many pages."""
    drawn: list[Drawn] = []
    plain = PDFTextObject.textLine

    def draw(self: Any, text: str = "") -> Any:
        x, y = self.getStartOfLine()
        drawn.append((self._canvas.getPageNumber(), self._fontname, self._fontsize, x, y, text))
        return plain(self, text)

    with patch.object(PDFTextObject, "textLine", draw):
        made = packs.preview(ground.desk, subject)
    return drawn, made.pages
