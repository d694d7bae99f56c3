"""An assessment told in full on a summary: its sum, its bands, every indicator, what is apart, what comes next."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from rise_desk.domain import agenda, life
from rise_desk.domain.assessment import Assessment, Evidence, HarmSign, Score
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.standing import course
from rise_desk.reports import paper
from rise_desk.reports.blocks import Document, Facts, Heading, Scored, Table, WarningBox, as_text
from rise_desk.reports.paper.fonts import Fonts
from tests import build
from tests.reports.reading import page_texts, squeezed
from tests.reports.telling import DEX, MAISIE, maisie, story, summary

OPEN = (life.CaseSpell(state="open", since=Moment("2026-01-02")),)


def _made(levels: str = "3333333333", day: str = "2026-11-10", **values: Any) -> Assessment:
    known: dict[str, Any] = {
        "id": Id(100 + int(day[5:7]) * 31 + int(day[8:])),
        "recorded_by": "Priya Nair",
        "recorded_at": Moment(f"{day}T17:00:00.000+00:00"),
        "day": day,
        **values,
    }
    return build.made_assessment(MAISIE, levels, **known)


def _answer(to: Assessment, decision: str = "signed_off", comments: str = "") -> SignOff:
    return SignOff(
        id=Id(to.id + 1000),
        subject=MAISIE,
        assessment=to.id,
        decided_at=Moment("2026-11-12T10:00+00:00"),
        decision=decision,
        comments=comments,
        recorded_by="L. Osei",
    )


def _summary(practice: Practice, now: datetime, *records: Record, **values: Any) -> Document:
    person = maisie(case_spells=OPEN, roles=(life.DatedRole(role="at_risk"),), **values)
    file = CaseFile(subject=person, records=records)
    told = story(person, course=course(file, practice), due=agenda.ruled(file, practice).due)
    return summary(told, practice, now)


def _facts(document: Document) -> dict[str, str]:
    """Every fact of the paper by its label."""
    return {each.label: each.value for block in document.blocks if isinstance(block, Facts) for each in block.facts}


def _scored(document: Document) -> list[Scored]:
    return [each for each in document.blocks if isinstance(each, Scored)]


def _tables(document: Document, column: str) -> list[Table]:
    return [each for each in document.blocks if isinstance(each, Table) and each.columns[0] == column]


def test_the_latest_is_told_with_its_sum_its_bands_and_who_chose(practice: Practice, now: datetime) -> None:
    older, newer = _made("4333333333", "2026-09-29"), _made("3222222222", judgement=1)
    told = _facts(_summary(practice, now, older, newer, _answer(newer, comments="Well seen.")))
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
    document = _summary(practice, now, _made(before, "2026-09-29"), _made())
    assert _facts(document)["Since last"] == said


def test_a_band_that_waits_is_told_with_its_reason_and_what_shows(practice: Practice, now: datetime) -> None:
    older, newer = (
        _made("5555555555", "2026-09-29"),
        _made("2222222222", judgement=1, band="green", band_reason="Calm."),
    )
    document = _summary(practice, now, older, newer)
    told = _facts(document)
    assert told["Waits"] == "Green was chosen and waits for a manager"
    assert told["Shows"] == "Red until a manager has signed it off"
    assert getattr(told["Shows"], "shape", "") == "red"
    assert told["Why this band"] == "Calm."
    assert told["Sign-off"] == "submitted, waits for sign-off"
    (bands,) = _tables(document, "Assessed")
    assert bands.rows == (
        (
            "10 November 2026\nPriya Nair",
            "21",
            "Amber or Green",
            "Green",
            "Red",
            "the lower of the two that the score allows\nCalm.\nsubmitted, waits for sign-off",
        ),
        ("29 September 2026\nPriya Nair", "55", "Red", "Red", "Red", "submitted, waits for sign-off"),
    )
    assert [getattr(cell, "shape", "") for cell in bands.rows[0]] == ["", "", "", "green", "red", ""]


def test_sent_back_is_told_with_the_comments(practice: Practice, now: datetime) -> None:
    made = _made()
    document = _summary(practice, now, made, _answer(made, "sent_back", "Say more of school."))
    assert _facts(document)["Sign-off"] == "sent back by L. Osei, 12 November 2026"
    (bands,) = _tables(document, "Assessed")
    assert bands.rows[0][-1] == "sent back by L. Osei, 12 November 2026: Say more of school."


def test_every_indicator_has_its_score_its_wording_and_what_it_rests_on(practice: Practice, now: datetime) -> None:
    carried = Moment("2026-09-29")
    made = _made(
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
    before = _made("4233333333", "2026-09-29", judgement=4)
    found = _scored(_summary(practice, now, before, made))
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
    assert _scored(_summary(practice, now, made))[-1].change == ""
    assert _scored(_summary(practice, now, _made(day="2026-09-29"), made))[-1].change == "as before"


def test_what_outranks_the_score_stands_above_it_with_the_answer(practice: Practice, now: datetime) -> None:
    asked = _made(
        "1111111114",
        harm_happening=True,
        strategy_asked=True,
        strategy_at=Moment("2026-11-10T11:00+00:00"),
        strategy_by="P. Nair, of MASH",
    )
    document = _summary(practice, now, asked)
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
    document = _summary(practice, now, _made(missing_now=True, **values))
    box = next(each for each in document.blocks if isinstance(each, WarningBox))
    assert box.detail == f"Strategy discussion asked for: {said}"


def test_an_answer_that_nothing_asked_for_is_told_too(practice: Practice, now: datetime) -> None:
    told = _facts(_summary(practice, now, _made(strategy_asked=False, strategy_because="no new risk")))
    assert told["Strategy discussion"] == "no, because no new risk"


def test_harm_protection_and_people_are_told_apart(practice: Practice, now: datetime) -> None:
    made = _made(
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
    document = _summary(practice, now, made)
    assert _tables(document, "Risky person")[0].rows == (
        ("Dex", "a danger to the child", "A black Corsa."),
        (
            "somebody",
            "may draw the child towards others who are a danger",
            "what is known of them is withheld on this paper",
        ),
        ("Blue", "", ""),
    )
    assert _tables(document, "Sign of harm already happening")[0].rows == (
        ("injury or physical symptoms", "4 November 2026", "the nurse"),
    )
    assert _tables(document, "Protective factors")[0].rows == (("Her aunt rings every evening.",),)
    told = _facts(document)
    assert told["Harm already happening"] == "no"
    assert told["Missing now"] == "yes"
    assert told["Sexual activity under 13"] == "not recorded"
    assert told["Young person told"] == "not yet, because she is away"
    assert told["Safeguarding lead"] == "M. Khan"
    assert told["From"] == "import from case5"
    assert told["Corrects"] == "an earlier assessment"


def test_what_is_not_recorded_is_said_and_is_not_no(practice: Practice, now: datetime) -> None:
    text = as_text(_summary(practice, now, _made(recorded_by="")))
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
    document = _summary(practice, now, _made(mentions=(Mention(name="Jade", person=Id(77)),)))
    assert _tables(document, "Risky person")[0].rows == (("somebody", "", ""),)


def test_the_next_one_is_told_with_its_working_day_and_what_may_bring_it_forward(
    practice: Practice, now: datetime
) -> None:
    flag = life.Flag(flag=practice.vocabulary("flag").entries[0].key, since=Moment("2026-11-15"))
    document = _summary(practice, now, _made(day="2026-11-14"), flags=(flag,))
    told = _facts(document)
    assert told["Next assessment"] == (
        "Saturday 26 December 2026, last working day before it: Thursday 24 December 2026"
    )
    assert told["Early review"].startswith("to be considered: new flag: ")
    assert told["Early review"].endswith(", 15 November 2026")
    late = _facts(_summary(practice, now, _made(day="2026-10-09")))
    assert late["Next assessment"] == "Friday 20 November 2026, overdue"
    today = _facts(_summary(practice, now, _made(day="2026-10-10")))
    assert today["Next assessment"] == "Saturday 21 November 2026, last working day before it: Friday 20 November 2026"


def test_assessments_stand_after_how_things_stand_and_before_what_is_due(practice: Practice, now: datetime) -> None:
    blocks = _summary(practice, now, _made("3333333333", "2026-09-29"), _made()).blocks
    titles = [each.text for each in blocks if isinstance(each, Heading)]
    at = titles.index("How things stand")
    assert titles[at : at + 6] == [
        "How things stand",
        "Assessment",
        "Ten indicators, September to November 2026",
        "Latest assessment in full",
        "Bands and their reasons",
        "What is due",
    ]


def test_a_page_of_evidence_flows_on_and_says_what_it_is_about(
    practice: Practice, now: datetime, computers_fonts: Fonts
) -> None:
    long = " ".join(f"word{place}" for place in range(3000))
    evidence = tuple(Evidence(indicator=key, text=long if key == "missing" else "Short.") for key in INDICATORS)
    told = page_texts(paper.render(_summary(practice, now, _made(evidence=evidence)), computers_fonts))
    inside = [each for each in told if "word2000 " in each]
    assert len(inside) == 1
    assert "3 of 5 Missing from home or care continued" in inside[0]
    whole = squeezed("".join(told))
    assert all(f"word{place}word{place + 1}" in whole for place in range(0, 2900, 97))


def test_an_assessment_is_told_with_the_instrument_it_was_made_with(practice: Practice, now: datetime) -> None:
    ours = practice.instruments[practice.instrument]
    indicators = tuple(replace(each, label=f"Our {each.key}", asks="") for each in ours.indicators)
    board = replace(ours, name="board", version="3", title="The board's own", indicators=indicators)
    both = replace(practice, instruments={**practice.instruments, board.key: board})
    made = _made().changed(instrument="board/3")
    document = _summary(both, now, made)
    assert _facts(document)["Instrument"] == "The board's own, 3"
    assert [each.label for each in _scored(document)[:2]] == ["Our missing", "Our education"]
