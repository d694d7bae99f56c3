"""Notice: how it reads on the screen."""

from rise_desk.domain.notice import Notice
from ui.records import plainly

SHOWN = plainly.shown(Notice, ("grounds",))
