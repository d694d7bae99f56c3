"""Records with something recognisable in each field, so that a test can see what a paper leaves out."""

from typing import Any

from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Attribute, Part, Record, attributes


def marked(cls: type[Record | Part], practice: Practice, path: str, marks: dict[str, str]) -> Any:
    """A record with something recognisable in each field; `marks` tells which words each field must print."""
    values: dict[str, Any] = {}
    for each in attributes(cls):
        name = f"{path}{each.name}"
        if each.stamp or each.sort == "id":
            continue
        if each.sort in ("part", "parts"):
            assert each.part
            made = marked(each.part, practice, f"{name}.", marks)
            values[each.name] = made if each.sort == "part" else (made,)
        elif each.sort in ("text", "moment") and each.name not in ("until", "withheld_until"):
            values[each.name] = _mark(each, name, practice, marks)
    return cls(**values)


def _mark(each: Attribute, name: str, practice: Practice, marks: dict[str, str]) -> str:
    if each.vocabulary:
        chosen = practice.vocabulary(each.vocabulary).entries[0]
        marks[name] = chosen.label.casefold()
        return chosen.key
    if each.sort == "moment":
        day = len(marks) % 28 + 1
        year = 1990 + len(marks) // 12
        marks[name] = f"{day} march {year}"
        return Moment(f"{year}-03-{day:02}")
    marks[name] = f"typed into {name}".casefold()
    return f"Typed into {name}"
