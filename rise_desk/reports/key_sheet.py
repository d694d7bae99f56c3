"""The keys of the program on one page, to lie beside the keyboard; it holds nothing of any file, so it is unmarked."""

from collections.abc import Sequence

from rise_desk.domain.moments import Moment
from rise_desk.reports.blocks import UNMARKED, Document, Fact, Listing


def build(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], *, version: str, now: Moment) -> Document:
    """The sheet of these groups; each is a title and its keys with what they do."""
    listed = tuple((title, tuple(Fact(label=pressed, value=what) for pressed, what in keys)) for title, keys in groups)
    return Document(
        title="RISE Desk: keys",
        subject_line="Ctrl+/ lists the keys of the screen you are on. F1 opens its help.",
        marking=UNMARKED,
        footer=f"RISE Desk {version}, keys",
        printed_by="",
        printed_at=now,
        copy="",
        blocks=(Listing(groups=listed),),
    )
