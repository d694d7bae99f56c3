"""A case summary made from a real store: what stands in it, what is left out, and what is written down."""

import pypdfium2
import pytest

from rise_desk.domain import life
from rise_desk.domain.contact import Concern
from rise_desk.domain.disruption import Target
from rise_desk.domain.moments import Moment
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.errors import Damaged, Invalid, NotAllowed
from rise_desk.reports.paper import pages
from rise_desk.services import casework, merging, packs, signing_in
from rise_desk.services import copies as copying
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from rise_desk.storage.record_rows import PersonRow
from tests import build


def _text(made: copying.Made) -> str:
    return " ".join(" ".join(pages.page_text(made.pdf, index) for index in range(made.pages)).split())


def test_copies_are_numbered_and_each_is_written_down(desk: Desk) -> None:
    person = build.young_person(desk)
    other = build.young_person(desk, "Jade")
    assert packs.summary(desk, person.id).copy == "copy 1"
    assert packs.summary(desk, other.id).copy == "copy 1"
    second = packs.summary(desk, person.id, recipient="M. Khan")
    assert second.copy == "copy 2 for M. Khan"
    row = audit.entries(desk.store.vault, limit=1)[0]
    assert (row["deed"], row["subject"], row["recipient"]) == ("summary printed", person.id, "M. Khan")
    assert row["reason"] == "copy 2 for M. Khan, on paper"
    looked = packs.preview(desk, person.id)
    assert looked.copy == copying.PREVIEW
    assert audit.entries(desk.store.vault, limit=1)[0]["deed"] == "summary previewed"
    assert packs.summary(desk, person.id).copy == "copy 3"
    assert packs.page_png(second.pdf, 0, 60).startswith(b"\x89PNG")
    assert packs.page_picture(second.pdf, 0, 72).width == 596


def test_each_copy_on_paper_has_a_number_and_a_line_of_its_own(desk: Desk) -> None:
    person = build.young_person(desk)
    made = packs.printed(desk, person.id, recipient="M. Khan", copies=3)
    assert [each.copy for each in made] == [f"copy {number} for M. Khan" for number in (1, 2, 3)]
    assert [each.copy in _text(each) for each in made] == [True] * 3
    assert made[0].copy not in _text(made[1])
    rows = audit.entries(desk.store.vault, limit=3)
    assert [row["reason"] for row in rows] == [f"copy {number} for M. Khan, on paper" for number in (3, 2, 1)]
    assert {row["recipient"] for row in rows} == {"M. Khan"}
    assert packs.summary(desk, person.id).copy == "copy 4"


@pytest.mark.parametrize(("copies", "taken"), [(0, False), (1, True), (copying.MOST_COPIES, True), (21, False)])
def test_so_many_copies_are_made_at_a_time(desk: Desk, copies: int, taken: bool) -> None:
    person = build.young_person(desk)
    if taken:
        assert len(packs.printed(desk, person.id, copies=copies)) == copies
        return
    with pytest.raises(Invalid, match="between 1 and 20"):
        packs.printed(desk, person.id, copies=copies)
    assert packs.summary(desk, person.id).copy == "copy 1"


def test_a_saved_copy_is_locked_or_open_and_the_log_says_which(desk: Desk) -> None:
    person = build.young_person(desk)
    clear = packs.saved(desk, person.id, recipient="M. Khan")
    assert "copy 1 for M. Khan" in _text(clear)
    sealed = packs.saved(desk, person.id, password="bodim takel-runov")
    with pytest.raises(Damaged):
        pages.page_count(sealed.pdf)
    opened = pypdfium2.PdfDocument(sealed.pdf, password="bodim takel-runov")
    assert len(opened) == sealed.pages
    assert "copy 2" in opened[0].get_textpage().get_text_range()
    rows = audit.entries(desk.store.vault, limit=2)
    assert [row["reason"] for row in rows] == ["copy 2, saved locked", "copy 1 for M. Khan, saved open"]
    assert "bodim" not in str(audit.entries(desk.store.vault))


def test_a_password_that_can_not_be_used_makes_no_copy(desk: Desk) -> None:
    person = build.young_person(desk)
    with pytest.raises(Invalid, match="other programs"):
        packs.saved(desk, person.id, password="zero\u200bwidth")
    assert packs.summary(desk, person.id).copy == "copy 1"


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("bodim-takel", "at least 12"),
        ("bodim-takel-", ""),
        ("password1234", "easy to guess"),
        ("bodim\u200btakel-runov", "other programs"),
    ],
)
def test_a_password_for_a_file_is_long_and_can_be_typed_elsewhere(password: str, said: str) -> None:
    assert (said in packs.password_problem(password)) if said else packs.password_problem(password) == ""


def test_the_summary_tells_the_period_that_was_asked_for(desk: Desk) -> None:
    person = build.young_person(desk, addresses=(life.Address(lives="childrens_home"),))
    for day, words in (
        ("2026-05-01", "first"),
        ("2026-05-31", "last"),
        ("2026-04-30", "before"),
        ("2026-06-01", "after"),
    ):
        build.note(desk, person.id, happened_at=day, text=f"It was the {words} day <b>&amp;")
    build.note(desk, person.id, happened_at="2026-03-01", own_words="Ask me where I want to live.")
    made = packs.summary(desk, person.id, since=Moment("2026-05-01"), until=Moment("2026-05"))
    text = _text(made)
    assert "OFFICIAL-SENSITIVE" in text
    assert "Ask me where I want to live." in text
    assert "first day <b>&amp;" in text
    assert "last day" in text
    assert "before day" not in text
    assert "after day" not in text
    assert f"page 1 of {made.pages}" in text
    assert "printed by Lena Osei" in text
    assert "first day <b>&amp;" in made.text


