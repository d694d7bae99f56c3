"""The assessments of a summary: what waits, every band with its reason, what comes next, and in which order."""

from datetime import datetime

from rise_desk.domain import life
from rise_desk.domain.assessment import Evidence
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.reports import paper
from rise_desk.reports.blocks import Heading
from rise_desk.reports.paper.fonts import Fonts
from tests.reports.assessing import answer_to, facts_told, sheet, summary_of, tables_in
from tests.reports.reading import page_texts, squeezed


def test_a_band_that_waits_is_told_with_its_reason_and_what_shows(practice: Practice, now: datetime) -> None:
    older, newer = (
        sheet("5555555555", "2026-09-29"),
        sheet("2222222222", judgement=1, band="green", band_reason="Calm."),
    )
    document = summary_of(practice, now, older, newer)
    told = facts_told(document)
    assert told["Waits"] == "Green was chosen and waits for a manager"
    assert told["Shows"] == "Red until a manager has signed it off"
    assert getattr(told["Shows"], "shape", "") == "red"
    assert told["Why this band"] == "Calm."
    assert told["Sign-off"] == "submitted, waits for sign-off"
    (bands,) = tables_in(document, "Assessed")
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
    made = sheet()
    document = summary_of(practice, now, made, answer_to(made, "sent_back", "Say more of school."))
    assert facts_told(document)["Sign-off"] == "sent back by L. Osei, 12 November 2026"
    (bands,) = tables_in(document, "Assessed")
    assert bands.rows[0][-1] == "sent back by L. Osei, 12 November 2026: Say more of school."


def test_the_next_one_is_told_with_its_working_day_and_what_may_bring_it_forward(
    practice: Practice, now: datetime
) -> None:
    flag = life.Flag(flag=practice.vocabulary("flag").entries[0].key, since=Moment("2026-11-15"))
    document = summary_of(practice, now, sheet(day="2026-11-14"), flags=(flag,))
    told = facts_told(document)
    assert told["Next assessment"] == (
        "Saturday 26 December 2026, last working day before it: Thursday 24 December 2026"
    )
    assert told["Early review"].startswith("to be considered: new flag: ")
    assert told["Early review"].endswith(", 15 November 2026")
    late = facts_told(summary_of(practice, now, sheet(day="2026-10-09")))
    assert late["Next assessment"] == "Friday 20 November 2026, overdue"
    today = facts_told(summary_of(practice, now, sheet(day="2026-10-10")))
    assert today["Next assessment"] == "Saturday 21 November 2026, last working day before it: Friday 20 November 2026"


def test_assessments_stand_after_how_things_stand_and_before_what_is_due(practice: Practice, now: datetime) -> None:
    blocks = summary_of(practice, now, sheet("3333333333", "2026-09-29"), sheet()).blocks
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
    told = page_texts(paper.render(summary_of(practice, now, sheet(evidence=evidence)), computers_fonts))
    inside = [each for each in told if "word2000 " in each]
    assert len(inside) == 1
    assert "3 of 5 Missing from home or care continued" in inside[0]
    whole = squeezed("".join(told))
    assert all(f"word{place}word{place + 1}" in whole for place in range(0, 2900, 97))
