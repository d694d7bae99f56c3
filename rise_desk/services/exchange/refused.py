"""Refused rows as a file: the rows as they came, each with its reason, to be put right and imported again."""

import csv
import io

from rise_desk.services.exchange.cells import escaped
from rise_desk.services.exchange.planning import Fate, Preview
from rise_desk.services.exchange.reading import REASON


def refused_csv(preview: Preview) -> bytes:
    """A CSV file (UTF-8 with its mark, CRLF, all quoted, no formulas) of the refused rows, the reason last.

    A row of the wrong length keeps it, so that nothing slides into another column.
    """
    table, kept = preview.table, -1 if preview.table.returned else None
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*map(escaped, table.header[:kept]), REASON])
    for row, outcome in zip(table.rows, preview.outcomes, strict=True):
        if outcome.fate is Fate.REFUSED:
            writer.writerow([*map(escaped, row.cells[:kept]), escaped(outcome.reason)])
    return out.getvalue().encode("utf-8-sig")
