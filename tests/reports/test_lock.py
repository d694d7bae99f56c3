"""A locked PDF: opens with its password alone, everywhere, and shows nothing of itself without it."""

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest

from rise_desk.errors import Invalid
from rise_desk.reports import paper
from rise_desk.reports.blocks import Paragraph
from rise_desk.reports.paper import lock, pages
from rise_desk.reports.paper.fonts import Fonts
from tests.reports.reading import document

WORDS = "Maisie Okafor was seen at the Regent Road car park."
PASSWORD = "bodim takel-runov 7"


@pytest.fixture(scope="module")
def clear(computers_fonts: Fonts) -> bytes:
    """A paper as it is made."""
    return paper.render(document(Paragraph(text=f"{WORDS}\n" * 70)), computers_fonts)


def _opened(pdf: bytes, password: str) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf, password=password)


def _text(opened: pypdfium2.PdfDocument) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in opened).split())


@pytest.mark.parametrize("password", [PASSWORD, "x", "Żółć ñandú €12", "парольслово", "שלוםשלום", "x" * 127])
def test_the_password_opens_it_and_no_other_does(clear: bytes, password: str) -> None:
    made = lock.locked(clear, password)
    assert _text(_opened(made, password)).count(WORDS) == 70
    for wrong in ("", password + "x", password.swapcase() + ".", "wrong"):
        with pytest.raises(pypdfium2.PdfiumError, match=r"[Pp]assword"):
            _opened(made, wrong)


def test_a_letter_typed_in_two_parts_is_the_same_letter(clear: bytes) -> None:
    made = lock.locked(clear, "cafe\u0301 takel")
    assert len(_opened(made, "caf\u00e9 takel")) == pages.page_count(clear)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_another_program_reads_it_with_the_password_alone(clear: bytes, tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(lock.locked(clear, PASSWORD))
    read = subprocess.run(["pdftotext", "-upw", PASSWORD, path, "-"], capture_output=True, text=True, check=True)
    assert WORDS in read.stdout
    for words in (["-upw", "wrong"], []):
        refused = subprocess.run(["pdftotext", *words, path, "-"], capture_output=True, text=True, check=False)
        assert refused.returncode != 0
        assert "Maisie" not in refused.stdout


def test_it_is_aes_of_256_bits_in_its_latest_revision(clear: bytes) -> None:
    made = lock.locked(clear, PASSWORD)
    assert made.startswith(b"%PDF-2.0")
    reader = pypdf.PdfReader(io.BytesIO(made))
    rules: Any = reader.trailer["/Encrypt"].get_object()
    assert (rules["/V"], rules["/R"], rules["/Length"]) == (5, 6, 256)
    assert rules["/CF"]["/StdCF"]["/CFM"] == "/AESV3"
    assert reader.decrypt(PASSWORD) == pypdf.PasswordType.USER_PASSWORD


def test_nothing_of_the_paper_is_left_in_the_clear(clear: bytes) -> None:
    opened = pypdf.PdfReader(io.BytesIO(clear))
    told = [str(value) for value in (opened.metadata or {}).values() if len(str(value)) > 3 and str(value)[0] != "/"]
    contents = [page.get_contents() for page in opened.pages]
    made = lock.locked(clear, PASSWORD)
    assert told
    for text in told:
        for coding in ("latin-1", "utf-16-be"):
            assert text.encode(coding, "replace") not in made
    for content in contents:
        assert content is not None
        assert content.get_data()[:40] not in made
    assert re.search(rb"\(D:\d", made) is None
    assert b"en-GB" not in made
    assert b"FlateDecode" in made


def test_what_it_says_about_itself_stays(clear: bytes) -> None:
    before, after = _opened(clear, ""), _opened(lock.locked(clear, PASSWORD), PASSWORD)
    assert after.get_metadata_dict() == before.get_metadata_dict()
    reader = pypdf.PdfReader(io.BytesIO(lock.locked(clear, PASSWORD)), password=PASSWORD)
    assert str(reader.root_object["/Lang"]) == "en-GB"


def test_each_copy_is_locked_with_a_key_of_its_own(clear: bytes) -> None:
    assert lock.locked(clear, PASSWORD)[-2000:] != lock.locked(clear, PASSWORD)[-2000:]


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("", lock.EMPTY),
        ("x" * 127, ""),
        ("x" * 128, lock.TOO_LONG),
        ("é" * 63 + "x", ""),
        ("é" * 64, lock.TOO_LONG),
        ("two words", ""),
        ("two\u00a0words", "This password has a sign that"),
        ("two\twords", "This password has a sign that"),
        ("zero\u200bwidth", "This password has a sign that"),
        ("ﬁsh and chips", "(“ﬁ”)"),
        ("fish and chips", ""),
        ("square²", "(“²”)"),
        ("smile 😀", "(“😀”)"),
        ("שלום", ""),
        ("שלום7", lock.BOTH_WAYS),
        ("abcשלום", lock.BOTH_WAYS),
        ("שaש", lock.BOTH_WAYS),
    ],
)
def test_what_can_not_be_typed_everywhere_is_refused_with_a_sentence(clear: bytes, password: str, said: str) -> None:
    found = lock.problem(password)
    assert (said in found) if said else found == ""
    if said:
        with pytest.raises(Invalid) as refused:
            lock.locked(clear, password)
        assert refused.value.fields == {"password": found}
