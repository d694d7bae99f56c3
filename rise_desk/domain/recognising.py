"""Recognising: what sort of thing a name may stand for. It is offered to whoever typed it, and never decided for them.

What is typed is kept as it is; only for finding the same again are phones, plates and names online brought to one form.
"""

import re

from rise_desk.domain import identifiers, names

PERSON, PLACE, VEHICLE, PHONE, HANDLE = "", "place", "vehicle", "phone", "handle"
SORTS = (PERSON, PLACE, VEHICLE, PHONE, HANDLE)
"""What can be named; '' is a person."""

_NUMBER = re.compile(r"[+0-9][0-9\s().\-]*")
_PLATE = re.compile(r"[a-z]{2}[0-9]{2} ?[a-z]{3}|[a-z][0-9]{1,3} ?[a-z]{3}|[a-z]{3} ?[0-9]{1,3}[a-z]")
_ONLINE = re.compile(r"@\S+|\S*(?:_|\w\.\w|[^\W\d_]\d)\S*")
_VEHICLES = re.compile(r"\b(?:car|van|taxi|cab|minicab|minibus|motorbike|moped|scooter|lorry|truck)\b")
_PLACES = re.compile(
    r"\b(?:road|street|avenue|lane|close|drive|park|station|hotel|guest house|takeaway|kebab|shop|flat|flats|house|"
    r"estate|centre|school|cafe|garage|arcade|car park|bus stop)\b"
)


def likely_sort(text: str) -> str | None:
    """What sort of thing a text looks like; None where nothing tells, which is not a person either."""
    said = names.fold(text)
    if _NUMBER.fullmatch(text.strip()) and identifiers.phone(text):
        return PHONE
    if _PLATE.fullmatch(said) or identifiers.plate_and_rest(text)[0]:
        return VEHICLE
    if identifiers.postcode(text) or _PLACES.search(said):
        return PLACE
    if _VEHICLES.search(said):
        return VEHICLE
    return HANDLE if _ONLINE.fullmatch(text.strip()) else None


def alike(sort: str, text: str) -> str:
    """The form by which the same phone, plate, name online, place or person is found again, however it is written."""
    normal = {PHONE: identifiers.phone, VEHICLE: identifiers.plate, HANDLE: identifiers.handle}.get(sort)
    return (normal(text) if normal else "") or names.fold(text)
