"""Disruption action: how it reads on the screen."""

from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.protecting_told import titled
from ui.records import plainly

SHOWN = plainly.shown(
    DisruptionAction, ("what", "outcome"), lambda made, reading: titled(made, reading.practice), heads="What is done"
)
