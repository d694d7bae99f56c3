"""The verb for a network on paper: numbered, open with a warning, around a person or a place."""

import json
from pathlib import Path

import pypdfium2

from tests.line import Line


def test_the_network_around_a_place_is_saved_for_whoever_it_is_for(line: Line, tmp_path: Path) -> None:
    (tmp_path / "place.json").write_text(json.dumps({"place_name": "Kebab Corner"}))
    line.did("record", "place", str(tmp_path / "place.json"))
    out = tmp_path / "network.pdf"
    told = line.did("network-sheet", "Kebab Corner", "--steps", "3", "--out", str(out), "--recipient", "DC Marsh")
    assert (told["copy"], told["locked"]) == ("copy 1 for DC Marsh", False)
    assert "whoever has it can read it" in told["warning"]
    text = pypdfium2.PdfDocument(out)[0].get_textpage().get_text_range()
    assert "Network around Kebab Corner" in " ".join(text.split())


def test_nobody_by_that_name_leaves_no_paper(line: Line, tmp_path: Path) -> None:
    code, _answer, err = line.run("network-sheet", "99-9999", "--out", str(tmp_path / "network.pdf"))
    assert code == 1
    assert err
    assert not (tmp_path / "network.pdf").exists()
