"""Network papers from a real store: drawn and told whole, numbered, written down, with nobody's name who may not be."""

import pytest

from rise_desk.domain.action import Action
from rise_desk.domain.disruption import Target
from rise_desk.domain.life import DatedRole
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import ConcernRole, ConcernStatus
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import Invalid
from rise_desk.reports import network_sheet
from rise_desk.reports.paper import pages
from rise_desk.services import casework, copies, network_papers
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build

PASSWORD = "bodim takel-runov"


def _text(made: copies.Made) -> str:
    return " ".join(" ".join(pages.page_text(made.pdf, index) for index in range(made.pages)).split())


def _case(desk: Desk) -> tuple[Person, Person, Person]:
    """A child, and two linked adults who are each said to have harmed her."""
    child = build.young_person(desk)
    darren, kev = build.adult(desk, concern_roles=(ConcernRole(role="abuser"),)), build.adult(desk, "Kev", "Lunt")
    build.link(desk, darren, "exploited", child, confidence="confirmed", said_by="Police", since="2026-11-03")
    build.link(desk, kev, "groomed", child, confidence="probable")
    build.link(desk, darren, "acts_with", kev, confidence="probable")
    return child, darren, kev


def test_it_tells_each_link_with_its_source_and_how_sure_it_is(desk: Desk) -> None:
    _child, darren, _kev = _case(desk)
    text = _text(network_papers.preview(desk, darren.id))
    assert text.startswith("OFFICIAL-SENSITIVE Network around Darren Pike")
    assert "adult of concern, 26-0002, alleged: abuser" in text
    assert "As known on 21 November 2026" in text
    assert "2 around, 3 links" in text
    assert "Darren Pike is alleged to have exploited Maisie Okafor" in text
    assert "Darren Pike and Kev Lunt: acts with" in text
    assert "3 November 2026" in text
    assert "Police; recorded 21 November 2026 by Lena Osei" in " ".join(text.split())
    assert "source not recorded" in text


def test_groups_and_what_makes_none_stand_apart(desk: Desk) -> None:
    _child, darren, kev = _case(desk)
    build.link(desk, darren, "same_workplace", kev)
    text = _text(network_papers.preview(desk, darren.id))
    assert "Linked adults (unproven) Darren Pike and Kev Lunt. The weakest link that holds them together is" in text
    assert "is probable: Darren Pike and Kev Lunt: acts with. Children said to be harmed: Maisie Okafor." in text
    assert (
        "Darren Pike and Kev Lunt are each said to have harmed Maisie Okafor. That alone does not make them a" in text
    )
    assert "May be connected: Darren Pike and Kev Lunt: same workplace." in text
    assert text.index("Linked adults") < text.index("What makes no group")


def test_without_links_it_says_so(desk: Desk) -> None:
    text = _text(network_papers.preview(desk, build.place(desk, lines="4 High Street").id))
    assert "Network around Kebab Corner" in text
    assert "No links recorded." in text
    assert "group" not in text
    assert text.count("None recorded.") == 2


def test_what_is_convicted_is_not_called_alleged(desk: Desk) -> None:
    child = build.young_person(desk)
    statuses = (ConcernStatus(status="convicted", since=Moment("2026-03-02")),)
    man = build.adult(desk, statuses=statuses, concern_roles=(ConcernRole(role="abuser"),))
    build.link(desk, man, "exploited", child)
    text = _text(network_papers.preview(desk, man.id))
    assert "Darren Pike exploited Maisie Okafor" in text
    assert "alleged:" not in text


def test_a_childs_paper_names_no_other_child(desk: Desk) -> None:
    child, darren, _kev = _case(desk)
    friend = build.young_person(desk, "Ines", "Haile")
    build.link(desk, child, "friend", friend)
    build.link(desk, darren, "approached", friend)
    text = _text(network_papers.preview(desk, child.id))
    assert "Ines" not in text
    assert "Maisie Okafor and another young person: friend" in text
    assert "Ines Haile" in _text(network_papers.preview(desk, darren.id))


def test_a_restricted_child_is_not_on_it_at_all(desk: Desk) -> None:
    child, darren, _kev = _case(desk)
    with desk.writing() as work:
        work.put(child.changed(restricted=True), child)
    text = _text(network_papers.preview(desk, darren.id))
    assert "Maisie" not in text
    assert "1 around, 1 link" in text
    assert "Children said to be harmed" not in text


