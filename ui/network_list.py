"""A network as a list: every link in a row, sorted by any column; whoever can't see the picture has all of it here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rise_desk.domain import linking, moments
from rise_desk.domain.network import Edge, Network
from rise_desk.domain.record import Id
from ui import formats, line_signs, network_words
from ui.desk import ScreenDesk
from ui.records.link_words import period, sureness
from ui.records.marks import day
from ui.records.words import capitalised
from ui.widgets.columns import Cell, Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.record_table import RecordTable, Verb


@dataclass(frozen=True, kw_only=True)
class Row:
    """One link of a network as a list shows it."""

    edge: Edge
    one: str
    one_kind: str
    other: str
    other_kind: str
    how: str
    steps: int
    stale: bool
    source: str


def rows(network: Network, desk: ScreenDesk, today: date, sources: Mapping[Id, str]) -> list[Row]:
    """Every link, those nearest the centre first."""
    nodes = {each.subject: each for each in network.nodes}
    made = [
        Row(
            edge=each,
            one=nodes[each.one].name,
            one_kind=nodes[each.one].kind,
            other=nodes[each.other].name,
            other_kind=nodes[each.other].kind,
            how=_how(each, desk),
            steps=min(nodes[each.one].steps, nodes[each.other].steps) + 1,
            stale=each.is_stale(today),
            source=sources.get(each.source, "") or each.origin,
        )
        for each in network.edges
    ]
    return sorted(made, key=lambda row: (row.steps, row.one, row.other, row.edge.link))


def _how(edge: Edge, desk: ScreenDesk) -> str:
    detail = f" ({edge.detail})" if edge.detail else ""
    return f"{desk.practice.label('link_type', edge.link_type)}{detail}"


SORTS: Mapping[str, Callable[[Row], object]] = {
    "one": lambda row: (row.one.casefold(), row.other.casefold()),
    "how": lambda row: row.how.casefold(),
    "other": lambda row: (row.other.casefold(), row.one.casefold()),
    "confidence": lambda row: linking.place(row.edge.confidence),
    "since": lambda row: moments.london_day(row.edge.since) if row.edge.since else "",
    "said_by": lambda row: row.edge.said_by.casefold(),
    "steps": lambda row: (row.steps, row.one.casefold(), row.other.casefold()),
}


def in_order(found: Sequence[Row], sort: str, *, descending: bool) -> list[Row]:
    """The rows as a column puts them in order; rows that are equal stay as they were."""
    key = SORTS.get(sort, SORTS["steps"])
    return sorted(found, key=lambda row: _Key(key(row)), reverse=descending)


class _Key:
    """What a row is sorted by; rows of one column are all of one sort."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __lt__(self, other: "_Key") -> bool:
        return bool(self.value < other.value)  # type: ignore[operator]  # a column's keys are of one sort


def columns(desk: ScreenDesk) -> list[Column]:
    """What stands in a row."""
    practice = desk.practice
    return [
        Column(key="one", title="Who, or what", cell=lambda row: _end(row.one, row.one_kind), sort="one", width=190),
        Column(key="how", title="How", cell=_told, sort="how", width=185, fixed=True),
        Column(
            key="other",
            title="With whom or what",
            cell=lambda row: _end(row.other, row.other_kind),
            sort="other",
            width=190,
        ),
        Column(
            key=line_signs.SURE,
            title="How sure",
            cell=lambda row: Cell(text=sureness(row.edge.confidence, practice), second=_stale(row)),
            sort="confidence",
            width=180,
        ),
        Column(key="since", title="When", cell=_when, sort="since", width=180),
        Column(key="said_by", title="Who says so", cell=_said, sort="said_by", width=230),
        Column(key="steps", title="Steps away", cell=lambda row: str(row.steps), sort="steps", width=95, right=True),
    ]


def table(desk: ScreenDesk, read: Callable[[], Sequence[Row]], verbs: Sequence[Verb]) -> RecordTable:
    """The list, over rows that are read anew whenever it is loaded."""

    def fetch(sort: str, descending: bool, after: Row | None) -> Sequence[Row]:
        return in_order(read(), sort, descending=descending) if after is None else ()

    made = RecordTable(
        columns(desk),
        fetch,
        name="Links of the network",
        sort="steps",
        two_lines=True,
        verbs=verbs,
        empty=EmptyState("No link fits these filters.", "Take a filter away, or look further away.", icon="people"),
    )
    made.view.setItemDelegate(line_signs.SureDelegate(lambda row: row.edge.confidence, made.view))
    return made


def _end(name: str, kind: str) -> Cell:
    return Cell(text=name, second=network_words.KINDS.get(kind, "").lower(), strong=True)


def _told(row: Row) -> Cell:
    return Cell(text=capitalised(row.how), second="alleged" if row.edge.link_type in linking.HARM else "")


def _stale(row: Row) -> str:
    return network_words.STALE if row.stale else ""


def _when(row: Row) -> Cell:
    edge = row.edge
    told = period(edge.since, edge.until, on_a_day=edge.link_type in linking.ON_A_DAY)
    return Cell(text=capitalised(told) or formats.NOT_RECORDED)


def _said(row: Row) -> Cell:
    recorded = f"recorded {day(row.edge.recorded_at)} by {row.edge.recorded_by}"
    return Cell(text=row.edge.said_by or formats.NOT_RECORDED, second=formats.joined(row.source, recorded))
