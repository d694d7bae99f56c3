"""Whoever and whatever is named in a record: typed once or picked from the files, each with what sort it is.

What a text looks like (a phone, a number plate) is said beside it and left to whoever types. It is kept as it was
typed; phones and plates are brought to one form only to find the same again.
"""

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain.language import nudges
from rise_desk.domain.mention import Mention
from rise_desk.domain.recognising import PERSON, PHONE, SORTS, alike, likely_sort
from rise_desk.domain.record import NO_ID, Id, Part, plain, stored
from rise_desk.errors import DeskError
from rise_desk.services import finding, overview
from ui import formats, theme
from ui.assessment_people import FileOf
from ui.desk import ScreenDesk
from ui.records.question import ask
from ui.records.words import capitalised
from ui.theme import Type
from ui.widgets.answers import Hit
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, Kind, Surroundings
from ui.widgets.parts import PartsField
from ui.widgets.radio_row import RadioRow
from ui.widgets.search_box import SearchBox
from ui.widgets.words import label

VOCABULARY = "mention_sort"
HINTS = {
    "": "A name or nickname, or any part of a name on file",
    "place": "A place, as they call it, or its address",
    "vehicle": "A number plate or part of one, or what it looks like",
    "phone": "A phone number, or whose phone it was",
    "handle": "The name used, and on which app",
}
ROOM = 280
"""How much room answers need beneath the line, in heights of text."""

WITHOUT = "Listed by this name, without a file"
NOT_ADDED = "“{}” is not listed yet. Press Enter in the line to add it, or clear the line."
TWICE = "“{}” is listed already."


class NameLine(SearchBox):
    """The line on which somebody or something is named: Enter adds what was typed, unless an answer was gone to."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds; Down goes to those on file, and Enter then picks one; the rest is the search box's."""
        plain_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        )
        if plain_enter and self.text().strip() and not self._gone_to():
            self.close_answers()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _gone_to(self) -> bool:
        shown = self.answers if self.answers is not None and self.answers.isVisible() else None
        return shown is not None and shown.list.currentRow() > 0


class SortRow(RadioRow):
    """What sort of thing is named; a person holds until something else is chosen."""

    def __init__(self, around: Surroundings, sorts: tuple[str, ...] = SORTS) -> None:
        super().__init__([(each, capitalised(sort_words(each, around))) for each in sorts], unanswered=False)
        self.name("What it is")

    def set_value(self, value: Any) -> None:
        """Choose a sort; a person has two names in the data."""
        super().set_value(plain_sort(str(value or "")))


