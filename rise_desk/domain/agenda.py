"""The agenda: every rule that makes something due, in one explicit list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rise_desk.domain import (
    action_due,
    awaiting,
    birthday_due,
    checklist_lines,
    disruption_due,
    early_review,
    information_due,
    interview_due,
    lado_due,
    missing_now,
    notice_due,
    open_question_due,
    order_due,
    reassessment,
    repeats,
    reviews,
)
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.due import Due
from rise_desk.domain.missing_now import NOT_AWAY, Away
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.risk import NO_RISK, Risk, risk_of

ASSESSED = ("person", "assessment", "sign_off")
NOTIFIED = ("person", "notice", "notice_review")
RETURNED = ("person", "missing_episode", "return_interview")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule over the files of people in one role, with the kinds of record it reads."""

    name: str
    role: str
    reads: tuple[str, ...]
    lines: Callable[[CaseFile, Practice], Iterable[Due]]


RULES = (
    Rule(name="warning_review", role="", reads=("person",), lines=reviews.warning_lines),
    Rule(name=lado_due.RULE, role="", reads=("person",), lines=lado_due.lines),
    Rule(name=lado_due.LICENSING, role="", reads=("person",), lines=lado_due.licensing_lines),
    Rule(name=reassessment.RULE, role=AT_RISK, reads=ASSESSED, lines=reassessment.lines),
    Rule(name=early_review.RULE, role=AT_RISK, reads=(*ASSESSED, "missing_episode"), lines=early_review.lines),
    Rule(name=awaiting.SIGN_OFF, role=AT_RISK, reads=ASSESSED, lines=awaiting.sign_off_lines),
    Rule(name=awaiting.PUT_RIGHT, role=AT_RISK, reads=ASSESSED, lines=awaiting.sent_back_lines),
    Rule(name=awaiting.STRATEGY, role=AT_RISK, reads=ASSESSED, lines=awaiting.strategy_lines),
    Rule(
        name="checklist",
        role=AT_RISK,
        reads=("person", "assessment", "checklist"),
        lines=checklist_lines.lines,
    ),
    Rule(name=missing_now.RULE, role="", reads=("person", "missing_episode"), lines=missing_now.lines),
    Rule(name=interview_due.RULE, role="", reads=RETURNED, lines=interview_due.lines),
    Rule(
        name=repeats.RULE,
        role="",
        reads=("person", "missing_episode", "assessment", "action"),
        lines=repeats.lines,
    ),
    Rule(name=action_due.RULE, role="", reads=("person", "action"), lines=action_due.lines),
    Rule(name=information_due.RULE, role="", reads=("person", "information_report"), lines=information_due.lines),
    Rule(name=open_question_due.RULE, role="", reads=("person", "open_question"), lines=open_question_due.lines),
    Rule(name=disruption_due.RULE, role="", reads=("person", "disruption_action"), lines=disruption_due.lines),
    Rule(name=order_due.ORDER, role="", reads=("person", "order"), lines=order_due.lines),
    Rule(name=notice_due.REVIEW, role=AT_RISK, reads=NOTIFIED, lines=notice_due.review_lines),
    Rule(name=notice_due.LAPSE, role=AT_RISK, reads=NOTIFIED, lines=notice_due.lapse_lines),
    Rule(name=notice_due.SERVICE, role=AT_RISK, reads=NOTIFIED, lines=notice_due.service_lines),
    Rule(name=birthday_due.RULE, role=AT_RISK, reads=NOTIFIED, lines=birthday_due.lines),
    Rule(name=birthday_due.TURNED, role=AT_RISK, reads=("person",), lines=birthday_due.turned_lines),
)
"""Every rule; `role` '' runs over everybody's file."""


@dataclass(frozen=True, kw_only=True)
class ThingRule:
    """A rule over places, vehicles, phones and names online, with the kinds of record it reads."""

    name: str
    reads: tuple[str, ...]
    lines: Callable[[ThingFile, Practice], Iterable[Due]]


THING_RULES: tuple[ThingRule, ...] = (
    ThingRule(name=disruption_due.RULE, reads=("disruption_action",), lines=disruption_due.lines),
    ThingRule(name=order_due.ORDER, reads=("order",), lines=order_due.lines),
    ThingRule(name=information_due.RULE, reads=("information_report",), lines=information_due.lines),
    ThingRule(name=open_question_due.RULE, reads=("open_question",), lines=open_question_due.lines),
)
"""Every rule over things."""


def thing_reads() -> tuple[str, ...]:
    """The kinds of record by which anything becomes due about a thing."""
    return tuple(sorted({kind for rule in THING_RULES for kind in rule.reads}))


def reads() -> frozenset[str]:
    """The kinds of record by which anything becomes due, beside the person's own."""
    return frozenset(kind for rule in RULES for kind in rule.reads) - {Person.KIND}


@dataclass(frozen=True, kw_only=True)
class Ruled:
    """What the rules make of one file: what is due in it, the risk that shows, and whether they are missing."""

    due: tuple[Due, ...] = ()
    risk: Risk = NO_RISK
    away: Away = NOT_AWAY


NOT_RULED = Ruled()


def ruled(file: CaseFile | ThingFile, practice: Practice) -> Ruled:
    """What every rule makes of a file."""
    if isinstance(file, ThingFile):
        return Ruled(due=thing_lines(file, practice))
    lines = due_lines(file, practice, RULES)
    return Ruled(due=lines, risk=risk_of(file, practice, lines), away=missing_now.away(lines))


def thing_lines(file: ThingFile, practice: Practice) -> tuple[Due, ...]:
    """Everything due about a thing; nothing about one withdrawn, or merged into another."""
    if file.subject.withdrawn or file.subject.merged_into:
        return ()
    return tuple(line for rule in THING_RULES for line in rule.lines(file, practice))


def due_lines(file: CaseFile, practice: Practice, rules: tuple[Rule, ...]) -> tuple[Due, ...]:
    """Everything due in one file, by those rules that its person's roles call for; none in one withdrawn."""
    if file.subject.withdrawn or file.subject.merged_into:
        return ()
    wanted = [rule for rule in rules if not rule.role or file.subject.has_role(rule.role)]
    return tuple(line for rule in wanted for line in rule.lines(file, practice))
