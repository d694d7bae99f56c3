"""Naming: what records name becomes files, records and links in one act, with the record as their source.

Nothing is merged and nobody is recognised silently: who or what on file it may be is told, and somebody chooses. What
is left as it is named stays named, and can be taken up later. An entry is never changed by it: the links tell what was
taken up, by the record they come from, by what their ends are recognised by, and by a line of their note.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rise_desk.domain import access, linking, naming, recognising
from rise_desk.domain.access import Deed
from rise_desk.domain.act import Act
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.link import Link
from rise_desk.domain.linking import UNCONFIRMED
from rise_desk.domain.naming import Way
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.domain.vehicle import Vehicle
from rise_desk.errors import Invalid
from rise_desk.services import casework, duplicates, merged, overview
from rise_desk.services.desk import Desk
from rise_desk.services.named import LINKS, MANY, Named, TakenUp, key_of
from rise_desk.storage.indexes import involvement, keys

SAID = "{}, in the {}"
INTERVIEWED = "the young person interviewed"
"""Who told it, on a paper about anybody: the record it comes from says who that was, to those who may read it."""

NOT_ANOTHER = "Somebody looked at whom on file this may be, and recorded somebody else."
HOW = "Choose how they are linked."

_WHY = {
    recognising.PLACE: "same name",
    recognising.VEHICLE: "same plate",
    recognising.PHONE: "same number",
    recognising.HANDLE: "same name online",
}
_ENOUGH = 5
"""How many that it may be are told."""


@dataclass(frozen=True, kw_only=True)
class Likely:
    """Somebody or something on file that it may be: what it is called, what tells it from others, and why it may."""

    subject: Id
    name: str
    detail: str
    why: str
    sure: bool = False
    """Whether it bears the same number, plate or name online, or was picked when it was typed."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What becomes of one that is named: one on file (`subject`), a new record (`new`), and how it is linked.

    `role`: what a new person is on file as. `whose`: the place, among the answers, of the person whose it is; -1 for
    the child.
    """

    named: Named
    subject: Id = NO_ID
    new: bool = False
    role: str = ""
    way: Way | None = None
    confidence: str = UNCONFIRMED
    whose: int = -1

    @property
    def taken_up(self) -> bool:
        """Whether it is more than left as it is named."""
        return self.new or bool(self.subject)


def waiting(desk: Desk, subject: Id) -> tuple[Named, ...]:
    """What the standing entries of somebody's file name without a link to it, each once, the newest entry first."""
    file = overview.case_file(desk, subject, Sieve(kinds=(*naming.KINDS, Link.KIND)))
    child = merged.head_of(desk, (subject,))[subject]
    later = involvement.corrections(desk.store.vault, [each.id for each in file.records])
    found = dict[tuple[str, str, Id], Named]()
    for record in file.records:
        if record.withdrawn or record.id in later:
            continue
        for mention in (each for each in naming.mentions(record) if each.name.strip()):
            known = found.get(naming.same(mention))
            records = (*known.records, record) if known else (record,)
            first = known.mention if known else mention
            found[naming.same(mention)] = Named(child=child, mention=first, records=records)
    shut = _closed(desk, found.values())
    told = TakenUp(desk, child, file.of(Link))
    left = (told.left(each) for each in found.values() if each.mention.person not in shut)
    return tuple(each for each in left if each is not None)


def of_record(desk: Desk, subject: Id, record: Id) -> tuple[Named, ...]:
    """What one record names that is not linked yet."""
    return tuple(each for each in waiting(desk, subject) if any(one.id == record for one in each.records))


def likely(desk: Desk, named: Named) -> tuple[Likely, ...]:
    """Who or what on file this may be, the surest first; the child's own file is none of them."""
    desk.demand(Deed.LIST)
    if named.sort == recognising.PERSON:
        return tuple(_people(desk, named))
    kind = naming.made(named.mention, "", "").KIND
    found = keys.find(desk.store.vault, *key_of(named.mention)) if key_of(named.mention)[1] else []
    heads = {*merged.head_of(desk, found).values()}
    things = sorted((each for each in desk.store.things(heads) if kind == each.KIND), key=lambda each: each.id)
    sure = len(things) == 1 and not isinstance(things[0], Place)
    return tuple(
        Likely(subject=each.id, name=each.name, detail=each.detail, why=_WHY[named.sort], sure=sure)
        for each in things
        if not each.withdrawn
    )[:_ENOUGH]


def settle(desk: Desk, answers: Sequence[Answer]) -> tuple[Record, ...]:
    """Record and link everything that was taken up, in one act; what was left as it is named stays as it is.

    Raises `Invalid` with the sentence of each answer under its place, 'answers.2', and what `casework.perform` raises.
    """
    taken = {place: each for place, each in enumerate(answers) if each.taken_up}
    problems = {f"answers.{place}": wrong for place, each in taken.items() if (wrong := _wrong(desk, each, answers))}
    if problems or not taken:
        raise Invalid(problems or {"": "Say of at least one who or what it is, or leave the window."})
    made = {place: _subject(desk, each) for place, each in taken.items() if each.new}
    ends = {place: made[place].id if each.new else each.subject for place, each in taken.items()}
    links = _once(
        _link(desk, each, ends[place], ends.get(each.whose, each.named.child)) for place, each in taken.items()
    )
    title = f"{_count(len(made), 'new record')} and {_count(len(links), 'link')} made from what was named"
    somebody = any(isinstance(each, Person) for each in made.values())
    act = Act(title=title, saves=(*made.values(), *links), reason=NOT_ANOTHER if somebody else "")
    return casework.perform(desk, act)


