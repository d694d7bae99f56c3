"""How a record of any kind reads on the screen: its text, and every other field that says something, with labels."""

from collections.abc import Callable, Iterator

from rise_desk.domain import moments, plain_facts
from rise_desk.domain.protecting_told import UNDATED, undated
from rise_desk.domain.record import NO_ID, Record
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.records.marks import Mark, marks, recorded_late, withdrawn_words
from ui.records.shown import Facts, Reading, Shown
from ui.records.words import capitalised, heading
from ui.widgets.timeline import Entry

Told = Callable[[Record, Reading], str]
POINTERS = ("said_in", "report")
"""Fields that hold the number of a record, where others hold that of a person or thing."""


def shown(
    kind: type[Record],
    body: tuple[str, ...],
    title: Told | None = None,
    *,
    heads: str = "What is told",
    left_out: tuple[str, ...] = (),
) -> Shown:
    """How a kind is shown whose text is in these fields; `title` says in a few words what it is.

    `left_out`: fields that say nothing where it is read, such as the number of a record that its window leads to.
    """

    def entry(found: ChronologyEntry, reading: Reading) -> Entry:
        made = found.told
        return Entry(
            key=made.id,
            heading=heading(made.happened(), reading.now),
            title=title(made, reading) if title else made.TITLE,
            when=moments.shown_short(made.happened(), reading.now),
            by=formats.joined(made.recorded_by, recorded_late(made), UNDATED if undated(made) else ""),
            text="\n".join(_text(made, body, reading, left_out)),
            tags=tuple(_marks(found)),
            withdrawn=withdrawn_words(made),
        )

    def facts(made: Record, reading: Reading) -> Facts:
        unsaid = frozenset((*body, *left_out, *_nameless(made, reading)))
        said = plain_facts.facts(made, reading.practice, reading.name, unsaid)
        return (*((label, capitalised(value)) for label, value in said), ("Recorded", _recorded(made)))

    return Shown(
        kind=kind.KIND,
        title=kind.TITLE,
        happened=lambda made: made.happened(),
        entry=entry,
        facts=facts,
        heads=heads,
        corrected=not kind.LIVING,
    )


def _recorded(made: Record) -> str:
    return formats.joined(formats.when_spoken(made.recorded_at), made.recorded_by)


def _text(made: Record, body: tuple[str, ...], reading: Reading, left_out: tuple[str, ...]) -> Iterator[str]:
    """The fields of its text that say something; else its facts in one line."""
    said = [str(getattr(made, name)).strip() for name in body]
    if any(said):
        yield from filter(None, said)
        return
    told = plain_facts.facts(made, reading.practice, reading.name, frozenset((*left_out, *_nameless(made, reading))))
    yield ", ".join(f"{label}: {value}" for label, value in told)


def _nameless(made: Record, reading: Reading) -> Iterator[str]:
    """The fields that lead to a record which this reader has no name for: it is not somebody."""
    return (name for name in POINTERS if getattr(made, name, NO_ID) not in reading.names)


def _marks(found: ChronologyEntry) -> Iterator[Mark]:
    yield from marks(found)
