"""What stands beside an entry of any kind: that it was withdrawn, corrected, or puts right an earlier one."""

from collections.abc import Iterator

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Record
from rise_desk.services.overview import ChronologyEntry
from ui.widgets.badge import Tone

Mark = tuple[str, Tone]


def withdrawn_words(record: Record) -> str:
    """That an entry no longer counts, by whom, when and why; '' where it does."""
    if record.withdrawn is None:
        return ""
    return f"Withdrawn by {record.withdrawn.by}, {day(record.withdrawn.at)}: {record.withdrawn.why}"


def marks(found: ChronologyEntry) -> Iterator[Mark]:
    """How an entry stands beside the others of its kind."""
    if found.record.withdrawn:
        yield "Withdrawn", Tone.CLOSED
    if found.corrected_by:
        yield "Corrected by a later entry", Tone.CLOSED
    if found.record.corrects:
        yield "Corrects an earlier entry", Tone.INFO


def day(at: Moment) -> str:
    """The London day of a moment, as people write it."""
    return moments.shown(Moment(moments.london_day(at)))


def recorded_late(record: Record) -> str:
    """On which day it was recorded, where that was another than it tells of; else ''."""
    late = moments.london_day(record.recorded_at) != moments.london_day(record.happened())
    return f"recorded {day(record.recorded_at)}" if late else ""
