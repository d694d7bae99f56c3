"""The overview of a file: their own words before anything else, the latest entries, what is due, who is around them."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain import case_course, moments, nights
from rise_desk.domain.assessed import Assessed
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.heat import strip
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import Id
from rise_desk.services import (
    disruption,
    interviewing,
    merging,
    missing_picture,
    overview,
    signing_off,
    unfinished,
)
from rise_desk.services.overview import ChronologyEntry
from rise_desk.services.unfinished import Draft
from ui import case_concern, formats, notice_told, records, theme
from ui.case_due import DueCard
from ui.desk import ScreenDesk
from ui.records.contact_note import title
from ui.records.shown import Reading
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import Elided, label

LATEST, SHORT, BACKGROUND = 5, 6, 600
LINK_INSET = 9
"""How far the words of a quiet button stand from its edge."""

WORDS_OF = {"female": "In her words", "male": "In his words"}
NO_WORDS = "Nothing is recorded in their own words yet. A note has a field for them."
TWO_COLUMNS_FROM = 110
"""How many letters of text both columns need together."""


class CaseOverview(QScrollArea):
    """What somebody must know first; `opened` brings an entry, `resumed` and `thrown_away` an unfinished form.

    `record_opened` brings the number of an entry to read, `assess_asked` asks for a further assessment.
    """

    opened = Signal(object)
    record_opened = Signal(object)
    assess_asked = Signal()
    resumed = Signal(object)
    thrown_away = Signal(object)
    chronology_asked = Signal()
    details_asked = Signal()
    missing_asked = Signal()

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.subject = desk, subject
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._across: QBoxLayout | None = None

    def show_person(self, person: Person) -> None:
        """Read everything again, and stay scrolled, and in the same cell of the strip, where it was."""
        from ui.assessment_card import kept_cell

        at, stay = self.verticalScrollBar().value(), kept_cell(self)
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._across.setContentsMargins(0, 0, theme.TIGHT, 0)
        self._across.setSpacing(theme.GAP)
        latest = overview.chronology(self.desk.at, self.subject, limit=LATEST)
        assessed = signing_off.assessed(self.desk.at, self.subject)
        away = missing_picture.episodes(self.desk.at, self.subject)
        first, later, beside = case_concern.cards(person, self.desk.practice, self.details_asked.emit)
        left = [*self._drafts(), *first, *self._words(person), *self._assessments(person, assessed, away)]
        left += [*self._missing(away), *later, *self._background(person), self._latest(latest, assessed)]
        right = [self._due(), *self._named(person), *beside, *self._around(person)]
        for cards, breadth in ((left, 3), (right, 2)):
            column = QVBoxLayout()
            column.setSpacing(theme.GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._across.addLayout(column, breadth)
        self.setWidget(inside)
        self._arrange()
        stay()
        self.verticalScrollBar().setValue(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where both have room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        needed = TWO_COLUMNS_FROM * self.fontMetrics().averageCharWidth()
        beside = self.viewport().width() >= needed
        if self._across is not None:
            self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    # The cards

    def _named(self, person: Person) -> list[Card]:
        """Who and what the entries of a child's file name and nobody has recorded yet."""
        from ui import naming_bar

        def ask() -> None:
            attrgetter("forms.protecting")(self.window()).names(person.id)

        return naming_bar.cards(self.desk, person.id, ask) if person.has_role(AT_RISK) else []

    def _drafts(self) -> list[Card]:
        kept = unfinished.mine(self.desk.at)
        heads = merging.head_of(self.desk.at, {each.subject for each in kept})
        mine = [each for each in kept if heads[each.subject] == self.subject]
        if not mine:
            return []
        card = Card("Unfinished", "kept as you typed")
        for each in mine:
            card.add(self._draft_row(each))
        return [card]

    def _draft_row(self, draft: Draft) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        about = f"{unfinished.titled(draft.kind)}, kept {formats.when(draft.saved_at)}"
        across.addWidget(Elided(about), 1)
        for verb, told in (("Go on writing", self.resumed), ("Throw away…", self.thrown_away)):
            button = Button(verb, "quiet")
            button.setAccessibleName(f"{verb.rstrip('…')}: {about}")
            button.clicked.connect(lambda _=False, told=told: told.emit(draft))
            across.addWidget(button)
        return row

    def _words(self, person: Person) -> list[Card]:
        """Their own words; an adult who was never at risk has this card only where there are any."""
        card = Card(WORDS_OF.get(person.gender, "In their words"))
        note = overview.latest_words(self.desk.at, self.subject)
        if note is None:
            card.add(label(NO_WORDS, tone="soft", wrap=True))
            return [card] if person.has_role(AT_RISK) else []
        card.add(label(f"“{note.own_words}”", Type.CARD, strong=False, wrap=True))
        reading = Reading(subject=self.subject, names={}, practice=self.desk.practice, now=self.desk.now())
        when = moments.shown_short(note.happened(), self.desk.now())
        how = title(note, reading) if isinstance(note, ContactNote) else note.TITLE
        card.add(label(formats.joined(how, when, note.recorded_by), Type.SECOND, tone="soft", wrap=True))
        return [card]

    def _background(self, person: Person) -> list[Card]:
        if not person.background.strip():
            return []
        card = Card("Background")
        every = Button("Details", "quiet")
        every.clicked.connect(self.details_asked)
        card.add_verb(every)
        card.add(label(shorten(person.background, BACKGROUND, placeholder=" …"), wrap=True))
        return [card]

    def _missing(self, away: Sequence[MissingEpisode]) -> list[Card]:
        if not away:
            return []
        from ui.missing_short import ShortCard

        return [ShortCard(self.desk, away, read=self.record_opened.emit, every=self.missing_asked.emit)]

    def _assessments(self, person: Person, assessed: Assessed, away: Sequence[MissingEpisode]) -> list[Card]:
        """The heat-strip and the nights away; of somebody of concern only where they were assessed themselves."""
        from ui.assessment_card import AssessmentCard

        if not assessed.course and not person.has_role(AT_RISK):
            return []
        lanes = (nights.lane(away, self.desk.now()), disruption.lane(self.desk.at, self.subject))
        shown = strip(assessed.course, self.desk.practice, lanes)
        card = AssessmentCard(shown, may_assess=person.case_state() != case_course.CLOSED)
        card.opened.connect(self.record_opened)
        card.assess_asked.connect(self.assess_asked)
        return [card]

    def _latest(self, entries: Sequence[ChronologyEntry], assessed: Assessed) -> Card:
        card = Card("Latest")
        if not entries:
            card.add(label("Nothing is recorded yet. Ctrl+N adds a note.", tone="soft", wrap=True))
            return card
        every = Button("Whole chronology", "quiet")
        every.clicked.connect(self.chronology_asked)
        card.add_verb(every)
        names = overview.names_of(self.desk.at, {s for each in entries for s, _role in each.record.involved()})
        reading = Reading(
            subject=self.subject,
            names=names,
            practice=self.desk.practice,
            now=self.desk.now(),
            assessed=assessed,
            episodes=interviewing.episodes_of(self.desk.at, (each.record for each in entries)),
            notices=notice_told.among(self.desk.at, self.subject, entries),
        )
        for place, each in enumerate(entries):
            if place:
                card.add_rule()
            card.add(self._entry_row(each, reading))
        return card

    def _entry_row(self, found: ChronologyEntry, reading: Reading) -> QWidget:
        make = records.shown(found.line.kind).entry
        assert make is not None, f"{found.line.kind} stands in chronologies and must say how"
        entry = make(found, reading)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        link = Button(entry.title, "quiet")
        link.setAccessibleName(f"Read the entry: {entry.title}, {entry.when}")
        link.clicked.connect(lambda: self.opened.emit(found))
        head.addWidget(link)
        standing = ", ".join(text for text, _tone in entry.tags)
        head.addWidget(Elided(standing, Type.SECOND, tone="soft"), 1)
        head.addWidget(label(entry.when, tone="soft"))
        column.addLayout(head)
        text = Elided(" ".join((entry.withdrawn or entry.text).split()), tone="soft" if entry.withdrawn else "ink")
        text.setContentsMargins(LINK_INSET, 0, 0, 0)
        column.addWidget(text)
        return row

    def _due(self) -> Card:
        return DueCard(
            self.desk,
            self.subject,
            assess=self.assess_asked.emit,
            read=self.record_opened.emit,
            resume=self.resumed.emit,
        )

    def _around(self, person: Person) -> list[Card]:
        if not (person.has_role(AT_RISK) or person.carers or person.household or person.professionals):
            return []
        practice, now = self.desk.practice, self.desk.now()
        carers = [
            (
                each.name,
                formats.joined(practice.label("relationship", each.relationship), each.number),
                f"may be told: {practice.label('may_be_told', each.may_be_told)}" if each.may_be_told else "",
            )
            for each in person.carers
        ]
        household = [
            (
                formats.name_and_age(each.name, each.date_of_birth, now),
                practice.label("relationship", each.relationship),
                f"safe? {practice.label('answer', each.safe)}" if each.safe else "safe? not recorded",
            )
            for each in person.household
        ]
        others = [(each.name, formats.joined(each.work, each.agency), each.phone) for each in person.professionals]
        card = Card("People around")
        change = Button("Details", "quiet")
        change.clicked.connect(self.details_asked)
        card.add_verb(change)
        for text, people in (("Parents and carers", carers), ("Household", household), ("Professionals", others)):
            _put_people(card, text, people)
        return [card]


def _put_people(card: Card, text: str, people: Iterable[tuple[str, str, str]]) -> None:
    people = list(people)
    card.add(label(text, Type.SECOND, tone="soft"))
    if not people:
        card.add(label("Not recorded", tone="soft"))
    for name, second, third in people[:SHORT]:
        words = label(formats.joined(name, second, third), wrap=True)
        card.add(words)
    if len(people) > SHORT:
        card.add(label(f"and {len(people) - SHORT} more", tone="soft"))
