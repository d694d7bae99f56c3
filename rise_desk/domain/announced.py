"""What is announced ahead of its day: rules whose lines show from a day until a day, and not before or after it."""

from rise_desk.domain import birthday_due, notice_due, order_due

ANNOUNCED = (notice_due.LAPSE, birthday_due.RULE, *order_due.RULES)
"""Rules whose lines are told from their beginning on, however far away their day is."""

TIMED = (*ANNOUNCED, notice_due.REVIEW, notice_due.SERVICE, birthday_due.TURNED)
"""Rules whose lines count from the London day `since` until the end of the London day `until`, '' for no end."""
