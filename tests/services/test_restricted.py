"""Who may read what: restricted files, grants for health, and accounts that were suspended."""

import pytest

from rise_desk.domain import access, life
from rise_desk.domain.agenda import NOT_RULED
from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.merging import Whole
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.errors import Invalid, NotAllowed, NotFound
from rise_desk.services import (
    accounts,
    casework,
    changes,
    due_lines,
    finding,
    information,
    linking,
    merging,
    network,
    overview,
    references,
    signing_in,
    subjects,
    unfinished,
    upkeep,
)
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import ends, lists
from rise_desk.storage import audit
from rise_desk.storage.indexes import card, keys
from rise_desk.storage.record_rows import PersonRow
from tests import build


def _deeds(desk: Desk) -> list[str]:
    return [row["deed"] for row in audit.entries(desk.store.vault)]


def test_nobody_restricts_a_file_before_its_screens_exist(desk: Desk) -> None:
    with pytest.raises(Invalid, match="in this version yet"):
        build.young_person(desk, restricted=True)


def test_a_file_that_begins_restricted_has_no_card(desk: Desk) -> None:
    vault, number = desk.store.vault, desk.clock.new_id()
    begun = Person(id=number, given_name="Jade", roles=(life.DatedRole(role="at_risk"),))
    card.begin(vault, Whole(main=begun.changed(restricted=True)), NOT_RULED)
    assert card.get(vault, number) is None
    card.begin(vault, Whole(main=begun), NOT_RULED)
    assert card.get(vault, number) is not None


def test_a_restricted_file_is_closed_to_everybody_here(desk: Desk) -> None:
    hidden = build.young_person(desk, "Jade", "Whitlock")
    build.note(desk, hidden.id, text="zebra")
    vault = desk.store.vault
    vault.do(PersonRow.update(restricted=True).where(PersonRow.id == hidden.id))
    card.write(vault, Whole(main=hidden.changed(restricted=True)), NOT_RULED)
    keys.write(vault, hidden.changed(restricted=True), hidden)
    assert finding.find(desk, "whitlock").hits == ()
    assert finding.find(desk, "zebra").hits == ()
    assert keys.find(vault, keys.FILE, hidden.file_number) == []
    assert overview.names_of(desk, [hidden.id]) == {hidden.id: "Somebody whose file is restricted"}
    for deed in (
        lambda: overview.open_file(desk, hidden.id),
        lambda: build.note(desk, hidden.id),
        lambda: casework.save(desk, desk.store.get(Person, hidden.id).changed(known_as="x")),
    ):
        with pytest.raises(NotAllowed, match="restricted to named people"):
            deed()
    assert _deeds(desk).count("refused") == 3


def test_what_joins_a_file_to_a_restricted_one_is_in_no_other_file(desk: Desk) -> None:
    jade, pike = build.young_person(desk, "Jade", "Whitlock"), build.adult(desk)
    maisie = build.young_person(desk)
    hidden, shown = (build.link(desk, pike, "exploited", each) for each in (jade, maisie))
    note = build.note(desk, jade.id, pike.id)
    assert overview.how_many_entries(desk, pike.id) == 3
    with desk.writing() as work:
        work.put(jade.changed(restricted=True), jade)
    read = {each.record.id for each in overview.chronology(desk, pike.id)}
    assert read == {shown.id, note.id} == {each.id for each in overview.case_file(desk, pike.id).records}
    assert overview.how_many_entries(desk, pike.id) == 2
    assert overview.entry(desk, pike.id, shown.id).record == shown
    with pytest.raises(NotFound):
        overview.entry(desk, pike.id, hidden.id)


def test_nor_what_joins_it_to_a_file_that_was_merged_into_a_restricted_one(desk: Desk) -> None:
    jade, second, pike = (
        build.young_person(desk, "Jade", "Whitlock"),
        build.young_person(desk, "Jade", "Whitlock"),
        build.adult(desk),
    )
    build.link(desk, pike, "exploited", second)
    merging.merge(desk, jade, second, "the same girl")
    with desk.writing() as work:
        held = desk.store.get(Person, jade.id)
        work.put(held.changed(restricted=True), held)
    assert overview.chronology(desk, pike.id) == []
    assert overview.how_many_entries(desk, pike.id) == 0


def test_what_is_due_elsewhere_never_tells_of_a_restricted_file(desk: Desk) -> None:
    jade, maisie, place = build.young_person(desk, "Jade", "Whitlock"), build.young_person(desk), build.place(desk)
    for child, about in ((jade, "zebra"), (maisie, "what is sold")):
        said = {"about": [str(child.id), str(place.id)], "question": about, "due_on": "2026-11-22"}
        casework.record(desk, "open_question", said)
        build.disruption(desk, place, protects=(child,), what=about, due_on="2026-11-25")
    assert len(overview.due_lines(desk, (place.id,))) == 4
    with desk.writing() as work:
        work.put(jade.changed(restricted=True), jade)
    for lines in (overview.due_lines(desk, (place.id,)), [each.due for each in due_lines.due(desk, place.id)]):
        assert len(lines) == 2
        assert "zebra" not in " ".join(each.what + each.why for each in lines)
    assert "zebra" not in str(due_lines.due(desk)) + str(overview.due_lines(desk))
    assert upkeep.check(desk) == []


