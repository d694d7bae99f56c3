"""The heat-strip in sentences: for screen readers, for plain text, and for whoever would rather read."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from rise_desk.domain import moments
from rise_desk.domain.heat import Cell, Column, Lane, Row, Strip, title
from rise_desk.domain.heat_axis import counted
from rise_desk.domain.sign_off import SENT_BACK


class Way(StrEnum):
    """How a score moved since the assessment before; one that is or was not yet known moved neither up nor down."""

    HIGHER = "Higher"
    LOWER = "Lower"
    OTHERWISE = "Otherwise"


SCALE = "1 is the lowest risk and 5 the highest; the score informs, people decide."


def as_text(strip: Strip) -> str:
    """The whole strip, a paragraph for each assessment and each lane; '' where there is no assessment."""
    return "\n".join(sentences(strip))


def sentences(strip: Strip) -> tuple[str, ...]:
    """What the strip is, each assessment with what changed since the one before, and what else happened."""
    if not strip.columns:
        return ()
    count = "1 assessment" if len(strip.columns) == 1 else f"{len(strip.columns)} assessments"
    told = (assessment_told(strip, place) for place in range(len(strip.columns)))
    return (f"{title(strip)}: {count}. {SCALE}", *told, *(_lane(each, strip) for each in strip.lanes))


def assessment_told(strip: Strip, place: int) -> str:
    """One assessment in sentences: its band and sum, every score, what is not yet known, and what changed."""
    column = strip.columns[place]
    cells = [(row.label, row.cells[place]) for row in strip.rows]
    scores = "; ".join(f"{label} {cell.score}" for label, cell in cells if cell.score)
    parts = [band_told(column), f"{scores}." if scores else "", _unknown(cells), *_changes(column, cells)]
    return " ".join(part for part in parts if part)


def band_told(column: Column) -> str:
    """The day, the band and the sum of an assessment, whether its band waits, and which instrument it was made with."""
    said = f"{moments.shown(column.day)}: {column.band_label.lower()}, {column.sum_words}."
    if column.waits:
        said += f" {waiting_told(column)}"
    if column.made_with:
        said += f" Made with another instrument: {column.made_with}."
    return said


def waiting_told(column: Column) -> str:
    """What a band that has not taken effect waits for, and which one shows."""
    stands = "was sent back" if column.state == SENT_BACK else "waits for a manager"
    shown = "" if column.chosen_label == column.band_label else f"; until then {column.band_label.lower()} shows"
    return f"{column.chosen_label} was chosen and {stands}{shown}."


def cell_told(row: Row, column: Column, place: int) -> str:
    """One cell: which indicator and day, the score, what it means, and what it was before."""
    cell = row.cells[place]
    score = f"{cell.score} of 5" if cell.score else "not yet known"
    said = f"{row.title}, {moments.shown(column.day)}: {score}"
    meaning = cell.wording or (f"to find out: {cell.find_out}" if cell.find_out else "")
    said += f", {meaning.rstrip('.')}." if meaning else "."
    if cell.changed:
        said += f" It was {_level(cell.before)} on {moments.shown(column.day_before)}."
    return said


def _unknown(cells: Sequence[tuple[str, Cell]]) -> str:
    labels = [label for label, cell in cells if not cell.score]
    return f"Not yet known: {'; '.join(labels)}." if labels else ""


def _changes(column: Column, cells: Sequence[tuple[str, Cell]]) -> Iterator[str]:
    if not column.day_before:
        return
    changed = [(label, cell) for label, cell in cells if cell.changed]
    since = f"Since {moments.shown(column.day_before)}"
    stayed = column.total == column.total_before
    total = f"stayed at {column.total}" if stayed else f"went from {column.total_before} to {column.total}"
    yield f"{since} the total {total}{'' if changed else ', and no indicator has changed'}."
    for way in Way:
        named = [
            f"{label} from {_level(cell.before)} to {_level(cell.score)}"
            for label, cell in changed
            if _way(cell) is way
        ]
        if named:
            yield f"{way}: {'; '.join(named)}."


def _way(cell: Cell) -> Way:
    if not (cell.score and cell.before):
        return Way.OTHERWISE
    return Way.HIGHER if cell.score > cell.before else Way.LOWER


def _level(score: int | None) -> str:
    return str(score) if score else "not yet known"


def _lane(lane: Lane, strip: Strip) -> str:
    """Where each mark says what it is they are named; else they are counted between the assessments."""
    if any(mark.text for mark in lane.marks):
        named = "; ".join(f"{mark.text or lane.label}, {moments.shown(mark.at)}" for mark in lane.marks)
        return f"{lane.label}: {named}."
    return f"{lane.label}: {', '.join(counted(lane, strip))}."
