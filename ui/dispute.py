"""A form whose record somebody else changed meanwhile: it says so, compares the versions, and goes on from them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from rise_desk.domain.comparing import Choice, Difference, differences
from rise_desk.domain.record import Record
from rise_desk.errors import Conflict, DeskError
from rise_desk.services import unfinished
from ui import formats
from ui.conflict import OF_ANSWERS, OF_PARTS, OF_TEXT, ConflictDialog, Shown
from ui.leftover import Leftover
from ui.records.words import in_words
from ui.widgets.buttons import Button
from ui.widgets.fields import Kind
from ui.widgets.words import label

if TYPE_CHECKING:
    from ui.record_form import RecordForm

FORM = "form"
STILL_HERE = "What you typed is still here, and kept as a draft."
TOO_LATE = "What you typed can’t be saved here any more. It is kept as a draft, and can be copied."
ASIDE = "This is what you typed and did not choose. It stays with this form until the form is saved."


class Dispute(QObject):
    """Belongs to one form; `aside` holds, by field, what was typed and not chosen, for as long as the form is open."""

    def __init__(self, form: "RecordForm") -> None:
        super().__init__(form)
        self._form = form
        self.aside: dict[str, str] = {}
        self.too_late = False
        """Whether what was typed can't be saved here any more: the form is then closed unasked, and its draft stays."""
        self.told = label(tone="loud", wrap=True)
        self.show_button = Button("Show what is on file now")
        self.aside_button = Button("Show what I typed and did not choose", "quiet")
        for each in (self.told, self.show_button, self.aside_button):
            form.head.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft if each is not self.told else Qt.AlignmentFlag(0))
            each.hide()
        self.show_button.clicked.connect(self.show)
        self.aside_button.clicked.connect(self.show_aside)

    def tell(self, sentence: str) -> None:
        """Say at the top of a form that is gone on with what became of its record meanwhile."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        self.show_button.setVisible(bool(sentence) and self._form.base is not None)

    def begin(self, failure: Conflict) -> None:
        """Nothing was saved: offer what is on file now beside what was typed."""
        self._form.show_problems({FORM: f"{failure} {STILL_HERE}"})
        if self._form.base is not None:
            self._say_whether_too_late(self._gone())
            self.show_button.show()
            self.show_button.setFocus()

    def show(self) -> None:
        """Show the three versions side by side; the form can go on from there."""
        form = self._form
        try:
            theirs = unfinished.on_file(form.desk.at, form.original().id)
            gone = unfinished.gone(form.desk.at, theirs)
        except DeskError as failure:
            self._too_late(str(failure))
            return
        if gone:
            self._too_late(gone)
            return
        found = self._differences(theirs)
        shown = [self._shown(each) for each in found]
        dialog = ConflictDialog(theirs.recorded_by, formats.when(theirs.recorded_at), shown, form)
        dialog.accepted.connect(lambda: self._go_on(theirs, found, dialog.chosen()))
        self._open(dialog)

    def show_aside(self) -> None:
        """Show what was typed and not chosen, to be copied."""
        text = "\n\n".join(f"{name}\n{words}" for name, words in self.aside.items())
        self._open(Leftover(ASIDE, text, may_throw_away=False, parent=self._form))

    def restore(self, aside: Mapping[str, str]) -> None:
        """Hold what was set aside before, as a draft kept it."""
        self.aside = dict(aside)
        self.aside_button.setVisible(bool(self.aside))

    def _gone(self) -> str:
        """Why what was typed can't be saved here any more; '' where it can."""
        desk = self._form.desk.at
        try:
            return unfinished.gone(desk, unfinished.on_file(desk, self._form.original().id))
        except DeskError as failure:
            return str(failure)

    def _say_whether_too_late(self, gone: str) -> None:
        self.too_late = bool(gone)
        self._form.cancel_button.say("Close" if gone else "Cancel")

    def _too_late(self, sentence: str) -> None:
        form = self._form
        self._say_whether_too_late(sentence)
        form.show_problems({FORM: f"{sentence} {TOO_LATE}"})
        mine = self._mine()
        text = "\n\n".join(f"{form.panel.rows[name].field.label}\n{self._words(name, mine[name])}" for name in mine)
        self._open(Leftover(f"{sentence} {TOO_LATE}", text, may_throw_away=False, parent=form))

    def _go_on(self, theirs: Record, found: tuple[Difference, ...], chosen: Mapping[str, Choice]) -> None:
        """Go on from what is on file now, with each field as it was chosen."""
        form, typed = self._form, self._form.panel.touched()
        words = {each.name: self._words(each.name, each.mine) for each in found}
        form.base = theirs
        form.panel.set_value(form.shown(theirs))
        form.panel.restore({name: typed[name] for name in typed if name in form.own})
        for each in found:
            choice = chosen[each.name]
            if choice is Choice.THEIRS and each.mine != each.original:
                self.aside[form.panel.rows[each.name].field.label] = words[each.name]
            elif choice is Choice.MINE:
                form.panel.restore({each.name: typed[each.name]})
            elif choice is Choice.BOTH:
                form.panel.rows[each.name].editor.set_value(each.chosen(choice))
        self.restore(self.aside)
        self._say_whether_too_late("")
        self.tell("")
        form.show_problems({})
        form.drafting.keep()
        form.panel.focus_first()

    def _mine(self) -> dict[str, Any]:
        """What the form says of the fields in which something was typed: as read, or as typed where it can't be."""
        form = self._form
        typed, read, unreadable = form.panel.touched(), form.panel.values(), form.panel.unreadable()
        return {name: typed[name] if name in unreadable else read[name] for name in typed if name not in form.own}

    def _differences(self, theirs: Record) -> tuple[Difference, ...]:
        form = self._form
        rows = {name: row for name, row in form.panel.rows.items() if name not in form.own}
        mine = {name: getattr(form.original(), name) for name in rows} | self._mine()
        joins = {name for name, row in rows.items() if row.field.kind is Kind.LONG}
        return differences(form.original(), theirs, mine, joins)

    def _shown(self, each: Difference) -> Shown:
        row = self._form.panel.rows[each.name]
        parts = OF_PARTS if row.field.kind in (Kind.PARTS, Kind.LINES) else OF_ANSWERS
        return Shown(
            name=each.name,
            label=row.field.label,
            original=self._words(each.name, each.original),
            theirs=self._words(each.name, each.theirs),
            mine=self._words(each.name, each.mine),
            choices=each.choices,
            called=parts if isinstance(each.mine, tuple) else OF_TEXT,
        )

    def _words(self, name: str, value: Any) -> str:
        form = self._form
        if name in form.panel.unreadable() and value == form.panel.typed()[name]:
            return str(value)
        return in_words(form.panel.rows[name].field, value, form.around)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
