"""What becomes due in a file, and for whom."""

from rise_desk.domain import agenda, life
from rise_desk.domain.agenda import Rule
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id


def test_a_standing_warning_with_a_review_date_is_due(practice: Practice) -> None:
    person = Person(
        id=Id(5),
        warnings=(
            life.StandingWarning(
                warning="do_not_tell_family", since=Moment("2026-06-01"), review_on=Moment("2027-01-04")
            ),
            life.StandingWarning(
                warning="do_not_tell_family", review_on=Moment("2027-01-04"), until=Moment("2026-10-01")
            ),
            life.StandingWarning(warning="do_not_tell_family"),
        ),
    )
    (line,) = agenda.due_lines(CaseFile(subject=person), practice, agenda.RULES)
    assert line == Due(
        rule="warning_review",
        what="Review the warning: do not tell family",
        subject=Id(5),
        record=Id(5),
        since="2026-06-01",
        by="2027-01-04",
        answered_by="person",
    )


def test_a_rule_runs_over_files_of_its_role_alone(practice: Practice) -> None:
    due = Due(rule="r", what="w", subject=Id(1), record=Id(1), since="", by="2027-01-01")
    rule = Rule(name="r", role="of_concern", reads=(), lines=lambda file, practice: [due])
    of_concern = Person(roles=(life.DatedRole(role="of_concern"),))
    assert agenda.due_lines(CaseFile(subject=of_concern), practice, (rule,)) == (due,)
    assert agenda.due_lines(CaseFile(subject=Person()), practice, (rule,)) == ()
