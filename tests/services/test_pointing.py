"""What a record names must be of the right sort: whatever else another program says, a sentence answers it."""

from typing import Any

import pytest

from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id, Record
from rise_desk.errors import Ambiguous, Invalid
from rise_desk.services import casework, pointing, references, upkeep
from rise_desk.services.desk import Desk
from tests import build

ON_FILE = dict[str, Record]
GRADES = {"source_grade": "1", "information_grade": "A", "handling": "P"}


@pytest.fixture
def held(desk: Desk) -> ON_FILE:
    """One record of every sort that another may name."""
    child, adult = build.young_person(desk), build.adult(desk)
    other = build.young_person(desk, "Jade", "Whitlock")
    return {
        "child": child,
        "adult": adult,
        "other": other,
        "gone": casework.withdraw(desk, build.young_person(desk, "Gone", "Girl"), "Made twice."),
        "place": build.place(desk),
        "phone": build.phone(desk),
        "note": build.note(desk, child.id),
        "episode": build.episode(desk, child.id, "2026-11-01T10:00+00:00", "2026-11-02T10:00+00:00"),
        "theirs": build.episode(desk, other.id, "2026-11-01T10:00+00:00", "2026-11-02T10:00+00:00"),
        "notice": build.notice(desk, child, adult, issued_on="2026-10-01", served_at="2026-10-01T10:00+00:00"),
        "report": casework.record(desk, "information_report", {"about": [str(adult.id)], "what": "Seen."}),
    }


def _said(held: ON_FILE, kind: str, **changed: str) -> dict[str, Any]:
    """A record of a kind as another program says it; each field names one of those on file."""
    after = {"notice": "notice", "child": "child", "adult": "adult"}
    named = {
        "link": {"subject": "adult", "other": "place"},
        "notice": {"child": "other", "adult": "adult"},
        "notice_review": after,
        "breach": after,
        "order": {"subject": "adult"},
        "investigation": {"children": "child"},
        "disruption_action": {"targets": "adult"},
        "information_report": {"about": "adult"},
        "grading": {"report": "report"},
    }
    words: dict[str, dict[str, Any]] = {
        "link": {"link_type": "seen_at"},
        "notice": {"law": "s2"},
        "notice_review": {"reviewed_at": "2026-11-01", "decision": "stands"},
        "breach": {"happened_at": "2026-11-01", "what": "Seen together."},
        "order": {"order_type": "shpo"},
        "disruption_action": {"tactic": "search_warrant"},
        "information_report": {"what": "Seen."},
        "grading": {"graded_at": "2026-11-20", **GRADES},
    }
    numbers = {field: str(held[name].id) for field, name in {**named[kind], **changed}.items()}
    lists = ("children", "suspects", "targets", "protects", "about")
    return {
        **words.get(kind, {}),
        **{field: [number] if field in lists else number for field, number in numbers.items()},
    }


@pytest.mark.parametrize(
    ("kind", "field", "names", "sentence"),
    [
        ("notice", "child", "place", pointing.PERSON),
        ("notice", "adult", "phone", pointing.PERSON),
        ("notice_review", "child", "place", pointing.PERSON),
        ("notice_review", "child", "adult", pointing.PAIR),
        ("notice_review", "adult", "child", pointing.PAIR),
        ("breach", "adult", "phone", pointing.PERSON),
        ("breach", "child", "adult", pointing.PAIR),
        ("breach", "episode", "theirs", pointing.EPISODE),
        ("breach", "episode", "note", pointing.EPISODE),
        ("order", "protects", "place", pointing.PERSON),
        ("disruption_action", "protects", "phone", pointing.PERSON),
        ("investigation", "children", "place", pointing.PERSON),
        ("investigation", "suspects", "phone", pointing.PERSON),
        ("investigation", "happened_place", "phone", pointing.PLACE),
        ("link", "said_in", "adult", pointing.SAID_IN),
        ("link", "other", "note", "Somebody named here has no file."),
        ("link", "subject", "gone", "Gone Girl was withdrawn. Choose somebody or something that is on file."),
        ("information_report", "said_in", "place", pointing.SAID_IN),
        ("information_report", "about", "note", "Somebody named here has no file."),
    ],
)
def test_what_is_of_the_wrong_sort_is_refused_and_nothing_is_saved(
    desk: Desk, held: ON_FILE, kind: str, field: str, names: str, sentence: str
) -> None:
    before = len(desk.store.everything())
    with pytest.raises(Invalid) as refused:
        casework.record(desk, kind, _said(held, kind, **{field: names}))
    assert sentence in refused.value.fields.values()
    assert len(desk.store.everything()) == before
    assert upkeep.check(desk) == []


