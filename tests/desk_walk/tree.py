"""Reads the program as a screen reader does: by AT-SPI, from outside, through the accessibility bus."""

import importlib
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

# Only the system's own Python has it.
gi: Any = importlib.import_module("gi")
gi.require_version("Atspi", "2.0")
Atspi: Any = importlib.import_module("gi.repository.Atspi")

PROGRAM = "RISE Desk"
ACTED_ON = (
    "push button", "toggle button", "check box", "radio button", "menu item", "check menu item", "page tab", "link",
    "text", "password text", "combo box", "spin button", "slider", "table", "list", "tree", "tree table", "menu",
)  # fmt: skip
HOLD_THEIR_OWN = ("table", "list", "tree", "tree table", "combo box")
"""What lies in these is part of their value."""

AT_MOST_ROWS = 6
Node = Any
Told = dict[str, Any]


class Tree:
    """The program's windows and what is in them."""

    def __init__(self, wait: float = 20.0) -> None:
        Atspi.init()
        self._program = until(self._find, wait, "the program never came to the accessibility bus")
        self._program.set_cache_mask(Atspi.Cache.NONE)

    def windows(self) -> list[Node]:
        """Every window that shows, dialogs and menus among them."""
        return [each for each in children(self._program) if has(each, Atspi.StateType.SHOWING)]

    def window(self) -> Node | None:
        """The window in front: an open menu, else the one that has the keyboard."""
        shown = self.windows()
        menus = [each for each in shown if each.get_role_name() == "popup menu"]
        return next((each for each in (*menus, *shown) if each in menus or has(each, Atspi.StateType.ACTIVE)), None)

    def _find(self) -> Node | None:
        found = [each for each in children(Atspi.get_desktop(0)) if each.get_name() == PROGRAM]
        return found[0] if found else None


class Ear:
    """Hears where the focus goes, also into what Qt hangs in no window's tree: a menu of a row, a calendar."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:state-changed:focused")
        self.announced: list[str] = []
        self._crier = Atspi.EventListener.new(self._hear_cry)
        self._crier.register("object:announcement")

    def last(self) -> tuple[str, str]:
        """The role and the name of what had the focus last."""
        pending = gi.repository.GLib.MainContext.default()
        while pending.iteration(False):
            pass
        return self.heard[-1] if self.heard else ("", "")

    def _hear_cry(self, event: Any) -> None:
        self.announced.append(str(event.any_data))

    def _hear(self, event: Any) -> None:
        told = _asked(lambda: (event.source.get_role_name(), event.source.get_name()) if event.detail1 else None)
        if told:
            self.heard.append(told)


def until(ask: Callable[[], Any], wait: float, failing: str = "") -> Any:
    """What `ask` answers once it answers something; raises `TimeoutError` with these words, or gives None, after it."""
    end = time.monotonic() + wait
    while not (answer := _asked(ask)):
        if time.monotonic() > end:
            if failing:
                raise TimeoutError(failing)
            return None
        time.sleep(0.004)
    return answer


def _asked(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except gi.repository.GLib.GError:  # it went away while it was being asked
        return None


def children(node: Node) -> list[Node]:
    """What lies directly in something."""
    held = (node.get_child_at_index(place) for place in range(node.get_child_count()))
    return [each for each in held if each is not None]


def has(node: Node, state: Any) -> bool:
    """Whether something is in this state."""
    return bool(node.get_state_set().contains(state))


def shown(node: Node, groups: tuple[str, ...] = ()) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Everything that shows in a window, each with the names of the groups that it lies in."""
    for child in children(node):
        if not has(child, Atspi.StateType.SHOWING):
            continue
        yield child, groups
        if child.get_role_name() not in HOLD_THEIR_OWN:
            # Qt calls a row of tabs by the tab in front.
            name = "" if child.get_role_name() == "page tab list" else child.get_name()
            yield from shown(child, (*groups, name) if name else groups)


def number(node: Node) -> str:
    """What tells a control from every other."""
    return str(node.path).rsplit("/", 1)[-1]


def controls(window: Node) -> list[tuple[Node, Told]]:
    """Every control that shows in a window, with all that a screen reader learns about it."""
    found = []
    for node, groups in shown(window):
        role = node.get_role_name()
        states = {each.value_nick for each in node.get_state_set().get_states()}
        if role in ACTED_ON or "focusable" in states:
            found.append((node, told(node, role, states, groups)))
    return found


def told(node: Node, role: str, states: set[str], groups: tuple[str, ...]) -> Told:
    """All that a screen reader learns about a control."""
    said: Told = {
        "number": number(node),
        "role": role,
        "name": node.get_name(),
        "labels": labels(node),
        "description": node.get_description(),
        "groups": list(groups),
        "states": sorted(states),
        "box": box(node),
    }
    interfaces = node.get_interfaces()
    if "Text" in interfaces:
        said["text"] = text(node)
    if "Table" in interfaces:
        said |= _table(node)
    elif role in HOLD_THEIR_OWN or role == "page tab list":
        said["items"] = [_item(each) for each in children(node)[:60]]
    return said


def labels(node: Node) -> list[str]:
    """The names of the labels that say what a control is."""
    spoken = [each for each in node.get_relation_set() if each.get_relation_type() == Atspi.RelationType.LABELLED_BY]
    return [each.get_target(place).get_name() for each in spoken for place in range(each.get_n_targets())]


def focused(nodes: Iterable[Node]) -> Node | None:
    """Which of these has the keyboard; the tab in front says that it has, whatever has it, so tabs are not asked."""
    for node in nodes:
        states = _asked(node.get_state_set)
        wanted = (Atspi.StateType.FOCUSED, Atspi.StateType.FOCUSABLE)
        if states is not None and all(map(states.contains, wanted)) and node.get_role_name() != "page tab":
            return node
    return None


def text(node: Node) -> str:
    """What is written in a field."""
    return str(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))


def box(node: Node) -> tuple[int, int, int, int]:
    """Where a control lies on the screen."""
    place = node.get_extents(Atspi.CoordType.SCREEN)
    return place.x, place.y, place.width, place.height


def _table(node: Node) -> Told:
    rows, columns = Atspi.Table.get_n_rows(node), Atspi.Table.get_n_columns(node)
    cells = [
        [_words(Atspi.Table.get_accessible_at(node, row, column)) for column in range(columns)]
        for row in range(min(rows, AT_MOST_ROWS))
    ]
    heads = [_words(Atspi.Table.get_column_header(node, column)) for column in range(columns)]
    return {"rows": rows, "columns": columns, "cells": cells, "heads": heads}


def _item(node: Node) -> Told:
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "states": sorted(each.value_nick for each in node.get_state_set().get_states()),
        **({"text": text(node)} if "Text" in node.get_interfaces() else {}),
    }


def _words(node: Node | None) -> str:
    return "" if node is None else str(node.get_name())
