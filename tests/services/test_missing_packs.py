"""Missing packs from a real store: two pages, numbered, written down, with the names that the police may see."""

from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from rise_desk.domain import life
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.errors import Damaged, Invalid, NotAllowed
from rise_desk.reports.paper import pages
from rise_desk.services import casework, copies, merging, missing_packs, packs, photos
from rise_desk.services.desk import DEMONSTRATION, Desk
from rise_desk.storage import audit
from rise_desk.storage.record_rows import PersonRow
from tests import build

GONE_AT, BACK_AT = "2026-11-20T23:30+00:00", "2026-11-04T07:00+00:00"
PASSWORD = "bodim takel-runov"


def _text(made: copies.Made) -> str:
    return " ".join(" ".join(pages.page_text(made.pdf, index) for index in range(made.pages)).split())


def _rows(desk: Desk, many: int) -> list[tuple[str, Id, Id, str, str]]:
    found = audit.entries(desk.store.vault, limit=many)
    return [(row["deed"], row["subject"], row["record"], row["reason"], row["recipient"]) for row in found]


def test_each_copy_has_a_number_and_a_line_in_the_log(desk: Desk) -> None:
    person = build.young_person(desk)
    build.episode(desk, person.id, GONE_AT)
    first, second = missing_packs.printed(desk, person.id, recipient="PC Hill", copies=2)
    assert (first.copy, second.copy) == ("copy 1 for PC Hill", "copy 2 for PC Hill")
    text = _text(first)
    assert text.startswith("OFFICIAL-SENSITIVE Maisie Okafor")
    assert "Missing since Fri 20 Nov 23:30" in text
    assert "printed by Lena Osei, 21 November 2026 at 10:00am · copy 1 for PC Hill" in text
    assert "page 1 of" in text
    assert "more on file" not in text
    assert _rows(desk, 2) == [
        (missing_packs.PRINTED, person.id, person.id, f"copy {number} for PC Hill, on paper", "PC Hill")
        for number in (2, 1)
    ]
    looked = missing_packs.preview(desk, person.id)
    assert looked.copy == copies.PREVIEW
    assert _rows(desk, 1) == [(missing_packs.LOOKED_AT, person.id, person.id, "", "")]
    assert packs.summary(desk, person.id).copy == "copy 1"
    assert missing_packs.saved(desk, person.id).copy == "copy 3"
    assert _rows(desk, 1)[0][3] == "copy 3, saved open"


def test_a_saved_pack_is_locked_with_a_password(desk: Desk) -> None:
    person = build.young_person(desk)
    sealed = missing_packs.saved(desk, person.id, password=PASSWORD)
    with pytest.raises(Damaged):
        pages.page_count(sealed.pdf)
    assert len(pypdfium2.PdfDocument(sealed.pdf, password=PASSWORD)) == sealed.pages
    assert _rows(desk, 1)[0][3] == "copy 1, saved locked"
    with pytest.raises(Invalid, match="other programs"):
        missing_packs.saved(desk, person.id, password="zero\u200bwidth")
    with pytest.raises(Invalid, match="between 1 and 20"):
        missing_packs.printed(desk, person.id, copies=0)
    assert missing_packs.saved(desk, person.id).copy == "copy 2"


def test_a_pack_names_other_children_and_never_a_restricted_file(desk: Desk) -> None:
    maisie = build.young_person(desk)
    jade = build.young_person(desk, "Jade", "Kelly", date_of_birth=Moment("2011"))
    kit = build.young_person(desk, "Kit", "Marsh")
    grown = build.young_person(desk, "Una", "Reed", date_of_birth=Moment("1995-01-01"))
    adult = build.young_person(desk, "Karl", "Smith", roles=(life.DatedRole(role="of_concern"),))
    sealed = build.young_person(desk, "Secret", "Person")
    back = build.episode(desk, maisie.id, "2026-11-03T23:00+00:00", BACK_AT)
    named = (
        Mention(name="Kaz", person=adult.id, risk="danger"),
        *(Mention(name=each.given_name, person=each.id) for each in (jade, kit, grown, sealed)),
    )
    build.interview(desk, back, done_at="2026-11-05T10:00+00:00", mentions=named)
    desk.store.vault.do(PersonRow.update(restricted=True).where(PersonRow.id == sealed.id))
    text = missing_packs.preview(desk, maisie.id).text
    for said in ("Kaz (file: Karl Smith);", "Jade (file: Jade Kelly; a child);", "Kit (file: Kit Marsh; a child);"):
        assert said in text
    assert "Una (file: Una Reed);" in text
    assert "Secret" not in text
    assert "1 person is not on this paper" in text


def test_a_name_is_that_of_the_main_file_where_files_were_merged(desk: Desk) -> None:
    maisie = build.young_person(desk)
    jade, other = build.young_person(desk, "Jade", "Kelly"), build.young_person(desk, "Jayde", "Kelley")
    back = build.episode(desk, maisie.id, "2026-11-03T23:00+00:00", BACK_AT)
    build.interview(desk, back, done_at="2026-11-05T10:00+00:00", mentions=(Mention(name="J", person=other.id),))
    merging.merge(desk, jade, other, "the same girl")
    assert "J (file: Jade Kelly; a child)" in missing_packs.preview(desk, maisie.id).text


def test_a_merged_file_is_printed_whole_under_its_main_number(desk: Desk) -> None:
    main = build.young_person(desk)
    other = build.young_person(desk, "Maisy", "Okafor", known_as="Maz")
    build.episode(desk, other.id, GONE_AT)
    merging.merge(desk, main, other, "the same girl")
    made = missing_packs.saved(desk, other.id)
    assert "Missing since Fri 20 Nov 23:30" in made.text
    assert _rows(desk, 1)[0][:3] == (missing_packs.PRINTED, main.id, main.id)