def test_health_notes_are_for_holders_of_the_grant(desk: Desk) -> None:
    person = build.young_person(desk)
    nurse = build.colleague(desk, "Nurse Abara", grants=("health",))
    note = build.note(nurse, person.id, reserved="health", text="clinic visit")
    assert [each.record for each in overview.chronology(nurse, person.id)] == [note]
    assert overview.chronology(desk, person.id) == []
    assert overview.case_file(desk, person.id).records == ()
    assert finding.find(nurse, "clinic").hits
    assert finding.find(desk, "clinic").hits == ()
    assert overview.note(nurse, note.id) == note
    with pytest.raises(NotFound):
        overview.note(desk, note.id)
    with pytest.raises(NotAllowed, match="health grant"):
        build.note(desk, person.id, reserved="health")
    with pytest.raises(NotAllowed, match="health grant"):
        casework.withdraw(desk, note, "no")
    assert build.note(desk, person.id, reserved="").reserved == ""
    signing_in.leave(nurse)


def test_somebody_suspended_can_do_nothing_more_at_an_open_desk(desk: Desk) -> None:
    worker = build.colleague(desk, "Tom Reed")
    person = build.young_person(worker)
    accounts.suspend(desk, "Tom Reed")
    with pytest.raises(NotAllowed, match="was suspended"):
        build.note(worker, person.id)
    with pytest.raises(NotAllowed, match="was suspended"):
        overview.open_file(worker, person.id)
    signing_in.leave(worker)


def _restrict(desk: Desk, file: Id) -> None:
    held = desk.store.get(Person, file)
    with desk.writing() as work:
        work.put(held.changed(restricted=True), held)


def test_a_record_of_a_restricted_file_is_not_read_by_its_number_either(desk: Desk) -> None:
    jade, pike = build.young_person(desk, "Jade", "Whitlock"), build.adult(desk)
    link, note = build.link(desk, pike, "exploited", jade), build.note(desk, jade.id)
    both = build.note(desk, jade.id, pike.id)
    assert unfinished.on_file(desk, link.id) == link
    _restrict(desk, jade.id)
    for hidden in (jade, note):
        with pytest.raises(NotAllowed, match="no longer read"):
            unfinished.on_file(desk, hidden.id)
    with pytest.raises(NotFound):
        unfinished.on_file(desk, link.id)
    for record in (link, note, both):
        with pytest.raises(NotAllowed, match="restricted to named people"):
            overview.entry(desk, jade.id, record.id)
    with pytest.raises(NotFound):
        overview.note(desk, note.id)
    assert unfinished.on_file(desk, both.id) == overview.note(desk, both.id) == both
    assert overview.entry(desk, pike.id, both.id).record == both
    assert [each.subject for each in information.drawn(desk, both.id, pike.id).about] == [pike.id]
    opened = _deeds(desk).count("file opened")
    closed: tuple[Record, ...] = (jade, link, note)
    for each in closed:
        with pytest.raises(NotFound, match="on file has this id"):
            casework.record(desk, each.kind, {"id": str(each.id), "version": 1})
    assert _deeds(desk).count("file opened") == opened


@pytest.mark.parametrize("which", ["main", "other"])
def test_one_restricted_file_of_several_closes_what_all_of_them_hold(desk: Desk, which: str) -> None:
    main, other = (build.young_person(desk, "Jade", name) for name in ("Whitlock", "Wentlock"))
    place = build.place(desk)
    for file in (main, other):
        build.note(desk, file.id, text="zebra")
        build.link(desk, file, "seen_at", place, note="zebra")
        build.episode(desk, file.id, "2026-11-17T21:00+00:00", "2026-11-18T02:00+00:00", circumstances="zebra")
    merging.merge(desk, main, other, "the same girl")
    kinds = ("contact_note", "missing_episode")
    assert [len(lists.of_kind(desk, kind).rows) for kind in kinds] == [2, 2]
    _restrict(desk, main.id if which == "main" else other.id)
    ids = (main.id, other.id)
    assert set(overview.names_of(desk, ids).values()) == {access.NAMELESS}
    assert {each.name for each in subjects.named(desk, ids).values()} == {access.NAMELESS}
    assert finding.find(desk, "zebra").hits == finding.find(desk, "Whitlock").hits == ()
    assert [lists.of_kind(desk, kind).rows for kind in kinds] == [(), ()]
    for name in ("Jade Whitlock", "Jade Wentlock", main.file_number, other.file_number):
        with pytest.raises(NotFound, match="Nothing on file"):
            references.resolve(desk, name)
        with pytest.raises(Invalid, match="Nothing on file"):
            ends.Ends(desk, "case5", [name]).of(name, "from")
    held = [each for each in desk.store.everything() if ids[0] in _about(each) or ids[1] in _about(each)]
    for record in held:
        with pytest.raises(NotAllowed, match="restricted to named people"):
            changes.of(desk, record.id)
    assert len(held) == 8


def _about(record: Record) -> set[Id]:
    return {record.id, *(subject for subject, _role in record.involved())}


def test_a_link_tells_of_no_report_about_a_restricted_child_as_where_it_comes_from(desk: Desk) -> None:
    jade, pike, place = build.young_person(desk, "Jade", "Whitlock"), build.adult(desk), build.place(desk)
    about = tuple(ReportAbout(subject=each.id) for each in (jade, pike))
    report = casework.save(desk, InformationReport(id=desk.clock.new_id(), about=about, what="Seen."))
    note = build.note(desk, jade.id, pike.id)
    sources = {report.id, note.id}
    for source in sorted(sources):
        build.link(desk, pike, "seen_at", place, said_in=source, since=f"2026-11-0{1 + (source == note.id)}")
    told = {each.source for each in linking.links_of(desk, place.id)}
    assert len(told) == 2
    _restrict(desk, jade.id)
    assert {each.source for each in linking.links_of(desk, place.id)} == {
        "",
        "Contact note, 20 November 2026 at 10:00am",
    }
    assert set(network.sources(desk, network.around(desk, place.id))) == {note.id}
