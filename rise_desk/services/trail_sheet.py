"""The audit as paper, made in memory; looking is part of reading the audit, printing is written down."""

from rise_desk import places
from rise_desk.domain import moments
from rise_desk.domain.access import Deed
from rise_desk.reports import blocks, trail_sheet
from rise_desk.reports.paper import fonts, pages, render
from rise_desk.services import overview, trail
from rise_desk.services.copies import INVENTED, Made
from rise_desk.services.desk import Desk
from rise_desk.services.trail import Asked, Told

MOST_ROWS = 1_000
"""More steps than this are no sheet: narrow them, or export the list."""


def made(desk: Desk, asked: Asked, filters: str = "") -> Made:
    """The steps asked for, the newest first, as a PDF to look at and print."""
    told = trail.page(desk, asked, limit=MOST_ROWS)
    ends = trail.head(desk)
    steps = trail_sheet.Steps(
        about=overview.names_of(desk, [asked.about]).get(asked.about, "") if asked.about else "",
        filters=filters,
        rows=[_row(each) for each in told],
        of=max(trail.count(desk, asked), len(told)),
        row=ends.seq,
        mark=ends.mark,
        signed=trail.signed(desk),
    )
    marking = f"{INVENTED} · {blocks.OFFICIAL_SENSITIVE}" if desk.demonstration else blocks.OFFICIAL_SENSITIVE
    now = moments.minute(desk.now())
    document = trail_sheet.build(steps, printed_by=desk.who.name, printed_at=now, marking=marking)
    pdf = render(document, fonts.choose((each.name, each.regular, each.bold) for each in places.font_files()))
    return Made(pdf=pdf, pages=pages.page_count(pdf), copy="", text=blocks.as_text(document))


def printed(desk: Desk, asked: Asked, pages: int) -> None:
    """Write down that the sheet was printed."""
    desk.demand(Deed.TRAIL)
    desk.note(Deed.PRINT, subject=asked.about, reason=f"audit, {pages} {'page' if pages == 1 else 'pages'}")


def _row(told: Told) -> tuple[str, str, str, str, str]:
    return moments.shown(told.step.at), told.step.account, told.what, told.name, told.why
