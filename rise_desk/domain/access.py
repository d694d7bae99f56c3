"""Who may do what: one table of deed, role and state of the record. What the table does not allow is refused."""

from collections.abc import Mapping
from enum import StrEnum

from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.domain.staff import Role, StaffMember
from rise_desk.errors import NotAllowed

NAMELESS = "Somebody whose file is restricted"
"""What a restricted person is called wherever others read of them."""


class Deed(StrEnum):
    """Something a person can do with the desk, as the audit names it."""

    OPEN = "file opened"
    LIST = "list read"
    SEARCH = "search"
    KNOWN = "known asked"
    RECORD = "record made"
    CHANGE = "record changed"
    WITHDRAW = "record withdrawn"
    REINSTATE = "record restored"
    SIGN_OFF = "assessment signed off"
    IMMIGRATION = "immigration route"
    MERGE = "files merged"
    SEPARATE = "files separated"
    UNDO = "act undone"
    HISTORY = "history opened"
    PRINT = "print"
    IMPORT = "import"
    EXPORT = "export"
    CHECK = "check"
    STAFF_LIST = "staff list read"
    STAFF = "account changed"
    ACCEPT_LOSS = "loss accepted"
    SETTINGS = "settings changed"
    BACKUP = "backup"
    BACKUP_OUT = "backup taken out"
    RESTORE = "backup restored"
    TRAIL = "audit read"


class State(StrEnum):
    """What a record or file is to the person: their own, the team's, closed, or restricted to named people."""

    MINE = "mine"
    TEAM = "team"
    CLOSED = "closed"
    RESTRICTED = "restricted"


_OPEN_FILES = frozenset({State.MINE, State.TEAM})
_ALL_BUT_RESTRICTED = frozenset({State.MINE, State.TEAM, State.CLOSED})
_MINE = frozenset({State.MINE})

TABLE: Mapping[Deed, Mapping[Role, frozenset[State]]] = {
    Deed.OPEN: dict.fromkeys(Role, _ALL_BUT_RESTRICTED),
    Deed.LIST: dict.fromkeys(Role, _ALL_BUT_RESTRICTED),
    Deed.SEARCH: dict.fromkeys(Role, _ALL_BUT_RESTRICTED),
    Deed.KNOWN: dict.fromkeys(Role, _ALL_BUT_RESTRICTED),
    Deed.RECORD: dict.fromkeys(Role, _ALL_BUT_RESTRICTED),
    Deed.CHANGE: {
        Role.WORKER: _OPEN_FILES,
        Role.MANAGER: _ALL_BUT_RESTRICTED,
        Role.SUPERVISOR: _ALL_BUT_RESTRICTED,
    },
    Deed.WITHDRAW: {
        Role.WORKER: _MINE,
        Role.MANAGER: _ALL_BUT_RESTRICTED,
        Role.SUPERVISOR: _ALL_BUT_RESTRICTED,
    },
    Deed.REINSTATE: {
        Role.WORKER: _MINE,
        Role.MANAGER: _ALL_BUT_RESTRICTED,
        Role.SUPERVISOR: _ALL_BUT_RESTRICTED,
    },
    Deed.UNDO: {
        Role.WORKER: _MINE,
        Role.MANAGER: _ALL_BUT_RESTRICTED,
        Role.SUPERVISOR: _ALL_BUT_RESTRICTED,
    },
    Deed.SIGN_OFF: {Role.MANAGER: _ALL_BUT_RESTRICTED, Role.SUPERVISOR: _ALL_BUT_RESTRICTED},
    Deed.IMMIGRATION: {Role.MANAGER: _ALL_BUT_RESTRICTED, Role.SUPERVISOR: _ALL_BUT_RESTRICTED},
    Deed.HISTORY: dict.fromkeys(Role, _ALL_BUT_RESTRICTED),
    Deed.MERGE: {Role.MANAGER: _ALL_BUT_RESTRICTED, Role.SUPERVISOR: _ALL_BUT_RESTRICTED},
    Deed.SEPARATE: {Role.MANAGER: _ALL_BUT_RESTRICTED, Role.SUPERVISOR: _ALL_BUT_RESTRICTED},
    Deed.PRINT: dict.fromkeys(Role, _ALL_BUT_RESTRICTED),
    Deed.EXPORT: {
        Role.WORKER: _MINE,
        Role.MANAGER: _ALL_BUT_RESTRICTED,
        Role.SUPERVISOR: _ALL_BUT_RESTRICTED,
    },
    Deed.IMPORT: {Role.MANAGER: _ALL_BUT_RESTRICTED, Role.SUPERVISOR: _ALL_BUT_RESTRICTED},
    Deed.CHECK: dict.fromkeys(Role, _ALL_BUT_RESTRICTED),
    Deed.STAFF_LIST: {Role.MANAGER: _ALL_BUT_RESTRICTED, Role.SUPERVISOR: _ALL_BUT_RESTRICTED},
    Deed.STAFF: {Role.SUPERVISOR: _ALL_BUT_RESTRICTED},
    Deed.ACCEPT_LOSS: {Role.SUPERVISOR: _ALL_BUT_RESTRICTED},
    Deed.SETTINGS: {Role.SUPERVISOR: _ALL_BUT_RESTRICTED},
    Deed.BACKUP: dict.fromkeys(Role, _ALL_BUT_RESTRICTED),
    Deed.BACKUP_OUT: {Role.MANAGER: _ALL_BUT_RESTRICTED, Role.SUPERVISOR: _ALL_BUT_RESTRICTED},
    Deed.RESTORE: {Role.SUPERVISOR: _ALL_BUT_RESTRICTED},
    Deed.TRAIL: {Role.MANAGER: _ALL_BUT_RESTRICTED, Role.SUPERVISOR: _ALL_BUT_RESTRICTED},
}

