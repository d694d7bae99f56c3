"""A return interview read whole: own words first, then as the form asks; what can be done with it stands beneath."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from rise_desk.domain.interview import DECLINED, ReturnInterview
from rise_desk.services.overview import ChronologyEntry
from ui.desk import ScreenDesk
from ui.facts import Fact
from ui.facts import Facts as Columns
from ui.interview_step import ANSWER, ATTEMPT
from ui.living_reading import LivingReading
from ui.records.return_interview import groups
from ui.records.shown import Facts, Reading
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import label

GO_ON, ADD_ATTEMPT, CARERS = "Go on…", "Add attempt…", "Offer parents or carers the talk…"


class InterviewReading(LivingReading):
    """Until it was held it is gone on with; an entry is put right by a further one."""

    note: ReturnInterview
    size_asked = (860, 700)

    def __init__(self, screen: ScreenDesk, found: ChronologyEntry, reading: Reading) -> None:
        super().__init__(screen, found, reading)
        if not self.note.settled:
            self.correct_button.hide()

    def verbs(self) -> Sequence[Button]:
        """Go on with it and add an attempt while it is arranged; what was declined can still be held."""
        made = self.note
        if made.withdrawn or self.found.corrected_by or made.done_at:
            return ()
        episode = next(iter(made.covers))
        go_on = self.leading(GO_ON, lambda forms: forms.interview(made.subject, episode), "forward")
        if made.state == DECLINED:
            return (
                go_on,
                self.leading(CARERS, lambda forms: forms.interview_step(made.subject, episode, ANSWER)),
            )
        if made.settled:
            return (go_on,)
        attempt = self.leading(ADD_ATTEMPT, lambda forms: forms.interview_step(made.subject, episode, ATTEMPT))
        return go_on, attempt

    def parts(self) -> Iterator[QWidget]:
        """Own words and what happened, then the headings of the form; a heading with nothing beneath is left out."""
        *before, _around = super().parts()
        yield from before
        for title, facts in groups(self.note, self.reading):
            held = [each for each in facts if each[1]]
            if held:
                yield _card(title, tuple(held))


def _card(title: str, held: Facts) -> Card:
    made = Card(title)
    single = len(held) == 1 and held[0][0] == title
    if single:
        made.add(label(held[0][1], wrap=True))
    else:
        made.add(Columns([Fact(label=name, value=value, whole="\n" in value) for name, value in held]))
    return made
