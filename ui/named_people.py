"""Several people in one field of a form: each found by any part of a name, with a button to take them out again."""

from rise_desk.domain.card import Card
from rise_desk.domain.record import Id, Part
from rise_desk.services import overview
from rise_desk.services.finding import Hit as Found
from ui import formats
from ui.desk import ScreenDesk
from ui.named_parts import NamedParts
from ui.people_box import PeopleBox
from ui.widgets.answers import Hit

HINT = "Add: any part of their name, an alias, a file number"
NO_CHILD = "No child at risk on file answers to this. Open a file for them first."
NOBODY = "Nobody on file answers to this. Open a file for them first: a nickname is enough."
LOOKED_AT = 24


class NamedPeople(NamedParts[Part, PeopleBox]):
    """Several people; where it is about children, only those at risk are offered."""

    def __init__(self, screen: ScreenDesk, called: str, part: type[Part], of: str, *, children: bool) -> None:
        self._children = children
        nobody = NO_CHILD if children else NOBODY
        super().__init__(screen, called, part, of, PeopleBox(screen, HINT, nobody, tell=self.told, limit=LOOKED_AT))

    def told(self, found: Found) -> Hit | None:
        """How an answer reads; None for somebody who doesn't belong here."""
        card = overview.card_of(self._screen.at, found.subject)
        if card is None or (self._children and not card.at_risk):
            return None
        return Hit(key=found.subject, title=self._name(card), detail=found.found_in, aside=found.aside)

    def _name(self, card: Card) -> str:
        return formats.name_and_age(card.name, card.date_of_birth, self._screen.now())


def is_child(screen: ScreenDesk, subject: Id) -> bool:
    """Whether a number is that of somebody at risk, so that a new form is for them and not against them."""
    card = overview.card_of(screen.at, subject) if subject else None
    return card is not None and card.at_risk
