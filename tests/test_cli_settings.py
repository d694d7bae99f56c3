"""The verb `settings`: what the team has agreed on, shown to everybody and changed by supervisors."""

import json
from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain.trigger import PLAN
from tests.build import PASSWORD
from tests.line import Line

USUAL: dict[str, Any] = {
    "instrument": "nscb_cse/2015",
    "lock-after": 5,
    "sign-off-days": 7,
    "long-after": 24,
    "overnight-is-long": True,
    "interviews-since": "2026-11-21",
    "our-council": "",
    "notice-review-months": 6,
    "triggers": [
        {"count": count, "days": days, "hours": hours, "under": under, "action": PLAN}
        for count, days, hours, under in ((3, 30, 0, 0), (3, 90, 0, 0), (0, 0, 24, 0), (0, 0, 0, 13))
    ],
}


def test_a_new_team_has_the_usual_ones_and_expects_interviews_from_its_first_day(line: Line) -> None:
    assert line.did("settings") == USUAL
    assert "interviews-since: 2026-11-21\n" in line.run("settings", as_json=False)[1]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("lock-after=9", 9),
        ("sign-off-days=3", 3),
        ("long-after=48", 48),
        ("overnight-is-long=no", False),
        ("interviews-since=2009-11-01", "2009-11-01"),
        ("interviews-since=1 November 2009", "2009-11-01"),
        ("interviews-since=2026-11-21", "2026-11-21"),
        ("our-council=Westshire  County Council", "Westshire County Council"),
        ("our-council=", ""),
        ("instrument=nscb_cse/2015", "nscb_cse/2015"),
        ("triggers=[]", []),
        (
            'triggers=[{"count": 4, "days": 60, "action": "Meet."}]',
            [{"count": 4, "days": 60, "hours": 0, "under": 0, "action": "Meet."}],
        ),
    ],
)
def test_each_is_set_and_stays(line: Line, said: str, kept: object) -> None:
    answer = line.did("settings", "--set", said)
    assert answer == {**USUAL, said.partition("=")[0]: kept}
    assert line.did("settings") == answer


def test_several_are_set_at_once(line: Line) -> None:
    answer = line.did("settings", "--set", "lock-after=1", "--set", "our-council=Westshire")
    assert answer == {**USUAL, "lock-after": 1, "our-council": "Westshire"}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("colour=red", "Say NAME=VALUE; the names are instrument, lock-after,"),
        ("lock-after", "Say NAME=VALUE;"),
        ("lock-after=soon", "Give a whole number."),
        ("lock-after=¹", "Give a whole number."),
        ("lock-after=16", "Choose between 1 and 15 minutes."),
        ("overnight-is-long=perhaps", "Say yes or no."),
        ("interviews-since=2026-13-01", "Interviews expected since"),
        ("interviews-since=2026-11", "Interviews expected since must be a whole date"),
        ("interviews-since=", "Interviews expected since must be a whole date"),
        ("interviews-since=2026-11-22", "Interviews expected since must be today or a day in the past."),
        ("instrument=ours/1", "No instrument of this name and version is on file."),
        ("triggers=[", "The triggers are not JSON."),
        ("triggers={}", "Give the triggers as a list of objects"),
        ("triggers=[3]", "Give the triggers as a list of objects"),
        ('triggers=[{"count": "3"}]', "Give the triggers as a list of objects"),
        ('triggers=[{"hours": true}]', "Give the triggers as a list of objects"),
        ('triggers=[{"often": 3}]', "Give the triggers as a list of objects"),
        ('triggers=[{"count": 1, "days": 30}]', "Choose between 2 and 30 episodes"),
    ],
)
def test_what_can_not_be_kept_gets_one_sentence_and_changes_nothing(line: Line, said: str, words: str) -> None:
    code, answer, err = line.run("settings", "--set", said, as_json=False)
    assert (code, answer) == (1, "")
    assert words in err
    assert len(err.strip().splitlines()) == 1
    assert line.did("settings") == USUAL


def test_one_that_can_not_be_read_lets_none_be_set(line: Line) -> None:
    assert line.run("settings", "--set", "lock-after=9", "--set", "sign-off-days=x")[0] == 1
    assert line.did("settings") == USUAL


def test_a_worker_reads_them_and_changes_none(line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, new = line.did("users", "add", "Priya Nair", "--role", "worker")["code"], tmp_path / "new"
    new.write_text(PASSWORD + " two\n")
    monkeypatch.setenv("RISE_DESK_PASSWORD", code)
    assert line.run("users", "password", "--new-password-file", str(new), user="Priya Nair")[0] == 0
    monkeypatch.setenv("RISE_DESK_PASSWORD", PASSWORD + " two")
    assert line.run("settings", user="Priya Nair")[:2] == (0, USUAL)
    refused, answer, err = line.run("settings", "--set", "lock-after=9", user="Priya Nair")
    assert refused == 1
    assert "may not change the team's settings" in err
    assert json.dumps(answer["problems"]) == "{}"
    assert line.run("settings", user="Priya Nair")[1] == USUAL
