"""Found things: the places, vehicles, phones and names online that answer to a question, by what they are called."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rise_desk.domain import excerpt, identifiers, names
from rise_desk.domain.excerpt import Excerpt
from rise_desk.domain.handle import Handle
from rise_desk.domain.place import Place
from rise_desk.domain.practice import Practice
from rise_desk.domain.question import Question
from rise_desk.domain.record import Id
from rise_desk.domain.thing_card import ThingCard, Wanted
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services import merged
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import thing_card, words

LONGEST = 60
"""How much of a text is looked at for a number, a plate or a postcode."""

VOCABULARIES = {Place.KIND: "place_type", Handle.KIND: "handle_sort"}
TITLES = {Place.KIND: Place.TITLE, Vehicle.KIND: Vehicle.TITLE, Handle.KIND: Handle.TITLE}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One thing that answers: its card, what sort of thing it is or where the words were, and the text around them."""

    card: ThingCard
    found_in: str
    told: Excerpt = field(default_factory=lambda: Excerpt(text=""))


def found(desk: Desk, asked: Question, text: str, limit: int) -> tuple[Answer, ...]:
    """Those called, numbered or lying so, whole names first and then the newest; then those of whom it is written."""
    called = _called(desk, asked, text, limit)
    answers = [Answer(card=each, found_in=_what(each, desk.practice)) for each in called]
    if len(answers) < limit:
        answers += _written_of(desk, asked, {each.subject for each in called}, limit - len(answers))
    return tuple(answers)


def _called(desk: Desk, asked: Question, text: str, limit: int) -> list[ThingCard]:
    cards: dict[Id, ThingCard] = {}
    for each in _ways(asked, text):
        wanted = Wanted(text=each, order="last_entry", descending=True, limit=limit)
        cards |= {card.subject: card for card in thing_card.page(desk.store.vault, wanted)}
    whole = " ".join(asked.words)
    left = [card for card in cards.values() if not any(each in card.folded for each in asked.without)]
    return sorted(left, key=lambda card: card.sort_name != whole)[:limit]


def _ways(asked: Question, text: str) -> Iterator[str]:
    """The ways to write what was typed: its words; a number, a plate or a postcode in the form in which it is kept."""
    yield " ".join(asked.words)
    text = text[:LONGEST]
    for kept in (identifiers.phone(text), identifiers.plate(text), identifiers.postcode(text)):
        if kept and any(each.isdigit() for each in kept):
            yield kept


def _written_of(desk: Desk, asked: Question, known: set[Id], limit: int) -> list[Answer]:
    """Those whose description answers."""
    vault = desk.store.vault
    ids = words.things(vault, [words.Wanted(parts=asked.parts)], limit + len(known), whole=asked.whole)
    heads = merged.head_of(desk, ids)
    cards = thing_card.several(vault, {*heads.values()} - known)
    texts = {
        each.id: words.stretches(each) for each in desk.store.things([each for each in ids if heads[each] in cards])
    }
    first = {heads[each]: each for each in reversed(ids) if each in texts}
    told = [_answer(desk, cards[head], texts[each], asked.words) for head, each in first.items()]
    barred = (each for each in told if not any(word in names.fold(each.told.text) for word in asked.without))
    return list(barred)[:limit]


def _answer(desk: Desk, card: ThingCard, stretches: Sequence[tuple[str, str]], asked: Sequence[str]) -> Answer:
    flat = [word for each in asked for word in each.split()]
    called, text = max(stretches, key=lambda each: excerpt.how_many(each[1], flat))
    return Answer(card=card, found_in=f"{_what(card, desk.practice)}, {called}", told=excerpt.around(text, flat))


def _what(card: ThingCard, practice: Practice) -> str:
    """What sort of thing it is and what tells it from others: 'takeaway or restaurant, 1 High Street'."""
    sort = practice.label(VOCABULARIES[card.kind], card.sort) if card.kind in VOCABULARIES and card.sort else ""
    return ", ".join(filter(None, (sort or TITLES[card.kind].lower(), card.detail)))
