"""Tellings: how the rows of each kind of file are read and judged, and what each row calls itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.person import YOUNG_PERSON, Person
from rise_desk.domain.record import Record
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import assessments, interview_columns, missing_columns
from rise_desk.services.exchange.asking import Answers
from rise_desk.services.exchange.assessments import Whose, said_assessment
from rise_desk.services.exchange.beside import Besides, EpisodesBeside, InterviewsBeside, NothingBeside
from rise_desk.services.exchange.children import Children
from rise_desk.services.exchange.columns import ASSESSMENT, CONTACT_NOTE, MISSING_EPISODE, RETURN_INTERVIEW, Layout
from rise_desk.services.exchange.interviews import Episodes, said_interview
from rise_desk.services.exchange.mentioned import Mentioned
from rise_desk.services.exchange.missing import Telling as TellingMissing
from rise_desk.services.exchange.missing import said_episode
from rise_desk.services.exchange.notes import Named, people_named, said_note
from rise_desk.services.exchange.people import said_person
from rise_desk.services.exchange.rows import Table
from rise_desk.services.exchange.said_at import only_days

CLASSES: Mapping[str, type[Record]] = {
    YOUNG_PERSON: Person,
    CONTACT_NOTE: ContactNote,
    ASSESSMENT: Assessment,
    MISSING_EPISODE: MissingEpisode,
    RETURN_INTERVIEW: ReturnInterview,
}
MISSING_AS_REPORTED = "The file has no column for when an episode was reported: when they went missing is read as that."
_WHEN = ("reported_at", "missing_at", "last_seen_at", "done_at", "offered_at", "decided_at", "returned_at")

Said = Mapping[str, str]
Hear = Callable[[Said], Record]


def hearing(desk: Desk, table: Table, laid: Layout, source: str, said: Sequence[Said], answers: Answers) -> Hear:
    """How the values of a row become the record they say."""
    origin = f"import of {table.name} from {source}"
    if laid.kind == YOUNG_PERSON:
        return partial(said_person, source=source, origin=origin, practice=desk.practice, now=desk.now())
    if laid.kind == ASSESSMENT:
        whose, columns = Whose(desk, source, said), frozenset(laid.places)
        return partial(said_assessment, source=source, origin=origin, whose=whose, columns=columns, desk=desk)
    if laid.kind == CONTACT_NOTE:
        named = Named(desk, source, (text for each in said for text in people_named(each)))
        return partial(said_note, source=source, origin=origin, named=named, desk=desk)
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


def besides(desk: Desk, kind: str, heard: Iterable[tuple[int, Record]]) -> Besides:
    """What the rows of a kind are judged beside."""
    if kind == ASSESSMENT:
        return assessments.Beside(desk)
    if kind == MISSING_EPISODE:
        return EpisodesBeside(desk, heard)
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
