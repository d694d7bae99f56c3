"""The tab of notices, the pattern page, and what the file and Today say of them: when one lapses, and who was told."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.breach import Breach
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.person import Person
from rise_desk.services import casework, notices, overview
from rise_desk.services.desk import Desk
from tests import build
from tests.ui import noticed
from tests.ui.files import words_of
from tests.ui.open_window import dialog
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import notice_told, theme
from ui.case_notices import CaseNotices
from ui.desk import ScreenDesk
from ui.main_window import CASE, MainWindow
from ui.notice_after import BreachForm, ReviewForm
from ui.notice_card import NoticeCard
from ui.notice_form import NoticeForm
from ui.pages import Place
from ui.pattern_page import PatternPage
from ui.preview import PreviewDialog
from ui.serve_form import ServeForm
from ui.widgets.badge import Badge, Tone

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]


def _badges(widget: QWidget) -> list[tuple[str, Tone]]:
    return [(each.text, each.tone) for each in widget.findChildren(Badge) if each.isVisibleTo(widget)]


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


def _review(desk: Desk, notice: Notice, decision: str = "stands", **values: Moment | str) -> NoticeReview:
    known = {"reviewed_at": Moment("2026-11-16"), "decision": decision, **values}
    made = NoticeReview(id=desk.clock.new_id(), notice=notice.id, child=notice.child, adult=notice.adult)
    return casework.save(desk, made.changed(**known))


def test_a_child_without_a_notice_reads_what_the_law_allows_today(window: MainWindow, person: Person) -> None:
    tab = noticed.tab(window, person)
    assert "No abduction notice protects this child." in words_of(tab)
    assert _badges(tab) == [("Section 2: may be used", Tone.LOW), ("Section 49: can’t be used", Tone.CLOSED)]
    assert "the statement is the parent's, not the council's" in words_of(tab)
    assert tab.pattern_button.isHidden()
    assert walk(tab) == []


def test_a_notice_in_force_says_when_it_lapses_and_why(
    window: MainWindow, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.served(desk, person, pike, police_ref="NP-4471", adult_said="I thought she was 16.")
    _breach(desk, held)
    _review(desk, held, review_on=Moment("2027-02-16"))
    tab = noticed.tab(window, person)
    told = words_of(tab)
    assert _badges(tab) == [("In force", Tone.LOW)]
    for words in (
        "Darren Pike",
        "notice under section 2",
        "Lapses on 12 March 2029, the 16th birthday",
        "Served 3 October 2026 at 6:40pm by PC 1142 Rowe · police reference NP-4471",
        "Acknowledged the child's age and signed · told that she is 13",
        "The adult said: “I thought she was 16.”",
        "Next review 16 February 2027",
        "Breaches (1)",
        "Sun 15 Nov 01:30 · Kebab Corner · She was in his car · seen by PC 1142 Rowe",
        "Reviews (1)",
        "Mon 16 Nov · the notice stands",
    ):
        assert words in told
    assert tab.allows.isHidden()
    assert walk(tab) == []


def test_each_state_is_said_by_word_and_shape_with_what_can_be_done(
    window: MainWindow, desk: Desk, person: Person, pike: Person
) -> None:
    lee, sam, joe = (build.adult(desk, name, "Marsh", reason="Another man") for name in ("Lee", "Sam", "Joe"))
    noticed.prepared(desk, person, pike, safety_plan="Her aunt stays with her.")
    noticed.prepared(desk, person, lee, issued_on="2026-11-20")
    gone = noticed.served(desk, person, sam)
    _review(desk, gone, "withdrawn", why="He has died.")
    noticed.served(desk, person, joe)
    tab = noticed.tab(window, person)
    found = {each.standing.other: each for each in tab.cards}
    assert [_badges(each)[0] for each in tab.cards] == [
        ("Issued, service not recorded", Tone.MEDIUM),
        ("In force", Tone.LOW),
        ("Being prepared", Tone.INFO),
        ("Withdrawn", Tone.CLOSED),
    ]
    verbs = {name: [button.text() for button in card.findChildren(QPushButton)][1:] for name, card in found.items()}
    assert verbs["Darren Pike"] == ["Serve…", "Change…", "Print…", "Read"]
    assert verbs["Lee Marsh"] == ["Serve…", "Change…", "Breach…", "Review…", "Print…", "Read"]
    assert verbs["Joe Marsh"] == ["Breach…", "Review…", "Print…", "Read"]
    assert verbs["Sam Marsh"][-3:] == ["Breach…", "Print…", "Read"]
    assert "Withdrawn on 16 November 2026 · He has died." in words_of(found["Sam Marsh"])
    assert "Would lapse on 12 March 2029" in words_of(found["Darren Pike"])
    assert "Safety plan for the child: Her aunt stays with her." in words_of(found["Darren Pike"])
    assert "No safety plan for the child yet" in words_of(found["Lee Marsh"])


def test_a_lapsed_notice_says_since_when_and_no_day_is_made_up(desk: Desk, pike: Person) -> None:
    old = build.young_person(desk, "Jade", date_of_birth=Moment("2010-10-03"))
    noticed.served(desk, old, pike, issued_on="2026-09-01", served_at="2026-09-02")
    lapsed = notices.of_file(desk, old.id)[0]
    assert notice_told.mark(lapsed) == ("Lapsed", Tone.CLOSED)
    assert notice_told.ends(lapsed, desk.now()) == "lapsed on 3 October 2026, the 16th birthday"
    month = build.young_person(desk, "Kay", "Doe", date_of_birth=Moment("2013-03"))
    noticed.served(desk, month, pike)
    told = notice_told.ends(notices.of_file(desk, month.id)[0], desk.now())
    assert told == "lapses in March 2029, the 16th birthday; the day of birth is not recorded"
    care = build.young_person(
        desk,
        "Ava",
        "Hill",
        date_of_birth=Moment("2012-05-01"),
        legal_spells=(life.LegalSpell(status="care_order", since=Moment("2025-01-01")),),
    )
    noticed.served(desk, care, pike, law="s49")
    assert notice_told.ends(notices.of_file(desk, care.id)[0], desk.now()).startswith("lapses on 1 May 2030, the 18th")
    nothing = build.young_person(desk, "Mia", "Lowe")
    noticed.prepared(desk, nothing, pike)
    assert "no date of birth is recorded" in notice_told.ends(notices.of_file(desk, nothing.id)[0], desk.now())


def test_the_verbs_open_their_forms_about_that_notice(
    window: MainWindow, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.prepared(desk, person, pike, issued_on="2026-11-20")
    tab = noticed.tab(window, person)
    kinds: dict[str, type[QDialog]] = {
        "Serve…": ServeForm,
        "Change…": NoticeForm,
        "Breach…": BreachForm,
        "Review…": ReviewForm,
        "Print…": PreviewDialog,
    }
    for text, kind in kinds.items():
        _press(tab.cards[0], text)
        opened = dialog(window, kind)
        about = getattr(opened, "notice", None) if kind in (BreachForm, ReviewForm) else getattr(opened, "base", held)
        assert getattr(about, "id", held.id) == held.id
        opened.reject()
    _press(tab, "Prepare a notice…")
    form = dialog(window, NoticeForm)
    assert isinstance(form, NoticeForm)
    assert form.child.value() == person.id
    form.reject()
    _press(tab.cards[0], "Open file")
    assert window.pages.place == Place(CASE, pike.id)


def test_after_preparing_the_service_and_the_paper_are_offered(
    qtbot: QtBot, window: MainWindow, desk: Desk, person: Person, pike: Person
) -> None:
    window.forms.protecting.notice(person.id)
    form = dialog(window, NoticeForm)
    assert isinstance(form, NoticeForm)
    form.panel.rows["adult"].editor.set_value(pike.id)
    form.law.set_value("s2")
    with qtbot.waitSignal(window.forms.offered) as heard:
        form.save()
    assert heard.args is not None
    said, (service, paper) = heard.args
    assert said.startswith("The notice is prepared.")
    service.act()
    dialog(window, ServeForm).reject()
    paper.act()
    dialog(window, PreviewDialog).reject()


def test_the_pattern_page_tells_each_age_and_each_breach(
    window: MainWindow, desk: Desk, person: Person, pike: Person
) -> None:
    kay = build.young_person(desk, "Kay", "Doe", date_of_birth=Moment("2012-05-06"))
    _breach(desk, noticed.served(desk, person, pike, adult_said="I thought she was 16."))
    noticed.served(desk, kay, pike, acknowledged="refused", acknowledged_age="told that she is 14")
    tab = noticed.tab(window, pike)
    _press(tab, "Pattern page")
    shown = dialog(window, PatternPage)
    told = words_of(shown)
    for words in (
        "2 notices · 2 children · 1 breach",
        "Told that she is 13 · acknowledged the child's age and signed · said: “I thought she was 16.”",
        "Told that she is 14 · refused to sign",
        "15 November 2026 at 1:30am, Maisie Okafor",
        "Kebab Corner · She was in his car · seen by PC 1142 Rowe",
    ):
        assert words in told
    assert walk(shown) == []
    _press(shown, "Print…")
    dialog(window, PreviewDialog).reject()


def test_a_pattern_without_ages_or_breaches_says_so(
    screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    noticed.prepared(desk, person, pike)
    made = PatternPage(screen, pike.id)
    assert "No breach is recorded." in words_of(made)
    assert "No notice has an age recorded" in words_of(made)


def test_a_restricted_child_is_on_no_card_count_or_pattern_of_the_adult(
    screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    noticed.served(desk, person, pike)
    with desk.writing() as work:
        held = overview.person(desk, person.id)
        work.put(held.changed(restricted=True), held)
    made = CaseNotices(screen, pike.id)
    made.show_person()
    assert made.cards == []
    assert "No abduction notice warns this adult." in words_of(made)
    assert "Maisie" not in words_of(PatternPage(screen, pike.id))


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_a_card_is_whole_in_both_looks_and_at_every_size(
    qtbot: QtBot,
    qapp: QApplication,
    screen: ScreenDesk,
    desk: Desk,
    person: Person,
    pike: Person,
    dark: bool,
    scale: float,
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    _breach(desk, noticed.served(desk, person, pike, adult_said="I thought she was 16." * 6))
    made = CaseNotices(screen, person.id)
    show(qtbot, made, 1140, 600)
    made.show_person()
    QApplication.processEvents()
    assert walk(made) == []
    assert all(isinstance(each, NoticeCard) for each in made.cards)
    made.hide()
