"""A notice on paper: a sheet to serve, with room to sign, and behind it what officers check, which is never served.

Nothing on either says where the child lives, is placed or goes to school, whatever somebody typed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_grounds import Grounds
from rise_desk.domain.notice_lapse import S49, Lapse
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.reports import notice_words as words
from rise_desk.reports import withholding
from rise_desk.reports.blocks import (
    OFFICIAL_SENSITIVE,
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    NewPage,
    Note,
    Paragraph,
    WarningBox,
)
from rise_desk.reports.form_blocks import Blank, Blanks, Choices, Writing
from rise_desk.reports.led import tick
from rise_desk.reports.words import NOT_RECORDED, answered, joined, listed

WRITING_LINES = 3


@dataclass(frozen=True, kw_only=True)
class Served:
    """What a notice on paper tells: the notice and its two parties, how it stands ('withdrawn'), until when, and why.

    `state` is '' for one that is prepared or in force. `grounds`: what the laws say of the child on the day it was
    served or issued, or on the day it is printed.
    """

    notice: Notice
    child: Person
    adult: Person
    lapse: Lapse
    grounds: Grounds
    state: str = ""
    stands: tuple[str, ...] = ()


def build(of: Served, *, practice: Practice, now: datetime, printed_by: str, copy: str) -> Document:
    """A notice as a document: for the adult first, for the officers on a sheet of its own."""
    places = withholding.whereabouts(of.child)
    made = withholding.record_without(of.notice, places)
    issued = bool(made.in_force_from)
    law = practice.label("notice_law", made.law)
    return Document(
        title=words.TITLE,
        subject_line=law[:1].upper() + law[1:],
        right_lines=_right(made),
        marking=OFFICIAL_SENSITIVE if issued else f"{words.DRAFT} · {OFFICIAL_SENSITIVE}",
        footer=words.TITLE if issued else f"{words.TITLE}, draft",
        printed_by=printed_by,
        printed_at=moments.minute(now),
        copy=copy,
        dense=True,
        blocks=(*_to_serve(of, made, now), NewPage(), *_for_officers(of, made, practice, places)),
    )


def _right(made: Notice) -> tuple[str, ...]:
    if not made.in_force_from:
        return (words.DRAFT,)
    issued = f"Issued {moments.shown(made.issued_on)}" if made.issued_on else ""
    return tuple(each for each in (issued, made.police_ref and f"Police reference {made.police_ref}") if each)


def _to_serve(of: Served, made: Notice, now: datetime) -> Iterator[Block]:
    """What the adult reads and signs."""
    child = of.child
    if not made.in_force_from:
        yield WarningBox(text=words.NOT_TO_BE_SERVED)
    yield from (WarningBox(text=each) for each in (of.state, *of.stands) if each)
    yield Facts(
        facts=(
            Fact(label="To", value=_called(of.adult)),
            Fact(label="Born", value=moments.shown(of.adult.date_of_birth) or NOT_RECORDED),
            Fact(label="About", value=_called(child)),
            Fact(label="Born", value=_born(child, made.in_force_from or moments.minute(now))),
        )
    )
    yield Heading(text="What you are told")
    yield Paragraph(text=words.refused(made.law, child.name))
    yield Paragraph(text=words.offence(made.law))
    yield Heading(text="What it asks of you")
    yield Paragraph(text=_points(words.ASKS))
    yield Heading(text="What it means, and what it does not mean")
    yield Paragraph(text=_points((*words.MEANS, *words.MEANS_NOT)))
    yield Paragraph(text=_until(of.lapse, made.law))
    yield from _signed(made)


def _called(person: Person) -> str:
    """The name, and in what other name somebody may know them."""
    known = person.known_as if person.known_as and person.known_as not in person.name else ""
    return joined(person.name, known and f"known as {known}")


def _born(child: Person, at: Moment) -> str:
    day = moments.latest(at).astimezone(moments.LONDON).date()
    age = moments.age(child.date_of_birth, day)
    years = " or ".join(dict.fromkeys(map(str, age))) if age else ""
    return joined(moments.shown(child.date_of_birth) or NOT_RECORDED, years and f"aged {years}")


def _points(texts: Iterable[str]) -> str:
    return listed(f"• {each}" for each in texts)


def _until(lapse: Lapse, law: str) -> str:
    if not lapse.at:
        return words.UNTIL_NOT_KNOWN
    sooner = words.UNLESS_S49 if law == S49 else words.UNLESS_S2
    return f"It lapses on {moments.shown(lapse.at)}, {sooner}."


def _signed(made: Notice) -> Iterator[Block]:
    """Room for the adult, the officer and a witness to sign, and what was recorded where it was served."""
    yield Heading(text="Signed when it is served")
    yield Choices(
        label="The adult",
        options=tuple(tick(said, made.acknowledged == key) for key, said in words.ANSWERS.items()),
    )
    yield Writing(label="The age of the child the adult was told, and what they said", room=2, said=_said(made))
    at, where = moments.shown(made.served_at), made.served_where
    yield _line(("Served on, at", 1.5, at), ("where", 1.3, where), ("how", 1, made.served_how))
    yield _line(("The adult", 1.6, ""), ("signed", 1.6, ""), ("date, time", 1, ""))
    yield _line(("Officer, number", 1.6, made.served_by), ("signed", 1.6, ""), ("date, time", 1, ""))
    yield _line(("Witness", 1.6, ""), ("signed", 1.6, ""), ("date, time", 1, ""))


def _said(made: Notice) -> str:
    return joined(made.acknowledged_age, made.adult_said and f"“{made.adult_said}”", by=": ")


def _line(*fields: tuple[str, float, str]) -> Blanks:
    return Blanks(fields=tuple(Blank(label=label, share=share, value=value) for label, share, value in fields))


def _for_officers(of: Served, made: Notice, practice: Practice, places: tuple[str, ...]) -> Iterator[Block]:
    """What officers check before they serve it."""
    yield Heading(text="To be checked and signed by officers")
    yield WarningBox(text=words.OFFICERS_ONLY)
    yield Note(text="It holds nothing of where the child lives, is placed or goes to school. Ask the team.")
    yield Facts(facts=tuple(_facts(of, made, practice)))
    reasons = (of.grounds.s2.why, of.grounds.s49.why, *of.grounds.told, *of.grounds.asks)
    yield Heading(text="What it can be based on", aside="worked out from age and legal status; officers decide")
    yield Paragraph(text=_points(withholding.without(each, places) for each in reasons))
    yield Heading(text="Grounds")
    yield Paragraph(text=made.grounds) if made.grounds else Writing(label=words.BY_HAND, room=WRITING_LINES)
    yield Heading(text="Statement", aside=_stated(made))
    yield Paragraph(text=made.statement) if made.statement else Writing(label=words.BY_HAND, room=WRITING_LINES)
    yield Heading(text="Safety plan for the child while it is served")
    yield Paragraph(text=made.safety_plan) if made.safety_plan else WarningBox(text=words.NO_PLAN)
    yield Choices(label="Checked:", options=tuple(tick(each) for each in words.CHECKS))
    yield _line(("Parent or authority", 1.6, made.statement_of), ("signed", 1.6, ""), ("date", 0.8, ""))
    yield _line(("Authorised by", 1.6, made.authorised_by), ("signed", 1.6, ""), ("date", 0.8, ""))


def _stated(made: Notice) -> str:
    return joined(made.statement_of, moments.shown(made.statement_on))


def _facts(of: Served, made: Notice, practice: Practice) -> Iterator[Fact]:
    told: tuple[tuple[str, str], ...] = (
        ("Child", of.child.name),
        ("Child's file", of.child.file_number),
        ("Adult", of.adult.name),
        ("Adult's file", of.adult.file_number),
        ("Requested by", practice.label("agency", made.requested_by)),
        ("Authorised by", made.authorised_by),
        ("Issued", moments.shown(made.issued_on)),
        ("Police reference", made.police_ref),
        ("Statement signed", answered(made.signed_by_parent)),
        ("Copies to", made.copies_to),
        ("Lapses", joined(moments.shown(of.lapse.at), of.lapse.because)),
        ("Review", moments.shown(made.review_on)),
    )
    return (Fact(label=label, value=value or NOT_RECORDED) for label, value in told)
