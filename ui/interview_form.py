"""The form of a return interview: first what the young person said, then before, during and after, and what follows."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from rise_desk.domain.interview import Covered, ReturnInterview
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import Conflict, NotFound
from rise_desk.services import interviewing, overview, unfinished
from rise_desk.services.unfinished import CORRECTS, Draft
from ui import formats, naming_next, theme
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.interview_beside import EpisodeBeside
from ui.interview_clock import InterviewClock
from ui.interview_fields import sections
from ui.interview_words import state_words
from ui.record_form import RecordForm
from ui.records.words import capitalised
from ui.widgets.fields import Surroundings
from ui.widgets.words import label

EPISODE = "episode"
"""In a draft: the missing episode that the form was opened for."""

CORRECTING = "This becomes a further entry, which puts right the one {} recorded on {}. Both can be read."
GOING_ON = "It was {} on {}. That stays on file; this becomes a further entry."
DANGER = "Danger now: ring 999. Likely harm: children’s social care today. The interview never delays it."
WIDE, TALL = 1280, 728
BESIDE, LEAST = 330, 700
"""How wide the episode is beside the form, and what the form needs then; else the episode stands above it."""


class InterviewForm(RecordForm):
    """The interview about one return or several: a new one, what is on file of it, or a further entry in its place."""

    kind = ReturnInterview.KIND
    base: ReturnInterview

    def __init__(
        self,
        screen: ScreenDesk,
        subject: Id,
        episode: Id = NO_ID,
        *,
        corrects: ReturnInterview | None = None,
        draft: Draft | None = None,
    ) -> None:
        desk = screen.at
        if draft is not None:
            episode, corrects = _asked_by(screen, draft)
        self.opening = interviewing.opening(desk, subject, episode, corrects=corrects.id if corrects else NO_ID)
        around = Surroundings(desk.practice, screen.now)
        asked = sections(screen, self.opening.returns)
        super().__init__(screen, f"Return interview: {self.opening.person.name}", asked, around)
        self.base = self.opening.interview
        self.number = desk.clock.new_id()
        self.subject, self.episode = self.base.subject, episode or next(iter(self.base.covers))
        self.clock = InterviewClock(screen)
        self.beside = EpisodeBeside(self.opening, around)
        self._lay_out()
        self._begin(draft)
        self.panel.changed.connect(self.look)
        self.look()
        fit(self, WIDE, TALL)
        self.panel.focus_field("done_at")

    # What is saved

    def made(self) -> ReturnInterview:
        """The interview as it is typed: a change of what is being arranged, or a further entry in an entry's place."""
        return self._carried().changed(**self.read_panel(self.base))

    def keep_record(self, record: Record) -> Record:
        """Save it with the actions that were agreed, and forget the draft: all of it or nothing."""
        assert isinstance(record, ReturnInterview)
        return interviewing.record(self.desk.at, record, self.drafting.draft)

    def finish(self, record: Record) -> None:
        """It is saved: ask who and what was named in it."""
        below = self.parentWidget()
        super().finish(record)
        naming_next.ask(below, self.desk, record)

    def over(self) -> tuple[Id, int]:
        """The interview on file that is changed or followed; (0, 0) for one that nothing is recorded of yet."""
        return (self.base.id, self.base.version) if self.base.version else (NO_ID, 0)

    def to_keep(self) -> dict[str, Any]:
        """What was typed, about which return, and which entry it follows."""
        follows = str(self.base.id) if self.base.settled else ""
        return super().to_keep() | {EPISODE: str(self.episode), CORRECTS: follows}

    def shown(self, record: Record) -> Mapping[str, Any]:
        """What the fields show: of one that was declined or decided against, no longer that it was."""
        assert isinstance(record, ReturnInterview)
        return super().shown(interviewing.going_on(self.desk.at, record))

    def disputed(self, failure: Conflict) -> None:
        """Somebody else recorded something of the same interview: what is on file now stands against what was typed."""
        held = next((each for each in self._on_file() if each.id != self.base.id), None)
        if held is not None:
            self.base = self.base.changed(id=held.id)
        super().disputed(failure)

    # What it shows

    def look(self) -> None:
        """Show the clock of the returns that are ticked, whether it is late, and what else the answers ask for."""
        said = self.panel.values()
        covered = frozenset(each.episode for each in said["episodes"])
        self.beside.show_covered(covered)
        rows = self.panel.rows
        late = self.opening.is_late(said["done_at"], covered)
        self._time(said["done_at"], said["episodes"], late)
        rows["late_because"].excuse(not late)
        rows["late_because"].setVisible(late or bool(said["late_because"]))
        rows["asked_for"].setVisible(said["independent"] is False or bool(said["asked_for"]))
        declined = said["answer"] == "declined"
        for name in ("declined_because", "carers_offered_at", "carers_said"):
            rows[name].setVisible(declined or bool(said[name]))

    def _time(self, done_at: Moment, episodes: tuple[Covered, ...], late: bool) -> None:
        """What is left of the time; once it was held, how long after the return that was."""
        by = self.opening.by(frozenset(each.episode for each in episodes))
        if by is None or not done_at:
            self.clock.say(by)
            return
        held = ReturnInterview(done_at=done_at, episodes=episodes)
        self.clock.stop(capitalised(state_words(held, self.opening.episodes)), by, done_at, late=late)

    def _carried(self) -> ReturnInterview:
        """The interview that the typed values become part of."""
        if not self.base.settled:
            return self.base
        return interviewing.going_on(self.desk.at, self.base).changed(id=self.number)

    def _on_file(self) -> list[ReturnInterview]:
        """What stands on file by now about the returns that this is about."""
        desk, covered = self.desk.at, self.panel.values()["episodes"]
        held = (interviewing.of_episode(desk, self.subject, each.episode) for each in covered)
        return [each for each in held if each is not None]

    def _begin(self, draft: Draft | None) -> None:
        if draft is not None and draft.record == self.base.id:
            self.base = _as_it_was(self.desk, self.base, draft.base_version)
        self.panel.set_value(self.shown(self.base))
        if draft is not None:
            self.take_up(draft)

    def _lay_out(self) -> None:
        self.panel.rows["agreed"].label.hide()
        self.head.addWidget(self.clock)
        for sentence in (self.opening.owed_by, self._standing()):
            if sentence:
                self.head.addWidget(label(capitalised(sentence), tone="soft", wrap=True))
        self.head.addWidget(label(DANGER, tone="medium", strong=True, wrap=True))
        look = theme.current()
        room = min(look.px(WIDE), QGuiApplication.primaryScreen().availableGeometry().width())
        if room < look.px(BESIDE + LEAST):
            holder = self.panel.parentWidget()
            inside = holder.layout() if holder is not None else None
            assert isinstance(inside, QVBoxLayout)
            inside.insertWidget(1, self.beside)
            return
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("The missing episode")
        area.setWidget(self.beside)
        area.setFixedWidth(look.px(BESIDE))
        self.body.addWidget(area)

    def _standing(self) -> str:
        """What it follows, where it is no longer being arranged."""
        held = self.base
        if not held.settled:
            return ""
        if held.done_at:
            return CORRECTING.format(held.recorded_by, formats.when_full(held.recorded_at))
        said = "declined" if held.answer and not held.decided_at else "decided against"
        return GOING_ON.format(said, formats.when_full(held.happened()))


def _asked_by(screen: ScreenDesk, draft: Draft) -> tuple[Id, ReturnInterview | None]:
    """For which episode a draft was begun, and which entry it follows."""
    episode = Id(int(draft.typed.get(EPISODE) or 0))
    follows = Id(int(draft.typed.get(CORRECTS) or 0))
    if not follows:
        return episode, None
    found = unfinished.on_file(screen.at, follows)
    if not isinstance(found, ReturnInterview):
        raise NotFound(unfinished.GONE)
    return episode, found


def _as_it_was(screen: ScreenDesk, interview: ReturnInterview, version: int) -> ReturnInterview:
    """The interview in the version that a draft was begun on, so that what others changed since is noticed."""
    if version == interview.version:
        return interview
    states = overview.earlier_states(screen.at, interview)
    found = (each for each in states if isinstance(each, ReturnInterview) and each.version == version)
    return next(found, interview)
