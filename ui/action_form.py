"""The form of an action: what is done for a child, by whom and by when; later, that it is done and what came of it."""

from collections.abc import Iterator
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.action import TO_DO, Action
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import DeskError
from rise_desk.services import accounts, overview, unfinished
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.record_form import RecordForm
from ui.records.action import sections
from ui.widgets.fields import Surroundings
from ui.widgets.words import label

NAMED = "Action for {}"
ABOUT = "about"


class ActionForm(RecordForm):
    """A new action for a young person, changes to one, or the rest of an unfinished form.

    `about` is the record it was agreed about; `ending` is how an action that is open comes to its end.
    """

    kind = Action.KIND
    base: Action | None

    def __init__(
        self,
        screen: ScreenDesk,
        subject: Id,
        action: Action | None = None,
        *,
        about: Id = NO_ID,
        ending: str = "",
        draft: Draft | None = None,
    ) -> None:
        desk = screen.at
        name = overview.names_of(desk, [subject]).get(subject, "")
        asked = sections(accounts.colleagues(desk), new=action is None)
        super().__init__(screen, NAMED.format(name), asked, Surroundings(desk.practice, screen.now))
        self.subject = action.subject if action else subject
        self.number = desk.clock.new_id()
        self.base = as_it_was(screen, action, draft.base_version) if action and draft else action
        kept = Id(int(draft.typed.get(ABOUT) or 0)) if draft else NO_ID
        self.about = self.base.about if self.base else about or kept
        self._say_about()
        self.panel.set_value(self.shown(self.base or self._new()))
        if draft is not None:
            self.take_up(draft)
        elif ending:
            self._end(ending)
        fit(self, 820, 560 if action else 430)
        self.panel.focus_field("outcome" if ending else "what")

    def made(self) -> Action:
        """The action as the form says it; what is still to do has not ended."""
        base = self.base or self._new()
        made = base.changed(**self.read_panel(base))
        return made.changed(ended_at=Moment("")) if made.status == TO_DO else made

    def over(self) -> tuple[Id, int]:
        """The action that is being changed."""
        return (self.base.id, self.base.version) if self.base else (NO_ID, 0)

    def to_keep(self) -> dict[str, Any]:
        """What was typed, and the record that the action is about."""
        return super().to_keep() | ({ABOUT: str(self.about)} if self.about else {})

    def _new(self) -> Action:
        return Action(id=self.number, subject=self.subject, about=self.about)

    def _end(self, ending: str) -> None:
        """Let it be at its end; what came of it, and when, is asked."""
        self.panel.rows["status"].editor.set_value(ending)

    def _say_about(self) -> None:
        said = "\n".join(_called(self.desk, self.about)) if self.about else ""
        if said:
            self.head.addWidget(label(said, tone="soft", wrap=True))


def _called(screen: ScreenDesk, about: Id) -> Iterator[str]:
    """What the record is called that an action is about; nothing where this reader can't have it."""
    try:
        found: Record = unfinished.on_file(screen.at, about)
    except DeskError:
        return
    when = moments.shown(found.happened())
    yield f"About: {found.TITLE.lower()}, {when}" if when else f"About: {found.TITLE.lower()}"
