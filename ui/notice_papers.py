"""The papers of child abduction notices: one notice for officers to check and sign, and the pattern of an adult."""

from rise_desk.domain.notice import Notice
from rise_desk.domain.record import Id
from rise_desk.services import notice_papers, overview
from ui import notice_told
from ui.desk import ScreenDesk
from ui.papers import Paper

NOTICE, PATTERN = "Child abduction notice", "Pattern of notices"


def notice(screen: ScreenDesk, made: Notice) -> Paper:
    """One notice; it never shows where the child lives, is placed or goes to school."""
    return Paper(
        name=NOTICE,
        heading=f"{NOTICE}: {notice_told.pair(screen.at, made)}",
        file_name="child abduction notice.pdf",
        subject=made.child,
        preview=lambda desk, _asked: notice_papers.preview(desk, made.id),
        printed=lambda desk, asked, copies: notice_papers.printed(
            desk, made.id, recipient=asked["recipient"], copies=copies
        ),
        saved=lambda desk, asked, password: notice_papers.saved(
            desk, made.id, recipient=asked["recipient"], password=password
        ),
        role="notice",
    )


def pattern(screen: ScreenDesk, adult: Id) -> Paper:
    """Every notice that warns an adult, each acknowledged age, and each breach."""
    person = overview.person(screen.at, adult)
    return Paper(
        name=PATTERN,
        heading=f"{PATTERN}: {person.name}",
        file_name=f"{person.file_number} pattern of notices.pdf",
        subject=adult,
        preview=lambda desk, _asked: notice_papers.pattern_preview(desk, adult),
        printed=lambda desk, asked, copies: notice_papers.pattern_printed(
            desk, adult, recipient=asked["recipient"], copies=copies
        ),
        saved=lambda desk, asked, password: notice_papers.pattern_saved(
            desk, adult, recipient=asked["recipient"], password=password
        ),
        role="notice",
    )
