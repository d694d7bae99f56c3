"""The missing episode beside the form of its interview: what is known of it already, so that nobody asks twice."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.missing import MissingEpisode, PreventionInterview
from rise_desk.domain.moments import Moment
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
        self._episodes, self._around = opening.episodes, around
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, theme.TIGHT, 4)
        self._column.setSpacing(theme.GAP)
        self._column.addStretch(1)

    def show_covered(self, covered: frozenset[Id]) -> None:
        """Show the episodes that the interview is about, oldest first; a card is made when it is first wanted."""
        place = 0
        for each in self._episodes:
            if each.id in covered and each.id not in self.cards:
                self.cards[each.id] = self._card(each)
                self._column.insertWidget(place, self.cards[each.id])
            place += each.id in self.cards
        for number, card in self.cards.items():
            card.setVisible(number in covered)

    def _card(self, episode: MissingEpisode) -> Card:
        card = Card(f"Back {moments.shown_short(episode.returned_at, self._around.now())}")
        card.add(Facts([Fact(label=name, value=value, whole=True) for name, value in known(episode, self._around)]))
        return card


def known(episode: MissingEpisode, around: Surroundings) -> list[tuple[str, str]]:
    """What is recorded of an episode, with labels, in the order in which it happened."""
    practice = around.practice
    place = formats.joined(capitalised(practice.label("missing_from", episode.missing_from)), episode.missing_from_name)
    found = formats.joined(capitalised(practice.label("place_type", episode.found_place_type)), episode.found_place)
    said = [
        ("Away", f"{_short(episode.since, around)} to {_short(episode.returned_at, around)}"),
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


def _short(at: Moment, around: Surroundings) -> str:
    return moments.shown_short(at, around.now())


def _prevention(each: PreventionInterview) -> str:
    return formats.joined(formats.when(each.held_at), each.officer, each.told)
