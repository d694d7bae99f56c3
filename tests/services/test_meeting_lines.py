"""A line of the morning meeting: a minute and something to do, kept together or not at all."""

from datetime import date
from typing import Any

import pytest

from rise_desk.domain import interview_due, repeats
from rise_desk.domain.act import Announcement
from rise_desk.domain.action import TO_DO, Action
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import casework, due_now, meeting_lines, overview, settings, undoing, unfinished
from rise_desk.services.desk import Desk
from tests import build

NOW = Moment("2026-11-21T10:00+00:00")


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """About whom the meeting speaks."""
    return build.young_person(desk)


@pytest.fixture
def back(desk: Desk, maisie: Person) -> MissingEpisode:
    """Her return this morning."""
    return build.episode(desk, maisie.id, "2026-11-20T21:30+00:00", "2026-11-21T06:15+00:00")


def entries(desk: Desk, person: Person) -> list[str]:
    """The kinds of what is in the chronology."""
    return [each.line.kind for each in overview.chronology(desk, person.id)]


def test_a_line_becomes_a_minute_and_an_action_in_one_act(desk: Desk, maisie: Person, back: MissingEpisode) -> None:
    heard: list[Announcement] = []
    desk.listeners.append(heard.append)
    day = Moment("2026-11-25")
    note, action = meeting_lines.said(
        desk, maisie.id, back.id, "  Ask social care for a strategy discussion.\n", owner=" Ada Bell ", due_on=day
    )
    words = "Ask social care for a strategy discussion."
    assert entries(desk, maisie).count("contact_note") == 1
    assert desk.store.get(ContactNote, note.id) == note
    assert (note.text, note.contact_type, note.happened_at) == (words, "morning_meeting", NOW)
    assert [each.subject for each in note.concerns] == [maisie.id]
    assert desk.store.get(Action, action.id) == action
    assert (action.what, action.owner, action.due_on, action.about) == (words, "Ada Bell", day, back.id)
    assert (action.agreed_at, action.agreed_in, action.status) == (NOW, "morning meeting", TO_DO)
    assert [(len(each.records), each.title) for each in heard] == [(2, "Line of the morning meeting kept")]
    undoing.undo(desk, heard[0].act)
    assert all(desk.store.get(type(each), each.id).withdrawn for each in (note, action))


def test_nothing_is_added_to_what_was_typed(desk: Desk, maisie: Person, back: MissingEpisode) -> None:
    note, action = meeting_lines.said(desk, maisie.id, back.id, "Ring the home.")
    assert (action.owner, action.due_on, action.outcome, action.agency) == ("", "", "", "")
    assert (note.place, note.also_present, note.own_words, note.told) == ("", "", "", "")


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_line_is_not_kept(desk: Desk, maisie: Person, back: MissingEpisode, text: str) -> None:
    before = entries(desk, maisie)
    with pytest.raises(Invalid) as told:
        meeting_lines.said(desk, maisie.id, back.id, text, owner="Ada Bell")
    assert told.value.fields == {"what": "Write what was said before you keep it."}
    assert entries(desk, maisie) == before


def test_one_of_the_two_alone_is_never_kept(desk: Desk, maisie: Person, back: MissingEpisode) -> None:
    before = entries(desk, maisie)
    unknown = Id(desk.clock.new_id())
    with pytest.raises(DeskError):
        meeting_lines.said(desk, unknown, back.id, "Ring the home.")
    assert entries(desk, maisie) == before
    assert not meeting_lines.today(desk, [maisie.id, unknown])


def test_the_unfinished_line_goes_with_the_act(desk: Desk, maisie: Person, back: MissingEpisode) -> None:
    draft = unfinished.keep(desk, NO_ID, Action.KIND, maisie.id, {"panel": {"what": "Ring"}})
    meeting_lines.said(desk, maisie.id, back.id, "Ring the home.", draft=draft)
    assert unfinished.mine(desk) == []


def test_what_the_meeting_agreed_answers_a_repeat_and_is_due_itself(desk: Desk, maisie: Person) -> None:
    settings.set_interviews_since(desk, date(2026, 1, 1))
    for day in ("18", "19", "20"):
        build.episode(desk, maisie.id, f"2026-11-{day}T20:00+00:00", f"2026-11-{day}T23:00+00:00")
    rules = [each.due.rule for each in due_now.lines(desk)]
    assert repeats.RULE in rules
    line = next(each.due for each in due_now.lines(desk) if each.due.rule == repeats.RULE)
    meeting_lines.said(desk, maisie.id, line.record, "Strategy discussion asked for.")
    rules = [each.due.rule for each in due_now.lines(desk)]
    assert repeats.RULE not in rules
    assert "action" in rules
    assert interview_due.RULE not in rules or rules.count("action") == 1


def test_todays_lines_stand_by_what_they_are_about(desk: Desk, maisie: Person, back: MissingEpisode) -> None:
    other = build.young_person(desk, "Jade")
    first = meeting_lines.said(desk, maisie.id, back.id, "Ring the home.")[1]
    second = meeting_lines.said(desk, maisie.id, back.id, "See school.")[1]
    third = meeting_lines.said(desk, other.id, other.id, "Visit her.")[1]
    known: dict[str, Any] = {"subject": maisie.id, "what": "Agreed elsewhere.", "about": back.id, "agreed_at": NOW}
    casework.save(desk, Action(id=desk.clock.new_id(), **known, agreed_in="session"))
    casework.save(
        desk,
        Action(
            id=desk.clock.new_id(),
            **known | {"agreed_at": Moment("2026-11-20T09:00+00:00")},
            agreed_in=meeting_lines.AGREED_IN,
        ),
    )
    held = meeting_lines.today(desk, [maisie.id, other.id])
    assert held == {back.id: (first, second), other.id: (third,)}
    casework.withdraw(desk, first, "Said of another child.")
    assert meeting_lines.today(desk, [maisie.id]) == {back.id: (second,)}
    assert meeting_lines.today(desk, []) == {}