_WORDS: Mapping[Deed, str] = {
    Deed.OPEN: "open this file",
    Deed.LIST: "read this list",
    Deed.SEARCH: "search",
    Deed.KNOWN: "answer whether a child is known",
    Deed.RECORD: "record this",
    Deed.CHANGE: "change this record",
    Deed.WITHDRAW: "withdraw this record",
    Deed.REINSTATE: "restore this record",
    Deed.SIGN_OFF: "sign off an assessment",
    Deed.IMMIGRATION: "decide on the immigration route",
    Deed.MERGE: "merge files",
    Deed.SEPARATE: "separate files",
    Deed.UNDO: "undo what somebody else did",
    Deed.HISTORY: "open the history of this record",
    Deed.PRINT: "print this file",
    Deed.IMPORT: "import records",
    Deed.EXPORT: "export this list",
    Deed.CHECK: "check the records",
    Deed.STAFF_LIST: "see the list of accounts",
    Deed.STAFF: "change accounts",
    Deed.ACCEPT_LOSS: "accept that entries are missing",
    Deed.SETTINGS: "change the team's settings",
    Deed.BACKUP: "make a backup",
    Deed.BACKUP_OUT: "make a backup outside the records' own folder",
    Deed.RESTORE: "restore a backup",
    Deed.TRAIL: "read the audit",
}


def may(who: StaffMember, deed: Deed, state: State = State.TEAM) -> bool:
    """Whether the table allows this deed to somebody of this role on something in this state."""
    return state in TABLE.get(deed, {}).get(who.role, frozenset())


def demand(who: StaffMember, deed: Deed, state: State = State.TEAM) -> None:
    """Raise `NotAllowed`, in words, unless the table allows it."""
    if may(who, deed, state):
        return
    why = {
        State.RESTRICTED: " This file is restricted to named people.",
        State.CLOSED: " The case is closed.",
    }.get(state, "")
    raise NotAllowed(f"A {who.role} may not {_WORDS[deed]}.{why} Ask a manager or supervisor.")


def state_of(who: StaffMember, record: Record) -> State:
    """What a record is to somebody: a file is theirs when it is allocated to them, an entry when they recorded it."""
    if isinstance(record, Person):
        if record.restricted:
            return State.RESTRICTED
        if record.case_state() == "closed":
            return State.CLOSED
        return State.MINE if who.name in record.workers() else State.TEAM
    return State.MINE if record.recorded_by == who.name else State.TEAM


def may_read(who: StaffMember, reserved_for: str) -> bool:
    """Whether somebody holds the grant that a reserved record (health, intelligence) asks for."""
    return not reserved_for or reserved_for in who.grants
