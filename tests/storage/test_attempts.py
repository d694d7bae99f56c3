"""Wrong passwords are slowed down, across restarts, programs and clocks."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rise_desk.errors import NotAllowed, Unavailable
from rise_desk.storage import attempts
from rise_desk.storage.attempts import Misses, check, miss, take
from tests.storage.conftest import AsNobody, Program

MISS_TWENTY_TIMES = """
import sys; from pathlib import Path
from rise_desk.storage.attempts import miss
print("ready", flush=True)
sys.stdin.readline()
for _ in range(20): miss(Path(sys.argv[1]))
"""


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, now: float = 1_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """The computer's clock."""
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where misses are counted."""
    return tmp_path / "desk.attempts"


def allowed(path: Path, clock: Clock) -> bool:
    """Whether another guess may be made now."""
    try:
        check(path, clock)
    except NotAllowed:
        return False
    return True


def test_five_misses_are_free_and_the_sixth_guess_waits_a_second(path: Path, clock: Clock) -> None:
    for _ in range(4):
        miss(path, clock)
    check(path, clock)
    miss(path, clock)
    with pytest.raises(NotAllowed, match=r"^Too many wrong passwords\. Try again in 1 second\.$"):
        check(path, clock)
    clock.now += 0.99
    assert not allowed(path, clock)
    clock.now += 0.01
    check(path, clock)


def test_each_wait_doubles_and_none_is_longer_than_300_seconds(path: Path, clock: Clock) -> None:
    waits = []
    for count in range(1, 41):
        clock.now += 1000
        miss(path, clock)
        if count >= 5:
            before = clock.now
            while not allowed(path, clock):
                clock.now += 1
            waits.append(clock.now - before)
    assert waits[:10] == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300]
    assert set(waits[10:]) == {300}


def test_the_sentence_counts_the_seconds(path: Path, clock: Clock) -> None:
    for _ in range(7):
        miss(path, clock)
    with pytest.raises(NotAllowed, match=r"Try again in 4 seconds\."):
        check(path, clock)
    clock.now += 0.5
    with pytest.raises(NotAllowed, match=r"Try again in 4 seconds\."):
        check(path, clock)


def test_never_more_than_ten_guesses_in_any_five_minutes(path: Path, clock: Clock) -> None:
    guesses = []
    while clock.now < 1_002_000:
        if allowed(path, clock):
            guesses.append(clock.now)
            miss(path, clock)
        clock.now += 0.25
    assert len(guesses) > 10
    assert all(later - earlier >= 300 for earlier, later in zip(guesses, guesses[10:], strict=False))


def test_the_tenth_guess_of_five_minutes_is_the_last(path: Path, clock: Clock) -> None:
    ten = tuple(clock.now + second for second in (0, 250, 250, 250, 250, 250, 250, 250, 250, 251))
    assert Misses(10, ten).wait(clock.now + 299) == 1
    assert Misses(10, ten).wait(clock.now + 300) == 0
    assert Misses(9, ten[1:]).wait(clock.now + 299) == 0


def test_an_unlock_takes_the_count_and_begins_again(path: Path, clock: Clock) -> None:
    assert take(path) == 0
    for _ in range(6):
        miss(path, clock)
    assert take(path) == 6
    assert take(path) == 0
    check(path, clock)


def test_looking_leaves_nothing_behind(path: Path, clock: Clock) -> None:
    check(path, clock)
    assert take(path) == 0
    assert list(path.parent.iterdir()) == []


def test_a_clock_turned_back_opens_nothing_and_shuts_nobody_out(path: Path, clock: Clock) -> None:
    for _ in range(8):
        miss(path, clock)
    clock.now -= 50_000
    with pytest.raises(NotAllowed, match="in 8 seconds"):
        check(path, clock)
    clock.now += 5
    with pytest.raises(NotAllowed, match="in 3 seconds"):
        check(path, clock)
    clock.now += 3
    check(path, clock)
    miss(path, clock)
    clock.now -= 10
    miss(path, clock)
    assert json.loads(path.read_bytes())["latest"][-2:] == [clock.now, clock.now]


def test_it_holds_no_names(path: Path, clock: Clock) -> None:
    miss(path, clock)
    assert json.loads(path.read_bytes()) == {"count": 1, "latest": [clock.now]}


def test_the_real_clock_is_the_default(path: Path) -> None:
    before = time.time()
    miss(path)
    check(path)
    assert before <= json.loads(path.read_bytes())["latest"][0] <= time.time()


def test_two_programs_lose_no_miss(path: Path, program: Program) -> None:
    running = [program(MISS_TWENTY_TIMES, path) for _ in range(2)]
    for each in running:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    for each in running:
        assert each.wait(20) == 0
    assert take(path) == 40


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=60) | st.sampled_from([b"[]", b"7", b"null", b'{"count": 1}']))
def test_a_counter_that_can_not_be_read_counts_as_none(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.getbasetemp() / "desk.attempts"
    place.write_bytes(content)
    check(place)
    miss(place)
    assert take(place) == 1


@pytest.mark.parametrize(
    "content",
    [
        '{"count": -1, "latest": [1]}',
        '{"count": 9, "latest": [NaN]}',
        '{"count": 9, "latest": [Infinity]}',
        '{"count": Infinity, "latest": []}',
        '{"count": 9, "latest": {"a": 1}}',
        '{"count": 9, "latest": ["x"]}',
        '{"count": 9, "latest": [' + "9" * 400 + "]}",
        "[" * 100_000,
    ],
)
def test_nonsense_counts_as_none(path: Path, clock: Clock, content: str) -> None:
    path.write_text(content)
    check(path, clock)


def test_many_misses_without_times_do_not_wait(path: Path, clock: Clock) -> None:
    path.write_text('{"count": 9, "latest": []}')
    check(path, clock)


def test_a_place_without_rights_is_said(public_place: Path, as_nobody: AsNobody) -> None:
    with as_nobody(), pytest.raises(Unavailable, match="The sign-in counter can't be opened"):
        miss(public_place / "desk.attempts")


def test_the_numbers_are_those_of_the_design() -> None:
    assert (attempts.FREE, attempts.LONGEST_WAIT, attempts.MOST_IN_A_WINDOW, attempts.WINDOW) == (
        5,
        300,
        10,
        300,
    )
