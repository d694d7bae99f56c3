"""The store: every record of a vault, read whole and written through one kind of transaction."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import TypeVar

from rise_desk.domain import agenda, moments
from rise_desk.domain.agenda import Ruled
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.chronology import Line, Sieve
from rise_desk.domain.merging import Whole
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.errors import NotFound
from rise_desk.places import DataFolder
from rise_desk.storage import anchor, audit, chain_proof, indexes, merges, signatures
from rise_desk.storage.database import Vault, checkpoint, integrity, still_same_file
from rise_desk.storage.faults import faults
from rise_desk.storage.indexes import Rules, involvement
from rise_desk.storage.kinds import KINDS, THINGS, Kind
from rise_desk.storage.rows import by_id, every, from_row, kind_of
from rise_desk.storage.tables import PreferenceRow, SettingRow
from rise_desk.storage.writing import Author, Writing

RecordType = TypeVar("RecordType", bound=Record)
WHOLE_FILE = 1_000_000
EVERY_GRANT = frozenset({"health", "intelligence"})
AT_ONCE = 1_000
"""How many records one query asks for."""


class Store:
    """One open vault with its chain of audit rows; each thread that uses it has its own connection."""

    def __init__(self, folder: DataFolder, vault: Vault) -> None:
        self.folder = folder
        self.vault = vault
        self.vault_id = self.setting("vault_id")
        self.missing = self.gap()

    # Reading

    def get(self, kind: type[RecordType], record: Id) -> RecordType:
        """The record of this kind and number; `NotFound` where there is none."""
        found = self.several(kind, [record])
        if not found:
            raise NotFound("That record is not on file.")
        return found[0]

    def several(self, kind: type[RecordType], records: Iterable[Id]) -> list[RecordType]:
        """The records of one kind with these numbers, in no particular order; unknown numbers are left out."""
        found = self._read(kind_of(kind), list(records))
        return [each for each in found if isinstance(each, kind)]

    def find(self, record: Id) -> Record | None:
        """The record with this number, of whichever kind; None where there is none."""
        for kind in KINDS:
            found = self._read(kind, [record])
            if found:
                return found[0]
        return None

    def everything(self) -> list[Record]:
        """Every record of every kind, people first: for rebuilds and checks only."""
        return [record for kind in KINDS for record in self._rows(kind, every(kind), ())]

    def records(self, lines: Sequence[Line]) -> list[Record]:
        """The records that chronology lines stand for, in the lines' order."""
        found: dict[Id, Record] = {}
        for kind in KINDS:
            wanted = [line.record for line in lines if line.kind == kind.record.KIND]
            if wanted:
                found |= {each.id: each for each in self._read(kind, wanted)}
        return [found[line.record] for line in lines if line.record in found]

    def case_file(self, subject: Id, grants: frozenset[str], sieve: Sieve = Sieve()) -> CaseFile:
        """A person's whole file, newest first, without what is reserved for grants not held."""
        file = self.whole(subject)
        lines = involvement.page(self.vault, file.ids, sieve, grants, WHOLE_FILE, None)
        return CaseFile(subject=file.person, records=tuple(self.records(lines)), ids=file.ids)

    def judged_file(self, subject: Id, kinds: tuple[str, ...]) -> CaseFile:
        """A whole file with the records of these kinds, whoever may read them: beside them others are judged."""
        return self.case_file(subject, EVERY_GRANT, Sieve(kinds=kinds))

    def ruled_file(self, file: Whole) -> CaseFile:
        """A whole file with every record that the rules read, whoever may read it."""
        sieve = Sieve(kinds=tuple(sorted(agenda.reads())))
        lines = involvement.page(self.vault, file.ids, sieve, EVERY_GRANT, WHOLE_FILE, None)
        return CaseFile(subject=file.person, records=tuple(self.records(lines)), ids=file.ids)

    def whole(self, subject: Id) -> Whole:
        """Every file of one human being, by the number of any of them; `NotFound` where there is none."""
        found = merges.wholes(self.vault, partial(self.several, Person), (subject,))
        if not found:
            raise NotFound("That record is not on file.")
        return found[0]

    def things(self, wanted: Iterable[Id]) -> list[Thing]:
        """The places, vehicles, phones and names online with these numbers; unknown numbers are left out."""
        ids = list(wanted)
        found = [each for kind in THINGS for each in self._read(kind, ids)] if ids else []
        return [each for each in found if isinstance(each, Thing)]

    def thing_ids(self, subject: Id) -> tuple[Id, ...]:
        """The number of a thing and of those that were merged into it."""
        return (subject, *merges.members(self.vault, (subject,)).get(subject, ()))

    def thing_file(
        self, subject: Thing, grants: frozenset[str] = EVERY_GRANT, kinds: tuple[str, ...] = ()
    ) -> ThingFile:
        """All there is about a thing and those merged into it, as these grants let one read; of these kinds, if any."""
        ids = self.thing_ids(subject.id)
        lines = involvement.page(self.vault, ids, Sieve(kinds=kinds), grants, WHOLE_FILE, None)
        return ThingFile(subject=subject, records=tuple(self.records(lines)), ids=ids)

    def _read(self, kind: Kind, wanted: Sequence[Id]) -> list[Record]:
        parts = (wanted[start : start + AT_ONCE] for start in range(0, len(wanted), AT_ONCE))
        return [record for part in parts for record in self._rows(kind, by_id(kind, len(part)), part)]

    def _rows(self, kind: Kind, query: str, values: Sequence[Id]) -> list[Record]:
        return [from_row(kind, row) for row in self.vault.sql(query, values)]

    # Writing

    @contextmanager
    def writing(
        self,
        author: Author,
        now: datetime,
        new_id: Callable[[], Id],
        rules: Rules,
        *,
        as_stamped: bool = False,
    ) -> Iterator[Writing]:
        """One IMMEDIATE transaction: everything done with the `Writing` is kept, or nothing is."""
        still_same_file(self.vault)
        with faults(), self.vault.atomic():
            work = Writing(self, author, moments.stamp(now), new_id, rules, as_stamped)
            yield work
            work.finish()
        if work.anchor is not None and not self.missing:
            anchor.write(self.folder.anchors, work.anchor, sync=False)

    def accept_gap(self, now: datetime) -> None:
        """Let the anchor follow the store as it is now, after a supervisor accepted what is missing."""
        seq, sealed = audit.last(self.vault)
        anchor.accept(self.folder.anchors, anchor.Anchor(seq=seq, hash=sealed, at=moments.stamp(now)))
        self.missing = ""

    def note(self, author: Author, now: datetime, entry: "audit.Entry") -> None:
        """Write one audit row in a transaction of its own: something was read, refused, printed or signed."""
        with self.writing(author, now, lambda: NO_ID, lambda _file: Ruled()) as work:
            work.audit(entry)

    # Settings and preferences

    def setting(self, name: str, default: str = "") -> str:
        """One of the store's settings, as text."""
        rows = self.vault.rows(SettingRow.select(SettingRow.value).where(SettingRow.name == name))
        return str(rows[0][0]) if rows else default

    def settings(self, names: Sequence[str]) -> dict[str, str]:
        """Those of the store's settings with these names that were ever set; one short question before each save."""
        asked = f"SELECT name, value FROM setting WHERE name IN ({', '.join('?' * len(names))})"
        return {str(name): str(value) for name, value in self.vault.sql(asked, names)}

    def preference(self, account: str, name: str) -> object:
        """What somebody chose for their screen under this name; None where nothing was chosen."""
        row = PreferenceRow
        rows = self.vault.rows(row.select(row.value).where((row.account == account) & (row.name == name)))
        return json.loads(rows[0][0]) if rows else None

    def prefer(self, account: str, name: str, value: object) -> None:
        """Remember a choice; it is no record and leaves no audit row."""
        with faults():
            self.vault.do(
                PreferenceRow.insert(account=account, name=name, value=json.dumps(value)).on_conflict("REPLACE")
            )

    # Care

    def problems(self, rules: Rules, seed: bytes = b"") -> list[str]:
        """Everything wrong with file, chain, anchor and indexes, one sentence each; empty when all is sound.

        With the seed of the chain, which a supervisor holds, every seal of the audit is proved.
        """
        broken = integrity(self.vault)
        if broken:
            return broken
        gap = self.gap()
        found = self.audit_problems(seed) + ([f"anchor: {gap}"] if gap else [])
        return found + indexes.differences(self.vault, self.everything(), rules)

    def damage(self) -> list[str]:
        """What is wrong with the file and its chain alone, one sentence each: what a backup is judged by."""
        return integrity(self.vault) or self.audit_problems()

    def audit_problems(self, seed: bytes = b"") -> list[str]:
        """What is wrong with the audit, its chain and the signatures under it, one sentence each."""
        return chain_proof.problems(self.vault, seed) + signatures.problems(self.vault)

    def gap(self) -> str:
        """What the anchor remembers and the store no longer holds, in words; '' for nothing."""
        held = anchor.read(self.folder.anchors)
        shown = _shown(held.at) if held else ""
        return anchor.gap(held, audit.last(self.vault)[0], lambda seq: audit.hash_at(self.vault, seq), shown)

    @contextmanager
    def on_this_thread(self) -> Iterator[None]:
        """Give the running thread its own connection for as long as a long job takes."""
        with faults(), self.vault.connection_context():
            yield

    def settle(self) -> None:
        """Bring everything written so far into the main file, and the anchor safely to disk."""
        checkpoint(self.vault)
        seq, sealed = audit.last(self.vault)
        held = anchor.read(self.folder.anchors)
        if held is not None and (held.seq, held.hash) == (seq, sealed):
            anchor.write(self.folder.anchors, held, sync=True)


def _shown(at: str) -> str:
    """An anchor's time as people read it; as it stands where somebody has spoilt it."""
    try:
        return moments.shown(Moment(at))
    except (ValueError, IndexError):
        return at
