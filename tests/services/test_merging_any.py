"""Whatever is merged, in whichever order, and taken apart again: every file is as it was, every index as rebuilt."""

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import Invalid
from rise_desk.services import casework, merging, overview
from rise_desk.services.desk import Desk
from tests import build

NAMES = st.sampled_from(["Maisie", "Maisy", "Jade", "Ōkafor", "O’Kafor", ""])
DAYS = st.sampled_from([Moment(""), Moment("2010"), Moment("2010-03-27"), Moment("2011-04-01")])
AT_RISK, OF_CONCERN = life.DatedRole(role="at_risk"), life.DatedRole(role="of_concern")
OPEN, CLOSED = life.CaseSpell(state="open", since=Moment("2026-01-05")), life.CaseSpell(state="closed")
REVIEW = life.StandingWarning(warning="do_not_tell_family", review_on=Moment("2026-12-01"))
PEOPLE = st.builds(
    Person,
    given_name=NAMES,
    family_name=NAMES,
    known_as=st.just("Mimi"),
    date_of_birth=DAYS,
    roles=st.sampled_from([(AT_RISK,), (AT_RISK, OF_CONCERN)]),
    case_spells=st.sampled_from([(), (OPEN,), (CLOSED,)]),
    warnings=st.sampled_from([(), (REVIEW,)]),
    contact_numbers=st.sampled_from([(), (life.ContactNumber(number="07700 900123"),)]),
)
THREE = st.lists(PEOPLE, min_size=3, max_size=3)
ABOUT = st.lists(st.sets(st.integers(0, 2), min_size=1), max_size=4)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=THREE, about=ABOUT, order=st.permutations(range(3)))
def test_merging_and_separating_leaves_no_trace(
    desk: Desk, people: list[Person], about: list[set[int]], order: list[int]
) -> None:
    files = [casework.save(desk, each.changed(id=desk.clock.new_id()), reason="A test") for each in people]
    for some in about:
        build.note(desk, *(files[at].id for at in sorted(some)))
    lists = [_lines(desk, each.id) for each in files]
    first, second, third = (files[at] for at in order)
    _merge(desk, first, second)
    _merge(desk, third, first)
    assert desk.store.problems(desk.ruled) == []
    for file in files:
        if merging.ids_of(desk, file.id)[0] != file.id:
            merging.separate(desk, merging.as_filed(desk, file.id), "Two people")
            assert desk.store.problems(desk.ruled) == []
    for file in files:
        if merging.ids_of(desk, file.id)[0] != file.id:
            merging.separate(desk, merging.as_filed(desk, file.id), "Two people")
    assert [overview.whole_person(desk, each.id) for each in files] == files
    assert [_lines(desk, each.id) for each in files] == lists
    assert desk.store.problems(desk.ruled) == []


def _merge(desk: Desk, main: Person, other: Person) -> None:
    """Merge two files, unless one that is closed would swallow one that is open."""
    with suppress(Invalid):
        merging.merge(desk, overview.person(desk, main.id), overview.person(desk, other.id), "A test")


def _lines(desk: Desk, file: Id) -> list[Id]:
    return [each.line.record for each in overview.chronology(desk, file)]
