"""The card of the settings about assessments: their wording, and what the team agreed on around them."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from rise_desk.errors import DeskError
from rise_desk.services import instruments, saving, settings
from rise_desk.services.desk import Desk
from rise_desk.services.instruments import Listed
from rise_desk.services.watch import Watch
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.instrument_rows import InstrumentRows
from ui.settings_card import SettingsCard
from ui.widgets.buttons import Button
from ui.widgets.plain_choice import PlainChoice
from ui.widgets.words import label

EXPLAINED = (
    "Every assessment keeps the wording it was made with. A board may bring its own: save a copy of one, edit its "
    "words, give it a name and version of its own, and add it here."
)
FILES = "Wording of an assessment (*.json);;All files (*)"
KEPT = "Saved. It holds for the whole team."
DAYS = range(settings.SOONEST_SIGN_OFF, settings.LATEST_SIGN_OFF + 1)
HOURS = range(settings.SHORTEST_LONG, settings.LONGEST_LONG + 1)


class AssessmentsCard(SettingsCard):
    """The instruments on file, and three settings."""

    def __init__(self, desk: ScreenDesk) -> None:
        super().__init__(desk, "Assessments", "Save these settings")
        self.rows = InstrumentRows()
        self.add_button = Button("Add a board’s wording…", icon="add")
        self.sign_off = PlainChoice([(str(each), formats.count(each, "day")) for each in DAYS], "Signed off within")
        self.long = PlainChoice([(str(each), formats.count(each, "hour")) for each in HOURS], "An absence is long from")
        self.overnight = PlainChoice([("yes", "Yes"), ("no", "No")], "Any absence overnight is long")
        self._held: tuple[str, ...] = ("", "", "")
        self._build()
        self.rows.use_asked.connect(self.use)
        self.rows.copy_asked.connect(self.copy)
        self.add_button.clicked.connect(self.choose_file)
        self.refresh()

    def refresh(self) -> None:
        """Show what is on file and what holds now; what was chosen here and not saved yet stays."""
        if not self.resting:
            return
        self.rows.show_listed(instruments.listed(self._desk.at), decides=self._decides)
        held = self._desk.practice
        now = (str(held.sign_off_days), str(held.long_after_hours), "yes" if held.overnight_is_long else "no")
        for box, value, before in zip(self._boxes(), now, self._held, strict=True):
            if before in ("", box.value()):
                box.set_value(value)
        self._held = now

    def _boxes(self) -> tuple[PlainChoice, ...]:
        return (self.sign_off, self.long, self.overnight)

    def choose_file(self) -> None:
        """Ask for the file of a board's wording."""
        path, _kind = QFileDialog.getOpenFileName(self, "Add a board’s wording", "", FILES)
        if path:
            self.say("")
            self._desk.tasks.run(lambda: instruments.opened(Path(path)), self._opened, self._failed)

    def use(self, key: str) -> None:
        """Make new assessments with this one from now on."""
        title = self._desk.practice.instruments[key].title
        self._desk.tasks.attempt(
            lambda: instruments.choose(self._desk.at, key),
            done=lambda _none: self._done(f"New assessments are made with “{title}”. Those on file keep theirs."),
            failed=self._failed,
        )

    def copy(self, key: str) -> None:
        """Save the file of this one, for a board to write its own words into."""
        named = f"{key.replace('/', '-')}.json"
        path, _kind = QFileDialog.getSaveFileName(self, "Save a copy to edit", named, FILES)
        if path:
            desk = self._desk.at
            self._desk.tasks.run(
                lambda: saving.save_file(Path(path), instruments.template(desk, key).encode()),
                lambda _none: self.say("Saved. Edit its words, and give it a name and version of its own."),
                self._failed,
                desk,
            )

    def save(self) -> None:
        """Keep the settings for the whole team; what is due is worked out anew, which can be stopped."""
        desk, days, hours = self._desk.at, int(self.sign_off.value()), int(self.long.value())
        overnight = self.overnight.value() == "yes"
        self.say("")
        self.work(lambda watch: _keep(desk, days, hours, overnight, watch), lambda: self._saved(KEPT), self._not_saved)

    def _opened(self, text: str) -> None:
        self._desk.tasks.attempt(
            lambda: instruments.preview(self._desk.at, text), lambda new: self._show(new, text), self._failed
        )

    def _show(self, new: Listed, text: str) -> None:
        from ui.instrument_preview import InstrumentPreview

        if instruments.is_on_file(self._desk.at, new.key):
            self.say(f"“{new.instrument.title}” ({new.key}) is on file already, word for word.")
            return
        asked = InstrumentPreview(new.instrument, self.window())
        asked.accepted.connect(lambda: self._add(text))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _add(self, text: str) -> None:
        self._desk.tasks.attempt(
            lambda: instruments.add(self._desk.at, text),
            done=lambda made: self._done(f"“{made.title}” was added. New assessments go on as before."),
            failed=self._failed,
        )

    def _done(self, sentence: str) -> None:
        self.say(sentence)
        self.refresh()

    def _saved(self, sentence: str) -> None:
        self.let(True)
        self._done(sentence)

    def _not_saved(self, failure: DeskError) -> None:
        self.let(True)
        self._failed(failure)

    def _failed(self, failure: DeskError) -> None:
        self.say("", str(failure))

    def chosen(self) -> tuple[QWidget, ...]:
        """The three choices."""
        return self._boxes()

    def _build(self) -> None:
        self.add(label(EXPLAINED, tone="soft", wrap=True))
        self.add(self.rows)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        self.body.addLayout(line)
        self.add_answers()
        self.add_rule()
        self.body.addLayout(self._asked())
        self.add_button.setVisible(self._decides)
        self.end()

    def _asked(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.PAD)
        grid.setColumnStretch(2, 1)
        for row, box in enumerate(self._boxes()):
            grid.addWidget(label(box.accessibleName()), row, 0)
            box.removeItem(box.findData(""))
            box.setMinimumWidth(theme.current().px(230))
            box.setMaximumWidth(theme.current().px(280))
            grid.addWidget(box, row, 1)
        return grid


def _keep(desk: Desk, days: int, hours: int, overnight: bool, watch: Watch) -> None:
    """Save those that differ from what holds."""
    held = desk.practice
    if hours != held.long_after_hours:
        settings.set_long_after(desk, hours)
    if overnight != held.overnight_is_long:
        settings.set_overnight_is_long(desk, overnight)
    if days != held.sign_off_days:
        settings.set_sign_off_days(desk, days, watch)
