"""Past return interviews: what a row says of one, about which episode on file, and how far it came."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rise_desk.domain import moments, returns
from rise_desk.domain.hearing import heard
from rise_desk.domain.interview import Covered, ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.names import fold
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import Invalid
from rise_desk.services import merged
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.asking import NOT_IN_FILE
from rise_desk.services.exchange.columns import apart
from rise_desk.services.exchange.interview_columns import TIMED
from rise_desk.services.exchange.matching import on_file, reference_of
from rise_desk.services.exchange.missing import YES_NO, Telling, told, with_child
from rise_desk.services.exchange.parts import parts_in
from rise_desk.services.exchange.said_at import said_at
from rise_desk.storage.indexes import keys

_SAME = ("assigned_to", "offered_by", "answer", "declined_because", "carers_said", "decided_by", "decided_because",
         "late_because", "interviewer", "asked_for", "place", "seen", "own_words", "push", "pull", "stayed",
         "travelled", "told_happened", "threats", "phones", "came_back", "would_help")  # fmt: skip
_PARTS = {
    "attempts": ("at", "by", "how", "outcome"),
    "reasons": ("reason", "heard_from"),
    "harms": ("harm", "note"),
    "agreed": ("what", "owner", "due_on"),
}
_NOT_TAKEN = frozenset({"no", "n", "false", "none", "not done", "not held", "not offered"})
"""What the column of a step says where the step was not taken."""

_TAKEN = frozenset({"yes", "y", "true"})
WHICH = "Say which episode this is about, by its police reference or by when they came back."
FIRST = "Import the missing episodes first."

Said = Mapping[str, str]


class Episodes:
    """The missing episodes on file that rows name: by the same source's reference, else by child and return."""

    def __init__(self, desk: Desk, source: str, rows: Iterable[Said]) -> None:
        self._desk, self._source = desk, source
        texts = {text for each in rows for text in apart(each.get("episodes", ""))}
        wanted = {text: keys.reference_key(source, text) for text in texts}
        held = keys.several(desk.store.vault, keys.REFERENCE, wanted.values())
        episodes = on_file(desk, MissingEpisode, {each for ids in held.values() for each in ids})
        self._named = {
            text: next((episodes[each] for each in held.get(key, ()) if each in episodes), None)
            for text, key in wanted.items()
        }
        self._heads = merged.head_of(desk, {each.subject for each in episodes.values()})
        self._people = on_file(desk, Person, self._heads.values())
        self._files: dict[Id, Sequence[MissingEpisode]] = {}

    def named(self, texts: Sequence[str]) -> list[MissingEpisode]:
        """The episodes with these references; none unless each is known."""
        found = [self._named[text] for text in texts]
        return [each for each in found if each is not None] if all(found) else []

    def child_of(self, episodes: Sequence[MissingEpisode]) -> Person:
        """Whose episodes these are; `Invalid` where they are not one young person's."""
        heads = {self._heads[each.subject] for each in episodes}
        if len(heads) > 1:
            raise Invalid({"episodes": "These missing episodes are not one young person's."})
        return self._people[next(iter(heads))]

    def of(self, person: Person, texts: Sequence[str], backs: Sequence[Moment]) -> list[MissingEpisode]:
        """The episodes of a child with these police references, else those from which they came back then."""
        file = self._file(person)
        if texts:
            known = {fold(each.police_ref): each for each in file if each.police_ref}
            strange = [each for each in texts if fold(each) not in known]
            if strange:
                told_ = f"{person.file_number} has no missing episode with the police reference “{strange[0][:40]}”."
                raise Invalid({"episodes": f"{told_} {FIRST}"})
            return [known[fold(each)] for each in texts]
        return [self._back(person, each) for each in backs]

    def _back(self, person: Person, returned_at: Moment) -> MissingEpisode:
        """The one episode of a child that ended then."""
        found = [each for each in self._file(person) if _came_back(each, returned_at)]
        if len(found) != 1:
            when = moments.shown(returned_at)
            many = f"{len(found)} missing episodes" if found else "no missing episode"
            told_ = f"{person.file_number} has {many} that ended on {when}."
            raise Invalid({"episodes": f"{told_} {'Give the police reference.' if found else FIRST}"})
        return found[0]

    def _file(self, person: Person) -> Sequence[MissingEpisode]:
        if person.id not in self._files:
            file = self._desk.store.judged_file(person.id, (MissingEpisode.KIND,))
            self._files[person.id] = returns.episodes(file)
        return self._files[person.id]


