"""The columns of files of notices, breaches of notices and disruption actions, as other systems name them."""

from collections.abc import Collection

from rise_desk.services.exchange.column import Column

_REF = Column("ref", ("reference", "ref", "id", "record id", "entry id", "unique id"))
_SOURCE = Column("source", ("source", "where this came from"))
_ADULT = Column("adult", ("adult", "adult ref", "adult id", "person", "person ref", "person id", "person reference",
                          "person of concern", "suspect", "suspect ref", "subject", "subject ref"))  # fmt: skip
_CHILD = Column("child", ("child", "child ref", "child id", "young person", "young person ref", "young person id",
                          "young person reference", "yp", "yp ref"))  # fmt: skip

NOTICES = (
    _REF,
    _ADULT,
    _CHILD,
    Column("law", ("under which law", "law", "legislation", "section", "act", "type of notice", "notice type")),
    Column("issued_on", ("issued on", "issued", "date issued", "issue date", "date of notice")),
    Column("served_at", ("served at", "served", "served on", "date served")),
    Column("served_by", ("served by", "serving officer")),
    Column("served_where", ("where it was served", "served where", "place of service")),
    Column("served_how", ("how it was served", "served how")),
    Column("acknowledged", ("what the adult did", "signed by subject", "signed by adult", "acknowledged",
                            "acknowledgement")),
    Column("acknowledged_age", ("age of the child the adult was told and acknowledged", "acknowledged age",
                                "age acknowledged", "age of child acknowledged")),
    Column("adult_said", ("what the adult said", "adult said", "reply")),
    Column("signed_by_parent", ("signed by the parent or authority", "signed by parent", "signed by carer")),
    Column("grounds", ("grounds", "reason", "reasons", "why"), "\n"),
    Column("requested_by", ("requesting agency", "requested by")),
    Column("statement_of", ("whose statement", "statement of", "statement by")),
    Column("statement_on", ("date of the statement", "statement date", "statement on")),
    Column("authorised_by", ("authorising officer", "authorised by")),
    Column("police_ref", ("police reference", "police ref", "crime ref", "occurrence number")),
    Column("review_on", ("review", "review on", "review date")),
    Column("note", ("note", "notes", "comment", "comments"), "\n"),
    _SOURCE,
)  # fmt: skip

BREACHES = (
    _REF,
    _ADULT,
    _CHILD,
    Column("happened_at", ("when it happened", "happened on", "happened at", "happened", "date", "when",
                           "date and time", "date of breach", "breached on")),
    Column("what", ("what happened", "what", "breach", "details", "detail", "description"), "\n"),
    Column("place", ("where", "place", "location")),
    Column("seen_by", ("who saw it", "seen by", "witness", "reported by")),
    Column("evidence", ("evidence",), "\n"),
    Column("outcome", ("what came of it", "outcome", "result"), "\n"),
    _SOURCE,
)  # fmt: skip

ACTIONS = (
    _REF,
    Column("targets", ("against whom or what", "target", "targets", "target ref", "target refs", "target id",
                       "against"), "; "),
    Column("protects", ("children protected", "protects", "protects ref", "protects refs", "child protected",
                        "young person", "young person ref"), "; "),
    Column("tactic", ("tactic", "disruption tactic")),
    Column("what", ("what exactly", "what", "action", "details", "detail", "description"), "\n"),
    Column("owner", ("who does it", "owner", "officer")),
    Column("agency", ("agency", "owning agency")),
    Column("agreed_on", ("agreed on", "agreed", "date agreed")),
    Column("due_on", ("by when", "due", "due on", "due date")),
    Column("status", ("how it stands", "status")),
    Column("done_on", ("done on", "done", "date done", "completed", "completed on", "date")),
    Column("outcome", ("what came of it, or why it is not possible", "outcome", "result", "what came of it"), "\n"),
    Column("review_on", ("review", "review on", "review date")),
    Column("spoke_to", ("spoke to", "spoken to")),
    _SOURCE,
)  # fmt: skip


def tells_notices(fields: Collection[str]) -> bool:
    """Whether columns of these fields are of notices: an adult, a child, and under which law."""
    return {"adult", "child", "law"} <= set(fields)


def tells_breaches(fields: Collection[str]) -> bool:
    """Whether columns of these fields are of breaches: an adult, a child, when and what."""
    return {"adult", "child", "happened_at", "what"} <= set(fields)


def tells_actions(fields: Collection[str]) -> bool:
    """Whether columns of these fields are of disruption actions: a tactic, and against whom."""
    return {"tactic", "targets"} <= set(fields)
