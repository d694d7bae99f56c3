"""Finding in entries of every kind: assessments, sign-offs and checklists by their words, beside notes."""

from dataclasses import replace

import pytest

from rise_desk.domain.assessment import Assessment, Evidence
from rise_desk.domain.checklist import Checklist, ChecklistSign
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.staff import Role
from rise_desk.services import casework, finding, signing_in
from rise_desk.services.desk import Desk
from rise_desk.services.finding import Hit
from tests import build
from tests.bench.bare import overheard
from tests.services.test_finding_notes import restrict


def assessed(desk: Desk, subject: Id, **words: str) -> Assessment:
    """An assessment with some words of its own on file."""
    made = build.made_assessment(subject, id=desk.clock.new_id())
    evidence = tuple(replace(each, text=words.get(each.indicator, each.text)) for each in made.evidence)
    return casework.save(desk, made.changed(evidence=evidence, mentions=(Mention(name="Shadow", known="red car"),)))


def signed(desk: Desk, made: Assessment, comments: str) -> SignOff:
    """A sign-off with comments on file, by another manager."""
    manager = build.colleague(desk, "Moira Reed", Role.MANAGER)
    answer = SignOff(
        id=desk.clock.new_id(),
        subject=made.subject,
        assessment=made.id,
        decided_at=Moment("2026-11-20T09:00+00:00"),
        decision="signed_off",
        comments=comments,
    )
    saved = casework.save(manager, answer)
    signing_in.leave(manager)
    return saved


def checked(desk: Desk, subject: Id, note: str) -> Checklist:
    """A checklist with a word on a sign on file."""
    made = Checklist(
        id=desk.clock.new_id(),
        subject=subject,
        completed_on=Moment("2026-11-18"),
        signs=(ChecklistSign(sign="self_harm", note=note),),
        comment="Came alone.",
    )
    return casework.save(desk, made)


def only(desk: Desk, text: str) -> Hit:
    (hit,) = finding.find(desk, text).notes
    return hit


@pytest.mark.parametrize(
    ("text", "found_in"),
    [
        ("lighthouse", "assessment, evidence"),
        ("as the worker sees", "assessment, professional judgement"),
        ("shadow car", "assessment, risky people"),
    ],
)
def test_an_assessment_is_found_by_its_words(desk: Desk, text: str, found_in: str) -> None:
    person = build.young_person(desk)
    made = assessed(desk, person.id, family="They met at the lighthouse.")
    hit = only(desk, text)
    assert (hit.record, hit.kind, hit.subject, hit.name) == (made.id, "assessment", person.id, "Maisie Okafor")
    assert (hit.found_in, hit.aside, hit.standing) == (found_in, "10 November 2026", "")
    assert next(hit.excerpt[start:end].rstrip(".").lower() for start, end in hit.spans) in text


def test_sign_offs_and_checklists_are_found_too_and_all_kinds_stand_newest_first(desk: Desk) -> None:
    person = build.young_person(desk)
    note = build.note(desk, person.id, text="The lantern was lit.")
    made = assessed(desk, person.id, missing="Back by lantern light.")
    answer = signed(desk, made, "Thank you for the lantern.")
    listed = checked(desk, person.id, "a lantern burn")
    hits = finding.find(desk, "lantern").notes
    assert [each.record for each in hits] == [listed.id, answer.id, made.id, note.id]
    assert [each.found_in for each in hits] == [
        "health checklist, note on a sign",
        "sign-off, comments",
        "assessment, evidence",
        "note, what happened",
    ]
    assert [each.aside for each in hits][:2] == ["18 November 2026", "20 November 2026 at 9:00am"]
    older, more = finding.older_notes(desk, finding.find(desk, "lantern", notes=1), hits[1], limit=1)
    assert ([each.record for each in older], more) == ([made.id], True)


def test_what_was_put_right_or_withdrawn_says_so_by_its_own_name(desk: Desk) -> None:
    person = build.young_person(desk)
    first = assessed(desk, person.id, missing="Back by dawn.")
    again = first.changed(id=desk.clock.new_id(), corrects=first.id, version=0)
    casework.save(desk, again)
    found = {each.record: each.standing for each in finding.find(desk, "dawn").notes}
    assert found == {again.id: "", first.id: "put right by a later assessment"}
    casework.withdraw(desk, desk.store.get(Assessment, again.id), "Of another child.")
    assert finding.find(desk, "dawn").notes[0].standing == "withdrawn"


def test_an_entry_of_a_restricted_file_is_found_by_nobody_else(desk: Desk) -> None:
    person = build.young_person(desk)
    assessed(desk, person.id, missing="Back by dusk.")
    worker = build.colleague(desk, "Ana Silva")
    assert only(worker, "dusk").kind == "assessment"
    restrict(desk, person)
    assert finding.find(worker, "dusk").notes == ()
    signing_in.leave(worker)


def test_entries_are_read_in_one_go_for_each_kind(desk: Desk) -> None:
    people = [build.young_person(desk, given) for given in ("Ines", "Ruth", "Jade")]

    def queries() -> int:
        with overheard(desk.store.vault) as heard:
            assert finding.find(desk, "what was seen").notes
        return sum(1 for text, _values in heard if 'FROM "assessment" ' in text)

    build.assessment(desk, people[0].id)
    one = queries()
    for person in people[1:]:
        build.assessment(desk, person.id)
        build.assessment(desk, person.id, day="2026-11-01")
    assert (one, queries()) == (1, 1)


def test_evidence_without_words_is_nobody_s_answer(desk: Desk) -> None:
    person = build.young_person(desk)
    made = build.made_assessment(person.id, "0333333333", id=desk.clock.new_id())
    kept = tuple(Evidence(indicator=key, text="") if key == INDICATORS[0] else each
                 for key, each in zip(INDICATORS, made.evidence, strict=True))  # fmt: skip
    casework.save(desk, made.changed(evidence=kept))
    assert only(desk, "asked of school").found_in == "assessment, how it will be found out"
    assert finding.find(desk, "of missing").notes == ()
    assert made.corrects == NO_ID
