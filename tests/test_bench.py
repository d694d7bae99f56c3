"""The bench's own reckoning: limits, verdicts, the table, medians, and data that is whole or not there at all."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rise_desk.domain.card import SORTABLE, Wanted
from rise_desk.services import overview
from rise_desk.services.demo import making
from tests.bench.figures import OVER, WITHIN, Figure, Limit, table, worst
from tests.bench.ground import laid
from tests.bench.kept import Size, data, name_of, working_copy
from tests.bench.lists import last_page
from tests.bench.timing import medians

SMALL = Size(people=3, notes=5, seed=1)


INFORMATION = Limit()


def _figure(measured: float, floor: float, limit: Limit = INFORMATION, what: str = "a page") -> Figure:
    return Figure(what=what, measured=measured, floor=floor, of="its SQL", limit=limit)


@pytest.mark.parametrize(
    ("measured", "floor", "limit", "verdict"),
    [
        (30.0, 10.0, Limit(times=3), WITHIN),
        (30.1, 10.0, Limit(times=3), OVER),
        (11.0, 1.0, Limit(times=3, more=10), WITHIN),
        (11.1, 1.0, Limit(times=3, more=10), OVER),
        (60.0, 20.0, Limit(times=3, more=10), WITHIN),
        (60.1, 20.0, Limit(times=3, more=10), OVER),
        (31.0, 1.0, Limit(more=30), WITHIN),
        (31.1, 1.0, Limit(more=30), OVER),
        (900.0, 1.0, Limit(), ""),
    ],
)
def test_a_limit_holds_up_to_its_edge(measured: float, floor: float, limit: Limit, verdict: str) -> None:
    assert _figure(measured, floor, limit).verdict == verdict


def test_a_floor_of_nothing_has_no_ratio() -> None:
    assert _figure(3.0, 0.0).ratio == 0.0


def test_the_worst_is_the_nearest_to_its_limit() -> None:
    near, far = _figure(2.9, 1.0, Limit(times=3), "near"), _figure(20.0, 10.0, Limit(times=3), "far")
    assert worst([far, near]).what == "near"
    over = _figure(31.0, 10.0, Limit(times=3), "over")
    assert worst([near, over, far]).what == "over"


def test_the_table_says_every_figure_its_floor_and_its_verdict() -> None:
    told = table([_figure(1234.0, 100.0, Limit(times=4)), _figure(2.5, 1.0, Limit(times=3, more=10))])
    assert "1,234 ms" in told
    assert "12.34x" in told
    assert told.count("against its SQL") == 2
    assert OVER in told.splitlines()[2]
    assert WITHIN in told.splitlines()[4]
    assert "3x or 10 ms more" in told


def test_plain_data_says_the_verdict_in_a_word() -> None:
    told = _figure(5.0, 1.0, Limit(times=4)).plain()
    assert told["verdict"] == "OVER"
    assert told["ratio"] == 5.0
    assert told["limit"] == {"times": 4, "more": None}
    assert json.loads(json.dumps(told)) == told


def test_probes_take_turns_and_the_first_round_does_not_count() -> None:
    asked: list[str] = []
    slow_at_first: Iterator[float] = iter([900.0, 1.0, 9.0, 2.0])

    def first() -> float:
        asked.append("first")
        return next(slow_at_first)

    def second() -> float:
        asked.append("second")
        return 5.0

    assert medians({"first": first, "second": second}, 3) == {"first": 2.0, "second": 5.0}
    assert asked == ["first", "second"] * 4


def test_data_is_made_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = data(SMALL, tmp_path)
    assert made.store.is_dir()
    monkeypatch.setattr(making, "make", None)
    assert data(SMALL, tmp_path) == made


def test_other_sizes_and_seeds_are_other_data() -> None:
    others = (Size(people=4, notes=5, seed=1), Size(people=3, notes=6, seed=1), Size(people=3, notes=5, seed=2))
    assert len({name_of(each) for each in (SMALL, *others)}) == 4


def test_half_made_data_is_never_taken_for_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(path: Path, *_rest: object, **_named: object) -> None:
        path.mkdir()
        (path / "desk.vault").write_bytes(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(making, "make", killed)
        with pytest.raises(KeyboardInterrupt):
            data(SMALL, tmp_path)
    assert not (tmp_path / name_of(SMALL)).exists()
    assert (data(SMALL, tmp_path).store / "desk.vault").stat().st_size > 4


def test_data_of_another_story_is_cleared_away_when_new_is_made(tmp_path: Path) -> None:
    old, theirs = tmp_path / "schema0-demo00000000-3-5-1", tmp_path / "notes"
    old.mkdir()
    theirs.mkdir()
    data(SMALL, tmp_path)
    assert not old.exists()
    assert theirs.exists()


def test_what_is_measured_is_a_copy_and_goes_again(tmp_path: Path) -> None:
    made = data(SMALL, tmp_path)
    killed = tmp_path / "run-999999999-3"
    killed.mkdir()
    with working_copy(made, tmp_path) as copy:
        (copy / "desk.vault").write_bytes(b"spoilt")
        assert not killed.exists()
    assert not copy.exists()
    assert (made.store / "desk.vault").stat().st_size > 6


def test_the_last_page_of_a_list_ends_it(tmp_path: Path) -> None:
    with laid(Size(people=30, notes=40, seed=1), tmp_path) as few:
        for column in SORTABLE:
            wanted = Wanted(sort=column, limit=10)
            whole = overview.people(few.desk, Wanted(sort=column, limit=100))
            assert overview.people(few.desk, last_page(few, wanted)) == whole[-10:]
            assert last_page(few, Wanted(sort=column, limit=100)).after is None
