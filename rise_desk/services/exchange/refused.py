"""Refused rows as a file: the rows as they came, each with its reason, to be put right and imported again."""

import csv
import io

from rise_desk.services.exchange.cells import escaped
from rise_desk.services.exchange.outcomes import STAYS_OUT, Preview, asked_about
from rise_desk.services.exchange.rows import REASON

FILE_NUMBER = "file number"
"""The column that a file of refused rows gains where a child is asked about: filled in, it answers."""

PREVIEWED = ("line", "what happens", "file", "why, or what is added", "to look at")


def refused_csv(preview: Preview) -> bytes:
    """A CSV file (UTF-8 with its mark, CRLF, all quoted, no formulas) of the rows that stay out, the reason last.

    A row of the wrong length keeps it, so that nothing slides into another column. Where children are asked about,
    there is a column for their file numbers.
    """
    table, kept = preview.table, -1 if preview.table.returned else None
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    asks = [FILE_NUMBER] if asked_about(preview.outcomes) and "file_number" not in preview.layout.places else []
    writer.writerow([*map(escaped, table.header[:kept]), *asks, REASON])
    for row, outcome in zip(table.rows, preview.outcomes, strict=True):
        if outcome.fate in STAYS_OUT:
            gap = [""] * len(asks)
            writer.writerow([*map(escaped, row.cells[:kept]), *gap, escaped(outcome.reason)])
    return out.getvalue().encode("utf-8-sig")


def preview_csv(preview: Preview) -> bytes:
    """A CSV file of the whole preview: each row's line, what happens to it and why, then the row as it came."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*PREVIEWED, *map(escaped, preview.table.header)])
    for row, each in zip(preview.table.rows, preview.outcomes, strict=True):
        told = (str(each.line), str(each.fate), each.file, each.reason, each.warning)
        writer.writerow([*map(escaped, told), *map(escaped, row.cells)])
    return out.getvalue().encode("utf-8-sig")
