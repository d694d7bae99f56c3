"""Two files found to be one child's: what merging shows, what everything reads afterwards, and how it is undone."""

from rise_desk.domain import life
from rise_desk.domain.card import Wanted
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import casework, merging, overview, references, today, undoing
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.storage import audit
from tests import build
from tests.services.rows import Write

WHY = "Same NHS number, and her aunt confirmed it"


def _sound(desk: Desk) -> None:
    assert desk.store.problems(desk.ruled) == []


def _deeds(desk: Desk, record: Id) -> list[str]:
    return [row["deed"] for row in audit.entries(desk.store.vault, record=record)]


def test_the_preview_tells_what_will_be(desk: Desk, main: Person, other: Person) -> None:
    build.note(desk, main.id)
    build.note(desk, main.id, other.id)
    build.note(desk, other.id)
    seen = merging.preview(desk, main.id, other.id)
    told = {each.title: (each.main, each.other, each.together) for each in seen.counts}
    assert told.pop("Contact note") == (2, 2, 3)
    assert set(told.values()) == {(0, 0, 0)}
    assert seen.entries == 1
    assert {each.field for each in seen.differences} == {"given_name", "date_of_birth"}
    assert seen.joined.nationality == "gb"
    assert not seen.both_roles
    _sound(desk)
    assert overview.person(desk, other.id) == other


def test_whatever_leads_to_the_merged_file_leads_to_the_main_one(desk: Desk, main: Person, other: Person) -> None:
    build.note(desk, main.id, happened_at="2026-11-01T10:00+00:00")
    both = build.note(desk, main.id, other.id, happened_at="2026-11-02T10:00+00:00")
    words = build.note(
        desk, other.id, happened_at="2026-11-20T10:00+00:00", own_words="I want to go home.",
        concerns=(Concern(subject=other.id, seen="seen_alone"),),
    )  # fmt: skip
    merging.merge(desk, main, other, WHY)
    assert references.resolve(desk, other.file_number) == main.id
    assert references.resolve(desk, str(other.id)) == main.id
    assert overview.open_file(desk, other.id).id == main.id
    assert overview.whole_person(desk, other.id).known_as == "Mimi"
    for asked in (main.id, other.id):
        lines = overview.chronology(desk, asked)
        assert [each.line.record for each in lines][:2] == [words.id, both.id]
        assert len(lines) == overview.how_many_entries(desk, asked) == 3
        assert overview.latest_words(desk, asked) == words
        assert [each.subject for each in overview.due_lines(desk, (asked,))] == [main.id]
        assert overview.authors(desk, asked) == ("Lena Osei",)
        assert overview.entry(desk, asked, words.id).record == words
        assert len(overview.case_file(desk, asked).records) == 3
    card = overview.card_of(desk, other.id)
    assert card is not None
    assert (card.subject, card.last_seen, card.last_entry) == (main.id, "2026-11-20", "2026-11-20")
    assert other.file_number in card.folded
    assert "mimi" in card.folded
    assert [each.subject for each in overview.people(desk, Wanted())] == [main.id]
    assert [each.name for each in today.waiting(desk)] == ["Maisie Okafor"]
    _sound(desk)


def test_a_note_about_both_files_is_one_line_and_names_the_child_once(desk: Desk, main: Person, other: Person) -> None:
    jade = build.young_person(desk, "Jade", "Whitlock")
    note = build.note(
        desk,
        concerns=(
            Concern(subject=main.id), Concern(subject=other.id, seen="seen_alone"), Concern(subject=jade.id),
        ),
        own_words="Stop asking.", own_words_of=other.id,
    )  # fmt: skip
    merging.merge(desk, main, other, WHY)
    for asked in (main.id, jade.id):
        (found,) = overview.chronology(desk, asked)
        told = found.told
        assert isinstance(told, ContactNote)
        assert [(each.subject, each.seen) for each in told.concerns] == [(main.id, "seen_alone"), (jade.id, "")]
        assert told.own_words_of == main.id
        assert found.record == note
    assert overview.chronology(desk, main.id)[0].line.seen
    names = overview.names_of(desk, (main.id, other.id, jade.id))
    assert names[other.id] == names[main.id] == "Maisie Okafor"
    whose = overview.case_file(desk, main.id)
    assert [each.told.involved()[0][0] for each in overview.standing(desk, whose)] == [main.id]


def test_a_chronology_of_two_files_is_read_page_by_page(desk: Desk, main: Person, other: Person) -> None:
    for day in range(1, 9):
        build.note(desk, main.id if day % 2 else other.id, happened_at=f"2026-11-0{day}T10:00+00:00")
        build.note(desk, main.id, other.id, happened_at=f"2026-11-0{day}T11:00+00:00")
    merging.merge(desk, main, other, WHY)
    seen, after = [], None
    while page := overview.chronology(desk, main.id, after=after, limit=3):
        seen += [each.line.record for each in page]
        after = page[-1].line
    assert len(seen) == len(set(seen)) == 16


