"""The sign-in pages in tests: shown, filled in, and what they say."""

from pytestqt.qtbot import QtBot

from ui.sign_in import SignIn
from ui.step import Step, Steps

FRESH = "kelim-dufos-ranet 9"


def shown(qtbot: QtBot, page: SignIn) -> SignIn:
    """The page, open and ready."""
    qtbot.addWidget(page)
    page.signed_in.connect(page._screen.sit)
    page.resize(1366, 768)
    page.show()
    return page


def fill(step: Steps | Step, **typed: str) -> Step:
    """Type into the fields of a step."""
    found = step.step if isinstance(step, Steps) else step
    assert found is not None
    for name, text in typed.items():
        found.rows[name].editor.set_value(text)
    return found


def problem(step: Steps, name: str) -> str:
    """What is said beside a field."""
    assert step.step is not None
    return step.step.rows[name].problem
