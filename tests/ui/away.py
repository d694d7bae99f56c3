"""What the tests of missing episodes on a file share: a child who is often away, and how to find what is shown."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from rise_desk.domain.interview import Attempt
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import HarmHeard, Regrade
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import settings
from rise_desk.services.desk import Desk
from tests import build
from ui.case_missing import CaseMissing

LATE_BACK = ("2026-11-06T22:10+00:00", "2026-11-07T05:30+00:00")
"""Its interview was due on 10 November."""
FRESH = ("2026-11-19T20:00+00:00", "2026-11-20T09:30+00:00")


def missing_often(desk: Desk, person: Person) -> Person:
    """Maisie, who was missing five times and is missing now."""
    settings.set_interviews_since(desk, date(2026, 1, 1))
    jade = build.young_person(desk, "Jade", "Whitlock")
    found = (Mention(name="Big T"), Mention(name="Jade", person=jade.id))
    held = build.episode(desk, person.id, "2026-09-04T20:30+00:00", "2026-09-05T07:15+00:00", missing_from="home")
    build.interview(desk, held, done_at="2026-09-06T10:00+00:00", interviewer="Tom Reed", independent=True)
    said_no = build.episode(desk, person.id, "2026-09-11T21:00+00:00", "2026-09-12T08:00+00:00", found_with=found)
    build.interview(
        desk, said_no, answer="declined", answered_at="2026-09-12T12:00+00:00", declined_because="“Told you already.”"
    )
    injured = (HarmHeard(harm="injury"),)
    late = build.episode(desk, person.id, *LATE_BACK, grade="medium", harms=injured, found_place="The station")
    build.interview(desk, late, attempts=(Attempt(at=Moment("2026-11-08T10:00+00:00"), by="Tom Reed"),))
    build.episode(desk, jade.id, *LATE_BACK)
    build.episode(desk, person.id, *FRESH, grade="low")
    build.episode(
        desk,
        person.id,
        "2026-11-21T04:30+00:00",
        last_seen_at=Moment("2026-11-21T04:20+00:00"),
        missing_from="childrens_home",
        missing_from_name="Oak House",
        grade="medium",
        regrades=(Regrade(grade="high", at=Moment("2026-11-21T06:00+00:00")),),
        police_ref="NP-114",
        circumstances="Left in a grey coat.",
    )
    return person


def texts(widget: QWidget) -> str:
    """Every word that a part of the screen shows."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def button(widget: QWidget, text: str) -> QPushButton:
    """The one button whose words begin so."""
    (found,) = (each for each in widget.findChildren(QPushButton) if each.text().startswith(text))
    return found


def cells(tab: CaseMissing, row: int) -> dict[str, Any]:
    """What stands in a row of the list, by column."""
    return {each.key: each.of(tab.table.model.rows[row]) for each in tab.table.columns}
