"""Found by: the words, last digits and sounds by which a person is found, kept among the keys and read in ranges.

A range of keys costs the size of its answer, so that one letter is as quick as a whole name.
"""

from collections.abc import Container, Iterator, Sequence

from rise_desk.domain import facts, names, spellings
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.storage.database import Vault

WORD = "word"
NUMBER = "number"
BACKWARDS = "backwards"
HEARD = "heard"
POSTCODE = "postcode"
LAST = "\U0010ffff"
STEP = 1_000
"""How many cards are passed at a time on the way to the newest."""

SHORTEST_HEARD = 3
"""From how many letters on a name is listened to."""

_RANGE = "SELECT record, {exact} FROM keys WHERE sort = ? AND value >= ? AND value < ?"
_BEGINS = _RANGE.format(exact="value = ?")
_HEARD = "SELECT value, record FROM keys WHERE sort = ? AND value >= ? AND value < ?"
_MINE = (
    "SELECT subject FROM card WHERE at_risk IN (0, 1) AND key_worker = ? AND case_state <> 'closed' "
    "ORDER BY last_entry DESC"
)
_NEWEST = "SELECT subject FROM card WHERE at_risk = ? ORDER BY last_entry DESC, subject DESC LIMIT ? OFFSET ?"


def keys_of(person: Person) -> Iterator[tuple[str, str]]:
    """The keys of everything by which a person is found."""
    for fact in facts.of(person):
        if fact.sort == facts.POSTCODE:
            continue
        for word in fact.words:
            yield WORD if fact.sort in facts.CALLED else NUMBER, word
        for number in fact.backwards():
            yield BACKWARDS, number[::-1]
        for word in fact.words if fact.sort in facts.CALLED else ():
            for sound in sounds(word):
                yield HEARD, f"{sound} {word}"


def sounds(word: str) -> tuple[str, ...]:
    """What a word of a name sounds like; nothing for one too short to be told from others, or no word at all."""
    if len(word) < SHORTEST_HEARD or not word.isalpha():
        return ()
    family = spellings.family(word)
    return (*(names.sounds(word) if word.isascii() else ()), *([f"={family}"] if family else []))


def answering(vault: Vault, word: str) -> dict[Id, bool]:
    """Whoever has a word that begins so, a number that ends so, or lives there; and whether it is that very word."""
    found: dict[Id, bool] = {}
    numbers = [(NUMBER, word)] if facts.is_number(word) else []
    ends = [(BACKWARDS, word[::-1])] if facts.is_end(word) else []
    codes = [(POSTCODE, each) for each in facts.postcodes(word)]
    for sort, value in ((WORD, word), *numbers, *ends, *codes):
        for record, exact in vault.sql(_BEGINS, (value, sort, value, value + LAST)):
            found[record] = bool(exact) or sort == POSTCODE or found.get(record, False)
    return found


def sounding(vault: Vault, word: str) -> dict[Id, str]:
    """Whoever is called by a name that sounds like this word, and by which."""
    alike: dict[str, bool] = {}
    found: dict[Id, str] = {}
    for sound in sounds(word):
        for value, record in vault.sql(_HEARD, (HEARD, f"{sound} ", f"{sound}!")):
            name = str(value).partition(" ")[2]
            if name not in alike:
                alike[name] = not name.startswith(word) and names.sounds_like(word, name, told=sound[0] == "=")
            if alike[name]:
                found.setdefault(Id(record), name)
    return found


def foremost(vault: Vault, among: Container[Id], worker: str, limit: int) -> list[Id]:
    """Of very many people those who come first anyway: this worker's own, and those with the newest entries."""
    found = [Id(row[0]) for row in vault.sql(_MINE, (worker,)) if row[0] in among][:limit]
    for at_risk in (True, False):
        found += _newest(vault, among, at_risk, limit)
    return list(dict.fromkeys(found))


def _newest(vault: Vault, among: Container[Id], at_risk: bool, limit: int) -> list[Id]:
    found: list[Id] = []
    passed = 0
    while len(found) < limit and (rows := vault.sql(_NEWEST, (at_risk, STEP, passed))):
        found += [Id(row[0]) for row in rows if row[0] in among]
        passed += len(rows)
    return found


def inside(vault: Vault, words: Sequence[str]) -> dict[str, set[Id]]:
    """Whoever has one of these words anywhere inside a name, by word, all in one pass."""
    holds = ["instr(folded, ?) > 0" for _word in words]
    text = f"SELECT subject, {', '.join(holds)} FROM card WHERE {' OR '.join(holds)}"
    rows = vault.sql(text, (*words, *words)) if words else []
    return {word: {Id(row[0]) for row in rows if row[place]} for place, word in enumerate(words, 1)}
