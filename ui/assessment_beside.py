"""The panel beside the lines: what the levels of the focused one mean, what is written about it, and what is new."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.instrument import LEVELS, Indicator
from rise_desk.domain.moments import Moment
from rise_desk.domain.since_last import FactSince
from rise_desk.services.assessing import Opening
from ui import formats, icons, theme
from ui.assessment_frame import stops_of
from ui.theme import Type
from ui.widgets.field_row import EDGE, FieldRow
from ui.widgets.words import label

FACTS_AT_MOST = 8
MISSING = "missing"
NO_DAY = "A level is suggested once the date of the assessment is filled in."
JUDGEMENT_HELP = (
    "Your own view of the risk, from {} (low) to {} (high), with what the indicators don’t show. "
    "Say why in the comment."
)
BAND_HELP = "The score informs the decision and never makes it. You choose the band."


class Wording(QWidget):
    """The five levels in words, the chosen one strong and ticked."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.TIGHT)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        self.rows = [(label(), label(str(each + 1)), label(wrap=True)) for each in range(LEVELS)]
        for place, row in enumerate(self.rows):
            for column, each in enumerate(row):
                grid.addWidget(each, place, column, Qt.AlignmentFlag.AlignTop if column < 2 else Qt.AlignmentFlag(0))
            icons.put(row[0], "check", "accent", 13)
            keep = row[0].sizePolicy()
            keep.setRetainSizeWhenHidden(True)
            row[0].setSizePolicy(keep)
            row[0].hide()

    def show_levels(self, indicator: Indicator, chosen: int | None) -> None:
        """Show what each level of an indicator means, and which one is chosen."""
        for level, (tick, number, text) in enumerate(self.rows, 1):
            text.setText(indicator.wording(level))
            tick.setVisible(level == chosen)
            for each in (number, text):
                each.setProperty("strong", "true" if level == chosen else "false")
                each.setProperty("tone", "ink" if chosen in (None, 0, level) else "soft")
                each.style().unpolish(each)
                each.style().polish(each)


class Detail(QWidget):
    """What is filled in about one line, apart from its score: its fields from top to bottom."""

    def __init__(self, rows: Sequence[FieldRow], parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for row in rows:
            column.addWidget(row)

    def stops(self) -> list[QWidget]:
        """Where Tab comes to in it, as it is now or would be if it were in view."""
        return stops_of(self)


class Beside(QWidget):
    """What belongs to the line that has the keyboard; `on` is the day of the assessment, as it is typed."""

    def __init__(self, opening: Opening, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "scrolled")
        self._opening = opening
        self.details: dict[str, Detail] = {}
        self.shown = ""
        self.on = Moment("")
        self.title = label(size=Type.CARD, wrap=True)
        self.about = label(tone="soft", wrap=True)
        self.wording = Wording()
        self.problem = label(tone="error", strong=True, wrap=True)
        self._wrong = QWidget()
        self.since_title = label(size=Type.SECOND, tone="soft", strong=True)
        self.since = label(wrap=True)
        self.suggested = label(wrap=True, tone="soft")
        self._build()

    def add(self, key: str, rows: Sequence[FieldRow]) -> None:
        """Put in what is filled in about one line."""
        self.details[key] = Detail(rows, self)
        self.details[key].hide()
        self._details.addWidget(self.details[key])

    def show_line(self, key: str, title: str, level: int | None, problem: str) -> None:
        """Turn to a line: its key, its title, its score and what is wrong with it."""
        self.shown = key
        self._tell(self.title, title)
        self.problem.setText(problem)
        self._wrong.setVisible(bool(problem))
        for each, detail in self.details.items():
            detail.setVisible(each == key)
        held = {each.key: each for each in self._opening.instrument.indicators}
        self.wording.setVisible(key in held)
        if key in held:
            self.wording.show_levels(held[key], level)
        self._tell(self.about, self._about(key))
        self._tell(self.suggested, suggestion_words(self._opening, self.on) if key == MISSING else "")
        facts = self._opening.since.get("" if key == "judgement" else key, ())
        self._tell(self.since, "\n".join(_fact_words(facts)))
        self._tell(self.since_title, _since_words(self._opening) if facts else "")

    def _about(self, key: str) -> str:
        scale = self._opening.instrument.judgement
        texts = {"judgement": JUDGEMENT_HELP.format(scale.lowest, scale.highest), "band": BAND_HELP}
        return texts.get(key, "")

    @staticmethod
    def _tell(widget: QWidget, text: str) -> None:
        widget.setProperty("text", text)
        widget.setVisible(bool(text))

    def _build(self) -> None:
        wrong = QHBoxLayout(self._wrong)
        wrong.setContentsMargins(0, 0, 0, 0)
        sign = label()
        icons.put(sign, "error", "error", 15)
        sign.setAccessibleName("Error")
        wrong.addWidget(sign)
        wrong.addWidget(self.problem, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 4, 4)
        column.setSpacing(theme.TIGHT)
        column.addLayout(_stacked(self.title, self._wrong, self.about, self.wording))
        self._details = QVBoxLayout()
        column.addLayout(self._details)
        column.addLayout(_stacked(self.since_title, self.since, self.suggested))
        column.addStretch(1)


def _stacked(*widgets: QWidget) -> QVBoxLayout:
    """One beneath the other, as far from the left as the fields are."""
    column = QVBoxLayout()
    column.setContentsMargins(EDGE, 0, 0, 0)
    column.setSpacing(theme.TIGHT)
    for each in widgets:
        column.addWidget(each)
        each.hide()
    return column


def suggestion_words(opening: Opening, on: Moment) -> str:
    """What the times away before a day suggest for the first indicator, with those episodes; that a day is missing."""
    if not on:
        return NO_DAY
    held = opening.suggestion(on)
    missing = f"Missing now, since {moments.shown(opening.missing_since)}." if opening.missing_since else ""
    episodes = "\n".join(f"– {each.text}" for each in held.episodes)
    said = f"Suggested: {held.level}. {held.why}, as far as it is recorded here."
    return "\n".join(each for each in (missing, said, episodes, "You decide.") if each)


def _since_words(opening: Opening) -> str:
    last = opening.last
    return f"Since {moments.shown(last.assessment.assessed_on)}" if last else "On file"


def _fact_words(facts: Sequence[FactSince]) -> list[str]:
    newest = list(reversed(facts))[:FACTS_AT_MOST]
    more = len(facts) - len(newest)
    told = [f"{formats.when(each.day)}: {each.text}" for each in newest]
    return [*told, f"and {formats.count(more, 'more fact')} in the chronology"] if more else told
