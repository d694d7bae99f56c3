"""Asking: what a file alone can't say and somebody has to, such as which child a row means; it is never guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rise_desk.domain.names import fold
from rise_desk.errors import Invalid

NOBODY = "nobody"
"""The answer that a row means nobody on file here."""

NOT_IN_FILE = "not recorded in the file it came from"
"""The reason of a late interview, once somebody says for a whole file that it has none."""


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What somebody said about a whole file.

    `who`: the file number for each name that rows give a child ('nobody' for none). `late_unexplained`: interviews
    after 72 hours come in where the row has no reason, with one that says so.
    """

    who: Mapping[str, str] = field(default_factory=dict)
    late_unexplained: bool = False

    def of(self, asks: str) -> str:
        """The file number that was said for this name; '' where nothing was."""
        return next((each for name, each in self.who.items() if fold(name) == fold(asks)), "")

    def with_who(self, asks: str, file_number: str) -> "Answers":
        """These, and whom one more name means; '' takes it back."""
        others = {name: each for name, each in self.who.items() if fold(name) != fold(asks)}
        said = {asks: file_number} if file_number else {}
        return Answers(who={**others, **said}, late_unexplained=self.late_unexplained)


NO_ANSWERS = Answers()


@dataclass(frozen=True, kw_only=True)
class MayBe:
    """Somebody on file whom a row may mean: their file number, their name, and what speaks for and against it."""

    file_number: str
    name: str
    why: str

    @property
    def text(self) -> str:
        """In words: '26-0012 Maisie Okafor, born 27 March 2010: name alone'."""
        return f"{self.file_number} {self.name}: {self.why}"


class Doubtful(Invalid):
    """That nobody but a person can tell which child a row means; `asks` is how the row names the child."""

    def __init__(self, asks: str, may_be: Sequence[MayBe] = (), sentence: str = "") -> None:
        self.asks = asks
        self.may_be = tuple(may_be)
        told = " or ".join(each.text for each in may_be)
        super().__init__({"who": sentence or f"May be {told}. Say who it is."})


def understood(said: Sequence[str]) -> dict[str, str]:
    """What `--who "ROW NAME=FILE NUMBER"` says; `Invalid` where it has no sign of equality."""
    who = {}
    for each in said:
        name, sign, number = each.rpartition("=")
        if not (sign and fold(name) and number.strip()):
            told = "Write it as “Maisie Okafor=26-0012”, or “Maisie Okafor=nobody”."
            raise Invalid({"who": f"“{each[:60]}” does not say who somebody is. {told}"})
        who[name.strip()] = number.strip()
    return who
