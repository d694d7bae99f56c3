"""The demonstration's assessments: a course in every open case, true to the rules, told in words that blame nobody."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise

import pytest

from rise_desk.domain import agenda, standing
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.checklist import Checklist, result
from rise_desk.domain.due import Due
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.domain.scoring import Choice
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF, SignOff
from rise_desk.services.demo.assessed_words import FIND_OUT
from rise_desk.services.demo.courses import CROWD, LAST_TWO
from rise_desk.services.demo.evidence import EVIDENCE
from rise_desk.services.demo.team import HEAD, NURSE, WORKERS
from tests.services import demonstration
from tests.services.demonstration import PRACTICE, SEVEN

TODAY = "2026-11-21"
SEEDS = (1, 2, 3)
INSTRUMENT = PRACTICE.instruments[PRACTICE.instrument]


@cache
def _files(seed: int = 1) -> tuple[CaseFile, ...]:
    return tuple(_gathered(demonstration.usual() if seed == 1 else demonstration.records(seed=seed)))


def _gathered(told: Sequence[Record]) -> Iterator[CaseFile]:
    held = defaultdict[Id, list[Record]](list)
    for each in told:
        for subject, _role in each.involved():
            held[subject].append(each)
    for person in demonstration.young_people(told):
        yield CaseFile(subject=person, records=tuple(held[person.id]))


def _assessments(seed: int = 1) -> list[Assessment]:
    return [each for file in _files(seed) for each in file.of(Assessment)]


def _due(seed: int) -> list[Due]:
    return [line for file in _files(seed) for line in agenda.ruled(file, PRACTICE).due]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_record_stands_in_its_file(seed: int) -> None:
    """Each is judged as the store would judge it: against what was told before it."""
    for file in _files(seed):
        before: list[Record] = []
        for each in file.records:
            if isinstance(each, Assessment | SignOff | Checklist):
                so_far = CaseFile(subject=file.subject, records=tuple(before))
                assert each.problems(PRACTICE, SEVEN) | each.file_problems(so_far, PRACTICE, SEVEN) == {}
            before.append(each)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_open_case_but_the_newest_is_assessed_every_six_weeks_or_so(seed: int) -> None:
    unassessed = 0
    for file in _files(seed):
        days = [datetime.fromisoformat(each.assessed_on) for each in standing.counting(file)]
        gaps = [(later - one).days for one, later in pairwise(days)]
        assert all(30 <= gap <= 62 for gap in gaps) or len(file.subject.case_spells) > 3
        if file.subject.case_state() == "open":
            unassessed += not days
    assert 1 <= unassessed <= 3


@pytest.mark.parametrize("seed", SEEDS)
def test_today_is_alive(seed: int) -> None:
    lines = _due(seed)
    late = Counter(line.rule for line in lines if line.by < TODAY)
    soon = Counter(line.rule for line in lines if TODAY <= line.by <= "2026-11-28")
    assert (late["reassessment"] >= 3, soon["reassessment"] >= 3) == (True, True)
    assert soon["sign_off"] + late["sign_off"] >= 4
    rules = Counter(line.rule for line in lines)
    assert 1 <= rules["sent_back"] <= 5
    assert rules["early_review"] >= 1
    assert rules["checklist_assessment"] >= 1
    assert rules["strategy_discussion"] == 0
    assert any(line.what == "First assessment" for line in lines)


@pytest.mark.parametrize("seed", SEEDS)
def test_bands_are_mostly_within_and_each_other_choice_says_why(seed: int) -> None:
    made = _assessments(seed)
    chosen = Counter(each.choice(INSTRUMENT) for each in made)
    assert chosen[Choice.WITHIN] > 0.8 * len(made)
    assert chosen[Choice.LOWER_OF_TWO] >= 8
    assert 1 <= chosen[Choice.ABOVE] <= 6
    assert chosen[Choice.BELOW] == 0
    assert all(bool(each.band_reason) == each.choice(INSTRUMENT).needs_reason for each in made)
    assert {each.band for each in made} == {"green", "amber", "red"}
    assert not [each for each in made if each.outranked_by(INSTRUMENT) and each.band == "green"]


@pytest.mark.parametrize("seed", SEEDS)
def test_some_are_signed_off_some_wait_and_a_few_were_sent_back(seed: int) -> None:
    answers = [each for file in _files(seed) for each in file.of(SignOff)]
    decided = Counter(each.decision for each in answers)
    assert decided[SIGNED_OFF] > 0.9 * len(answers)
    assert 2 <= decided[SENT_BACK] <= 20
    assert {each.recorded_by for each in answers} == {HEAD}
    assert all(each.comments for each in answers if each.decision == SENT_BACK)
    latest = [found for file in _files(seed) if (found := standing.latest(file, PRACTICE))]
    assert any(each.waits and each.choice is Choice.LOWER_OF_TWO for each in latest)
    assert any(each.state == SIGNED_OFF and each.choice is Choice.LOWER_OF_TWO for file in _files(seed)
               for each in standing.course(file, PRACTICE))  # fmt: skip
    assert any(each.corrects for each in _assessments(seed))


def test_nobody_signs_off_their_own() -> None:
    assert {each.recorded_by for each in _assessments()} <= set(WORKERS)


def test_what_an_assessment_says_beside_its_scores() -> None:
    made = _assessments()
    unknown = [score for each in made for score in each.scores if not score.score]
    assert 3 <= len(unknown) <= 60
    assert all(each.find_out for each in unknown)
    assert {each.indicator for each in unknown} <= set(FIND_OUT)
    assert sum(bool(each.harm_signs) for each in made) > 20
    assert sum(bool(each.protective) for each in made) > 200
    named = [mention for each in made for mention in each.mentions]
    assert {each.risk for each in named} == {"danger", "draws_in", "not_recorded"}
    adults = {each.id for each in demonstration.adults()}
    assert {each.person for each in named if each.person} <= adults
    assert any(each.person for each in named)
    assert {bool(each.told_on) for each in made} == {True, False}
    assert all(bool(each.told_on) != bool(each.told_why) for each in made)
    asked = Counter(each.strategy_asked for each in made if each.outranked_by(INSTRUMENT))
    assert asked[True] > asked[False] > 0
    assert asked[None] == 0
    assert any(each.carried_from and each.confirmed for one in made for each in one.evidence)


def test_scores_drift_and_seldom_leap() -> None:
    leaps = Counter[int]()
    for file in _files():
        course = standing.counting(file)
        for one, later in pairwise(course):
            for key in INDICATORS:
                before, after = one.levels()[key], later.levels()[key]
                if before and after:
                    leaps[after - before] += 1
    assert leaps[0] > leaps[-1] > leaps[1] > 50
    assert leaps[-1] + leaps[0] + leaps[1] > 0.95 * sum(leaps.values())


def _sentences(file: CaseFile) -> Iterator[str]:
    for each in standing.counting(file):
        texts = [part.text for part in each.evidence if not part.carried_from]
        texts += [each.judgement_comment, each.protective, each.band_reason, each.told_why, each.strategy_because]
        for text in texts:
            yield from (part for part in re.split(r"(?<=[.?!])\s+", text) if part)
    for answer in file.of(SignOff):
        yield from (part for part in re.split(r"(?<=[.?!])\s+", answer.comments) if " " in part)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_sentence_stands_twice_in_a_file_of_the_usual_size(seed: int) -> None:
    found = [each for file in _files(seed) for each, count in Counter(_sentences(file)).items() if count > 1]
    assert found == []


def test_evidence_is_carried_in_the_words_of_its_day() -> None:
    for file in _files():
        course = {each.assessed_on: each for each in standing.counting(file)}
        for each in course.values():
            for part in each.evidence:
                if part.carried_from:
                    source = course[part.carried_from].evidence_of(part.indicator)
                    assert source is not None
                    assert part.text.startswith(source.text) or source.text.startswith(part.text)


def test_every_level_of_every_indicator_has_words() -> None:
    assert tuple(EVIDENCE) == INDICATORS
    for levels in EVIDENCE.values():
        assert [len(each) >= 2 for each in levels] == [True] * 5


@pytest.mark.parametrize("seed", SEEDS)
def test_checklists_come_from_the_nurse_and_the_grave_ones_were_acted_on_that_day(seed: int) -> None:
    held = [each for file in _files(seed) for each in file.of(Checklist)]
    assert 4 <= len(held) <= 20
    assert {each.recorded_by for each in held} == {NURSE}
    for each in held:
        asked = result((sign.sign for sign in each.signs), PRACTICE.vocabulary("checklist_sign"))
        assert bool(each.lead_told_at and each.referred_at) == asked.same_day


def test_a_crowded_caseload_keeps_the_last_few_alone() -> None:
    people = CROWD + 1
    told = demonstration.records(people, 0)
    counts = Counter(each.subject for each in told if isinstance(each, Assessment) and not each.corrects)
    assert max(counts.values()) == LAST_TWO
    assert len(demonstration.young_people(told)) == people
    closed = [each for each in demonstration.young_people(told) if each.case_state() == "closed"]
    assert 0 < sum(each.id in counts for each in closed) < 0.2 * len(closed)


@pytest.mark.parametrize("day", ["2028-02-29", "2027-01-01", "2026-03-29", "2026-10-25"])
def test_any_day_will_do(day: str) -> None:
    now = datetime.fromisoformat(f"{day}T06:30+00:00").astimezone(UTC)
    for file in _gathered(demonstration.records(120, 0, now=now)):
        assert not [each for each in file.of(Assessment) if each.recorded_at >= f"{day}T00:00"]
        assert all(isinstance(line, Due) for line in agenda.ruled(file, PRACTICE).due)
        assert isinstance(file.subject, Person)
