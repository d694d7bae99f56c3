"""Lists of missing episodes and return interviews leave as files, and come back in as they were."""

from dataclasses import replace
from pathlib import Path

import pytest

from rise_desk.domain.interview import Agreed, Attempt, ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import HarmHeard, MissingEpisode, PreventionInterview, ReasonHeard, Regrade, ToldOf
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Record, attributes
from rise_desk.services import accounts, casework, signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import exporting, importing, lists
from rise_desk.services.exchange.outcomes import Fate
from rise_desk.storage import keys
from rise_desk.storage.record_rows import PersonRow
from tests import build
from tests.services import police
from tests.services.police import episodes, interviews

HELD = {"answer": "accepted", "answered_at": "2026-10-25T08:00+00:00", "done_at": "2026-10-25T09:00+00:00"}


@pytest.fixture
def full(desk: Desk) -> tuple[MissingEpisode, ReturnInterview]:
    """An episode and an interview of which everything is known, in the night in which the clocks go back."""
    maisie, jade = police.maisie(desk), police.jade(desk)
    episode = casework.save(desk, _episode(desk, maisie, jade))
    held = build.interview(
        desk,
        episode,
        **HELD,
        offered_at="2026-10-25",
        attempts=(Attempt(at=Moment("2026-10-25T07:00+00:00"), by="Ana", outcome="Asleep"),),
        interviewer="Ana Silva, charity",
        independent=True,
        seen="seen_alone",
        own_words="I was at Kay's.\nWe walked.",
        reasons=(ReasonHeard(reason="contact_with_friends", heard_from="her"),),
        mentions=(Mention(name="Shadow", sort="handle", known="tall"), Mention(name="Jade", person=jade.id)),
        agreed=(Agreed(what="Ring the home", owner="Ana", due_on=Moment("2026-10-26")), Agreed(what="See her")),
    )
    return episode, held


def _episode(desk: Desk, maisie: Person, jade: Person) -> MissingEpisode:
    return build.made_episode(
        maisie.id,
        "2026-10-25T00:30+00:00",
        "2026-10-25T01:30+00:00",
        id=desk.clock.new_id(),
        last_seen_at=Moment("2026-10-24"),
        missing_from="childrens_home",
        missing_from_name="Moat House",
        grade="no_apparent_risk",
        regrades=(Regrade(grade="high", at=Moment("2026-10-25T01:00+00:00"), why="Seen in town"),),
        police_ref="INC1",
        told=(ToldOf(who="Her mother", by="PC Reed"),),
        circumstances="=Left; after tea | at once.\nSecond line.",
        found_place_type="hotel_or_bnb",
        outside_county=False,
        found_with=(Mention(name="J", person=jade.id), Mention(name="Shadow; 'the tall one'")),
        reasons=(ReasonHeard(reason="not_known"),),
        harms=(HarmHeard(harm="injury", note="a cut"),),
        prevention=(PreventionInterview(held_at=Moment("2026-10-25"), officer="PC Reed", told="Tired"),),
    )


def _out(desk: Desk, kind: str, path: Path) -> Path:
    exporting.export(desk, lists.of_kind(desk, kind), path, "For the morning meeting")
    return path


def _facts(record: Record) -> dict[str, object]:
    left_out = ("references", "source", "subject", "episodes")
    return {
        each.name: getattr(record, each.name)
        for each in attributes(type(record))
        if not each.stamp and each.name not in left_out
    }


def _unlinked(record: MissingEpisode | ReturnInterview) -> dict[str, object]:
    """What it says, with each mention only by name: numbers of records are a store's own."""
    name = "found_with" if isinstance(record, MissingEpisode) else "mentions"
    held = _facts(record)
    mentions: tuple[Mention, ...] = getattr(record, name)
    return held | {name: [(each.name.replace(";", ","), each.sort, each.known) for each in mentions]}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_leaves_comes_back_equal_in_another_store(
    desk: Desk, full: tuple[MissingEpisode, ReturnInterview], clock: Clock, tmp_path: Path, suffix: str
) -> None:
    first = _out(desk, "missing_episode", tmp_path / f"episodes{suffix}")
    second = _out(desk, "return_interview", tmp_path / f"interviews{suffix}")
    signing_in.leave(desk)
    accounts.create(tmp_path / "other", "Ana Silva", build.PASSWORD, clock, keys.TEST)
    other = signing_in.sign_in(tmp_path / "other", "Ana Silva", build.PASSWORD, clock)
    police.maisie(other)
    jade = police.jade(other)
    for path in (first, second):
        seen = importing.preview(other, path, source="desk")
        assert [each.reason for each in seen.outcomes] == [""]
        assert seen.layout.not_recognised == ("Return interview, how far",)
        importing.commit(other, seen)
    (episode,), (held,) = episodes(other), interviews(other)
    assert _unlinked(episode) == _unlinked(full[0])
    assert _unlinked(held) == _unlinked(full[1])
    assert [each.person for each in (*episode.found_with, *held.mentions)] == [jade.id, NO_ID, NO_ID, jade.id]
    assert held.covers == {episode.id}
    signing_in.leave(other)


