"""What the forms of a missing episode ask: all of it in sections, and the fields of the small forms."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from rise_desk.domain.language import nudges
from rise_desk.domain.missing import HarmHeard, MissingEpisode, PreventionInterview, ReasonHeard, Regrade, ToldOf
from ui import formats
from ui.desk import ScreenDesk
from ui.mention_parts import mentions_field
from ui.records.question import ask, attribute_of
from ui.records.words import capitalised, telling
from ui.widgets.fields import Field, Kind, Section, Surroundings
from ui.widgets.lately_field import LatelyField
from ui.widgets.radio_row import RadioRow

FORM, QUICK, RETURNED, REGRADE = "form", "quick", "returned", "regrade"
"""In a draft: which of the forms of an episode it is; the whole one says nothing."""

NOT_GRADED = "Not graded yet"
TIME_ALONE = "A time alone will do. Ctrl+D is now"
NOT_THE_RETURN_INTERVIEW = (
    "The police’s own talk, soon after the return. It is not the return interview, which is offered by somebody "
    "independent and has a form of its own."
)
REGRADES = (
    ask(Regrade, "grade", Kind.RADIO, whole=True),
    ask(Regrade, "at", time=True, hint="Ctrl+D is now"),
    ask(Regrade, "by"),
    ask(Regrade, "why", whole=True),
)
REASON = (ask(ReasonHeard, "reason", whole=True), ask(ReasonHeard, "heard_from", whole=True))
HARM = (ask(HarmHeard, "harm", whole=True), ask(HarmHeard, "note", Kind.LONG, rows=3))
PREVENTION = (
    ask(PreventionInterview, "held_at", time=True, hint="Ctrl+D is now"),
    ask(PreventionInterview, "officer"),
    ask(PreventionInterview, "told", Kind.LONG, rows=4),
)
TOLD = (
    ask(ToldOf, "who", whole=True, hint="Such as a parent, the social worker, the council that placed them here"),
    ask(ToldOf, "at", time=True, hint="Ctrl+D is now"),
    ask(ToldOf, "by"),
)


def lately(name: str, hint: str = "Ctrl+D is now") -> Field:
    """The question when something was that has only just been."""
    return ask(
        MissingEpisode,
        name,
        Kind.OWN,
        hint=hint,
        make=lambda field, around: LatelyField(field.label, around.now),
        describe=lambda value, _around: formats.when(value),
    )


def choice(name: str, **about: Any) -> Field:
    """A question that is answered by one of a few words, all of them in view."""
    return ask(
        MissingEpisode,
        name,
        Kind.OWN,
        **{"whole": True, "make": _radio, "describe": partial(_word, name), **about},
    )


def graded(**about: Any) -> Field:
    """The question how the police graded it first; none yet is one of the answers."""
    return choice("grade", make=_grades, **about)


def _word(name: str, key: str, around: Surroundings) -> str:
    return capitalised(around.practice.label(attribute_of(MissingEpisode, name).vocabulary, key)) if key else ""


def _radio(field: Field, around: Surroundings) -> RadioRow:
    """The words of a list side by side; what nobody has said yet comes first, so that one key goes on from it."""
    return _row(field, around, "" if field.required else formats.NOT_RECORDED)


def _grades(field: Field, around: Surroundings) -> RadioRow:
    """The police grades, and first that there is none yet."""
    return _row(field, around, NOT_GRADED)


def _row(field: Field, around: Surroundings, unsaid: str) -> RadioRow:
    entries = around.practice.vocabulary(field.vocabulary).choices()
    words = [(each.key, capitalised(each.label)) for each in entries]
    return RadioRow([("", unsaid), *words] if unsaid else words, unanswered=False)


def returned(screen: ScreenDesk) -> Iterator[Field]:
    """What is asked of a return."""
    yield lately("returned_at", TIME_ALONE)
    yield ask(MissingEpisode, "how_found", rows=3, nudge=nudges, hint="By themselves, found by police, brought by …")
    yield ask(MissingEpisode, "found_place_type")
    yield ask(MissingEpisode, "found_place")
    yield ask(MissingEpisode, "outside_county")
    yield mentions_field(screen, "found_with", "With whom", people_only=True)


def harms() -> Field:
    """What harm is known of."""
    return ask(MissingEpisode, "harms", fields=HARM, describe=telling(HARM))


def sections(screen: ScreenDesk) -> tuple[Section, ...]:
    """Everything that an episode holds."""
    return (
        Section("Who and when", (*_when(),)),
        Section("Where from, and police", (*_police(),)),
        Section(
            "While away",
            (
                ask(MissingEpisode, "wearing", whole=True),
                ask(MissingEpisode, "circumstances", rows=5, nudge=nudges),
            ),
        ),
        Section("The return", (*returned(screen),)),
        Section(
            "Reasons and harm",
            (ask(MissingEpisode, "reasons", fields=REASON, describe=telling(REASON)), harms()),
            "Only what was heard or seen; ‘none known’ and ‘not asked’ are two different things.",
        ),
        Section(
            "Police prevention interview",
            (ask(MissingEpisode, "prevention", noun="talk", fields=PREVENTION, describe=telling(PREVENTION)),),
            NOT_THE_RETURN_INTERVIEW,
        ),
        Section(
            "Who was told", (ask(MissingEpisode, "told", noun="person told", fields=TOLD, describe=telling(TOLD)),)
        ),
    )


def _when() -> Iterator[Field]:
    yield choice("missing_type")
    yield lately("last_seen_at", TIME_ALONE)
    yield lately("reported_at", "To the police")
    yield ask(MissingEpisode, "reported_by", whole=True)


def _police() -> Iterator[Field]:
    yield choice("missing_from")
    yield ask(MissingEpisode, "missing_from_name", whole=True, hint="Such as the name of the home or the school")
    yield graded(hint="The first one; a new grade stands beneath")
    yield ask(
        MissingEpisode,
        "regrades",
        hint="The last of them holds.",
        noun="grade",
        fields=REGRADES,
        describe=telling(REGRADES),
    )
    yield ask(MissingEpisode, "police_ref")
    yield ask(MissingEpisode, "officer")
