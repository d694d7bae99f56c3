"""An assessment told in full on a summary: its sum, its bands, every indicator, what is apart, what comes next."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from rise_desk.domain.assessment import Evidence, HarmSign, Score
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.reports.blocks import Heading, WarningBox, as_text
from tests.reports.assessing import answer_to, facts_told, scored_in, sheet, summary_of, tables_in
from tests.reports.telling import DEX


def test_the_latest_is_told_with_its_sum_its_bands_and_who_chose(practice: Practice, now: datetime) -> None:
    older, newer = sheet("4333333333", "2026-09-29"), sheet("3222222222", judgement=1)
    told = facts_told(summary_of(practice, now, older, newer, answer_to(newer, comments="Well seen.")))
    assert told["Assessed"] == "Tuesday 10 November 2026"
    assert told["By"] == "Priya Nair"
    assert told["Score"] == "21 + 1 = 22 of 60"
    assert told["Allowed"] == "Amber or Green"
    assert told["Sign-off"] == "signed off by L. Osei, 12 November 2026"
    assert told["Comments"] == "Well seen."
    assert told["Since last"] == "down 14 from 36 on 29 September 2026"
    assert told["Instrument"] == "CSE assessment: ten indicators and a professional judgement, 2015"
    assert told["Band"].startswith("Amber")
    assert getattr(told["Band"], "shape", "") == "amber"
    assert "Why this band" not in told
    assert "Shows" not in told


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("3333333333", "unchanged from 35 on 29 September 2026"),
        ("2333333333", "up 1 from 34 on 29 September 2026"),
        ("0333333333", "33–37 on 29 September 2026"),
    ],
)
def test_the_sum_is_compared_with_the_one_before(practice: Practice, now: datetime, before: str, said: str) -> None:
    document = summary_of(practice, now, sheet(before, "2026-09-29"), sheet())
    assert facts_told(document)["Since last"] == said


def test_every_indicator_has_its_score_its_wording_and_what_it_rests_on(practice: Practice, now: datetime) -> None:
    carried = Moment("2026-09-29")
    made = sheet(
        scores=(
            Score(indicator="missing", score=0, find_out="Asked of the home."),
            Score(indicator="education", score=2, answer="Laurels Academy"),
            Score(indicator="substances", score=3, answer="Cannabis"),
            *(Score(indicator=key, score=3) for key in INDICATORS[3:]),
        ),
        evidence=(
            Evidence(indicator="education", text="Seen at school.", carried_from=carried, confirmed=True),
            Evidence(indicator="substances", text="Said so.", carried_from=carried),
            *(Evidence(indicator=key, text=f"Of {key}.") for key in INDICATORS[3:]),
        ),
    )
    before = sheet("4233333333", "2026-09-29", judgement=4)
    found = scored_in(summary_of(practice, now, before, made))
    assert [each.label for each in found[:3]] == [
        "Missing from home or care",
        "School or college attendance",
        "Use of drugs and alcohol",
    ]
    missing, school, drugs = found[:3]
    assert (missing.score, missing.change, missing.wording, missing.text) == ("not yet known", "was 4", "", "")
    assert [(each.label, each.value) for each in missing.facts] == [("How it will be found out", "Asked of the home.")]
    assert (school.score, school.change, school.text) == ("2 of 5", "as before", "Seen at school.")
    assert school.wording.startswith("on roll full-time but irregular")
    assert school.aside == "carried from 29 September 2026, confirmed"
    assert [(each.label, each.value) for each in school.facts] == [("Which one", "Laurels Academy")]
    assert drugs.aside == "carried from 29 September 2026, not confirmed"
    assert [(each.label, each.value) for each in drugs.facts] == [("Which one", "Cannabis")]
    judgement = found[-1]
    assert (judgement.score, judgement.change, judgement.label) == ("5 of 10", "was 4", "Professional judgement")
    assert judgement.text == "As the worker sees it."
    assert scored_in(summary_of(practice, now, made))[-1].change == ""
    assert scored_in(summary_of(practice, now, sheet(day="2026-09-29"), made))[-1].change == "as before"


def test_what_outranks_the_score_stands_above_it_with_the_answer(practice: Practice, now: datetime) -> None:
    asked = sheet(
        "1111111114",
        harm_happening=True,
        strategy_asked=True,
        strategy_at=Moment("2026-11-10T11:00+00:00"),
        strategy_by="P. Nair, of MASH",
    )
    document = summary_of(practice, now, asked)
    box = next(each for each in document.blocks if isinstance(each, WarningBox))
    assert box.text == (
        "Outranks the score: Current known level of sexual abuse or exploitation: scored 4. Harm is already happening."
    )
    assert box.detail == "Strategy discussion asked for: yes, 10 November 2026 at 11:00am, P. Nair, of MASH"
    at = document.blocks.index(Heading(text="Latest assessment in full", aside="10 November 2026"))
    assert document.blocks[at + 1] == box


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"strategy_asked": False, "strategy_because": "held last week"}, "no, because held last week"),
        ({"strategy_asked": False}, "no, because not recorded"),
        ({"strategy_because": "unclear"}, "not recorded, unclear"),
    ],
)
def test_an_answer_is_told_as_it_was_given(
    practice: Practice, now: datetime, values: dict[str, Any], said: str
) -> None:
    document = summary_of(practice, now, sheet(missing_now=True, **values))
    box = next(each for each in document.blocks if isinstance(each, WarningBox))
    assert box.detail == f"Strategy discussion asked for: {said}"


def test_an_answer_that_nothing_asked_for_is_told_too(practice: Practice, now: datetime) -> None:
    told = facts_told(summary_of(practice, now, sheet(strategy_asked=False, strategy_because="no new risk")))
    assert told["Strategy discussion"] == "no, because no new risk"


def test_harm_protection_and_people_are_told_apart(practice: Practice, now: datetime) -> None:
    made = sheet(
        harm_signs=(HarmSign(sign="injury", seen_on=Moment("2026-11-04"), basis="the nurse"),),
        protective="Her aunt rings every evening.",
        mentions=(
            Mention(name="Dex", person=DEX, risk="danger", known="A black Corsa."),
            Mention(name="Dexter", person=Id(77), risk="draws_in", known="secret"),
            Mention(name="Blue"),
        ),
        harm_happening=False,
        missing_now=True,
        lead="M. Khan",
        told_why="she is away",
        source="import from case5",
        corrects=Id(3),
    )
    document = summary_of(practice, now, made)
    assert tables_in(document, "Risky person")[0].rows == (
        ("Dex", "a danger to the child", "A black Corsa."),
        (
            "somebody",
            "may draw the child towards others who are a danger",
            "what is known of them is withheld on this paper",
        ),
        ("Blue", "", ""),
    )
    assert tables_in(document, "Sign of harm already happening")[0].rows == (
        ("injury or physical symptoms", "4 November 2026", "the nurse"),
    )
    assert tables_in(document, "Protective factors")[0].rows == (("Her aunt rings every evening.",),)
    told = facts_told(document)
    assert told["Harm already happening"] == "no"
    assert told["Missing now"] == "yes"
    assert told["Sexual activity under 13"] == "not recorded"
    assert told["Young person told"] == "not yet, because she is away"
    assert told["Safeguarding lead"] == "M. Khan"
    assert told["From"] == "import from case5"
    assert told["Corrects"] == "an earlier assessment"


def test_what_is_not_recorded_is_said_and_is_not_no(practice: Practice, now: datetime) -> None:
    text = as_text(summary_of(practice, now, sheet(recorded_by="")))
    for words in (
        "No risky person is listed.",
        "No sign of harm already happening is recorded.",
        "No protective factor is recorded.",
        "Safeguarding lead: not recorded",
        "Young person told: not recorded",
        "By: not recorded",
    ):
        assert words in text


def test_a_mention_with_nothing_known_withholds_no_more_than_the_name(practice: Practice, now: datetime) -> None:
    document = summary_of(practice, now, sheet(mentions=(Mention(name="Jade", person=Id(77)),)))
    assert tables_in(document, "Risky person")[0].rows == (("somebody", "", ""),)


def test_an_assessment_is_told_with_the_instrument_it_was_made_with(practice: Practice, now: datetime) -> None:
    ours = practice.instruments[practice.instrument]
    indicators = tuple(replace(each, label=f"Our {each.key}", asks="") for each in ours.indicators)
    board = replace(ours, name="board", version="3", title="The board's own", indicators=indicators)
    both = replace(practice, instruments={**practice.instruments, board.key: board})
    made = sheet().changed(instrument="board/3")
    document = summary_of(both, now, made)
    assert facts_told(document)["Instrument"] == "The board's own, 3"
    assert [each.label for each in scored_in(document)[:2]] == ["Our missing", "Our education"]
