"""Serving a notice: when, by whom, where and how, what the adult said and did, and who looks after the child."""

from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.notice import Notice
from rise_desk.domain.record import Id
from rise_desk.errors import Invalid
from rise_desk.services.unfinished import Draft
from ui import asking, notice_told
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.record_form import RecordForm
from ui.records import notice_fields
from ui.records.notice_fields import FORM, SERVE
from ui.widgets.fields import Surroundings
from ui.widgets.words import label

NAMED = "Serve the notice"
WHEN = "Enter when it was served."
THEN = "Once it is served the notice never changes. What was wrong is put right by a further entry."
NO_PLAN = (
    "There is no safety plan for the child. Serving a notice can be hard for them, and one has led a child to "
    "self-harm. Save without a plan?"
)
WITHOUT = "Save without"


class ServeForm(RecordForm):
    """The service of a notice that was prepared; afterwards it is an entry."""

    kind = Notice.KIND
    base: Notice

    def __init__(self, screen: ScreenDesk, notice: Notice, *, draft: Draft | None = None) -> None:
        super().__init__(screen, NAMED, notice_fields.served(), Surroundings(screen.practice, screen.now))
        self.subject = notice.child
        self.base = as_it_was(screen, notice, draft.base_version) if draft else notice
        self.head.addWidget(label(notice_told.pair(screen.at, self.base), strong=True, wrap=True))
        issued = moments.shown_long(self.base.issued_on)
        self.head.addWidget(label(f"Issued {issued}. {THEN}" if issued else THEN, tone="soft", wrap=True))
        self.panel.set_value(self.shown(self.base))
        if draft is not None:
            self.take_up(draft)
        fit(self, 920, 690)
        self.panel.focus_field("served_at")

    def save(self) -> None:
        """Save; where nobody planned for the child, ask first. It is a question and never a block."""
        if not self.saving and self._lacks_a_plan() and not asking.confirmed(self, NO_PLAN, WITHOUT):
            self.panel.focus_field("safety_plan")
        else:
            super().save()

    def made(self) -> Notice:
        """The notice with its service."""
        said = self.read_panel(self.base)
        if not said["served_at"]:
            raise Invalid({"served_at": WHEN})
        return self.base.changed(**said)

    def over(self) -> tuple[Id, int]:
        """The notice that is served."""
        return self.base.id, self.base.version

    def to_keep(self) -> dict[str, Any]:
        """What was typed, in the form of a service."""
        return super().to_keep() | {FORM: SERVE}

    def _lacks_a_plan(self) -> bool:
        """Whether it could be saved, and nobody planned for the child."""
        try:
            made = self.made()
        except Invalid:
            return False
        return not made.safety_plan.strip() and not made.problems(self.around.practice, self.around.now())
