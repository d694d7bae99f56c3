"""Which young person is missing: found by a name, an alias or a number, with age and who is missing now."""

from typing import Any

from PySide6.QtCore import Signal

from rise_desk.domain import missing_now, moments
from rise_desk.domain.card import Card
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.services import overview
from rise_desk.services.finding import Hit as Found
from ui import formats
from ui.desk import ScreenDesk
from ui.people_box import FileField, PeopleBox
from ui.widgets.answers import Hit
from ui.widgets.buttons import Button

NOBODY = "No young person on file answers to this. Open a file for them first: Ctrl+N."
LOOKED_AT = 24
"""How many of those who answer are looked at: adults of concern are not asked about here."""


class ChildField(FileField):
    """One young person; `chosen` brings whether there is one now."""

    chosen = Signal(bool)

    def __init__(self, screen: ScreenDesk) -> None:
        search = PeopleBox(
            screen, "Any part of their name, an alias, a file number", NOBODY, tell=self.told, limit=LOOKED_AT
        )
        self._screen = screen
        super().__init__(screen, search, Button("Somebody else", "quiet", hint="Choose another young person"))

    def set_value(self, value: Any) -> None:
        """Show who it is."""
        super().set_value(value)
        self.chosen.emit(bool(self.value()))

    def called(self, person: Id) -> str:
        """Their name with their age and file number, and since when they are missing."""
        card = overview.card_of(self._screen.at, person) if person else None
        if card is None:
            return super().called(person)
        return formats.joined(self._name(card), card.file_number, self._away(card))

    def told(self, found: Found) -> Hit | None:
        """How an answer reads; None for somebody who is nobody's young person."""
        card = overview.card_of(self._screen.at, found.subject)
        if card is None or not card.at_risk:
            return None
        detail = formats.joined(self._away(card), found.found_in)
        return Hit(key=found.subject, title=self._name(card), detail=detail, aside=found.aside)

    def _name(self, card: Card) -> str:
        return formats.name_and_age(card.name, card.date_of_birth, self._screen.now())

    def _away(self, card: Card) -> str:
        since = moments.shown_short(Moment(card.missing_since), self._screen.now()) if card.missing_since else ""
        return f"missing now since {since}" if since else ""


def away(screen: ScreenDesk, subject: Id) -> Due | None:
    """The line that says that somebody is missing now; it names the episode. None where they are not."""
    lines = overview.due_lines(screen.at, (subject,)) if subject else []
    return next((each for each in lines if each.rule == missing_now.RULE), None)
