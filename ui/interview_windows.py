"""The windows about return interviews: the form, a step, one that puts an entry right, or one as it was left."""

from PySide6.QtWidgets import QDialog

from rise_desk.domain.interview import DECIDED_AGAINST, DECLINED, ReturnInterview
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import overview
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.interview_step import ANSWER, DECIDED, EPISODE, STEP, InterviewStep

_PUT_RIGHT = {DECLINED: ANSWER, DECIDED_AGAINST: DECIDED}


def form(screen: ScreenDesk, subject: Id, episode: Id = NO_ID) -> QDialog:
    """The interview itself; what it shows of the file is written down as its opening."""
    from ui.interview_form import InterviewForm

    overview.open_file(screen.at, subject)
    return InterviewForm(screen, subject, episode)


def step(screen: ScreenDesk, subject: Id, episode: Id, which: str = "") -> QDialog:
    """One step towards it; where none is named, the one that comes next."""
    overview.open_file(screen.at, subject)
    return InterviewStep(screen, subject, episode, which)


def correction(screen: ScreenDesk, interview: ReturnInterview) -> QDialog:
    """What puts an entry right: the form where it was held, else the few questions of its answer or decision."""
    from ui.interview_form import InterviewForm

    if interview.state in _PUT_RIGHT:
        episode = next(iter(interview.covers))
        return InterviewStep(screen, interview.subject, episode, _PUT_RIGHT[interview.state])
    return InterviewForm(screen, interview.subject, corrects=interview)


def resumed(screen: ScreenDesk, draft: Draft) -> QDialog:
    """An unfinished form or step, as it was left."""
    from ui.interview_form import InterviewForm

    if STEP in draft.typed:
        episode = Id(int(draft.typed[EPISODE]))
        return InterviewStep(screen, draft.subject, episode, draft.typed[STEP], draft=draft)
    return InterviewForm(screen, draft.subject, draft=draft)
