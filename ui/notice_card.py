"""One child abduction notice as a card: the pair, the law, how it stands, when it lapses, and what came since."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.breach import Breach
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.record import Id
from rise_desk.services.notices import Standing
from ui import formats, notice_told, theme
from ui.desk import ScreenDesk
from ui.records.notice import SHORT
from ui.records.words import capitalised
from ui.theme import Type
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.words import Elided, label

SERVE, CHANGE, BREACH, REVIEW, PRINT, READ = "Serve…", "Change…", "Breach…", "Review…", "Print…", "Read"
NO_PLAN = "No safety plan for the child yet. Serving a notice can be hard for them."
FORMS = {SERVE: "serve", CHANGE: "notice", BREACH: "breach", REVIEW: "notice_review", PRINT: "notice_paper"}
"""The form that each verb opens."""


class NoticeCard(Card):
    """Tells one; `form_asked` brings the name of a form and the notice, `read` the entry, `file_asked` a file."""

    form_asked = Signal(str, object)
    read = Signal(object)
    file_asked = Signal(object)

    def __init__(self, desk: ScreenDesk, standing: Standing) -> None:
        made = standing.notice
        super().__init__(standing.other, f"notice under {SHORT.get(made.law, made.law)}")
        self.standing = standing
        self._desk = desk
        self.setAccessibleName(f"Notice, {standing.other}, {standing.state}")
        opens = Button("Open file", "quiet")
        opens.setAccessibleName(f"Open the file of {standing.other}")
        opens.clicked.connect(lambda: self.file_asked.emit(standing.other_id))
        self.add_verb(opens)
        self.add(self._state())
        for text in filter(None, self._told()):
            self.add(label(text, wrap=True))
        if made.grounds.strip():
            self.add(Elided(" ".join(made.grounds.split()), tone="soft"))
        if made.safety_plan.strip():
            self.add(Elided(f"Safety plan for the child: {' '.join(made.safety_plan.split())}", tone="soft"))
        elif not made.settled:
            self.add(label(NO_PLAN, Type.SECOND, tone="medium", wrap=True))
        self._since("Breaches", standing.breaches, self._breach)
        self._since("Reviews", standing.reviews, self._review)
        self.add(self._verbs())

    def _state(self) -> QWidget:
        """How it stands by word and shape, and until when."""
        head = QWidget()
        across = QHBoxLayout(head)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.GAP)
        across.addWidget(Badge(*notice_told.mark(self.standing)))
        until = notice_told.ends(self.standing, self._desk.now())
        across.addWidget(label(capitalised(until), strong=True, wrap=True), 1)
        return head

    def _told(self) -> Iterator[str]:
        made = self.standing.notice
        yield formats.joined(
            notice_told.service(made), f"police reference {made.police_ref}" if made.police_ref else ""
        )
        yield notice_told.acknowledged(made, self._desk.practice)
        yield f"The adult said: “{made.adult_said.strip()}”" if made.adult_said.strip() else ""
        yield capitalised(notice_told.reviewed(self.standing))

    def _since(
        self, title: str, entries: Iterable[Breach | NoticeReview], told: Callable[[Breach | NoticeReview], str]
    ) -> None:
        """What was written down since, each line with the way to its entry."""
        held = list(entries)
        if not held:
            return
        self.add_rule()
        self.add(label(f"{title} ({len(held)})", Type.SECOND, tone="soft"))
        for each in held:
            self.add(self._line(each, told(each)))

    def _line(self, entry: Breach | NoticeReview, text: str) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(label(text, wrap=True), 1)
        button = Button(READ, "quiet")
        button.setAccessibleName(f"Read the entry: {entry.TITLE}, {moments.shown(entry.happened())}")
        button.clicked.connect(lambda: self.read.emit(entry.id))
        across.addWidget(button)
        return line

    def _breach(self, each: Breach | NoticeReview) -> str:
        assert isinstance(each, Breach)
        when = moments.shown_short(each.happened_at, self._desk.now())
        seen = f"seen by {each.seen_by}" if each.seen_by else ""
        return formats.joined(when, each.place, each.what.rstrip(" ."), seen, each.outcome)

    def _review(self, each: Breach | NoticeReview) -> str:
        assert isinstance(each, NoticeReview)
        decided = self._desk.practice.label("notice_decision", each.decision)
        return formats.joined(moments.shown_short(each.reviewed_at, self._desk.now()), decided, each.why)

    def _verbs(self) -> QWidget:
        row = QWidget()
        flow = Flow(row, spacing=theme.TIGHT + 2)
        for text in self._offered():
            button = Button(text, "primary" if text == SERVE else "plain")
            button.setAccessibleName(f"{text.rstrip('…')}: notice, {self.standing.other}")
            button.clicked.connect(lambda _=False, text=text: self._call(text))
            flow.addWidget(button)
        return row

    def _offered(self) -> Iterator[str]:
        """What can be done with it as it stands: a notice that is over can still have had a breach before."""
        made = self.standing.notice
        if not made.settled:
            yield SERVE
            yield CHANGE
        if made.in_force_from:
            yield BREACH
        if self.standing.in_force:
            yield REVIEW
        yield PRINT
        yield READ

    def _call(self, verb: str) -> None:
        notice: Id = self.standing.notice.id
        if verb == READ:
            self.read.emit(notice)
        else:
            self.form_asked.emit(FORMS[verb], notice)
