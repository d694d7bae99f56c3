"""The heat-strip: what stands in each cell, how bands and years are told, and where time lies below it."""

import pytest

from rise_desk.domain import heat, heat_axis, heat_told
from rise_desk.domain.heat import Lane, Mark, Strip
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF, SignOff
from tests import build
from tests.domain.heat_sheets import SPRING, made, strip_from, strip_of, with_another_instrument

MAISIE = Id(1)


def _lane(*days: str, text: str = "") -> Lane:
    return Lane(key="missing", label="Nights missing", marks=tuple(Mark(at=Moment(day), text=text) for day in days))


def test_without_an_assessment_there_is_nothing_to_show() -> None:
    assert strip_from(lanes=(_lane("2026-04-01"),)) == Strip()
    assert heat_told.as_text(Strip()) == ""


def test_each_assessment_is_a_column_and_each_indicator_a_row() -> None:
    shown = strip_from(made("1234512345", "2026-05-26", 3, judgement=7), made("4323234433", "2026-04-14", 2))
    assert [(each.assessment, each.label, each.band_label, each.sum_words) for each in shown.columns] == [
        (2, "14 Apr", "Amber", "31 + 5 = 36"),
        (3, "26 May", "Amber", "30 + 7 = 37"),
    ]
    assert [each.key for each in shown.rows] == list(INDICATORS)
    assert "".join(row.cells[0].text for row in shown.rows) == "4323234433"
    assert [row.cells[1].before for row in shown.rows] == [4, 3, 2, 3, 2, 3, 4, 4, 3, 3]
    assert shown.rows[1].label == "School"
    assert shown.rows[0].cells[1].wording == "no missing episodes"


def test_what_is_not_yet_known_is_a_question_mark_and_a_range() -> None:
    shown = strip_from(made("4023034433", "2026-04-14", 2))
    assert [row.cells[0].text for row in shown.rows] == list("4?23?34433")
    assert (shown.columns[0].sum_words, shown.columns[0].total) == ("28–36 + 5 = 33–41", "33–41")
    assert not shown.columns[0].known
    assert "Not yet known: School; Accommodation." in heat_told.as_text(shown)
    assert "to find out: Asked of school." in heat_told.cell_told(shown.rows[1], shown.columns[0], 0)


def test_a_score_that_was_never_given_is_not_yet_known() -> None:
    made = build.made_assessment(MAISIE, id=Id(2))
    shown = strip_from(made.changed(scores=made.scores[1:]))
    assert shown.rows[0].cells[0].text == "?"


@pytest.mark.parametrize(
    ("before", "told", "short"),
    [
        ("", "Green was chosen and waits for a manager; until then amber shows.", "green waits"),
        (SENT_BACK, "Green was chosen and was sent back; until then amber shows.", "sent back"),
        (SIGNED_OFF, "", ""),
    ],
)
def test_a_band_that_waits_says_so_and_what_shows_until_then(before: str, told: str, short: str) -> None:
    assessed = made("2212121211", "2026-04-14", 2, judgement=3, band="green", band_reason="Steady.")
    answer = SignOff(id=Id(3), subject=MAISIE, assessment=Id(2), decision=before)
    shown = strip_from(assessed, *([answer] if before else []))
    (column,) = shown.columns
    assert (column.band_label, column.waits) == (("Amber", True) if told else ("Green", False))
    assert column.waiting == short
    assert ("was chosen" in heat_told.as_text(shown)) == bool(told)
    assert told in heat_told.as_text(shown)


def test_a_choice_that_shows_already_and_still_waits_names_one_band() -> None:
    first = made("1111111111", "2026-04-14", 2, judgement=1)
    second = made("4334243344", "2026-05-26", 3, judgement=4, band="amber", band_reason="Less than it looks.")
    (_, column) = strip_from(second, first).columns
    assert heat_told.waiting_told(column) == "Amber was chosen and waits for a manager."


