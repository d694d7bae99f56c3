"""Grading: how it reads on the screen."""

from rise_desk.domain.grading import Grading
from ui.records import plainly

SHOWN = plainly.shown(Grading, ("sanitised",))