def test_the_photo_is_on_it_as_it_is_kept(desk: Desk, tmp_path: Path) -> None:
    person = build.young_person(desk)
    assert "No photo on file" in missing_packs.preview(desk, person.id).text
    Image.effect_noise((1600, 2000), 80).convert("RGB").save(tmp_path / "m.jpg")
    person = photos.add(desk, person, tmp_path / "m.jpg", Moment("2026-08-02"))
    made = missing_packs.preview(desk, person.id)
    assert "Photo taken 2 August 2026" in made.text
    assert photos.of(desk, person) in made.pdf


def test_a_restricted_file_is_not_printed_and_a_closed_one_is(desk: Desk) -> None:
    closed = build.young_person(desk, "Jade", case_spells=(life.CaseSpell(state="closed"),))
    assert "Jade Okafor" in missing_packs.preview(desk, closed.id).text
    sealed = build.young_person(desk, "Ida")
    desk.store.vault.do(PersonRow.update(restricted=True).where(PersonRow.id == sealed.id))
    with pytest.raises(NotAllowed):
        missing_packs.printed(desk, sealed.id)
    assert missing_packs.PRINTED not in [row["deed"] for row in audit.entries(desk.store.vault)]


def test_in_a_demonstration_it_says_that_everybody_is_invented(desk: Desk) -> None:
    person = build.young_person(desk)
    desk.store.vault.sql("INSERT INTO setting (name, value) VALUES (?, 'yes')", (DEMONSTRATION,))
    assert copies.INVENTED.upper() in _text(missing_packs.preview(desk, person.id)).upper()


def test_a_file_with_very_much_is_on_two_pages_that_say_how_much_more_there_is(desk: Desk) -> None:
    person = build.young_person(desk)
    for day in range(1, 21):
        at = f"2026-10-{day:02}"
        back = build.episode(
            desk, person.id, f"{at}T08:00+00:00", f"{at}T20:00+00:00", found_place=f"Place {day}", how_found="x " * 400
        )
        build.interview(desk, back, done_at=f"{at}T21:00+00:00", own_words="Text me. " * 60)
    made = missing_packs.preview(desk, person.id)
    assert made.pages == 2
    assert "more on file" in made.text
    assert "Place 20" in made.text
    assert "Place 1;" not in made.text


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=120))
def test_whatever_names_hold_it_is_on_at_most_two_pages(words: str, desk: Desk) -> None:
    person = build.young_person(desk, f"A {words}")
    build.episode(desk, person.id, GONE_AT, circumstances=f"{words} <b>&amp; Zażółć مرحبا 😀", missing_from_name=words)
    assert missing_packs.preview(desk, person.id).pages <= 2


def test_nothing_of_reserved_notes_is_on_it(desk: Desk) -> None:
    person = build.young_person(desk)
    build.note(desk, person.id, text="Seen by the nurse.")
    casework.save(desk, build.made_episode(person.id, GONE_AT, id=desk.clock.new_id()))
    assert "nurse" not in missing_packs.preview(desk, person.id).text


def test_whom_and_what_a_child_is_linked_with_are_leads(desk: Desk) -> None:
    maisie = build.young_person(desk)
    jade = build.young_person(desk, "Jade", "Kelly", date_of_birth=Moment("2011"))
    karl, sealed = build.adult(desk, "Karl", "Smith"), build.adult(desk, "Secret", "Person")
    build.link(desk, karl, "exploited", maisie, since="2026-10", confidence="probable", said_by="Jade")
    build.link(desk, maisie, "friend", jade, until="2026-09-01")
    build.link(desk, sealed, "groomed", maisie)
    build.link(desk, maisie, "seen_at", build.place(desk, "The Bell"), since="2026-11-03", confidence="confirmed")
    build.link(desk, maisie, "uses", build.phone(desk, "07700 900999"))
    build.link(desk, karl, "uses", build.phone(desk, "07700 900111"))
    build.link(desk, maisie, "friend", karl, since="2025-01-02")
    with desk.writing() as work:
        work.put(sealed.changed(restricted=True), sealed)
    text = missing_packs.preview(desk, maisie.id).text
    for said in (
        "Name: Karl Smith; How they are known: link, probable, October 2026, Jade and 1 before; Alleged: was exploited",
        "Name: Jade Kelly (a child); How they are known: link, how sure is not recorded, until 1 September 2026;",
        "Place: The Bell; How it is known: link, confirmed, 3 November 2026: seen at",
        "What: phone; Which: 07700 900999; How it is known: link, how sure is not recorded: uses",
    ):
        assert said in text
    assert "Secret" not in text
    assert "07700 900111" not in text


def test_who_is_named_and_linked_is_one_lead(desk: Desk) -> None:
    maisie, karl = build.young_person(desk), build.adult(desk, "Karl", "Smith")
    back = build.episode(desk, maisie.id, "2026-11-03T23:00+00:00", BACK_AT)
    build.interview(
        desk, back, done_at="2026-11-05T10:00+00:00", mentions=(Mention(name="Kaz", person=karl.id, risk="danger"),)
    )
    link = build.link(desk, karl, "groomed", maisie)
    known = "Name: Karl Smith, Kaz (file: Karl Smith); How they are known: link, how sure is not recorded and 1 before"
    assert known in missing_packs.preview(desk, maisie.id).text
    casework.withdraw(desk, link, "Another man")
    assert "Name: Kaz (file: Karl Smith); How they are" in missing_packs.preview(desk, maisie.id).text
