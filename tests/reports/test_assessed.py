"""Assessments, sign-offs and checklists as entries on paper: in short, and nothing of a judgement left out."""

from datetime import datetime
from typing import Any

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.checklist import Checklist, ChecklistSign
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record, Withdrawal
from rise_desk.domain.sign_off import SignOff
from rise_desk.reports.blocks import Entry, Fact
from tests import build
from tests.reports.telling import MAISIE, entries_of, maisie, story, summary


def _entry(record: Record, practice: Practice, now: datetime) -> Entry:
    return entries_of(summary(story(maisie(), record), practice, now))[0]


def _assessment(levels: str = "3222222222", **values: Any) -> Assessment:
    known: dict[str, Any] = {"recorded_by": "Priya Nair", "recorded_at": Moment("2026-11-10T17:00:00.000+00:00")}
    return build.made_assessment(MAISIE, levels, **known | values)


def test_an_assessment_reads_short(practice: Practice, now: datetime) -> None:
    assert _entry(_assessment(judgement=1), practice, now) == Entry(
        when="Tue 10 Nov",
        kind="Assessment, 22, Amber",
        by="Priya Nair",
        text="As the worker sees it.",
        facts=(
            Fact(label="Sum", value="21 + 1 = 22, allows Amber or Green"),
            Fact(label="Band", value="Amber"),
            Fact(
                label="Scores",
                value="Missing 3, School 2, Drugs, alcohol 2, Family 2, Accommodation 2, Recognition 2, Engagement 2, "
                "Sexual health 2, Contacts 2, Exploitation 2",
            ),
        ),
    )


def test_a_band_that_is_not_the_first_says_what_it_is_and_why(practice: Practice, now: datetime) -> None:
    made = _assessment(judgement=1, band="green", band_reason="Settled at school.", source="import from case5")
    told = {each.label: each.value for each in _entry(made, practice, now).facts}
    assert told["Band"] == "Green, the lower of the two that the score allows"
    assert told["Why this band"] == "Settled at school."
    assert told["From"] == "import from case5"


def test_what_outranks_the_score_stands_on_the_entry(practice: Practice, now: datetime) -> None:
    withdrawn = Withdrawal(at=Moment("2026-11-11T09:00:00.000+00:00"), by="L. Osei", why="wrong child")
    made = _assessment("0111111115", harm_happening=True, missing_now=False, withdrawn=withdrawn)
    entry = _entry(made, practice, now)
    assert entry.kind == "Assessment, 19–23, Amber"
    assert entry.tags == (
        "Withdrawn by L. Osei, 11 November 2026: wrong child",
        "Outranks the score: Current known level of sexual abuse or exploitation: scored 5. Harm is already happening.",
    )
    told = {each.label: each.value for each in entry.facts}
    assert told["Sum"] == "14–18 + 5 = 19–23, allows Amber"
    assert told["Scores"].startswith("Missing not yet known, School 1")


def test_a_sign_off_tells_the_decision_and_what_was_said(practice: Practice, now: datetime) -> None:
    made = SignOff(
        id=Id(8),
        subject=MAISIE,
        assessment=Id(7),
        decided_at=Moment("2026-11-12T09:30+00:00"),
        recorded_at=Moment("2026-11-13T09:30:00.000+00:00"),
        decision="sent_back",
        comments="Say more of school.",
        recorded_by="L. Osei",
    )
    assert _entry(made, practice, now) == Entry(
        when="Thu 12 Nov 09:30",
        kind="Assessment sent back",
        by="L. Osei",
        text="Say more of school.",
        facts=(Fact(label="Recorded", value="13 November 2026 at 9:30am"),),
    )


def _checklist(*signs: str, **values: Any) -> Checklist:
    known: dict[str, Any] = {
        "id": Id(9),
        "subject": MAISIE,
        "completed_on": Moment("2026-11-12"),
        "recorded_at": Moment("2026-11-12T10:00:00.000+00:00"),
        "signs": tuple(ChecklistSign(sign=each) for each in signs),
    }
    return Checklist(**known | values)


def test_a_checklist_tells_its_signs_and_what_they_ask_for(practice: Practice, now: datetime) -> None:
    made = _checklist(
        "self_harm",
        signs=(
            ChecklistSign(sign="self_harm", note="old scars"),
            ChecklistSign(sign="terminations"),
            ChecklistSign(sign="of_an_older_list"),
        ),
        completed_by="S. Abara, school nurse",
        came_with="an aunt",
        comment="Quiet.",
        lead_told="M. Khan",
        lead_told_at=Moment("2026-11-12T10:00+00:00"),
        referred_to="MASH",
    )
    entry = _entry(made, practice, now)
    assert (entry.kind, entry.text) == ("Health checklist", "Quiet.")
    assert entry.facts == (
        Fact(
            label="Signs",
            value="self-harm (low): old scars; several terminations or miscarriages (high); of_an_older_list",
        ),
        Fact(label="Asks for", value="full assessment; tell the safeguarding lead and refer the same day"),
        Fact(label="Filled in by", value="S. Abara, school nurse"),
        Fact(label="Came with", value="an aunt"),
        Fact(label="Safeguarding lead told", value="M. Khan, 12 November 2026 at 10:00am"),
        Fact(label="Referred", value="MASH"),
    )


def test_a_checklist_without_enough_signs_says_so(practice: Practice, now: datetime) -> None:
    told = {each.label: each.value for each in _entry(_checklist(), practice, now).facts}
    assert told == {"Signs": "none ticked", "Asks for": "no full assessment by this list alone"}
    one = {each.label: each.value for each in _entry(_checklist("self_harm"), practice, now).facts}
    assert one["Asks for"] == "no full assessment by this list alone"
    two = {each.label: each.value for each in _entry(_checklist("self_harm", "trying_drugs"), practice, now).facts}
    assert two["Asks for"] == "full assessment"
