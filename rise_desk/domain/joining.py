"""Joining: the kinds of record that join several subjects, so that one file would tell of another."""

from rise_desk.domain.breach import Breach
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.link import Link
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.order import Order

JOINING = (
    Link, Notice, NoticeReview, Breach, Order, Investigation, DisruptionAction, InformationReport, Grading,
    OpenQuestion,
)  # fmt: skip
"""Where one of those they join has a restricted file, nobody else is told of the record at all."""
