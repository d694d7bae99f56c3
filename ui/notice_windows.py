"""The windows about child abduction notices: new, over what is on file, or gone on with as they were left."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog

from rise_desk.domain.breach import Breach
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import Invalid, NotFound
from rise_desk.services import overview, unfinished
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk

RecordType = TypeVar("RecordType", bound=Record)
KINDS = frozenset({Notice.KIND, NoticeReview.KIND, Breach.KIND})
SERVED = "This notice was served already, and never changes. What was wrong is put right by a further entry."
NOT_SERVED = "This notice was not served yet. Record the service first."


def whole(screen: ScreenDesk, subject: Id, notice: Id = NO_ID) -> QDialog:
    """A notice that is prepared, from the file of the child or of the adult; what the form shows is an opening."""
    from ui.notice_form import NoticeForm

    held = on_file(screen, Notice, notice) if notice else None
    if held is not None and held.settled:
        raise Invalid({"notice": SERVED})
    if subject:
        overview.open_file(screen.at, subject)
    return NoticeForm(screen, subject or (held.child if held else NO_ID), held)


def serve(screen: ScreenDesk, notice: Id) -> QDialog:
    """The service of a notice."""
    from ui.serve_form import ServeForm

    held = on_file(screen, Notice, notice)
    if held.settled:
        raise Invalid({"notice": SERVED})
    overview.open_file(screen.at, held.child)
    return ServeForm(screen, held)


def review(screen: ScreenDesk, notice: Id) -> QDialog:
    """Whether a notice stands for longer."""
    from ui.notice_after import ReviewForm

    return ReviewForm(screen, _in_force(screen, notice))


def breach(screen: ScreenDesk, notice: Id) -> QDialog:
    """That somebody went against a notice."""
    from ui.notice_after import BreachForm

    return BreachForm(screen, _in_force(screen, notice))


def correction(screen: ScreenDesk, subject: Id, record: Notice | NoticeReview | Breach) -> QDialog:
    """The form of a further entry that puts one of them right."""
    from ui.notice_after import BreachForm, ReviewForm
    from ui.notice_form import NoticeForm

    if isinstance(record, Notice):
        return NoticeForm(screen, subject, corrects=record)
    about = on_file(screen, Notice, record.notice)
    if isinstance(record, NoticeReview):
        return ReviewForm(screen, about, corrects=record)
    return BreachForm(screen, about, corrects=record)


def resumed(screen: ScreenDesk, draft: Draft) -> QDialog:
    """An unfinished form about a notice, as it was left."""
    from ui.notice_after import CORRECTS, NOTICE, BreachForm, ReviewForm
    from ui.notice_form import NoticeForm
    from ui.records.notice_fields import FORM, SERVE
    from ui.serve_form import ServeForm

    if draft.kind == Notice.KIND:
        held = on_file(screen, Notice, draft.record) if draft.record else None
        if held is not None and held.settled and not draft.typed.get(CORRECTS):
            raise Invalid({"notice": SERVED})
        if held is not None and draft.typed.get(FORM) == SERVE:
            return ServeForm(screen, held, draft=draft)
        return NoticeForm(screen, draft.subject, held, draft=draft)
    about = on_file(screen, Notice, Id(int(draft.typed[NOTICE])))
    wrong = Id(int(draft.typed.get(CORRECTS) or 0))
    if draft.kind == NoticeReview.KIND:
        return ReviewForm(screen, about, draft=draft, corrects=on_file(screen, NoticeReview, wrong) if wrong else None)
    return BreachForm(screen, about, draft=draft, corrects=on_file(screen, Breach, wrong) if wrong else None)


def on_file(screen: ScreenDesk, kind: type[RecordType], record: Id) -> RecordType:
    """A record of this kind as it stands now; `NotFound` or `NotAllowed` where this reader can't have it."""
    found = unfinished.on_file(screen.at, record)
    if not isinstance(found, kind):
        raise NotFound(unfinished.GONE)
    return found


def _in_force(screen: ScreenDesk, notice: Id) -> Notice:
    """A notice that was served or issued; before that there is nothing to review or to go against."""
    held = on_file(screen, Notice, notice)
    if not held.in_force_from:
        raise Invalid({"notice": NOT_SERVED})
    overview.open_file(screen.at, held.child)
    return held


def pattern(screen: ScreenDesk, adult: Id) -> QDialog:
    """Every notice that warns an adult, each acknowledged age, each breach, on one page."""
    from ui.pattern_page import PatternPage

    overview.open_file(screen.at, adult)
    return PatternPage(screen, adult)


def paper(screen: ScreenDesk, notice: Id) -> QDialog:
    """The notice, ready to be checked, signed and served."""
    from ui import notice_papers
    from ui.preview import PreviewDialog

    return PreviewDialog(screen, notice_papers.notice(screen, on_file(screen, Notice, notice)))


def pattern_paper(screen: ScreenDesk, adult: Id) -> QDialog:
    """Every notice that warns an adult, on paper."""
    from ui import notice_papers
    from ui.preview import PreviewDialog

    return PreviewDialog(screen, notice_papers.pattern(screen, adult))
