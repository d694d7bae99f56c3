"""A record's envelope, its plain form and what people say of it."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.hearing import LONGEST_TEXT, heard
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import (
    EPOCH_MS,
    Id,
    Record,
    Reference,
    Withdrawal,
    attributes,
    make_id,
    plain,
    stored,
)
from rise_desk.errors import Invalid


def test_a_record_survives_being_plain_data() -> None:
    person = Person(
        id=Id(7),
        version=3,
        given_name="Zoë",
        roles=(life.DatedRole(role="at_risk"),),
        addresses=(life.Address(lives="with_family", outside_county=False),),
        carers=(life.Carer(name="Ann", parental_responsibility=None, person=Id(9)),),
        references=(Reference(source="case5", ref="V1"),),
        withdrawn=Withdrawal(at=Moment("2026-11-21"), by="Lena", why="twice"),
        restricted=None,
    )
    data = json.loads(json.dumps(plain(person)))
    again = stored(Person, data)
    assert again == person
    assert (again.id, again.version, again.carers[0].person) == (7, 3, 9)
    assert data["id"] == "7"
    assert data["corrects"] == ""


def test_an_older_state_without_a_newer_field_takes_its_default() -> None:
    assert stored(Person, {"given_name": "Maz"}).flags == ()
    assert stored(Person, {"withdrawn": None}).withdrawn is None


def test_version_and_stamps_do_not_make_two_records_differ() -> None:
    assert Person(given_name="A", version=1, recorded_by="x") == Person(given_name="A", version=2, recorded_by="y")
    assert Person(given_name="A") != Person(given_name="B")


def test_ids_rise_with_time_and_stay_below_63_bits() -> None:
    early, late = datetime(2020, 1, 1, tzinfo=UTC), datetime(2080, 1, 1, tzinfo=UTC)
    assert make_id(early, 5) == 5
    assert make_id(early + timedelta(milliseconds=1), 0) == 1 << 22
    assert make_id(early - timedelta(days=1), 1) == 1
    assert make_id(early, 0xFFFFFFFF) == 0x3FFFFF
    assert make_id(late, 0x3FFFFF) < 1 << 63
    assert int(early.timestamp() * 1000) == EPOCH_MS


def test_the_bare_envelope_concerns_nobody_and_happened_never(practice: Practice, now: datetime) -> None:
    bare = Record()
    assert (bare.involved(), bare.happened(), bare.reserved_for(), bare.kind) == ((), "", "", "")
    assert bare.saw() == bare.spoke() == frozenset()
    assert bare.file_problems(CaseFile(subject=Person()), practice, now) == {}


def test_attributes_tell_sort_label_and_vocabulary() -> None:
    told = {each.name: each for each in attributes(ContactNote)}
    assert told["concerns"].sort == "parts"
    assert told["concerns"].part is Concern
    assert told["happened_at"].sort == "moment"
    assert told["text"].required
    assert told["told"].vocabulary == "told"
    assert told["version"].stamp
    assert told["withdrawn"].sort == "part"
    assert told["own_words_of"].sort == "id"


def _hear(practice: Practice, now: datetime, **said: Any) -> Person:
    return heard(Person, said, practice, now)


def test_what_people_say_becomes_keys_moments_and_ids(practice: Practice, now: datetime) -> None:
    person = _hear(
        practice,
        now,
        given_name="  Maisie ",
        date_of_birth="12/3/2013",
        gender="Female",
        restricted="yes",
        photo="12",
        version="4",
        legal_spells=[{"status": "Section 20", "since": "June 2026", "evidence_seen": "no"}],
        withdrawn=None,
        known_as=None,
        approximate_age=13,
        aliases=None,
    )
    assert person.given_name == "Maisie"
    assert person.date_of_birth == "2013-03-12"
    assert person.gender == "female"
    assert person.restricted is True
    assert (person.photo, person.version, person.known_as, person.approximate_age) == (12, 4, "", "13")
    assert person.legal_spells[0].status == "section_20"
    assert person.legal_spells[0].since == "2026-06"
    assert person.legal_spells[0].evidence_seen is False


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"given": "x"}, "given", "no field called"),
        ({"given_name": ["x"]}, "given_name", "must be text"),
        ({"given_name": True}, "given_name", "must be text"),
        ({"given_name": "x" * (LONGEST_TEXT + 1)}, "given_name", "100,000 characters"),
        ({"given_name": "\ud800"}, "given_name", "can’t be kept"),
        ({"gender": "robot"}, "gender", "not in the list"),
        ({"date_of_birth": "31/2/2010"}, "date_of_birth", "Date of birth"),
        ({"date_of_birth": ["x"]}, "date_of_birth", "must be a date"),
        ({"aliases": "Maz"}, "aliases", "must be a list"),
        ({"aliases": ["Maz"]}, "aliases.1", "named fields"),
        ({"aliases": [{"name": "Maz"}, {"nam": "Z"}]}, "aliases.2.nam", "no field called"),
        ({"restricted": "perhaps"}, "restricted", "yes, no or not recorded"),
        ({"version": "two"}, "version", "whole number"),
        ({"version": True}, "version", "whole number"),
        ({"photo": "abc"}, "photo", "own number"),
        ({"photo": str(1 << 63)}, "photo", "own number"),
        ({"withdrawn": {"why": 3, "how": 4}}, "withdrawn.how", "no field called"),
    ],
)
def test_what_can_not_be_read_is_told_by_field(
    practice: Practice, now: datetime, said: dict[str, Any], field: str, words: str
) -> None:
    with pytest.raises(Invalid) as refused:
        heard(Person, said, practice, now)
    assert list(refused.value.fields) == [field]
    assert words in refused.value.fields[field]


def test_a_withdrawal_and_long_text_are_heard_as_they_stand(practice: Practice, now: datetime) -> None:
    note = heard(ContactNote, {"text": "  a\n b ", "withdrawn": {"why": "twice"}}, practice, now)
    assert note.text == "  a\n b "
    assert note.withdrawn == Withdrawal(why="twice")
    longest = heard(ContactNote, {"text": "x" * LONGEST_TEXT}, practice, now)
    assert len(longest.text) == LONGEST_TEXT


def test_a_word_that_says_two_things_fills_both_unless_told_otherwise(practice: Practice, now: datetime) -> None:
    both = _hear(practice, now, ethnicity="British Pakistani", nationality="")
    assert (both.ethnicity, both.nationality) == ("pakistani", "gb")
    other = _hear(practice, now, ethnicity="British Pakistani", nationality="Pakistan")
    assert other.nationality == "pk"
    assert _hear(practice, now, ethnicity="White British").nationality == ""
