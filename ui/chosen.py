"""Who is meant when somebody presses a key: the young person in view, in the chosen row, or on the line in hand."""

from typing import TYPE_CHECKING

from rise_desk.domain.card import Card
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import NO_ID, Id
from ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from ui.main_window import MainWindow

PACK_KEYS = "Ctrl+Shift+M"
NOBODY = "Choose a young person first: open their file, or go to their line."


def child(window: "MainWindow") -> Id:
    """The young person whose file is in view, who is chosen in the list, or whose line has the keyboard; 0 for none."""
    page = window.pages.currentWidget()
    person, table = getattr(page, "person", None), getattr(page, "table", None)
    if isinstance(person, Person):
        return person.id if person.has_role(AT_RISK) else NO_ID
    if isinstance(table, RecordTable):
        row = table.current_row()
        return row.subject if isinstance(row, Card) and row.at_risk else NO_ID
    line = getattr(getattr(window.focusWidget(), "verb", None), "ask", None)
    return Id(getattr(line, "subject", NO_ID))


def missing_pack(window: "MainWindow") -> None:
    """The missing pack of whoever was just recorded as missing, else of whoever is meant; or how one is chosen."""
    if window.notice.take(PACK_KEYS):
        return
    subject = child(window)
    if subject:
        window.forms.missing_pack(subject)
    else:
        window.say(NOBODY)
