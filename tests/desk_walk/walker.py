"""Walks the program that runs at this display with nothing but keys, and tells on standard output what it met.

Run by the system's own Python, which alone has the accessibility bus: `python3 walker.py ROUTE`. It judges nothing.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.desk_walk import tree
from tests.desk_walk.keyboard import Keyboard
from tests.desk_walk.picture import Box, Eye, Picture, changed
from tests.desk_walk.tree import Node, Told

AT_MOST_STOPS = 120
ANSWER_S = 0.6
"""How long the focus may take to arrive after a key; it takes a few thousandths."""

PAINT_S = 0.4
SETTLE_S = 4.0


class Walker:
    """Presses keys, and notes what each screen says and where the focus goes."""

    def __init__(self) -> None:
        self.keyboard = Keyboard()
        self.eye = Eye()
        self.tree = tree.Tree()
        self.ear = tree.Ear()
        self.screens: list[Told] = []
        self.happened: list[Told] = []
        self._met: list[Node] = []
        self._patience = PAINT_S

    # Going somewhere

    def press(self, *keys: str) -> None:
        """These strokes, one after the other."""
        for each in keys:
            self.keyboard.press(each)

    def arrive(self, at: str, within: str = "") -> None:
        """Wait until a window of this name is in front, and in it something of the name `within`."""
        if not tree.until(lambda: self._is_at(at, within), SETTLE_S):
            raise TimeoutError(f"{within or at!r} never came; in front is {self.front()!r}")

    def front(self) -> str:
        """The name of the window in front."""
        window = tree.until(self.tree.window, SETTLE_S)
        return str(window.get_name()) if window else ""

    def focus(self, name: str, keys: str = "tab") -> Node:
        """Press a key until a control of this name has the focus."""
        for _ in range(AT_MOST_STOPS):
            here = self.here()
            if here is not None and name in (here.get_name(), *tree.labels(here)):
                return here
            self.press(keys)
            if self._wait_for_other(here) is None:
                break
        raise TimeoutError(f"{keys} never came to {name!r}")

    def here(self) -> Node | None:
        """What has the focus: looked for first among the controls of the screen that was read last."""
        known = tree.focused(self._met)
        if known is not None:
            return known
        window = self.tree.window()
        return None if window is None else tree.focused(node for node, _groups in tree.shown(window))

    def note(self, what: str, value: Any) -> None:
        """Write down something that happened, for the test to judge."""
        self.happened.append({"what": what, "value": value})

    def saw(self, what: str, ask: Callable[[], Any], wanted: Any) -> None:
        """Write down what is seen, as soon as it is what is wanted or no longer to be waited for."""
        tree.until(lambda: ask() == wanted, SETTLE_S / 2)
        self.note(what, {"seen": ask(), "wanted": wanted})

    def name_here(self) -> str:
        """The name of what has the focus."""
        here = self.here()
        return "" if here is None else str(here.get_name())

    def role_here(self) -> str:
        """What sort of control has the focus."""
        here = self.here()
        return "" if here is None else str(here.get_role_name())

    def has(self, name: str) -> bool:
        """Whether something of this name shows in the window in front."""
        window = self.tree.window()
        return window is not None and any(node.get_name() == name for node, _groups in tree.shown(window))

    def told(self, name: str, role: str) -> Told:
        """What is told about a control; nothing where it does not show."""
        window = self.tree.window()
        held = tree.controls(window) if window is not None else []
        return next((said for _node, said in held if (said["name"], said["role"]) == (name, role)), {})

    def focus_role(self, role: str) -> None:
        """Press Tab until a control of this sort has the focus."""
        for _ in range(AT_MOST_STOPS):
            if self.role_here() == role:
                return
            before = self.here()
            self.press("tab")
            self._wait_for_other(before)
        raise TimeoutError(f"tab never came to a {role}")

    def go(self, keys: str, page: str) -> None:
        """Go to a page by its keys, and note whether the rail says so."""
        self.press(keys)
        self.saw(f"{keys} goes to {page}", lambda: self._is_shown(page), True)

    # What is done on every screen of a kind

    def page(self, name: str) -> None:
        """Walk a page of the desk; then the keys that work everywhere: F6 round the parts, Ctrl+K to the search box."""
        self.screen(name)
        before = self.here()
        parts: list[str] = []
        while len(parts) < 8 and (not parts or parts[-1] not in parts[:-1]):
            here = self.here()
            self.press("f6")
            self._wait_for_other(here)
            now = self.here()
            parts.append("" if now is None else tree.number(now))
        self.screens[-1]["panes"] = parts
        self.press("ctrl+k")
        self.saw(f"Ctrl+K finds from {name}", self.name_here, "Search")
        if before is not None and before.get_name() != "Search":
            tree.until(lambda: self._back_to(before), SETTLE_S)

    def dialog(self, at: str, name: str) -> None:
        """Walk a window over the desk, and leave it by Esc."""
        self._over(at)
        self.screen(name)
        self.leave()

    def leave(self) -> None:
        """Leave the window in front by Esc, and note where the focus is then."""
        name, before = self.screens[-1]["screen"], len(self.tree.windows())
        self.press("esc")
        self.saw(f"Esc leaves {name}", lambda: len(self.tree.windows()) < before, True)
        self.saw(f"something has the focus after {name}", lambda: self.here() is not None, True)

    def menu(self, name: str, open_by: str) -> None:
        """Open a menu, go through it by Down until it begins again, and note every stop."""
        self.ear.last()
        self.ear.heard.clear()
        self.press(open_by)
        if open_by == "menu":
            time.sleep(PAINT_S)
            self.press("down")
        stops: list[str] = []
        while (item := tree.until(lambda: self._next_item(stops), ANSWER_S)) and item not in stops:
            stops.append(item)
            self.press("down")
        self.screens.append({"screen": name, "window": self.front(), "controls": [], "stops": stops})

    def hear(self, role: str, name: str = "") -> None:
        """Wait until something of this sort, and of a name that begins so, is told to have the focus."""
        tree.until(lambda: self._heard(role, name), SETTLE_S, f"no {role} {name!r} was heard of")

    def announced(self) -> str:
        """What screen readers were told last without anything getting the focus."""
        self.ear.last()
        return self.ear.announced[-1] if self.ear.announced else ""

    def ready(self, name: str) -> None:
        """Wait until a control that takes its time can be used."""
        tree.until(lambda: self._can_be_used(name), SETTLE_S, f"{name!r} can't be used")

    def read(self, name: str) -> None:
        """Read the screen in front without walking it."""
        window = tree.until(self.tree.window, SETTLE_S, f"no window is in front at {name!r}")
        held = [said for _node, said in tree.controls(window)]
        self.screens.append({"screen": name, "window": window.get_name(), "controls": held})

    # Walking one screen

    def screen(self, name: str) -> None:
        """Read the screen in front, then go round it by Tab, and back by Shift+Tab."""
        window = tree.until(self.tree.window, SETTLE_S, f"no window is in front at {name!r}")
        held = tree.controls(window)
        nodes = self._met = [node for node, said in held if "focusable" in said["states"]]
        begun = time.monotonic()
        forward, focus = self._round(nodes, "tab")
        back, _ = self._round(nodes, "shift+tab", look=False)
        self.screens.append(
            {
                "screen": name,
                "window": window.get_name(),
                "controls": [said for _node, said in held],
                "forward": forward,
                "back": back,
                "focus": focus,
                "seconds": round(time.monotonic() - begun, 2),
            }
        )

    def _round(self, nodes: list[Node], key: str, *, look: bool = True) -> tuple[list[str], list[Told]]:
        """Where the focus goes by one key until it comes somewhere a second time, and how each stop looked."""
        stops: list[str] = []
        seen: list[Told] = []
        here = tree.focused(nodes)
        picture, place = self.eye.look(), tree.box(here) if here else (0, 0, 0, 0)
        while len(stops) < AT_MOST_STOPS and (here is None or tree.number(here) not in stops):
            if here is not None:
                stops.append(tree.number(here))
            self.press(key)
            there = self._wait_for_other(here, nodes)
            if there is None:
                stops.append("lost" if tree.focused(nodes) is None else "stuck")
                break
            if here is not None and look:
                told, picture = self._without(here, picture, place, tree.box(there))
                seen.append(told)
            here, place = there, tree.box(there)
        if here is not None:
            stops.append(tree.number(here))
        return stops, seen

    def _wait_for_other(self, before: Node | None, nodes: list[Node] | None = None) -> Node | None:
        """What has the focus (of these) once it is another than before; None where it stays for too long."""

        def other() -> Node | None:
            now = self.here() if nodes is None else tree.focused(nodes)
            return None if now == before else now

        return tree.until(other, ANSWER_S)

    def _without(self, node: Node, with_focus: Picture, there: Box, but: Box) -> tuple[Told, Picture]:
        """How much a control that had the focus has changed by losing it, and the screen as it is now."""
        here = tree.box(node)
        enough = there[2] + there[3]
        end = time.monotonic() + self._patience
        while True:
            picture = self.eye.look()
            found = changed(with_focus, there, picture, here, enough, but)
            if found >= enough:
                break
            if time.monotonic() > end:
                self._patience /= 2
                break
            time.sleep(0.01)
        told = {"number": tree.number(node), "changed": found, "enough": enough, "moved": here != there}
        return told, picture

    def _next_item(self, stops: list[str]) -> str:
        role, name = self.ear.last()
        return str(name) if role == "menu item" and name not in stops[-1:] else ""

    def _heard(self, role: str, name: str) -> bool:
        heard = self.ear.last()
        return heard[0] == role and heard[1].startswith(name)

    def _can_be_used(self, name: str) -> bool:
        window = self.tree.window()
        found = [node for node, _groups in tree.shown(window) if node.get_name() == name] if window is not None else []
        return any(tree.has(node, tree.Atspi.StateType.ENABLED) for node in found)

    def _is_shown(self, page: str) -> bool:
        """Whether the rail says that this page is the one shown now."""
        window = self.tree.window()
        names = [node.get_name() for node, groups in tree.shown(window) if "Sections" in groups] if window else []
        return any(name.startswith(page) and name.endswith("shown now") for name in names)

    def _over(self, at: str) -> None:
        tree.until(lambda: len(self.tree.windows()) > 1, SETTLE_S, f"{at!r} never opened")
        self.arrive(at)

    def _back_to(self, before: Node) -> bool:
        if self.here() == before:
            return True
        self.press("tab")
        time.sleep(0.02)
        return False

    def _is_at(self, at: str, within: str) -> bool:
        window = self.tree.window()
        if window is None or not str(window.get_name()).startswith(at):
            return False
        return not within or any(node.get_name() == within for node, _groups in tree.shown(window))


def main() -> None:
    """Walk the route that the command line names, and print what was met, wherever it ended."""
    from tests.desk_walk import route

    walker = Walker()
    ended = ""
    try:
        route.ROUTES[sys.argv[1]](walker)
    except (TimeoutError, Atspi_Error) as failure:
        ended = f"{type(failure).__name__}: {failure}"
    json.dump({"screens": walker.screens, "happened": walker.happened, "ended": ended}, sys.stdout)


Atspi_Error: Any = tree.gi.repository.GLib.GError

if __name__ == "__main__":
    main()
