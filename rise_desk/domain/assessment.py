"""An assessment: ten indicators with their evidence, a professional judgement and a band, repeated every six weeks.

It exists from submission on and never changes: what was wrong in it is put right by a further one. Harm that is
already happening and what protects the child are recorded apart from vulnerability.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from rise_desk.domain import assessment_problems, scoring
from rise_desk.domain.assessment_said import evidence_said, scores_said
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Part, Record, attribute
from rise_desk.domain.scoring import Choice, Total

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.instrument import Instrument
    from rise_desk.domain.practice import Practice

HARM, MISSING, UNDER_13 = "harm", "missing", "under_13"
OUTRANKS: Mapping[str, str] = {
    HARM: "Harm is already happening.",
    MISSING: "Missing now.",
    UNDER_13: "Sexual activity under 13.",
}
"""What outranks the score beside an indicator's own score, in words."""

YOUNG = 13
"""Under this age any sexual activity is always a crime against the child."""


@dataclass(frozen=True, kw_only=True)
class Score(Part):
    """What one indicator was scored: 1 to 5, or 0 for not yet known, with how it will be found out."""

    LABEL: ClassVar[str] = "Score"
    indicator: str = attribute("Indicator", vocabulary="indicator", required=True)
    score: int = attribute("Score", default=0)
    find_out: str = attribute("How it will be found out")
    answer: str = attribute("Which one")


@dataclass(frozen=True, kw_only=True)
class Evidence(Part):
    """What an indicator's score rests on; `carried_from` is the day of the assessment whose words these are.

    Carried words count only once somebody has confirmed that they are still true.
    """

    LABEL: ClassVar[str] = "Evidence"
    indicator: str = attribute("Indicator", vocabulary="indicator", required=True)
    text: str = attribute("Evidence", long=True)
    carried_from: Moment = attribute("Carried from", default=Moment(""))
    confirmed: bool | None = attribute("Confirmed as still true", default=None)


@dataclass(frozen=True, kw_only=True)
class HarmSign(Part):
    """A sign that was seen, on which day, and who saw it."""

    LABEL: ClassVar[str] = "Sign seen"
    sign: str = attribute("Sign", vocabulary="sign_seen", required=True)
    seen_on: Moment = attribute("Seen on", default=Moment(""), past=True)
    basis: str = attribute("Who says so")


@dataclass(frozen=True, kw_only=True)
class Assessment(Record):
    """One assessment of one young person, as it was submitted, with the instrument it was made with."""

    KIND: ClassVar[str] = "assessment"
    TITLE: ClassVar[str] = "Assessment"
    CALLED: ClassVar[str] = "Assessment"
    JUDGED_WITH: ClassVar[tuple[str, ...]] = ("assessment",)

    subject: Id = attribute("Young person", default=NO_ID, required=True)
    assessed_on: Moment = attribute("Date of the assessment", default=Moment(""), required=True, past=True)
    instrument: str = attribute("Instrument", required=True)
    scores: tuple[Score, ...] = attribute("Scores", default=())
    evidence: tuple[Evidence, ...] = attribute("Evidence", default=())
    mentions: tuple[Mention, ...] = attribute("Risky people", default=())
    judgement: int = attribute("Professional judgement", default=0)
    judgement_comment: str = attribute("Why this judgement", required=True, long=True)
    harm_happening: bool | None = attribute("Harm already happening", default=None)
    harm_signs: tuple[HarmSign, ...] = attribute("Signs of harm seen", default=())
    missing_now: bool | None = attribute("Missing now", default=None)
    sexual_activity_under_13: bool | None = attribute("Any sexual activity under 13", default=None)
    protective: str = attribute("Protective factors", long=True)
    strategy_asked: bool | None = attribute("Strategy discussion asked for today", default=None)
    strategy_at: Moment = attribute("Asked for at", default=Moment(""), past=True)
    strategy_by: str = attribute("Asked for by, and of whom")
    strategy_because: str = attribute("Not asked for, because")
    band: str = attribute("Band", vocabulary="band", required=True)
    band_reason: str = attribute("Why this band", long=True)
    lead: str = attribute("Safeguarding lead spoken to")
    told_on: Moment = attribute("Young person told on", default=Moment(""), past=True)
    told_why: str = attribute("Not told yet, because")

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """The young person; those who are only named are not opened by it."""
        return ((self.subject, "assessed"),)

    def happened(self) -> Moment:
        """The day of the assessment."""
        return self.assessed_on

    @property
    def overall(self) -> Total:
        """The ten scores and the judgement together."""
        return scoring.total((each.score for each in self.scores), self.judgement)

    def score_of(self, indicator: str) -> Score | None:
        """What an indicator was scored; None where it was not."""
        return next((each for each in self.scores if each.indicator == indicator), None)

    def evidence_of(self, indicator: str) -> Evidence | None:
        """What an indicator's score rests on; None where nothing was written."""
        return next((each for each in self.evidence if each.indicator == indicator), None)

    def levels(self) -> dict[str, int]:
        """Each indicator's score, 0 for not yet known."""
        return {each.indicator: each.score for each in self.scores}

    def outranked_by(self, instrument: "Instrument") -> tuple[str, ...]:
        """What outranks the score: indicators by their keys, and the keys of `OUTRANKS`."""
        said = ((HARM, self.harm_happening), (MISSING, self.missing_now), (UNDER_13, self.sexual_activity_under_13))
        return (*scoring.outranking(instrument, self.levels()), *(key for key, is_so in said if is_so))

    def choice(self, instrument: "Instrument") -> Choice:
        """What the chosen band means beside those that the score allows."""
        return scoring.choice(instrument, self.overall, self.band)

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """What stands against it: a score, its evidence, the judgement, the band and its reason, the day."""
        return super().problems(practice, now) | assessment_problems.of(self, practice)

    def file_problems(self, file: "CaseFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """Against the file: before birth, before the referral, or a second one of the same day."""
        return self.clashes(file) if self.withdrawn else assessment_problems.in_file(self, file)

    def clashes(self, file: "CaseFile") -> dict[str, str]:
        """Another one of the same day; none where a later one puts this one right."""
        return assessment_problems.clashing(self, file)

    @classmethod
    def said(cls, data: Mapping[str, Any], practice: "Practice") -> dict[str, Any]:
        """Scores and evidence as other programs say them: ten in a row, by indicator, or as parts."""
        told = {"instrument": practice.instrument, **data}
        return told | {
            name: read(told[name])
            for name, read in (("scores", scores_said), ("evidence", evidence_said))
            if name in told
        }
