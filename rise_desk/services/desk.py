"""A desk: somebody signed in at a store, with the practice they work by and the clock they go by."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from rise_desk.domain import access, agenda, moments
from rise_desk.domain.access import Deed, State
from rise_desk.domain.act import Announcement
from rise_desk.domain.agenda import Ruled
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.staff import StaffMember, Standing
from rise_desk.errors import NotAllowed, Unavailable
from rise_desk.services import practice as agreed
from rise_desk.services.clock import Clock
from rise_desk.storage import accounts, patience, sittings
from rise_desk.storage.audit import Entry
from rise_desk.storage.database import data_version
from rise_desk.storage.store import Store
from rise_desk.storage.writing import Author, Writing

DEMONSTRATION = "demonstration"
"""The store's setting that says so where everybody in it is invented."""

CHANGES_NOTHING = (
    "signed in",
    "signed out",
    "locked",
    "refused",
    *map(str, (Deed.OPEN, Deed.LIST, Deed.SEARCH, Deed.KNOWN, Deed.PRINT, Deed.CHECK, Deed.STAFF_LIST)),
    *map(str, (Deed.BACKUP, Deed.BACKUP_OUT)),
)
"""What another program may write in the audit without any screen here having grown old by it."""


@dataclass
class Desk:
    """What every service works with; made by signing in, and closed when the person leaves or locks it."""

    store: Store
    practice: Practice = field(repr=False)
    clock: Clock
    who: StaffMember
    session: Id
    pc: str
    listeners: list[Callable[[Announcement], None]] = field(default_factory=list)
    seen_version: int = -1
    seen_entry: int = 0
    stirred_at: datetime | None = None
    seed: bytes = field(default=b"", repr=False)
    broken: tuple[str, ...] = ()

    # `seed`: what a supervisor's key opened of the audit's chain. `broken`: what was found touched at sign-in.

    def now(self) -> datetime:
        """This instant, by the one clock."""
        return self.clock.now()

    @property
    def demonstration(self) -> bool:
        """Whether everybody in this store is invented."""
        return bool(self.store.setting(DEMONSTRATION))

    def ruled(self, file: CaseFile | ThingFile) -> Ruled:
        """What the rules make of somebody's file: what is due, and the risk that shows."""
        return agenda.ruled(file, self.practice)

    @contextmanager
    def writing(self, *, as_stamped: bool = False) -> Iterator[Writing]:
        """One transaction of records; refused while entries are known to be missing from the store.

        `as_stamped`: an invented past, whose records keep their authors and times; in a demonstration alone.
        """
        if as_stamped and not self.demonstration:
            raise NotAllowed("Only a demonstration holds records that nobody at this desk wrote.")
        if self.store.missing:
            raise Unavailable(
                f"{self.store.missing[0].upper()}{self.store.missing[1:]}. Nothing can be saved until a supervisor "
                "restores a backup or accepts the loss."
            )
        self._still_welcome()
        with self.store.writing(self.author, self.now(), self.clock.new_id, self.ruled, as_stamped=as_stamped) as work:
            self.follow()
            yield work

    def note(self, deed: str, *, kind: str = "", record: Id = NO_ID, subject: Id = NO_ID, reason: str = "") -> None:
        """Write an audit row for something that changes no record."""
        self.store.note(
            self.author,
            self.now(),
            self.entry(deed, kind=kind, record=record, subject=subject, reason=reason),
        )

    def entry(
        self,
        deed: str,
        *,
        kind: str = "",
        record: Id = NO_ID,
        subject: Id = NO_ID,
        fields: str = "",
        reason: str = "",
        recipient: str = "",
    ) -> Entry:
        """An audit row by this person, now."""
        return Entry(
            at=moments.stamp(self.now()),
            account=self.who.name,
            session=self.session,
            pc=self.pc,
            deed=str(deed),
            kind=kind,
            record=record,
            subject=subject,
            fields=_written(fields),
            reason=_written(reason),
            recipient=_written(recipient),
        )

    def demand(self, deed: Deed, state: State = State.TEAM, subject: Id = NO_ID) -> None:
        """Raise `NotAllowed` unless the table allows the deed; a refusal is written down."""
        self._still_welcome()
        try:
            access.demand(self.who, deed, state)
        except NotAllowed:
            self.note("refused", reason=str(deed), subject=subject)
            raise

    def follow(self) -> None:
        """Take up what the team has agreed on at another desk since.

        Each act does so inside its own transaction, so that no file is judged by rules that no longer hold.
        """
        self.practice = agreed.current(self.store, self.practice)

    def announce(self, said: Announcement) -> None:
        """Tell everybody who listens that records have changed."""
        for listener in tuple(self.listeners):
            listener(said)

    def look_elsewhere(self) -> bool:
        """Whether another sitting has changed something since last time; if so, it is announced.

        Drafts, choices, signs of life and what this program's own worker saves are nobody else's news.
        """
        version = data_version(self.store.vault)
        if version == self.seen_version:
            return False
        before, self.seen_version = self.seen_version, version
        if before < 0:
            self.seen_entry = sittings.newest_entry(self.store.vault)
            return False
        self.follow()
        self.seen_entry, changed = sittings.wrote_elsewhere(
            self.store.vault, self.session, self.seen_entry, CHANGES_NOTHING
        )
        if changed:
            self.announce(Announcement(title="Changed elsewhere", subjects=frozenset(), elsewhere=True))
        return changed

    def at_once(self) -> AbstractContextManager[None]:
        """For as long as this lasts a busy store is not waited for, so that the window never stands still."""
        return patience.waiting(self.store.vault, patience.NOT_AT_ALL)

    def _still_welcome(self) -> None:
        """Somebody suspended or reset while they sit at a desk, or there by a code, can do nothing more there."""
        account = accounts.named(self.store.vault, self.who.name)
        if account is None or account.who.standing is Standing.SUSPENDED:
            raise NotAllowed("This account was suspended. Ask a supervisor.")
        if account.who.standing is Standing.CODE:
            raise NotAllowed("Choose a password of your own first.")

    @property
    def author(self) -> Author:
        """Who writes, for the store."""
        return Author(account=self.who.name, session=self.session, pc=self.pc)


def _written(text: str) -> str:
    """A text as it can be kept: half of a letter, which a command line or a file name may hold, is a question mark."""
    return text.encode("utf-8", "replace").decode()
