"""Order: how it reads on the screen."""

from rise_desk.domain.order import Order
from rise_desk.domain.protecting_told import titled
from ui.records import plainly

SHOWN = plainly.shown(Order, ("note",), lambda made, reading: titled(made, reading.practice), heads="Note")
