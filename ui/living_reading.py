"""Windows that show a record which goes on, a missing episode or an action; what can be done with it stands first."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from rise_desk.domain import interview_due, moments, returns
from rise_desk.domain.action import DONE, NOT_NEEDED, Action
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.returns import Return
from rise_desk.services import overview
from ui import formats
from ui.entry_dialog import EntryDialog
from ui.forms import Forms
from ui.missing_next import forms_of
from ui.records.missing_episode import NOW, how_long, prevention
from ui.records.words import capitalised
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import label

INTERVIEW, POLICE = "Return interview", "Police prevention interview"
NOT_THAT = "The police’s own talk with the young person. It is not the return interview."
DUE = "due {}"


class LivingReading(EntryDialog):
    """Shows a record with its own verbs; each closes this window and opens the form over the desk."""

    def leading(self, text: str, act: Callable[[Forms], object], icon: str = "") -> Button:
        """A verb of this record."""
        made = Button(text, icon=icon)
        made.clicked.connect(lambda: self._lead(act))
        return made

    def _lead(self, act: Callable[[Forms], object]) -> None:
        below = self.parentWidget()
        forms = forms_of(below)
        self.accept()
        if forms is not None:
            act(forms)


class EpisodeReading(LivingReading):
    """A missing episode whole: what is known, how its return interview stands, and the police's talk apart from it."""

    note: MissingEpisode

    def verbs(self) -> Sequence[Button]:
        """Change it; while it lasts, record the return; a new grade; once they are back, the return interview."""
        made = self.note
        if made.withdrawn:
            return ()
        found = [self.leading("Change…", lambda forms: forms.episode(made.subject, made.id), "note")]
        if made.is_open:
            found.insert(
                0, self.leading("Record the return…", lambda forms: forms.returned(made.subject, made.id), "check")
            )
        found.append(self.leading("New grade…", lambda forms: forms.regrade(made.subject, made.id)))
        if not made.is_open:
            found.append(self.leading("Return interview…", lambda forms: forms.interview(made.subject, made.id)))
        return found

    def parts(self) -> Iterator[QWidget]:
        """What is known, the interview, the police's talk, and everything around it."""
        *before, around = super().parts()
        if self.note.is_open:
            long = how_long(self.note, self.desk.now())
            yield label(f"{NOW}, for {long}" if long else NOW, tone="loud", strong=True, wrap=True)
        yield from before
        yield from self._interview()
        police = prevention(self.note)
        if police:
            yield _card(POLICE, NOT_THAT, police)
        yield around

    def _interview(self) -> Iterator[QWidget]:
        for each in self._returns():
            owed = DUE.format(moments.shown_short(moments.minute(each.by), self.desk.now())) if each.is_owed else ""
            person = overview.whole_person(self.desk.at, self.note.subject)
            whose = interview_due.owed_by(person, self.desk.practice) if each.is_owed else ""
            words = [capitalised(interview_due.how_far(each)), owed, whose]
            yield _card(INTERVIEW, "", formats.joined(*words))

    def _returns(self) -> list[Return]:
        kinds = Sieve(kinds=(MissingEpisode.KIND, ReturnInterview.KIND))
        file = overview.case_file(self.desk.at, self.note.subject, kinds)
        return [each for each in returns.of_file(file) if each.episode.id == self.note.id]


class ActionReading(LivingReading):
    """An action whole; while it is open it can be done, or no longer needed."""

    note: Action

    def verbs(self) -> Sequence[Button]:
        """Change it, and bring it to its end."""
        made = self.note
        if made.withdrawn:
            return ()
        change = self.leading("Change…", lambda forms: forms.action(made.subject, made.id), "note")
        if not made.is_open:
            return (change,)
        return (
            self.leading("Done…", lambda forms: forms.end_action(made.subject, made.id, DONE), "check"),
            self.leading("No longer needed…", lambda forms: forms.end_action(made.subject, made.id, NOT_NEEDED)),
            change,
        )


def _card(title: str, hint: str, text: str) -> Card:
    made = Card(title)
    if hint:
        made.add(label(hint, tone="soft", wrap=True))
    made.add(_copied(text))
    return made


def _copied(text: str) -> QLabel:
    made = label(text, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
