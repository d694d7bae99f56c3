"""Named: who and what a child's file names, and whether a link took it up already."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rise_desk.domain import naming, recognising
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


@dataclass
class TakenUp:
    """The standing links of a child, and of those they are linked with, as far as they tell what was taken up."""

    desk: Desk
    child: Id
    links: Sequence[Link]
    _around: dict[Id, list[Link]] = field(default_factory=dict)
    _ends: dict[Id, Record] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the other ends, and what links them further."""
        standing = [each for each in self.links if not each.withdrawn]
        ids = merged.ids_of(self.desk, self.child)
        ends = {end for each in standing for end in each.ends} - {*ids}
        lines = involvement.page(self.desk.store.vault, tuple(sorted(ends)), LINKS, frozenset(), MANY, None)
        further = [each for each in self.desk.store.records(lines) if isinstance(each, Link) and not each.withdrawn]
        every = {each.id: each for each in (*standing, *further)}
        heads = merged.head_of(self.desk, {end for each in every.values() for end in each.ends})
        for each in every.values():
            for end in {heads[one] for one in each.ends} - {self.child}:
                self._around.setdefault(end, []).append(each)
        vault = self.desk.store
        self._ends = {each.id: each for each in (*vault.several(Person, self._around), *vault.things(self._around))}

    def left(self, named: Named) -> Named | None:
        """One that is named, by the records whose mention no link took up; None where nothing is left to ask."""
        records = tuple(each for each in named.records if not self._from(named, each))
        return replace(named, records=records) if records and not self._known(named) else None

    def _from(self, named: Named, record: Record) -> bool:
        """Whether a link says that it comes from this mention in this record, or in the one it puts right."""
        sources = {record.id, record.corrects} - {NO_ID}
        for end, links in self._around.items():
            if any(naming.tells(each, named.mention, record) for each in links):
                return True
            if self._answers(end, named) and any(each.said_in in sources for each in links):
                return True
        return False

    def _known(self, named: Named) -> bool:
        """Whether the child is linked with the only one on file that it can be."""
        ours = frozenset(merged.ids_of(self.desk, self.child))
        linked = (end for end, links in self._around.items() if any(ours & each.ends for each in links))
        answering = [end for end in linked if self._answers(end, named)]
        return bool(answering) and (bool(named.mention.person) or len(_bearers(self.desk, named)) == 1)

    def _answers(self, end: Id, named: Named) -> bool:
        """Whether the other end of a link is recognised by what is named."""
        picked = named.mention.person
        if picked:
            return merged.head_of(self.desk, (picked,))[picked] == end
        return key_of(named.mention) in keys.keys_of(self._ends[end])


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
