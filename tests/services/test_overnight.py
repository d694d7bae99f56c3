"""Who came back overnight is told by their episodes: from where, how graded, for how long."""

import pytest

from rise_desk.domain import access
from rise_desk.domain.missing import Regrade
from rise_desk.errors import NotAllowed
from rise_desk.services import overnight
from rise_desk.services.desk import Desk
from tests import build


def test_an_episode_is_told_as_far_as_it_is_known(desk: Desk) -> None:
    person = build.young_person(desk)
    named = build.episode(
        desk,
        person.id,
        "2026-11-20T21:00+00:00",
        "2026-11-21T06:15+00:00",
        missing_from="childrens_home",
        missing_from_name="Beech House",
        grade="medium",
        regrades=(Regrade(grade="high"),),
    )
    sort = build.episode(
        desk, person.id, "2026-11-19T21:00+00:00", "2026-11-19T22:00+00:00", missing_from="childrens_home"
    )
    nothing = build.episode(desk, person.id, "2026-11-18T21:00+00:00", "2026-11-18T22:00+00:00")
    assert overnight.told(desk, [named.id, sort.id, nothing.id]) == {
        named.id: ("from children's home, Beech House, police grade high", 555),
        sort.id: ("from children's home, police grade not recorded", 60),
        nothing.id: ("police grade not recorded", 60),
    }


def test_who_may_not_read_lists_is_told_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(access.TABLE, access.Deed.LIST, {})
    with pytest.raises(NotAllowed):
        overnight.told(desk, [])
