"""The verbs of the command line: each turns what was asked into one call of a service and a plain answer."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed
from rise_desk.domain.card import Card, Wanted
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import ADULT, AT_RISK, OF_CONCERN, YOUNG_PERSON, Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Record, plain
from rise_desk.domain.schema import describe
from rise_desk.domain.staff import Role, StaffMember
from rise_desk.errors import Invalid, NotFound, SetUp, Unavailable
from rise_desk.services import accounts, casework, overview, references, signing_in, upkeep
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.practice import vocabularies
from rise_desk.services.saving import save_file

LOW_STRENGTH = 64
LEFT = (
    "This file has left the encrypted store: whoever has it can read it. Keep it locked away, and delete it after use."
)


@dataclass(frozen=True, kw_only=True)
class Command:
    """One command: what was said, which store it is for, the clock to go by, and the password given."""

    said: argparse.Namespace
    data: Path
    clock: Clock
    password: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What `check` found; no problems means that all is sound."""

    problems: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """The findings as plain data."""
        return {"sound": not self.problems, "problems": list(self.problems)}


def carry_out(command: Command) -> Any:
    """Do what was asked; plain data, or `Findings`."""
    verb = command.said.verb
    alone: Mapping[str, Callable[[Command], Any]] = {"create": _create, "schema": _schema}
    if verb in alone:
        return alone[verb](command)
    if verb == "users" and command.said.what == "recover":
        return _recover(command)
    code_ok = verb == "users" and command.said.what == "password"
    desk = _sign_in(command, code_ok)
    try:
        return _VERBS[verb](desk, command.said, command)
    finally:
        signing_in.leave(desk)


def secret_in(path: Path) -> str:
    """The first line of a file that holds a password, a code or a recovery key."""
    return _text_of(path).partition("\n")[0].rstrip("\r")


def as_words(answer: Any) -> str:
    """Plain data as lines for people to read: what is empty is left out, what belongs together is indented."""
    return "\n".join(_lines(answer)) or "Nothing to show."


def _lines(answer: Any) -> Iterator[str]:
    if isinstance(answer, dict):
        for name, value in answer.items():
            yield from _named(name.replace("_", " "), value)
    elif isinstance(answer, list):
        for place, each in enumerate(answer):
            yield from ([""] if place and isinstance(each, dict) else [])
            yield from _lines(each)
    else:
        yield str(answer)


def _named(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict | list) and value:
        yield f"{name}:"
        yield from (f"  {line}" for line in _lines(value))
    elif value not in ("", None, [], {}):
        yield f"{name}: {'yes' if value is True else 'no' if value is False else value}"


def _sign_in(command: Command, code_ok: bool) -> Desk:
    if not command.said.user:
        raise SetUp("Say who signs in with --user NAME.")
    _need_password(command)
    return signing_in.sign_in(command.data, command.said.user, command.password, command.clock, code_ok=code_ok)


def _need_password(command: Command) -> None:
    if not command.password:
        raise SetUp("Give the password in RISE_DESK_PASSWORD or with --password-file FILE.")


def _create(command: Command) -> dict[str, Any]:
    mib = command.said.kdf_mib
    if not 8 <= mib <= 1024:
        raise Invalid({"kdf_mib": "The memory of one password guess must be between 8 and 1,024 MiB."})
    if not command.said.user:
        raise SetUp("Say who the first supervisor is with --user NAME.")
    _need_password(command)
    if mib < LOW_STRENGTH:
        print("This strength is for trying things out only: passwords can be guessed.", file=sys.stderr)
    key = accounts.create(command.data, command.said.user, command.password, command.clock, accounts.strength(mib))
    return {"recovery_key": key, "user": command.said.user, "data": str(command.data)}


def _recover(command: Command) -> dict[str, Any]:
    key, new = (secret_in(Path(name)) for name in (command.said.recovery_key_file, command.said.new_password_file))
    return {"recovery_key": accounts.recover(command.data, command.said.user, key, new, command.clock)}


def _schema(command: Command) -> Any:
    practice = Practice(vocabularies=vocabularies())
    wanted = [command.said.kind] if command.said.kind else list(casework.kinds())
    told = [{"kind": kind, "fields": describe(casework.class_of(kind), practice)} for kind in wanted]
    return told[0] if command.said.kind else told


