"""The form of a link: which two, how they are linked, since when, who says so and how sure they are."""

from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from rise_desk.domain.link import Link
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import overview, things
from rise_desk.services.unfinished import Draft
from ui import theme
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.entry_choice import EntryChoice
from ui.fitting import fit
from ui.record_form import RecordForm
from ui.records.link_fields import sections
from ui.records.link_words import NO_PROOF, sentence
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.fields import Surroundings
from ui.widgets.words import label

TURN = "Turn round"
SOMEBODY = "…"


class LinkForm(RecordForm):
    """A new link of somebody or something, changes to one, or the rest of an unfinished form."""

    kind = Link.KIND
    base: Link | None

    def __init__(
        self,
        screen: ScreenDesk,
        subject: Id = NO_ID,
        link: Link | None = None,
        *,
        other: Id = NO_ID,
        draft: Draft | None = None,
    ) -> None:
        desk = screen.at
        self.subject, self.number = subject, desk.clock.new_id()
        name = overview.names_of(desk, [subject]).get(subject, "")
        named = "Change a link" if link else f"New link: {name}" if name else "New link"
        super().__init__(screen, named, sections(screen), Surroundings(desk.practice, screen.now))
        self.base = as_it_was(screen, link, draft.base_version) if link and draft else link
        # Links run from somebody to a place or thing: begun on a thing's page, it is the second of the two.
        ends = (other, subject) if subject and things.is_thing(desk, subject) else (subject, other)
        self._begun = Link(id=self.number, subject=ends[0], other=ends[1])
        self.told = label(size=Type.CARD, strong=True, wrap=True)
        self.turn_button = Button(TURN, "quiet", keys="Ctrl+T", hint="The second becomes the first")
        self._build_head()
        self.panel.set_value(self.shown(self.base or self._begun))
        if draft is not None:
            self.take_up(draft)
        self.panel.changed.connect(self.tell)
        self.turn_button.clicked.connect(self.turn)
        QShortcut(QKeySequence("Ctrl+T"), self, self.turn)
        self.tell()
        fit(self, 860, 720)
        self.panel.focus_field("link_type" if self._begun.subject and not self.base else "subject")

    def made(self) -> Link:
        """The link as the form says it."""
        base = self.base or self._begun
        return base.changed(**self.read_panel(base))

    def over(self) -> tuple[Id, int]:
        """The link that is being changed."""
        return (self.base.id, self.base.version) if self.base else (NO_ID, 0)

    def turn(self) -> None:
        """Let the second be the first, and the first the second."""
        one, other = (self.panel.rows[name].editor for name in ("subject", "other"))
        first, second = one.value(), other.value()
        one.set_value(second)
        other.set_value(first)

    def tell(self) -> None:
        """Say the link as a sentence, and offer the records of the two as where it comes from."""
        if self.desk.desk is None:
            return
        said: dict[str, Any] = self.panel.values()
        ends = (said["subject"], said["other"])
        source = self.panel.rows["said_in"].widget
        if isinstance(source, EntryChoice):
            source.offer(ends)
        named = overview.names_of(self.desk.at, [each for each in ends if each])
        one, other = (named.get(each, SOMEBODY) for each in ends)
        how = str(said["link_type"])
        link = Link(link_type=how, detail=str(said["detail"]))
        self.told.setText(sentence(link, one, other, self.desk.practice) if how else f"{one} {SOMEBODY} {other}")

    def _build_head(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.GAP)
        line.addWidget(self.told, 1)
        line.addWidget(self.turn_button)
        self.head.addLayout(line)
        self.head.addWidget(label(NO_PROOF, Type.SECOND, tone="soft", wrap=True))
