"""Risk: what a list shows of a file's assessments: the band that shows, the score, and when the next one is due."""

from collections.abc import Iterable
from dataclasses import dataclass

from rise_desk.domain import moments, reassessment, standing
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.practice import Practice


@dataclass(frozen=True, kw_only=True)
class Risk:
    """The band's key, the overall score as it is written, the last assessment's London day, the next one's day.

    `waits`: the band that was chosen has not taken effect, and the higher one shows.
    """

    band: str = ""
    overall: str = ""
    assessed_on: str = ""
    assess_by: str = ""
    waits: bool = False


NO_RISK = Risk()


def risk_of(file: CaseFile, practice: Practice, due: Iterable[Due]) -> Risk:
    """The risk that a file shows; everything is '' where nobody was assessed and nothing is due."""
    last = standing.latest(file, practice)
    by = next((each.by for each in due if each.rule == reassessment.RULE), "")
    if last is None:
        return Risk(assess_by=by)
    made = last.assessment
    return Risk(
        band=last.shown,
        overall=str(made.overall),
        assessed_on=moments.london_day(made.assessed_on),
        assess_by=by,
        waits=last.waits,
    )
