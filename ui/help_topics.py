"""Which page of help belongs to which screen: one line for each, by the name of its class."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

START = "start"
TOPICS = {
    "AcceptLoss": "trouble",
    "ActionForm": "action",
    "ActionReading": "action",
    "AddStaff": "accounts",
    "AfterForm": "notices-after",
    "AfterReading": "notices-after",
    "ApartThing": "thing",
    "AskPassword": "sign-in",
    "AssessmentForm": "assessment",
    "AssessmentReading": "sign-off",
    "BreachForm": "notices-after",
    "CasePage": "case",
    "CasePage:chronology": "chronology",
    "CasePage:details": "details",
    "CasePage:disruption": "disruption",
    "CasePage:links": "links",
    "CasePage:missing": "case-missing",
    "CasePage:notices": "notices",
    "CasePage:overview": "case",
    "Caseload": "people",
    "Caseload:of_concern": "adults",
    "ChangePassword": "password",
    "ChecklistForm": "checklist",
    "ChoosePassword": "sign-in",
    "ColumnsDialog": "lists",
    "ConflictDialog": "forms",
    "DisruptionForm": "disruption",
    "EntryDialog": "entry",
    "EpisodeForm": "missing",
    "EpisodeReading": "missing",
    "ExportDialog": "export",
    "FailureDialog": "trouble",
    "FirstPerson": "set-up",
    "FullAssessment": "checklist",
    "GradingDialog": "information",
    "HelpPage": "help",
    "HelpWindow": "help",
    "HistoryDialog": "history",
    "ImportDialog": "import",
    "InformationForm": "information",
    "InformationList": "information",
    "InformationPage": "information",
    "InformationReading": "information",
    "InstrumentPreview": "wording",
    "InterviewForm": "return-interview",
    "InterviewReading": "return-interview",
    "InterviewStep": "interview-steps",
    "InvestigationForm": "disruption",
    "JoinedFiles": "same-person",
    "KeyGroups": "recovery-key",
    "KeySheetDialog": "keys",
    "KeysDialog": "keys",
    "KnownDialog": "known",
    "Leftover": "forms",
    "LinkForm": "links",
    "ListPage": "lists",
    "LivingReading": "missing",
    "MainWindow": START,
    "MeetingView": "meeting",
    "MergeDialog": "same-person",
    "NetworkPage": "network",
    "NamingDialog": "naming",
    "NoPrinter": "print",
    "NoteForm": "note",
    "NoticeForm": "notices",
    "NoticeReading": "notices",
    "OneDayCode": "accounts",
    "OrderForm": "disruption",
    "PartDialog": "forms",
    "PatternPage": "notices-after",
    "PersonForm": "person",
    "PoliceFileDialog": "information",
    "PreviewDialog": "summary",
    "PreviewDialog:form": "paper-forms",
    "PreviewDialog:information": "information",
    "PreviewDialog:missing_pack": "missing-pack",
    "PreviewDialog:notice": "notices",
    "PrintDialog": "print",
    "ProtectingForm": "forms",
    "ProtectingReading": "disruption",
    "Question": "first-start",
    "QuestionForm": "questions",
    "QuickMissing": "missing",
    "RecordForm": "forms",
    "RegradeDialog": "missing",
    "RestoreDialog": "backups",
    "ReturnedDialog": "missing",
    "ReviewForm": "notices-after",
    "SameThing": "thing",
    "SaveDialog": "save-pdf",
    "SearchBox": "search",
    "SeparateDialog": "same-person",
    "ServeForm": "notices-after",
    "SetUp": "set-up",
    "Settings": "settings",
    "ShowKey": "recovery-key",
    "SignIn": "sign-in",
    "SignOffDialog": "sign-off",
    "SmallDialog": "forms",
    "StaffPage": "accounts",
    "Step": START,
    "Steps": START,
    "ThingForm": "thing",
    "ThingPage": "thing",
    "ThingsPage": "things",
    "Today": "today",
    "ToldDialog": "adults",
    "TrailPage": "audit",
    "TrailSheet": "audit",
    "TriggerDialog": "settings",
    "UseKey": "recovery-key",
    "Welcome": "first-start",
    "WhoDialog": "import-missing",
    "WithdrawDialog": "entry",
    "WithdrawThing": "withdraw-thing",
}


def names_of(screen: QWidget) -> tuple[str, ...]:
    """What a screen is called in the list, the most exact first: 'CasePage:chronology', 'CasePage', 'Page'."""
    part = _part(screen)
    kinds = [kind.__name__ for kind in type(screen).__mro__]
    return (*((f"{kinds[0]}:{part}",) if part else ()), *kinds)


def topic_of(screens: Iterator[QWidget] | tuple[QWidget, ...]) -> str:
    """The page of help for the first of these screens that has one."""
    named = (name for screen in screens for name in names_of(screen))
    return next((TOPICS[name] for name in named if name in TOPICS), START)


def _part(screen: QWidget) -> str:
    """Which part of itself a screen shows: the tab of a file, whom a list is of."""
    tabs, role = getattr(screen, "tabs", None), getattr(screen, "role", "")
    if tabs is not None:
        return str(tabs.current())
    return role if isinstance(role, str) else ""
