"""A missing episode on the screen: how it reads in a chronology and in full."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from rise_desk.domain import moments, nights
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MISSING, MissingEpisode
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.due_words import lasting
from ui.records.marks import Mark, marks, recorded_late, withdrawn_words
from ui.records.shown import Facts, Reading, Shown
from ui.records.words import capitalised, heading
from ui.widgets.badge import Tone
from ui.widgets.timeline import Entry

NO_HARM = ("none_known", "not_asked")
GRADES = {"high": Tone.HIGH, "medium": Tone.MEDIUM, "low": Tone.LOW}
NOW = "Missing now"
DAY = timedelta(days=1)


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """One as an entry of a chronology."""
    made = found.told
    assert isinstance(made, MissingEpisode)
    return Entry(
        key=made.id,
        heading=heading(made.happened(), reading.now),
        title=title(made, reading),
        when=moments.shown_short(made.happened(), reading.now),
        by=formats.joined(made.recorded_by, recorded_late(made)),
        text="\n".join(part for part in (made.circumstances, made.how_found) if part),
        tags=(*tags(made, reading), *marks(found)),
        withdrawn=withdrawn_words(made),
    )


def title(made: MissingEpisode, reading: Reading) -> str:
    """What it was and how long: 'Missing 9 h 15 min, from children's home', 'Missing now since Thu 19 Nov 23:30'."""
    called = "Missing" if made.missing_type == MISSING else _label("missing_type", made.missing_type, reading)
    now = f"now since {moments.shown_short(made.since, reading.now)}"
    lasted = now if _is_away(made, reading.now) else how_long(made, reading.now)
    place = reading.practice.label("missing_from", made.missing_from)
    first = f"{called} {lasted}".strip() if made.missing_type == MISSING else _listed(called, lasted)
    return _listed(first, f"from {place}" if place else "")


def how_long(made: MissingEpisode, now: datetime) -> str:
    """How long they were away: '9 h 15 min', '3 days', 'about' where a time isn't known; '' where nothing is."""
    if made.withdrawn and not made.returned_at:
        return ""
    lasted = made.lasted(now)
    if moments.has_time(made.since) and (made.is_open or moments.has_time(made.returned_at)):
        return lasting(int(lasted.total_seconds() // 60))
    return f"about {formats.count(round(lasted / DAY), 'day')}" if lasted >= DAY else ""


def _is_away(made: MissingEpisode, now: datetime) -> bool:
    return not made.withdrawn and nights.is_away(made, now)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def tags(made: MissingEpisode, reading: Reading) -> Iterator[Mark]:
    """What must be seen at once: that they are missing now, the grade that holds, the harm."""
    if made.withdrawn:
        return
    if _is_away(made, reading.now):
        yield NOW, Tone.HIGH
    if made.grade_now:
        grade = reading.practice.label("police_grade", made.grade_now)
        yield f"Police grade: {grade}", GRADES.get(made.grade_now, Tone.INFO)
    for each in made.harms:
        if each.harm not in NO_HARM:
            yield f"Harm: {reading.practice.label('missing_harm', each.harm)}", Tone.HIGH


def facts(made: MissingEpisode, reading: Reading) -> Facts:
    """Everything around it, with labels; '' is not recorded."""
    return (
        ("Type", _label("missing_type", made.missing_type, reading)),
        ("Last seen at", formats.when_spoken(made.last_seen_at)),
        ("Reported at", formats.joined(formats.when_spoken(made.reported_at), made.reported_by)),
        ("Missing from", formats.joined(_label("missing_from", made.missing_from, reading), made.missing_from_name)),
        ("Wearing when last seen", made.wearing),
        ("Police grade", "\n".join(grades(made, reading))),
        ("Police reference", made.police_ref),
        ("Officer in charge", made.officer),
        ("Returned at", formats.when_spoken(made.returned_at)),
        ("How long", how_long(made, reading.now)),
        ("Where found", formats.joined(_label("place_type", made.found_place_type, reading), made.found_place)),
        ("Found outside the county", "" if made.outside_county is None else formats.yes_no(made.outside_county)),
        ("With whom", "\n".join(_named(each, reading) for each in made.found_with)),
        (
            "Reasons heard",
            "\n".join(_heard(each.reason, each.heard_from, "missing_reason", reading) for each in made.reasons),
        ),
        ("Harm while missing", "\n".join(_heard(each.harm, each.note, "missing_harm", reading) for each in made.harms)),
        ("Who was told", "\n".join(formats.joined(each.who, formats.when(each.at), each.by) for each in made.told)),
        ("Recorded", formats.joined(formats.when_spoken(made.recorded_at), made.recorded_by)),
        *((("Where this came from", made.source),) if made.source else ()),
    )


def grades(made: MissingEpisode, reading: Reading) -> Iterator[str]:
    """The police grades in their order, a line each."""
    if made.grade:
        yield _label("police_grade", made.grade, reading)
    for each in made.regrades:
        grade = reading.practice.label("police_grade", each.grade)
        yield capitalised(
            formats.joined(f"then {grade}" if made.grade else grade, formats.when(each.at), each.by, each.why)
        )


def prevention(made: MissingEpisode) -> str:
    """The police's own talks, a paragraph each; '' where none is recorded."""
    held = (formats.joined(formats.when_spoken(each.held_at), each.officer) for each in made.prevention)
    return "\n\n".join(
        "\n".join(part for part in (line, each.told) if part) for line, each in zip(held, made.prevention, strict=True)
    )


def _label(vocabulary: str, key: str, reading: Reading) -> str:
    return capitalised(reading.practice.label(vocabulary, key)) if key else ""


def _named(each: Mention, reading: Reading) -> str:
    return formats.joined(each.name, "has a file" if each.person else "", each.known)


def _heard(key: str, more: str, vocabulary: str, reading: Reading) -> str:
    return formats.joined(_label(vocabulary, key, reading), more)


SHOWN = Shown(
    kind=MissingEpisode.KIND,
    title=MissingEpisode.TITLE,
    happened=lambda made: made.happened(),
    entry=entry,
    facts=facts,
    heads="What is known",
    corrected=False,
)
