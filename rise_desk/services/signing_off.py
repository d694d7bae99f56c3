"""Signing off: a manager answers a submitted assessment; it is signed off, or goes back with what to put right.

What goes back is with its author at once: an unfinished form of theirs, made in the same transaction as the answer.
"""

from collections.abc import Iterable
from typing import cast

from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed
from rise_desk.domain.act import Act
from rise_desk.domain.assessed import Assessed
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF, SignOff
from rise_desk.domain.staff import Standing
from rise_desk.services import casework, overview, unfinished
from rise_desk.services.desk import Desk
from rise_desk.storage import accounts, drafts
from rise_desk.storage.drafts import Draft

KINDS = SignOff.JUDGED_WITH
"""The kinds that tell how assessments stand."""


def sign_off(desk: Desk, assessment: Id, comments: str = "", *, draft: Id = NO_ID) -> SignOff:
    """Say that an assessment is agreed with; a band that waited takes effect. `draft` goes with it.

    Raises `Invalid` where somebody has answered it already, it no longer counts, or it is one's own; `NotAllowed`,
    which is written down, and `NotFound`.
    """
    made = desk.store.get(Assessment, assessment)
    act = Act(title="Sign-off recorded", saves=(_answer(desk, made, SIGNED_OFF, comments),))
    return _perform(desk, act, draft)


def send_back(desk: Desk, assessment: Id, comments: str, *, draft: Id = NO_ID) -> SignOff:
    """Give an assessment back to its author with what should be put right; raises like `sign_off`.

    The author finds an unfinished form for it on Today and on the file, kept even while they can't sign in.
    """
    made = desk.store.get(Assessment, assessment)
    act = Act(
        title="Assessment sent back",
        saves=(_answer(desk, made, SENT_BACK, comments),),
        reason="sent back to its author",
    )
    return _perform(desk, act, draft, made)


def may_answer(desk: Desk, assessed: Assessed, made: Assessment) -> bool:
    """Whether this person may answer this assessment now: it counts, nobody has answered it, and it is not theirs."""
    held = assessed.standing(made.id)
    waits = held is not None and held.answer is None
    return waits and made.recorded_by != desk.who.name and access.may(desk.who, Deed.SIGN_OFF)


def author_is_here(desk: Desk, made: Assessment) -> bool:
    """Whether the author of an assessment has an account with which they can sign in."""
    account = accounts.named(desk.store.vault, made.recorded_by)
    return account is not None and account.who.standing is not Standing.SUSPENDED


def assessed(desk: Desk, subject: Id) -> Assessed:
    """What the assessments of somebody's whole file came to."""
    return Assessed(file=overview.case_file(desk, subject, Sieve(kinds=KINDS)), practice=desk.practice)


def assessed_in(desk: Desk, subject: Id, entries: Iterable[overview.ChronologyEntry]) -> Assessed:
    """The same, for reading these entries: nothing is looked up where none of them is an assessment or its answer."""
    if any(each.line.kind in KINDS for each in entries):
        return assessed(desk, subject)
    return Assessed(file=CaseFile(subject=Person()), practice=desk.practice)


def _answer(desk: Desk, made: Assessment, decision: str, comments: str) -> SignOff:
    return SignOff(
        id=desk.clock.new_id(),
        subject=made.subject,
        assessment=made.id,
        decided_at=moments.stamp(desk.now()),
        decision=decision,
        comments=comments.strip(),
    )


def _perform(desk: Desk, act: Act, draft: Id, back: Assessment | None = None) -> SignOff:
    def first(_work: object) -> None:
        unfinished.drop(desk, draft)
        if back is not None:
            _give_back(desk, back)

    return cast(SignOff, casework.perform(desk, act, first=first)[0])


def _give_back(desk: Desk, made: Assessment) -> None:
    """An unfinished form for the author, where they have none for this assessment yet."""
    held = drafts.of(desk.store.vault, made.recorded_by)
    if any(each.kind == made.KIND and each.record == made.id for each in held):
        return
    form = Draft(
        id=desk.clock.new_id(),
        account=made.recorded_by,
        kind=made.KIND,
        subject=made.subject,
        record=made.id,
        base_version=made.version,
        saved_at=moments.stamp(desk.now()),
        typed={unfinished.CORRECTS: str(made.id)},
    )
    drafts.add(desk.store.vault, form)
