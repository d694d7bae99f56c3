"""Grading: how it reads on the screen, to holders of the grant."""

from rise_desk.domain.grading import Grading
from rise_desk.domain.record import Record
from ui.records import plainly
from ui.records.shown import Reading


def _title(made: Record, reading: Reading) -> str:
    """The three codes, as the police write them: 'Graded 2 C P'."""
    assert isinstance(made, Grading)
    practice = reading.practice
    codes = (
        practice.label("source_grade", made.source_grade),
        practice.label("information_grade", made.information_grade),
        practice.label("handling", made.handling),
    )
    return f"Graded {' '.join(each[:1] for each in codes)}"


SHOWN = plainly.shown(Grading, ("sanitised",), _title, heads="Text that may be passed on")
