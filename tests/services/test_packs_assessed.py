"""A summary of somebody who was assessed: the latest in full, every band, what is due, and no other child's name."""

from rise_desk.domain import life
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.services import casework, merging, packs
from rise_desk.services.desk import Desk
from rise_desk.storage.record_rows import PersonRow
from tests import build

WITHHELD = "what is known of them is withheld on this paper"
OPEN = (life.CaseSpell(state="open", since=Moment("2026-01-02")),)


def test_an_assessment_from_before_the_period_is_told_in_full(desk: Desk) -> None:
    person = build.young_person(desk, case_spells=OPEN)
    build.assessment(desk, person.id, "4333333333", day="2026-09-29", judgement_comment="The older view.")
    build.assessment(desk, person.id, day="2026-11-10", judgement_comment="The newer view.")
    text = packs.summary(desk, person.id, since=Moment("2026-11-20")).text
    assert "The newer view." in text
    assert "The older view." not in text
    assert "What was seen of associates." in text
    assert "Next assessment: Tuesday 22 December 2026" in text
    assert "Since last: down 1 from 36 on 29 September 2026" in text
    whole = packs.summary(desk, person.id).text
    assert "The older view." in whole
    assert whole.count("What was seen of associates.") == 1


def test_a_summary_without_assessments_says_so_where_one_is_due(desk: Desk) -> None:
    person = build.young_person(desk, case_spells=OPEN)
    text = packs.summary(desk, person.id).text
    assert "There is no assessment yet." in text
    assert "Next assessment: Friday 2 January 2026, overdue, First assessment" in text
    other = build.young_person(desk, "Jade", roles=(life.DatedRole(role="of_concern"),))
    assert "assessment" not in packs.summary(desk, other.id).text.lower()


def _naming(desk: Desk, subject: Id, *people: Id) -> Assessment:
    mentions = tuple(
        Mention(name=f"Nick{place}", person=who, known=f"known{place}") for place, who in enumerate(people)
    )
    return build.assessment(desk, subject, mentions=mentions)


def test_no_other_child_is_named_among_risky_people(desk: Desk) -> None:
    maisie, ben = build.young_person(desk), build.young_person(desk, "Benedict", "Ray")
    dex = build.young_person(desk, "Dexter", "Marlow", roles=(life.DatedRole(role="of_concern"),))
    hidden = build.young_person(desk, "Jade", "Whitlock", roles=(life.DatedRole(role="of_concern"),))
    merged = build.young_person(desk, "Benny", "Rey", roles=(life.DatedRole(role="of_concern"),))
    merging.merge(desk, ben, merged, "the same child")
    desk.store.vault.do(PersonRow.update(restricted=True).where(PersonRow.id == hidden.id))
    _naming(desk, maisie.id, ben.id, dex.id, Id(0), hidden.id, merged.id)
    made = packs.summary(desk, maisie.id)
    for name in ("Benedict", "Benny", "Nick0", "known0", "Jade", "Nick3", "known3", "Nick4", "known4"):
        assert name not in made.text
    assert made.text.count("Risky person: another young person") == 2
    assert "Risky person: Somebody whose file is restricted" in made.text
    assert "Risky person: Nick1 (file: Dexter Marlow); What is known: known1" in made.text
    assert "Risky person: Nick2; What is known: known2" in made.text
    assert made.text.count(WITHHELD) == 3


def test_a_withdrawn_or_corrected_assessment_does_not_count(desk: Desk) -> None:
    person = build.young_person(desk, case_spells=OPEN)
    wrong = build.assessment(desk, person.id, day="2026-11-10", judgement_comment="Wrong child.")
    build.assessment(desk, person.id, "2222222222", day="2026-11-09", judgement_comment="The right one.")
    casework.withdraw(desk, wrong, "wrong file")
    text = packs.summary(desk, person.id).text
    assert "LATEST ASSESSMENT IN FULL\n9 November 2026" in text
    assert "Withdrawn by Lena Osei" in text