def said_by(named: Named) -> str:
    """Who says so: whoever was interviewed, of whom no other file bears the name; whoever wrote any other record."""
    who = INTERVIEWED if isinstance(named.record, ReturnInterview) else named.record.recorded_by
    return SAID.format(who, named.record.TITLE.lower())


def _closed(desk: Desk, named: Iterable[Named]) -> set[Id]:
    """The files among those picked for a mention that this reader can't open: nothing is asked of them."""
    picked = {each.mention.person for each in named} - {NO_ID}
    files = {each: desk.store.whole(each).person for each in picked}
    return {each for each, who in files.items() if not access.may(desk.who, Deed.OPEN, access.state_of(desk.who, who))}


def _people(desk: Desk, named: Named) -> Iterator[Likely]:
    """The file that was picked when they were named, else those that go by this name, or one like it."""
    if named.mention.person:
        person = overview.whole_person(desk, named.mention.person)
        yield Likely(subject=person.id, name=person.name, detail=_told(person), why="picked when named", sure=True)
        return
    for each in duplicates.likely(desk, Person(known_as=named.mention.name), _ENOUGH + 1):
        if each.person.id != named.child:
            yield Likely(subject=each.person.id, name=each.person.name, detail=_told(each.person), why=each.why)


def _told(person: Person) -> str:
    """What tells somebody from others of that name: the file, other names, and where those are used."""
    aliases = (f"“{each.name}”{f' in {each.used_where}' if each.used_where else ''}" for each in person.aliases)
    return ", ".join((person.file_number, *aliases))


def _subject(desk: Desk, answer: Answer) -> Person | Place | Vehicle | Record:
    """The new record of one that is named, with the record that names it as its source."""
    source = said_by(answer.named)
    return naming.made(answer.named.mention, answer.role, source).changed(id=desk.clock.new_id(), source=source)


def _wrong(desk: Desk, answer: Answer, answers: Sequence[Answer]) -> str:
    """What speaks against one answer before anything is saved; '' for nothing."""
    if answer.way is None:
        return HOW
    if answer.whose >= 0 and not answers[answer.whose].taken_up:
        return f"First say who {answers[answer.whose].named.mention.name} is, or choose somebody else whose it is."
    if not answer.new:
        return ""
    made = naming.made(answer.named.mention, answer.role, "")
    if isinstance(made, Person) and not answer.role:
        return "Say whether they are of concern, or at risk."
    return next(iter(made.problems(desk.practice, desk.now()).values()), "")


def _link(desk: Desk, answer: Answer, end: Id, whose: Id) -> Link:
    """The link of one that was taken up; one that stands already is told by a further line where it came from."""
    way, named = answer.way, answer.named
    assert way is not None
    one, other = (whose, end) if way.outward else (end, whose)
    lines = [naming.phrase(named.mention, each) for each in named.records]
    held = _standing(desk, one, other, way.link_type)
    if held is not None:
        return held.changed(note="\n".join(filter(None, (held.note, *lines))))
    return Link(
        id=desk.clock.new_id(),
        subject=one,
        link_type=way.link_type,
        other=other,
        confidence=answer.confidence,
        said_by=said_by(named),
        said_in=named.record.id,
        note="\n".join(lines),
    )


def _once(links: Iterable[Link]) -> list[Link]:
    """The links, those of several names that turn out to be the same one's as one, which tells of each."""
    found = dict[tuple[str, frozenset[Id] | tuple[Id, ...]], Link]()
    for each in links:
        ends = each.ends if each.link_type in linking.MUTUAL else (each.subject, each.other)
        held = found.get((each.link_type, ends))
        notes = f"{held.note}\n{each.note}".splitlines() if held else []
        found[each.link_type, ends] = held.changed(note="\n".join(dict.fromkeys(notes))) if held else each
    return [*found.values()]


def _standing(desk: Desk, one: Id, other: Id, link_type: str) -> Link | None:
    """The link by which two are linked so already, one that has not ended first."""
    lines = involvement.page(desk.store.vault, merged.ids_of(desk, one), LINKS, frozenset(), MANY, None)
    turned = {(one, other), (other, one)} if link_type in linking.MUTUAL else {(one, other)}
    links = (each for each in desk.store.records(lines) if isinstance(each, Link) and not each.withdrawn)
    same = (each for each in links if each.link_type == link_type and (each.subject, each.other) in turned)
    return min(same, key=lambda each: bool(each.until), default=None)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
