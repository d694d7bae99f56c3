"""The heat-strip in the gallery: half a year with what happened beside it, one that waits, one alone, and many."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from rise_desk.domain import heat, scoring
from rise_desk.domain.assessment import Assessment, Score
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.heat import Lane, Mark, Strip
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.domain.standing import course
from rise_desk.services.practice import general
from ui.assessment_card import AssessmentCard
from ui.widgets.card import Card
from ui.widgets.heat_strip import HeatStrip
from ui.widgets.words import label

HALF_A_YEAR = (
    ("4323434443", 6, "2026-04-14", ""),
    ("4334234443", 7, "2026-05-26", ""),
    ("5434343355", 8, "2026-07-07", ""),
    ("5433333245", 7, "2026-08-18", ""),
    ("4023032244", 6, "2026-09-29", ""),
    ("3322222233", 5, "2026-11-10", "green"),
)
NIGHTS = "2026-04-20 2026-04-21 2026-05-02 2026-06-30 2026-07-03 2026-07-04 2026-08-20 2026-10-09 2026-11-19"
LANES = (
    Lane(key="missing", label="Nights missing", marks=tuple(Mark(at=Moment(day)) for day in NIGHTS.split())),
    Lane(
        key="disruption",
        label="Disruption",
        marks=(
            Mark(at=Moment("2026-07-20"), text="notice served"),
            Mark(at=Moment("2026-10-19"), text="premises visited"),
        ),
    ),
)
MANY = 60


def heat_strips() -> QWidget:
    """Every state of the strip on one card."""
    card = Card("Heat-strip", "with lanes and a band that waits; one; sixty; none")
    sixty = tuple(
        ("".join(str((at * 7 + row * 3) % 5 + 1) for row in range(10)), at % 10 + 1, _six_weekly(at), "")
        for at in range(MANY)
    )
    for text, strip in (
        ("Half a year", _strip(HALF_A_YEAR, LANES)),
        ("One assessment", _strip(HALF_A_YEAR[:1])),
        ("Sixty, the newest in view", _strip(sixty)),
    ):
        card.add(label(text, strong=True))
        card.add(HeatStrip(strip))
    card.add(AssessmentCard(Strip()))
    return card


def _six_weekly(at: int) -> str:
    return (date(2019, 12, 31) + timedelta(days=42 * at)).isoformat()


def _strip(sheets: tuple[tuple[str, int, str, str], ...], lanes: tuple[Lane, ...] = ()) -> Strip:
    practice = general()
    instrument = practice.instruments[practice.instrument]
    records = []
    for number, (levels, judgement, day, band) in enumerate(sheets, 1):
        scores = tuple(Score(indicator=key, score=int(level)) for key, level in zip(INDICATORS, levels, strict=True))
        overall = scoring.total((each.score for each in scores), judgement)
        chosen = band or scoring.allowed(instrument, overall)[0]
        records.append(
            Assessment(
                id=Id(number),
                assessed_on=Moment(day),
                instrument=instrument.key,
                scores=scores,
                judgement=judgement,
                band=chosen,
            )
        )
    file = CaseFile(subject=Person(), records=tuple(records))
    return heat.strip(course(file, practice), practice, lanes)
