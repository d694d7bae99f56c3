"""A network as it is drawn on paper: every name can be read, and a black-and-white printer tells all of it."""

from collections import defaultdict
from itertools import combinations
from math import cos, hypot, radians, sin

import pytest

from rise_desk.domain import rings
from rise_desk.domain.lettering import Box
from rise_desk.domain.network import Edge, Network, Node
from rise_desk.domain.record import Id
from rise_desk.reports.paper import sheet
from rise_desk.reports.paper.flow import Strip, Stroke
from rise_desk.reports.paper.sheet import MEASURE
from rise_desk.reports.paper.text import Typesetter
from rise_desk.reports.paper.web import FADED, SIZE, WHITE, web_strips
from rise_desk.reports.web_blocks import DASHED, DOTTED, SOLID, Dot, Thread, Web

NAMES = (
    "Leanne Crane-Holt",
    "T",
    "the arcade by the bus station",
    "Mohammed Abdul-Rahman",
    "07700 900521",
    "KX12 ABC",
    "Bartholomew-Fitzgerald Emmanuel Okonkwo-Adeyemi",
    "<b>&amp;</b>",
    "Ж" * 80,
    "مريم الأحمد",
)
KINDS = ("adult", "child", "place", "both", "phone", "vehicle", "child", "handle", "adult", "child")


