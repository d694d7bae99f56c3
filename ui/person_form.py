"""The form of a person's file: everything known of them in sections, and nothing required but a name and a role."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout

from rise_desk.domain import life
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.services import accounts, photos, unfinished
from rise_desk.services.unfinished import Draft
from ui import theme
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.likely import PAUSE_MS, Likely
from ui.record_form import RecordForm
from ui.records.person import sections_of, with_workers
from ui.widgets.card import Card
from ui.widgets.fields import Surroundings

NEW = {AT_RISK: "New young person"}
PHOTO = "photo"
GUIDE_AIR = 34
DUPLICATES = "duplicates"
BECAUSE_MISSING = "Say why this is another person, or open the file that is there."
TELLING = (
    "given_name", "family_name", "known_as", "aliases", "date_of_birth", "identifiers", "contact_numbers", "addresses"
)  # fmt: skip
"""The fields by which somebody may be known to be on file already."""


class PersonForm(RecordForm):
    """Somebody new (in this role), or changes to a file; a `section` brings its part into view."""

    kind = Person.KIND
    own = frozenset({PHOTO})
    opened_instead = Signal(object)
    base: Person

    def __init__(
        self,
        screen: ScreenDesk,
        person: Person | None = None,
        role: str = AT_RISK,
        *,
        draft: Draft | None = None,
        section: str = "",
    ) -> None:
        desk = screen.at
        named = person.name if person else NEW.get(role, "New adult of concern")
        around = Surroundings(with_workers(desk.practice, accounts.colleagues(desk)), screen.now)
        base = person or Person(id=desk.clock.new_id(), roles=(life.DatedRole(role=role),))
        self.sections = sections_of(base)
        super().__init__(screen, named, self.sections, around)
        self.base = base
        self.subject = self.base.id if person else NO_ID
        self.guide = QListWidget()
        self._section, self._guided = section, False
        self.likely = Likely(screen)
        self._reason = ""
        self._build_guide()
        if person is None:
            self._look_while_typing()
        if draft is not None and person is not None:
            self.base = as_it_was(screen, person, draft.base_version)
        self.panel.set_value(self.shown(self.base))
        if draft is not None:
            self.take_up(draft)
            self.likely.because.editor.restore(draft.typed.get(DUPLICATES, ""))
        fit(self, 1020, 690)

    def made(self) -> Person:
        """The file with what the form says."""
        return self.base.changed(**self.read_panel(self.base, without=PHOTO))

    def save(self) -> None:
        """Save; for a new file it is looked once more who it may be, in case somebody typed and saved in one go."""
        if not self.base.version:
            self.look()
        self._reason = self.likely.reason()
        super().save()

    def keep_record(self, record: Record) -> Record:
        """Save the file with the reason why it is another person's, and forget the draft."""
        return unfinished.save(self.desk.at, record, self.drafting.draft, self._reason)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong; that a reason is missing, beside its line too."""
        super().show_problems(problems)
        self.likely.show_problem(BECAUSE_MISSING if DUPLICATES in problems else "")

    def to_keep(self) -> dict[str, Any]:
        """What was typed, and why this is another person."""
        because = self.likely.reason()
        return {**super().to_keep(), **({DUPLICATES: because} if because else {})}

    def over(self) -> tuple[Id, int]:
        """The file that is being changed."""
        return (self.base.id, self.base.version) if self.base.version else (NO_ID, 0)

    def also_saved(self, record: Record) -> None:
        """After the file comes the new photo, which is an act of its own."""
        assert isinstance(record, Person)
        path = self._photo()
        if not path:
            self.finish(record)
            return
        self.base = record
        self.desk.tasks.attempt(
            lambda: photos.add(self.desk.at, record, Path(path), record.photo_on), self.finish, self.failed
        )

    def shown(self, record: Record) -> Mapping[str, Any]:
        """The file's fields, and its picture."""
        values = {name: getattr(record, name) for name in self.panel.rows if name != PHOTO}
        return values | {
            PHOTO: photos.of(self.desk.at, record) if isinstance(record, Person) and record.version else b""
        }

    # Whoever is on file already

    def _look_while_typing(self) -> None:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(2, self.likely)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.panel.changed.connect(self._pause.start)
        self.likely.opened.connect(self._open_instead)

    def look(self) -> None:
        """Look for whoever this may be, by what can be read of what was typed."""
        values = self.panel.values()
        self.likely.look(self.base.changed(**{name: values[name] for name in TELLING}))

    def _open_instead(self, person: Person) -> None:
        """Rather open a file that is there; what was typed stays as a draft."""
        self.drafting.keep()
        self.done(QDialog.DialogCode.Rejected)
        self.opened_instead.emit(person.id)

    def _photo(self) -> str:
        return str(self.panel.values()[PHOTO])

    # The guide at the left

    def _build_guide(self) -> None:
        look = theme.current()
        for each in self.sections:
            item = QListWidgetItem(each.title, self.guide)
            item.setSizeHint(QSize(0, look.control))
        self.guide.setAccessibleName("Sections of the file")
        longest = max(self.guide.fontMetrics().horizontalAdvance(each.title) for each in self.sections)
        self.guide.setFixedWidth(longest + GUIDE_AIR)
        self.guide.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.guide.currentRowChanged.connect(self._bring)
        self.area.verticalScrollBar().valueChanged.connect(self._follow)
        frame = Card()
        frame.add(self.guide)
        self.body.insertWidget(0, frame)

    def _top(self, place: int) -> int:
        """Where a section begins."""
        card = self.panel.rows[self.sections[place].fields[0].name].parentWidget()
        return self.panel.y() + (card.y() if card else 0)

    def _bring(self, place: int) -> None:
        """Bring a section to the top."""
        self._guided = True
        self.area.verticalScrollBar().setValue(self._top(place))
        self._guided = False

    def _follow(self, at: int) -> None:
        """Show in the guide which section is in view."""
        if self._guided:
            return
        place = max((place for place in range(len(self.sections)) if self._top(place) <= at + theme.MARGIN), default=0)
        if at == self.area.verticalScrollBar().maximum():
            place = len(self.sections) - 1
        with QSignalBlocker(self.guide):
            self.guide.setCurrentRow(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where somebody wanted to change something."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        titles = [each.title for each in self.sections]
        place = titles.index(self._section) if self._section in titles else 0
        self.panel.focus_field(self.sections[place].fields[0].name)
        self.guide.setCurrentRow(place)
        self._bring(place)
