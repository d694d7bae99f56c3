"""The pattern of an adult on the screen and on paper: both say until when a notice holds in the same words."""

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.domain.moments import Moment
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.services import casework, notice_papers, notices
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import words_of
from ui.desk import ScreenDesk
from ui.pattern_page import PatternPage


@pytest.mark.parametrize(
    ("born", "served", "decided", "told"),
    [
        ("2011-03-12", "", "", "being prepared, would lapse on 12 March 2027"),
        ("2011-03-12", "2026-11-01", "", "in force, lapses on 12 March 2027"),
        ("2011-03", "2026-11-01", "", "in force, lapses in March 2027"),
        ("2008-01-01", "2023-11-01", "", "lapsed on 1 January 2024"),
        ("2011-03-12", "2026-11-01", "2026-11-15", "withdrawn on 15 November 2026"),
        ("", "2026-11-01", "", "in force, it lapses at the 16th birthday, and no date of birth is recorded"),
    ],
)
def test_the_sheet_and_the_screen_say_one_thing_of_how_long_a_notice_holds(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, born: str, served: str, decided: str, told: str
) -> None:
    darren = build.adult(desk)
    child = build.young_person(desk, "Ines", "Vale", date_of_birth=Moment(born))
    made = build.notice(desk, child, darren, served_at=served)
    if decided:
        said = NoticeReview(id=desk.clock.new_id(), notice=made.id, child=made.child, adult=made.adult)
        casework.save(desk, said.changed(reviewed_at=Moment(decided), decision="withdrawn", why="Moved away."))
    text = notice_papers.pattern_preview(desk, darren.id).text
    assert f"Now: {told}" in text
    (standing,) = notices.pattern(desk, darren.id).notices
    words = told.removeprefix(f"{standing.state}, ")
    page = PatternPage(screen, darren.id)
    qtbot.addWidget(page)
    assert words in words_of(page)
