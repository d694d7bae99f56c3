"""Link: how it reads on the screen."""

from rise_desk.domain.link import Link
from ui.records import plainly

SHOWN = plainly.shown(Link, ("note",))
