"""One indicator of an assessment, read: its score, what that level means, the change since, and the evidence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.assessment import Assessment, Evidence
from rise_desk.domain.instrument import LEVELS, Indicator
from ui import theme
from ui.records.assessment import NOT_YET_KNOWN
from ui.records.words import capitalised
from ui.theme import Type
from ui.widgets.words import label

UNKNOWN = "?"
NUMBER_LETTERS, CHANGE_LETTERS = 4, 22


class IndicatorRow(QWidget):
    """The score at the left, what it means and rests on in the middle, and the change since at the right."""

    def __init__(
        self, indicator: Indicator, made: Assessment, before: Assessment | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        held = made.score_of(indicator.key)
        level = held.score if held else 0
        changed = change(indicator.key, made, before)
        means = capitalised(indicator.wording(level) or NOT_YET_KNOWN)
        number = label(str(level) if level else UNKNOWN, Type.NAME)
        number.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        number.setAccessibleName(f"{indicator.label}: {f'{level} of {LEVELS}' if level else NOT_YET_KNOWN}. {changed}")
        number.setMinimumWidth(NUMBER_LETTERS * self.fontMetrics().averageCharWidth())
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(indicator.label, strong=True, wrap=True))
        words.addWidget(label(means, wrap=True))
        if held and held.answer:
            words.addWidget(label(f"{indicator.asks.rstrip('?')}: {held.answer}", wrap=True))
        if held and held.find_out:
            words.addWidget(label(f"How it will be found out: {held.find_out}", tone="medium", wrap=True))
        self._tell_evidence(words, made.evidence_of(indicator.key))
        aside = label(changed, tone="ink" if changed.startswith(("↑", "↓")) else "soft", wrap=True)
        aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        aside.setFixedWidth(CHANGE_LETTERS * self.fontMetrics().averageCharWidth())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(theme.GAP)
        grid.addWidget(number, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, 0, 1)
        grid.addWidget(aside, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)

    def _tell_evidence(self, words: QVBoxLayout, evidence: Evidence | None) -> None:
        if evidence is None or not evidence.text:
            return
        text = label(evidence.text, wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(text)
        if evidence.carried_from:
            words.addWidget(label(carried(evidence), Type.SECOND, tone="soft", wrap=True))


def carried(evidence: Evidence) -> str:
    """Since when the words of some evidence are on file: 'carried from 29 September 2026, confirmed as still true'."""
    confirmed = "confirmed as still true" if evidence.confirmed else "not confirmed"
    return f"Carried from {moments.shown(evidence.carried_from)}, {confirmed}"


def change(indicator: str, made: Assessment, before: Assessment | None) -> str:
    """How a score differs from the assessment before: '↑ up 1', '↓ down 2', 'the same'; '' for a first one."""
    if before is None:
        return ""
    now, then = made.levels().get(indicator, 0), before.levels().get(indicator, 0)
    if not (now and then):
        return f"was {then or NOT_YET_KNOWN}" if now != then else "the same"
    if now == then:
        return "the same"
    return f"↑ up {now - then}, was {then}" if now > then else f"↓ down {then - now}, was {then}"
