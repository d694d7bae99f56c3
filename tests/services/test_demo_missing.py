"""The demonstration's missing episodes: as many as the assessments say, true to the rules, and today is alive."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest

from rise_desk.domain import agenda, interview, missing_now, moments, repeats, returns, standing, suggestion
from rise_desk.domain.action import TO_DO, Action
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.record import Id, Record
from rise_desk.domain.returns import Return
from rise_desk.services.demo import interviews
from tests.services import demonstration
from tests.services.demonstration import NOW, SEVEN

SEEDS = (1, 2, 3)
PRACTICE = replace(demonstration.PRACTICE, interviews_since=interviews.expected_since(NOW.date()).isoformat())
OURS = (MissingEpisode, ReturnInterview, Action)


def _gathered(told: Sequence[Record]) -> Iterator[CaseFile]:
    held = defaultdict[Id, list[Record]](list)
    for each in told:
        for subject, _role in each.involved():
            held[subject].append(each)
    for person in demonstration.young_people(told):
        yield CaseFile(subject=person, records=tuple(held[person.id]))


@cache
def _files(seed: int = 1) -> tuple[CaseFile, ...]:
    return tuple(_gathered(demonstration.records(seed=seed)))


def _returns(seed: int) -> list[Return]:
    return [each for file in _files(seed) for each in returns.of_file(file)]


def _due(seed: int) -> list[Due]:
    return [line for file in _files(seed) for line in agenda.ruled(file, PRACTICE).due]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_record_stands_in_its_file(seed: int) -> None:
    """Each is judged as the store would judge it: against what was told before it."""
    for file in _files(seed):
        before: list[Record] = []
        for each in file.records:
            if isinstance(each, OURS):
                so_far = CaseFile(subject=file.subject, records=tuple(before))
                assert each.problems(PRACTICE, SEVEN) | each.file_problems(so_far, PRACTICE, SEVEN) == {}
            before.append(each)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_episodes_suggest_what_was_assessed(seed: int) -> None:
    """The first indicator of nearly every assessment is what the episodes of the 42 days before it suggest."""
    fit = Counter[bool]()
    for file in _files(seed):
        absences = [each.absence for each in returns.episodes(file)]
        for each in standing.counting(file):
            found = suggestion.suggested(absences, each.assessed_on, PRACTICE)
            assert found is not None
            fit[found.level == each.levels()["missing"]] += 1
    assert fit[True] > 300
    assert fit[False] <= 0.02 * fit[True]


@pytest.mark.parametrize("seed", SEEDS)
def test_most_are_seldom_missing_and_a_few_again_and_again(seed: int) -> None:
    often = sorted(len(returns.episodes(file)) for file in _files(seed))
    assert often[len(often) // 2] <= 3
    assert often[-1] >= 15
    assert sum(each >= 25 for each in often) <= 6


@pytest.mark.parametrize("seed", SEEDS)
def test_they_go_in_the_evening_and_at_the_end_of_the_week(seed: int) -> None:
    held = [each for file in _files(seed) for each in returns.episodes(file) if each.missing_type != "left_school"]
    local = [moments.earliest(each.since).astimezone(moments.LONDON) for each in held]
    assert sum(16 <= each.hour < 24 for each in local) > 0.95 * len(local)
    days = Counter(each.weekday() for each in local)
    assert days[4] + days[5] > 0.45 * len(local)
    assert len(days) == 7


def test_what_episodes_tell() -> None:
    held = [each for file in _files() for each in returns.episodes(file)]
    for name, least in (
        ("circumstances", 150), ("how_found", 100), ("found_place", 100), ("regrades", 15), ("reasons", 100),
        ("harms", 60), ("prevention", 60), ("told", 80), ("found_with", 20), ("police_ref", 150), ("wearing", 100),
    ):  # fmt: skip
        assert sum(bool(getattr(each, name)) for each in held) >= least, name
    keys = {each.key for each in PRACTICE.vocabulary("missing_type").entries}
    assert {each.missing_type for each in held} == keys
    assert {each.grade_now for each in held} - {""} == {
        each.key for each in PRACTICE.vocabulary("police_grade").entries
    }
    assert {"home", "foster_placement", "childrens_home", "school"} <= {each.missing_from for each in held}
    assert {each.outside_county for each in held} == {True, False, None}


def test_friends_are_missing_on_the_same_night() -> None:
    """Somebody who has a file is named only where they were away at the same time."""
    young = {file.subject.id: file for file in _files()}
    together = [
        (each, mention.person)
        for file in _files()
        for each in returns.episodes(file)
        for mention in each.found_with
        if mention.person in young
    ]
    assert len(together) >= 4
    for each, other in together:
        began = moments.earliest(each.since)
        theirs = [moments.earliest(held.since) for held in returns.episodes(young[other])]
        assert min(abs(began - at) for at in theirs) < timedelta(hours=12)


@pytest.mark.parametrize("seed", SEEDS)
def test_interviews_come_to_every_end_and_six_in_ten_of_them_in_time(seed: int) -> None:
    told = returns.figures(_returns(seed))
    assert 0.55 <= told.in_time / told.held <= 0.72
    assert told.held > 100
    assert min(told.declined, told.decided_against, told.attempted, told.nothing) >= 15
    assert told.accepted > told.declined
    covers = Counter(len(each.covers) for file in _files(seed) for each in file.of(ReturnInterview))
    assert covers[1] > covers[2] > 0


def test_what_interviews_tell() -> None:
    held = [each for file in _files() for each in file.of(ReturnInterview) if each.done_at]
    for name in (
        "own_words",
        "push",
        "pull",
        "stayed",
        "travelled",
        "told_happened",
        "would_help",
        "phones",
        "mentions",
    ):
        assert sum(bool(getattr(each, name)) for each in held) > 0.15 * len(held), name
    sorts = {mention.sort for each in held for mention in each.mentions}
    assert sorts == {"", "place", "vehicle", "phone", "handle"}
    people = {file.subject.id for file in _files()}
    assert not [each for one in held for each in one.mentions if each.person in people]
    assert all(bool(each.late_because) == returns_late(each) for each in held)
    assert {each.independent for each in held} == {True, False}


def returns_late(each: ReturnInterview) -> bool:
    """Whether an interview was after the 72 hours of any return it is about."""
    about = [one for file in _files() for one in file.of(MissingEpisode) if one.id in each.covers]
    return returns.is_late(each.done_at, about)


@pytest.mark.parametrize("seed", SEEDS)
def test_today_two_are_missing_two_are_back_and_interviews_are_owed_at_various_hours(seed: int) -> None:
    lines = [line for line in _due(seed) if line.rule in (missing_now.RULE, "return_interview", repeats.RULE)]
    rules = Counter(line.rule for line in lines)
    assert rules[missing_now.RULE] == 2
    assert 1 <= rules[repeats.RULE] <= 4
    owed = [line for line in lines if line.rule == "return_interview"]
    left = [(datetime.fromisoformat(line.by) - NOW) / timedelta(hours=1) for line in owed]
    assert sum(each > 60 for each in left) == 2
    assert sum(0 < each < 60 for each in left) == 2
    assert sum(-24 < each <= 0 for each in left) == 2
    assert {line.state for line in owed} == {interview.ARRANGED, interview.ATTEMPTED, interview.ACCEPTED}


@pytest.mark.parametrize("seed", SEEDS)
def test_actions_are_open_and_one_from_the_morning_meeting_is_overdue(seed: int) -> None:
    held = [each for file in _files(seed) for each in file.of(Action)]
    still = [each for each in held if each.status == TO_DO]
    assert 4 <= len(still) <= 12
    late = [each for each in still if each.due_on < NOW.date().isoformat()]
    assert len(late) == 1
    assert any(each.agreed_in == "Morning meeting" for each in still)
    assert {each.status for each in held} == {"to_do", "done", "not_needed"}
    assert all(each.outcome for each in held if each.status != TO_DO)


@pytest.mark.parametrize("day", range(7))
def test_every_day_of_the_week_has_an_open_action_of_the_morning_meeting(day: int) -> None:
    told = demonstration.records(120, 0, now=NOW + timedelta(days=day))
    still = [each for each in told if isinstance(each, Action) and each.status == TO_DO]
    assert any(each.agreed_in == "Morning meeting" for each in still)


def _sentences(file: CaseFile) -> Iterator[str]:
    for each in file.records:
        if isinstance(each, MissingEpisode | ReturnInterview):
            for name in ("circumstances", "how_found", "own_words", "push", "pull", "stayed", "travelled",
                         "told_happened", "threats", "phones", "came_back", "would_help", "late_because",
                         "declined_because", "decided_because"):  # fmt: skip
                yield from re.split(r"(?<=[.?!])\s+", getattr(each, name, ""))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_sentence_stands_twice_in_a_file(seed: int) -> None:
    counts = [Counter(each for each in _sentences(file) if " " in each) for file in _files(seed)]
    assert [each for count in counts for each, many in count.items() if many > 1] == []


@pytest.mark.parametrize("day", ["2028-02-29", "2027-01-01", "2026-03-29", "2026-03-30", "2026-10-25", "2026-10-26"])
def test_any_day_will_do(day: str) -> None:
    """On the nights on which the clocks change too, and never later than seven in the morning."""
    seven = datetime.fromisoformat(f"{day}T07:00").replace(tzinfo=moments.LONDON)
    for file in _gathered(demonstration.records(120, 0, now=seven)):
        held = [each for each in file.records if isinstance(each, OURS)]
        assert all(moments.earliest(each.recorded_at) < seven for each in held)
        assert not any(each.problems(PRACTICE, seven) for each in held)
        spells = [(moments.earliest(each.since), each.returned_at) for each in returns.episodes(file)]
        assert all(before[1] and moments.earliest(before[1]) < later[0] for before, later in pairwise(spells))


def test_a_demonstration_of_very_few_has_as_much_of_it_as_it_can() -> None:
    assert not [each for each in demonstration.records(1, 0) if isinstance(each, ReturnInterview) and not each.covers]
    assert [each for each in demonstration.records(30, 0) if isinstance(each, MissingEpisode) and each.is_open]
