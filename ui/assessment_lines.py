"""The left of the form: a line for each indicator and the judgement, what outranks the score, the total, the bands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import moments, scoring
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.assessment_problems import REASONS
from rise_desk.domain.instrument import LEVELS
from rise_desk.services.assessing import Opening
from ui import formats, icons, theme
from ui.assessment_band import BandChoice, BandLine, effect, outranking_words
from ui.assessment_levels import Levels
from ui.assessment_line import LARGE, Heads, Line, ScoreLine, StrategyLine
from ui.assessment_values import SCORES
from ui.records.question import ask
from ui.theme import Type
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind
from ui.widgets.radio_row import AnswerRow
from ui.widgets.words import label

JUDGEMENT, STRATEGY, BAND = "judgement", "strategy", "band"
OUTRANKED = "Outranks the score: {} Green is not offered first."
NOT_YET = "The bands are offered once every line is scored or not yet known."


class Lines(QWidget):
    """Every line by its key, the indicators first; `walked` tells that somebody goes up (-1) or down (1)."""

    walked = Signal(int)

    def __init__(self, opening: Opening, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "scrolled")
        self._opening, self._instrument = opening, opening.instrument
        last = opening.last
        self.heads = Heads(moments.shown_short(last.assessment.assessed_on) if last else "")
        self.scored = {each.key: self._score_line(place) for place, each in enumerate(self._instrument.indicators)}
        self.scored[JUDGEMENT] = self._judgement_line()
        self.strategy = StrategyLine(ask(Assessment, "strategy_asked"), AnswerRow())
        self.choice = BandChoice(self._instrument)
        self.band = BandLine(Field(name="band", label="Band", kind=Kind.OWN, required=True), self.choice)
        self.outranks = label(strong=True, wrap=True)
        self._warning = QFrame()
        self.total = label(size=Type.CARD)
        self.allowed = label(tone="soft", wrap=True)
        self.effect = label(tone="soft", wrap=True)
        self.reason = ""
        self._build()
        self._connect()
        self._fit()
        theme.when_changed(self._fit)

    @property
    def by_key(self) -> dict[str, Line]:
        """Every line, from top to bottom."""
        return {**self.scored, STRATEGY: self.strategy, BAND: self.band}

    @property
    def rows(self) -> dict[str, FieldRow]:
        """Every line by the name of its field."""
        return {each.field.name: each for each in self.by_key.values()}

    def title(self, key: str) -> str:
        """What the panel is called that belongs to a line."""
        keys = [each.key for each in self._instrument.indicators]
        number = f"{keys.index(key) + 1}  " if key in keys else ""
        return number + self.by_key[key].field.label

    def show_score(self, made: Assessment, whole: bool, before: str) -> None:
        """Show the total, what outranks it and the bands that are allowed; `whole`: every line is answered."""
        instrument = self._instrument
        outranked = outranking_words(made, instrument)
        self.outranks.setText(OUTRANKED.format(outranked))
        self._warning.setVisible(bool(outranked))
        self.strategy.setVisible(bool(outranked) or self.strategy.value() is not None)
        self.total.setText(_total(made, whole, instrument.highest))
        self.allowed.setText(self._allowed(made) if whole else NOT_YET)
        self.choice.offer(made if whole else None, instrument)
        chosen = made.choice(instrument) if whole and made.band else None
        self.effect.setText(effect(made, instrument, before) if chosen else "")
        self.effect.setVisible(bool(chosen))
        self.reason = REASONS.get(chosen, "") if chosen else ""

    def _allowed(self, made: Assessment) -> str:
        labels = [self._instrument.band_label(key).lower() for key in scoring.allowed(self._instrument, made.overall)]
        of = "" if made.overall.known else f"At {made.overall.high}, "
        said = f"{of}the score allows {' or '.join(labels)}."
        return said[:1].upper() + said[1:]

    def _score_line(self, place: int) -> ScoreLine:
        each = self._instrument.indicators[place]
        levels = Levels(1, LEVELS, indicator=each)
        field = Field(name=f"{SCORES}.{each.key}", label=each.label, kind=Kind.OWN, required=True)
        return ScoreLine(field, levels, str(place + 1), each.short, self._last(each.key))

    def _judgement_line(self) -> ScoreLine:
        scale, last = self._instrument.judgement, self._opening.last
        field = Field(name=JUDGEMENT, label=scale.label, kind=Kind.OWN, required=True)
        levels = Levels(scale.lowest, scale.highest)
        return ScoreLine(field, levels, "", "Judgement", last.assessment.judgement if last else None)

    def _last(self, key: str) -> int | None:
        held = self._opening.last.assessment.score_of(key) if self._opening.last else None
        return held.score if held else None

    def _fit(self) -> None:
        """One width for all buttons, and columns that stand beneath each other."""
        for each in self.scored.values():
            each.fit()
        large = theme.current().scale >= LARGE
        named = max(each.label.sizeHint().width() for each in self.scored.values()) if large else 0
        for each in self.scored.values():
            each.label.setMinimumWidth(named)
        lines = [each.levels for each in self.scored.values()]
        for levels in lines:
            levels.setMinimumWidth(0)
            levels.setMaximumWidth(16777215)
        widest = max(each.sizeHint().width() for each in lines)
        for levels in lines:
            levels.setFixedWidth(widest)
        self.heads.fit(widest)

    def _connect(self) -> None:
        for each in self.scored.values():
            each.levels.walked.connect(self.walked)
        self.choice.walked.connect(self.walked)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(1)
        column.addWidget(self.heads)
        for each in self.scored.values():
            column.addWidget(each)
        column.addSpacing(theme.TIGHT)
        column.addWidget(self._warned())
        column.addWidget(self.strategy)
        total = QHBoxLayout()
        total.setContentsMargins(theme.TIGHT + 4, theme.TIGHT, theme.TIGHT, 0)
        total.setSpacing(theme.GAP)
        total.addWidget(self.total)
        total.addWidget(self.allowed, 1)
        column.addLayout(total)
        column.addWidget(self.band)
        self.effect.setContentsMargins(theme.TIGHT + 4, 0, 0, 0)
        column.addWidget(self.effect)
        column.addStretch(1)

    def _warned(self) -> QWidget:
        self._warning.setProperty("surface", "warning")
        across = QHBoxLayout(self._warning)
        across.setContentsMargins(theme.TIGHT + 4, theme.TIGHT, theme.TIGHT, theme.TIGHT)
        sign = label()
        icons.put(sign, "alert", "medium", 16)
        sign.setAccessibleName("Warning")
        across.addWidget(sign)
        across.addWidget(self.outranks, 1)
        return self._warning


def _total(made: Assessment, whole: bool, highest: int) -> str:
    known = sum(each.score for each in made.scores) + made.judgement
    open_ones = sum(1 for each in made.scores if not each.score)
    if not whole:
        return f"{known} of {highest} so far"
    if made.overall.known:
        return f"{made.overall} of {highest}"
    return f"Range {made.overall} of {highest}, {formats.count(open_ones, 'line')} not yet known"
