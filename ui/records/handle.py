"""A phone or name online on the screen."""

from rise_desk.domain.handle import Handle
from ui.records.shown import Shown

SHOWN = Shown(kind=Handle.KIND, title=Handle.TITLE)
