"""Assessments: what their form asks for when it opens on a file with sixty of them, against its raw queries."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from itertools import cycle, islice
from time import perf_counter

from PySide6.QtWidgets import QApplication

from rise_desk.domain import life, moments
from rise_desk.domain.assessment import Assessment, Evidence
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.services import assessing, casework
from tests import build
from tests.bench import bare
from tests.bench.figures import Figure, Limit
from tests.bench.ground import Ground
from tests.bench.seat import Seat
from tests.bench.timing import medians, timed
from ui.assessment_form import AssessmentForm

PAST, SIX_WEEKS, CONTACTS = 60, timedelta(days=42), 20
LEVELS = ("3333333333", "4334243344", "2212121211", "5555555555", "3303333333")


def figures(ground: Ground, rounds: int) -> Iterator[Figure]:
    """What the form of an assessment reads when it opens."""
    subject = assessed(ground)
    opened = partial(assessing.opening, ground.desk, subject)
    with bare.overheard(ground.desk.store.vault) as said:
        opened()
    asked = partial(bare.ask, ground.bare, bare.questions(said))
    seat = Seat(ground.desk)
    try:
        painted = partial(_painted, seat, subject)
        took = medians({"asked": timed(asked), "opened": timed(opened), "painted": painted}, rounds)
    finally:
        seat.leave()
    yield Figure(
        what="opening the assessment form on a file with 60 past assessments",
        measured=took["opened"],
        floor=took["asked"],
        of="its queries, each asked once",
        limit=Limit(more=30),
        detail=f"the whole course, and the facts since with {CONTACTS} contacts",
    )
    yield Figure(
        what="opening the assessment form, until it is painted",
        measured=took["painted"],
        floor=took["asked"],
        of="the same",
        detail="with its widgets made, laid out and painted",
    )


def _painted(seat: Seat, subject: Id) -> float:
    """How long it takes until the form stands on the screen, in milliseconds; it is closed again after that."""
    started = perf_counter()
    form = AssessmentForm(seat.screen, subject)
    form.show()
    QApplication.processEvents()
    took = (perf_counter() - started) * 1000
    form.close()
    form.deleteLater()
    QApplication.processEvents()
    return took


def assessed(ground: Ground) -> Id:
    """Somebody who was assessed every six weeks for seven years, with contacts since the last."""
    desk, today = ground.desk, ground.desk.now()
    opened = moments.london_day(moments.stamp(today - (PAST + 1) * SIX_WEEKS))
    spells = (life.CaseSpell(since=Moment(opened), state="open"),)
    person = build.young_person(desk, "Sixty", "Times", reason="For the bench.", case_spells=spells)
    words = _sentences(ground)
    for turn, levels in zip(range(PAST, 0, -1), cycle(LEVELS), strict=False):
        day = moments.london_day(moments.stamp(today - turn * SIX_WEEKS))
        casework.save(desk, _one(person.id, desk.clock.new_id(), levels, day, words))
    for turn in range(CONTACTS):
        at = moments.minute(today - timedelta(days=turn + 1))
        build.note(desk, person.id, happened_at=at, text=next(words))
    return person.id


def _one(subject: Id, number: Id, levels: str, day: str, words: Iterator[str]) -> Assessment:
    evidence = tuple(Evidence(indicator=key, text=next(words)) for key in INDICATORS)
    comment = next(words)
    return build.made_assessment(
        subject, levels, day=day, id=number, evidence=evidence, judgement_comment=comment, protective=comment
    )


def _sentences(ground: Ground) -> Iterator[str]:
    """Thirty words at a time as they stand in notes, without end."""
    rows = ground.bare.execute("SELECT text FROM contact_note LIMIT 400").fetchall()
    words = cycle(" ".join(row[0] for row in rows).split())
    while True:
        yield " ".join(islice(words, 30))
