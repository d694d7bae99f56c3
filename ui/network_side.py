"""Beside the picture of a network: who or what is chosen and its links, the groups, and what the signs mean."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import linking
from rise_desk.domain.groups import Group, Grouping
from rise_desk.domain.network import Network, Node
from rise_desk.domain.record import NO_ID, Id
from ui import formats, going, network_paint, network_words, theme
from ui.desk import ScreenDesk
from ui.records.link_words import sureness
from ui.records.words import capitalised
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.words import discard, label

LINKS_SHOWN = 12
HARM, STALE = "harm", "stale"
ASK = "Ask a question…"
UNPROVEN = "Linked adults (unproven)"
MADE_BY = (
    "Joined by ‘acts with’, friend or associate, or relative, at least probable. Nothing else makes a group: "
    "not the same child, nor a shared address, workplace, phone or vehicle."
)


class Cleared(Card):
    """A card whose rows are made anew whenever it is shown again."""

    def clear(self) -> None:
        """Take all rows away."""
        while (item := self.body.takeAt(0)) is not None:
            discard(item.widget())


class ChosenCard(Cleared):
    """Whom or what somebody came to: what it is, and each of its links with who said it and when."""

    centre_asked = Signal(object)
    open_asked = Signal(object)
    link_asked = Signal(object)

    def __init__(self, desk: ScreenDesk) -> None:
        super().__init__("Chosen")
        self._desk = desk
        self.subject: Id = NO_ID

    def show_node(self, node: Node, network: Network, told: Sequence[tuple[str, str]]) -> None:
        """Show a node; `told` is each of its links as a sentence, and who said it and when."""
        self.clear()
        self.subject = node.subject
        self.entitle(node.name, "")
        self.add(label(network_words.about(node, self._desk.practice), tone="soft", wrap=True))
        self.add(self._verbs(node, network))
        for says, around in told[:LINKS_SHOWN]:
            self.add_rule()
            self.add(_link(says, around))
        if len(told) > LINKS_SHOWN:
            more = f"{len(told) - LINKS_SHOWN} more links of {node.name} are in the list (L)."
            self.add(label(more, tone="soft", wrap=True))

    def _verbs(self, node: Node, network: Network) -> QWidget:
        row = QWidget()
        flow = Flow(row, spacing=theme.TIGHT)
        verbs = [("Open", "O", self.open_asked), ("Add a link…", "", self.link_asked)]
        if node.subject != network.centre:
            verbs.insert(1, ("Put in the middle", "Enter", self.centre_asked))
        for text, _keys, signal in verbs:
            button = Button(text, "quiet")
            button.setAccessibleName(f"{text.removesuffix('…')}: {node.name}")
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(node.subject))
            flow.addWidget(button)
        flow.addWidget(_ask(node.name, lambda: going.forms(self).question(node.subject)))
        return row


def _ask(about: str, asked: Callable[[], None]) -> Button:
    """What leads to a new open question."""
    button = Button(ASK, "quiet")
    button.setAccessibleName(f"{ASK.removesuffix('…')} about {about}")
    button.clicked.connect(asked)
    return button


def _link(says: str, around: str) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(label(says, wrap=True))
    column.addWidget(label(around, Type.SECOND, tone="soft", wrap=True))
    return row


class GroupsCard(Cleared):
    """What links make of the adults in view: groups with their weakest link, and apart what proves nothing."""

    chosen = Signal(object)

    def __init__(self, desk: ScreenDesk) -> None:
        super().__init__(UNPROVEN)
        self._desk = desk

    def show_grouping(self, found: Grouping, names: Mapping[Id, str]) -> None:
        """Show this; people outside the picture are named as well."""
        self.clear()
        if not found.groups:
            self.add(label("No group: no link of that kind joins adults here.", tone="soft", wrap=True))
        for place, group in enumerate(found.groups):
            if place:
                self.add_rule()
            self._add_group(group, names)
        self.add(label(MADE_BY, Type.SECOND, tone="soft", wrap=True))
        if found.in_common:
            self._heading("Children in common")
            for each in found.in_common:
                self._row((each.child,), names, f"{_listed(each.adults, names)}. This alone makes no group of them.")
        if found.may_connect:
            self._heading("May be connected")
            for edge in found.may_connect:
                self.add(label(network_words.says(edge, names, self._desk.practice), wrap=True))
        self.setVisible(bool(found.groups or found.in_common or found.may_connect or found.alone))

    def _add_group(self, group: Group, names: Mapping[Id, str]) -> None:
        practice = self._desk.practice
        weakest = network_words.says(group.weakest, names, practice)
        told = f"Weakest link, {sureness(group.weakest.confidence, practice)}: {weakest}."
        children = f" {formats.count(len(group.children), 'child', 'children')} said to have been harmed by them."
        self._row(group.members, names, told + (children if group.children else ""))
        line = QWidget()
        flow = Flow(line, spacing=theme.TIGHT)
        flow.addWidget(_ask(_listed(group.members, names), lambda: going.forms(self).group_question(group.members)))
        self.add(line)

    def _heading(self, text: str) -> None:
        self.add_rule()
        self.add(label(text, strong=True))

    def _row(self, people: Iterable[Id], names: Mapping[Id, str], told: str) -> None:
        who = QWidget()
        flow = Flow(who, spacing=2)
        for each in people:
            button = Button(names.get(each, "Somebody"), "quiet")
            button.clicked.connect(lambda _=False, each=each: self.chosen.emit(each))
            flow.addWidget(button)
        self.add(who)
        self.add(label(told, Type.SECOND, tone="soft", wrap=True))


def _listed(people: Iterable[Id], names: Mapping[Id, str]) -> str:
    return ", ".join(names.get(each, "somebody") for each in people)


class Sign(QWidget):
    """One sign of the picture: a kind's shape, or how sure a link is."""

    def __init__(self, kind: str = "", confidence: str = "", *, harm: bool = False, stale: bool = False) -> None:
        super().__init__()
        self._kind, self._confidence, self._harm, self._stale = kind, confidence, harm, stale
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Room for one sign."""
        return QSize(theme.current().px(44), theme.current().tall(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as the picture does."""
        painter, middle = QPainter(self), QPointF(self.rect().center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._kind:
            network_paint.node(painter, middle, self._kind, self.height() * 0.33)
        else:
            half = QPointF(self.width() * 0.42, 0)
            network_paint.link(
                painter, middle - half, middle + half, self._confidence, harm=self._harm, stale=self._stale
            )
        painter.end()


class Legend(QWidget):
    """What each sign means, in words: those that are in the picture."""

    def __init__(self, desk: ScreenDesk) -> None:
        super().__init__()
        self.setAccessibleName("What the signs mean")
        self._rows = {kind: (Sign(kind), words) for kind, words in network_words.KINDS.items()}
        for key in linking.CONFIDENCES:
            self._rows[key] = (Sign(confidence=key), capitalised(sureness(key, desk.practice)))
        self._rows[HARM] = (Sign(confidence=linking.CONFIRMED, harm=True), "Alleged harm, towards the child")
        self._rows[STALE] = (Sign(confidence=linking.CONFIRMED, stale=True), "Some time ago")
        self._flow = Flow(self, spacing=2)
        self.meanings = {key: _meaning(sign, words) for key, (sign, words) in self._rows.items()}
        for each in self.meanings.values():
            self._flow.addWidget(each)
        theme.when_changed(self._fit)

    def show_signs(self, shown: Network, today: date) -> None:
        """Tell of what is in this picture; a link whose confidence nobody recorded is drawn as the least sure."""
        inside = {each.kind for each in shown.nodes}
        for each in shown.edges:
            inside.add(each.confidence if each.confidence in linking.CONFIDENCES else linking.UNCONFIRMED)
            inside |= {HARM} if each.link_type in linking.HARM else set()
            inside |= {STALE} if each.is_stale(today) else set()
        for key, meaning in self.meanings.items():
            meaning.setVisible(key in inside)

    def _fit(self) -> None:
        for sign, _words in self._rows.values():
            sign.setFixedSize(sign.sizeHint())


def _meaning(sign: Sign, words: str) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, theme.TIGHT, 0)
    across.setSpacing(2)
    across.addWidget(sign)
    told = label(words, Type.SECOND)
    told.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    across.addWidget(told)
    return row
