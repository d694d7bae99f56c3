"""Things in the store: cards that follow every save, lists read in pages, merges, and what is due about them."""

from collections.abc import Iterable

import pytest

from rise_desk.domain import agenda, life
from rise_desk.domain.agenda import ThingRule
from rise_desk.domain.casefile import ThingFile
from rise_desk.domain.due import Due
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.place import Place
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Withdrawal
from rise_desk.domain.thing_card import SORTABLE, Wanted
from rise_desk.services import casework, upkeep
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import due, keys, ruling, thing_card
from tests import build


def named(desk: Desk, wanted: Wanted) -> list[str]:
    """The names of one page."""
    return [each.name for each in thing_card.page(desk.store.vault, wanted)]


def test_a_card_follows_links_and_entries(desk: Desk) -> None:
    child, place = build.young_person(desk), build.place(desk, lines="4 High Street", place_type="shop_or_garage")
    (card,) = thing_card.page(desk.store.vault, Wanted())
    assert (card.subject, card.kind, card.sort, card.detail, card.links, card.last_entry) == (
        place.id, "place", "shop_or_garage", "4 High Street", 0, "",
    )  # fmt: skip
    link = build.link(desk, child, "seen_at", place, since="2026-11-03")
    card = thing_card.several(desk.store.vault, [place.id, child.id])[place.id]
    assert (card.links, card.last_entry) == (1, "2026-11-03")
    casework.withdraw(desk, link, "A mistake.")
    card = thing_card.several(desk.store.vault, [place.id])[place.id]
    assert (card.links, card.last_entry) == (0, "")
    assert upkeep.check(desk) == []


def test_a_link_that_moves_to_another_place_leaves_the_first(desk: Desk) -> None:
    child, one, other = build.young_person(desk), build.place(desk), build.place(desk, "Bell Inn")
    link = build.link(desk, child, "seen_at", one)
    casework.save(desk, link.changed(other=other.id))
    cards = thing_card.several(desk.store.vault, [one.id, other.id])
    assert (cards[one.id].links, cards[other.id].links) == (0, 1)
    assert upkeep.check(desk) == []


def test_a_list_is_read_in_pages_by_any_column_either_way(desk: Desk) -> None:
    for name in ("Bell", "Arcade", "Kebab Corner", "Deli", "Bell"):
        build.place(desk, name, place_type="pub_or_club" if name == "Bell" else "shop_or_garage")
    build.vehicle(desk)
    assert named(desk, Wanted(kind="place")) == ["Arcade", "Bell", "Bell", "Deli", "Kebab Corner"]
    assert named(desk, Wanted(kind="place", sort="pub_or_club")) == ["Bell", "Bell"]
    assert named(desk, Wanted(text="kebab")) == ["Kebab Corner"]
    assert thing_card.count(desk.store.vault, Wanted()) == 6
    for order in SORTABLE:
        for descending in (False, True):
            wanted = Wanted(order=order, descending=descending)
            whole = thing_card.page(desk.store.vault, wanted)
            found, asked = list(whole[:0]), Wanted(order=order, descending=descending, limit=2)
            while page := thing_card.page(desk.store.vault, asked):
                found += page
                asked = asked.following(page[-1])
            assert found == whole
            assert len(whole) == 6
            values = [getattr(each, order) for each in whole]
            assert values == sorted(values, reverse=descending)


def test_what_was_withdrawn_or_merged_has_no_card_and_its_links_are_the_others(desk: Desk) -> None:
    child, one, other = build.young_person(desk), build.place(desk), build.place(desk, "Kebab Korner")
    build.link(desk, child, "seen_at", other, since="2026-11-03")
    casework.save(desk, other.changed(merged_into=one.id))
    (card,) = thing_card.page(desk.store.vault, Wanted())
    assert (card.subject, card.links, card.last_entry) == (one.id, 1, "2026-11-03")
    assert desk.store.thing_ids(one.id) == (one.id, other.id)
    assert [each.KIND for each in desk.store.thing_file(one).records] == ["link"]
    assert upkeep.check(desk) == []
    build.link(desk, child, "works_at", other, since="2026-11-05")
    assert thing_card.several(desk.store.vault, [one.id])[one.id].links == 2
    casework.withdraw(desk, build.phone(desk), "Typed twice.")
    assert thing_card.count(desk.store.vault, Wanted(kind="handle")) == 0
    assert upkeep.check(desk) == []


