"""The bar of cross-hits is never broader than its room, however long what stands elsewhere is called."""

from pytestqt.qtbot import QtBot

from rise_desk.domain.record import Id
from rise_desk.services.cross_hits import Hit, Hits
from tests.ui.files import button_of
from tests.ui.screen import show
from tests.ui.walk import walk
from ui.cross_hit_bar import CrossHitBar
from ui.desk import ScreenDesk
from ui.widgets.words import Elided


def test_long_names_and_places_end_in_dots(qtbot: QtBot, screen: ScreenDesk) -> None:
    """The way there is named whole for a screen reader, and its place is a tooltip."""
    bar = CrossHitBar(screen)
    show(qtbot, bar, 360, 300)
    where = "named in return interview, 10 September 2026 at 5:00pm, and once more in the one before that"
    hit = Hit(subject=Id(1), name="Shannon Hartnell", kind="person", record=Id(2), where=where)
    bar.show_hits([("The flat over the launderette, 36 Ironstone Way, Cotterswell", Hits(count=11, shown=(hit,)))])
    qtbot.wait(20)
    assert bar.minimumSizeHint().width() <= 360
    assert walk(bar) == []
    assert button_of(bar, f"Shannon Hartnell, {where}").isVisible()
    shown = [each for each in bar.findChildren(Elided) if each.isVisible()]
    assert [each.shown().endswith("…") for each in shown] == [True, True]
