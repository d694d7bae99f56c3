"""The two people of a notice in its form: the child it protects and the adult it warns, each found by a name."""

from rise_desk.domain.card import Card
from rise_desk.domain.record import Id
from rise_desk.services import overview
from rise_desk.services.finding import Hit as Found
from ui import formats
from ui.desk import ScreenDesk
from ui.people_box import FileField, PeopleBox
from ui.widgets.answers import Hit
from ui.widgets.buttons import Button

HINT = "Any part of their name, an alias, a file number"
NO_CHILD = "No child at risk on file answers to this. Open a file for them first."
NO_ADULT = "Nobody of concern on file answers to this. Open a file for them first: a nickname is enough."
LOOKED_AT = 24
"""How many of those who answer are looked at: a notice is about one in one role and one in the other."""


class PairField(FileField):
    """One of the two; only those are offered who are on file in the role that this one has."""

    def __init__(self, screen: ScreenDesk, *, at_risk: bool) -> None:
        self._screen, self._at_risk = screen, at_risk
        nobody = NO_CHILD if at_risk else NO_ADULT
        search = PeopleBox(screen, HINT, nobody, tell=self.told, limit=LOOKED_AT)
        other = "Choose another child" if at_risk else "Choose another adult"
        super().__init__(screen, search, Button("Somebody else", "quiet", hint=other))

    def called(self, person: Id) -> str:
        """Their name with their age and file number."""
        card = overview.card_of(self._screen.at, person) if person else None
        if card is None:
            return super().called(person)
        return formats.joined(self._name(card), card.file_number)

    def told(self, found: Found) -> Hit | None:
        """How an answer reads; None for somebody who is not on file in this role."""
        card = overview.card_of(self._screen.at, found.subject)
        if card is None or not (card.at_risk if self._at_risk else card.of_concern):
            return None
        return Hit(key=found.subject, title=self._name(card), detail=found.found_in, aside=found.aside)

    def _name(self, card: Card) -> str:
        return formats.name_and_age(card.name, card.date_of_birth, self._screen.now())
