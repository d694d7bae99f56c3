"""The recovery key: shown once, written down on paper, and two of its groups typed back."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rise_desk.services import accounts
from ui import theme
from ui.desk import ScreenDesk
from ui.small_dialog import SmallDialog
from ui.step import INDENT, Step
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.text_fields import LineField
from ui.widgets.words import label

ASKED = (3, 7)
WRITTEN_DOWN = "Is the recovery key written down?"
FROM_PAPER = "It was shown when these records were made. Type two of its groups from the paper in the envelope."
WRONG = "This is not what the recovery key says there. Look at the paper again."
EXPLAINED = (
    "Whoever has this key can let a supervisor in again when every password is forgotten. Without it, forgotten "
    "passwords mean that the records are lost. Print it or write it down, twice; put each in a sealed envelope, and "
    "keep them in two safe places. It is never shown again."
)


def group_row(place: int) -> FieldRow:
    """The field for one group of the key."""
    return FieldRow(Field(name=f"group_{place}", label=f"Group {place}", required=True), LineField())


def typed_groups(rows: dict[str, FieldRow], places: Sequence[int]) -> dict[int, str]:
    """What was typed for each group."""
    return {place: str(rows[f"group_{place}"].value()) for place in places}


class ShowKey(Step):
    """Shows a new recovery key and asks for two of its groups from paper.

    `sheet` makes a picture of the page to print, at so many dots to the inch; no file of it is ever made.
    """

    def __init__(self, key: str, sheet: Callable[[int], bytes]) -> None:
        self._sheet = sheet
        rows = [group_row(place) for place in ASKED]
        super().__init__("Your recovery key", EXPLAINED, (), "Go to the desk")
        self.groups = key.split("-")
        self.key = label(_in_lines(self.groups), Type.NAME, strong=True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(theme.current().points(Type.NAME))
        self.key.setFont(fixed)
        self.key.setAccessibleName(f"Recovery key {key}")
        self.print_button = Button("Print…", icon="print")
        self.printed = label(size=Type.SECOND, tone="soft", wrap=True)
        self.print_button.clicked.connect(self.print_key)
        self._put(self.key)
        self._put_printing()
        self._put(label("Type back two groups from what is on paper now.", strong=True))
        for row in rows:
            self.add_row(row)

    def print_key(self) -> None:
        """Print the key, in as many copies as are asked for."""
        from PySide6.QtPrintSupport import QPrinterInfo

        from ui import printing

        if not QPrinterInfo.availablePrinterNames():
            self.printed.setText("No printer is set up on this computer. Write the key down by hand, twice.")
            return
        printer = printing.ask_printer(self, 1)
        if printer is None:
            return
        taken = printing.put_on_paper(printer, [self._sheet(printing.DPI)])
        self.printed.setText("Sent to the printer." if taken else "The printer did not take the page. Try another.")

    def _put(self, shown: QWidget) -> None:
        shown.setContentsMargins(INDENT, theme.TIGHT, 0, theme.TIGHT)
        self.add(shown)

    def _put_printing(self) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.print_button)
        row.addWidget(self.printed, 1)
        self._put(line)

    def problems(self) -> dict[str, str]:
        """Which groups are not those of the key."""
        typed = typed_groups(self.rows, ASKED)
        return {f"group_{place}": WRONG for place in ASKED if not _same(typed[place], self.groups[place - 1])}


class KeyGroups(SmallDialog):
    """At a supervisor's first sign-in: two groups of the recovery key, typed from paper; 'Later' asks again."""

    def __init__(self, screen: ScreenDesk, places: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(WRITTEN_DOWN, Button("Check", "primary"), Button("Later", keys="Esc"), parent)
        self._screen, self._places = screen, tuple(places)
        self.build(WRITTEN_DOWN, FROM_PAPER, *map(group_row, self._places), wide=520)
        self.verb.clicked.connect(self.confirm)

    def confirm(self) -> None:
        """See whether the groups are right."""
        typed = typed_groups(self.rows, self._places)
        self._screen.tasks.attempt(
            lambda: accounts.confirm_recovery(self._screen.at, typed),
            done=lambda right: self.accept() if right else self.say(dict.fromkeys(self.rows, WRONG)),
            failed=self.fail,
        )


def _in_lines(groups: Sequence[str]) -> str:
    half = (len(groups) + 1) // 2
    return "\n".join(" - ".join(part) for part in (groups[:half], groups[half:]))


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == other.casefold()
