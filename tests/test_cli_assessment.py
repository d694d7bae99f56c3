"""Assessments on the command line: recorded, answered, shown, listed and found; what is wrong gets a sentence each."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain.instrument import INDICATORS
from rise_desk.services.practice import OURS, instruments
from tests.build import PASSWORD
from tests.line import Line

EVIDENCE = [f"What was seen of {key}." for key in INDICATORS]
SAID = {
    "subject": "V1",
    "assessed_on": "2026-11-20",
    "scores": "4 3 3 4 2 4 3 3 4 4",
    "evidence": EVIDENCE,
    "judgement": 4,
    "judgement_comment": "As the worker sees it.",
    "band": "red",
}
Record = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def record(line: Line, people: Path, tmp_path: Path) -> Record:
    """Record one thing about those in the file, who are on file already."""
    assert line.run("import", str(people), "--commit")[0] == 0
    path = tmp_path / "one.json"

    def run(kind: str = "assessment", user: str = "Lena Osei", **fields: Any) -> tuple[int, Any, str]:
        path.write_text(json.dumps(fields if kind != "assessment" else {**SAID, **fields}))
        return line.run("record", kind, str(path), user=user)

    return run


def did(answer: tuple[int, Any, str]) -> Any:
    """What was answered, which must have worked."""
    assert (answer[0], answer[2]) == (0, "")
    return answer[1]


def colleague(line: Line, name: str, role: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else with an account and the same password."""
    code = line.did("users", "add", name, "--role", role)["code"]
    new = tmp_path / "new"
    new.write_text(PASSWORD)
    monkeypatch.setenv("RISE_DESK_PASSWORD", code)
    assert line.run("users", "password", "--new-password-file", str(new), user=name)[0] == 0
    monkeypatch.setenv("RISE_DESK_PASSWORD", PASSWORD)


def test_recorded_answered_shown_listed_due_and_found(
    line: Line, record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague(line, "Priya Nair", "worker", tmp_path, monkeypatch)
    low = {"band": "amber", "band_reason": "Her aunt is with her.", "references": [{"source": "case5", "ref": "A1"}]}
    made = did(record(user="Priya Nair", **low))
    assert (made["kind"], made["overall"], made["allowed_bands"]) == ("assessment", "38", ["red", "amber"])
    assert (made["choice"], made["state"], made["shown_band"]) == ("the lower of two", "submitted", "red")
    assert made["outranked_by"] == ["exploitation"]
    assert made["scores"][4] == {"indicator": "accommodation", "score": 2, "find_out": "", "answer": ""}
    waits = next(each for each in line.did("due", "V1") if each["rule"] == "sign_off")
    assert waits["record"] == made["id"]
    answer = {"subject": "V1", "assessment": "case5/A1", "decided_at": "2026-11-21 09:30", "decision": "signed off"}
    code, refused, _ = record("sign_off", user="Priya Nair", **answer)
    assert (code, refused["error"]) == (1, "A worker may not sign off an assessment. Ask a manager or supervisor.")
    assert did(record("sign_off", **answer))["kind"] == "sign_off"
    shown = line.did("show", "V1")
    (found,) = [each for each in shown["records"] if each["kind"] == "assessment"]
    assert found == {**made, "state": "signed_off", "shown_band": "amber", "corrected_by": ""}
    assert not [each for each in shown["due"] if each["rule"] == "sign_off"]
    assert line.did("list", "assessment") == [{name: value for name, value in found.items() if name != "corrected_by"}]
    (card,) = [each for each in line.did("list", "young_person") if each["name"] == "V1 Case Five"]
    assert (card["band"], card["overall"], card["assessed_on"]) == ("amber", "38", "2026-11-20")
    assert (card["assess_by"], card["waits"]) == ("", False)
    (hit,) = line.did("search", "aunt")["notes"]
    assert (hit["kind"], hit["found_in"]) == ("assessment", "assessment, why this band")


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"scores": [6, *[3] * 9]}, "scores.missing", "“Missing from home or care” is scored from 1 to 5."),
        ({"scores": "3 3 3"}, "scores.exploitation", "Score “Current known level of sexual abuse or exploitation”"),
        ({"scores": [0, *[3] * 9]}, "scores.missing", "Where it is not yet known, say how it will be found out."),
        ({"scores": [-1, *[3] * 9]}, "scores.missing", "“Missing from home or care” is scored from 1 to 5."),
        ({"scores": {"shoes": 3}}, "scores.1.indicator", "shoes"),
        ({"evidence": EVIDENCE[:9]}, "evidence.exploitation", "Enter the evidence for"),
        ({"evidence": [" ", *EVIDENCE[1:]]}, "evidence.missing", "Enter the evidence for"),
        ({"judgement": 0}, "judgement", "must be a number from 1 to 10."),
        ({"judgement": 11}, "judgement", "must be a number from 1 to 10."),
        ({"judgement_comment": " "}, "judgement_comment", "Enter"),
        ({"band": "purple"}, "band", "purple"),
        ({"band": ""}, "band", "band"),
        ({"band": "amber"}, "band_reason", "Say why you choose the lower of the two bands"),
        ({"band": "amber", "band_reason": " \n"}, "band_reason", "Say why you choose the lower of the two bands"),
        ({"band": "green"}, "band_reason", "Say why the band is below those that the score allows."),
        ({"assessed_on": "2026-11-22"}, "assessed_on", "past"),
        ({"assessed_on": "2026-11"}, "assessed_on", "must be a day"),
        ({"assessed_on": "1994-11-20"}, "assessed_on", "must be after V1 Case Five was born"),
        ({"subject": "V9"}, "subject", "Nothing on file is called “V9”."),
        ({"subject": ""}, "subject", "Enter young person."),
        ({"instrument": "made_up/1"}, "instrument", "is not known here"),
        ({"overall": 38}, "overall", "There is no field called 'overall' here."),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence_and_nothing_is_saved(
    line: Line, record: Record, fields: dict[str, Any], field: str, sentence: str
) -> None:
    code, answer, err = record(**fields)
    assert code == 1
    assert sentence in answer["problems"][field]
    assert all(each.strip() for each in err.splitlines())
    assert len(err.splitlines()) == len(answer["problems"])
    assert line.did("list", "assessment") == []


