"""An instrument's file: a sound one is read whole; a broken one is refused in a sentence that says where and why."""

import json
import random
from collections.abc import Callable
from typing import Any

import pytest

from rise_desk import places
from rise_desk.domain import instrument_file
from rise_desk.domain.instrument import BANDS, INDICATORS, Instrument
from rise_desk.errors import Invalid
from rise_desk.services.practice import OURS, instruments

OURS_TEXT = places.resource_text("instruments", "nscb_cse.json")
MUTATED = 400
"""How many spoilt files are read here; two thousand were, once, by hand."""

Change = Callable[[dict[str, Any]], object]


def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(OURS_TEXT)
    return data


def _refused(text: str) -> str:
    with pytest.raises(Invalid) as refused:
        instrument_file.read(text)
    assert list(refused.value.fields) == ["instrument"]
    return refused.value.fields["instrument"]


def _refused_when(change: Change) -> str:
    data = _data()
    change(data)
    return _refused(json.dumps(data))


def _set(*path: Any) -> Change:
    """Put the last of these at the place that the others lead to."""
    *way, name, value = path

    def change(data: Any) -> None:
        for each in way:
            data = data[each]
        data[name] = value

    return change


def test_our_own_is_read_whole() -> None:
    made = instrument_file.read(OURS_TEXT)
    assert made == instruments()[OURS]
    assert [each.key for each in made.indicators] == list(INDICATORS)
    assert [(each.key, each.lowest, each.highest) for each in made.bands] == [
        ("green", 10, 22),
        ("amber", 18, 42),
        ("red", 38, 60),
    ]
    assert (made.reassess_after_days, made.due_soon_days, made.outranks) == (42, 7, {"exploitation": 4})
    assert all(len(each.levels) == 5 and all(each.levels) for each in made.indicators)
    assert [each.key for each in made.indicators if each.asks] == ["education", "associates"]


def test_a_board_s_own_wording_keeps_our_rules_where_it_says_none() -> None:
    data = _data() | {"name": "leeds_cse", "version": "2026-1"}
    del data["rules"]
    for each in data["indicators"]:
        each.pop("asks", None)
        each.pop("lists_people", None)
    made = instrument_file.read("\ufeff" + json.dumps(data))
    assert made.key == "leeds_cse/2026-1"
    assert (made.reassess_after_days, made.due_soon_days, made.outranks) == (42, 7, {"exploitation": 4})
    assert not any(each.asks or each.lists_people for each in made.indicators)


def test_a_board_may_set_the_rules_within_bounds() -> None:
    for days in (1, 366):
        data = _data() | {"rules": {"reassess_after_days": days, "due_soon_days": days, "outranks": {"missing": 5}}}
        made = instrument_file.read(json.dumps(data))
        assert (made.reassess_after_days, made.due_soon_days, made.outranks) == (days, days, {"missing": 5})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{\n"name": "x",\n}', "Line 3 can’t be read: "),
        ("", "Line 1 can’t be read: expecting value."),
        ("[" * 100_000, "This file can’t be read as JSON."),
        ("1" * 5_000, "This file can’t be read as JSON."),
        (" " * (instrument_file.LARGEST + 1), "This file is far too long to be an instrument."),
        ("[]", "The file must hold one instrument: an object with named fields."),
        ("null", "The file must hold one instrument: an object with named fields."),
        ('{"naem": "x"}', "There is no field called “naem” in an instrument."),
    ],
)
def test_a_file_that_is_no_instrument_is_refused(text: str, sentence: str) -> None:
    assert _refused(text).startswith(sentence)


NAME = "“name” must be small letters, digits and underscores, such as leeds_cse."
VERSION = "“version” must be letters, digits, points and dashes without a space, such as 2026-1."
JUDGEMENT = "“judgement” must have a label, a lowest and a highest mark."
ONE_TO_TEN = "“judgement” must go from 1 to 10."
BAND_ORDER = "“bands” must be green, amber, red, in this order."
OUTRANKS = "“outranks” must name indicators, each with the score from 1 to 5 from which it outranks the sum."
ASKS = "must have text of at most 500 letters in “asks”, and true or false in “lists_people”."
LONG = "x" * 501

