"""What comes next once an episode is saved: the missing pack, the return interview; offered in the window's notice."""

from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from rise_desk.domain import interview_due, moments
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.services import overview
from ui.chosen import PACK_KEYS
from ui.desk import ScreenDesk
from ui.forms import Forms
from ui.widgets.notice_bar import Next

MISSING, BACK, DUE = "{} is recorded as missing.", "{} is back.", "{} is back. Return interview due {}, 72 hours."
PACK = "Print the missing pack"
MORE, INTERVIEW = "Fill in more", "Open the interview form"


def forms_of(below: QWidget | None) -> Forms | None:
    """The forms of the desk's window, from whatever lies over it; None where there is no such window."""
    return cast("Forms | None", getattr(below, "forms", None))


def offer(below: QWidget | None, screen: ScreenDesk, episode: MissingEpisode) -> None:
    """Say how it stands now, with what is to be done next: in the place of the line that it was saved."""
    forms = forms_of(below)
    if forms is not None:
        QTimer.singleShot(0, forms, lambda: _offer(forms, screen, episode))


def _offer(forms: Forms, screen: ScreenDesk, episode: MissingEpisode) -> None:
    if screen.desk is None:
        return
    subject, number = episode.subject, episode.id
    name = overview.names_of(screen.at, [subject]).get(subject, "")
    more = Next(text=MORE, act=lambda: forms.episode(subject, number))
    if episode.is_open:
        pack = Next(text=PACK, act=lambda: forms.missing_pack(subject), keys=PACK_KEYS)
        forms.offered.emit(MISSING.format(name), (pack, more))
        return
    by = due_by(screen, episode)
    interview = Next(text=INTERVIEW, act=lambda: forms.interview(subject, number))
    forms.offered.emit(DUE.format(name, by) if by else BACK.format(name), (interview,) if by else (more,))


def due_by(screen: ScreenDesk, episode: MissingEpisode) -> str:
    """By when its return interview is owed, in words: 'Tue 31 Mar 21:00'; '' where none is."""
    kinds = Sieve(kinds=(MissingEpisode.KIND, ReturnInterview.KIND))
    file = overview.case_file(screen.at, episode.subject, kinds)
    lines = interview_due.lines(file, screen.practice)
    by = next((Moment(each.by) for each in lines if each.record == episode.id), Moment(""))
    return moments.shown_short(by, screen.now())