def web(dots: int) -> Web:
    """So many around one, each linked with the one before and with the middle."""
    steps = [0, *(1 + place // 12 for place in range(dots - 1))]
    nodes = tuple(Node(subject=Id(at), kind="adult", name="", steps=each) for at, each in enumerate(steps))
    edges = tuple(Edge(link=Id(each), one=Id(each - 1), other=Id(each), link_type="friend") for each in range(1, dots))
    at = rings.placed(Network(centre=Id(0), nodes=nodes, edges=edges))
    return Web(
        dots=tuple(
            Dot(at=at[Id(each)], kind=KINDS[each % 10], name=NAMES[each % 10], centre=not each) for each in range(dots)
        ),
        threads=tuple(
            Thread(
                one=each.one, other=each.other, line=(SOLID, DASHED, DOTTED)[each.link % 3], arrow=each.link % 4 == 0
            )
            for each in edges
        ),
    )


def drawn(made: Web, setter: Typesetter) -> Strip:
    """The one strip of a drawing."""
    (strip,) = web_strips(made, setter)
    return strip


def boxes(strip: Strip) -> list[Box]:
    """Where each name stands, its lines together."""
    found = defaultdict[int, list[Box]](list)
    for each in strip.words:
        foot = each.down + each.line.style.leading
        found[each.column].append(Box(each.at, each.down, each.at + each.line.width, foot))
    return [
        Box(
            min(each.left for each in lines),
            min(each.top for each in lines),
            max(each.right for each in lines),
            max(each.foot for each in lines),
        )
        for lines in found.values()
    ]


def shapes(strip: Strip) -> list[Stroke]:
    """The outlines of kinds: closed and white, and no ground of a name."""
    return [each for each in strip.strokes if each.fill == WHITE and each.ink == sheet.INK]


@pytest.mark.parametrize(("dots", "covered"), [(1, 0.0), (2, 0.0), (12, 0.1), (24, 0.15)])
def test_every_name_is_written_clear_of_the_others(dots: int, covered: float, setter: Typesetter) -> None:
    """On the sheet, whoever it is."""
    strip = drawn(web(dots), setter)
    found = boxes(strip)
    assert len(found) == dots
    for one, other in combinations(found, 2):
        assert one.shared(other) <= covered * min(one.area, other.area)
    for each in found:
        assert each.left >= -0.01
        assert each.right <= MEASURE + 0.01
        assert each.top >= -0.01
        assert each.foot <= strip.height + 0.01


def test_sixty_names_are_small_and_few_cover_anything(setter: Typesetter) -> None:
    """As many as a sheet holds."""
    strip = drawn(web(60), setter)
    found = boxes(strip)
    hidden = [
        pair for pair in combinations(found, 2) if pair[0].shared(pair[1]) > 0.1 * min(each.area for each in pair)
    ]
    assert len(found) == 60
    assert len(hidden) <= 3
    assert {each.line.style.size for each in strip.words if each.column} == {6.5}
    assert {each.line.style.size for each in drawn(web(24), setter).words if each.column} == {7.5}


def test_the_middle_is_the_largest_and_the_only_filled_one(setter: Typesetter) -> None:
    """And its name is bold."""
    strip = drawn(web(5), setter)
    across = [max(x for x, _y in each.points) - min(x for x, _y in each.points) for each in shapes(strip)]
    assert across[0] == max(across) > 2.5 * SIZE
    filled = [each for each in strip.strokes if each.fill == sheet.INK and len(each.points) > 3]
    assert len(filled) == 1
    assert [each.line.style.bold for each in strip.words if not each.column] == [True]


def test_harm_is_thick_and_what_is_long_ago_is_grey_and_still_seen(setter: Typesetter) -> None:
    """Told by more than their ink; the grey is at least three to one on white."""
    dots = tuple(Dot(at=(float(place), 0.0), kind="adult", name=str(place), centre=not place) for place in range(4))
    threads = (
        Thread(one=0, other=1, line=SOLID),
        Thread(one=1, other=2, line=SOLID, arrow=True),
        Thread(one=2, other=3, line=SOLID, faded=True),
    )
    plain, harm, head, faded = drawn(Web(dots=dots, threads=threads), setter).strokes[:4]
    assert harm.wide > 1.8 * plain.wide
    assert head.fill == sheet.INK
    assert faded.ink == FADED
    light = sum(
        share * ((int(FADED[at : at + 2], 16) / 255 + 0.055) / 1.055) ** 2.4
        for share, at in ((0.2126, 1), (0.7152, 3), (0.0722, 5))
    )
    assert 1.05 / (light + 0.05) >= 3


def test_an_arrow_ends_before_the_shape_it_points_to(setter: Typesetter) -> None:
    """Also where that is the larger one in the middle."""
    dots = (Dot(at=(0, 0), kind="child", name="A", centre=True), Dot(at=(2, 0), kind="adult", name="B"))
    for one, other in ((1, 0), (0, 1)):
        strip = drawn(Web(dots=dots, threads=(Thread(one=one, other=other, line=SOLID, arrow=True),)), setter)
        tip = strip.strokes[1].points[0]
        outline = shapes(strip)[other].points
        assert min(hypot(tip[0] - x, tip[1] - y) for x, y in outline) >= 1.9
        assert not Box(*map(min, zip(*outline, strict=True)), *map(max, zip(*outline, strict=True))).holds(tip)


def test_several_links_of_the_same_two_are_seen_as_several(setter: Typesetter) -> None:
    """Whichever end each is told from."""
    dots = (Dot(at=(0, 0), kind="adult", name="A", centre=True), Dot(at=(2, 1), kind="adult", name="B"))
    both = (Thread(one=0, other=1, line=SOLID), Thread(one=1, other=0, line=DOTTED))
    first, second = drawn(Web(dots=dots, threads=both), setter).strokes[:2]
    assert hypot(first.points[0][0] - second.points[1][0], first.points[0][1] - second.points[1][1]) > 3


@pytest.mark.parametrize("degrees", [15, 45, 135, 225, 315, 345])
def test_no_name_hides_the_head_of_an_arrow(degrees: int, setter: Typesetter) -> None:
    """Harm from one side, and lines three by three from every other: the name would rather stand on those."""
    others = [degrees + 40 + step * 280 / 6 for step in range(7)]
    at = [(2 * cos(radians(each)), 2 * sin(radians(each))) for each in (degrees, *others)]
    plain = [Thread(one=each, other=0, line=SOLID) for each in range(2, 9) for _ in range(3)]
    made = Web(
        dots=(
            Dot(at=(0, 0), kind="child", name="Maisie Okafor", centre=True),
            *(Dot(at=each, kind="adult", name="B") for each in at),
        ),
        threads=(Thread(one=1, other=0, line=SOLID, arrow=True), *plain),
    )
    strip = drawn(made, setter)
    assert not any(box.holds(point) for box in boxes(strip) for point in strip.strokes[1].points)


def test_two_in_one_place_are_drawn_and_named(setter: Typesetter) -> None:
    """An arrow without length has no head to hide."""
    both = (Dot(at=(0, 0), kind="child", name="A", centre=True), Dot(at=(0, 0), kind="adult", name="B"))
    assert len(boxes(drawn(Web(dots=both, threads=(Thread(one=1, other=0, line=SOLID, arrow=True),)), setter))) == 2
