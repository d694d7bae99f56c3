"""A chronology as a list that can leave the desk: its entries as they read on the screen, one to a row."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rise_desk.domain import access
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.person import Person
from rise_desk.services import interviewing, overview, signing_off
from rise_desk.services.desk import Desk
from rise_desk.services.overview import ChronologyEntry
from ui import records
from ui.leaving import Leaving
from ui.records.shown import Reading
from ui.widgets.timeline import Entry

if TYPE_CHECKING:
    from rise_desk.services.exchange.listing import Listing, Progress, Row

COLUMNS = ("When", "Entry", "What happened", "Own words", "By", "Marks", "Withdrawn")


def leaving(desk: Desk, person: Person, sieve: Sieve, filters: str) -> Leaving | None:
    """Somebody's chronology, narrowed as it is shown; None where it is empty.

    Another young person is not named in it, as on paper.
    """
    from rise_desk.services.exchange import lists

    rows = overview.how_many_entries(desk, person.id, sieve)

    def read(at: Desk, told: "Progress") -> "Listing":
        def tell(page: Sequence[ChronologyEntry]) -> list["Row"]:
            who = {subject for each in page for subject, _role in each.record.involved()}
            names = lists.names_on_paper(at, person.id, who)
            stand = signing_off.assessed_in(at, person.id, page)
            told_of = interviewing.episodes_of(at, (each.record for each in page))
            reading = Reading(
                subject=person.id, names=names, practice=at.practice, now=at.now(), assessed=stand, episodes=told_of
            )
            return [_row(each, shown(each, reading)) for each in page]

        return lists.chronology(at, person.id, sieve, COLUMNS, tell, filters=filters, told=told)

    return (
        Leaving(
            title=f"Chronology of {person.name}",
            rows=rows,
            of=overview.how_many_entries(desk, person.id),
            columns=COLUMNS,
            filters=filters,
            state=access.state_of(desk.who, person),
            read=read,
        )
        if rows
        else None
    )


def shown(found: ChronologyEntry, reading: Reading) -> Entry:
    """How an entry reads on the screen, whatever kind of record it is."""
    make: Callable[[ChronologyEntry, Reading], Entry] | None = records.shown(found.line.kind).entry
    assert make is not None, f"{found.line.kind} stands in chronologies and must say how"
    return make(found, reading)


def _row(found: ChronologyEntry, entry: Entry) -> "Row":
    from rise_desk.services.exchange.listing import when

    marks = "; ".join(text for text, _tone in entry.tags)
    return when(found.line.at), entry.title, entry.text, entry.quote, entry.by, marks, entry.withdrawn
