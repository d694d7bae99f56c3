"""The demonstration's team: eight invented people, with passwords that everybody may know."""

from dataclasses import dataclass

from rise_desk.domain.staff import Role

NURSE, POLICE = "Gwen Pritchard", "Joanne Marsden"
SUPERVISOR, HEAD = "Marian Holt", "Dev Chaudhary"
WORKERS = ("Siobhán Keane", "Tomasz Wrona", "Ifeoma Eze", "Callum Reid")


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody of the team: what they sign in with, what their work is, and what they hold a grant for."""

    name: str
    role: Role
    grants: frozenset[str] = frozenset()
    password: str


TEAM: tuple[Member, ...] = (
    Member(name=SUPERVISOR, role=Role.SUPERVISOR, password="mibol-degiz-logul"),
    Member(name=HEAD, role=Role.MANAGER, grants=frozenset({"health", "intelligence"}), password="betij-sefev-hebak"),
    Member(name=WORKERS[0], role=Role.WORKER, password="kejip-kukek-sibit"),
    Member(name=WORKERS[1], role=Role.WORKER, password="jemap-nubup-firiz"),
    Member(name=WORKERS[2], role=Role.WORKER, password="pezoj-dibis-butis"),
    Member(name=WORKERS[3], role=Role.WORKER, password="bodek-gevir-mogur"),
    Member(name=NURSE, role=Role.WORKER, grants=frozenset({"health"}), password="natak-purep-mufip"),
    Member(name=POLICE, role=Role.WORKER, grants=frozenset({"intelligence"}), password="nefen-zedas-deriv"),
)
"""The supervisor, who makes the store, comes first."""
