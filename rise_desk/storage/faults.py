"""The one table of what can go wrong below the records, and the plain sentence for each."""

import errno
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from peewee import PeeweeException

from rise_desk.errors import Busy, Damaged, DeskError, Unavailable, WrongKey


@dataclass(frozen=True)
class Fault:
    """One kind of failure: the error the reader gets, and its sentence about `{what}`."""

    kind: type[DeskError]
    sentence: str


BUSY = Fault(Busy, "Another program is using {what} just now. Nothing was changed; try again in a moment.")
READ_ONLY = Fault(Unavailable, "{What} can't be changed: the file or its folder is read-only. Nothing was saved.")
DISK_FULL = Fault(Unavailable, "The disk is full, so nothing was saved to {what}. Free some space and try again.")
NO_ACCESS = Fault(
    Unavailable,
    "{What} can't be opened: this account has no rights to the file or its folder, or it has gone.",
)
MISSING = Fault(Unavailable, "{What} can't be found: the file or its folder has been moved, renamed or deleted.")
IN_THE_WAY = Fault(Unavailable, "Something else is in the place of {what}. Nothing was overwritten; ask IT to look.")
DISK_ERROR = Fault(
    Unavailable,
    "The disk reported a fault while working on {what}. Nothing was saved; ask IT to check the disk.",
)
DAMAGED = Fault(
    Damaged, "{What} can't be read: the file is damaged or part of it is missing. Restore the latest backup."
)
WRONG_KEY = Fault(WrongKey, "{What} can't be opened: the key is wrong, or the first page of the file is damaged.")

# SQLite's primary result codes; 1 (plain ERROR) tells nothing by itself.
BY_CODE = {
    3: NO_ACCESS,
    5: BUSY,
    6: BUSY,
    8: READ_ONLY,
    10: DISK_ERROR,
    11: DAMAGED,
    13: DISK_FULL,
    14: NO_ACCESS,
    15: BUSY,
    24: DAMAGED,
    26: WRONG_KEY,
}
BY_TEXT = (
    ("Could not decode to UTF-8", DAMAGED),
    ("disk is full", DISK_FULL),
    ("is locked", BUSY),
    ("readonly", READ_ONLY),
    ("unable to open", NO_ACCESS),
    ("not a database", WRONG_KEY),
    ("malformed", DAMAGED),
    ("disk I/O", DISK_ERROR),
)
BY_ERRNO = {
    **dict.fromkeys((errno.EACCES, errno.EPERM), NO_ACCESS),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.ENAMETOOLONG), MISSING),
    **dict.fromkeys((errno.ENOSPC, errno.EFBIG), DISK_FULL),
    **dict.fromkeys((errno.EIO, errno.ENXIO, errno.ENODEV), DISK_ERROR),
    **dict.fromkeys((errno.EBUSY, errno.EAGAIN), BUSY),
    errno.EEXIST: IN_THE_WAY,
    errno.EROFS: READ_ONLY,
    getattr(errno, "EDQUOT", errno.ENOSPC): DISK_FULL,
    getattr(errno, "ESTALE", errno.EIO): DISK_ERROR,
}
OPEN_ELSEWHERE = (32, 33)  # Windows: another program holds the file, or a part of it


def classify(error: BaseException) -> type[DeskError] | None:
    """The kind of error this is for the reader; None when it is no such fault but a bug."""
    fault = _fault(error)
    return fault.kind if fault else None


def _fault(error: BaseException) -> Fault | None:
    if isinstance(error, OSError):
        return BUSY if getattr(error, "winerror", 0) in OPEN_ELSEWHERE else BY_ERRNO.get(error.errno or 0)
    if not _from_engine(error) or _says_something_else(error):
        return None
    return _deepest(error)


def _from_engine(error: BaseException) -> bool:
    """Whether peewee or the driver raised it (the driver itself may be imported in `database` alone)."""
    return isinstance(error, PeeweeException) or type(error).__module__.startswith("sqlcipher3")


def _code(error: BaseException) -> int:
    driver = getattr(error, "orig", None) or error
    return (getattr(driver, "sqlite_errorcode", None) or 0) & 0xFF


def _says_something_else(error: BaseException) -> bool:
    """A code of its own that is no fault, such as a broken constraint: then its causes don't matter."""
    return _code(error) > 1 and _code(error) not in BY_CODE


def _deepest(error: BaseException) -> Fault | None:
    """The deepest known cause: inside a transaction, a full disk shows as a rollback of nothing."""
    best: Fault | None = None
    link: BaseException | None = error
    while link is not None:
        if _from_engine(link):
            best = (
                BY_CODE.get(_code(link)) or next((fault for text, fault in BY_TEXT if text in str(link)), None) or best
            )
        link = link.__context__ or link.__cause__
    return best


class Faults:
    """A stretch of work in which failures of engine and disk become the reader's errors; bugs pass."""

    def __init__(self, what: str) -> None:
        self.what = what

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        fault = _fault(error) if error else None
        if fault:
            raise fault.kind(
                fault.sentence.format(what=self.what, What=self.what[0].upper() + self.what[1:])
            ) from error


def faults(what: str = "the records") -> Faults:
    """Use as `with faults():` round anything that touches the vault, or `with faults('the key file'):`."""
    return Faults(what)
