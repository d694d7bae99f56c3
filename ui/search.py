"""The box that goes anywhere: people, then screens, settings, help and acts, then notes; the last files when empty."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import DeskError
from rise_desk.services import overview
from ui import go_anywhere
from ui.desk import ScreenDesk
from ui.go_anywhere import Goable
from ui.widgets.answers import Hit
from ui.widgets.search_box import SearchBox

NOTHING = "Nothing found. Try part of a name, another spelling, or fewer words."
RECENT = "recent files"
"""The preference that keeps whose files somebody opened last."""
AT_MOST = 10


class Search(QObject):
    """Fills the box's answers; `opened` brings the subject whose file somebody went for.

    `places` gives everywhere else one can go from here.
    """

    opened = Signal(object)

    def __init__(self, desk: ScreenDesk, box: SearchBox, places: Callable[[], Sequence[Goable]] = tuple) -> None:
        super().__init__(box)
        self._desk, self._box, self._places = desk, box, places
        self._recent: list[Id] | None = None
        box.asked.connect(self.ask)
        box.picked.connect(self._pick)
        box.recent_asked.connect(self.offer_recent)
        desk.leaving.connect(self._keep_recent)

    def begin(self) -> None:
        """Take the cursor to the box, and offer what was opened last."""
        self._box.begin()

    def ask(self, text: str) -> None:
        """Show what answers to this text."""
        if self._desk.desk is None:
            return
        found, problem = list[overview.Hit](), NOTHING
        try:
            found = overview.search(self._desk.desk, text)
        except DeskError as failure:
            problem = str(failure)
        people = [_answer(each) for each in found if each.kind == Person.KIND]
        notes = [_answer(each) for each in found if each.kind != Person.KIND]
        elsewhere = [_place(each) for each in go_anywhere.found(self._places(), text)]
        self._box.show_hits([*people, *elsewhere, *notes], problem)

    def remember(self, subject: Id) -> None:
        """Somebody's file was opened: it comes first among the last ones."""
        self._recent = [subject, *(each for each in self._last() if each != subject)][:AT_MOST]

    def offer_recent(self) -> None:
        """Show the files that were opened last, as far as this person may still see who they are about."""
        if self._desk.desk is None:
            return
        try:
            cards = [overview.card_of(self._desk.desk, each) for each in self._last()]
        except DeskError:
            cards = []
        self._box.show_recent(
            [
                Hit(key=card.subject, title=card.name, detail="File", aside=card.file_number)
                for card in cards
                if card is not None
            ]
        )

    def _last(self) -> list[Id]:
        if self._recent is None:
            kept = self._desk.preference(RECENT, [])
            listed = kept if isinstance(kept, list) else []
            self._recent = [Id(int(each)) for each in listed if isinstance(each, str) and each.isdecimal()]
        return self._recent

    def _keep_recent(self) -> None:
        """Kept on leaving, so that opening a file costs no further writing."""
        if self._recent is not None:
            self._desk.prefer(RECENT, [str(each) for each in self._recent])

    def _pick(self, key: object) -> None:
        self._box.close_answers()
        self._box.clear()
        if isinstance(key, Goable):
            key.go()
        else:
            self.opened.emit(key)


def _answer(hit: overview.Hit) -> Hit:
    if hit.kind == Person.KIND:
        return Hit(key=hit.subject, title=hit.name, detail="File", aside=hit.excerpt)
    return Hit(key=hit.subject, title=hit.name, detail=hit.excerpt, aside="Contact note")


def _place(place: Goable) -> Hit:
    return Hit(key=place, title=place.title, detail=place.detail)
