"""Two files side by side before they are merged: what each says, what differs, and in plain sentences what will be."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from rise_desk.domain.person import Person
from rise_desk.services.merging import Preview
from ui import formats, theme
from ui.records.person import SECTIONS
from ui.records.words import in_words
from ui.theme import Type
from ui.widgets.badge import Badge, Tone
from ui.widgets.card import Card, rule
from ui.widgets.fields import Field, Surroundings
from ui.widgets.words import label

PHOTO = "photo"
BOTH_ROLES = (
    "One file is about a young person at risk, the other about somebody of concern. One human being has one file: "
    "it will bear both roles, and a young person is never printed as an offender."
)


def sentences(seen: Preview) -> list[str]:
    """What merging will do, in the order in which somebody would ask."""
    main, other = seen.main.file_number, seen.other.file_number
    together = sum(each.together for each in seen.counts)
    entries = formats.count(seen.entries, "entry", "entries")
    said = [
        f"{main} stays the main file: what it says stands, and what it leaves open is filled from {other}.",
        f"{entries} of {other} will be read in it, {together} in all; one about both is shown once.",
        f"{other} is kept as it is. Its number, its names and every note about it lead to {main}.",
    ]
    if seen.differences:
        labels = ", ".join(dict.fromkeys(each.label.lower() for each in seen.differences))
        said.append(f"The files differ ({labels}). What {other} says is shown beside it and printed, never dropped.")
    if seen.other.key_worker() and seen.other.key_worker() != seen.main.key_worker():
        worker = seen.main.key_worker() or "Nobody"
        said.append(f"Key worker: {worker} of {main}; {seen.other.key_worker()} of {other} is listed too.")
    return [*said, "It can be undone at once, and the files can be separated at any time."]


class Happens(Card):
    """What merging will do, a sentence each."""

    def __init__(self, seen: Preview) -> None:
        super().__init__("What will happen", loud=seen.both_roles)
        if seen.both_roles:
            self.add(label(BOTH_ROLES, tone="loud", strong=True, wrap=True))
        for each in sentences(seen):
            self.add(label(f"• {each}", wrap=True))


class BothFiles(Card):
    """Everything that either file says, side by side; what differs comes first and is marked by a word."""

    def __init__(self, seen: Preview, around: Surroundings) -> None:
        super().__init__("Both files")
        self.around = around
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.PAD)
        grid.setVerticalSpacing(theme.TIGHT)
        for at in range(2):
            grid.setColumnStretch(at, 1)
        for at, (person, role) in enumerate(((seen.main, "stays the main file"), (seen.other, "is joined to it"))):
            grid.addWidget(label(f"{person.file_number} {person.name}: {role}", strong=True, wrap=True), 0, at)
        differing = {each.field for each in seen.differences}
        fields = [each for section in SECTIONS for each in section.fields if each.name != PHOTO]
        for field in sorted(fields, key=lambda each: each.name not in differing):
            self._row(grid, field, (seen.main, seen.other), differs=field.name in differing)
        self.body.addLayout(grid)

    def _row(self, grid: QGridLayout, field: Field, people: Sequence[Person], *, differs: bool) -> None:
        """One field of both files; nothing where neither says anything."""
        said = [self._words(field, getattr(each, field.name)) for each in people]
        if not any(said):
            return
        line = grid.rowCount()
        grid.addWidget(rule(), line, 0, 1, 2)
        grid.addLayout(_heading(field.label, differs), line + 1, 0, 1, 2)
        for at, words in enumerate(said):
            value = label(words or formats.NOT_RECORDED, tone="ink" if words else "soft", wrap=True)
            value.setAccessibleName(f"{field.label}, {people[at].file_number}: {words or formats.NOT_RECORDED}")
            grid.addWidget(value, line + 2, at)

    def _words(self, field: Field, value: Any) -> str:
        return in_words(field, value, self.around)


def _heading(text: str, differs: bool) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.TIGHT)
    row.addWidget(label(text, Type.SECOND, tone="soft"))
    if differs:
        row.addWidget(Badge("Differs", Tone.MEDIUM))
    row.addStretch(1)
    return row
