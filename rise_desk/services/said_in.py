"""Said in: what the record is called that a link comes from, for those who may read it; for others there is none."""

from collections.abc import Iterable

from rise_desk.domain import access, moments
from rise_desk.domain.joining import JOINING
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.services import restricted
from rise_desk.services.desk import Desk
from rise_desk.storage import elsewhere, linked
from rise_desk.storage.kinds import KINDS

_JOINING = frozenset(each.KIND for each in JOINING)


def records(desk: Desk, wanted: Iterable[Id]) -> dict[Id, str]:
    """Those of these records that this person may read, each as it is called: 'Return interview, 3 November 2026'."""
    vault = desk.store.vault
    lines = elsewhere.lines_of(vault, {each for each in wanted if each}, linked.files(vault))
    listed = linked.listed(vault, {subject for line in lines for subject in line.subjects})
    joined = {subject for line in lines if line.kind in _JOINING for subject in line.subjects}
    shut = restricted.closed(desk, joined - listed) if joined - listed else frozenset[Id]()
    return {
        line.record: called(line.kind, line.at)
        for line in lines
        if access.may_read(desk.who, line.reserved)
        and listed.intersection(line.subjects)
        and not (line.kind in _JOINING and shut.intersection(line.subjects))
    }


def called(kind: str, at: Moment) -> str:
    """A record by its kind and when it happened."""
    title = next(each.record.TITLE for each in KINDS if kind == each.record.KIND)
    return f"{title}, {moments.shown(at)}" if at else title
