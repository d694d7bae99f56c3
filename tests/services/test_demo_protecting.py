"""The demonstration's links, notices and what else is done to protect: true to the rules, and of every kind."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import timedelta

import pytest

from rise_desk.domain import moments
from rise_desk.domain.breach import Breach
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.link import Link
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.order import Order
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.services.demo import casting, protecting
from tests.services import demonstration
from tests.services.demonstration import PRACTICE, SEVEN

KINDS = (
    Link, Notice, NoticeReview, Breach, Order, Investigation, DisruptionAction, InformationReport, Grading,
    OpenQuestion,
)  # fmt: skip


@pytest.mark.parametrize(("people", "seed"), [(120, 1), (120, 2), (120, 3), (3000, 1)])
def test_every_record_stands_in_each_file_it_is_in(people: int, seed: int) -> None:
    """Each is judged as the store would judge it: against what was told of the same person before it."""
    told = demonstration.records(people, 0, seed)
    persons = {each.id: each for each in told if isinstance(each, Person)}
    before = defaultdict[Id, list[Record]](list)
    for each in told:
        if isinstance(each, KINDS):
            wrong = each.problems(PRACTICE, SEVEN)
            for subject, _role in each.involved():
                if subject in persons:
                    beside = tuple(other for other in before[subject] if other.KIND in each.JUDGED_WITH)
                    file = CaseFile(subject=persons[subject], records=beside)
                    wrong |= each.file_problems(file, PRACTICE, SEVEN)
                before[subject].append(each)
            assert wrong == {}, each.KIND


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_there_is_something_of_every_kind(seed: int) -> None:
    many = Counter(each.KIND for each in demonstration.records(seed=seed))
    assert all(many[kind.KIND] for kind in KINDS)
    assert many["place"] == 8
    assert many["vehicle"] >= 3
    assert many["handle"] >= 8
    assert many["link"] > 50


@pytest.mark.parametrize(("days_under", "served"), [(0, False), (1, True)])
def test_no_notice_is_served_on_a_sixteenth_birthday(days_under: int, served: bool) -> None:
    cast = casting.gather(PRACTICE, SEVEN.date(), 120, 0, 1)
    first = next(each for each in protecting.records(cast) if isinstance(each, Notice) and each.served_at)
    on = moments.earliest(first.served_at).astimezone(moments.LONDON).date() + timedelta(days=days_under)
    young = tuple(
        replace(each, born=on.replace(year=on.year - 16)) if each.id == first.child else each for each in cast.young
    )
    told = protecting.records(replace(cast, young=young))
    assert any(isinstance(each, Notice) and each.child == first.child for each in told) == served


@pytest.mark.parametrize(("days_under", "breached"), [(0, False), (1, True)])
def test_no_notice_is_breached_from_a_sixteenth_birthday_on(days_under: int, breached: bool) -> None:
    cast = casting.gather(PRACTICE, SEVEN.date(), 120, 0, 1)
    first = next(each for each in protecting.records(cast) if isinstance(each, Breach))
    on = moments.earliest(first.happened_at).astimezone(moments.LONDON).date() + timedelta(days=days_under)
    born = on.replace(year=on.year - 16)
    young = tuple(replace(each, born=born) if each.id == first.child else each for each in cast.young)
    told = protecting.records(replace(cast, young=young))
    assert any(isinstance(each, Breach) and each.child == first.child for each in told) == breached


def test_everything_is_numbered_apart_and_what_is_linked_is_told_before() -> None:
    told = demonstration.records(600, 100, 2)
    assert len({each.id for each in told}) == len(told)
    known = {each.id for each in told if isinstance(each, Person | Thing)}
    assert all(end in known for each in told if isinstance(each, Link) for end in each.ends)


def test_two_adults_are_reached_by_one_phone() -> None:
    assert any(each.link_type == "same_phone" for each in demonstration.usual() if isinstance(each, Link))
