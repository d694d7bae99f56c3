"""The network around somebody or something on paper: drawn, and told whole in tables, with what is still open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from rise_desk.domain import groups, linking, moments, of_concern, rings
from rise_desk.domain.action import Action
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.groups import Grouping
from rise_desk.domain.network import ADULT, BOTH, CHILD, Edge, Network, Node
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.reports.blocks import Block, Document, Heading, Note, Paragraph, Table
from rise_desk.reports.web_blocks import DASHED, DOTTED, SOLID, Dot, Thread, Web
from rise_desk.reports.words import NOT_RECORDED, first_letter_up, joined

HANDLING = (
    "For the police and the team, never for a family, a carer or anybody named here. Links are what somebody said or "
    "saw: each has its source and how sure it is, and none of them proves anything."
)
LEGEND = (
    "Circle: young person. Square: adult of concern; with a circle inside, both. House: place. Car: vehicle. Diamond: "
    "phone or name online. Large, and filled inside: around whom or what this is drawn. Unbroken line: confirmed; "
    "dashed: probable; dotted: unconfirmed, or not recorded. A thick line with an arrow runs from the alleged "
    "exploiter to the child. Grey: ended, or nobody has known of it for twelve months."
)
MOST_DRAWN = 60
"""More than this can't be told apart on a sheet; the nearest are drawn, and the tables have all."""

LINES = {linking.CONFIRMED: SOLID, linking.PROBABLE: DASHED}
KINDS = {
    CHILD: "young person",
    ADULT: "adult of concern",
    BOTH: "young person, and of concern",
    "place": "place",
    "vehicle": "vehicle",
    "phone": "phone",
    "handle": "name online",
}


@dataclass(frozen=True, kw_only=True)
class Story:
    """A network with everything its paper tells: names as this paper may say them, and what is open about it."""

    shown: Network
    found: Grouping
    names: Mapping[Id, str]
    sources: Mapping[Id, str]
    questions: tuple[OpenQuestion, ...] = ()
    disruption: tuple[DisruptionAction, ...] = ()
    actions: tuple[Action, ...] = ()

    def name(self, subject: Id) -> str:
        """What somebody or something is called on this paper."""
        return self.names.get(subject, "somebody")


def build(story: Story, *, practice: Practice, now: datetime, printed_by: str, copy: str) -> Document:
    """The paper as a document."""
    today = now.astimezone(moments.LONDON).date()
    centre = story.shown.nodes[0]
    return Document(
        title=f"Network around {story.name(centre.subject)}",
        subject_line=joined(KINDS[centre.kind], centre.detail, _role(centre, practice)),
        right_lines=("For police and team only", f"As known on {moments.shown(_day(today))}"),
        footer="Network, for the police and the team",
        printed_by=printed_by,
        printed_at=moments.minute(now),
        copy=copy,
        blocks=(
            Note(text=HANDLING),
            *_drawing(story, today),
            *_nodes(story, practice),
            *_edges(story, practice, today),
            *_grouping(story, practice),
            *_open(story, practice, now),
        ),
    )


def _day(day: date) -> moments.Moment:
    return moments.Moment(day.isoformat())


def _role(node: Node, practice: Practice) -> str:
    """What somebody is said to do; of a child nothing that alleges anything, whose file says it."""
    role = practice.label("concern_role", node.alleged)
    alleges = node.alleged not in of_concern.UNSAID
    if node.kind == BOTH and alleges:
        return ""
    return f"alleged: {role}" if of_concern.alleged(node.alleged, is_convicted=node.convicted) else role


def _drawing(story: Story, today: date) -> Iterator[Block]:
    """The drawing, of the nearest where there are more than a sheet can hold."""
    near = story.shown.nodes[:MOST_DRAWN]
    places = {each.subject: place for place, each in enumerate(near)}
    drawn = replace(
        story.shown, nodes=near, edges=tuple(each for each in story.shown.edges if places.keys() >= set(each.ends))
    )
    at = _eased(drawn)
    yield Heading(text="Who and what is linked", aside=_counted(story.shown))
    yield Web(
        dots=tuple(
            Dot(at=at[each.subject], kind=each.kind, name=story.name(each.subject), centre=not each.steps)
            for each in near
        ),
        threads=tuple(
            Thread(
                one=places[each.one],
                other=places[each.other],
                line=LINES.get(each.confidence, DOTTED),
                arrow=each.link_type in linking.HARM,
                faded=each.is_stale(today),
            )
            for each in drawn.edges
        ),
    )
    yield Note(text=LEGEND)
    if len(near) < len(story.shown.nodes):
        yield Note(text=f"Only the nearest {MOST_DRAWN} are drawn. The tables below have all of them.")


def _eased(shown: Network) -> dict[Id, rings.Point]:
    at = rings.placed(shown)
    pairs, home = rings.pairs_of(shown), rings.homes(at)
    for number in range(rings.PASSES):
        at = rings.eased(at, pairs, home, rings.warmth(number), (shown.centre,))
    return at


def _counted(shown: Network) -> str:
    links = "1 link" if len(shown.edges) == 1 else f"{len(shown.edges)} links"
    others = len(shown.nodes) - 1
    return f"{others} around, {links}"


