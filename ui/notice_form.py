"""The form that prepares a child abduction notice; of one that was served already, the form that puts it right."""

from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import ADULT, CHILD, Notice
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import overview, unfinished
from rise_desk.services.unfinished import Draft
from ui import notice_next, notice_told
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.notice_law import LawField
from ui.notice_people import PairField
from ui.record_form import RecordForm
from ui.records import notice_fields
from ui.widgets.fields import Surroundings
from ui.widgets.words import label

NAMED, CORRECTING = "Child abduction notice", "Correction of a child abduction notice"
WHAT_IT_IS = "A warning and not an order: going against it is not by itself an offence. It is one adult and one child."
FURTHER = (
    "This becomes a further entry, which puts right the one of {}. "
    "Both can be read, and the first is marked as corrected."
)
CORRECTS = "corrects"
ASKED = {
    CHILD: "Choose the child it protects.",
    ADULT: "Choose the adult it warns.",
    "law": "Choose the law it rests on.",
}
"""What there is no notice without, as it is asked for."""


class NoticeForm(RecordForm):
    """A new notice, one that is being prepared, the rest of an unfinished form, or one that `corrects` a served one.

    `subject` is the file it was opened from: of the child, or of the adult.
    """

    kind = Notice.KIND
    base: Notice | None

    def __init__(
        self,
        screen: ScreenDesk,
        subject: Id,
        notice: Notice | None = None,
        *,
        draft: Draft | None = None,
        corrects: Notice | None = None,
    ) -> None:
        desk = screen.at
        if draft is not None and draft.typed.get(CORRECTS):
            corrects, notice = _corrected(screen, Id(int(draft.typed[CORRECTS]))), None
        sections = notice_fields.whole(screen) if corrects else notice_fields.prepared(screen)
        named = CORRECTING if corrects else NAMED
        super().__init__(screen, named, sections, Surroundings(desk.practice, screen.now))
        self.subject, self.corrects = subject, corrects
        self.number = desk.clock.new_id()
        self.base = as_it_was(screen, notice, draft.base_version) if notice and draft else notice
        self._explained: tuple[Id, str] | None = None
        self._say_what_it_is()
        self.panel.changed.connect(self._explain)
        self.panel.set_value(self.shown(corrects or self.base or self._new()))
        if draft is not None:
            self.take_up(draft)
        self._explain()
        fit(self, 920, 700)
        self.panel.focus_field(self._first())

    @property
    def child(self) -> PairField:
        """The field of the child."""
        widget = self.panel.rows[CHILD].widget
        assert isinstance(widget, PairField)
        return widget

    @property
    def law(self) -> LawField:
        """The field of the law."""
        widget = self.panel.rows["law"].widget
        assert isinstance(widget, LawField)
        return widget

    def made(self) -> Notice:
        """The notice as the form says it; without both people and a law there is none."""
        lacking = {name: told for name, told in ASKED.items() if not self.panel.rows[name].value()}
        if lacking:
            raise Invalid({**lacking, **self.panel.unreadable()})
        if self.corrects is None:
            base = self.base or Notice(id=self.number)
            return base.changed(**self.read_panel(base))
        further = Notice(id=self.number, corrects=self.corrects.id)
        return further.changed(**self.read_panel(further))

    def over(self) -> tuple[Id, int]:
        """The notice that is being changed, or put right."""
        over = self.corrects or self.base
        return (over.id, over.version) if over else (NO_ID, 0)

    def to_keep(self) -> dict[str, Any]:
        """What was typed, and which notice it puts right."""
        return super().to_keep() | ({CORRECTS: str(self.corrects.id)} if self.corrects else {})

    def finish(self, record: Record) -> None:
        """It is saved: of a new one say what comes next."""
        below, fresh = self.parentWidget(), self.base is None and self.corrects is None
        super().finish(record)
        assert isinstance(record, Notice)
        if fresh:
            notice_next.offer_service(below, self.desk, record)

    def _new(self) -> Notice:
        """A notice with the one of the two in whose file it was begun."""
        if not self.subject:
            return Notice(id=self.number)
        child = notice_told.is_the_child(overview.whole_person(self.desk.at, self.subject), self.desk.now())
        new = Notice(id=self.number)
        return new.changed(**{CHILD if child else ADULT: self.subject})

    def _first(self) -> str:
        """Where the cursor stands at first: at whom it lacks."""
        return next((name for name in (CHILD, ADULT) if not self.panel.rows[name].value()), "law")

    def _explain(self) -> None:
        """Say under the laws what they allow for this child on the day of the notice, whenever either has changed."""
        issued = self.panel.rows["issued_on"]
        day = "" if issued.editor.unreadable() else str(issued.value() or "")
        asked = (self.child.value(), day)
        if asked == self._explained:
            return
        self._explained = asked
        child, at = self.child.value(), Moment(day) or moments.stamp(self.desk.now())
        try:
            self.law.show_grounds(notice_told.explained(self.desk.at, child, at) if child else None)
        except DeskError:  # a file that is closed to the reader explains nothing; saving says so
            self.law.show_grounds(None)

    def _say_what_it_is(self) -> None:
        self.head.addWidget(label(WHAT_IT_IS, tone="soft", wrap=True))
        if self.corrects:
            when = moments.shown(self.corrects.happened())
            self.head.addWidget(label(FURTHER.format(when), tone="soft", wrap=True))


def _corrected(screen: ScreenDesk, record: Id) -> Notice:
    found = unfinished.on_file(screen.at, record)
    assert isinstance(found, Notice)
    return found
