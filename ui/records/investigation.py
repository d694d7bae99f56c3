"""Investigation: how it reads on the screen."""

from rise_desk.domain.investigation import Investigation
from ui.records import plainly

SHOWN = plainly.shown(Investigation, ("note",))
