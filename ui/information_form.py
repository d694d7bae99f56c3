"""The form of an information report: what it is not stands first, then what is told, then the log of what was sent."""

from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import DeskError
from rise_desk.services import accounts, information, overview
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.record_form import RecordForm
from ui.records.information_fields import sections
from ui.widgets.fields import Surroundings
from ui.widgets.words import label

DRAWN_FROM = "drawn_from"
"""In a draft: the record that it was drawn from."""

NAMED, ABOUT = "Information report", "Information report about {}"
NOT_A_REFERRAL = "This is not a referral. A child in danger now: ring 999."
TODAY = "A child who is likely to be harmed: tell children’s social care today. Neither waits for this report."
DRAWN = "Carried over from the record. Read it through: take out what should not go, add what you know."


class InformationForm(RecordForm):
    """A new report, one drawn from a record, changes to one on file, or the rest of an unfinished form."""

    kind = InformationReport.KIND
    base: InformationReport | None

    def __init__(
        self,
        screen: ScreenDesk,
        subject: Id = NO_ID,
        report: InformationReport | None = None,
        *,
        drawn_from: Id = NO_ID,
        draft: Draft | None = None,
    ) -> None:
        desk = screen.at
        self.subject = subject = subject or _first(report)
        name = overview.names_of(desk, [subject]).get(subject, "") if subject else ""
        asked = sections(screen, accounts.colleagues(desk))
        super().__init__(screen, ABOUT.format(name) if name else NAMED, asked, Surroundings(desk.practice, screen.now))
        self.base = as_it_was(screen, report, draft.base_version) if report and draft else report
        kept = Id(int(draft.typed.get(DRAWN_FROM) or 0)) if draft else NO_ID
        self.drawn_from = drawn_from or kept
        self._begun = self._new(draft)
        self._say_first()
        self.panel.set_value(self.shown(self.base or self._begun))
        if draft is not None:
            self.take_up(draft)
        fit(self, 900, 720)
        self.panel.focus_field("sent_at" if report and not report.sent_at and not draft else "what")

    def made(self) -> InformationReport:
        """The report as the form says it."""
        base = self.base or self._begun
        return base.changed(**self.read_panel(base))

    def over(self) -> tuple[Id, int]:
        """The report that is being changed."""
        return (self.base.id, self.base.version) if self.base else (NO_ID, 0)

    def to_keep(self) -> dict[str, object]:
        """What was typed, and the record that it was drawn from."""
        return super().to_keep() | ({DRAWN_FROM: str(self.drawn_from)} if self.drawn_from else {})

    def _new(self, draft: Draft | None) -> InformationReport:
        """A new report, or one as a record tells it; an unfinished one goes on whatever became of that record."""
        if self.drawn_from and self.base is None:
            try:
                return information.drawn(self.desk.at, self.drawn_from, self.subject)
            except DeskError:
                if draft is None:
                    raise
        about = (ReportAbout(subject=self.subject),) if self.subject else ()
        return InformationReport(id=self.desk.at.clock.new_id(), about=about, said_in=self.drawn_from)

    def _say_first(self) -> None:
        self.head.addWidget(label(NOT_A_REFERRAL, tone="error", strong=True, wrap=True))
        self.head.addWidget(label(TODAY, strong=True, wrap=True))
        if self.drawn_from and self.base is None:
            self.head.addWidget(label(DRAWN, tone="soft", wrap=True))


def _first(report: InformationReport | None) -> Id:
    """Whom a report on file is about first."""
    return next((each.subject for each in report.about if each.subject), NO_ID) if report else NO_ID
