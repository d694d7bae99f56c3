"""Boards' own instruments are kept as their files said them, for ever, and in the order in which they came."""

import peewee as pw
import pytest

from rise_desk.domain.moments import Moment
from rise_desk.services import upkeep
from rise_desk.services.desk import Desk
from rise_desk.storage import instruments
from rise_desk.storage.instruments import Kept

AT = Moment("2026-11-21T10:00:00.000+00:00")
LATER = Moment("2026-11-22T10:00:00.000+00:00")


def test_a_new_store_has_none(desk: Desk) -> None:
    assert instruments.every(desk.store.vault) == ()
    assert instruments.text_of(desk.store.vault, "leeds_cse/1") is None


def test_they_come_in_the_order_in_which_they_were_added(desk: Desk) -> None:
    vault = desk.store.vault
    for key, at in (("leeds_cse/2", LATER), ("leeds_cse/1", AT), ("derby_cse/1", LATER)):
        instruments.add(vault, key, f"The text of {key}.\n", "Lena Osei", at)
    assert [each.key for each in instruments.every(vault)] == ["leeds_cse/1", "derby_cse/1", "leeds_cse/2"]
    assert instruments.every(vault)[0] == Kept(key="leeds_cse/1", added_by="Lena Osei", added_at=AT)
    assert instruments.text_of(vault, "leeds_cse/2") == "The text of leeds_cse/2.\n"
    assert upkeep.check(desk) == []


def test_one_that_is_kept_is_never_written_over(desk: Desk) -> None:
    vault = desk.store.vault
    instruments.add(vault, "leeds_cse/1", "The first.", "Lena Osei", AT)
    with pytest.raises(pw.IntegrityError):
        instruments.add(vault, "leeds_cse/1", "Another.", "Mo Khan", LATER)
    assert instruments.text_of(vault, "leeds_cse/1") == "The first."