def test_a_period_that_ends_before_it_starts_is_refused(desk: Desk) -> None:
    person = build.young_person(desk)
    with pytest.raises(Invalid, match="on or after its start"):
        packs.summary(desk, person.id, since=Moment("2026-05-01"), until=Moment("2026-04-30"))
    assert packs.summary(desk, person.id, since=Moment("2026-05-01"), until=Moment("2026-05-01")).copy == "copy 1"
    assert packs.summary(desk, person.id, since=Moment("2026-05-01")).pages == 1


def test_health_notes_print_for_holders_of_the_grant_alone(desk: Desk) -> None:
    person = build.young_person(desk)
    nurse = build.colleague(desk, "Nurse Abara", grants=("health",))
    build.note(nurse, person.id, reserved="health", text="clinic visit", own_words="It hurt.")
    assert "clinic visit" in _text(packs.summary(nurse, person.id))
    text = _text(packs.summary(desk, person.id))
    assert "clinic visit" not in text
    assert "It hurt." not in text
    signing_in.leave(nurse)


def test_a_withdrawn_person_prints_and_a_restricted_one_does_not(desk: Desk) -> None:
    person = build.young_person(desk)
    desk.store.vault.do(PersonRow.update(restricted=True).where(PersonRow.id == person.id))
    with pytest.raises(NotAllowed):
        packs.summary(desk, person.id)
    desk.store.vault.do(PersonRow.update(restricted=None).where(PersonRow.id == person.id))
    desk.store.vault.sql("DELETE FROM card")
    assert "Maisie Okafor" in _text(packs.summary(desk, person.id))


def test_another_child_s_words_and_name_are_withheld(desk: Desk) -> None:
    maisie, ben = build.young_person(desk), build.young_person(desk, "Benedict", "Ray")
    both = (Concern(subject=maisie.id), Concern(subject=ben.id))
    build.note(desk, concerns=both, own_words="Leave my brother alone.", own_words_of=ben.id)
    text = _text(packs.summary(desk, maisie.id))
    assert "Leave my brother alone" not in text
    assert "Benedict" not in text
    assert "another young person" in text
    assert "withheld on this paper" in text
    assert "Leave my brother alone" in _text(packs.summary(desk, ben.id))


def test_a_summary_tells_under_which_numbers_the_file_was_filed_and_what_they_say(desk: Desk) -> None:
    main = build.young_person(
        desk,
        date_of_birth=Moment("2010-03-27"),
        gender="female",
        sexuality="heterosexual",
        nationality="gb",
        identifiers=(life.Identifier(system="nhs", value="9990000026"),),
        case_spells=(life.CaseSpell(state="open", since=Moment("2026-01-02")),),
    )
    other = build.young_person(
        desk,
        "Maisy",
        date_of_birth=Moment("2010-03-28"),
        gender="male",
        sexuality="gay_or_lesbian",
        identifiers=(life.Identifier(system="nhs", value="9990000018"),),
        case_spells=(life.CaseSpell(state="closed", since=Moment("2026-05-02"), reason="Moved away"),),
    )
    build.note(desk, other.id, text="Met in the park.")
    merging.merge(desk, main, other, "Same aunt")
    for asked in (main.id, other.id):
        told = packs.summary(desk, asked)
        for words in (
            f"{other.file_number}: until it was merged into this file on 21 November 2026",
            f"Date of birth, by {other.file_number}: 28 March 2010",
            f"Gender, by {other.file_number}: male",
            f"Identifiers, by {other.file_number}: NHS number, 9990000018",
            f"Case status, by {other.file_number}: 2 May 2026, closed, Moved away",
            f"Sexuality, by {other.file_number}: something else is recorded, which is not on this paper",
            "Met in the park.",
        ):
            assert words in told.text
        assert "gay" not in told.text
    assert packs.summary(desk, other.id).copy == "copy 3"


def test_links_and_open_questions_are_told_of_whatever_period(desk: Desk) -> None:
    child, friend = build.young_person(desk), build.young_person(desk, "Ines", "Haile")
    man = build.adult(desk)
    build.link(desk, man, "groomed", child, since="2024-03-02", said_by="Her aunt")
    build.link(desk, child, "friend", friend)
    question = OpenQuestion(id=desk.clock.new_id(), about=(Target(subject=child.id),), question="Who drives?")
    casework.save(desk, question)
    text = packs.preview(desk, child.id, since=Moment("2026-11-01")).text
    assert "was groomed by; With: Darren Pike" in text
    assert "Her aunt" in text
    assert "friend; With: another young person" in text
    assert "Ines" not in text
    assert "What we do not know: Who drives?" in text


def test_a_link_with_somebody_whose_file_is_restricted_is_not_among_them(desk: Desk) -> None:
    child, man = build.young_person(desk), build.adult(desk)
    build.link(desk, man, "groomed", child)
    with desk.writing() as work:
        work.put(man.changed(restricted=True), man)
    assert "People, places and links" not in packs.preview(desk, child.id).text


def test_a_link_with_what_was_withdrawn_is_told_in_the_chronology_alone(desk: Desk) -> None:
    child, bell = build.young_person(desk), build.place(desk, "The Bell")
    build.link(desk, child, "seen_at", bell, since="2026-11-19")
    assert "seen at; With: The Bell" in packs.preview(desk, child.id).text
    casework.withdraw(desk, bell, "No such place")
    text = packs.preview(desk, child.id).text
    assert "People, places and links" not in text
    assert "The Bell" in text
