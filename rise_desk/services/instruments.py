"""Instruments: the wordings assessments are made with: the program's own, and a board's, added from a file.

None is ever deleted or changed: an assessment is read and printed with the one it was made with.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rise_desk import places
from rise_desk.domain import instrument_file, moments
from rise_desk.domain.access import Deed
from rise_desk.domain.instrument import Instrument
from rise_desk.domain.moments import Moment
from rise_desk.errors import Invalid, NotFound
from rise_desk.services import practice
from rise_desk.services.desk import Desk
from rise_desk.storage import instruments as kept

FIELD = "instrument"
MOST_BYTES = 4 * instrument_file.LARGEST
NO_TEXT = "This file isn’t text in UTF-8. Save it as plain text and try again."


@dataclass(frozen=True, kw_only=True)
class Listed:
    """An instrument on file: its wording, by whom and when it was added (both '' for the program's own), its use."""

    instrument: Instrument
    added_by: str = ""
    added_at: Moment = Moment("")
    in_use: bool = False

    @property
    def key(self) -> str:
        """Its name and version: 'nscb_cse/2015'."""
        return self.instrument.key


def listed(desk: Desk) -> tuple[Listed, ...]:
    """Every instrument on file, the program's own first, then in the order in which they were added."""
    held, used = desk.practice.instruments, desk.practice.instrument
    own = [Listed(instrument=each, in_use=key == used) for key, each in practice.instruments().items()]
    added = [
        Listed(instrument=held[each.key], added_by=each.added_by, added_at=each.added_at, in_use=each.key == used)
        for each in kept.every(desk.store.vault)
    ]
    return (*own, *added)


def opened(path: Path) -> str:
    """The text of a file somebody chose; `Invalid` in one sentence where it is none that could be an instrument."""
    try:
        with path.open("rb") as file:
            held = file.read(MOST_BYTES + 1)
    except OSError:
        raise Invalid(
            {FIELD: f"{path.name or path} can’t be opened. Close it in other programs and try again."}
        ) from None
    if len(held) > MOST_BYTES:
        raise Invalid({FIELD: "This file is far too long to be an instrument."})
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid({FIELD: NO_TEXT}) from None


def preview(desk: Desk, text: str) -> Listed:
    """The instrument that a text holds: the one on file where the same was added before, else a new one.

    `Invalid` in one sentence: which line or entry is wrong, or that its name and version stand for other wording.
    """
    desk.demand(Deed.SETTINGS)
    return _found(desk, text)


def _found(desk: Desk, text: str) -> Listed:
    made = instrument_file.read(text)
    on_file = next((each for each in listed(desk) if each.key == made.key), None)
    if on_file is None:
        return Listed(instrument=made)
    if on_file.instrument != made:
        raise Invalid({FIELD: f"{made.key} is on file with other wording. Give this one a new version."})
    return on_file


def is_on_file(desk: Desk, key: str) -> bool:
    """Whether an instrument of this name and version is on file."""
    return key in desk.practice.instruments


def add(desk: Desk, text: str) -> Instrument:
    """Keep an instrument for ever, beside the others; the same again changes nothing."""
    desk.demand(Deed.SETTINGS)
    with desk.writing() as work:
        made = _found(desk, text).instrument
        if not is_on_file(desk, made.key):
            kept.add(desk.store.vault, made.key, text, desk.who.name, moments.stamp(desk.now()))
            work.audit(desk.entry(Deed.SETTINGS, fields=FIELD, reason=f"{made.key} added"))
    return made


def choose(desk: Desk, key: str) -> None:
    """Say for the whole team which one new assessments are made with; those on file keep theirs."""
    desk.demand(Deed.SETTINGS)
    if not is_on_file(desk, key):
        raise NotFound("No instrument of this name and version is on file.")
    with desk.writing() as work:
        work.set(practice.INSTRUMENT, key)
        work.audit(desk.entry(Deed.SETTINGS, fields=FIELD, reason=f"new assessments with {key}"))
    desk.follow()


def template(desk: Desk, key: str) -> str:
    """The file of an instrument, to start a board's own wording from."""
    text = _texts().get(key) or kept.text_of(desk.store.vault, key)
    if text is None:
        raise NotFound("No instrument of this name and version is on file.")
    return text


@cache
def _texts() -> dict[str, str]:
    """The files that come with the program, by key."""
    names = [name for name in places.resource_names("instruments") if name.endswith(".json")]
    read = [places.resource_text("instruments", name) for name in names]
    return {instrument_file.read(each).key: each for each in read}
