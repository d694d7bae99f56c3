"""The columns of files of adults of concern, places, vehicles, phones and names online, and links between any two."""

from collections.abc import Collection

from rise_desk.services.exchange.column import Column
from rise_desk.services.exchange.people_columns import YOUNG_PEOPLE

_REF = Column("ref", ("reference", "ref", "id", "record id", "entry id", "unique id"))
_SOURCE = Column("source", ("source", "where this came from"))
_ABOUT = Column("description", ("description", "notes", "note", "comments", "comment", "details"), "\n")

ADULTS = (
    *YOUNG_PEOPLE,
    Column("how_well_known", ("how well known", "well known", "known how well")),
    Column(
        "concern_role",
        (
            "what they are said to do",
            "role",
            "roles",
            "concern role",
            "alleged role",
            "said to be (alleged until convicted)",
        ),
        "; ",
    ),
    Column(
        "concern_status",
        ("status", "how it stands", "concern status", "status of the allegation", "status of what is alleged"),
    ),
    Column("status_since", ("status since", "status date", "date of status")),
    Column("status_basis", ("who says so", "status source", "source of status")),
    Column("position", ("position of authority", "position", "occupation", "job", "employment")),
    Column("risk", ("risk to children, to others and to staff", "risk")),
)
"""The columns of people, and how it stands with what is alleged of them."""

LINKS = (
    _REF,
    Column("subject", ("from", "from ref", "from id", "from reference", "link from", "person 1", "first person")),
    Column("link_type", ("how they are linked", "link", "link type", "type of link", "relationship", "relation")),
    Column("other", ("to", "to ref", "to id", "to reference", "link to", "linked to", "person 2", "second person")),
    Column("detail", ("which, or how", "detail", "details")),
    Column("since", ("since, or on", "since", "since when", "start", "start date", "date", "on")),
    Column("until", ("until", "end", "end date", "ended")),
    Column("confidence", ("confidence", "how sure", "certainty")),
    Column("said_by", ("who says so", "said by", "told by", "informant")),
    Column("note", ("note", "notes", "comment", "comments"), "\n"),
    _SOURCE,
)

PLACES = (
    _REF,
    Column("place_name", ("name of the place", "place", "place name", "premises", "premises name", "name")),
    Column("other_names", ("other names", "also known as", "aka", "nickname", "alias", "aliases"), "; "),
    Column("place_type", ("what sort of place", "place type", "type of place", "kind of place", "premises type")),
    Column("lines", ("address", "address 1", "address 2", "address line 1", "address line 2", "street", "town",
                     "city"), ", "),
    Column("postcode", ("postcode", "post code", "postal code")),
    Column("outside_county", ("outside the county", "outside county", "out of county", "out of area")),
    Column("online_service", ("online service", "platform", "app")),
    Column("web_address", ("where it is online", "web address", "website", "url", "link")),
    Column("run_by", ("who runs it, who is spoken to", "run by", "owner", "manager", "contact")),
    Column("licence", ("licence", "license", "licence number")),
    Column("concern", ("what is of concern", "concern", "concerns", "why of concern"), "\n"),
    _ABOUT,
    _SOURCE,
)  # fmt: skip

VEHICLES = (
    _REF,
    Column("plate", ("number plate, or part of it", "number plate", "plate", "registration", "registration number",
                     "reg", "reg no", "vrm", "vehicle registration")),
    Column("make", ("make", "manufacturer")),
    Column("model", ("model",)),
    Column("colour", ("colour", "color")),
    Column("body", ("what sort of vehicle", "body", "type of vehicle", "vehicle type", "body type")),
    Column("taxi_licence", ("taxi licence or firm", "taxi licence", "taxi firm", "taxi")),
    _ABOUT,
    _SOURCE,
)  # fmt: skip

HANDLES = (
    _REF,
    Column("handle_sort", ("phone or name online", "sort", "kind", "handle sort", "phone or handle")),
    Column("value", ("number or name", "number", "handle", "username", "user name", "account", "phone",
                     "phone number")),
    Column("service", ("online service or network", "service", "network", "platform", "app")),
    _ABOUT,
    _SOURCE,
)  # fmt: skip

_NAMES = frozenset({"given_name", "family_name", "full_name", "known_as", "aliases", "approximate_age"})
_EVENTS = frozenset({"happened_at", "reported_at", "assessed_on"})


def tells_adults(fields: Collection[str]) -> bool:
    """Whether columns of these fields are of adults of concern: people, and what is alleged of them."""
    known = set(fields)
    return bool(known & _NAMES) and ("how_well_known" in known or {"concern_role", "concern_status"} <= known)


def tells_links(fields: Collection[str]) -> bool:
    """Whether columns of these fields are of links: from whom, how, and to whom."""
    return {"subject", "link_type", "other"} <= set(fields)


def tells_places(fields: Collection[str]) -> bool:
    """Whether columns of these fields are of places: a name and what sort of place, or where it is."""
    return {"place_name", "place_type"} <= set(fields)


def tells_vehicles(fields: Collection[str]) -> bool:
    """Whether columns of these fields are of vehicles: a plate and what the vehicle looks like."""
    return "plate" in fields and bool({"make", "model", "colour", "body"} & set(fields))


def tells_handles(fields: Collection[str]) -> bool:
    """Whether columns of these fields are of phones and names online."""
    return {"handle_sort", "value"} <= set(fields)
