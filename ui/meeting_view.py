"""The morning meeting's view: the team's Today for everybody in the room, and a line to type under each item of it."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.action import Action
from rise_desk.errors import DeskError
from rise_desk.services import meeting_lines, today, unfinished
from ui import formats, meeting_items, stylesheet, theme
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.meeting_item import MeetingItem, large
from ui.meeting_items import Item, Key
from ui.meeting_line import MEETING, Half, MeetingLine, Typed, name_of
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.words import Elided, discard, label

MINUTE_MS = 60_000
SIZED = "QPushButton, QLineEdit {{ font-size: {size}pt; }}"
FULL, SMALLER = "Full screen", "Leave full screen"
CALM = ("Nobody is missing, and nothing is due in the next four weeks.", "What comes up is shown here by itself.")


class MeetingView(QDialog):
    """A window of its own, without anything else of the desk; `asked` brings what an item's verb asks for.

    `undo_asked`: the last act of this sitting is to be taken back.
    """

    asked = Signal(object)
    undo_asked = Signal()

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Morning meeting · RISE Desk")
        self.desk = desk
        self.items: list[Item] = []
        self.shown: dict[Key, MeetingItem] = {}
        self.chosen: Key | None = None
        self.halves: dict[Key, Half] = {}
        self.line = MeetingLine(desk, today.colleagues(desk.at))
        self.date, self.count = Elided(tone="soft"), Elided(tone="soft")
        self.full, self.leave = Button(FULL, keys="F11"), Button("Close", keys="Esc")
        self.calm = EmptyState(*CALM, icon="check")
        self._area, self._titles = QScrollArea(), list[QWidget]()
        self._clock = QTimer(self, interval=MINUTE_MS)
        self._keeping = False
        self._build()
        self._connect()
        self._enlarge()
        fit(self, 1180, 760)
        self.refresh()
        self._take_up()

    def show_large(self) -> None:
        """Come to the front, with the cursor in the line of the first item."""
        self.show()
        (self.full if self.chosen is None else self.line.what).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read everything again; what is typed stays where it is."""
        if self.desk.desk is None:
            return
        held = {key for key, half in self.halves.items() if half.unsaved()}
        self.items = meeting_items.read(self.desk, self.items, held)
        now = self.desk.now()
        self.date.setText(formats.day(now.astimezone(moments.LONDON).date()))
        count = today.count(each.waiting for each in self.items if each.line.verbs)
        late = f"{count.late:,} late or missing" if count.late else ""
        self.count.setText(formats.joined(formats.count(len(self.items), "line"), late))
        self._show()

    def step(self, by: int) -> None:
        """Go to another item."""
        keys = [each.key for each in self.items]
        if self.chosen in keys:
            self.choose(keys[min(max(keys.index(self.chosen) + by, 0), len(keys) - 1)])

    def choose(self, key: Key) -> None:
        """Put the line under this item, with what was typed there before."""
        if key == self.chosen or key not in self.shown:
            return
        if self.chosen in self.shown:
            before = self.shown[self.chosen]
            before.choose(None)
            before.say_half(self._half(self.chosen).what)
        self.chosen = key
        item = self.shown[key]
        item.say_half("")
        with QSignalBlocker(self.line):
            self.line.show_item(item.item, self._half(key))
        item.choose(self.line)
        self.line.what.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, self._bring_into_view)

    def keep(self) -> None:
        """Keep the line as a minute and an action; an empty one, or one that can't be read, is not."""
        if self.chosen is None or self._keeping:
            return
        typed, wrong = self.line.typed(), self.line.wrong()
        if wrong or not typed.what.strip():
            self.line.say(wrong or ("" if typed.empty else meeting_lines.NOTHING))
            return
        half, desk, due_on = self._half_of(self.chosen), self.desk.at, self.line.due_on()
        half.say(typed)
        self._keeping = True
        self.desk.tasks.attempt(
            lambda: meeting_lines.said(
                desk, half.subject, half.about, typed.what, owner=typed.owner, due_on=due_on, draft=half.drafting.draft
            ),
            lambda _saved: self._kept(half),
            self._failed,
        )

    def reject(self) -> None:
        """Esc leaves the full screen first, then the view."""
        if self.isFullScreen():
            self.toggle_full()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """What is half typed stays an unfinished form."""
        for half in self.halves.values():
            half.drafting.keep()
        self._clock.stop()
        super().done(result)

    def toggle_full(self) -> None:
        """Fill the screen, or go back to a window."""
        full = not self.isFullScreen()
        if full:
            self.showFullScreen()
        else:
            self.showNormal()
        self.full.say(SMALLER if full else FULL)

    def _hear(self, _said: object) -> None:
        if self.isVisible():
            self.refresh()

    def _leave(self) -> None:
        """The desk was locked: nothing of it stays on the screen."""
        self.done(0)

    def _kept(self, half: Half) -> None:
        self._keeping = False
        half.settle()
        if self.chosen is not None and self.halves.get(self.chosen) is half:
            with QSignalBlocker(self.line):
                self.line.show_item(self.shown[self.chosen].item, Typed())
            self.line.tell_kept()
            self.line.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, failure: DeskError) -> None:
        self._keeping = False
        self.line.say(str(failure))

    def _half(self, key: Key) -> Typed:
        """What is half typed about an item."""
        half = self.halves.get(key)
        return half.typed if half else Typed()

    def _half_of(self, key: Key) -> Half:
        if key not in self.halves:
            self.halves[key] = Half(self.desk, self.shown[key].item, self)
        return self.halves[key]

    def _typing(self, typed: object) -> None:
        if self.chosen is not None and isinstance(typed, Typed) and (not typed.empty or self.chosen in self.halves):
            self._half_of(self.chosen).say(typed)
            self.line.say("")

    def _take_up(self) -> None:
        """Lines that were half typed when this view was left are there again."""
        kept = {
            str(each.typed.get(MEETING)): each for each in unfinished.mine(self.desk.at) if each.kind == Action.KIND
        }
        for item in self.items:
            draft = kept.get(name_of(item.key))
            if draft is not None:
                half = self._half_of(item.key)
                half.take_up(draft)
                self.shown[item.key].say_half(half.typed.what)
        if self.chosen is not None:
            self.shown[self.chosen].say_half("")
            with QSignalBlocker(self.line):
                self.line.show_item(self.shown[self.chosen].item, self._half(self.chosen))

    def _act(self) -> None:
        """Open what the item's verb asks for, on the desk."""
        if self.chosen is not None:
            line = self.shown[self.chosen].item.line
            verb = line.verbs[-1] if line.verbs else line.opens
            if verb is not None:
                self.asked.emit(verb.ask)

    def _bring_into_view(self) -> None:
        if self.chosen in self.shown:
            self._area.ensureWidgetVisible(self.shown[self.chosen], 0, theme.GAP)

    def _show(self) -> None:
        """Lay the items out anew where their order has changed; what stays is the same widget, with its line."""
        before, titles = list(self.shown), self._titles
        kept: dict[Key, MeetingItem] = {}
        for each in self.items:
            held = self.shown.get(each.key)
            if held is None:
                held = MeetingItem(each)
                held.pressed.connect(lambda key=each.key: self.choose(key))
            held.tell(each)
            kept[each.key] = held
        gone = [item for key, item in self.shown.items() if key not in kept]
        self.shown = kept
        if gone or list(kept) != before:
            self._lay_out(titles, gone)
        self.calm.setVisible(not kept)
        if self.chosen not in kept:
            self.chosen = None
            first = next(iter(kept), None)
            if first is not None:
                self.choose(first)
        elif self.chosen is not None:
            self.line.show_verb(kept[self.chosen].item)

    def _lay_out(self, titles: list[QWidget], gone: list[MeetingItem]) -> None:
        if self.chosen not in self.shown:
            self.line.setParent(self)
            self.line.hide()
        for each in (*titles, *gone):
            self._column.removeWidget(each)
            discard(each)
        self._titles, last, place = [], "", 0
        for item in self.items:
            if item.title != last:
                last = item.title
                self._titles.append(label(last, Type.NAME))
                self._column.insertWidget(place, self._titles[-1])
                place += 1
            self._column.insertWidget(place, self.shown[item.key])
            place += 1

    def _enlarge(self) -> None:
        look = large()
        size = look.points(Type.TEXT)
        self.setStyleSheet(stylesheet.sheet(look) + SIZED.format(size=size))

    def _connect(self) -> None:
        QShortcut(QKeySequence("F11"), self, self.toggle_full)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.undo_asked.emit)
        self.full.clicked.connect(lambda _checked=False: self.toggle_full())
        self.leave.clicked.connect(self.reject)
        self.line.kept.connect(self.keep)
        self.line.stepped.connect(self.step)
        self.line.typing.connect(self._typing)
        self.line.done.connect(self._act)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        self.desk.announced.connect(self._hear)
        self.desk.left.connect(self._leave)
        theme.when_changed(self._enlarge)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        for each in (label("Morning meeting", Type.PAGE), self.date, self.count):
            head.addWidget(each)
        head.setStretch(1, 1)
        head.addWidget(self.full)
        head.addWidget(self.leave)
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, theme.GAP, 0)
        self._column.setSpacing(theme.TIGHT)
        self._column.addWidget(self.calm, 1)
        self._column.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName("What the meeting goes through")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.MARGIN)
        column.setSpacing(theme.GAP)
        column.addLayout(head)
        column.addWidget(self._area, 1)
