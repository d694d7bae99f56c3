"""Whose past assessments a file holds: never a wrong child's, and never twice."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.life import Alias, DatedRole
from rise_desk.domain.merging import Whole
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import casework, merging, overview, upkeep
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing, lately
from rise_desk.services.exchange.planning import Fate
from rise_desk.services.exchange.refused import refused_csv
from tests import build
from tests.services.past import ROW, Seen, held, imported, only, previewing, whitlock, without


@pytest.fixture
def jade(desk: Desk) -> Person:
    """V1 in the source mosaic."""
    return whitlock(desk)


@pytest.fixture
def seen(desk: Desk, tmp_path: Path) -> Seen:
    """The preview of a file of assessments from mosaic."""
    return previewing(desk, tmp_path)


def test_the_same_file_twice_makes_no_assessment_twice(desk: Desk, jade: Person, seen: Seen) -> None:
    rows = [ROW, {**ROW, "date of assessment": "2026-10-01"}, {**ROW, "date of assessment": "2026-11-12"}]
    found = seen(*rows)
    assert [str(each.fate) for each in found.outcomes] == ["created", "created", "matched"]
    assert found.outcomes[2].reason == "Line 2 of this file has the same content."
    importing.commit(desk, found)
    again = seen(*rows)
    assert (again.count(Fate.MATCHED), again.saves) == (3, ())
    assert len(held(desk)) == 2


def test_one_that_says_something_else_is_a_correction_for_a_person_to_make(
    desk: Desk, jade: Person, seen: Seen
) -> None:
    known = {"ref": "A7", **ROW}
    importing.commit(desk, seen(known))
    assert only(seen({**known, "judgement": "5", "evidence_family": "Something else."})).reason == (
        "mosaic/A7 has the same reference, but says something else (evidence, professional judgement). "
        "Record a correction by hand."
    )


def test_two_on_one_day_are_told_with_the_line_or_the_day(desk: Desk, jade: Person, seen: Seen) -> None:
    rows = [{"ref": ref, **ROW} for ref in ("A1", "A2")]
    found = seen(*rows)
    assert [each.reason for each in found.outcomes] == ["", "Line 2 of this file is an assessment of the same day."]
    importing.commit(desk, found)
    again = seen(*rows)
    assert again.outcomes[0].fate is Fate.MATCHED
    assert again.outcomes[1].reason == (
        "There is an assessment of 12 November 2026 on file. Correct that one, or choose another day."
    )


BARE = without(ROW, "young person ref")


@pytest.mark.parametrize(
    "who",
    [
        {"name": "Jade Whitlock", "dob": "27/03/2010"},
        {"name": "Whitlock, Jade", "dob": "2010-03-27"},
        {"first name": "Jade", "surname": "Whitlock", "dob": "2010-03-27 00:00"},
        {"young person ref": "V1", "name": "Jade"},
        {"young person ref": "mosaic/V1", "name": "Birdie", "dob": "2010"},
    ],
)
def test_somebody_is_known_by_reference_or_by_name_and_birth_date(
    desk: Desk, jade: Person, seen: Seen, who: Mapping[str, str]
) -> None:
    casework.save(desk, jade.changed(aliases=(Alias(name="Birdie"),)))
    build.young_person(desk, "Jade", "Whitlock", date_of_birth=Moment("2011-04-02"))
    assert imported(desk, seen({**who, **BARE})).subject == jade.id


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ({"name": "Jade Whitlock"}, "could be"),
        ({"name": "Jade Whitlock", "dob": "2012-01-01"}, "could be"),
        ({"name": "Ruth Whitlock", "dob": "2010-03-27"}, "Nothing on file is called “Ruth Whitlock”."),
        ({"young person ref": "V1", "dob": "2010-03-28"}, "26-0001 Jade Whitlock has another date of birth on file."),
        ({"young person ref": "V1", "dob": "45000"}, "a spreadsheet's number for a day"),
        (
            {"young person ref": "V1", "name": "Maisie Okafor"},
            "26-0001 is Jade Whitlock, and the row says “Maisie Okafor”.",
        ),
        ({"name": ""}, "Say whose assessment this is"),
    ],
)
def test_somebody_who_may_be_another_is_nobody(
    desk: Desk, jade: Person, seen: Seen, who: Mapping[str, str], sentence: str
) -> None:
    build.young_person(desk, "Jade", "Whitlock", date_of_birth=Moment("2011-04-02"))
    outcome = only(seen({**who, **BARE}))
    assert outcome.fate is Fate.REFUSED
    assert sentence in outcome.reason


def test_only_young_people_are_assessed(desk: Desk, seen: Seen) -> None:
    build.young_person(desk, "Karl", "Reed", roles=(DatedRole(role="of_concern"),))
    assert only(seen({"name": "Karl Reed", **BARE})).reason == (
        "26-0001 Karl Reed is not on file as a young person at risk."
    )


def test_a_merged_file_is_followed(desk: Desk, jade: Person, seen: Seen) -> None:
    main = build.young_person(desk, "Jade", "Whitlocke", date_of_birth=Moment("2010-03-27"))
    merging.merge(desk, main, jade, "One girl.")
    importing.commit(desk, seen({"ref": "A1", **ROW}))
    (made,) = held(desk)
    assert [each.record.id for each in overview.chronology(desk, main.id)] == [made.id]
    assert "on file" in only(seen({"ref": "A2", **ROW})).reason
    assert only(seen({"ref": "A1", **ROW})).fate is Fate.MATCHED
    assert upkeep.check(desk) == []


def test_refused_rows_come_back_and_the_rest_goes_in_and_out_as_one(desk: Desk, jade: Person, seen: Seen) -> None:
    rows = [{**ROW, "date of assessment": f"2026-{month:02}-01"} for month in range(1, 11)]
    rows[4]["band"] = ""
    found = seen(*rows)
    assert (found.count(Fate.CREATED), found.count(Fate.REFUSED)) == (9, 1)
    returned = refused_csv(found).decode("utf-8-sig").splitlines()
    assert len(returned) == 2
    assert returned[1].endswith('"The row has no band, and none is chosen for it. Its scores allow Red or Amber."')
    importing.commit(desk, found)
    assert len(held(desk)) == 9
    shown = overview.card_of(desk, jade.id)
    assert shown is not None
    assert (shown.band, shown.assessed_on) == ("red", "2026-10-01")
    (act,) = [each.act for each in lately.recent(desk)]
    lately.undo(desk, act)
    assert all(each.withdrawn for each in held(desk))
    gone = overview.card_of(desk, jade.id)
    assert gone is not None
    assert (gone.band, gone.assessed_on) == ("", "")
    assert upkeep.check(desk) == []


def test_the_reason_of_a_returned_row_is_nobody_s_field(desk: Desk, jade: Person, seen: Seen) -> None:
    assert imported(desk, seen({**ROW, "reason": "The row has no band."})).band_reason == ""


def test_the_rules_run_once_for_each_file_however_many_entries_it_gains(
    desk: Desk, jade: Person, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = seen(*({**ROW, "date of assessment": f"2026-{month:02}-01"} for month in range(1, 11)))
    read: list[object] = []
    plain = desk.store.ruled_file

    def ruled_file(file: Whole) -> CaseFile:
        read.append(file)
        return plain(file)

    monkeypatch.setattr(desk.store, "ruled_file", ruled_file)
    importing.commit(desk, found)
    assert len(read) == 1
    assert len(held(desk)) == 10
