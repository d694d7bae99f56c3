"""Order: how it reads on the screen."""

from rise_desk.domain.order import Order
from ui.records import plainly

SHOWN = plainly.shown(Order, ("note",))
