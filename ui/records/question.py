"""A question about one attribute of a record: label, list and necessity are the domain's, so they are said once."""

from typing import Any

from rise_desk.domain.record import Attribute, Part, Record, attributes
from ui.widgets.fields import Field, Kind


def ask(cls: type[Record | Part], name: str, kind: Kind | None = None, **about: Any) -> Field:
    """The field for an attribute; `about` says what only the screen knows (a hint, a width, an editor)."""
    each = attribute_of(cls, name)
    return Field(
        name=name,
        label=each.label,
        kind=kind or usual_kind(each),
        **{"vocabulary": each.vocabulary, "required": each.required, "past": each.past, "part": each.part, **about},
    )


def attribute_of(cls: type[Record | Part], name: str) -> Attribute:
    """What the domain says of an attribute; a name it does not have is a mistake in the program (KeyError)."""
    return {each.name: each for each in attributes(cls)}[name]


def usual_kind(each: Attribute) -> Kind:
    """How a value of this sort is usually filled in."""
    if each.sort == "text":
        return Kind.CHOICE if each.vocabulary else Kind.LONG if each.long else Kind.LINE
    return {"moment": Kind.DATE, "yes_no": Kind.ANSWER, "parts": Kind.PARTS, "texts": Kind.LINES}[each.sort]
