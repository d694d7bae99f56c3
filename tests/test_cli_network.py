"""The verbs for who is linked with whom, and whether a child is known."""

import json
from pathlib import Path
from typing import Any

import pytest

from rise_desk.services import signing_in
from rise_desk.services.clock import Clock
from tests.build import PASSWORD
from tests.line import Line

CHILD = {"given_name": "Maisie", "family_name": "Okafor", "aliases": [{"name": "Maz"}]}
ADULT = {"given_name": "Darren", "family_name": "Pike", "concern_roles": [{"role": "abuser"}]}


@pytest.fixture
def filled(line: Line, tmp_path: Path) -> Line:
    """A girl, two men who are linked, and a takeaway."""

    def record(kind: str, data: dict[str, Any]) -> None:
        path = tmp_path / "record.json"
        path.write_text(json.dumps(data), "utf-8")
        line.did("record", kind, str(path))

    record("young_person", CHILD)
    record("adult", ADULT)
    record("adult", {**ADULT, "given_name": "Carl", "family_name": "Lowe"})
    record("place", {"place_name": "Kebab Corner"})
    record("link", {"from": "Darren Pike", "link_type": "exploited", "to": "Maisie Okafor", "confidence": "confirmed"})
    record("link", {"from": "Carl Lowe", "link_type": "groomed", "to": "Maisie Okafor", "confidence": "confirmed"})
    record("link", {"from": "Carl Lowe", "link_type": "acts with", "to": "Darren Pike", "confidence": "probable"})
    record("link", {"from": "Carl Lowe", "link_type": "runs", "to": "Kebab Corner"})
    return line


def test_the_network_of_somebody_as_plain_data(filled: Line) -> None:
    told = filled.did("network", "26-0001")
    assert {(each["name"], each["kind"], each["steps"]) for each in told["nodes"]} == {
        ("Maisie Okafor", "child", 0),
        ("Darren Pike", "adult", 1),
        ("Carl Lowe", "adult", 1),
        ("Kebab Corner", "place", 2),
    }
    assert {(each["from_name"], each["link"], each["to_name"]) for each in told["links"]} == {
        ("Darren Pike", "exploited", "Maisie Okafor"),
        ("Carl Lowe", "groomed", "Maisie Okafor"),
        ("Carl Lowe", "acts with", "Darren Pike"),
        ("Carl Lowe", "owns or runs", "Kebab Corner"),
    }
    (group,) = told["groups"]
    assert [each["name"] for each in group["members"]] == ["Darren Pike", "Carl Lowe"]
    assert group["weakest_link"]["confidence"] == "probable"
    assert len(filled.did("network", "26-0001", "--steps", "1")["nodes"]) == 3
    assert len(filled.did("network", "Kebab Corner", "--steps", "1")["nodes"]) == 2
    assert "linked adults (unproven)" in filled.run("network", "26-0001", as_json=False)[1]


@pytest.mark.parametrize(("steps", "code"), [("1", 0), ("3", 0), ("0", 2), ("4", 2), ("far", 2)])
def test_how_far_it_may_reach(filled: Line, steps: str, code: int) -> None:
    assert filled.run("network", "26-0001", "--steps", steps)[0] == code


def test_what_is_not_on_file_has_no_network(filled: Line) -> None:
    code, _, err = filled.run("network", "26-9999")
    assert (code, err.strip()) == (1, "Nothing on file is called “26-9999”.")


def test_whether_a_child_is_known_is_answered_and_written_down(filled: Line) -> None:
    told = filled.did("known", "Maz", "--asked-by", "PC 1234 Hill")
    assert (told["answer"], told["words"]) == ("known", "Known to the team. Ring the team (no key worker is named).")
    (match,) = told["matches"]
    assert (match["name"], match["by"], match["warnings"]) == ("Maisie Okafor", "alias Maz", [])
    assert filled.did("known", "darren", "pike")["answer"] == "not_known"
    assert "ring the team" in filled.run("known", "zebedee", as_json=False)[1]
    desk = signing_in.sign_in(filled.data, "Lena Osei", PASSWORD, Clock())
    rows = desk.store.vault.sql("SELECT reason, recipient FROM audit WHERE deed = 'known asked' ORDER BY seq")
    signing_in.leave(desk)
    assert rows == [("Maz", "PC 1234 Hill"), ("darren pike", ""), ("zebedee", "")]
