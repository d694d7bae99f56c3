"""The keys of the desk, each in one place: the menus own theirs, and what other controls answer to is listed here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

CASE, LISTS = "CasePage", ("Caseload", "StaffPage", "ImportDialog", "TrailPage", "ThingsPage", "InformationPage")
MISSING = ("QuickMissing", "EpisodeForm", "ReturnedDialog", "RegradeDialog", "ActionForm")
INTERVIEW = "InterviewForm"
REPORTS = ("InformationForm", "GradingDialog")
NOTICES = ("NoticeForm", "ServeForm", "ReviewForm", "BreachForm")
LINKS = ("LinkForm", "QuestionForm")
FILES = ("PersonForm", "ThingForm", "NoteForm")
ACTS = ("DisruptionForm", "OrderForm", "InvestigationForm", "ToldDialog")
FORMS = (*FILES, "ChecklistForm", "AssessmentForm", INTERVIEW, *MISSING, *LINKS, *NOTICES, *REPORTS, *ACTS)
HELP = ("HelpPage", "HelpWindow")
DATES = (*FORMS, "MeetingView", "InterviewStep", "PartDialog", "PreviewDialog", f"{CASE}:chronology")
DESK = "MainWindow"


@dataclass(frozen=True, kw_only=True)
class Key:
    """What some keys do, any of them: 'Ctrl+S' or 'Ctrl+Enter' saves."""

    keys: tuple[str, ...]
    what: str

    @property
    def shown(self) -> str:
        """The keys as people read them."""
        return " or ".join(self.spelt)

    @property
    def spelt(self) -> tuple[str, ...]:
        """Each of the keys as it is called on a British keyboard."""
        return tuple(spelt(each) for each in self.keys)


@dataclass(frozen=True, kw_only=True)
class Group:
    """Keys that belong together, and the windows and pages they work in; in every one where none is named."""

    title: str
    keys: tuple[Key, ...]
    where: tuple[str, ...] = ()


def _group(title: str, where: Sequence[str], *keys: tuple[str, str]) -> Group:
    listed = tuple(Key(keys=tuple(pressed.split(" | ")), what=what) for pressed, what in keys)
    return Group(title=title, where=tuple(where), keys=listed)


EVERYWHERE = _group(
    "Moving about",
    (),
    ("Tab", "The next control"),
    ("Shift+Tab", "The control before"),
    ("Space", "Press a button, tick a box"),
    ("Up | Down", "Along lists and choices"),
    ("Esc", "Leave a window"),
    ("Alt+F4", "Close the window"),
)
OVER_THE_DESK = _group(
    "Help",
    (),
    ("F1", "Help for this screen"),
    ("Ctrl+/ | ?", "These keys"),
)
"""What the menus do on the desk's own window, every other window answers to as well."""

