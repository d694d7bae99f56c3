"""Who somebody is and how things stand: what is known, what is not recorded, what held before, who is around."""

from datetime import datetime
from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.reports.blocks import WarningBox, as_text
from tests.reports.telling import facts_of, maisie, rows_of, story, summary


def test_a_standing_warning_follows_in_its_frame_and_an_ended_one_is_told_later(
    practice: Practice, now: datetime
) -> None:
    standing = life.StandingWarning(
        warning="do_not_disclose_address", detail="to father", decided_by="L. Osei", review_on=Moment("2027-01-04")
    )
    ended = life.StandingWarning(warning="do_not_tell_family", until=Moment("2026-11-20"))
    bare = life.StandingWarning(warning="do_not_tell_family", until=Moment("2026-11-21"))
    told = summary(story(maisie(warnings=(standing, ended, bare))), practice, now)
    assert [each for each in told.blocks if isinstance(each, WarningBox)] == [
        WarningBox(text="Do not disclose address: to father", detail="decided by L. Osei, review 4 January 2027"),
        WarningBox(text="Do not tell family"),
    ]
    assert rows_of(told, "What") == (("Warning", "Do not tell family, until 20 November 2026"),)


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"date_of_birth": Moment("2013-03-12"), "file_number": "26-0147"}, "born 12 March 2013 (13) · file 26-0147"),
        ({"date_of_birth": Moment("2013"), "known_as": "Maz"}, "known as Maz · born 2013 (12 or 13)"),
        ({"date_of_birth": Moment("2027-01-01")}, "born 1 January 2027"),
        ({"approximate_age": "15"}, "about 15"),
        ({"known_as": "Maisie Okafor"}, "date of birth not recorded"),
    ],
)
def test_the_line_under_the_name(values: dict[str, Any], line: str, practice: Practice, now: datetime) -> None:
    assert summary(story(maisie(**values)), practice, now).subject_line == line


def test_what_is_not_recorded_says_so_and_is_not_no(practice: Practice, now: datetime) -> None:
    told = summary(story(maisie()), practice, now)
    assert facts_of(told, "Identity") == {
        "Name": "Maisie Okafor",
        "Date of birth": "not recorded",
        "Gender": "not recorded",
        "Ethnicity": "not recorded",
    }
    assert facts_of(told, "How things stand") == {
        "Case": "not recorded",
        "Key worker": "nobody yet",
        "Lives": "not recorded",
        "Legal": "not recorded",
        "Last seen": "not recorded",
        "School": "not recorded",
    }
    assert "No parent or carer is recorded." in as_text(told)


@pytest.mark.parametrize(("safe", "words"), [(True, "yes"), (False, "no"), (None, "not recorded")])
def test_whether_a_number_is_safe_has_three_answers(
    safe: bool | None, words: str, practice: Practice, now: datetime
) -> None:
    number = life.ContactNumber(number="07700 900456", safe_to_call=safe)
    told = facts_of(summary(story(maisie(contact_numbers=(number,))), practice, now), "Identity")
    assert told["Contact numbers"] == f"07700 900456 (safe to call: {words})"


def _moved(then: Moment, today: Moment) -> Person:
    """Somebody whose home, school, status and worker changed from one day to the next."""
    return maisie(
        case_spells=(life.CaseSpell(state="referred", until=then), life.CaseSpell(state="open", since=today)),
        addresses=(
            life.Address(lives="with_family", since=Moment("2020"), until=then),
            life.Address(lives="foster_care", since=today, outside_county=True, withheld_from="father"),
            life.Address(lives="with_family", lines="at weekends"),
        ),
        legal_spells=(
            life.LegalSpell(status="child_in_need", until=then),
            life.LegalSpell(status="section_20", evidence_seen=False),
            life.LegalSpell(status="care_order"),
        ),
        schools=(life.SchoolSpell(name="Latimer", until=then), life.SchoolSpell(name="Brooke Weston", since=today)),
        exclusions=(life.Exclusion(sort="suspension", since=then),),
        allocations=(
            life.Allocation(worker="L. Osei", role="key_worker", until=then),
            life.Allocation(worker="Priya Nair", role="key_worker", since=today),
            life.Allocation(worker="T. Fenwick", role="co_worker"),
        ),
        flags=(
            life.Flag(flag="sexual_exploitation", detail="named by police", basis="meeting"),
            life.Flag(flag="criminal_exploitation", until=then),
        ),
    )


