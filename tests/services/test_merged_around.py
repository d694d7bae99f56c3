"""Merged files and what joins them: all reads under the main file, nothing twice, and it is sound."""

from rise_desk.domain.breach import Breach
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import Person
from rise_desk.services import casework, finding, merging, overview, upkeep
from rise_desk.services.desk import Desk
from tests import build


def _family(desk: Desk) -> tuple[Person, Person, Person, Person]:
    """A child and an adult, each with a second file; the files are linked, noticed and disrupted both ways."""
    born = Moment("2012-03-01")
    child, twin = (build.young_person(desk, each, date_of_birth=born) for each in ("Maisie", "Maisy"))
    adult, other = (build.adult(desk, each) for each in ("Darren", "Daz"))
    place = build.place(desk)
    for one, two in ((child, adult), (twin, other)):
        build.link(desk, two, "exploited", one)
        build.link(desk, one, "seen_at", place)
    build.notice(desk, child, adult, issued_on="2026-10-01", served_at="2026-10-01")
    second = build.notice(desk, twin, other, issued_on="2026-10-02", served_at="2026-10-02")
    said = {"happened_at": "2026-11-01", "what": "Seen together."}
    named = {"notice": second, "child": twin, "adult": other}
    casework.record(desk, "breach", {**said, **{name: str(each.id) for name, each in named.items()}})
    build.disruption(desk, adult, other, protects=(child, twin), what="Both.", due_on="2026-11-24")
    return child, twin, adult, other


def test_what_concerns_both_files_stands_in_the_main_one_once(desk: Desk) -> None:
    child, twin, adult, other = _family(desk)
    merging.merge(desk, adult, other, "the same man")
    assert upkeep.check(desk) == []
    merging.merge(desk, child, twin, "the same girl")
    assert upkeep.check(desk) == []
    for main in (child, adult):
        file = overview.case_file(desk, main.id)
        assert len({each.id for each in file.records}) == len(file.records)
        assert [len(file.of(kind)) for kind in (Notice, Breach)] == [2, 1]
    rules = [each.rule for each in overview.due_lines(desk, (child.id, adult.id))]
    assert sorted(rules) == ["disruption", "notice_review", "notice_review"]
    assert len(overview.case_file(desk, adult.id).of(Link)) == 2
    assert {each.subject for each in finding.find(desk, "daz").hits} == {adult.id}


def test_a_breach_of_the_other_files_notice_is_recorded_under_the_main_ones(desk: Desk) -> None:
    child, twin, adult, other = _family(desk)
    merging.merge(desk, adult, other, "the same man")
    merging.merge(desk, child, twin, "the same girl")
    (notice,) = (each for each in overview.case_file(desk, child.id).of(Notice) if each.child == twin.id)
    said = {"notice": str(notice.id), "child": str(child.id), "adult": str(adult.id), "what": "Seen again."}
    casework.record(desk, "breach", {**said, "happened_at": "2026-11-02"})
    assert len(overview.case_file(desk, adult.id).of(Breach)) == 2
    for held in (other, twin):
        latest = desk.store.find(held.id)
        assert isinstance(latest, Person)
        merging.separate(desk, latest, "not the same")
        assert upkeep.check(desk) == []
    assert [len(overview.case_file(desk, each.id).of(Notice)) for each in (adult, other)] == [1, 1]
