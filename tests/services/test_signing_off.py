"""Signing off: a manager's answer takes effect or goes back to the author, once, and is never one's own."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF
from rise_desk.domain.staff import Role
from rise_desk.errors import Conflict, Invalid, NotAllowed, NotFound
from rise_desk.services import accounts, casework, merging, overview, signing_in, signing_off, undoing, unfinished
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from rise_desk.storage.record_rows import PersonRow
from tests import build

ROOT = Path(__file__).parents[2]

OTHER = """
import sys
from pathlib import Path
from rise_desk.errors import Invalid
from rise_desk.services import signing_in, signing_off
from rise_desk.services.clock import Clock
from rise_desk.domain.record import Id
from tests import build
desk = signing_in.sign_in(Path(sys.argv[1]), "Ruth Penn", build.PASSWORD, Clock())
print("ready", flush=True)
sys.stdin.readline()
try:
    signing_off.sign_off(desk, Id(int(sys.argv[2])))
    print("won", flush=True)
except Invalid as told:
    print(told.fields["assessment"], flush=True)
"""


@pytest.fixture
def worker(desk: Desk) -> Desk:
    """Ada Bell, who assesses."""
    return build.colleague(desk, "Ada Bell")


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """Whose file it is."""
    return build.young_person(desk)


@pytest.fixture
def made(worker: Desk, maisie: Person) -> Assessment:
    """The lower of two bands, which waits for a manager."""
    why = "School sees them daily."
    return build.assessment(worker, maisie.id, "4334243344", judgement=4, band="amber", band_reason=why)


def test_a_band_that_waited_takes_effect_when_it_is_signed_off(desk: Desk, maisie: Person, made: Assessment) -> None:
    before = signing_off.assessed(desk, maisie.id)
    assert before.shown == "red"
    assert before.shown_if(made, SIGNED_OFF) == "amber"
    assert signing_off.may_answer(desk, before, made)
    answer = signing_off.sign_off(desk, made.id, "  Agreed with school. ")
    after = signing_off.assessed(desk, maisie.id)
    assert (answer.decision, answer.comments, answer.recorded_by) == (SIGNED_OFF, "Agreed with school.", "Lena Osei")
    assert after.answers == {made.id: answer}
    assert after.shown == "amber"
    assert not signing_off.may_answer(desk, after, made)
    row = audit.entries(desk.store.vault)[0]
    assert (row["deed"], row["record"], row["subject"]) == ("assessment signed off", answer.id, maisie.id)
    assert "Agreed" not in str(row)


def test_what_is_sent_back_is_with_its_author_as_an_unfinished_form(
    desk: Desk, worker: Desk, maisie: Person, made: Assessment
) -> None:
    answer = signing_off.send_back(desk, made.id, "Say who told you of the flat.")
    assert answer.decision == SENT_BACK
    assert unfinished.mine(desk) == []
    (form,) = unfinished.mine(worker)
    assert (form.kind, form.subject, form.record, form.account) == ("assessment", maisie.id, made.id, "Ada Bell")
    assert form.typed == {"corrects": str(made.id)}
    fate = unfinished.fate(worker, form)
    assert fate.may_go_on
    assert fate.told == ""  # the form itself tells what the manager said
    assert unfinished.is_untouched(form)
    assert signing_off.assessed(desk, maisie.id).shown == "red"
    assert audit.entries(desk.store.vault)[0]["reason"] == "sent back to its author"


def test_nothing_is_sent_back_without_a_word(desk: Desk, worker: Desk, made: Assessment) -> None:
    with pytest.raises(Invalid) as told:
        signing_off.send_back(desk, made.id, "  ")
    assert told.value.fields == {"comments": "Say what should be put right."}
    assert unfinished.mine(worker) == []
    assert signing_off.assessed(desk, made.subject).answers == {}


def test_a_worker_may_not_and_that_is_written_down(worker: Desk, made: Assessment) -> None:
    with pytest.raises(NotAllowed, match="A worker may not sign off an assessment"):
        signing_off.sign_off(worker, made.id)
    with pytest.raises(NotAllowed):
        signing_off.send_back(worker, made.id, "Mine")
    rows = audit.entries(worker.store.vault)[:2]
    assert [(row["deed"], row["account"]) for row in rows] == [("refused", "Ada Bell")] * 2
    assert unfinished.mine(worker) == []
    assert not signing_off.may_answer(worker, signing_off.assessed(worker, made.subject), made)


def test_nobody_answers_their_own(desk: Desk, maisie: Person) -> None:
    own = build.assessment(desk, maisie.id)
    assert not signing_off.may_answer(desk, signing_off.assessed(desk, maisie.id), own)
    with pytest.raises(Invalid, match="You made this assessment"):
        signing_off.sign_off(desk, own.id)


@pytest.mark.parametrize("twice", [signing_off.sign_off, lambda desk, one: signing_off.send_back(desk, one, "Why?")])
def test_an_assessment_is_answered_once(desk: Desk, made: Assessment, twice: Callable[[Desk, Id], object]) -> None:
    signing_off.sign_off(desk, made.id)
    manager = build.colleague(desk, "Ruth Penn", Role.MANAGER)
    with pytest.raises(Invalid, match="Lena Osei has answered this assessment already"):
        twice(manager, made.id)


def test_two_managers_who_answer_at_once_one_wins_and_the_other_is_told(desk: Desk, made: Assessment) -> None:
    signing_in.leave(build.colleague(desk, "Ruth Penn", Role.MANAGER))
    words = [sys.executable, "-c", OTHER, str(desk.store.folder.path), str(made.id)]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "ready\n"
        other.stdin.write("now\n")
        other.stdin.flush()
        try:
            signing_off.send_back(desk, made.id, "Who told you of the flat?")
            mine = "won"
        except Invalid as told:
            mine = told.fields["assessment"]
        theirs = other.communicate(timeout=60)[0].strip()
    loser, winner = sorted([mine, theirs])
    assert winner == "won"
    assert "has answered this assessment already." in loser
    assert len(signing_off.assessed(desk, made.subject).answers) == 1


def test_what_is_withdrawn_or_put_right_is_not_answered(desk: Desk, worker: Desk, made: Assessment) -> None:
    right = casework.save(worker, made.changed(id=worker.clock.new_id(), version=0, corrects=made.id))
    for each in (signing_off.sign_off, lambda at, one: signing_off.send_back(at, one, "Why?")):
        with pytest.raises(Invalid, match="a later one puts it right"):
            each(desk, made.id)
    casework.withdraw(worker, right, "Written into the wrong file")
    with pytest.raises(Invalid, match="There is no such assessment"):
        signing_off.sign_off(desk, right.id)
    assert signing_off.sign_off(desk, made.id).assessment == made.id


def test_there_is_nothing_to_answer_where_no_assessment_is(desk: Desk, maisie: Person) -> None:
    with pytest.raises(NotFound):
        signing_off.sign_off(desk, maisie.id)


def test_the_form_is_kept_for_an_author_who_was_suspended(desk: Desk, worker: Desk, made: Assessment) -> None:
    assert signing_off.author_is_here(desk, made)
    accounts.suspend(desk, "Ada Bell")
    assert not signing_off.author_is_here(desk, made)
    assert not signing_off.author_is_here(desk, made.changed(recorded_by="Nobody Here"))
    signing_off.send_back(desk, made.id, "Who told you of the flat?")
    assert [each.record for each in unfinished.mine(worker)] == [made.id]


def test_taking_back_what_was_sent_back_takes_the_untouched_form_too(
    desk: Desk, worker: Desk, made: Assessment
) -> None:
    heard: list[Id] = []
    desk.listeners.append(lambda said: heard.append(said.act))
    signing_off.send_back(desk, made.id, "Who told you of the flat?")
    undoing.undo(desk, heard[-1])
    assert unfinished.mine(worker) == []
    undoing.undo(desk, heard[-1])
    assert len(unfinished.mine(worker)) == 1
    undoing.undo(desk, heard[-1])
    signing_off.send_back(desk, made.id, "And when was that?")
    assert len(unfinished.mine(worker)) == 1


def test_a_form_that_somebody_has_written_in_stays(desk: Desk, worker: Desk, made: Assessment) -> None:
    heard: list[Id] = []
    desk.listeners.append(lambda said: heard.append(said.act))
    signing_off.send_back(desk, made.id, "Who told you of the flat?")
    (form,) = unfinished.mine(worker)
    typed = {**form.typed, "panel": {"judgement_comment": "Her aunt did."}}
    unfinished.keep(worker, form.id, form.kind, form.subject, typed, record=form.record, version=1, last=form.typed)
    undoing.undo(desk, heard[-1])
    (kept,) = unfinished.mine(worker)
    assert not unfinished.is_untouched(kept)
    assert unfinished.fate(worker, kept).told == ""
    signing_off.sign_off(desk, made.id)
    told = unfinished.fate(worker, kept)
    assert told.may_go_on
    assert told.told == "Lena Osei signed off this assessment on 21 November 2026."


def test_a_form_begun_for_it_otherwise_takes_the_untouched_one_s_place(
    desk: Desk, worker: Desk, made: Assessment
) -> None:
    signing_off.send_back(desk, made.id, "Who told you of the flat?")
    typed = {"corrects": str(made.id), "panel": {"judgement_comment": "Her aunt did."}}
    begun = unfinished.keep(worker, NO_ID, "assessment", made.subject, typed, record=made.id, version=1)
    assert [each.id for each in unfinished.mine(worker)] == [begun]
    unfinished.drop(worker, begun)
    assert [unfinished.is_untouched(each) for each in unfinished.mine(worker)] == [True]


def test_undoing_a_sign_off_lets_the_band_wait_again(desk: Desk, maisie: Person, made: Assessment) -> None:
    heard: list[tuple[Id, str]] = []
    desk.listeners.append(lambda said: heard.append((said.act, said.title)))
    signing_off.sign_off(desk, made.id)
    assert heard[-1][1] == "Sign-off recorded"
    undoing.undo(desk, heard[-1][0])
    assert heard[-1][1] == "Undone: sign-off recorded"
    assert signing_off.assessed(desk, maisie.id).shown == "red"
    manager = build.colleague(desk, "Ruth Penn", Role.MANAGER)
    signing_off.sign_off(manager, made.id)
    with pytest.raises(Conflict):
        undoing.undo(desk, heard[0][0])


def test_an_unfinished_answer_goes_with_it_and_is_told_of_somebody_else_s(desk: Desk, made: Assessment) -> None:
    manager = build.colleague(desk, "Ruth Penn", Role.MANAGER)
    kept = {"panel": {"comments": "Agreed"}}
    number = unfinished.keep(manager, NO_ID, "sign_off", made.subject, kept, record=made.id, version=1)
    mine = unfinished.keep(desk, NO_ID, "sign_off", made.subject, kept, record=made.id, version=1)
    (form,) = unfinished.mine(manager)
    assert form.id == number
    assert unfinished.fate(manager, form).may_go_on
    signing_off.sign_off(desk, made.id, "Agreed", draft=mine)
    assert unfinished.mine(desk) == []
    fate = unfinished.fate(manager, form)
    assert not fate.may_go_on
    assert fate.told.startswith("Lena Osei signed off this assessment on 21 November 2026. Agreed")


def test_in_files_that_were_merged_the_assessment_of_either_is_answered(
    desk: Desk, worker: Desk, maisie: Person, made: Assessment
) -> None:
    main = build.young_person(desk, "Maisy", "Okafor")
    merging.merge(desk, main, maisie, "Same NHS number")
    assert set(signing_off.assessed(desk, main.id).made) == {made.id}
    answer = signing_off.send_back(desk, made.id, "Who told you of the flat?")
    assert answer.subject == maisie.id
    assert signing_off.assessed(desk, main.id).answers == {made.id: answer}
    (form,) = unfinished.mine(worker)
    assert unfinished.fate(worker, form).may_go_on


def test_a_restricted_file_is_closed_to_an_answer_too(desk: Desk, maisie: Person, made: Assessment) -> None:
    desk.store.vault.do(PersonRow.update(restricted=True).where(PersonRow.id == maisie.id))
    with pytest.raises(NotAllowed):
        signing_off.sign_off(desk, made.id)
    with pytest.raises(NotAllowed):
        signing_off.assessed(desk, maisie.id)


def test_entries_of_other_kinds_ask_for_no_assessments(desk: Desk, maisie: Person, made: Assessment) -> None:
    build.note(desk, maisie.id)
    entries = overview.chronology(desk, maisie.id)
    notes = [each for each in entries if each.line.kind == "contact_note"]
    assert signing_off.assessed_in(desk, maisie.id, notes).made == {}
    assert signing_off.assessed_in(desk, maisie.id, entries).made == {made.id: made}


def test_the_one_before_is_of_an_earlier_day_and_counts(desk: Desk, maisie: Person, made: Assessment) -> None:
    first = build.assessment(desk, maisie.id, day="2026-09-29")
    wrong = build.assessment(desk, maisie.id, day="2026-10-15")
    casework.withdraw(desk, wrong, "Another child's")
    assessed = signing_off.assessed(desk, maisie.id)
    before = assessed.before(made)
    assert before is not None
    assert before.assessment == first
    assert assessed.before(first) is None
    assert assessed.standing(wrong.id) is None
    assert assessed.before(made.changed(assessed_on=Moment("2026-09-30"))) == before


def test_nobody_assessed_shows_no_band(desk: Desk, maisie: Person) -> None:
    assert signing_off.assessed(desk, maisie.id).shown == ""


@pytest.mark.parametrize(
    ("kind", "title"),
    [("assessment", "Assessment"), ("checklist", "Health checklist"), ("sign_off", "Sign-off"),
     ("withdrawal", "Withdrawal"), ("contact_note", "Contact note"), ("person", "Person"), ("?", "Entry")],
)  # fmt: skip
def test_each_kind_of_form_has_its_title(kind: str, title: str) -> None:
    assert unfinished.titled(kind) == title
