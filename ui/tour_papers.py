"""The tour's stops at papers: each page of a summary, a missing pack, an assessment on its form, the blank forms."""

from rise_desk.domain import missing_now
from rise_desk.domain.record import Id
from rise_desk.services import forms, missing_packs, overview, packs
from rise_desk.services.copies import Made
from rise_desk.services.desk import Desk
from ui.tour_camera import Camera


def keep(desk: Desk, subject: Id, camera: Camera, dpi: int) -> None:
    """The papers about somebody who was assessed, and those about nobody."""
    _pages(camera, dpi, "summary", packs.summary(desk, subject, recipient="Ruth Penn"))
    away = [each.subject for each in overview.due_lines(desk) if each.rule == missing_now.RULE]
    _pages(camera, dpi, "missing-pack", missing_packs.printed(desk, (*away, subject)[0], recipient="PC Hill")[0])
    newest = forms.found(desk, subject)
    _pages(camera, dpi, "assessment", forms.printed(desk, newest.id, recipient="Ruth Penn")[0])
    _pages(camera, dpi, "blank-form", forms.blank(desk))
    _pages(camera, dpi, "blank-checklist", forms.checklist(desk))


def _pages(camera: Camera, dpi: int, name: str, made: Made) -> None:
    for place in range(made.pages):
        camera.keep_page(f"paper-{name}-{place + 1}", packs.page_png(made.pdf, place, dpi))
