"""A vehicle on the screen."""

from rise_desk.domain.vehicle import Vehicle
from ui.records.shown import Shown

SHOWN = Shown(kind=Vehicle.KIND, title=Vehicle.TITLE)
