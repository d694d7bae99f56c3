"""The form of a missing episode: everything that is known of it, in sections, to be filled in as it becomes known."""

from rise_desk.domain import interview_due
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.services import overview
from rise_desk.services.unfinished import Draft
from ui import missing_next
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.record_form import RecordForm
from ui.records.missing_fields import sections
from ui.widgets.fields import Surroundings
from ui.widgets.words import label

NEW, CHANGED = "Missing episode: {}", "Missing episode of {}"
OWED = "Return interview: {}."
TYPES = "missing_type"


class EpisodeForm(RecordForm):
    """A new episode of a young person, changes to one, or the rest of an unfinished form."""

    kind = MissingEpisode.KIND
    base: MissingEpisode | None

    def __init__(
        self,
        screen: ScreenDesk,
        subject: Id,
        episode: MissingEpisode | None = None,
        *,
        draft: Draft | None = None,
        field: str = "",
    ) -> None:
        desk = screen.at
        person = overview.whole_person(desk, subject)
        named = (CHANGED if episode else NEW).format(person.name)
        super().__init__(screen, named, sections(screen), Surroundings(desk.practice, screen.now))
        self.subject = episode.subject if episode else subject
        self.number = desk.clock.new_id()
        self.base = as_it_was(screen, episode, draft.base_version) if episode and draft else episode
        self.owed = label(tone="loud", strong=True, wrap=True)
        self._say_who_owes(interview_due.owed_by(person, desk.practice))
        self.panel.set_value(self.shown(self.base or self._new()))
        if draft is not None:
            self.take_up(draft)
        fit(self, 900, 690)
        self.panel.focus_field(field or ("last_seen_at" if episode is None else TYPES))

    def made(self) -> MissingEpisode:
        """The episode as the form says it."""
        base = self.base or self._new()
        return base.changed(**self.read_panel(base))

    def over(self) -> tuple[Id, int]:
        """The episode that is being changed."""
        return (self.base.id, self.base.version) if self.base else (NO_ID, 0)

    def finish(self, record: Record) -> None:
        """It is saved: where it is new, or they are back since, say what comes next."""
        below, before = self.parentWidget(), self.base
        super().finish(record)
        assert isinstance(record, MissingEpisode)
        if before is None or before.is_open != record.is_open:
            missing_next.offer(below, self.desk, record)

    def _new(self) -> MissingEpisode:
        return MissingEpisode(id=self.number, subject=self.subject)

    def _say_who_owes(self, owed: str) -> None:
        """Where two councils share the care of the child: whose the interview is, and who is told."""
        self.owed.setText(OWED.format(owed))
        self.owed.setVisible(False)
        if owed:
            self.head.insertWidget(1, self.owed)
            self.owed.show()
