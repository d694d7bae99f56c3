"""The verb `due`: what is due for everybody, for one worker or in one file, told whole."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rise_desk.services import signing_in
from rise_desk.services.clock import Clock
from tests.build import PASSWORD
from tests.line import Line

SCORES = "3 3 3 3 3 3 3 3 3 3"
Save = Callable[..., Any]


@pytest.fixture
def save(line: Line, tmp_path: Path) -> Save:
    """Record one thing from its fields."""

    def saved(kind: str, **fields: Any) -> Any:
        path = tmp_path / "one.json"
        path.write_text(json.dumps(fields))
        return line.did("record", kind, str(path))

    return saved


def child(save: Save, given: str, opened: str = "2026-09-01", worker: str = "") -> Any:
    """A young person whose case is open."""
    own = {"allocations": [{"worker": worker, "role": "key_worker"}]} if worker else {}
    spells = [{"state": "open", "since": opened}]
    return save("young_person", given_name=given, family_name="Vale", case_spells=spells, **own)


def assess(save: Save, child: Any, day: str) -> Any:
    return save(
        "assessment",
        subject=child["file_number"],
        assessed_on=day,
        scores=SCORES,
        evidence=["Seen."] * 10,
        judgement=3,
        judgement_comment="As it is.",
        band="amber",
    )


def told(line: Line, *words: str) -> list[tuple[str, str, int]]:
    return [(each["name"], each["what"], each["days_left"]) for each in line.did("due", *words)]


def test_a_line_says_whose_since_when_by_when_how_late_and_why(line: Line, save: Save) -> None:
    ines = child(save, "Ines", worker="Priya Nair")
    made = assess(save, ines, "2026-10-03")
    again = next(each for each in line.did("due") if each["rule"] == "reassessment")
    assert again == {
        "what": "Reassess",
        "name": "Ines Vale",
        "file_number": ines["file_number"],
        "key_worker": "Priya Nair",
        "from": "2026-10-03",
        "by": "2026-11-14",
        "do_by": "2026-11-13",
        "until": "",
        "days_left": -7,
        "hours_left": -154.0,
        "overdue": True,
        "how_late": "7 days overdue",
        "why": "last 3 October 2026: 33, Amber",
        "state": "",
        "owner": "",
        "folded": 1,
        "rule": "reassessment",
        "answered_by": "assessment",
        "record": made["id"],
        "record_kind": "assessment",
        "subject": ines["id"],
    }
    waits = next(each for each in line.did("due") if each["rule"] == "sign_off")
    assert (waits["do_by"], waits["answered_by"], waits["how_late"]) == ("", "sign_off", "7 days left")


@pytest.mark.parametrize(
    ("day", "how_late"),
    [
        ("2026-10-09", "1 day overdue"),
        ("2026-10-10", "due today"),
        ("2026-10-11", "1 day left"),
        ("2026-10-12", "2 days left"),
    ],
)
def test_lateness_in_words(line: Line, save: Save, day: str, how_late: str) -> None:
    assess(save, child(save, "Ines"), day)
    assert next(each["how_late"] for each in line.did("due") if each["rule"] == "reassessment") == how_late


def test_the_earliest_comes_first_and_within_keeps_what_is_late(line: Line, save: Save) -> None:
    for given, opened in (("Late", "2026-11-01"), ("Soon", "2026-11-20"), ("Now", "2026-11-21")):
        child(save, given, opened)
    assess(save, child(save, "Seven"), "2026-10-17")
    assess(save, child(save, "Eight"), "2026-10-18")
    first = [name for name, what, _left in told(line) if what in ("First assessment", "Reassess")]
    assert first == ["Late Vale", "Soon Vale", "Now Vale", "Seven Vale", "Eight Vale"]
    assert [name for name, what, _left in told(line, "--within", "7") if what == "Reassess"] == ["Seven Vale"]
    assert [name for name, _what, _left in told(line, "--within", "0")] == ["Late Vale", "Soon Vale", "Now Vale"]


def test_whose_files_are_asked_for(line: Line, save: Save) -> None:
    child(save, "Mine", worker="Lena Osei")
    child(save, "Theirs", worker="Priya Nair")
    other = child(save, "Nobodys")
    assert [name for name, _what, _left in told(line, "--mine")] == ["Mine Vale"]
    assert [name for name, _what, _left in told(line, "--worker", "priya NAIR")] == ["Theirs Vale"]
    assert told(line, other["file_number"])[0][0] == "Nobodys Vale"
    assert told(line, other["file_number"], "--mine") == []
    assert told(line, "--worker", "Lena Osei", "--within", "0") == [("Mine Vale", "First assessment", -81)]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--worker", "Nobody Here"), 1, "Nobody called “Nobody Here” has an account or a file here."),
        (("V9",), 1, "Nothing on file is called “V9”."),
        (("--within", "-1"), 2, "--within"),
        (("--within", "soon"), 2, "--within"),
        (("--mine", "--worker", "x"), 2, "not allowed with"),
    ],
)
def test_what_is_asked_wrongly_gets_one_sentence(line: Line, words: tuple[str, ...], code: int, said: str) -> None:
    found, answer, err = line.run("due", *words, as_json=False)
    assert (found, answer) == (code, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1


def test_it_reads_for_people_and_is_written_down(line: Line, save: Save) -> None:
    assert line.run("due", as_json=False)[1] == "Nothing to show.\n"
    ines = child(save, "Ines")
    words = line.run("due", ines["file_number"], as_json=False)[1]
    assert words.startswith("what: First assessment\nname: Ines Vale\n")
    assert "how late: 81 days overdue\nwhy: none on file yet\n" in words
    desk = signing_in.sign_in(line.data, "Lena Osei", PASSWORD, Clock())
    rows = desk.store.vault.sql("SELECT kind, subject FROM audit WHERE deed = 'list read' ORDER BY seq")
    signing_in.leave(desk)
    assert rows == [("due", 0), ("due", int(ines["id"]))]


AT_NINE = [
    ("Missing now", *["2011-02-12T21:00+00:00"] * 2, -12.0, "missing for 12 h", False, "medium", 1, "missing_episode"),
    (
        "Return interviews over 28 days late",
        "2009-11-24T10:15+00:00",
        "2009-11-27T10:15+00:00",
        -10630.8,
        "442 days late",
        True,
        "",
        2,
        "missing_episode",
    ),
    (
        "Return interview",
        "2011-02-02T05:40+00:00",
        "2011-02-05T05:40+00:00",
        -195.4,
        "8 days late",
        True,
        "arranged",
        1,
        "missing_episode",
    ),
]
"""What is due for V1 at nine on 13 February 2011."""


def test_who_is_missing_and_owed_an_interview_as_it_was_at_a_past_now(line: Line, save: Save) -> None:
    girl = save("young_person", given_name="V1", family_name="Case Five", date_of_birth="1995-10-03")
    for began, back in (
        ("2009-11-23T20:00", "2009-11-24T10:15"),
        ("2009-12-03T22:00", "2009-12-04T05:00"),
        ("2011-02-01T22:40", "2011-02-02T05:40"),
        ("2011-02-12T21:00", "2011-02-13T23:00"),
    ):
        save("missing_episode", young_person=girl["file_number"], reported_at=began, returned_at=back, grade="medium")
    assert line.did("--now", "2011-02-13T09:00", "due", girl["file_number"]) == []
    line.did("settings", "--set", "interviews-since=2009-11-01")
    found = line.did("--now", "2011-02-13T09:00", "due", girl["file_number"])
    said = ("what", "from", "by", "hours_left", "how_late", "overdue", "state", "folded", "record_kind")
    assert [tuple(each[name] for name in said) for each in found if each["rule"] != "repeat_missing"] == AT_NINE
    assert {(each["name"], each["file_number"], each["subject"]) for each in found} == {
        ("V1 Case Five", girl["file_number"], girl["id"])
    }
    words = line.run("--now", "2011-02-13T09:00", "due", girl["file_number"], as_json=False)[1]
    assert words.startswith("what: Missing now\nname: V1 Case Five\n")
    assert "hours left: -12.0\n" in words


def test_whose_a_line_is_by_name_is_told_and_asked_for(line: Line, save: Save) -> None:
    girl = child(save, "Ines", worker="Priya Nair")
    away = {"young_person": girl["file_number"], "reported_at": "2026-11-20T20:00", "returned_at": "2026-11-21T08:00"}
    made = save("missing_episode", **away)
    save(
        "return_interview",
        young_person=girl["file_number"],
        episodes=[made["id"]],
        assigned_to="Tom Ash",
        offered_at="2026-11-21T09:00",
    )
    (told,) = (each for each in line.did("due", "--worker", "tom ash"))
    assert (told["what"], told["owner"], told["state"], told["record"]) == (
        "Return interview",
        "Tom Ash",
        "offered",
        made["id"],
    )
    assert (told["hours_left"], told["how_late"], told["by"]) == (70.0, "70 h left", "2026-11-24T08:00+00:00")


def test_the_list_of_young_people_tells_who_is_missing_first_and_until_when_an_interview_is_owed(
    line: Line, save: Save
) -> None:
    back, gone = child(save, "Ann"), child(save, "Zoë")
    away = {"young_person": back["file_number"], "reported_at": "2026-11-20T20:00", "returned_at": "2026-11-21T08:00"}
    save("missing_episode", **away)
    assert [each["name"] for each in line.did("list", "young_person")] == ["Ann Vale", "Zoë Vale"]
    save("missing_episode", young_person=gone["file_number"], reported_at="2026-11-21T09:00")
    told = [(each["name"], each["missing_since"], each["interview_by"]) for each in line.did("list", "young_person")]
    assert told == [
        ("Zoë Vale", "2026-11-21T09:00+00:00", ""),
        ("Ann Vale", "", "2026-11-24T08:00+00:00"),
    ]
    found = line.did("search", "vale")["files"]
    assert [(each["name"], each.get("missing_since", "")) for each in found] == [
        ("Zoë Vale", "2026-11-21T09:00+00:00"),
        ("Ann Vale", ""),
    ]
