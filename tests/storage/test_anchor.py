"""The anchor only ever rises, and tells what the records have lost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rise_desk.errors import Unavailable
from rise_desk.storage.anchor import Anchor, accept, gap, read, write
from rise_desk.storage.files import one_at_a_time
from tests.storage.conftest import AsNobody, Program

Paths = tuple[Path, Path]
FIRST = Anchor(seq=41, hash="aa", at="10:40")
LAST = Anchor(seq=42, hash="bb", at="10:42")

RISE = """
import sys; from pathlib import Path
from rise_desk.storage.anchor import Anchor, write
paths = [Path(word) for word in sys.argv[2:]]
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[1]), 200, 2): assert write(paths, Anchor(number, "h", "t"), sync=False)
"""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The two places."""
    return tmp_path / "desk.anchor", tmp_path / "second" / "desk.anchor"


def test_what_was_written_is_read(paths: Paths) -> None:
    assert read(paths) is None
    assert write(paths, LAST, sync=True)
    assert read(paths) == LAST
    assert [read([path]) for path in paths] == [LAST, LAST]


@pytest.mark.parametrize("sync", [True, False])
def test_it_only_ever_rises(paths: Paths, sync: bool) -> None:
    write(paths, FIRST, sync=sync)
    write(paths, LAST, sync=sync)
    write(paths, FIRST, sync=sync)
    write(paths, Anchor(seq=42, hash="other", at="11:00"), sync=sync)
    assert read(paths) == LAST


def test_with_sync_the_same_anchor_is_written_again_to_wait_for_the_disk(paths: Paths) -> None:
    write(paths, LAST, sync=False)
    before = paths[0].stat().st_ino, paths[0].stat().st_mtime_ns
    write(paths, LAST, sync=False)
    assert (paths[0].stat().st_ino, paths[0].stat().st_mtime_ns) == before
    write(paths, LAST, sync=True)
    assert (paths[0].stat().st_ino, paths[0].stat().st_mtime_ns) != before


@pytest.mark.parametrize("broken", [0, 1])
@pytest.mark.parametrize("content", [None, b"", b"\xff\x00", b"[]", b"7", b'{"seq": 99}', b"[" * 100_000])
def test_one_readable_place_is_enough_and_the_other_is_mended(paths: Paths, broken: int, content: bytes | None) -> None:
    write(paths, FIRST, sync=True)
    if content is None:
        paths[broken].unlink()
    else:
        paths[broken].write_bytes(content)
    assert read(paths) == FIRST
    assert write(paths, LAST, sync=False)
    assert [read([path]) for path in paths] == [LAST, LAST]


@pytest.mark.parametrize(
    "content",
    [
        b'{"seq": "42", "hash": "a", "at": "b"}',
        b'{"seq": true, "hash": "a", "at": "b"}',
        b'{"seq": 1, "hash": 2, "at": "b"}',
        b'{"seq": 1, "hash": "a", "at": null}',
    ],
)
def test_a_mangled_anchor_is_none(paths: Paths, content: bytes) -> None:
    paths[0].write_bytes(content)
    assert read(paths) is None


def test_the_higher_of_the_two_counts(paths: Paths) -> None:
    write(paths[:1], FIRST, sync=False)
    write(paths[1:], LAST, sync=False)
    assert read(paths) == LAST


def test_accepting_is_the_one_way_down(paths: Paths) -> None:
    write(paths, LAST, sync=True)
    accept(paths, FIRST)
    assert [read([path]) for path in paths] == [FIRST, FIRST]


def test_a_place_that_can_not_be_written_is_told_and_the_other_is_written(
    public_place: Path, as_nobody: AsNobody
) -> None:
    mine = public_place / "mine"
    mine.mkdir()
    mine.chmod(0o777)
    theirs = public_place / "theirs"
    with as_nobody():
        assert write((theirs / "desk.anchor", mine / "desk.anchor"), LAST, sync=False) is False
        assert read((theirs / "desk.anchor", mine / "desk.anchor")) == LAST
        with pytest.raises(Unavailable, match="The anchor can't be opened"):
            accept((theirs / "desk.anchor",), LAST)


def test_a_place_that_somebody_holds_too_long_is_told(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_at_a_time.__wrapped__, "__defaults__", (0.05,))  # type: ignore[attr-defined]  # the function under its decorator
    with one_at_a_time(paths[0]):
        assert write(paths, LAST, sync=False) is False
    assert [read([path]) for path in paths] == [None, LAST]


def test_two_programs_leave_the_highest(paths: Paths, program: Program) -> None:
    running = [program(RISE, start, *paths) for start in (0, 1)]
    for each in running:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    for each in running:
        assert each.wait(20) == 0
    assert [read([path]) for path in paths] == [Anchor(199, "h", "t")] * 2


def nothing(_seq: int) -> str | None:
    """The hashes of an empty audit trail."""
    return None


class TestGap:
    def test_nothing_is_missing(self) -> None:
        held = {42: "bb", 43: "cc"}
        assert gap(None, 0, held.get) == ""
        assert gap(LAST, 42, held.get) == ""
        assert gap(LAST, 43, held.get) == ""

    @pytest.mark.parametrize(
        ("last", "sentence"),
        [
            (41, "1 entry saved up to 10:42 is missing"),
            (40, "2 entries saved up to 10:42 are missing"),
            (0, "42 entries saved up to 10:42 are missing"),
        ],
    )
    def test_a_lost_end_is_counted(self, last: int, sentence: str) -> None:
        assert gap(LAST, last, nothing) == sentence

    def test_other_entries_in_their_place_are_noticed(self) -> None:
        for held in ({42: "zz"}, {}):
            assert gap(LAST, 50, held.get) == "The entries saved up to 10:42 are not the ones that were saved then"

    def test_the_time_is_shown_as_the_reader_wants_it(self) -> None:
        assert gap(LAST, 41, nothing, "Saturday, 10:42am") == "1 entry saved up to Saturday, 10:42am is missing"


@settings(max_examples=60, deadline=None)
@given(numbers=st.lists(st.integers(0, 2**63), min_size=1, max_size=6))
def test_in_whatever_order_it_is_written_the_highest_stays(
    numbers: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    paths = [tmp_path_factory.mktemp("anchors") / "desk.anchor"]
    for number in numbers:
        write(paths, Anchor(number, str(number), "t"), sync=False)
    assert read(paths) == Anchor(max(numbers), str(max(numbers)), "t")
