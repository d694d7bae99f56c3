"""Imports of the last 24 hours, each of which can be undone as one act."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from rise_desk.domain import moments
from rise_desk.services.exchange.lately import Imported
from ui import formats
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.record_table import RecordTable

NAME = "Imports of the last 24 hours"
EMPTY = ("No imports in the last 24 hours.", "Each can be undone here, as one act, for a day.")


class RecentImports(Card):
    """The list, newest first; `undo_asked` brings the import to be undone."""

    undo_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(NAME)
        self._rows: Sequence[Imported] = ()
        self.table = RecordTable(_columns(), self._fetch, name=NAME, sort="at", empty=EmptyState(*EMPTY))
        self.undo_button = Button("Undo import…", icon="undo")
        self.add(self.table, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.undo_button)
        self.body.addLayout(foot)
        self.table.chosen.connect(lambda _row: self._allow())
        self.undo_button.clicked.connect(self._ask)
        self._allow()

    def show_imports(self, rows: Sequence[Imported]) -> None:
        """Show these."""
        self._rows = rows
        self.table.reload()
        self._allow()

    def _fetch(self, _sort: str, _descending: bool, after: Imported | None) -> Sequence[Imported]:
        return () if after else self._rows

    def _allow(self) -> None:
        row = self.table.current_row()
        self.undo_button.setEnabled(row is not None and not row.undone)

    def _ask(self) -> None:
        self.undo_asked.emit(self.table.current_row())


def in_words(one: Imported) -> str:
    """What undoing an import would do, as it is asked about."""
    changed = one.records - one.made
    made = f"{formats.count(one.made, 'record')} it made will be withdrawn" if one.made else ""
    back = f"{formats.count(changed, 'file')} will be as before" if changed else ""
    what = " and ".join(filter(None, (made, back)))
    return f"Undo the import of {one.file}? The {what}. A backup is made first, and nothing is erased."


def _columns() -> list[Column]:
    return [
        Column(key="at", title="When", cell=lambda row: moments.shown(row.at), width=210, fixed=True),
        Column(key="file", title="File", cell=lambda row: row.file, width=260),
        Column(key="records", title="Records", cell=lambda row: f"{row.records:,}", width=90, right=True),
        Column(key="by", title="By", cell=lambda row: row.by, width=170),
        Column(key="undone", title="", cell=lambda row: "Undone" if row.undone else "", width=110),
    ]
