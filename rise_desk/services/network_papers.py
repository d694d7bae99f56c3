"""Network papers: who and what is linked around somebody, on paper with what is still open, in numbered copies."""

from collections.abc import Iterable

from rise_desk.domain import network as networks
from rise_desk.domain.access import Deed
from rise_desk.domain.action import Action
from rise_desk.domain.casefile import Filed
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.record import Id
from rise_desk.reports import network_sheet
from rise_desk.reports.network_sheet import Story
from rise_desk.reports.reading import ANOTHER
from rise_desk.services import copies as copying
from rise_desk.services import network, overview, restricted, things
from rise_desk.services.copies import PREVIEW, Made, Way
from rise_desk.services.desk import Desk

PRINTED = "network printed"
LOOKED_AT = "network previewed"
READ = (OpenQuestion.KIND, DisruptionAction.KIND, Action.KIND)
"""The kinds of record whose open ones stand beneath the links."""


def printed(desk: Desk, subject: Id, *, steps: int = network.STEPS, recipient: str = "", copies: int = 1) -> list[Made]:
    """So many copies for the printer, each with a number of its own; it is written down who made it for whom."""
    copying.demand_few(copies)
    story = _story(desk, subject, steps)
    return [_made(desk, story, copy) for copy in _numbered(desk, story, recipient, Way.PAPER, copies)]


def saved(desk: Desk, subject: Id, *, steps: int = network.STEPS, recipient: str = "", password: str = "") -> Made:
    """One numbered copy for a file, locked where there is a password."""
    copying.demand_lock(password)
    story = _story(desk, subject, steps)
    (copy,) = _numbered(desk, story, recipient, copying.way_of(password))
    return copying.locked(_made(desk, story, copy), password)


def preview(desk: Desk, subject: Id, *, steps: int = network.STEPS) -> Made:
    """The same paper to look at on the screen; it bears no copy number, and looking is written down too."""
    story = _story(desk, subject, steps)
    made = _made(desk, story, PREVIEW)
    desk.note(LOOKED_AT, record=story.shown.centre, subject=story.shown.centre)
    return made


def _story(desk: Desk, subject: Id, steps: int) -> Story:
    """A network with what is open about its centre; around a child no other child is named."""
    desk.demand(Deed.PRINT, subject=subject)
    shown = network.around(desk, subject, steps)
    about = _about(desk, shown.centre)
    found = network.grouping_around(desk, shown)
    open_questions = tuple(each for each in about.of(OpenQuestion) if each.is_open)
    disruption = tuple(each for each in about.of(DisruptionAction) if each.is_open)
    named = {who for each in (*open_questions, *disruption, *about.of(Action)) for who, _role in each.involved()}
    named |= {who for each in found.groups for who in (*each.members, *each.children)}
    named |= {who for each in found.in_common for who in (each.child, *each.adults)}
    return Story(
        shown=shown,
        found=found,
        names=_names(desk, shown, named),
        sources=network.sources(desk, shown),
        questions=open_questions,
        disruption=disruption,
        actions=tuple(each for each in about.of(Action) if each.is_open),
    )


def _about(desk: Desk, centre: Id) -> Filed:
    """What is on file about the centre of these kinds, as far as this reader may read it."""
    if things.is_thing(desk, centre):
        return things.file(desk, centre)
    file = overview.case_file(desk, centre, Sieve(kinds=READ))
    return Filed(records=tuple(restricted.open_to(desk, file.records)))


def _names(desk: Desk, shown: networks.Network, others: Iterable[Id]) -> dict[Id, str]:
    """What everybody is called on this paper."""
    known = overview.names_of(desk, {*others, *(each.subject for each in shown.nodes)})
    if shown.nodes[0].kind in (networks.CHILD, networks.BOTH):
        known = copying.names(desk, shown.centre, known)
        children = {each.subject for each in shown.nodes[1:] if each.kind in (networks.CHILD, networks.BOTH)}
        known |= dict.fromkeys(children, ANOTHER)
    return known


def _numbered(desk: Desk, story: Story, recipient: str, way: Way, copies: int = 1) -> list[str]:
    centre = story.shown.centre
    return copying.numbered(desk, PRINTED, centre, record=centre, recipient=recipient, way=way, copies=copies)


def _made(desk: Desk, story: Story, copy: str) -> Made:
    document = network_sheet.build(story, practice=desk.practice, now=desk.now(), printed_by=desk.who.name, copy=copy)
    return copying.made(desk, document, copy)