def _nodes(story: Story, practice: Practice) -> Iterator[Block]:
    yield Heading(text="People, places and things")
    rows = (
        (story.name(each.subject), KINDS[each.kind], joined(each.detail, _role(each, practice)), _steps(each.steps))
        for each in story.shown.nodes
    )
    yield Table(columns=("Who or what", "Is", "File, or what is known", "How near"), rows=tuple(rows))


def _steps(steps: int) -> str:
    return "the centre" if not steps else "1 step" if steps == 1 else f"{steps} steps"


def _edges(story: Story, practice: Practice, today: date) -> Iterator[Block]:
    yield Heading(text="Links, each with who says so")
    ordered = sorted(story.shown.edges, key=lambda each: each.link_type not in linking.HARM)
    rows = tuple(_edge(each, story, practice, today) for each in ordered)
    columns = ("Link", "How sure", "When", "Who says so, and when it was recorded")
    yield Table(columns=columns, rows=rows, empty="No links recorded.")


def _edge(edge: Edge, story: Story, practice: Practice, today: date) -> tuple[str, ...]:
    sure = practice.label("confidence", edge.confidence) or NOT_RECORDED
    period = joined(moments.shown(edge.since), edge.until and f"until {moments.shown(edge.until)}", by=" ")
    said = joined(edge.said_by, story.sources.get(edge.source, "") or edge.origin) or "source not recorded"
    recorded = moments.shown(moments.Moment(moments.london_day(edge.recorded_at)))
    return (
        told(edge, story, practice),
        joined(sure, "long ago" if edge.is_stale(today) else ""),
        period or NOT_RECORDED,
        f"{said}; recorded {recorded} by {edge.recorded_by}",
    )


def told(edge: Edge, story: Story, practice: Practice) -> str:
    """A link as a sentence: 'Darren Pike is alleged to have exploited Maisie Okafor', until he was convicted.

    What reads the same from either end: 'Maisie Okafor and Ines Haile: friend'.
    """
    how = practice.label("link_type", edge.link_type)
    detail = f" ({edge.detail})" if edge.detail else ""
    if edge.link_type in linking.MUTUAL:
        return f"{story.name(edge.one)} and {story.name(edge.other)}: {how}{detail}"
    known = story.shown.node(edge.one)
    convicted = known is not None and known.convicted
    alleged = "is alleged to have " if edge.link_type in linking.HARM and not convicted else ""
    return f"{story.name(edge.one)} {alleged}{how}{detail} {story.name(edge.other)}"


def _grouping(story: Story, practice: Practice) -> Iterator[Block]:
    found = story.found
    if found.groups:
        yield Heading(text=first_letter_up(groups.TITLE))
    for each in found.groups:
        sure = practice.label("confidence", each.weakest.confidence)
        yield Paragraph(
            text=f"{_listed(each.members, story)}. The weakest link that holds them together is {sure}: "
            f"{told(each.weakest, story, practice)}. Children said to be harmed: {_listed(each.children, story)}."
        )
    if found.in_common or found.may_connect:
        yield Heading(text="What makes no group")
    for common in found.in_common:
        yield Paragraph(
            text=f"{_listed(common.adults, story)} are each said to have harmed {story.name(common.child)}. That alone "
            "does not make them a group."
        )
    for edge in found.may_connect:
        yield Paragraph(text=f"May be connected: {told(edge, story, practice)}. That does not make them a group.")


def _listed(subjects: Iterable[Id], story: Story) -> str:
    *most, last = [story.name(each) for each in subjects]
    return f"{', '.join(most)} and {last}" if most else last


def _open(story: Story, practice: Practice, now: datetime) -> Iterator[Block]:
    """What is not known, what is tried, and what is agreed, as far as it is open."""
    yield Heading(text="Open questions")
    asked = tuple(
        (each.question, _about(each, story), each.owner or "nobody named", _by(each.due_on, now))
        for each in story.questions
    )
    yield Table(columns=("What we do not know", "About", "Who finds out", "By"), rows=asked, empty="None recorded.")
    yield Heading(text="Open actions")
    rows = [
        *(_tried(each, story, practice, now) for each in story.disruption),
        *(_agreed(each, story, now) for each in story.actions),
    ]
    columns = ("What is done", "About", "Who does it", "By")
    yield Table(columns=columns, rows=tuple(rows), empty="None recorded.")


def _about(asked: OpenQuestion, story: Story) -> str:
    return joined(*(story.name(each.subject) for each in asked.about))


def _tried(each: DisruptionAction, story: Story, practice: Practice, now: datetime) -> tuple[str, ...]:
    what = joined(practice.label("tactic", each.tactic), each.what, by=": ")
    about = joined(*(story.name(target.subject) for target in each.targets))
    return (what, about, each.owner or "nobody named", _by(each.due_on, now))


def _agreed(each: Action, story: Story, now: datetime) -> tuple[str, ...]:
    return (each.what, story.name(each.subject), each.owner or "nobody named", _by(each.due_on, now))


def _by(day: moments.Moment, now: datetime) -> str:
    return moments.shown_short(day, now) if day else "no day set"
