"""Vocabularies: what a file must hold, and the lists that the program ships."""

import json
from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain import linking
from rise_desk.domain.names import fold
from rise_desk.domain.vocabulary import Entry, Vocabulary, from_json
from rise_desk.errors import Invalid

FOLDER = Path(__file__).parents[2] / "resources" / "vocabularies"
NAMES = [
    "acknowledgement", "action_status", "agency", "allocation_role", "answer", "band", "case_state", "checklist_sign",
    "concern_role", "concern_status", "confidence", "contact_type", "country", "disruption_status", "ethnicity",
    "ethnicity_basis", "exclusion_kind", "exploitation_method", "exploitation_setting", "exploitation_type", "flag",
    "front_sheet", "gender", "grant", "handle_sort", "handling", "how_well_known", "identifier_system", "indicator",
    "information_grade", "interview_answer", "investigation_outcome", "legal_status", "link_inverse", "link_type",
    "lives", "may_be_told", "mention_risk", "mention_sort", "missing_from", "missing_harm", "missing_reason",
    "missing_type", "need_area", "note_role", "notice_decision", "notice_law", "offence", "order_type", "person_role",
    "place_type", "police_grade", "police_position", "position", "referral_source", "relationship", "reserved",
    "role", "school_status", "seen", "sexuality", "sign_off_decision", "sign_seen", "source_grade", "tactic", "told",
    "warning",
]  # fmt: skip


def shipped(name: str) -> Vocabulary:
    """A list as the program ships it."""
    return from_json((FOLDER / f"{name}.json").read_text("utf-8"))


COLOURS: dict[str, Any] = {
    "name": "colour",
    "title": "Colours",
    "dated": "2026-11-21",
    "source": "a test",
    "entries": [
        {"key": "light_blue", "label": "light blue (sky)", "group": "Cool"},
        {"key": "red", "label": "Red", "retired_on": "2026-01-01"},
        {"key": "not_recorded", "label": "not recorded"},
    ],
    "synonyms": {"Azure": "light_blue", "British Racing Red": "red"},
    "implies": {"British Racing Red": {"nationality": "gb"}},
}


def colours(**changes: Any) -> Vocabulary:
    """The list of colours, with something in its file changed."""
    return from_json(json.dumps({**COLOURS, **changes}))


def fault(**changes: Any) -> str:
    """The sentence by which the changed list is refused."""
    with pytest.raises(Invalid) as refused:
        colours(**changes)
    assert set(refused.value.fields) == {"vocabulary"}
    return str(refused.value)


def test_a_list_knows_its_keys_and_labels() -> None:
    listed = colours()
    assert (listed.name, listed.title, listed.dated) == ("colour", "Colours", "2026-11-21")
    assert listed.entries[0] == Entry("light_blue", "light blue (sky)", "Cool")
    assert listed.label("light_blue") == "light blue (sky)"
    assert listed.label("mauve") == "mauve"
    assert listed.has("light_blue")
    assert not listed.has("mauve")


def test_a_retired_word_is_known_but_not_offered() -> None:
    listed = colours()
    assert listed.has("red")
    assert listed.key_for("red") == "red"
    assert [entry.key for entry in listed.choices()] == ["light_blue", "not_recorded"]


@pytest.mark.parametrize(
    "text", ["light_blue", "LIGHT BLUE", "Light Blue  (Sky)", "light-blue sky", "azure", " AZURE "]
)
def test_a_key_label_or_synonym_is_found_however_it_is_written(text: str) -> None:
    assert colours().key_for(text) == "light_blue"


@pytest.mark.parametrize("text", ["", "blue", "light", "()"])
def test_any_other_text_has_no_key(text: str) -> None:
    assert colours().key_for(text) is None


def test_a_synonym_may_say_something_of_another_field() -> None:
    assert colours().implied("british racing RED") == {"nationality": "gb"}
    assert colours().implied("red") == {}


