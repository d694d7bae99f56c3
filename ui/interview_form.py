"""The form of a return interview: before, during, after, and first of all what the young person said."""

from PySide6.QtWidgets import QDialog

from rise_desk.domain.record import NO_ID, Id
from ui.desk import ScreenDesk


class InterviewForm(QDialog):
    """The interview about one missing episode or several."""

    def __init__(self, screen: ScreenDesk, subject: Id, episode: Id = NO_ID) -> None:
        super().__init__()
        self.desk, self.subject, self.episode = screen, subject, episode
