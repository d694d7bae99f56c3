"""The paper of an information report: whole, or what may be passed on of it."""

from rise_desk.domain.information import InformationReport
from rise_desk.domain.record import NO_ID
from rise_desk.services import information_papers
from ui.papers import Paper

NAME, CLEAN = "Information report", "Information report, sanitised"


def sheet(made: InformationReport, *, clean: bool = False) -> Paper:
    """One report; every copy of it is numbered."""
    name = CLEAN if clean else NAME
    return Paper(
        name=name,
        heading=name,
        file_name=f"{name.lower().replace(',', '')}.pdf",
        subject=next((each.subject for each in made.about if each.subject), NO_ID),
        preview=lambda desk, _asked: information_papers.preview(desk, made.id, sanitised=clean),
        printed=lambda desk, asked, copies: information_papers.printed(
            desk, made.id, recipient=asked["recipient"], copies=copies, sanitised=clean
        ),
        saved=lambda desk, asked, password: information_papers.saved(
            desk, made.id, recipient=asked["recipient"], password=password, sanitised=clean
        ),
        role="information",
    )
