"""Columns mapped by hand: in people's own words, remembered for the source, and told where they no longer fit."""

from pathlib import Path

import pytest

from rise_desk.errors import Invalid
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing, mapping
from rise_desk.services.exchange.columns import layout
from rise_desk.services.exchange.rows import Table
from tests.services.rows import Write, fates, imported, people

ODD = "Client,Called,Last,D.B.\nV1,Maisie,Okafor,2010\n"
SAID = {"client": "ref", "Called": "given name", "LAST": "surname", "D.B.": "dob"}


def test_columns_are_named_in_peoples_own_words(desk: Desk, write: Write) -> None:
    path = write(ODD)
    with pytest.raises(Invalid, match="can't tell what this file holds"):
        importing.preview(desk, path)
    imported(desk, path, said=SAID)
    assert [(each.name, each.date_of_birth) for each in people(desk)] == [("Maisie Okafor", "2010")]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"Clint": "ref"}, r"no column “Clint”\. Its columns are Client, Called, Last, D\.B\."),
        ({"Client": "shoe"}, "“shoe” is no field here. The fields are reference, given name"),
        ({"Called": "given name", "Last": "given name"}, "Two columns say the same thing"),
    ],
)
def test_what_cant_be_meant_is_said(desk: Desk, write: Write, said: dict[str, str], words: str) -> None:
    with pytest.raises(Invalid, match=words):
        importing.preview(desk, write(ODD), kind="young_people", said=said)


def test_a_column_chosen_goes_before_one_that_only_sounds_like_it(desk: Desk, write: Write) -> None:
    path = write("ref,name,other,notes,comments\nV1,x,Ana Silva,a,b\n")
    seen = importing.preview(desk, path, said={"other": "name", "comments": "leave out"})
    assert dict(seen.layout.recognised) == {"ref": "reference", "other": "name", "notes": "background"}
    assert seen.outcomes[0].name == "Ana Silva"


def test_a_choice_is_remembered_for_everybody_until_it_is_changed(desk: Desk, write: Write) -> None:
    imported(desk, write(ODD), said=SAID)
    again = importing.preview(desk, write(ODD.replace("V1,Maisie", "V2,Jade")))
    assert fates(again) == ["created"]
    assert again.notices == ("The columns are read as they were chosen for “mosaic” before.",)
    with pytest.raises(Invalid):
        importing.preview(desk, write(ODD, source="police"))
    assert importing.preview(desk, write(ODD), kind="notes").notices == ()
    changed = importing.preview(desk, write(ODD.replace("V1", "V3")), said={"D.B.": "leave out"})
    assert changed.layout.chosen["D.B."] == ""
    importing.commit(desk, changed)
    table = importing.opened(desk, write(ODD))
    assert importing.proposed(desk, table, "Mosaic").chosen == changed.layout.chosen


def test_a_choice_that_no_longer_fits_says_what_changed_and_keeps_the_rest(desk: Desk, write: Write) -> None:
    imported(desk, write(ODD), said=SAID)
    later = importing.preview(desk, write("Client,Called,Surname,Born,Hat\nV2,Jade,Bell,2011,red\n"))
    assert later.notices[0] == (
        "The columns of “mosaic” have changed since they were chosen. No longer there: Last (it was family name), "
        "D.B. (it was date of birth). New: Surname, Born, Hat. The other choices are kept. Look whether all are right."
    )
    assert dict(later.layout.recognised)["Client"] == "reference"
    fewer = importing.preview(desk, write("Client,Called,D.B.\nV2,Jade,2011\n"))
    assert "New:" not in fewer.notices[0]
    more = importing.preview(desk, write("Client,Called,Last,D.B.,Hat\nV2,Jade,Bell,2011,red\n"))
    assert "No longer there" not in more.notices[0]
    left = importing.preview(desk, write(ODD.replace("V1", "V4")), said={"Last": "leave out"})
    importing.commit(desk, left)
    without = importing.preview(desk, write("Client,Called,D.B.,Hat,x\nV5,Jade,2011,,\n"))
    assert "No longer there: Last. " in without.notices[0]
    other = importing.preview(desk, write("ref,name,x,y,z\nV9,Ana,,,\n"))
    assert other.notices == ()


def test_a_choice_taken_back_is_kept_as_none(desk: Desk, write: Write) -> None:
    first = importing.preview(desk, write("ref,name,hat\nV1,Ana,red\n"), said={"hat": "background"})
    importing.commit(desk, first)
    table = importing.opened(desk, write("ref,name,hat\nV2,Jade,red\n"))
    plain = importing.seen_as(desk, table, layout(table.header), "mosaic")
    importing.commit(desk, plain)
    assert importing.proposed(desk, table, "mosaic").chosen == {}


def test_what_the_window_offers(desk: Desk) -> None:
    header = ("ref", "name", "", "x", "x")
    assert mapping.read_as("young_person", header) == {
        "ref": "ref", "name": "full_name", "column 3 (no name)": "", "x (column 4)": "", "x (column 5)": "",
    }  # fmt: skip
    wanted = {"ref": "ref", "name": "", "x (column 4)": "full_name"}
    assert mapping.chosen_by_hand("young_person", header, wanted) == {"name": "", "x (column 4)": "full_name"}
    table = Table(name="a", encoding="", header=("x", "y"), rows=())
    assert importing.proposed(desk, table, "mosaic").kind == ""
    assert importing.proposed(desk, Table(name="a", encoding="", header=("name",), rows=()), "m").kind == "young_person"
    linked = Table(name="a", encoding="", header=("from_ref", "link", "to_ref"), rows=())
    assert importing.proposed(desk, linked, "m").kind == "link"


def test_fields_that_are_no_more_are_forgotten(desk: Desk, tmp_path: Path) -> None:
    with desk.writing() as work:
        work.set(
            "import columns of mosaic",
            '[["young_person", ["a"], {"a": "tail", "b": ""}], ["dragon", ["a"], {"a": "ref"}]]',
        )
    assert mapping.offered(desk, "mosaic", ["a"]).chosen == {"b": ""}
