"""What the forms of a child abduction notice ask: to prepare one, to serve it, to review it, and to log a breach."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from rise_desk.domain.breach import Breach
from rise_desk.domain.language import nudges
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from ui import formats
from ui.desk import ScreenDesk
from ui.notice_law import LawField
from ui.notice_people import PairField
from ui.records.question import ask
from ui.records.words import capitalised
from ui.widgets.fields import Field, Kind, Section, Surroundings
from ui.widgets.radio_row import RadioRow
from ui.widgets.suggesting_line import SuggestingLine

FORM, SERVE = "form", "serve"
"""In a draft: which of the forms of a notice it is; the one that prepares it says nothing."""

NOW = "Ctrl+D is now"
SAFE = "Safety plan for the child"
WHY_SAFE = (
    "Serving a notice can be hard for the child: one has led a child to self-harm. Who tells them, who is with them "
    "that day and night, and whom can they ring?"
)
NEVER_SHOWN = "The printed notice never shows where the child lives, is placed or goes to school."
STATEMENTS = ("A parent", "Somebody with parental responsibility", "The local authority")
NOT_RECORDED = "not_recorded"
AGE_HINT = "As it was put to them: ‘told that the child is 13, born 12 March 2013’"


class Answers(RadioRow):
    """All the answers in view; what nobody has said yet holds until somebody does, and 'not recorded' is that too."""

    def __init__(self, answers: Sequence[tuple[str, str]], *, required: bool) -> None:
        unsaid = "Not decided yet" if required else formats.NOT_RECORDED
        super().__init__([("", unsaid), *answers], unanswered=False)

    def set_value(self, value: Any) -> None:
        """Show an answer."""
        super().set_value("" if value == NOT_RECORDED else value)


def prepared(screen: ScreenDesk) -> tuple[Section, ...]:
    """What is asked before a notice is served."""
    return (
        Section("The pair", (_person(screen, "child"), _person(screen, "adult"))),
        Section("What the law allows", (_law(),)),
        Section(
            "Why",
            (
                ask(Notice, "grounds", rows=5, nudge=nudges, hint="What is known, from whom, and since when"),
                ask(Notice, "requested_by"),
                _offering("statement_of", STATEMENTS, "For a child under section 20 it is the parent’s"),
                ask(Notice, "statement", rows=3),
                ask(Notice, "statement_on"),
            ),
        ),
        Section(
            "Issued",
            (
                ask(Notice, "authorised_by", hint="Name, rank and number"),
                ask(Notice, "issued_on"),
                ask(Notice, "police_ref"),
                ask(Notice, "review_on", hint="Left empty, the team’s own period counts"),
            ),
            NEVER_SHOWN,
        ),
        Section(SAFE, (_safety(), ask(Notice, "note", rows=3))),
    )


def served() -> tuple[Section, ...]:
    """What is asked of the service."""
    return (
        Section(
            "When and how it was served",
            (
                ask(Notice, "served_at", time=True, hint=NOW),
                ask(Notice, "served_by", hint="Name, rank and number"),
                ask(Notice, "served_where"),
                ask(Notice, "served_how", hint="Such as by hand, read out, left with somebody"),
            ),
        ),
        Section(
            "What the adult did",
            (
                _choice(Notice, "acknowledged"),
                ask(Notice, "acknowledged_age", whole=True, hint=AGE_HINT),
                ask(Notice, "adult_said", rows=3, hint="In the adult’s own words"),
                ask(Notice, "signed_by_parent", whole=True),
            ),
            "The acknowledged age answers ‘I thought the child was older’ later, for this child and for the next.",
        ),
        Section(
            "Afterwards",
            (
                ask(
                    Notice,
                    "copies_to",
                    whole=True,
                    hint="Such as the adult, the parent or authority, police",
                ),
                _safety(),
                ask(Notice, "review_on", hint="Left empty, the team’s own period counts"),
            ),
        ),
    )


def whole(screen: ScreenDesk) -> tuple[Section, ...]:
    """Everything that a notice holds, to put right one that was served."""
    asked = (*served()[:2], Section("Afterwards", served()[2].fields[:1]))
    return (*prepared(screen), *asked)


def reviewed() -> tuple[Section, ...]:
    """What is asked of a review."""
    return (
        Section(
            "",
            (
                ask(NoticeReview, "reviewed_at", time=True, hint=NOW),
                ask(NoticeReview, "reviewed_by"),
                _choice(NoticeReview, "decision"),
                ask(NoticeReview, "why", rows=3, nudge=nudges, hint="Needed where the notice is withdrawn"),
                ask(NoticeReview, "review_on", hint="Where it stands. +26w is in half a year"),
                ask(NoticeReview, "adult_told_on"),
            ),
        ),
    )


def broken(episodes: Field) -> tuple[Section, ...]:
    """What is asked of a breach."""
    return (
        Section(
            "",
            (
                ask(Breach, "happened_at", time=True, hint=f"As near as it is known. {NOW}"),
                ask(Breach, "place"),
                ask(Breach, "what", rows=4, nudge=nudges),
                ask(Breach, "seen_by", whole=True, hint="Name and work, or how it came to be known"),
                ask(Breach, "evidence", rows=3, hint="Such as CCTV, messages, an officer’s notebook, and who holds it"),
                episodes,
                ask(Breach, "outcome", rows=3, hint="What was done about it; can be put right later"),
            ),
        ),
    )


def _person(screen: ScreenDesk, name: str) -> Field:
    return ask(
        Notice, name, Kind.OWN, whole=True, make=lambda _field, _around: PairField(screen, at_risk=name == "child")
    )


def _law() -> Field:
    return ask(Notice, "law", Kind.OWN, whole=True, make=_laws)


def _laws(field: Field, around: Surroundings) -> QWidget:
    return LawField(tuple(_words(field, around)))


def _safety() -> Field:
    return ask(Notice, "safety_plan", rows=4, hint=WHY_SAFE, nudge=nudges)


def _offering(name: str, offers: tuple[str, ...], hint: str) -> Field:
    return ask(Notice, name, Kind.OWN, hint=hint, make=lambda _field, _around: SuggestingLine(offers))


def _choice(cls: type[Notice] | type[NoticeReview], name: str) -> Field:
    return ask(cls, name, Kind.OWN, whole=True, make=_answers)


def _answers(field: Field, around: Surroundings) -> QWidget:
    return Answers([each for each in _words(field, around) if each[0] != NOT_RECORDED], required=field.required)


def _words(field: Field, around: Surroundings) -> Iterator[tuple[str, str]]:
    for each in around.practice.vocabulary(field.vocabulary).choices():
        yield each.key, capitalised(each.label)
