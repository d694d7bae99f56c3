"""A missing child is back: when, how, where and with whom they were, and what harm is known; the rest is for later."""

from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.record import Id, Record
from rise_desk.errors import Invalid
from rise_desk.services import overview
from rise_desk.services.unfinished import Draft
from ui import missing_next
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.record_form import RecordForm
from ui.records import missing_fields
from ui.records.missing_fields import FORM, RETURNED
from ui.widgets.fields import Section, Surroundings
from ui.widgets.words import label

NAMED = "{} is back"
SINCE = "Missing since {}."
WHEN = "Enter when they came back."


class ReturnedDialog(RecordForm):
    """The return from an episode that is open."""

    kind = MissingEpisode.KIND
    base: MissingEpisode

    def __init__(self, screen: ScreenDesk, episode: MissingEpisode, *, draft: Draft | None = None) -> None:
        desk = screen.at
        self.name = overview.names_of(desk, [episode.subject]).get(episode.subject, "")
        asked = (*missing_fields.returned(screen), missing_fields.harms())
        super().__init__(
            screen, NAMED.format(self.name), (Section("", asked),), Surroundings(desk.practice, screen.now)
        )
        self.subject = episode.subject
        self.base = as_it_was(screen, episode, draft.base_version) if draft else episode
        self.head.addWidget(label(SINCE.format(moments.shown_long(self.base.since)), tone="soft"))
        self.panel.set_value(self.shown(self.base))
        if draft is not None:
            self.take_up(draft)
        fit(self, 900, 620)
        self.panel.focus_field("returned_at")

    def made(self) -> MissingEpisode:
        """The episode with its return."""
        said = self.read_panel(self.base)
        if not said["returned_at"]:
            raise Invalid({"returned_at": WHEN})
        return self.base.changed(**said)

    def over(self) -> tuple[Id, int]:
        """The episode that they are back from."""
        return self.base.id, self.base.version

    def to_keep(self) -> dict[str, Any]:
        """What was typed, in the form of a return."""
        return super().to_keep() | {FORM: RETURNED}

    def finish(self, record: Record) -> None:
        """It is saved: say by when the interview is due, and offer its form."""
        below = self.parentWidget()
        super().finish(record)
        assert isinstance(record, MissingEpisode)
        missing_next.offer(below, self.desk, record)
