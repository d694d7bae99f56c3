"""A notice read whole: how it stands, everything that is recorded, and what can be done with it first."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from rise_desk.domain.notice import Notice
from ui import notice_told
from ui.living_reading import LivingReading
from ui.widgets.buttons import Button
from ui.widgets.words import label


class NoticeReading(LivingReading):
    """A notice that is prepared can be changed and served; one that was served, reviewed; a breach is logged."""

    note: Notice

    def verbs(self) -> Sequence[Button]:
        """What comes next with it, and its paper."""
        made = self.note
        if made.withdrawn or self.found.corrected_by:
            return ()
        paper = self.leading("Print…", lambda forms: forms.protecting.notice_paper(made.id), "print")
        if not made.settled:
            serve = self.leading("Serve…", lambda forms: forms.protecting.serve(made.id), "check")
            change = self.leading("Change…", lambda forms: forms.protecting.notice(made.child, made.id), "note")
            return (serve, change, *self._after(), paper)
        return (*self._after(), paper)

    def parts(self) -> Iterator[QWidget]:
        """How it stands, before everything that is recorded."""
        said = notice_told.state_line(self.desk.at, self.note)
        if said:
            yield label(said, strong=True, wrap=True)
        yield from super().parts()

    def _after(self) -> tuple[Button, ...]:
        made = self.note
        if not made.in_force_from:
            return ()
        return (
            self.leading("Breach…", lambda forms: forms.protecting.breach(made.id)),
            self.leading("Review…", lambda forms: forms.protecting.notice_review(made.id)),
        )
