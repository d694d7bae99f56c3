"""The list of adults of concern: how well known, how it stands, what they are said to do, with how many children."""

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import ConcernRole, ConcernStatus
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.services import casework, merging
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import lists
from rise_desk.services.exchange.listing import go_on
from tests import build
from tests.ui.screen import show
from ui.caseload import Caseload
from ui.desk import ScreenDesk


@pytest.fixture
def pike(desk: Desk) -> Person:
    """Named by a child, said to be a groomer, known by a nickname."""
    return build.adult(
        desk,
        how_well_known="given_name_or_alias_only",
        statuses=(ConcernStatus(status="named_by_a_child"),),
        concern_roles=(ConcernRole(role="recruiter_or_groomer"),),
    )


def _shown(qtbot: QtBot, screen: ScreenDesk) -> Caseload:
    page = Caseload(screen, OF_CONCERN)
    show(qtbot, page, 1162, 690)
    return page


def _row(page: Caseload, place: int = 0) -> dict[str, str]:
    return {each.key: each.of(page.table.model.rows[place]).spoken() for each in page.table.columns}


def test_an_adult_is_told_by_what_is_known(qtbot: QtBot, screen: ScreenDesk, desk: Desk, pike: Person) -> None:
    build.link(desk, pike, "exploited", build.young_person(desk))
    build.link(desk, build.young_person(desk, "Ida", "Hill"), "introduced_by", pike)
    build.link(desk, pike, "uses", build.vehicle(desk))
    build.link(desk, pike, "acts_with", build.adult(desk, "Lee", "Cole"))
    row = _row(_shown(qtbot, screen), 1)
    assert row["sort_name"] == "Darren Pike"
    assert row["status"] == "Named by a child"
    assert row["concern_role"] == "Recruiter or groomer · alleged"
    assert row["known"] == "Given name or alias only"
    assert row["children"] == "2"


def test_a_child_is_counted_once_and_a_restricted_one_not_at_all(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, pike: Person
) -> None:
    child, again = build.young_person(desk), build.young_person(desk, "Maisy", "Okafor")
    hidden = build.young_person(desk, "Jade", "Whitlock")
    for other in (child, again, hidden):
        build.link(desk, pike, "groomed", other)
    build.link(desk, pike, "exploited", child)
    gone = build.link(desk, pike, "groomed", build.young_person(desk, "Ida", "Hill"))
    casework.withdraw(desk, gone, "Another man")
    merging.merge(desk, child, again, "The same child")
    with desk.writing() as work:
        work.put(hidden.changed(restricted=True), hidden)
    assert _row(_shown(qtbot, screen))["children"] == "1"


@pytest.mark.parametrize(
    ("role", "status", "said"),
    [
        ("facilitator", "convicted", "Facilitator (premises, transport, supply)"),
        ("facilitator", "charged", "Facilitator (premises, transport, supply) · alleged"),
        ("not_known", "charged", "Not known"),
        ("made_to_bring_others", "information_only", "Made to bring others"),
    ],
)
def test_a_role_is_alleged_until_somebody_was_convicted(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, role: str, status: str, said: str
) -> None:
    build.adult(desk, statuses=(ConcernStatus(status=status),), concern_roles=(ConcernRole(role=role),))
    assert _row(_shown(qtbot, screen))["concern_role"] == said


def test_a_conviction_counts_though_something_was_recorded_since(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    statuses = (
        ConcernStatus(status="convicted", since=Moment("2025-03")),
        ConcernStatus(status="suspect", since=Moment("2026-03")),
    )
    person = build.adult(desk, statuses=statuses, concern_roles=(ConcernRole(role="abuser"),))
    assert _row(_shown(qtbot, screen))["concern_role"] == "Abuser"
    assert person.is_convicted


def test_a_child_on_the_list_is_said_to_be_one(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    build.young_person(desk, roles=(life.DatedRole(role="at_risk"), life.DatedRole(role="of_concern")))
    assert _row(_shown(qtbot, screen))["sort_name"] == "Maisie Okafor · on file as at risk"


def test_the_list_is_narrowed_by_status_and_by_how_well_known(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, pike: Person
) -> None:
    build.adult(desk, "Lee", "Cole", how_well_known="full_name_or_initials")
    page = _shown(qtbot, screen)
    for key, value in (("status", "named_by_a_child"), ("known", "given_name_or_alias_only")):
        page.filters.boxes[key].set_value(value)
        assert [row.name for row in page.table.model.rows] == ["Darren Pike"]
        page.filters.clear()
    assert len(page.table.model.rows) == 2


def test_the_list_leaves_with_what_it_shows(qtbot: QtBot, screen: ScreenDesk, desk: Desk, pike: Person) -> None:
    build.link(desk, pike, "exploited", build.young_person(desk))
    leaving = _shown(qtbot, screen).listing()
    assert leaving is not None
    listing = leaving.read(desk, go_on)
    row = dict(zip(listing.columns, listing.rows[0], strict=True))
    assert row["Status of what is alleged"] == "Named by a child"
    assert row["Said to be (alleged until convicted)"] == "Recruiter or groomer"
    assert (row["Children linked"], row["How well known"]) == (1, "Given name or alias only")


def test_every_usual_column_has_room_on_a_small_screen(qtbot: QtBot, screen: ScreenDesk, pike: Person) -> None:
    page = _shown(qtbot, screen)
    shown = {each.key for each in page.table.model.columns}
    assert {"status", "concern_role", "children", "known"} <= shown
    assert page.table.view.horizontalScrollBar().maximum() == 0


def test_only_adults_have_those_columns(desk: Desk, pike: Person) -> None:
    build.young_person(desk)
    assert "How well known" in lists.of_kind(desk, "adult").columns
    assert "How well known" not in lists.of_kind(desk, "young_person").columns
