"""Assessed: what a file's assessments came to: each one, how those that count stand, and what was answered to each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from rise_desk.domain import moments, standing
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.standing import Standing

LAST = Id((1 << 63) - 1)
"""The number of an answer that nobody has given yet: it comes after all others."""


@dataclass(frozen=True, kw_only=True)
class Assessed:
    """A file with its assessments and their answers, and the practice they are read by."""

    file: CaseFile
    practice: Practice

    @cached_property
    def made(self) -> Mapping[Id, Assessment]:
        """Every assessment on file by its number, whether it counts or not."""
        return {each.id: each for each in self.file.of(Assessment)}

    @cached_property
    def answers(self) -> Mapping[Id, SignOff]:
        """The standing answer to each assessment that has one, corrected ones too."""
        return standing.answers(self.file)

    @cached_property
    def course(self) -> tuple[Standing, ...]:
        """How each assessment that counts stands, oldest first."""
        return standing.course(self.file, self.practice)

    def standing(self, assessment: Id) -> Standing | None:
        """How one stands; None for one that does not count."""
        return next((each for each in self.course if each.assessment.id == assessment), None)

    def before(self, made: Assessment) -> Standing | None:
        """How the last one stands that was made on an earlier day; None for a first one."""
        day = moments.london_day(made.assessed_on)
        earlier = [each for each in self.course if moments.london_day(each.assessment.assessed_on) < day]
        return earlier[-1] if earlier else None

    @property
    def shown(self) -> str:
        """The band that shows everywhere now; '' where nobody was assessed."""
        return self.course[-1].shown if self.course else ""

    def shown_if(self, made: Assessment, decision: str) -> str:
        """The band that would show everywhere once this had been decided about an assessment."""
        answer = SignOff(id=LAST, subject=made.subject, assessment=made.id, decision=decision)
        return replace(self, file=replace(self.file, records=(answer, *self.file.records))).shown
