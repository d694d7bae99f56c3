"""Finding: whatever a tired worker types, who must be found, who must not, and where the words were."""

from collections.abc import Iterator

import pytest

from rise_desk.domain import life
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import finding
from rise_desk.services.desk import Desk
from tests import build
from tests.services.townsfolk import moved_in

MUST = (
    ("obrien", "zoe"),
    ("O'Brien", "zoe"),
    ("O’BRIEN", "zoe"),
    ("o brien", "zoe"),
    ("o'b", "zoe"),
    ("brien", "zoe"),
    ("zoe", "zoe"),
    ("Zoë", "zoe"),
    ("zo", "zoe"),
    ("z", "zoe"),
    ("zoey", "zoe"),
    ("zowie", "zoe"),
    ("zoe obrien", "zoe"),
    ("obrien zoe", "zoe"),
    ("o'brien, zoë", "zoe"),
    ("brien zo", "zoe"),
    ("lukasz", "lukasz"),
    ("Łukasz", "lukasz"),
    ("LUKASZ", "lukasz"),
    ("lukas", "lukasz"),
    ("wisniewski", "lukasz"),
    ("Wiśniewski Ł", "lukasz"),
    ("soren", "soren"),
    ("Søren", "soren"),
    ("sorensen", "soren"),
    ("Shivaun", "siobhan"),
    ("shivon", "siobhan"),
    ("chevonne", "siobhan"),
    ("siobhan", "siobhan"),
    ("Siobhán", "siobhan"),
    ("shivaun keane", "siobhan"),
    ("keane shivaun", "siobhan"),
    ("kean", "siobhan"),
    ("kane siobhan", "siobhan"),
    ("mohammed", "muhammad"),
    ("Mohamed", "muhammad"),
    ("muhammad", "muhammad"),
    ("mohammed husain", "muhammad"),
    ("catherine", "kathryn"),
    ("Kathryn", "kathryn"),
    ("kathrin", "kathryn"),
    ("stephen", "steven"),
    ("Steven", "steven"),
    ("steven smith-jones", "steven"),
    ("smith jones", "steven"),
    ("smithjones", "steven"),
    ("jones", "steven"),
    ("jones smith steven", "steven"),
    ("neve", "niamh"),
    ("annemarie", "niamh"),
    ("anne marie", "niamh"),
    ("maz", "maisie"),
    ("the van", "maisie"),
    ("Maisie", "maisie"),
    ("aisi", "maisie"),
    ("masie", "maisie"),
    ("maisie okafro", "maisie"),
    ("07700900123", "maisie"),
    ("07700 900123", "maisie"),
    ("07700 900 123", "maisie"),
    ("+44 7700 900123", "maisie"),
    ("+447700900123", "maisie"),
    ("0044 7700 900123", "maisie"),
    ("(07700) 900-123", "maisie"),
    ("07700 900", "maisie"),
    ("0770", "maisie"),
    ("900123", "maisie"),
    ("0123", "maisie"),
    ("999 000 0018", "maisie"),
    ("9990000018", "maisie"),
    ("999-000-0018", "maisie"),
    ("999 0000 018", "maisie"),
    ("99900", "maisie"),
    ("B801200005001", "kathryn"),
    ("b801 2000 05001", "kathryn"),
    ("b8012", "kathryn"),
    ("NP/7731/26", "steven"),
    ("np 7731 26", "steven"),
    ("np773126", "steven"),
    ("7731", "steven"),
    ("V17", "steven"),
    ("26-0003", "soren"),
    ("0003", "soren"),
    ("260003", "soren"),
    ("26 0003", "soren"),
    ("NN1", "siobhan"),
    ("nn1 4", "siobhan"),
    ("NN14AB", "siobhan"),
    ("nn1 4ab", "siobhan"),
    ("siobhan nn1", "siobhan"),
    ("nn1 keane", "siobhan"),
    ("NN14", "lukasz"),
    ("nn14 9", "lukasz"),
    ("nn149zz", "lukasz"),
    ("abington street", "siobhan"),
    ("keane abington", "siobhan"),
    ("siobhan riverside", "siobhan"),
    ("Weavers", "kathryn"),
    ("bernadette", "zoe"),
    ("lighthouse", "soren"),
    ("frosty", "tall man"),
    ('"zoe" obrien', "zoe"),
    ('maisie "oka', "maisie"),
    ("maisie -smith", "maisie"),
    ("smith -steven", "smith"),
)
"""What is typed, and who is among the files or those whose names sound alike."""

