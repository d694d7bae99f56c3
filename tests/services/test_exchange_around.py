"""Adults of concern, links, notices, breaches, disruption actions and things come in from files, each once."""

from pathlib import Path

import pytest

from rise_desk.domain.breach import Breach
from rise_desk.domain.disruption import DisruptionAction, Target
from rise_desk.domain.link import Link
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import casework, network, references, upkeep
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.beside_subjects import SAME
from tests import build
from tests.services.rows import ADULTS, LINKS, PEOPLE, Said, Write, fates, held, imported, reasons

CASES = Path(__file__).parents[3] / "shared" / "cases"
PUBLISHED = pytest.mark.skipif(not CASES.exists(), reason="the published cases lie beside the checkout only")

IN_ORDER = ("young_people", "persons_of_concern", "links", "missing_episodes", "notices", "breaches",
            "disruption_actions")  # fmt: skip
COUNTS = {
    "case3": {"young_people": 4, "persons_of_concern": 8, "links": 25},
    "case5": {
        "young_people": 6, "persons_of_concern": 5, "links": 13, "missing_episodes": 56, "notices": 1, "breaches": 1,
    },
    "northants": {"young_people": 1, "persons_of_concern": 1, "links": 1, "disruption_actions": 6},
}  # fmt: skip


def came(desk: Desk, case: str, *names: str) -> dict[str, int]:
    """Import the files of a case; how many rows of each made a record."""
    made = {}
    for name in names:
        seen = importing.preview(desk, CASES / case / f"{name}.csv")
        assert [each for each in seen.outcomes if each.reason or each.warning] == []
        made[name] = importing.commit(desk, seen).created
    return made


@pytest.fixture
def said(desk: Desk, write: Write) -> Said:
    """Import a text; a girl V1 and a man O1 are on file already."""
    for text in (PEOPLE, ADULTS):
        imported(desk, write(text))
    return lambda text: imported(desk, write(text))


@PUBLISHED
@pytest.mark.parametrize("case", COUNTS)
def test_a_published_case_comes_in_whole_and_only_once(desk: Desk, case: str) -> None:
    names = [name for name in IN_ORDER if name in COUNTS[case]]
    assert {f"{name}.csv" for name in names} == {each.name for each in (CASES / case).glob("*.csv")}
    assert came(desk, case, *names) == COUNTS[case]
    for name in names:
        again = importing.preview(desk, CASES / case / f"{name}.csv")
        assert (set(fates(again)), again.saves) == ({"matched"}, ())
    kinds = (Person, Link, MissingEpisode, Notice, Breach, DisruptionAction)
    people = COUNTS[case]["young_people"] + COUNTS[case]["persons_of_concern"]
    wanted = [people, *(COUNTS[case].get(name, 0) for name in IN_ORDER[2:])]
    assert [len(held(desk, kind)) for kind in kinds] == wanted
    assert upkeep.check(desk) == []


@PUBLISHED
def test_the_adults_of_case_three_are_five_and_two_and_one_alone(desk: Desk) -> None:
    came(desk, "case3", "persons_of_concern", "young_people", "links")
    found = network.grouping(desk)
    called = {each.id: each.given_name for each in held(desk, Person)}
    assert [sorted(called[each] for each in group.members) for group in found.groups] == [
        ["O1", "O4", "O5", "O6", "O7"],
        ["O2", "O3"],
    ]
    assert [called[each] for each in found.alone] == ["O8"]


@PUBLISHED
def test_case_five_makes_no_group_and_nobody_gets_a_name_who_has_none(desk: Desk) -> None:
    came(desk, "case5", "young_people", "persons_of_concern", "links", "notices", "breaches")
    assert network.grouping(desk).groups == ()
    unnamed = desk.store.get(Person, references.resolve(desk, "case5/U1"))
    assert (unnamed.name, unnamed.how_well_known, unnamed.kind) == ("Name not known", "not_named", "adult")
    assert [each.role for each in unnamed.concern_roles] == ["abuser"]
    assert [each.status for each in unnamed.statuses] == ["not_identified"]
    (o3,) = [each for each in held(desk, Person) if each.given_name == "O3"]
    assert [each.role for each in o3.concern_roles] == ["not_known"]
    (sister,) = [each for each in held(desk, Link) if each.link_type == "relative"]
    assert sister.told(sister.subject, desk.practice) == "relative (sister)"
    assert sister.told(sister.other, desk.practice) == "relative (sister)"
    (notice,), (breach,) = held(desk, Notice), held(desk, Breach)
    assert (notice.law, notice.issued_on, notice.settled) == ("s2", "2010-08-05", False)
    assert (breach.notice, breach.child, breach.adult) == (notice.id, notice.child, notice.adult)
    assert breach.source == "published case 5; date invented; import of breaches.csv from case5"


