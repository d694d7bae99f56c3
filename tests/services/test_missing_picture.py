"""The picture of missing episodes: each with its return, figures told apart, and who was missing at the same time."""

from datetime import UTC, date, datetime

import pytest

from rise_desk.domain import nights
from rise_desk.domain.access import NAMELESS
from rise_desk.domain.interview import Attempt
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.returns import Figures
from rise_desk.errors import NotAllowed
from rise_desk.services import casework, merging, missing_picture, settings
from rise_desk.services.desk import Desk
from rise_desk.services.missing_picture import Companion
from rise_desk.storage.missing_together import LOOK_BACK
from tests import build
from tests.bench.bare import overheard

NIGHT = ("2026-11-06T20:00+00:00", "2026-11-07T08:00+00:00")


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """The young person the tests look at, in a store where interviews have long been expected."""
    settings.set_interviews_since(desk, date(2024, 1, 1))
    return build.young_person(desk)


def _restrict(desk: Desk, person: Person) -> None:
    with desk.writing() as work:
        work.put(person.changed(restricted=True), person)


def test_a_file_without_episodes_shows_an_empty_picture(desk: Desk, maisie: Person) -> None:
    found = missing_picture.picture(desk, maisie.id)
    assert (found.told, found.nights, found.companions, found.found_with) == ((), (), (), ())
    assert found.figures == found.lately == Figures()
    assert len(found.year) == 12
    assert missing_picture.how_many(desk, maisie.id) == 0
    assert missing_picture.episodes(desk, maisie.id) == ()


def test_episodes_come_newest_first_each_with_its_return_and_its_clock(desk: Desk, maisie: Person) -> None:
    old = build.episode(desk, maisie.id, *NIGHT)
    build.interview(desk, old, done_at="2026-11-08T10:00+00:00", interviewer="Tom Reed", independent=True)
    back = build.episode(desk, maisie.id, "2026-11-19T20:00+00:00", "2026-11-20T09:30+00:00")
    gone = build.episode(desk, maisie.id, "2026-11-20T22:00+00:00")
    found = missing_picture.picture(desk, maisie.id)
    assert [each.episode for each in found.told] == [gone, back, old]
    assert [each.nights for each in found.told] == [1, 1, 1]
    assert [each.is_now for each in found.told] == [True, False, False]
    assert [each.back.state if each.back else None for each in found.told] == [None, "arranged", "done"]
    assert [each.minutes_left for each in found.told] == [None, 72 * 60 - 24 * 60 - 30, None]
    assert found.missing_now == found.told[:1]
    assert found.owed == (found.told[1],)
    assert found.owed[0].due is not None
    assert found.owed[0].due.record == back.id


def test_the_interview_with_the_least_time_left_comes_first(desk: Desk, maisie: Person) -> None:
    later = build.episode(desk, maisie.id, "2026-11-19T20:00+00:00", "2026-11-20T09:30+00:00")
    sooner = build.episode(desk, maisie.id, *NIGHT)
    assert [each.episode for each in missing_picture.picture(desk, maisie.id).owed] == [sooner, later]


def test_at_an_earlier_now_somebody_who_came_back_later_is_missing(desk: Desk, maisie: Person) -> None:
    episode = build.episode(desk, maisie.id, *NIGHT)
    for minute, missing, owed in ((19, False, 0), (20, True, 0)):
        desk.clock.moved_to = datetime(2026, 11, 6, minute, tzinfo=UTC)
        (told,) = missing_picture.picture(desk, maisie.id).told
        assert (told.is_now, told.back, told.due is not None) == (missing, None, bool(owed))
    desk.clock.moved_to = datetime(2026, 11, 7, 7, 59, tzinfo=UTC)
    assert nights.is_away(episode, desk.now())
    assert missing_picture.picture(desk, maisie.id).figures.returns == 0
    desk.clock.moved_to = datetime(2026, 11, 7, 8, tzinfo=UTC)
    (told,) = missing_picture.picture(desk, maisie.id).told
    assert (told.is_now, told.minutes_left) == (False, 72 * 60)


