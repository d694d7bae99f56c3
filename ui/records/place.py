"""A place on the screen: what its form asks, section by section, and its page shows."""

from rise_desk.domain.place import Place
from ui.records import life
from ui.records.question import ask
from ui.records.shown import Shown
from ui.records.thing_parts import asked, origin, picture
from ui.records.words import telling
from ui.widgets.fields import Section

SHOWN = Shown(kind=Place.KIND, title=Place.TITLE)
SECTIONS: tuple[Section, ...] = (
    Section(
        "The place",
        (
            ask(Place, "place_name", hint="What people call it, where it has no other name"),
            ask(Place, "place_type"),
            ask(Place, "other_names", noun="name", fields=life.ALIAS, describe=telling(life.ALIAS)),
            ask(Place, "concern", rows=4, whole=True, hint="What happens there, who says so, and what is not known"),
        ),
    ),
    Section(
        "Where it is",
        asked(Place, "lines", "postcode", "outside_county", "online_service", "web_address"),
        "A place online has a service and a name instead of an address.",
    ),
    Section("Who runs it", asked(Place, "run_by", "licence")),
    picture(Place, "What somebody who looks for it needs: the front, the way in, who can see it"),
    origin(Place),
)
