"""Adding somebody to the team, and the one-day code that is shown once."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.staff import Role
from rise_desk.services import accounts
from ui import theme
from ui.desk import ScreenDesk
from ui.small_dialog import SmallDialog
from ui.theme import Type
from ui.widgets.buttons import Button
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


class AddStaff(SmallDialog):
    """Asks for a name, a role and grants; `code` is the one-day code once somebody was added."""

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__("Add somebody", Button("Add", "primary"), Button("Cancel", keys="Esc"), parent)
        self._desk = desk
        self.code = ""
        role = RadioRow([(str(key), words) for key, words in ROLES])
        role.set_value(str(Role.WORKER))
        role.buttons[""].hide()  # everybody has a role
        self.grants = {key: Tick(words) for key, words in GRANTS}
        self.build(
            "Add somebody",
            "",
            FieldRow(Field(name=NAME, label="Name", hint="As every record will show it", required=True), LineField()),
            FieldRow(Field(name=ROLE, label="Role", required=True), role),
            *self.grants.values(),
        )
        self.verb.clicked.connect(self.add)

    def name(self) -> str:
        """Whose account it is."""
        return str(self.rows[NAME].value())

    def add(self) -> None:
        """Add the account, or say why it can't be."""
        role, grants = self.rows[ROLE].value(), [key for key, box in self.grants.items() if box.isChecked()]
        self.say({})
        self.work("Making the account")
        desk, name = self._desk.at, self.name()
        self._desk.tasks.run(
            lambda: accounts.add(desk, name, Role(role), grants), done=self._added, failed=self.fail, desk=desk
        )

    def _added(self, code: str) -> None:
        self.code = code
        self.accept()


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
