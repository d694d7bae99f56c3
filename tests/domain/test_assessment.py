"""An assessment: what is refused, in one sentence each and with nothing lost; every sheet keeps what it says."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain.assessment import HARM, MISSING, UNDER_13, Assessment, Evidence, HarmSign, Score
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, plain, stored
from rise_desk.domain.scoring import Choice, Total
from rise_desk.services.practice import OURS, general, instruments
from tests.domain import sheets
from tests.domain.sheets import MAISIE, made

DAY = "2026-11-10"
NSCB = instruments()[OURS]


def _scored(sheet: Assessment, indicator: str, **values: Any) -> Assessment:
    return sheet.changed(
        scores=tuple(replace(each, **values) if each.indicator == indicator else each for each in sheet.scores)
    )


def _evidenced(sheet: Assessment, indicator: str, **values: Any) -> Assessment:
    return sheet.changed(
        evidence=tuple(replace(each, **values) if each.indicator == indicator else each for each in sheet.evidence)
    )


def _without(sheet: Assessment, indicator: str) -> Assessment:
    return sheet.changed(
        scores=tuple(each for each in sheet.scores if each.indicator != indicator),
        evidence=tuple(each for each in sheet.evidence if each.indicator != indicator),
    )


def test_a_whole_sheet_has_nothing_against_it(practice: Practice, now: datetime) -> None:
    sheet = made(1, DAY)
    assert sheet.problems(practice, now) == {}
    assert sheet.file_problems(sheets.file(sheets.open_case()), practice, now) == {}
    assert (sheet.overall, sheet.choice(NSCB)) == (Total(35, 35), Choice.WITHIN)
    assert (sheet.involved(), sheet.happened()) == (((MAISIE, "assessed"),), DAY)


def test_an_empty_sheet_is_asked_for_everything(practice: Practice, now: datetime) -> None:
    asked = {"subject", "assessed_on", "judgement", "judgement_comment", "band"}
    lines = {f"{part}.{key}" for part in ("scores", "evidence") for key in INDICATORS}
    assert set(Assessment(instrument=OURS).problems(practice, now)) == asked | lines
    assert set(Assessment().problems(practice, now)) == asked - {"judgement"} | {"instrument"}


def test_nothing_of_it_is_from_the_future(practice: Practice, now: datetime) -> None:
    later = Moment("2026-11-22")
    signs = (HarmSign(sign="injury", seen_on=later),)
    strategy: dict[str, Any] = {
        "strategy_asked": True,
        "strategy_by": "Priya Nair",
        "strategy_at": Moment("2026-11-22T10:00+00:00"),
    }
    found = made(1, DAY, told_on=later, harm_signs=signs, **strategy).problems(practice, now)
    assert set(found) == {"told_on", "strategy_at", "harm_signs.1.seen_on"}


@pytest.mark.parametrize("level", [-1, 6, 99])
def test_a_score_outside_one_to_five_is_refused(level: int, practice: Practice, now: datetime) -> None:
    found = _scored(made(1, DAY), "education", score=level).problems(practice, now)
    assert found == {"scores.education": "“School or college attendance” is scored from 1 to 5."}


@pytest.mark.parametrize("level", [1, 5])
def test_a_score_of_one_or_five_is_taken(level: int, practice: Practice, now: datetime) -> None:
    assert _scored(made(1, DAY), "education", score=level).problems(practice, now) == {}


@pytest.mark.parametrize("judgement", [-1, 0, 11])
def test_a_judgement_outside_one_to_ten_is_refused(judgement: int, practice: Practice, now: datetime) -> None:
    found = made(1, DAY, judgement=judgement, band="amber").problems(practice, now)
    assert found == {"judgement": "Professional judgement must be a number from 1 to 10."}


@pytest.mark.parametrize("judgement", [1, 10])
def test_a_judgement_of_one_or_ten_is_taken(judgement: int, practice: Practice, now: datetime) -> None:
    assert made(1, DAY, judgement=judgement).problems(practice, now) == {}


def test_all_ten_are_asked_for_and_none_twice(practice: Practice, now: datetime) -> None:
    sheet = made(1, DAY)
    assert _without(sheet, "family").problems(practice, now) == {
        "scores.family": "Score “Relationship with parent or carer”, or say that it is not yet known.",
        "evidence.family": "Enter the evidence for “Relationship with parent or carer”.",
    }
    twice = sheet.changed(scores=(*sheet.scores, sheet.scores[3]), evidence=(*sheet.evidence, sheet.evidence[3]))
    assert twice.problems(practice, now) == {
        "scores.family": "“Relationship with parent or carer” is scored twice.",
        "evidence.family": "“Relationship with parent or carer” has evidence twice.",
    }


def test_an_indicator_that_the_instrument_lacks_is_named_as_it_was_written(practice: Practice, now: datetime) -> None:
    sheet = made(1, DAY)
    online = Score(indicator="online", score=2)
    found = sheet.changed(scores=(*sheet.scores, online, online)).problems(practice, now)
    assert found["scores.online"] == "“online” is scored twice."


@pytest.mark.parametrize("find_out", ["", "  \n"])
def test_not_yet_known_needs_how_it_will_be_found_out(find_out: str, practice: Practice, now: datetime) -> None:
    sheet = _scored(made(1, DAY), "substances", score=0, find_out=find_out)
    said = "“Use of drugs and alcohol” is scored from 1 to 5. Where it is not yet known, say how it will be found out."
    assert sheet.problems(practice, now) == {"scores.substances": said}


def test_not_yet_known_makes_a_range_and_needs_no_evidence_of_its_own(practice: Practice, now: datetime) -> None:
    sheet = _evidenced(made(1, DAY, "3303333333"), "substances", text="")
    assert sheet.problems(practice, now) == {}
    assert sheet.overall == Total(33, 37)
    assert sheet.levels()["substances"] == 0


@pytest.mark.parametrize("text", ["", "   \n "])
def test_evidence_is_mandatory_on_every_indicator(text: str, practice: Practice, now: datetime) -> None:
    for indicator in NSCB.indicators:
        found = _evidenced(made(1, DAY), indicator.key, text=text).problems(practice, now)
        assert found == {f"evidence.{indicator.key}": f"Enter the evidence for “{indicator.label}”."}


def test_carried_evidence_counts_once_it_is_confirmed(practice: Practice, now: datetime) -> None:
    carried = _evidenced(made(1, DAY), "family", carried_from=Moment("2026-09-29"))
    said = (
        "The evidence for “Relationship with parent or carer” is carried from 29 September 2026. "
        "Confirm it, or write what is true now."
    )
    assert carried.problems(practice, now) == {"evidence.family": said}
    assert _evidenced(carried, "family", confirmed=False).problems(practice, now) == {"evidence.family": said}
    assert _evidenced(carried, "family", confirmed=True).problems(practice, now) == {}


@pytest.mark.parametrize(
    ("levels", "judgement", "band", "sentence"),
    [
        ("1111111115", 3, "amber", "Say in a line why the band is above those that the score allows."),
        ("2212121211", 3, "green", "Say why you choose the lower of the two bands that the score allows."),
        ("3333333333", 5, "green", "Say why the band is below those that the score allows."),
    ],
)
@pytest.mark.parametrize("reason", ["", " \t\n"])
def test_a_band_that_the_score_does_not_give_needs_a_reason(
    levels: str, judgement: int, band: str, sentence: str, reason: str, practice: Practice, now: datetime
) -> None:
    sheet = made(1, DAY, levels, judgement=judgement, band=band, band_reason=reason)
    assert sheet.problems(practice, now) == {"band_reason": sentence}
    assert sheet.changed(band_reason="She has told her aunt everything.").problems(practice, now) == {}


def test_a_band_is_chosen_by_somebody_and_is_one_of_three(practice: Practice, now: datetime) -> None:
    assert list(made(1, DAY, band="").problems(practice, now)) == ["band"]
    assert list(made(1, DAY, band="blue").problems(practice, now)) == ["band"]


def test_a_broken_sheet_says_nothing_of_its_band_yet(practice: Practice, now: datetime) -> None:
    sheet = _evidenced(made(1, DAY, band="red"), "family", text="")
    assert list(sheet.problems(practice, now)) == ["evidence.family"]


def test_an_instrument_that_is_not_here_is_named(practice: Practice, now: datetime) -> None:
    found = made(1, DAY, instrument="leeds_cse/1").problems(practice, now)
    assert found == {"instrument": "The instrument “leeds_cse/1” is not known here."}
    assert list(made(1, DAY, instrument="").problems(practice, now)) == ["instrument"]


@pytest.mark.parametrize("day", ["2026", "2026-11", "2026-11-10T09:00+00:00"])
def test_the_date_is_a_day(day: str, practice: Practice, now: datetime) -> None:
    found = made(1, DAY, assessed_on=Moment(day)).problems(practice, now)
    assert found == {"assessed_on": "The date of the assessment must be a day, without a time."}


def test_nobody_is_assessed_in_the_future(practice: Practice, now: datetime) -> None:
    assert made(1, "2026-11-21").problems(practice, now) == {}
    assert list(made(1, "2026-11-22").problems(practice, now)) == ["assessed_on"]
    assert list(made(1, DAY, assessed_on=Moment("")).problems(practice, now)) == ["assessed_on"]


def test_a_strategy_discussion_is_told_with_who_and_when_or_because(practice: Practice, now: datetime) -> None:
    asked = made(1, DAY, strategy_asked=True, strategy_by=" ")
    assert asked.problems(practice, now) == {
        "strategy_by": "Say who asked for the strategy discussion, and of whom.",
        "strategy_at": "Enter when the strategy discussion was asked for.",
    }
    told = asked.changed(strategy_by="Priya Nair, of the MASH", strategy_at=Moment("2026-11-10T11:00+00:00"))
    assert told.problems(practice, now) == {}
    refused = made(1, DAY, strategy_asked=False, strategy_because="\n")
    assert refused.problems(practice, now) == {"strategy_because": "Say why no strategy discussion was asked for."}
    assert refused.changed(strategy_because="Held yesterday.").problems(practice, now) == {}


def test_what_outranks_the_score() -> None:
    assert made(1, DAY).outranked_by(NSCB) == ()
    everything = made(1, DAY, "3333333334", harm_happening=True, missing_now=True, sexual_activity_under_13=True)
    assert everything.outranked_by(NSCB) == ("exploitation", HARM, MISSING, UNDER_13)
    denied = made(1, DAY, harm_happening=False, missing_now=False, sexual_activity_under_13=False)
    assert denied.outranked_by(NSCB) == ()


def test_what_was_not_scored_is_none() -> None:
    bare = Assessment(id=Id(1))
    assert (bare.score_of("family"), bare.evidence_of("family")) == (None, None)
    assert made(1, DAY).score_of("family") == Score(indicator="family", score=3)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
DAYS = st.dates().map(lambda day: Moment(day.isoformat()))
YES_NO = st.sampled_from([True, False, None])
SCORES = st.tuples(
    *(
        st.builds(Score, indicator=st.just(key), score=st.integers(0, 5), find_out=WORDS, answer=WORDS)
        for key in INDICATORS
    )
)
EVIDENCE = st.tuples(
    *(
        st.builds(Evidence, indicator=st.just(key), text=WORDS, carried_from=DAYS, confirmed=YES_NO)
        for key in INDICATORS
    )
)
SHEETS = st.builds(
    Assessment,
    id=st.integers(1, 2**62).map(Id),
    subject=st.integers(1, 2**62).map(Id),
    assessed_on=DAYS,
    instrument=st.just(OURS),
    scores=SCORES,
    evidence=EVIDENCE,
    mentions=st.lists(
        st.builds(Mention, name=WORDS, person=st.integers(0, 2**62).map(Id), known=WORDS), max_size=3
    ).map(tuple),
    judgement=st.integers(1, 10),
    judgement_comment=WORDS,
    harm_happening=YES_NO,
    harm_signs=st.lists(st.builds(HarmSign, sign=WORDS, seen_on=DAYS, basis=WORDS), max_size=3).map(tuple),
    missing_now=YES_NO,
    sexual_activity_under_13=YES_NO,
    protective=WORDS,
    strategy_asked=YES_NO,
    band=st.sampled_from(["green", "amber", "red"]),
    band_reason=WORDS,
)


@given(SHEETS)
def test_every_sheet_keeps_what_it_says(sheet: Assessment) -> None:
    written: Mapping[str, Any] = json.loads(json.dumps(plain(sheet)))
    again = stored(Assessment, written)
    assert again == sheet
    assert (again.id, again.overall, again.levels()) == (sheet.id, sheet.overall, sheet.levels())


@given(SHEETS)
def test_a_whole_sheet_has_nothing_against_it_but_what_it_lacks(sheet: Assessment) -> None:
    """Whatever the levels and the judgement are, only what is missing from a sheet is asked for."""
    practice, now = general(), datetime.fromisoformat("9999-12-31T00:00+00:00")
    found = sheet.problems(practice, now)
    for each in sheet.scores:
        assert (f"scores.{each.indicator}" in found) is (not each.score and not each.find_out.strip())
    assert "judgement" not in found
    chosen = sheet.choice(NSCB)
    if not any(key.startswith(("scores", "evidence")) for key in found):
        assert ("band_reason" in found) is (chosen.needs_reason and not sheet.band_reason.strip())
