"""Leads of a missing pack: phones and names online, likely places, and people, each with how it is known.

Nothing here is proved: each line says whose word it is and of which day, the newest first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rise_desk.domain import moments, returns, standing
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.life import Address
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.names import fold
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.reports import missing_words
from rise_desk.reports.blocks import Block, Heading, Note, Table
from rise_desk.reports.missing_story import Room, Story, Told, named
from rise_desk.reports.words import answered, joined

PHONE, HANDLE, VEHICLE, PLACE = "phone", "handle", "vehicle", "place"
REACHED = (PHONE, HANDLE, VEHICLE)
PHONES = "Phones, names online, vehicles"
PLACES = "Likely places"
PEOPLE = "People they may be with"
UNPROVED = "alleged, not verified"
NOT_RECORDED_RISK = "not_recorded"


def mentions(file: CaseFile) -> tuple[Told, ...]:
    """Everybody and everything that interviews, assessments and episodes of a file name, the newest first."""
    found = [
        *(_told(each.mentions, "return interview", each.happened()) for each in returns.interviews(file)),
        *(_told(each.mentions, "assessment", each.assessed_on) for each in standing.counting(file)),
        *(_told(each.found_with, "found with them", each.returned_at or each.since) for each in returns.episodes(file)),
    ]
    return tuple(sorted((each for part in found for each in part), key=lambda each: each.on, reverse=True))


def _told(held: Iterable[Mention], how: str, at: Moment) -> list[Told]:
    on = Moment(moments.london_day(at))
    return [Told(mention=each, how=joined(how, moments.shown(on), by=" "), on=on) for each in held]


def leads(story: Story, practice: Practice, room: Room) -> list[Block]:
    """The three tables of leads; one without a line says that nothing is recorded."""
    every = sorted((*mentions(story.file), *story.linked), key=lambda each: each.on, reverse=True)
    closed = {each.mention.person for each in every if story.is_closed(each.mention)}
    named_in = [each for each in every if each.mention.person not in closed]
    people = [each for each in named_in if missing_words.is_person(each.mention)]
    return [
        *_table(PHONES, "", ("What", "Which", "How it is known"), _reached(story, named_in, practice, room), room),
        *_table(PLACES, "", ("Place", "How it is known"), _places(story.file, named_in, practice, room), room),
        *_table(
            PEOPLE, UNPROVED, ("Name", "How they are known", "Alleged"), _people(story, people, practice, room), room
        ),
        *([Note(text=_closed(len(closed)))] if closed else []),
    ]


def _table(
    title: str, aside: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], room: Room
) -> Iterator[Block]:
    yield Heading(text=title, aside=joined(aside, room.left(rows), by=" · "))
    yield Table(columns=columns, rows=tuple(room.few(rows)), empty="Not recorded.", bare=title)


def _closed(many: int) -> str:
    people = "1 person is" if many == 1 else f"{many} people are"
    return f"{people} not on this paper, because their file is restricted: ask the team."


def _reached(story: Story, held: Sequence[Told], practice: Practice, room: Room) -> list[tuple[str, ...]]:
    """Phones of the file first, then those and names online and vehicles that were named, each once."""
    person = story.file.subject
    rows: list[tuple[str, ...]] = [
        (
            "phone",
            room.text(each.number),
            room.text(joined(each.whose, f"safe to call: {answered(each.safe_to_call)}", each.note)),
        )
        for each in person.contact_numbers
    ]
    known = {fold(each.number) for each in person.contact_numbers}
    wanted = [each for each in held if each.mention.sort in REACHED]
    for key, group in _grouped(wanted).items():
        if key not in known:
            first = group[0].mention
            sort = practice.label("mention_sort", first.sort)
            rows.append((sort, room.text(first.name), room.text(_sources(group))))
    return rows


def _places(file: CaseFile, held: Sequence[Told], practice: Practice, room: Room) -> list[tuple[str, ...]]:
    """Where they were found before, places that were named, homes of family and friends, their own, school."""
    groups = _grouped([each for each in held if each.mention.sort == PLACE]).values()
    told = [
        *_found_at(file, practice),
        *((group[0].mention.name, _sources(group)) for group in groups),
        *_homes(file.subject, practice),
    ]
    return [(room.text(place), room.text(how)) for place, how in told]


def _found_at(file: CaseFile, practice: Practice) -> Iterator[tuple[str, str]]:
    """The places of earlier episodes, that of the newest first, each with how often and when last."""
    days: dict[str, list[Moment]] = defaultdict(list)
    called: dict[str, str] = {}
    for each in reversed(returns.episodes(file)):
        place = missing_words.found_at(each, practice)
        if place:
            days[fold(place)].append(each.returned_at or each.since)
            called.setdefault(fold(place), place)
    for key, when in days.items():
        last = moments.shown(Moment(moments.london_day(when[0])))
        times = "found there" if len(when) == 1 else f"found there {len(when)} times, last"
        yield called[key], f"{times} {last}"


def _homes(person: Person, practice: Practice) -> Iterator[tuple[str, str]]:
    """Where they live, where family, carers and friends live, where they lived, and their school."""
    now = [each for each in reversed(person.addresses) if not each.until]
    for each in now:
        yield _address(each), joined("lives there", practice.label("lives", each.lives), _withheld(each))
    for carer in person.carers:
        if carer.address:
            yield carer.address, joined(carer.name, practice.label("relationship", carer.relationship))
    for each in reversed(person.addresses):
        if each.until:
            yield _address(each), joined("lived there until " + moments.shown(each.until), _withheld(each))
    for school in person.schools:
        if not school.until:
            yield school.name, joined("school", school.year_group)


def _address(lived: Address) -> str:
    return joined(lived.provider, lived.lines, lived.postcode) or "address not recorded"


def _withheld(lived: Address) -> str:
    return f"withheld from {lived.withheld_from}" if lived.withheld_from else ""


def _people(story: Story, held: Sequence[Told], practice: Practice, room: Room) -> list[tuple[str, ...]]:
    """Everybody who is named, once, the newest first."""
    rows: list[tuple[str, ...]] = []
    for group in _grouped(held, story).values():
        mentioned = [each.mention for each in group]
        risks = (practice.label("mention_risk", each.risk) for each in mentioned if each.risk != NOT_RECORDED_RISK)
        rows.append(
            (
                room.text(_called(mentioned, story)),
                room.text(_sources(group)),
                room.text(joined(named(risks), named(each.known for each in mentioned), by=": ")),
            )
        )
    return rows


def _called(mentioned: Sequence[Mention], story: Story) -> str:
    """What somebody is called, the name on their file beside it where it is another, and whether they are a child."""
    files = {each.person for each in mentioned if each.person}
    on_file = named(story.names.get(each, "") for each in sorted(files))
    called = named(each.name for each in mentioned)
    also = joined(
        f"file: {on_file}" if on_file not in ("", called) else "", "a child" if files & story.children else "", by="; "
    )
    return joined(called, f"({also})" if also else "", by=" ")


def _grouped(held: Sequence[Told], story: Story | None = None) -> dict[str, list[Told]]:
    """What is named again and again as one: by the file it leads to, else by how it is written."""
    groups: dict[str, list[Told]] = defaultdict(list)
    for each in held:
        file = story.names.get(each.mention.person, "") if story and each.mention.person else ""
        groups[fold(file or each.mention.name) or each.mention.name].append(each)
    return groups


def _sources(group: Sequence[Told]) -> str:
    """By which record something is known last, by how many before it, and what they say of it."""
    told = list(dict.fromkeys(each.how for each in group))
    known = named(each.mention.known for each in group if not missing_words.is_person(each.mention))
    before = f"and {len(told) - 1} before" if len(told) > 1 else ""
    return joined(joined(told[0], before, by=" "), known, by=": ")