def test_what_leaves_is_matched_in_the_same_store(
    desk: Desk, full: tuple[MissingEpisode, ReturnInterview], tmp_path: Path
) -> None:
    casework.save(desk, full[0].changed(found_with=()))
    for kind in ("missing_episode", "return_interview"):
        path = _out(desk, kind, tmp_path / f"{kind}.csv")
        importing.commit(desk, importing.preview(desk, path, source="desk"))
        seen = importing.preview(desk, path, source="desk")
        assert (seen.kind, seen.count(Fate.MATCHED), seen.saves) == (kind, 1, ())
        assert "Not taken over" not in seen.outcomes[0].reason


def test_an_interview_about_two_without_police_references_is_known_by_the_returns(desk: Desk, tmp_path: Path) -> None:
    maisie = police.maisie(desk)
    one = build.episode(desk, maisie.id, "2026-11-01T20:30+00:00", "2026-11-02T05:15+00:00")
    two = build.episode(desk, maisie.id, "2026-11-02T20:30+00:00", "2026-11-03T05:15+00:00", police_ref="INC2")
    build.episode(desk, maisie.id, "2026-11-05T20:30+00:00")
    held = build.interview(desk, one, two, done_at="2026-11-04")
    path = _out(desk, "return_interview", tmp_path / "interviews.csv")
    casework.withdraw(desk, held, "Tried.")
    seen = importing.preview(desk, path, source="desk")
    importing.commit(desk, seen)
    (made,) = [each for each in interviews(desk) if not each.withdrawn]
    assert made.covers == {one.id, two.id}
    assert lists.of_kind(desk, "return_interview").of == 1
    far = [row[-1] for row in lists.of_kind(desk, "missing_episode").rows]
    assert far == ["done", "done", ""]


def test_a_list_is_narrowed_and_holds_nothing_that_was_withdrawn(desk: Desk) -> None:
    maisie = police.maisie(desk)
    build.episode(desk, maisie.id, "2026-11-01T20:30+00:00", "2026-11-02T05:15+00:00", circumstances="Zebra")
    gone = build.episode(desk, maisie.id, "2026-11-03T20:30+00:00", "2026-11-04T05:15+00:00")
    casework.withdraw(desk, gone, "Entered twice.")
    listing = lists.of_kind(desk, "missing_episode", "zebra maisie")
    assert (len(listing.rows), listing.of, listing.filters) == (1, 1, "Holds “zebra maisie”")
    assert len(lists.of_kind(desk, "missing_episode", "giraffe").rows) == 0
    assert listing.columns[:4] == ("File number", "Name", "Date of birth", "Type")


def test_nothing_of_a_restricted_file_leaves(desk: Desk, full: tuple[MissingEpisode, ReturnInterview]) -> None:
    jade = full[0].found_with[0].person
    vault = desk.store.vault
    vault.do(PersonRow.update(restricted=True).where(PersonRow.id == jade))
    (row,) = lists.of_kind(desk, "missing_episode").rows
    assert "26-0002" not in str(row)
    assert "Somebody whose file is restricted" in str(row)
    vault.do(PersonRow.update(restricted=True).where(PersonRow.id == full[0].subject))
    for kind in ("missing_episode", "return_interview"):
        listing = lists.of_kind(desk, kind)
        assert (listing.rows, listing.withheld) == ((), 1)


def test_a_corrected_interview_leaves_as_it_was_put_right(
    desk: Desk, full: tuple[MissingEpisode, ReturnInterview]
) -> None:
    _first, held = full
    casework.save(desk, replace(held, id=desk.clock.new_id(), version=0, corrects=held.id, place="School"))
    listing = lists.of_kind(desk, "return_interview")
    assert len(listing.rows) == 1
    assert "School" in listing.rows[0]
