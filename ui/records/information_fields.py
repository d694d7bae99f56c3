"""What the form of an information report asks: about whom, what, how it is known, and later what became of it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.language import nudges
from rise_desk.services import overview
from ui.desk import ScreenDesk
from ui.records.question import ask
from ui.subject_fields import SubjectField
from ui.widgets.fields import Field, Kind, Section, Surroundings
from ui.widgets.suggesting_line import SuggestingLine

RISK = "What could happen to whoever told it if it became known"


def sections(screen: ScreenDesk, colleagues: Sequence[str]) -> tuple[Section, ...]:
    """What is told, who tells it, and the log of what was sent."""
    return (_told(screen), _by(colleagues), _sent(colleagues))


def _told(screen: ScreenDesk) -> Section:
    return Section(
        "What is reported",
        (
            _about(screen),
            ask(InformationReport, "what", rows=6, nudge=nudges, hint="Seen or said; say what is opinion"),
            ask(InformationReport, "when_happened", whole=True, hint="As it is known: last Friday night"),
            ask(InformationReport, "place", whole=True),
            ask(InformationReport, "how_known", rows=3, hint="Seen, told by whom, read where"),
            ask(InformationReport, "phones", whole=True),
            ask(InformationReport, "vehicles", whole=True),
            ask(InformationReport, "risk_to_source", rows=3, hint=RISK),
        ),
    )


def _by(colleagues: Sequence[str]) -> Section:
    return Section(
        "Who reports",
        (
            _colleague("reporter", colleagues),
            ask(InformationReport, "reporter_agency"),
            ask(InformationReport, "learned_at", time=True),
        ),
    )


def _sent(colleagues: Sequence[str]) -> Section:
    return Section(
        "Sent, and what came of it",
        (
            ask(InformationReport, "sent_at", time=True, hint="Ctrl+D is now"),
            ask(InformationReport, "sent_to", hint="A team, or somebody by name"),
            _colleague("sent_by", colleagues),
            ask(InformationReport, "police_ref"),
            ask(InformationReport, "feedback", rows=3),
            ask(InformationReport, "feedback_on"),
        ),
        hint="Fill this in once it is sent. Until then it is due.",
    )


def _about(screen: ScreenDesk) -> Field:
    named = ask(
        ReportAbout,
        "subject",
        Kind.OWN,
        whole=True,
        make=lambda field, _around: SubjectField(screen, field.label),
        describe=lambda value, _around: _name(screen, value),
    )
    return ask(
        InformationReport,
        "about",
        Kind.PARTS,
        fields=(named, ask(ReportAbout, "called", hint="Where there is no record: a name, or what they look like")),
        noun="person or thing",
        describe=lambda value, _around: _described(screen, value),
    )


def _colleague(name: str, colleagues: Sequence[str]) -> Field:
    def make(_field: Field, _around: Surroundings) -> QWidget:
        return SuggestingLine(colleagues)

    return ask(InformationReport, name, Kind.OWN, make=make, describe=lambda value, _around: str(value))


def _described(screen: ScreenDesk, value: Any) -> str:
    """One of those it is about, or all of them."""
    parts = (value,) if isinstance(value, ReportAbout) else value
    return "\n".join(_name(screen, each.subject) or each.called for each in parts)


def _name(screen: ScreenDesk, subject: Any) -> str:
    return overview.names_of(screen.at, (subject,)).get(subject, "") if subject else ""
