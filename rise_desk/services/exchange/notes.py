"""Notes: what a row says of a contact, as the note it would make about people who are on file."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.hearing import heard
from rise_desk.domain.person import Person
from rise_desk.errors import Ambiguous, Invalid, NotAllowed, NotFound
from rise_desk.services import references
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.columns import apart, blank
from rise_desk.services.exchange.matching import on_file, reference_of
from rise_desk.storage.indexes import keys

_SAME = ("contact_type", "place", "also_present", "told", "told_why", "own_words", "reserved")


class Named:
    """The people a file of notes names, each looked up once: by the source's own reference, else as anybody would."""

    def __init__(self, desk: Desk, source: str, texts: Iterable[str]) -> None:
        self._desk = desk
        self._people: dict[str, Person] = {}
        self._unknown: dict[str, str] = {}
        wanted = {text: keys.reference_key(source, text) for text in dict.fromkeys(texts)}
        held = keys.several(desk.store.vault, keys.REFERENCE, wanted.values())
        people = on_file(desk, Person, (each for found in held.values() for each in found))
        for text, key in wanted.items():
            own = [people[each] for each in held.get(key, ()) if each in people]
            self._let_in(text, own[0]) if len(own) == 1 else self._look_up(text)

    def let_in(self, person: Person) -> None:
        """Somebody who was found otherwise, to be named by their file number from now on."""
        self._let_in(person.file_number, person)

    def person(self, text: str) -> Person:
        """The person this text names; `Invalid` says why it names nobody who can have a note."""
        if text in self._unknown:
            raise Invalid({"concerns": self._unknown[text]})
        return self._people[text]

    def _look_up(self, text: str) -> None:
        try:
            found = self._desk.store.find(references.resolve(self._desk, text))
        except (Ambiguous, NotAllowed, NotFound) as unknown:
            self._unknown[text] = str(unknown)
            return
        if isinstance(found, Person):
            self._let_in(text, found)
        else:
            self._unknown[text] = f"“{text[:60]}” is not a person's file."

    def _let_in(self, text: str, person: Person) -> None:
        if person.withdrawn:
            self._unknown[text] = f"The file {person.file_number} of “{text[:60]}” was withdrawn."
        elif not access.may(self._desk.who, Deed.RECORD, access.state_of(self._desk.who, person)):
            self._unknown[text] = f"The file {person.file_number} of “{text[:60]}” is restricted to named people."
        else:
            self._people[text] = person


def people_named(said: Mapping[str, str]) -> list[str]:
    """How a row names the people it concerns: by reference, else by name, and whose words it holds."""
    return [*apart(said.get("concerns") or said.get("named", "")), *apart(said.get("own_words_of", ""))]


def said_note(said: Mapping[str, str], source: str, origin: str, named: Named, desk: Desk) -> ContactNote:
    """The note that a row's values say; `Invalid` has a sentence for each thing that stands against it."""
    people = [named.person(text) for text in apart(said.get("concerns") or said.get("named", ""))]
    data: dict[str, Any] = {name: said[name] for name in _SAME if not blank(said.get(name, "not recorded"))}
    data["text"] = said.get("text", "")
    data["concerns"] = _concerns(said, people)
    data["happened_at"] = f"{said.get('happened_at', '')} {_told(said, 'time')}".strip()
    whose = apart(said.get("own_words_of", ""))
    if len(whose) > 1:
        raise Invalid({"own_words_of": "These words are said to be of several people. Give each a row of their own."})
    data["own_words_of"] = "".join(str(named.person(text).id) for text in whose)
    author = f"written by {said['author']}" if _told(said, "author") else ""
    data["source"] = "; ".join(text for text in (_told(said, "source"), author, origin) if text)
    note = heard(ContactNote, data, desk.practice, desk.now())
    content = [sorted(str(person.id) for person in people), note.happened_at, note.text, note.own_words]
    note = note.changed(references=(reference_of(source, _told(said, "ref"), content),))
    problems = note.problems(desk.practice, desk.now())
    for person in people:
        problems = problems or note.file_problems(CaseFile(subject=person), desk.practice, desk.now())
    if problems:
        raise Invalid(problems)
    if not access.may_read(desk.who, note.reserved):
        raise Invalid({"reserved": f"Only somebody with the {note.reserved} grant may import this note."})
    return note


def _told(said: Mapping[str, str], name: str) -> str:
    text = said.get(name, "")
    return "" if blank(text) else text


def _concerns(said: Mapping[str, str], people: Sequence[Person]) -> list[dict[str, str]]:
    concerns = [{"subject": str(person.id)} for person in people]
    for name in ("role", "seen"):
        texts = apart(said.get(name, ""))
        if len(texts) not in (0, 1, len(people)):
            raise Invalid({name: f"This row says “{name}” {len(texts)} times for {len(people)} people."})
        for place, concern in enumerate(concerns):
            if texts:
                concern[name] = texts[place % len(texts)]
    return concerns
