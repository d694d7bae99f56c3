"""How a band of risk is written in lists and strips: shape, word and tint together, with the score beside it."""

from rise_desk.domain.card import Card
from rise_desk.domain.practice import Practice
from ui.tints import TONES
from ui.widgets.badge import Tone

WAITS = "waits for a manager"


def badge(practice: Practice, band: str, overall: str = "") -> tuple[str, Tone]:
    """The word of a band with the score, and its tone: 'Amber 29'; of no band ''."""
    word = practice.label("band", band)
    return " ".join(each for each in (f"{word[:1].upper()}{word[1:]}", overall) if each), TONES.get(band, Tone.INFO)


def badge_of(practice: Practice, card: Card) -> tuple[str, Tone] | None:
    """The band and the score that a card shows; None where nobody was assessed."""
    return badge(practice, card.band, card.overall) if card.band else None
