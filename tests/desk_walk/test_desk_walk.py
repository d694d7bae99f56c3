"""The whole desk without a mouse, as a screen reader and a keyboard meet it: the real program, walked from outside."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.action import Action
from rise_desk.domain.moments import Moment
from rise_desk.services import accounts, casework, signing_in
from rise_desk.services.clock import Clock
from rise_desk.storage import keys
from tests.build import PASSWORD, episode, note, young_person
from tests.desk_walk import bench

pytestmark = [
    pytest.mark.skipif(bench.is_missing(), reason=bench.MISSING),
    pytest.mark.xdist_group("desk walk"),
    pytest.mark.timeout(400),
]
Told = dict[str, Any]

SCREENS = (
    "First start", "Sign in", "Recovery key", "Today", "Morning meeting", "Adults of concern",
    "Information reports", "Places and things", "Place: form", "Place", "Young people", "Menu of a row", "Columns",
    "Export", "File: overview", "File: chronology", "Entry", "File: missing episodes",
    "File: people and links", "File: notices", "File: orders and disruption", "File: details", "History", "Summary",
    "Note", "Unsaved work", "Person", "Help over a form", "Part of a record",
    "Settings", "Audit", "Accounts", "Add somebody", "Import", "Change password", "Help", "Keys", "Menu: File",
    "Menu: Edit", "Menu: Go", "Menu: View", "Menu: Help", "Search", "Locked",
)  # fmt: skip
ITEMS = ("page tab", "menu item")
"""Arrows move along these; Tab goes to the row that they are in."""

PROGRAMMERS = re.compile(r"&|_|\b(Q[A-Z]\w+|None|null|widget|button \d|lineedit|qt_\w+|ui|dialog)\b")
VALUED = ("text", "password text")


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What was met on every screen, from the first start to the lock."""
    folder = tmp_path_factory.mktemp("walk")
    _furnish(folder / "data")
    with bench.laid(folder) as env:
        first = bench.walked("first start", env, "--data", str(folder / "empty"))
        met = bench.walked("desk", env, "--data", str(folder / "data"), "--user", "Lena Osei")
    met["screens"] = first["screens"] + met["screens"]
    met["ended"] = first["ended"] or met["ended"]
    return met


def _furnish(folder: Path) -> None:
    """Two files with notes in them, and one supervisor whose recovery key nobody has confirmed."""
    clock = Clock()
    accounts.create(folder, "Lena Osei", PASSWORD, clock, keys.TEST)
    desk = signing_in.sign_in(folder, "Lena Osei", PASSWORD, clock)
    maisie = young_person(desk, addresses=(life.Address(lines="2 Mill Lane"),))
    other = young_person(desk, "Jo", "Reyes")
    note(desk, maisie.id)
    episode(desk, maisie.id, "2026-11-06T20:00+00:00", "2026-11-07T08:00+00:00", missing_from="home")
    agreed = Action(id=clock.new_id(), subject=other.id, what="See school", agreed_at=Moment("2026-11-01"))
    casework.save(desk, agreed)
    note(desk, maisie.id, other.id, text="Came to the drop-in.", happened_at="2026-11-19T16:00+00:00")
    signing_in.leave(desk)


def test_the_walk_came_to_its_end(walk: Told) -> None:
    assert walk["ended"] == ""
    assert [each["screen"] for each in walk["screens"]] == list(SCREENS)


def test_every_key_did_what_it_says(walk: Told) -> None:
    wrong = [each for each in walk["happened"] if _seen(each) != _wanted(each)]
    assert wrong == []


def test_a_password_is_never_told(walk: Told) -> None:
    told = next(each["value"] for each in walk["happened"] if each["what"] == "the password is told")
    assert set(told) == {"●"}


def test_every_control_has_a_name(walk: Told) -> None:
    unnamed = [(screen, each["role"], each["box"]) for screen, each in _controls(walk) if not _spoken(each).strip()]
    assert unnamed == []


def test_no_name_holds_the_words_of_programmers(walk: Told) -> None:
    odd = {(screen, _spoken(each)) for screen, each in _controls(walk) if PROGRAMMERS.search(_spoken(each))}
    assert odd == set()


def test_no_two_controls_of_a_group_have_one_name(walk: Told) -> None:
    twice = []
    for screen in walk["screens"]:
        names = Counter(
            (each["role"], _spoken(each), tuple(each["groups"]))
            for each in screen["controls"]
            if each["role"] != "label"
        )
        twice += [(screen["screen"], *each) for each, times in names.items() if times > 1]
    assert twice == []


def test_fields_tell_what_is_in_them(walk: Told) -> None:
    for screen, each in _controls(walk):
        where = (screen, each["role"], _spoken(each))
        if each["role"] in VALUED:
            assert "text" in each, where
        elif each["role"] == "combo box":
            assert each["labels"] or "editable" in each["states"], where
            assert each["name"], where
        elif each["role"] in ("check box", "radio button"):
            assert "checkable" in each["states"], where
        elif each["role"] == "page tab":
            assert "selectable" in each["states"], where


