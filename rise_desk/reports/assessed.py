"""The entries of an assessment on paper: the assessment in short, its sign-off, and the health checklist."""

from rise_desk.domain import moments
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.checklist import SIGNS, Checklist, ChecklistSign, result
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Record
from rise_desk.domain.sign_off import SignOff
from rise_desk.reports import assessment_words
from rise_desk.reports.blocks import Entry
from rise_desk.reports.reading import Reading, recorded, tags
from rise_desk.reports.words import facts, joined

SAME_DAY = "tell the safeguarding lead and refer the same day"
FULL = "full assessment"


def assessment(made: Assessment, corrected: bool, reading: Reading) -> Entry:
    """An assessment in short: its sum, its band and why, its ten scores; the whole of it is a paper of its own."""
    instrument = reading.practice.instruments[made.instrument]
    allowed = assessment_words.allowed(made, instrument)
    band = instrument.band_label(made.band)
    return Entry(
        when=_when(made, reading),
        kind=joined(made.TITLE, f"{made.overall}", band),
        by=made.recorded_by,
        tags=(*tags(made, corrected, reading.practice), *_outranked(made, reading)),
        text=made.judgement_comment,
        facts=facts(
            ("Sum", f"{assessment_words.total(made)}, allows {allowed}"),
            ("Band", joined(band, assessment_words.CHOICES[made.choice(instrument)])),
            ("Why this band", made.band_reason),
            ("Scores", assessment_words.levels(made, instrument)),
            ("Recorded", recorded(made)),
            ("From", made.source),
        ),
    )


def _outranked(made: Assessment, reading: Reading) -> tuple[str, ...]:
    held = assessment_words.outranking(made, reading.practice.instruments[made.instrument])
    return (f"Outranks the score: {' '.join(held)}",) if held else ()


def sign_off(made: SignOff, corrected: bool, reading: Reading) -> Entry:
    """A manager's answer to an assessment, with what they say to it."""
    return Entry(
        when=_when(made, reading),
        kind=joined("Assessment", reading.practice.label("sign_off_decision", made.decision), by=" "),
        by=made.recorded_by,
        tags=tags(made, corrected, reading.practice),
        text=made.comments,
        facts=facts(("Recorded", recorded(made)), ("From", made.source)),
    )


def checklist(made: Checklist, corrected: bool, reading: Reading) -> Entry:
    """A health checklist: every sign that was ticked, what they ask for together, and what was done the same day."""
    practice = reading.practice
    return Entry(
        when=_when(made, reading),
        kind=made.TITLE,
        by=made.recorded_by,
        tags=tags(made, corrected, practice),
        text=made.comment,
        facts=facts(
            ("Signs", _signs(made.signs, practice)),
            ("Asks for", _asked(made, practice)),
            ("Filled in by", made.completed_by),
            ("Came with", made.came_with),
            ("Safeguarding lead told", joined(made.lead_told, moments.shown(made.lead_told_at))),
            ("Referred", joined(made.referred_to, moments.shown(made.referred_at))),
            ("Recorded", recorded(made)),
            ("From", made.source),
        ),
    )


def _when(record: Record, reading: Reading) -> str:
    return moments.shown_short(record.happened(), reading.now)


def _signs(signs: tuple[ChecklistSign, ...], practice: Practice) -> str:
    """Each sign with its group and a word on it; a list without any says so."""
    groups = {entry.key: entry.group for entry in practice.vocabulary(SIGNS).entries}
    return "; ".join(_sign(each, groups.get(each.sign, ""), practice) for each in signs) or "none ticked"


def _sign(sign: ChecklistSign, group: str, practice: Practice) -> str:
    label = practice.label(SIGNS, sign.sign)
    return joined(f"{label} ({group.lower()})" if group else label, sign.note, by=": ")


def _asked(made: Checklist, practice: Practice) -> str:
    found = result((each.sign for each in made.signs), practice.vocabulary(SIGNS))
    asked = joined(FULL if found.full_assessment else "", SAME_DAY if found.same_day else "", by="; ")
    return asked or "no full assessment by this list alone"
