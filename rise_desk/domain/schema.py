"""What a kind of record holds, told to other programs: its fields, their types, which are required, their lists."""

from typing import Any

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.instrument_said import told
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Attribute, Part, Record, attributes

_TYPES = {
    "text": "text",
    "moment": "date or date and time (ISO 8601 or UK; as exact as it is known)",
    "number": "whole number",
    "id": "reference or own number of a record",
    "yes_no": "true, false or null (not recorded)",
    "parts": "list",
    "part": "object",
}


def of_kind(cls: type[Record], practice: Practice) -> dict[str, Any]:
    """What another program needs to write a record of this kind: its fields; for an assessment the instrument too."""
    fields = {"fields": describe(cls, practice)}
    return {**fields, **told(practice.instruments[practice.instrument])} if cls is Assessment else fields


def describe(cls: type[Record | Part], practice: Practice) -> list[dict[str, Any]]:
    """The fields of a kind, in order, each with its type, label, whether it is required, and its vocabulary."""
    return [_field(each, practice) for each in attributes(cls)]


def _field(each: Attribute, practice: Practice) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": each.name,
        "label": each.label,
        "type": _TYPES[each.sort],
        "required": each.required,
    }
    if each.stamp:
        told["written_by"] = "the program"
    if each.vocabulary:
        listed = practice.vocabulary(each.vocabulary)
        told["vocabulary"] = each.vocabulary
        told["values"] = [{"key": entry.key, "label": entry.label} for entry in listed.choices()]
    if each.part is not None:
        told["fields"] = describe(each.part, practice)
    return told
