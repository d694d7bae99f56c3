"""A finished PDF locked with a password: AES with 256 bits (PDF 2.0, revision 6), and nothing of it left in the clear.

Readers of PDFs make a password ready by SASLprep (RFC 4013), but not all of them do. So a password is taken only
where that changes nothing: what was typed here opens the file everywhere.
"""

import io
import secrets
import stringprep
import unicodedata
from collections.abc import Callable

from rise_desk.errors import Invalid

MOST_BYTES = 127
EMPTY = "Enter a password for the PDF."
TOO_LONG = "This password is too long for a PDF. Use at most 127 letters, digits and signs; accented ones count double."
BOTH_WAYS = "Write the password from left to right or from right to left, not both in one."

# What RFC 4013 maps, forbids or does not know; a table each, as the standard library has them.
_UNSURE: tuple[Callable[[str], bool], ...] = (
    stringprep.in_table_a1,
    stringprep.in_table_b1,
    stringprep.in_table_c12,
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
)


def locked(pdf: bytes, password: str) -> bytes:
    """The same PDF, which opens with this password alone; `Invalid` where `problem` speaks against it."""
    from pypdf import PdfReader, PdfWriter

    wrong = problem(password)
    if wrong:
        raise Invalid({"password": wrong})
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.pdf_header = "%PDF-2.0"
    # Nobody is given the second password of the format: the one password opens it and may do everything.
    writer.encrypt(_composed(password), secrets.token_urlsafe(48), algorithm="AES-256")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def problem(password: str) -> str:
    """Why a PDF can't be locked with this, in one sentence; '' where it can."""
    text = _composed(password)
    if not text:
        return EMPTY
    unsure = next((sign for sign in text if _is_unsure(sign)), "")
    if unsure:
        shown = f" (“{unsure}”)" if unsure.isprintable() else ""
        return (
            f"This password has a sign{shown} that other programs may take for another. Use letters, digits and spaces."
        )
    if any(map(stringprep.in_table_d1, text)) and not _runs_one_way(text):
        return BOTH_WAYS
    return TOO_LONG if len(text.encode()) > MOST_BYTES else ""


def _composed(password: str) -> str:
    return unicodedata.normalize("NFC", password)


def _is_unsure(sign: str) -> bool:
    return unicodedata.normalize("NFKC", sign) != sign or any(told(sign) for told in _UNSURE)


def _runs_one_way(text: str) -> bool:
    ends = stringprep.in_table_d1(text[0]) and stringprep.in_table_d1(text[-1])
    return ends and not any(map(stringprep.in_table_d2, text))
