"""The file of refused rows: every row as it came, its reason last, safe to open and fit to be imported again."""

import csv
import io
from pathlib import Path

from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.planning import Fate
from rise_desk.services.exchange.refused import preview_csv, refused_csv
from tests.services.rows import Write

TEXT = (
    "ref,given_name,dob,phone,notes\n"
    "V1,Jade,2010-03-27,,\n"
    'V2,Maisie,31/02/2010,+447700900123,"=1+1, or\nso"\n'
    "V3,Zoë\n"
    "V4,Ana,31/02/2010,,,extra\n"
    "V5,Ruth,31/02/2010,'=x,-5\n"
)


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_refused_rows_come_back_with_their_reasons(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(TEXT, encoding="utf-8")
    seen = importing.preview(desk, path, source="mosaic")
    data = refused_csv(seen)
    assert data.startswith(b'\xef\xbb\xbf"ref","given_name","dob","phone","notes","reason"\r\n"V2",')
    _, second, third, fourth, fifth = _rows(data)
    assert second[3:5] == ["'+447700900123", "'=1+1, or\nso"]
    assert "Date of birth" in second[5]
    assert third == ["V3", "Zoë", "This row has 2 values, but the file has 5 columns."]
    assert fourth[5:] == ["extra", "This row has 6 values, but the file has 5 columns."]
    assert fifth[3:5] == ["''=x", "-5"]


def test_refused_rows_that_were_put_right_are_imported(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(TEXT, encoding="utf-8")
    first = importing.preview(desk, path, source="mosaic")
    importing.commit(desk, first)
    data = refused_csv(first)
    path.write_bytes(data)
    same = importing.preview(desk, path, source="mosaic")
    assert same.count(Fate.REFUSED) == 4
    assert "reason" not in same.layout.not_recognised
    assert same.table.rows[0].cells[3] == "+447700900123"
    once_more = _rows(refused_csv(same))
    assert [row[:-1] for row in once_more] == [row[:-1] for row in _rows(data)]
    path.write_bytes(refused_csv(same))
    assert importing.preview(desk, path, source="mosaic").count(Fate.REFUSED) == 4
    path.write_bytes(data.replace(b"31/02/2010", b"27/02/2010"))
    mended = importing.preview(desk, path, source="mosaic")
    assert [str(each.fate) for each in mended.outcomes] == ["created", "refused", "refused", "created"]
    people = {each.references[0].ref: each for each in importing.commit(desk, mended).saved}
    assert getattr(people["V2"], "background", "") == "=1+1, or\nso"
    assert getattr(people["V5"], "background", "") == "-5"


def test_a_file_of_somebody_else_s_reasons_keeps_them(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("ref,given_name,dob,Reason\nV1,Jade,31/02/2010,'=why\n", encoding="utf-8")
    seen = importing.preview(desk, path, source="mosaic")
    assert seen.layout.not_recognised == ("Reason",)
    assert _rows(refused_csv(seen))[1][3] == "''=why"


def test_the_whole_preview_leaves_with_what_becomes_of_each_row(desk: Desk, write: Write) -> None:
    path = write("ref,name,phone\nV1,=1+1,7700900123\nV2,,\n")
    told = preview_csv(importing.preview(desk, path)).decode("utf-8-sig").splitlines()
    assert told[0].startswith('"line","what happens","file","why, or what is added","to look at","ref"')
    assert told[1].startswith('"2","created",')
    assert told[1].endswith('"V1","\'=1+1","7700900123"')
    assert told[2].startswith('"3","refused",')
