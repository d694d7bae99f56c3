"""A vehicle on the screen: what its form asks, section by section, and its page shows."""

from rise_desk.domain.vehicle import Vehicle
from ui.records.question import ask
from ui.records.shown import Shown
from ui.records.thing_parts import asked, origin, picture
from ui.widgets.fields import Section

SHOWN = Shown(kind=Vehicle.KIND, title=Vehicle.TITLE)
SECTIONS: tuple[Section, ...] = (
    Section(
        "The vehicle",
        (
            ask(Vehicle, "plate", hint="As much of it as somebody saw"),
            *asked(Vehicle, "make", "model", "colour", "body", "taxi_licence"),
        ),
        "Who keeps it and who was seen in it is told by links.",
    ),
    picture(Vehicle, "What tells it from others: damage, stickers, seats, what was in it"),
    origin(Vehicle),
)
