"""A place on the screen."""

from rise_desk.domain.place import Place
from ui.records.shown import Shown

SHOWN = Shown(kind=Place.KIND, title=Place.TITLE)
