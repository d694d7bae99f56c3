"""Whose Today is shown: one's own, a colleague's, or the whole team's; the choice is kept."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rise_desk.domain.staff import Role
from rise_desk.services import today
from ui import theme
from ui.desk import ScreenDesk
from ui.widgets.buttons import Button
from ui.widgets.plain_choice import PlainChoice

WHOSE = "today whose"
MINE, TEAM, OF = "mine", "team", "of:"
NARROWEST = 64


def whose(desk: ScreenDesk) -> str | None:
    """The name of whoever's lines are shown here; None for the whole team's."""
    kept = _kept(desk)
    if kept.startswith(OF):
        return kept.removeprefix(OF)
    return desk.at.who.name if kept == MINE else None


def _kept(desk: ScreenDesk) -> str:
    usual = MINE if desk.at.who.role is Role.WORKER else TEAM
    return str(desk.preference(WHOSE, usual))


class Whose(QWidget):
    """Mine, Team, or a colleague by name; `changed` tells that it is another one now."""

    changed = Signal()

    def __init__(self, desk: ScreenDesk) -> None:
        super().__init__()
        self._desk = desk
        self.mine, self.team = Button("Mine"), Button("Team")
        names = [(name, name) for name in today.colleagues(desk.at) if name != desk.at.who.name]
        self.colleague = PlainChoice(names, "A colleague’s Today", all_="A colleague")
        self.colleague.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.TIGHT + 2)
        for button, chosen in ((self.mine, MINE), (self.team, TEAM)):
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, chosen=chosen: self._choose(chosen))
            across.addWidget(button)
        across.addWidget(self.colleague)
        self.colleague.setVisible(bool(names))
        self.colleague.changed.connect(self._choose_colleague)
        self._show()
        self._fit()
        theme.when_changed(self._fit)

    def _fit(self) -> None:
        """Where there is little room, the list of colleagues gives way first."""
        self.colleague.setMinimumWidth(theme.current().px(NARROWEST))

    def _choose(self, chosen: str) -> None:
        self._desk.prefer(WHOSE, chosen)
        self._show()
        self.changed.emit()

    def _choose_colleague(self) -> None:
        name = self.colleague.value()
        self._choose(f"{OF}{name}" if name else TEAM)

    def _show(self) -> None:
        """Press the button that is chosen, and no other."""
        kept = _kept(self._desk)
        self.mine.setChecked(kept == MINE)
        self.team.setChecked(kept == TEAM)
        with QSignalBlocker(self.colleague):
            self.colleague.set_value(kept.removeprefix(OF) if kept.startswith(OF) else "")
