"""The missing episode beside the form of its interview: what is known of it already, so that nobody asks twice."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rise_desk.domain.missing import MissingEpisode, PreventionInterview
from rise_desk.domain.record import Id
from rise_desk.services.interviewing import Opening
from ui import formats, theme
from ui.facts import Fact, Facts
from ui.heard_ticks import heard_in_words
from ui.interview_fields import HARM, REASON
from ui.mention_parts import told
from ui.records.words import capitalised
from ui.widgets.card import Card
from ui.widgets.fields import Surroundings


class EpisodeBeside(QWidget):
    """A card for each return that is ticked, with what was recorded of the episode; what was not is left out."""

    def __init__(self, opening: Opening, around: Surroundings) -> None:
        super().__init__()
        self.setProperty("surface", "scrolled")
        self.cards: dict[Id, Card] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, theme.TIGHT, 4)
        column.setSpacing(theme.GAP)
        for each in opening.episodes:
            card = Card(f"Back {formats.when(each.returned_at)}")
            card.add(Facts([Fact(label=name, value=value, whole=True) for name, value in known(each, around)]))
            self.cards[each.id] = card
            column.addWidget(card)
        column.addStretch(1)

    def show_covered(self, covered: frozenset[Id]) -> None:
        """Show the episodes that the interview is about."""
        for number, card in self.cards.items():
            card.setVisible(number in covered)


def known(episode: MissingEpisode, around: Surroundings) -> list[tuple[str, str]]:
    """What is recorded of an episode, with labels, in the order in which it happened."""
    practice = around.practice
    place = formats.joined(capitalised(practice.label("missing_from", episode.missing_from)), episode.missing_from_name)
    found = formats.joined(capitalised(practice.label("place_type", episode.found_place_type)), episode.found_place)
    said = [
        ("Away", f"{formats.when(episode.since)} to {formats.when(episode.returned_at)}"),
        ("What it was", capitalised(practice.label("missing_type", episode.missing_type))),
        ("Missing from", place),
        ("Police grade", capitalised(practice.label("police_grade", episode.grade_now))),
        ("Circumstances", episode.circumstances),
        ("What they were wearing, and had with them", episode.wearing),
        ("How they came back or were found", episode.how_found),
        ("Where found", found),
        ("With whom", told(episode.found_with, around)),
        ("Reasons heard by then", heard_in_words(REASON, episode.reasons, around)),
        ("Harm known by then", heard_in_words(HARM, episode.harms, around)),
        ("Police prevention interview", "\n".join(_prevention(each) for each in episode.prevention)),
    ]
    return [(name, value) for name, value in said if value]


def _prevention(each: PreventionInterview) -> str:
    return formats.joined(formats.when(each.held_at), each.officer, each.told)
