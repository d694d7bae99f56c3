"""Exporting: a list leaves the desk as a file, for a reason, written down; a long one with a second person beside it.

Managers and supervisors export what they see, workers what is theirs alone; for anything else a manager or supervisor
proves by their password that they are there.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed, State
from rise_desk.domain.staff import StaffMember, Standing
from rise_desk.errors import Busy, DeskError, Invalid, NotAllowed
from rise_desk.reports.blocks import OFFICIAL_SENSITIVE
from rise_desk.services import signing_in
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.listing import Listing
from rise_desk.services.exchange.written_csv import as_csv
from rise_desk.services.exchange.written_xlsx import as_xlsx, is_cut
from rise_desk.services.saving import save_file
from rise_desk.storage import accounts

__all__ = ["CSV", "MOST_ALONE", "XLSX", "Exported", "Listing", "Second", "export", "needs_second", "reason_problem"]

CSV, XLSX = ".csv", ".xlsx"
MOST_ALONE = 100
MOST_ROWS = 50_000
LONGEST_REASON = 300
FAILED = "export failed"

WHY_MANY = f"More than {MOST_ALONE} rows leave only with a second person: a manager or supervisor."
WHY_NOT_OWN = "A worker exports a list that is not their own only together with a manager or supervisor."
NO_REASON = "Enter why this list is exported, and for whom."


@dataclass(frozen=True, kw_only=True)
class Second:
    """The second person, who proves by their password that they are there."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Exported:
    """A file that has left: where it is, how many rows it holds, what stayed behind, and who stood by.

    `cut`: how many texts were too long for a cell of a workbook.
    """

    path: Path
    rows: int
    withheld: int
    cut: int
    second: str


def needs_second(who: StaffMember, rows: int, state: State) -> str:
    """Why somebody may not export so many rows of such a list alone, in a sentence; '' where they may."""
    if not access.may(who, Deed.EXPORT, state):
        return WHY_NOT_OWN
    return WHY_MANY if rows > MOST_ALONE else ""


def reason_problem(reason: str) -> str:
    """What is wrong with a reason, in a sentence; '' where nothing is."""
    if not any(letter.isalnum() for letter in reason):
        return NO_REASON
    return f"Give the reason in {LONGEST_REASON} characters or fewer." if len(reason) > LONGEST_REASON else ""


def export(desk: Desk, listing: Listing, path: Path, reason: str, second: Second | None = None) -> Exported:
    """Save a list as CSV or XLSX, as its name says, and write that down; a refusal and a failure are written down too.

    Raises `Invalid` by field (reason, file, second), `NotAllowed`, `WrongKey` for the second person's password (counted
    like every other), `Unavailable` where the file can't be saved.
    """
    desk.demand(Deed.EXPORT, State.RESTRICTED if listing.state is State.RESTRICTED else State.MINE, listing.subject)
    said = " ".join(reason.split())
    try:
        _fit(listing, path, said)
        beside = _stood_by(desk, listing, second)
        content = _content(desk, listing, path, said, beside)
        _put(desk, listing, path, said, beside, content)
    except Busy:
        raise
    except DeskError as failure:
        desk.note(FAILED, kind=listing.kind, subject=listing.subject, reason=str(failure))
        raise
    cut = sum(is_cut(cell) for row in listing.rows for cell in row) if path.suffix.lower() == XLSX else 0
    return Exported(path=path, rows=len(listing.rows), withheld=listing.withheld, cut=cut, second=beside)


def _fit(listing: Listing, path: Path, reason: str) -> None:
    wrong = {}
    if path.suffix.lower() not in (CSV, XLSX):
        wrong["file"] = "Give the file a name that ends in .csv or .xlsx."
    elif len(listing.rows) > MOST_ROWS:
        wrong["file"] = f"A file holds at most {MOST_ROWS:,} rows. Narrow the list by a filter."
    if reason_problem(reason):
        wrong["reason"] = reason_problem(reason)
    if wrong:
        raise Invalid(wrong)


def _stood_by(desk: Desk, listing: Listing, second: Second | None) -> str:
    """The name of the second person where one is needed; '' where none is and none was given."""
    why = needs_second(desk.who, len(listing.rows), listing.state)
    if second is None or not second.name.strip():
        if why:
            raise Invalid({"second": why})
        return ""
    account = accounts.named(desk.store.vault, second.name)
    if account is not None and account.who.name == desk.who.name:
        raise Invalid({"second": "The second person must be somebody else."})
    signing_in.prove(desk.store.folder.path, second.name, second.password)
    if account is None or account.who.standing is not Standing.ACTIVE or not access.may(account.who, Deed.EXPORT):
        raise NotAllowed(
            "The second person must be a manager or supervisor whose account is open and whose password is their own."
        )
    return account.who.name


def _content(desk: Desk, listing: Listing, path: Path, reason: str, second: str) -> bytes:
    marking = OFFICIAL_SENSITIVE
    if desk.demonstration:
        from rise_desk.services.copies import INVENTED  # with it comes all that makes PDFs

        marking = f"{INVENTED} · {marking}"
    if path.suffix.lower() == CSV:
        return as_csv(listing, marking)
    return as_xlsx(listing, _about(desk, listing, reason, second, marking), marking, desk.who.name, desk.now())


def _about(desk: Desk, listing: Listing, reason: str, second: str, marking: str) -> tuple[tuple[str, str], ...]:
    """What people must know about the file, for its second sheet."""
    rows, every = len(listing.rows), max(listing.of, len(listing.rows))
    told = (
        ("Marking", marking),
        ("What this is", listing.title),
        ("Rows", f"{rows:,}" if rows == every else f"{rows:,} of {every:,}"),
        ("Filters", listing.filters or "None"),
        ("Withheld", f"{listing.withheld:,}, because they are reserved or restricted" if listing.withheld else ""),
        ("Exported by", desk.who.name),
        ("Together with", second),
        ("When", moments.shown(moments.minute(desk.now()))),
        ("Why", reason),
        ("Mind", "Whoever has this file can read it. Keep it locked away, and delete it after use."),
    )
    return tuple((name, value) for name, value in told if value)


def _put(desk: Desk, listing: Listing, path: Path, reason: str, second: str, content: bytes) -> None:
    """The file and its row in the audit, both or neither."""
    left = False
    rows = f"{len(listing.rows)} {'row' if len(listing.rows) == 1 else 'rows'}"
    try:
        with desk.store.writing(desk.author, desk.now(), desk.clock.new_id, desk.ruled) as work:
            work.audit(
                desk.entry(
                    Deed.EXPORT,
                    kind=listing.kind,
                    subject=listing.subject,
                    fields=f"{rows}, {path.name}",
                    reason=reason,
                    recipient=second,
                )
            )
            save_file(path, content)
            left = True
    except BaseException:
        if left:
            with suppress(OSError):
                path.unlink()
        raise
