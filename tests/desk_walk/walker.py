"""Walks the program that runs at this display with nothing but keys, and tells on standard output what it met.

Run by the system's own Python, which alone has the accessibility bus: `python3 walker.py ROUTE`. It judges nothing.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.desk_walk import tree
from tests.desk_walk.picture import Box, Eye, Picture, changed
from tests.desk_walk.traveller import ANSWER_S, AT_MOST_STOPS, SETTLE_S, Traveller
from tests.desk_walk.tree import Node, Told

PAINT_S = 0.4
"""How long the look of a control may take to change; the less, the more often it was waited for in vain."""


class Walker(Traveller):
    """Notes what each screen says, where the focus goes on it, and whether it can be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.eye = Eye()
        self.patience = PAINT_S

    def page(self, name: str) -> None:
        """Walk a page of the desk; then the keys that work everywhere: F6 round the parts, Ctrl+K to the search box."""
        self.screen(name)
        before = self.here()
        parts: list[str] = []
        while len(parts) < 8 and (not parts or parts[-1] not in parts[:-1]):
            here = self.here()
            self.press("f6")
            self.other(here)
            now = self.here()
            parts.append("" if now is None else tree.number(now))
        self.screens[-1]["panes"] = parts
        self.press("ctrl+k")
        self.saw(f"Ctrl+K finds from {name}", self.name_here, "Search")
        if before is not None and before.get_name() != "Search":
            tree.until(lambda: self.back_to(before), SETTLE_S)

    def dialog(self, at: str, name: str) -> None:
        """Walk a window over the desk, and leave it by Esc."""
        self.over(at)
        self.screen(name)
        self.leave()

    def leave(self) -> None:
        """Leave the window in front by Esc, and note where the focus is then."""
        name, before = self.screens[-1]["screen"], len(self.tree.windows())
        self.press("esc")
        self.saw(f"Esc leaves {name}", lambda: len(self.tree.windows()) < before, True)
        self.saw(f"the focus is back where it was before {name}", lambda: self.here() == self.marked, True)

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

    def close_menu(self) -> None:
        """Leave a menu by Esc."""
        for _ in range(3):
            if self.ear.last()[0] == "menu item":
                self.press("esc")
                tree.until(lambda: self.ear.last()[0] != "menu item", ANSWER_S)

    def read(self, name: str) -> None:
        """Read the screen in front without walking it."""
        window = tree.until(self.tree.window, SETTLE_S, f"no window is in front at {name!r}")
        held = [said for _node, said in tree.controls(window)]
        self.screens.append({"screen": name, "window": window.get_name(), "controls": held})

    def screen(self, name: str) -> None:
        """Read the screen in front, then go round it by Tab, and back by Shift+Tab."""
        window = tree.until(self.tree.window, SETTLE_S, f"no window is in front at {name!r}")
        held = tree.controls(window)
        nodes = self.met = [node for node, said in held if "focusable" in said["states"]]
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
            there = self.other(here, nodes)
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

    def _without(self, node: Node, with_focus: Picture, there: Box, but: Box) -> tuple[Told, Picture]:
        """How much a control that had the focus has changed by losing it, and the screen as it is now."""
        here = tree.box(node)
        enough = there[2] + there[3]
        end = time.monotonic() + self.patience
        while True:
            picture = self.eye.look()
            found = changed(with_focus, there, picture, here, enough, but)
            if found >= enough:
                break
            if time.monotonic() > end:
                self.patience /= 2
                break
            time.sleep(0.01)
        told = {"number": tree.number(node), "changed": found, "enough": enough, "moved": here != there}
        return told, picture

    def _next_item(self, stops: list[str]) -> str:
        role, name = self.ear.last()
        return str(name) if role == "menu item" and name not in stops[-1:] else ""


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
