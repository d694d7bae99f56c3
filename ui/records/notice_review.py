"""NoticeReview: how it reads on the screen."""

from rise_desk.domain.notice_review import NoticeReview
from ui.records import plainly

SHOWN = plainly.shown(NoticeReview, ("why",))
