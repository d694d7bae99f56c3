"""What naming writes by itself, who says so and where it comes from, names no child on the papers of others."""

from rise_desk.services import naming, network_papers, packs
from rise_desk.services.desk import Desk
from rise_desk.services.naming import Answer
from tests import build
from tests.services.telling import EXPLOITED, PAUL, PHONE, USES, told


def test_who_told_of_a_man_is_named_neither_on_another_child_s_paper_nor_on_his(desk: Desk) -> None:
    maisie, ines = build.young_person(desk), build.young_person(desk, "Ines", "Haile")
    held = told(desk, maisie, PAUL, PHONE)
    found = naming.of_record(desk, maisie.id, held.id)
    paul, phone, *_links = naming.settle(
        desk,
        [
            Answer(named=found[0], new=True, role="of_concern", way=EXPLOITED),
            Answer(named=found[1], new=True, way=USES, whose=0),
        ],
    )
    build.link(desk, paul, "exploited", ines)
    around, his = network_papers.preview(desk, ines.id).text, packs.summary(desk, paul.id).text
    for text in (around, his):
        assert "the young person interviewed, in the return interview" in text
        assert "Maisie" not in text
    assert phone.source == "the young person interviewed, in the return interview"
