"""Places, vehicles, phones and names online: their lists, one whole, and nothing of a restricted person in either."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from rise_desk.domain.chronology import Sieve
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id
from rise_desk.domain.thing import Thing
from rise_desk.domain.thing_card import Wanted
from rise_desk.errors import Invalid, NotFound
from rise_desk.services import casework, photos, restricted, things
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build


def _restrict(desk: Desk, person: Person) -> None:
    with desk.writing() as work:
        work.put(person.changed(restricted=True), person)


def _listed(desk: Desk, **wanted: Any) -> list[str]:
    return [each.name for each in things.page(desk, Wanted(**wanted))]


@pytest.fixture
def corner(desk: Desk) -> Place:
    """A place on file."""
    return build.place(desk, place_type="takeaway_or_restaurant", lines="12 High Street")


def test_a_list_has_things_of_every_kind_and_narrows_to_one(desk: Desk, corner: Place) -> None:
    build.vehicle(desk)
    build.phone(desk)
    assert _listed(desk) == ["07700 900123", "AB12 CDE", "Kebab Corner"]
    assert _listed(desk, kind="vehicle") == ["AB12 CDE"]
    assert _listed(desk, sort="takeaway_or_restaurant") == ["Kebab Corner"]
    assert _listed(desk, text="high str") == ["Kebab Corner"]
    assert things.how_many(desk, Wanted(kind="place")) == 1
    assert things.how_many(desk, Wanted()) == 3


def test_opening_a_thing_is_written_down_and_reading_on_is_not(desk: Desk, corner: Place) -> None:
    before = audit.last(desk.store.vault)[0]
    assert things.thing(desk, corner.id) == corner
    assert audit.last(desk.store.vault)[0] == before
    assert things.open_thing(desk, corner.id) == corner
    row = audit.entries(desk.store.vault)[0]
    assert (row["deed"], row["kind"], row["record"]) == ("file opened", "place", corner.id)


def test_one_merged_into_another_is_read_there(desk: Desk, corner: Place) -> None:
    other = build.place(desk, "Kebab Korner")
    casework.save(desk, other.changed(merged_into=corner.id))
    assert things.thing(desk, other.id) == corner
    assert _listed(desk) == ["Kebab Corner"]


def test_a_person_is_no_thing(desk: Desk, corner: Place) -> None:
    child = build.young_person(desk)
    with pytest.raises(NotFound, match="place or thing"):
        things.open_thing(desk, child.id)
    assert things.is_thing(desk, corner.id)
    assert not things.is_thing(desk, child.id)
    assert not things.is_thing(desk, Id(4))


def test_the_file_of_a_thing_holds_what_concerns_it(desk: Desk, corner: Place) -> None:
    child = build.young_person(desk)
    seen = build.link(desk, child, "seen_at", corner, since="2026-11-01")
    visit = build.disruption(desk, corner, protects=(child,))
    assert set(things.file(desk, corner.id).records) == {seen, visit}
    assert {each.record for each in things.chronology(desk, corner.id)} == {seen, visit}
    assert [each.record for each in things.chronology(desk, corner.id, Sieve(kinds=("link",)))] == [seen]


def test_a_chronology_is_read_a_page_at_a_time_past_what_is_kept_back(desk: Desk, corner: Place) -> None:
    child, hidden = build.young_person(desk), build.young_person(desk, "Jade", "Whitlock")
    days = [build.link(desk, child, "seen_at", corner, since=f"2026-11-0{day}") for day in (1, 2, 3)]
    build.link(desk, hidden, "seen_at", corner, since="2026-11-05")
    _restrict(desk, hidden)
    first = things.chronology(desk, corner.id, limit=2)
    assert [each.record for each in first] == [days[2], days[1]]
    assert [each.record for each in things.chronology(desk, corner.id, after=first[-1].line, limit=2)] == [days[0]]


def test_nothing_of_a_restricted_person_is_in_a_things_file_or_its_figures(desk: Desk, corner: Place) -> None:
    child, hidden = build.young_person(desk), build.young_person(desk, "Jade", "Whitlock")
    seen = build.link(desk, child, "seen_at", corner, since="2026-11-01")
    build.link(desk, hidden, "seen_at", corner, since="2026-11-09")
    build.disruption(desk, corner, protects=(child, hidden), agreed_on="2026-11-10")
    _restrict(desk, hidden)
    assert things.file(desk, corner.id).records == (seen,)
    (card,) = things.page(desk, Wanted())
    assert (card.links, card.last_entry) == (1, "2026-11-01")
    assert not [each for each in desk.store.problems(desk.ruled) if "thing card" in each]
    assert restricted.closed(desk, [child.id, hidden.id, corner.id]) == {hidden.id}


def test_one_entry_about_a_thing_is_read_by_its_number(desk: Desk, corner: Place) -> None:
    child, hidden = build.young_person(desk), build.young_person(desk, "Jade", "Whitlock")
    seen, closed = (build.link(desk, each, "seen_at", corner) for each in (child, hidden))
    other = build.link(desk, child, "uses", build.phone(desk))
    _restrict(desk, hidden)
    assert things.entry(desk, corner.id, seen.id).record == seen
    for record in (closed.id, other.id, Id(7)):
        with pytest.raises(NotFound, match="not about this"):
            things.entry(desk, corner.id, record)


def test_a_thing_has_a_photo_of_its_own(desk: Desk, corner: Place, tmp_path: Path) -> None:
    picture = tmp_path / "front.jpg"
    Image.new("RGB", (40, 30), "navy").save(picture, "JPEG")
    shown: Thing = photos.add(desk, corner, picture)
    assert photos.of(desk, shown).startswith(b"\xff\xd8")
    assert photos.of(desk, build.place(desk, "Car park")) == b""


def test_nobody_elses_photo_becomes_a_things(desk: Desk, corner: Place, tmp_path: Path) -> None:
    picture = tmp_path / "face.jpg"
    Image.new("RGB", (40, 30), "navy").save(picture, "JPEG")
    child = photos.add(desk, build.young_person(desk), picture)
    with pytest.raises(Invalid, match="added from a picture file"):
        casework.save(desk, corner.changed(photo=child.photo))
