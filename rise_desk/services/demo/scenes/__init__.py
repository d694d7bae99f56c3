"""What the notes of the demonstration tell, as data: by kind of contact and part of the case."""

from rise_desk.services.demo.scenes import calls, home, school
from rise_desk.services.demo.scenes.scene import Told, ready

SCENES: tuple[Told, ...] = ready((*home.CHAPTERS, *school.CHAPTERS, *calls.CHAPTERS))
"""Every scene; a file is told each of them once."""

__all__ = ["SCENES", "Told"]
