"""The log of information reports: everybody's, whether each was sent, for how long it waits, and what came of it.

Who may not open somebody's file reads of no report about them; it is not even counted.
"""

from dataclasses import replace

from rise_desk.domain import names
from rise_desk.domain.access import Deed
from rise_desk.domain.information import InformationReport
from rise_desk.domain.record import Id
from rise_desk.domain.reporting import Wanted
from rise_desk.services import information, merged, restricted, subjects
from rise_desk.services.desk import Desk
from rise_desk.services.information import Listed
from rise_desk.storage import reported

CALLED_SO = 50
"""How many people, and how many things, of a name are looked for among those the reports are about."""


def page(desk: Desk, wanted: Wanted) -> list[Listed]:
    """The next reports of the list; where fewer come than its limit, there are no more."""
    desk.demand(Deed.LIST)
    about, found, asked = _about(desk, wanted.text), list[Listed](), wanted
    while len(found) < wanted.limit:
        ids = reported.page(desk.store.vault, asked, about)
        known = {each.id: each for each in desk.store.several(InformationReport, ids)}
        found += information.listed(desk, [known[each] for each in ids])
        if len(ids) < asked.limit:
            break
        asked = replace(asked, after=ids[-1])
    return found[: wanted.limit]


def how_many(desk: Desk, wanted: Wanted) -> int:
    """How many reports the whole list has for this reader."""
    desk.demand(Deed.LIST)
    about = _about(desk, wanted.text)
    unlisted = reported.about_unlisted(desk.store.vault, wanted, about)
    shut = restricted.closed(desk, {person for _report, person in unlisted}) if unlisted else frozenset[Id]()
    hidden = {report for report, person in unlisted if person in shut}
    return reported.count(desk.store.vault, wanted, about) - len(hidden)


def _about(desk: Desk, text: str) -> tuple[Id, ...]:
    """The files of everybody and everything called so, those that were merged into one among them."""
    if not names.fold(text):
        return ()
    heads = [each.subject for each in subjects.found(desk, text, CALLED_SO)]
    return tuple(dict.fromkeys(number for each in heads for number in merged.ids_of(desk, each)))
