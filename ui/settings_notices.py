"""The card of the setting about abduction notices: after how many months one is reviewed."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from rise_desk.errors import DeskError
from rise_desk.services import settings
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.settings_card import SettingsCard
from ui.widgets.plain_choice import PlainChoice
from ui.widgets.words import label

EXPLAINED = "So long after it came into force a notice is due for its review, unless somebody names a day."
KEPT = "Saved. What is due was worked out anew for the whole team."
SAME = "This holds already. Nothing was changed."
MONTHS = range(settings.SOONEST_REVIEW, settings.LATEST_REVIEW + 1)
WIDE = 230


class NoticesCard(SettingsCard):
    """One setting by which reviews become due."""

    def __init__(self, desk: ScreenDesk) -> None:
        super().__init__(desk, "Child abduction notices", "Save this setting")
        self.months = PlainChoice([(str(each), formats.count(each, "month")) for each in MONTHS], "Reviewed after")
        self._held = ""
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now; what was chosen here and not saved yet stays."""
        if not self.resting:
            return
        now = str(self._desk.practice.notice_review_months)
        if self._held in ("", self.months.value()):
            self.months.set_value(now)
        self._held = now

    def save(self) -> None:
        """Keep it for the whole team; what is due is worked out anew, which can be stopped."""
        desk, months = self._desk.at, int(self.months.value())
        self.say("")
        if months == desk.practice.notice_review_months:
            self.say(SAME)
            return
        self.work(
            lambda watch: settings.set_notice_review_months(desk, months, watch),
            lambda: self._over(KEPT),
            self._failed,
        )

    def chosen(self) -> tuple[QWidget, ...]:
        """The months."""
        return (self.months,)

    def _failed(self, failure: DeskError) -> None:
        self._over("", str(failure))

    def _over(self, sentence: str, refused: str = "") -> None:
        self.let(True)
        self.say(sentence, refused)
        self.refresh()

    def _build(self) -> None:
        self.add(label(EXPLAINED, tone="soft", wrap=True))
        self.months.removeItem(self.months.findData(""))
        self.months.setMinimumWidth(theme.current().px(WIDE))
        across = QHBoxLayout()
        across.setSpacing(theme.PAD)
        for each in (label(self.months.accessibleName()), self.months):
            across.addWidget(each)
        across.addStretch(1)
        self.body.addLayout(across)
        self.add_answers()
        self.end()
