"""Language: where a note's words lay blame on a child, another wording is offered (practice: Language).

A nudge never blocks, never scores the writer, and never touches a quotation: what was said stands.
"""

import re
from dataclasses import dataclass
from itertools import takewhile


@dataclass(frozen=True, kw_only=True)
class Nudge:
    """One place in a text: where its words start and end, the words, and what could be written instead."""

    start: int
    end: int
    words: str
    offer: str


_SELF = r"(?:(?:her|him|my|your|them|it)sel(?:f|ves)|themsel(?:f|ves)|yoursel(?:f|ves)|ourselves)"
_SITUATION = r"(?:(?:more|further|serious|significant|increased|high|higher|great|greater) )?"

_MAKES = "ma(?:ke|kes|king|de)"
_WILL_NOT = "(?:(?:will|would|does|did) not|(?:wo|would|does|did)n['’]t)"

_OFFERS: tuple[tuple[str, str], ...] = (
    (
        rf"(?:put|puts|putting|plac(?:e|es|ed|ing)) {_SELF} (?:at|in) {_SITUATION}risk",
        "may have been groomed; what makes her less safe",
    ),
    (r"sexually active with", "has been abused by; reports abuse"),
    (
        r"in a (?:sexual )?relationship with|(?:older )?(?:boyfriend|boy-friend|boy friend)s?",
        "if this is an adult: a person exploiting or controlling the child",
    ),
    (
        rf"lifestyle choices?|street(?:-| )?wise|poor choices|{_MAKES} (?:\w+ )?(?:poor|bad) (?:\w+ )?choices?",
        "has few choices; is being coerced",
    ),
    (
        r"promiscu(?:ous|ously|ousness|ity)|child prostitut(?:e|es|ion)",
        "sexually exploited child",
    ),
    (
        r"(?:run|runs|ran|running)(?:-| )away(?: again)?|runaways?|abscond(?:s|ed|ing|er|ers)?",
        "went missing (n episodes)",
    ),
    (
        rf"(?:{_WILL_NOT}|refus(?:e|es|ed|ing|al) to) engage|(?:is|was|are|were) not engaging",
        "we have not yet found a way to work with",
    ),
    (
        r"(?:involved|involvement) (?:in|with) (?:cse|child sexual exploitation)|gang(?:-| )members?",
        "victim of exploitation; being exploited by a group",
    ),
    (r"drugs?(?:-| )runners?|money(?:-| )mules?", "exploited to carry drugs or money"),
)
"""The table of practice: words that lay blame, in the forms people write, and what is offered instead."""

_NUDGES = tuple(
    (re.compile(rf"(?<!\w)(?:{words.replace(' ', chr(92) + 's+')})(?!\w)", re.IGNORECASE), offer)
    for words, offer in _OFFERS
)

_QUOTATION = re.compile(
    '"[^"\n]*(?:"|$)'
    "|“[^”\n]*(?:”|$)"
    "|«[^»\n]*(?:»|$)"
    r"|(?<!\w)‘(?=\S)[^\n]{1,2000}?(?<=\S)’(?!\w)"
    r"|(?<!\w)'(?=\S)[^\n]{1,2000}?(?<=\S)'(?!\w)",
    re.MULTILINE,
)
"""What somebody is quoted as saying; a double quotation that is never closed runs to the end of its line."""


def nudges(text: str) -> tuple[Nudge, ...]:
    """Every place outside a quotation where another wording could be offered, in the order of the text."""
    quoted = [each.span() for each in _QUOTATION.finditer(text)]
    found = [
        Nudge(start=each.start(), end=each.end(), words=each.group(), offer=offer)
        for pattern, offer in _NUDGES
        for each in pattern.finditer(text)
    ]
    return tuple(sorted((each for each in found if not _touches(each, quoted)), key=lambda each: each.start))


def _touches(nudge: Nudge, quoted: list[tuple[int, int]]) -> bool:
    return any(end > nudge.start for _, end in takewhile(lambda span: span[0] < nudge.end, quoted))
