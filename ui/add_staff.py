"""Adding somebody to the team, and the one-day code that is shown once."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.staff import Role
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import accounts
from ui import theme
from ui.desk import ScreenDesk
from ui.theme import Type
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.radio_row import RadioRow
from ui.widgets.text_fields import LineField
from ui.widgets.tick import Tick
from ui.widgets.words import label

NAME, ROLE = "name", "role"
ROLES = ((Role.WORKER, "Worker"), (Role.MANAGER, "Manager"), (Role.SUPERVISOR, "Supervisor"))
GRANTS = (
    ("health", "May read notes reserved for health"),
    ("intelligence", "May read notes reserved for intelligence"),
)


class AddStaff(QDialog):
    """Asks for a name, a role and grants; `code` is the one-day code once somebody was added."""

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.code = ""
        self.setWindowTitle("Add somebody")
        self.summary = ErrorSummary()
        role = RadioRow([(str(key), words) for key, words in ROLES])
        role.set_value(str(Role.WORKER))
        role.buttons[""].hide()  # everybody has a role
        self.rows = {
            NAME: FieldRow(
                Field(name=NAME, label="Name", hint="As every record will show it", required=True), LineField()
            ),
            ROLE: FieldRow(Field(name=ROLE, label="Role", required=True), role),
        }
        self.grants = {key: Tick(words) for key, words in GRANTS}
        self.busy = BusyLine()
        self.add_button = Button("Add", "primary")
        self.cancel_button = Button("Cancel", keys="Esc")
        self._build()

    def name(self) -> str:
        """Whose account it is."""
        return str(self.rows[NAME].value())

    def add(self) -> None:
        """Add the account, or say why it can't be."""
        role, grants = self.rows[ROLE].value(), [key for key, box in self.grants.items() if box.isChecked()]
        self._say({})
        self.add_button.setEnabled(False)
        self.busy.start("Making the account")
        desk, name = self._desk.at, self.name()
        self._desk.tasks.run(
            lambda: accounts.add(desk, name, Role(role), grants), done=self._added, failed=self._failed, desk=desk
        )

    def _added(self, code: str) -> None:
        self.code = code
        self.accept()

    def _failed(self, failure: DeskError) -> None:
        self.busy.finish()
        self.add_button.setEnabled(True)
        self._say(failure.fields if isinstance(failure, Invalid) else {"": str(failure)})

    def _say(self, problems: dict[str, str]) -> None:
        for name, row in self.rows.items():
            row.show_problem(problems.get(name, ""))
        self.summary.show_problems(problems)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.PAD)
        column.setSpacing(theme.TIGHT)
        column.addWidget(label("Add somebody", Type.NAME))
        column.addSpacing(theme.TIGHT)
        for widget in (self.summary, *self.rows.values(), *self.grants.values(), self.busy):
            column.addWidget(widget)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.add_button)
        column.addLayout(foot)
        self.summary.asked.connect(lambda name: self.rows[name].editor.field_widget().setFocus())
        self.add_button.clicked.connect(self.add)
        self.cancel_button.clicked.connect(self.reject)
        self.add_button.setDefault(True)
        self.resize(theme.current().px(480), self.sizeHint().height())


class OneDayCode(QDialog):
    """Shows a code once, to be handed over in person."""

    def __init__(self, name: str, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("One-day code")
        self.code = label(code, Type.PAGE, strong=True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(theme.current().points(Type.PAGE))
        self.code.setFont(fixed)
        self.code.setAccessibleName(f"Code {code}")
        self.close_button = Button("I have passed it on", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.PAD)
        column.setSpacing(theme.GAP)
        column.addWidget(label(f"One-day code for {name}", Type.NAME, wrap=True))
        column.addWidget(self.code)
        text = (
            "Tell it to them in person or by phone, never by email. It works once, within a day; then they choose "
            "a password of their own. It is not shown again."
        )
        column.addWidget(label(text, tone="soft", wrap=True))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.close_button.clicked.connect(self.accept)
        self.resize(theme.current().px(440), self.sizeHint().height())
