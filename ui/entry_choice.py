"""Choosing the record that something comes from: one of the newest entries in the files of those it is about."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QWidget

from rise_desk.domain import moments
from rise_desk.domain.link import Link
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.record import Id, Record
from rise_desk.errors import DeskError
from rise_desk.services import overview, unfinished
from ui import formats
from ui.desk import ScreenDesk
from ui.widgets.plain_choice import PlainChoice

NEWEST = 40
NO_SOURCE = (Link.KIND, OpenQuestion.KIND)
"""Kinds that say where they come from themselves, and are no source of another record."""
UNREADABLE = "A record you can’t read"


class EntryChoice(PlainChoice):
    """One entry; none until somebody chooses. What a record holds already stays what it is."""

    def __init__(self, screen: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__((), "Record it comes from", all_=formats.NOT_RECORDED, parent=parent)
        self._desk = screen
        self._of: tuple[Id, ...] = ()

    def offer(self, subjects: Iterable[Id]) -> None:
        """Let it be one of the newest entries about these."""
        wanted = tuple(each for each in subjects if each)
        if wanted == self._of:
            return
        self._of = wanted
        kept = self.value()
        self.blockSignals(True)
        while self.count() > 1:
            self.removeItem(1)
        for subject in wanted:
            for record in self._entries(subject):
                if self.findData(str(record.id)) < 0:
                    self.addItem(_called(record), str(record.id))
        self.set_value(kept)
        self.blockSignals(False)

    def value(self) -> Any:
        """The number of the entry; 0 for none."""
        return Id(int(super().value() or 0))

    def set_value(self, key: Any) -> None:
        """Choose an entry; one that is not offered is added as it is called."""
        number = Id(int(key or 0))
        if number and self.findData(str(number)) < 0:
            self.addItem(self._name(number), str(number))
        super().set_value(str(number) if number else "")

    def typed(self) -> Any:
        """The number as text."""
        return super().value()

    def restore(self, typed: Any) -> None:
        """Choose what a draft kept."""
        self.set_value(typed)

    def unreadable(self) -> str:
        """It is chosen, so it can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The box itself."""
        return self

    def _entries(self, subject: Id) -> list[Record]:
        try:
            found = overview.chronology(self._desk.at, subject, limit=NEWEST)
        except DeskError:
            return []
        return [each.record for each in found if each.record.KIND not in NO_SOURCE and overview.counts(each)]

    def _name(self, record: Id) -> str:
        try:
            return _called(unfinished.on_file(self._desk.at, record))
        except DeskError:
            return UNREADABLE


def _called(record: Record) -> str:
    return formats.joined(record.TITLE, moments.shown(record.happened()) or formats.NOT_RECORDED) + (
        f" · {record.recorded_by}" if record.recorded_by else ""
    )
