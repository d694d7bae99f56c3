"""The assessment on its form: two sheets when it is blank, as many as it needs when it is filled in, nothing lost."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from rise_desk.domain.assessment import Assessment, Evidence, HarmSign, Score
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.instrument import INDICATORS, Band, Instrument
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.standing import course
from rise_desk.reports import assessment_form, checklist_form, paper
from rise_desk.reports.assessment_form import Filled
from rise_desk.reports.assessment_told import Told
from rise_desk.reports.blocks import Document, as_text
from rise_desk.reports.paper import letters, pages
from rise_desk.reports.paper.compose import document_strips
from rise_desk.reports.paper.fonts import Fonts
from rise_desk.reports.paper.text import Typesetter
from rise_desk.reports.reading import Reading
from tests import build
from tests.reports.reading import page_texts, squeezed
from tests.reports.telling import DEX, MAISIE, maisie

BLANK_MARK = "OFFICIAL-SENSITIVE WHEN FILLED IN"


@pytest.fixture
def instrument(practice: Practice) -> Instrument:
    """The instrument that the program brings."""
    return practice.instruments[practice.instrument]


def _filled(practice: Practice, now: datetime, *records: Record, **values: Any) -> Document:
    """The last of these assessments on its form."""
    held = course(CaseFile(subject=maisie(), records=records), practice)
    names = {MAISIE: "Maisie Okafor", DEX: "Dexter Marlow", Id(3): "another young person"}
    reading = Reading(subject=MAISIE, names=names, practice=practice, now=now)
    before = held[-2].assessment if len(held) > 1 else None
    person = maisie(file_number="26-0147", date_of_birth=Moment("2013-03-12"))
    known: dict[str, Any] = {"person": person, "told": Told(held=held[-1], before=before, reading=reading), **values}
    return assessment_form.filled(Filled(**known), now=now, printed_by="Priya Nair", copy="copy 1")


@pytest.mark.parametrize("font", ["computers_fonts", "vera"])
def test_a_blank_form_is_exactly_two_pages(
    instrument: Instrument, now: datetime, font: str, request: pytest.FixtureRequest
) -> None:
    pdf = paper.render(assessment_form.blank(instrument, now=now), request.getfixturevalue(font))
    told = page_texts(pdf)
    assert len(told) == 2
    assert all(each.count(BLANK_MARK) == 2 for each in told)
    whole = squeezed("".join(told))
    for indicator in instrument.indicators:
        assert squeezed(indicator.label) in whole
        assert all(squeezed(wording) in whole for wording in indicator.levels)
    for words in (
        *("Name", "Date of birth", "Evidence", "Professional judgement (1 to 10)", "Protective factors", "signed"),
        *("Overall 11–17 18–22 23–37 38–42 43–60", "may be Green Amber or Green Amber Red or Amber Red"),
        *("These outrank the score", "Strategy discussion asked for today?", "Signs of harm", "Risky people"),
        *("Which one?", "not yet known", "CSE assessment: ten indicators and a professional judgement, 2015"),
    ):
        assert squeezed(words) in whole


def test_nothing_on_a_blank_form_is_smaller_than_9_points(
    instrument: Instrument, practice: Practice, now: datetime, setter: Typesetter
) -> None:
    for document in (assessment_form.blank(instrument, now=now), checklist_form.blank(practice, now=now)):
        strips = document_strips(document, setter)
        assert min(each.line.style.size for strip in strips for each in strip.words) == 9


def test_a_long_wording_flows_on_and_every_letter_is_there(
    instrument: Instrument, now: datetime, computers_fonts: Fonts
) -> None:
    long = "abcdefghi " * 50
    indicators = tuple(
        replace(each, label=f"{each.key} {long}"[:500], levels=tuple(f"{n} {long}"[:500] for n in range(5)), asks=long)
        for each in instrument.indicators
    )
    board = replace(instrument, indicators=indicators, title=long, bands=instrument.bands)
    pdf = paper.render(assessment_form.blank(board, now=now), computers_fonts)
    told = page_texts(pdf)
    assert len(told) > 2
    assert all(each.count(BLANK_MARK) == 2 for each in told)
    whole = squeezed("".join(told))
    assert whole.count("abcdefghi") >= 10 * 6 * 49


def test_other_bands_are_told_in_runs(instrument: Instrument, now: datetime) -> None:
    bands = (
        Band(key="green", label="Low", lowest=10, highest=30),
        Band(key="amber", label="Some", lowest=31, highest=40),
        Band(key="red", label="High", lowest=41, highest=60),
    )
    text = as_text(assessment_form.blank(replace(instrument, bands=bands, outranks={"exploitation": 5}), now=now))
    assert "Overall: may be; 11–30: Low; 31–40: Some; 41–60: High" in text
    assert "[ ] Current known level of sexual abuse or exploitation, scored 5\n" in text


HOSTILE = (
    "<b>bold</b> & </para> <font color=red> {x} %s \\n C:\\new",
    "Grin 😀 and a zero\u200bwidth, tab\there, line\nbreak",
    "مرحبا بالعالم 123",
    "שלום (abc) 42",
    "aé\u0301ö ﬁ № – “quotes”",
)


def _made(levels: str = "3333333333", **values: Any) -> Assessment:
    known: dict[str, Any] = {"id": Id(9), "recorded_by": "Priya Nair", **values}
    return build.made_assessment(MAISIE, levels, **known)


def _full_of(word: Iterator[str]) -> tuple[Assessment, SignOff]:
    """An assessment and its answer in which every text is the next of these."""
    made = _made(
        scores=tuple(
            Score(indicator=key, score=place % 2 * 3, find_out="" if place % 2 else next(word), answer=next(word))
            for place, key in enumerate(INDICATORS)
        ),
        evidence=tuple(
            Evidence(indicator=key, text=next(word), carried_from=Moment("2026-09-29"), confirmed=True)
            for key in INDICATORS
        ),
        judgement_comment=next(word),
        band_reason=next(word),
        protective=next(word),
        lead=next(word),
        strategy_by=next(word),
        strategy_because=next(word),
        strategy_at=Moment("2026-11-10T11:00+00:00"),
        told_why=next(word),
        source=next(word),
        mentions=(Mention(name="Dex", risk="danger", known=next(word)),),
        harm_signs=(HarmSign(sign="injury", seen_on=Moment("2026-11-01"), basis=next(word)),),
    )
    answer = SignOff(
        id=Id(12),
        subject=MAISIE,
        assessment=Id(9),
        decided_at=Moment("2026-11-12T10:00+00:00"),
        decision="sent_back",
        comments=next(word),
        recorded_by="L. Osei",
    )
    return made, answer


def test_every_typed_letter_of_a_filled_form_is_on_paper(
    practice: Practice, now: datetime, computers_fonts: Fonts
) -> None:
    typed = [
        f"{HOSTILE[place % len(HOSTILE)]} mark{chr(97 + place // 26)}{chr(97 + place % 26)}" for place in range(40)
    ]
    word = iter(typed)
    document = _filled(practice, now, *_full_of(word))
    used = typed[: len(typed) - len([*word])]
    text = as_text(document)
    assert all(each in text for each in used)
    assert len(used) > 28
    whole = squeezed("".join(page_texts(paper.render(document, computers_fonts))))
    for each in used:
        assert each.rsplit(" ", 1)[1] in whole
    for plain in ("<b>bold</b>&</para><fontcolor=red>{x}%s\\nC:\\new", "[grinningface]", "№–“quotes”"):
        assert plain in whole


def test_ten_pages_of_evidence_flow_on_and_each_page_is_marked(
    practice: Practice, now: datetime, computers_fonts: Fonts
) -> None:
    text = " ".join(f"word{place}" for place in range(6000))
    evidence = tuple(Evidence(indicator=key, text=text if key == "family" else "Short.") for key in INDICATORS)
    pdf = paper.render(_filled(practice, now, _made(evidence=evidence)), computers_fonts)
    told = page_texts(pdf)
    assert len(told) >= 10
    assert all(each.count("OFFICIAL-SENSITIVE") == 2 for each in told)
    assert all(f"page {number} of {len(told)}" in each for number, each in enumerate(told, 1))
    found = re.findall(r"word\d+", " ".join(told))
    assert found == text.split(" ")


TICKED_WORDS = (
    "WARNING: Corrected by a later entry",
    "Since last: 36 on 29 September 2026.",
    "1. Missing from home or care",
    "[x] not yet known; how it will be found out: Asked of school.",
    "[x] 3  excluded with nothing",
    "[ ] 2  on roll",
    "[x] 5  being exploited now",
    "Evidence (was 4): What was seen of exploitation.",
    "[x] missing now",
    "[ ] harm already happening",
    "[x] Current known level of sexual abuse or exploitation, scored 4 or more",
    "Not recorded: sexual activity under 13",
    "Strategy discussion asked for today? [x] yes; [ ] no",
    "by, and of whom: P. Nair, of MASH",
    "Ten indicators + judgement, of 60: 30–34 + 5 = 35–39",
    "Risky person: Dex (file: Dexter Marlow); Why they are listed: a danger to the child",
    "Risky person: another young person; What is known: what is known of them is withheld on this paper",
    "Young person told: on 9 November 2026",
    "Sign-off: submitted, waits for sign-off",
)


def test_a_filled_form_tells_what_was_ticked(practice: Practice, now: datetime) -> None:
    before = _made("3333333334", id=Id(8), day="2026-09-29")
    made = _made(
        "0333333335",
        missing_now=True,
        harm_happening=False,
        strategy_asked=True,
        strategy_by="P. Nair, of MASH",
        mentions=(
            Mention(name="Dex", person=DEX, risk="danger", known="A black Corsa."),
            Mention(name="Jade W", person=Id(3), known="Her street."),
        ),
        told_on=Moment("2026-11-09"),
        lead="M. Khan",
    )
    text = as_text(_filled(practice, now, before, made, stands=("Corrected by a later entry",)))
    for words in TICKED_WORDS:
        assert words in text, words
    assert "Jade W" not in text
    assert "Her street" not in text
    assert "may be" in text


def test_what_was_not_asked_for_is_not_on_a_filled_form(practice: Practice, now: datetime) -> None:
    calm = _filled(
        practice, now, _made("2222222222", missing_now=False, harm_happening=False, sexual_activity_under_13=False)
    )
    text = as_text(calm)
    assert "Strategy discussion" not in text
    assert "Not recorded" not in text
    assert "Why this band" not in text
    assert "Since last: the first on file." in text


def test_a_band_that_waits_and_its_reason_are_on_the_form(practice: Practice, now: datetime) -> None:
    made = _made("2222222222", judgement=1, band="green", band_reason="Settled.")
    text = as_text(_filled(practice, now, made, person=maisie()))
    assert "Why this band (the lower of the two that the score allows): Settled." in text
    assert "Amber shows until a manager has signed it off." in text
    assert "Assessment · printed by" in text


@pytest.mark.parametrize("font", ["computers_fonts", "vera"])
def test_the_health_checklist_is_one_page(
    practice: Practice, now: datetime, font: str, request: pytest.FixtureRequest
) -> None:
    pdf = paper.render(checklist_form.blank(practice, now=now), request.getfixturevalue(font))
    (told,) = page_texts(pdf)
    assert told.count(BLANK_MARK) == 2
    whole = squeezed(told)
    for entry in practice.vocabulary("checklist_sign").entries:
        assert squeezed(entry.label) in whole
    for words in ("Who came with them", "Referred to", "ring 999", "two or more ask for a full assessment"):
        assert squeezed(words) in whole


def test_what_can_not_be_drawn_is_named_on_the_form_too(practice: Practice, now: datetime, vera: Fonts) -> None:
    document = _filled(practice, now, _made(judgement_comment="A \U0001f600 day"))
    assert squeezed(letters.name_of("\U0001f600")) in squeezed("".join(page_texts(paper.render(document, vera))))
    assert pages.page_count(paper.render(document, vera)) >= 2
