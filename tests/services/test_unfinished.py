"""Unfinished forms: kept under one number by one window, gone with the record, and told what became of it."""

from dataclasses import replace
from typing import Any

import pytest

from rise_desk.domain.contact import ContactNote
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import Invalid, NotAllowed, NotFound
from rise_desk.services import casework, merging, unfinished
from rise_desk.services.desk import Desk
from rise_desk.services.unfinished import Draft
from tests import build


def _keep(desk: Desk, draft: Id = NO_ID, text: str = "She said", **values: Any) -> Id:
    return unfinished.keep(desk, draft, ContactNote.KIND, NO_ID, {"panel": {"text": text}}, **values)


def _texts(desk: Desk) -> list[str]:
    return sorted(each.typed["panel"]["text"] for each in unfinished.mine(desk))


def _of(desk: Desk, record: Person | ContactNote, subject: Id, kind: str, **typed: str) -> Draft:
    number = unfinished.keep(desk, NO_ID, kind, subject, {"panel": typed}, record=record.id, version=record.version)
    return next(each for each in unfinished.mine(desk) if each.id == number)


def test_a_form_keeps_its_number_while_it_grows(desk: Desk) -> None:
    first = _keep(desk)
    assert _keep(desk, first, "She said that", last={"panel": {"text": "She said"}}) == first
    assert _keep(desk, first, "She said that she") == first
    assert _texts(desk) == ["She said that she"]


def test_two_windows_with_the_same_form_take_nothing_from_each_other(desk: Desk) -> None:
    first = _keep(desk)
    begun = {"panel": {"text": "She said"}}
    assert _keep(desk, first, "Mine", last=begun) == first
    other = _keep(desk, first, "Theirs", last=begun)
    assert other != first
    assert _texts(desk) == ["Mine", "Theirs"]


def test_a_form_that_another_window_finished_goes_on_under_a_new_number(desk: Desk) -> None:
    first = _keep(desk)
    unfinished.drop(desk, first)
    again = _keep(desk, first, "More", last={"panel": {"text": "She said"}})
    assert again not in (NO_ID, first)
    assert _texts(desk) == ["More"]


def test_somebody_else_s_form_is_neither_changed_nor_dropped(desk: Desk) -> None:
    mine = _keep(desk)
    other = build.colleague(desk, "Amir Khan")
    theirs = _keep(other, mine, "Theirs")
    unfinished.drop(other, mine)
    assert theirs != mine
    assert (_texts(desk), _texts(other)) == (["She said"], ["Theirs"])


def test_the_record_and_the_end_of_its_draft_are_one(desk: Desk) -> None:
    person = build.young_person(desk)
    draft = _keep(desk)
    with pytest.raises(Invalid):
        unfinished.save(desk, person.changed(given_name="", family_name="", known_as=""), draft)
    assert _texts(desk) == ["She said"]
    saved = unfinished.save(desk, person.changed(known_as="Maz"), draft)
    assert (saved.known_as, saved.version) == ("Maz", 2)
    assert unfinished.mine(desk) == []
    assert unfinished.save(desk, saved.changed(known_as="M")).version == 3


def test_forms_are_kept_where_nobody_may_save(desk: Desk) -> None:
    desk.store.missing = "two entries are missing"
    _keep(desk)
    assert _texts(desk) == ["She said"]


def test_what_could_not_be_kept_while_leaving_is_kept_in_the_end(desk: Desk) -> None:
    unfinished.keep_in_the_end(desk, [_keep, lambda at: _keep(at, text="And then")])
    assert _texts(desk) == ["And then", "She said"]
    assert desk.store.vault.sql("PRAGMA busy_timeout") == [(10_000,)]


def test_nothing_became_of_the_record(desk: Desk) -> None:
    person = build.young_person(desk)
    for draft in (
        _of(desk, person, person.id, Person.KIND),
        _of(desk, Person(), NO_ID, Person.KIND),
        _of(desk, ContactNote(), person.id, ContactNote.KIND),
        _of(desk, build.note(desk, person.id), person.id, ContactNote.KIND),
    ):
        assert unfinished.fate(desk, draft) == unfinished.Fate()


def test_a_file_that_was_changed_meanwhile(desk: Desk) -> None:
    person = build.young_person(desk)
    draft = _of(desk, person, person.id, Person.KIND)
    other = build.colleague(desk, "Amir Khan")
    casework.save(other, person.changed(known_as="Theirs"))
    fate = unfinished.fate(desk, draft)
    assert fate.told == "Amir Khan saved this file on 21 November 2026, after you began."
    assert fate.may_go_on


