"""What the form of a link asks: the two and how they are linked, then when, how sure, and who says so."""

from dataclasses import replace

from rise_desk.domain.link import Link
from rise_desk.domain.record import Id
from rise_desk.services import overview
from ui.desk import ScreenDesk
from ui.entry_choice import EntryChoice
from ui.records.question import ask
from ui.subject_fields import SubjectField
from ui.widgets.fields import Field, Kind, Section

FIRST, SECOND = "Who, or what", "With whom, or what"


def sections(screen: ScreenDesk) -> tuple[Section, ...]:
    """What the form asks."""
    return (
        Section(
            "The two, and how they are linked",
            (
                _subject(screen, "subject", FIRST),
                ask(Link, "link_type", whole=True, hint="Read from the first to the second"),
                _subject(screen, "other", SECOND),
                ask(Link, "detail", whole=True, hint="Such as: sister, first floor flat, weekends"),
            ),
        ),
        Section(
            "When, how sure, and who says so",
            (
                ask(Link, "since"),
                ask(Link, "until"),
                ask(Link, "confidence", Kind.RADIO, whole=True),
                ask(Link, "said_by", hint="A name, an agency, the young person"),
                ask(
                    Link,
                    "said_in",
                    Kind.OWN,
                    make=lambda _field, _around: EntryChoice(screen),
                    describe=lambda value, _around: "one of the file’s entries" if value else "",
                ),
                ask(Link, "note", rows=3),
            ),
        ),
    )


def _subject(screen: ScreenDesk, name: str, called: str) -> Field:
    asked = ask(
        Link,
        name,
        Kind.OWN,
        whole=True,
        make=lambda _field, _around: SubjectField(screen, called),
        describe=lambda value, _around: _name(screen, value),
    )
    return replace(asked, label=called)


def _name(screen: ScreenDesk, subject: Id) -> str:
    """Whom a field names, for telling what somebody else chose there."""
    return overview.names_of(screen.at, (subject,)).get(subject, "") if subject else ""
