"""Lists that keep all of their columns in view where they lack the room."""

from pytestqt.qtbot import QtBot

from tests.ui.test_widgets_lists import COLUMNS, Store, _table
from ui.widgets.record_table import SNUGGEST


def test_a_snug_list_keeps_every_column_in_view(qtbot: QtBot) -> None:
    """As far as they may shrink; what somebody set stays, and nothing of it is remembered as theirs."""
    asked = sum(each.width for each in COLUMNS if each.shown)
    table = _table(qtbot, Store(3), snug=True)
    table.reload()

    def widths() -> list[int]:
        return [table.view.columnWidth(place) for place in range(3)]

    table.resize(asked + 100, 300)
    broad = widths()
    assert broad[:2] == [each.width for each in COLUMNS[:2]]
    table.resize(int(asked * 0.9), 300)
    assert all(now < before for now, before in zip(widths()[:2], broad[:2], strict=True))
    assert sum(widths()) <= int(asked * 0.9)
    table.resize(asked // 3, 300)
    assert widths()[0] == int(COLUMNS[0].width * SNUGGEST)
    assert table.state()["widths"] == {}
    table.view.setColumnWidth(0, 222)
    table.resize(int(asked * 0.9), 300)
    assert widths()[0] == 222
    plain = _table(qtbot, Store(3))
    plain.resize(asked // 2, 300)
    assert plain.view.columnWidth(0) == COLUMNS[0].width
