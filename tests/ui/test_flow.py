"""The flowing layout reckons its height once for a width, and again when anything in it has changed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow import Flow


@pytest.fixture
def flow(qtbot: QtBot) -> Iterator[Flow]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = Flow(parent, spacing=10)
    for _ in range(3):
        box = QLabel()
        box.setFixedSize(100, 20)
        made.addWidget(box)
    yield made
    parent.close()


def test_a_height_is_reckoned_once_for_each_width(flow: Flow, monkeypatch: pytest.MonkeyPatch) -> None:
    reckoned: list[int] = []
    place = flow._place

    def count(room: QRect, *, move: bool) -> int:
        reckoned.append(room.width())
        return place(room, move=move)

    monkeypatch.setattr(flow, "_place", count)
    assert [flow.heightForWidth(width) for width in (320, 319, 320, 100, 319)] == [20, 50, 20, 80, 50]
    assert reckoned == [320, 319, 100]


def test_a_height_is_reckoned_again_after_every_change(flow: Flow) -> None:
    assert flow.heightForWidth(320) == 20
    tall = QLabel()
    tall.setFixedSize(100, 40)
    flow.addWidget(tall)
    assert flow.heightForWidth(320) == 70
    tall.setFixedHeight(60)
    assert flow.heightForWidth(320) == 90
    flow.takeAt(3)
    assert flow.heightForWidth(320) == 20
    flow.insert(0, tall)
    assert flow.heightForWidth(320) == 90
