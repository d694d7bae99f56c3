"""The first minute of a missing episode, by keyboard from anywhere: who, since when, from where, which police grade.

Enter goes from answer to answer and saves after the last; the rest is filled in later.
"""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from rise_desk.domain import moments
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import Invalid
from rise_desk.services import overview
from rise_desk.services.unfinished import Draft
from ui import missing_next, theme
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.missing_child import ChildField, away
from ui.record_form import RecordForm
from ui.records.missing_fields import FORM, QUICK, TIME_ALONE, choice, graded, lately
from ui.records.question import ask
from ui.widgets.buttons import Button
from ui.widgets.fields import Kind, Section, Surroundings
from ui.widgets.words import label

WHO = "subject"
NAMED = "Record a missing young person"
CHOOSE = "Choose who is missing."
THERE = "{} is recorded as missing already, since {}."
LAST = "grade"
"""The last answer: Enter saves there."""


def sections(screen: ScreenDesk) -> tuple[Section, ...]:
    """What is asked in the first minute."""
    return (
        Section(
            "",
            (
                ask(MissingEpisode, WHO, Kind.OWN, whole=True, make=lambda _field, _around: ChildField(screen)),
                lately("last_seen_at", TIME_ALONE),
                lately("reported_at", "To the police. Ctrl+D is now"),
                choice("missing_from"),
                choice("missing_type"),
                graded(),
            ),
        ),
    )


class QuickMissing(RecordForm):
    """A new episode, of the child in view if there is one; who is missing already is said at once."""

    kind = MissingEpisode.KIND
    own = frozenset({WHO})

    def __init__(self, screen: ScreenDesk, subject: Id = NO_ID, *, draft: Draft | None = None) -> None:
        super().__init__(screen, NAMED, sections(screen), Surroundings(screen.at.practice, screen.now))
        self.number = screen.at.clock.new_id()
        self.subject, self._open_now = NO_ID, NO_ID
        self.there = label(tone="loud", strong=True, wrap=True)
        self.there_button = Button("Open that episode")
        self._build_there()
        self.child.chosen.connect(self._chosen)
        self.there_button.clicked.connect(self.open_there)
        self.panel.set_value(self.shown(MissingEpisode(subject=subject)))
        if draft is not None:
            self.take_up(draft)
        fit(self, 860, 560)

    @property
    def child(self) -> ChildField:
        """The field of who is missing."""
        widget = self.panel.rows[WHO].widget
        assert isinstance(widget, ChildField)
        return widget

    def made(self) -> MissingEpisode:
        """The episode as far as it is known."""
        subject = self.child.value()
        if not subject:
            raise Invalid({WHO: CHOOSE, **self.panel.unreadable()})
        made = MissingEpisode(id=self.number, subject=subject)
        return made.changed(**self.read_panel(made, without=WHO))

    def to_keep(self) -> dict[str, Any]:
        """What was typed, in the form of the first minute."""
        return super().to_keep() | {FORM: QUICK}

    def open_there(self) -> None:
        """Rather open the episode that is there; what was typed stays as a draft."""
        forms, there = missing_next.forms_of(self.parentWidget()), self._open_now
        self.drafting.keep()
        self.done(QDialog.DialogCode.Rejected)
        if forms is not None:
            forms.episode(self.subject, there)

    def finish(self, record: Record) -> None:
        """It is saved: say so, and what comes next."""
        below = self.parentWidget()
        super().finish(record)
        assert isinstance(record, MissingEpisode)
        missing_next.offer(below, self.desk, record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next answer, and saves at the last."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if not plain or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        else:
            self.go_on()

    def go_on(self) -> None:
        """Go to the next answer; save after the last. Nothing goes on from who it is until somebody is chosen."""
        names, focus = list(self.panel.rows), self.focusWidget()
        here = next((at for at, name in enumerate(names) if self.panel.rows[name].isAncestorOf(focus)), 0)
        if names[here] == LAST:
            self.save()
        elif names[here] != WHO or self.child.value():
            self.panel.focus_field(names[here + 1])

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with who it is, or with since when where that is known."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self.panel.focus_field("last_seen_at" if self.child.value() else WHO)

    def _chosen(self, there: bool) -> None:
        """Somebody was chosen: say at once where they are missing already, and go on to since when."""
        self.subject = self.child.value()
        found = away(self.desk, self.subject)
        self._open_now = found.record if found else NO_ID
        if found:
            name = overview.names_of(self.desk.at, [self.subject]).get(self.subject, "")
            self.there.setText(THERE.format(name, moments.shown_short(Moment(found.since), self.desk.now())))
        for each in (self.there, self.there_button):
            each.setVisible(bool(found))
        if self.isVisible():
            self.panel.focus_field("last_seen_at" if there else WHO)

    def _build_there(self) -> None:
        self.head.setSpacing(theme.TIGHT)
        self.head.addWidget(self.there)
        self.head.addWidget(self.there_button, 0, Qt.AlignmentFlag.AlignLeft)
        widgets: tuple[QWidget, ...] = (self.there, self.there_button)
        for each in widgets:
            each.hide()