def test_a_file_that_was_withdrawn_meanwhile(desk: Desk) -> None:
    person = build.young_person(desk)
    drafts = [_of(desk, person, person.id, Person.KIND), _of(desk, ContactNote(), person.id, ContactNote.KIND)]
    withdrawn = casework.withdraw(desk, person, "Written twice.")
    told = "Lena Osei withdrew this file on 21 November 2026: Written twice."
    over, about = (unfinished.fate(desk, each) for each in drafts)
    assert (over.told, over.may_go_on) == (f"{told} {unfinished.KEPT}", False)
    assert (about.told, about.may_go_on) == (told, True)
    assert unfinished.gone(desk, withdrawn) == told


def test_a_file_that_was_merged_meanwhile(desk: Desk) -> None:
    main, other = build.young_person(desk), build.young_person(desk, "Maz")
    draft = _of(desk, other, other.id, Person.KIND)
    merging.merge(desk, main, other, "The same child.")
    fate = unfinished.fate(desk, draft)
    assert fate.told.startswith("This file was joined with another one, that of Maisie Okafor. Write in that file.")
    assert not fate.may_go_on


def test_an_entry_that_was_corrected_or_withdrawn_meanwhile(desk: Desk) -> None:
    person = build.young_person(desk)
    first = build.note(desk, person.id)
    draft = _of(desk, first, person.id, ContactNote.KIND)
    build.note(desk, person.id, corrects=first.id)
    assert unfinished.fate(desk, draft).told == ("Lena Osei corrected this entry on 21 November 2026, after you began.")
    casework.withdraw(desk, first, "Wrong file.")
    fate = unfinished.fate(desk, draft)
    assert fate.told == "Lena Osei withdrew this entry on 21 November 2026: Wrong file."
    assert fate.may_go_on


def test_the_reason_of_a_withdrawal_has_nowhere_to_go_once_somebody_withdrew_it(desk: Desk) -> None:
    person = build.young_person(desk)
    first = build.note(desk, person.id)
    draft = _of(desk, first, person.id, unfinished.WITHDRAWAL, why="Written into the")
    assert unfinished.fate(desk, draft) == unfinished.Fate()
    assert unfinished.words(draft) == "Why\nWritten into the"
    casework.withdraw(desk, first, "Wrong file.")
    fate = unfinished.fate(desk, draft)
    assert fate.told.startswith("Lena Osei withdrew this entry on 21 November 2026: Wrong file.")
    assert not fate.may_go_on


def test_a_record_that_is_not_on_file_or_may_no_longer_be_read(desk: Desk) -> None:
    person = build.young_person(desk)
    gone = _of(desk, ContactNote(), Id(5), ContactNote.KIND)
    assert unfinished.fate(desk, gone).told == f"{unfinished.GONE} {unfinished.KEPT}"
    desk.who = replace(desk.who, grants=frozenset({"health"}))
    reserved = build.note(desk, person.id, reserved="health")
    draft = _of(desk, reserved, person.id, ContactNote.KIND, text="Half a sentence")
    desk.who = replace(desk.who, grants=frozenset())
    fate = unfinished.fate(desk, draft)
    assert (fate.told, fate.may_go_on) == (f"{unfinished.CLOSED} {unfinished.KEPT}", False)
    assert unfinished.words(draft) == "What happened\nHalf a sentence"
    with pytest.raises(NotAllowed, match="no longer read"):
        unfinished.on_file(desk, reserved.id)
    with pytest.raises(NotFound, match="no longer on file"):
        unfinished.on_file(desk, Id(5))
    assert unfinished.on_file(desk, person.id) == person


def test_everything_typed_can_be_read_without_its_form(desk: Desk) -> None:
    typed = {
        "panel": {
            "text": "First line\nSecond line",
            "place": "  ",
            "told": None,
            "concerns": [{"subject": str(desk.clock.new_id()), "role": "about"}],
            "aliases": [{"name": "Maz", "used_where": "Kettering"}, {"name": ""}],
        }
    }
    unfinished.keep(desk, NO_ID, ContactNote.KIND, NO_ID, typed)
    assert unfinished.words(unfinished.mine(desk)[0]) == (
        "Who this concerns\nabout\n\nWhat happened\nFirst line\nSecond line\n\nAliases\nMaz, Kettering"
    )
    unfinished.keep(desk, NO_ID, "strange", NO_ID, {})
    assert unfinished.words(next(each for each in unfinished.mine(desk) if each.kind == "strange")) == ""
