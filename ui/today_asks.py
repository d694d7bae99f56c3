"""What a line of Today, or of the meeting's board, asks its window to open; and the verbs that ask it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rise_desk.domain import (
    birthday_due,
    checklist_lines,
    disruption_due,
    information_due,
    lado_due,
    notice_due,
    open_question_due,
    order_due,
)
from rise_desk.domain.interview import ACCEPTED, ARRANGED
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services.today import Part, Waiting
from rise_desk.services.unfinished import Draft

OFFERED, ATTEMPT = "offered", "attempt"
"""Steps towards a return interview, by the names their dialogs have."""


class Opens(StrEnum):
    """What can be opened from a line: the file, a form, an entry, a paper."""

    FILE = "file"
    MISSING_TAB = "missing episodes"
    ASSESSMENT = "assessment"
    ENTRY = "entry"
    DRAFT = "draft"
    PACK = "missing pack"
    RETURN = "return"
    INTERVIEW = "interview"
    STEP = "step"
    DECIDED = "decided"
    ACTION = "action"
    FORM = "form"
    NOTICES_TAB = "notices"
    TOLD = "told"
    MORE = "more of this card"


BY_FORM = {
    notice_due.REVIEW: ("Review", "review the notice of {}", "notice_review"),
    notice_due.SERVICE: ("Serve", "record the service of the notice of {}", "serve"),
    disruption_due.RULE: ("Say what came of it", "say what came of the action against {}", "disruption_on_file"),
    open_question_due.RULE: ("Answer", "answer the question about {}", "question_on_file"),
    order_due.ORDER: ("Look at order", "look at the order of {}", "order_on_file"),
    order_due.PROHIBITION: ("Look at order", "look at the order of {}", "order_on_file"),
    information_due.RULE: ("Record as sent", "record that the report about {} was sent", "information_on_file"),
}
"""Rules whose lines are answered by a form about their record: the word, how it is spoken, and the form's name."""

TOLD = {
    lado_due.RULE: "record that the designated officer was told about {}",
    lado_due.LICENSING: "record that those who license taxis were told about {}",
}
"""Rules whose lines are about one position of somebody, told by the words of the line: how their verb is spoken."""

