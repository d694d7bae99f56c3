"""The audit at the command line."""

from pathlib import Path

import pytest

from rise_desk import cli
from tests.line import Line


def test_the_audit_tells_who_has_seen_a_file(line: Line, people: Path) -> None:
    assert line.run("import", str(people), "--commit")[0] == 0
    assert line.run("show", "V1")[0] == 0
    code, answer, _err = line.run("audit", "V1", "--deed", "file opened")
    assert code == 0
    assert [each["account"] for each in answer["steps"]] == ["Lena Osei"]
    assert answer["head"]["row"] > 0
    assert len(answer["head"]["mark"].replace(" ", "")) == 16
    code, answer, _err = line.run("audit", "--by", "Nobody", "--from", "1 January 2020", "--to", "today")
    assert (code, answer["steps"]) == (0, [])


def test_what_the_audit_is_asked_wrongly(line: Line) -> None:
    for words, said in (
        (("--limit", "0"), "Ask for between 1 and 10,000 steps."),
        (("--limit", "10001"), "Ask for between 1 and 10,000 steps."),
        (("--deed", "tea made"), "The audit tells of no “tea made”."),
        (("--from", "31 June 2026"), "--from must be a real date."),
        (("X9",), "Nothing on file is called “X9”."),
    ):
        code, _answer, err = line.run("audit", *words)
        assert code == 1
        assert said in err, words


def test_half_a_letter_in_the_command_is_said_in_a_sentence(line: Line) -> None:
    code, answer, err = line.run("audit", "--by", "\udcff")
    assert (code, answer["error"], err.strip()) == (1, cli.BROKEN, cli.BROKEN)


def test_what_is_broken_elsewhere_is_no_mistake_of_the_command(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_said: object) -> None:
        "\udcff".encode()

    monkeypatch.setattr(cli, "_carry_out", broken)
    with pytest.raises(UnicodeEncodeError):
        line.run("audit")
