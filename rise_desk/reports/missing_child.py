"""The child in a missing pack: who to look for, what keeps them safe when they are found, and who to ring."""

from collections.abc import Iterator
from datetime import datetime

from rise_desk.domain import life, moments
from rise_desk.domain.names import fold
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.reports import identity
from rise_desk.reports.blocks import Block, Fact, Heading, Portrait, Table, WarningBox
from rise_desk.reports.missing_story import Room, Story, cut, more
from rise_desk.reports.words import NOT_RECORDED, first_letter_up, joined, label_or_unknown, listed

NO_PHOTO = "No photo on file"
ASK = "ask the team before you tell anybody anything."
DO_NOT_TELL_FAMILY = "do_not_tell_family"
TELL_NOTHING = "nothing"
PAID_CARERS = ("foster_carer", "childrens_home_staff")
"""Who looks after the child for the council is not family."""

NO_LOOKS = "not recorded: ask whoever saw them last"
NO_NUMBER = "not recorded"
RINGING = "Who to ring"
RING = ("Name", "Who they are", "Number")


def warnings(person: Person, practice: Practice, now: datetime, room: Room) -> list[Block]:
    """Every warning that stands in one frame, before anything else; what there is no room for is counted."""
    held = [each for each in identity.warnings(person, practice, now) if isinstance(each, WarningBox)]
    told = [_warning(each, room) for each in held[: room.warnings]]
    if len(held) > room.warnings:
        told.append(f"{more(len(held) - room.warnings)}: {ASK}")
    return [WarningBox(text=listed(told))] if told else []


def _warning(warning: WarningBox, room: Room) -> str:
    return cut(joined(warning.text, warning.detail and f"({warning.detail})", by=" "), room.warning_letters)


def who(story: Story, practice: Practice, now: datetime, room: Room) -> list[Block]:
    """Who to look for: the photo, everything by which they are known, and what keeps them safe when they are found."""
    person = story.file.subject
    taken = moments.shown(person.photo_on)
    caption = (f"Photo taken {taken}" if taken else "Photo, day not recorded") if story.photo else NO_PHOTO
    safe = [*_safely(person, practice, now)] or [("Health, needs", NOT_RECORDED)]
    told = [*_described(person, practice, now), *room.few(safe)]
    known = tuple(Fact(label=label, value=room.first(value)) for label, value in told if value)
    left = f"{room.left(safe)}: health, needs, flags" if room.left(safe) else ""
    return [
        Heading(text="Who to look for, and how to find them safely", aside=left),
        Portrait(photo=story.photo, caption=caption, facts=known),
    ]


def _described(person: Person, practice: Practice, now: datetime) -> Iterator[tuple[str, str]]:
    basis = practice.label("ethnicity_basis", person.ethnicity_basis)
    ethnicity = label_or_unknown(practice, "ethnicity", person.ethnicity)
    born = joined(moments.shown(person.date_of_birth), _age(person, now), by=", ")
    yield "Name", person.name
    yield "Known as", person.known_as or NOT_RECORDED
    yield "Other names", joined(*(_alias(each) for each in person.aliases), by="; ") or NOT_RECORDED
    yield "Born", born or NOT_RECORDED
    yield "Gender", label_or_unknown(practice, "gender", person.gender)
    yield "Ethnicity", f"{ethnicity} ({basis})" if basis else ethnicity
    yield "Nationality", practice.label("country", person.nationality) or NOT_RECORDED
    yield "Language", person.first_language or NOT_RECORDED
    yield "Description", person.description or NO_LOOKS


def _age(person: Person, now: datetime) -> str:
    years = moments.age_words(person.date_of_birth, now)
    return f"aged {years}" if years else person.approximate_age and f"aged about {person.approximate_age}"


def _alias(alias: life.Alias) -> str:
    return joined(alias.name, alias.used_where and f"in {alias.used_where}", by=" ")


def _safely(person: Person, practice: Practice, now: datetime) -> Iterator[tuple[str, str]]:
    """What matters for finding them safely: health, learning and communication, and the flags that stand."""
    today = now.astimezone(moments.LONDON).date()
    for need in person.needs:
        yield first_letter_up(practice.label("need_area", need.area)), need.detail
    for flag in person.standing_flags(today):
        yield "Flag", identity.flag_words(flag, practice)


def ring(story: Story, practice: Practice, now: datetime, room: Room) -> list[Block]:
    """Who to ring: the workers first, then the carers, whose numbers are left out where a warning stands against it."""
    rows = [*_workers(story.file.subject), *_carers(story, practice, now)]
    told = tuple(tuple(room.text(cell) for cell in row) for row in room.few(rows))
    return [
        Heading(text=RINGING, aside=room.left(rows)),
        Table(columns=RING, rows=told, bare=RINGING),
    ]


def _workers(person: Person) -> Iterator[tuple[str, str, str]]:
    """The key worker, then everybody from another agency; a worker's number is that of the professional so named."""
    numbers = {fold(each.name): each.phone for each in person.professionals if each.phone}
    key_worker = person.key_worker()
    yield key_worker or "nobody yet", "key worker", numbers.get(fold(key_worker), NO_NUMBER) if key_worker else ""
    for each in person.professionals:
        if fold(each.name) != fold(key_worker):
            yield each.name, joined(each.work, each.agency), each.phone or NO_NUMBER


def _carers(story: Story, practice: Practice, now: datetime) -> Iterator[tuple[str, str, str]]:
    person = story.file.subject
    today = now.astimezone(moments.LONDON).date()
    against = any(each.warning == DO_NOT_TELL_FAMILY for each in person.standing_warnings(today))
    for each in person.carers:
        told = joined(practice.label("may_be_told", each.may_be_told), each.told_what, by=": ")
        what = joined(practice.label("relationship", each.relationship), told and f"may be told {told}")
        yield each.name, what, _number(each, against)


def _number(carer: life.Carer, against: bool) -> str:
    if against and carer.relationship not in PAID_CARERS:
        return "not printed: do not tell family"
    if carer.may_be_told == TELL_NOTHING:
        return "not printed: may be told nothing"
    return carer.number or NO_NUMBER
