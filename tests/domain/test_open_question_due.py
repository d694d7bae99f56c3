"""A question that nobody has answered is due by its day, or the day it was asked; one without either makes no line."""

from rise_desk.domain import agenda, open_question_due
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.disruption import Target
from rise_desk.domain.moments import Moment
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Withdrawal

MAISIE, CORNER = Person(id=Id(1), given_name="Maisie"), Place(id=Id(2), place_name="Kebab Corner")
PRACTICE = Practice()


def asked(**values: str) -> OpenQuestion:
    """Who drives the Audi, about both."""
    known = {name: Moment(value) if name.endswith("_on") else value for name, value in values.items()}
    about = (Target(subject=MAISIE.id), Target(subject=CORNER.id))
    return OpenQuestion(id=Id(9), about=about, question="Who drives\nthe Audi?").changed(**known)


def test_it_is_due_by_its_day_in_each_file_it_is_about() -> None:
    """Told in one line, with whose it is."""
    held = asked(due_on="2026-12-01", asked_on="2026-11-20", owner="Amir Khan")
    for file in (CaseFile(subject=MAISIE, records=(held,)), ThingFile(subject=CORNER, records=(held,))):
        (line,) = open_question_due.lines(file, PRACTICE)
        assert (line.what, line.by, line.since) == ("Find out: Who drives the Audi?", "2026-12-01", "2026-11-20")
        assert (line.subject, line.record, line.owner, line.why) == (file.subject.id, held.id, "Amir Khan", "Amir Khan")


def test_without_a_day_it_is_due_the_day_it_was_asked() -> None:
    """And says that no day was set; with a day alone, it counts from that."""
    (line,) = open_question_due.lines(CaseFile(subject=MAISIE, records=(asked(asked_on="2026-11-20"),)), PRACTICE)
    assert (line.by, line.since, line.why) == ("2026-11-20", "2026-11-20", "no day was set")
    (line,) = open_question_due.lines(CaseFile(subject=MAISIE, records=(asked(due_on="2026-12-01"),)), PRACTICE)
    assert (line.by, line.since, line.why) == ("2026-12-01", "2026-12-01", "")


def test_without_any_day_it_makes_no_line() -> None:
    """It stands in the file alone."""
    assert not list(open_question_due.lines(CaseFile(subject=MAISIE, records=(asked(),)), PRACTICE))


def test_an_answer_or_a_withdrawal_ends_it() -> None:
    """Blanks are no answer."""
    blank = asked(due_on="2026-12-01", answer="  ")
    assert list(open_question_due.lines(CaseFile(subject=MAISIE, records=(blank,)), PRACTICE))
    answered = asked(due_on="2026-12-01", answer="Her uncle.")
    withdrawn = asked(due_on="2026-12-01").changed(withdrawn=Withdrawal(why="Asked twice."))
    assert not list(open_question_due.lines(CaseFile(subject=MAISIE, records=(answered, withdrawn)), PRACTICE))


def test_the_agenda_reads_it_over_people_and_things() -> None:
    """Whatever their role."""
    held = asked(due_on="2026-12-01")
    assert [each.rule for each in agenda.ruled(CaseFile(subject=MAISIE, records=(held,)), PRACTICE).due] == [
        open_question_due.RULE
    ]
    assert [each.rule for each in agenda.thing_lines(ThingFile(subject=CORNER, records=(held,)), PRACTICE)] == [
        open_question_due.RULE
    ]
