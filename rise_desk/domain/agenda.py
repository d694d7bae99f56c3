"""The agenda: every rule that makes something due, in one explicit list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rise_desk.domain import reviews
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.practice import Practice


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule over the files of people in one role, with the kinds of record it reads."""

    name: str
    role: str
    reads: tuple[str, ...]
    lines: Callable[[CaseFile, Practice], Iterable[Due]]


RULES = (Rule(name="warning_review", role="", reads=("person",), lines=reviews.warning_lines),)
"""Every rule; `role` '' runs over everybody's file."""


def due_lines(file: CaseFile, practice: Practice, rules: tuple[Rule, ...]) -> tuple[Due, ...]:
    """Everything due in one file, by those rules that its person's roles call for; none in one withdrawn."""
    if file.subject.withdrawn or file.subject.merged_into:
        return ()
    wanted = [rule for rule in rules if not rule.role or file.subject.has_role(rule.role)]
    return tuple(line for rule in wanted for line in rule.lines(file, practice))
