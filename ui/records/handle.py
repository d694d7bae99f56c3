"""A phone or name online on the screen: what its form asks, section by section, and its page shows."""

from rise_desk.domain.handle import Handle
from ui.records.question import ask
from ui.records.shown import Shown
from ui.records.thing_parts import asked, origin, picture
from ui.widgets.fields import Kind, Section

SHOWN = Shown(kind=Handle.KIND, title=Handle.TITLE)
SECTIONS: tuple[Section, ...] = (
    Section(
        "The number or name",
        (
            ask(Handle, "handle_sort", Kind.RADIO, whole=True),
            *asked(Handle, "value", "service"),
        ),
        "Who uses it is told by links.",
    ),
    picture(Handle, "How the account looks, and who it says it is"),
    origin(Handle),
)
