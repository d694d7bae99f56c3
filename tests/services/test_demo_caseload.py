"""The demonstration's caseload: complete, whole, the same each time."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from rise_desk.domain import moments
from rise_desk.domain.action import Action
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.breach import Breach
from rise_desk.domain.checklist import Checklist
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.grading import Grading
from rise_desk.domain.handle import Handle
from rise_desk.domain.information import InformationReport
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.language import nudges
from rise_desk.domain.link import Link
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.order import Order
from rise_desk.domain.person import AT_RISK, OF_CONCERN, Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Record, plain
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.vehicle import Vehicle
from rise_desk.errors import Invalid
from rise_desk.services.accounts import password_problem
from rise_desk.services.demo.caseload import LARGEST, TELLERS, tell
from rise_desk.services.demo.team import TEAM
from tests.services import demonstration

DATED = re.compile(r"\d{4}-\d\d(-\d\d(T\S+)?)?")


def _whole(records: Iterable[Record]) -> list[dict[str, object]]:
    return [plain(each) for each in records]


def test_the_same_day_size_and_seed_tell_the_same() -> None:
    usual = demonstration.usual()
    assert _whole(demonstration.records()) == _whole(usual)


@pytest.mark.parametrize(("hour", "same"), [(0, True), (23, True), (24, False)])
def test_only_the_london_day_matters(hour: int, same: bool) -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC) + timedelta(hours=hour)
    assert (_whole(demonstration.records(5, 20, now=now)) == _whole(demonstration.records(5, 20))) is same


def test_the_london_day_is_not_that_of_utc() -> None:
    before, after = datetime(2026, 7, 1, 22, 59, tzinfo=UTC), datetime(2026, 7, 1, 23, 0, tzinfo=UTC)
    assert _whole(demonstration.records(5, 20, now=before)) != _whole(demonstration.records(5, 20, now=after))


def test_another_seed_tells_of_others() -> None:
    one, other = demonstration.records(20, 40, 1), demonstration.records(20, 40, 2)
    assert {each.id for each in one}.isdisjoint(each.id for each in other)


@pytest.mark.parametrize(("people", "notes"), [(0, 0), (1, 0), (1, 1), (1, 800), (2, 1), (12, 3), (40, 501)])
def test_there_are_exactly_as_many_as_asked_for(people: int, notes: int) -> None:
    told = demonstration.records(people, notes)
    at_risk = [each for each in told if isinstance(each, Person) and each.has_role(AT_RISK)]
    of_concern = [each for each in told if isinstance(each, Person) and each.has_role(OF_CONCERN)]
    assert (len(at_risk), len(of_concern)) == (people, people // 12)
    assert sum(isinstance(each, ContactNote) for each in told) == notes
    assert not any(each.problems(demonstration.PRACTICE, demonstration.NOW) for each in told)
    assert len({each.id for each in told}) == len(told)


def test_notes_about_nobody_are_refused_at_once() -> None:
    with pytest.raises(Invalid, match="somebody"):
        tell(demonstration.PRACTICE, demonstration.NOW, people=0, notes=1, seed=1)


PROTECTING = {
    Notice, NoticeReview, Breach, Order, Investigation, DisruptionAction, InformationReport, Grading, OpenQuestion,
}  # fmt: skip
AHEAD = ("review_on", "due_on", "ends_on", "until")
"""What may lie ahead of the day on which it was recorded."""


def test_batches_hold_one_kind_and_people_come_first() -> None:
    batches = list(tell(demonstration.PRACTICE, demonstration.NOW, people=501, notes=502, seed=1))
    kinds = [{type(each) for each in batch.records} for batch in batches]
    assert kinds[:6] == [{Person}, {Person}, {Person}, {ContactNote}, {ContactNote}, {Checklist}]
    later = [
        {Assessment, SignOff},
        {MissingEpisode, ReturnInterview, Action},
        {Place, Vehicle, Handle, Link},
        PROTECTING,
    ]
    assert all(any(each <= among for among in later) for each in kinds[6:])
    assert set().union(*kinds[6:]) == set().union(*later)
    assert [len(batch.records) for batch in batches[:5]] == [LARGEST, 1, 41, LARGEST, 2]
    assert batches[0].title == "Young people 1 to 500 of the demonstration"
    assert batches[1].title == "Young people 501 to 501 of the demonstration"
    titles = [
        "Young people",
        "Adults of concern",
        "Contact notes",
        "Health checklists",
        "Assessments",
        "Missing episodes",
        "Places, vehicles, phones and links",
        "Notices, orders and disruption",
    ]
    assert [each.title for each in TELLERS] == titles


def test_nothing_is_wrong_with_any_record() -> None:
    usual = demonstration.usual()
    assert [
        each.problems(demonstration.PRACTICE, demonstration.SEVEN)
        for each in usual
        if each.problems(demonstration.PRACTICE, demonstration.SEVEN)
    ] == []


def test_each_record_is_stamped() -> None:
    usual = demonstration.usual()
    names = {each.name for each in TEAM}
    assert len({each.id for each in usual}) == len(usual)
    for each in usual:
        assert (each.version, each.recorded_by in names) == (1, True)
        assert 0 < each.id < 1 << 63
    assert {each.file_number for each in usual if isinstance(each, Person)} == {""}


def test_nothing_is_from_later_than_it_was_recorded_but_what_is_to_come() -> None:
    def dates(value: object, name: str = "") -> list[str]:
        if isinstance(value, dict):
            return [found for key, each in value.items() for found in dates(each, key)]
        if isinstance(value, list):
            return [found for each in value for found in dates(each, name)]
        dated = isinstance(value, str) and name not in AHEAD and DATED.fullmatch(value)
        return [str(value)] if dated else []

    usual = demonstration.usual()
    found = [(date, each.recorded_at) for each in usual for date in dates(plain(each))]
    assert len(found) > 4000
    assert [each for each in found if moments.earliest(Moment(each[0])) > moments.earliest(each[1])] == []
    assert max(moments.earliest(each.recorded_at) for each in usual) < demonstration.SEVEN


def test_no_telephone_number_stands_in_any_text() -> None:
    usual = demonstration.usual()
    others = [each for each in usual if not isinstance(each, Handle)]
    texts = [value for each in others for value in plain(each).values() if isinstance(value, str) and "-" not in value]
    assert not [each for each in texts if re.search(r"\d{5}", each) and not each.isdigit()]


def test_no_text_lays_blame_and_every_slot_is_filled() -> None:
    usual = demonstration.usual()
    for each in usual:
        for value in plain(each).values():
            for text in _texts(value):
                assert nudges(text) == ()
                assert not set("{}") & set(text)


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [found for each in value.values() for found in _texts(each)]
    if isinstance(value, list):
        return [found for each in value for found in _texts(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("day", ["2028-02-29", "2027-01-01", "2026-03-29", "2026-10-25", "2027-09-01", "2026-11-23"])
def test_any_day_will_do(day: str) -> None:
    seven = datetime.fromisoformat(f"{day}T07:00").replace(tzinfo=moments.LONDON)
    told = demonstration.records(40, 400, now=seven)
    assert not any(each.problems(demonstration.PRACTICE, seven) for each in told)
    assert max(moments.earliest(each.recorded_at) for each in told) < seven


def test_the_team_can_sign_in_and_starts_with_its_supervisor() -> None:
    assert [each.role for each in TEAM] == ["supervisor", "manager", *["worker"] * 6]
    assert len({each.name for each in TEAM}) == len({each.password for each in TEAM}) == 8
    assert not any(password_problem(each.password, each.name) for each in TEAM)
    assert {grant for each in TEAM for grant in each.grants} == {"health", "intelligence"}
