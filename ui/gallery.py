"""The gallery: every widget of the desk in every state on one page, with invented people; part of the tour."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.gallery_examples import (
    AROUND,
    COLUMNS,
    ENTRIES,
    FILLED,
    FORM,
    LONG_NAME,
    LONG_TEXT,
    PROBLEMS,
    fetch_people,
)
from ui.gallery_heat import heat_strips
from ui.theme import Type
from ui.widgets.answers import Hit
from ui.widgets.badge import Badge, Tone
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.filter_row import Filter, FilterRow
from ui.widgets.flow import Flow
from ui.widgets.identity import Identity, IdentityStrip
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.rail import Rail
from ui.widgets.rail import Section as RailSection
from ui.widgets.record_panel import RecordPanel
from ui.widgets.record_table import RecordTable, Verb
from ui.widgets.tabs import Tabs
from ui.widgets.tick import Tick
from ui.widgets.timeline import Timeline
from ui.widgets.top_bar import TopBar
from ui.widgets.words import Elided, label


class Gallery(QScrollArea):
    """One tall page; each card shows one widget in all the states it knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName("Gallery")
        page = QWidget()
        page.setProperty("surface", "ground")
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.PAD)
        column.setSpacing(theme.GAP)
        for part in PARTS:
            column.addWidget(part())
        self.setWidget(page)

    def whole_height(self) -> int:
        """How tall the page is when nothing is cut."""
        inside = self.widget()
        return inside.sizeHint().height() if inside else 0


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = Flow(holder)
    for widget in widgets:
        row.addWidget(widget)
    return holder


def _type() -> QWidget:
    card = Card("Type", "five sizes, two weights")
    card.add(label("Page 17: Young people", Type.PAGE))
    card.add(label("Name 15: Maisie Okafor", Type.NAME))
    card.add(label("Card 11.5: Return interviews", Type.CARD))
    card.add(label("Text 10: known as Maz · 13 (12 Mar 2013)"))
    card.add(label("Second line 9: session, 17 Nov · Priya Nair", Type.SECOND, tone="soft"))
    card.add(label("33 h left · due Sun 22 Nov 23:30", strong=True))
    card.add(label("2 h 52 min late · due today 11:10", tone="loud", strong=True))
    card.add(Elided(f"A line that gives way: {LONG_TEXT}"))
    return card


def _buttons() -> QWidget:
    card = Card("Buttons", "normal, pointed at, chosen, disabled")
    kinds: tuple[tuple[Kind, str, str], ...] = (
        ("primary", "Add", "Ctrl+N"),
        ("plain", "Print summary", "Ctrl+P"),
        ("danger", "Close case", ""),
        ("quiet", "Change", ""),
    )
    for kind, text, keys in kinds:
        states = []
        for state in ("normal", "hovered", "disabled"):
            button = Button(text, kind, keys=keys)
            button.setProperty("hovered", "true" if state == "hovered" else "false")
            button.setEnabled(state != "disabled")
            states.append(button)
        card.add(_row(*states))
    chosen, other = Button("Mine"), Button("Team")
    for button in (chosen, other):
        button.setCheckable(True)
    chosen.setChecked(True)
    chip = Button("Key worker: Priya Nair", "chip", icon="clear")
    tick, unticked, fixed = Tick("Show withdrawn entries"), Tick("Only mine"), Tick("Not now")
    tick.setChecked(True)
    fixed.setEnabled(False)
    card.add(
        _row(
            chosen,
            other,
            chip,
            IconButton("calendar", "Calendar"),
            Button("Export", icon="export"),
            tick,
            unticked,
            fixed,
        )
    )
    return card


def _badges() -> QWidget:
    card = Card("Badges", "shape, word and tint")
    shown = (
        ("Red", Tone.HIGH),
        ("Amber 29", Tone.MEDIUM),
        ("Green", Tone.LOW),
        ("Looked after", Tone.INFO),
        ("Closed", Tone.CLOSED),
    )
    card.add(_row(*(Badge(text, tone) for text, tone in shown)))
    return card


def _bars() -> QWidget:
    card = Card("Top bar, tabs, messages, work in hand")
    bar = TopBar()
    bar.show_user("Priya Nair", "worker")
    tabs = Tabs(
        (
            ("overview", "Overview"),
            ("chronology", "Chronology"),
            ("people", "People and places"),
            ("missing", "Missing"),
        )
    )
    tabs.set_count("missing", 23)
    notice = NoticeBar()
    busy = BusyLine()
    for widget in (bar, tabs, notice, busy):
        card.add(widget)
    notice.say("Contact note withdrawn.", "Undo", keys="Ctrl+Z", stays=True)
    busy.start("Importing young people: 120 of 400", may_cancel=True)
    busy.advance(120, 400)
    busy.show()
    return card


