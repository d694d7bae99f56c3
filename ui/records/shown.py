"""How a kind of record is shown: its name on the screen, and how an entry of a chronology reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rise_desk.domain.assessed import Assessed
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.services.overview import ChronologyEntry
from ui.widgets.timeline import Entry

if TYPE_CHECKING:
    from rise_desk.services.notices import Standing

SOMEBODY = "Somebody"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What an entry is read with: whose file it is, what the others are called, the words of the practice, now.

    `assessed`: how the file's assessments stand, where one of the entries is an assessment or an answer to one.
    `episodes`: the missing episodes that the return interviews among them are about. `notices`: how the notices among
    them stand.
    """

    subject: Id
    names: Mapping[Id, str]
    practice: Practice
    now: datetime
    assessed: Assessed | None = None
    episodes: Mapping[Id, MissingEpisode] = field(default_factory=dict)
    notices: Mapping[Id, "Standing"] = field(default_factory=dict)

    def name(self, who: Id) -> str:
        """What somebody is called on the screen."""
        return self.names.get(who, SOMEBODY)


Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One kind of record on the screen; a kind without a moment of its own stands in no chronology.

    `heads` is what stands over an entry's text where it is read whole; `corrected`: a further one can put it right.
    """

    kind: str
    title: str
    happened: Callable[[Any], Moment] | None = None
    entry: Callable[[ChronologyEntry, Reading], Entry] | None = None
    facts: Callable[[Any, Reading], Facts] | None = None
    heads: str = "What happened"
    corrected: bool = True
