"""The verb for paper: a summary saved open with a warning, or locked with a password out of a file."""

from pathlib import Path

import pypdfium2
import pytest

from tests.line import Line

PASSWORD = "Żółć takel-runov"


@pytest.fixture
def file_number(line: Line, tmp_path: Path) -> str:
    """Somebody with a file."""
    (tmp_path / "p.json").write_text('{"given_name": "Maz"}')
    return str(line.did("record", "young_person", str(tmp_path / "p.json"))["file_number"])


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file for the password."""
    return tmp_path / "secret"


def test_a_summary_is_locked_with_the_first_line_of_a_file(
    line: Line, file_number: str, secret: Path, tmp_path: Path
) -> None:
    secret.write_text(f"{PASSWORD}\r\nand a second line\n", "utf-8")
    out = tmp_path / "v1.pdf"
    told = line.did("summary", file_number, "--out", str(out), "--pdf-password-file", str(secret))
    assert told == {"out": str(out), "pages": 1, "copy": "copy 1", "locked": True}
    assert b"Maz" not in out.read_bytes()
    assert "Maz" in pypdfium2.PdfDocument(out, password=PASSWORD)[0].get_textpage().get_text_range()
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(out)


def test_without_a_password_it_is_open_and_says_so(line: Line, file_number: str, tmp_path: Path) -> None:
    told = line.did("summary", file_number, "--out", str(tmp_path / "v1.pdf"))
    assert told["locked"] is False
    assert "whoever has it can read it" in told["warning"]
    assert len(pypdfium2.PdfDocument(tmp_path / "v1.pdf")) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "The file secret can't be read."),
        (b"", "The first line of secret is empty."),
        (b"\nbodim takel\n", "The first line of secret is empty."),
        (b"  \n", "The first line of secret is empty."),
        (b"\xff\xfe", "not text in UTF-8"),
        (b"a\tb\n", "other programs"),
        (b"x" * 128, "too long for a PDF"),
    ],
)
def test_a_password_that_is_none_leaves_no_paper(
    line: Line, file_number: str, secret: Path, tmp_path: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        secret.write_bytes(content)
    out = tmp_path / "out" / "v1.pdf"
    out.parent.mkdir()
    words = ("summary", file_number, "--out", str(out), "--pdf-password-file", str(secret))
    code, answer, err = line.run(*words, as_json=False)
    assert (code, answer) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert list(out.parent.iterdir()) == []
    assert line.did("summary", file_number, "--out", str(out))["copy"] == "copy 1"