def test_lists_tell_their_rows_their_columns_and_their_cells(walk: Told) -> None:
    held = {(screen, each["name"]): each for screen, each in _controls(walk) if "cells" in each}
    people = held["Young people", "Young people"]
    assert (people["rows"], people["columns"]) == (2, len(people["heads"]))
    assert all(people["heads"])
    assert [row[0] for row in people["cells"]] == ["Maisie Okafor", "Jo Reyes"]
    chronology = held["File: chronology", "Chronology"]["cells"]
    assert any(cell.startswith("Contact note. ") and "Came to the drop-in." in cell for (cell,) in chronology)
    assert held["Columns", "Columns"]["rows"] >= 8
    for each in held.values():
        assert all(len(row) == each["columns"] for row in each["cells"])


def test_tab_goes_to_every_control_and_comes_round(walk: Told) -> None:
    wrong = []
    for screen in _walked(walk):
        stops = screen["forward"]
        if stops[0] != stops[-1]:
            wrong.append((screen["screen"], "is a trap", _named(screen, stops[-2:])))
        missed = [each for each in screen["controls"] if _is_stop(each) and each["number"] not in stops]
        wrong += [(screen["screen"], "not reached", [_spoken(each)]) for each in missed if not _by_arrows(screen, each)]
    assert wrong == []


def test_shift_tab_goes_the_same_way_back(walk: Told) -> None:
    for screen in _walked(walk):
        assert _named(screen, screen["back"]) == _named(screen, screen["forward"][::-1]), screen["screen"]


def test_tab_follows_the_eye_through_parts_and_people(walk: Told) -> None:
    order = {screen["screen"]: _named(screen, screen["forward"]) for screen in _walked(walk)}
    for screen, first, then in (
        ("Person", "Change role 1: At risk", "Roles: Add role"),
        ("Person", "Roles: Add role", "Case status: Add case status"),
        ("Note", "Whether Maisie Okafor was seen", "Who this concerns, required"),
        ("Note", "Who this concerns, required", "When it happened, required"),
    ):
        stops = order[screen][:-1]
        ahead = (stops.index(then) - stops.index(first)) % len(stops)
        assert 0 < ahead <= 3, (screen, first, then)


def test_f6_goes_round_the_parts_of_every_page(walk: Told) -> None:
    pages = [screen for screen in _walked(walk) if "panes" in screen]
    assert len(pages) >= 9
    for screen in pages:
        parts = screen["panes"]
        assert len(set(parts)) >= 3, screen["screen"]
        assert parts[-1] in parts[:-1], screen["screen"]


def test_the_arrows_go_round_every_menu(walk: Told) -> None:
    menus = {screen["screen"]: screen for screen in walk["screens"] if "stops" in screen}
    assert set(menus) == {"Menu of a row", "Menu: File", "Menu: Edit", "Menu: Go", "Menu: View", "Menu: Help"}
    assert {"Lock", "Quit"} <= set(menus["Menu: File"]["stops"])
    assert "Choose columns…" in menus["Menu of a row"]["stops"]


def test_the_focus_is_always_to_be_seen(walk: Told) -> None:
    unseen = [
        (screen["screen"], *_named(screen, [stop["number"]]), stop["changed"], stop["enough"])
        for screen in _walked(walk)
        for stop in screen["focus"]
        if not stop["moved"] and stop["changed"] < stop["enough"]
    ]
    assert unseen == []


def test_every_sort_of_control_was_looked_at_where_it_stood_still(walk: Told) -> None:
    for screen in _walked(walk):
        roles = {each["number"]: each["role"] for each in screen["controls"]}
        met = {roles[stop["number"]] for stop in screen["focus"]}
        still = {roles[stop["number"]] for stop in screen["focus"] if not stop["moved"]}
        assert met == still, screen["screen"]


def _controls(walk: Told) -> Iterator[tuple[str, Told]]:
    for screen in walk["screens"]:
        yield from ((screen["screen"], each) for each in screen["controls"])


def _walked(walk: Told) -> list[Told]:
    return [screen for screen in walk["screens"] if "forward" in screen]


def _spoken(control: Told) -> str:
    """What a screen reader calls a control: a box of choices is called by its label, and its name is what is chosen."""
    return " ".join(control["labels"]) if control["role"] == "combo box" and control["labels"] else control["name"]


def _is_stop(control: Told) -> bool:
    return {"focusable", "enabled"} <= set(control["states"]) and control["role"] not in (*ITEMS, "label")


def _by_arrows(screen: Told, control: Told) -> bool:
    """One of several radio buttons is a stop; the arrows lead to the others."""
    others = [each for each in screen["controls"] if each["groups"] == control["groups"]]
    reached = (each for each in others if each["number"] in screen["forward"])
    return control["role"] == "radio button" and any(each["role"] == "radio button" for each in reached)


def _named(screen: Told, numbers: list[str]) -> list[str]:
    names = {each["number"]: _spoken(each) for each in screen["controls"]}
    return [names.get(each, each) for each in numbers]


def _seen(happened: Told) -> Any:
    return happened["value"].get("seen") if isinstance(happened["value"], dict) else None


def _wanted(happened: Told) -> Any:
    return happened["value"].get("wanted") if isinstance(happened["value"], dict) else None
