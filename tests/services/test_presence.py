"""Who else is at a desk, what a busy store waits for, and whose changes are somebody else's."""

from collections.abc import Callable
from datetime import timedelta
from threading import Thread
from time import perf_counter

import pytest

from rise_desk.domain import moments
from rise_desk.domain.act import Announcement
from rise_desk.domain.card import Wanted
from rise_desk.errors import Busy, Damaged, Unavailable
from rise_desk.services import overview, presence, signing_in, unfinished
from rise_desk.services.desk import Desk
from rise_desk.services.presence import ALONE, UNKNOWN
from rise_desk.storage import patience, sittings
from tests import build
from tests.build import PASSWORD


@pytest.fixture
def amir(desk: Desk) -> Desk:
    """A colleague at the front office's computer."""
    other = build.colleague(desk, "Amir Khan")
    other.pc = "front office PC"
    desk.store.vault.sql("UPDATE session SET pc = ? WHERE id = ?", (other.pc, other.session))
    return other


def _later(desk: Desk, by: timedelta) -> None:
    assert desk.clock.moved_to is not None
    desk.clock.moved_to += by


def test_whoever_else_is_signed_in_is_told_with_their_computer(desk: Desk, amir: Desk) -> None:
    (other,) = presence.others(desk)
    assert (other.name, other.pc, other.doing) == ("Amir Khan", "front office PC", "")
    assert other.who == "Amir Khan (front office PC)"
    assert other.since == "2026-11-21T10:00:00.000+00:00"
    assert [each.name for each in presence.others(amir)] == ["Lena Osei"]
    signing_in.leave(amir)
    assert presence.others(desk) == ()


def test_nobody_is_named_twice_or_as_their_own_company(desk: Desk, amir: Desk) -> None:
    folder = desk.store.folder.path
    again = [signing_in.sign_in(folder, name, PASSWORD, desk.clock) for name in ("Lena Osei", "Amir Khan", "Amir Khan")]
    for each in again:
        desk.store.vault.sql("UPDATE session SET pc = ? WHERE id = ?", ("tablet", each.session))
    assert [each.who for each in presence.others(desk)] == [
        "Amir Khan (tablet)",
        "Lena Osei (tablet)",
        "Amir Khan (front office PC)",
    ]
    second = signing_in.sign_in(folder, "Lena Osei", PASSWORD, desk.clock)
    assert "Lena Osei (tablet)" in [each.who for each in presence.others(second)]
    assert len(presence.others(second)) == 3
    for each in (*again, second):
        signing_in.leave(each)


def test_a_computer_without_a_name_is_left_out_of_the_words(desk: Desk, amir: Desk) -> None:
    desk.store.vault.sql("UPDATE session SET pc = ''")
    assert presence.others(desk)[0].who == "Amir Khan"


@pytest.mark.parametrize(("silent", "there"), [(timedelta(minutes=3), 1), (timedelta(minutes=3, milliseconds=1), 0)])
def test_a_program_that_was_killed_is_left_out(desk: Desk, amir: Desk, silent: timedelta, there: int) -> None:
    _later(desk, silent)
    assert len(presence.others(desk)) == there


def test_a_sign_of_life_is_shown_at_most_once_a_minute(desk: Desk, amir: Desk) -> None:
    presence.stir(amir)
    _later(desk, timedelta(seconds=59))
    presence.stir(amir)
    assert _seen(desk, amir) == "2026-11-21T10:00:00.000+00:00"
    _later(desk, timedelta(seconds=1))
    presence.stir(amir)
    assert _seen(desk, amir) == "2026-11-21T10:01:00.000+00:00"


def _seen(desk: Desk, of: Desk) -> str:
    return str(desk.store.vault.sql("SELECT seen_at FROM session WHERE id = ?", (of.session,))[0][0])


def test_a_busy_store_is_not_waited_for_and_asked_again_at_the_next_look(desk: Desk, amir: Desk) -> None:
    with desk.store.vault.atomic():
        presence.stir(amir)
        assert amir.stirred_at is None
    presence.stir(amir)
    assert amir.stirred_at == amir.now()


def test_what_a_long_job_says_is_read_while_it_holds_the_records_locked(desk: Desk, amir: Desk) -> None:
    with presence.doing(amir, "importing notes.csv"), amir.store.vault.atomic():
        assert presence.others(desk)[0].doing == "importing notes.csv"
        held = presence.holdup(desk)
    assert held.waiting == "Amir Khan (front office PC) is importing notes.csv. Waiting for it to finish."
    assert held.given_up == (
        "Amir Khan (front office PC) is importing notes.csv. Nothing was saved; what you typed is kept. "
        "Ask Amir Khan, or try again."
    )
    assert presence.others(desk)[0].doing == ""


def test_a_job_inside_another_gives_way_to_it_again_and_a_failure_ends_it(desk: Desk, amir: Desk) -> None:
    def told() -> str:
        return presence.others(desk)[0].doing

    with presence.doing(amir, "importing notes.csv"):
        with presence.doing(amir, "making a backup"):
            assert told() == "making a backup"
        assert told() == "importing notes.csv"

    def fail() -> None:
        with presence.doing(amir, "importing notes.csv"):
            raise Unavailable("The disk is full.")

    with pytest.raises(Unavailable):
        fail()
    assert told() == ""


