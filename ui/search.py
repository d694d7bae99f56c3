"""The box that goes anywhere: files, places and things, screens and acts, entries; the last files when empty."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rise_desk.domain.record import Id
from rise_desk.errors import DeskError
from rise_desk.services import overview
from ui import formats
from ui.away_words import missing_now
from ui.desk import ScreenDesk
from ui.widgets.answers import Hit
from ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from rise_desk.services import finding
    from ui.go_anywhere import Goable
    from ui.main_window import MainWindow

NOTHING = "Nothing found. Try part of a name, another spelling, or fewer words."
RECENT = "recent files"
"""The preference that keeps whose files somebody opened last."""
AT_MOST = 10
FEW_PLACES = 4
"""How many screens and acts are offered where people or entries answer too."""

KEEP_MS = 2_000
"""How soon it is kept: late enough that going through ten files writes once."""

FILES, THINGS, ALIKE, PLACES, NOTES, LAST = (
    "Files", "Places and things", "Sounds alike", "Go to", "Entries", "Opened last",
)  # fmt: skip


@dataclass(frozen=True)
class More:
    """The answer that leads to older notes."""


class Search(QObject):
    """Fills the box's answers; `opened` brings the subject whose file somebody went for, `entry_opened` the entry too.

    `places` gives everywhere else one can go from here. A search is written down once: when an answer is opened, or
    when somebody turns away from the box.
    """

    opened = Signal(object)
    entry_opened = Signal(object, object)

    def __init__(self, desk: ScreenDesk, box: SearchBox, places: "Callable[[], Sequence[Goable]]" = tuple) -> None:
        super().__init__(box)
        self._desk, self._box, self._places = desk, box, places
        self._recent: list[Id] | None = None
        self._asked = ""
        self._found: finding.Found | None = None
        self._oldest: finding.Hit | None = None
        self.keeping = QTimer(self, singleShot=True, interval=KEEP_MS)
        self.keeping.timeout.connect(self._keep_recent)
        box.asked.connect(self.ask)
        box.picked.connect(self._pick)
        box.recent_asked.connect(self.offer_recent)
        box.more_asked.connect(self.ask_more)
        box.abandoned.connect(self._note)
        desk.leaving.connect(self._leave)

    def begin(self) -> None:
        """Take the cursor to the box, and offer what was opened last."""
        self._box.begin()

    def ask(self, text: str) -> None:
        """Show what answers to this text."""
        from rise_desk.services import finding
        from ui import go_anywhere

        if self._desk.desk is None:
            return
        found, problem = finding.Found(), NOTHING
        try:
            found = finding.find(self._desk.desk, text, self._last())
            self._asked = text.strip()
        except DeskError as failure:
            problem = str(failure)
        self._found = found
        elsewhere = [_place(each) for each in go_anywhere.found(self._places(), text)]
        if found.hits:
            elsewhere = elsewhere[:FEW_PLACES]
        now = self._desk.now()
        files = [*_answers(found.files, FILES, now), *_answers(found.things, THINGS, now)]
        files += _answers(found.sounding, ALIKE, now)
        self._box.show_hits([*files, *elsewhere, *self._notes(found.notes, found.more)], problem)

    def ask_more(self) -> None:
        """Show the next older entries in the place of the answer that leads to them."""
        from rise_desk.services import finding

        if self._desk.desk is None or self._found is None or self._oldest is None:
            return
        try:
            older, more = finding.older_notes(self._desk.desk, self._found, self._oldest)
        except DeskError as failure:
            self._desk.troubled.emit(str(failure))
            return
        self._box.extend(self._notes(older, more))

    def remember(self, subject: Id) -> None:
        """Somebody's file was opened: it comes first among the last ones, and that is kept soon after."""
        self._recent = [subject, *(each for each in self._last() if each != subject)][:AT_MOST]
        self.keeping.start()

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
                Hit(
                    key=card.subject,
                    title=card.name,
                    detail="File",
                    aside=card.file_number,
                    group=LAST,
                    alarm=_alarm(card.missing_since, self._desk.now()),
                )
                for card in sorted(filter(None, cards), key=lambda each: not each.missing_since)
            ]
        )

    def _last(self) -> list[Id]:
        if self._recent is None:
            kept = self._desk.preference(RECENT, [])
            listed = kept if isinstance(kept, list) else []
            self._recent = [Id(int(each)) for each in listed if isinstance(each, str) and each.isdecimal()]
        return self._recent

    def _keep_recent(self) -> None:
        if self._recent is not None:
            self._desk.prefer(RECENT, [str(each) for each in self._recent])

    def _leave(self) -> None:
        """The desk is being left: nothing waits any longer."""
        self.keeping.stop()
        self._keep_recent()
        asked, self._asked = self._asked, ""
        if asked and self._desk.desk is not None:
            from rise_desk.services import finding

            with suppress(DeskError):
                finding.note(self._desk.desk, asked)

    def _pick(self, key: object) -> None:
        from rise_desk.services import finding
        from ui.go_anywhere import Goable

        self._box.close_answers()
        self._box.clear()
        if isinstance(key, Goable):
            self._note()
            key.go()
        elif isinstance(key, finding.Hit):
            self._note(key)
            if key.record == key.subject:
                self.opened.emit(key.subject)
            else:
                self.entry_opened.emit(key.subject, key.record)
        else:
            self.opened.emit(key)
        if not isinstance(key, Goable):
            self._into_page()

    def _into_page(self) -> None:
        """What was opened has the keyboard, so that its own keys work at once."""
        into = getattr(self._box.window(), "next_part", None)
        if self._box.hasFocus() and callable(into):
            into()

    def _note(self, opened: "finding.Hit | None" = None) -> None:
        """Write down what was asked, once; where the records are busy, a moment later."""
        asked, self._asked = self._asked, ""
        desk = self._desk.desk
        if asked and desk is not None:
            from rise_desk.services import finding

            self._desk.tasks.attempt(
                lambda: finding.note(desk, asked, opened),
                lambda _none: None,
                lambda no: self._desk.troubled.emit(str(no)),
            )

    def _notes(self, found: "Sequence[finding.Hit]", more: bool) -> list[Hit]:
        self._oldest = found[-1] if found else None
        leading = [Hit(key=More(), title="More entries…", group=NOTES, stays=True)] if more else []
        return [*_answers(found, NOTES, self._desk.now()), *leading]


def read_entry(window: "MainWindow", subject: Id, record: Id) -> None:
    """Open somebody's file, or the page of a place or thing, and in it one entry."""
    from ui.case_page import CasePage
    from ui.thing_page import ThingPage

    window.open_file(subject)
    page = window.pages.currentWidget()
    if isinstance(page, CasePage | ThingPage) and page.subject == subject:
        page.read_record(record)


def _answers(found: "Iterable[finding.Hit]", group: str, now: datetime) -> list[Hit]:
    return [_answer(each, group, now) for each in found]


def _alarm(missing_since: str, now: datetime) -> str:
    return missing_now(missing_since, now) if missing_since else ""


def _answer(hit: "finding.Hit", group: str, now: datetime) -> Hit:
    before = f"{hit.found_in[:1].upper()}{hit.found_in[1:]}" + (" · " if hit.excerpt else "")
    return Hit(
        key=hit,
        title=hit.name,
        detail=before + hit.excerpt,
        aside=formats.joined(hit.standing, hit.aside),
        group=group,
        spans=tuple((start + len(before), end + len(before)) for start, end in hit.spans),
        alarm=_alarm(hit.missing_since, now),
    )


def _place(place: "Goable") -> Hit:
    return Hit(key=place, title=place.title, detail=place.detail, group=PLACES)
