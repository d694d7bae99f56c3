"""Passwords that guessers try first are refused; whatever else is long enough is welcome."""

import random
import re
from random import Random

import pytest

from rise_desk.storage.passwords import EASY, password_problem, suggest_password

EASY_ONES = """
    passwordpassword password1234 P4$$w0rd!!2026 Summer2026!!! Autumn-2025-Autumn Leicester2026!
    leicestershire1 qwertyuiop12 QWERTYUIOP!" 1qaz2wsx3edc zaq12wsxcde3 q1w2e3r4t5y6 1q2w3e4r5t6y
    asdfghjkl123 abcdefghijkl zyxwvutsrqpo 123456789012 135791357913 aaaaaaaaaaaa abcabcabcabc
    01/02/2010-03/04/2011 liverpoolliverpool manchesterunited1 iloveyou123456 letmein-letmein
    welcome-welcome1 football.football unbelievable administrator1 basketball12 824619375028 07700900123x
    31/12/2009/2010 !!!!!!!!!!!! jsmithson2026 Smithson.Smithson highfieldsoutreach Outreach-2026-rise
    trustno1trustno1 monkeydragon12 socialworker99 youngpeople2026 Chelsea-Chelsea-1905
"""
LOGIN, TEAM = "j.smithson", ("RISE", "Highfields Outreach")


@pytest.mark.parametrize(
    "password",
    EASY_ONES.split(),
)
def test_easy_ones_are_refused(password: str) -> None:
    assert len(password) >= 12
    assert password_problem(password, LOGIN, TEAM) == EASY


def test_twelve_spaces_are_refused() -> None:
    assert password_problem(" " * 12, LOGIN) == EASY


@pytest.mark.parametrize(
    "password",
    [
        "bodim-takel-runov",
        "correct horse battery staple",
        "four socks and a kettle",
        "the otter ate my invoice",
        "xkqvbrtmzwpf",
        "żółta łódź podwodna",
        "四つの靴下とやかん古い時計",
        "90417 62358 81640 2",
        "smithson keeps a kettle",
        "Qv7#mLp2!xRw",
    ],
)
def test_others_are_welcome(password: str) -> None:
    assert password_problem(password, LOGIN, TEAM) == ""


def test_a_name_of_the_team_or_the_person_is_known_only_here() -> None:
    password = "wigstonwoodbine"
    assert password_problem(password, "someone", ()) == ""
    assert password_problem(password, "someone", ("Wigston Woodbine",)) == EASY
    assert password_problem(password, "wigston.woodbine", ()) == EASY
    assert password_problem("W1gst0nW00db1ne!", "wigston.woodbine", ()) == EASY


def test_the_shortest_and_the_longest() -> None:
    long = "".join(random.Random(3).choices("bcdfghjklmnpqrstvwxz", k=257))
    assert password_problem(long[:11], LOGIN).startswith("Use at least 12 characters")
    assert password_problem(long[:12], LOGIN) == ""
    assert password_problem(long[:256], LOGIN) == ""
    assert password_problem(long, LOGIN) == "Use at most 256 characters."


def test_an_accent_counts_once_however_it_was_typed() -> None:
    assert password_problem("e\u0301" * 6, LOGIN).startswith("Use at least 12")


def test_the_sentence_never_repeats_what_was_typed() -> None:
    for password in ("kettle", "kettle" * 50, "passwordpassword"):
        assert password not in password_problem(password, LOGIN)


def test_suggestions_nearly_always_pass() -> None:
    chance = Random(20261121)
    made = [suggest_password(chance) for _ in range(300)]
    assert len(set(made)) == 300
    assert all(re.fullmatch(r"([a-z]{5}-){2}[a-z]{5}", password) for password in made)
    assert len([password for password in made if password_problem(password, LOGIN, TEAM)]) < 3
