"""Missing episodes, return interviews and actions on paper: how each reads in a chronology, every field of it."""

from collections.abc import Iterable

from rise_desk.domain import moments
from rise_desk.domain.action import Action
from rise_desk.domain.interview import DONE, STATES, Agreed, Attempt, ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MISSING, MissingEpisode, PreventionInterview, ToldOf
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Record
from rise_desk.reports import assessment_words, missing_words
from rise_desk.reports.blocks import Entry
from rise_desk.reports.missing_words import PERSON
from rise_desk.reports.reading import Reading, recorded, tags
from rise_desk.reports.words import answered, facts, joined, listed

STILL_AWAY = "No return recorded"
SORTS = (PERSON, "place", "vehicle", "phone", "handle")
ABOUT = {PERSON: "People named", "place": "Places", "vehicle": "Vehicles", "phone": "Phones", "handle": "Names online"}
NOT_YET_ASKED = ("not_recorded", "")


def episode(made: MissingEpisode, corrected: bool, reading: Reading) -> Entry:
    """A missing episode: how it began and ended, each grade with its day, who was told, what is known of the time."""
    practice = reading.practice
    sort = "" if made.missing_type == MISSING else practice.label("missing_type", made.missing_type)
    lasted = missing_words.lasted(made, reading.now) if made.returned_at else ""
    return Entry(
        when=_when(made, reading),
        kind=joined(made.TITLE, sort),
        by=made.recorded_by,
        tags=(*((STILL_AWAY,) if made.is_open else ()), *tags(made, corrected, practice)),
        text=listed((made.circumstances, _line("How they came back or were found", made.how_found))),
        facts=facts(
            ("Last seen", moments.shown(made.last_seen_at)),
            ("Reported", _step(made.reported_at, made.reported_by)),
            ("Wearing", made.wearing),
            ("Missing from", missing_words.came_from(made, practice)),
            ("Police grade", missing_words.grades(made, practice)),
            ("Police reference", made.police_ref),
            ("Officer in charge", made.officer),
            ("Who was told", joined(*(_told_of(each) for each in made.told), by="; ")),
            ("Returned", joined(moments.shown(made.returned_at), lasted and f"after {lasted}")),
            ("Found", missing_words.found_at(made, practice)),
            ("With whom", _people(made.found_with, reading)),
            ("Reasons heard", missing_words.reasons(made.reasons, practice)),
            ("Harm while missing", missing_words.harms(made.harms, practice)),
            ("Police prevention interview", joined(*(_prevention(each) for each in made.prevention), by="; ")),
            ("Recorded", recorded(made)),
            ("From", made.source),
        ),
    )


def interview(made: ReturnInterview, corrected: bool, reading: Reading) -> Entry:
    """A return interview: how far it came, its own words first, each step, and what was told before, during, after."""
    practice = reading.practice
    return Entry(
        when=_when(made, reading),
        kind=joined(made.TITLE, STATES[made.state]),
        by=made.recorded_by,
        tags=tags(made, corrected, practice),
        own_words=made.own_words,
        text=listed(_line(label, said) for label, said in _told(made)),
        facts=facts(
            ("About", _about(made, reading)),
            *_steps(made, reading),
            *_held(made, reading),
            ("Reasons heard", missing_words.reasons(made.reasons, practice)),
            ("Harm while missing", missing_words.harms(made.harms, practice)),
            *((ABOUT[sort], _mentions(made.mentions, sort, reading)) for sort in SORTS),
            ("Actions agreed", joined(*(_agreed(each) for each in made.agreed), by="; ")),
            ("Recorded", recorded(made)),
            ("From", made.source),
        ),
    )


def action(made: Action, corrected: bool, reading: Reading) -> Entry:
    """An action: what is to be done, who does it by when, and what came of it."""
    practice = reading.practice
    return Entry(
        when=_when(made, reading),
        kind=joined(made.TITLE, practice.label("action_status", made.status)),
        by=made.recorded_by,
        tags=tags(made, corrected, practice),
        text=made.what,
        facts=facts(
            ("Who does it", joined(made.owner, practice.label("agency", made.agency))),
            ("Agreed", joined(moments.shown(made.agreed_at), made.agreed_in)),
            ("About", reading.names.get(made.about, "")),
            ("By when", moments.shown(made.due_on)),
            ("Done or ended", moments.shown(made.ended_at)),
            ("What came of it", made.outcome),
            ("Recorded", recorded(made)),
            ("From", made.source),
        ),
    )