def _rail() -> QWidget:
    rail = Rail(
        (
            RailSection(key="today", text="Today", icon="today", keys="Ctrl+1"),
            RailSection(key="people", text="Young people", icon="people", keys="Ctrl+2"),
            RailSection(key="team", text="Team", icon="team"),
        ),
        (
            RailSection(key="settings", text="Settings", icon="settings"),
            RailSection(key="help", text="Help", icon="help", keys="F1"),
        ),
    )
    rail.set_current("people")
    rail.set_count("today", 9, loud=True)
    rail.set_count("team", 4)
    rail.setFixedHeight(theme.current().tall(270) + 40)
    rail.setFixedWidth(rail.sizeHint().width())
    return _row(rail)


def _search() -> QWidget:
    card = Card("Search", "answers, and none")
    from ui.widgets.answers import Answers

    found, none = Answers(card), Answers(card)
    found.show_hits(
        (
            Hit(key=1, title="Maisie Okafor, 13", detail="known as Maz · Kettering", aside="26-0147"),
            Hit(
                key=2,
                title=LONG_NAME,
                detail="grandmother’s address, and a second line that is long as well",
                aside="26-0150",
            ),
        ),
        "",
    )
    none.show_hits((), "Nothing found for “zzz”. Try part of a name, a phone number or a file number.")
    for popup in (found, none):
        card.add(popup)
        popup.show()
    return card


def _identity() -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.GAP)
    facts = (("Key worker", "Priya Nair"), ("Last seen", "Tue 17 Nov, alone"), ("File", "26-0147"))
    warned, long_ = IdentityStrip(), IdentityStrip()
    warned.show_identity(
        Identity(
            name="Maisie Okafor",
            second="known as Maz · 13 (12 Mar 2013) · children's home, Kettering · section 20",
            facts=facts,
            badge=("Amber 29", Tone.MEDIUM),
            warnings=(("Do not disclose address to father", "review 4 Jan 2027"),),
            urgent="Interview due in 33 h",
        )
    )
    long_.show_identity(Identity(name=LONG_NAME, second="age not known · " * 8, facts=facts[:2]))
    column.addWidget(warned)
    column.addWidget(long_)
    return holder


def _table() -> QWidget:
    card = Card("Table", "sorted by the store; empty")
    rows = FilterRow((Filter(key="worker", label="Key worker", choices=(("pn", "Priya Nair"),)),))
    rows.set_value({"text": "kettering", "worker": "pn"})
    rows.set_count("5 of 87")
    verbs = (Verb(text="Open", act=lambda _row: None, keys="Enter"),)
    table = RecordTable(COLUMNS, fetch_people, name="Young people", sort="name", two_lines=True, verbs=verbs)
    table.reload()
    table.view.selectRow(1)
    table.setFixedHeight(theme.current().tall(260) + 20)
    empty = EmptyState(
        "No young people yet.",
        "Import a list, or add the first one.",
        icon="people",
        verb="Add young person",
        keys="Ctrl+N",
    )
    for widget in (rows, table, empty):
        card.add(widget)
    return card


def _timeline() -> QWidget:
    card = Card("Timeline", "newest first; long text folds")
    line = Timeline(lambda after: () if after else ENTRIES)
    line.reload()
    line.view.setCurrentIndex(line.model.index(2))
    line.setFixedHeight(theme.current().tall(430) + 40)
    card.add(line)
    return card


def _form(state: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label(f"Form, {state}", Type.NAME))
    panel = RecordPanel(FORM, AROUND)
    if state == "with problems":
        panel.rows["date_of_birth"].editor.restore("31 2 2010")
        summary = ErrorSummary()
        summary.show_problems(panel.unreadable() | PROBLEMS)
        summary.asked.connect(panel.focus_field)
        column.addWidget(summary)
        panel.show_problems(PROBLEMS | panel.unreadable())
    elif state != "empty":
        panel.set_value(FILLED)
    panel.setEnabled(state != "disabled")
    column.addWidget(panel)
    return holder


PARTS: Sequence[Callable[[], QWidget]] = (
    _type,
    _buttons,
    _badges,
    _bars,
    _rail,
    _search,
    _identity,
    _table,
    _timeline,
    heat_strips,
    lambda: _form("empty"),
    lambda: _form("filled"),
    lambda: _form("with problems"),
    lambda: _form("disabled"),
)
