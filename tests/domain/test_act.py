"""What acts are called, by themselves, undone and done again."""

import pytest

from rise_desk.domain.act import named, taking_back, title_of
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record, Withdrawal
from rise_desk.storage.kinds import KINDS

GONE = Withdrawal(why="wrong child")


@pytest.mark.parametrize(
    ("record", "title"),
    [
        (ContactNote(), "Note recorded"),
        (ContactNote(corrects=Id(1)), "Note corrected"),
        (ContactNote(version=1, withdrawn=GONE), "Note withdrawn"),
        (ContactNote(version=1, corrects=Id(1), withdrawn=GONE), "Note withdrawn"),
        (Person(), "File made"),
        (Person(version=1), "File changed"),
        (Person(version=1, withdrawn=GONE), "File withdrawn"),
        (Notice(), "Notice recorded"),
        (Notice(version=1), "Notice changed"),
        (Notice(version=1, served_at=Moment("2026-11-21")), "Notice served"),
        (Notice(corrects=Id(1), served_at=Moment("2026-11-21")), "Notice corrected"),
    ],
)
def test_saving_one_record_is_named_in_the_users_words(record: Record, title: str) -> None:
    assert title_of(record) == title


def test_every_kind_says_what_its_acts_call_it() -> None:
    assert all(each.record.CALLED for each in KINDS)


def test_an_undo_an_undo_of_that_and_the_next_name_the_same_act() -> None:
    undone = taking_back("Note withdrawn")
    again = taking_back(undone)
    assert (undone, again, taking_back(again)) == (
        "Undone: note withdrawn",
        "Done again: note withdrawn",
        "Undone: note withdrawn",
    )
    assert {named(each) for each in ("Note withdrawn", undone, again)} == {"note withdrawn"}


def test_letters_that_stand_for_words_stay_large() -> None:
    assert named("NHS number changed") == "NHS number changed"
    assert taking_back("Import of NHS.csv") == "Undone: import of NHS.csv"