def test_what_holds_now_is_apart_from_what_held_before(practice: Practice, now: datetime) -> None:
    told = summary(story(_moved(Moment("2026-06-03"), Moment("2026-06-04")), last_seen="2026-11-17"), practice, now)
    assert facts_of(told, "How things stand") == {
        "Case": "open, since 4 June 2026",
        "Key worker": "Priya Nair, since 4 June 2026",
        "Lives": "with family, at weekends\nfoster care, outside the county, since 4 June 2026, withheld from father",
        "Co-workers": "T. Fenwick",
        "Legal": "section 20, evidence seen: no\ncare order",
        "Last seen": "17 November 2026",
        "School": "Brooke Weston, since 4 June 2026",
        "Flags": "sexual exploitation: named by police, source: meeting",
    }
    assert rows_of(told, "What") == (
        ("Home", "With family, 2020 to 3 June 2026"),
        ("Legal", "Child in need, until 3 June 2026"),
        ("School", "Latimer, until 3 June 2026"),
        ("School", "Suspension, since 3 June 2026"),
        ("Case", "Referred, until 3 June 2026"),
        ("Worker", "L. Osei, key worker, until 3 June 2026"),
        ("Flag", "Criminal exploitation, until 3 June 2026"),
    )


@pytest.mark.parametrize(
    ("born", "at_risk", "shown"),
    [
        ("2008-11-22", True, False),
        ("2008-11-21", True, True),
        ("2008", True, False),
        ("", True, False),
        ("", False, True),
        ("2012-01-01", False, False),
    ],
)
def test_nobody_who_may_be_under_18_is_printed_as_of_concern(
    born: str, at_risk: bool, shown: bool, practice: Practice, now: datetime
) -> None:
    concern = life.DatedRole(role="of_concern", basis="police report")
    roles = (life.DatedRole(role="at_risk"), concern) if at_risk else (concern,)
    told = as_text(summary(story(maisie(date_of_birth=Moment(born), roles=roles)), practice, now))
    assert ("of concern (alleged), police report" in told) is shown
    assert "police report" not in told or shown


def test_the_people_around_stand_with_what_they_may_be_told(practice: Practice, now: datetime) -> None:
    person = maisie(
        carers=(
            life.Carer(name="Grace", relationship="mother", may_be_told="everything", parental_responsibility=True),
            life.Carer(name="Samuel", parental_responsibility=False, number="07700 900123", address="Corby"),
            life.Carer(name="Ruth", may_be_told="nothing", told_what="decided by L. Osei"),
        ),
        household=(life.HouseholdChild(name="Ada", date_of_birth=Moment("2016"), safe="yes"),),
        professionals=(life.Professional(name="Dr Reed", work="GP", phone="01632 960777"),),
        needs=(life.Need(area="learning", detail="Dyslexia"),),
        front_sheet=(life.FrontSheetAnswer(question="homophobia", answer="not_yet_asked"),),
        background="Moved in June.",
    )
    told = summary(story(person), practice, now)
    assert rows_of(told, "Parent or carer") == (
        ("Grace", "mother, parental responsibility", "everything", ""),
        ("Samuel", "no parental responsibility", "not recorded", "07700 900123, Corby"),
        ("Ruth", "", "nothing: decided by L. Osei", ""),
    )
    assert rows_of(told, "Child of the household") == (("Ada, born 2016 (9 or 10)", "", "yes", "not recorded", ""),)
    assert rows_of(told, "Professional") == (("Dr Reed", "GP", "", "01632 960777"),)
    assert rows_of(told, "Need") == (("Learning", "Dyslexia"),)
    assert rows_of(told, "Question") == (("Experience of homophobia", "not yet asked", ""),)
    assert "Moved in June." in as_text(told)
