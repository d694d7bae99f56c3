"""A link in a chronology on the screen: harm is told as alleged, and a link that nobody dated says so."""

import pytest

from rise_desk.services import overview
from rise_desk.services.desk import Desk
from tests import build
from ui.records import link
from ui.records.shown import Reading


@pytest.mark.parametrize(
    ("link_type", "text"), [("groomed", "alleged · probable"), ("friend_or_associate", "probable")]
)
def test_harm_is_told_as_alleged(desk: Desk, link_type: str, text: str) -> None:
    child, man = build.young_person(desk), build.adult(desk)
    made = build.link(desk, man, link_type, child, confidence="probable")
    names = {child.id: "Maisie", man.id: "Darren"}
    reading = Reading(subject=child.id, names=names, practice=desk.practice, now=desk.now())
    entry = link.entry(overview.entry(desk, child.id, made.id), reading)
    assert entry.text == text
    assert entry.by == "Lena Osei · its own day is not recorded"


def test_one_with_a_day_stands_there(desk: Desk) -> None:
    child, man = build.young_person(desk), build.adult(desk)
    made = build.link(desk, man, "exploited", child, since="2026-05-02", said_by="Ana")
    reading = Reading(subject=child.id, names={}, practice=desk.practice, now=desk.now())
    entry = link.entry(overview.entry(desk, child.id, made.id), reading)
    assert entry.text == "alleged · confidence not recorded · since 2 May 2026 · Ana"
    assert "its own day" not in entry.by
