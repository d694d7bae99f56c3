"""The history of a record: its versions at the left, newest first; at the right what changed in the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rise_desk.domain.changes import Change, Item
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.services import changes, photos
from rise_desk.services.changes import Version
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.facts import Fact, Facts
from ui.fitting import fit
from ui.records.state_words import words_for
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import label, tip

BEFORE, AFTER = "Before", "After"
ADDED, TAKEN_AWAY, CHANGED = "Added", "Taken away", "Changed"
REORDERED = "The same, in another order."
NO_DIFFERENCE = "Nothing that is shown here differs from the version before."
PICTURE = 120
PHOTO = "photo"


class HistoryDialog(QDialog):
    """Who changed what when; raises `NotAllowed` or `NotFound` where it can't be opened, which is written down."""

    def __init__(self, screen: ScreenDesk, record: Id, named: str, parent: QWidget | None = None) -> None:
        versions = changes.of(screen.at, record)
        words = words_for(screen, [each.record for each in versions])
        super().__init__(parent)
        self.desk, self.versions, self._words = screen, versions, words
        self.setWindowTitle("History")
        self.list = QListWidget()
        self.area = QScrollArea()
        self.close_button = Button("Close", "primary", keys="Esc")
        self._build(named)
        self.list.currentRowChanged.connect(self._show)
        self.close_button.clicked.connect(self.accept)
        fit(self, 980, 640)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _show(self, row: int) -> None:
        version = self.versions[row]
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 0, theme.TIGHT, 4)
        column.setSpacing(theme.GAP)
        column.addWidget(label(version.title, Type.CARD, wrap=True))
        column.addWidget(label(self._by(version), tone="soft", wrap=True))
        if version.reason:
            column.addWidget(label(f"Reason: {version.reason}", wrap=True))
        for each in self._cards(version):
            column.addWidget(each)
        column.addStretch(1)
        self.area.setWidget(inside)

    def _by(self, version: Version) -> str:
        return formats.joined(formats.when_full(version.at), version.by, self._file(version))

    def _file(self, version: Version) -> str:
        """Which file it was, where several were merged into one."""
        if len({each.record.id for each in self.versions}) == 1 or not isinstance(version.record, Person):
            return ""
        return f"File {version.record.file_number}"

    def _cards(self, version: Version) -> Sequence[QWidget]:
        if not version.changes:
            return [label(NO_DIFFERENCE, tone="soft", wrap=True)]
        if version.first:
            return [self._recorded(version)]
        return [self._card(each, version.record) for each in version.changes]

    def _recorded(self, version: Version) -> Card:
        """A first version: everything it said."""
        kind = type(version.record)
        facts = [
            Fact(
                label=each.attribute.label,
                value=self._words.value(kind, each.attribute, each.after),
                whole=each.attribute.long or each.attribute.sort == "parts",
            )
            for each in version.changes
        ]
        card = Card("As it was first recorded")
        card.add(Facts(facts))
        return card

    def _card(self, change: Change, record: Record) -> Card:
        card = Card()
        card.setAccessibleName(change.attribute.label)
        card.add(label(change.attribute.label, Type.CARD, wrap=True))
        if change.reordered:
            card.add(label(REORDERED, tone="soft", wrap=True))
        elif change.items:
            for each in change.items:
                card.body.addLayout(self._item(each, change, type(record)))
        elif change.attribute.name == PHOTO and isinstance(record, Person):
            card.body.addLayout(_sides((BEFORE, self._photo(record, change.before)), (AFTER, self._photo(record))))
        else:
            states = (change.before, change.after)
            was, now = (self._words.value(type(record), change.attribute, each) for each in states)
            card.body.addLayout(_sides((BEFORE, _words(change, BEFORE, was)), (AFTER, _words(change, AFTER, now))))
        return card

    def _item(self, item: Item, change: Change, kind: type[Record]) -> QHBoxLayout:
        was, now = (
            self._words.part(kind, change.attribute, each) if each else "" for each in (item.before, item.after)
        )
        if item.before and item.after:
            before, after = f"{CHANGED}, before", f"{CHANGED}, after"
            return _sides((before, _words(change, before, was)), (after, _words(change, after, now)))
        name, said = (ADDED, now) if item.after else (TAKEN_AWAY, was)
        return _sides((name, _words(change, name, said)))

    def _photo(self, record: Person, number: Id | None = None) -> QLabel:
        """The photo of a state, or what stands in its place."""
        shown = record if number is None else record.changed(photo=number)
        picture = QPixmap()
        picture.loadFromData(photos.of(self.desk.at, shown) if shown.photo else b"")
        if picture.isNull():
            return label(formats.NOT_RECORDED, tone="soft")
        side = theme.current().px(PICTURE)
        made = label()
        made.setPixmap(picture.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
        made.setAccessibleName("Photo after" if number is None else "Photo before")
        return made

    def _build(self, named: str) -> None:
        for each in self.versions:
            lines = (each.title, formats.when_full(each.at), each.by, self._file(each))
            item = QListWidgetItem("\n".join(line for line in lines if line), self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{each.title}, {self._by(each)}")
            rows = item.text().count("\n") + 1
            item.setSizeHint(QSize(0, rows * self.fontMetrics().lineSpacing() + theme.PAD))
            item.setToolTip(tip(item.text()))
        self.list.setAccessibleName("Versions, the newest first")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName("What changed")
        frame = Card()
        frame.add(self.list)
        sides = QHBoxLayout()
        sides.setSpacing(theme.GAP)
        sides.addWidget(frame, 2)
        sides.addWidget(self.area, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        head = QHBoxLayout()
        head.addWidget(label(f"History of {named}", Type.NAME, wrap=True), 1)
        head.addWidget(label(formats.count(len(self.versions), "version"), tone="soft"))
        column.addLayout(head)
        column.addLayout(sides, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)


def _sides(*sides: tuple[str, QWidget]) -> QHBoxLayout:
    """What was beside what is, each under its name."""
    across = QHBoxLayout()
    across.setSpacing(theme.PAD)
    for title, widget in sides:
        side = QVBoxLayout()
        side.setSpacing(2)
        side.addWidget(label(title, Type.SECOND, tone="soft"))
        side.addWidget(widget)
        side.addStretch(1)
        across.addLayout(side, 1)
    return across


def _words(change: Change, side: str, words: str) -> QLabel:
    made = label(words or formats.NOT_RECORDED, tone="ink" if words else "soft", wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setAccessibleName(f"{change.attribute.label}, {side.lower()}: {made.text()}")
    return made
