"""'Is this child known to the team?': a quick answer for a frontline officer, as little as keeps a child safe.

Nobody whose file is restricted answers; so 'not known' is never told as if there were no concern.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rise_desk.domain import facts, moments, network, question
from rise_desk.domain.access import Deed
from rise_desk.domain.card import Card
from rise_desk.domain.moments import LONDON, Moment
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import cross_hits, found_people
from rise_desk.services.cross_hits import Hit
from rise_desk.services.desk import Desk
from rise_desk.services.found_people import BEGINS, EXACT, SOUNDS, Answering
from rise_desk.storage import linked
from rise_desk.storage.indexes import card

KNOWN, SEVERAL, PERHAPS, NOT_KNOWN = "known", "several", "perhaps", "not_known"
"""What the answer can be."""

AT_MOST = 8
"""How many are named; where more answer nobody is, and something else is asked for."""

SHORTEST = 3
"""From how many letters on the beginning of a name is taken for one."""

THEIRS = frozenset({"uses", "keeper_of"})
"""How a phone, a name online or a vehicle is a child's own."""

_CALLED = {cross_hits.PHONE: "phone", cross_hits.PLATE: "vehicle", cross_hits.HANDLE: "name online"}
_CAUTION = "That does not mean that there is no concern: ring the team, and act on what you see."
_TEAM = "the team (no key worker is named)"


@dataclass(frozen=True, kw_only=True)
class Match:
    """A child on file: what a frontline officer may hear, and by what they were found.

    `ring`: whom to ring; `missing_since`: since when they are missing now, in words; `warnings` are labels.
    """

    subject: Id
    name: str
    age: str
    file_number: str
    ring: str
    by: str
    missing_since: str = ""
    warnings: tuple[str, ...] = ()
    closed: bool = False


@dataclass(frozen=True, kw_only=True)
class Known:
    """The answer, and it in a sentence or two.

    `matches` answer to the very words; `perhaps` only in part, by ear, or because a record of theirs names it.
    `more`: too many answer for any to be named.
    """

    text: str
    answer: str
    words: str
    matches: tuple[Match, ...] = ()
    perhaps: tuple[Match, ...] = ()
    more: bool = False


def known(desk: Desk, text: str, asked_by: str = "") -> Known:
    """Which children answer to a name, alias, phone or plate; written down with who asked and of whom they heard."""
    desk.demand(Deed.KNOWN)
    found = _answer(desk, text)
    told = [each.subject for each in (*found.matches, *found.perhaps)]
    for subject in told or [NO_ID]:
        _note(desk, text, subject, asked_by)
    return found


def _answer(desk: Desk, text: str) -> Known:
    sure, unsure = _by_words(desk, text)
    for subject, (by, is_theirs) in _by_things(desk, text).items():
        (sure if is_theirs else unsure).setdefault(subject, by)
    children = {
        each.subject: each for each in card.several(desk.store.vault, {*sure, *unsure}).values() if each.at_risk
    }
    exact = [each for each in sure if each in children]
    if len(exact) > AT_MOST:
        words = f"More than {AT_MOST} children on file answer to that. Ask for a whole name, a nickname or a phone."
        return Known(text=text, answer=SEVERAL, words=words, more=True)
    rest = [each for each in unsure if each in children and each not in sure]
    matches = _matches(desk, text, sure, [children[each] for each in exact])
    perhaps = _matches(desk, text, unsure, [children[each] for each in rest]) if len(rest) <= AT_MOST else ()
    answer = KNOWN if len(exact) == 1 else SEVERAL if exact else PERHAPS if rest else NOT_KNOWN
    return Known(
        text=text,
        answer=answer,
        words=_words(answer, matches),
        matches=matches,
        perhaps=perhaps,
        more=len(rest) > AT_MOST,
    )


def _by_words(desk: Desk, text: str) -> tuple[dict[Id, str], dict[Id, str]]:
    """Who is called so or has that number, to the letter; and who only begins so or sounds alike."""
    asked = question.asked(text)
    if all(facts.postcodes(word) for word in asked.words):
        return {}, {}
    grades = Answering(desk=desk, question=asked, limit=AT_MOST).grades()
    long = all(len(word) >= SHORTEST for word in asked.words)
    sure = {each: "" for each, grade in grades.items() if grade == EXACT}
    return sure, {each: "" for each, grade in grades.items() if long and grade in (BEGINS, SOUNDS)}


def _by_things(desk: Desk, text: str) -> dict[Id, tuple[str, bool]]:
    """Whom a phone, vehicle or name online leads to, by what, and whether it is their own."""
    found: dict[Id, tuple[str, bool]] = {}
    for sort, called in _CALLED.items():
        for hit in cross_hits.hits(desk, sort, text).shown:
            for subject, is_theirs in _led_to(desk, hit):
                by = f"{called} {text.strip()}" if is_theirs else f"{called} {text.strip()}, which their records name"
                if is_theirs or subject not in found:
                    found[subject] = (by, is_theirs)
    return found


def _led_to(desk: Desk, hit: Hit) -> Iterator[tuple[Id, bool]]:
    if hit.kind in network.PEOPLE:
        yield hit.subject, False
        return
    for each in linked.of(desk.store.vault, hit.subject):
        yield each.end_beside(hit.subject), each.link_type in THEIRS


def _matches(desk: Desk, text: str, by: Mapping[Id, str], cards: Iterable[Card]) -> tuple[Match, ...]:
    """Those who are missing now first, then by name."""
    ordered = sorted(cards, key=lambda each: (not each.missing_since, each.sort_name, each.subject))
    files = found_people.read(desk, [each.subject for each in ordered])
    today, asked = desk.now().astimezone(LONDON).date(), question.asked(text)
    return tuple(
        Match(
            subject=each.subject,
            name=each.name,
            age=moments.age_words(each.date_of_birth, desk.now()),
            file_number=each.file_number,
            ring=each.key_worker or _TEAM,
            by=by[each.subject] or found_people.found_in(desk, files[each.subject], asked),
            missing_since=moments.shown(Moment(each.missing_since)) if each.missing_since else "",
            warnings=tuple(
                desk.practice.label("warning", one.warning)
                for one in files[each.subject].person.standing_warnings(today)
            ),
            closed=each.case_state == "closed",
        )
        for each in ordered
    )


def _words(answer: str, matches: tuple[Match, ...]) -> str:
    if answer == KNOWN:
        (match,) = matches
        away = f" Missing now, since {match.missing_since}." if match.missing_since else ""
        before = "Known to the team; the case is closed." if match.closed else "Known to the team."
        return f"{before}{away} Ring {match.ring}."
    if answer == SEVERAL:
        return f"{len(matches)} children on file answer to that. Ask for an age, a nickname or a phone."
    if answer == PERHAPS:
        return f"Nobody on file answers to exactly that, but a child on file may be meant. {_CAUTION}"
    return f"Nobody on file answers to that. {_CAUTION}"


def _note(desk: Desk, text: str, subject: Id, asked_by: str) -> None:
    """Written down as asked, so that a child's file tells who heard of it."""
    kept = "".join(each if each.isprintable() else " " for each in text[:200]).strip()
    row = desk.entry(
        Deed.KNOWN,
        kind="young_person" if subject else "",
        record=subject,
        subject=subject,
        reason=kept,
        recipient=asked_by.strip(),
    )
    desk.store.note(desk.author, desk.now(), row)
