"""The cards of a thing's page: what is known, what it is linked with, what is done about it, what nobody knows yet."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import linking, moments, order_due
from rise_desk.domain.handle import Handle
from rise_desk.domain.link import Link
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.person import ADULT, YOUNG_PERSON
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id
from rise_desk.domain.thing import Thing
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services.disruption import Plan
from rise_desk.services.subjects import Named
from ui import formats
from ui.desk import ScreenDesk
from ui.facts import Fact, Facts
from ui.orders_card import days, state_of
from ui.records.link_words import NO_PROOF, period, sureness
from ui.records.marks import day
from ui.records.thing_parts import PHOTO
from ui.records.words import capitalised, in_words
from ui.theme import Type
from ui.thing_form import SECTIONS
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fields import Surroundings
from ui.widgets.words import Elided, label

GROUPS = {
    YOUNG_PERSON: "Young people",
    ADULT: "Adults of concern",
    Place.KIND: "Places",
    Vehicle.KIND: "Vehicles",
    Handle.KIND: "Phones and names online",
}
"""Whom or what it is linked with, in this order."""

NOTHING = "Nothing yet. A link keeps who was seen here, who uses it, and who says so."
SHORT = 46
"""As many letters of a title stand on its button."""

LINK_INSET = 9
"""How far the words of a quiet button stand from its edge."""

Told = Callable[[Id], None]


def known(desk: ScreenDesk, thing: Thing, joined: Sequence[Thing], apart: Told) -> Card:
    """What is recorded of it, with the gaps in what matters most, and the records that are read as one with it."""
    around = Surroundings(desk.practice, desk.now)
    card = Card("What is known")
    first, *others = SECTIONS[thing.KIND]
    told = [each for section in others for each in section.fields if getattr(thing, each.name) not in ("", None, ())]
    shown = [each for each in (*first.fields, *told) if each.name != PHOTO]
    facts = ((each, in_words(each, getattr(thing, each.name), around)) for each in shown)
    card.add(Facts([Fact(label=each.label, value=said, whole=each.is_whole) for each, said in facts]))
    for each in joined:
        card.add(_joined(each, apart))
    return card


def verb(card: Card, text: str, act: Callable[[], object]) -> None:
    """Something that can be done, beside the title of a card."""
    button = Button(text, "quiet")
    button.clicked.connect(lambda _on=False: act())
    card.add_verb(button)


def _joined(other: Thing, apart: Told) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(Elided(f"Read as one with: {formats.joined(other.name, other.detail)}", tone="soft"), 1)
    button = Button("Separate…", "quiet")
    button.setAccessibleName(f"Separate {other.name}")
    button.clicked.connect(lambda _on=False: apart(other.id))
    across.addWidget(button)
    return row


def links(
    desk: ScreenDesk, thing: Thing, found: Sequence[Link], names: Mapping[Id, Named], open_: Told, change: Told
) -> Card:
    """Its links by kind of subject, each as it reads from here, how sure it is, and who says so."""
    card = Card("Linked with", formats.count(len(found), "link") if found else "")
    if not found:
        card.add(label(NOTHING, tone="soft", wrap=True))
        return card
    for kind, words in GROUPS.items():
        some = [each for each in found if (who := names.get(each.other_end(thing.id))) is not None and who.kind == kind]
        if some:
            card.add(label(words, Type.SECOND, tone="soft"))
        for each in some:
            card.add(_link(desk, thing, each, names[each.other_end(thing.id)], open_, change))
    card.add(label(NO_PROOF, Type.SECOND, tone="soft", wrap=True))
    return card


def plan(desk: ScreenDesk, held: Plan, read: Told) -> Card:
    """What is done about it to protect children, what is still open first; orders, and what is investigated there."""
    card = Card("Orders and disruption", f"{len(held.open)} open" if held.open else "")
    if not held.how_many:
        card.add(label("No disruption action is recorded.", tone="soft"))
    practice = desk.practice
    for doing in held.actions:
        each = doing.action
        status = practice.label("disruption_status", each.status)
        due = f"due {formats.when(each.due_on)}" if each.is_open and each.due_on else ""
        done = moments.shown(each.done_on)
        children = ", ".join(child.name for child in doing.children)
        aside = formats.joined(status, due, done, each.owner, f"protects {children}" if children else "")
        title = capitalised(practice.label("tactic", each.tactic))
        card.add(line(title, aside, each.outcome or each.what, each.id, read))
    for bound in held.orders:
        order = bound.order
        children = ", ".join(child.name for child in bound.children)
        told = (state_of(bound).lower(), *days(order), f"protects {children}" if children else "")
        card.add(line(order_due.called(order, practice), formats.joined(*told), order.note, order.id, read))
    for inquiry in held.investigations:
        made = inquiry.investigation
        card.add(line(made.TITLE, day(made.happened()), "", made.id, read))
    return card


def questions(found: Sequence[OpenQuestion], change: Told) -> Card:
    """What is not known about it, who finds out and by when; what was answered comes last."""
    card = Card("Open questions")
    if not found:
        card.add(label("No question is open.", tone="soft"))
    for each in sorted(found, key=lambda asked: not asked.is_open):
        by = f"by {formats.when(each.due_on)}" if each.is_open and each.due_on else ""
        aside = formats.joined(each.owner, by) if each.is_open else "answered"
        card.add(line(each.question, aside, each.answer, each.id, change))
    return card


def line(title: str, aside: str, text: str, record: Id, told: Told) -> QWidget:
    """One record in a card: its title, which opens it, how it stands, and a line of what it says."""
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    button = _opens(title, f"Open: {formats.joined(title, aside)}", lambda: told(record))
    column.addLayout(_across(button))
    for words, tone in ((aside, "soft"), (" ".join(text.split()), "ink")):
        if words:
            column.addWidget(_inset(words, tone))
    return row


def _link(desk: ScreenDesk, thing: Thing, link: Link, other: Named, open_: Told, change: Told) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    name = _opens(other.name, f"Open {formats.joined(other.name, other.detail)}", lambda: open_(other.subject))
    edit = Button("Change…", "quiet")
    edit.setAccessibleName(f"Change the link with {other.name}")
    edit.clicked.connect(lambda: change(link.id))
    told = label(capitalised(link.told(thing.id, desk.practice)))
    told.setContentsMargins(LINK_INSET, 0, 0, 0)
    column.addLayout(_across(told, name, edit))
    when = period(link.since, link.until, on_a_day=link.link_type in linking.ON_A_DAY)
    said = f"{link.said_by} says so" if link.said_by else ""
    gone = f"{other.name} was withdrawn" if other.withdrawn else ""
    how = formats.joined(sureness(link.confidence, desk.practice), when, said, gone)
    column.addWidget(_inset(capitalised(how), "soft"))
    return row


def _across(*parts: QWidget) -> QHBoxLayout:
    """These beside each other; the last of several stands at the right."""
    across = QHBoxLayout()
    across.setSpacing(0)
    for place, each in enumerate(parts):
        if place and place == len(parts) - 1:
            across.addStretch(1)
        across.addWidget(each)
    if len(parts) == 1:
        across.addStretch(1)
    return across


def _opens(words: str, called: str, act: Callable[[], object]) -> Button:
    made = Button(_short(words), "quiet")
    made.setAccessibleName(called)
    made.clicked.connect(lambda _on=False: act())
    return made


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[: SHORT - 2].rstrip()} …"


def _inset(words: str, tone: str) -> Elided:
    made = Elided(words, Type.SECOND, tone=tone)
    made.setContentsMargins(LINK_INSET, 0, 0, 0)
    return made
