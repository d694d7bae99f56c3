"""Serving a notice, reviewing it, and logging a breach: what is asked, kept and saved, and what is only a question."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.domain.breach import Breach
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.person import Person
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from tests import build
from tests.ui import noticed
from tests.ui.files import words_of
from ui import asking
from ui.desk import ScreenDesk
from ui.notice_after import BreachForm, ReviewForm
from ui.notice_episodes import EpisodeChoice
from ui.notice_windows import SERVED
from ui.record_form import RecordForm
from ui.resuming import window_of
from ui.serve_form import NO_PLAN, WHEN, ServeForm

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
Asked = list[tuple[str, str]]


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], Asked]:
    """Answers the question about the safety plan, and tells what was asked."""

    def answers(wish: bool) -> Asked:
        asked: Asked = []

        def said(_form: object, text: str, verb: str) -> bool:
            asked.append((text, verb))
            return wish

        monkeypatch.setattr(asking, "confirmed", said)
        return asked

    return answers


def test_service_is_asked_for_and_no_date_is_filled_in(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    form = noticed.opened(
        qtbot, ServeForm(screen, noticed.prepared(desk, person, pike, safety_plan="Aunt stays with her."))
    )
    assert "Darren Pike is warned away from Maisie Okafor, under section 2" in words_of(form)
    assert form.panel.rows["served_at"].value() == ""
    form.save()
    assert form.panel.rows["served_at"].problem == WHEN
    form.panel.rows["served_at"].editor.restore("20 November 2026 18:40")
    form.panel.rows["acknowledged"].editor.set_value("refused")
    form.panel.rows["acknowledged_age"].editor.set_value("told that she is 13")
    made = noticed.saved(qtbot, form)
    assert isinstance(made, Notice)
    assert made.settled
    assert (made.served_at, made.acknowledged) == ("2026-11-20T18:40+00:00", "refused")
    assert made.acknowledged_age == "told that she is 13"


def test_without_a_safety_plan_it_is_asked_once_and_never_blocked(
    qtbot: QtBot,
    screen: ScreenDesk,
    desk: Desk,
    person: Person,
    pike: Person,
    answered: Callable[[bool], Asked],
) -> None:
    form = noticed.opened(qtbot, ServeForm(screen, noticed.prepared(desk, person, pike)))
    asked = answered(False)
    form.panel.rows["served_at"].editor.restore("tomorrow 9:00")
    form.save()
    assert asked == []
    form.panel.rows["served_at"].editor.restore("20 November 2026 18:40")
    form.save()
    assert [text for text, _verb in asked] == [NO_PLAN]
    assert not noticed.held(desk, person, Notice)[0].settled
    answered(True)
    made = noticed.saved(qtbot, form)
    assert isinstance(made, Notice)
    assert made.settled


def test_an_unfinished_service_is_gone_on_with_until_somebody_else_served_it(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.prepared(desk, person, pike, safety_plan="Aunt stays with her.")
    form = noticed.opened(qtbot, ServeForm(screen, held))
    form.panel.rows["served_by"].editor.set_value("PC 1142 Rowe")
    draft = noticed.drafted(form, desk)
    again = window_of(screen, draft)
    assert isinstance(again, ServeForm)
    assert again.panel.rows["served_by"].value() == "PC 1142 Rowe"
    again.close()
    casework.save(desk, held.changed(served_at=Moment("2026-11-20")))
    left = window_of(screen, draft)
    assert not isinstance(left, RecordForm)
    assert SERVED in words_of(left)


def test_a_review_says_whether_it_stands(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.served(desk, person, pike)
    form = noticed.opened(qtbot, ReviewForm(screen, held))
    assert "In force · lapses on 12 March 2029, the 16th birthday" in words_of(form)
    form.panel.rows["reviewed_at"].editor.restore("20 November 2026")
    form.panel.rows["decision"].editor.set_value("withdrawn")
    form.save()
    qtbot.waitUntil(lambda: bool(form.panel.rows["why"].problem))
    form.panel.rows["why"].editor.set_value("The family has moved away.")
    again = window_of(screen, noticed.drafted(form, desk))
    assert isinstance(again, ReviewForm)
    assert again.panel.rows["decision"].value() == "withdrawn"
    again.close()
    made = noticed.saved(qtbot, form)
    assert isinstance(made, NoticeReview)
    assert (made.notice, made.child, made.adult, made.decision) == (held.id, person.id, pike.id, "withdrawn")
    corrected = noticed.opened(qtbot, ReviewForm(screen, held, corrects=made))
    assert corrected.panel.rows["why"].value() == "The family has moved away."
    corrected.panel.rows["why"].editor.set_value("The family has moved to Leeds.")
    again = window_of(screen, noticed.drafted(corrected, desk))
    assert isinstance(again, ReviewForm)
    assert again.corrects is not None
    again.close()
    assert noticed.saved(qtbot, corrected).corrects == made.id


def test_a_breach_is_linked_to_an_episode_around_that_day(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, pike: Person
) -> None:
    held = noticed.served(desk, person, pike)
    near = build.episode(desk, person.id, "2026-11-14T22:00+00:00", "2026-11-15T07:00+00:00")
    far = build.episode(desk, person.id, "2026-10-20T22:00+00:00", "2026-10-21T07:00+00:00")
    form = noticed.opened(qtbot, BreachForm(screen, held))
    choice = form.panel.rows["episode"].widget
    assert isinstance(choice, EpisodeChoice)
    assert {str(near.id), str(far.id)} < set(choice.row.buttons)
    form.panel.rows["happened_at"].editor.restore("15 November 2026")
    assert set(choice.row.buttons) == {"", str(near.id)}
    choice.set_value(near.id)
    form.panel.rows["what"].editor.set_value("She was found in his flat.")
    again = window_of(screen, noticed.drafted(form, desk))
    assert isinstance(again, BreachForm)
    assert again.panel.rows["episode"].value() == near.id
    again.close()
    made = noticed.saved(qtbot, form)
    assert isinstance(made, Breach)
    assert (made.notice, made.child, made.adult, made.episode) == (held.id, person.id, pike.id, near.id)
    wrong = BreachForm(screen, held, corrects=made)
    assert wrong.panel.rows["episode"].value() == near.id
    wrong.panel.rows["happened_at"].editor.restore("20 October 2026")
    other = wrong.panel.rows["episode"].widget
    assert isinstance(other, EpisodeChoice)
    assert set(other.row.buttons) == {"", str(near.id), str(far.id)}
    assert other.value() == near.id
    again = window_of(screen, noticed.drafted(wrong, desk))
    assert isinstance(again, BreachForm)
    assert again.corrects is not None
    again.close()
    wrong.close()
