"""An information report read whole, with what can be done with it; and its grading, for those who may read it."""

from collections.abc import Sequence

from rise_desk.domain.information import InformationReport
from rise_desk.services import information
from ui.living_reading import LivingReading
from ui.widgets.buttons import Button


class InformationReading(LivingReading):
    """A report can be sent and changed, printed, and graded by holders of the grant."""

    note: InformationReport

    def verbs(self) -> Sequence[Button]:
        """What comes next with it."""
        made = self.note
        if made.withdrawn:
            return ()
        text = "Change…" if made.sent_at else "Change, or record that it was sent…"
        found = [self.leading(text, lambda forms: forms.protecting.information(report=made.id), "note")]
        if information.may_grade(self.desk.at):
            found.append(self.leading("Grade…", lambda forms: forms.protecting.grading(made.id)))
        found.append(self.leading("Print…", lambda forms: forms.protecting.information_paper(made.id), "print"))
        found.append(
            self.leading("File for the police…", lambda forms: forms.protecting.police_file(made.id), "export")
        )
        if information.grading(self.desk.at, made) is not None:
            found.append(
                self.leading("Print sanitised…", lambda forms: forms.protecting.information_paper(made.id, clean=True))
            )
        return found
