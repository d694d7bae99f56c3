"""The questions about somebody or something: open ones first, and none that would tell of a restricted file."""

import pytest

from rise_desk.domain.disruption import Target
from rise_desk.domain.moments import Moment
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record, Withdrawal
from rise_desk.errors import NotAllowed
from rise_desk.services import casework, questions
from rise_desk.services.desk import Desk
from tests import build


def asked(desk: Desk, text: str, *about: Record, due_on: str = "", **values: str) -> OpenQuestion:
    """A question on file about these."""
    made = OpenQuestion(
        id=desk.clock.new_id(),
        about=tuple(Target(subject=each.id) for each in about),
        question=text,
        due_on=Moment(due_on),
    )
    known = {name: Moment(value) if name.endswith("_on") else value for name, value in values.items()}
    return casework.save(desk, made.changed(**known))


def texts(desk: Desk, subject: Record) -> list[str]:
    """The questions about somebody or something, in order."""
    return [each.question for each in questions.about(desk, subject.id)]


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A young person."""
    return build.young_person(desk)


def test_open_ones_come_first_by_their_day_then_answers_the_newest_first(desk: Desk, maisie: Person) -> None:
    """One without a day comes after those with one; a withdrawn one not at all."""
    asked(desk, "No day?", maisie)
    asked(desk, "Old answer?", maisie, answer="Yes.", answered_on="2026-10-01")
    asked(desk, "Later?", maisie, due_on="2026-12-02")
    asked(desk, "Sooner?", maisie, due_on="2026-12-01")
    asked(desk, "Asked then?", maisie, asked_on="2026-11-01")
    asked(desk, "New answer?", maisie, answer="No.", answered_on="2026-11-01")
    gone = asked(desk, "Withdrawn?", maisie)
    casework.save(desk, gone.changed(withdrawn=Withdrawal(why="Asked twice.")))
    assert texts(desk, maisie) == ["Asked then?", "Sooner?", "Later?", "No day?", "New answer?", "Old answer?"]


def test_a_place_has_its_questions_too(desk: Desk, maisie: Person) -> None:
    """The same one, about both."""
    corner = build.place(desk)
    asked(desk, "Who has the keys?", maisie, corner)
    assert texts(desk, corner) == texts(desk, maisie) == ["Who has the keys?"]


def test_one_that_would_tell_of_a_restricted_file_is_told_nobody_else(desk: Desk, maisie: Person) -> None:
    """Neither on a place nor in another file; nor is the file itself opened."""
    corner = build.place(desk)
    asked(desk, "Who has the keys?", maisie, corner)
    asked(desk, "Who runs it?", corner)
    with desk.writing() as work:
        work.put(maisie.changed(restricted=True), maisie)
    worker = build.colleague(desk, "Priya Nair")
    assert texts(worker, corner) == ["Who runs it?"]
    with pytest.raises(NotAllowed):
        texts(worker, maisie)