@PUBLISHED
def test_the_disruption_of_northants_is_aimed_at_the_suspect_and_protects_the_pupil(desk: Desk) -> None:
    came(desk, "northants", "young_people", "persons_of_concern", "disruption_actions")
    suspect, pupil = (references.resolve(desk, ref) for ref in ("S1", "N1"))
    made = held(desk, DisruptionAction)
    assert {(each.targets[0].subject, each.protects[0].child, each.status) for each in made} == {
        (suspect, pupil, "done")
    }
    assert {each.tactic: each.outcome for each in made}["tenancy_action"] == "evicted"


@PUBLISHED
def test_what_names_somebody_who_is_not_on_file_yet_is_refused_and_comes_in_later(desk: Desk) -> None:
    came(desk, "case5", "young_people")
    links, notices = (importing.preview(desk, CASES / "case5" / f"{name}.csv") for name in ("links", "notices"))
    assert sorted(fates(links)) == ["created"] * 3 + ["refused"] * 10
    assert reasons(links)[0] == "Nothing on file is called “O1”."
    assert reasons(notices) == ["Nothing on file is called “O2”."]
    came(desk, "case5", "persons_of_concern")
    breaches = importing.preview(desk, CASES / "case5" / "breaches.csv")
    assert reasons(breaches) == [
        "There is no notice on file that warns O2 Case Five away from V1 Case Five. Import the notice first."
    ]
    came(desk, "case5", "links", "notices", "breaches")


def test_rows_that_can_t_be_are_refused_with_a_sentence_and_the_others_go_in(desk: Desk, said: Said) -> None:
    seen = said(
        f"{LINKS}O1,exploited,V1,2025-01-01,probable\n"
        "V1,exploited,O1,,\n"
        "O1,friend,O1,,\n"
        "O1,married to,V1,,\n"
        "O1,approached,V9,,\n"
        ",friend,V1,,\n"
        "O1,friend,,,\n"
        "O1,approached,V1,2025-02-31,\n"
        "O1,approached,V1,2025-02-03,sure\n"
    )
    assert fates(seen) == ["created"] + ["refused"] * 8
    for reason, words in zip(
        reasons(seen)[1:],
        (
            "An exploitation link runs from the alleged exploiter to the child.",
            "A link joins two.",
            "“married to” is not in the list",
            "Nothing on file is called “V9”.",
            "Say whom or what the link is from.",
            "Say whom or what it leads to.",
            "Since, or on",
            "Confidence “sure” is not in the list",
        ),
        strict=True,
    ):
        assert words in reason
    assert len(held(desk, Link)) == 1


def test_a_link_that_stands_twice_in_a_file_or_is_on_file_is_matched(desk: Desk, said: Said) -> None:
    seen = said(f"{LINKS}O1,friend,V1,,\nV1,friend,O1,,probable\nO1,friend,V1,2025-01-01,\nO1,seen at,V1,,\n")
    assert fates(seen) == ["created", "matched", "matched", "created"]
    assert reasons(seen)[1] == "Line 2 of this file has the same two ends and sort of link. It gains confidence."
    (friend, _seen) = sorted(held(desk, Link), key=lambda each: each.id)
    assert (friend.confidence, friend.since) == ("probable", "2025-01-01")
    build.link(desk, desk.store.get(Person, friend.subject), "groomed", desk.store.get(Person, friend.other))
    again = said(f"{LINKS}O1,groomed,V1,2025-01-01,\nV1,was groomed by,O1,,\n")
    assert fates(again) == ["matched", "matched"]
    assert reasons(again)[0].startswith("A record of 26-00")
    assert len(held(desk, Link)) == 3


