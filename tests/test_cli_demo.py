"""The demonstration by verb: it prints how to sign in, and says no where real records are."""

from pathlib import Path

import pytest

from rise_desk import places
from rise_desk.services.demo import making
from rise_desk.storage import keys
from tests.line import Line


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Line:
    """A command line at a folder that is not there yet; demonstrations are weakly locked."""
    monkeypatch.setattr(making, "STRENGTH", keys.TEST)
    return Line(tmp_path / "demo")


def test_the_verb_prints_sign_ins_that_open_it(fresh: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    made = fresh.did("demo", "--people", "3", "--notes", "5", "--seed", "4")
    assert {"supervisor", "manager", "worker"} == {each["role"] for each in made["users"]}
    assert all(set(each) == {"name", "role", "password"} for each in made["users"])
    assert fresh.did("demo", "--people", "3", "--notes", "5", "--seed", "4") == made
    for each in made["users"][:3]:
        monkeypatch.setenv("RISE_DESK_PASSWORD", each["password"])
        code, people, _err = fresh.run("list", "young_person", user=each["name"])
        assert (code, len(people)) == (0, 3)
    monkeypatch.setenv("RISE_DESK_PASSWORD", made["users"][0]["password"])
    assert fresh.run("check", user=made["users"][0]["name"])[1] == {"sound": True, "problems": []}


def test_without_a_folder_named_it_has_one_of_its_own(
    fresh: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rise_desk import cli

    monkeypatch.setattr(places, "default_data_dir", lambda: tmp_path / "rise-desk")
    assert cli.run(["demo", "--people", "0", "--notes", "0"], fresh._window, fresh._tour) == 0
    assert places.DataFolder(tmp_path / "rise-desk-demonstration").sign_ins.exists()
    assert not (tmp_path / "rise-desk").exists()


def test_real_records_and_sizes_out_of_bounds_are_said_in_a_sentence(line: Line) -> None:
    code, answer, err = line.run("demo", "--people", "3")
    assert code == 1
    assert err.startswith("There are records in this folder that are not a demonstration; nothing was changed.")
    code, answer, err = line.run("demo", "--people", "-3")
    assert (code, list(answer["problems"])) == (1, ["people"])
    assert line.run("demo", "--people", "many")[0] == 2
