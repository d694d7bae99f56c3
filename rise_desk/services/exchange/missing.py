"""Missing episodes: what a row of a police export says of one, as the episode it would make in a child's file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from rise_desk.domain.hearing import heard
from rise_desk.domain.missing import MISSING, MissingEpisode
from rise_desk.domain.missing_problems import REPORTED
from rise_desk.domain.names import fold
from rise_desk.errors import Invalid
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.asking import Doubtful
from rise_desk.services.exchange.children import Children
from rise_desk.services.exchange.columns import BLANKS, LONGEST_BLANK
from rise_desk.services.exchange.matching import reference_of
from rise_desk.services.exchange.mentioned import Mentioned
from rise_desk.services.exchange.missing_columns import TIMED
from rise_desk.services.exchange.parts import parts_in
from rise_desk.services.exchange.said_at import said_at

_SAME = ("missing_type", "reported_by", "missing_from", "missing_from_name", "grade", "police_ref", "officer",
         "circumstances", "how_found", "found_place_type", "found_place")  # fmt: skip
_PARTS: Mapping[str, tuple[str, ...]] = {
    "reasons": ("reason", "heard_from"),
    "harms": ("harm", "note"),
    "regrades": ("grade", "at", "by", "why"),
    "told": ("who", "at", "by"),
    "prevention": ("held_at", "officer", "told"),
}
"""Each field of several things, and the order in which a cell says the fields of one."""

NOTHING = frozenset({"", "not recorded", "n a", "nil"})
"""What says nothing, even in a list that has the word 'not known'."""

UNSAID = NOTHING | BLANKS
YES_NO = {"y": "yes", "n": "no"}

Said = Mapping[str, str]
Found = TypeVar("Found")


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What rows of one file are read with: the children and people they name, and the columns that hold days alone."""

    source: str
    origin: str
    children: Children
    mentioned: Mentioned
    days: frozenset[str]
    desk: Desk


def said_episode(said: Said, telling: Telling) -> MissingEpisode:
    """The episode that a row's values say; `Doubtful` where only its child is in doubt.

    Raises `Invalid` with a sentence for each thing that stands against it.
    """
    desk = telling.desk
    data = _data(said, telling)
    data["source"] = "; ".join(filter(None, (told(said, "source"), telling.origin)))
    problems: dict[str, str] = {}
    made = MissingEpisode()
    try:
        made = heard(MissingEpisode, data, desk.practice, desk.now())
        problems = {name: text for name, text in made.problems(desk.practice, desk.now()).items() if name != "subject"}
    except Invalid as unread:
        problems = unread.fields
    person = with_child(lambda: telling.children.person(said), problems)
    known = told(said, "ref") or made.police_ref
    content = [str(person.id), made.missing_type, made.reported_at, made.last_seen_at]
    return made.changed(subject=person.id, references=(reference_of(telling.source, known, content),))


def with_child(find: Callable[[], Found], problems: Mapping[str, str]) -> Found:
    """What is found of a row's child; whatever else stands against the row is told with it, or first."""
    try:
        found = find()
    except Invalid as nobody:
        if problems or not isinstance(nobody, Doubtful):
            raise Invalid({**problems, **nobody.fields}) from None
        raise
    if problems:
        raise Invalid(problems)
    return found


def _data(said: Said, telling: Telling) -> dict[str, Any]:
    """What a row says, as the fields of an episode; what it leaves open says nothing."""
    data: dict[str, Any] = {name: said[name] for name in _SAME if told(said, name)}
    data |= {name: parts for name, fields in _PARTS.items() if (parts := _parts(name, said, fields))}
    data["found_with"] = telling.mentioned.parts(said.get("found_with", ""))
    data["outside_county"] = YES_NO.get(told(said, "outside_county").casefold(), told(said, "outside_county"))
    data["missing_type"] = data.get("missing_type", MISSING)
    at = {name: said_at(said, name, time, telling.days) for name, time in TIMED.items()}
    missing = at.pop("missing_at")
    is_reported = telling.desk.practice.vocabulary("missing_type").key_for(data["missing_type"]) in REPORTED
    if missing:
        first = "reported_at" if is_reported and not at["reported_at"] else "last_seen_at"
        if not at[first]:
            at[first] = missing
        else:
            data["circumstances"] = f"Went missing: {missing}\n{data.get('circumstances', '')}".strip()
    return data | {name: text for name, text in at.items() if text}


def _parts(name: str, said: Said, fields: tuple[str, ...]) -> list[dict[str, str]]:
    """The parts a cell says; a police interview of which only words are known bears no date."""
    parts = [each for each in parts_in(said.get(name, ""), fields) if fold(each[fields[0]]) not in NOTHING]
    if name == "prevention":
        return [each if any(map(str.isdigit, each["held_at"])) else _words(each) for each in parts]
    return parts


def _words(part: Mapping[str, str]) -> dict[str, str]:
    return {"told": ", ".join(part.values())}


def told(said: Said, name: str) -> str:
    """What a row says of a field; '' where it says that nothing is recorded."""
    text = said.get(name, "")
    return "" if len(text) <= LONGEST_BLANK and fold(text) in UNSAID else text
