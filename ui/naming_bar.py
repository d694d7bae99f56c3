"""A card in a file: who and what its entries name and nobody has recorded yet, and the way to it."""

from collections.abc import Callable

from rise_desk.domain.record import Id
from rise_desk.services import naming
from ui.desk import ScreenDesk
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import label

WAITS = "Named, not yet recorded"
ASK = "Who are they?"
SHOWN = 6


def cards(screen: ScreenDesk, subject: Id, ask: Callable[[], object]) -> list[Card]:
    """One card that tells who waits in somebody's file, none where nobody does; `ask` opens the window about them."""
    found = naming.waiting(screen.at, subject)
    if not found:
        return []
    names = [f"“{each.mention.name}”" for each in found[:SHOWN]]
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    card = Card(WAITS)
    card.title.setWordWrap(True)
    card.add(label(f"{', '.join(names)}{more}", wrap=True))
    button = Button(ASK, "quiet", hint="Say who and what is named in the entries of this file")
    button.clicked.connect(lambda _=False: ask())
    card.add_verb(button)
    return [card]
