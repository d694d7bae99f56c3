"""The card of the settings about missing children: interviews expected since, repeat triggers, this team's council."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from rise_desk.domain import moments
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import practice, settings
from rise_desk.services.desk import Desk
from rise_desk.services.watch import Watch
from ui import theme
from ui.desk import ScreenDesk
from ui.settings_card import SettingsCard
from ui.trigger_rows import TriggerRows
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
WHOLE_DATE = "Enter a whole date, such as 27 3 2026."
KEPT = "Saved. What is due was worked out anew for the whole team."
SAME = "These hold already. Nothing was changed."
COUNCIL_WIDE = 420
Change = tuple[str, Callable[[Desk, Watch], None]]


class MissingCard(SettingsCard):
    """Three settings by which something becomes due."""

    def __init__(self, desk: ScreenDesk) -> None:
        super().__init__(desk, "Missing children", "Save these settings")
        self.since = DateField(CALLED[SINCE], desk.now, past=True)
        self.triggers = TriggerRows(decides=self._decides)
        self.council = LineField()
        self.council.setMaximumWidth(theme.current().px(COUNCIL_WIDE))
        self.rows = {
            name: FieldRow(Field(name=name, label=CALLED[name], hint=HINTS[name]), widget)
            for name, widget in ((SINCE, self.since), (COUNCIL, self.council))
        }
        self._held: dict[str, Any] = {}
        self._kept: list[str] = []
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now; what was chosen here and not saved yet stays."""
        if not self.resting:
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
        self._tell("", wrong)
        if wrong:
            return
        changes, desk = self._changes(), self._desk.at
        if not changes:
            self._tell(SAME)
            return
        self._kept.clear()
        self.work(lambda watch: self._keep(desk, changes, watch), lambda: self._over(KEPT), self._failed)

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
        self.let(True)
        self.refresh()
        self._tell(sentence, wrong, refused)

    def _tell(self, sentence: str, wrong: Mapping[str, str] | None = None, refused: str = "") -> None:
        problems = wrong or {}
        for name, row in self.rows.items():
            row.show_problem(problems.get(name, ""))
        told = " ".join(part for part in (problems.get(TRIGGERS, ""), refused) if part)
        self.say(sentence, told)
        if problems and next(iter(problems)) in self.rows:
            self._editors()[next(iter(problems))].field_widget().setFocus()

    def _editors(self) -> dict[str, Any]:
        return {SINCE: self.since, TRIGGERS: self.triggers, COUNCIL: self.council}

    def _shown(self) -> dict[str, Any]:
        return {name: each.value() for name, each in self._editors().items()}

    def let(self, may: bool) -> None:
        """The triggers can be read through by everybody."""
        super().let(may)
        self.triggers.setEnabled(may)

    def chosen(self) -> tuple[QWidget, ...]:
        """The day, the triggers and the council."""
        return (self.since, self.triggers, self.council)

    def _build(self) -> None:
        self.add(label(EXPLAINED, tone="soft", wrap=True))
        self.add(self.rows[SINCE])
        self.add_rule()
        self.add(label(CALLED[TRIGGERS], strong=True))
        self.add(label(REPEATS, tone="soft", wrap=True))
        self.add(self.triggers)
        self.add_rule()
        self.add(self.rows[COUNCIL])
        self.add_answers()
        self.end()
