"""Notices away from their tab: at the head of a file, on Today, in the chronology, and read whole."""

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from rise_desk.domain import life
from rise_desk.domain.breach import Breach
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import Person
from rise_desk.domain.record import Withdrawal
from rise_desk.services import casework, overview, today
from rise_desk.services.desk import Desk
from tests import build
from tests.ui import noticed
from tests.ui.files import words_of
from tests.ui.open_window import dialog, page
from ui import case_identity, first_page, today_asks, today_words
from ui.case_page import CasePage
from ui.case_tabs import NOTICES
from ui.desk import ScreenDesk
from ui.main_window import MainWindow
from ui.notice_after import ReviewForm
from ui.records.notice import SHOWN
from ui.serve_form import ServeForm
from ui.today_words import Around
from ui.widgets.badge import Tone

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]


def _press(widget: QWidget, text: str) -> None:
    next(each for each in widget.findChildren(QPushButton) if each.text() == text and each.isVisible()).click()


def _breach(desk: Desk, notice: Notice) -> Breach:
    return casework.save(
        desk,
        Breach(
            id=desk.clock.new_id(),
            notice=notice.id,
            child=notice.child,
            adult=notice.adult,
            happened_at=Moment("2026-11-15T01:30+00:00"),
            place="Kebab Corner",
            what="She was in his car.",
            seen_by="PC 1142 Rowe",
        ),
    )


def test_entries_are_read_from_the_card_and_lead_on(
    window: MainWindow, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.served(desk, person, pike)
    away = build.episode(desk, person.id, "2026-11-14T22:00+00:00", "2026-11-15T07:00+00:00")
    made = _breach(desk, held)
    casework.save(desk, made.changed(id=desk.clock.new_id(), version=0, corrects=made.id, episode=away.id))
    tab = noticed.tab(window, person)
    _press(tab.cards[0], "Read")
    reading = next(each for each in window.findChildren(QDialog) if each.isVisible())
    assert "She was in his car." in words_of(reading)
    assert "Somebody" not in words_of(reading)
    _press(reading, "Read the missing episode")
    episode = next(each for each in window.findChildren(QDialog) if each.isVisible())
    assert "Missing" in episode.windowTitle()
    episode.close()
    _press(tab.cards[0], "Read")
    breach = next(each for each in window.findChildren(QDialog) if each.isVisible())
    _press(breach, "Read the notice")
    whole = next(each for each in window.findChildren(QDialog) if each.isVisible())
    assert whole.windowTitle().startswith("Notice served under section 2, Darren Pike")
    _press(whole, "Review…")
    dialog(window, ReviewForm).reject()


def test_a_prepared_notice_read_whole_is_served_and_changed_from_there(
    window: MainWindow, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.prepared(desk, person, pike)
    texts = [each.text() for each in noticed.read(screen, person, held).verbs()]
    assert texts == ["Serve…", "Change…", "Print…"]
    issued = noticed.prepared(desk, person, build.adult(desk, "Lee", "Marsh"), issued_on="2026-11-20")
    texts = [each.text() for each in noticed.read(screen, person, issued).verbs()]
    assert texts == ["Serve…", "Change…", "Breach…", "Review…", "Print…"]
    gone = casework.save(desk, held.changed(withdrawn=Withdrawal(why="Made in error")))
    assert list(noticed.read(screen, person, gone).verbs()) == []


def test_the_strip_of_a_file_says_a_notice_in_force_briefly(desk: Desk, person: Person, pike: Person) -> None:
    assert "Notice in force" not in dict(case_identity.identity(desk, person).facts)
    noticed.served(desk, person, pike)
    assert dict(case_identity.identity(desk, person).facts)["Notice in force"] == "Darren Pike"
    assert dict(case_identity.identity(desk, pike).facts)["Notice in force"] == "Maisie Okafor"
    noticed.served(desk, person, build.adult(desk, "Lee", "Marsh"))
    assert dict(case_identity.identity(desk, person).facts)["Notices in force"] == "2"


def test_lines_of_today_open_the_right_form(window: MainWindow, desk: Desk, person: Person, pike: Person) -> None:
    held = noticed.served(desk, person, pike, issued_on="2026-05-01", served_at="2026-05-02", review_on="2026-11-01")
    bare = noticed.prepared(desk, person, build.adult(desk, "Lee", "Marsh"))
    lines = {each.due.rule: each for each in today.waiting(desk)}
    review, service = (today_asks.verbs(lines[rule])[-1] for rule in ("notice_review", "notice_service"))
    assert (review.text, review.spoken) == ("Review", "Review the notice of Maisie Okafor")
    first_page.open_it(window, review.ask)
    form = dialog(window, ReviewForm)
    assert isinstance(form, ReviewForm)
    assert form.notice.id == held.id
    form.reject()
    first_page.open_it(window, service.ask)
    serve = dialog(window, ServeForm)
    assert isinstance(serve, ServeForm)
    assert serve.base.id == bare.id
    serve.reject()


def test_a_birthday_and_a_lapse_lead_to_the_notices_of_the_file(window: MainWindow, desk: Desk, pike: Person) -> None:
    soon = build.young_person(
        desk,
        "Jade",
        date_of_birth=Moment("2010-12-05"),
        case_spells=(life.CaseSpell(state="open", since=Moment("2026-04-14")),),
    )
    noticed.served(desk, soon, pike)
    lines = {each.due.rule: each for each in today.waiting(desk)}
    for rule in ("birthday", "notice_lapse"):
        verb = today_asks.verbs(lines[rule])[-1]
        assert verb.text == "Look at notices"
        first_page.open_it(window, verb.ask)
        shown = page(window)
        assert isinstance(shown, CasePage)
        assert (shown.subject, shown.tabs.current()) == (soon.id, NOTICES)
        line = today_words.told(lines[rule], Around(practice=desk.practice, now=desk.now()))
        assert line.fact == "In 14 days · Sat 5 Dec"


def test_a_notice_reads_in_the_chronology_with_its_state(
    screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.served(desk, person, pike)
    made = CasePage(screen, person.id)
    found = overview.entry(desk, person.id, held.id)
    reading = made.chronology.reading([found])
    assert SHOWN.entry is not None
    entry = SHOWN.entry(found, reading)
    assert entry.title == "Notice served under section 2, Darren Pike"
    assert ("In force", Tone.LOW) in entry.tags
    assert entry.text == "Seen with her in his car three times."
    other = SHOWN.entry(overview.entry(desk, pike.id, held.id), CasePage(screen, pike.id).chronology.reading([found]))
    assert other.title == "Notice served under section 2, Maisie Okafor"
