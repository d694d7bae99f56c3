"""The network around somebody or something: as a picture and as a list, with groups and what is said of each link."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.act import Announcement
from rise_desk.domain.network import Network
from rise_desk.domain.record import Id
from rise_desk.errors import DeskError
from rise_desk.services import network as networks
from rise_desk.services import overview
from ui import formats, going, network_list, network_words, theme
from ui.copying import watch
from ui.desk import ScreenDesk
from ui.network_canvas import NetworkCanvas
from ui.network_filters import NetworkFilters
from ui.network_list import Row
from ui.network_room import NetworkRoom
from ui.network_side import ChosenCard, GroupsCard, Legend
from ui.pages import Page
from ui.widgets.buttons import Button
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.record_table import Verb

AS_LIST, AS_PICTURE = "As a list", "As a picture"
ALONE = "No link leads from here yet. Add one in the file, or from an interview."


class NetworkPage(Page):
    """Opened (and written down) when the page is made; raises what forbids it. `closed` asks to leave it."""

    closed = Signal()
    centre_asked = Signal(object)

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.whole: Network = networks.around(desk.at, subject)
        self._read_to, self._stale = networks.STEPS, False
        self.subject = self.whole.centre
        self.shown = self.whole
        self.sources: dict[Id, str] = {}
        self.title = f"Network around {self.whole.nodes[0].name}"
        self.setProperty("surface", "ground")
        self.filters, self.notice = NetworkFilters(), NoticeBar()
        self.canvas = NetworkCanvas(self.tell)
        self.chosen, self.groups, self.legend = ChosenCard(desk), GroupsCard(desk), Legend(desk)
        self.table = network_list.table(desk, self._rows, self._verbs())
        self.list_button = Button(AS_LIST, keys="Ctrl+Shift+V")
        self.print_button = Button("Print…", keys="Ctrl+P", icon="print")
        self.stack = QStackedWidget()
        verbs = (self.print_button, self.list_button)
        self.room = NetworkRoom(self.title, self.filters, verbs, self.stack, self.legend)
        self._build()
        self._connect()
        self._show()

    def refresh(self) -> None:
        """Read the network again; what stands against it is said, and what was shown stays."""
        try:
            self._read_to = self.filters.value().steps
            self.whole = networks.around(self.desk.at, self.subject, self._read_to)
            self._show()
        except DeskError as failure:
            self.notice.say(str(failure), stays=True)

    def tell(self, number: Id) -> str:
        """What is told of a node, or of a link, by its number."""
        practice = self.desk.practice
        node = self.shown.node(number)
        if node is not None:
            return network_words.node_words(node, practice)
        edge = next((each for each in self.shown.edges if each.link == number), None)
        if edge is None:
            return ""
        names = network_words.names_in(self.shown)
        return f"{network_words.says(edge, names, practice)}\n{self._around(edge.link)}"

    def turn(self) -> None:
        """From the picture to the list, or back."""
        self.room.show_picture()
        to_list = self.stack.currentWidget() is self.canvas
        self.stack.setCurrentWidget(self.table if to_list else self.canvas)
        self.list_button.say(AS_PICTURE if to_list else AS_LIST)
        (self.table.view if to_list else self.canvas).setFocus()

    def print_network(self) -> None:
        """Look at the network on paper, as far as it is read, with what is still open; print and save it."""
        going.forms(self).network_paper(self.subject, self._read_to)

    def filter(self) -> bool:
        """Put the cursor where the network is narrowed."""
        self.filters.go_to()
        return True

    def leave(self) -> None:
        """From the details back to the picture they stand in the place of; else from the page."""
        if self.room.shows_picture():
            self.closed.emit()
        else:
            self.room.turn_details()

    def _show(self) -> None:
        """Show what is left of it: the picture, the list, the groups."""
        today = self._today()
        self.shown = self.filters.value().of(self.whole, today)
        self.sources = networks.sources(self.desk.at, self.shown)
        practice = self.desk.practice
        self.canvas.drawing.shown.words = {
            each.link: practice.label("link_type", each.link_type) for each in self.shown.edges
        }
        self.canvas.setAccessibleName(f"{self.title}, {network_words.size(self.shown)}")
        self.canvas.show_network(self.shown, today, [each.subject for each in self.shown.nodes])
        self.room.tell_how_much(network_words.size(self.shown) if len(self.whole.nodes) > 1 else ALONE)
        self.legend.show_signs(self.shown, today)
        self.table.reload()
        grouping = networks.grouping_around(self.desk.at, self.shown)
        people = {who for each in grouping.groups for who in (*each.members, *each.children)}
        people |= {who for each in grouping.in_common for who in (each.child, *each.adults)}
        self.groups.show_grouping(
            grouping, overview.names_of(self.desk.at, people) | network_words.names_in(self.shown)
        )
        self._choose(self.canvas.current)

    def _choose(self, subject: Id) -> None:
        """Tell of a node everything that its links say."""
        node = self.shown.node(subject)
        if node is None:
            return
        names, practice = network_words.names_in(self.shown), self.desk.practice
        told = [
            (network_words.says(each, names, practice), self._around(each.link))
            for each in self.shown.edges_of(subject)
        ]
        self.chosen.show_node(node, self.shown, told)
        self.room.told.setText(
            formats.joined(network_words.node_words(node, practice), formats.count(len(told), "link"))
        )

    def _around(self, link: Id) -> str:
        edge = next(each for each in self.shown.edges if each.link == link)
        return network_words.around(edge, self.desk.practice, self._today(), self.sources)

    def _today(self) -> date:
        return self.desk.now().astimezone(moments.LONDON).date()

    def _rows(self) -> list[Row]:
        return network_list.rows(self.shown, self.desk, self._today(), self.sources)

    def _verbs(self) -> tuple[Verb, ...]:
        return (
            Verb(text="Open the first", act=lambda row: going.subject(self, row.edge.one), keys="Enter"),
            Verb(text="Open the second", act=lambda row: going.subject(self, row.edge.other)),
            Verb(text="Put the first in the middle", act=lambda row: self.centre_asked.emit(row.edge.one)),
            Verb(text="Put the second in the middle", act=lambda row: self.centre_asked.emit(row.edge.other)),
            Verb(text="Change the link…", act=lambda row: self._link(self.subject, row.edge.link)),
        )

    def _narrow(self) -> None:
        """A filter was chosen; further steps are read, everything else is at hand."""
        if self.filters.value().steps != self._read_to:
            self.refresh()
        else:
            self._show()

    def _link(self, subject: Id, link: Id) -> None:
        going.forms(self).link(subject, link)

    def _hear(self, said: object) -> None:
        """News about nobody and nothing in this network is not this page's."""
        inside = {each.subject for each in self.whole.nodes}
        if isinstance(said, Announcement) and (said.elsewhere or not inside.isdisjoint(said.subjects)):
            super()._hear(said)

    def _connect(self) -> None:
        self.filters.changed.connect(lambda _wanted: self._narrow())
        self.canvas.chosen.connect(self._choose)
        for part in (self.canvas, self.chosen):
            part.centre_asked.connect(self.centre_asked)
            part.open_asked.connect(lambda subject: going.subject(self, subject))
        self.chosen.link_asked.connect(lambda subject: going.forms(self).link(subject))
        self.groups.chosen.connect(self._go_to)
        self.canvas.list_asked.connect(self.turn)
        self.canvas.details_asked.connect(self.room.turn_details)
        self.list_button.clicked.connect(self.turn)
        self.print_button.clicked.connect(self.print_network)
        self.table.opened.connect(lambda row: going.subject(self, row.edge.one))
        watch(self.table, self)
        for keys, act in (
            ("Ctrl+Shift+V", self.turn),
            ("Ctrl+P", self.print_network),
            ("Esc", self.leave),
        ):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _go_to(self, subject: Id) -> None:
        """Somebody of a group: in the picture, else their own network."""
        if self.shown.node(subject) is not None:
            self.room.show_picture()
            self.canvas.choose(subject)
            self.canvas.setFocus()
        else:
            self.centre_asked.emit(subject)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.TIGHT + 2)
        self.stack.addWidget(self.canvas)
        self.stack.addWidget(self.table)
        self.room.add_beside(self.chosen)
        self.room.add_beside(self.groups)
        column.addWidget(self.notice)
        column.addWidget(self.room, 1)
