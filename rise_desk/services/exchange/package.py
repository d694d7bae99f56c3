"""A workbook's package: the zip file it lies in, judged before anything in it is opened."""

import io
import struct
import zlib
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from rise_desk.services.exchange.rows import no

MOST_PARTS = 2_000
MOST_UNPACKED = 200 * 1024 * 1024
FEW = 5 * 1024 * 1024
MOST_TIMES = 100
"""How far a package larger than FEW may unpack; a sheet of a million empty cells comes to forty times."""
CHUNK = 1 << 20
LOCKED = 0x1

SPOILT = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What reading a spoilt workbook raises: what its bytes say is false, and nothing in this program is."""

AS_XLSX = "Save it as an Excel workbook (.xlsx) or as “CSV UTF-8”, and choose that."
BOMB = "unpacks to far more than a list of people has, as files made to do harm do. It was not opened."
DAMAGED = "is damaged, or is no workbook. Open it in your spreadsheet program, save it again as .xlsx, and choose that."
PASSWORD = "This workbook has a password. Take the password off in your spreadsheet program, and choose it again."
MACROS = f"has macros, which are programs and are never run here. {AS_XLSX}"
_DECLARED = tuple("<!DOCTYPE".encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be"))


def checked(name: str, data: bytes) -> ZipFile:
    """The opened package of a workbook that may be read; `Invalid` says why another may not."""
    if not data.startswith(b"PK"):
        _refuse_older(name, data)
    try:
        archive = ZipFile(io.BytesIO(data))
        _judge(name, archive.infolist(), len(data))
        for part in archive.namelist():
            if part.lower().endswith((".xml", ".rels")):
                _no_declarations(name, archive, part)
    except SPOILT:
        raise no(name, DAMAGED) from None
    return archive


def _refuse_older(name: str, data: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise no(name, f"can't be read. {PASSWORD}")
    raise no(name, f"is an old Office file (.xls). {AS_XLSX}")


def _judge(name: str, parts: list[ZipInfo], size: int) -> None:
    unpacked = sum(part.file_size for part in parts)
    called = {part.filename.lower() for part in parts}
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or unpacked > max(FEW, size * MOST_TIMES):
        raise no(name, BOMB)
    if any(part.flag_bits & LOCKED for part in parts):
        raise no(name, f"can't be read. {PASSWORD}")
    if any(each.endswith(("vbaproject.bin", ".xlm")) or "/macrosheets/" in each for each in called):
        raise no(name, MACROS)
    if "xl/workbook.bin" in called:
        raise no(name, f"is a binary workbook (.xlsb). {AS_XLSX}")
    if "content.xml" in called and "xl/workbook.xml" not in called:
        raise no(name, f"is an OpenDocument file. {AS_XLSX}")
    if "[content_types].xml" not in called or not any(each.startswith("xl/") for each in called):
        raise no(name, f"is a zip file, but not a workbook. {AS_XLSX}")
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise no(name, DAMAGED)


def _no_declarations(name: str, archive: ZipFile, part: str) -> None:
    """A workbook's parts declare nothing; what does is made to blow up when it is read."""
    before = b""
    for chunk in _chunks(archive, part):
        if any(each in before + chunk for each in _DECLARED):
            raise no(name, BOMB)
        before = chunk[-20:]


def _chunks(archive: ZipFile, part: str) -> Iterator[bytes]:
    with archive.open(part) as opened:
        while chunk := opened.read(CHUNK):
            yield chunk