class MentionsField(PartsField):
    """Shows what is named, a row each; one more is typed on the line beneath, or picked from the files."""

    def __init__(self, screen: ScreenDesk, sorts: tuple[str, ...], field: Field, around: Surroundings) -> None:
        super().__init__(field, around)
        self._screen = screen
        self._shown_for = ""
        self.sort = SortRow(around, sorts)
        self.line = NameLine(hint=HINTS[""], keys="")
        self.line.setAccessibleName("Name")
        self.suggestion = Button("", "chip")
        self.told = label(size=Type.SECOND, tone="medium", wrap=True)
        self._build()
        self.sort.setVisible(len(sorts) > 1)
        self.sort.changed.connect(self._sorted)
        self.line.asked.connect(self.ask)
        self.line.picked.connect(self._picked)
        self.line.entered.connect(self.add)
        self.line.textChanged.connect(self._written)
        self.suggestion.clicked.connect(self._take_suggestion)
        self._sorted()

    def typed(self) -> Any:
        """What is listed as plain data, and last what stands on the line and was not added."""
        waiting = self.line.text().strip()
        return [*super().typed(), *([waiting] if waiting else [])]

    def restore(self, typed: Any) -> None:
        """Show what a draft kept."""
        kept = list(typed or ())
        self._take(tuple(stored(Mention, each) for each in kept if not isinstance(each, str)))
        self.line.setText(next((each for each in kept if isinstance(each, str)), ""))

    def unreadable(self) -> str:
        """A name that was typed and not added would be lost."""
        waiting = self.line.text().strip()
        return NOT_ADDED.format(waiting) if waiting else ""

    def field_widget(self) -> QWidget:
        """The line on which one more is named."""
        return self.line

    def describe(self, part: Part) -> str:
        """One of them in a line, with whose file it is."""
        assert isinstance(part, Mention)
        known = overview.names_of(self._screen.at, [part.person]) if part.person else {}
        return in_a_line(part, self.around, known.get(part.person, ""))

    def add(self) -> None:
        """List what was typed, as the sort that is chosen; with nothing typed, go to the line."""
        self._put(self.line.text().strip(), NO_ID)

    def remove(self, place: int) -> None:
        """Take one out, and be ready for another."""
        super().remove(place)
        self.line.setFocus()

    def ask(self, text: str) -> None:
        """Show who on file answers to a name or a number, beneath what was typed itself."""
        if self.sort.value() not in (PERSON, PHONE):
            return
        try:
            found = finding.people(self._screen.at, text)
        except DeskError as failure:
            self._tell(str(failure))
            return
        self._shown_for = text
        hits = [Hit(key=each.subject, title=each.name, detail=each.found_in, aside=each.aside) for each in found]
        if hits:
            self._make_room()
            self.line.show_hits([Hit(key=text, title=text, detail=WITHOUT), *hits])
        else:
            self.line.close_answers()

    def _make_room(self) -> None:
        """Scroll the form so far that answers have room beneath the line."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inside = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and inside is not None:
            below = self.line.mapTo(inside, QPoint(0, self.line.height() + theme.current().tall(ROOM)))
            area.ensureVisible(0, below.y(), 0, 0)

    def _picked(self, key: object) -> None:
        """What was typed itself, or a file: a person goes by the name of the file, a phone by its number."""
        if isinstance(key, str):
            self._put(key, NO_ID)
        elif isinstance(key, int):
            person = Id(key)
            name = overview.names_of(self._screen.at, [person]).get(person, self._shown_for)
            self._put(self._shown_for if self.sort.value() == PHONE else name, person)

    def _put(self, name: str, person: Id) -> None:
        self.line.setFocus()
        if not name:
            return
        made = Mention(name=name, person=person, sort=self.sort.value())
        if any(_same(made, each) for each in self.parts):
            self._tell(TWICE.format(name))
            return
        self._take((*self.parts, made))
        self.line.clear()

    def _sorted(self) -> None:
        sort = self.sort.value()
        self.add_button.say(f"Add {sort_words(sort, self.around)}")
        self.line.setPlaceholderText(HINTS[sort])
        self.line.setAccessibleDescription(HINTS[sort])
        self.line.close_answers()
        self._written()

    def _written(self) -> None:
        """Say what it looks like, where that is not what was chosen; it is never chosen for anybody."""
        self.told.hide()
        likely = likely_sort(self.line.text())
        offered = likely is not None and likely != self.sort.value() and likely in self.sort.buttons
        if offered:
            words = sort_words(likely or "", self.around)
            self.suggestion.say(f"This looks like a {words}. List it as one")
        self.suggestion.setVisible(offered)
        self.changed.emit()

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.show()

    def _take_suggestion(self) -> None:
        likely = likely_sort(self.line.text())
        if likely is not None:
            self.sort.set_value(likely)
        self.line.setFocus()

    def _build(self) -> None:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        row = QHBoxLayout()
        row.setSpacing(theme.TIGHT)
        row.addWidget(self.line, 1)
        row.addWidget(self.add_button)
        column.insertWidget(2, self.sort)
        column.insertLayout(3, row)
        column.insertWidget(4, self.suggestion, 0, Qt.AlignmentFlag.AlignLeft)
        column.insertWidget(5, self.told)
        QWidget.setTabOrder(self.line, self.add_button)
        self.suggestion.hide()
        self.told.hide()


def mentions_field(screen: ScreenDesk, name: str, label: str, *, people_only: bool = False, **about: Any) -> Field:
    """The question who and what is named, for a form's panel; its value is a tuple of `Mention`."""
    sorts = (PERSON,) if people_only else SORTS
    return Field(
        name=name,
        label=label,
        kind=Kind.OWN,
        part=Mention,
        whole=True,
        make=lambda field, around: MentionsField(screen, sorts, field, around),
        fields=_asked(screen, sorts),
        noun="person" if people_only else "name",
        describe=told,
        **about,
    )


def told(value: Any, around: Surroundings) -> str:
    """One of them, or all of them, as a page shows them."""
    each = (value,) if isinstance(value, Mention) else value
    return "\n".join(in_a_line(one, around) for one in each)


def in_a_line(made: Mention, around: Surroundings, file: str = "") -> str:
    """One in a line: its name, what it is where that is no person, whose file it is, and what is known."""
    sort = "" if plain_sort(made.sort) == PERSON else sort_words(made.sort, around)
    on_file = "" if not made.person else f"file of {file}" if file and file != made.name else "has a file"
    return formats.joined(made.name, sort, on_file, " ".join(made.known.split()))


def plain_sort(sort: str) -> str:
    """A sort as the editor knows it: a person is '', however it was recorded."""
    return PERSON if sort == "person" else sort


def sort_words(sort: str, around: Surroundings) -> str:
    """What a sort is called: 'person', 'name used online'."""
    return around.practice.label(VOCABULARY, sort or "person")


def _asked(screen: ScreenDesk, sorts: tuple[str, ...]) -> tuple[Field, ...]:
    sort = ask(Mention, "sort", Kind.OWN, whole=True, make=lambda _field, around: SortRow(around, sorts))
    return (
        ask(Mention, "name", hint="As they are called; a nickname will do"),
        *((sort,) if len(sorts) > 1 else ()),
        ask(Mention, "person", Kind.OWN, make=lambda _field, _around: FileOf(screen), hint="If they have one here"),
        ask(Mention, "known", Kind.LONG, rows=3, nudge=nudges),
    )


def _same(one: Mention, other: Part) -> bool:
    """Whether two are the same name of the same sort; plain data tells whose file it is."""
    assert isinstance(other, Mention)
    sort = plain_sort(one.sort)
    same = sort == plain_sort(other.sort) and alike(sort, one.name) == alike(sort, other.name)
    return same and plain(one)["person"] == plain(other)["person"]
