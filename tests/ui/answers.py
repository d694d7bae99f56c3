"""What the tests of an assessment that is read and answered share: Ada, who assesses, and the windows."""

from collections.abc import Callable

from rise_desk.domain.assessment import Assessment
from tests.ui.files import dialog_of
from ui.assessment_reading import AssessmentReading
from ui.case_page import CasePage
from ui.sign_off_dialog import SignOffDialog

Make = Callable[..., Assessment]
LOW = "School sees her daily."


def read(page: CasePage, made: Assessment) -> AssessmentReading:
    """The window in which an assessment is read, opened from its file."""
    page.read_record(made.id)
    return dialog_of(page, AssessmentReading)


def answering(dialog: AssessmentReading) -> SignOffDialog:
    """The answer that is being given from there."""
    assert dialog.answering is not None
    return dialog.answering
