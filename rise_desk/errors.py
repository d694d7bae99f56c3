"""What can go wrong, said for the person at the desk: each kind carries one plain sentence."""

from collections.abc import Mapping


class DeskError(Exception):
    """Something the reader should know, in one sentence that is shown as it stands."""


class Invalid(DeskError):
    """What was typed or imported can't be kept yet; `fields` has one sentence for each field."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self.fields = dict(fields)
        super().__init__(" ".join(self.fields.values()))


class NotAllowed(DeskError):
    """This person may not do this, and the access table says so."""


class NotFound(DeskError):
    """Nothing on file answers to what was asked for."""


class Ambiguous(DeskError):
    """Several things on file answer to what was asked for; the sentence names the choices."""


class Conflict(DeskError):
    """Somebody else changed the record since it was opened; nothing of theirs is overwritten."""


class Unavailable(DeskError):
    """The records can't be reached just now (busy, no rights, disk full, missing); nothing was lost."""


class Busy(Unavailable):
    """Another program is writing; trying again shortly will work."""


class WrongKey(DeskError):
    """The password, code or recovery key does not open this store."""


class Damaged(DeskError):
    """The stored records are damaged or are not what they should be; restore a backup."""


class TooNew(DeskError):
    """A newer RISE Desk wrote this store; this one leaves it alone."""


class SetUp(DeskError):
    """Something the program needs on this computer is missing (a library, a font, a display)."""
