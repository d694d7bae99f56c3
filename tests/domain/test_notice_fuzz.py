"""Whatever dates a file holds, what a notice is based on and when it lapses can be told, and both agree."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import life, moments, notice_grounds, notice_lapse, notice_status
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from tests.domain.noticed import child, notice, spell

DAYS = st.dates(min_value=date(2005, 1, 1), max_value=date(2030, 12, 31))
"""Days around those that decide."""


@st.composite
def moments_known(draw: st.DrawFn) -> str:
    """A moment cut anywhere, or none."""
    day = draw(DAYS).isoformat()
    hour = draw(st.integers(0, 23))
    return draw(st.sampled_from(("", day[:4], day[:7], day, f"{day}T{hour:02}:30+00:00")))


@st.composite
def children(draw: st.DrawFn) -> Person:
    """A child with a few legal statuses from when until when."""
    statuses = (*notice_status.CALLED, notice_status.ACCOMMODATED, *notice_status.NOT_KNOWN, "child_in_need")
    spells: list[life.LegalSpell] = [
        spell(draw(st.sampled_from(statuses)), draw(moments_known()), draw(moments_known()), seen=draw(st.booleans()))
        for _ in range(draw(st.integers(0, 3)))
    ]
    born = draw(DAYS).isoformat()
    return child(draw(st.sampled_from((born, born[:4], born[:7], ""))), *spells)


@given(children(), moments_known())
def test_grounds_are_told_of_any_file(person: Person, at: str) -> None:
    found = notice_grounds.grounds(person, Moment(at))
    for each in (found.s2.why, found.s49.why, *found.told, *found.asks):
        assert each.endswith((".", "?"))
        assert "None" not in each


@given(children(), st.sampled_from(("s2", "s49")), moments_known(), moments_known())
def test_what_is_in_force_began_and_did_not_lapse(person: Person, law: str, served: str, at: str) -> None:
    made = notice(law, served)
    lapse = notice_lapse.lapses(made, person)
    assert lapse.why
    if notice_lapse.in_force(made, (), person, Moment(at)):
        assert moments.latest(Moment(at)) >= moments.earliest(Moment(served))
        assert not lapse.at or moments.earliest(Moment(at)) < moments.earliest(lapse.at)


@given(children(), moments_known())
def test_where_section_49_surely_could_be_the_basis_a_notice_has_not_lapsed(person: Person, served: str) -> None:
    if notice_grounds.grounds(person, Moment(served)).s49.may:
        assert notice_lapse.in_force(notice("s49", served), (), person, Moment(served))
