"""How the notices of a file stand now, from the child's side and the adult's; nothing tells of a restricted child."""

from datetime import UTC, datetime

import pytest

from rise_desk.domain import life
from rise_desk.domain.breach import Breach
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import Conflict, Invalid, NotAllowed
from rise_desk.services import casework, merging, notices, undoing
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.notices import State
from tests import build


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A child of 15."""
    return build.young_person(desk, date_of_birth=Moment("2011-03-12"))


@pytest.fixture
def darren(desk: Desk) -> Person:
    """An adult of concern."""
    return build.adult(desk, date_of_birth=Moment("1988-02-01"))


def _breach(desk: Desk, made: Notice, at: str, what: str = "Seen with her.") -> Breach:
    said = Breach(
        id=desk.clock.new_id(), notice=made.id, child=made.child, adult=made.adult, happened_at=Moment(at), what=what
    )
    return casework.save(desk, said)


def _review(desk: Desk, made: Notice, at: str, decision: str = "stands") -> NoticeReview:
    said = NoticeReview(
        id=desk.clock.new_id(),
        notice=made.id,
        child=made.child,
        adult=made.adult,
        reviewed_at=Moment(at),
        decision=decision,
        why="Told.",
    )
    return casework.save(desk, said)


def _restrict(desk: Desk, person: Person) -> None:
    held = desk.store.get(Person, person.id)
    with desk.writing() as work:
        work.put(held.changed(restricted=True), held)


def test_a_notice_in_force_tells_until_when_and_what_is_next(desk: Desk, maisie: Person, darren: Person) -> None:
    made = build.notice(desk, maisie, darren, served_at="2026-08-05T13:30+00:00")
    (told,) = notices.of_file(desk, maisie.id)
    assert (told.notice, told.other, told.other_id, told.state) == (made, "Darren Pike", darren.id, State.IN_FORCE)
    assert told.in_force
    assert (told.lapse.at, told.next_review) == ("2027-03-12", Moment("2027-02-05"))
    (theirs,) = notices.of_file(desk, darren.id)
    assert (theirs.other, theirs.other_id, theirs.lapse) == ("Maisie Okafor", maisie.id, told.lapse)
    assert notices.how_many(desk, maisie.id) == notices.how_many(desk, darren.id) == 1


def test_a_review_after_the_lapse_is_not_told(desk: Desk, maisie: Person, darren: Person) -> None:
    build.notice(desk, maisie, darren, served_at="2026-10-05")
    (told,) = notices.of_file(desk, maisie.id)
    assert told.next_review == ""


def test_each_state_has_its_words(desk: Desk, maisie: Person, darren: Person) -> None:
    others = [build.adult(desk, "Man", f"{number}") for number in range(4)]
    build.notice(desk, maisie, darren)
    build.notice(desk, maisie, others[0], issued_on="2026-11-02")
    gone = build.notice(desk, maisie, others[1], served_at="2026-11-03")
    _review(desk, gone, "2026-11-10", "withdrawn")
    build.notice(desk, maisie, others[2], served_at="2026-11-04")
    build.notice(desk, build.young_person(desk, "Jade", date_of_birth=Moment("2010-01-01")), others[3],
                 served_at="2025-12-31")  # fmt: skip
    found = {each.other: str(each.state) for each in notices.of_file(desk, maisie.id)}
    assert found == {
        "Darren Pike": "being prepared",
        "Man 0": "issued, service not recorded",
        "Man 1": "withdrawn",
        "Man 2": "in force",
    }
    (lapsed,) = notices.of_file(desk, others[3].id)
    assert (lapsed.state, lapsed.in_force, lapsed.next_review) == (State.LAPSED, False, "")
    (withdrawn,) = (each for each in notices.of_file(desk, others[1].id) if each.withdrawn)
    assert (withdrawn.in_force, len(withdrawn.reviews)) == (False, 1)


@pytest.mark.parametrize(("now", "state"), [
    (datetime(2026, 11, 19, 9, 59, tzinfo=UTC), State.IN_FORCE),
    (datetime(2026, 11, 19, 10, 0, tzinfo=UTC), State.LAPSED),
])  # fmt: skip
def test_a_notice_that_rests_on_police_protection_lapses_with_its_72_hours(
    desk: Desk, darren: Person, now: datetime, state: State
) -> None:
    protected = life.LegalSpell(status="police_protection", since=Moment("2026-11-16T10:00+00:00"))
    child = build.young_person(desk, date_of_birth=Moment("2010-03-12"), legal_spells=(protected,))
    build.notice(desk, child, darren, law="s49", served_at="2026-11-16T12:00+00:00")
    desk.clock = Clock(now)
    (told,) = notices.of_file(desk, child.id)
    assert (told.state, told.lapse.at) == (state, "2026-11-19T10:00+00:00")


def test_the_pattern_of_an_adult_is_told_in_order_of_time(desk: Desk, maisie: Person, darren: Person) -> None:
    jade = build.young_person(desk, "Jade", "Ahmed", date_of_birth=Moment("2012-01-01"))
    second = build.notice(desk, jade, darren, served_at="2026-09-01", acknowledged="refused", adult_said="No idea.")
    first = build.notice(
        desk,
        maisie,
        darren,
        served_at="2026-08-05",
        acknowledged_age="15",
        acknowledged="signed",
        adult_said="Thought 18",
    )
    build.notice(desk, build.young_person(desk, "Ines", "Vale"), darren, issued_on="2026-10-01")
    late, early = _breach(desk, first, "2026-09-20"), _breach(desk, second, "2026-09-10")
    told = notices.pattern(desk, darren.id)
    assert told.adult.id == darren.id
    assert told.children == ("Maisie Okafor", "Jade Ahmed", "Ines Vale")
    assert [each.notice.id for each in told.notices][:2] == [first.id, second.id]
    assert [(each.child, each.age, each.did, each.said) for each in told.ages] == [
        ("Maisie Okafor", "15", "acknowledged the child's age and signed", "Thought 18"),
        ("Jade Ahmed", "", "refused to sign", "No idea."),
    ]
    assert [(each.child, each.breach) for each in told.breaches] == [("Jade Ahmed", early), ("Maisie Okafor", late)]


def test_a_restricted_child_is_told_of_nowhere(desk: Desk, maisie: Person, darren: Person) -> None:
    made = build.notice(desk, maisie, darren, served_at="2026-08-05", acknowledged_age="15")
    _breach(desk, made, "2026-09-10")
    _restrict(desk, maisie)
    assert notices.of_file(desk, darren.id) == ()
    assert notices.how_many(desk, darren.id) == 0
    told = notices.pattern(desk, darren.id)
    assert (told.notices, told.ages, told.breaches, told.children) == ((), (), (), ())
    with pytest.raises(NotAllowed):
        notices.of_file(desk, maisie.id)


def test_an_adult_whose_file_is_restricted_is_not_told_of_in_the_childs(
    desk: Desk, maisie: Person, darren: Person
) -> None:
    build.notice(desk, maisie, darren, served_at="2026-08-05")
    _restrict(desk, darren)
    assert notices.of_file(desk, maisie.id) == ()
    assert notices.how_many(desk, maisie.id) == 0


def test_merged_files_read_as_one(desk: Desk, maisie: Person, darren: Person) -> None:
    double = build.adult(desk, "Daz", "Pyke")
    build.notice(desk, maisie, double, served_at="2026-08-05")
    merging.merge(desk, darren, double, "the same man")
    (told,) = notices.of_file(desk, darren.id)
    assert (told.other, told.notice.adult) == ("Maisie Okafor", darren.id)
    assert [each.other_id for each in notices.of_file(desk, maisie.id)] == [darren.id]
    assert len(notices.pattern(desk, double.id).notices) == 1


def test_a_correction_stands_for_what_it_puts_right(desk: Desk, maisie: Person, darren: Person) -> None:
    wrong = build.notice(desk, maisie, darren, served_at="2026-08-05")
    _breach(desk, wrong, "2026-09-10")
    right = build.notice(desk, maisie, darren, served_at="2026-08-06", corrects=wrong.id)
    (told,) = notices.of_file(desk, maisie.id)
    assert (told.notice.id, len(told.breaches)) == (right.id, 1)
    assert notices.how_many(desk, maisie.id) == 1


def test_what_was_taken_back_is_not_told(desk: Desk, maisie: Person, darren: Person) -> None:
    casework.withdraw(desk, build.notice(desk, maisie, darren), "Wrong file")
    assert notices.of_file(desk, maisie.id) == ()
    assert notices.how_many(desk, maisie.id) == 0
    assert notices.how_many(desk, build.young_person(desk, "Jade").id) == 0


def test_it_explains_on_which_law_a_notice_can_be_based(desk: Desk, maisie: Person) -> None:
    found = notices.explained(desk, maisie.id, Moment("2026-11-21"))
    assert (found.s2.may, found.s49.may) == (True, None)


def test_bad_input_is_refused_in_a_sentence(desk: Desk, maisie: Person, darren: Person) -> None:
    older = build.young_person(desk, "Jade", "Ahmed", date_of_birth=Moment("2010-01-01"))
    with pytest.raises(Invalid, match="Aged 16 on that day"):
        build.notice(desk, older, darren, served_at="2026-11-20")
    with pytest.raises(Invalid, match="none is recorded for that time"):
        build.notice(desk, older, darren, law="s49", served_at="2026-11-20")
    with pytest.raises(Invalid, match="before Maisie Okafor was born"):
        build.notice(desk, maisie, darren, issued_on="2011-03-11")
    with pytest.raises(Invalid, match="before it is issued"):
        build.notice(desk, maisie, darren, issued_on="2026-11-20", served_at="2026-11-19")
    made = build.notice(desk, maisie, darren, served_at="2026-11-01")
    with pytest.raises(Invalid, match="in force already"):
        build.notice(desk, maisie, darren, served_at="2026-11-20")
    with pytest.raises(Invalid, match="was not in force before"):
        _breach(desk, made, "2026-10-31")
    other = build.young_person(desk, "Ines", "Vale")
    with pytest.raises(Invalid, match="not in the file of Ines Vale"):
        _breach(desk, made.changed(child=other.id), "2026-11-02")


def test_a_withdrawn_notice_is_not_put_back_beside_another(desk: Desk, maisie: Person, darren: Person) -> None:
    first = build.notice(desk, maisie, darren, served_at="2026-11-01")
    heard: list[Id] = []
    desk.listeners.append(lambda said: heard.append(said.act))
    casework.withdraw(desk, first, "Wrong")
    build.notice(desk, maisie, darren, served_at="2026-11-02")
    with pytest.raises(Conflict, match="in force already"):
        undoing.undo(desk, heard[0])
    assert len(notices.of_file(desk, maisie.id)) == 1


def test_time_alone_makes_it_lapse(desk: Desk, maisie: Person, darren: Person) -> None:
    build.notice(desk, maisie, darren, served_at="2026-11-02")
    for now, state in (("2027-03-11T23:59+00:00", State.IN_FORCE), ("2027-03-12T00:00+00:00", State.LAPSED)):
        desk.clock = Clock(datetime.fromisoformat(now))
        assert [each.state for each in notices.of_file(desk, darren.id)] == [state]
