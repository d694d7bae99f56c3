"""Named: who and what a child's file names, and whether a link took it up already."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rise_desk.domain import names, naming, recognising
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.link import Link
from rise_desk.domain.mention import Mention
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.services import merged
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import involvement, keys

LINKS = Sieve(kinds=(Link.KIND,))
MANY = 1_000
"""More links than anybody has."""

_KEYS = {
    recognising.PERSON: keys.NAME,
    recognising.PLACE: keys.NAME,
    recognising.VEHICLE: keys.PLATE,
    recognising.PHONE: keys.PHONE,
    recognising.HANDLE: keys.HANDLE,
}


@dataclass(frozen=True, kw_only=True)
class Named:
    """Somebody or something that is named in a child's file and not linked yet; `records` name it, the newest first."""

    child: Id
    mention: Mention
    records: tuple[Record, ...]

    @property
    def sort(self) -> str:
        """What it is, by the sorts of `recognising`; '' is a person."""
        return naming.sort_of(self.mention)

    @property
    def record(self) -> Record:
        """The newest record that names it."""
        return self.records[0]


class TakenUp:
    """The standing links of a child, and of those they are linked with, as far as they tell what was taken up."""

    def __init__(self, desk: Desk, child: Id, links: Sequence[Link]) -> None:
        """Read the other ends of these links, and what links them further."""
        self._desk, vault = desk, desk.store.vault
        standing = [each for each in links if not each.withdrawn]
        self._ours = frozenset(merged.ids_of(desk, child))
        ends = {end for each in standing for end in each.ends} - self._ours
        lines = involvement.page(vault, tuple(sorted(ends)), LINKS, frozenset(), MANY, None)
        further = [each for each in desk.store.records(lines) if isinstance(each, Link) and not each.withdrawn]
        every = {each.id: each for each in (*standing, *further)}
        self._heads = merged.head_of(desk, {end for each in every.values() for end in each.ends})
        self._notes = [names.fold(each.note) for each in every.values() if each.note]
        self._around = self._by_end(every.values(), child)
        self._by_key = self._answering()

    def left(self, named: Named) -> Named | None:
        """One that is named, by the records whose mention no link took up; None where nothing is left to ask."""
        answering = self._answers(named)
        records = tuple(each for each in named.records if not self._from(named, each, answering))
        return replace(named, records=records) if records and not self._known(named, answering) else None

    def _from(self, named: Named, record: Record, answering: Iterable[Id]) -> bool:
        """Whether a link says that it comes from this mention in this record, or in the one it puts right."""
        sources = {record.id, record.corrects} - {NO_ID}
        if any(each.said_in in sources for end in answering for each in self._around[end]):
            return True
        phrase = names.fold(naming.phrase(named.mention, record))
        return any(phrase in each for each in self._notes)

    def _known(self, named: Named, answering: Iterable[Id]) -> bool:
        """Whether the child is linked with the only one on file that it can be."""
        linked = any(self._ours & each.ends for end in answering for each in self._around[end])
        return linked and (bool(named.mention.person) or len(_bearers(self._desk, named)) == 1)

    def _answers(self, named: Named) -> tuple[Id, ...]:
        """The other ends of links that are recognised by what is named: the file that was picked, or by its key."""
        picked = named.mention.person
        if picked:
            head = merged.head_of(self._desk, (picked,))[picked]
            return (head,) if head in self._around else ()
        return tuple(self._by_key.get(key_of(named.mention), ()))

    def _by_end(self, links: Iterable[Link], child: Id) -> dict[Id, list[Link]]:
        found: dict[Id, list[Link]] = {}
        for each in links:
            for end in {self._heads[one] for one in each.ends} - {child}:
                found.setdefault(end, []).append(each)
        return found

    def _answering(self) -> dict[tuple[str, str], list[Id]]:
        """The other ends by everything that each is recognised by."""
        store, found = self._desk.store, dict[tuple[str, str], list[Id]]()
        for each in (*store.several(Person, self._around), *store.things(self._around)):
            for key in keys.keys_of(each):
                found.setdefault(key, []).append(each.id)
        return found


def key_of(mention: Mention) -> tuple[str, str]:
    """The key by which what is named is found on file; its value is '' where nothing is."""
    sort = _KEYS[naming.sort_of(mention)]
    return sort, keys.normal(sort, mention.name)


def _bearers(desk: Desk, named: Named) -> set[Id]:
    """Everybody and everything on file of its kind that answers to a name, a number or a plate."""
    sort, value = key_of(named.mention)
    found = {*merged.head_of(desk, keys.find(desk.store.vault, sort, value)).values()}
    if named.sort == recognising.PERSON:
        return {each.id for each in desk.store.several(Person, found)}
    return {each.id for each in desk.store.things(found)}
