"""Names in a picture: none over another name, a sign or a line where there is room elsewhere."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain.lettering import Box, Lettering, Sign
from rise_desk.domain.record import Id

ROOM = Box(0, 0, 400, 300)


def sign(right: float, down: float, *, must: bool = True, wide: float = 60) -> Sign:
    """A sign of 20 by 20 with a name of 60 by 12."""
    return Sign(at=(right, down), half=10, wide=wide, tall=12, must=must)


def written(*signs: Sign, lines: tuple[tuple[tuple[float, float], ...], ...] = (), room: Box = ROOM) -> dict[Id, Box]:
    """Where their names stand, by their places from 1."""
    return Lettering({Id(place): each for place, each in enumerate(signs, 1)}, lines, room).names


def test_a_name_stands_under_its_sign() -> None:
    """Its middle under the sign's, its top at the sign's foot."""
    assert written(sign(100, 100)) == {1: Box(70, 110, 130, 122)}


def test_it_goes_over_where_a_line_runs_under_the_sign() -> None:
    """And beside where lines run both ways."""
    down, up = ((100.0, 100.0), (100.0, 200.0)), ((100.0, 100.0), (100.0, 0.0))
    assert written(sign(100, 100), lines=(down,)) == {1: Box(70, 78, 130, 90)}
    assert written(sign(100, 100), lines=(down, up)) == {1: Box(110, 94, 170, 106)}


def test_it_goes_elsewhere_where_another_sign_or_name_stands() -> None:
    """Under both there is no room for two names beside each other."""
    first, second = written(sign(100, 100), sign(130, 100)).values()
    assert first == Box(70, 110, 130, 122)
    assert not first.shared(second)
    above = written(sign(100, 100), Sign(at=(100, 118), half=10))
    assert above == {1: Box(70, 78, 130, 90)}


def test_it_stays_in_the_picture() -> None:
    """At its foot a name stands over its sign, at its right edge left of it."""
    assert written(sign(100, 288)) == {1: Box(70, 266, 130, 278)}
    (box,) = written(sign(388, 150), lines=(((388, 150), (388, 300)), ((388, 150), (388, 0)))).values()
    assert box.right <= 378


def test_one_that_may_is_left_out_where_it_would_hide_too_much() -> None:
    """One that must is written whatever it hides; one without a name never is."""
    crowd = [sign(right, down) for right in range(20, 120, 30) for down in range(20, 120, 24)]
    last = len(crowd) + 1
    assert last in written(*crowd, sign(65, 68))
    assert last not in written(*crowd, sign(65, 68, must=False))
    assert written(sign(100, 100, must=False)).keys() == {1}
    assert written(Sign(at=(100, 100), half=10)) == {}


def test_a_word_stands_in_the_middle_of_its_line_or_along_it() -> None:
    """Where the middle is taken it moves; on a bent line it lies on the curve; where nothing is free there is none."""
    straight, none = ((100.0, 150.0), (300.0, 150.0)), Lettering({}, (), ROOM)
    assert none.word(straight, 30, 12) == Box(185, 144, 215, 156)
    assert none.word(straight, 30, 12) == Box(145, 144, 175, 156)
    bent = ((100.0, 150.0), (200.0, 110.0), (300.0, 150.0))
    assert none.word(bent, 30, 12) == Box(185, 104, 215, 116)
    short = ((0.0, 0.0), (5.0, 0.0))
    assert Lettering({Id(1): Sign(at=(2, 0), half=20)}, (), Box(-100, -100, 100, 100)).word(short, 30, 12) is None


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), unique=True, max_size=30))
def test_names_of_a_roomy_grid_never_cover_each_other(cells: list[tuple[int, int]]) -> None:
    """However it is filled."""
    found = written(*(sign(right * 90.0 + 60, down * 60.0 + 40) for right, down in cells), room=Box(0, 0, 1000, 700))
    assert len(found) == len(cells)
    assert not any(one.shared(other) for one, other in combinations(found.values(), 2))


def test_of_300_names_those_are_written_that_hide_little_and_all_within_the_room() -> None:
    """However crowded it is, with as many lines as a picture ever has."""
    signs = {Id(each): sign(each % 20 * 70.0, each // 20 * 45.0, must=False) for each in range(300)}
    lines = [(signs[Id(each % 300)].at, signs[Id(each * 7 % 300)].at) for each in range(600)]
    names = Lettering(signs, lines, Box(0, 0, 1400, 700)).names
    assert 0 < len(names) <= 300
    assert all(box.left >= 0 and box.right <= 1400 and box.top >= 0 and box.foot <= 700 for box in names.values())
