"""The missing pack: what the police need to find a child who is missing, on two pages at most."""

from collections.abc import Iterator
from datetime import datetime

from rise_desk.domain import moments, returns
from rise_desk.domain.missing import MISSING, MissingEpisode
from rise_desk.domain.practice import Practice
from rise_desk.reports import identity, missing_before, missing_child, missing_leads, missing_notices, missing_words
from rise_desk.reports.blocks import Block, Document, Fact, Facts, Heading, Note
from rise_desk.reports.missing_story import ROOMS, Room, Story, cut
from rise_desk.reports.words import NOT_RECORDED, joined

PAGES = 2
HANDLING = (
    "For police officers who are looking for this child, and for nobody else. It names other people, children among "
    "them, and holds what nobody has proved. Do not leave it, copy it or show it to family, carers or witnesses; "
    "destroy it, or give it back, when the child is found."
)
NOT_MISSING = "No missing episode is open on this file. This is what it holds for the next one."
NAME_LETTERS = 110


def build(
    story: Story, room: Room = ROOMS[0], *, practice: Practice, now: datetime, printed_by: str, copy: str
) -> Document:
    """The missing pack as a document, each of its lists and texts as long as there is room for."""
    person = story.file.subject
    gone = away(story, now)
    file = f", file {person.file_number}" if person.file_number else ""
    since = f"Missing since {moments.shown_short(gone[-1].since, now)}" if gone else "Not recorded as missing now"
    return Document(
        title=cut(person.name, min(room.first_letters, NAME_LETTERS)),
        subject_line=room.first(identity.subject_line(person, now)),
        right_lines=("Missing pack, for the police only", since),
        footer=f"Missing pack{file}, for the police only",
        printed_by=printed_by,
        printed_at=moments.minute(now),
        copy=copy,
        dense=True,
        most_pages=PAGES,
        blocks=(
            *missing_child.warnings(person, practice, now, room),
            Note(text=HANDLING),
            *_now(gone, practice, now, room),
            *missing_child.who(story, practice, now, room),
            *missing_child.ring(story, practice, now, room),
            *missing_leads.leads(story, practice, room),
            *missing_notices.notices(story, practice, now, room),
            *missing_before.helped(story.file, room),
            *missing_before.earlier(story.file, practice, now, room),
        ),
    )


def away(story: Story, now: datetime) -> tuple[MissingEpisode, ...]:
    """The episodes from which they are missing now, oldest first."""
    return tuple(each for each in missing_words.as_at(returns.episodes(story.file), now) if each.is_open)


def _now(gone: tuple[MissingEpisode, ...], practice: Practice, now: datetime, room: Room) -> list[Block]:
    """This episode, before anything of earlier ones; what is not known says so."""
    if not gone:
        return [Heading(text="Missing now"), Note(text=NOT_MISSING)]
    episode = gone[-1]
    for_so_long = missing_words.lasted(episode, now)
    aside = f"for {for_so_long} when this was printed" if for_so_long else ""
    known = tuple(Fact(label=label, value=room.first(said)) for label, said in _episode(episode, practice))
    return [Heading(text="Missing now", aside=aside), Facts(facts=known)]


def _episode(episode: MissingEpisode, practice: Practice) -> Iterator[tuple[str, str]]:
    reported = joined(moments.shown(episode.reported_at), episode.reported_by and f"by {episode.reported_by}", by=" ")
    told = (joined(each.who, moments.shown(each.at), by=" ") for each in episode.told)
    yield "Last seen", moments.shown_long(episode.last_seen_at) or NOT_RECORDED
    yield "Reported", reported or NOT_RECORDED
    yield "Missing from", missing_words.came_from(episode, practice) or NOT_RECORDED
    yield "Police grade", missing_words.grade(episode, practice)
    yield "Police reference", episode.police_ref or NOT_RECORDED
    yield "Officer", episode.officer or NOT_RECORDED
    if episode.regrades:
        yield "Grades so far", missing_words.grades(episode, practice)
    if episode.missing_type != MISSING:
        yield "Type", practice.label("missing_type", episode.missing_type)
    yield "Told", joined(*told, by="; ") or NOT_RECORDED
    yield "Wearing", episode.wearing or NOT_RECORDED
    yield "Circumstances", episode.circumstances or NOT_RECORDED
