"""What is written down of a notice once it was served: a review, and a breach."""

from collections.abc import Sequence
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.breach import Breach
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.services.unfinished import Draft
from ui import notice_told
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.notice_episodes import EpisodeChoice, field
from ui.record_form import RecordForm
from ui.records import notice_fields
from ui.widgets.fields import Section, Surroundings
from ui.widgets.words import label

NOTICE, CORRECTS = "notice", "corrects"
REVIEW, BREACH = "Review of a notice", "Breach of a notice"
NO_OFFENCE = "A breach is not by itself an offence. Written down, it is evidence for what comes next."
FURTHER = "This becomes a further entry, which puts right the one of {}."


class AfterForm(RecordForm):
    """A further entry about a notice that was served; `corrects` is an earlier one that it puts right."""

    def __init__(
        self,
        screen: ScreenDesk,
        named: str,
        sections: Sequence[Section],
        notice: Notice,
        corrects: Record | None,
    ) -> None:
        super().__init__(screen, named, sections, Surroundings(screen.practice, screen.now))
        self.notice, self.corrects = notice, corrects
        self.subject = notice.child
        self.number = screen.at.clock.new_id()
        self.head.addWidget(label(notice_told.pair(screen.at, notice), strong=True, wrap=True))
        said = notice_told.state_line(screen.at, notice)
        if said:
            self.head.addWidget(label(said, tone="soft", wrap=True))
        if corrects is not None:
            self.head.addWidget(label(FURTHER.format(moments.shown(corrects.happened())), tone="soft", wrap=True))

    def over(self) -> tuple[Id, int]:
        """An entry is always new; a correction names the one it puts right."""
        return (self.corrects.id, self.corrects.version) if self.corrects else (NO_ID, 0)

    def to_keep(self) -> dict[str, Any]:
        """What was typed, about which notice, and what it puts right."""
        corrects = {CORRECTS: str(self.corrects.id)} if self.corrects else {}
        return super().to_keep() | {NOTICE: str(self.notice.id)} | corrects

    def _envelope(self) -> dict[str, Any]:
        return {
            "id": self.number,
            "corrects": self.corrects.id if self.corrects else NO_ID,
            "notice": self.notice.id,
            "child": self.notice.child,
            "adult": self.notice.adult,
        }


class ReviewForm(AfterForm):
    """Whether a notice stands for longer, or is withdrawn, and why."""

    kind = NoticeReview.KIND

    def __init__(
        self,
        screen: ScreenDesk,
        notice: Notice,
        *,
        draft: Draft | None = None,
        corrects: NoticeReview | None = None,
    ) -> None:
        super().__init__(screen, REVIEW, notice_fields.reviewed(), notice, corrects)
        self.panel.set_value(self.shown(corrects or NoticeReview()))
        if draft is not None:
            self.take_up(draft)
        fit(self, 860, 560)
        self.panel.focus_field("reviewed_at")

    def made(self) -> NoticeReview:
        """The review as it is typed."""
        made = NoticeReview(**self._envelope())
        return made.changed(**self.read_panel(made))


class BreachForm(AfterForm):
    """That the adult went against the notice: when, where, who saw it, what shows it, what came of it."""

    kind = Breach.KIND

    def __init__(
        self,
        screen: ScreenDesk,
        notice: Notice,
        *,
        draft: Draft | None = None,
        corrects: Breach | None = None,
    ) -> None:
        sections = notice_fields.broken(field(screen, notice.child))
        super().__init__(screen, BREACH, sections, notice, corrects)
        self.head.addWidget(label(NO_OFFENCE, tone="soft", wrap=True))
        self.panel.changed.connect(self._offer)
        self.panel.set_value(self.shown(corrects or Breach()))
        if draft is not None:
            self.take_up(draft)
        self._offer()
        fit(self, 860, 660)
        self.panel.focus_field("happened_at")

    def made(self) -> Breach:
        """The breach as it is typed."""
        made = Breach(**self._envelope())
        return made.changed(**self.read_panel(made))

    def _offer(self) -> None:
        """Offer the child's missing episodes around the day of the breach."""
        row = self.panel.rows["happened_at"]
        episodes = self.panel.rows["episode"].widget
        assert isinstance(episodes, EpisodeChoice)
        episodes.near(Moment("") if row.editor.unreadable() else Moment(str(row.value() or "")))
