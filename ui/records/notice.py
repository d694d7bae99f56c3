"""A child abduction notice on the screen: how far it has come, with whom, and whether it is in force."""

from collections.abc import Iterator
from dataclasses import replace

from rise_desk.domain.notice import Notice
from rise_desk.domain.record import Record
from rise_desk.services.overview import ChronologyEntry
from ui.records import plainly
from ui.records.marks import Mark
from ui.records.shown import Reading
from ui.widgets.timeline import Entry

SHORT = {"s2": "section 2", "s49": "section 49"}
"""The laws as a line calls them."""


def title(made: Record, reading: Reading) -> str:
    """'Notice served under section 2, Darren Pike'; from the adult's side with the child's name."""
    assert isinstance(made, Notice)
    far = "served" if made.served_at else "issued" if made.issued_on else "being prepared"
    other = reading.name(made.child if reading.subject == made.adult else made.adult)
    return f"{made.CALLED} {far} under {SHORT.get(made.law, made.law)}, {other}"


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """One as an entry of a chronology, with how it stands now."""
    assert _PLAIN.entry is not None
    made, plain = found.told, _PLAIN.entry(found, reading)
    assert isinstance(made, Notice)
    return replace(plain, text=made.grounds, tags=(*_state(found, reading), *plain.tags))


def _state(found: ChronologyEntry, reading: Reading) -> Iterator[Mark]:
    from ui.notice_told import mark

    standing = reading.notices.get(found.record.id)
    if standing is not None and not found.record.withdrawn:
        yield mark(standing)


_PLAIN = plainly.shown(Notice, ("grounds",), title, heads="Grounds")
SHOWN = replace(_PLAIN, entry=entry, corrected=True)