def test_a_link_to_a_file_that_was_merged_is_of_the_main_file_and_matched(desk: Desk, said: Said) -> None:
    text = f"{LINKS}O1,groomed,V1,2025-01-01,\n"
    said(text)
    girl = desk.store.get(Person, references.resolve(desk, "V1"))
    main = build.young_person(desk, "Maisie", "Okafor")
    casework.save(desk, girl.changed(merged_into=main.id))
    assert fates(said(text)) == ["matched"]
    assert fates(said(f"{LINKS}O1,groomed,{main.file_number},2025-01-01,\n")) == ["matched"]
    assert len(held(desk, Link)) == 1


def test_a_breach_of_a_child_whose_file_was_merged_is_matched(desk: Desk, said: Said) -> None:
    said("person_ref,young_person_ref,legislation,issued_on\nO1,V1,s2,2025-08-05\n")
    text = "person_ref,young_person_ref,happened_on,what\nO1,V1,2025-08-20,met her\n"
    said(text)
    girl = desk.store.get(Person, references.resolve(desk, "V1"))
    main = build.young_person(desk, "Maisie", "Okafor", date_of_birth=girl.date_of_birth)
    casework.save(desk, girl.changed(merged_into=main.id))
    seen = said(text.replace("V1", main.file_number))
    assert (fates(seen), len(held(desk, Breach))) == (["matched"], 1)
    assert "Not taken over" not in reasons(seen)[0]


def test_ends_are_named_by_reference_file_number_name_plate_or_phone(desk: Desk, said: Said) -> None:
    number = desk.store.get(Person, references.resolve(desk, "O1")).file_number
    place, car, phone = build.place(desk, "Kebab Corner"), build.vehicle(desk, "AB12 CDE"), build.phone(desk)
    seen = said(
        f"{LINKS}{number},seen at,kebab corner,2026-01-02,\nmosaic/O1,keeper of,ab12cde,,\n"
        "Darren,uses,+44 7700 900123,,\nkebab corner,exploited,V1,,\n"
    )
    assert fates(seen) == ["created", "created", "created", "refused"]
    assert "Only people are linked so." in reasons(seen)[3]
    assert {each.other for each in held(desk, Link)} == {place.id, car.id, phone.id}


def test_a_reference_of_two_sources_is_asked_for_and_one_of_nobody_s_file_names_nobody(
    desk: Desk, said: Said, write: Write
) -> None:
    imported(desk, write(PEOPLE.replace("Jade", "Maisie"), "police"))
    girls = held(desk, Person)
    numbers = sorted(each.file_number for each in girls if each.given_name in ("Jade", "Maisie"))
    seen = imported(desk, write(f"{LINKS}V1,friend,O1,,\n", "elsewhere"))
    assert reasons(seen) == [f"“V1” could be {numbers[0]} or {numbers[1]}. Say which."]
    assert fates(imported(desk, write(f"{LINKS}police/V1,friend,O1,,\n", "elsewhere"))) == ["created"]
    build.place(desk, "The Snooker Hall")
    text = "target,protects,tactic\nThe Snooker Hall,The Snooker Hall,closure\n"
    assert reasons(said(text)) == ["“The Snooker Hall” is not a person's file."]


def test_who_was_withdrawn_or_is_restricted_is_linked_with_nobody(desk: Desk, said: Said) -> None:
    man = desk.store.get(Person, references.resolve(desk, "O1"))
    gone = casework.withdraw(desk, man, "opened twice")
    assert "was withdrawn" in reasons(said(f"{LINKS}O1,friend,V1,,\n"))[0]
    casework.save(desk, gone.changed(withdrawn=None))
    girl = desk.store.get(Person, references.resolve(desk, "V1"))
    with desk.writing() as work:
        work.put(girl.changed(restricted=True), girl)
    assert reasons(said(f"{LINKS}O1,friend,V1,,\nO1,friend,--,,\n")) == [
        "Nothing on file is called “V1”.",
        "Nothing on file is called “--”.",
    ]


