"""The list of missing episodes: what stands in its columns, and the line that drains beside an interview owed."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from rise_desk.domain import moments
from rise_desk.domain.interview import (
    ARRANGED,
    ATTEMPTED,
    DECIDED_AGAINST,
    DECLINED,
    DONE,
    ENDED,
    STATES,
    ReturnInterview,
)
from rise_desk.domain.missing import LATE_HOME, MISSING, MissingEpisode
from rise_desk.domain.practice import Practice
from rise_desk.services.missing_picture import Told
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.due_words import lasting, left
from ui.interview_words import state_words
from ui.records.missing_episode import GRADES, NO_HARM, how_long
from ui.records.words import capitalised
from ui.widgets import drain
from ui.widgets.badge import Tone
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.columns import Cell, Column
from ui.widgets.paged_model import ROW, Index, PagedModel

INTERVIEW = "interview"
NOT_BACK, NOTHING = "not back yet", "nothing recorded"
DRAIN_TALL, DRAIN_WIDE, INSET = 6, 110, 8
UNGRADED = "not recorded"


def columns(desk: ScreenDesk) -> list[Column]:
    """The columns, by the practice and the time as they are when a cell is drawn."""
    return [
        Column(key="since", title="Since", cell=lambda row: _since(row, desk), width=185, fixed=True),
        Column(key="long", title="How long", cell=lambda row: _long(row, desk), width=95),
        Column(key="from", title="From", cell=lambda row: _from(row.episode, desk.practice), width=135),
        Column(key="grade", title="Police grade", cell=lambda row: grade(row.episode, desk.practice), width=125),
        Column(key="found", title="Found", cell=lambda row: _found(row.episode, desk.practice), width=190),
        Column(key="harm", title="Harm", cell=lambda row: harm(row.episode, desk.practice), width=125),
        Column(key=INTERVIEW, title="Return interview", cell=interview, width=200),
    ]


def _since(row: Told, desk: ScreenDesk) -> Cell:
    """When they went; what it was, where it was not that they were reported missing."""
    kind = row.episode.missing_type
    second = "Missing now" if row.is_now else "" if kind == MISSING else desk.practice.label("missing_type", kind)
    when = moments.shown_short(row.episode.since, desk.now())
    return Cell(text=when, second=capitalised(second), strong=True, loud=row.is_now)


def _long(row: Told, desk: ScreenDesk) -> Cell:
    long = lasting_now(row.episode, desk) if row.is_now else how_long(row.episode, desk.now())
    return Cell(text=long or "not known", second=formats.count(row.nights, "night") if row.nights else "")


def lasting_now(episode: MissingEpisode, desk: ScreenDesk) -> str:
    """How long they have been away until now, whatever was recorded of a later return: '5 h 40 min'."""
    return lasting(int((desk.now() - moments.earliest(episode.since)).total_seconds() // 60))


def _from(episode: MissingEpisode, practice: Practice) -> Cell:
    place = capitalised(practice.label("missing_from", episode.missing_from))
    return Cell(text=place or "Not recorded", second=episode.missing_from_name)


def grade(episode: MissingEpisode, practice: Practice) -> Cell:
    """The grade that holds, and what it was before where the police graded it anew."""
    held = episode.grade_now
    if not held:
        return Cell(text="No grade yet" if episode.missing_type != LATE_HOME else "")
    was = [each for each in (episode.grade, *(each.grade for each in episode.regrades[:-1])) if each]
    before = practice.label("police_grade", was[-1]) if episode.regrades and was else ""
    second = f"was {before}" if before else "graded later" if episode.regrades else ""
    label = capitalised(practice.label("police_grade", held))
    return Cell(text=label, second=second, badge=GRADES.get(held, Tone.INFO))


def _found(episode: MissingEpisode, practice: Practice) -> Cell:
    place = capitalised(practice.label("place_type", episode.found_place_type))
    with_whom = ", ".join(each.name for each in episode.found_with)
    return Cell(
        text=episode.found_place or ("" if place.lower() == UNGRADED else place),
        second=f"with {with_whom}" if with_whom else " ".join(episode.how_found.split()),
    )


def harm(episode: MissingEpisode, practice: Practice) -> Cell:
    """The harm that was heard of; that there was none is something else than that nobody asked."""
    held = [practice.label("missing_harm", each.harm) for each in episode.harms if each.harm not in NO_HARM]
    if held:
        return Cell(text=", ".join(held), loud=True)
    return Cell(text=", ".join(practice.label("missing_harm", each.harm) for each in episode.harms))


def interview(row: Told) -> Cell:
    """How far the interview has come: by a badge what is over, by words and a draining line what is owed."""
    if row.back is None:
        return Cell(text=capitalised(NOT_BACK) if row.is_now else "")
    held, state = row.back.interview, row.back.state
    if row.due is not None:
        late = (row.minutes_left or 0) < 0
        return Cell(text=capitalised(_owed(held)), second=left(row.minutes_left or 0), loud=late)
    if held is None or state not in ENDED:
        return Cell(text=capitalised(NOTHING if held is None else STATES[state]))
    late_too = state == DONE and row.back.late
    text = "done late" if late_too else STATES[state]
    return Cell(text=capitalised(text), second=", ".join(_more(held, row)), badge=TONES[state])


TONES = {DONE: Tone.LOW, DECLINED: Tone.MEDIUM, DECIDED_AGAINST: Tone.CLOSED}
"""A shape of its own for each way in which an interview can end."""


def _owed(held: ReturnInterview | None) -> str:
    if held is not None and held.state == ATTEMPTED:
        return state_words(held)
    return STATES[held.state if held else ARRANGED]


def _more(held: ReturnInterview, row: Told) -> Iterator[str]:
    """What stands beneath: how long after the return it was held, else why it was not."""
    if held.state == DONE:
        yield state_words(held, [row.episode]).removeprefix("done late").removeprefix("done").strip(", ")
    else:
        yield " ".join((held.declined_because if held.state == DECLINED else held.decided_because).split())


class EpisodeDelegate(CellDelegate):
    """Draws the list; under an interview that is owed a line drains beside how much time is left."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, and in the column of interviews the line."""
        super().paint(painter, option, index)
        model, row = index.model(), index.data(ROW)
        drains = isinstance(row, Told) and row.minutes_left is not None
        if not (drains and isinstance(model, PagedModel) and model.columns[index.column()].key == INTERVIEW):
            return
        look = theme.current()
        words = painter.fontMetrics().horizontalAdvance(left(row.minutes_left)) + 2 * INSET
        room = QRect(option.rect)
        tall = look.tall(DRAIN_TALL)
        wide = min(look.px(DRAIN_WIDE), room.width() - words - INSET)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if wide > look.px(30) and not chosen:
            top = room.top() + room.height() * 0.72 - tall / 2
            drain.paint(painter, QRectF(room.left() + words, top, wide, tall), row.minutes_left)
