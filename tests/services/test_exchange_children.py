"""Which child a row means: by reference or number, by name and birthday together; anything less is asked about."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from rise_desk.domain import life
from rise_desk.domain.agenda import NOT_RULED
from rise_desk.domain.merging import Whole
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Reference
from rise_desk.errors import Invalid
from rise_desk.services import casework, merging
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.asking import Answers, understood
from rise_desk.services.exchange.children import LEFT_OUT, UNNAMED
from rise_desk.services.exchange.outcomes import Fate, asked_about
from rise_desk.services.exchange.refused import refused_csv
from rise_desk.storage.indexes import card, keys
from rise_desk.storage.record_rows import PersonRow
from tests import build
from tests.services import police
from tests.services.police import ROW, Seen, imported, only

NHS, OTHER_NHS = "999 000 0018", "999 000 0026"
BARE = {name: text for name, text in ROW.items() if name != "yp ref"}


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """M1 in the source police, with an NHS number."""
    held = police.maisie(desk)
    own = (*held.identifiers, life.Identifier(system="nhs", value=NHS))
    return casework.save(desk, held.changed(identifiers=own))


@pytest.fixture
def jade(desk: Desk) -> Person:
    """M2 in the source police."""
    return police.jade(desk)


@pytest.fixture
def seen(desk: Desk, tmp_path: Path) -> Seen:
    """The preview of a file from the police."""
    return police.previewing(desk, tmp_path)


@pytest.mark.parametrize(
    "said",
    [
        {"yp ref": "m1"},
        {"yp ref": "26-0001"},
        {"file number": "26-0001"},
        {"nominal": "mk-100"},
        {"nhs": "9990000018"},
        {"name": "maisie OKAFOR", "dob": "27/3/10"},
        {"name": "Okafor, Maisie", "dob": "27 March 2010"},
        {"forename": "Maisie", "surname": "Okafor", "dob": "2010-03-27"},
        {"yp ref": "P77", "name": "Maisie Okafor", "dob": "2010-03-27"},
        {"yp ref": "M1", "name": "Mimi Okafor", "dob": "2010"},
        {"yp ref": "P77", "name": "Okafor", "dob": "", "file number": "26-0001"},
        {"yp ref": "P77", "name": "Somebody", "dob": "2011-01-01", "file number": "26-0001", "reason": "May be"},
    ],
)
def test_a_child_who_is_sure_is_asked_nothing(
    desk: Desk, maisie: Person, jade: Person, seen: Seen, said: Mapping[str, str]
) -> None:
    assert imported(desk, seen({**BARE, **said})).subject == maisie.id


MAISIE = "26-0001 Maisie Okafor, born 27 March 2010"


@pytest.mark.parametrize(
    ("said", "may_be"),
    [
        ({"name": "Maisie Okafor"}, [f"{MAISIE}: same name only"]),
        ({"yp ref": "Maisie Okafor"}, [f"{MAISIE}: same name only"]),
        ({"name": "Maisie Okafor", "dob": "27/03/2011"}, [f"{MAISIE}: same name only, but another date of birth"]),
        ({"name": "Maisy Okafor", "dob": "27/03/2010"}, [f"{MAISIE}: sounds alike, same date of birth"]),
        ({"name": "Maisie Okafor", "dob": "2010"}, [f"{MAISIE}: same name, dates of birth that fit"]),
        ({"nominal": "MK100", "name": "Kian Doyle"}, [f"{MAISIE}: the same number, but another name"]),
        ({"yp ref": "M1", "dob": "2011-03-27"}, [f"{MAISIE}: the same reference, but another date of birth"]),
        ({"yp ref": "M1", "nhs": OTHER_NHS}, [f"{MAISIE}: the same reference, but another NHS number"]),
        ({"file number": "26-0001", "name": "Kian Doyle"}, [f"{MAISIE}: the same file number, but another name"]),
        ({"yp ref": "MOS7"}, ["26-0002 Jade Whitlock, born 12 May 2011: the same reference, but of another source"]),
        (
            {"yp ref": "M1", "nominal": "MK200"},
            ["26-0002 Jade Whitlock, born 12 May 2011: the same number", f"{MAISIE}: the same reference"],
        ),
    ],
)
def test_a_child_who_is_not_sure_is_asked_about(
    desk: Desk, maisie: Person, jade: Person, seen: Seen, said: Mapping[str, str], may_be: list[str]
) -> None:
    casework.save(desk, jade.changed(references=(*jade.references, Reference(source="mosaic", ref="MOS7"))))
    found = seen({**BARE, **said})
    outcome = only(found)
    assert (outcome.fate, [each.text for each in outcome.may_be]) == (Fate.ASKED, may_be)
    assert outcome.reason == f"May be {' or '.join(may_be)}. Say who it is."
    assert found.saves == ()
    answers = Answers(who={outcome.asks.upper(): "26-0002"})
    assert imported(desk, seen({**BARE, **said}, answers=answers)).subject == jade.id


def test_two_of_one_name_and_birthday_are_asked_about(desk: Desk, maisie: Person, seen: Seen) -> None:
    build.young_person(desk, date_of_birth=Moment("2010-03-27"))
    outcome = only(seen({**BARE, "name": "Maisie Okafor", "dob": "2010-03-27"}))
    assert [each.file_number for each in outcome.may_be] == ["26-0001", "26-0002"]
    assert all(each.why == "the same name and date of birth" for each in outcome.may_be)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({}, UNNAMED),
        ({"name": "not recorded", "dob": "2010-03-27"}, "Nobody on file is “born 2010-03-27”, by reference, number,"),
        ({"name": "Ines Vale"}, "Nobody on file is “Ines Vale”, by reference, number, or name and date of birth."),
        ({"name": "Maisie Okafor", "dob": "30/02/2010"}, "Date of birth must be a real date."),
        ({"file number": "26-0099"}, "Nobody on file has the file number “26-0099”."),
        ({"file number": "Nobody", "yp ref": "M1"}, LEFT_OUT),
    ],
)
def test_nobody_is_guessed(maisie: Person, seen: Seen, said: Mapping[str, str], reason: str) -> None:
    outcome = only(seen({**BARE, "name": "", **said}))
    assert outcome.fate is Fate.REFUSED
    assert outcome.reason.startswith(reason)


def test_nobody_whose_file_is_closed_to_entries_is_taken(desk: Desk, maisie: Person, jade: Person, seen: Seen) -> None:
    roles = (life.DatedRole(role="of_concern"),)
    adult = casework.save(desk, Person(id=desk.clock.new_id(), family_name="Reed", roles=roles))
    casework.withdraw(desk, jade, "Opened twice.")
    assert only(seen({**BARE, "file number": adult.file_number})).reason == (
        f"{adult.file_number} Reed is not on file as a young person at risk."
    )
    assert only(seen({**ROW, "yp ref": "M2"})).reason == "The file 26-0002 Jade Whitlock was withdrawn."


def test_a_restricted_child_is_told_of_to_nobody(desk: Desk, maisie: Person, seen: Seen) -> None:
    vault, hidden = desk.store.vault, maisie.changed(restricted=True)
    vault.do(PersonRow.update(restricted=True).where(PersonRow.id == maisie.id))
    assert only(seen(ROW)).reason == "The file 26-0001 is restricted to named people."
    keys.write(vault, hidden, maisie)
    card.write(vault, Whole(main=hidden), NOT_RULED)
    for said in ({"yp ref": "M1"}, {"name": "Maisie Okafor", "dob": "2010-03-27"}, {"file number": "26-0001"}):
        outcome = only(seen({**BARE, **said}))
        assert (outcome.fate, outcome.may_be) == (Fate.REFUSED, ())
        assert outcome.reason.startswith("Nobody on file ")


def test_a_merged_file_leads_to_the_main_one(desk: Desk, maisie: Person, seen: Seen) -> None:
    other = build.young_person(
        desk, "Maisy", date_of_birth=Moment("2010-03-27"), references=(Reference(source="police", ref="M7"),)
    )
    merging.merge(desk, maisie, other, "Same NHS number")
    assert imported(desk, seen({**ROW, "yp ref": "M7", "name": "Maisy Okafor"})).subject == maisie.id


def test_an_answer_holds_for_every_row_that_says_it_alike(desk: Desk, maisie: Person, seen: Seen) -> None:
    rows = [
        {**BARE, "name": name, "date reported": f"0{day}/09/2026", "date returned": f"0{day + 1}/09/2026",
         "police ref": f"INC{day}"}
        for day, name in ((1, "Maisie Okafor"), (3, "maisie okafor"), (5, "Maisie  Okafor"), (7, "Maisy Okafor"))
    ]  # fmt: skip
    found = seen(*rows)
    assert asked_about(found.outcomes) == {"Maisie Okafor": 2, "maisie okafor": 1}
    one = Answers().with_who("MAISIE OKAFOR", "26-0001")
    answered = seen(*rows, answers=one)
    assert [str(each.fate) for each in answered.outcomes] == ["created"] * 3 + ["refused"]
    assert one.with_who("maisie okafor", "") == Answers()
    done = importing.commit(desk, answered)
    assert (done.created, done.refused) == (3, 1)


def test_the_file_of_refused_rows_asks_by_a_column(desk: Desk, maisie: Person, seen: Seen) -> None:
    found = seen({**BARE, "name": "Maisie Okafor"}, {**ROW, "risk": "purple"})
    lines = refused_csv(found).decode("utf-8-sig").splitlines()
    assert lines[0].endswith('"file number","reason"')
    assert lines[1].endswith('"","May be 26-0001 Maisie Okafor, born 27 March 2010: same name only. Say who it is."')
    assert len(lines) == 3
    has_one = seen({**BARE, "name": "Maisie Okafor", "file number": ""})
    assert refused_csv(has_one).decode("utf-8-sig").splitlines()[0].endswith('"file number","reason"')
    assert refused_csv(has_one).count(b"file number") == 1
    sure = seen({**ROW, "risk": "purple"})
    assert b"file number" not in refused_csv(sure)


def test_what_is_said_on_the_command_line_is_taken_apart() -> None:
    assert understood(["Maisie Okafor=26-0012", " a=b = nobody "]) == {"Maisie Okafor": "26-0012", "a=b": "nobody"}
    for wrong in ("Maisie", "=26-0012", "Maisie= "):
        with pytest.raises(Invalid, match="does not say who somebody is"):
            understood([wrong])


def test_a_rotten_row_is_refused_rather_than_asked_about(maisie: Person, seen: Seen) -> None:
    outcome = only(seen({**BARE, "name": "Maisie Okafor", "risk": "purple"}))
    assert outcome.fate is Fate.REFUSED
    assert "Police grade “purple”" in outcome.reason
    assert "Say who it is." in outcome.reason


def test_a_preview_with_answers_is_still_true_after_others_saved(desk: Desk, maisie: Person, seen: Seen) -> None:
    found = seen({**BARE, "name": "Maisie Okafor"}, answers=Answers(who={"Maisie Okafor": "26-0001"}))
    build.note(desk, maisie.id)
    assert importing.commit(desk, found).created == 1
