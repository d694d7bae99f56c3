"""Tellings: how the rows of each kind of file are read and judged, and what each row calls itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.breach import Breach
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.handle import Handle
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.link import Link
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import ADULT, AT_RISK, OF_CONCERN, YOUNG_PERSON, Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Record
from rise_desk.domain.thing import Thing
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import assessments, interview_columns, links, missing_columns, protecting
from rise_desk.services.exchange.asking import Answers
from rise_desk.services.exchange.assessments import Whose, said_assessment
from rise_desk.services.exchange.beside import Besides, EpisodesBeside, InterviewsBeside, NothingBeside
from rise_desk.services.exchange.beside_subjects import SAME, SubjectsBeside
from rise_desk.services.exchange.beside_things import ThingsBeside
from rise_desk.services.exchange.children import Children
from rise_desk.services.exchange.columns import (
    ASSESSMENT,
    CONTACT_NOTE,
    MISSING_EPISODE,
    RETURN_INTERVIEW,
    Layout,
    apart,
)
from rise_desk.services.exchange.ends import Ends
from rise_desk.services.exchange.interviews import Episodes, said_interview
from rise_desk.services.exchange.mentioned import Mentioned
from rise_desk.services.exchange.missing import Telling as TellingMissing
from rise_desk.services.exchange.missing import said_episode
from rise_desk.services.exchange.notes import Named, people_named, said_note
from rise_desk.services.exchange.people import said_person
from rise_desk.services.exchange.rows import Table
from rise_desk.services.exchange.said_at import only_days
from rise_desk.services.exchange.things import said_thing

CLASSES: Mapping[str, type[Record]] = {
    YOUNG_PERSON: Person,
    CONTACT_NOTE: ContactNote,
    ASSESSMENT: Assessment,
    MISSING_EPISODE: MissingEpisode,
    RETURN_INTERVIEW: ReturnInterview,
    ADULT: Person,
    **{each.KIND: each for each in (Link, Notice, Breach, DisruptionAction, Place, Vehicle, Handle)},
}
MISSING_AS_REPORTED = "The file has no column for when an episode was reported: when they went missing is read as that."
NAMED = {
    Link.KIND: ("subject", "link_type", "other"),
    Notice.KIND: ("adult", "child", "issued_on", "served_at"),
    Breach.KIND: ("adult", "child", "happened_at"),
    DisruptionAction.KIND: ("targets", "protects", "tactic"),
    Place.KIND: ("place_name", "lines"),
    Vehicle.KIND: ("plate", "colour", "make"),
    Handle.KIND: ("value", "service"),
}
"""The fields by which a row of these kinds calls itself; of those that join subjects, the ends come first."""

_ENDS = {
    Link.KIND: links.ENDS,
    Notice.KIND: ("adult", "child"),
    Breach.KIND: ("adult", "child"),
    DisruptionAction.KIND: ("targets", "protects"),
}
_WHEN = ("reported_at", "missing_at", "last_seen_at", "done_at", "offered_at", "decided_at", "returned_at")

Said = Mapping[str, str]
Hear = Callable[[Said], Record]


def hearing(desk: Desk, table: Table, laid: Layout, source: str, said: Sequence[Said], answers: Answers) -> Hear:
    """How the values of a row become the record they say."""
    origin = f"import of {table.name} from {source}"
    cls = CLASSES[laid.kind]
    if cls is Person:
        role = OF_CONCERN if laid.kind == ADULT else AT_RISK
        return partial(said_person, source=source, origin=origin, practice=desk.practice, now=desk.now(), role=role)
    if issubclass(cls, Thing):
        return partial(said_thing, cls=cls, source=source, origin=origin, desk=desk)
    if laid.kind in _ENDS:
        named = (text for each in said for name in _ENDS[laid.kind] for text in apart(each.get(name, "")))
        return _joining(
            laid.kind, links.Telling(source=source, origin=origin, ends=Ends(desk, source, named), desk=desk), said
        )
    if laid.kind == ASSESSMENT:
        whose, columns = Whose(desk, source, said), frozenset(laid.places)
        return partial(said_assessment, source=source, origin=origin, whose=whose, columns=columns, desk=desk)
    if laid.kind == CONTACT_NOTE:
        people = Named(desk, source, (text for each in said for text in people_named(each)))
        return partial(said_note, source=source, origin=origin, named=people, desk=desk)
    is_episode = laid.kind == MISSING_EPISODE
    timed = missing_columns.TIMED if is_episode else interview_columns.TIMED
    telling = TellingMissing(
        source=source,
        origin=origin,
        children=Children(desk, source, said, answers, answered=table.returned),
        mentioned=Mentioned(desk, source, _each(said, "found_with" if is_episode else "mentions")),
        days=only_days(said, timed),
        desk=desk,
    )
    if is_episode:
        return partial(said_episode, telling=telling)
    episodes = Episodes(desk, source, said)
    return partial(said_interview, telling=telling, episodes=episodes, late_unexplained=answers.late_unexplained)


def _joining(kind: str, telling: links.Telling, said: Sequence[Said]) -> Hear:
    """How a row becomes a record that joins subjects on file."""
    if kind == Link.KIND:
        return partial(links.said_link, telling=telling)
    if kind == Notice.KIND:
        return partial(protecting.said_notice, telling=telling)
    if kind == DisruptionAction.KIND:
        return partial(protecting.said_action, telling=telling)
    return partial(protecting.said_breach, telling=telling, warned=protecting.Warned(telling, said))


def besides(desk: Desk, kind: str, heard: Iterable[tuple[int, Record]]) -> Besides:
    """What the rows of a kind are judged beside."""
    if kind == ASSESSMENT:
        return assessments.Beside(desk)
    if kind == MISSING_EPISODE:
        return EpisodesBeside(desk, heard)
    if kind in _ENDS:
        return SubjectsBeside(desk, heard, SAME[kind])
    if issubclass(CLASSES[kind], Thing):
        return ThingsBeside(desk, heard)
    return InterviewsBeside(desk) if kind == RETURN_INTERVIEW else NothingBeside()


def notices(laid: Layout) -> list[str]:
    """What is to be known of a whole file before it is imported, a sentence each."""
    if laid.kind == ASSESSMENT:
        return assessments.notices(laid.places)
    if laid.kind != MISSING_EPISODE:
        return []
    has_reported = "reported_at" in laid.places or "missing_at" not in laid.places
    about = [name for name in laid.not_recognised if interview_columns.is_only_here(name)]
    told = f"Left out, as they are about return interviews: {', '.join(about)}. Import the file again as those."
    return [*([] if has_reported else [MISSING_AS_REPORTED]), *([told] if about else [])]


def called(kind: str, said: Said) -> str:
    """What a row calls itself, for people who look for it in their file."""
    if kind in NAMED:
        return ", ".join(said[name] for name in NAMED[kind] if name in said)[:120] or said.get("ref", "")[:120]
    names = [said[name] for name in ("given_name", "family_name", "full_name") if name in said]
    if kind in (MISSING_EPISODE, RETURN_INTERVIEW):
        who = said.get("named", "") or " ".join(names) or said.get("concerns", "") or said.get("file_number", "")
        when = next((said[name] for name in _WHEN if name in said), "")
        return ", ".join(filter(None, (who, when)))[:120] or said.get("police_ref", said.get("ref", ""))[:120]
    about = [said[name] for name in ("concerns", "named", "happened_at", "assessed_on") if name in said]
    both = [" ".join(names), *about[-1:]] if "assessed_on" in said and names else [" ".join(names)]
    return (", ".join(filter(None, both)) or ", ".join(about) or said.get("ref", ""))[:120]


def _each(said: Iterable[Said], name: str) -> list[str]:
    return [each[name] for each in said if name in each]
