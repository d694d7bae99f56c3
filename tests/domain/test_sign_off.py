"""A sign-off answers an assessment of this young person that stands, once, and sends nothing back without a word."""

from datetime import datetime

import pytest

from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF, SignOff
from tests.domain import sheets
from tests.domain.sheets import GONE, MAISIE, answer, made

ANSWERED = {"assessment": "Lena Osei has answered this assessment already."}
NO_SUCH = {"assessment": "There is no such assessment in this file, or a later one puts it right."}


def test_it_concerns_the_young_person_when_it_was_decided() -> None:
    made = answer(5, 1)
    assert (made.involved(), made.happened()) == (((MAISIE, "assessed"),), "2026-11-20T14:00+00:00")


def test_it_says_of_which_when_and_what(practice: Practice, now: datetime) -> None:
    assert set(SignOff().problems(practice, now)) == {"subject", "assessment", "decided_at", "decision"}
    later = Moment("2026-11-21T10:01+00:00")
    assert list(answer(5, 1, decided_at=later).problems(practice, now)) == ["decided_at"]


@pytest.mark.parametrize(
    ("decision", "comments", "refused"),
    [(SENT_BACK, "", True), (SENT_BACK, " \n", True), (SENT_BACK, "Ask school.", False), (SIGNED_OFF, "", False)],
)
def test_nothing_is_sent_back_without_a_word(
    decision: str, comments: str, refused: bool, practice: Practice, now: datetime
) -> None:
    found = answer(5, 1, decision, comments=comments).problems(practice, now)
    assert found == ({"comments": "Say what should be put right."} if refused else {})


def test_it_answers_one_that_stands(practice: Practice, now: datetime) -> None:
    first = made(1, "2026-11-10")
    corrected = made(2, "2026-11-10", corrects=Id(1))
    person = sheets.open_case()
    assert answer(5, 1).file_problems(sheets.file(person, first), practice, now) == {}
    assert answer(5, 9).file_problems(sheets.file(person, first), practice, now) == NO_SUCH
    assert answer(5, 1).file_problems(sheets.file(person, first, corrected), practice, now) == NO_SUCH
    gone = sheets.file(person, first.changed(withdrawn=GONE))
    assert answer(5, 1).file_problems(gone, practice, now) == NO_SUCH
    assert answer(5, 1, withdrawn=GONE).file_problems(gone, practice, now) == {}


def test_it_answers_once(practice: Practice, now: datetime) -> None:
    held = sheets.file(sheets.open_case(), made(1, "2026-11-10"), answer(5, 1))
    assert answer(6, 1).file_problems(held, practice, now) == ANSWERED
    assert answer(6, 1, corrects=Id(5)).file_problems(held, practice, now) == {}
    assert answer(5, 1).file_problems(held, practice, now) == {}
    withdrawn = sheets.file(sheets.open_case(), made(1, "2026-11-10"), answer(5, 1, withdrawn=GONE))
    assert answer(6, 1).file_problems(withdrawn, practice, now) == {}


def test_it_is_not_put_back_beside_another_but_beside_the_one_that_puts_it_right() -> None:
    first = made(1, "2026-11-10")
    another = sheets.file(sheets.open_case(), first, answer(5, 1, withdrawn=GONE), answer(6, 1))
    assert answer(5, 1).clashes(another) == ANSWERED
    correction = sheets.file(sheets.open_case(), first, answer(5, 1, withdrawn=GONE), answer(6, 1, corrects=Id(5)))
    assert answer(5, 1).clashes(correction) == {}
