"""A manager's answer to an assessment: what it means, and the words that go with it; it lies beside the evidence."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rise_desk.domain import moments
from rise_desk.domain.assessed import Assessed
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.record import Id
from rise_desk.domain.scoring import Choice
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF, SignOff
from rise_desk.services import signing_off
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.drafting import Drafting
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind
from ui.widgets.text_fields import LongField

COMMENTS = Field(name="comments", label="Comments", kind=Kind.LONG, hint="They can be left empty")
TO_PUT_RIGHT = Field(
    name="comments",
    label="What should be put right",
    kind=Kind.LONG,
    required=True,
    hint="Such as: say what the 4 for ‘Where they live’ rests on",
)
AGREES = "Signing off says that you have read the assessment and agree with it."


class SignOffDialog(SmallDialog):
    """One of the two answers to one assessment; `answered` brings the record of it."""

    answered = Signal(object)
    kind = SignOff.KIND

    def __init__(
        self,
        screen: ScreenDesk,
        assessed: Assessed,
        made: Assessment,
        decision: str,
        parent: QWidget | None = None,
        *,
        draft: Draft | None = None,
    ) -> None:
        self.back = decision == SENT_BACK
        verb = Button("Send back" if self.back else "Sign off", "primary", keys="Ctrl+Enter")
        title = "Send back the assessment" if self.back else "Sign off the assessment"
        super().__init__(title, verb, Button("Cancel", keys="Esc"), parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.desk, self.made, self.decision, self.subject = screen, made, decision, made.subject
        self.comments = FieldRow(TO_PUT_RIGHT if self.back else COMMENTS, LongField(3))
        means = returning(screen, assessed, made) if self.back else meaning(assessed, made)
        day = moments.shown(made.assessed_on)
        self.build(f"{title} of {day}", means, self.comments, wide=500)
        self.also_by("Ctrl+Return")
        self.verb.clicked.connect(self.answer)
        self.drafting = Drafting(self, self)
        if draft is not None:
            self.drafting.take_up(draft)
            self.comments.editor.restore(draft.typed.get("panel", {}).get("comments", ""))
        self.comments.editor.changed.connect(self.drafting.typing)
        self.comments.editor.field_widget().setFocus()

    def unsaved(self) -> bool:
        """Whether anything was written."""
        return bool(str(self.comments.value()))

    def to_keep(self) -> dict[str, Any]:
        """The words so far, and for which answer."""
        return {"panel": {"comments": self.comments.editor.typed()}, "decision": self.decision}

    def over(self) -> tuple[Id, int]:
        """The assessment that is answered."""
        return self.made.id, self.made.version

    def reject(self) -> None:
        """Nothing is answered, and the words are forgotten."""
        self.drafting.drop()
        super().reject()

    def put_off(self) -> None:
        """The assessment is closed beneath it: what was written stays a draft."""
        self.drafting.keep()
        self.done(0)

    def answer(self) -> None:
        """Answer, or say what speaks against it; nothing typed is cleared."""
        comments = str(self.comments.value())
        wanting = self.back and not comments.strip()
        self.say({"comments": "Say what should be put right."} if wanting else {})
        if wanting:
            return
        self.work("Sending it back" if self.back else "Signing off")
        deed = signing_off.send_back if self.back else signing_off.sign_off
        desk, made, draft = self.desk.at, self.made.id, self.drafting.draft
        self.desk.tasks.attempt(lambda: deed(desk, made, comments, draft=draft), self._done, self.fail)

    def _done(self, answer: SignOff) -> None:
        self.drafting.saved()
        self.desk.drafted.emit()
        self.accept()
        self.answered.emit(answer)


def meaning(assessed: Assessed, made: Assessment) -> str:
    """What signing off changes: 'Amber takes effect; until now Red showed. …'."""
    instrument = assessed.practice.instruments[made.instrument]
    now, then = assessed.shown, assessed.shown_if(made, SIGNED_OFF)
    if now != then:
        return f"{instrument.band_label(then)} takes effect; until now {instrument.band_label(now)} showed. {AGREES}"
    if made.choice(instrument) is Choice.ABOVE:
        band = instrument.band_label(made.band)
        return f"{band}, above the bands that the score allows, has been in effect since it was submitted. {AGREES}"
    return f"{instrument.band_label(now)} shows now, and stays. {AGREES}"


def returning(screen: ScreenDesk, assessed: Assessed, made: Assessment) -> str:
    """What sending back changes, and how its author hears of it."""
    shown = assessed.practice.instruments[made.instrument].band_label(assessed.shown_if(made, SENT_BACK))
    told = f"Until it is put right, {shown} shows."
    if signing_off.author_is_here(screen.at, made):
        return f"{made.recorded_by} finds it on Today, with your comments, and puts it right by a further one. {told}"
    return (
        f"{made.recorded_by} can’t sign in at present. The unfinished form is kept for them; anybody else can put it "
        f"right with ‘Correct…’. {told}"
    )
