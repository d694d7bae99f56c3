"""Goes through the program by keys, finds where the focus is, and writes down what happened."""

import time
from collections.abc import Callable
from typing import Any

from tests.desk_walk import tree
from tests.desk_walk.keyboard import Keyboard
from tests.desk_walk.tree import Node, Told

AT_MOST_STOPS = 120
ANSWER_S = 1.0
"""How long the focus may take to arrive after a key; it takes a few thousandths."""

SETTLE_S = 8.0


class Traveller:
    """Presses keys, and waits for what they bring."""

    def __init__(self) -> None:
        self.keyboard = Keyboard()
        self.tree = tree.Tree()
        self.ear = tree.Ear()
        self.screens: list[Told] = []
        self.happened: list[Told] = []
        self.met: list[Node] = []
        self.marked: Node | None = None

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
            if self.other(here) is None:
                break
        raise TimeoutError(f"{keys} never came to {name!r}")

    def here(self) -> Node | None:
        """What has the focus: looked for first among the controls of the screen that was read last."""
        known = tree.focused(self.met)
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

    def mark(self) -> None:
        """Remember what has the focus, to see whether it comes back."""
        self.marked = self.here()

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
            self.other(before)
        raise TimeoutError(f"tab never came to a {role}")

    def go(self, keys: str, page: str) -> None:
        """Go to a page by its keys, and note whether the rail says so."""
        self.press(keys)
        self.saw(f"{keys} goes to {page}", lambda: self._is_shown(page), True)

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

    def other(self, before: Node | None, nodes: list[Node] | None = None) -> Node | None:
        """What has the focus (of these) once it is another than before; None where it stays for too long."""

        def another() -> Node | None:
            now = self.here() if nodes is None else tree.focused(nodes)
            return None if now == before else now

        return tree.until(another, ANSWER_S)

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

    def over(self, at: str) -> None:
        """Wait until a window of this name lies over the desk."""
        tree.until(lambda: len(self.tree.windows()) > 1, SETTLE_S, f"{at!r} never opened")
        self.arrive(at)

    def back_to(self, before: Node) -> bool:
        """Whether the focus is there again; where it is not, Tab brings it nearer."""
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
