"""The welcome at the first start: what somebody wants, in which role, and where the records are kept."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from rise_desk.domain import moments
from rise_desk.domain.staff import Role
from rise_desk.errors import DeskError
from rise_desk.services import signing_in, whereabouts
from rise_desk.services.clock import Clock
from rise_desk.services.demo.demonstration import Demonstration, sign_ins
from ui import formats
from ui.desk import ScreenDesk
from ui.sign_in import BUSY_MS, CHECKING
from ui.step import Step, Steps
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.folder_field import FolderField
from ui.widgets.radio_row import RadioRow

WISH, ROLE, PLACE = "wish", "role", "place"
LOOK, FRESH, OWN = "look", "fresh", "own"
DETAIL = (
    "The case files of a team that protects young people from exploitation. Everything stays on this computer, "
    "encrypted, and opens only with a password."
)
WISHES = {
    LOOK: "Look around first, with invented people",
    FRESH: "Look around afresh: the demonstration of {} goes",
    OWN: "Start our team’s own records",
}
WISH_HINT = "Looking around takes a few seconds. It has a folder of its own and can be thrown away."
ROLES = ((Role.WORKER, "Exploitation worker"), (Role.MANAGER, "Team manager"), (Role.SUPERVISOR, "Supervisor"))
ROLE_HINT = "A demonstration shows you the desk in this role. A team’s own records are started by a supervisor."
PLACE_HINT = "On this computer’s own disk, not a network drive or a folder that a cloud service copies."
BY_SUPERVISOR = (
    "A team’s records are started by a supervisor, who then adds you. Ask your supervisor to do this step, "
    "or look around first."
)
INVENTING = "Inventing a team and its caseload"
ELSEWHERE = (
    "The records were last kept in a folder that can’t be found now. If they are on another disk, connect it and "
    "start RISE Desk again."
)


Make = Callable[[Clock, bool, Callable[[int, int], object]], Demonstration]
"""The demonstration, made by this clock if need be or if it should be a fresh one; tells how far it is."""


def made_in_its_folder(clock: Clock, again: bool, tell: Callable[[int, int], object]) -> Demonstration:
    """The demonstration of the usual size, in the folder that is kept for it."""
    from rise_desk.services.demo import making

    return making.make(whereabouts.demonstration(), clock, again=again, tell=tell)


def _made_on_another_day(now: datetime) -> str:
    """The day of the demonstration that is there; '' where there is none, or it is of today."""
    held = sign_ins(whereabouts.demonstration())
    return held.day if held and held.day != now.astimezone(moments.LONDON).date().isoformat() else ""


class Question(Step):
    """What somebody wants, their role, and, for a team's own records, where."""

    def __init__(self, folder: Path, missing: bool, made_on: str) -> None:
        day = formats.day(date.fromisoformat(made_on)) if made_on else ""
        wishes = [(key, text.format(day)) for key, text in WISHES.items() if key != FRESH or day]
        self.wish = RadioRow(wishes, unanswered=False)
        self.role = RadioRow(ROLES, unanswered=False)
        place = Field(name=PLACE, label="Where the records are kept", hint=PLACE_HINT)
        self.place = FieldRow(place, FolderField(place.label, folder))
        rows = (
            FieldRow(Field(name=WISH, label="What would you like to do?", hint=WISH_HINT), self.wish),
            FieldRow(Field(name=ROLE, label="Your role", hint=ROLE_HINT), self.role),
            self.place,
        )
        super().__init__("Welcome to RISE Desk", f"{ELSEWHERE} {DETAIL}" if missing else DETAIL, rows, "Go on")
        self.wish.changed.connect(self._show)
        self._show()

    def problems(self) -> dict[str, str]:
        """What keeps this from going on."""
        if self.text(WISH) != OWN:
            return {}
        wrong = {} if self.text(ROLE) == Role.SUPERVISOR else {ROLE: BY_SUPERVISOR}
        return wrong | ({} if self.text(PLACE) else {PLACE: "Enter a folder."})

    def _show(self) -> None:
        self.place.setVisible(self.text(WISH) == OWN)


class Welcome(Steps):
    """The page of the first start.

    `own_wanted` brings the folder for a team's records; `demonstration` the folder of one, and the desk there;
    `back_wanted`: somebody who came here from signing in thought better of it.
    """

    own_wanted = Signal(object)
    demonstration = Signal(object, object)
    back_wanted = Signal()
    _told = Signal(int, int)

    def __init__(
        self, screen: ScreenDesk, folder: Path, *, back: bool = False, make: Make = made_in_its_folder
    ) -> None:
        super().__init__()
        self._screen, self._make = screen, make
        missing = folder == whereabouts.usual() != whereabouts.own() and not folder.exists()
        step = Question(folder, missing, _made_on_another_day(screen.now()))
        step.submitted.connect(lambda: self._go_on(step))
        if back:
            step.add_way("Back to signing in").clicked.connect(self.back_wanted)
        self._told.connect(step.busy.advance, Qt.ConnectionType.QueuedConnection)
        self.show_step(step)
        step.wish.field_widget().setFocus()

    def _go_on(self, step: Question) -> None:
        wrong = step.problems()
        step.show_problems(wrong)
        if wrong or not step.verb.isEnabled():
            return
        if step.text(WISH) == OWN:
            self._check_place(step)
            return
        step.work(INVENTING)
        self._screen.tasks.run(
            lambda: self._make(self._screen.clock, step.text(WISH) == FRESH, self._told.emit),
            done=lambda made: self._prove(step, made),
            failed=step.show_failure,
        )

    def _check_place(self, step: Question) -> None:
        folder = Path(step.text(PLACE)).expanduser()
        try:
            signing_in.has_store(folder)
        except DeskError as wrong:
            step.show_problems({PLACE: str(wrong)})
            return
        self.own_wanted.emit(folder)

    def _prove(self, step: Question, made: Demonstration) -> None:
        who = made.user(Role(step.text(ROLE)))
        step.work(CHECKING)
        self._screen.tasks.run(
            lambda: signing_in.prove(made.path, who.name, who.password),
            done=lambda proof: self._screen.tasks.attempt(
                lambda: signing_in.sit_down(proof, self._screen.clock, busy_ms=BUSY_MS),
                done=lambda desk: self.demonstration.emit(made.path, desk),
                failed=step.show_failure,
            ),
            failed=step.show_failure,
        )
