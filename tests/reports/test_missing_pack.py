"""The missing pack: two pages at most, what matters first, nothing cut without saying so, no restricted file named."""

from dataclasses import replace

import pytest

from rise_desk.domain import life
from rise_desk.domain.missing import Regrade, ToldOf
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.reports import missing_pack, paper
from rise_desk.reports.blocks import OFFICIAL_SENSITIVE, Entry, Heading, Note, WarningBox, as_text
from rise_desk.reports.missing_before import HELPED, NOTHING_HELPED
from rise_desk.reports.missing_leads import PEOPLE, PHONES, PLACES
from rise_desk.reports.paper.fonts import Fonts
from tests.reports.reading import page_texts
from tests.reports.seeking import FIRST, GONE, SECOND, aside, episode, interview, known, pack, photo, rows, story

NOW, WHO, RING, SO_FAR = "Missing now", "Who to look for, and how to find them safely", "Who to ring", "Episodes so far"
WARNED = life.StandingWarning(warning="do_not_tell_family", detail="father", decided_by="L. Osei")
NO_ADDRESS = life.StandingWarning(warning="do_not_disclose_address")


def test_warnings_come_first_and_who_may_see_it_next(practice: Practice) -> None:
    told = pack(story(GONE, warnings=(NO_ADDRESS, WARNED)), practice)
    first, second, third = told.blocks[:3]
    assert first == WarningBox(text="Do not disclose address\nDo not tell family: father (decided by L. Osei)")
    assert second == Note(text=missing_pack.HANDLING)
    assert third == Heading(text=NOW, aside="for 15 h 3 min when this was printed")
    assert told.marking == OFFICIAL_SENSITIVE
    assert told.right_lines == ("Missing pack, for the police only", "Missing since Fri 20 Nov 23:00")


def test_this_episode_is_told_with_each_grade(practice: Practice) -> None:
    regraded = Regrade(grade="high", at=Moment("2026-11-21T09:00+00:00"), by="Sgt Amin")
    gone = GONE.changed(
        last_seen_at=Moment("2026-11-20T21:30+00:00"),
        reported_by="night staff",
        regrades=(regraded,),
        police_ref="NP-1",
        officer="PC Hill",
        told=(ToldOf(who="T. Fenwick", at=Moment("2026-11-21T08:00+00:00")),),
        wearing="black jacket",
        circumstances="Left after a phone call.",
        missing_type="away",
    )
    assert known(pack(story(gone), practice), NOW) == {
        "Last seen": "Friday 20 November 2026 at 9:30pm",
        "Reported": "20 November 2026 at 11:00pm by night staff",
        "Missing from": "children's home, Oak House",
        "Police grade": "high",
        "Police reference": "NP-1",
        "Officer": "PC Hill",
        "Grades so far": "medium; high, 21 November 2026 at 9:00am, Sgt Amin",
        "Type": "away without authorisation",
        "Told": "T. Fenwick 21 November 2026 at 8:00am",
        "Wearing": "black jacket",
        "Circumstances": "Left after a phone call.",
    }


def test_what_nobody_has_recorded_says_so(practice: Practice) -> None:
    told = pack(story(episode(9, "2026-11-20", last_seen_at=Moment("2026-11-20"), reported_at=Moment(""))), practice)
    assert aside(told, NOW) == ""
    gone = known(told, NOW)
    assert gone.pop("Last seen") == "Friday 20 November 2026"
    assert set(gone.values()) == {"not recorded"}
    about = known(told, WHO)
    assert (about.pop("Name"), about.pop("Description")) == (
        "Maisie Okafor",
        "not recorded: ask whoever saw them last",
    )
    assert set(about.values()) == {"not recorded"}
    assert rows(told, RING) == (("nobody yet", "key worker", ""),)
    assert [rows(told, heading) for heading in (PHONES, PLACES, PEOPLE)] == [(), (), ()]
    assert as_text(told).count("\nNot recorded.\n") == 3
    assert Note(text=NOTHING_HELPED) in told.blocks
    assert known(told, SO_FAR) == {
        "Missing": "1 in 30 days, 1 in 90 days, 1 on file",
        "Usually went": "no pattern: too few",
    }