BROKEN: list[tuple[Change, str]] = [
    (_set("name", "Leeds CSE"), NAME),
    (_set("name", "x" * 61), NAME),
    (_set("name", 7), NAME),
    (lambda data: data.pop("name"), NAME),
    (_set("version", "2026 1"), VERSION),
    (_set("version", ""), VERSION),
    (_set("version", 2026), VERSION),
    (_set("title", " "), "“title” must be text of 1 to 500 letters."),
    (_set("title", LONG), "“title” must be text of 1 to 500 letters."),
    (_set("source", None), "“source” must be text of 1 to 500 letters."),
    (_set("source", "half a \ud83d"), "“source” must be text of 1 to 500 letters."),
    (_set("indicators", {}), "“indicators” must be a list of the ten indicators."),
    (lambda data: data.pop("indicators"), "“indicators” must be a list of the ten indicators."),
    (
        _set("indicators", 2, "substances"),
        "Indicator 3 must be an object with a key, a label, a short label and levels.",
    ),
    (_set("indicators", 0, "colour", "red"), "Indicator 1 (“missing”) has a field “colour” that no indicator has."),
    (
        _set("indicators", 0, "key", "online"),
        f"Indicator 1 (“online”) must have one of these keys: {', '.join(INDICATORS)}.",
    ),
    (_set("indicators", 0, "key", ["x"]), f"Indicator 1 must have one of these keys: {', '.join(INDICATORS)}."),
    (_set("indicators", 1, "label", ""), "Indicator 2 (“education”) must have a “label” of 1 to 500 letters."),
    (_set("indicators", 1, "short", LONG), "Indicator 2 (“education”) must have a “short” of 1 to 500 letters."),
    (_set("indicators", 1, "asks", 3), f"Indicator 2 (“education”) {ASKS}"),
    (_set("indicators", 1, "asks", LONG), f"Indicator 2 (“education”) {ASKS}"),
    (_set("indicators", 8, "lists_people", 1), f"Indicator 9 (“associates”) {ASKS}"),
    (
        _set("indicators", 3, "levels", "none"),
        "Indicator 4 (“family”) must have exactly 5 levels, from 1 to 5; it has 0.",
    ),
    (
        lambda data: data["indicators"][3]["levels"].pop(),
        "Indicator 4 (“family”) must have exactly 5 levels, from 1 to 5; it has 4.",
    ),
    (
        lambda data: data["indicators"][3]["levels"].append("worse"),
        "Indicator 4 (“family”) must have exactly 5 levels, from 1 to 5; it has 6.",
    ),
    (
        _set("indicators", 3, "levels", 2, "  "),
        "Indicator 4 (“family”) must say in 1 to 500 letters what level 3 means.",
    ),
    (_set("indicators", 3, "levels", 4, 5), "Indicator 4 (“family”) must say in 1 to 500 letters what level 5 means."),
    (lambda data: data["indicators"].append(data["indicators"][0]), "The indicator “missing” stands there twice."),
    (lambda data: data["indicators"].pop(), "The indicator “exploitation” is missing."),
    (_set("indicators", []), "The indicator “missing” is missing."),
    (
        lambda data: data["indicators"].reverse(),
        f"The indicators must come in this order: {', '.join(INDICATORS)}.",
    ),
    (lambda data: data.pop("judgement"), JUDGEMENT),
    (_set("judgement", 10), JUDGEMENT),
    (_set("judgement", "extra", 1), JUDGEMENT),
    (_set("judgement", "label", " "), JUDGEMENT),
    (_set("judgement", "lowest", 0), ONE_TO_TEN),
    (_set("judgement", "highest", 11), ONE_TO_TEN),
    (_set("judgement", "lowest", True), ONE_TO_TEN),
    (_set("judgement", "highest", 10.0), ONE_TO_TEN),
    (lambda data: data.pop("bands"), BAND_ORDER),
    (_set("bands", 1, "amber"), BAND_ORDER),
    (lambda data: data["bands"].reverse(), BAND_ORDER),
    (lambda data: data["bands"].pop(), BAND_ORDER),
    (
        _set("bands", 1, "colour", "orange"),
        "The band “amber” must have a key, a label, a lowest and a highest score, and nothing else.",
    ),
    (
        _set("bands", 1, "label", 4),
        "The band “amber” must have a key, a label, a lowest and a highest score, and nothing else.",
    ),
    (_set("bands", 0, "lowest", "10"), "The band “green” must go from a lowest to a highest score."),
    (_set("bands", 2, "highest", 60.5), "The band “red” must go from a lowest to a highest score."),
    (_set("bands", 0, "lowest", 23), "The band “green” must go from a lowest to a highest score."),
    (_set("bands", 0, "lowest", 12), "The bands leave a gap: no band is allowed for a score of 11."),
    (_set("bands", 1, "lowest", 24), "The bands leave a gap: no band is allowed for a score of 23."),
    (_set("bands", 2, "highest", 59), "The bands leave a gap: no band is allowed for a score of 60."),
    (
        _set("bands", 2, "lowest", 22),
        "A score of 22 would allow green, amber, red: only two neighbouring bands may overlap.",
    ),
    (
        lambda data: (
            _set("bands", 1, "highest", 30)(data),
            _set("bands", 0, "highest", 31)(data),
            _set("bands", 2, "lowest", 31)(data),
        ),
        "A score of 31 would allow green, red: only two neighbouring bands may overlap.",
    ),
    (
        lambda data: (_set("bands", 0, "lowest", 18)(data), _set("bands", 1, "lowest", 10)(data)),
        "Each band must begin and end at higher scores than the one before it.",
    ),
    (_set("rules", []), "“rules” may hold “reassess_after_days”, “due_soon_days” and “outranks”."),
    (_set("rules", "sign_off", 1), "“rules” may hold “reassess_after_days”, “due_soon_days” and “outranks”."),
    (_set("rules", "reassess_after_days", 0), "“reassess_after_days” must be a number of days from 1 to 366."),
    (_set("rules", "reassess_after_days", 367), "“reassess_after_days” must be a number of days from 1 to 366."),
    (_set("rules", "due_soon_days", "7"), "“due_soon_days” must be a number of days from 1 to 366."),
    (_set("rules", "due_soon_days", True), "“due_soon_days” must be a number of days from 1 to 366."),
    (_set("rules", "outranks", ["exploitation"]), OUTRANKS),
    (_set("rules", "outranks", {"online": 4}), OUTRANKS),
    (_set("rules", "outranks", {"exploitation": 6}), OUTRANKS),
    (_set("rules", "outranks", {"exploitation": 0}), OUTRANKS),
    (_set("rules", "outranks", {"exploitation": 4.0}), OUTRANKS),
]


