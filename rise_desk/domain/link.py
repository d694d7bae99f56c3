"""A link: that two subjects have to do with each other, how, since when, who says so and how sure they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from rise_desk.domain import link_problems, linking
from rise_desk.domain.moments import Moment
from rise_desk.domain.names import fold
from rise_desk.domain.record import NO_ID, Id, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile, ThingFile
    from rise_desk.domain.practice import Practice


@dataclass(frozen=True, kw_only=True)
class Link(Record):
    """One link from `subject` to `other`; it is read from either end, and proves nothing."""

    KIND: ClassVar[str] = "link"
    TITLE: ClassVar[str] = "Link"
    CALLED: ClassVar[str] = "Link"
    LIVING: ClassVar[bool] = True
    JUDGED_WITH: ClassVar[tuple[str, ...]] = ("link",)

    subject: Id = attribute("From", default=NO_ID, required=True)
    link_type: str = attribute("How they are linked", vocabulary="link_type", required=True)
    other: Id = attribute("To", default=NO_ID, required=True)
    detail: str = attribute("Which, or how")
    since: Moment = attribute("Since, or on", default=Moment(""), past=True)
    until: Moment = attribute("Until", default=Moment(""))
    confidence: str = attribute("Confidence", default="", vocabulary="confidence")
    said_by: str = attribute("Who says so")
    said_in: Id = attribute("Record it comes from", default=NO_ID)
    note: str = attribute("Note", long=True)

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """Both ends."""
        return ((self.subject, "from"), *(((self.other, "to"),) if self.other != self.subject else ()))

    def happened(self) -> Moment:
        """Since when it is told; where nobody knows, when it was recorded."""
        return self.since or self.recorded_at

    @property
    def ends(self) -> frozenset[Id]:
        """The two it links."""
        return frozenset({self.subject, self.other})

    @property
    def harms(self) -> bool:
        """Whether it says that the one harmed, or tried to harm, the other."""
        return self.link_type in linking.HARM

    def other_end(self, subject: Id) -> Id:
        """Whom it links this one to."""
        return self.subject if subject == self.other else self.other

    def told(self, subject: Id, practice: "Practice") -> str:
        """How the link reads from one of its ends: 'exploited', 'was exploited by', 'relative (sister)'."""
        listed = "link_type" if subject == self.subject else "link_inverse"
        detail = f" ({self.detail})" if self.detail else ""
        return f"{practice.label(listed, self.link_type)}{detail}"

    def stretches(self) -> tuple[tuple[str, str], ...]:
        """What a search finds it by."""
        return (("note", f"{self.detail} {self.said_by} {self.note}"),)

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """What the link alone shows to be wrong: to itself, an end before its start."""
        return super().problems(practice, now) | link_problems.alone(self)

    def file_problems(self, file: "CaseFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """An exploitation link runs from the alleged exploiter to the child; no link is made twice."""
        return link_problems.direction(self, file.subject) | link_problems.again(self, file.of(Link))

    def thing_problems(self, file: "ThingFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """A place or thing is no exploiter and no child; no link is made twice."""
        return link_problems.with_thing(self, file.subject) | link_problems.again(self, file.of(Link))

    @classmethod
    def said(cls, data: Mapping[str, Any], practice: "Practice") -> dict[str, Any]:
        """As other programs say it: `from` and `to`; what is read from the other end is turned round.

        A word that says more than the list does ('sister') is kept as which relative it is.
        """
        other_names = {"from": "subject", "to": "other", "link": "link_type", "person": "subject"}
        said = {other_names.get(name, name): value for name, value in data.items()}
        written = fold(str(said.get("link_type", "")))
        if written and practice.vocabulary("link_type").key_for(written) is None:
            inverse = practice.vocabulary("link_inverse").key_for(written)
            if inverse:
                ends = {"subject": said.get("other", ""), "other": said.get("subject", "")}
                said |= {"link_type": inverse, **ends}
        listed = practice.vocabulary("link_type")
        key = listed.key_for(written)
        if key in linking.SAYS_WHICH and not said.get("detail") and written not in (fold(key), fold(listed.label(key))):
            said["detail"] = str(said["link_type"]).strip()
        return said
