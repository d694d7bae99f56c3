"""From the network a question can be asked about whoever is chosen, and about linked adults together."""

import pytest

from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import button_of
from tests.ui.networked import opened
from tests.ui.open_window import dialog
from ui.main_window import MainWindow
from ui.question_form import QuestionForm

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]


def _about(window: MainWindow) -> list[Id]:
    form = dialog(window, QuestionForm)
    assert isinstance(form, QuestionForm)
    about = [each.subject for each in form.made().about]
    form.reject()
    return about


def test_a_question_is_asked_about_the_one_that_is_chosen_or_about_a_group(
    window: MainWindow, desk: Desk, person: Person
) -> None:
    one, other = build.adult(desk), build.adult(desk, "Lee", "Cole")
    for man in (one, other):
        build.link(desk, man, "groomed", person)
    build.link(desk, one, "acts_with", other, confidence="probable")
    shown = opened(window, person.id)
    button_of(shown.chosen, f"Ask a question about {person.name}").click()
    assert _about(window) == [person.id]
    button_of(shown.groups, "Ask a question about Darren Pike, Lee Cole").click()
    assert _about(window) == [one.id, other.id]