def test_a_pack_before_anybody_is_missing_says_that_nobody_is(practice: Practice) -> None:
    told = pack(story(FIRST), practice)
    assert told.right_lines[1] == "Not recorded as missing now"
    assert Note(text=missing_pack.NOT_MISSING) in told.blocks
    none = known(pack(story(), practice), SO_FAR)
    assert none["Missing"] == "no missing episode on file"


def test_a_return_that_is_later_than_now_has_not_been_yet(practice: Practice) -> None:
    back_later = GONE.changed(returned_at=Moment("2026-11-21T15:00+00:00"))
    begun_later = episode(10, "2026-11-22", "2026-11-23")
    told = pack(story(back_later, begun_later), practice)
    assert told.right_lines[1] == "Missing since Fri 20 Nov 23:00"
    assert known(told, SO_FAR)["Missing"] == "1 in 30 days, 1 in 90 days, 1 on file"


def test_the_child_is_described_with_what_keeps_her_safe(practice: Practice) -> None:
    told = pack(
        story(
            GONE,
            known_as="Maz",
            aliases=(life.Alias(name="Mimi", used_where="Corby"), life.Alias(name="M")),
            date_of_birth=Moment("2013-03-12"),
            ethnicity_basis="self",
            first_language="Polish, interpreter",
            description="Tall, red hair.",
            needs=(life.Need(area="health", detail="Asthma: blue inhaler."),),
            flags=(life.Flag(flag="self_harm"), life.Flag(flag="excluded", until=Moment("2026-01-01"))),
        ),
        practice,
    )
    about = known(told, WHO)
    assert about["Other names"] == "Mimi in Corby; M"
    assert about["Born"] == "12 March 2013, aged 13"
    assert about["Ethnicity"] == "not recorded (self)"
    assert (about["Health"], about["Flag"]) == ("Asthma: blue inhaler.", "self-harm")
    assert "excluded" not in as_text(told)


@pytest.mark.parametrize(("about", "said"), [("14", "aged about 14"), ("", "not recorded")])
def test_an_age_that_is_only_guessed_says_so(about: str, said: str, practice: Practice) -> None:
    assert known(pack(story(GONE, approximate_age=about), practice), WHO)["Born"] == said


@pytest.mark.parametrize(
    ("picture", "day", "said"),
    [
        (photo(), "2026-08-02", "Photo taken 2 August 2026"),
        (photo(), "", "Photo, day not recorded"),
        (b"", "2026-08-02", "No photo on file"),
    ],
)
def test_the_photo_says_when_it_was_taken_or_that_there_is_none(
    picture: bytes, day: str, said: str, practice: Practice
) -> None:
    assert f"\n{said}\n" in as_text(pack(story(GONE, picture=picture, photo_on=Moment(day)), practice))


MOTHER = life.Carer(name="Grace", relationship="mother", number="0711", may_be_told="everything", told_what="weekly")
HOME = life.Carer(name="Oak House", relationship="childrens_home_staff", number="0722")


@pytest.mark.parametrize(
    ("warnings", "carer", "number"),
    [
        ((), MOTHER, "0711"),
        ((NO_ADDRESS,), MOTHER, "0711"),
        ((WARNED,), MOTHER, "not printed: do not tell family"),
        ((replace(WARNED, until=Moment("2026-11-20")),), MOTHER, "0711"),
        ((WARNED,), HOME, "0722"),
        (
            (),
            life.Carer(name="Dad", relationship="father", number="0733", may_be_told="nothing"),
            "not printed: may be told nothing",
        ),
        ((), life.Carer(name="Dad", relationship="father"), "not recorded"),
    ],
)
def test_a_number_is_left_out_where_a_warning_stands_against_it(
    warnings: tuple[life.StandingWarning, ...], carer: life.Carer, number: str, practice: Practice
) -> None:
    told = pack(story(GONE, warnings=warnings, carers=(carer,)), practice)
    assert rows(told, RING)[-1][2] == number
    assert carer.number == number or not carer.number or carer.number not in as_text(told)