def _came_back(episode: MissingEpisode, returned_at: Moment) -> bool:
    """Whether somebody came back from an episode at this moment, as precisely as both are known."""
    if moments.has_time(episode.returned_at) and moments.has_time(returned_at):
        return moments.earliest(episode.returned_at) == moments.earliest(returned_at)
    return bool(episode.returned_at) and moments.london_day(episode.returned_at) == moments.london_day(returned_at)


def said_interview(said: Said, telling: Telling, episodes: Episodes, *, late_unexplained: bool) -> ReturnInterview:
    """The return interview that a row's values say; `Doubtful` where only its child is in doubt.

    Raises `Invalid` with a sentence for each thing that stands against it.
    """
    desk = telling.desk
    data, problems = _data(said, telling), dict[str, str]()
    data["source"] = "; ".join(filter(None, (told(said, "source"), telling.origin)))
    backs: list[Moment] = []
    made = ReturnInterview()
    try:
        backs = [
            heard(MissingEpisode, {"returned_at": each}, desk.practice, desk.now()).returned_at
            for each in apart(data.pop("returned_at"))
        ]
        made = heard(ReturnInterview, data, desk.practice, desk.now())
        found = made.problems(desk.practice, desk.now())
        problems = {name: text for name, text in found.items() if name not in ("subject", "episodes")}
    except Invalid as unread:
        problems = unread.fields
    person, about = with_child(lambda: _about(said, backs, telling, episodes), problems)
    made = made.changed(subject=person.id, episodes=tuple(Covered(episode=each.id) for each in about))
    if late_unexplained and not made.late_because and returns.is_late(made.done_at, about):
        made = made.changed(late_because=NOT_IN_FILE)
    content = [sorted(str(each.id) for each in about), made.offered_at, made.answered_at, made.done_at]
    return made.changed(references=(reference_of(telling.source, told(said, "ref"), content),))


def _about(
    said: Said, backs: Sequence[Moment], telling: Telling, episodes: Episodes
) -> tuple[Person, list[MissingEpisode]]:
    """Whose interview it is, and the episodes it is about."""
    texts = apart(said.get("episodes", ""))
    about = episodes.named(texts) if texts else []
    if about:
        person = episodes.child_of(about)
        telling.children.demand_same(said, person)
        return person, about
    if not (texts or backs):
        raise Invalid({"episodes": WHICH})
    person = telling.children.person(said)
    return person, episodes.of(person, texts, backs)


def _data(said: Said, telling: Telling) -> dict[str, Any]:
    """What a row says, as the fields of an interview; a step that was not taken says nothing."""
    data: dict[str, Any] = {name: said[name] for name in _SAME if told(said, name)}
    taken = {name: text for name, text in said.items() if fold(text) not in _NOT_TAKEN}
    data |= {name: text for name, time in TIMED.items() if (text := said_at(taken, name, time, telling.days))}
    data |= {name: parts_in(taken[name], fields) for name, fields in _PARTS.items() if told(taken, name)}
    data["returned_at"] = said_at(said, "returned_at", TIMED["returned_at"], telling.days)
    data["mentions"] = telling.mentioned.parts(said.get("mentions", ""))
    data["carers_offered_at"] = said_at(taken, "carers_offered_at", "", telling.days)
    data["independent"] = YES_NO.get(told(said, "independent").casefold(), told(said, "independent"))
    declined = said_at(taken, "declined_at", "", telling.days)
    if declined:
        data["answer"] = "declined"
        data["answered_at"] = data.get("answered_at", "") if fold(declined) in _TAKEN else declined
    return data
