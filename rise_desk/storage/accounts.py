"""Accounts and sittings as rows: who may sign in, as what, and who is or was at a desk."""

import json
from dataclasses import dataclass
from typing import Any

from rise_desk.domain import names
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.domain.staff import Role, StaffMember, Standing
from rise_desk.storage.database import Vault
from rise_desk.storage.faults import faults
from rise_desk.storage.tables import AccountRow, SessionRow

_COLUMNS = (
    AccountRow.id,
    AccountRow.name,
    AccountRow.role,
    AccountRow.grants,
    AccountRow.standing,
    AccountRow.code_until,
    AccountRow.public_key,
)


_NAMED = AccountRow.select(*_COLUMNS).where(AccountRow.folded == "").sql()[0]
"""Made once: it runs for every save, so that somebody suspended meanwhile can save nothing."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """Somebody's account: who they are, and the public key that the data key may be sealed to."""

    id: Id
    who: StaffMember
    public_key: bytes


def put(vault: Vault, account: Account) -> None:
    """Add an account, or change it."""
    who = account.who
    values = {
        AccountRow.name: who.name,
        AccountRow.folded: names.fold(who.name),
        AccountRow.role: who.role,
        AccountRow.grants: json.dumps(sorted(who.grants)),
        AccountRow.standing: who.standing,
        AccountRow.code_until: who.code_until,
        AccountRow.public_key: account.public_key,
    }
    added = AccountRow.insert({AccountRow.id: account.id, **values})
    vault.do(added.on_conflict(conflict_target=[AccountRow.id], update=values))


def named(vault: Vault, name: str) -> Account | None:
    """The account of this name, however it is capitalised; None where there is none."""
    rows = vault.sql(_NAMED, (names.fold(name),))
    return _account(rows[0]) if rows else None


def everybody(vault: Vault) -> list[Account]:
    """Every account, of any standing, in order of name."""
    return [_account(row) for row in vault.rows(AccountRow.select(*_COLUMNS).order_by(AccountRow.folded))]


def begin_sitting(vault: Vault, session: Id, name: str, pc: str, at: Moment) -> None:
    """Write down that somebody sits at a desk from now on."""
    with faults():
        vault.do(SessionRow.insert(id=session, account=name, pc=pc, opened_at=at, seen_at=at, closed_at="", doing=""))


def end_sitting(vault: Vault, session: Id, at: Moment) -> None:
    """Write down that they left or locked it."""
    with faults():
        vault.do(SessionRow.update(seen_at=at, closed_at=at).where(SessionRow.id == session))


def _account(row: tuple[Any, ...]) -> Account:
    number, name, role, grants, standing, code_until, public_key = row
    who = StaffMember(
        name=str(name),
        role=Role(str(role)),
        grants=frozenset(json.loads(str(grants))),
        standing=Standing(str(standing)),
        code_until=str(code_until),
    )
    return Account(id=Id(int(str(number))), who=who, public_key=bytes(public_key))
