"""How assessments stand: which of a file's count, signed off or sent back, and the band that shows everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from rise_desk.domain import moments
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile, RecordType
from rise_desk.domain.instrument import higher
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.domain.scoring import Choice, allowed
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF, SignOff

SUBMITTED = "submitted"
STATES = {SUBMITTED: "submitted", SIGNED_OFF: "signed off", SENT_BACK: "sent back"}
"""How far an assessment has come, in words."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One assessment that counts: how far it has come, what its band means, and the band that shows since.

    `waits`: the chosen band has not taken effect; until it has, the higher of the last and the proposed one shows.
    """

    assessment: Assessment
    answer: SignOff | None
    choice: Choice
    shown: str

    @property
    def state(self) -> str:
        """Submitted, signed off, or sent back."""
        return self.answer.decision if self.answer else SUBMITTED

    @property
    def waits(self) -> bool:
        """Whether the chosen band still waits for a manager."""
        return self.state == SENT_BACK or (self.choice.needs_sign_off and self.state != SIGNED_OFF)


def counting(file: CaseFile) -> tuple[Assessment, ...]:
    """The assessments that count, oldest first: not withdrawn, and not put right by a later one."""
    held = _standing_records(file, Assessment)
    return tuple(sorted(held, key=lambda each: (moments.london_day(each.assessed_on), each.id)))


def answers(file: CaseFile) -> dict[Id, SignOff]:
    """The standing answer to each assessment that has one."""
    return {each.assessment: each for each in sorted(_standing_records(file, SignOff), key=lambda each: each.id)}


def course(file: CaseFile, practice: Practice) -> tuple[Standing, ...]:
    """Every assessment that counts, oldest first, each with the band that showed once it was made."""
    answered = answers(file)
    made: list[Standing] = []
    for each in counting(file):
        before = made[-1].shown if made else ""
        made.append(_standing(each, answered.get(each.id), before, practice))
    return tuple(made)


def latest(file: CaseFile, practice: Practice) -> Standing | None:
    """How the newest assessment stands; None where there is none."""
    held = course(file, practice)
    return held[-1] if held else None


def _standing(made: Assessment, answer: SignOff | None, before: str, practice: Practice) -> Standing:
    instrument = practice.instruments[made.instrument]
    first = Standing(assessment=made, answer=answer, choice=made.choice(instrument), shown=made.band)
    if not first.waits:
        return first
    last = before or allowed(instrument, made.overall)[0]
    return Standing(assessment=made, answer=answer, choice=first.choice, shown=higher(last, made.band))


def _standing_records(file: CaseFile, kind: type[RecordType]) -> list[RecordType]:
    held = file.of(kind)
    gone = put_right(held)
    return [each for each in held if not each.withdrawn and each.id not in gone]


def put_right(records: Sequence[Record]) -> frozenset[Id]:
    """The numbers of all that a later one puts right which stands itself, also by way of one that was withdrawn."""
    links = {each.id: each.corrects for each in records if each.corrects}
    found = set[Id]()
    for each in records:
        target = NO_ID if each.withdrawn else each.corrects
        while target and target not in found:
            found.add(target)
            target = links.get(target, NO_ID)
    return frozenset(found)
