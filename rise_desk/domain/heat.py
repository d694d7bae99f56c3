"""The heat-strip: ten indicators through every assessment that counts, bands above, what else happened below.

It says what was scored and never what to think of it. Screen and paper draw the same values, and `heat_told` says them
in sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rise_desk.domain import moments
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.instrument import INDICATORS, Instrument
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.domain.scoring import total
from rise_desk.domain.sign_off import SENT_BACK
from rise_desk.domain.standing import Standing

UNKNOWN = "?"
"""What stands in the cell of an indicator that is not yet known."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One assessment: its day, the band that shows, the sum in words ('24 + 5 = 29'), and how that compares.

    The total is a range where not every indicator is `known`.

    `chosen_label` is the band that still `waits` for a manager, or was sent back (`state`). `day_before` and
    `total_before` are those of the assessment before it, '' for the first. `made_with` names its instrument where the
    newest was made with another.
    """

    assessment: Id
    day: Moment
    label: str
    band: str
    band_label: str
    chosen_label: str
    waits: bool
    state: str
    sum_words: str
    total: str
    known: bool
    instrument: str
    made_with: str = ""
    day_before: Moment = Moment("")
    total_before: str = ""

    @property
    def year(self) -> str:
        """The year of its day."""
        return moments.london_day(self.day)[:4]

    @property
    def waiting(self) -> str:
        """In a word or two that the chosen band has not taken effect: 'green waits', 'sent back'; '' where it has."""
        if not self.waits:
            return ""
        return "sent back" if self.state == SENT_BACK else f"{self.chosen_label.lower()} waits"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One indicator's score in one assessment: 1 to 5, or 0 for not yet known; what the level means in words.

    `before` is the score in the assessment before it; None in the first.
    """

    score: int
    wording: str = ""
    find_out: str = ""
    before: int | None = None

    @property
    def text(self) -> str:
        """The score as it is shown; a question mark for not yet known."""
        return str(self.score) if self.score else UNKNOWN

    @property
    def changed(self) -> bool:
        """Whether it differs from the assessment before."""
        return self.before is not None and self.before != self.score


@dataclass(frozen=True, kw_only=True)
class Row:
    """One indicator: its short label, its full one, and a cell for each column."""

    key: str
    label: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One thing on a lane: when it was, and in a word or two what ('' for one of many alike, such as a night)."""

    at: Moment
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Lane:
    """What happened beside the assessments, on their time axis: nights missing, notices served, disruption.

    A lane is passed in once its records are kept; a strip never shows an empty one in the place of nothing known.
    """

    key: str
    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, kw_only=True)
class Strip:
    """The whole heat-strip, the newest assessment last."""

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    lanes: tuple[Lane, ...] = ()


def strip(course: Sequence[Standing], practice: Practice, lanes: tuple[Lane, ...] = ()) -> Strip:
    """The heat-strip of a course of assessments; without an assessment it is empty."""
    if not course:
        return Strip()
    newest = practice.instruments[course[-1].assessment.instrument]
    columns: list[Column] = []
    for each in course:
        before = columns[-1] if columns else None
        columns.append(_column(each, practice.instruments[each.assessment.instrument], newest, before))
    held = [each.assessment for each in course]
    rows = tuple(_row(key, newest, held, practice) for key in INDICATORS)
    return Strip(columns=tuple(columns), rows=rows, lanes=tuple(each for each in lanes if each.marks))


def last(whole: Strip, many: int) -> Strip:
    """The newest so many columns, with all lanes; what each says about the one before it stays."""
    rows = tuple(replace(each, cells=each.cells[-many:]) for each in whole.rows)
    return replace(whole, columns=whole.columns[-many:], rows=rows)


def years(whole: Strip) -> tuple[str, ...]:
    """The year over each column: where it begins, and nowhere if all are of one year, which the title names."""
    told = [each.year for each in whole.columns]
    if len(set(told)) < 2:
        return ("",) * len(told)
    return tuple(year if year != before else "" for year, before in zip(told, ["", *told], strict=False))


def title(whole: Strip) -> str:
    """What the strip is called: 'Ten indicators, April to November 2026'."""
    first, newest = whole.columns[0].day, whole.columns[-1].day
    if len(whole.columns) == 1:
        return f"Ten indicators, {moments.shown(newest)}"
    start, end = (moments.shown(Moment(each[: len("2026-11")])) for each in (first, newest))
    if start == end:
        return f"Ten indicators, {end}"
    return f"Ten indicators, {start.removesuffix(end[-5:])} to {end}"


def _column(stands: Standing, made_with: Instrument, newest: Instrument, before: Column | None) -> Column:
    made = stands.assessment
    scored = total(made.levels().values(), 0)
    return Column(
        assessment=made.id,
        day=made.assessed_on,
        label=_short_day(made.assessed_on),
        band=stands.shown,
        band_label=made_with.band_label(stands.shown),
        chosen_label=made_with.band_label(made.band),
        waits=stands.waits,
        state=stands.state,
        sum_words=f"{scored} + {made.judgement} = {made.overall}",
        total=str(made.overall),
        known=made.overall.known,
        instrument=made.instrument,
        made_with=f"{made_with.title}, {made_with.version}" if made_with.key != newest.key else "",
        day_before=before.day if before else Moment(""),
        total_before=before.total if before else "",
    )


def _row(key: str, newest: Instrument, held: Sequence[Assessment], practice: Practice) -> Row:
    cells: list[Cell] = []
    for made in held:
        scored = made.score_of(key)
        score = scored.score if scored else 0
        cells.append(
            Cell(
                score=score,
                wording=practice.instruments[made.instrument].indicator(key).wording(score),
                find_out=scored.find_out if scored else "",
                before=cells[-1].score if cells else None,
            )
        )
    indicator = newest.indicator(key)
    return Row(key=key, label=indicator.short, title=indicator.label, cells=tuple(cells))


def _short_day(day: Moment) -> str:
    return moments.shown_short(Moment(moments.london_day(day))).partition(" ")[2]
