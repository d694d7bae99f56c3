"""Information reports that nobody has sent yet: one line each, for whoever recorded it, where it is about first."""

from collections.abc import Iterator

from rise_desk.domain import moments
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.due import Due
from rise_desk.domain.information import InformationReport
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import NO_ID

RULE = "information_report"
WHAT = "Information report not sent"


def lines(file: CaseFile | ThingFile, practice: Practice) -> Iterator[Due]:
    """Each report that was not sent, due the day it was recorded; it stands once, with whom it is about first."""
    for each in file.of(InformationReport):
        first = next((one.subject for one in each.about if one.subject), NO_ID)
        if file.is_about(first) and not each.sent_at and not each.withdrawn:
            day = moments.london_day(each.recorded_at)
            yield Due(
                rule=RULE,
                what=WHAT,
                subject=file.subject.id,
                record=each.id,
                since=day,
                by=day,
                answered_by=InformationReport.KIND,
                why=each.recorded_by,
                owner=each.recorded_by,
            )
