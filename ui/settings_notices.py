"""The card of the setting about abduction notices: after how many months one is reviewed."""

from PySide6.QtWidgets import QHBoxLayout

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.errors import DeskError
from rise_desk.services import settings
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.import_work import ImportWork
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.plain_choice import PlainChoice
from ui.widgets.words import label

EXPLAINED = "So long after it came into force a notice is due for its review, unless somebody names a day."
DECIDED = "A supervisor decides this for the whole team."
KEPT = "Saved. What is due was worked out anew for the whole team."
SAME = "This holds already. Nothing was changed."
MONTHS = range(settings.SOONEST_REVIEW, settings.LATEST_REVIEW + 1)
WIDE = 230


class NoticesCard(Card):
    """One setting by which reviews become due; whoever may not decide reads it."""

    def __init__(self, desk: ScreenDesk) -> None:
        super().__init__("Child abduction notices")
        self._desk = desk
        self._decides = access.may(desk.at.who, Deed.SETTINGS)
        self.months = PlainChoice([(str(each), formats.count(each, "month")) for each in MONTHS], "Reviewed after")
        self.refused = label(tone="error", strong=True, wrap=True)
        self.answer = label(wrap=True)
        self.save_button = Button("Save this setting")
        self.save_button.setAccessibleName("Save this setting: child abduction notices")
        self.busy = BusyLine()
        self._work = ImportWork(desk, self.busy)
        self._held = ""
        self._build()
        self.save_button.clicked.connect(self.save)
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now; what was chosen here and not saved yet stays."""
        if self._desk.desk is None or self._work.running:
            return
        now = str(self._desk.practice.notice_review_months)
        if self._held in ("", self.months.value()):
            self.months.set_value(now)
        self._held = now

    def save(self) -> None:
        """Keep it for the whole team; what is due is worked out anew, which can be stopped."""
        desk, months = self._desk.at, int(self.months.value())
        self._say("")
        if months == desk.practice.notice_review_months:
            self._say(SAME)
            return
        self._let(False)
        self._work.run(
            f"{settings.RENEWING.capitalize()}.",
            lambda watch: settings.set_notice_review_months(desk, months, watch),
            lambda _none: self._over(KEPT),
            self._failed,
        )

    def _failed(self, failure: DeskError) -> None:
        self._over("", str(failure))

    def _over(self, sentence: str, refused: str = "") -> None:
        self._let(True)
        self._say(sentence, refused)
        self.refresh()

    def _say(self, sentence: str, refused: str = "") -> None:
        for shown, text in ((self.answer, sentence), (self.refused, refused)):
            shown.setText(text)
            shown.setVisible(bool(text))

    def _let(self, may: bool) -> None:
        for each in (self.months, self.save_button):
            each.setEnabled(may and self._decides)

    def _build(self) -> None:
        self.add(label(EXPLAINED, tone="soft", wrap=True))
        self.months.removeItem(self.months.findData(""))
        self.months.setMinimumWidth(theme.current().px(WIDE))
        chosen, below = QHBoxLayout(), QHBoxLayout()
        chosen.setSpacing(theme.PAD)
        for each in (label(self.months.accessibleName()), self.months):
            chosen.addWidget(each)
        below.addWidget(self.save_button)
        for line in (chosen, below):
            line.addStretch(1)
        self.body.addLayout(chosen)
        self.add(self.refused)
        self.add(self.answer)
        self.body.addLayout(below)
        self.add(self.busy)
        if not self._decides:
            self.add(label(DECIDED, tone="soft", wrap=True))
        self.save_button.setVisible(self._decides)
        self._let(True)
        self._say("")
