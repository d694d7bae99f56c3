"""The ways through the program, by keys alone: which screens are visited, and what is tried on each."""

import time
from typing import TYPE_CHECKING

from tests.desk_walk import tree

if TYPE_CHECKING:
    from tests.desk_walk.walker import Walker

DESK, CLOSES = "RISE Desk", "Close this message"
PASSWORD = "bodim-takel-runov 7"
EVERYWHERE = (
    ("ctrl+1", "Today"),
    ("ctrl+2", "Young people"),
    ("ctrl+3", "Adults of concern"),
    ("ctrl+4", "Places and things"),
    ("ctrl+comma", "Settings"),
    ("f1", "Help"),
)


def first_start(walk: "Walker") -> None:
    """A folder without records: what is asked first."""
    walk.arrive(DESK)
    walk.screen("First start")


def desk(walk: "Walker") -> None:
    """A folder with records: from signing in to the lock."""
    _sign_in(walk)
    _lists(walk)
    _file(walk)
    _note(walk)
    _person(walk)
    _settings(walk)
    _over_all(walk)
    _menus(walk)
    _search(walk)
    _lock(walk)


def _sign_in(walk: "Walker") -> None:
    walk.arrive(DESK, "Password")
    walk.screen("Sign in")
    walk.focus("Password")
    walk.keyboard.type(PASSWORD)
    walk.note("the password is told", tree.text(walk.here()))
    walk.press("enter")
    walk.arrive("Is the recovery key written down?")
    walk.screen("Recovery key")
    walk.press("esc")
    walk.arrive(DESK, "Today")
    walk.saw("the search box has the focus on arrival", walk.name_here, "Search")


def _lists(walk: "Walker") -> None:
    walk.go("ctrl+1", "Today")
    walk.page("Today")
    walk.focus("Meeting view")
    walk.mark()
    walk.press("space")
    walk.dialog("Morning meeting", "Morning meeting")
    walk.go("ctrl+3", "Adults of concern")
    walk.page("Adults of concern")
    walk.press("alt+g", "i")
    walk.arrive(DESK, "Information reports")
    walk.page("Information reports")
    walk.go("ctrl+4", "Places and things")
    walk.page("Places and things")
    _thing(walk)
    walk.go("ctrl+2", "Young people")
    walk.page("Young people")
    walk.press("ctrl+f")
    walk.keyboard.type("okaf")
    walk.saw("the filter holds what was typed", lambda: tree.text(walk.here()), "okaf")
    walk.saw("the filtered list has one row", lambda: walk.told("Young people", "table")["rows"], 1)
    walk.press("ctrl+a", "delete")
    walk.saw("the list has both rows again", lambda: walk.told("Young people", "table")["rows"], 2)
    walk.focus("Young people")
    walk.focus_role("table")
    walk.press("home")
    walk.mark()
    walk.menu("Menu of a row", "menu")
    walk.press("up", "up", "enter")
    walk.dialog("Choose columns", "Columns")
    walk.saw("the list has the focus after its columns", walk.role_here, "table")
    walk.mark()
    walk.press("alt+f", "e")
    walk.dialog("Export", "Export")


def _thing(walk: "Walker") -> None:
    """A place: its form, and the page that shows it once it is saved."""
    walk.focus("New place")
    walk.press("space")
    walk.arrive(DESK, "Save")
    walk.screen("Place: form")
    walk.focus("Name of the place, required")
    walk.keyboard.type("Corner Grill")
    walk.press("ctrl+s")
    walk.saw("the place is in the list", lambda: walk.told("Places and things", "table")["rows"], 1)
    walk.focus(CLOSES)
    walk.press("space")
    walk.saw("what was saved is no longer said once it is closed", lambda: walk.has(CLOSES), False)
    walk.focus_role("table")
    walk.press("home", "enter")
    walk.arrive(DESK, "Link with…")
    walk.page("Place")
    walk.press("f2")
    walk.arrive(DESK, "Save")
    walk.focus("Name of the place, required")
    walk.saw("the name is the one on file", lambda: tree.text(walk.here()), "Corner Grill")
    walk.press("esc")
    walk.arrive(DESK, "Link with…")
    walk.press("esc")
    walk.arrive(DESK, "Places and things")


