"""Network papers: who and what is linked around somebody, on paper with what is still open, in numbered copies."""

from collections.abc import Iterable
from functools import partial

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
from rise_desk.services import network, overview, papers, restricted, things
from rise_desk.services.copies import Made
from rise_desk.services.desk import Desk
from rise_desk.services.papers import Paper

PRINTED = "network printed"
LOOKED_AT = "network previewed"
READ = (OpenQuestion.KIND, DisruptionAction.KIND, Action.KIND)
"""The kinds of record whose open ones stand beneath the links."""


def printed(desk: Desk, subject: Id, *, steps: int = network.STEPS, recipient: str = "", copies: int = 1) -> list[Made]:
    """So many copies for the printer, each with a number of its own; it is written down who made it for whom."""
    return papers.printed(desk, _paper(desk, subject, steps), recipient=recipient, copies=copies)


def saved(desk: Desk, subject: Id, *, steps: int = network.STEPS, recipient: str = "", password: str = "") -> Made:
    """One numbered copy for a file, locked where there is a password."""
    return papers.saved(desk, _paper(desk, subject, steps), recipient=recipient, password=password)


def preview(desk: Desk, subject: Id, *, steps: int = network.STEPS) -> Made:
    """The same paper to look at on the screen; it bears no copy number, and looking is written down too."""
    return papers.preview(desk, _paper(desk, subject, steps))


def _paper(desk: Desk, subject: Id, steps: int) -> Paper:
    story = _story(desk, subject, steps)
    centre = story.shown.centre
    build = partial(network_sheet.build, story, practice=desk.practice, now=desk.now(), printed_by=desk.who.name)
    make = papers.of_document(desk, lambda copy: build(copy=copy))
    return Paper(printed=PRINTED, looked_at=LOOKED_AT, subject=centre, record=centre, make=make)


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
