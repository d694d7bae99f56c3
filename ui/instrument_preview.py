"""A board's wording before it is added: its ten indicators with their levels, and its bands, read in one place."""

from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from rise_desk.domain.instrument import Instrument
from ui import theme
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button

KEPT = "It is kept for good beside the others. Nothing changes until you use it for new assessments."
WIDE, TALL = 620, 340


class InstrumentPreview(SmallDialog):
    """Shows what a file holds; accepted, it may be added."""

    def __init__(self, instrument: Instrument, parent: QWidget | None = None) -> None:
        super().__init__("Add this wording", Button("Add", "primary"), Button("Cancel", keys="Esc"), parent)
        self.text = QTextBrowser()
        self.text.setAccessibleName(f"Wording: {instrument.title}")
        self.text.setTabChangesFocus(True)
        self.text.setOpenLinks(False)
        self.text.setHtml(wording(instrument))
        self.text.setMinimumHeight(theme.current().tall(TALL))
        self.build(instrument.title, f"{instrument.key}. {instrument.source}. {KEPT}", self.text, wide=WIDE)
        self.verb.clicked.connect(self.accept)


def wording(instrument: Instrument) -> str:
    """All of an instrument for reading: whatever its file says is text, never markup."""
    judged = instrument.judgement
    bands = ", ".join(f"{escape(each.label)} {each.lowest} to {each.highest}" for each in instrument.bands)
    parts = [
        f"<p><b>Bands</b><br>{bands}<br>Assessed again after {instrument.reassess_after_days} days.</p>",
    ]
    for place, each in enumerate(instrument.indicators, 1):
        asks = f" ({escape(each.asks)})" if each.asks else ""
        parts.append(f"<p><b>{place}. {escape(each.label)}</b>{asks}")
        parts += [f"<br>{score}: {escape(words)}" for score, words in enumerate(each.levels, 1)]
        parts.append("</p>")
    parts.append(f"<p><b>{escape(judged.label)}</b><br>{judged.lowest} to {judged.highest}</p>")
    return "".join(parts)
