"""Verbs for paper: a case summary, a missing pack, an assessment on its form, and the blank forms, as PDF."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rise_desk.domain import moments
from rise_desk.domain.information import InformationReport
from rise_desk.domain.moments import Moment
from rise_desk.errors import Invalid
from rise_desk.services import references
from rise_desk.services.desk import Desk
from rise_desk.services.saving import save_file
from rise_desk.verbs.command import LEFT, Command, Words, secret_in
from rise_desk.verbs.records import person_called

if TYPE_CHECKING:
    from rise_desk.services.copies import Made


def add_words(verbs: Words) -> None:
    """The words of these verbs."""
    made = verbs.add_parser("summary", help="a case summary as PDF")
    made.add_argument("ref", metavar="REF")
    made.add_argument("--out", required=True, metavar="F.pdf")
    made.add_argument("--from", dest="since", default="", metavar="D")
    made.add_argument("--to", dest="until", default="", metavar="D")
    _about_the_copy(made)
    pack = verbs.add_parser("missing-pack", help="what the police need to find a missing child, two pages as PDF")
    pack.add_argument("ref", metavar="REF")
    pack.add_argument("--out", required=True, metavar="F.pdf")
    _about_the_copy(pack)
    web = verbs.add_parser("network-sheet", help="who and what is linked around somebody or something, as PDF")
    web.add_argument("ref", metavar="REF")
    web.add_argument("--steps", type=int, default=2, help="how many steps it reaches, 1 to 3 (else 2)")
    web.add_argument("--out", required=True, metavar="F.pdf")
    _about_the_copy(web)
    notice = verbs.add_parser("notice-sheet", help="an abduction notice for officers to check, sign and serve, as PDF")
    notice.add_argument("ref", metavar="REF", help="the notice, or whose newest notice")
    pattern = verbs.add_parser("pattern", help="every notice, age told and breach of an adult, for the police, as PDF")
    pattern.add_argument("ref", metavar="REF")
    for each in (notice, pattern):
        each.add_argument("--out", required=True, metavar="F.pdf")
        _about_the_copy(each)
    report = verbs.add_parser("information-sheet", help="an information report as PDF, or as CSV for the police")
    report.add_argument("ref", metavar="REF", help="the report, or whoever it is about (the newest)")
    report.add_argument("--out", required=True, metavar="F.pdf|F.csv")
    report.add_argument("--sanitised", action="store_true", help="only what may be passed on, for holders of the grant")
    _about_the_copy(report)
    form = verbs.add_parser("assessment-form", help="an assessment on its form as PDF, or a blank form")
    form.add_argument("ref", metavar="REF", nargs="?", default="", help="whose assessment, the newest unless --on says")
    form.add_argument("--on", default="", metavar="D", help="the assessment of this day")
    form.add_argument("--blank", action="store_true", help="the empty assessment form")
    form.add_argument("--checklist", action="store_true", help="the empty health checklist")
    form.add_argument("--instrument", default="", metavar="KEY", help="whose wording the empty form has: nscb_cse/2015")
    form.add_argument("--out", required=True, metavar="F.pdf")
    _about_the_copy(form)


def _about_the_copy(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--recipient", default="", help="who the copy is for")
    verb.add_argument(
        "--pdf-password-file", dest="lock", type=Path, metavar="FILE", help="lock the PDF with the first line of FILE"
    )


def summary(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Put somebody's case summary into a file: a numbered copy, locked where a password is given."""
    from rise_desk.services import packs

    password = _password(said.lock)
    days = [_day(desk, text, name) for text, name in ((said.since, "from"), (said.until, "to"))]
    subject = person_called(desk, said.ref)
    made = packs.saved(desk, subject, since=days[0], until=days[1], recipient=said.recipient, password=password)
    return _kept(said.out, made, password)


def missing_pack(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Put the pack for the police into a file: a numbered copy, locked where a password is given."""
    from rise_desk.services import missing_packs

    password = _password(said.lock)
    subject = person_called(desk, said.ref)
    made = missing_packs.saved(desk, subject, recipient=said.recipient, password=password)
    return _kept(said.out, made, password)


def network_sheet(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Put the network around somebody or something into a file: a numbered copy, locked where a password is given."""
    from rise_desk.services import network_papers

    password, subject = _password(said.lock), references.resolve(desk, said.ref)
    made = network_papers.saved(desk, subject, steps=said.steps, recipient=said.recipient, password=password)
    return _kept(said.out, made, password)


def notice_sheet(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Put an abduction notice into a file: the one that is meant, or the newest of somebody."""
    from rise_desk.services import notice_papers, references

    password = _password(said.lock)
    notice = notice_papers.meant(desk, references.resolve(desk, said.ref))
    made = notice_papers.saved(desk, notice, recipient=said.recipient, password=password)
    return _kept(said.out, made, password)


def pattern(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Put the pattern of an adult into a file: every notice, each age they were told, each breach."""
    from rise_desk.services import notice_papers

    password = _password(said.lock)
    adult = person_called(desk, said.ref)
    made = notice_papers.pattern_saved(desk, adult, recipient=said.recipient, password=password)
    return _kept(said.out, made, password)


def information_sheet(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Put an information report into a file: a numbered copy as PDF, or as CSV in the shape for the police."""
    from rise_desk.services import information_papers

    password, found = _password(said.lock), references.resolve(desk, said.ref)
    known = desk.store.find(found)
    report = found if isinstance(known, InformationReport) else information_papers.newest(desk, found).id
    if said.out.lower().endswith(".csv"):
        if password or said.sanitised:
            raise Invalid({"out": "A CSV file can’t be locked or sanitised. Name a file that ends in .pdf."})
        save_file(Path(said.out), information_papers.exported(desk, report, recipient=said.recipient))
        return {"out": said.out, "locked": False, "warning": LEFT}
    made = information_papers.saved(desk, report, recipient=said.recipient, password=password, sanitised=said.sanitised)
    return _kept(said.out, made, password)


def assessment_form(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Put somebody's assessment on its form into a file, a numbered copy; or an empty form."""
    from rise_desk.services import forms

    if [bool(said.ref), said.blank, said.checklist].count(True) != 1:
        raise Invalid({"ref": "Say whose assessment to print, or --blank, or --checklist."})
    password, copy = _password(said.lock), {"recipient": said.recipient}
    if said.checklist:
        made = forms.checklist_saved(desk, **copy, password=password)
    elif said.blank:
        made = forms.blank_saved(desk, said.instrument, **copy, password=password)
    else:
        found = forms.found(desk, person_called(desk, said.ref), _day(desk, said.on, "on"))
        made = forms.saved(desk, found.id, **copy, password=password)
    return _kept(said.out, made, password, empty=not said.ref)


def _kept(out: str, made: "Made", password: str, *, empty: bool = False) -> dict[str, Any]:
    """Put a paper into its file; what tells of somebody and lies there open says so."""
    save_file(Path(out), made.pdf)
    told = {"out": out, "pages": made.pages, "copy": made.copy, "locked": bool(password)}
    return told if password or empty else {**told, "warning": LEFT}


def _password(path: Path | None) -> str:
    """The password for the PDF, '' where none is asked for; `Invalid` where the file has none."""
    password = secret_in(path) if path is not None else ""
    if path is not None and not password.strip():
        raise Invalid(
            {"pdf-password-file": f"The first line of {path.name} is empty. Put the password for the PDF there."}
        )
    return password


def _day(desk: Desk, text: str, name: str) -> Moment:
    try:
        return moments.read(text, now=desk.now(), called=f"--{name}")
    except ValueError as unreadable:
        raise Invalid({name: str(unreadable)}) from None
