"""How a node of a network reads: what somebody is said to do is alleged, and what alleges nothing is not."""

import pytest

from rise_desk.domain.network import Node
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
