"""Forms made from a real store: numbered and written down where they tell of somebody, written down where not."""

import pypdfium2
import pytest

from rise_desk.domain import life
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.staff import Role
from rise_desk.errors import Damaged, Invalid, NotAllowed, NotFound
from rise_desk.reports.paper import pages
from rise_desk.services import casework, copies, forms, merging, packs, signing_in
from rise_desk.services.desk import DEMONSTRATION, Desk
from rise_desk.storage import audit
from rise_desk.storage.record_rows import PersonRow
from tests import build

PASSWORD = "bodim takel-runov"


def _text(made: copies.Made) -> str:
    return " ".join(" ".join(pages.page_text(made.pdf, index) for index in range(made.pages)).split())


def _rows(desk: Desk, many: int) -> list[tuple[str, Id, Id, str, str]]:
    """The newest rows of the log: deed, subject, record, reason, recipient."""
    found = audit.entries(desk.store.vault, limit=many)
    return [(row["deed"], row["subject"], row["record"], row["reason"], row["recipient"]) for row in found]


def test_copies_of_an_assessment_are_numbered_and_each_is_written_down(desk: Desk) -> None:
    person = build.young_person(desk)
    made = build.assessment(desk, person.id)
    first, second = forms.printed(desk, made.id, recipient="M. Khan", copies=2)
    assert (first.copy, second.copy) == ("copy 1 for M. Khan", "copy 2 for M. Khan")
    assert "copy 1 for M. Khan" in _text(first)
    assert "OFFICIAL-SENSITIVE" in _text(first)
    about = "assessment of 10 November 2026, on paper"
    assert _rows(desk, 2) == [
        (forms.FORM, person.id, made.id, f"copy {number} for M. Khan, {about}", "M. Khan") for number in (2, 1)
    ]
    assert packs.summary(desk, person.id).copy == "copy 1"
    assert forms.preview(desk, made.id).copy == copies.PREVIEW
    assert _rows(desk, 1) == [(forms.LOOKED_AT, person.id, made.id, "", "")]
    assert forms.saved(desk, made.id).copy == "copy 3"
    assert _rows(desk, 1)[0][3] == "copy 3, assessment of 10 November 2026, saved open"


def test_a_saved_assessment_is_locked_with_a_password(desk: Desk) -> None:
    made = build.assessment(desk, build.young_person(desk).id)
    sealed = forms.saved(desk, made.id, password=PASSWORD)
    with pytest.raises(Damaged):
        pages.page_count(sealed.pdf)
    assert len(pypdfium2.PdfDocument(sealed.pdf, password=PASSWORD)) == sealed.pages
    assert _rows(desk, 1)[0][3] == "copy 1, assessment of 10 November 2026, saved locked"
    with pytest.raises(Invalid, match="other programs"):
        forms.saved(desk, made.id, password="zero\u200bwidth")
    with pytest.raises(Invalid, match="between 1 and 20"):
        forms.printed(desk, made.id, copies=21)
    assert forms.saved(desk, made.id).copy == "copy 2"


def test_an_assessment_is_printed_as_it_stands(desk: Desk) -> None:
    person = build.young_person(desk, known_as="Maz")
    manager = build.colleague(desk, "L. Osei", Role.MANAGER)
    first = build.assessment(desk, person.id, "4333333333", day="2026-09-29")
    wrong = build.assessment(desk, person.id, day="2026-11-10", judgement_comment="As it was.")
    right = build.assessment(desk, person.id, "2222222222", day="2026-11-10", corrects=wrong.id)
    casework.save(
        manager,
        SignOff(
            id=desk.clock.new_id(),
            subject=person.id,
            assessment=right.id,
            decided_at=Moment("2026-11-20T10:00+00:00"),
            decision="signed_off",
            comments="Well seen.",
        ),
    )
    told = forms.preview(desk, right.id).text
    assert "WARNING: Corrects an earlier entry" in told
    assert "Since last: down 11 from 36 on 29 September 2026." in told
    assert "Sign-off: signed off by L. Osei, 20 November 2026" in told
    assert "The manager's comments: Well seen." in told
    assert "As it was." not in told
    earlier = forms.preview(desk, wrong.id).text
    assert "WARNING: Corrected by a later entry" in earlier
    assert "As it was." in earlier
    casework.withdraw(desk, right, "wrong file")
    assert "Withdrawn by Lena Osei, 21 November 2026: wrong file" in forms.preview(desk, right.id).text
    assert "Since last: the first on file." in forms.preview(desk, first.id).text
    signing_in.leave(manager)


