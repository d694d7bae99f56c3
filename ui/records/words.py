"""How the value of a field reads where it is shown and not asked: '' where nothing is recorded."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Part
from ui import formats
from ui.widgets import parts
from ui.widgets.fields import Field, Kind, Surroundings, lowered


def in_words(field: Field, value: Any, around: Surroundings) -> str:
    """A value as a page shows it, one line for each part."""
    if field.kind is Kind.OWN:
        return field.describe(value, around) if field.describe else ""
    if field.kind is Kind.PARTS:
        return "\n".join(described(field, each, around) for each in value)
    if field.kind is Kind.LINES:
        return "\n".join(value)
    if field.kind is Kind.ANSWER:
        return "" if value is None else formats.yes_no(value)
    if field.kind is Kind.DATE:
        return _dated(field, value, around)
    return value if field.kind is Kind.LONG else capitalised(parts.in_words(field, value, around))


def described(field: Field, part: Part, around: Surroundings) -> str:
    """One part in one line."""
    if field.describe is not None:
        return field.describe(part, around)
    return telling(field.fields)(part, around)


def telling(fields: Sequence[Field], *labelled: str) -> Callable[[Any, Surroundings], str]:
    """How a part reads in one line, where some of its values ('nothing', 'her father') need their label to be read."""

    def described_so(part: Any, around: Surroundings) -> str:
        said = ((each, parts.in_words(each, getattr(part, each.name), around)) for each in fields)
        return capitalised(
            formats.joined(*(_labelled(each, text) if text and each.name in labelled else text for each, text in said))
        )

    return described_so


def _labelled(field: Field, text: str) -> str:
    called = lowered(field.label)
    return f"{called} {text}" if called.endswith("?") else f"{called}: {text}"


def capitalised(text: str) -> str:
    """The text as it starts a line."""
    return text[:1].upper() + text[1:]


def heading(at: Moment, now: datetime) -> str:
    """The time that an entry of a chronology stands under: 'This week', 'October 2026', '2024, month not known'."""
    if moments.precision(at) == "year":
        return f"{at}, month not known"
    day = moments.earliest(at).astimezone(moments.LONDON).date()
    today = now.astimezone(moments.LONDON).date()
    if moments.precision(at) != "month" and day.isocalendar()[:2] == today.isocalendar()[:2]:
        return "This week"
    return moments.shown(Moment(f"{day:%Y-%m}"))


def _dated(field: Field, value: Moment, around: Surroundings) -> str:
    if not value:
        return ""
    age = formats.age(value, around.now()) if field.age else ""
    return f"{formats.when_full(value)}, age {age}" if age else formats.when_full(value)
