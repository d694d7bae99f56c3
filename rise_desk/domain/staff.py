"""The people who work with the files: their role, what they hold a grant for, and whether they may sign in."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody's work is; the permission table is written in these."""

    WORKER = "worker"
    MANAGER = "manager"
    SUPERVISOR = "supervisor"


class Standing(StrEnum):
    """Whether an account can be used: a code is a one-day password that must be changed at first use."""

    ACTIVE = "active"
    CODE = "code"
    SUSPENDED = "suspended"


@dataclass(frozen=True, kw_only=True)
class StaffMember:
    """One person with an account; `name` is what they sign in with and what every record they make shows."""

    name: str
    role: Role
    grants: frozenset[str] = frozenset()
    standing: Standing = Standing.ACTIVE
    code_until: str = ""
