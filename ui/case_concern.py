"""Why somebody is of concern, on the overview of their file: each thing with its day and source, never as a fact."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from rise_desk.domain import moments, of_concern
from rise_desk.domain.life import Alias, Spell
from rise_desk.domain.of_concern import ConcernRole, Position
from rise_desk.domain.person import AT_RISK, OF_CONCERN, Person
from rise_desk.domain.practice import Practice
from ui import formats
from ui.records.words import capitalised
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import label

TITLE, TITLE_CHILD = "Why they are of concern", "What is said about them"
NOT_A_FACT = "Nothing here is established unless it says convicted."
CHILD_FIRST = "A child first: their own safety comes before anything that is said about them."
NOT_TOLD = "The designated officer (LADO) was not told yet"


def is_of_concern(person: Person) -> bool:
    """Whether anything of that sort is on file."""
    told = (person.statuses, person.concern_roles, person.positions, person.police_groups, person.risk.strip())
    return person.has_role(OF_CONCERN) or any(told)


def cards(
    person: Person, practice: Practice, details: Callable[[], object]
) -> tuple[list[Card], list[Card], list[Card]]:
    """What stands first in the overview, what stands after all about a child, and what stands beside.

    Of an adult it comes first; of a child everything about the child does, and nothing says how well they are known.
    """
    if not is_of_concern(person):
        return [], [], []
    made = card(person, practice, details)
    return ([], [made], []) if person.has_role(AT_RISK) else ([made], [], [names(person, practice)])


def card(person: Person, practice: Practice, details: Callable[[], object]) -> Card:
    """Why somebody is of concern; its button leads to the details."""
    child = person.has_role(AT_RISK)
    made = Card(TITLE_CHILD if child else TITLE)
    change = Button("Details", "quiet")
    change.setAccessibleName(f"{TITLE_CHILD if child else TITLE}: details")
    change.clicked.connect(lambda _on=False: details())
    made.add_verb(change)
    if child:
        made.add(label(CHILD_FIRST, tone="soft", wrap=True))
    for heading, lines in _parts(person, practice):
        made.add(label(heading, Type.SECOND, tone="soft"))
        for line in lines:
            made.add(line)
    if not person.is_convicted:
        made.add(label(NOT_A_FACT, Type.SECOND, tone="soft", wrap=True))
    return made


def names(person: Person, practice: Practice) -> Card:
    """How well somebody is known, and every name they are called by, with the town it is used in."""
    made = Card("Who they are")
    known = capitalised(practice.label("how_well_known", person.how_well_known))
    others = [alias(each) for each in person.aliases]
    for heading, lines in (("How well known", [known]), ("Other names", others)):
        said = [each for each in lines if each]
        made.add(label(heading, Type.SECOND, tone="soft"))
        for each in said or [formats.NOT_RECORDED]:
            made.add(label(each, tone="ink" if said else "soft", wrap=True))
    return made


def _parts(person: Person, practice: Practice) -> Iterator[tuple[str, list[QWidget]]]:
    yield "Status", _statuses(person, practice)
    if person.concern_roles:
        yield "Said to be", [_words(role(each, person, practice)) for each in person.concern_roles]
    if person.positions:
        yield "Positions of authority", [line for each in person.positions for line in _position(each, practice)]
    if person.police_groups:
        groups = (
            (each.group, practice.label("police_position", each.position), span(each), each.basis)
            for each in person.police_groups
        )
        yield "Group, as police record it", [_words(formats.joined(*each)) for each in groups]
    if person.risk.strip():
        yield "Risk to children, to others and to staff", [_words(person.risk.strip())]


def _statuses(person: Person, practice: Practice) -> list[QWidget]:
    """Every status, the newest first; the one that holds now stands out."""
    if not person.statuses:
        return [label(formats.NOT_RECORDED, tone="soft")]
    newest = sorted(person.statuses, key=lambda each: moments.london_day(each.since), reverse=True)
    now = person.status_now()
    first = next(each for each in newest if each.status == now)
    lines: list[QWidget] = []
    for each in (first, *(one for one in newest if one is not first)):
        said = capitalised(practice.label("concern_status", each.status))
        source = each.basis or "source not recorded"
        words = formats.joined(said, span(each), each.why, source)
        lines.append(label(words, strong=each is first, tone="ink" if each is first else "soft", wrap=True))
    return lines


def role(each: ConcernRole, person: Person, practice: Practice) -> str:
    """What somebody is said to do: 'Alleged recruiter or groomer · from June 2026 · two children'."""
    said = practice.label("concern_role", each.role)
    alleged = of_concern.alleged(each.role, is_convicted=person.is_convicted)
    return capitalised(formats.joined(f"alleged {said}" if alleged else said, span(each), each.basis))


def alias(each: Alias) -> str:
    """A nickname with the town it is used in: 'Daz, in Corby · Maisie says so'."""
    name = f"{each.name}, in {each.used_where}" if each.used_where else each.name
    return formats.joined(name, f"{each.basis} says so" if each.basis else "")


def span(each: Spell) -> str:
    """How long it holds: 'from June 2026', 'until 2025', '2024 to May 2026'."""
    since, until = (moments.shown(at) if at else "" for at in (each.since, each.until))
    if since and until:
        return f"{since} to {until}"
    return f"from {since}" if since else f"until {until}" if until else ""


def _position(each: Position, practice: Practice) -> Iterator[QWidget]:
    """The position, whether it brings them to children, and who was told."""
    children = {True: "works with children", False: "no work with children", None: "work with children not recorded"}
    said = practice.label("position", each.position)
    yield _words(capitalised(formats.joined(said, each.detail, children[each.with_children], span(each))))
    if each.officer_told_on:
        told = f"Designated officer (LADO) told {moments.shown(each.officer_told_on)}"
        yield label(formats.joined(told, each.officer_told), tone="soft", wrap=True)
    elif each.with_children is not False:
        yield label(NOT_TOLD, tone="medium", wrap=True)
    if each.licensing_told_on:
        yield label(f"Licensing told {moments.shown(each.licensing_told_on)}", tone="soft", wrap=True)


def _words(text: str) -> QWidget:
    return label(text, wrap=True)
