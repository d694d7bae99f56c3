"""A notice read whole: how it stands, everything that is recorded, and what can be done with it first."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from rise_desk.domain.breach import Breach
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.record import Id
from ui import notice_told
from ui.entry_dialog import EntryDialog
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


class AfterReading(EntryDialog):
    """A review or a breach whole, with the way to its notice; of a breach, to the missing episode it belongs to."""

    note: NoticeReview | Breach

    def verbs(self) -> Sequence[Button]:
        """Where it leads."""
        made = self.note
        found = [self._leading("Read the notice", made.notice)]
        if isinstance(made, Breach) and made.episode and self.reading.subject == made.child:
            found.append(self._leading("Read the missing episode", made.episode))
        return found

    def _leading(self, text: str, record: Id) -> Button:
        made = Button(text)
        made.clicked.connect(lambda: self._leave(record))
        return made

    def _leave(self, record: Id) -> None:
        self.accept()
        self.another_asked.emit(record)