def test_offered_attempted_declined_decided_against_and_held_are_counted_apart(desk: Desk, maisie: Person) -> None:
    days = [
        build.episode(desk, maisie.id, f"2026-10-{day:02}T20:00+01:00", f"2026-10-{day + 1:02}T07:00+01:00")
        for day in range(1, 13, 2)
    ]
    build.interview(desk, days[0], offered_at="2026-10-02T09:00+01:00")
    tried = (Attempt(at=Moment("2026-10-04T09:00+01:00")),)
    build.interview(desk, days[1], offered_at="2026-10-04T08:00+01:00", attempts=tried)
    build.interview(desk, days[2], answer="declined", answered_at="2026-10-06T09:00+01:00")
    build.interview(desk, days[3], decided_at="2026-10-08T09:00+01:00", decided_because="in hospital")
    build.interview(
        desk,
        days[4],
        done_at="2026-10-20T09:00+01:00",
        late_because="She asked to wait.",
        interviewer="Tom Reed",
        independent=True,
    )
    figures = missing_picture.picture(desk, maisie.id).figures
    assert figures == Figures(
        returns=6, offered=2, attempted=1, accepted=0, declined=1, decided_against=1, held=1, in_time=0, nothing=1
    )


def test_the_last_twelve_months_begin_with_a_whole_month(desk: Desk, maisie: Person) -> None:
    build.episode(desk, maisie.id, "2025-11-29T20:00+00:00", "2025-11-30T08:00+00:00")
    build.episode(desk, maisie.id, "2025-12-01T20:00+00:00", "2025-12-02T08:00+00:00")
    found = missing_picture.picture(desk, maisie.id)
    assert (found.year[0].first, found.year[-1].first) == (date(2025, 12, 1), date(2026, 11, 1))
    assert (found.figures.returns, found.lately.returns, found.episodes_lately) == (2, 1, 1)


def test_what_was_withdrawn_is_not_counted_and_the_number_is_that_of_the_list(desk: Desk, maisie: Person) -> None:
    kept = build.episode(desk, maisie.id, *NIGHT)
    gone = build.episode(desk, maisie.id, "2026-11-10T20:00+00:00", "2026-11-11T08:00+00:00")
    assert missing_picture.episodes(desk, maisie.id) == (gone, kept)
    casework.withdraw(desk, gone, "another child")
    assert missing_picture.how_many(desk, maisie.id) == 1
    assert missing_picture.episodes(desk, maisie.id) == (kept,)
    assert len(missing_picture.picture(desk, maisie.id).told) == 1


def test_a_restricted_file_is_not_pictured(desk: Desk, maisie: Person) -> None:
    build.episode(desk, maisie.id, *NIGHT)
    _restrict(desk, maisie)
    for ask in (missing_picture.picture, missing_picture.how_many, missing_picture.episodes):
        with pytest.raises(NotAllowed):
            ask(desk, maisie.id)


def test_others_missing_at_the_same_time_are_told_the_most_frequent_first(desk: Desk, maisie: Person) -> None:
    once, twice = build.young_person(desk, "Jade"), build.young_person(desk, "Ines")
    for month in ("2026-10", "2026-11"):
        build.episode(desk, maisie.id, f"{month}-06T20:00+00:00", f"{month}-07T08:00+00:00")
        build.episode(desk, twice.id, f"{month}-06T23:00+00:00", f"{month}-07T02:00+00:00")
    build.episode(desk, once.id, "2026-11-05T20:00+00:00", "2026-11-08T09:00+00:00")
    assert missing_picture.picture(desk, maisie.id).companions == (
        Companion(subject=twice.id, name="Ines Okafor", nights=(date(2026, 10, 6), date(2026, 11, 6))),
        Companion(subject=once.id, name="Jade Okafor", nights=(date(2026, 11, 6),)),
    )


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2026-11-06T18:00+00:00", "2026-11-06T20:00+00:00", False),
        ("2026-11-06T18:00+00:00", "2026-11-06T20:01+00:00", True),
        ("2026-11-07T08:00+00:00", "2026-11-07T09:00+00:00", False),
        ("2026-11-07T07:00+00:00", "2026-11-07T09:00+00:00", False),
        ("2026-11-07T02:59+00:00", "2026-11-07T09:00+00:00", True),
        ("2026-11-01T20:00+00:00", "", True),
        ("2026-11-06", "2026-11-07", True),
        ("2026-11-06T19:00+00:00", "2026-11", False),
    ],
)
def test_only_whoever_was_away_at_the_same_time_is_told(
    desk: Desk, maisie: Person, since: str, until: str, *, told: bool
) -> None:
    build.episode(desk, maisie.id, *NIGHT)
    other = build.young_person(desk, "Jade")
    build.episode(desk, other.id, since, until)
    assert bool(missing_picture.picture(desk, maisie.id).companions) == told


def test_an_absence_that_began_long_before_is_not_looked_for(desk: Desk, maisie: Person) -> None:
    build.episode(desk, maisie.id, *NIGHT)
    other = build.young_person(desk, "Jade")
    first = date(2026, 11, 6) - LOOK_BACK
    held = build.episode(desk, other.id, f"{first}T12:00+01:00")
    assert missing_picture.picture(desk, maisie.id).companions
    casework.save(desk, held.changed(reported_at=Moment("2026-10-22T12:00+01:00")))
    assert missing_picture.picture(desk, maisie.id).companions == ()


