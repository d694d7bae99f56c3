"""An assessment on the screen: how it reads in a chronology, and what is told around its scores in full."""

from collections.abc import Iterator

from rise_desk.domain import moments
from rise_desk.domain.assessed import Assessed
from rise_desk.domain.assessment import OUTRANKS, Assessment
from rise_desk.domain.instrument import Instrument
from rise_desk.domain.sign_off import SENT_BACK
from rise_desk.domain.standing import Standing
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.records.marks import Mark, day, marks, recorded_late, withdrawn_words
from ui.records.shown import Facts, Reading, Shown
from ui.records.words import heading
from ui.tints import TONES
from ui.widgets.badge import Tone
from ui.widgets.timeline import Entry

NOT_YET_KNOWN = "not yet known"


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """An assessment as one entry of a chronology."""
    made = found.told
    assert isinstance(made, Assessment)
    instrument = reading.practice.instruments[made.instrument]
    telling = (*outranking(made, instrument), made.judgement_comment)
    return Entry(
        key=made.id,
        heading=heading(made.assessed_on, reading.now),
        title=title(made, reading),
        when=moments.shown_short(made.assessed_on, reading.now),
        by=formats.joined(made.recorded_by, recorded_late(made)),
        text=" ".join(telling),
        tags=(*marks(found), *_standing_marks(found, made, reading)),
        withdrawn=withdrawn_words(made),
    )


def title(made: Assessment, reading: Reading) -> str:
    """What it came to: 'Assessment: 29, Amber'."""
    instrument = reading.practice.instruments[made.instrument]
    return f"{made.TITLE}: {made.overall}, {instrument.band_label(made.band)}"


def outranking(made: Assessment, instrument: Instrument) -> tuple[str, ...]:
    """What outranks the score, each in a sentence."""
    levels = made.levels()
    return tuple(
        OUTRANKS[key] if key in OUTRANKS else f"{instrument.indicator(key).label}: {levels[key]}."
        for key in made.outranked_by(instrument)
    )


def standing_words(assessed: Assessed, made: Assessment) -> str:
    """How far an assessment has come, and which band shows until it is further; '' for one that does not count."""
    held = assessed.standing(made.id)
    if held is None:
        return ""
    shown = assessed.practice.instruments[made.instrument].band_label(held.shown)
    if held.answer is None:
        return f"It waits for a manager’s sign-off. Until then {shown} shows." if held.waits else "Not signed off yet."
    said = "Sent back" if held.state == SENT_BACK else "Signed off"
    told = f"{said} by {held.answer.recorded_by}, {moments.shown(held.answer.decided_at)}."
    return f"{told} Until it is put right, {shown} shows." if held.waits else told


def facts(made: Assessment, reading: Reading) -> Facts:
    """Everything recorded around its scores, with its labels; '' is not recorded."""
    instrument = reading.practice.instruments[made.instrument]
    known = [
        ("Strategy discussion asked for that day", _strategy(made)),
        ("Safeguarding lead spoken to", made.lead),
        ("Young person told what this is and why", _told(made)),
        ("Recorded", formats.joined(formats.when_spoken(made.recorded_at), made.recorded_by)),
        ("Made with", f"{instrument.title}, version {instrument.version}"),
    ]
    if made.source:
        known.append(("Where this came from", made.source))
    return tuple(known)


def _standing_marks(found: ChronologyEntry, made: Assessment, reading: Reading) -> Iterator[Mark]:
    if reading.assessed is None or made.withdrawn:
        return
    held = reading.assessed.standing(made.id)
    answer = held.answer if held else reading.assessed.answers.get(made.id)
    if answer is not None:
        sent_back = answer.decision == SENT_BACK
        said = "Sent back" if sent_back else "Signed off"
        yield f"{said} by {answer.recorded_by}, {day(answer.decided_at)}", Tone.MEDIUM if sent_back else Tone.INFO
    elif held is not None:
        yield "Waits for sign-off", Tone.MEDIUM if held.waits else Tone.INFO
    if held is not None and held.waits:
        yield from _shows(held, reading)


def _shows(held: Standing, reading: Reading) -> Iterator[Mark]:
    """Which band shows while the chosen one has not taken effect."""
    if held.shown != held.assessment.band:
        band = reading.practice.instruments[held.assessment.instrument].band_label(held.shown)
        yield f"{band} shows until then", TONES.get(held.shown, Tone.INFO)


def _strategy(made: Assessment) -> str:
    if made.strategy_asked is None:
        return ""
    if made.strategy_asked:
        return formats.joined("Yes", formats.when_spoken(made.strategy_at), made.strategy_by)
    return f"No, because {made.strategy_because}"


def _told(made: Assessment) -> str:
    told = formats.when_spoken(made.told_on)
    return formats.joined(f"Yes, {told}" if told else "", f"Not yet, because {made.told_why}" if made.told_why else "")


SHOWN = Shown(
    kind=Assessment.KIND, title=Assessment.TITLE, happened=lambda made: made.assessed_on, entry=entry, facts=facts
)
