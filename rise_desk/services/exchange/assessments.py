"""Past assessments: what a row says of one, as the assessment it would make in the file of somebody on file."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from rise_desk.domain import moments, names, scoring
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.assessment_said import NOT_KNOWN
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.hearing import heard
from rise_desk.domain.instrument import INDICATORS, Instrument
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import Id, Record
from rise_desk.errors import Invalid
from rise_desk.services import merged
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.assessment_columns import EVIDENCE, FIND_OUT, evidence_of, find_out_of
from rise_desk.services.exchange.columns import apart, blank
from rise_desk.services.exchange.matching import Found, on_file, reference_of
from rise_desk.services.exchange.notes import Named
from rise_desk.services.exchange.people import MIDNIGHT, born
from rise_desk.storage.indexes import keys

_SAME = ("judgement_comment", "band_reason", "protective", "harm_happening", "missing_now", "sexual_activity_under_13",
         "lead", "told_on", "told_why", "instrument")  # fmt: skip
_BANDS = {"r": "red", "a": "amber", "g": "green"}
_UNKNOWN = NOT_KNOWN | {"n k", "nk", "not assessed", "to be found out"}
_LEVEL = re.compile(r"(\d{1,9})(?:\.0+)?(?:\s*[-–—:=.(]\s*[^\W\d].*)?", re.DOTALL)
"""A number, and after it perhaps the words for it: '4', '4.0', '4 - high', '4 (high)'."""

_RANGE = re.compile(r"\s*[-–—]\s*")
SIGNED_ELSEWHERE = (
    "A sign-off made elsewhere is kept as words. Here a manager signs off each young person’s newest assessment."
)
SCORE_IT = "Write a number from 1 to 5, or that it is not yet known."

Said = Mapping[str, str]


class Whose:
    """Whose assessments a file holds: by the source's own reference, else by name and birth date, else by name."""

    def __init__(self, desk: Desk, source: str, rows: Sequence[Said]) -> None:
        self._desk = desk
        self._named = Named(desk, source, (text for each in rows for text in _texts(each)))
        self._births = self._on_file({_birth(each, desk) for each in rows} - {""})

    def person(self, said: Said) -> Person:
        """The young person; `Invalid` says why it is nobody who can have an assessment, or may be somebody else."""
        found = self._found(said)
        if not found.has_role(AT_RISK):
            raise Invalid({"concerns": f"{found.file_number} {found.name} is not on file as a young person at risk."})
        said_born, unread = born(said.get("date_of_birth", ""), self._desk.now())
        if unread:
            raise Invalid(unread)
        if _contradicts(Moment(said_born), found.date_of_birth):
            raise Invalid({"date_of_birth": f"{found.file_number} {found.name} has another date of birth on file."})
        name = _name(said)
        if "concerns" in said and name and not _words(found) & set(names.fold(name).split()):
            told = f"{found.file_number} is {found.name}, and the row says “{name[:60]}”."
            raise Invalid({"named": told})
        return found

    def _found(self, said: Said) -> Person:
        texts = _texts(said)
        if len(texts) > 1:
            raise Invalid({"concerns": "An assessment is about one young person. Give each a row of their own."})
        if not texts:
            raise Invalid({"concerns": "Say whose assessment this is, by a reference or by name and date of birth."})
        alike = [] if "concerns" in said else self._births.get(_birth(said, self._desk), [])
        return self._named.person(alike[0].file_number if len(alike) == 1 else texts[0])

    def _on_file(self, births: Collection[str]) -> dict[str, list[Person]]:
        """Who on file bears these names and birth dates; they can be named by their file numbers."""
        found = keys.several(self._desk.store.vault, keys.BIRTH, births)
        heads = merged.head_of(self._desk, {each for ids in found.values() for each in ids})
        people = on_file(self._desk, Person, heads.values())
        for each in people.values():
            self._named.let_in(each)
        return {key: [people[each] for each in {heads[each] for each in ids}] for key, ids in found.items()}


def _texts(said: Said) -> list[str]:
    """How a row names the young person: by reference, else by name."""
    if "concerns" in said:
        return apart(said["concerns"])
    return [_name(said)] if _name(said) else []


