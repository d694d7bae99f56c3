"""The short checklist for health staff as a blank form on one page of A4."""

from datetime import datetime

from rise_desk.domain import moments
from rise_desk.domain.checklist import HIGH, LOW, MEDIUM, SIGNS
from rise_desk.domain.practice import Practice
from rise_desk.reports.assessment_form import WHEN_FILLED
from rise_desk.reports.blocks import Document
from rise_desk.reports.form_blocks import Blank, Blanks, Frame, Question, Writing
from rise_desk.reports.led import tick

ABOUT = "For health staff: tick what you know or have seen."
RULES = {
    LOW: "Low: two or more ask for a full assessment",
    MEDIUM: "Medium: any one asks for a full assessment",
    HIGH: "High: any one asks for a full assessment, and for action the same day",
}
"""Each group of signs, and what it asks for."""
SAME_DAY = "Any high sign: act the same day. The assessment never delays it."
DANGER = "In immediate danger, ring 999."


def blank(practice: Practice, *, now: datetime) -> Document:
    """An empty checklist; it says nothing of anybody."""
    return Document(
        title="Health checklist",
        subject_line=ABOUT,
        marking=WHEN_FILLED,
        footer="Health checklist",
        printed_by="",
        printed_at=moments.minute(now),
        copy="",
        blocks=(
            _line(("Name", 2), ("Date of birth", 1.2)),
            _line(("Date", 1), ("Who came with them", 2.2)),
            _line(("Filled in by, and their service", 1)),
            *(_group(practice, group) for group in RULES),
            Frame(
                label=f"{SAME_DAY} {DANGER}",
                inside=(
                    _line(("Safeguarding lead told: who", 2), ("at", 1)),
                    _line(("Referred to social care or the police: whom", 2.2), ("at", 1)),
                ),
            ),
            Writing(label="Comment", room=5),
            _line(("Signed", 2), ("date", 1)),
        ),
    )


def _group(practice: Practice, group: str) -> Question:
    signs = tuple(tick(each.label) for each in practice.vocabulary(SIGNS).choices() if each.group == group)
    return Question(label=RULES[group], options=signs, prompt="What was seen", room=4)


def _line(*fields: tuple[str, float]) -> Blanks:
    return Blanks(fields=tuple(Blank(label=label, share=share) for label, share in fields))
