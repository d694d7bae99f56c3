"""An information report as a record tells it: what stands there is carried over, and nothing is added."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from rise_desk.domain import naming, recognising
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record

ASSOCIATES = "associates"
OWN = "In their own words: “{}”"
DRAWN_FROM = ReturnInterview | Assessment | ContactNote
"""The kinds of record that a report is drawn from."""

_TOLD = ("pull", "told_happened", "stayed", "travelled", "threats", "came_back")
_LABELS = {
    "pull": "What drew them away",
    "told_happened": "What happened",
    "stayed": "Where they were, and with whom",
    "travelled": "How they travelled",
    "threats": "Harm and threats, as told",
    "came_back": "How they got back",
}

On = Callable[[Mention], Id]
"""The file or record of what is named, where it is known; 0 where it is not."""


def drawn(record: DRAWN_FROM, subject: Id, practice: Practice, on_file: On) -> InformationReport:
    """The report that a record of somebody's file tells; it has no number yet and was sent to nobody."""
    report = InformationReport(said_in=record.id, reporter=record.recorded_by)
    if isinstance(record, ReturnInterview):
        return _of_interview(record, replace(report, about=_about(subject, record, on_file)))
    if isinstance(record, Assessment):
        text = next((each.text for each in record.evidence if each.indicator == ASSOCIATES), "")
        about = _about(subject, record, on_file)
        return _named(record, replace(report, about=about, what=text, learned_at=record.assessed_on, how_known=_HOW))
    about = tuple(ReportAbout(subject=each.subject) for each in record.concerns)
    return replace(
        report,
        about=about,
        learned_at=record.happened_at,
        what=_listed((record.text, _quoted(record.own_words))),
        how_known=_first_up(practice.label("contact_type", record.contact_type)),
    )


_HOW = "From an assessment of the young person"


def _of_interview(record: ReturnInterview, report: InformationReport) -> InformationReport:
    said = ((_LABELS[name], str(getattr(record, name)).strip()) for name in _TOLD)
    what = (_quoted(record.own_words), *(f"{label}: {text}" for label, text in said if text))
    held = f", held by {record.interviewer}" if record.interviewer else ""
    how = f"Told by the young person in a return interview{held}"
    return _named(record, replace(report, learned_at=record.done_at, what=_listed(what), how_known=how), record.phones)


def _named(record: Record, report: InformationReport, phones: str = "") -> InformationReport:
    """With the places, vehicles, phones and names online that a record names."""
    return replace(
        report,
        place=", ".join(_of_sort(record, recognising.PLACE)),
        phones=_listed((", ".join(_of_sort(record, recognising.PHONE, recognising.HANDLE)), phones)),
        vehicles=", ".join(_of_sort(record, recognising.VEHICLE)),
    )


def _of_sort(record: Record, *sorts: str) -> Iterator[str]:
    """Those of these sorts that are named, each with what is known of it."""
    for each in naming.mentions(record):
        if naming.sort_of(each) in sorts:
            known = " ".join(each.known.split())
            yield f"{each.name} ({known})" if known else each.name


def _about(subject: Id, record: Record, on_file: On) -> tuple[ReportAbout, ...]:
    """The child first, then everybody who is named, by a file where one is known; nobody twice."""
    found = {(subject, ""): ReportAbout(subject=subject)}
    for each in naming.mentions(record):
        if naming.sort_of(each) == recognising.PERSON:
            who = on_file(each)
            found.setdefault((who, "" if who else each.name), ReportAbout(subject=who, called="" if who else each.name))
    return tuple(found.values())


def when(episodes: Iterable[tuple[Moment, Moment]], shown: Callable[[Moment], str]) -> str:
    """When it happened, from the absences that an interview is about, each from when until when."""
    spans = (f"{shown(since)} to {shown(until)}" if until else f"since {shown(since)}" for since, until in episodes)
    told = "; ".join(spans)
    return f"While missing, {told}" if told else ""


def _quoted(words: str) -> str:
    return OWN.format(words.strip()) if words.strip() else ""


def _listed(texts: Iterable[str]) -> str:
    return "\n".join(text.strip() for text in texts if text.strip())


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
