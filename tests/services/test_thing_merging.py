"""Merging things: what may be the same is offered and never decided, nothing is lost, and it can be undone."""

import pytest

from rise_desk.domain import life, thing_joining
from rise_desk.domain.handle import Handle
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id, Withdrawal
from rise_desk.domain.staff import Role
from rise_desk.domain.vehicle import Vehicle
from rise_desk.errors import Conflict, Invalid, NotAllowed
from rise_desk.services import casework, merged, thing_merging, undoing, upkeep
from rise_desk.services.desk import Desk
from tests import build


def test_two_read_as_one_and_what_differs_is_told() -> None:
    one = Place(place_name="Kebab Corner", lines="4 High Street", outside_county=False)
    other = Place(place_name="The Corner", lines="6 High Street", postcode="NN1 4AB", outside_county=True,
                  source="police", other_names=(life.Alias(name="kebab corner"), life.Alias(name="KC")))  # fmt: skip
    whole = thing_joining.joined(one, (other,))
    assert (whole.name, whole.lines, whole.postcode, whole.outside_county) == (
        "Kebab Corner", "4 High Street", "NN1 4AB", False,
    )  # fmt: skip
    assert [(each.name, each.basis) for each in whole.other_names] == [("The Corner", "police"), ("KC", "")]
    assert [(each.label, each.other) for each in thing_joining.differences(one, other)] == [
        ("Name of the place", "The Corner"), ("Address", "6 High Street"), ("Outside the county", True),
    ]  # fmt: skip
    assert thing_joining.joined(Vehicle(plate="AB12"), (Vehicle(colour="red"),)).colour == "red"


@pytest.mark.parametrize(
    ("known", "typed", "why"),
    [
        (Vehicle(plate="AB12 CDE"), Vehicle(plate="ab12cde"), "the same plate"),
        (Handle(value="07700 900123"), Handle(value="+44 7700 900123"), "the same number"),
        (Handle(value="@Daz", handle_sort="handle"), Handle(value="daz", handle_sort="handle"), "the same name online"),
        (Place(place_name="Bell", lines="1 Mill Rd"), Place(place_name="Inn", lines="1 mill rd."), "the same address"),
        (Place(place_name="The Bell"), Place(place_name="the bell"), "the same name"),
    ],
)
def test_what_may_be_the_same_is_offered_with_why(
    desk: Desk, known: Place | Vehicle | Handle, typed: Place | Vehicle | Handle, why: str
) -> None:
    held = casework.save(desk, known.changed(id=desk.clock.new_id()))
    (found,) = thing_merging.likely(desk, typed)
    assert (found.card.subject, found.why) == (held.id, why)
    assert thing_merging.likely(desk, held) == ()


def test_another_sort_and_another_name_are_not_offered(desk: Desk) -> None:
    build.place(desk, "Bell", postcode="NN1 4AB")
    build.young_person(desk, "Bell", "")
    assert thing_merging.likely(desk, Handle(value="Bell", handle_sort="handle")) == ()
    assert thing_merging.likely(desk, Place(place_name="Arcade", postcode="NN1 4AB")) == ()


def test_merged_it_reads_as_one_and_can_be_separated(desk: Desk) -> None:
    main, other, third = (build.place(desk, name) for name in ("Bell", "The Bell", "Bell Inn"))
    thing_merging.merge(desk, other, third, "One sign over the door.")
    assert thing_merging.preview(desk, main, other).joined.name == "Bell"
    thing_merging.merge(desk, main, other, "The same pub.")
    assert merged.head_of(desk, (other.id, third.id)) == {other.id: main.id, third.id: main.id}
    whole = thing_merging.whole(desk, main)
    assert isinstance(whole, Place)
    assert {each.name for each in whole.other_names} == {"The Bell", "Bell Inn"}
    held = next(each for each in thing_merging.joined_to(desk, main) if each.id == other.id)
    assert thing_merging.separate(desk, held, "Two pubs after all.").merged_into == 0
    said = desk.store.vault.sql("SELECT deed, reason FROM audit WHERE record = ? ORDER BY seq", (other.id,))
    assert said[1:] == [("files merged", "The same pub."), ("files separated", "Two pubs after all.")]
    assert upkeep.check(desk) == []


def test_each_reason_against_is_one_sentence(desk: Desk) -> None:
    main, other, car = build.place(desk, "Bell"), build.place(desk, "The Bell"), build.vehicle(desk)
    with pytest.raises(Invalid, match="same sort"):
        thing_merging.merge(desk, main, car, "x")
    with pytest.raises(Invalid, match="same record already"):
        thing_merging.merge(desk, main, main, "x")
    with pytest.raises(Invalid, match="why these are the same"):
        thing_merging.merge(desk, main, other, " ")
    with pytest.raises(Invalid, match="is not merged"):
        thing_merging.separate(desk, other, "x")
    thing_merging.merge(desk, main, other, "x")
    (held,) = thing_merging.joined_to(desk, main)
    with pytest.raises(Invalid, match="why these are not the same"):
        thing_merging.separate(desk, held, "")
    with pytest.raises(Invalid, match="The Bell was merged into another place itself"):
        casework.save(desk, build.place(desk, "Third").changed(merged_into=other.id))
    with pytest.raises(Invalid, match=r"Other records are merged into Bell\. Separate them first\."):
        casework.withdraw(desk, main, "x")
    with pytest.raises(Invalid, match="There is no such place to merge into"):
        casework.save(desk, build.place(desk, "Fourth").changed(merged_into=Id(5)))
    gone = casework.save(desk, build.place(desk, "Gone").changed(withdrawn=Withdrawal(why="x")))
    with pytest.raises(Invalid, match="Gone was withdrawn, and a withdrawn place can't be merged"):
        thing_merging.merge(desk, gone, build.place(desk, "Fifth"), "x")


def test_only_a_manager_or_supervisor_merges(desk: Desk) -> None:
    main, other = build.place(desk, "Bell"), build.place(desk, "The Bell")
    worker = build.colleague(desk, "Jo Bright", Role.WORKER)
    with pytest.raises(NotAllowed):
        thing_merging.merge(worker, main, other, "x")


def test_what_an_act_made_is_not_taken_back_once_something_was_recorded_about_it(desk: Desk) -> None:
    child = build.young_person(desk)
    told: list[Id] = []
    desk.listeners.append(lambda said: told.append(said.act))
    build.link(desk, child, "seen_at", build.place(desk))
    (made, *_later) = told
    with pytest.raises(Conflict, match="recorded something about Kebab Corner since"):
        undoing.undo(desk, made)
