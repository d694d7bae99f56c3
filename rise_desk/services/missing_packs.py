"""Missing packs: what the police need to find a child, on two pages, in numbered copies, each written down."""

from datetime import date
from functools import partial

from rise_desk.domain import access, moments, network
from rise_desk.domain.access import Deed
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.breach import Breach
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.person import ADULT_AGE, YOUNG_PERSON, Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.reports import missing_leads, missing_notices, missing_pack
from rise_desk.reports.missing_story import ROOMS, Story, Told
from rise_desk.reports.words import joined
from rise_desk.services import copies as copying
from rise_desk.services import linking, merged, overview, papers, photos
from rise_desk.services.copies import Made
from rise_desk.services.desk import Desk
from rise_desk.services.linking import Told as Linked
from rise_desk.services.papers import Paper

PRINTED = "missing pack printed"
LOOKED_AT = "missing pack previewed"
READ = (MissingEpisode.KIND, ReturnInterview.KIND, Assessment.KIND, Notice.KIND, NoticeReview.KIND, Breach.KIND)
"""The kinds of record that a pack is made from; nothing that is reserved for health or intelligence is among them."""


def printed(desk: Desk, subject: Id, *, recipient: str = "", copies: int = 1) -> list[Made]:
    """So many copies for the printer, each with a number of its own; it is written down who made it for whom."""
    return papers.printed(desk, _paper(desk, subject), recipient=recipient, copies=copies)


def saved(desk: Desk, subject: Id, *, recipient: str = "", password: str = "") -> Made:
    """One numbered copy for a file, locked where there is a password."""
    return papers.saved(desk, _paper(desk, subject), recipient=recipient, password=password)


def preview(desk: Desk, subject: Id) -> Made:
    """The same paper to look at on the screen; it bears no copy number, and looking is written down too."""
    return papers.preview(desk, _paper(desk, subject))


def _paper(desk: Desk, subject: Id) -> Paper:
    story = _story(desk, subject)
    main = story.file.subject.id
    return Paper(printed=PRINTED, looked_at=LOOKED_AT, subject=main, record=main, make=partial(_made, desk, story))


def _story(desk: Desk, subject: Id) -> Story:
    """What the file holds for those who look for the child: files that are restricted to named people bring no name."""
    main = merged.head_of(desk, (subject,))[subject]
    desk.demand(Deed.PRINT, access.state_of(desk.who, overview.person(desk, main)), subject=main)
    file = overview.case_file(desk, main, Sieve(kinds=READ))
    linked = tuple(_linked(desk, each) for each in linking.links_of(desk, main))
    named = {each.mention.person for each in (*missing_leads.mentions(file), *linked) if each.mention.person}
    warned = {each.notice.adult for each in missing_notices.in_force(file, desk.now())}
    return Story(
        file=file,
        names=overview.names_of(desk, named | warned),
        children=_children(desk, named),
        linked=linked,
        photo=photos.of(desk, file.subject),
    )


def _linked(desk: Desk, link: Linked) -> Told:
    """A link as the lead that it is: how the two are linked, how sure that is, since when and who says so."""
    made, somebody = link.link, link.kind in network.PEOPLE
    sure = desk.practice.label("confidence", made.confidence) or "how sure is not recorded"
    until = f"until {moments.shown(made.until)}" if made.until else ""
    said = joined(f"link, {sure}", moments.shown(made.since), until, made.said_by)
    known, sort = link.reads, "" if somebody else link.kind
    mention = Mention(name=link.name, person=link.other if somebody else NO_ID, sort=sort, known=known)
    return Told(mention=mention, how=said, on=Moment(moments.london_day(made.happened())))


def _children(desk: Desk, named: set[Id]) -> frozenset[Id]:
    """Those of these people who are under 18, or may be."""
    heads = merged.head_of(desk, named)
    today = desk.now().astimezone(moments.LONDON).date()
    found = {each.id for each in desk.store.several(Person, heads.values()) if _is_a_child(each, today)}
    return frozenset(each for each, head in heads.items() if head in found)


def _is_a_child(person: Person, today: date) -> bool:
    age = moments.age(person.date_of_birth, today)
    return age[1] < ADULT_AGE if age else person.kind == YOUNG_PERSON


def _made(desk: Desk, story: Story, copy: str) -> Made:
    """The pack with as much on it as two pages hold."""
    build = partial(
        missing_pack.build, story, practice=desk.practice, now=desk.now(), printed_by=desk.who.name, copy=copy
    )
    return copying.made_to_fit(desk, [partial(build, room) for room in ROOMS], copy, missing_pack.PAGES)
