"""A list as a CSV file that no spreadsheet takes for formulas, and that comes back as it was (security 3.8)."""

import csv
import io
from datetime import date

from rise_desk.services.exchange.cells import MARK, escaped
from rise_desk.services.exchange.listing import Listing, Value


def as_csv(listing: Listing, marking: str) -> bytes:
    """UTF-8 with its mark, CRLF, all quoted; the last column has no values, and its name bears the marking.

    By that name an import knows that texts were escaped here, and takes one apostrophe off again.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*map(escaped, listing.columns), f"{marking} · {MARK}"])
    for row in listing.rows:
        writer.writerow([*map(_cell, row), ""])
    return out.getvalue().encode("utf-8-sig", "replace")


def _cell(value: Value) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return escaped(value) if isinstance(value, str) else "" if value is None else str(value)
