"""OpenQuestion: how it reads on the screen."""

from rise_desk.domain.open_question import OpenQuestion
from ui.records import plainly

SHOWN = plainly.shown(
    OpenQuestion,
    (
        "question",
        "answer",
    ),
)
