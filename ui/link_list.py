"""The links of somebody or something: harm, people around, places and things; each with who says so and how sure."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from rise_desk.domain import linking, moments
from rise_desk.domain.link import Link
from rise_desk.domain.network import PEOPLE, Edge
from rise_desk.domain.record import Id
from rise_desk.services import linking as links
from rise_desk.services.linking import Told
from ui import formats, going, line_signs, theme
from ui.copying import watch
from ui.desk import ScreenDesk
from ui.link_windows import link as link_window
from ui.records.link_words import NO_PROOF, period, sureness
from ui.records.marks import day
from ui.records.words import capitalised
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.columns import Cell, Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.record_table import RecordTable, Verb
from ui.widgets.words import label

HARM, AROUND, THINGS = "Harm", "People around", "Places and things"
KINDS = {
    "child": "young person",
    "adult": "of concern",
    "both": "at risk and of concern",
    "place": "place",
    "vehicle": "vehicle",
    "phone": "phone",
    "handle": "name online",
}
ROWS = 8
ADD, NETWORK = "Add a link…", "Show the network"
ADD_KEYS, NETWORK_KEYS = "Ctrl+Shift+L", "Ctrl+Shift+N"
NO_SOURCE = "No record is named that this link comes from."
EMPTY = (
    "No links yet.",
    "Who is around, who harms, where: each with who says so and how sure they are. A link is no proof.",
)


def group_of(told: Told) -> str:
    """Under which heading a link stands."""
    if told.link.harms:
        return HARM
    return AROUND if told.kind in PEOPLE else THINGS


class LinkList(QWidget):
    """Every link of one subject. `said` tells a sentence, `changed` that a form over one of them was saved."""

    title = "Links"
    said = Signal(str)

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.subject = desk, subject
        self.told: tuple[Told, ...] = ()
        self.tables = {name: self._table(name) for name in (HARM, AROUND, THINGS)}
        self.cards = {name: Card(name) for name in self.tables}
        self.empty = EmptyState(*EMPTY, icon="people", verb=ADD, keys=ADD_KEYS)
        self.add_button = Button(ADD, keys=ADD_KEYS, icon="add")
        self.network_button = Button(NETWORK, keys=NETWORK_KEYS)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the links again."""
        self.told = links.links_of(self.desk.at, self.subject)
        for name, table in self.tables.items():
            rows = self._of(name)
            self.cards[name].setVisible(bool(rows))
            self.cards[name].entitle(name, formats.count(len(rows), "link"))
            table.reload()
        self._fit()
        self._head.setVisible(bool(self.told))
        self.empty.setVisible(not self.told)
        QTimer.singleShot(0, self, self._settle)

    def add(self) -> None:
        """Record a further link."""
        self._open(link_window(self.desk, self.subject))

    def show_network(self) -> None:
        """Show the network around whom or what these are the links of."""
        going.network(self, self.subject)

    def _of(self, name: str) -> Sequence[Told]:
        return [each for each in self.told if group_of(each) == name]

    def _table(self, name: str) -> RecordTable:
        table = RecordTable(
            columns(self.desk),
            lambda _sort, _descending, after: self._of(name) if after is None else (),
            name=f"Links: {name.lower()}",
            two_lines=True,
            snug=True,
            verbs=(
                Verb(text="Go there", act=self._go, keys="Enter"),
                Verb(text="Change the link…", act=self._change),
                Verb(text="Withdraw the link…", act=self._withdraw),
                Verb(text="Read where it comes from", act=self._read),
            ),
        )
        table.view.setItemDelegate(line_signs.SureDelegate(lambda row: row.link.confidence, table.view))
        table.opened.connect(self._go)
        return table

    def _go(self, row: Told) -> None:
        going.subject(self, row.other)

    def _change(self, row: Told) -> None:
        self._open(link_window(self.desk, self.subject, row.link.id))

    def _withdraw(self, row: Told) -> None:
        from ui.withdraw import WithdrawDialog

        self._open(WithdrawDialog(self.desk, row.link))

    def _read(self, row: Told) -> None:
        if row.link.said_in:
            going.record(self, self.desk, row.link.said_in)
        else:
            self.said.emit(NO_SOURCE)

    def _open(self, dialog: QDialog) -> None:
        dialog.setParent(self.window(), Qt.WindowType.Dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _fit(self) -> None:
        """Each table as tall as its rows, up to a few; more are reached by scrolling in it."""
        for name, table in self.tables.items():
            view = table.view
            rows = min(max(len(self._of(name)), 1), ROWS)
            tall = view.verticalHeader().defaultSectionSize() * rows + view.horizontalHeader().sizeHint().height()
            table.setFixedHeight(tall + view.horizontalScrollBar().sizeHint().height() + 4)

    def _settle(self) -> None:
        """Tell what this stands in how tall it has become: lists that were hidden before tell it too late."""
        around: QWidget | None = self
        while around is not None and not around.isWindow():
            around.updateGeometry()
            around = around.parentWidget()

    def _connect(self) -> None:
        self.empty.acted.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.network_button.clicked.connect(self.show_network)
        for table in self.tables.values():
            watch(table, self)
        QShortcut(QKeySequence(ADD_KEYS), self, self.add)
        theme.when_changed(self._fit)

    def _build(self) -> None:
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme.TIGHT)
        verbs = QWidget()
        flow = Flow(verbs, spacing=theme.TIGHT + 2)
        flow.addWidget(self.add_button)
        flow.addWidget(self.network_button)
        head.addWidget(verbs)
        head.addWidget(label(NO_PROOF, Type.SECOND, tone="soft", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.empty)
        column.addWidget(self._head)
        for name, card in self.cards.items():
            card.add(self.tables[name])
            column.addWidget(card)


def columns(desk: ScreenDesk) -> list[Column]:
    """What stands in a row: how it reads, with whom, how sure, since when, and who says so."""
    return [
        Column(key="reads", title="How", cell=_reads, width=200, fixed=True),
        Column(key="other", title="With whom or what", cell=_other, width=210),
        Column(key=line_signs.SURE, title="How sure", cell=lambda row: _sure(row, desk), width=190),
        Column(key="period", title="When", cell=lambda row: _period(row.link), width=170),
        Column(key="said", title="Who says so", cell=_said, width=240),
    ]


def _reads(row: Told) -> Cell:
    return Cell(text=capitalised(row.reads), second="alleged" if row.link.harms else "")


def _other(row: Told) -> Cell:
    return Cell(text=row.name, second=KINDS.get(row.kind, ""), strong=True)


def _sure(row: Told, desk: ScreenDesk) -> Cell:
    edge = edge_of(row.link)
    stale = edge.is_stale(desk.now().astimezone(moments.LONDON).date())
    return Cell(text=sureness(row.link.confidence, desk.practice), second="some time ago" if stale else "")


def _period(made: Link) -> Cell:
    told = period(made.since, made.until, on_a_day=made.link_type in linking.ON_A_DAY)
    return Cell(text=capitalised(told) or formats.NOT_RECORDED)


def _said(row: Told) -> Cell:
    recorded = f"recorded {day(row.link.recorded_at)} by {row.link.recorded_by}"
    return Cell(text=row.link.said_by or formats.NOT_RECORDED, second=formats.joined(row.source, recorded))


def edge_of(made: Link) -> Edge:
    """A link as a network draws it."""
    return Edge(
        link=made.id,
        one=made.subject,
        other=made.other,
        link_type=made.link_type,
        detail=made.detail,
        confidence=made.confidence,
        since=made.since,
        until=made.until,
        said_by=made.said_by,
        source=made.said_in,
        recorded_at=made.recorded_at,
        recorded_by=made.recorded_by,
    )