NOTICES = (notice_due.LAPSE, birthday_due.RULE)
"""Rules whose lines tell what changes soon: what to do about it is decided among the notices of the file."""


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One wish of a line: what to open, about whom, over which record; `step` and `draft` where it is one of those.

    `what`: the words of the line, where they alone tell which part of a file it is about.
    """

    opens: Opens
    subject: Id = NO_ID
    record: Id = NO_ID
    step: str = ""
    draft: Draft | None = None
    what: str = ""


@dataclass(frozen=True, kw_only=True)
class Verb:
    """What can be done with a line: its word, how it is spoken, and what it asks for."""

    text: str
    spoken: str
    ask: Ask


def opening(each: Waiting) -> Verb:
    """The way to the file a line is in, or the page of a place or thing; of old return interviews to its episodes."""
    opens = Opens.MISSING_TAB if each.folded > 1 else Opens.FILE
    ask = Ask(opens=opens, subject=each.due.subject, record=each.due.record)
    what = "file" if each.whose.file_number else "page"
    return Verb(text=f"Open {what}", spoken=f"Open the {what} of {each.name}", ask=ask)


def verbs(each: Waiting, drafts: Sequence[Draft] = (), *, overnight: bool = False) -> tuple[Verb, ...]:
    """What answers a line, the one thing that matters last; of a line that nothing answers, the way to its file."""
    if each.part is Part.MISSING:
        return _missing(each)
    if each.part is Part.INTERVIEW and each.folded == 1:
        return _interview(each, overnight=overnight)
    if each.part is Part.REPEAT:
        return (_assess(each), _verb(each, "Record what was decided", "record what was decided for {}", Opens.DECIDED))
    if each.part is Part.ACTION:
        told = f"Say what came of it: {each.due.what}, {each.name}"
        return (Verb(text="Done…", spoken=told, ask=_ask(each, Opens.ACTION)),)
    if each.due.rule in BY_FORM or each.due.rule in NOTICES:
        return (_notice(each),)
    if each.due.rule in TOLD:
        return (_told(each),)
    return (_answer(each, drafts) or opening(each),)


def answer(each: Waiting, drafts: Sequence[Draft]) -> Verb | None:
    """The one thing that answers a line of a file that is open already; None where nothing here does."""
    found = verbs(each, drafts)[-1]
    return found if found.ask.opens not in (Opens.FILE, Opens.MISSING_TAB) else None


def _notice(each: Waiting) -> Verb:
    if each.due.rule in NOTICES:
        return _verb(each, "Look at notices", "look at the notices of {}", Opens.NOTICES_TAB)
    text, spoken, form = BY_FORM[each.due.rule]
    said = spoken.format(each.name)
    return Verb(text=text, spoken=f"{said[:1].upper()}{said[1:]}", ask=_ask(each, Opens.FORM, form))


def _told(each: Waiting) -> Verb:
    verb = _verb(each, "Record as told", TOLD[each.due.rule], Opens.TOLD)
    spoken = f"{verb.spoken}: {each.due.what.partition(': ')[2]}"
    return replace(verb, spoken=spoken, ask=replace(verb.ask, step=each.due.rule, what=each.due.what))


def _missing(each: Waiting) -> tuple[Verb, ...]:
    return (
        _verb(each, "Record return", "record the return of {}", Opens.RETURN),
        _verb(each, "Print missing pack", "print the missing pack of {}", Opens.PACK),
    )


def _interview(each: Waiting, *, overnight: bool) -> tuple[Verb, ...]:
    """The next step towards the interview last, and the other before it."""
    start = _verb(each, "Start interview", "start the return interview with {}", Opens.INTERVIEW)
    if each.due.state == ACCEPTED:
        return (_step(each, "Add attempt", ATTEMPT), start)
    if each.due.state in ("", ARRANGED):
        return (start, _step(each, "Offer interview" if overnight else "Offer", OFFERED))
    return (start, _step(each, "Add attempt", ATTEMPT))


def _step(each: Waiting, text: str, step: str) -> Verb:
    spoken = "Offer a return interview to" if step == OFFERED else "Add an attempt at the return interview with"
    return Verb(text=text, spoken=f"{spoken} {each.name}", ask=_ask(each, Opens.STEP, step))


def _answer(each: Waiting, drafts: Sequence[Draft]) -> Verb | None:
    if each.part in (Part.OTHER, Part.INTERVIEW):
        return None
    if each.part in (Part.REASSESS, Part.REVIEW) or each.due.rule == checklist_lines.FULL:
        return _assess(each)
    own = next((draft for draft in drafts if each.part is Part.SENT_BACK and draft.record == each.due.record), None)
    if own is not None:
        return Verb(
            text="Go on", spoken=f"Go on with the assessment of {each.name}", ask=Ask(opens=Opens.DRAFT, draft=own)
        )
    record = "checklist" if each.due.rule == checklist_lines.SAME_DAY else "assessment"
    signs = each.part is Part.SIGN_OFF
    text, deed = ("Read and sign off", "sign off") if signs else ("Read", "read")
    return _verb(each, text, f"{deed} the {record} of {{}}", Opens.ENTRY)


def _assess(each: Waiting) -> Verb:
    return _verb(each, "Assess", "assess {}", Opens.ASSESSMENT)


def _verb(each: Waiting, text: str, spoken: str, opens: Opens) -> Verb:
    said = spoken.format(each.name)
    return Verb(text=text, spoken=f"{said[:1].upper()}{said[1:]}", ask=_ask(each, opens))


def _ask(each: Waiting, opens: Opens, step: str = "") -> Ask:
    return Ask(opens=opens, subject=each.due.subject, record=each.due.record, step=step)
