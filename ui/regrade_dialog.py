"""The police grade an episode anew: to what, when, by whom and why; the grades before stay and are shown."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Signal

from rise_desk.domain.hearing import heard
from rise_desk.domain.missing import MissingEpisode, Regrade
from rise_desk.domain.record import Id
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import overview, unfinished
from rise_desk.services.unfinished import Draft
from ui import formats
from ui.desk import ScreenDesk
from ui.drafting import Drafting
from ui.records.missing_fields import FORM, NOT_GRADED, REGRADE, REGRADES
from ui.records.words import capitalised
from ui.small_dialog import SmallDialog
from ui.widgets import editors
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Surroundings
from ui.widgets.words import label

GRADE = "Choose the new grade."
HEADING = "New police grade: {}"


class RegradeDialog(SmallDialog):
    """Adds a grade to those that an episode has; `saved` brings the episode as it then stands.

    It is added to the episode as it is on file at that moment, so that two who write at once lose nothing.
    """

    saved = Signal(object)
    kind = MissingEpisode.KIND

    def __init__(self, screen: ScreenDesk, episode: MissingEpisode, *, draft: Draft | None = None) -> None:
        super().__init__("RISE Desk", Button("Save", "primary", keys="Ctrl+S"), Button("Cancel", keys="Esc"))
        self.desk, self.episode, self.subject = screen, episode, episode.subject
        around = Surroundings(screen.practice, screen.now)
        rows = [FieldRow(each, editors.make(each, around)) for each in REGRADES]
        name = overview.names_of(screen.at, [self.subject]).get(self.subject, "")
        history = label("\n".join(grades(episode, around)), tone="soft", wrap=True)
        history.setAccessibleName("Grades so far")
        self.build(HEADING.format(name), "", history, *rows, wide=620)
        self.drafting = Drafting(self, self)
        if draft is not None:
            self.drafting.take_up(draft)
            self._restore(draft)
        for row in rows:
            row.editor.changed.connect(self.drafting.typing)
        self.verb.clicked.connect(self.save)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            self.also_by(keys)
        self.rows["grade"].editor.field_widget().setFocus()

    def unsaved(self) -> bool:
        """Whether anything was filled in."""
        return any(each.editor.typed() for each in self.rows.values())

    def to_keep(self) -> dict[str, Any]:
        """What was filled in, in the form of a new grade."""
        return {"panel": {name: each.editor.typed() for name, each in self.rows.items()}, FORM: REGRADE}

    def over(self) -> tuple[Id, int]:
        """The episode that is graded anew."""
        return self.episode.id, self.episode.version

    def reject(self) -> None:
        """Nothing is graded; what was filled in is forgotten."""
        if not self.working:
            self.drafting.drop()
            super().reject()

    def made(self) -> Regrade:
        """The new grade; `Invalid` where something is missing or can't be read."""
        wrong = {name: each.editor.unreadable() for name, each in self.rows.items()}
        found = {name: sentence for name, sentence in wrong.items() if sentence}
        values = {name: each.value() for name, each in self.rows.items()}
        if not values["grade"]:
            found["grade"] = GRADE
        if found:
            raise Invalid(found)
        return heard(Regrade, values, self.desk.practice, self.desk.now())

    def save(self) -> None:
        """Add the grade to what is on file now, or say what stands against it."""
        try:
            made = self.made()
            on_file = unfinished.on_file(self.desk.at, self.episode.id)
        except DeskError as failure:
            self.fail(failure)
            return
        assert isinstance(on_file, MissingEpisode)
        gone = unfinished.gone(self.desk.at, on_file)
        self.say({"": gone} if gone else {})
        if gone:
            return
        self.work("Saving")
        graded = on_file.changed(regrades=(*on_file.regrades, made))
        self.desk.tasks.attempt(
            lambda: unfinished.save(self.desk.at, graded, self.drafting.draft), self._saved, self._failed
        )

    def _saved(self, episode: MissingEpisode) -> None:
        self.drafting.saved()
        self.accept()
        self.saved.emit(episode)

    def _failed(self, failure: DeskError) -> None:
        """What stands against the new grade is said beside its fields: 'regrades.2.at' is 'at'."""
        fields = failure.fields if isinstance(failure, Invalid) else {}
        mine = {
            name.rpartition(".")[2] if name.startswith("regrades.") else name: text for name, text in fields.items()
        }
        self.fail(Invalid(mine) if mine else failure)

    def _restore(self, draft: Draft) -> None:
        for name, typed in draft.typed.get("panel", {}).items():
            self.rows[name].editor.restore(typed)


def grades(episode: MissingEpisode, around: Surroundings) -> Iterator[str]:
    """The grades of an episode in their order, a line each: the first, and each change of it."""
    practice = around.practice
    first = capitalised(practice.label("police_grade", episode.grade)) if episode.grade else NOT_GRADED
    yield f"First grade: {first}"
    for each in episode.regrades:
        grade = capitalised(practice.label("police_grade", each.grade))
        yield formats.joined(f"Then: {grade}", formats.when(each.at), each.by, each.why)
