"""Investigation: how it reads on the screen."""

from rise_desk.domain.investigation import Investigation
from rise_desk.domain.protecting_told import titled
from ui.records import plainly

SHOWN = plainly.shown(
    Investigation, ("outcome_why", "note"), lambda made, reading: titled(made, reading.practice), heads="What is told"
)
