"""Fates: what becomes of each row, one after the other, and the records to save, each as its last row leaves it."""

from collections.abc import Iterator

from rise_desk.domain import access
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.names import fold
from rise_desk.domain.person import ADULT, AT_RISK, OF_CONCERN, Person
from rise_desk.domain.record import Attribute, Id, Record, Reference, attributes
from rise_desk.errors import Invalid
from rise_desk.services import merged
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.asking import Doubtful
from rise_desk.services.exchange.beside import Besides, is_same_time
from rise_desk.services.exchange.beside_subjects import ENDS
from rise_desk.services.exchange.matching import Found, Register, is_fingerprint, reference_keys
from rise_desk.services.exchange.outcomes import Fate, Outcome

_NO_FACTS = frozenset({"references", "roles", "source", "owner_agency", "instrument"})
_OPEN: tuple[object, ...] = ("", None, ())
"""What a field holds where nothing is known yet; 'no' is an answer."""


ALLEGED = ("how_well_known", "statuses", "concern_roles", "positions", "risk")
"""What belongs to the role of concern."""

_ROLES = {AT_RISK: "at risk", OF_CONCERN: "of concern"}


class Fates:
    """Decides row by row, and gathers the records to save, each as its last row leaves it."""

    def __init__(self, desk: Desk, known: Register, beside: Besides) -> None:
        self.saves: dict[Id, Record] = {}
        self._desk = desk
        self._known = known
        self._beside = beside

    def of(self, line: int, name: str, heard: Record | Invalid) -> Outcome:
        """What becomes of one row."""
        try:
            if isinstance(heard, Invalid):
                raise heard
            found = self._known.find(heard) or self._beside.same(heard)
            if found is None:
                made = heard.changed(id=self._desk.clock.new_id())
                self._demand_grown_up(made)
                self._beside.demand(made, line)
                self._save(made, line)
                return Outcome(line=line, fate=Fate.CREATED, name=name, record=made.id)
            reason = self._match(heard, found, line)
            return Outcome(line=line, fate=Fate.MATCHED, name=name, file=found.called, reason=reason)
        except Doubtful as doubt:
            fate = Fate.ASKED if doubt.may_be else Fate.REFUSED
            return Outcome(line=line, fate=fate, name=name, reason=str(doubt), asks=doubt.asks, may_be=doubt.may_be)
        except Invalid as wrong:
            return Outcome(line=line, fate=Fate.REFUSED, name=name, reason=str(wrong))

    def _demand_grown_up(self, made: Record) -> None:
        """`Invalid` where a new file of somebody of concern would be a child's: they are opened as one first."""
        if made.kind == ADULT:
            problems = made.problems(self._desk.practice, self._desk.now())
            if problems:
                raise Invalid(problems)

    def _save(self, record: Record, line: int) -> None:
        self.saves[record.id] = record
        self._known.add(record, line)

    def _match(self, heard: Record, found: Found, line: int) -> str:
        """What a row that is on file changes there, in sentences."""
        held = found.record
        heard = self._as_filed(heard, held)
        same = f"{found.called} has the same {found.by}"
        left = _not_taken(heard, held) if access.may_read(self._desk.who, held.reserved_for()) else ""
        if left and held.settled:
            raise Invalid({"row": f"{same}, but says something else ({left}). Record a correction by hand."})
        self._refuse_another(heard, held, same)
        changed, gains = _gaining(held, heard)
        if gains:
            self._demand_sound(changed, same, line)
            self._save(changed, line)
        left = _not_taken(heard, changed) if left else ""
        more = (
            f" It gains {gains}." if gains else "",
            f" Not taken over, as the file differs: {left}." if left else "",
        )
        return f"{same}.{''.join(more)}"

    def _refuse_another(self, heard: Record, held: Record, same: str) -> None:
        """What has the same reference and is about somebody else, or another time, is not the same."""
        if isinstance(held, Person) or held.settled:
            return
        if heard.involved() != held.involved() and self._about(heard) != self._about(held):
            raise Invalid({"row": f"{same}, but is about somebody else."})
        if isinstance(heard, MissingEpisode) and isinstance(held, MissingEpisode) and not is_same_time(heard, held):
            told = "Give one of them another reference, or put its time right."
            raise Invalid({"row": f"{same}, but another time. {told}"})

    def _as_filed(self, heard: Record, held: Record) -> Record:
        """What a row says, of the files that the record on file is of, where those are the same people and things."""
        if heard.involved() == held.involved() or self._about(heard) != self._about(held):
            return heard
        return heard.changed(**{name: getattr(held, name) for name in ENDS if hasattr(held, name)})

    def _about(self, record: Record) -> set[Id]:
        """Whom a record concerns, by their main files."""
        return set(merged.head_of(self._desk, (subject for subject, _role in record.involved())).values())

    def _demand_sound(self, changed: Record, same: str, line: int) -> None:
        """`Invalid` where what is on file could not be saved with what it gains."""
        problems = changed.problems(self._desk.practice, self._desk.now())
        if problems and isinstance(changed, Person):
            raise Invalid({"row": f"{same}, and its own file has to be put right first. {Invalid(problems)}"})
        if problems:
            raise Invalid(problems)
        self._beside.demand(changed, line)