def _file(walk: "Walker") -> None:
    walk.press("home", "enter")
    walk.arrive(DESK, "Add note")
    walk.page("File: overview")
    walk.focus_role("page tab list")
    walk.press("ctrl+tab")
    walk.page("File: chronology")
    walk.focus_role("list")
    walk.press("home")
    walk.mark()
    walk.press("enter")
    walk.dialog("Contact note", "Entry")
    walk.saw("the chronology has the focus after an entry", walk.name_here, "Chronology")
    walk.focus_role("page tab list")
    walk.press("right")
    walk.page("File: missing episodes")
    for name in ("people and links", "notices", "orders and disruption", "details"):
        walk.focus_role("page tab list")
        walk.press("right")
        walk.page(f"File: {name}")
    walk.mark()
    walk.press("ctrl+h")
    walk.dialog("History", "History")
    walk.press("ctrl+p")
    walk.arrive("Case summary")
    walk.ready("Print…")
    walk.screen("Summary")
    walk.leave()


def _note(walk: "Walker") -> None:
    walk.mark()
    walk.press("ctrl+n")
    walk.arrive(DESK, "Save")
    walk.screen("Note")
    walk.focus("What happened, required")
    walk.keyboard.type("Seen at school")
    walk.saw("the note holds what was typed", lambda: tree.text(walk.here()), "Seen at school")
    walk.press("esc")
    walk.arrive("Not saved")
    walk.screen("Unsaved work")
    walk.focus("Don’t save")
    walk.press("space")
    walk.arrive(DESK, "Add note")
    walk.saw("the focus is back where it was before the note", lambda: walk.here() == walk.marked, True)


def _person(walk: "Walker") -> None:
    walk.press("f2")
    walk.arrive(DESK, "Given name")
    walk.screen("Person")
    walk.focus("Given name")
    walk.saw("the name is the one on file", lambda: tree.text(walk.here()), "Maisie")
    walk.mark()
    walk.press("f1")
    walk.dialog("Help", "Help over a form")
    walk.saw("the form still holds the name after help", lambda: tree.text(walk.here()), "Maisie")
    walk.focus("Date of birth")
    walk.press("tab", "space")
    walk.hear("table", "Date of birth")
    walk.press("esc")
    walk.saw("Esc leaves the calendar", walk.name_here, "Date of birth: choose from a calendar")
    walk.press("space")
    walk.hear("table", "Date of birth")
    walk.press("enter")
    walk.saw("the calendar writes a day", lambda: tree.text(walk.here())[-4:], f"{time.localtime().tm_year}")
    walk.focus("Roles: Add role")
    walk.press("space")
    walk.arrive("Add role")
    walk.screen("Part of a record")
    walk.press("esc")
    walk.saw("the form has the focus after a part", walk.name_here, "Roles: Add role")
    walk.press("esc")
    walk.arrive("Not saved")
    walk.press("alt+d")
    walk.arrive(DESK, "Add note")


def _settings(walk: "Walker") -> None:
    walk.go("ctrl+comma", "Settings")
    walk.page("Settings")
    walk.focus("See the audit")
    walk.press("space")
    walk.arrive(DESK, "Check everything")
    walk.page("Audit")
    walk.go("ctrl+comma", "Settings")
    walk.focus("See accounts")
    walk.press("space")
    walk.arrive(DESK, "Add somebody…")
    walk.page("Accounts")
    walk.focus("Add somebody…")
    walk.mark()
    walk.press("space")
    walk.dialog("Add somebody", "Add somebody")


def _over_all(walk: "Walker") -> None:
    walk.mark()
    walk.press("alt+f", "i")
    walk.dialog("Import", "Import")
    walk.mark()
    walk.press("alt+f", "p")
    walk.dialog("Change password", "Change password")
    walk.go("f1", "Help")
    walk.page("Help")
    walk.focus("Contents of help")
    walk.mark()
    walk.press("?")
    walk.dialog("Keys", "Keys")
    walk.press("alt+left")
    walk.saw("the way back leads to accounts", lambda: walk.has("Add somebody…"), True)


def _menus(walk: "Walker") -> None:
    for letter, name in (("f", "File"), ("e", "Edit"), ("g", "Go"), ("v", "View"), ("h", "Help")):
        walk.menu(f"Menu: {name}", f"alt+{letter}")
        walk.close_menu()


def _search(walk: "Walker") -> None:
    walk.press("ctrl+k")
    walk.saw("Ctrl+K goes to the search box", walk.name_here, "Search")
    walk.keyboard.type("maisie")
    walk.saw("somebody is found", lambda: walk.told("Found", "list").get("rows"), 1)
    walk.read("Search")
    walk.saw("what is found is announced", walk.announced, "Files: Maisie Okafor · Name · 26-0001, 1 of 1")
    walk.press("down", "enter")
    walk.saw("what was found is opened", lambda: walk.has("Add note"), True)
    for keys, page in EVERYWHERE:
        walk.go(keys, page)


def _lock(walk: "Walker") -> None:
    walk.press("ctrl+l")
    walk.saw("the lock asks for the password", walk.name_here, "Password")
    walk.screen("Locked")


ROUTES = {"first start": first_start, "desk": desk}