def test_what_is_open_stands_beneath_and_what_is_done_does_not(desk: Desk) -> None:
    child, darren, _kev = _case(desk)
    new = desk.clock.new_id
    about = (Target(subject=darren.id), Target(subject=child.id))
    asked = OpenQuestion(id=new(), about=about, question="Who drives?", owner="DC Marsh", due_on=Moment("2026-12-01"))
    casework.save(desk, asked)
    casework.save(desk, asked.changed(id=new(), question="Whose van?", answer="His."))
    build.disruption(desk, darren, protects=(child,), what="Weekly", due_on="2026-11-30", owner="Sgt Hall")
    build.disruption(desk, darren, tactic="closure", status="done")
    casework.save(desk, Action(id=new(), subject=child.id, what="Ring the home", agreed_at=Moment("2026-11-20")))
    text = _text(network_papers.preview(desk, darren.id))
    assert "Who drives?" in text
    assert "Tue 1 Dec" in text
    assert "search warrant: Weekly" in text
    assert "Whose van?" not in text
    assert "closure" not in text
    assert "Ring the home" in _text(network_papers.preview(desk, child.id))


def test_each_copy_has_a_number_and_a_line_in_the_log(desk: Desk) -> None:
    place = build.place(desk)
    first, second = network_papers.printed(desk, place.id, recipient="DC Marsh", copies=2)
    assert (first.copy, second.copy) == ("copy 1 for DC Marsh", "copy 2 for DC Marsh")
    assert network_papers.saved(desk, place.id, password=PASSWORD).copy == "copy 3"
    network_papers.preview(desk, place.id)
    rows = [(row["deed"], row["record"], row["reason"]) for row in audit.entries(desk.store.vault, limit=8)]
    assert (network_papers.LOOKED_AT, place.id, "") in rows
    assert (network_papers.PRINTED, place.id, "copy 3, saved locked") in rows
    with pytest.raises(Invalid):
        network_papers.printed(desk, place.id, copies=0)
    with pytest.raises(Invalid):
        network_papers.saved(desk, place.id, password="p" * 200)


def test_more_than_a_sheet_holds_is_drawn_in_part_and_told_whole(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_sheet, "MOST_DRAWN", 2)
    _child, darren, _kev = _case(desk)
    made = network_papers.preview(desk, darren.id)
    text = _text(made)
    assert "Only the nearest 2 are drawn. The tables below have all of them." in text
    assert "A drawing of 2 people, places and things and 1 links; they are listed below." in made.text
    assert "Kev Lunt" in text


def test_hostile_names_and_every_kind_of_thing_are_drawn(desk: Desk) -> None:
    man = build.adult(desk, "<b>Ünü & Co", "مريم 🚗" * 12)
    for thing in (build.place(desk, "x" * 300), build.vehicle(desk, "&amp;<"), build.phone(desk)):
        build.link(desk, man, "uses", thing)
    both = build.young_person(desk, "Kai", "Reed", roles=(*build.young_person(desk).roles, *man.roles))
    build.link(desk, man, "exploited", both)
    assert network_papers.preview(desk, man.id).pages >= 1
    assert "young person, and of concern" in _text(network_papers.preview(desk, man.id))


def test_somebody_unknown_on_a_paper_is_somebody() -> None:
    from rise_desk.domain.groups import Grouping
    from rise_desk.domain.network import Network

    empty = network_sheet.Story(shown=Network(centre=Id(1), nodes=()), found=Grouping(), names={}, sources={})
    assert empty.name(Id(9)) == "somebody"


@pytest.mark.parametrize(
    ("role", "said"), [("made_to_bring_others", ", made to bring others"), ("not_known", ", not known"), ("abuser", "")]
)
def test_of_a_child_no_role_is_printed_that_alleges_anything(desk: Desk, role: str, said: str) -> None:
    roles = (DatedRole(role="at_risk"), DatedRole(role="of_concern"))
    jade = build.young_person(desk, "Jade", "Kelly", roles=roles, concern_roles=(ConcernRole(role=role),))
    text = _text(network_papers.preview(desk, jade.id))
    assert f"young person, and of concern, {jade.file_number}{said} " in text
    assert "alleged: " not in text


def test_a_role_that_nobody_knows_is_not_called_alleged(desk: Desk) -> None:
    man = build.adult(desk, concern_roles=(ConcernRole(role="not_known"),))
    assert f"adult of concern, {man.file_number}, not known " in _text(network_papers.preview(desk, man.id))


def test_a_link_that_was_imported_says_from_where(desk: Desk) -> None:
    child, man = build.young_person(desk), build.adult(desk)
    build.link(desk, man, "groomed", child, source="published case 3; import of links.csv")
    text = _text(network_papers.preview(desk, man.id))
    assert "published case 3; import of links.csv; recorded 21 November 2026 by Lena Osei" in text
    assert "source not recorded" not in text
