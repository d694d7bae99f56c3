"""A summary of a child who was missing: the year whatever the period, how each return stands, no other child named."""

from datetime import date

from rise_desk.domain import life
from rise_desk.domain.action import Action
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.services import casework, merging, packs, settings
from rise_desk.services.desk import Desk
from rise_desk.storage.record_rows import PersonRow
from tests import build

WENT, BACK = "2026-11-03T23:00+00:00", "2026-11-04T07:00+00:00"


def test_a_summary_without_an_episode_says_nothing_of_missing(desk: Desk) -> None:
    assert "MISSING\n" not in packs.summary(desk, build.young_person(desk).id).text


def test_the_year_and_the_figures_are_those_of_the_whole_file(desk: Desk) -> None:
    settings.set_interviews_since(desk, date(2026, 1, 1))
    person = build.young_person(desk)
    back = build.episode(desk, person.id, WENT, BACK, missing_from="home")
    build.episode(desk, person.id, "2026-11-20T23:00+00:00", grade="high")
    build.interview(desk, back, done_at="2026-11-06T20:00+00:00", own_words="I was cold.")
    whole = packs.summary(desk, person.id).text
    assert "MISSING\n2 episodes on file" in whole
    assert "WARNING: Missing now, since Friday 20 November 2026 at 11:00pm\npolice grade: high" in whole
    assert "From: home; Police grade: not recorded; Return interview: done in 61 h" in whole
    assert "November 2026: away overnight Tue 3, Fri 20." in whole
    assert "About: missing episode of 3 November 2026" in whole
    narrow = packs.summary(desk, person.id, since=Moment("2026-11-10")).text
    assert "1 in this period, 2 episodes on file" in narrow
    assert "November 2026: away overnight Tue 3, Fri 20." in narrow
    assert "done in 61 h" not in narrow


def test_an_action_says_which_episode_or_interview_it_is_about(desk: Desk) -> None:
    person = build.young_person(desk)
    back = build.episode(desk, person.id, WENT, BACK)
    talk = build.interview(desk, back, assigned_to="Priya Nair")
    for what, about in (("Ring the home.", back), ("See her.", talk)):
        casework.save(
            desk,
            Action(
                id=desk.clock.new_id(), subject=person.id, what=what, agreed_at=Moment("2026-11-05"), about=about.id
            ),
        )
    text = packs.summary(desk, person.id).text
    assert "About: missing episode of 3 November 2026" in text
    assert "About: return interview\n" in text


def test_no_other_child_is_named_and_companions_are_counted(desk: Desk) -> None:
    maisie, jade = build.young_person(desk), build.young_person(desk, "Jadelle", "Kelly")
    dex = build.young_person(desk, "Dexter", "Marlow", roles=(life.DatedRole(role="of_concern"),))
    sealed = build.young_person(desk, "Whitlock", "Una", roles=(life.DatedRole(role="of_concern"),))
    named = tuple(
        Mention(name=name, person=who.id, known=f"known {name}")
        for name, who in (("Jay", jade), ("Dex", dex), ("Hidden", sealed))
    )
    back = build.episode(desk, maisie.id, WENT, BACK, found_with=named)
    build.interview(desk, back, done_at="2026-11-05T10:00+00:00", mentions=named)
    build.episode(desk, jade.id, WENT, BACK)
    desk.store.vault.do(PersonRow.update(restricted=True).where(PersonRow.id == sealed.id))
    text = packs.summary(desk, maisie.id).text
    for name in ("Jadelle", "Kelly", "Jay", "Hidden", "Whitlock"):
        assert name not in text
    assert text.count("Dex (file: Dexter Marlow): known Dex") == 2
    assert text.count("another young person: what is known of them is withheld on this paper") == 2
    assert "Missing at the same time, whether or not together: 1 other young person, on 1 day." in text


def test_the_episodes_of_a_merged_file_are_told(desk: Desk) -> None:
    main, other = build.young_person(desk), build.young_person(desk, "Maisy", "Okafor")
    build.episode(desk, other.id, WENT, BACK)
    merging.merge(desk, main, other, "the same girl")
    text = packs.summary(desk, main.id, since=Moment("2026-11-01")).text
    assert "MISSING\n1 episode on file" in text