def test_a_spoilt_card_is_named(desk: Desk) -> None:
    build.place(desk)
    desk.store.vault.sql("UPDATE thing_card SET name = 'X'")
    assert desk.store.problems(desk.ruled) == ["thing card: 1 too many, 1 missing"]


def test_a_thing_file_holds_what_is_asked_for(desk: Desk) -> None:
    child, place = build.young_person(desk), build.place(desk)
    build.link(desk, child, "seen_at", place)
    build.disruption(desk, place, protects=(child,), agreed_on="2026-11-01")
    assert {each.KIND for each in desk.store.thing_file(place).records} == {"link", "disruption_action"}
    assert [each.KIND for each in desk.store.thing_file(place, kinds=("link",)).records] == ["link"]
    assert desk.store.things([child.id, place.id]) == [place]
    assert desk.store.things([]) == []


def _lines(file: ThingFile, _practice: Practice) -> Iterable[Due]:
    for each in file.of(Link):
        yield Due(rule="seen", what="Look", subject=file.subject.id, record=each.id, since="", by="2026-11-22")


def test_rules_over_things_make_lines_that_come_and_go(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda, "THING_RULES", (ThingRule(name="seen", reads=("link",), lines=_lines),))
    child, place = build.young_person(desk), build.place(desk)
    link = build.link(desk, child, "seen_at", place)
    assert [each.record for each in due.lines(desk.store.vault, (place.id,))] == [link.id]
    assert upkeep.check(desk) == []
    desk.store.vault.sql("DELETE FROM due WHERE subject = ?", (place.id,))
    with desk.store.vault.atomic():
        ruling.renew(desk.store, desk.ruled)
    assert upkeep.check(desk) == []
    casework.save(desk, place.changed(withdrawn=Withdrawal(why="Never was.")))
    assert due.lines(desk.store.vault, (place.id,)) == []


def test_a_thing_is_known_by_its_marks_however_they_are_written(desk: Desk) -> None:
    place = build.place(desk, lines="4 High St.", postcode="nn1 4ab", other_names=(life.Alias(name="The Corner"),))
    car, phone = build.vehicle(desk, "ab12cde"), build.phone(desk, "+44 7700 900123")
    for sort, text, found in (
        (keys.NAME, "kebab  CORNER", place),
        (keys.NAME, "the corner", place),
        (keys.ADDRESS, "4 high st NN1 4AB", place),
        (keys.POSTCODE, "NN14AB", place),
        (keys.PLATE, "AB12 CDE", car),
        (keys.PHONE, "07700 900123", phone),
    ):
        assert keys.find(desk.store.vault, sort, keys.normal(sort, text)) == [found.id]


def test_what_is_only_mentioned_is_known_by_a_key_of_its_own(desk: Desk) -> None:
    child = build.young_person(desk)
    from rise_desk.domain.mention import Mention

    car = Mention(name="AB12 CDE", sort="vehicle")
    made = build.episode(desk, child.id, "2026-11-18T20:00+00:00", "2026-11-19T07:00+00:00", found_with=(car,))
    assert keys.find(desk.store.vault, *keys.said("vehicle", "ab12cde")) == [made.id]
    assert keys.find(desk.store.vault, keys.PLATE, "AB12CDE") == []
    assert keys.said("", "Daz") == ("said name", "daz")
    assert keys.said("phone", "07700 900123") == ("said phone", "07700900123")


def test_a_link_names_somebody_on_file(desk: Desk) -> None:
    from rise_desk.errors import Invalid

    child = build.young_person(desk)
    nobody = Place(id=Id(77), place_name="Nowhere")
    with pytest.raises(Invalid, match="has no file"):
        build.link(desk, child, "seen_at", nobody)
    place = build.place(desk)
    build.link(desk, child, "lives_at", place, since="2026-11-01")
    with pytest.raises(Invalid, match="already linked"):
        build.link(desk, child, "lives_at", place, since="2026-11-01")


def test_history_keeps_the_earlier_state_of_a_thing(desk: Desk) -> None:
    from rise_desk.services import overview

    place = build.place(desk)
    changed = casework.save(desk, place.changed(place_name="Bell", photo_on=Moment("2026-11-01")))
    assert [each.name for each in overview.earlier_states(desk, changed) if isinstance(each, Place)] == ["Kebab Corner"]
