"""A return interview on the screen: how it reads in a chronology and in full."""

from collections.abc import Iterator, Sequence

from rise_desk.domain import moments
from rise_desk.domain.interview import DONE, Agreed, ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import HarmHeard, ReasonHeard
from rise_desk.domain.recognising import SORTS
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.interview_words import attempt_words, is_late, state_words
from ui.records.marks import Mark, marks, recorded_late, withdrawn_words
from ui.records.question import attribute_of
from ui.records.shown import Facts, Reading, Shown
from ui.records.words import capitalised, heading
from ui.widgets.badge import Tone
from ui.widgets.timeline import Entry

NAMED = {
    "": "People",
    "place": "Places",
    "vehicle": "Vehicles",
    "phone": "Phones",
    "handle": "Names used online",
}
LATE = "After 72 hours"
NO_DAY = "No day yet"


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """One as an entry of a chronology."""
    made = found.told
    assert isinstance(made, ReturnInterview)
    return Entry(
        key=made.id,
        heading=heading(made.happened(), reading.now) if made.happened() else NO_DAY,
        title=title(made, reading),
        when=moments.shown_short(made.happened(), reading.now) if made.happened() else "",
        by=formats.joined(made.interviewer or made.assigned_to, made.recorded_by, _recorded(made)),
        text=made.told_happened,
        quote=made.own_words,
        tags=(*marks(found), *_tags(made, reading)),
        withdrawn=withdrawn_words(made),
    )


def title(made: ReturnInterview, reading: Reading) -> str:
    """What it was and how far it has come: 'Return interview: done, 61 h after the return'."""
    return f"{made.TITLE}: {state_words(made, reading.episodes.values())}"


def facts(made: ReturnInterview, reading: Reading) -> Facts:
    """Everything that is recorded of it, with labels; '' is not recorded."""
    return tuple(fact for _title, group in groups(made, reading) for fact in group)


def groups(made: ReturnInterview, reading: Reading) -> Sequence[tuple[str, Facts]]:
    """Everything beside own words and what happened, under the headings of the form."""
    return (
        ("Before", (*_said(made, "push", "pull"), ("Reasons heard", "\n".join(_reasons(made.reasons, reading))))),
        (
            "During",
            (
                *_said(made, "stayed", "travelled"),
                ("Harm while missing", "\n".join(_harms(made.harms, reading))),
                *_said(made, "threats", "phones"),
            ),
        ),
        ("After", _said(made, "came_back", "would_help")),
        ("Named", tuple(_named(made.mentions))),
        ("Actions agreed", (("Actions agreed", "\n".join(_agreed(each) for each in made.agreed)),)),
        ("Who held it", _held(made, reading)),
        ("How it was arranged", _arranged(made, reading)),
        ("Around it", _around(made, reading)),
    )


def _held(made: ReturnInterview, reading: Reading) -> Facts:
    return (
        ("Interview held at", formats.when_spoken(made.done_at)),
        *_said(made, "late_because", "interviewer", "place"),
        ("Seen", capitalised(reading.practice.label("seen", made.seen))),
        (_label("independent"), "" if made.independent is None else formats.yes_no(made.independent)),
        *_said(made, "asked_for"),
    )


def _around(made: ReturnInterview, reading: Reading) -> Facts:
    return (
        ("Missing episodes", "\n".join(_returns(made, reading))),
        ("Recorded", formats.joined(formats.when_spoken(made.recorded_at), made.recorded_by)),
        *((("Where this came from", made.source),) if made.source else ()),
    )


def _arranged(made: ReturnInterview, reading: Reading) -> Facts:
    answer = capitalised(reading.practice.label("interview_answer", made.answer))
    carers = formats.joined(formats.when_spoken(made.carers_offered_at), made.carers_said)
    known = [
        *_said(made, "assigned_to"),
        ("Offered", formats.joined(formats.when_spoken(made.offered_at), made.offered_by)),
        ("Attempts", "\n".join(f"{place}. {attempt_words(each)}" for place, each in enumerate(made.attempts, 1))),
        (_label("answer"), formats.joined(answer, formats.when_spoken(made.answered_at))),
    ]
    if made.declined_because or carers:
        known += [*_said(made, "declined_because"), ("Talk offered to parents or carers", carers)]
    if made.decided_at:
        known.append(("Decided against", formats.joined(formats.when_spoken(made.decided_at), made.decided_by)))
        known.extend(_said(made, "decided_because"))
    return tuple(known)


def _said(made: ReturnInterview, *names: str) -> Facts:
    return tuple((_label(name), str(getattr(made, name))) for name in names)


def _label(name: str) -> str:
    return attribute_of(ReturnInterview, name).label


def _reasons(held: Sequence[ReasonHeard], reading: Reading) -> Iterator[str]:
    for each in held:
        said = f"heard from {each.heard_from}" if each.heard_from else ""
        yield formats.joined(capitalised(reading.practice.label("missing_reason", each.reason)), said)


def _harms(held: Sequence[HarmHeard], reading: Reading) -> Iterator[str]:
    for each in held:
        yield formats.joined(capitalised(reading.practice.label("missing_harm", each.harm)), each.note)


def _named(held: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Whoever and whatever is named, by sort; what nobody named is left out."""
    for sort in SORTS:
        mine = [each for each in held if each.sort == sort or (not sort and each.sort == "person")]
        if mine:
            on_file = ("has a file" if each.person else "" for each in mine)
            told = (formats.joined(each.name, file, each.known) for each, file in zip(mine, on_file, strict=True))
            yield NAMED[sort], "\n".join(told)


def _agreed(each: Agreed) -> str:
    by = f"by {formats.when(each.due_on)}" if each.due_on else ""
    return formats.joined(each.what, each.owner, by)


def _returns(made: ReturnInterview, reading: Reading) -> Iterator[str]:
    for each in made.episodes:
        held = reading.episodes.get(each.episode)
        if held is not None:
            yield f"Back {formats.when_spoken(held.returned_at)}"


def _tags(made: ReturnInterview, reading: Reading) -> Iterator[Mark]:
    if made.state == DONE and is_late(made, reading.episodes.values()):
        yield LATE, Tone.MEDIUM
    if made.done_at and made.seen and made.seen != "not_recorded":
        yield capitalised(reading.practice.label("seen", made.seen)), Tone.INFO
    if made.agreed:
        yield formats.count(len(made.agreed), "action agreed", "actions agreed"), Tone.INFO


def _recorded(made: ReturnInterview) -> str:
    return recorded_late(made) if made.happened() else ""


SHOWN = Shown(
    kind=ReturnInterview.KIND,
    title=ReturnInterview.TITLE,
    happened=lambda made: made.happened(),
    entry=entry,
    facts=facts,
    heads="What happened",
)
