"""The log of information reports: everybody's, the newest first, without those about somebody whose file is closed."""

from dataclasses import replace

import pytest

from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.domain.reporting import ANSWERED, AWAITED, SENT, UNSENT, WITHDRAWN, Wanted, state_of
from rise_desk.errors import Unavailable
from rise_desk.services import casework, information, information_log, merging
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import information_list
from tests import build
from tests.services.test_information import graded, report

SENT_ON = {"sent_at": Moment("2026-11-12T09:20+00:00"), "sent_to": "Police intelligence"}
EVERY = ("", UNSENT, SENT, AWAITED, ANSWERED, WITHDRAWN)


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl on file."""
    return build.young_person(desk)


@pytest.fixture
def five(desk: Desk, maisie: Person) -> list[Id]:
    """One report of each state, one of a colleague's, the oldest first."""
    priya = build.colleague(desk, "Priya Nair")
    made = [
        report(desk, maisie),
        report(desk, maisie, **SENT_ON, police_ref="INT-26-118"),
        report(priya, build.place(desk), **SENT_ON, feedback="A patrol passes."),
        report(desk, maisie, **SENT_ON, feedback=" \n\t", reporter="Sister Agnes"),
        report(desk, maisie, what="Twice."),
    ]
    casework.withdraw(desk, made[-1], "Told twice.")
    return [each.id for each in made]


def _ids(desk: Desk, **asked: object) -> list[Id]:
    wanted = replace(Wanted(), **asked)  # type: ignore[arg-type]  # each test names fields of Wanted
    found = [each.report.id for each in information_log.page(desk, wanted)]
    assert information_log.how_many(desk, wanted) == len(found)
    return found


def test_everybodys_reports_are_listed_the_newest_first(desk: Desk, five: list[Id]) -> None:
    assert _ids(desk) == five[::-1]
    assert _ids(desk, oldest_first=True) == five
    first = information_log.page(desk, Wanted())[-1]
    assert (first.about, first.report.recorded_by, first.graded) == (("Maisie Okafor",), "Lena Osei", False)


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ({"state": UNSENT}, [0]),
        ({"state": SENT}, [3, 2, 1]),
        ({"state": AWAITED}, [3, 1]),
        ({"state": ANSWERED}, [2]),
        ({"state": WITHDRAWN}, [4]),
        ({"recorded_by": "Priya Nair"}, [2]),
        ({"recorded_by": "Lena Osei", "state": SENT}, [3, 1]),
        ({"text": "int-26-118"}, [1]),
        ({"text": "patr"}, [2]),
        ({"text": "kebab"}, [2]),
        ({"text": "okaf"}, [4, 3, 1, 0]),
        ({"text": "priya"}, [2]),
        ({"text": "agnes"}, [3]),
        ({"text": "okafor", "state": UNSENT}, [0]),
        ({"text": "-"}, []),
        ({"text": "nobody of that name"}, []),
        ({"text": "  "}, [4, 3, 2, 1, 0]),
    ],
)
def test_the_list_is_narrowed(desk: Desk, five: list[Id], asked: dict[str, object], places: list[int]) -> None:
    assert _ids(desk, **asked) == [five[each] for each in places]


def test_the_list_and_the_report_itself_say_the_same(desk: Desk, five: list[Id]) -> None:
    for state in EVERY[1:]:
        told = {state_of(each.report) for each in information_log.page(desk, Wanted(state=state))}
        assert told == ({AWAITED, ANSWERED} if state == SENT else {state})
    assert len(five) == information_log.how_many(desk, Wanted())


def test_pages_follow_each_other_without_a_gap_or_a_report_twice(desk: Desk, maisie: Person) -> None:
    hidden = build.young_person(desk, "Jade", "Whitlock")
    made = [report(desk, *([hidden] if number % 3 == 1 else [maisie])).id for number in range(11)]
    seen = [each for number, each in enumerate(made) if number % 3 != 1]
    with desk.writing() as work:
        work.put(hidden.changed(restricted=True), hidden)
    for oldest_first, expected in ((False, seen[::-1]), (True, seen)):
        wanted, found = Wanted(limit=3, oldest_first=oldest_first), list[Id]()
        while page := information_log.page(desk, wanted):
            found += [each.report.id for each in page]
            assert len(page) == 3 or len(found) == len(seen)
            wanted = wanted.following(page[-1].report)
        assert found == expected


