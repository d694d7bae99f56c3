"""The risk that lists show: the band, the score as it is written, when it was made and when the next one is due."""

from rise_desk.domain import agenda
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Record
from rise_desk.domain.risk import NO_RISK, Risk
from tests.domain import sheets
from tests.domain.sheets import answer, made


def _risk(practice: Practice, *records: Record) -> Risk:
    return agenda.ruled(sheets.file(sheets.open_case(), *records), practice).risk


def test_nobody_assessed_has_only_a_day_by_which_to_be(practice: Practice) -> None:
    assert _risk(practice) == Risk(assess_by="2026-09-01")
    assert agenda.ruled(sheets.file(sheets.young_person()), practice).risk == NO_RISK


def test_the_newest_shows(practice: Practice) -> None:
    older, newer = made(1, "2026-09-08", "5555555555", judgement=10), made(2, "2026-10-20")
    assert _risk(practice, older, newer) == Risk(
        band="amber", overall="35", assessed_on="2026-10-20", assess_by="2026-12-01"
    )


def test_a_range_is_written_as_one_and_a_band_that_waits_says_so(practice: Practice) -> None:
    sheet = made(2, "2026-10-20", "0333333333", band="green", band_reason="As said.")
    waiting = Risk(band="amber", overall="33–37", assessed_on="2026-10-20", assess_by="2026-12-01", waits=True)
    assert _risk(practice, sheet) == waiting
    assert _risk(practice, sheet, answer(5, 2)).band == "green"


def test_a_closed_case_shows_its_last_band_and_nothing_due(practice: Practice) -> None:
    closed = sheets.young_person(("2026-05-01", "open"), ("2026-11-10", "closed"))
    found = agenda.ruled(sheets.file(closed, made(1, "2026-10-20"), answer(5, 1)), practice)
    assert (found.due, found.risk) == ((), Risk(band="amber", overall="35", assessed_on="2026-10-20"))