@pytest.mark.parametrize(
    ("kind", "field", "names"),
    [
        ("notice", "child", "other"),
        ("notice_review", "child", "child"),
        ("breach", "episode", "episode"),
        ("order", "protects", "child"),
        ("disruption_action", "protects", "child"),
        ("investigation", "suspects", "adult"),
        ("investigation", "happened_place", "place"),
        ("link", "said_in", "note"),
        ("information_report", "said_in", "episode"),
    ],
)
def test_what_is_of_the_right_sort_is_saved(desk: Desk, held: ON_FILE, kind: str, field: str, names: str) -> None:
    saved = casework.record(desk, kind, _said(held, kind, **{field: names}))
    assert desk.store.find(saved.id) == saved
    assert upkeep.check(desk) == []


def test_a_review_names_the_two_of_its_notice_and_each_at_their_own_end(desk: Desk, held: ON_FILE) -> None:
    for kind in ("notice_review", "breach"):
        with pytest.raises(Invalid) as refused:
            casework.record(desk, kind, _said(held, kind, child="adult", adult="child"))
        assert refused.value.fields == {"child": pointing.PAIR, "adult": pointing.PAIR}


def test_what_is_reserved_is_no_source_for_somebody_who_may_not_read_it(desk: Desk, held: ON_FILE) -> None:
    said = _said(held, "link")
    worker, reader = build.colleague(desk, "Ann Lee"), _sam(desk)
    graded = casework.record(reader, "grading", _said(held, "grading"))
    link = Link(subject=Id(int(said["subject"])), other=Id(int(said["other"])), link_type="seen_at", said_in=graded.id)
    with pytest.raises(Invalid) as refused:
        casework.save(worker, link.changed(id=worker.clock.new_id()))
    assert refused.value.fields == {"said_in": pointing.SAID_IN}
    saved = casework.save(reader, link.changed(id=reader.clock.new_id()))
    assert casework.save(worker, saved.changed(note="Seen again.")).said_in == graded.id


def _sam(desk: Desk) -> Desk:
    """A worker who reads what police grade."""
    return build.colleague(desk, "Sam Reed", grants=("intelligence",))


def test_what_is_graded_is_a_report(desk: Desk, held: ON_FILE) -> None:
    sam = _sam(desk)
    with pytest.raises(Invalid) as refused:
        casework.record(sam, "grading", _said(held, "grading", report="note"))
    assert refused.value.fields == {"report": pointing.REPORT}
    assert casework.record(sam, "grading", _said(held, "grading")).kind == "grading"
    assert upkeep.check(desk) == []


def test_nothing_is_merged_into_what_is_of_another_kind(desk: Desk, held: ON_FILE) -> None:
    place, child = held["place"], held["child"]
    with pytest.raises(Invalid, match="no such place to merge into"):
        casework.record(desk, "place", {"place_name": "Corner", "merged_into": str(child.id)})
    with pytest.raises(Invalid, match="no such place to merge into"):
        casework.record(desk, "place", {"id": str(place.id), "version": place.version, "merged_into": str(child.id)})
    assert upkeep.check(desk) == []


def test_no_notice_is_served_on_somebody_who_was_withdrawn_meanwhile(desk: Desk, held: ON_FILE) -> None:
    other, adult = held["other"], build.adult(desk, "Lee", "Marsh")
    prepared = build.notice(desk, desk.store.whole(other.id).main, adult)
    casework.withdraw(desk, adult, "Made twice.")
    with pytest.raises(Invalid, match="Lee Marsh was withdrawn"):
        casework.save(desk, prepared.changed(issued_on=Moment("2026-11-20"), served_at=Moment("2026-11-20")))
    assert casework.save(desk, prepared.changed(note="Stopped.")).note == "Stopped."


def test_a_name_that_many_have_names_only_some_of_them(desk: Desk) -> None:
    for _ in range(references.CHOICES + 2):
        build.young_person(desk, "Ann", "Other")
    with pytest.raises(Ambiguous, match=r"or 2 more\. Say which"):
        references.resolve(desk, "Ann Other")
    build.place(desk, "x" * 900)
    build.place(desk, "x" * 900)
    with pytest.raises(Ambiguous) as unclear:
        references.resolve(desk, "x" * 900)
    assert len(str(unclear.value)) < 200
