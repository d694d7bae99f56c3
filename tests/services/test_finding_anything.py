"""Whatever is typed is a question: no text makes an error, and none takes long."""

import os
from collections.abc import Iterator
from time import perf_counter

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rise_desk.domain.person import Person
from rise_desk.services import finding
from rise_desk.services.desk import Desk
from tests import build
from tests.services.townsfolk import moved_in

HOW_MANY = int(os.environ.get("RISE_DESK_SEARCHES", "500"))
LONGEST_S = 0.5
"""Far from what it takes, and still a wait that nobody would call one."""

PIECES = st.sampled_from(
    (
        *('"', "“", "”", "'", "*", "(", ")", "[", "]", "{", "}", ":", "^", "-", "+", "~", "\\", "%", "_", ";", "--"),
        *(" AND ", " OR ", " NOT ", " NEAR ", " NEAR/3 ", "NEAR(", "text:", "marks :", "rowid", "\ue000", "\ue001"),
        *("zoe", "o'b", "obrien", "07700", "+44", "nn1", "nn1 4", "26-", "0001", " ", "\n", "\x00", "\ud800"),
        *("ł", "ﷺ", "ा", "١٢", "🙂", "é"),
    )
)
ANY = st.one_of(
    st.lists(PIECES, max_size=30).map("".join),
    st.text(st.characters(categories=None), max_size=60),
    st.text(st.characters(codec=None, categories=("Cs", "Co", "Cn", "Mc", "Mn", "Nl", "No", "Lo")), max_size=20),
    st.binary(max_size=80).map(lambda raw: raw.decode("utf-8", "surrogateescape")),
)
LONG = ("x" * 100_000, "x " * 50_000, '"' * 100_000, '"a ' * 30_000, "-a " * 30_000, "0" * 100_000, "ﷺ" * 100_000)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, dict[str, Person]]]:
    """Everybody, and a note."""
    with moved_in(tmp_path_factory.mktemp("anything")) as (desk, people):
        build.note(desk, people["zoe"].id, text="Zoe O'Brien said: NEAR the (river) AND* the mill, 07700 900456.")
        yield desk, people


@settings(max_examples=HOW_MANY, suppress_health_check=list(HealthCheck))
@given(ANY)
@example("")
@example('"')
@example('""')
@example("-")
@example("- -")
@example('-"')
@example('x -"a b"')
@example("\x00")
@example("\ud800")
@example("\ud800 x")
@example("a" + "\u0300" * 900)
@example(LONG[0])
@example(LONG[1])
@example(LONG[2])
@example(LONG[3])
@example(LONG[4])
@example(LONG[5])
@example(LONG[6])
def test_any_text_is_a_question(town: tuple[Desk, dict[str, Person]], text: str) -> None:
    desk, _people = town
    started = perf_counter()
    found = finding.find(desk, text)
    finding.people(desk, text)
    assert perf_counter() - started < LONGEST_S
    for hit in found.hits:
        assert hit.name
        assert all(0 <= start < end <= len(hit.excerpt) for start, end in hit.spans)
    if found.notes:
        finding.older_notes(desk, found, found.notes[-1])


@pytest.mark.parametrize(
    "text", ["zoe", 'zoe"', '"zoe', "zoe*", "zoe)", "(zoe", "zoe:", "-zoe", "zoe -", "zoe \x00", "^zoe"]
)
def test_marks_that_mean_nothing_change_nothing(town: tuple[Desk, dict[str, Person]], text: str) -> None:
    desk, people = town
    found = finding.find(desk, text)
    assert found.files[0].subject == people["zoe"].id
    assert len(found.notes) == 1


@pytest.mark.parametrize("text", LONG)
def test_a_search_of_any_length_is_written_down(town: tuple[Desk, dict[str, Person]], text: str) -> None:
    finding.note(town[0], text)
    (reason,) = town[0].store.vault.sql("SELECT reason FROM audit ORDER BY seq DESC LIMIT 1")[0]
    assert len(reason) <= finding.LONGEST_REASON
