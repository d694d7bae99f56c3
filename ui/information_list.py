"""The information reports about somebody or something: what was told, whether it was sent, and what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from rise_desk.domain import moments
from rise_desk.domain.record import Id
from rise_desk.services import information, overview
from rise_desk.services.information import Listed
from ui import formats
from ui.desk import ScreenDesk
from ui.small_dialog import SmallDialog
from ui.theme import Type
from ui.widgets.badge import Badge, Tone
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import label

HEADING = "Information reports about {}"
NONE = "None is on file. A report can be drawn from an interview, an assessment or a note, or written here."
EXPLAINED = "What the team passed to the police. It is not a referral: danger now is 999."
NOT_SENT = "not sent"
SHORT = 220


class InformationList(SmallDialog):
    """`opened` brings the number of a report that is to be read or changed, `new_asked` the wish for another."""

    opened = Signal(object)
    new_asked = Signal()

    def __init__(self, screen: ScreenDesk, subject: Id) -> None:
        super().__init__(
            "Information reports", Button("New report…", "primary", icon="add"), Button("Close", keys="Esc")
        )
        self.desk = screen
        found = information.of_subject(screen.at, subject)
        name = overview.names_of(screen.at, [subject])[subject]
        self.cards = [self._card(each) for each in found]
        empty = () if found else (label(NONE, tone="soft", wrap=True),)
        self.build(HEADING.format(name), EXPLAINED, *self.cards, *empty, wide=760)
        self.verb.clicked.connect(self._new)

    def _card(self, each: Listed) -> Card:
        made = each.report
        day = moments.shown_short(made.learned_at or made.recorded_at, self.desk.now())
        card = Card(day, formats.joined(*each.about))
        card.title.setWordWrap(True)
        for text, tone in _badges(each):
            card.add_verb(Badge(text, tone))
        button = Button("Open", "quiet")
        button.setAccessibleName(f"Open the report of {day}")
        button.clicked.connect(lambda: self._open(made.id))
        card.add_verb(button)
        card.add(label(shortened(made.what), wrap=True))
        sent = formats.joined(moments.shown_short(made.sent_at, self.desk.now()), made.sent_to, made.police_ref)
        if made.sent_at:
            card.add(label(f"Sent {sent}", Type.SECOND, tone="soft", wrap=True))
        if made.feedback:
            card.add(label(f"What came of it: {shortened(made.feedback)}", Type.SECOND, tone="soft", wrap=True))
        return card

    def _open(self, report: Id) -> None:
        self.accept()
        self.opened.emit(report)

    def _new(self) -> None:
        self.accept()
        self.new_asked.emit()


def _badges(each: Listed) -> Sequence[tuple[str, Tone]]:
    found = []
    if each.report.withdrawn:
        found.append(("withdrawn", Tone.CLOSED))
    elif not each.report.sent_at:
        found.append((NOT_SENT, Tone.HIGH))
    if each.graded:
        found.append(("graded", Tone.INFO))
    return found


def shortened(text: str) -> str:
    """A text in few lines."""
    flat = " ".join(text.split())
    return flat if len(flat) <= SHORT else f"{flat[:SHORT].rstrip()} …"