def test_another_instrument_is_named_where_the_newest_was_made_with_this() -> None:
    practice, key = with_another_instrument()
    first, second = made("3" * 10, "2026-04-14", 2, instrument=key), made("3" * 10, "2026-05-26", 3)
    shown = strip_from(first, second, practice=practice)
    assert [each.made_with for each in shown.columns] == ["Our own wording, 2024", ""]
    assert "Made with another instrument: Our own wording, 2024." in heat_told.as_text(shown)
    alone = strip_from(first, practice=practice)
    assert alone.columns[0].made_with == ""


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["2026-04-14"], "Ten indicators, 14 April 2026"),
        (["2026-04-14", "2026-04-30"], "Ten indicators, April 2026"),
        (["2026-04-14", "2026-11-10"], "Ten indicators, April to November 2026"),
        (["2025-12-24", "2026-02-04"], "Ten indicators, December 2025 to February 2026"),
    ],
)
def test_the_title_says_from_when_to_when(days: list[str], told: str) -> None:
    records = [made("3" * 10, day, number) for number, day in enumerate(days, 2)]
    assert heat.title(strip_from(*records)) == told


def test_years_stand_where_they_begin_and_only_where_there_are_several() -> None:
    days = ("2025-11-12", "2025-12-24", "2026-02-04")
    records = [made("3" * 10, day, number) for number, day in enumerate(days, 2)]
    assert heat.years(strip_from(*records)) == ("2025", "", "2026")
    assert heat.years(strip_from(*records[:2])) == ("", "")


def test_the_newest_columns_still_say_what_changed() -> None:
    whole = strip_of(SPRING)
    newest = heat.last(whole, 2)
    assert newest.columns == whole.columns[-2:]
    assert {len(row.cells) for row in newest.rows} == {2}
    assert heat_told.assessment_told(newest, 0) == heat_told.assessment_told(whole, len(SPRING) - 2)
    assert heat.last(whole, 99) == whole


def test_sentences_tell_every_score_and_every_change() -> None:
    first, second, third = (
        made("4323234433", "2026-04-14", 2, judgement=6),
        *(
            made(levels, day, number, judgement=judgement)
            for levels, day, number, judgement in (
                ("5313234403", "2026-05-26", 3, 6),
                ("5313234443", "2026-07-07", 4, 6),
            )
        ),
    )
    told = heat_told.sentences(strip_from(first, second, third))
    assert told == (
        (
            "Ten indicators, April to July 2026: 3 assessments. "
            "1 is the lowest risk and 5 the highest; the score informs, people decide."
        ),
        (
            "14 April 2026: amber, 31 + 6 = 37. Missing 4; School 3; Drugs, alcohol 2; Family 3; Accommodation 2; "
            "Recognition 3; Engagement 4; Sexual health 4; Contacts 3; Exploitation 3."
        ),
        (
            "26 May 2026: red, 29–33 + 6 = 35–39. Missing 5; School 3; Drugs, alcohol 1; Family 3; Accommodation 2; "
            "Recognition 3; Engagement 4; Sexual health 4; Exploitation 3. Not yet known: Contacts. "
            "Since 14 April 2026 the total went from 37 to 35–39. Higher: Missing from 4 to 5. "
            "Lower: Drugs, alcohol from 2 to 1. Otherwise: Contacts from 3 to not yet known."
        ),
        (
            "7 July 2026: red, 32 + 6 = 38. Missing 5; School 3; Drugs, alcohol 1; Family 3; Accommodation 2; "
            "Recognition 3; Engagement 4; Sexual health 4; Contacts 4; Exploitation 3. "
            "Since 26 May 2026 the total went from 35–39 to 38. Otherwise: Contacts from not yet known to 4."
        ),
    )


def test_no_change_is_said_too() -> None:
    same = [made("3" * 10, day, number) for number, day in enumerate(("2026-04-14", "2026-05-26"), 2)]
    more = made("3" * 10, "2026-07-07", 4, judgement=6)
    told = heat_told.sentences(strip_from(*same, more))
    assert told[2].endswith("Since 14 April 2026 the total stayed at 35, and no indicator has changed.")
    assert told[3].endswith("Since 26 May 2026 the total went from 35 to 36, and no indicator has changed.")
    assert heat_told.sentences(strip_from(same[0]))[0].startswith("Ten indicators, 14 April 2026: 1 assessment. ")


def test_a_sheet_of_which_nothing_is_known_says_only_that() -> None:
    told = heat_told.assessment_told(strip_from(made("0" * 10, "2026-04-14", 2)), 0)
    assert told.startswith("14 April 2026: red, 10–50 + 5 = 15–55. Not yet known: Missing; School;")


