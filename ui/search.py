"""The search box at work: asks the records while somebody types, and opens the file that is picked."""

from PySide6.QtCore import QObject, Signal

from rise_desk.domain.person import Person
from rise_desk.errors import DeskError
from rise_desk.services import overview
from ui.desk import ScreenDesk
from ui.widgets.answers import Hit
from ui.widgets.search_box import SearchBox

NOTHING = "Nothing found. Try part of a name, another spelling, or fewer words."


class Search(QObject):
    """Fills the box's answers; `opened` brings the subject whose file somebody went for."""

    opened = Signal(object)

    def __init__(self, desk: ScreenDesk, box: SearchBox) -> None:
        super().__init__(box)
        self._desk, self._box = desk, box
        box.asked.connect(self.ask)
        box.picked.connect(self._pick)

    def ask(self, text: str) -> None:
        """Show what answers to this text."""
        if self._desk.desk is None:
            return
        try:
            self._box.show_hits([_answer(each) for each in overview.search(self._desk.desk, text)], NOTHING)
        except DeskError as failure:
            self._box.show_hits((), str(failure))

    def _pick(self, subject: object) -> None:
        self._box.close_answers()
        self._box.clear()
        self.opened.emit(subject)


def _answer(hit: overview.Hit) -> Hit:
    if hit.kind == Person.KIND:
        return Hit(key=hit.subject, title=hit.name, detail="File", aside=hit.excerpt)
    return Hit(key=hit.subject, title=hit.name, detail=hit.excerpt, aside="Contact note")
