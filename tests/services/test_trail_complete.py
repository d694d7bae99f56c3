"""Nothing is done at a desk without a trace: every public function of the services is known here, and its row."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from rise_desk import services
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.domain.staff import Role
from rise_desk.errors import NotAllowed
from rise_desk.services import (
    accounts,
    backups,
    casework,
    changes,
    finding,
    forms,
    instruments,
    meeting_lines,
    merging,
    missing_packs,
    overview,
    packs,
    photos,
    settings,
    signing_in,
    signing_off,
    things,
    trail,
    trail_sheet,
    undoing,
    unpacking,
    upkeep,
)
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import exporting, importing, lately, lists
from rise_desk.services.practice import OURS
from rise_desk.services.trail import Asked
from rise_desk.storage import audit
from tests import build
from tests.services import wordings
from tests.services.trail_known import ELSEWHERE, FOR_A_SCREEN, IN_AN_OPEN_FILE, NO_RECORD, PROVED_BY, WITHIN_AN_ACT


@dataclass
class Ground:
    """What a deed is done to."""

    desk: Desk
    maisie: Person
    other: Person
    note: ContactNote
    folder: Path

    def assessment(self) -> Assessment:
        """One that Tom Reed made, who then left his desk."""
        worker = signing_in.sign_in(self.desk.store.folder.path, "Tom Reed", build.PASSWORD, self.desk.clock)
        made = build.assessment(worker, self.maisie.id)
        signing_in.leave(worker)
        return made


SIGNED_OFF = "assessment signed off"
Deeds = dict[str, tuple[Callable[[Ground], object], str]]


def _listing(ground: Ground) -> exporting.Listing:
    return lists.staff(ground.desk, [ground.desk.who])


def _picture(ground: Ground) -> Path:
    path = ground.folder / "p.jpg"
    Image.new("RGB", (40, 40), "navy").save(path, "JPEG")
    return path


def _table(ground: Ground) -> Path:
    path = ground.folder / "people.csv"
    path.write_text("ref,given name,family name\nA1,Ines,Vale\n", "utf-8")
    return path


def _imported(ground: Ground) -> object:
    return importing.commit(ground.desk, importing.preview(ground.desk, _table(ground)))


def _import_undone(ground: Ground) -> object:
    _imported(ground)
    return lately.undo(ground.desk, lately.recent(ground.desk)[0].act)


def _undone(ground: Ground) -> object:
    heard: list[Id] = []
    ground.desk.listeners.append(lambda said: heard.append(said.act))
    casework.save(ground.desk, ground.maisie.changed(known_as="May"))
    return undoing.undo(ground.desk, heard[-1])


def _separated(ground: Ground) -> object:
    merging.merge(ground.desk, ground.maisie, ground.other, "the same child")
    return merging.separate(ground.desk, ground.desk.store.get(Person, ground.other.id), "not the same after all")


DEEDS: Deeds = {
    "accounts.add": (lambda on: accounts.add(on.desk, "Ada Bell", Role.WORKER), "account changed"),
    "accounts.change_password": (lambda on: _password(on.desk), "account changed"),
    "accounts.entrust": (lambda on: accounts.entrust(on.desk, "Tom Reed", Role.MANAGER, ()), "account changed"),
    "accounts.reset": (lambda on: accounts.reset(on.desk, "Tom Reed"), "account changed"),
    "accounts.suspend": (lambda on: accounts.suspend(on.desk, "Tom Reed"), "account changed"),
    "backups.set_second_place": (lambda on: backups.set_second_place(on.desk, str(on.folder)), "settings changed"),
    "backups.take": (lambda on: backups.take(on.desk), "backup"),
    "backups.take_into": (lambda on: backups.take_into(on.desk, on.folder), "backup taken out"),
    "casework.perform": (lambda on: casework.save(on.desk, on.maisie.changed(known_as="M")), "record changed"),
    "casework.record": (lambda on: casework.record(on.desk, "young_person", {"given_name": "Ida"}), "record made"),
    "casework.restore": (
        lambda on: casework.restore(on.desk, casework.withdraw(on.desk, on.note, "wrong file")),
        "record restored",
    ),
    "casework.save": (lambda on: build.note(on.desk, on.maisie.id), "record made"),
    "casework.withdraw": (lambda on: casework.withdraw(on.desk, on.note, "wrong file"), "record withdrawn"),
    "changes.of": (lambda on: changes.of(on.desk, on.maisie.id), "history opened"),
    "exchange.exporting.export": (
        lambda on: exporting.export(on.desk, _listing(on), on.folder / "x.csv", "for the board"),
        "export",
    ),
    "exchange.importing.commit": (_imported, "import"),
    "exchange.lately.undo": (_import_undone, "act undone"),
    "finding.note": (lambda on: finding.note(on.desk, "maisie"), "search"),
    "meeting_lines.said": (
        lambda on: meeting_lines.said(on.desk, on.maisie.id, on.note.id, "Ring the home."),
        "record made",
    ),
    "merging.merge": (lambda on: merging.merge(on.desk, on.maisie, on.other, "the same child"), "files merged"),
    "merging.separate": (_separated, "files separated"),
    "overview.open_file": (lambda on: overview.open_file(on.desk, on.maisie.id), "file opened"),
    "forms.blank_printed": (lambda on: forms.blank_printed(on.desk), "blank form printed"),
    "forms.blank_saved": (lambda on: forms.blank_saved(on.desk), "blank form printed"),
    "forms.checklist_printed": (lambda on: forms.checklist_printed(on.desk), "blank form printed"),
    "forms.checklist_saved": (lambda on: forms.checklist_saved(on.desk), "blank form printed"),
    "forms.preview": (lambda on: forms.preview(on.desk, on.assessment().id), "assessment form previewed"),
    "forms.printed": (lambda on: forms.printed(on.desk, on.assessment().id), "assessment form printed"),
    "forms.saved": (lambda on: forms.saved(on.desk, on.assessment().id), "assessment form printed"),
    "missing_packs.preview": (lambda on: missing_packs.preview(on.desk, on.maisie.id), "missing pack previewed"),
    "missing_packs.printed": (lambda on: missing_packs.printed(on.desk, on.maisie.id), "missing pack printed"),
    "missing_packs.saved": (lambda on: missing_packs.saved(on.desk, on.maisie.id), "missing pack printed"),
    "packs.preview": (lambda on: packs.preview(on.desk, on.maisie.id), "summary previewed"),
    "packs.printed": (lambda on: packs.printed(on.desk, on.maisie.id), "summary printed"),
    "packs.saved": (lambda on: packs.saved(on.desk, on.maisie.id), "summary printed"),
    "packs.summary": (lambda on: packs.summary(on.desk, on.maisie.id), "summary printed"),
    "photos.add": (lambda on: photos.add(on.desk, on.maisie, _picture(on)), "record changed"),
    "instruments.add": (lambda on: instruments.add(on.desk, wordings.text()), "settings changed"),
    "instruments.choose": (lambda on: instruments.choose(on.desk, OURS), "settings changed"),
    "settings.set_interviews_since": (
        lambda on: settings.set_interviews_since(on.desk, date(2026, 11, 1)),
        "settings changed",
    ),
    "settings.set_lock_after": (lambda on: settings.set_lock_after(on.desk, 7), "settings changed"),
    "settings.set_long_after": (lambda on: settings.set_long_after(on.desk, 36), "settings changed"),
    "settings.set_notice_review_months": (
        lambda on: settings.set_notice_review_months(on.desk, 3),
        "settings changed",
    ),
    "settings.set_our_council": (lambda on: settings.set_our_council(on.desk, "Westshire"), "settings changed"),
    "settings.set_overnight_is_long": (lambda on: settings.set_overnight_is_long(on.desk, False), "settings changed"),
    "settings.set_sign_off_days": (lambda on: settings.set_sign_off_days(on.desk, 9), "settings changed"),
    "settings.set_triggers": (lambda on: settings.set_triggers(on.desk, ()), "settings changed"),
    "signing_off.send_back": (lambda on: signing_off.send_back(on.desk, on.assessment().id, "Why?"), SIGNED_OFF),
    "signing_off.sign_off": (lambda on: signing_off.sign_off(on.desk, on.assessment().id), SIGNED_OFF),
    "things.open_thing": (lambda on: things.open_thing(on.desk, build.place(on.desk).id), "file opened"),
    "trail.begin": (lambda on: trail.begin(on.desk), "audit read"),
    "trail_sheet.printed": (lambda on: trail_sheet.printed(on.desk, Asked(), 1), "print"),
    "undoing.undo": (_undone, "act undone"),
    "unpacking.check": (lambda on: unpacking.check(on.desk, backups.take(on.desk).copy), "check"),
    "upkeep.check": (lambda on: upkeep.check(on.desk), "check"),
}
"""What each does to the ground, and the deed that the newest row then names."""

REFUSED: dict[str, Callable[[Ground], object]] = {
    "accounts.add": lambda on: accounts.add(on.desk, "Ada Bell", Role.WORKER),
    "accounts.everybody": lambda on: accounts.everybody(on.desk),
    "accounts.suspend": lambda on: accounts.suspend(on.desk, "Lena Osei"),
    "backups.take_into": lambda on: backups.take_into(on.desk, on.folder),
    "casework.withdraw": lambda on: casework.withdraw(on.desk, on.note, "not mine"),
    "importing.preview": lambda on: importing.preview(on.desk, _table(on)),
    "instruments.add": lambda on: instruments.add(on.desk, wordings.text()),
    "instruments.choose": lambda on: instruments.choose(on.desk, OURS),
    "instruments.preview": lambda on: instruments.preview(on.desk, wordings.text()),
    "merging.merge": lambda on: merging.merge(on.desk, on.maisie, on.other, "the same child"),
    "settings.set_interviews_since": lambda on: settings.set_interviews_since(on.desk, date(2026, 11, 1)),
    "settings.set_lock_after": lambda on: settings.set_lock_after(on.desk, 7),
    "settings.set_long_after": lambda on: settings.set_long_after(on.desk, 36),
    "settings.set_notice_review_months": lambda on: settings.set_notice_review_months(on.desk, 3),
    "settings.set_our_council": lambda on: settings.set_our_council(on.desk, "Westshire"),
    "settings.set_overnight_is_long": lambda on: settings.set_overnight_is_long(on.desk, False),
    "settings.set_sign_off_days": lambda on: settings.set_sign_off_days(on.desk, 9),
    "settings.set_triggers": lambda on: settings.set_triggers(on.desk, ()),
    "signing_off.sign_off": lambda on: signing_off.sign_off(on.desk, on.assessment().id),
    "trail.begin": lambda on: trail.begin(on.desk),
    "upkeep.accept_loss": lambda on: upkeep.accept_loss(on.desk, "gone"),
}


def _password(desk: Desk) -> None:
    accounts.change_password(desk, build.PASSWORD, f"{build.PASSWORD} two")
    accounts.change_password(desk, f"{build.PASSWORD} two", build.PASSWORD)


def _at_a_desk() -> set[str]:
    """Every public function of the services that is handed a desk; the demonstration tells of nobody."""
    found = set()
    for each in pkgutil.walk_packages(services.__path__, "rise_desk.services."):
        if ".demo" in each.name:
            continue
        module = importlib.import_module(each.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == each.name and not name.startswith("_")
            if own and next(iter(inspect.signature(function).parameters), "") == "desk":
                found.add(f"{each.name.removeprefix('rise_desk.services.')}.{name}")
    return found


@pytest.fixture
def ground(desk: Desk, tmp_path: Path) -> Ground:
    """Two files, a note, and a worker with an account."""
    maisie, other = build.young_person(desk), build.young_person(desk, "Jade", "Ahmed")
    signing_in.leave(build.colleague(desk, "Tom Reed"))
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return Ground(desk=desk, maisie=maisie, other=other, note=build.note(desk, maisie.id), folder=folder)


def test_every_public_function_is_known_here() -> None:
    quiet = {name for text in (IN_AN_OPEN_FILE, FOR_A_SCREEN, WITHIN_AN_ACT, NO_RECORD) for name in text.split()}
    told = set(DEEDS) | set(ELSEWHERE)
    assert quiet & told == set()
    assert _at_a_desk() - quiet - told == set()


@pytest.mark.parametrize("name", DEEDS)
def test_what_is_done_leaves_its_row(ground: Ground, name: str) -> None:
    act, deed = DEEDS[name]
    before = audit.last(ground.desk.store.vault)[0]
    act(ground)
    rows = [each for each in audit.entries(ground.desk.store.vault) if each["seq"] > before]
    assert (rows[0]["deed"], rows[0]["account"]) == (deed, "Lena Osei")


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_leaves_its_row(ground: Ground, name: str) -> None:
    worker = signing_in.sign_in(ground.desk.store.folder.path, "Tom Reed", build.PASSWORD, ground.desk.clock)
    ground.desk = worker
    with pytest.raises(NotAllowed):
        REFUSED[name](ground)
    row = audit.entries(worker.store.vault)[0]
    assert (row["deed"], row["account"]) == ("refused", "Tom Reed")
    signing_in.leave(worker)


@pytest.mark.parametrize("path", sorted(set(ELSEWHERE.values())))
def test_what_is_proved_elsewhere_is(path: str) -> None:
    text = (Path(__file__).parents[2] / path).read_text("utf-8")
    for name in (name for name, where in ELSEWHERE.items() if where == path):
        assert PROVED_BY.get(name, f"{name.rsplit('.', 1)[1]}(") in text, name


def test_nothing_is_listed_that_is_no_longer_there() -> None:
    quiet = {name for text in (IN_AN_OPEN_FILE, FOR_A_SCREEN, WITHIN_AN_ACT, NO_RECORD) for name in text.split()}
    assert (quiet | set(DEEDS) | set(ELSEWHERE)) - _at_a_desk() == set()
