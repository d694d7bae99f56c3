"""Two records of one place, vehicle or phone: find the other, see what differs, say why; they are read as one."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from rise_desk.domain import thing_card
from rise_desk.domain.record import Id
from rise_desk.domain.thing import Thing
from rise_desk.domain.thing_card import ThingCard
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import thing_merging, things
from ui import formats
from ui.desk import ScreenDesk
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind
from ui.widgets.text_fields import LineField
from ui.widgets.words import label

EXPLAINED = (
    "The same place, vehicle or phone may have been recorded twice. Both are then read as one: neither loses anything, "
    "and they can be separated again. Two places may share a name, so be sure first."
)
OTHER = Field(name="other", label="The other record", kind=Kind.LINE, hint="Name, plate, number or address")
WHY = Field(
    name="reason", label="How you know", kind=Kind.LINE, required=True, hint="Such as: the same sign on the door"
)
APART = (
    "The record gets back its links and entries and is on its list again. What was recorded about the main one stays "
    "there."
)
NOTHING = "No other record answers to this."
NOTHING_LIKELY = "No record looks like the same one. Type a name, a plate or a number to find it."
PAUSE_MS = 200
ROWS, FEW = 4, 8
SAME = "Nothing is said differently."


class SameThing(SmallDialog):
    """Over one thing; `merged` brings it as it stands once another is read as part of it."""

    merged = Signal(object)

    def __init__(self, screen: ScreenDesk, thing: Thing, parent: QWidget | None = None) -> None:
        super().__init__(
            "Same as another record", Button("Read as one", "primary"), Button("Cancel", keys="Esc"), parent
        )
        self.desk, self.thing = screen, thing
        self.other, self.why = FieldRow(OTHER, LineField()), FieldRow(WHY, LineField())
        self.list = QListWidget()
        self.list.setAccessibleName("Records found")
        self.list.setFixedHeight(self.list.fontMetrics().lineSpacing() * ROWS * 2)
        self.differs = label(tone="soft", wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.build(f"Same as {thing.name}", EXPLAINED, self.other, self.list, self.differs, self.why)
        self.other.editor.changed.connect(self._pause.start)
        self.list.currentItemChanged.connect(lambda *_items: self.choose())
        self.verb.clicked.connect(self.merge)
        self.look()

    def look(self) -> None:
        """Offer the records that answer to what was typed; those that are likely the same where nothing was."""
        text = str(self.other.editor.value()).strip()
        try:
            found = self._answering(text) if text else self._likely()
        except DeskError as failure:
            self.fail(failure)
            return
        with QSignalBlocker(self.list):
            self._list(found, NOTHING if text else NOTHING_LIKELY)
        self.choose()

    def choose(self) -> None:
        """Tell what the chosen record says differently."""
        chosen = self._chosen()
        self.differs.setText("")
        if chosen is not None:
            try:
                seen = thing_merging.preview(self.desk.at, self.thing, things.thing(self.desk.at, chosen))
            except DeskError as failure:
                self.fail(failure)
                return
            said = (f"{each.label}: {each.other} (here {each.main})" for each in seen.differences)
            self.differs.setText("It says differently: " + "; ".join(said) if seen.differences else SAME)
        self.grow()

    def merge(self) -> None:
        """Read them as one, or say what stands against it."""
        chosen, why = self._chosen(), str(self.why.editor.value())
        if chosen is None:
            self.say({"other": "Choose the other record first."})
            return
        if not why.strip():
            self.say({"reason": "Enter how you know that these are the same."})
            return
        self.work("Reading them as one …")
        desk, thing = self.desk.at, self.thing
        self.desk.tasks.attempt(
            lambda: thing_merging.merge(desk, thing, things.thing(desk, chosen), why), self._done, self.fail
        )

    def _done(self, thing: Thing) -> None:
        self.accept()
        self.merged.emit(thing)

    def _likely(self) -> list[tuple[ThingCard, str]]:
        return [(each.card, each.why) for each in thing_merging.likely(self.desk.at, self.thing)][:FEW]

    def _answering(self, text: str) -> list[tuple[ThingCard, str]]:
        wanted = thing_card.Wanted(kind=self.thing.KIND, text=text, limit=FEW + 1)
        return [(each, "") for each in things.page(self.desk.at, wanted) if each.subject != self.thing.id][:FEW]

    def _list(self, found: Sequence[tuple[ThingCard, str]], nothing: str) -> None:
        chosen = self._chosen()
        self.list.clear()
        for card, why in found:
            item = QListWidgetItem(formats.joined(card.name, card.detail, why), self.list)
            item.setData(Qt.ItemDataRole.UserRole, card.subject)
            if card.subject == chosen:
                self.list.setCurrentItem(item)
        if not found:
            QListWidgetItem(nothing, self.list).setFlags(Qt.ItemFlag.NoItemFlags)

    def _chosen(self) -> Id | None:
        chosen = self.list.selectedItems()
        held = chosen[0].data(Qt.ItemDataRole.UserRole) if chosen else None
        return Id(held) if held else None


class ApartThing(SmallDialog):
    """Asks why a record that was read as part of another is one by itself; `separated` brings it."""

    separated = Signal(object)

    def __init__(self, screen: ScreenDesk, thing: Thing, parent: QWidget | None = None) -> None:
        super().__init__(
            "Separate records", Button("Separate", "primary"), Button("Keep them as one", keys="Esc"), parent
        )
        self.desk, self.thing = screen, thing
        self.why = FieldRow(WHY, LineField())
        self.build(f"Separate {thing.name}", APART, self.why)
        self.verb.clicked.connect(self.separate)

    def separate(self) -> None:
        """Separate it, or say what stands against it."""
        why = str(self.why.editor.value())
        if not why.strip():
            self.fail(Invalid({"reason": "Enter why these are not the same."}))
            return
        self.work("Separating …")
        desk, thing = self.desk.at, self.thing
        self.desk.tasks.attempt(lambda: thing_merging.separate(desk, thing, why), self._done, self.fail)

    def _done(self, thing: Thing) -> None:
        self.accept()
        self.separated.emit(thing)
