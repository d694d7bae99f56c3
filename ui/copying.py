"""What is copied from a list leaves the desk: it is said, and many rows are written down; very many go as an export."""

from typing import TYPE_CHECKING

from ui.pages import Page
from ui.widgets.record_table import TOO_MANY, RecordTable

if TYPE_CHECKING:
    from ui.case_missing import CaseMissing
    from ui.link_list import LinkList

FEW = 10
"""So many rows are copied without a word in the audit, as anybody reads them off the screen."""
MIND = "What you copy leaves the desk: paste it only where it may be."
COPIED = "list copied"


def watch(table: RecordTable, page: "Page | CaseMissing | LinkList") -> None:
    """Say on this page what was copied from its list."""
    table.copied.connect(lambda rows: _copied(page, rows))
    table.too_many.connect(lambda _rows: page.said.emit(TOO_MANY))


def _copied(page: "Page | CaseMissing | LinkList", rows: int) -> None:
    said = f"{rows} {'row' if rows == 1 else 'rows'} copied. {MIND}"
    page.said.emit(said)
    if rows > FEW:
        desk = page.desk
        desk.tasks.attempt(
            lambda: desk.at.note(COPIED, kind=page.title.lower(), reason=f"{rows} rows"),
            done=lambda _none: None,
            failed=lambda failure: page.said.emit(str(failure)),
        )