@pytest.mark.parametrize(("change", "sentence"), BROKEN, ids=[f"{n}-{said[:40]}" for n, (_, said) in enumerate(BROKEN)])
def test_a_broken_one_is_refused_with_the_entry_and_the_reason(change: Change, sentence: str) -> None:
    assert _refused_when(change) == sentence


def test_a_spoilt_file_is_refused_in_one_sentence_or_is_an_instrument_all_through() -> None:
    dice = random.Random(5)
    refused = 0
    for _ in range(MUTATED):
        text = _spoilt(dice)
        try:
            _is_whole(instrument_file.read(text))
        except Invalid as no:
            refused += 1
            sentence = no.fields["instrument"]
            assert sentence.endswith(".")
            assert "\n" not in sentence
            assert len(sentence) < 400
    assert refused > MUTATED // 2


def _spoilt(dice: random.Random) -> str:
    """Our own file with letters changed, or with values put elsewhere in it."""
    if dice.random() < 0.4:
        letters = list(OURS_TEXT)
        for _ in range(dice.randint(1, 4)):
            letters[dice.randrange(len(letters))] = dice.choice(['"', "{", "]", ",", ":", "9", "-", "\x00", "é", ""])
        return "".join(letters)
    data = _data()
    for _ in range(dice.randint(1, 3)):
        _spoil(data, dice)
    return json.dumps(data)


def _spoil(data: Any, dice: random.Random) -> None:
    while True:
        keys = list(data) if isinstance(data, dict) else list(range(len(data)))
        if not keys:
            return
        key = dice.choice(keys)
        if isinstance(data[key], dict | list) and dice.random() < 0.8:
            data = data[key]
            continue
        data[key] = dice.choice(
            [None, True, -1, 0, 3, 10**30, 1.5, float("nan"), "", "x", "\ud83d", [], {}, [[]], {"key": {}}]
        )
        return


def _is_whole(made: Instrument) -> None:
    assert tuple(each.key for each in made.indicators) == INDICATORS
    assert tuple(each.key for each in made.bands) == BANDS
    assert all(len(each.levels) == 5 for each in made.indicators)
    for overall in range(made.lowest, made.highest + 1):
        assert 1 <= sum(each.allows(overall) for each in made.bands) <= 2
    wordings = [made.title, made.source, *(each.label for each in made.indicators)]
    assert all(each.encode() for each in wordings)
