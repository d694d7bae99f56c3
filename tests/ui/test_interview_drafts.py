"""Two people at one return interview, and unfinished forms of it: whatever happened meanwhile, nothing is lost."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.domain.interview import Covered, ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import casework, interviewing, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import words_of
from tests.ui.interviewed import came_back, saved, shown
from ui.conflict import ConflictDialog
from ui.desk import ScreenDesk
from ui.interview_form import InterviewForm
from ui.leftover import Leftover
from ui.resuming import window_of

pytestmark = pytest.mark.usefixtures("dropped")
AT = "2026-11-20T10:00+00:00"
Make = Callable[..., ReturnInterview]


@pytest.fixture
def episode(desk: Desk, person: Person) -> MissingEpisode:
    """Back on 19 November at 2am."""
    return came_back(desk, person.id)


@pytest.fixture
def make(desk: Desk, episode: MissingEpisode) -> Make:
    """Put an interview about it on file."""
    return lambda **values: build.interview(desk, episode, **values)


def _two(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode, theirs: Callable[[Desk], object]
) -> InterviewForm:
    """A form over what a colleague changes while it is filled in; then it is saved, and disputed."""
    form = shown(qtbot, InterviewForm(screen, episode.subject, episode.id))
    form.panel.restore({"done_at": "21 11 2026 09:00", "push": "Rows"})
    theirs(build.colleague(desk, "Tom Reed"))
    form.save()
    qtbot.waitUntil(form.dispute.show_button.isVisible)
    form.dispute.show()
    (dialog,) = [each for each in form.findChildren(ConflictDialog) if each.isVisible()]
    dialog.accept()
    return form


@pytest.mark.parametrize("values", [{"pull": "A man", "offered_at": AT}, {"pull": "A man", "done_at": AT}])
@pytest.mark.parametrize("began", [False, True])
def test_two_people_at_one_interview_lose_nothing(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode, values: dict[str, str], began: bool
) -> None:
    if began:
        build.interview(desk, episode, assigned_to="Jo March")

    def theirs(at: Desk) -> ReturnInterview:
        held = interviewing.opening(at, episode.subject, episode.id).interview
        return interviewing.record(at, held.changed(**values))

    form = _two(qtbot, screen, desk, episode, theirs)
    made = saved(qtbot, form)
    assert (made.push, made.pull, made.state) == ("Rows", "A man", "done")
    assert bool(made.corrects) == ("done_at" in values)
    assert interviewing.of_episode(desk, episode.subject, episode.id) == made
    assert unfinished.mine(desk) == []


def test_two_corrections_of_one_entry_lose_nothing(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode, make: Make
) -> None:
    make(done_at=AT)

    def theirs(at: Desk) -> ReturnInterview:
        held = interviewing.of_episode(at, episode.subject, episode.id)
        assert held is not None
        return interviewing.record(at, interviewing.further(at, held).changed(pull="A man"))

    form = _two(qtbot, screen, desk, episode, theirs)
    made = saved(qtbot, form)
    assert (made.push, made.pull) == ("Rows", "A man")


# Drafts


def _draft(desk: Desk, form: InterviewForm) -> unfinished.Draft:
    form.drafting.keep()
    (draft,) = unfinished.mine(desk)
    form.hide()
    return draft


def test_a_draft_of_a_new_one_is_gone_on_with(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    other = came_back(desk, episode.subject, "2026-11-10T20:00+00:00", "2026-11-11T02:00+00:00")
    form = shown(qtbot, InterviewForm(screen, episode.subject, episode.id))
    form.panel.restore({"push": "Rows", "episodes": [str(other.id), str(episode.id)]})
    again = shown(qtbot, window_of(screen, _draft(desk, form)))
    assert again.panel.rows["push"].value() == "Rows"
    assert again.panel.rows["episodes"].value() == (Covered(episode=other.id), Covered(episode=episode.id))
    again.panel.restore({"done_at": "21 11 2026 09:00", "late_because": "Two in a week"})
    saved(qtbot, again)
    assert unfinished.mine(desk) == []


def test_a_draft_over_what_changed_since_says_so_and_is_compared(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode, make: Make
) -> None:
    held = make(offered_at=AT)
    form = shown(qtbot, InterviewForm(screen, episode.subject, episode.id))
    form.panel.restore({"push": "Rows"})
    draft = _draft(desk, form)
    interviewing.record(build.colleague(desk, "Tom Reed"), held.changed(offered_by="Tom Reed"))
    again = shown(qtbot, window_of(screen, draft))
    assert "Tom Reed saved this entry" in words_of(again)
    assert (again.base.version, again.base.offered_by) == (1, "")
    again.save()
    qtbot.waitUntil(again.dispute.show_button.isVisible)


def test_a_draft_of_a_correction_is_gone_on_with(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode, make: Make
) -> None:
    made = make(done_at=AT)
    form = shown(qtbot, InterviewForm(screen, episode.subject, corrects=made))
    form.panel.restore({"push": "Rows"})
    again = shown(qtbot, window_of(screen, _draft(desk, form)))
    assert again.base == made
    assert saved(qtbot, again).corrects == made.id


def test_a_draft_whose_episode_was_withdrawn_is_only_read(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    form = shown(qtbot, InterviewForm(screen, episode.subject, episode.id))
    form.panel.restore({"push": "Rows"})
    draft = _draft(desk, form)
    casework.withdraw(desk, episode, "never happened")
    left = window_of(screen, draft)
    qtbot.addWidget(left)
    assert isinstance(left, Leftover)
    assert isinstance(draft.subject, int)
    assert Id(draft.subject) == episode.subject


def test_a_draft_is_kept_of_what_was_typed_alone(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    form = shown(qtbot, InterviewForm(screen, episode.subject, episode.id))
    form.panel.restore({"push": "Rows at home"})
    form.drafting.keep()
    (draft,) = unfinished.mine(desk)
    assert draft.typed["panel"] == {"push": "Rows at home"}
    assert "Rows at home" in unfinished.words(draft)
