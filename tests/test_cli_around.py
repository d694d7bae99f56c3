"""Adults, links, notices and things at the command line: listed, shown, recorded, and refused in a sentence."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain.person import Person
from rise_desk.services import references, signing_in
from rise_desk.services.clock import Clock
from tests.build import PASSWORD
from tests.line import Line

CASES = Path(__file__).parents[2] / "shared" / "cases"
PUBLISHED = pytest.mark.skipif(not CASES.exists(), reason="the published cases lie beside the checkout only")
Save = Callable[..., Any]
KINDS = ("adult", "link", "notice", "notice_review", "breach", "order", "investigation", "disruption_action",
         "information_report", "grading", "open_question", "place", "vehicle", "handle")  # fmt: skip


@pytest.fixture
def attempt(line: Line, tmp_path: Path) -> Save:
    """Try to record one thing from its fields; the exit code, what was said, and stderr."""

    def said(kind: str, **fields: Any) -> Any:
        path = tmp_path / "one.json"
        path.write_text(json.dumps(fields))
        return line.run("record", kind, str(path))

    return said


@pytest.fixture
def save(attempt: Save) -> Save:
    """Record one thing, which must work."""

    def saved(kind: str, **fields: Any) -> Any:
        code, answer, err = attempt(kind, **fields)
        assert (code, err) == (0, "")
        return answer

    return saved


@pytest.fixture
def two(save: Save) -> tuple[Any, Any]:
    """A girl of fourteen and a man who is alleged to harm her."""
    girl = save("young_person", given_name="Maisie", family_name="Okafor", date_of_birth="2012-03-27")
    return girl, save("adult", given_name="Darren", family_name="Pike", date_of_birth="1990-01-01")


def restrict(line: Line, number: str) -> None:
    """Restrict a file as a supervisor of a later version would."""
    desk = signing_in.sign_in(line.data, "Lena Osei", PASSWORD, Clock(datetime(2026, 11, 21, 10, tzinfo=UTC)))
    person = desk.store.get(Person, references.resolve(desk, number))
    with desk.writing() as work:
        work.put(person.changed(restricted=True), person)
    signing_in.leave(desk)


@PUBLISHED
def test_the_published_cases_come_in_by_the_real_command_line(line: Line) -> None:
    came = {}
    for case in ("case3", "case5", "northants"):
        for name in ("persons_of_concern", "young_people", "links", "missing_episodes", "notices", "breaches",
                     "disruption_actions"):  # fmt: skip
            path = CASES / case / f"{name}.csv"
            if not path.exists():
                continue
            first = line.did("import", str(path), "--commit")
            again = line.did("import", str(path), "--kind", name, "--commit")
            assert (first["asked"], first["refused"], first["columns_not_recognised"]) == (0, 0, [])
            assert (again["created"], again["matched"]) == (0, first["created"])
            came[f"{case} {name}"] = first["created"]
    assert came == {
        "case3 persons_of_concern": 8, "case3 young_people": 4, "case3 links": 25,
        "case5 persons_of_concern": 5, "case5 young_people": 6, "case5 links": 13, "case5 missing_episodes": 56,
        "case5 notices": 1, "case5 breaches": 1,
        "northants persons_of_concern": 1, "northants young_people": 1, "northants links": 1,
        "northants disruption_actions": 6,
    }  # fmt: skip
    groups = line.did("network", "case3/O1", "--steps", "3")["groups"]
    assert [len(each["members"]) for each in groups] == [5, 2]
    assert line.did("network", "case5/O1", "--steps", "3")["groups"] == []
    assert {each["status"] for each in line.did("list", "disruption_action")} == {"done"}
    names = [(each["from_name"], each["reads"], each["to_name"]) for each in line.did("list", "link")]
    assert ("V2 Case Five", "relative (sister)", "V3 Case Five") in names
    assert ("Name not known", "exploited", "V5 Case Five") in names
    (breach,) = line.did("list", "breach")
    assert [(each["role"], each["name"]) for each in breach["involved"]] == [
        ("child", "V1 Case Five"),
        ("adult", "O2 Case Five"),
    ]
    assert line.did("check")["sound"] is True


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_schema_and_a_list(line: Line, kind: str) -> None:
    assert line.did("schema", kind)["kind"] == kind
    assert line.did("list", kind) == []


def test_a_thing_is_shown_whole_with_its_links_and_what_was_merged_into_it(
    line: Line, save: Save, two: tuple[Any, Any]
) -> None:
    place = save("place", place_name="Kebab Corner", place_type="takeaway", lines="1 High Street")
    car = save("vehicle", plate="AB12 CDE", colour="blue")
    other = save("vehicle", plate="AB12 CDF")
    link = save("link", **{"from": "Darren Pike", "link": "seen at", "to": "Kebab Corner", "since": "2026-11-01"})
    assert (link["from_name"], link["reads"], link["to_name"]) == ("Darren Pike", "seen at", "Kebab Corner")
    shown = line.did("show", "kebab corner")
    assert (shown["subject"]["name"], shown["subject"]["detail_words"]) == ("Kebab Corner", "1 High Street")
    (told,) = shown["records"]
    assert [each["name"] for each in told["involved"]] == ["Darren Pike", "Kebab Corner"]
    assert [each["kind"] for each in line.did("show", "Darren Pike")["records"]] == ["link"]
    save("link", **{"from": "Darren Pike", "link": "uses", "to": other["id"]})
    save("vehicle", id=other["id"], version=1, merged_into=car["id"])
    shown = line.did("show", other["id"])
    assert (shown["subject"]["id"], [each["plate"] for each in shown["joined_files"]]) == (car["id"], ["AB12 CDF"])
    assert [each["to_name"] for each in shown["records"]] == ["AB12 CDE"]
    assert shown["records"][0]["involved"][1]["subject"] == car["id"]
    assert [each["id"] for each in line.did("list", "place")] == [place["id"]]


def test_a_restricted_child_is_in_no_list_and_no_other_file(line: Line, save: Save, two: tuple[Any, Any]) -> None:
    girl, man = two
    save("link", **{"from": man["file_number"], "link": "exploited", "to": girl["file_number"]})
    save("disruption_action", target=man["file_number"], young_person=girl["file_number"], tactic="closure")
    assert len(line.did("show", man["file_number"])["records"]) == 2
    restrict(line, girl["file_number"])
    assert line.did("show", man["file_number"])["records"] == []
    assert (line.did("list", "link"), line.did("list", "disruption_action")) == ([], [])


def test_what_is_due_of_a_place_or_thing_is_told_by_its_name(line: Line, save: Save) -> None:
    save("place", place_name="Kebab Corner")
    save("open_question", about=["Kebab Corner"], question="Who has the keys?", due_on="2026-11-20")
    (told,) = line.did("due")
    assert (told["name"], told["file_number"], told["overdue"]) == ("Kebab Corner", "", True)
    assert line.did("due", "Kebab Corner") == [told]
    assert line.did("show", "Kebab Corner")["due"][0]["subject"] == told["subject"]
    code, _answer, err = line.run("due", told["record"])
    assert (code, "is not the file of somebody, or of a place or thing." in err) == (1, True)


def left(line: Line, folder: Path, kind: str, *words: str) -> list[list[str]]:
    """A list as it leaves: its rows, the headings first; it comes back in as what is on file already."""
    path = folder / f"{kind}.csv"
    made = line.did("export", kind, str(path), "--reason", "For the weekly meeting", *words)
    with path.open(encoding="utf-8-sig", newline="") as rows:
        found = list(csv.reader(rows))
    assert made["rows"] == len(found) - 1
    again = line.did("import", str(path), "--source", "elsewhere")
    assert (again["kind"], again["created"], again["refused"]) == (kind, 0, 0)
    return [row[:-1] for row in found]


def test_lists_leave_and_come_back_as_what_is_on_file(
    line: Line, save: Save, two: tuple[Any, Any], tmp_path: Path
) -> None:
    girl, man = two[0]["file_number"], two[1]["file_number"]
    save("place", place_name="Kebab Corner", other_names=[{"name": "KC"}], lines="1 High Street", outside_county="no")
    save("vehicle", plate="AB12 CDE", colour="blue")
    save("handle", handle_sort="phone", value="07700 900123")
    save("link", **{"from": man, "link": "sister", "to": girl, "since": "2026-10-01", "confidence": "probable"})
    save("link", **{"from": man, "link": "seen at", "to": "Kebab Corner"})
    save("notice", child=girl, adult=man, legislation="s2", issued_on="2026-10-01", signed_by_parent="yes")
    (notice,) = line.did("list", "notice")
    save("breach", notice=notice["id"], child=girl, adult=man, happened_on="2026-10-05", what="Rang her.")
    save("disruption_action", target="Kebab Corner", young_person=girl, tactic="closure", done_on="2026-10-09")
    head, *rows = left(line, tmp_path, "link")
    assert [row[head.index("Names")] for row in rows] == ["Darren Pike; Maisie Okafor", "Darren Pike; Kebab Corner"]
    assert rows[0][: head.index("Until")] == [man, "relative", girl, "sister", "2026-10-01"]
    (place,) = left(line, tmp_path, "place")[1:]
    assert place[:2] == ["Kebab Corner", "KC"]
    assert "No" in place
    assert left(line, tmp_path, "vehicle", "--text", "blue")[1][0] == "AB12 CDE"
    assert left(line, tmp_path, "handle")[1][:2] == ["phone", "07700 900123"]
    assert left(line, tmp_path, "notice")[1][:3] == [man, girl, "section 2 Child Abduction Act 1984"]
    assert left(line, tmp_path, "breach")[1][2:4] == ["2026-10-05", "Rang her."]
    assert left(line, tmp_path, "disruption_action")[1][:3] == ["Kebab Corner", girl, "closure"]
    restrict(line, girl)
    made = line.did("export", "link", str(tmp_path / "x.csv"), "--reason", "For the weekly meeting")
    assert (made["rows"], made["withheld"]) == (1, 1)


def refused(line: Line, attempt: Save, kind: str, fields: dict[str, Any]) -> str:
    """The one sentence by which something is refused; nothing was saved."""
    before = line.did("list", kind)
    code, answer, err = attempt(kind, **fields)
    assert (code, len(err.splitlines())) == (1, 1)
    assert line.did("list", kind) == before
    (sentence,) = answer["problems"].values()
    return str(sentence)


PAIR = {"child": "Maisie Okafor", "adult": "Darren Pike", "legislation": "s2 Child Abduction Act 1984"}


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("place", {"place_type": "takeaway"}, "Enter a name for the place, if only what people call it."),
        ("place", {"place_name": "   "}, "Enter a name for the place, if only what people call it."),
        ("adult", {"given_name": "Kev", "aliases": [{"name": "   "}]}, "Enter the other name, or take this line away."),
        ("link", {"from": "Darren Pike", "link": "friend", "to": "Darren Pike"}, "A link joins two."),
        (
            "link",
            {"from": "Maisie Okafor", "link": "exploited", "to": "Darren Pike"},
            "runs from the alleged exploiter",
        ),
        ("notice", {**PAIR, "issued_on": "2026-10-01", "served_at": "2026-09-30"}, "served before it is issued"),
        ("notice", {**PAIR, "issued_on": "2012-03-26"}, "before Maisie Okafor was born"),
        ("vehicle", {}, "Enter the plate, a part of it, or what the vehicle looks like."),
        ("handle", {"handle_sort": "phone", "value": "123"}, "at least six digits"),
    ],
)
def test_what_can_not_be_is_refused_in_one_sentence(
    line: Line, attempt: Save, two: tuple[Any, Any], kind: str, fields: dict[str, Any], words: str
) -> None:
    assert words in refused(line, attempt, kind, fields)


def test_a_link_twice_is_refused(line: Line, save: Save, attempt: Save, two: tuple[Any, Any]) -> None:
    said = {"from": "Darren Pike", "link": "exploited", "to": "Maisie Okafor"}
    save("link", **said)
    assert "already linked so" in refused(line, attempt, "link", said)


def test_a_notice_for_a_pair_that_has_one_in_force_is_refused(
    line: Line, save: Save, attempt: Save, two: tuple[Any, Any]
) -> None:
    save("notice", **PAIR, issued_on="2026-10-01")
    assert "in force" in refused(line, attempt, "notice", {**PAIR, "issued_on": "2026-11-01"})


def test_a_notice_for_a_sixteen_year_old_without_a_care_order_is_refused(
    line: Line, save: Save, attempt: Save, two: tuple[Any, Any]
) -> None:
    save("young_person", given_name="Jade", family_name="Whitlock", date_of_birth="2010-03-27")
    said = {**PAIR, "child": "Jade Whitlock", "issued_on": "2026-10-01"}
    assert "16" in refused(line, attempt, "notice", said)
    save("notice", **{**said, "issued_on": "2026-03-26"})


def test_every_kind_is_recorded_and_listed_with_the_names_of_whom_it_joins(
    line: Line, save: Save, two: tuple[Any, Any]
) -> None:
    girl, man = two[0]["file_number"], two[1]["file_number"]
    save("place", place_name="Kebab Corner")
    notice = save("notice", **PAIR, issued_on="2026-10-01")
    review = {
        "notice": notice["id"],
        "child": girl,
        "adult": man,
        "reviewed_at": "2026-11-01",
        "decision": "the notice stands",
    }
    said: dict[str, dict[str, Any]] = {
        "order": {"subject": man, "order_type": "sexual risk order", "protects": [girl], "made_on": "2026-10-02"},
        "notice_review": review,
        "investigation": {"children": [girl], "suspects": [man], "happened_place": "Kebab Corner"},
        "information_report": {"about": [man], "what": "Seen in a red car."},
        "open_question": {"about": [man, "Kebab Corner"], "question": "Who has the keys?"},
    }
    for kind, fields in said.items():
        made = save(kind, **fields)
        assert "Darren Pike" in [each["name"] for each in made["involved"]], kind
        assert [each["id"] for each in line.did("list", kind)] == [made["id"]]
        assert made["id"] in [each["id"] for each in line.did("show", man)["records"]]
