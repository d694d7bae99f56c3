"""The verb `search`: what the box in the window finds, on the command line, written down once a call."""

import json
from pathlib import Path

import pytest

from rise_desk.services import signing_in
from rise_desk.services.clock import Clock
from tests.build import PASSWORD
from tests.line import Line


@pytest.fixture
def filled(line: Line, people: Path) -> Line:
    """Three young people, brought in from a file, and a note about the first."""
    assert line.run("import", str(people), "--commit")[0] == 0
    return line


def test_people_are_found_by_name_number_and_ear(filled: Line) -> None:
    told = filled.did("search", "five", "V1")
    (first,) = told["files"]
    assert (first["name"], first["found_in"], first["kind"]) == ("V1 Case Five", "name", "person")
    assert filled.did("search", "faive")["sounds_alike"][0]["found_in"] == "sounds like Five"
    assert filled.did("search", first["file_number"])["files"][0]["id"] == first["id"]


def test_notes_are_found_with_the_words_around_and_the_search_written_down(filled: Line) -> None:
    subject = filled.did("search", "V1")["files"][0]["id"]
    record = {"concerns": [{"subject": subject}], "happened_at": "2026-11-20", "text": "She saw a zebra."}
    path = filled.data.parent / "note.json"
    path.write_text(json.dumps(record))
    filled.did("record", "contact_note", str(path))
    told = filled.did("search", "zebra")
    (note,) = told["notes"]
    assert (note["excerpt"], note["found_in"], note["when"]) == (
        "She saw a zebra.",
        "note, what happened",
        "20 November 2026",
    )
    assert told["more_notes"] is False
    assert "She saw a zebra." in filled.run("search", "zebra", as_json=False)[1]
    desk = signing_in.sign_in(filled.data, "Lena Osei", PASSWORD, Clock())
    reasons = desk.store.vault.sql("SELECT reason FROM audit WHERE deed = 'search' ORDER BY seq")
    signing_in.leave(desk)
    assert reasons == [("V1",), ("zebra",), ("zebra",)]


@pytest.mark.parametrize("words", [('"',), ("AND", "OR"), ("-", "-"), ("NEAR(", '"x'), ("",)])
def test_nothing_that_is_typed_is_an_error(filled: Line, words: tuple[str, ...]) -> None:
    assert filled.run("search", "--", *words)[0] == 0


@pytest.mark.parametrize(("limit", "code"), [("1", 0), ("500", 0), ("0", 2), ("501", 2), ("many", 2)])
def test_how_many_at_most(filled: Line, limit: str, code: int) -> None:
    assert filled.run("search", "maisie", "--limit", limit)[0] == code