def _gaining(held: Record, heard: Record) -> tuple[Record, str]:
    """What is on file with what a matched row adds, and what that is; an entry never gains anything."""
    if isinstance(held, Person) and isinstance(heard, Person):
        return _known_here(held, heard)
    if held.settled:
        return held, ""
    return _filled(held, heard)


def _known_here(held: Person, heard: Person) -> tuple[Person, str]:
    """Whom a matched row leaves on file: the reference by which this source knows them, and a role they had not.

    Who becomes somebody of concern by it gains what is alleged with the role.
    """
    fresh = _fresh_references(held, heard)
    roles = tuple(each for each in heard.roles if not held.has_role(each.role))
    gains = [f"the reference {each.source}/{each.ref}" for each in fresh]
    gains += [f"the role {_ROLES[each.role]}" for each in roles]
    alleged = _alleged(held, heard) if any(each.role == OF_CONCERN for each in roles) else {}
    changed = held.changed(references=held.references + fresh, roles=held.roles + roles, **alleged)
    return changed, " and ".join(gains)


def _alleged(held: Person, heard: Person) -> dict[str, object]:
    return {name: getattr(heard, name) for name in ALLEGED if getattr(held, name) in _OPEN}


def _fresh_references(held: Record, heard: Record) -> tuple[Reference, ...]:
    strange = not reference_keys(heard) <= reference_keys(held)
    return tuple(each for each in heard.references if strange and not is_fingerprint(each))


def _filled(held: Record, heard: Record) -> tuple[Record, str]:
    """A living record with what it left open and the row knows, and what that is: a return, a reference."""
    gaps = [
        each for each in _facts(held) if getattr(held, each.name) in _OPEN and _says_more(getattr(heard, each.name), "")
    ]
    fresh = _fresh_references(held, heard)
    gains = [_lowered(each) for each in gaps] + [f"the reference {each.source}/{each.ref}" for each in fresh]
    values = {each.name: getattr(heard, each.name) for each in gaps}
    return held.changed(**values, references=held.references + fresh), ", ".join(gains)


def _not_taken(heard: Record, held: Record) -> str:
    """What a row says and the record on file does not, by the labels of the fields; nothing on file is overwritten."""
    return ", ".join(
        _lowered(each) for each in _facts(heard) if _says_more(getattr(heard, each.name), getattr(held, each.name))
    )


def _facts(record: Record) -> Iterator[Attribute]:
    return (each for each in attributes(type(record)) if not each.stamp and each.name not in _NO_FACTS)


def _lowered(each: Attribute) -> str:
    return each.label[:1].lower() + each.label[1:]


def _says_more(heard: object, held: object) -> bool:
    if isinstance(heard, tuple) and isinstance(held, tuple):
        return not set(map(_bare, heard)) <= set(map(_bare, held))
    return _bare(heard) not in ("", "0", "none", _bare(held), "notrecorded")


def _bare(value: object) -> str:
    """A value as two ways of writing it agree: a number is the same with and without spaces."""
    return fold(str(value)).replace(" ", "")
