"""The card of the settings about missing children: interviews expected since, repeat triggers, this team's council."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import practice, settings
from rise_desk.services.desk import Desk
from rise_desk.services.watch import Watch
from ui import theme
from ui.desk import ScreenDesk
from ui.import_work import ImportWork
from ui.trigger_rows import TriggerRows
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.text_fields import LineField
from ui.widgets.words import label

SINCE, TRIGGERS, COUNCIL = practice.INTERVIEWS_SINCE, practice.TRIGGERS, practice.OUR_COUNCIL
CALLED = {
    SINCE: "Return interviews expected since",
    TRIGGERS: "Repeat triggers",
    COUNCIL: "This team’s council",
}
HINTS = {
    SINCE: "A return before that day raises no interview. Set it back after past episodes were imported.",
    COUNCIL: "Where another council placed a child here, that one owes the return interview.",
}
EXPLAINED = "Which return interviews are owed, and when the desk asks for more to be done, follows from these."
REPEATS = "When a child is missing so often, so long or so young, the desk asks for this to be done:"
DECIDED = "A supervisor decides this for the whole team."
WHOLE_DATE = "Enter a whole date, such as 27 3 2026."
KEPT = "Saved. What is due was worked out anew for the whole team."
SAME = "These hold already. Nothing was changed."
COUNCIL_WIDE = 420
Change = tuple[str, Callable[[Desk, Watch], None]]


class MissingCard(Card):
    """Three settings by which something becomes due; whoever may not decide reads them."""

    def __init__(self, desk: ScreenDesk) -> None:
        super().__init__("Missing children")
        self._desk = desk
        self._decides = access.may(desk.at.who, Deed.SETTINGS)
        self.since = DateField(CALLED[SINCE], desk.now, past=True)
        self.triggers = TriggerRows(decides=self._decides)
        self.council = LineField()
        self.council.setMaximumWidth(theme.current().px(COUNCIL_WIDE))
        self.rows = {
            name: FieldRow(Field(name=name, label=CALLED[name], hint=HINTS[name]), widget)
            for name, widget in ((SINCE, self.since), (COUNCIL, self.council))
        }
        self.refused = label(tone="error", strong=True, wrap=True)
        self.answer = label(wrap=True)
        self.save_button = Button("Save these settings")
        self.save_button.setAccessibleName("Save these settings: missing children")
        self.busy = BusyLine()
        self._work = ImportWork(desk, self.busy)
        self._held: dict[str, Any] = {}
        self._kept: list[str] = []
        self._build()
        self.save_button.clicked.connect(self.save)
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now; what was chosen here and not saved yet stays."""
        if self._desk.desk is None or self._work.running:
            return
        held = self._desk.practice
        now = {SINCE: held.interviews_since, TRIGGERS: held.triggers, COUNCIL: held.our_council}
        for name, shown in self._shown().items():
            if not self._held or shown == self._held[name]:
                self._editors()[name].set_value(now[name])
        self._held = now

    def save(self) -> None:
        """Keep them for the whole team; what is due is worked out anew, which can be stopped."""
        wrong = self._unreadable()
        self._say("", wrong)
        if wrong:
            return
        changes, desk = self._changes(), self._desk.at
        if not changes:
            self._say(SAME)
            return
        self._let(False)
        self._kept.clear()
        self._work.run(f"{settings.RENEWING.capitalize()}.", lambda watch: self._keep(desk, changes, watch),
                       lambda _none: self._over(KEPT), self._failed)  # fmt: skip

    def _keep(self, desk: Desk, changes: list[Change], watch: Watch) -> None:
        """Each in an act of its own, off the screen's thread."""
        for name, change in changes:
            change(desk, watch)
            self._kept.append(name)

    def _changes(self) -> list[Change]:
        """How to save each that differs from what holds."""
        held = self._desk.practice
        since, triggers, council = self.since.value(), self.triggers.value(), self.council.value()
        found: list[Change] = []
        if since != held.interviews_since:
            day = date.fromisoformat(since)
            found.append((SINCE, lambda desk, watch: settings.set_interviews_since(desk, day, watch)))
        if triggers != held.triggers:
            found.append((TRIGGERS, lambda desk, watch: settings.set_triggers(desk, triggers, watch)))
        if council != held.our_council:
            found.append((COUNCIL, lambda desk, watch: settings.set_our_council(desk, council, watch)))
        return found

    def _unreadable(self) -> dict[str, str]:
        said = self.since.unreadable()
        if not said and moments.precision(self.since.value()) != "day":
            said = WHOLE_DATE
        return {SINCE: said} if said else {}

    def _failed(self, failure: DeskError) -> None:
        kept = ", ".join(f"“{CALLED[name]}”" for name in self._kept)
        also = f" Saved before that: {kept}." if kept else ""
        if isinstance(failure, Invalid):
            self._over("", {name.partition(".")[0]: said for name, said in failure.fields.items()}, also.strip())
        else:
            self._over("", {}, f"{failure}{also}")

    def _over(self, sentence: str, wrong: Mapping[str, str] | None = None, refused: str = "") -> None:
        self._let(True)
        self.refresh()
        self._say(sentence, wrong, refused)

    def _say(self, sentence: str, wrong: Mapping[str, str] | None = None, refused: str = "") -> None:
        problems = wrong or {}
        for name, row in self.rows.items():
            row.show_problem(problems.get(name, ""))
        told = " ".join(part for part in (problems.get(TRIGGERS, ""), refused) if part)
        for shown, text in ((self.answer, sentence), (self.refused, told)):
            shown.setText(text)
            shown.setVisible(bool(text))
        if problems and next(iter(problems)) in self.rows:
            self._editors()[next(iter(problems))].field_widget().setFocus()

    def _editors(self) -> dict[str, Any]:
        return {SINCE: self.since, TRIGGERS: self.triggers, COUNCIL: self.council}

    def _shown(self) -> dict[str, Any]:
        return {name: each.value() for name, each in self._editors().items()}

    def _let(self, may: bool) -> None:
        for each in (self.since, self.triggers, self.council, self.save_button):
            each.setEnabled(may and (self._decides or each is self.triggers))

    def _build(self) -> None:
        self.add(label(EXPLAINED, tone="soft", wrap=True))
        self.add(self.rows[SINCE])
        self.add_rule()
        self.add(label(CALLED[TRIGGERS], strong=True))
        self.add(label(REPEATS, tone="soft", wrap=True))
        self.add(self.triggers)
        self.add_rule()
        self.add(self.rows[COUNCIL])
        self.add(self.refused)
        self.add(self.answer)
        below = QHBoxLayout()
        below.addWidget(self.save_button)
        below.addStretch(1)
        self.body.addLayout(below)
        self.add(self.busy)
        if not self._decides:
            self.add(label(DECIDED, tone="soft", wrap=True))
        self.save_button.setVisible(self._decides)
        self._let(True)
        self._say("")