def _told(made: ReturnInterview) -> tuple[tuple[str, str], ...]:
    """What was told, from before they went to what would help: it is the matter of the talk, and no detail of it."""
    return (
        ("What made them want to leave", made.push),
        ("What drew them away", made.pull),
        ("Where they were, and with whom", made.stayed),
        ("How they travelled", made.travelled),
        ("What happened", made.told_happened),
        ("Harm and threats, as told", made.threats),
        ("Phones and apps", made.phones),
        ("How they got back", made.came_back),
        ("What would help", made.would_help),
    )


def _line(label: str, said: str) -> str:
    return f"{label}: {said}" if said else ""


def _steps(made: ReturnInterview, reading: Reading) -> Iterable[tuple[str, str]]:
    """Offered, attempted, answered, decided against: each is something else, and each stands by itself."""
    practice = reading.practice
    answer = practice.label("interview_answer", made.answer)
    yield "Who does the interview", made.assigned_to
    yield "Offered", _step(made.offered_at, made.offered_by)
    yield "Attempts", joined(*(_attempt(each) for each in made.attempts), by="; ")
    yield "The child's answer", joined(joined(answer, moments.shown(made.answered_at)), made.declined_because, by=": ")
    yield (
        "Talk offered to parents or carers",
        joined(moments.shown(made.carers_offered_at), made.carers_said, by=": "),
    )
    yield "Decided against", joined(_step(made.decided_at, made.decided_by), made.decided_because, by=": ")


def _held(made: ReturnInterview, reading: Reading) -> Iterable[tuple[str, str]]:
    """When it was held, by whom and where, and why it was late where somebody said so."""
    held = made.state == DONE
    yield "Held", moments.shown(made.done_at)
    yield "After 72 hours because", made.late_because
    yield "Interviewer", made.interviewer
    asked = held or made.independent is not None
    yield "Neither carer nor responsible authority", answered(made.independent) if asked else ""
    yield "Asked for instead", made.asked_for
    yield "Where", made.place
    yield "Seen", reading.practice.label("seen", made.seen)


def _about(made: ReturnInterview, reading: Reading) -> str:
    """The episodes that it covers, by their days where this paper knows them."""
    named = [reading.names[each] for each in sorted(made.covers) if each in reading.names]
    left = len(made.covers) - len(named)
    return joined(*named, f"{left} missing episode{'' if left == 1 else 's'}" if left else "")


def _when(made: Record, reading: Reading) -> str:
    return moments.shown_short(made.happened(), reading.now)


def _step(at: Moment, by: str) -> str:
    return joined(moments.shown(at), by and f"by {by}", by=" ")


def _told_of(told: ToldOf) -> str:
    return joined(told.who, _step(told.at, told.by), by=", ")


def _prevention(talk: PreventionInterview) -> str:
    return joined(joined(moments.shown(talk.held_at), talk.officer), talk.told, by=": ")


def _attempt(attempt: Attempt) -> str:
    return joined(joined(moments.shown(attempt.at), attempt.by, attempt.how), attempt.outcome, by=": ")


def _agreed(agreed: Agreed) -> str:
    return joined(agreed.what, agreed.owner, agreed.due_on and f"by {moments.shown(agreed.due_on)}")


def _mentions(held: Iterable[Mention], sort: str, reading: Reading) -> str:
    """Everybody or everything of one sort that was named; another child is not named on this paper."""
    return _people([each for each in held if (each.sort or PERSON) == sort], reading)


def _people(held: Iterable[Mention], reading: Reading) -> str:
    return joined(*(_mention(each, reading) for each in held), by="; ")


def _mention(mention: Mention, reading: Reading) -> str:
    called, risk, known = assessment_words.mentioned(mention, reading)
    unasked = mention.risk in NOT_YET_ASKED
    return joined(called, joined("" if unasked else risk, known), by=": ")
