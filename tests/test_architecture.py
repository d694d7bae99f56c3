"""The law of the house: every file keeps it, and every rule of it can fail."""

import re
from pathlib import Path

import pytest

from tests import law

ROOT = Path(__file__).parents[1]
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for place in ("rise_desk", "ui", "tests", "main.py", "dev.py", "setting_up.py")
    for path in ([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
    if path.is_file()
)
DOMAIN, STORAGE, REPORTS, SERVICES = (
    f"rise_desk/{room}/thing.py" for room in ("domain", "storage", "reports", "services")
)


@pytest.mark.parametrize("path", FILES)
def test_keeps_the_law(path: str) -> None:
    found = law.breaches(path, (ROOT / path).read_text("utf-8"))
    assert not found, "\n" + "\n".join(found)


def test_the_law_is_asked_of_the_whole_house() -> None:
    assert {"main.py", "dev.py", "rise_desk/errors.py", "tests/law.py"} <= set(FILES)


def test_every_library_of_the_project_has_a_home() -> None:
    needs = (ROOT / "pyproject.toml").read_text("utf-8").split("dependencies = [")[1].split("\n]")[0]
    called = {
        "PySide6_Essentials": "PySide6",
        "argon2_cffi": "argon2",
        "Pillow": "PIL",
        "python_dateutil": "dateutil",
    }
    names = {match[1].replace("-", "_") for match in re.finditer(r'^ +"([\w-]+)', needs, re.MULTILINE)}
    assert {called.get(name, name) for name in names} - {"tzdata"} <= set(law.HOMES)


def _lines(source: str, path: str = SERVICES) -> list[str]:
    return law.breaches(path, f'"""A thing."""\n\n{source}\n')


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (DOMAIN, "from rise_desk.storage import store"),
        (DOMAIN, "from rise_desk import places"),
        (DOMAIN, "from ..storage import store"),
        (DOMAIN, "from .. import storage"),
        (STORAGE, "import rise_desk.services.casework"),
        (STORAGE, "from rise_desk.reports import blocks"),
        (REPORTS, "from rise_desk.places import font_files"),
        (SERVICES, "from ui import theme"),
        (SERVICES, "from rise_desk import cli"),
        (SERVICES, "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ui.theme import Theme"),
        (SERVICES, "def _later():\n    import ui.theme"),
        (SERVICES, 'from importlib import import_module\nimport_module("ui.theme")'),
        ("ui/thing.py", "from rise_desk.storage.store import Store"),
        ("ui/thing.py", "from rise_desk.reports import blocks"),
        ("ui/thing.py", "from rise_desk import places"),
        ("rise_desk/cli.py", "from ui import app"),
        ("rise_desk/verbs/stores.py", "from rise_desk.storage import store"),
        ("rise_desk/errors.py", "from rise_desk.domain import record"),
        ("rise_desk/places.py", "from rise_desk.domain import record"),
        ("main.py", "from rise_desk.storage import store"),
        ("rise_desk/stray.py", "from rise_desk.domain import record"),
        ("dev.py", "from rise_desk import errors"),
    ],
)
def test_a_room_imports_only_what_is_below_it(path: str, source: str) -> None:
    assert any("may not import" in each for each in _lines(source, path))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (STORAGE, "from rise_desk.domain.record import Record\nfrom rise_desk.places import DataFolder"),
        (SERVICES, "from rise_desk import __version__\nfrom rise_desk.storage import store"),
        ("rise_desk/cli.py", "from rise_desk import __version__, places, verbs"),
        ("ui/thing.py", "from ui import theme\nfrom PySide6.QtWidgets import QLabel\nfrom . import icons"),
        ("main.py", "from rise_desk import cli\nfrom ui.app import open_window"),
        (DOMAIN, "from .record import Record\nfrom dateutil.relativedelta import relativedelta"),
    ],
)
def test_a_room_may_import_what_is_below_it(path: str, source: str) -> None:
    assert _lines(source, path) == []


def test_a_file_outside_every_room_is_found() -> None:
    assert _lines("", "stray.py") == ["stray.py: belongs to no room; give it one in ROOMS"]


@pytest.mark.parametrize(
    ("path", "source", "sentence"),
    [
        (DOMAIN, "import nhs_number", "home in rise_desk/domain/identifiers.py"),
        (DOMAIN, "from PySide6.QtCore import QDate", "home in ui/"),
        (STORAGE, "from sqlcipher3 import dbapi2", "home in rise_desk/storage/database.py"),
        (STORAGE, "import argon2.low_level", "home in rise_desk/storage/keys.py"),
        (SERVICES, "import peewee", "home in rise_desk/storage/"),
        (SERVICES, "def _later():\n    from PIL import Image", "home in rise_desk/services/photos.py"),
        (REPORTS, "from reportlab.pdfgen import canvas", "home in rise_desk/reports/paper/"),
        ("rise_desk/reports/paper/drawing.py", "import pypdfium2", "home in rise_desk/reports/paper/pages.py"),
        ("main.py", "from PySide6.QtWidgets import QApplication", "home in ui/"),
        (SERVICES, "import requests", "no room"),
        (STORAGE, "import sqlite3", "nowhere"),
        (SERVICES, "from urllib import request", "nowhere"),
        (SERVICES, "import http.client", "nowhere"),
        (SERVICES, "import pickle", "nowhere"),
        (DOMAIN, "import os.path", "pure"),
        (DOMAIN, "from pathlib import Path", "pure"),
        (DOMAIN, "from random import getrandbits", "pure"),
        (SERVICES, "from importlib.resources import files", "only places"),
        (SERVICES, "from importlib import resources", "only places"),
        (STORAGE, "import importlib\nname = 'x'\nimportlib.import_module(name)", "no room"),
        ("rise_desk/storage/migrations/step_2.py", "from rise_desk.storage import tables", "released step"),
        ("rise_desk/storage/migrations/step_2.py", "from rise_desk.domain.person import Person", "released step"),
    ],
)
def test_a_library_has_one_home(path: str, source: str, sentence: str) -> None:
    assert any(sentence in each for each in _lines(source, path))


