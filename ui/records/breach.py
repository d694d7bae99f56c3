"""Breach: how it reads on the screen."""

from rise_desk.domain.breach import Breach
from ui.records import plainly

SHOWN = plainly.shown(Breach, ("what",))
