"""A person's line in a list: every column that a list of people can have."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from rise_desk.domain import moments
from rise_desk.domain.card import SORTABLE, Card
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import AT_RISK
from ui import bands, formats
from ui.away_words import missing_now
from ui.desk import ScreenDesk
from ui.due_words import due_by, left
from ui.widgets.badge import Tone
from ui.widgets.columns import Cell, Column

NOT_SIGNED_OFF = "not signed off"
CHILD_TOO = "on file as at risk"
MINUTE = timedelta(minutes=1)
TONES = {"open": Tone.INFO, "closed": Tone.CLOSED}


Shown = dict[str, tuple[str, Callable[[Card], Cell | str], int, bool]]
"""Each column's heading, cell, width, and whether it is shown unless somebody chose otherwise."""


def columns(desk: ScreenDesk, role: str = AT_RISK) -> list[Column]:
    """Every column a list of people in this role can have; only young people are assessed."""
    assessed = role == AT_RISK
    shown: Shown = {
        "sort_name": ("Name", lambda card: _name(card, desk), 196 if assessed else 200, True),
        "file_number": ("File", lambda card: card.file_number, 74 if assessed else 90, True),
        "date_of_birth": ("Born", lambda card: _born(card, desk), 120 if assessed else 152, True),
        "gender": ("Gender", lambda card: _label(desk, "gender", card.gender), 100, False),
        "lives": ("Lives", lambda card: _lives(card, desk), 126 if assessed else 165, True),
        "legal": ("Legal status", lambda card: _labels(desk, "legal_status", card.legal), 190, False),
        "case_state": ("Status", lambda card: _state(card, desk), 82 if assessed else 90, True),
        "key_worker": ("Key worker", lambda card: card.key_worker, 96 if assessed else 110, True),
        "risk": ("Risk", lambda card: _risk(card, desk), 124, assessed),
        "assess_by": ("Next assessment", lambda card: _assess_by(card, desk), 138, assessed),
        "interview_by": ("Return interview", lambda card: _interview_by(card, desk), 134, assessed),
        "last_seen": ("Last seen", lambda card: formats.when(Moment(card.last_seen)), 105, not assessed),
        "last_entry": ("Last entry", lambda card: formats.when(Moment(card.last_entry)), 120, False),
        "flags": ("Flags", lambda card: _labels(desk, "flag", card.flags), 180, False),
        "warnings": ("Warnings", _warnings, 90, not assessed),
    }
    if not assessed:
        shown = _of_concern(desk, shown)
    return [
        Column(
            key=key,
            title=title,
            cell=cell,
            sort=key if key in SORTABLE else "",
            width=width,
            shown=usual,
            fixed=key == "sort_name",
        )
        for key, (title, cell, width, usual) in shown.items()
    ]


def _of_concern(desk: ScreenDesk, shown: Shown) -> Shown:
    """The columns of adults: first what tells why they are on the list, then what their file says as any other."""
    usual = {"sort_name", "file_number", "case_state", "key_worker"}
    why: Shown = {
        "status": ("Status of what is alleged", lambda card: _label(desk, "concern_status", card.status), 172, True),
        "concern_role": ("Said to be", lambda card: _role(desk, card), 160, True),
        "children": ("Children linked", _children, 124, True),
        "known": ("How well known", lambda card: _label(desk, "how_well_known", card.known), 156, True),
    }
    others = {key: (*column[:3], key in usual) for key, column in shown.items()}
    others["sort_name"] = ("Name", lambda card: _adult(card, desk), 190, True)
    first = {key: others.pop(key) for key in ("sort_name", "file_number", "date_of_birth")}
    others["case_state"] = ("Case", *others["case_state"][1:])
    return first | why | others


def _adult(card: Card, desk: ScreenDesk) -> Cell:
    """The name; a child who is on this list too is said to be one."""
    made = _name(card, desk)
    return replace(made, second=formats.joined(CHILD_TOO, made.second)) if card.at_risk else made


def _role(desk: ScreenDesk, card: Card) -> Cell:
    """What somebody is said to do; 'alleged' until they were convicted."""
    said = _label(desk, "concern_role", card.concern_role)
    return Cell(text=said, second="alleged" if getattr(card, "alleged", bool(said)) else "")


def _children(card: Card) -> str:
    """With how many young people somebody is linked; only a list of adults counts them."""
    return str(getattr(card, "children", 0) or "")


def _name(card: Card, desk: ScreenDesk) -> Cell:
    if card.missing_since:
        return Cell(text=card.name, second=missing_now(card.missing_since, desk.now()), strong=True, alarm=True)
    known = f"known as {card.known_as}" if card.known_as and card.known_as != card.name else ""
    return Cell(text=card.name, second=known, strong=True)


def _born(card: Card, desk: ScreenDesk) -> Cell:
    age = formats.age(card.date_of_birth, desk.now())
    return Cell(text=formats.when_full(card.date_of_birth) if card.date_of_birth else "", second=age and f"age {age}")


def _lives(card: Card, desk: ScreenDesk) -> Cell:
    return Cell(text=_label(desk, "lives", card.lives), second=_labels(desk, "legal_status", card.legal))


def _state(card: Card, desk: ScreenDesk) -> Cell:
    return Cell(text=_label(desk, "case_state", card.case_state), badge=TONES.get(card.case_state, Tone.INFO))


def _risk(card: Card, desk: ScreenDesk) -> Cell:
    """The band that shows with the score; that the chosen one waits is said in a word."""
    shown = bands.badge_of(desk.practice, card)
    if shown is None:
        return Cell()
    return Cell(text=shown[0], badge=shown[1], second=NOT_SIGNED_OFF if card.waits else "")


def _assess_by(card: Card, desk: ScreenDesk) -> Cell:
    """The day of the next assessment, and by how much it is overdue."""
    if not card.assess_by:
        return Cell()
    left = (date.fromisoformat(card.assess_by) - desk.now().astimezone(moments.LONDON).date()).days
    day = formats.when(Moment(card.assess_by))
    return Cell(text=due_by(left, card.assess_by), second=f"was due {day}", loud=True) if left < 0 else Cell(text=day)


def _interview_by(card: Card, desk: ScreenDesk) -> Cell:
    """How much of the 72 hours of the next return interview is left, and when they end."""
    if not card.interview_by:
        return Cell()
    minutes = (moments.earliest(Moment(card.interview_by)) - desk.now()) // MINUTE
    due = f"due {formats.when(Moment(card.interview_by))}"
    return Cell(text=left(minutes), second=due, loud=minutes < 0, minutes_left=minutes)


def _warnings(card: Card) -> Cell:
    return Cell(text=formats.count(card.warnings, "warning") if card.warnings else "")


def _label(desk: ScreenDesk, vocabulary: str, key: str) -> str:
    words = desk.practice.label(vocabulary, key)
    return words[:1].upper() + words[1:]


def _labels(desk: ScreenDesk, vocabulary: str, keys: str) -> str:
    return ", ".join(_label(desk, vocabulary, key) for key in keys.split())
