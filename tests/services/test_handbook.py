"""The pages of help: all there, linked, plain, and never blaming a child."""

import re

import pytest

from rise_desk import __version__, places
from rise_desk.domain.language import nudges
from rise_desk.domain.names import fold
from rise_desk.errors import NotFound
from rise_desk.services import handbook

PAGES = handbook.every_page()
TERMS = re.findall(r"^### (.+)\n\n(.+)$", handbook.page("glossary").text, re.MULTILINE)
NEEDED = {
    "Audit", "Backup", "Break-glass", "Child abduction notice", "Child sexual exploitation", "Chronology", "Key worker",
    "MASH", "Missing episode", "NRM", "Recovery key", "Return interview", "Section 20", "Section 47",
    "Strategy meeting", "Working day",
}  # fmt: skip
named = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def test_every_page_stands_once_in_the_contents() -> None:
    listed = [name for part in handbook.CONTENTS.values() for name in part]
    assert sorted(f"{name}.md" for name in listed) == list(places.resource_names("help"))


@named
def test_a_page_has_a_title_and_says_enough_and_not_too_much(page: handbook.HelpPage) -> None:
    head, *rest = page.text.splitlines()
    assert head == f"# {page.title}"
    paragraphs = [line for line in rest if line.strip()]
    assert len(paragraphs) >= 5
    if page.name not in ("glossary", "promises"):
        assert len(paragraphs) <= 15
    assert max(len(line.split()) for line in paragraphs) <= 75
    assert not re.search(r"\{\w+\}", page.text)


@named
def test_every_link_leads_somewhere_within_help(page: handbook.HelpPage) -> None:
    for link in page.links:
        target, _, anchor = link.partition("#")
        assert target.endswith(".md"), link
        other = handbook.page(target.removesuffix(".md"))
        assert not anchor or anchor in handbook.anchors(other), link
    assert "http" not in page.text
    assert "www." not in page.text


@named
def test_no_page_blames_children(page: handbook.HelpPage) -> None:
    assert nudges(page.plain) == ()


def test_every_page_is_linked_or_listed_and_the_first_leads_to_the_others() -> None:
    reached, wanted = set[str](), {"start"}
    while wanted - reached:
        name = (wanted - reached).pop()
        reached.add(name)
        wanted |= {link.partition("#")[0].removesuffix(".md") for link in handbook.page(name).links}
    assert {"note", "backups", "glossary", "promises", "keys"} <= reached


def test_the_glossary_is_sorted_and_short() -> None:
    terms = [term for term, _said in TERMS]
    assert len(terms) >= 40
    assert terms == sorted(terms, key=fold)
    assert set(terms) >= NEEDED
    for term, said in TERMS:
        assert said.endswith((".", ").")), term
        assert len(re.findall(r"[.?](?: |$)", said)) <= 3, term
        assert len(said.split()) <= 55, term


def test_a_term_can_be_linked_to() -> None:
    assert handbook.anchor("Key worker") == "key-worker"
    assert {"key-worker", "section-47", "designated-officer-lado", "glossary"} <= handbook.anchors(
        handbook.page("glossary")
    )


def test_words_are_found_in_all_of_help_whatever_their_case_and_order() -> None:
    assert [each.name for each in handbook.found("")] == [each.name for each in PAGES]
    assert "backups" in {each.name for each in handbook.found("PLACE second")}
    assert {each.name for each in handbook.found("LADO")} == {"adults", "glossary"}
    assert handbook.found("backups zzz") == ()


def test_words_are_looked_for_without_signs_and_addresses() -> None:
    page = handbook.page("start")
    assert "[Today](today.md)" in page.text
    assert "Today lists" in page.plain
    assert not re.search(r"[*`#]|\.md", page.plain)


def test_about_tells_the_version() -> None:
    assert f"RISE Desk {__version__}:" in handbook.page("about").text


def test_what_is_no_page_is_refused() -> None:
    with pytest.raises(NotFound, match="no such page"):
        handbook.page("nowhere")
    with pytest.raises(NotFound):
        handbook.page("../vocabularies/gender")