def test_a_day_or_the_newest_one_is_found(desk: Desk) -> None:
    person = build.young_person(desk)
    with pytest.raises(NotFound, match="There is no assessment yet in this file"):
        forms.found(desk, person.id)
    first = build.assessment(desk, person.id, day="2026-09-29")
    second = build.assessment(desk, person.id, day="2026-11-10")
    assert forms.found(desk, person.id).id == second.id
    assert forms.found(desk, person.id, Moment("2026-09-29")).id == first.id
    with pytest.raises(NotFound, match="There is no assessment of 30 September 2026"):
        forms.found(desk, person.id, Moment("2026-09-30"))


def test_what_is_no_assessment_is_not_printed(desk: Desk) -> None:
    person = build.young_person(desk)
    for wrong in (person.id, build.note(desk, person.id).id, Id(5)):
        with pytest.raises(NotFound, match="That assessment is not on file"):
            forms.printed(desk, wrong)
    assert forms.FORM not in {row[0] for row in _rows(desk, 20)}


def test_a_restricted_file_prints_no_form(desk: Desk) -> None:
    person = build.young_person(desk)
    made = build.assessment(desk, person.id)
    desk.store.vault.do(PersonRow.update(restricted=True).where(PersonRow.id == person.id))
    with pytest.raises(NotAllowed):
        forms.printed(desk, made.id)


def test_another_child_is_not_named_on_the_form(desk: Desk) -> None:
    maisie, ben = build.young_person(desk), build.young_person(desk, "Benedict", "Ray")
    mentions = (
        Mention(name="Benny", person=ben.id, known="Lives in Elm Street."),
        Mention(name="Blue", known="A van."),
    )
    made = build.assessment(desk, maisie.id, mentions=mentions)
    text = _text(forms.printed(desk, made.id)[0])
    assert "another young person" in text
    assert "A van." in text
    assert "Benny" not in text
    assert "Elm Street" not in text


def test_an_assessment_of_a_merged_file_is_printed_under_the_main_one(desk: Desk) -> None:
    main, other = build.young_person(desk), build.young_person(desk, "Maisy")
    made = build.assessment(desk, other.id)
    merging.merge(desk, main, other, "Same aunt")
    told = forms.printed(desk, made.id)[0]
    assert "Maisie Okafor" in told.text
    assert _rows(desk, 1)[0][:2] == (forms.FORM, main.id)


def test_a_blank_form_is_about_nobody_and_its_print_is_written_down(desk: Desk) -> None:
    before = audit.last(desk.store.vault)[0]
    looked = forms.blank(desk)
    assert (looked.pages, looked.copy) == (2, forms.EMPTY)
    assert audit.last(desk.store.vault)[0] == before
    many = forms.blank_printed(desk, recipient="the clinic", copies=3)
    assert len(many) == 3
    assert _text(many[0]) == _text(looked)
    about = "assessment, nscb_cse/2015"
    assert _rows(desk, 1) == [(forms.BLANK, Id(0), Id(0), f"{about}, 3 copies, on paper", "the clinic")]
    sealed = forms.blank_saved(desk, "nscb_cse/2015", password=PASSWORD)
    with pytest.raises(Damaged):
        pages.page_count(sealed.pdf)
    assert _rows(desk, 1)[0][3] == f"{about}, saved locked"
    assert "copy" not in _text(forms.blank_saved(desk))
    with pytest.raises(Invalid, match="There is no instrument “ours/1”"):
        forms.blank(desk, "ours/1")
    with pytest.raises(Invalid, match="between 1 and 20"):
        forms.blank_printed(desk, copies=0)


def test_the_blank_checklist_is_written_down_likewise(desk: Desk) -> None:
    looked = forms.checklist(desk)
    assert (looked.pages, looked.copy) == (1, forms.EMPTY)
    assert len(forms.checklist_printed(desk)) == 1
    assert _rows(desk, 1) == [(forms.BLANK, Id(0), Id(0), "health checklist, on paper", "")]
    assert _text(forms.checklist_saved(desk, recipient="the clinic")) == _text(looked)
    assert _rows(desk, 1)[0][3:] == ("health checklist, saved open", "the clinic")


def test_in_a_demonstration_only_what_tells_of_somebody_says_that_it_is_invented(desk: Desk) -> None:
    made = build.assessment(desk, build.young_person(desk).id)
    _demonstration(desk)
    assert copies.INVENTED.upper() in _text(forms.preview(desk, made.id)).upper()
    blank = forms.blank(desk)
    assert copies.INVENTED.upper() not in _text(blank).upper()
    assert blank.pages == 2


def _demonstration(desk: Desk) -> None:
    with desk.writing() as work:
        work.set(DEMONSTRATION, "yes")


def test_an_adult_of_concern_stays_named(desk: Desk) -> None:
    maisie = build.young_person(desk)
    dex = build.young_person(desk, "Dexter", "Marlow", roles=(life.DatedRole(role="of_concern"),))
    made = build.assessment(desk, maisie.id, mentions=(Mention(name="Dex", person=dex.id),))
    assert "Dex (file: Dexter Marlow)" in forms.preview(desk, made.id).text
