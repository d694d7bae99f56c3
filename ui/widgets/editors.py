"""Which editor fills in which kind of field."""

from PySide6.QtWidgets import QWidget

from ui.widgets.choice import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.fields import Field, Kind, Surroundings
from ui.widgets.parts import PartsField
from ui.widgets.radio_row import AnswerRow, RadioRow
from ui.widgets.text_fields import LineField, LinesField, LongField


def make(field: Field, around: Surroundings) -> QWidget:
    """The editor of a field; an OWN field brings its own."""
    if field.kind is Kind.OWN:
        if field.make is None:
            raise ValueError(f"{field.name} is a field of its own and must bring its editor")
        return field.make(field, around)
    return _MAKERS[field.kind](field, around)


def _line(_field: Field, _around: Surroundings) -> QWidget:
    return LineField()


def _long(field: Field, _around: Surroundings) -> QWidget:
    return LongField(field.rows, field.nudge)


def _lines(field: Field, _around: Surroundings) -> QWidget:
    return LinesField(field.rows)


def _date(field: Field, around: Surroundings) -> QWidget:
    return DateField(field.label, around.now, time=field.time, age=field.age, past=field.past)


def _choice(field: Field, around: Surroundings) -> QWidget:
    return ChoiceField(around.practice.vocabulary(field.vocabulary), field.label)


def _radio(field: Field, around: Surroundings) -> QWidget:
    entries = around.practice.vocabulary(field.vocabulary).choices()
    return RadioRow([(entry.key, entry.label[:1].upper() + entry.label[1:]) for entry in entries])


def _answer(_field: Field, _around: Surroundings) -> QWidget:
    return AnswerRow()


_MAKERS = {
    Kind.LINE: _line,
    Kind.LONG: _long,
    Kind.LINES: _lines,
    Kind.DATE: _date,
    Kind.CHOICE: _choice,
    Kind.RADIO: _radio,
    Kind.ANSWER: _answer,
    Kind.PARTS: PartsField,
}
