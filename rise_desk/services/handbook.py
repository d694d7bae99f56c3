"""The handbook: the pages of help that come with the program. It needs no desk and no network."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rise_desk import __version__, places
from rise_desk.domain import names
from rise_desk.errors import NotFound

HELP = "help"
CONTENTS: Mapping[str, tuple[str, ...]] = {
    "Begin": ("start", "help", "search", "finding", "keys"),
    "Every day": (
        "today",
        "meeting",
        "known",
        "people",
        "adults",
        "things",
        "thing",
        "withdraw-thing",
        "case",
        "chronology",
        "case-missing",
        "links",
        "network",
        "notices",
        "notices-after",
        "disruption",
        "details",
        "entry",
        "undo",
        "history",
    ),
    "Writing": (
        "note",
        "missing",
        "interview-steps",
        "return-interview",
        "naming",
        "action",
        "questions",
        "assessment",
        "band",
        "sign-off",
        "checklist",
        "person",
        "same-person",
        "forms",
        "lists",
    ),
    "Paper and files": (
        "summary",
        "missing-pack",
        "information",
        "paper-forms",
        "print",
        "save-pdf",
        "import",
        "import-missing",
        "import-around",
        "export",
    ),
    "Your desk": ("settings", "password", "lock", "sign-in"),
    "For supervisors": ("first-start", "set-up", "accounts", "wording", "audit", "backups", "recovery-key"),
    "To look up": ("glossary", "promises", "trouble", "about"),
}
"""Every page of help by the part it stands in, in the order in which somebody would read them."""

_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_SIGNS = re.compile(r"^\s*(?:#+|-|\d+\.)\s+|[*`]", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class HelpPage:
    """One page of help: the name that links use, its title, and its text in Markdown."""

    name: str
    title: str
    text: str

    @property
    def plain(self) -> str:
        """The words of the page alone."""
        return _SIGNS.sub("", _LINK.sub(r"\1", self.text))

    @property
    def links(self) -> tuple[str, ...]:
        """Where the page leads, as `case.md` or `glossary.md#key-worker`."""
        return tuple(target for _words, target in _LINK.findall(self.text))


@cache
def page(name: str) -> HelpPage:
    """One page of help by its name; `NotFound` where there is none."""
    if f"{name}.md" not in places.resource_names(HELP):
        raise NotFound("There is no such page of help.")
    text = places.resource_text(HELP, f"{name}.md").replace("{version}", __version__)
    return HelpPage(name=name, title=text.splitlines()[0].removeprefix("# "), text=text)


def every_page() -> tuple[HelpPage, ...]:
    """All pages, in the order of the contents."""
    return tuple(page(name) for part in CONTENTS.values() for name in part)


def found(words: str) -> tuple[HelpPage, ...]:
    """The pages that hold every one of these words, or part of it; all pages where nothing is asked."""
    wanted = names.fold(words).split()
    return tuple(each for each in every_page() if all(word in _folded(each.name) for word in wanted))


@cache
def _folded(name: str) -> str:
    return names.fold(page(name).plain)


def anchor(heading: str) -> str:
    """The name by which a link finds a heading: 'Key worker' is `key-worker`."""
    return names.fold(heading).replace(" ", "-")


def anchors(each: HelpPage) -> frozenset[str]:
    """Every heading of a page that can be linked to."""
    return frozenset(anchor(line.lstrip("# ")) for line in each.text.splitlines() if line.startswith("#"))
