"""The recovery key as a picture for the printer."""

from datetime import UTC, datetime

from rise_desk.services import recovery_sheet


def test_the_sheet_is_a_picture_as_sharp_as_asked() -> None:
    now = datetime(2026, 11, 21, 10, tzinfo=UTC)
    made = [
        recovery_sheet.picture("ABC-DEF", records="Team", printed_by="Lena Osei", now=now, dpi=dpi) for dpi in (40, 80)
    ]
    assert all(each.startswith(b"\x89PNG") for each in made)
    assert len(made[0]) < len(made[1])