def test_a_cell_tells_its_level_and_what_it_was() -> None:
    shown = strip_from(made("4323234433", "2026-04-14", 2), made("5320234433", "2026-05-26", 3))
    told = [heat_told.cell_told(shown.rows[row], shown.columns[1], 1) for row in (0, 1, 3)]
    assert told == [
        "Missing from home or care, 26 May 2026: 5 of 5, often, long. It was 4 on 14 April 2026.",
        f"School or college attendance, 26 May 2026: 3 of 5, {shown.rows[1].cells[1].wording}.",
        (
            "Relationship with parent or carer, 26 May 2026: not yet known, to find out: Asked of school. "
            "It was 3 on 14 April 2026."
        ),
    ]


def test_a_cell_without_words_says_its_score_alone() -> None:
    made = build.made_assessment(MAISIE, "0" + "3" * 9, day="2026-04-14", id=Id(2))
    first, *others = made.scores
    shown = strip_from(made.changed(scores=(first.__class__(indicator=first.indicator), *others)))
    told = heat_told.cell_told(shown.rows[0], shown.columns[0], 0)
    assert told == "Missing from home or care, 14 April 2026: not yet known."


# The time axis


@pytest.mark.parametrize(
    ("day", "place"),
    [
        ("2026-03-24", 0.0),
        ("2026-03-23", 0.5 - 22 / 42),
        ("2026-04-14", 0.5),
        ("2026-05-05", 1.0),
        ("2026-05-26", 1.5),
        ("2026-06-16", 2.0),
        ("2026-07-07", 2.5),
        ("2026-08-18", 3.5),
    ],
)
def test_time_runs_evenly_from_one_assessment_to_the_next(day: str, place: float) -> None:
    shown = strip_of(SPRING[:3], (_lane(day),))
    assert heat_axis.position(shown, Moment(day)) == pytest.approx(place)


def test_two_on_one_day_leave_the_axis_whole() -> None:
    shown = strip_of([SPRING[0], ("3" * 10, 5, "2026-04-14"), SPRING[1]], (_lane("2026-05-05"),))
    assert heat_axis.position(shown, Moment("2026-05-05")) == pytest.approx(2.0)


def test_what_came_since_has_room_of_its_own_however_long_ago_the_last_one_was() -> None:
    assert heat_axis.breadth(strip_of(SPRING[:2])) == 2
    assert heat_axis.breadth(strip_of(SPRING[:2], (_lane("2026-05-26"),))) == 2
    for day in ("2026-05-27", "2026-07-07", "2026-11-20"):
        shown = strip_of(SPRING[:2], (_lane(day),))
        assert heat_axis.breadth(shown) == 2 + heat_axis.SINCE
        assert 1.5 < heat_axis.position(shown, Moment(day)) <= heat_axis.breadth(shown)


def test_what_came_long_before_is_counted_and_not_drawn() -> None:
    lane = _lane("2026-04-20", "2026-02-01", "2026-04-10")
    shown = strip_of(SPRING[:2], (lane,))
    assert [round(at, 2) for at, _text in heat_axis.drawn(lane, shown)] == [0.4, 0.64]
    assert heat_axis.earlier(lane, shown) == 1


def test_lanes_are_counted_between_assessments_or_named() -> None:
    nights = _lane("2026-04-01", "2026-04-14", "2026-05-26", "2026-06-01")
    served = Lane(key="notice", label="Notices", marks=(Mark(at=Moment("2026-05-02"), text="notice served"),
                                                        Mark(at=Moment("2026-05-09"))))  # fmt: skip
    told = heat_told.sentences(strip_of(SPRING[:2], (nights, served)))
    assert told[3:] == (
        "Nights missing: 2 up to 14 April 2026, 1 up to 26 May 2026, 1 since 26 May 2026.",
        "Notices: notice served, 2 May 2026; Notices, 9 May 2026.",
    )


def test_between_assessments_without_any_nothing_is_claimed() -> None:
    told = heat_told.as_text(strip_of(SPRING[:3], (_lane("2026-06-01"),)))
    assert "Nights missing: 1 up to 7 July 2026." in told
    assert "0 up to" not in told


def test_an_empty_lane_never_stands_for_nothing_known() -> None:
    assert strip_of(SPRING[:2], (_lane(),)).lanes == ()
