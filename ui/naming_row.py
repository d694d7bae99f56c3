"""One that is named: what it may be on file, what it becomes, and how it is linked with the child."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import naming
from rise_desk.domain.linking import CONFIDENCES, UNCONFIRMED
from rise_desk.domain.person import AT_RISK, OF_CONCERN
from rise_desk.domain.recognising import PERSON
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services.named import Named
from rise_desk.services.naming import Answer, Likely
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.records.words import capitalised
from ui.subject_fields import SubjectField
from ui.theme import Type
from ui.widgets.card import Card
from ui.widgets.plain_choice import PlainChoice
from ui.widgets.radio_row import RadioRow
from ui.widgets.words import Elided, label

LEAVE, NEW, FIND = "", "new", "find"
LEFT = "Leave as it is named"
OTHER = "Find on file…"
NEW_RECORD = "A new record"
NEW_FILES = ((f"{NEW}:{OF_CONCERN}", "New: of concern"), (f"{NEW}:{AT_RISK}", "New: a child at risk"))
HOW = "Choose how"
NOT_FOUND = "Find who or what this is on file, or leave it as it is named."
CHILD = "-1"


class NamingRow(Card):
    """Shows one; `changed` tells that it became something else."""

    changed = Signal()

    def __init__(
        self, screen: ScreenDesk, named: Named, child: str, likely: Sequence[Likely], source: str = ""
    ) -> None:
        """`source`: the record that names it, where that is not said above."""
        practice = screen.practice
        sort = "" if named.sort == PERSON else practice.label("mention_sort", named.sort)
        super().__init__(named.mention.name, formats.joined(sort, source))
        self.named, self.child, self.likely = named, child, likely
        self.ways = naming.ways(named.sort, practice)
        self.choice = RadioRow(tuple(_choices(named, likely)), unanswered=False)
        self.choice.name(f"What “{named.mention.name}” is")
        kind = naming.made(named.mention, "", "").KIND
        self.found = SubjectField(screen, f"Find “{named.mention.name}” on file", kind=kind)
        self.found.search.without = (named.child,)
        self.how = PlainChoice(
            [(str(place), way.words(practice)) for place, way in enumerate(self.ways)],
            f"How “{named.mention.name}” is linked",
            all_=HOW,
        )
        self.whose = PlainChoice((), f"Whose “{named.mention.name}” is", all_=child)
        self.confidence = RadioRow(
            [(each, capitalised(practice.label("confidence", each))) for each in reversed(CONFIDENCES)],
            unanswered=False,
        )
        self.confidence.name(f"Confidence of the link with “{named.mention.name}”")
        self.error = label(tone="error", wrap=True)
        self._linked = QWidget()
        self._build()
        self._begin()
        self.choice.changed.connect(self._show)
        self.found.changed.connect(self._show)
        self._show()

    def answer(self) -> Answer:
        """What was said of it."""
        key = str(self.choice.value())
        new, _colon, role = key.partition(":")
        way = self.how.value()
        return Answer(
            named=self.named,
            subject=self.found.value() if new == FIND else NO_ID if new in (LEAVE, NEW) else Id(int(key)),
            new=new == NEW,
            role=role,
            way=self.ways[int(way)] if way else None,
            confidence=str(self.confidence.value() or UNCONFIRMED),
            whose=int(self.whose.value() or CHILD),
        )

    def unsaid(self) -> str:
        """What must be said of it before anything is recorded; '' for nothing."""
        return NOT_FOUND if self.choice.value() == FIND and not self.found.value() else ""

    def offer_people(self, people: Sequence[tuple[int, str]]) -> None:
        """Let a thing be that of somebody else who is named beside it, by the places of their rows."""
        held = self.whose.value()
        while self.whose.count() > 1:
            self.whose.removeItem(1)
        for place, name in people if self.named.sort != PERSON else ():
            self.whose.addItem(name, str(place))
        self.whose.set_value(held)
        self._name_the_child()

    def show_problem(self, sentence: str) -> None:
        """Say beside it what is wrong; '' for nothing."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _begin(self) -> None:
        """A thing that bears the same number begins as that one, another as a new one; nobody is chosen of people."""
        sure = next((str(each.subject) for each in self.likely if each.sure), "")
        suggested = naming.suggested(self.named.mention, self.named.record)
        if sure or (suggested and self.named.sort != PERSON and not self.likely):
            self.choice.set_value(sure or NEW)
        place = next((place for place, way in enumerate(self.ways) if way.link_type == suggested), None)
        self.how.set_value("" if place is None else str(place))

    def _show(self) -> None:
        """One to be found is looked for beneath; how it is linked is asked of what is taken up."""
        self.found.setVisible(self.choice.value() == FIND)
        self._linked.setVisible(self.choice.value() != LEAVE)
        self.show_problem("")
        self.changed.emit()

    def _name_the_child(self) -> None:
        several = self.whose.count() > 1
        self.whose.setVisible(several)
        self._alone.setVisible(not several)

    def _build(self) -> None:
        self.title.setWordWrap(True)
        if self.named.mention.known.strip():
            self.add(label(" ".join(self.named.mention.known.split()), tone="soft", wrap=True))
        self.add(self.choice)
        self.add(self.found)
        for each in self.likely:
            self.add(
                label(f"{each.name}: {formats.joined(each.detail, each.why)}", Type.SECOND, tone="soft", wrap=True)
            )
        self._alone = Elided(self.child)
        across = QHBoxLayout()
        across.setSpacing(theme.TIGHT + 2)
        across.addWidget(self._alone, 1)
        across.addWidget(self.whose, 1)
        across.addWidget(self.how, 1)
        across.addWidget(Elided(self.named.mention.name), 1)
        column = QVBoxLayout(self._linked)
        column.setContentsMargins(0, theme.TIGHT, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addLayout(across)
        column.addWidget(self.confidence)
        self.add(self._linked)
        self.add(self.error)
        self.error.hide()
        self._name_the_child()


def _choices(named: Named, likely: Sequence[Likely]) -> Iterator[tuple[str, str]]:
    """To leave it first, then those on file, then one to be found there, then a new record.

    A new person is offered by what they are on file as.
    """
    yield LEAVE, LEFT
    for each in likely:
        yield str(each.subject), formats.joined(each.name, each.detail.partition(",")[0])
    yield FIND, OTHER
    if named.sort != PERSON:
        yield NEW, NEW_RECORD
    elif not named.mention.person:
        yield from NEW_FILES
