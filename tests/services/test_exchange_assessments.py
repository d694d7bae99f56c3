"""What a row of past assessments says: the day, the scores, their evidence and the band; none is chosen."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.person import Person
from rise_desk.domain.record import Reference
from rise_desk.domain.sign_off import SignOff
from rise_desk.services import overview, upkeep
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.assessment_columns import ASSESSMENTS
from rise_desk.services.exchange.assessments import SIGNED_ELSEWHERE
from rise_desk.services.exchange.columns import key_of
from rise_desk.services.exchange.planning import Fate, Outcome
from rise_desk.services.practice import OURS, instruments
from tests.services.books import book
from tests.services.past import LEVELS, ROW, Seen, held, imported, only, previewing, whitlock, without

INSTRUMENT = instruments()[OURS]


@pytest.fixture
def jade(desk: Desk) -> Person:
    """V1 in the source mosaic."""
    return whitlock(desk)


@pytest.fixture
def seen(desk: Desk, tmp_path: Path) -> Seen:
    """The preview of a file of assessments from mosaic."""
    return previewing(desk, tmp_path)


MORE: Mapping[str, str] = {
    "assessment id": "A7",
    "missing": "not yet known",
    "find_out_missing": "Asked of the home.",
    "which school or college": "Moat College",
    "judgement": "5",
    "overall": "36 - 40",
    "band": "Amber",
    "why this band": "Her aunt is with her.",
    "protective factors": "Her aunt.",
    "harm already happening": "no",
    "missing now": "no",
    "people named": "Shadow; a man in a red car",
    "safeguarding lead": "Moira Reed",
    "assessor": "Ana Silva",
    "signed off by": "Moira Reed",
    "signed off on": "15/11/2026",
    "source": "old system",
}


def test_everything_a_row_says_has_its_field(desk: Desk, jade: Person, seen: Seen) -> None:
    found = seen({**ROW, **MORE})
    assert found.kind == "assessment"
    assert only(found) == Outcome(line=2, fate=Fate.CREATED, name="V1, 12/11/2026")
    made = imported(desk, found)
    assert (made.subject, made.assessed_on, made.instrument) == (jade.id, "2026-11-12", OURS)
    assert tuple(made.levels().values()) == (0, *LEVELS[1:])
    score = made.score_of("missing")
    assert score is not None
    assert score.find_out == "Asked of the home."
    assert [each.answer for each in made.scores if each.answer] == ["Moat College"]
    assert [each.text for each in made.evidence] == [f"Seen of {key}." for key in INDICATORS]
    assert (made.judgement, str(made.overall), made.band) == (5, "36–40", "amber")
    assert (made.band_reason, made.protective, made.lead) == ("Her aunt is with her.", "Her aunt.", "Moira Reed")
    assert (made.harm_happening, made.missing_now, made.sexual_activity_under_13) == (False, False, None)
    assert [each.name for each in made.mentions] == ["Shadow", "a man in a red car"]


def test_who_made_it_and_signed_it_off_is_kept_as_words(desk: Desk, jade: Person, seen: Seen) -> None:
    assert seen({**ROW, **MORE}).notices[-1] == SIGNED_ELSEWHERE
    assert SIGNED_ELSEWHERE not in seen(ROW).notices
    made = imported(desk, seen({**ROW, **MORE}))
    assert made.source == (
        "old system; written by Ana Silva; signed off elsewhere by Moira Reed on 15/11/2026; "
        "import of assessments.csv from mosaic"
    )
    assert made.references == (Reference(source="mosaic", ref="A7"),)
    assert not [each for each in desk.store.everything() if isinstance(each, SignOff)]
    assert [each.record for each in overview.chronology(desk, jade.id)] == [made]
    assert only(seen({**ROW, **MORE})).reason == "mosaic/A7 has the same reference."
    assert upkeep.check(desk) == []


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("{0.label}", "{1}"),
        ("{0.short}", "{1}.0"),
        ("{2}. {0.label}", "{1} - as it is"),
        ("Score: {0.short}", " {1} "),
        ("{0.key}", "{1} (high)"),
        ("Indicator {2}", "{1}: words"),
        ("{2}", "{1}"),
    ],
)
def test_indicators_are_known_by_many_headings(desk: Desk, jade: Person, seen: Seen, head: str, cell: str) -> None:
    own = {
        head.format(each, level, place): cell.format(each, level, place)
        for place, (each, level) in enumerate(zip(INSTRUMENT.indicators, LEVELS, strict=True), 1)
    }
    made = imported(desk, seen({**without(ROW, *INDICATORS), **own}))
    assert tuple(made.levels().values()) == LEVELS


@pytest.mark.parametrize(
    "head", ["Evidence: {0.short}", "{0.label} evidence", "evidence {1}", "Evidence for {0.label}"]
)
def test_evidence_is_known_by_many_headings(desk: Desk, jade: Person, seen: Seen, head: str) -> None:
    bare = without(ROW, *(f"evidence_{key}" for key in INDICATORS))
    own = {head.format(each, place): f"Seen of {each.key}." for place, each in enumerate(INSTRUMENT.indicators, 1)}
    made = imported(desk, seen({**bare, **own}))
    assert [each.text for each in made.evidence] == [f"Seen of {key}." for key in INDICATORS]


def test_columns_only_called_evidence_belong_to_the_one_before(desk: Desk, jade: Person, tmp_path: Path) -> None:
    path = tmp_path / "form.csv"
    pairs = [(each.label, "Evidence") for each in INSTRUMENT.indicators]
    cells = [(str(level), f"Seen of {key}.") for key, level in zip(INDICATORS, LEVELS, strict=True)]
    head = ["YP ref", "Date", *(name for pair in pairs for name in pair), "Professional judgement", "Rationale", "RAG"]
    row = ["V1", "2026-11-12", *(cell for pair in cells for cell in pair), "4", "As it was.", "R"]
    path.write_text(",".join(head) + "\n" + ",".join(row) + "\n")
    made = imported(desk, importing.preview(desk, path, source="mosaic"))
    assert made.band == "red"
    assert [(each.indicator, each.text) for each in made.evidence] == [(key, f"Seen of {key}.") for key in INDICATORS]


@pytest.mark.parametrize("scores", ["4 3 3 4 2 4 3 3 4 4", "4,3,3,4,2,4,3,3,4,4", "4; 3; 3; 4; 2; 4; 3; 3; 4; 4"])
def test_one_column_can_hold_all_scores_and_one_all_evidence(desk: Desk, jade: Person, seen: Seen, scores: str) -> None:
    bare = without(ROW, *INDICATORS, *(f"evidence_{key}" for key in INDICATORS))
    made = imported(desk, seen({**bare, "scores": scores, "evidence": "In the paper file."}))
    assert tuple(made.levels().values()) == LEVELS
    assert {each.text for each in made.evidence} == {"In the paper file."}


def test_a_column_of_its_own_goes_before_the_one_for_all(desk: Desk, jade: Person, seen: Seen) -> None:
    row = {
        **ROW,
        "missing": "",
        "evidence_missing": "",
        "scores": "1 1 1 1 1 1 1 1 1 1",
        "evidence": "In the paper file.",
    }
    assert only(seen(row)).reason == (
        "Score “Missing from home or care”, or say that it is not yet known. "
        "Enter the evidence for “Missing from home or care”."
    )
    bare = without(ROW, "missing", "evidence_missing")
    made = imported(desk, seen({**bare, "scores": "1 1 1 1 1 1 1 1 1 1", "evidence": "In the file.", "band": "amber"}))
    assert tuple(made.levels().values()) == (1, *LEVELS[1:])
    assert [each.text for each in made.evidence][:2] == ["In the file.", "Seen of education."]


@pytest.mark.parametrize("text", ["not yet known", "Unknown", "N/K", "0", "not known"])
def test_what_is_not_yet_known_needs_a_way_to_be_found_out(desk: Desk, jade: Person, seen: Seen, text: str) -> None:
    row = {**ROW, "family": text}
    assert "say how it will be found out" in only(seen(row)).reason
    made = imported(desk, seen({**row, "how it will be found out": "Her carer is asked."}))
    assert made.levels()["family"] == 0


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"missing": "6"}, "“Missing from home or care” is scored from 1 to 5."),
        ({"missing": "3-4"}, "“Missing from home or care” is “3-4” in this row. Write a number from 1 to 5"),
        ({"missing": "4/5"}, "“Missing from home or care” is “4/5” in this row. Write a number from 1 to 5"),
        ({"missing": "high"}, "“Missing from home or care” is “high” in this row. Write a number from 1 to 5"),
        ({"missing": ""}, "Score “Missing from home or care”, or say that it is not yet known."),
        ({"evidence_missing": ""}, "Enter the evidence for “Missing from home or care”."),
        ({"judgement": "11"}, "must be a number from 1 to 10."),
        ({"judgement": ""}, "must be a number from 1 to 10."),
        ({"judgement comment": ""}, "Enter why this judgement."),
        ({"band": ""}, "The row has no band, and none is chosen for it. Its scores allow Red or Amber."),
        ({"band": "purple"}, "purple"),
        ({"band": "amber"}, "Say why you choose the lower of the two bands that the score allows."),
        ({"band": "green"}, "Say why the band is below those that the score allows."),
        ({"date of assessment": "22/11/2026"}, "must be in the past"),
        ({"date of assessment": "26/03/2010"}, "The date of the assessment must be after Jade Whitlock was born."),
        ({"date of assessment": "31/02/2026"}, "Date of the assessment"),
        ({"date of assessment": "November 2026"}, "must be a day"),
        ({"date of assessment": ""}, "Enter date of the assessment."),
        ({"young person ref": "V9"}, "Nothing on file is called “V9”."),
        ({"young person ref": "V1; V1"}, "An assessment is about one young person."),
        ({"young person ref": ""}, "Say whose assessment this is, by a reference or by name and date of birth."),
    ],
)
def test_what_is_wrong_stands_beside_its_row(
    desk: Desk, jade: Person, seen: Seen, change: Mapping[str, str], sentence: str
) -> None:
    outcome = only(seen({**ROW, **change}))
    assert outcome.fate is Fate.REFUSED
    assert sentence in outcome.reason
    assert held(desk) == []


@pytest.mark.parametrize(
    ("overall", "fine"),
    [("38", True), ("37", False), ("39.0", False), ("38 (high)", True), ("36-40", False), ("not added up", True)],
)
def test_a_sum_in_the_file_must_be_the_sum(desk: Desk, jade: Person, seen: Seen, overall: str, fine: bool) -> None:
    outcome = only(seen({**ROW, "total score": overall}))
    assert (outcome.fate is Fate.CREATED) is fine
    assert fine or outcome.reason.endswith("in all, but its scores and its judgement make 38.")


@pytest.mark.parametrize("scores", ["4 3 3", "4 3 3 4 2 4 3 3 4 4 1", "4,,3,4,2,4,3,3,4,4,"])
def test_all_scores_are_ten(jade: Person, seen: Seen, scores: str) -> None:
    row = {**without(ROW, *INDICATORS), "scores": scores}
    assert "“Scores” must hold 10 values" in only(seen(row)).reason


def test_everything_that_is_wrong_with_a_row_is_told_at_once(jade: Person, seen: Seen) -> None:
    row = {**ROW, "young person ref": "V9", "missing": "high", "family": "6", "judgement": "", "evidence_family": ""}
    assert only(seen(row)).reason == (
        "“Missing from home or care” is “high” in this row. Write a number from 1 to 5, or that it is not yet known. "
        "“Relationship with parent or carer” is scored from 1 to 5. "
        "Enter the evidence for “Relationship with parent or carer”. "
        "Professional judgement must be a number from 1 to 10. "
        "Nothing on file is called “V9”."
    )


def test_a_day_that_could_be_two_is_refused_where_the_column_has_the_month_first(jade: Person, seen: Seen) -> None:
    found = seen(*({**ROW, "date of assessment": day} for day in ("10/28/2026", "03/04/2026", "2026-05-01")))
    assert [each.fate is Fate.REFUSED for each in found.outcomes] == [True, True, False]
    assert "could be two dates" in found.outcomes[1].reason
    assert any("read with the day first" in each for each in seen({**ROW, "date of assessment": "03/04/2026"}).notices)


def test_a_midnight_of_a_spreadsheet_is_no_time(desk: Desk, jade: Person, seen: Seen) -> None:
    assert imported(desk, seen({**ROW, "date of assessment": "2026-11-12 00:00:00"})).assessed_on == "2026-11-12"


def test_no_two_fields_share_a_heading() -> None:
    names = [key_of(name) for each in ASSESSMENTS for name in {key_of(n) for n in (each.field, *each.names)}]
    assert sorted(names) == sorted(set(names))


def test_a_file_of_assessments_is_told_from_others(desk: Desk, jade: Person, seen: Seen) -> None:
    assert seen({**without(ROW, *INDICATORS), "scores": ""}).kind == "assessment"
    for kind in ("assessment", "Assessments", "past assessments"):
        assert seen(ROW, kind=kind).kind == "assessment"
    people = {"name": "Ines Vale", "dob": "2010-01-01", "education": "Moat College", "accommodation": "with family"}
    assert seen(people).kind == "young_person"


def test_a_workbook_with_real_dates_and_numbers_comes_in_alike(desk: Desk, jade: Person, tmp_path: Path) -> None:
    head = ["YP ref", "DOB", "Assessment date", *(each.label for each in INSTRUMENT.indicators)]
    head += [*(f"{each.label} evidence" for each in INSTRUMENT.indicators), "Professional judgement", "Rationale"]
    head += ["Total score", "RAG rating"]
    row = ["V1", date(2010, 3, 27), date(2026, 11, 12), *LEVELS, *["Seen."] * 10, 4, "As it was.", 38, "Red"]
    path = tmp_path / "past.xlsx"
    path.write_bytes(book(tuple(head), tuple(row)))
    made = imported(desk, importing.preview(desk, path, source="mosaic"))
    assert (made.subject, made.assessed_on, tuple(made.levels().values())) == (jade.id, "2026-11-12", LEVELS)
    assert (made.judgement, made.band) == (4, "red")