@pytest.mark.parametrize("which", [0, 1])
def test_a_report_about_a_closed_file_is_neither_listed_nor_counted(desk: Desk, maisie: Person, which: int) -> None:
    """Whichever of the two files of one human being is the restricted one."""
    jade, other = build.young_person(desk, "Jade", "Whitlock"), build.young_person(desk, "Jay", "Whitlock")
    both = (report(desk, maisie, jade), report(desk, other), report(desk, maisie))
    merging.merge(desk, jade, other, "Same NHS number")
    assert _ids(desk) == [each.id for each in both[::-1]]
    assert information_log.page(desk, Wanted())[1].subject == jade.id
    file = desk.store.get(Person, (jade, other)[which].id)
    with desk.writing() as work:
        work.put(file.changed(restricted=True), file)
    for text in ("", "whitlock", "okafor", "taxi"):
        assert _ids(desk, text=text) == ([] if text == "whitlock" else [both[2].id])
    assert information_list.listed(desk, Wanted(), ("about",)).rows == (("Maisie Okafor",),)
    assert information_list.listed(desk, Wanted(), ("about",)).of == 1


def test_a_withdrawn_file_hides_no_report_from_the_count(desk: Desk, maisie: Person) -> None:
    """It is on no list of people either, but nobody is kept from it."""
    jade = build.young_person(desk, "Jade", "Whitlock")
    report(desk, maisie, jade)
    casework.withdraw(desk, jade, "Opened twice.")
    assert len(_ids(desk)) == 1


def test_whether_a_report_is_graded_is_for_holders_of_the_grant(desk: Desk, maisie: Person) -> None:
    police = build.colleague(desk, "PC Hill", grants=("intelligence",))
    graded(police, report(desk, maisie))
    assert [each.graded for each in information_log.page(police, Wanted())] == [True]
    assert [each.graded for each in information_log.page(desk, Wanted())] == [False]
    assert information_list.listed(police, Wanted(), ("graded",)).rows == (("yes",),)
    assert information_list.listed(desk, Wanted(), ("graded",)).rows == (("",),)


def test_one_about_nobody_on_file_leads_nowhere_but_to_itself(desk: Desk) -> None:
    made = InformationReport(id=desk.clock.new_id(), about=(ReportAbout(called="A man"),), what="Seen.")
    casework.save(desk, made)
    (told,) = information_log.page(desk, Wanted())
    assert (told.about, told.subject) == (("A man",), 0)
    assert information.report(desk, made.id).what == "Seen."


@pytest.mark.usefixtures("five")
def test_the_list_leaves_as_it_is_shown(desk: Desk) -> None:
    columns = ("sent", "waiting", "police_ref", "feedback", "recorded_by", "about")
    made = information_list.listed(desk, Wanted(), columns, filters="none")
    assert made.columns == ("Sent", "Waiting", "Reference", "What came of it", "Recorded by", "About")
    assert [row[:4] for row in made.rows] == [
        ("withdrawn", "", "", ""),
        ("12 November 2026 at 9:20am", "9 days", "", " \n\t"),
        ("12 November 2026 at 9:20am", "", "", "A patrol passes."),
        ("12 November 2026 at 9:20am", "9 days", "INT-26-118", ""),
        ("not sent", "today", "", ""),
    ]
    assert [row[4] for row in made.rows] == ["Lena Osei", "Lena Osei", "Priya Nair", "Lena Osei", "Lena Osei"]
    assert (made.title, made.of, made.filters) == ("Information reports", 5, "none")
    with pytest.raises(Unavailable):
        information_list.listed(desk, Wanted(), columns, told=lambda _read, _of: False)


def test_a_list_of_many_leaves_whole(desk: Desk, maisie: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(information_list, "AT_ONCE", 2)
    for number in range(4):
        report(desk, maisie, police_ref=f"INT {number}")
    rows = information_list.listed(desk, Wanted(oldest_first=True), ("police_ref", "recorded")).rows
    assert [row[0] for row in rows] == ["INT 0", "INT 1", "INT 2", "INT 3"]


@pytest.mark.parametrize(("days", "words"), [(1, "1 day"), (2, "2 days")])
def test_days_are_said_as_people_say_them(days: int, words: str, desk: Desk, maisie: Person) -> None:
    made = report(desk, maisie, sent_to="Police", sent_at=Moment(f"2026-11-{21 - days}"))
    assert information_list.waiting(made, desk.now()) == words
