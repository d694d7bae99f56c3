"""Found people: whose file answers to a question, how well, in which order, and by what they were found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from rise_desk.domain import facts, names
from rise_desk.domain.card import Card
from rise_desk.domain.facts import Fact
from rise_desk.domain.merging import Whole
from rise_desk.domain.person import Person
from rise_desk.domain.question import Question
from rise_desk.domain.record import Id
from rise_desk.services.desk import Desk
from rise_desk.storage import merges
from rise_desk.storage.indexes import card, found_by, words
from rise_desk.storage.indexes.words import Wanted

EXACT, BEGINS, INSIDE, ELSEWHERE, SOUNDS = range(5)
"""How well somebody answers: by that very word, its beginning, within a name, in the rest of their file, by ear."""

CALLED_SO = (EXACT, BEGINS, SOUNDS)
"""How somebody answers by what they are called or known by."""

SHORTEST_INSIDE = 3
MOST_COMPARED = 300
"""How many are put in order by their cards; of more than that, only those who come first anyway."""

ELSEWHERE_AT_MOST = 60
ABOUT_AT_MOST = 40
"""Of how many people the notes are looked through by a name and another word; of a commoner name they are not."""

WORDS_AT_MOST = 6
"""Of how many words people are looked for; a longer question is about the text of a note."""


@dataclass
class Answering:
    """Who answers to each word of a question, each human being by their main file; asked of the index once a word."""

    desk: Desk
    question: Question
    limit: int
    _begins: dict[str, dict[Id, bool]] = field(default_factory=dict)

    @cached_property
    def heads(self) -> Mapping[Id, Id]:
        """The main file of each file that was merged into one."""
        return merges.every(self.desk.store.vault)

    def begins(self, word: str) -> dict[Id, bool]:
        """Whoever has a word that begins so, and whether it is that very word."""
        if word not in self._begins:
            found = found_by.answering(self.desk.store.vault, word)
            for file in self.heads.keys() & found.keys():
                head, exact = self.heads[file], found.pop(file)
                found[head] = exact or found.get(head, False)
            self._begins[word] = found
        return self._begins[word]

    def grades(self) -> dict[Id, int]:
        """Everybody who answers, and how well; those who only might are looked for while there are few."""
        asked = self.question.words
        if not asked or len(asked) > WORDS_AT_MOST:
            return {}
        found: dict[Id, int] = {}
        for group in groups(asked):
            self._add(found, group)
        reach = [set(self.begins(word)) for word in asked]
        if len(found) < self.limit:
            inside = self._inside()
            reach = [each | inside.get(word, set()) for each, word in zip(reach, asked, strict=True)]
            self._widen(found, reach, INSIDE)
        if len(found) < self.limit:
            for each in self._elsewhere():
                found.setdefault(each, ELSEWHERE)
        self._listen(found, reach)
        return self._without(found)

    def wanted(self, *, unfinished: bool = False) -> list[Wanted]:
        """What texts are asked for: all the words, or somebody's name apart and the rest of the words about them."""
        asked = self.question.words
        found = [Wanted(parts=self.question.parts, unfinished=unfinished)]
        if self.question.parts != asked or not 1 < len(asked) <= WORDS_AT_MOST:
            return found
        splits = [(asked[:at], asked[at:]) for at in range(1, len(asked))]
        for called, rest in (*splits, *((rest, called) for called, rest in splits)):
            about = self._called(called)
            found += [Wanted(parts=rest, about=about, unfinished=unfinished)] if about else []
        return found

    def _called(self, called: Sequence[str]) -> tuple[Id, ...]:
        if any(len(word) < SHORTEST_INSIDE for word in called):
            return ()
        people = set.intersection(*({each for each, exact in self.begins(word).items() if exact} for word in called))
        if not 0 < len(people) <= ABOUT_AT_MOST:
            return ()
        return (*people, *(file for file, head in self.heads.items() if head in people))

    def _add(self, found: dict[Id, int], group: Sequence[str]) -> None:
        answers = [self.begins(word) for word in group]
        for each in set.intersection(*map(set, answers)):
            grade = EXACT if all(answer[each] for answer in answers) else BEGINS
            found[each] = min(found.get(each, grade), grade)

    def _widen(self, found: dict[Id, int], reach: Sequence[set[Id]], grade: int) -> None:
        for each in set.intersection(*reach):
            found.setdefault(each, grade)

    def _listen(self, found: dict[Id, int], reach: Sequence[set[Id]]) -> None:
        """Add those who answer by ear; once nobody is left, the other words need not be listened to."""
        left: set[Id] | None = None
        for word, sure in zip(self.question.words, reach, strict=True):
            heard = sure | self._sounding(word)
            left = heard if left is None else left & heard
            if not left:
                return
        for each in left or ():
            found.setdefault(each, SOUNDS)

    def _inside(self) -> dict[str, set[Id]]:
        long = [each for each in self.question.words if len(each) >= SHORTEST_INSIDE and not each.isdecimal()]
        return found_by.inside(self.desk.store.vault, long)

    def _elsewhere(self) -> set[Id]:
        if all(len(word) < SHORTEST_INSIDE for word in self.question.words):
            return set()
        found = words.files(self.desk.store.vault, self.wanted(), ELSEWHERE_AT_MOST, whole=self.question.whole)
        return {self.heads.get(each, each) for each in found}

    def _sounding(self, word: str) -> set[Id]:
        return {self.heads.get(each, each) for each in found_by.sounding(self.desk.store.vault, word)}

    def _without(self, found: dict[Id, int]) -> dict[Id, int]:
        barred = {each for word in self.question.without for each in self.begins(word)}
        return {each: grade for each, grade in found.items() if each not in barred}


