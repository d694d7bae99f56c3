"""Is this child known: by name, alias, phone or plate; the least that helps, and a row of who asked."""

from collections.abc import Sequence

import pytest

from rise_desk.domain import life
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import signing_in
from rise_desk.services.desk import Desk
from rise_desk.services.known import AT_MOST, KNOWN, NOT_KNOWN, PERHAPS, SEVERAL, Match, known
from rise_desk.storage import audit
from tests import build


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl of sixteen with a nickname, a phone, a key worker and a warning."""
    return build.young_person(
        desk,
        date_of_birth=Moment("2010-03-27"),
        aliases=(life.Alias(name="Maz"),),
        contact_numbers=(life.ContactNumber(number="07700 900123"),),
        addresses=(life.Address(lines="4 Mill Lane", postcode="NN1 4AB"),),
        allocations=(life.Allocation(worker="Tom Reed", role="key_worker"),),
        warnings=(
            life.StandingWarning(warning="do_not_tell_family"),
            life.StandingWarning(warning="may_be_outed", until=Moment("2026-11-20")),
        ),
    )


def _names(found: Sequence[Match]) -> list[str]:
    return [each.name for each in found]


def _rows(desk: Desk) -> list[dict[str, object]]:
    return [row for row in audit.entries(desk.store.vault) if row["deed"] == "known asked"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Maisie Okafor", "name"),
        ("okafor maisie", "name"),
        ("MAZ", "alias Maz"),
        ("07700 900 123", "phone 07700 900123"),
        ("+44 7700 900123", "phone 07700 900123"),
    ],
)
def test_a_child_is_known_by_what_an_officer_hears(desk: Desk, maisie: Person, text: str, by: str) -> None:
    found = known(desk, text)
    assert (found.answer, found.words) == (KNOWN, "Known to the team. Ring Tom Reed.")
    assert found.perhaps == ()
    (match,) = found.matches
    assert match == Match(
        subject=maisie.id,
        name="Maisie Okafor",
        age="16",
        file_number=maisie.file_number,
        ring="Tom Reed",
        by=by,
        warnings=("do not tell family",),
    )


def test_whoever_is_missing_now_is_told_as_that_and_first(desk: Desk, maisie: Person) -> None:
    other = build.young_person(desk, "Amy", "Okafor")
    build.episode(desk, maisie.id, "2026-11-20T22:10+00:00")
    found = known(desk, "maisie okafor")
    assert found.words == "Known to the team. Missing now, since 20 November 2026 at 10:10pm. Ring Tom Reed."
    both = known(desk, "okafor")
    assert (both.answer, _names(both.matches)) == (SEVERAL, ["Maisie Okafor", "Amy Okafor"])
    assert both.words == "2 children on file answer to that. Ask for an age, a nickname or a phone."
    assert both.matches[1].ring == "the team (no key worker is named)"
    assert both.matches[1].subject == other.id


def test_a_closed_case_is_still_known(desk: Desk) -> None:
    build.young_person(desk, case_spells=(life.CaseSpell(state="closed"),))
    found = known(desk, "Maisie Okafor")
    assert found.words.startswith("Known to the team; the case is closed. Ring the team")
    assert found.matches[0].closed


def test_an_adult_of_concern_is_no_known_child(desk: Desk) -> None:
    build.adult(desk)
    both = life.DatedRole(role="at_risk"), life.DatedRole(role="of_concern")
    build.young_person(desk, "Jay", "Pike", roles=both)
    assert known(desk, "Darren Pike").answer == NOT_KNOWN
    assert known(desk, "Jay Pike").answer == KNOWN


@pytest.mark.parametrize("text", ["Mais Okaf", "Maisy Okafor"])
def test_the_beginning_of_a_name_or_its_sound_is_only_perhaps(desk: Desk, maisie: Person, text: str) -> None:
    found = known(desk, text)
    assert (found.answer, found.matches, _names(found.perhaps)) == (PERHAPS, (), ["Maisie Okafor"])
    assert "a child on file may be meant" in found.words


@pytest.mark.parametrize("text", ["Zebedee", "", "  ", "ma", "NN1 4AB", "NN1", "07700 900999", "AB12 CDE"])
def test_not_known_is_no_all_clear(desk: Desk, maisie: Person, text: str) -> None:
    found = known(desk, text)
    assert (found.answer, found.matches, found.perhaps) == (NOT_KNOWN, (), ())
    assert "does not mean that there is no concern" in found.words
    assert [row["subject"] for row in _rows(desk)] == [0]


def test_nobody_is_named_where_too_many_answer(desk: Desk) -> None:
    for given in "ABCDEFGHI"[:AT_MOST]:
        build.young_person(desk, given, "Smith")
    assert len(known(desk, "smith").matches) == AT_MOST
    assert (len(known(desk, "smit").perhaps), known(desk, "smit").more) == (AT_MOST, False)
    build.young_person(desk, "Ivy", "Smith")
    found = known(desk, "smith")
    assert (found.answer, found.matches, found.more) == (SEVERAL, (), True)
    assert found.words.startswith("More than 8 children")
    unsure = known(desk, "smit")
    assert (unsure.answer, unsure.perhaps, unsure.more) == (PERHAPS, (), True)


def test_a_plate_is_found_within_what_was_said_of_a_vehicle(desk: Desk, maisie: Person) -> None:
    build.episode(
        desk,
        maisie.id,
        "2026-11-10T20:00+00:00",
        "2026-11-11T08:00+00:00",
        found_with=(Mention(name="silver Astra AB12 CDE", sort="vehicle"),),
    )
    found = known(desk, "ab12cde")
    assert (found.answer, _names(found.perhaps)) == (PERHAPS, ["Maisie Okafor"])


def test_a_plate_leads_to_whose_it_is_and_perhaps_to_who_was_in_it(desk: Desk, maisie: Person) -> None:
    jade = build.young_person(desk, "Jade", "Ahmed")
    car = build.vehicle(desk, "AB12 CDE")
    build.link(desk, jade, "seen_at", car)
    found = known(desk, "ab12cde")
    assert (found.answer, _names(found.perhaps)) == (PERHAPS, ["Jade Ahmed"])
    assert found.perhaps[0].by == "vehicle ab12cde, which their records name"
    build.link(desk, maisie, "uses", car)
    found = known(desk, "AB12 CDE")
    assert (found.answer, found.matches[0].by) == (KNOWN, "vehicle AB12 CDE")
    assert _names(found.perhaps) == ["Jade Ahmed"]


def test_a_number_named_in_a_record_leads_to_the_child(desk: Desk, maisie: Person) -> None:
    build.episode(
        desk,
        maisie.id,
        "2026-11-10T20:00+00:00",
        "2026-11-11T08:00+00:00",
        found_with=(Mention(name="07700 900555", sort="phone"),),
    )
    found = known(desk, "07700900555")
    assert (found.answer, _names(found.perhaps)) == (PERHAPS, ["Maisie Okafor"])
    handset = build.phone(desk, "07700 900555")
    build.link(desk, maisie, "uses", handset)
    assert known(desk, "07700900555").answer == KNOWN


def test_a_restricted_child_is_not_known_to_anybody(desk: Desk, maisie: Person) -> None:
    car = build.vehicle(desk)
    build.link(desk, maisie, "uses", car)
    with desk.writing() as work:
        work.put(maisie.changed(restricted=True), maisie)
    nobody = known(desk, "Zebedee").words
    for text in ("Maisie Okafor", "Maz", "07700 900123", "AB12 CDE", "Mais"):
        found = known(desk, text)
        assert (found.answer, found.matches, found.perhaps, found.words) == (NOT_KNOWN, (), (), nobody)


def test_who_asked_and_whom_they_heard_of_is_written_down(desk: Desk, maisie: Person) -> None:
    jade = build.young_person(desk, "Jade", "Okafor")
    worker = build.colleague(desk, "Tom Reed")
    known(worker, "okafor", asked_by="PC 1234 Hill, Northants Police")
    rows = _rows(desk)
    signing_in.leave(worker)
    assert {row["subject"] for row in rows} == {maisie.id, jade.id}
    assert {(row["account"], row["reason"], row["recipient"]) for row in rows} == {
        ("Tom Reed", "okafor", "PC 1234 Hill, Northants Police")
    }
    known(desk, "zebedee\x00\n")
    assert _rows(desk)[0]["reason"] == "zebedee"


def test_half_a_letter_from_a_command_line_is_no_letter(desk: Desk, maisie: Person) -> None:
    assert known(desk, "\udcff", "PC \udcff").answer == NOT_KNOWN
    row = next(row for row in audit.entries(desk.store.vault) if row["deed"] == "known asked")
    assert row["recipient"] == "PC ?"