DECLARED = (
    _group("A file", (CASE, "ThingPage"), ("F2", "Change the details")),
    _group(
        "A file",
        (CASE,),
        ("Ctrl+P", "Look at the case summary"),
        ("Left | Right", "Along the ten indicators"),
    ),
    _group(
        "A file",
        (CASE, "AssessmentForm", "ThingPage"),
        ("Ctrl+Tab", "The next tab"),
        ("Ctrl+Shift+Tab", "The tab before"),
    ),
    _group("A file", (CASE, "ThingPage"), ("Esc", "Close the file")),
    _group(
        "The chronology", (f"{CASE}:chronology",), ("Enter", "Read the entry"), ("Space", "Fold the entry out and in")
    ),
    _group(
        "The calendar of nights",
        (f"{CASE}:missing",),
        ("Left | Right | Up | Down", "From day to day"),
        ("Ctrl+Left | Ctrl+Right", "Next, last day away"),
        ("Page Up | Page Down", "The month before, the next"),
        ("Home | End", "The first day, today"),
        ("Enter", "Read the episode"),
    ),
    _group("A file", (f"{CASE}:links",), ("Ctrl+Shift+L", "Add a link")),
    _group(
        "The network",
        ("NetworkPage",),
        ("Left | Right | Up | Down", "To the neighbour"),
        ("Page Up | Page Down", "The one before, the next"),
        ("Home", "To the middle"),
        ("Enter", "Put it in the middle"),
        ("O | D", "Open it, its details"),
        ("L | Ctrl+Shift+V", "As a list, and back"),
        ("+ | - | 0", "Larger, smaller, all of it"),
        ("Ctrl+P", "Print"),
    ),
    _group(
        "Lists",
        LISTS,
        ("Enter", "Open the row"),
        ("Ctrl+C", "Copy the chosen rows"),
        ("Ctrl+Shift+C", "Copy them with headings"),
        ("Ctrl+A", "Choose all rows"),
        ("Menu", "The menu of the row"),
        ("Home | End", "The first, the last row"),
        ("Page Up | Page Down", "A page of rows"),
    ),
    _group("Forms", FORMS, ("Ctrl+S | Ctrl+Enter", "Save"), ("Esc", "Close; asks what to do")),
    _group(
        "Forms",
        ("AssessmentForm",),
        ("1 to 5", "The level of a line"),
        ("0 | N | Delete", "Not yet known; no score"),
        ("Ctrl+E", "Evidence is still true"),
    ),
    _group("Forms", ("LinkForm",), ("Ctrl+T", "Turn a link round")),
    _group("Forms", ("QuickMissing",), ("Enter", "The next answer, or save")),
    _group("Forms", (INTERVIEW,), ("Enter", "List who or what is named")),
    _group("Forms", ("PartDialog", "InterviewStep"), ("Ctrl+Enter", "Keep a part of a form, save a step")),
    _group("Forms", DATES, ("Ctrl+D", "Today, in a date")),
    _group("Forms", ("ConflictDialog",), ("Ctrl+Enter", "Go on with what was chosen")),
    _group("Forms", ("WithdrawDialog",), ("Ctrl+Enter", "Withdraw it")),
    _group("Forms", ("SignOffDialog",), ("Ctrl+Enter", "Sign off, or send back")),
    _group("Forms", ("ImportDialog",), ("Ctrl+F", "To the filter of the rows"), ("Ctrl+Enter", "Go on, and import")),
    _group("Forms", ("MergeDialog",), ("Down", "To the files that answer"), ("Ctrl+Enter", "Merge the files")),
    _group("Forms", ("NamingDialog",), ("Ctrl+S | Ctrl+Enter", "Record what is chosen")),
    _group("Forms", ("KnownDialog",), ("Enter", "Answer")),
    _group("Forms", ("SeparateDialog",), ("Ctrl+Enter", "Separate the files")),
    _group(
        "Case summary, audit sheet",
        ("PreviewDialog",),
        ("Ctrl+P", "Print"),
        ("Ctrl+S", "Save as PDF"),
        ("Ctrl+G", "Type the number of a page"),
        ("Ctrl+Page Down", "The next page"),
        ("Ctrl+Page Up", "The page before"),
        ("Home | End", "The first, the last page"),
        ("Ctrl++ | Ctrl+=", "Larger"),
        ("Ctrl+-", "Smaller"),
        ("Ctrl+0", "The whole width"),
        ("Ctrl+9", "The whole page"),
    ),
    _group("Case summary, audit sheet", ("TrailSheet",), ("Ctrl+P", "Print")),
    _group("Case summary, audit sheet", ("PrintDialog", "SaveDialog"), ("Ctrl+Enter", "Print, or choose where")),
    _group(
        "Today",
        ("Today",),
        ("Up | Down", "The line before, the next"),
        ("Left | Right", "Along its verbs"),
    ),
    _group(
        "Morning meeting",
        ("MeetingView",),
        ("Up | Down", "The item before, the next"),
        ("Page Up | Page Down", "Five items up, down"),
        ("Enter", "Keep the line"),
        ("Ctrl+Z", "Take it back"),
        ("F11", "Full screen and back"),
    ),
    _group(
        "Search",
        (DESK,),
        ("Up | Down", "Along the answers"),
        ("Enter", "Go there"),
        ("Esc", "Close answers, then clear"),
    ),
    _group(
        "Help pages",
        HELP,
        ("Left | Right", "From link to link"),
        ("Enter", "Follow the link"),
        ("Backspace", "The page before"),
    ),
)
MENUS = Key(keys=("F10",), what="The menus")
GOES_ON = Key(keys=("Ctrl+Enter",), what="Do what the window asks")


def of_menus(bar: QMenuBar) -> tuple[Group, ...]:
    """The keys that the menus own, one group for each menu."""
    return tuple(
        Group(title=plain(menu.title()), keys=tuple(_of_actions(menu.actions())), where=(DESK,))
        for menu in (each.menu() for each in bar.actions())
        if isinstance(menu, QMenu) and any(action.shortcuts() for action in menu.actions())
    )


def here(names: Sequence[str], bar: QMenuBar | None) -> tuple[Group, ...]:
    """The keys that work on a screen, by the names of its window and page: its own first, then those of everywhere."""
    own = tuple(each for each in DECLARED if set(each.where) & set(names))
    if bar is None:
        return (*own, OVER_THE_DESK, EVERYWHERE)
    return (*own, *of_menus(bar), _with_menus())


def every(bar: QMenuBar) -> tuple[Group, ...]:
    """All keys of the program, for the sheet; what stands under one title is together, and Ctrl+Enter once."""
    joined: dict[str, tuple[Key, ...]] = {}
    for each in (*of_menus(bar), _with_menus(), *DECLARED):
        joined[each.title] = (*joined.get(each.title, ()), *each.keys)
    return tuple(Group(title=title, keys=_once(keys)) for title, keys in joined.items())


def _once(keys: Sequence[Key]) -> tuple[Key, ...]:
    """The same keys, with one line for Ctrl+Enter where it does what each of several windows asks."""
    asks = [each for each in keys if each.keys == GOES_ON.keys]
    return tuple(keys) if len(asks) < 2 else (*(each for each in keys if each not in asks), GOES_ON)


def plain(text: str) -> str:
    """The words of a menu without the mark of its letter and its dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def spelt(keys: str) -> str:
    """Keys as they are called on a British keyboard."""
    parts = {"Return": "Enter", "PgUp": "Page Up", "PgDown": "Page Down", "Del": "Delete", "Backtab": "Tab"}
    *held, last = keys.replace("++", "+plus").split("+")
    named = "+" if last == "plus" else parts.get(last, last)
    return "+".join((*held, named))


def _with_menus() -> Group:
    return Group(title=EVERYWHERE.title, keys=(*EVERYWHERE.keys, MENUS))


def _of_actions(actions: Sequence[QAction]) -> Iterator[Key]:
    for action in actions:
        held = tuple(each.toString(QKeySequence.SequenceFormat.PortableText) for each in action.shortcuts())
        if held:
            yield Key(keys=held, what=plain(action.text()).partition(": ")[0])