def groups(asked: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The ways to read words: as they stand, each two neighbours as one ('o brien'), and all as one."""
    found = [asked]
    found += [(*asked[:at], asked[at] + asked[at + 1], *asked[at + 2 :]) for at in range(len(asked) - 1)]
    return [*dict.fromkeys([*found, ("".join(asked),)])]


def in_order(desk: Desk, grades: Mapping[Id, int], recent: Sequence[Id], limit: int) -> list[tuple[Card, int]]:
    """Those who come first: missing now, opened lately, then by how well they answer, one's own, the newest.

    Somebody missing does not come before others of whom a name or number answers, where theirs do not.
    """
    few = list(grades) if len(grades) <= MOST_COMPARED else _fewer(desk, grades, recent, limit)
    cards = sorted(card.several(desk.store.vault, few).values(), key=lambda each: each.sort_name)
    cards.sort(key=lambda each: each.last_entry, reverse=True)

    def place(each: Card) -> tuple[bool, int, int, bool]:
        lately = recent.index(each.subject) if each.subject in recent else len(recent)
        away = bool(each.missing_since) and grades[each.subject] in CALLED_SO
        return not away, lately, grades[each.subject], each.key_worker != desk.who.name

    return [(each, grades[each.subject]) for each in sorted(cards, key=place)[:limit]]


def _fewer(desk: Desk, grades: Mapping[Id, int], recent: Sequence[Id], limit: int) -> list[Id]:
    exact = {each for each, grade in grades.items() if grade == EXACT}
    few = [each for each in (*card.missing(desk.store.vault), *recent) if each in grades]
    for group in (exact, grades.keys()):
        if len(group) <= MOST_COMPARED:
            few += group
        else:
            few += found_by.foremost(desk.store.vault, group, desk.who.name, limit)
    return list(dict.fromkeys(few))


def read(desk: Desk, subjects: Sequence[Id]) -> dict[Id, Whole]:
    """These people's whole files."""
    found = merges.wholes(desk.store.vault, partial(desk.store.several, Person), subjects)
    return {each.main.id: each for each in found}


def found_in(desk: Desk, whole: Whole, question: Question) -> str:
    """By what somebody was found, in words: 'alias Maz', 'phone 07700 900123', 'sounds like Siobhan'."""
    known = [each for each in facts.of(whole.person, whole.numbers) if each.shown]
    for group in groups(question.words):
        told = [_answering(desk, known, word) for word in group]
        if all(told):
            return _joined(told)
    return _joined([_answering(desk, known, word) or _otherwise(whole.person, known, word) for word in question.words])


def _joined(told: Sequence[str]) -> str:
    return ", ".join(each for each in dict.fromkeys(told) if each) or facts.NAME


def _answering(desk: Desk, known: Sequence[Fact], word: str) -> str:
    fact = next((each for each in known if each.answers(word)), None)
    return _told(desk, fact) if fact is not None else ""


def _otherwise(person: Person, known: Sequence[Fact], word: str) -> str:
    """What is within a name, in the rest of the file, or sounds alike."""
    if any(each.holds(word) for each in known):
        return "part of the name"
    for called, text in words.stretches(person):
        if f" {word}" in f" {names.words(text)}":
            return called
    heard = set(found_by.sounds(word))
    alike = (
        part
        for each in known
        if each.sort in facts.CALLED
        for part in each.shown.split()
        if heard & set(found_by.sounds("".join(names.fold(part).split())))
    )
    return next((f"sounds like {part}" for part in alike), "")


def _told(desk: Desk, fact: Fact) -> str:
    if fact.sort == facts.NAME:
        return fact.sort
    called = fact.sort
    if fact.system:
        system = desk.practice.vocabulary("identifier_system").label(fact.system)
        called = system if "number" in system else f"{system} number"
    return f"{called} {fact.shown}"
