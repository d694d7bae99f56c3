"""What the form of a disruption action asks: the tactic, against whom, for whom, by whom, and what came of it."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.disruption import IMMIGRATION, DisruptionAction
from rise_desk.domain.language import nudges
from ui.desk import ScreenDesk
from ui.named_parts import NamedSubjects
from ui.records.protecting_fields import called, doer, in_view, people
from ui.records.question import ask
from ui.widgets.choice import ChoiceField
from ui.widgets.fields import Field, Kind, Section, Surroundings
from ui.widgets.parts import in_words

VISIT = ("spoke_to", "staff_briefed", "paid_in_cash")
"""What is asked of a visit to a hotel or business alone."""

MANAGERS_ROUTE = (
    "The immigration route is a manager’s decision, and never taken where a child’s own status is at stake. "
    "Say under ‘What exactly’ why it is taken and how that is known."
)


def sections(screen: ScreenDesk, action: DisruptionAction | None) -> tuple[Section, ...]:
    """What the form asks; `action` is the one on file."""
    return (
        Section("What is done", (_tactic(screen, action), *_who(screen), _what())),
        Section(
            "Who does it, and by when",
            (
                doer(screen, DisruptionAction, "owner"),
                ask(DisruptionAction, "agency"),
                ask(DisruptionAction, "agreed_on", hint="Ctrl+D is today"),
                ask(DisruptionAction, "due_on", hint="A day. +1w is in a week"),
            ),
        ),
        Section(
            "How it stands",
            (
                in_view(DisruptionAction, "status", ""),
                ask(DisruptionAction, "done_on", hint="Ctrl+D is today"),
                ask(DisruptionAction, "review_on", hint="When somebody looks whether it helped. +4w is in four weeks"),
                ask(DisruptionAction, "outcome", rows=3, nudge=nudges),
            ),
        ),
        Section(
            "The visit",
            (
                ask(DisruptionAction, "spoke_to", hint="Name and work, such as the night manager"),
                ask(DisruptionAction, "staff_briefed"),
                ask(DisruptionAction, "paid_in_cash", whole=True, hint="Which rooms, which nights, by whom"),
            ),
        ),
    )


def _who(screen: ScreenDesk) -> tuple[Field, ...]:
    return (
        ask(
            DisruptionAction,
            "targets",
            Kind.OWN,
            whole=True,
            hint="The first of them has the line on Today; several are a group",
            make=lambda field, _around: NamedSubjects(screen, field.label),
            describe=lambda value, _around: called(screen, [each.subject for each in value]),
        ),
        people(screen, DisruptionAction, "protects", "child", children=True),
    )


def _what() -> Field:
    return ask(DisruptionAction, "what", rows=3, nudge=nudges, hint="So that somebody else could do it")


def _tactic(screen: ScreenDesk, action: DisruptionAction | None) -> Field:
    return ask(
        DisruptionAction,
        "tactic",
        Kind.OWN,
        whole=True,
        make=lambda field, around: _tactics(screen, action, field, around),
        describe=lambda value, around: in_words(_plain_tactic(), value, around),
    )


def _plain_tactic() -> Field:
    return ask(DisruptionAction, "tactic")


def _tactics(screen: ScreenDesk, action: DisruptionAction | None, field: Field, around: Surroundings) -> QWidget:
    """The list; the immigration route is offered to those alone who may decide on it."""
    held = around.practice.vocabulary(field.vocabulary)
    if access.may(screen.at.who, Deed.IMMIGRATION) or (action is not None and action.tactic == IMMIGRATION):
        return ChoiceField(held, field.label)
    return ChoiceField(
        replace(held, entries=tuple(each for each in held.entries if each.key != IMMIGRATION)), field.label
    )
