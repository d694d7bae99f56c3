"""The recovery key on paper: one sheet for each of two sealed envelopes."""

from rise_desk.domain.moments import Moment
from rise_desk.reports.blocks import Document, Fact, Facts, Heading, Note, Paragraph, Table


def build(key: str, *, records: str, printed_by: str, now: Moment) -> Document:
    """The sheet for this key; `records` is what the folder it opens is called."""
    groups = tuple((str(place), group) for place, group in enumerate(key.split("-"), start=1))
    return Document(
        title="Recovery key",
        subject_line=f"For the records in the folder “{records}”",
        footer="Recovery key: keep in a sealed envelope, in a safe place",
        printed_by=printed_by,
        printed_at=now,
        copy="",
        blocks=(
            Heading(text="The key"),
            Table(columns=("Group", "Letters and digits"), rows=groups),
            Paragraph(
                text="With this key a supervisor who has forgotten the password gets back in. It opens every record, "
                "so whoever holds this sheet holds them all. Without it, forgotten passwords mean that the records "
                "are lost."
            ),
            Heading(text="What to do with it"),
            Paragraph(text="1. Check it against the screen, letter by letter."),
            Paragraph(text="2. Print or write it twice. Seal each in an envelope and sign across the flap."),
            Paragraph(text="3. Keep the two in different places that are locked. Never photograph or scan this sheet."),
            Paragraph(text="4. When it is used, a new key takes its place: destroy both sheets and print the new one."),
            Facts(facts=(Fact(label="Sealed by", value="…" * 12), Fact(label="Date", value="…" * 8))),
            Note(text="To use it: open RISE Desk, choose ‘Use the recovery key’, and type it in."),
        ),
    )