def test_a_file_that_may_not_be_opened_is_not_revealed(desk: Desk, maisie: Person) -> None:
    other = build.young_person(desk, "Jade")
    build.episode(desk, other.id, *NIGHT)
    named = (Mention(name="Jay", person=other.id),)
    build.episode(desk, maisie.id, *NIGHT, found_with=named)
    before = missing_picture.picture(desk, maisie.id)
    assert [each.name for each in before.companions] == ["Jade Okafor"]
    assert [(each.name, each.person) for each in before.found_with] == [("Jade Okafor", other.id)]
    _restrict(desk, desk.store.get(Person, other.id))
    after = missing_picture.picture(desk, maisie.id)
    assert after.companions == ()
    assert [(each.name, each.person) for each in after.found_with] == [(NAMELESS, 0)]


def test_what_was_withdrawn_of_others_is_not_told(desk: Desk, maisie: Person) -> None:
    build.episode(desk, maisie.id, *NIGHT)
    casework.withdraw(desk, build.episode(desk, build.young_person(desk, "Jade").id, *NIGHT), "another child")
    assert missing_picture.picture(desk, maisie.id).companions == ()


def test_two_files_of_one_child_are_one_companion_and_never_their_own(desk: Desk, maisie: Person) -> None:
    jade, again = build.young_person(desk, "Jade"), build.young_person(desk, "Jayde")
    second = build.young_person(desk, "Maizie")
    build.episode(desk, maisie.id, *NIGHT)
    build.episode(desk, jade.id, *NIGHT)
    build.episode(desk, maisie.id, "2026-11-10T20:00+00:00", "2026-11-11T08:00+00:00")
    build.episode(desk, again.id, "2026-11-10T20:00+00:00", "2026-11-11T08:00+00:00")
    build.episode(desk, second.id, "2026-11-14T20:00+00:00", "2026-11-15T08:00+00:00")
    merging.merge(desk, jade, again, "the same child")
    merging.merge(desk, maisie, second, "the same child")
    found = missing_picture.picture(desk, maisie.id)
    assert len(found.told) == missing_picture.how_many(desk, second.id) == 3
    assert [(each.subject, len(each.nights)) for each in found.companions] == [(jade.id, 2)]


def test_those_found_with_the_child_are_named_once_with_their_episodes(desk: Desk, maisie: Person) -> None:
    first = build.episode(desk, maisie.id, *NIGHT, found_with=(Mention(name="Big T"), Mention(name="Jay")))
    car = Mention(name="A blue car", sort="vehicle")
    second = build.episode(
        desk, maisie.id, "2026-11-10T20:00+00:00", "2026-11-11T08:00+00:00", found_with=(Mention(name="big t"), car)
    )
    found = missing_picture.picture(desk, maisie.id).found_with
    assert [(each.name, each.person, each.episodes) for each in found] == [
        ("big t", 0, (first, second)),
        ("Jay", 0, (first,)),
    ]


def test_an_episode_of_which_only_the_year_is_known_is_in_the_list_and_asks_nobody(desk: Desk, maisie: Person) -> None:
    vague = build.episode(desk, maisie.id, "2025", "2025")
    build.episode(desk, build.young_person(desk, "Jade").id, *NIGHT)
    found = missing_picture.picture(desk, maisie.id)
    assert [each.episode for each in found.told] == [vague]
    assert (found.nights, found.companions) == ((), ())


def test_companions_are_found_by_the_index_and_not_by_reading_every_episode(desk: Desk, maisie: Person) -> None:
    build.episode(desk, maisie.id, *NIGHT)
    vault = desk.store.vault
    with overheard(vault) as said:
        missing_picture.picture(desk, maisie.id)
    asked = [(text, values) for text, values in said if "JOIN missing_episode" in text]
    assert asked
    for text, values in asked:
        plan = " ".join(str(row[-1]) for row in vault.sql(f"EXPLAIN QUERY PLAN {text}", values))
        assert "involvement_by_day" in plan
        assert "SCAN" not in plan


def test_as_many_episodes_as_there_are_come_in_the_order_of_when_they_went(desk: Desk, maisie: Person) -> None:
    made: list[MissingEpisode] = [
        build.episode(desk, maisie.id, f"2026-0{month}-06T20:00+00:00", f"2026-0{month}-07T08:00+00:00")
        for month in (3, 1, 2)
    ]
    assert missing_picture.episodes(desk, maisie.id) == (made[0], made[2], made[1])
