"""Reckoned: what is worked out of an assessment and never stored: its sum, the bands allowed, how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass

from rise_desk.domain import scoring, standing
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.domain.standing import Standing

WITHDRAWN, PUT_RIGHT = "withdrawn", "put_right"


@dataclass(frozen=True, kw_only=True)
class Reckoned:
    """What one assessment comes to: '24' or '27–35', the bands allowed, the higher first, and what was chosen.

    `state`: submitted, signed_off or sent_back; of one that does not count, withdrawn or put_right. `shown_band` is the
    one that shows everywhere since; '' for one that does not count. `outranked_by`: what outranks the score.
    """

    overall: str
    allowed_bands: tuple[str, ...]
    choice: str
    state: str
    shown_band: str
    outranked_by: tuple[str, ...]


def reckoned(file: CaseFile, practice: Practice) -> Mapping[Id, Reckoned]:
    """What each assessment of a whole file comes to, by its number."""
    counting = {each.assessment.id: each for each in standing.course(file, practice)}
    return {each.id: _reckoned(each, counting.get(each.id), practice) for each in file.of(Assessment)}


def _reckoned(made: Assessment, stands: Standing | None, practice: Practice) -> Reckoned:
    instrument = practice.instruments[made.instrument]
    gone = WITHDRAWN if made.withdrawn else PUT_RIGHT
    return Reckoned(
        overall=str(made.overall),
        allowed_bands=scoring.allowed(instrument, made.overall),
        choice=str(made.choice(instrument)),
        state=stands.state if stands else gone,
        shown_band=stands.shown if stands else "",
        outranked_by=made.outranked_by(instrument),
    )
