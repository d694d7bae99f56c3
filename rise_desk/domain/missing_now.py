"""Missing now: an episode that nobody has recorded a return from; the loudest line there is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rise_desk.domain import interview_due, repeats, returns
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.practice import Practice

RULE = "missing_now"
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """One line for each episode that is open, since they were away; only a recorded return ends it."""
    for each in returns.episodes(file):
        if each.is_open:
            yield line(each, file, practice)


def line(episode: MissingEpisode, file: CaseFile, practice: Practice) -> Due:
    """That somebody is missing, from where, how the police grade it, and how often it has been of late."""
    return Due(
        rule=RULE,
        what="Missing now",
        subject=file.subject.id,
        record=episode.id,
        since=episode.since,
        by=episode.since,
        answered_by=MissingEpisode.KIND,
        why=", ".join(_told(episode, file, practice)),
        state=episode.grade_now,
    )


def circumstances(episode: MissingEpisode, practice: Practice) -> Iterator[str]:
    """From where, and how the police grade it: 'from children's home, The Limes', 'police grade high'."""
    said = (practice.label("missing_from", episode.missing_from), episode.missing_from_name.strip())
    place = ", ".join(part for part in said if part)
    if place:
        yield f"from {place}"
    grade = practice.label("police_grade", episode.grade_now)
    yield f"police grade {grade}" if grade else "police grade not recorded"


def _told(episode: MissingEpisode, file: CaseFile, practice: Practice) -> Iterator[str]:
    yield from circumstances(episode, practice)
    often = repeats.often(file, episode)
    if often > 1:
        yield f"{ordinal(often)} time in 30 days"


def ordinal(number: int) -> str:
    """A number in a row of them: '1st', '2nd', '11th'."""
    return f"{number}{'th' if 10 < number % 100 < 14 else _ENDINGS.get(number % 10, 'th')}"


@dataclass(frozen=True, kw_only=True)
class Away:
    """What a list shows of somebody's absences: since when they are missing, and by when an interview is owed."""

    missing_since: str = ""
    interview_by: str = ""


NOT_AWAY = Away()


def away(due: Iterable[Due]) -> Away:
    """The same, from what is due in a file."""
    held = tuple(due)
    return Away(
        missing_since=min((each.since for each in held if each.rule == RULE), default=""),
        interview_by=min((each.by for each in held if each.rule == interview_due.RULE), default=""),
    )