def test_the_lists_of_other_words_may_be_missing() -> None:
    least = {name: COLOURS[name] for name in ("name", "title", "dated", "entries")}
    assert from_json(json.dumps(least)).key_for("azure") is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The vocabulary file is not readable JSON."),
        ("{", "The vocabulary file is not readable JSON."),
        ("[" * 100_000, "The vocabulary file is not readable JSON."),
        ("[]", "The vocabulary file must hold one named list."),
        ("{}", "The vocabulary file must have a name of small letters, digits and underscores."),
        ('{"name": 1}', "The vocabulary file must have a name of small letters, digits and underscores."),
        ('{"name": "A b"}', "The vocabulary file must have a name of small letters, digits and underscores."),
    ],
)
def test_a_broken_file_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Invalid) as refused:
        from_json(text)
    assert str(refused.value) == sentence


BLUE = {"key": "blue", "label": "Blue"}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": " "}, "must have a title."),
        ({"title": None}, "must have a title."),
        ({"dated": "21/11/2026"}, "must have a date, such as 2026-11-21."),
        ({"dated": 2026}, "must have a date, such as 2026-11-21."),
        ({"entries": []}, "must have at least one entry."),
        ({"entries": {"blue": "Blue"}}, "must have at least one entry."),
        ({"entries": [BLUE, "red"]}, "has an entry, number 2, that is not a key with a label."),
        ({"entries": [{"key": "blue"}]}, "has an entry, number 1, that is not a key with a label."),
        ({"entries": [{"label": "Blue"}]}, "has an entry, number 1, that is not a key with a label."),
        ({"entries": [{**BLUE, "key": "Blue"}]}, "has an entry, number 1, that is not a key with a label."),
        ({"entries": [{**BLUE, "key": "bläu"}]}, "has an entry, number 1, that is not a key with a label."),
        ({"entries": [{**BLUE, "label": " - "}]}, "has an entry, number 1, that is not a key with a label."),
        ({"entries": [{**BLUE, "label": 1}]}, "has an entry, number 1, that is not a key with a label."),
        ({"entries": [{**BLUE, "hue": "b"}]}, "has an entry, number 1, that is not a key with a label."),
        ({"entries": [{**BLUE, "retired_on": "now"}]}, "has an entry, number 1, that is not a key with a label."),
        ({"entries": [BLUE, BLUE]}, "says 'Blue' twice."),
        ({"entries": [BLUE, {"key": "navy", "label": "BLUE!"}]}, "says 'BLUE!' twice."),
        ({"entries": [BLUE, {"key": "navy", "label": "Navy"}], "implies": {}},
         "has the synonym 'Azure' for 'light_blue', which is not in the list."),
        ({"synonyms": ["Azure"]}, "has synonyms that are not words with keys."),
        ({"synonyms": {"Azure": 1}}, "has synonyms that are not words with keys."),
        ({"implies": ["Azure"]}, "has synonyms that are not words with keys."),
        ({"implies": {"Azure": "gb"}}, "has synonyms that are not words with keys."),
        ({"synonyms": {"RED": "light_blue"}}, "uses 'RED' for two different entries."),
        ({"synonyms": {"Sky": "light_blue", "sky!": "red"}}, "uses 'sky!' for two different entries."),
        ({"synonyms": {"-": "red"}}, "uses '-' for two different entries."),
        ({"implies": {"mauve": {"nationality": "gb"}}}, "says what 'mauve' implies, which is not in the list."),
    ],
)  # fmt: skip
def test_a_wrong_list_is_refused_by_name(changes: dict[str, Any], sentence: str) -> None:
    assert fault(**changes) == f"The vocabulary colour {sentence}"


