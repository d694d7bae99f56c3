"""How a network reads: what alleges nothing is not called alleged, and a link says where it came from."""

from datetime import date

import pytest

from rise_desk.domain.network import Edge, Node
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.services.practice import general
from ui import network_words


@pytest.fixture(scope="module")
def practice() -> Practice:
    """The team's lists."""
    return general()


@pytest.mark.parametrize(
    ("role", "convicted", "said"),
    [
        ("abuser", False, "alleged abuser"),
        ("abuser", True, "abuser"),
        ("not_known", False, "not known"),
        ("made_to_bring_others", False, "made to bring others"),
        ("", False, ""),
    ],
)
def test_what_alleges_nothing_is_not_called_alleged(
    practice: Practice, role: str, *, convicted: bool, said: str
) -> None:
    node = Node(subject=Id(1), kind="both", name="Jade", alleged=role, convicted=convicted)
    assert network_words.role(node, practice) == said


@pytest.mark.parametrize(("source", "told"), [(0, "from import of links.csv"), (7, "from contact note, Fri 20 Nov")])
def test_hovering_tells_the_record_a_link_comes_from_or_the_file(practice: Practice, source: int, told: str) -> None:
    edge = Edge(link=Id(9), one=Id(1), other=Id(2), link_type="friend", source=Id(source), origin="Import of links.csv")
    around = network_words.around(edge, practice, date(2026, 11, 21), {Id(7): "Contact note, Fri 20 Nov"})
    assert around.endswith(told)
