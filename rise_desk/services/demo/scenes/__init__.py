"""What the notes of the demonstration tell, as data: by kind of contact and part of the case."""

from rise_desk.services.demo.scenes import (
    agencies,
    between,
    calls,
    doors,
    everyday,
    family,
    health,
    home,
    meetings,
    outings,
    returning,
    school,
)
from rise_desk.services.demo.scenes.scene import Told, ready

SCENES: tuple[Told, ...] = ready(
    (
        *doors.CHAPTERS,
        *home.CHAPTERS,
        *school.CHAPTERS,
        *calls.CHAPTERS,
        *outings.CHAPTERS,
        *family.CHAPTERS,
        *agencies.CHAPTERS,
        *health.CHAPTERS,
        *returning.CHAPTERS,
        *everyday.CHAPTERS,
        *between.CHAPTERS,
        *meetings.CHAPTERS,
    )
)
"""Every scene; a file is told each of them once."""

__all__ = ["SCENES", "Told"]
