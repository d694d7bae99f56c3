"""DisruptionAction: how it reads on the screen."""

from rise_desk.domain.disruption import DisruptionAction
from ui.records import plainly

SHOWN = plainly.shown(
    DisruptionAction,
    (
        "what",
        "outcome",
    ),
)