def test_every_list_that_records_need_is_shipped() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_list_is_whole_and_every_word_of_it_is_understood(name: str) -> None:
    listed = shipped(name)
    assert listed.name == name
    assert listed.dated == "2026-11-21"
    assert json.loads((FOLDER / f"{name}.json").read_text("utf-8"))["source"]
    for entry in listed.entries:
        assert len(entry.key) <= 60
        assert listed.key_for(entry.key) == listed.key_for(entry.label.upper()) == entry.key
        assert not entry.retired_on
    for word, key in listed.synonyms.items():
        assert listed.key_for(word) == key
        assert fold(word) != fold(listed.label(key)), f"{word!r} is no synonym: it is the label"


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("gender", "female", "female"),
        ("link_type", "sister", "relative"),
        ("link_type", "associate", "friend_or_associate"),
        ("link_type", "approached", "approached"),
        ("link_type", "girlfriend", "said_partner"),
        ("link_inverse", "was exploited by", "exploited"),
        ("notice_law", "s2 Child Abduction Act 1984", "s2"),
        ("notice_law", "Section 49 Children Act 1989", "s49"),
        ("concern_status", "no further action", "no_further_action"),
        ("concern_role", "facilitator", "facilitator"),
        ("tactic", "information shared with another agency", "information_shared"),
        ("ethnicity", "White British", "white_british"),
        ("ethnicity", "English/Welsh/Scottish/Northern Irish/British", "white_british"),
        ("ethnicity", "British Pakistani", "pakistani"),
        ("ethnicity", "British Asian", "any_other_asian"),
        ("ethnicity", "not stated or refused", "not_stated_or_refused"),
        ("ethnicity", "not yet asked", "not_yet_asked"),
        ("ethnicity", "not recorded", "not_recorded"),
        ("ethnicity_basis", "recorded by police", "recorded_by_police"),
        ("legal_status", "looked after, basis not known", "looked_after_basis_not_known"),
        ("legal_status", "s.20", "section_20"),
        ("lives", "Children’s Home", "childrens_home"),
        ("how_well_known", "not named", "not_named"),
        ("country", "Polish", "pl"),
        ("country", "british", "gb"),
        ("country", "Cote d'Ivoire", "ci"),
        ("country", "Turkiye", "tr"),
        ("note_role", "about", "about"),
        ("school_status", "none", "none"),
        ("school_status", "none, interested", "none_interested"),
    ],
)
def test_an_import_is_understood_in_keys_labels_and_synonyms(name: str, text: str, key: str) -> None:
    assert shipped(name).key_for(text) == key


def test_british_groups_say_the_nationality_too_and_white_british_does_not() -> None:
    ethnicity, country = shipped("ethnicity"), shipped("country")
    assert ethnicity.implied("British Pakistani") == {"nationality": "gb"}
    assert ethnicity.implied("british asian") == {"nationality": "gb"}
    assert ethnicity.implied("White British") == {}
    assert all(country.has(said["nationality"]) for said in ethnicity.implies.values())


def test_every_link_can_be_read_from_its_other_end() -> None:
    one, other = shipped("link_type"), shipped("link_inverse")
    assert [each.key for each in one.entries] == [each.key for each in other.entries]
    turned = {each.key for each in one.entries if each.label != other.label(each.key)}
    assert turned == {each.key for each in one.entries} - linking.MUTUAL
    for entry in other.entries:
        assert one.key_for(entry.label) in (None, entry.key)


def test_a_relative_is_told_by_the_word_that_was_said() -> None:
    assert shipped("link_type").implied("Sister") == {"detail": "sister"}
    assert shipped("link_type").implied("relative") == {}


def test_ethnicity_holds_the_nineteen_groups_of_the_census() -> None:
    grouped = [entry for entry in shipped("ethnicity").entries if entry.group]
    assert len(grouped) == 19
    assert len({entry.group for entry in grouped}) == 5


def test_country_holds_iso_3166() -> None:
    keys = [entry.key for entry in shipped("country").entries]
    assert len(keys) == 249 + 1
    assert all(len(key) == 2 for key in keys if key != "not_recorded")


def test_a_note_is_about_somebody_first() -> None:
    assert shipped("note_role").entries[0].key == "about"