def test_two_on_one_day_are_told_apart_from_a_correction(record: Record, line: Line) -> None:
    first = did(record())
    code, answer, _ = record(judgement=5)
    assert (code, list(answer["problems"])) == (1, ["assessed_on"])
    again = did(record(judgement=5, corrects=first["id"]))
    states = {each["id"]: (each["state"], each["shown_band"]) for each in line.did("list", "assessment")}
    assert states == {first["id"]: ("put_right", ""), again["id"]: ("submitted", "red")}
    gone = {**first, "withdrawn": {"why": "Of another child."}}
    path = line.data.parent / "gone.json"
    fields = ("overall", "allowed_bands", "choice", "state", "shown_band", "outranked_by")
    path.write_text(json.dumps({name: value for name, value in gone.items() if name not in fields}))
    assert line.did("record", "assessment", str(path))["state"] == "withdrawn"


def test_nobody_signs_off_their_own_and_comments_are_asked_for(record: Record) -> None:
    made = did(record())
    answer = {"subject": "V1", "assessment": made["id"], "decided_at": "2026-11-21", "decision": "sent back"}
    assert "comments" in record("sign_off", **answer)[1]["problems"]
    own = record("sign_off", **{**answer, "decision": "signed off"})[1]["problems"]
    assert own == {"assessment": "You made this assessment. Another manager or a supervisor signs it off."}
    other = record("sign_off", **{**answer, "assessment": "V1", "decision": "signed off"})[1]["problems"]
    assert other == {"assessment": "There is no such assessment in this file, or a later one puts it right."}


@pytest.mark.parametrize("subject", ["V1", "case5/V1", "26-0001", "V1 Case Five"])
def test_the_young_person_is_named_as_people_name_them(record: Record, subject: str) -> None:
    assert did(record(subject=subject))["subject"] == did(record(subject="V1", assessed_on="2026-11-19"))["subject"]


LEVELS = (4, 3, 3, 4, 2, 4, 3, 3, 4, 4)
LABELS = [each.label for each in instruments()[OURS].indicators]


@pytest.mark.parametrize(
    "scores",
    [
        list(LEVELS),
        [str(each) for each in LEVELS],
        "4, 3, 3, 4, 2, 4, 3, 3, 4, 4",
        dict(zip(INDICATORS, LEVELS, strict=True)),
        dict(zip(LABELS, LEVELS, strict=True)),
        [{"indicator": key, "score": level} for key, level in zip(INDICATORS, LEVELS, strict=True)],
    ],
)
def test_scores_are_said_in_several_ways(record: Record, scores: object) -> None:
    evidence = dict(zip(LABELS, EVIDENCE, strict=True))
    made = did(record(scores=scores, evidence=evidence))
    assert tuple(each["score"] for each in made["scores"]) == LEVELS
    assert [each["text"] for each in made["evidence"]] == EVIDENCE


def test_what_is_not_yet_known_makes_the_sum_a_range(record: Record) -> None:
    unknown = {"score": "not yet known", "find_out": "Asked of the school."}
    made = did(record(scores=[unknown, 3, 3, 2, 2, 2, 2, 2, 2, 2], judgement=6, band="amber"))
    assert (made["overall"], made["allowed_bands"], made["choice"]) == ("27–31", ["amber"], "within")


def test_the_schema_alone_is_enough_to_write_one(line: Line, record: Record) -> None:
    told = line.did("schema", "assessment")
    assert [each["key"] for each in told["instrument"]["indicators"]] == list(INDICATORS)
    missing = told["instrument"]["indicators"][0]
    assert missing["values"][4] == {"score": 5, "means": "often, long"}
    assert told["instrument"]["judgement"]["highest"] == 10
    assert told["instrument"]["bands"][1] == {"key": "amber", "label": "Amber", "lowest": 18, "highest": 42}
    assert {each["key"]: each["outranks_from"] for each in told["instrument"]["indicators"]}["exploitation"] == 4
    required = {each["name"] for each in told["fields"] if each["required"]}
    assert required - {"instrument"} <= set(told["example"])
    assert set(told["ways"]) == {"scores", "evidence"}
    made = did(record(**{**told["example"], "subject": "V1"}))
    assert (made["overall"], made["scores"][0]["find_out"]) == ("21–25", "Asked of the school on 21 November.")
    assert "instrument" not in line.did("schema", "sign_off")


def test_a_checklist_says_what_it_asks_for(record: Record, line: Line) -> None:
    signs = [{"sign": "self_harm"}]
    made = did(record("checklist", subject="V1", completed_on="2026-11-20", signs=signs))
    assert (made["asks_full_assessment"], made["asks_same_day"]) == (False, False)
    two = did(record("checklist", subject="V1", completed_on="2026-11-21", signs=[*signs, {"sign": "low_self_esteem"}]))
    assert (two["asks_full_assessment"], two["asks_same_day"]) == (True, False)
    assert [each["asks_full_assessment"] for each in line.did("list", "checklist")] == [False, True]
