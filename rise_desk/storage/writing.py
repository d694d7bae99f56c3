"""Writing: what can be done inside one transaction; records, history, audit and indexes change together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from rise_desk.domain.act import Act
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.merging import Whole
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import Conflict
from rise_desk.storage import audit, history, indexes, merges
from rise_desk.storage.anchor import Anchor
from rise_desk.storage.indexes import Rules
from rise_desk.storage.rows import change, insertion, kind_of, to_row
from rise_desk.storage.tables import SettingRow

if TYPE_CHECKING:
    from rise_desk.storage.store import Store

RecordType = TypeVar("RecordType", bound=Record)
_LAST = "SELECT value FROM counter WHERE name = ?"
_FIRST = "INSERT INTO counter (value, name) VALUES (?, ?)"
_NEXT = "UPDATE counter SET value = ? WHERE name = ?"
"""One statement that did all three would open a savepoint, and at each of those the full text is written out."""


@dataclass(frozen=True, kw_only=True)
class Author:
    """Who writes: the account, their sitting at the desk, and the computer they sit at."""

    account: str
    session: Id
    pc: str


class Writing:
    """The open transaction of one act. Whatever raises inside it undoes all of it.

    With `as_stamped` new records keep the author and the time they came with: a demonstration's invented past.
    """

    def __init__(
        self,
        store: "Store",
        author: Author,
        at: Moment,
        new_id: Callable[[], Id],
        rules: Rules,
        as_stamped: bool = False,
    ) -> None:
        self.store = store
        self.author = author
        self.at = at
        self.new_id = new_id
        self.anchor: Anchor | None = None
        self._rules = rules
        self._as_stamped = as_stamped
        self._people: dict[Id, Person] = {}
        self._act = NO_ID
        self._has_saved = False
        self._unruled: dict[Id, None] = {}
        self._around: dict[Id, None] = {}
        self._held: dict[Id, dict[tuple[str, ...], list[Record]]] = {}

    @property
    def act(self) -> Id:
        """The number by which this act can be undone; 0 while it has saved nothing."""
        return self._act if self._has_saved else NO_ID

    def begin(self, act: Act) -> None:
        """Name the act whose records follow."""
        self._act = self.new_id()
        history.begin(self.store.vault, act, self._act, self.author.account, self.at)

    def before(self, record: RecordType) -> RecordType | None:
        """The state on file that this record would supersede; None for a new one.

        `Conflict` when somebody saved a later version, or when a new record's number is already taken.
        """
        held = self.store.several(type(record), [record.id])
        if not held and (self._as_stamped or not record.version):
            return None
        if not held or held[0].version != record.version:
            self._went(record, held)
            who = f" {held[0].recorded_by} saved it" if held else " It is"
            raise Conflict(f"This record was changed while you had it open.{who}{' since' if held else ' gone'}.")
        return held[0]

    def _went(self, record: Record, held: Sequence[Record]) -> None:
        """`Conflict` where a file was merged into another since it was opened."""
        for each in held:
            if (
                isinstance(each, Person)
                and isinstance(record, Person)
                and each.merged_into not in (NO_ID, record.merged_into)
            ):
                main = self.store.whole(each.id).main.file_number
                how = f"was merged into {main} by {each.recorded_by} while you had it open"
                raise Conflict(f"File {each.file_number} {how}.")

    def put(self, record: RecordType, before: RecordType | None) -> RecordType:
        """Save a record over the state before it, with history and indexes; the record as it now stands."""
        saved = self._stamped(record, before)
        kind, vault = kind_of(type(saved)), self.store.vault
        if before is None:
            vault.sql(insertion(kind), tuple(to_row(saved).values()))
        else:
            history.keep(vault, before, self._act)
            vault.sql(change(kind), (*to_row(saved).values(), before.id, before.version))
        history.saved(vault, saved, self._act)
        self._has_saved = True
        if isinstance(saved, Person):
            self._people[saved.id] = saved
        files, rule = self._touched(saved, before)
        self._hold(saved, files)
        indexes.write(vault, saved, before, files, rule)
        return saved

    def _touched(self, saved: Record, before: Record | None) -> tuple[Sequence[Whole], Callable[[Whole], None]]:
        """The whole files that a save touches, and how what the rules say of them follows it.

        A file that begins is only itself; a person's rules follow at once, those of entries at the end of the act.
        """
        if isinstance(saved, Person) and before is None and not saved.merged_into:
            return [Whole(main=saved)], self._rule_new
        touched = indexes.subjects_of(saved, before)
        files = merges.wholes(self.store.vault, self.people, touched)
        self._around |= dict.fromkeys(touched - {each for file in files for each in file.ids})
        if isinstance(saved, Person) and isinstance(before, Person) and saved.restricted != before.restricted:
            self._around |= dict.fromkeys(indexes.thing_card.beside(self.store.vault, saved.id))
        return files, self._rule if isinstance(saved, Person) else self._rule_later

    def _hold(self, saved: Record, files: Iterable[Whole]) -> None:
        """Let what is judged next be judged beside what was saved; a person may have come to another file."""
        if isinstance(saved, Person):
            self._held.clear()
        for subject in (each for file in files for each in file.ids):
            for kinds, records in self._held.get(subject, {}).items():
                if saved.KIND in kinds:
                    records[:] = [saved, *(each for each in records if each.id != saved.id)]

    def finish(self) -> None:
        """Make what the rules say of each file anew, once for all the entries that it gained."""
        for file in merges.wholes(self.store.vault, self.people, self._unruled):
            self._rule(file)
        self._rule_things()

    def _rule_things(self) -> None:
        """Make the cards of the places and things that this act touched anew, and what is due about them."""
        things = self.store.things(self._around)
        heads = {each.merged_into for each in things if each.merged_into} - {each.id for each in things}
        for thing in (*things, *self.store.things(heads)):
            indexes.renew_thing(self.store, thing, self._rules)

    def _rule(self, file: Whole) -> None:
        indexes.write_ruled(self.store.vault, file, self._rules(self.store.ruled_file(file)))

    def _rule_new(self, file: Whole) -> None:
        indexes.begin(self.store.vault, file, self._rules(CaseFile(subject=file.person)))

    def _rule_later(self, file: Whole) -> None:
        self._unruled[file.main.id] = None

    def people(self, wanted: Iterable[Id]) -> list[Person]:
        """The people with these numbers, each read once in a transaction; unknown numbers are left out."""
        ids = list(wanted)
        unread = [each for each in ids if each not in self._people]
        if unread:
            self._people |= {each.id: each for each in self.store.several(Person, unread)}
        return [self._people[each] for each in ids if each in self._people]

    def case_file(self, person: Person, kinds: tuple[str, ...]) -> CaseFile:
        """Somebody's records of these kinds, in no order, as this transaction leaves them; each file is read once."""
        held = self._held.setdefault(person.id, {})
        if kinds not in held:
            held[kinds] = list(self.store.judged_file(person.id, kinds).records)
        return CaseFile(subject=person, records=tuple(held[kinds]))

    def audit(self, entry: audit.Entry) -> None:
        """Add a row to the chain; the anchor moves up to it once the transaction is kept."""
        seq, sealed = audit.append(self.store.vault, entry)
        self.anchor = Anchor(seq=seq, hash=sealed, at=self.at)

    def set(self, name: str, value: str) -> None:
        """Change one of the store's settings."""
        self.store.vault.do(SettingRow.insert(name=name, value=value).on_conflict("REPLACE"))

    def _stamped(self, record: RecordType, before: RecordType | None) -> RecordType:
        stamps: dict[str, object] = {"version": record.version + 1}
        if before is None and self._as_stamped:
            stamps = {"version": 1}
        elif before is None or not before.settled:
            stamps |= {"recorded_at": self.at, "recorded_by": self.author.account}
        else:
            stamps |= {"recorded_at": before.recorded_at, "recorded_by": before.recorded_by}
        if isinstance(record, Person):
            at = str(stamps.get("recorded_at", record.recorded_at))
            stamps["file_number"] = before.file_number if isinstance(before, Person) else self._next_number(at)
        return record.changed(**stamps)

    def _next_number(self, at: str) -> str:
        """The next file number of the year in which a file is opened: 26-0147."""
        name, vault = f"file {at[2:4]}", self.store.vault
        last = vault.sql(_LAST, (name,))
        number = last[0][0] + 1 if last else 1
        vault.sql(_NEXT if last else _FIRST, (number, name))
        return f"{at[2:4]}-{number:04d}"
