"""Published case 5, imported whole: V1's notice says when it lapsed and why, and a breach of it can be logged."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.services import notices, references
from rise_desk.services.desk import Desk
from tests.build import PASSWORD
from tests.line import Line
from tests.ui.files import words_of
from tests.ui.screen import show
from ui.case_notices import CaseNotices
from ui.desk import ScreenDesk
from ui.notice_after import BreachForm
from ui.pattern_page import PatternPage

CASE5 = Path(__file__).parents[3] / "shared" / "cases" / "case5"
PUBLISHED = pytest.mark.skipif(not CASE5.exists(), reason="the published cases lie beside the checkout only")
FILES = ("young_people", "persons_of_concern", "missing_episodes", "notices", "breaches")


@PUBLISHED
@pytest.mark.usefixtures("dropped")
def test_the_notice_of_case_five_says_when_it_lapsed_and_takes_a_breach(
    qtbot: QtBot, desk: Desk, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RISE_DESK_PASSWORD", PASSWORD)
    line = Line(desk.store.folder.path)
    for name in FILES:
        code, _answer, err = line.run("import", str(CASE5 / f"{name}.csv"), "--commit")
        assert (code, err) == (0, ""), name
    desk.follow()
    child = references.resolve(desk, "case5/V1")
    tab = CaseNotices(screen, child)
    show(qtbot, tab, 1100, 600)
    _read(tab)
    assert "Lapsed on 3 October 2011, the 16th birthday" in words_of(tab)
    assert "Breaches (1)" in words_of(tab)
    held = notices.of_file(desk, child)[0]
    form = BreachForm(screen, held.notice)
    show(qtbot, form, 860, 600)
    form.panel.rows["happened_at"].editor.restore("21 August 2010")
    form.panel.rows["what"].editor.set_value("He waited outside her school.")
    with qtbot.waitSignal(form.saved):
        form.save()
    _read(tab)
    assert "Breaches (2)" in words_of(tab)
    assert "He waited outside her school" in words_of(tab)
    assert "1 notice · 1 child · 2 breaches" in words_of(PatternPage(screen, held.notice.adult))
    tab.hide()


def _read(tab: CaseNotices) -> None:
    tab.show_person()
    QApplication.processEvents()