def test_a_store_that_takes_no_words_lets_the_job_go_on(desk: Desk, amir: Desk) -> None:
    done = []
    with desk.store.vault.atomic(), patience.waiting(amir.store.vault, 0), presence.doing(amir, "making a backup"):
        done.append("backup")
    assert done == ["backup"]


def test_the_window_s_own_long_job_is_told_as_such(desk: Desk) -> None:
    with presence.doing(desk, "making a backup"):
        assert presence.holdup(desk).because == "This window is making a backup."


def test_a_long_job_is_believed_for_longer_than_silence_but_not_for_ever(desk: Desk, amir: Desk) -> None:
    with presence.doing(amir, "importing notes.csv"):
        _later(desk, presence.LONG_JOB)
        assert presence.others(desk) == ()
        assert "importing" in presence.holdup(desk).because
        _later(desk, timedelta(milliseconds=1))
        assert presence.holdup(desk) == UNKNOWN


def test_where_nobody_says_what_they_do_those_who_are_there_are_named(desk: Desk, amir: Desk) -> None:
    assert presence.holdup(desk).because == ("Another program is saving. Also signed in: Amir Khan (front office PC).")
    assert presence.holdup(desk).ask == "Ask Amir Khan, or try again."
    build.colleague(desk, "Priya Nair")
    assert presence.holdup(desk).ask == "Ask them, or try again."


def test_a_store_that_cannot_even_be_read_is_somebody_else_s_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> list[object]:
        raise Busy("Another program is using the records just now.")

    monkeypatch.setattr(sittings, "open_since", locked)
    assert presence.holdup(desk) is ALONE
    assert "to restore or to mend them" in ALONE.waiting


def test_nobody_else_is_there(desk: Desk) -> None:
    assert presence.holdup(desk) == UNKNOWN
    assert sittings.doing(desk.store.vault, build.note(desk, build.young_person(desk).id).id) == ""


@pytest.fixture
def heard(desk: Desk) -> list[Announcement]:
    """What this desk hears, once it has looked for the first time."""
    told: list[Announcement] = []
    desk.look_elsewhere()
    desk.listeners.append(told.append)
    return told


def test_another_sitting_s_change_is_news_once(desk: Desk, amir: Desk, heard: list[Announcement]) -> None:
    desk.look_elsewhere()
    build.young_person(amir)
    assert desk.look_elsewhere()
    assert not desk.look_elsewhere()
    assert [each.elsewhere for each in heard] == [True]


QUIET: dict[str, Callable[[Desk], object]] = {
    "draft": lambda amir: unfinished.keep(amir, amir.session, "person", amir.session, {}),
    "choice": lambda amir: amir.store.prefer("Amir Khan", "text_size", 150),
    "sign of life": presence.stir,
    "words": lambda amir: sittings.say(amir.store.vault, amir.session, "making a backup", moments.stamp(amir.now())),
    "reading": lambda amir: overview.open_file(amir, overview.people(amir, Wanted())[0].subject),
    "leaving": signing_in.leave,
}


@pytest.mark.parametrize("what", QUIET)
def test_what_changes_no_record_is_nobody_s_news(desk: Desk, amir: Desk, what: str) -> None:
    build.young_person(desk)
    desk.look_elsewhere()
    before = desk.seen_version
    _later(desk, timedelta(seconds=1))
    QUIET[what](amir)
    assert not desk.look_elsewhere()
    assert desk.seen_version != before, "the store has changed, and yet it is no news"


def test_what_this_program_s_own_worker_saves_is_not_somebody_else_s(desk: Desk, heard: list[Announcement]) -> None:
    def save() -> None:
        with desk.store.on_this_thread():
            build.young_person(desk)

    worker = Thread(target=save)
    before = desk.seen_version
    worker.start()
    worker.join()
    assert not desk.look_elsewhere()
    assert desk.seen_version != before
    assert [each.elsewhere for each in heard] == [False]


def test_looking_where_nothing_happened_asks_one_small_question(desk: Desk, heard: list[Announcement]) -> None:
    build.young_person(desk)
    desk.look_elsewhere()
    asked: list[str] = []
    real = desk.store.vault.sql

    def counted(text: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        asked.append(text)
        return real(text, values)

    desk.store.vault.sql = counted  # type: ignore[method-assign,assignment]  # counts the questions
    begun = perf_counter()
    for _ in range(100):
        assert not desk.look_elsewhere()
    assert (perf_counter() - begun) / 100 < 0.002
    assert set(asked) == {"PRAGMA data_version"}


def test_a_damaged_store_can_still_be_checked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*_: object) -> str:
        raise Damaged("The records can't be read.")

    monkeypatch.setattr(sittings, "doing", damaged)
    monkeypatch.setattr(sittings, "say", damaged)
    with presence.doing(desk, "checking the records"):
        assert presence.holdup(desk) == UNKNOWN


def test_whoever_is_not_signed_in_yet_is_told_so() -> None:
    assert presence.AT_THE_DOOR.given_up.endswith("You are not signed in. Ask a supervisor, or try again.")