def test_separating_brings_back_the_very_same_files(desk: Desk, main: Person, other: Person) -> None:
    build.note(desk, other.id, happened_at="2026-11-20T10:00+00:00")
    merging.merge(desk, main, other, WHY)
    (joined,) = merging.joined(desk, main.id)
    assert (joined.person.id, joined.by) == (other.id, "Lena Osei")
    assert merging.moved(desk, other.id) == (
        f"File {other.file_number} was merged into {main.file_number} by Lena Osei on 21 November 2026."
    )
    again = merging.separate(desk, joined.person, "Two girls after all")
    assert again == other
    assert merging.moved(desk, other.id) == ""
    assert overview.person(desk, main.id) == main
    assert {each.subject for each in overview.people(desk, Wanted())} == {main.id, other.id}
    assert [each.subject for each in overview.due_lines(desk)] == [other.id]
    for file in (main, other):
        assert [_deeds(desk, file.id).count(deed) for deed in ("files merged", "files separated")] == [1, 1]
    _sound(desk)


def test_files_merged_into_a_file_come_along_and_go_back_with_it(desk: Desk, main: Person, other: Person) -> None:
    third = build.young_person(desk, "Maise", "Okafor")
    other_joined = merging.merge(desk, other, third, WHY)
    assert other_joined.id == other.id
    merging.merge(desk, main, other, WHY)
    assert merging.ids_of(desk, third.id) == (main.id, other.id, third.id)
    assert [each.by for each in merging.joined(desk, main.id)] == ["Lena Osei", "Lena Osei"]
    merging.separate(desk, merging.as_filed(desk, other.id), "Another girl")
    assert merging.ids_of(desk, main.id) == (main.id,)
    assert merging.ids_of(desk, third.id) == (other.id, third.id)
    _sound(desk)


def test_one_of_several_is_separated_alone(desk: Desk, main: Person, other: Person) -> None:
    third = build.young_person(desk, "Maise", "Okafor")
    merging.merge(desk, main, other, WHY)
    merging.merge(desk, main, third, WHY)
    merging.separate(desk, merging.as_filed(desk, other.id), "Another girl")
    assert merging.ids_of(desk, main.id) == (main.id, third.id)
    _sound(desk)


def test_what_a_joined_file_says_can_still_be_changed(desk: Desk, main: Person, other: Person) -> None:
    merging.merge(desk, main, other, WHY)
    filed = merging.as_filed(desk, other.id)
    casework.save(desk, filed.changed(warnings=()))
    assert overview.due_lines(desk) == []
    assert merging.joined(desk, main.id)[0].person.warnings == ()
    casework.save(desk, overview.person(desk, main.id).changed(background="Lives with her aunt."))
    assert merging.as_filed(desk, main.id).known_as == ""
    _sound(desk)


def test_a_child_and_somebody_of_concern_can_be_one_human_being(desk: Desk, main: Person) -> None:
    named = build.young_person(desk, "Mimi", "", roles=(life.DatedRole(role="of_concern"),))
    seen = merging.preview(desk, main.id, named.id)
    assert seen.both_roles
    assert {each.role for each in seen.joined.roles} == {"at_risk", "of_concern"}
    merging.merge(desk, main, named, WHY)
    for role in ("at_risk", "of_concern"):
        assert [each.subject for each in overview.people(desk, Wanted(role=role))] == [main.id]


def test_everybody_concerned_hears_of_it(desk: Desk, main: Person, other: Person) -> None:
    heard = []
    desk.listeners.append(lambda said: heard.append((said.title, said.subjects)))
    merging.merge(desk, main, other, WHY)
    assert heard == [("Files merged", frozenset({main.id, other.id}))]


def test_undoing_a_merge_is_one_act_and_so_is_doing_it_again(desk: Desk, main: Person, other: Person) -> None:
    third = build.young_person(desk, "Maise", "Okafor")
    acts = []
    desk.listeners.append(lambda said: acts.append(said.act))
    merging.merge(desk, other, third, WHY)
    merging.merge(desk, main, overview.person(desk, other.id), WHY)
    undoing.undo(desk, acts[-1])
    assert merging.ids_of(desk, main.id) == (main.id,)
    assert merging.ids_of(desk, other.id) == (other.id, third.id)
    _sound(desk)
    undoing.undo(desk, acts[-1])
    assert merging.ids_of(desk, main.id) == (main.id, other.id, third.id)
    _sound(desk)


def test_a_row_about_the_merged_file_is_about_the_main_one(
    desk: Desk, main: Person, other: Person, write: Write
) -> None:
    merging.merge(desk, main, other, WHY)
    table = "ref,given name,family name,date of birth\nM7,Maisy,Okafor,28/03/2010\nM8,Maisie,Okafor,27/03/2010\n"
    seen = importing.preview(desk, write(table))
    assert [(each.fate, each.file) for each in seen.outcomes] == [("matched", main.file_number)] * 2
    importing.commit(desk, seen)
    again = importing.preview(desk, write(table))
    assert [each.fate for each in again.outcomes] == ["matched"] * 2
    strange = write("ref,given name,family name,date of birth\nM7,Maisy,Okafor,01/01/2011\n")
    assert [each.fate for each in importing.preview(desk, strange).outcomes] == ["refused"]
    _sound(desk)
