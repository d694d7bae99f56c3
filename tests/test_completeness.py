"""Every kind of record is everywhere it has to be; whatever was forgotten is named."""

from typing import Any

import pytest

from rise_desk.domain.access import TABLE, Deed
from rise_desk.domain.agenda import RULES, THING_RULES
from rise_desk.domain.record import Part, Record, attributes
from rise_desk.domain.schema import describe
from rise_desk.domain.staff import Role
from rise_desk.domain.thing import Thing
from rise_desk.services import casework
from rise_desk.services.practice import general
from rise_desk.storage.kinds import KINDS, THINGS
from rise_desk.storage.rows import every


def _classes(cls: type[Record | Part]) -> list[type[Record | Part]]:
    parts = [each.part for each in attributes(cls) if each.part is not None]
    return [cls, *(found for part in parts for found in _classes(part))]


ALL = {found for kind in KINDS for found in _classes(kind.record)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.record.KIND)
def test_every_field_has_its_column(kind: Any) -> None:
    fields = {each.name for each in attributes(kind.record)}
    assert fields | {"sealed"} == set(kind.row._meta.fields)
    assert [every(kind).count(f'"{name}"') for name in ("sealed", *fields)] == [1] * (len(fields) + 1)


def test_every_record_class_is_a_kind() -> None:
    things = set(Thing.__subclasses__())
    assert (set(Record.__subclasses__()) - {Thing}) | things == {each.record for each in KINDS}
    assert things == {each.record for each in THINGS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.record.KIND)
def test_every_kind_has_its_words(kind: Any) -> None:
    assert kind.record.KIND
    assert kind.record.TITLE
    names = {"young_person", "adult"} if kind.record.KIND == "person" else {kind.record.KIND}
    assert names <= set(casework.kinds())


@pytest.mark.parametrize("cls", sorted(ALL, key=str), ids=str)
def test_every_field_has_a_label_and_a_list_that_exists(cls: type[Record | Part]) -> None:
    practice = general()
    for each in attributes(cls):
        assert each.label, each.name
        assert not each.vocabulary or each.vocabulary in practice.vocabularies, each.vocabulary
    assert [told["name"] for told in describe(cls, practice)] == [each.name for each in attributes(cls)]


def test_every_deed_says_something_to_every_role() -> None:
    assert set(TABLE) == set(Deed)
    assert all(set(row) <= set(Role) for row in TABLE.values())


def test_every_rule_reads_kinds_that_exist_and_answers_with_one() -> None:
    known = {each.record.KIND for each in KINDS}
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in THING_RULES}) == len(THING_RULES)
    reads = [*(rule.reads for rule in RULES), *(rule.reads for rule in THING_RULES)]
    assert all(set(each) <= known for each in reads)


def test_every_kind_has_its_place_on_the_screen() -> None:
    from ui.records import KINDS as SHOWN

    assert {each.kind for each in SHOWN} == {each.record.KIND for each in KINDS}
