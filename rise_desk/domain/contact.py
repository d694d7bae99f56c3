"""A contact note: what happened with whom, when, and in the child's own words; an entry that never changes."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Part, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.practice import Practice

ABOUT = "about"
SEEN = frozenset({"seen_alone", "seen_with_others"})


@dataclass(frozen=True, kw_only=True)
class Concern(Part):
    """That a note concerns somebody, in a role of their own, and whether they were seen."""

    LABEL: ClassVar[str] = "Person concerned"
    subject: Id = attribute("Who", default=NO_ID, required=True)
    role: str = attribute("Role in this note", default=ABOUT, vocabulary="note_role", required=True)
    seen: str = attribute("Seen", vocabulary="seen")


@dataclass(frozen=True, kw_only=True)
class ContactNote(Record):
    """One contact about one or several people; a correction is a further note that names the one it corrects."""

    KIND: ClassVar[str] = "contact_note"
    TITLE: ClassVar[str] = "Contact note"
    CALLED: ClassVar[str] = "Note"

    concerns: tuple[Concern, ...] = attribute("Who this concerns", default=(), required=True)
    happened_at: Moment = attribute("When it happened", default=Moment(""), required=True, past=True)
    contact_type: str = attribute("Kind of contact", vocabulary="contact_type")
    place: str = attribute("Where")
    also_present: str = attribute("Who else was there")
    own_words: str = attribute("The young person's own words", long=True)
    own_words_of: Id = attribute("Whose words", default=NO_ID)
    text: str = attribute("What happened", required=True, long=True)
    told: str = attribute("Told that this is recorded and shared", vocabulary="told")
    told_why: str = attribute("How, or why not")
    reserved: str = attribute("Reserved for", vocabulary="reserved")

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """Each person concerned, with the role they have in this note."""
        return tuple((each.subject, each.role) for each in self.concerns)

    def happened(self) -> Moment:
        """When the contact was, apart from when it was recorded."""
        return self.happened_at

    def saw(self) -> frozenset[Id]:
        """Those who were seen, alone or with others."""
        return frozenset(each.subject for each in self.concerns if each.seen in SEEN)

    def spoke(self) -> frozenset[Id]:
        """The young person whose own words the note holds."""
        return frozenset({self.speaker()} if self.own_words.strip() else ())

    def reserved_for(self) -> str:
        """`health` or `intelligence` where only holders of that grant may read the note."""
        return self.reserved

    def speaker(self) -> Id:
        """Whose own words these are: as recorded, else the one young person the note is about."""
        about = [each.subject for each in self.concerns if each.role == ABOUT]
        return self.own_words_of or (about[0] if len(about) == 1 else NO_ID)

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """Nobody twice in the same role, and own words belong to somebody the note concerns."""
        found = super().problems(practice, now)
        who = [each.subject for each in self.concerns]
        if len(set(who)) < len(who):
            found["concerns"] = "Name each person once, in one role."
        if self.own_words.strip() and not self.speaker():
            found["own_words_of"] = "Say whose words these are."
        elif self.own_words_of and self.own_words_of not in who:
            found["own_words_of"] = "The words must be those of somebody this note concerns."
        return found

    def file_problems(self, file: "CaseFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """A note about somebody can't be from before they were born."""
        born = file.subject.date_of_birth
        if born and moments.latest(self.happened_at) < moments.earliest(born):
            return {"happened_at": f"When it happened must be after {file.subject.name} was born."}
        return {}