def _name(said: Said) -> str:
    return said.get("named", "") or f"{said.get('given_name', '')} {said.get('family_name', '')}".strip()


def _birth(said: Said, desk: Desk) -> str:
    day, _unread = born(said.get("date_of_birth", ""), desk.now())
    return keys.birth_key(_name(said).replace(",", " "), "", day)


def _contradicts(one: Moment, other: Moment) -> bool:
    return moments.latest(one) < moments.earliest(other) or moments.latest(other) < moments.earliest(one)


def _words(person: Person) -> set[str]:
    called = (person.given_name, person.family_name, person.known_as, *(each.name for each in person.aliases))
    return set(names.fold(" ".join(called)).split())


def said_assessment(
    said: Said, *, source: str, origin: str, whose: Whose, columns: Collection[str], desk: Desk
) -> Assessment:
    """The assessment that a row's values say; `Invalid` has a sentence for each thing that stands against it.

    `columns`: the fields that the file has columns for. A score or evidence for all counts only where an indicator
    has no column of its own.
    """
    scores = _scores(said, columns)
    stands = _unread(scores, said, desk.practice.instruments[desk.practice.instrument])
    data = _data(said, columns, {key: text for key, text in scores.items() if f"scores.{key}" not in stands})
    data["source"] = "; ".join(filter(None, (*_history(said), origin)))
    try:
        data["subject"] = str(whose.person(said).id)
    except Invalid as nobody:
        stands |= nobody.fields
    try:
        made = heard(Assessment, Assessment.said(data, desk.practice), desk.practice, desk.now())
    except Invalid as unread:
        raise Invalid({**stands, **unread.fields}) from None
    problems = _problems(made, said, desk, stands)
    if problems:
        raise Invalid(problems)
    return made.changed(references=(reference_of(source, said.get("ref", ""), _content(made)),))


def _data(said: Said, columns: Collection[str], scores: Said) -> dict[str, Any]:
    """What a row says, as other programs say an assessment; empty cells say nothing."""
    data: dict[str, Any] = {name: said[name] for name in _SAME if not blank(said.get(name, "not recorded"))}
    evidence = {key: _own(said, columns, evidence_of(key), EVIDENCE) for key in INDICATORS}
    return data | {
        "assessed_on": MIDNIGHT.sub("", said.get("assessed_on", "")),
        "scores": [_score(key, text, said, columns) for key, text in scores.items() if text.strip()],
        "evidence": [{"indicator": key, "text": text} for key, text in evidence.items() if text],
        "judgement": _number(said.get("judgement", "")),
        "band": _BANDS.get(names.fold(said.get("band", "")), said.get("band", "")),
        "mentions": [{"name": each} for each in apart(said.get("mentions", ""))],
    }


def _scores(said: Said, columns: Collection[str]) -> dict[str, str]:
    """What a row says of each indicator: in its own column, else by its place in the one for all."""
    placed = dict(zip(INDICATORS, _apart(said.get("scores", "")), strict=False))
    return {key: said.get(key, "") if key in columns else placed.get(key, "") for key in INDICATORS}


def _unread(scores: Said, said: Said, instrument: Instrument) -> dict[str, str]:
    """A sentence for each score that can't be read; none is guessed."""
    together = len(_apart(said.get("scores", "")))
    if together not in (0, len(INDICATORS)):
        return {"scores": f"“Scores” must hold {len(INDICATORS)} values, and this row has {together}."}
    return {
        f"scores.{key}": f"“{instrument.indicator(key).label}” is “{text[:20]}” in this row. {SCORE_IT}"
        for key, text in scores.items()
        if text.strip() and not (_is_unknown(text) or _LEVEL.fullmatch(text.strip()))
    }


def _apart(text: str) -> list[str]:
    """The values of a cell that holds all ten: between commas or semicolons, else between spaces."""
    for sign in (";", ","):
        if sign in text:
            return [each.strip() for each in text.split(sign)]
    return text.split()


