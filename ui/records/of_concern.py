"""Why somebody is of concern, on the screen: what each small form asks of a status, a role, a position, a group."""

from rise_desk.domain.of_concern import ConcernRole, ConcernStatus, PoliceGroup, Position
from ui.records.question import ask

STATUS = (
    ask(ConcernStatus, "status", whole=True),
    ask(ConcernStatus, "since"),
    ask(ConcernStatus, "until"),
    ask(ConcernStatus, "basis", whole=True, hint="Who says so, or the police reference"),
    ask(ConcernStatus, "why", whole=True),
)
ROLE = (
    ask(ConcernRole, "role", whole=True),
    ask(ConcernRole, "since"),
    ask(ConcernRole, "until"),
    ask(ConcernRole, "basis", whole=True, hint="Who says so"),
)
POSITION = (
    ask(Position, "position"),
    ask(Position, "detail"),
    ask(Position, "with_children"),
    ask(Position, "learned_on", hint="The designated officer is told within one working day of this"),
    ask(Position, "officer_told_on"),
    ask(Position, "officer_told"),
    ask(Position, "licensing_told_on", hint="Of somebody with a taxi or another licence", whole=True),
    ask(Position, "since"),
    ask(Position, "until"),
)
POLICE_GROUP = (
    ask(PoliceGroup, "group", whole=True),
    ask(PoliceGroup, "position"),
    ask(PoliceGroup, "basis"),
    ask(PoliceGroup, "since"),
    ask(PoliceGroup, "until"),
)
