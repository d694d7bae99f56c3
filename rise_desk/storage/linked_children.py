"""Linked children: how many young people each of these adults is linked with, read by number for a list."""

from collections.abc import Collection, Mapping

from rise_desk.domain.record import Id
from rise_desk.storage import linked
from rise_desk.storage.database import Vault

_STANDING = "FROM link WHERE withdrawn IS NULL AND sealed IS NULL"
_FROM = f"SELECT subject, other {_STANDING} AND subject IN ({{0}})"
_TO = f"SELECT other, subject {_STANDING} AND other IN ({{0}})"
_CHILDREN = "SELECT subject FROM card WHERE at_risk = 1 AND subject IN ({0})"


def count(vault: Vault, adults: Collection[Id]) -> Mapping[Id, int]:
    """The number of young people on a list whom each of these main files is linked with; merged files count once.

    A restricted or withdrawn file is on no list, so it is not counted.
    """
    files = linked.files(vault)
    ends = {
        (files.head(Id(one)), files.head(Id(other)))
        for query in (_FROM, _TO)
        for one, other in linked.asked(vault, query, files.every(adults))
    }
    children = {Id(row[0]) for row in linked.asked(vault, _CHILDREN, {other for _one, other in ends})}
    return {adult: sum(one == adult and other in children for one, other in ends) for adult in adults}