def test_a_file_that_was_merged_into_a_restricted_one_is_linked_with_nobody(desk: Desk, said: Said) -> None:
    girl = desk.store.get(Person, references.resolve(desk, "V1"))
    main = build.young_person(desk, "Maisie", "Okafor")
    casework.save(desk, girl.changed(merged_into=main.id))
    with desk.writing() as work:
        work.put(main.changed(restricted=True), main)
    assert reasons(said(f"{LINKS}O1,friend,V1,,\n")) == ["Nothing on file is called “V1”."]


def test_somebody_on_file_as_a_child_gains_the_role_of_concern_and_what_is_alleged(desk: Desk, said: Said) -> None:
    seen = said(
        "ref,given_name,family_name,dob,how_well_known,role,status,status since,job,risk\n"
        "P7,Jade,Whitlock,27/03/2010,full name,made to bring others;peripheral,named by a child,2026-10-01,taxi,none\n"
    )
    assert reasons(seen)[0].endswith("It gains the reference mosaic/P7 and the role of concern.")
    girl = desk.store.get(Person, references.resolve(desk, "V1"))
    assert (girl.kind, girl.how_well_known) == ("young_person", "full_name_or_initials")
    assert [each.role for each in girl.concern_roles] == ["made_to_bring_others", "peripheral"]
    assert [(each.status, each.since) for each in girl.statuses] == [("named_by_a_child", "2026-10-01")]
    assert [(each.position, each.detail) for each in girl.positions] == [("taxi", "")]
    again = said("ref,given_name,how_well_known,role,status,job\nO9,Sam,alias only,not recorded,not recorded,baker\n")
    assert fates(again) == ["created"]
    sam = desk.store.get(Person, references.resolve(desk, "O9"))
    assert (sam.concern_roles, sam.statuses) == ((), ())
    assert [(each.position, each.detail) for each in sam.positions] == [("other", "baker")]


def test_a_row_that_knows_more_or_less_of_a_name_is_the_same_man_by_his_reference(desk: Desk, said: Said) -> None:
    head = "ref,given_name,how_well_known,role,status\n"
    assert fates(said(f"{head}U1,,not named,abuser,not identified\n")) == ["created"]
    named = said(f"{head}U1,Kev,alias only,abuser,suspect\n")
    assert fates(named) == ["matched"]
    assert "Not taken over, as the file differs: given name" in reasons(named)[0]
    assert fates(said(f"{head}O1,,not named,abuser,charged\n")) == ["matched"]
    assert fates(said(f"{head}O1,Kev,full name,abuser,charged\n")) == ["refused"]
    assert "Somebody under 18" in reasons(said(f"{head.strip()},dob\nO8,Al,full name,abuser,suspect,2012-01-01\n"))[0]


def test_a_breach_of_a_file_of_ones_own_comes_in_once(desk: Desk, tmp_path: Path) -> None:
    """The same pair, moment and words are one breach; other words are another."""
    child, adult = build.young_person(desk, date_of_birth=Moment("2013-03-12")), build.adult(desk)
    build.notice(desk, child, adult, issued_on="2026-10-02", served_at="2026-10-04T18:00+00:00")
    path = tmp_path / "own" / "breaches.csv"
    path.parent.mkdir()
    head = "person_ref,young_person_ref,happened_on,what,source\n"
    row = f"{adult.file_number},{child.file_number},2026-11-01,Waited outside,school\n"
    path.write_text(head + row)
    assert importing.commit(desk, importing.preview(desk, path)).created == 1
    path.write_text(head + row.replace(",school", ",her school") + row.replace("Waited outside", "Rang her"))
    assert importing.commit(desk, importing.preview(desk, path)).created == 1


def test_an_action_against_another_or_by_another_tactic_is_another() -> None:
    alike = SAME[DisruptionAction.KIND].alike
    one = DisruptionAction(targets=(Target(subject=Id(1)),), tactic="closure", outcome="Shut")
    assert alike(one, one.changed(outcome=""))
    assert not alike(one, one.changed(tactic="search_warrant"))
    assert not alike(one, one.changed(targets=(Target(subject=Id(2)),)))
    assert not alike(one, Breach())
