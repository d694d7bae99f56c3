"""The assessments of a case summary: where they stand, the trend, the latest in full, every band with its reason."""

from collections.abc import Sequence

from rise_desk.domain import early_review, moments, reassessment
from rise_desk.domain.due import Due
from rise_desk.domain.heat import Lane, strip
from rise_desk.domain.moments import Moment
from rise_desk.domain.standing import Standing
from rise_desk.reports import assessment_told
from rise_desk.reports import assessment_words as words
from rise_desk.reports.assessment_told import Told, told
from rise_desk.reports.blocks import Block, Fact, Facts, Heading, Note, Table
from rise_desk.reports.heat import heat
from rise_desk.reports.led import Led
from rise_desk.reports.reading import Reading
from rise_desk.reports.words import facts, joined, listed

_SAID = {reassessment.RULE: "Next assessment", early_review.RULE: "Early review"}
NONE_YET = "There is no assessment yet."
BANDS = ("Assessed", "Score", "Allowed", "Chosen", "Shows", "Why, and sign-off")


def assessments(
    course: Sequence[Standing], due: Sequence[Due], reading: Reading, lanes: tuple[Lane, ...] = ()
) -> list[Block]:
    """Everything about assessments, for somebody who is assessed; nothing where none is on file and none is due.

    `lanes` are what else happened, on the time axis of the trend.
    """
    coming = next_ones(due, reading)
    if not course:
        return [Heading(text="Assessment"), Note(text=NONE_YET), Facts(facts=coming)] if coming else []
    latest = _told(course, len(course) - 1, reading)
    return [
        Heading(text="Assessment", aside="the score informs the decision and never makes it"),
        Facts(facts=(*_where_it_stands(latest), *coming)),
        *heat(strip(course, reading.practice, lanes)),
        Heading(text="Latest assessment in full", aside=moments.shown(latest.made.assessed_on)),
        *told(latest),
        Heading(text="Bands and their reasons", aside="newest first"),
        bands(course, reading),
    ]


def next_ones(due: Sequence[Due], reading: Reading) -> tuple[Fact, ...]:
    """When the next assessment is due, by which working day to do it, and what may bring it forward."""
    return facts(*((_SAID[each.rule], _by(each, reading)) for each in due if each.rule in _SAID))


def bands(course: Sequence[Standing], reading: Reading) -> Table:
    """Every assessment that counts, newest first: what its score allowed, what was chosen, by whom and why."""
    rows = [_row(_told(course, place, reading)) for place in range(len(course))]
    return Table(columns=BANDS, rows=tuple(reversed(rows)))


def _by(line: Due, reading: Reading) -> str:
    if line.rule == early_review.RULE:
        return f"to be considered: {line.why}"
    by = Moment(line.by)
    working = Moment(reassessment.do_by(line.by, reading.practice.bank_holidays))
    hint = f"last working day before it: {moments.shown_long(working)}" if working != moments.london_day(by) else ""
    late = "overdue" if moments.latest(by) < reading.now else ""
    at_once = line.what if line.since == line.by else ""
    return joined(moments.shown_long(by), late, hint, at_once)


def _told(course: Sequence[Standing], place: int, reading: Reading) -> Told:
    before = course[place - 1].assessment if place else None
    return Told(held=course[place], before=before, reading=reading)


def _where_it_stands(of: Told) -> tuple[Fact, ...]:
    made, instrument = of.made, of.instrument
    showing = joined(instrument.band_label(of.held.shown), f"{made.overall} of {instrument.highest}")
    chosen = f"{instrument.band_label(made.band)} was chosen and waits for a manager" if of.held.waits else ""
    return facts(
        ("Band", Led(joined(showing, moments.shown(made.assessed_on)), of.held.shown)),
        ("Allowed", words.allowed(made, instrument)),
        ("Waits", chosen),
    )


def _row(of: Told) -> tuple[str, ...]:
    made, instrument = of.made, of.instrument
    comments = of.held.answer.comments if of.held.answer else ""
    return (
        listed((moments.shown(made.assessed_on), made.recorded_by)),
        str(made.overall),
        words.allowed(made, instrument),
        Led(instrument.band_label(made.band), made.band),
        Led(instrument.band_label(of.held.shown), of.held.shown),
        listed(
            (
                words.CHOICES[of.held.choice],
                made.band_reason,
                joined(assessment_told.state(of.held), comments, by=": "),
            )
        ),
    )