def _import(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    from rise_desk.services.exchange import importing, refused

    seen = importing.preview(desk, Path(said.file), kind=said.kind, source=said.source)
    if said.refused:
        save_file(Path(said.refused), refused.refused_csv(seen))
    if said.commit:
        importing.commit(desk, seen)
    told = {"committed": bool(said.commit), **importing.told(seen)}
    return {**told, "warning": LEFT} if said.refused else told


def _record(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig") if said.file == "-" else _text_of(Path(said.file))
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise Invalid({"file": "This file is not JSON."}) from None
    if not isinstance(data, dict):
        raise Invalid({"file": "This file must hold one record: an object with named fields."})
    return _told(casework.record(desk, said.kind, data))


def _list(desk: Desk, said: argparse.Namespace, command: Command) -> list[dict[str, Any]]:
    cls = casework.class_of(said.kind)
    if cls is Person:
        return _people(desk, AT_RISK if said.kind == YOUNG_PERSON else OF_CONCERN)
    desk.demand(Deed.LIST)
    desk.note(Deed.LIST, kind=said.kind)
    found = [each for each in desk.store.everything() if isinstance(each, cls)]
    return [_told(each) for each in found if access.may_read(desk.who, each.reserved_for())]


def _people(desk: Desk, role: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = []
    desk.note(Deed.LIST, kind=YOUNG_PERSON if role == AT_RISK else ADULT)
    wanted = Wanted(role=role, limit=500)
    while True:
        page = overview.people(desk, wanted)
        told += [_carded(each) for each in page]
        if len(page) < wanted.limit:
            return told
        wanted = Wanted(role=role, limit=500, after=(page[-1].sort_name, page[-1].subject))


def _carded(card: Card) -> dict[str, Any]:
    told = {"kind": YOUNG_PERSON if card.at_risk else ADULT, "id": str(card.subject), **asdict(card)}
    return {name: value for name, value in told.items() if name not in ("subject", "sort_name", "folded")}


def _show(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    person = overview.open_file(desk, _person(desk, said.ref))
    file = overview.case_file(desk, person.id, Sieve())
    entries = overview.chronology(desk, person.id, Sieve(), limit=len(file.records) or 1)
    return {
        "subject": {**_told(person), "age": moments.age_words(person.date_of_birth, desk.now())},
        "records": [{**_told(each.record), "corrected_by": str(each.corrected_by or "")} for each in entries],
        "due": [
            {**asdict(each), "subject": str(each.subject), "record": str(each.record)}
            for each in overview.due_lines(desk, (person.id,))
        ],
    }


def _summary(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    from rise_desk.services import packs

    days = [_day(desk, text, name) for text, name in ((said.since, "from"), (said.until, "to"))]
    made = packs.summary(desk, _person(desk, said.ref), since=days[0], until=days[1], recipient=said.recipient)
    save_file(Path(said.out), made.pdf)
    return {"out": said.out, "pages": made.pages, "copy": made.copy, "warning": LEFT}


def _day(desk: Desk, text: str, name: str) -> Moment:
    try:
        return moments.read(text, now=desk.now(), called=f"--{name}")
    except ValueError as unreadable:
        raise Invalid({name: str(unreadable)}) from None


def _check(desk: Desk, said: argparse.Namespace, command: Command) -> Findings:
    if said.accept_loss:
        upkeep.accept_loss(desk, said.accept_loss)
    return Findings(problems=tuple(upkeep.check(desk)))


def _users(desk: Desk, said: argparse.Namespace, command: Command) -> Any:
    if said.what == "list":
        desk.note(Deed.STAFF_LIST)
        return [_staff(each) for each in accounts.everybody(desk)]
    if said.what == "add":
        return {"name": said.name, "code": accounts.add(desk, said.name, Role(said.role), said.grant)}
    if said.what == "reset":
        return {"name": said.name, "code": accounts.reset(desk, said.name)}
    if said.what == "entrust":
        accounts.entrust(desk, said.name, Role(said.role), said.grant)
        return {"done": f"{said.name} is now a {said.role}."}
    if said.what == "suspend":
        accounts.suspend(desk, said.name)
        return {"done": f"{said.name} can no longer sign in."}
    accounts.change_password(desk, command.password, secret_in(Path(said.new_password_file)))
    return {"done": "The password is changed."}


_VERBS: Mapping[str, Callable[[Desk, argparse.Namespace, Command], Any]] = {
    "import": _import,
    "record": _record,
    "list": _list,
    "show": _show,
    "summary": _summary,
    "check": _check,
    "users": _users,
}


def _person(desk: Desk, ref: str) -> Any:
    found = references.resolve(desk, ref)
    if not isinstance(desk.store.find(found), Person):
        raise NotFound(f"“{ref[:60]}” is not a person's file.")
    return found


def _told(record: Record) -> dict[str, Any]:
    told = {"kind": record.kind, **plain(record)}
    return {**told, "name": record.name} if isinstance(record, Person) else told


def _staff(who: StaffMember) -> dict[str, Any]:
    return {
        "name": who.name,
        "role": str(who.role),
        "grants": sorted(who.grants),
        "standing": str(who.standing),
    }


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError:
        raise Unavailable(f"The file {path.name} can't be read.") from None
    except UnicodeDecodeError:
        raise Invalid({"file": f"The file {path.name} is not text in UTF-8."}) from None