@pytest.mark.parametrize(
    ("path", "source", "sentence"),
    [
        (SERVICES, "from datetime import UTC, datetime\nx = datetime.now(UTC)", "real clock"),
        (STORAGE, "import time\nx = time.time()", "real clock"),
        ("rise_desk/cli.py", "import datetime\nx = datetime.date.today()", "real clock"),
        (DOMAIN, 'x = open("x")', "opens no files"),
        (SERVICES, 'print("x")', "prints"),
        (SERVICES, "x = __file__", "where the program lies"),
        (SERVICES, 'x = "SELECT id FROM person"', "SQL above storage"),
        ("ui/thing.py", 'y = 1\nx = f"  DELETE FROM {y}"', "SQL above storage"),
        ("rise_desk/cli.py", 'x = "PRAGMA user_version"', "SQL above storage"),
        (STORAGE, "PersonRow.update(version=2).execute()", "without where"),
        (STORAGE, "row.update(**values)", "without where"),
        (STORAGE, "PersonRow.delete().execute()", "without where"),
        (STORAGE, "row = PersonRow\nrow.delete().execute()", "without where"),
        (SERVICES, "try:\n    x = 1\nexcept Exception:\n    x = 2", "catches everything"),
        ("ui/thing.py", "try:\n    x = 1\nexcept (OSError, Exception) as e:\n    x = e", "catches everything"),
        (STORAGE, "try:\n    x = 1\nexcept:\n    x = 2", "catches everything"),
    ],
)
def test_what_no_file_may_do(path: str, source: str, sentence: str) -> None:
    assert any(sentence in each for each in _lines(source, path))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("rise_desk/services/clock.py", "from datetime import UTC, datetime\nx = datetime.now(UTC)"),
        ("rise_desk/storage/attempts.py", "import time\nx = time.time()"),
        ("ui/thing.py", "import time\nx = time.time()"),
        ("rise_desk/cli.py", 'print("x")'),
        (SERVICES, 'x = "Select a person"'),
        (STORAGE, 'x = "SELECT id FROM person"'),
        (STORAGE, "PersonRow.update(version=2).where(PersonRow.id == 1).execute()"),
        (STORAGE, "row = PersonRow\nrow.delete().where(row.id == 1)"),
        (STORAGE, "seen = set()\nseen.update({1})"),
        ("ui/failure.py", "try:\n    x = 1\nexcept Exception:\n    x = 2"),
        (STORAGE, "try:\n    x = 1\nexcept BaseException:\n    x = 2\n    raise"),
    ],
)
def test_what_a_file_may_do(path: str, source: str) -> None:
    assert _lines(source, path) == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("class Thing:\n    x = 1", "Thing"),
        ("def thing():\n    return 1", "thing"),
        ('class Thing:\n    """One."""\n\n    def part(self):\n        return 1', "part"),
    ],
)
def test_what_is_public_says_what_it_means(source: str, name: str) -> None:
    assert [each.split(": ")[1] for each in _lines(source)] == [f"{name} does not say what it means"]


def test_a_module_says_what_it_means() -> None:
    assert law.breaches(SERVICES, "x = 1\n") == [f"{SERVICES}: the module does not say what it means"]


def test_what_is_private_or_overrides_may_be_silent() -> None:
    assert _lines("class _Thing:\n    def part(self): ...\n\ndef _thing(): ...") == []
    assert _lines('class Thing:\n    """One."""\n\n    @override\n    def part(self): ...') == []


@pytest.mark.parametrize(("lines", "fine"), [(298, True), (299, False)])
def test_a_file_has_three_hundred_lines_at_most(lines: int, fine: bool) -> None:
    assert (_lines("\n".join(["x = 1"] * lines)) == []) is fine


@pytest.mark.parametrize(("lines", "fine"), [(39, True), (40, False)])
def test_a_function_has_forty_lines_at_most(lines: int, fine: bool) -> None:
    assert (_lines("def _thing():\n" + "\n".join(["    x = 1"] * lines)) == []) is fine


@pytest.mark.parametrize(
    ("source", "fine"),
    [
        ("class _RecordManager: ...", False),
        ("class _EventHandler: ...", False),
        ("def _common_parts(): ...", False),
        ("def _date_utils(): ...", False),
        ("class _ManagerPage: ...", True),
        ("def _manager(): ...", True),
        ("def _uncommonly(): ...", True),
    ],
)
def test_names_are_of_the_trade(source: str, fine: bool) -> None:
    assert (_lines(source) == []) is fine
    assert law.breaches("tests/helpers.py", "x = 1\n")


@pytest.mark.parametrize(
    ("source", "fine"),
    [
        ("x = 1  # " + "noqa: E501", False),
        ("x = 1  # " + "type: ignore[arg-type]", False),
        ("x = 1  # " + "pragma: no cover", False),
        ("x = 1  # noqa: E501 - a web address", True),
        ("x = 1  # type: ignore[arg-type]  # the stubs forget None", True),
        ('import warnings\nwarnings.simplefilter("ignore")', False),
        ('import warnings\nwarnings.simplefilter("error")', True),
    ],
)
def test_a_silenced_check_says_why(source: str, fine: bool) -> None:
    assert (_lines(source) == []) is fine