def test_the_key_worker_is_rung_first_then_other_professionals_then_carers(practice: Practice) -> None:
    told = pack(
        story(
            GONE,
            allocations=(life.Allocation(worker="Priya Nair", role="key_worker"),),
            professionals=(
                life.Professional(name="T. Fenwick", work="social worker", agency="council"),
                life.Professional(name="priya nair", phone="01632 1"),
            ),
            carers=(MOTHER,),
        ),
        practice,
    )
    assert rows(told, RING) == (
        ("Priya Nair", "key worker", "01632 1"),
        ("T. Fenwick", "social worker, council", "not recorded"),
        ("Grace", "mother, may be told everything: weekly", "0711"),
    )


def test_what_helped_comes_newest_first_in_her_own_words(practice: Practice) -> None:
    told = pack(
        story(
            GONE,
            FIRST,
            SECOND,
            episode(4, "2026-09-01", "2026-09-02", how_found="Rang her aunt."),
            episode(5, "2026-08-01", "2026-08-02"),
            interview(20, FIRST, "2026-10-04", own_words="Text me.", would_help="A text.", stayed="In a flat."),
            interview(21, SECOND, "2026-11-05", came_back="By bus.").changed(done_at=Moment("2026-11-05")),
        ),
        practice,
    )
    entries = [each for each in told.blocks if isinstance(each, Entry)]
    assert [(each.when, each.kind) for each in entries] == [
        ("5 November 2026", "Return interview"),
        ("4 October 2026", "Return interview"),
        ("2 September 2026", "Return"),
    ]
    assert entries[1].own_words == "Text me."
    assert {each.label: each.value for each in entries[1].facts} == {
        "What would help": "A text.",
        "Where they were": "In a flat.",
    }
    assert entries[2].text == "Rang her aunt."
    assert aside(told, HELPED) == "newest first"


def test_one_interview_about_two_episodes_is_told_once(practice: Practice) -> None:
    both = interview(20, FIRST, "2026-11-05", own_words="Text me.")
    both = both.changed(episodes=(*both.episodes, *interview(21, SECOND, "2026-11-05").episodes))
    told = pack(story(GONE, FIRST, SECOND, both), practice)
    assert [each.own_words for each in told.blocks if isinstance(each, Entry)] == ["Text me."]


def test_how_often_and_when_is_counted_without_late_returns(practice: Practice) -> None:
    held = [episode(20 + day, f"2026-11-{day:02}", f"2026-11-{day + 1:02}", grade="high") for day in (3, 10, 17)]
    late = episode(40, "2026-11-18", "2026-11-19", missing_type="late_home")
    old = episode(41, "2026-09-01", "2026-09-04")
    told = known(pack(story(GONE, *held, late, old), practice), SO_FAR)
    assert told["Missing"] == "4 in 30 days, 5 in 90 days, 5 on file"
    assert "Tuesday" in told["Usually went"]
    assert "between 07:00 and 09:00 (4 of 4)" in told["Usually back"]
    assert told["Longest"] == "2 days 8 h, from 2 September 2026 at 12:00am"
    assert told["Grades before"] == "high 3, last 17 November 2026; not recorded 1, last 2 September 2026"


@pytest.mark.parametrize(("days_ago", "counted"), [(30, "2 in 30 days"), (31, "1 in 30 days")])
def test_thirty_days_are_thirty_days(days_ago: int, counted: str, practice: Practice) -> None:
    at = Moment(f"2026-10-{52 - days_ago:02}T14:03+00:00")
    before = episode(2, "2026-10-01", "2026-10-26", reported_at=at)
    assert known(pack(story(GONE, before), practice), SO_FAR)["Missing"].startswith(counted)


def test_the_same_file_is_on_paper_with_its_photo_and_without(practice: Practice, computers_fonts: Fonts) -> None:
    for picture in (photo(), b"", b"no picture"):
        pdf = paper.render(pack(story(GONE, picture=picture), practice), computers_fonts)
        assert (b"/DCTDecode" in pdf) is picture.startswith(b"\xff\xd8")
        pages = page_texts(pdf)
        assert len(pages) <= 2
        assert "printed by Priya Nair, 21 November 2026 at 2:03pm · copy 2" in pages[0]
        assert "Missing pack, file 26-0147, for the police only" in pages[0]
