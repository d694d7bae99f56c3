"""Papers that can be looked at, printed and saved: what each is called, and who makes its copies."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypedDict

from rise_desk.domain import moments
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.services import forms, missing_packs, network_papers, overview, packs
from rise_desk.services.copies import Made
from rise_desk.services.desk import Desk
from rise_desk.services.network import STEPS
from ui.desk import ScreenDesk


class Asked(TypedDict):
    """What was looked at, and for whom the copy is."""

    since: Moment
    until: Moment
    recipient: str


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One sort of paper about something: its name, its heading on the screen, the name of its file, how it is made.

    `subject`: whose paper it is, 0 for nobody's; `by_period`: it tells of a period that can be asked for; `role`:
    by which it is known where the page of help for a window is looked up.
    """

    name: str
    heading: str
    file_name: str
    subject: Id
    preview: Callable[[Desk, Asked], Made]
    printed: Callable[[Desk, Asked, int], list[Made]]
    saved: Callable[[Desk, Asked, str], Made]
    by_period: bool = False
    role: str = "form"


def summary(screen: ScreenDesk, subject: Id) -> Paper:
    """Somebody's case summary."""
    person = overview.person(screen.at, subject)
    return Paper(
        name="Case summary",
        heading=f"Case summary of {person.name}",
        file_name=f"{person.file_number} case summary.pdf",
        subject=subject,
        preview=lambda desk, asked: packs.preview(desk, subject, since=asked["since"], until=asked["until"]),
        printed=lambda desk, asked, copies: packs.printed(desk, subject, **asked, copies=copies),
        saved=lambda desk, asked, password: packs.saved(desk, subject, **asked, password=password),
        by_period=True,
        role="",
    )


def assessment(screen: ScreenDesk, made: Assessment) -> Paper:
    """One assessment on its form."""
    person, day = overview.person(screen.at, made.subject), moments.shown(made.assessed_on)
    return Paper(
        name="Assessment",
        heading=f"Assessment of {person.name}, {day}",
        file_name=f"{person.file_number} assessment {moments.london_day(made.assessed_on)}.pdf",
        subject=made.subject,
        preview=lambda desk, _asked: forms.preview(desk, made.id),
        printed=lambda desk, asked, copies: forms.printed(desk, made.id, recipient=asked["recipient"], copies=copies),
        saved=lambda desk, asked, password: forms.saved(desk, made.id, recipient=asked["recipient"], password=password),
    )


def missing_pack(screen: ScreenDesk, subject: Id) -> Paper:
    """What the police need to find somebody who is missing."""
    person = overview.person(screen.at, subject)
    return Paper(
        name="Missing pack",
        heading=f"Missing pack for {person.name}",
        file_name=f"{person.file_number} missing pack.pdf",
        subject=subject,
        preview=lambda desk, _asked: missing_packs.preview(desk, subject),
        printed=lambda desk, asked, copies: missing_packs.printed(
            desk, subject, recipient=asked["recipient"], copies=copies
        ),
        saved=lambda desk, asked, password: missing_packs.saved(
            desk, subject, recipient=asked["recipient"], password=password
        ),
        role="missing_pack",
    )


def network(screen: ScreenDesk, subject: Id, steps: int = STEPS) -> Paper:
    """Who and what is linked around somebody or something, with what is still open."""
    called = overview.names_of(screen.at, (subject,))[subject]
    return Paper(
        name="Network",
        heading=f"Network around {called}",
        file_name="network.pdf",
        subject=subject,
        preview=lambda desk, _asked: network_papers.preview(desk, subject, steps=steps),
        printed=lambda desk, asked, copies: network_papers.printed(
            desk, subject, steps=steps, recipient=asked["recipient"], copies=copies
        ),
        saved=lambda desk, asked, password: network_papers.saved(
            desk, subject, steps=steps, recipient=asked["recipient"], password=password
        ),
    )


def blank_form(instrument: str = "") -> Paper:
    """The empty assessment form of an instrument; of the team's own where none is named."""
    return Paper(
        name="Blank assessment form",
        heading="Blank assessment form",
        file_name="blank assessment form.pdf",
        subject=Id(0),
        preview=lambda desk, _asked: forms.blank(desk, instrument),
        printed=lambda desk, asked, copies: forms.blank_printed(
            desk, instrument, recipient=asked["recipient"], copies=copies
        ),
        saved=lambda desk, asked, password: forms.blank_saved(
            desk, instrument, recipient=asked["recipient"], password=password
        ),
    )


def blank_checklist() -> Paper:
    """The empty health checklist."""
    return Paper(
        name="Blank health checklist",
        heading="Blank health checklist",
        file_name="blank health checklist.pdf",
        subject=Id(0),
        preview=lambda desk, _asked: forms.checklist(desk),
        printed=lambda desk, asked, copies: forms.checklist_printed(desk, recipient=asked["recipient"], copies=copies),
        saved=lambda desk, asked, password: forms.checklist_saved(
            desk, recipient=asked["recipient"], password=password
        ),
    )
