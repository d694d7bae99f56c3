"""InformationReport: how it reads on the screen."""

from rise_desk.domain.information import InformationReport
from ui.records import plainly

SHOWN = plainly.shown(InformationReport, ("what",))