MUST_NOT = (
    ("obrien", "lukasz"),
    ("zoe", "steven"),
    ("zoe zoe keane", "zoe"),
    ("lukasz obrien", "lukasz"),
    ("shivaun", "steven"),
    ("shivaun", "soren"),
    ("shivaun okafor", "siobhan"),
    ("smith", "sand"),
    ("sand", "smith"),
    ("mohammed", "maisie"),
    ("catherine", "siobhan"),
    ("stephen", "siobhan"),
    ("stephen", "soren"),
    ("shi", "siobhan"),
    ("07700900124", "maisie"),
    ("07700 900 12 4", "maisie"),
    ("123", "maisie"),
    ("00123", "zoe"),
    ("770090", "maisie"),
    ("999 000 0026", "maisie"),
    ("B801200005002", "kathryn"),
    ("NP/7731/25", "steven"),
    ("26-0004", "soren"),
    ("25-0003", "soren"),
    ("003", "soren"),
    ("NN1", "lukasz"),
    ("nn1 4", "lukasz"),
    ("NN14AB", "lukasz"),
    ("nn1 4ac", "siobhan"),
    ("nn2", "siobhan"),
    ("nn1 5", "siobhan"),
    ("nn1 9", "lukasz"),
    ("zoe nn1", "siobhan"),
    ("zoe nn1", "zoe"),
    ("keane weavers", "siobhan"),
    ("maisie -okafor", "maisie"),
    ("smith -steven", "steven"),
    ('"obrien zoe" x', "zoe"),
    ("neve", "zoe"),
    ("chevonne", "kathryn"),
    ("jonathan", "steven"),
    ("nn149", "siobhan"),
    ("x", "zoe"),
    ("maisie x", "maisie"),
)
"""What is typed, and who must not be offered."""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, dict[str, Person]]]:
    """The whole town, made once for all that only ask."""
    with moved_in(tmp_path_factory.mktemp("town")) as made:
        yield made


def found(desk: Desk, text: str) -> set[Id]:
    """Everybody whose file is offered."""
    said = finding.find(desk, text)
    return {each.subject for each in (*said.files, *said.sounding)}


@pytest.mark.parametrize(("text", "who"), MUST)
def test_who_must_be_found(shared: tuple[Desk, dict[str, Person]], text: str, who: str) -> None:
    desk, people = shared
    assert people[who].id in found(desk, text)


@pytest.mark.parametrize(("text", "who"), MUST_NOT)
def test_who_must_not_be_found(shared: tuple[Desk, dict[str, Person]], text: str, who: str) -> None:
    desk, people = shared
    assert people[who].id not in found(desk, text)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("zoe", "name"),
        ("brien", "part of the name"),
        ("zoey", "sounds like Zoë"),
        ("shivaun", "sounds like Siobhán"),
        ("shivaun keane", "sounds like Siobhán, name"),
        ("maz", "known as Maz"),
        ("van", "alias The girl with the van"),
        ("900123", "phone 07700 900123"),
        ("9990000018", "NHS number 999 000 0018"),
        ("7731", "police number NP/7731/26"),
        ("v17", "reference case5 V17"),
        ("0003", "file number 26-0003"),
        ("siobhan nn1", "name, postcode NN1 4AB"),
        ("abington", "address"),
        ("weavers", "school or college"),
        ("bernadette", "parent or carer"),
        ("lighthouse", "background"),
        ("siobhan riverside", "name, address"),
    ],
)
def test_it_is_said_where_the_words_were(shared: tuple[Desk, dict[str, Person]], text: str, where: str) -> None:
    desk, _people = shared
    said = finding.find(desk, text)
    assert (*said.files, *said.sounding)[0].found_in == where


def test_whoever_is_missing_comes_first_of_those_who_are_called_so(desk: Desk) -> None:
    own = life.Allocation(worker=desk.who.name, role="key_worker")
    known = build.young_person(desk, "Maisie", "Okafor", allocations=(own,))
    away, other = build.young_person(desk, "Maisie", "Quill"), build.young_person(desk, "Ann", "Lee")
    build.note(desk, away.id)
    build.episode(desk, away.id, "2026-11-21T08:22+00:00")
    build.episode(desk, other.id, "2026-11-21T08:30+00:00", circumstances="Left with Maisie.")
    found = finding.find(desk, "maisie", (known.id,))
    assert [(each.name, each.missing_since[11:16]) for each in found.files] == [
        ("Maisie Quill", "08:22"),
        ("Maisie Okafor", ""),
    ]
    assert [each.name for each in finding.people(desk, "Maisie", 1)] == ["Maisie Quill"]
    assert [each.name for each in finding.find(desk, "okafor").files] == ["Maisie Okafor"]


def test_whoever_is_missing_is_among_the_first_of_very_many(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rise_desk.services.found_people.MOST_COMPARED", 2)
    people = [build.young_person(desk, "Maisie", name) for name in ("Ash", "Bell", "Cole", "Dean", "Eddy", "Zeller")]
    for each in people[:-1]:
        build.note(desk, each.id)
    build.episode(desk, people[-1].id, "2025-11-21T08:22+00:00")
    assert finding.people(desk, "maisie", 2)[0].name == "Maisie Zeller"
