"""Missing episodes and interviews come in from files by the command line, and leave as files."""

import csv
from pathlib import Path

import pytest

from tests.line import Line
from tests.recorded import BACK, Record, did, recording, records

CASE5 = Path(__file__).parents[2] / "shared" / "cases" / "case5"
PUBLISHED = pytest.mark.skipif(not CASE5.exists(), reason="the published cases lie beside the checkout only")


@pytest.fixture
def record(line: Line, people: Path, tmp_path: Path) -> Record:
    """Record one thing about those in the file, who are on file already."""
    return recording(line, people, tmp_path)


@PUBLISHED
def test_case_five_has_its_episodes_and_a_second_import_doubles_none(line: Line) -> None:
    assert line.did("import", str(CASE5 / "young_people.csv"), "--commit")["created"] == 6
    path = str(CASE5 / "missing_episodes.csv")
    assert line.did("import", path)["committed"] is False
    assert line.did("list", "missing_episode") == []
    first = line.did("import", path, "--commit")
    assert (first["created"], first["asked"], first["refused"]) == (56, 0, 0)
    again = line.did("import", path, "--kind", "missing_episode", "--commit")
    assert (again["created"], again["matched"]) == (0, 56)
    assert {ref: len(records(line, "missing_episode", ref)) for ref in ("V1", "V2", "V3", "V5", "V6")} == {
        "V1": 53, "V2": 1, "V3": 0, "V5": 1, "V6": 1,
    }  # fmt: skip
    (found,) = records(line, "missing_episode", "V5")
    v6 = line.did("show", "V6")["subject"]["id"]
    assert [(each["name"], each["person"]) for each in found["found_with"]] == [("O3", ""), ("V6 Case Five", v6)]
    assert (found["grade"], found["found_place_type"], found["police_ref"]) == (
        "medium",
        "other_house_or_flat",
        "M5-5001",
    )
    last = records(line, "missing_episode")[0]
    assert (last["reported_at"], last["found_place_type"]) == ("2011-02-12T21:00+00:00", "")
    assert [each["reason"] for each in last["reasons"]] == ["not_known"]
    assert [each["harm"] for each in last["harms"]] == ["not_asked"]
    (summer,) = [each for each in records(line, "missing_episode") if each["police_ref"] == "M5-0031"]
    assert summer["reported_at"] == "2010-08-07T22:25+00:00"
    assert line.did("check")["sound"] is True


@PUBLISHED
def test_what_is_told_goes_by_the_reader_s_now(line: Line) -> None:
    for name in ("young_people.csv", "missing_episodes.csv"):
        line.did("import", str(CASE5 / name), "--commit")
    then = line.did("--now", "2011-02-13T09:00", "show", "V1")["records"]
    last, before = [each for each in then if each["kind"] == "missing_episode"][:2]
    assert (last["missing_now"], last["hours_away"], last["interview_state"]) == (True, 12.0, "")
    assert (before["missing_now"], before["interview_state"]) == (False, "arranged")
    assert before["interview_by"] == "2011-02-05T05:40+00:00"
    after = line.did("--now", "2011-02-13T23:00", "show", "V1")["records"]
    last = next(each for each in after if each["kind"] == "missing_episode")
    assert (last["missing_now"], last["hours_away"], last["interview_hours_left"]) == (False, 26.0, 72.0)
    assert last["interview_by"] == "2011-02-16T23:00+00:00"


UNSURE = "name,reported_at,missing_from,returned_at\nV1 Case Five,2026-11-01 20:00,home,2026-11-02 06:00\n"


def test_who_a_child_is_is_said_by_a_word_or_in_the_refused_file(line: Line, people: Path, tmp_path: Path) -> None:
    line.did("import", str(people), "--source", "case5", "--commit")
    path, refused = tmp_path / "unsure.csv", tmp_path / "refused.csv"
    path.write_text(UNSURE)
    words = ("import", str(path), "--source", "police")
    seen = line.did(*words, "--refused", str(refused), "--commit")
    assert (seen["created"], seen["asked"], seen["outcomes"][0]["asks"]) == (0, 1, "V1 Case Five")
    assert seen["outcomes"][0]["may_be"] == ["26-0001 V1 Case Five, born 3 October 1995: known by the same name only"]
    assert seen["outcomes"][0]["reason"] == (
        "May be 26-0001 V1 Case Five, born 3 October 1995: known by the same name only. Say who it is."
    )
    nobody = line.did(*words, "--who", "v1 case five=nobody")
    assert (nobody["asked"], nobody["refused"]) == (0, 1)
    assert line.did(*words, "--who", "V1 Case Five=26-0001")["created"] == 1
    code, wrong, _err = line.run(*words, "--who", "26-0001")
    assert (code, wrong["error"][:40]) == (1, "“26-0001” does not say who somebody is. ")
    with refused.open(encoding="utf-8-sig", newline="") as rows:
        head, row = csv.reader(rows)
    assert head[-2:] == ["file number", "reason"]
    row[-2] = "26-0001"
    refused.write_text("\n".join(",".join(f'"{cell}"' for cell in each) for each in (head, row)) + "\n")
    done = line.did("import", str(refused), "--source", "police", "--commit")
    assert (done["created"], done["outcomes"][0]["reason"]) == (1, "")


def test_late_interviews_without_a_reason_come_in_only_when_somebody_says_so(
    line: Line, record: Record, tmp_path: Path
) -> None:
    did(
        record("missing_episode", BACK, reported_at="2026-11-01T20:00", returned_at="2026-11-02T06:00", police_ref="M1")
    )
    path = tmp_path / "interviews.csv"
    path.write_text("young_person_ref,police_ref,done_at\nV1,M1,2026-11-10 10:00\n")
    words = ("import", str(path), "--source", "case5", "--commit")
    refused = line.did(*words)
    assert refused["outcomes"][0]["reason"] == "Say in a line why the interview was after 72 hours."
    assert line.did(*words, "--late-unexplained")["created"] == 1
    (made,) = line.did("list", "return_interview")
    assert made["late_because"] == "not recorded in the file it came from"


def test_episodes_leave_as_a_file_and_come_back(line: Line, record: Record, tmp_path: Path) -> None:
    did(record("missing_episode", BACK, police_ref="M1"))
    path = tmp_path / "desk" / "episodes.csv"
    path.parent.mkdir()
    left = line.did("export", "missing_episode", str(path), "--reason", "For the morning meeting")
    assert (left["rows"], left["of"]) == (1, 1)
    again = line.did("import", str(path))
    assert (again["kind"], again["matched"], again["refused"]) == ("missing_episode", 1, 0)
    code, wrong, _err = line.run("export", "action", str(path), "--reason", "For the morning meeting")
    assert code == 1
    assert "There is no list of “action” to export. There are young_person, adult, contact_note," in wrong["error"]


def test_a_list_read_by_people_says_who(line: Line, record: Record) -> None:
    did(record("missing_episode", BACK))
    _code, text, _err = line.run("list", "missing_episode", as_json=False)
    assert "young person: V1 Case Five" in text
    assert "interview state: arranged" in text