def _score(key: str, text: str, said: Said, columns: Collection[str]) -> dict[str, Any]:
    unknown = _is_unknown(text)
    found: dict[str, Any] = {"indicator": key, "score": 0 if unknown else _number(text)}
    if unknown:
        found["find_out"] = _own(said, columns, find_out_of(key), FIND_OUT)
    if key == "education" and not blank(said.get("answer_education", "not recorded")):
        found["answer"] = said["answer_education"]
    return found


def _is_unknown(text: str) -> bool:
    return names.fold(text) in _UNKNOWN or text.strip() == "0"


def _own(said: Said, columns: Collection[str], own: str, shared: str) -> str:
    return said.get(own if own in columns else shared, "")


def _number(text: str) -> str:
    """The number that a text says, perhaps with words after it; any other text as it stands, to be refused."""
    found = _LEVEL.fullmatch(text.strip())
    return found[1] if found else text


def _history(said: Said) -> list[str]:
    """What the row says of who made it: kept as words, as nobody here has signed it."""
    told = {name: said[name] for name in said if not blank(said[name])}
    by, on = told.get("signed_off_by", ""), told.get("signed_off_on", "")
    signed = " ".join(filter(None, (f"by {by}" if by else "", f"on {on}" if on else "")))
    written = f"written by {told['assessor']}" if "assessor" in told else ""
    return [told.get("source", ""), written, f"signed off elsewhere {signed}" if signed else ""]


def _content(made: Assessment) -> list[Any]:
    """By what a row without a reference is known next time."""
    scores = [[each.indicator, each.score, each.find_out] for each in made.scores]
    evidence = [[each.indicator, each.text] for each in made.evidence]
    said = [made.judgement, made.judgement_comment, made.band, made.band_reason]
    return [str(made.subject), made.assessed_on, scores, evidence, said]


def _problems(made: Assessment, said: Said, desk: Desk, stands: Said) -> dict[str, str]:
    """What stands against it beside what was found already: by itself, or where its sum or band is not as it should."""
    found = made.problems(desk.practice, desk.now())
    told = {"subject"} if stands else set[str]()
    told |= {each for each in found if "scores" in stands and each.startswith("scores.")}
    problems = {name: text for name, text in found.items() if name not in told} | dict(stands)
    instrument = desk.practice.instruments.get(made.instrument)
    if instrument is None or any(name == "judgement" or name.startswith("scores") for name in problems):
        return problems
    if "band" in problems and not made.band:
        may = " or ".join(instrument.band_label(each) for each in scoring.allowed(instrument, made.overall))
        problems["band"] = f"The row has no band, and none is chosen for it. Its scores allow {may}."
    return problems | _sum_problems(made, said.get("overall", ""))


def _sum_problems(made: Assessment, text: str) -> dict[str, str]:
    total = _RANGE.sub("–", _number(text))
    if not total.replace("–", "").isdecimal() or total == str(made.overall):
        return {}
    return {"overall": f"The row says {total} in all, but its scores and its judgement make {made.overall}."}


def notices(columns: Collection[str]) -> list[str]:
    """What is to be known of a file with these columns before it is imported, a sentence each."""
    return [SIGNED_ELSEWHERE] if {"signed_off_by", "signed_off_on"} & set(columns) else []


class Beside:
    """The assessments of the same young people, on file and in rows before, beside which a row has to stand."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._files: dict[Id, CaseFile] = {}
        self._lines: dict[tuple[Id, str], int] = defaultdict(int)

    def same(self, heard: Record) -> Found | None:
        """Nothing: an assessment is recognised by its reference or by what it says."""
        return None

    def demand(self, made: Record, line: int) -> None:
        """`Invalid` where it is from before birth or the referral, or there is one of the same day."""
        assert isinstance(made, Assessment)
        head = merged.head_of(self._desk, (made.subject,))[made.subject]
        day = moments.london_day(made.assessed_on)
        before = self._lines[head, day]
        if before:
            raise Invalid({"assessed_on": f"Line {before} of this file is an assessment of the same day."})
        problems = made.file_problems(self._file(head), self._desk.practice, self._desk.now())
        if problems:
            raise Invalid(problems)
        self._lines[head, day] = line

    def _file(self, head: Id) -> CaseFile:
        if head not in self._files:
            self._files[head] = self._desk.store.judged_file(head, Assessment.JUDGED_WITH)
        return self._files[head]
