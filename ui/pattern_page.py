"""The pattern page of an adult: every notice, every child, each age that was told and acknowledged, each breach.

It shows what the adult was told, and when; what that proves is for others to say.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.record import Id
from rise_desk.services import notices
from rise_desk.services.notices import Pattern
from ui import formats, notice_told, theme
from ui.desk import ScreenDesk
from ui.facts import Fact, Facts
from ui.fitting import fit
from ui.records.notice import SHORT
from ui.records.words import capitalised
from ui.theme import Type
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import label

NAMED = "Pattern page: {}"
WHAT_IT_IS = (
    "Everything this adult was told about children’s ages, and what they did afterwards. A notice is a warning and "
    "not an order; nothing here is proof of an offence."
)
AGES, NOTICES, BREACHES = "Ages that were told", "Every notice", "Every breach"
NO_AGES = "No notice has an age recorded that the adult was told or acknowledged."
NO_BREACHES = "No breach is recorded."
PRINT = "Print…"


class PatternPage(QDialog):
    """Shows the pattern of one adult, with its paper."""

    def __init__(self, screen: ScreenDesk, adult: Id) -> None:
        super().__init__()
        self.desk, self.subject = screen, adult
        self.pattern = notices.pattern(screen.at, adult)
        self.setWindowTitle(NAMED.format(self.pattern.adult.name))
        self.print_button = Button(PRINT, icon="print")
        self.close_button = Button("Close", "primary", keys="Esc")
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self.accept)
        self._build()
        self.close_button.setFocus()
        fit(self, 900, 680)

    def _print(self) -> None:
        """Leave for the paper."""
        below = self.parentWidget()
        self.accept()
        if below is not None:
            attrgetter("forms.protecting.pattern_paper")(below)(self.subject)

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.TIGHT, 0)
        column.setSpacing(theme.GAP)
        for card in (_ages(self.pattern), self._notices(), self._breaches()):
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("The pattern")
        area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        around.setSpacing(theme.GAP)
        around.addWidget(label(NAMED.format(self.pattern.adult.name), Type.NAME, wrap=True))
        around.addWidget(label(counted(self.pattern), strong=True, wrap=True))
        around.addWidget(label(WHAT_IT_IS, tone="soft", wrap=True))
        around.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT + 2)
        foot.addStretch(1)
        foot.addWidget(self.print_button)
        foot.addWidget(self.close_button)
        around.addLayout(foot)

    def _notices(self) -> Card:
        card = Card(NOTICES)
        for place, each in enumerate(self.pattern.notices):
            if place:
                card.add_rule()
            head = QWidget()
            across = QHBoxLayout(head)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(theme.GAP)
            across.addWidget(Badge(*notice_told.mark(each)))
            law = SHORT.get(each.notice.law, each.notice.law)
            across.addWidget(label(f"{each.other}, under {law}", strong=True, wrap=True), 1)
            card.add(head)
            until = notice_told.ends(each, self.desk.now())
            card.add(label(formats.joined(notice_told.service(each.notice), until), wrap=True))
        return card

    def _breaches(self) -> Card:
        told = (
            (
                f"{moments.shown(each.breach.happened_at)}, {each.child}",
                formats.joined(
                    each.breach.place,
                    each.breach.what.rstrip(" ."),
                    f"seen by {each.breach.seen_by}" if each.breach.seen_by else "",
                    each.breach.evidence,
                    each.breach.outcome,
                ),
            )
            for each in self.pattern.breaches
        )
        return _listed(BREACHES, told, NO_BREACHES)


def counted(pattern: Pattern) -> str:
    """How much there is: '3 notices · 2 children · 1 breach'."""
    return formats.joined(
        formats.count(len(pattern.notices), "notice"),
        formats.count(len(pattern.children), "child", "children"),
        formats.count(len(pattern.breaches), "breach", "breaches"),
    )


def _ages(pattern: Pattern) -> Card:
    told = (
        (
            formats.joined(moments.shown(each.at), each.child),
            capitalised(
                formats.joined(each.age, each.did, f"said: “{each.said.strip()}”" if each.said.strip() else "")
            ),
        )
        for each in pattern.ages
    )
    return _listed(AGES, told, NO_AGES)


def _listed(title: str, told: Iterable[tuple[str, str]], nothing: str) -> Card:
    facts: Sequence[Fact] = [Fact(label=name, value=value, whole=True) for name, value in told]
    card = Card(title)
    card.add(Facts(facts) if facts else label(nothing, tone="soft", wrap=True))
    return card
