"""A board's own wording: added from a file, chosen for new assessments, never lost, and read at every desk."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from rise_desk.domain import instrument_file, moments
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.life import CaseSpell
from rise_desk.domain.moments import Moment
from rise_desk.domain.staff import Role
from rise_desk.errors import Invalid, NotAllowed, NotFound
from rise_desk.services import casework, instruments, overview, packs, practice, saving, settings, signing_in, upkeep
from rise_desk.services.desk import Desk
from rise_desk.services.practice import OURS
from rise_desk.storage import audit
from rise_desk.storage import instruments as kept
from tests import build
from tests.services import wordings

ROOT = Path(__file__).parents[2]
THEIRS = "wenbury_cse/2026-1"


def _listed(desk: Desk) -> list[tuple[str, str, bool]]:
    return [(each.key, each.added_by, each.in_use) for each in instruments.listed(desk)]


def test_at_first_there_is_the_programs_own(desk: Desk) -> None:
    assert _listed(desk) == [(OURS, "", True)]
    assert instruments.listed(desk)[0].instrument.title.startswith("CSE assessment")
    assert instruments.is_on_file(desk, OURS)
    assert not instruments.is_on_file(desk, THEIRS)


def test_a_boards_wording_is_added_and_chosen(desk: Desk) -> None:
    new = instruments.preview(desk, wordings.text())
    assert (new.key, new.added_by, new.in_use) == (THEIRS, "", False)
    assert not instruments.is_on_file(desk, THEIRS)
    assert instruments.add(desk, wordings.text()) == new.instrument
    row = audit.entries(desk.store.vault)[0]
    assert (row["deed"], row["fields"], row["reason"]) == ("settings changed", "instrument", f"{THEIRS} added")
    assert _listed(desk) == [(OURS, "", True), (THEIRS, "Lena Osei", False)]
    assert instruments.listed(desk)[1].added_at == moments.stamp(desk.now())
    instruments.choose(desk, THEIRS)
    row = audit.entries(desk.store.vault)[0]
    assert (row["deed"], row["reason"]) == ("settings changed", f"new assessments with {THEIRS}")
    assert _listed(desk) == [(OURS, "", False), (THEIRS, "Lena Osei", True)]
    assert practice.build(desk.store).instrument == desk.practice.instrument == THEIRS


def test_the_same_again_is_there_already(desk: Desk) -> None:
    instruments.add(desk, wordings.text())
    before = audit.last(desk.store.vault)
    again = "\ufeff" + wordings.text().replace("\n", "\r\n")
    assert instruments.preview(desk, again).added_by == "Lena Osei"
    instruments.add(desk, again)
    assert audit.last(desk.store.vault) == before
    assert len(instruments.listed(desk)) == 2


@pytest.mark.parametrize("named", [{}, {"name": "nscb_cse", "version": "2015"}])
def test_other_wording_under_a_name_that_is_taken_is_refused(desk: Desk, named: Mapping[str, str]) -> None:
    instruments.add(desk, wordings.text())
    other = wordings.text(**{**named, "title": "Wenbury’s assessment, amended"})
    for refused in (instruments.preview, instruments.add):
        with pytest.raises(Invalid, match=r"is on file with other wording\. Give this one a new version\."):
            refused(desk, other)
    assert len(instruments.listed(desk)) == 2
    assert desk.practice.instruments[THEIRS] == wordings.made()
    assert instruments.add(desk, wordings.text("2026-2", title="Amended")).version == "2026-2"


def test_a_broken_one_is_refused_in_one_sentence(desk: Desk) -> None:
    with pytest.raises(Invalid, match=r"^Line 2 can’t be read"):
        instruments.preview(desk, "{\n nothing")
    with pytest.raises(Invalid, match="list of the ten indicators"):
        instruments.add(desk, wordings.text(indicators={}))
    assert len(instruments.listed(desk)) == 1


def test_only_a_supervisor_adds_and_chooses_and_everybody_may_look(desk: Desk) -> None:
    instruments.add(desk, wordings.text())
    other = build.colleague(desk, "Mo Khan", Role.MANAGER)
    with pytest.raises(NotAllowed):
        instruments.preview(other, wordings.text())
    with pytest.raises(NotAllowed):
        instruments.add(other, wordings.text("2026-2"))
    with pytest.raises(NotAllowed):
        instruments.choose(other, THEIRS)
    assert _listed(other) == [(OURS, "", True), (THEIRS, "Lena Osei", False)]
    assert instruments.template(other, OURS)
    signing_in.leave(other)


def test_what_is_not_on_file_cannot_be_chosen_or_copied(desk: Desk) -> None:
    with pytest.raises(NotFound):
        instruments.choose(desk, THEIRS)
    with pytest.raises(NotFound):
        instruments.template(desk, THEIRS)
    with pytest.raises(KeyError):
        desk.practice.instruments[THEIRS]
    assert desk.practice.instrument == OURS


def test_a_copy_of_each_is_a_file_to_start_from(desk: Desk, tmp_path: Path) -> None:
    instruments.add(desk, wordings.text())
    for key in (OURS, THEIRS):
        path = tmp_path / "copy.json"
        saving.save_file(path, instruments.template(desk, key).encode())
        assert instrument_file.read(instruments.opened(path)) == desk.practice.instruments[key]
        assert instruments.preview(desk, instruments.opened(path)).key == key


def test_a_file_is_read_with_or_without_the_mark_at_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "board.json"
    for start in (b"", b"\xef\xbb\xbf"):
        path.write_bytes(start + wordings.text().encode())
        assert instruments.opened(path) == wordings.text()


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "board.json"
    path.write_bytes(wordings.text().encode("utf-16"))
    with pytest.raises(Invalid, match="isn’t text in UTF-8"):
        instruments.opened(path)
    with pytest.raises(Invalid, match=r"^other\.json can’t be opened"):
        instruments.opened(tmp_path / "other.json")
    with pytest.raises(Invalid, match="can’t be opened"):
        instruments.opened(tmp_path)


def test_a_file_that_is_too_long_is_never_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "board.json"
    with path.open("wb") as file:
        file.truncate(instruments.MOST_BYTES)
    assert len(instruments.opened(path)) == instruments.MOST_BYTES
    with path.open("wb") as file:
        file.truncate(instruments.MOST_BYTES + 1)
    with pytest.raises(Invalid, match="far too long"):
        instruments.opened(path)


def test_an_assessment_keeps_the_one_it_was_made_with(desk: Desk) -> None:
    child = build.young_person(desk)
    first = build.assessment(desk, child.id, day="2026-11-01")
    instruments.add(desk, wordings.text(rules={"reassess_after_days": 28}))
    instruments.choose(desk, THEIRS)
    second = build.assessment(desk, child.id, instrument=THEIRS)
    assert (first.instrument, second.instrument) == (OURS, THEIRS)
    assert desk.store.get(Assessment, first.id).instrument == OURS
    assert upkeep.check(desk) == []
    instruments.choose(desk, OURS)
    assert desk.store.get(Assessment, second.id).instrument == THEIRS
    assert packs.preview(desk, child.id).pages >= 1


def test_signing_in_reads_no_instrument_that_was_added(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("1", "2", "3"):
        instruments.add(desk, wordings.text(version))
    read: list[str] = []
    monkeypatch.setattr(kept, "text_of", lambda _vault, key: read.append(key))
    held = practice.build(desk.store)
    assert (held.instrument, read) == (OURS, [])
    assert len(held.instruments) == 4
    assert read == []


OTHER = """
import sys
from pathlib import Path
from rise_desk.domain.record import Id
from rise_desk.services import instruments, signing_in
from rise_desk.services.clock import Clock
from tests import build
from tests.services import wordings
desk = signing_in.sign_in(Path(sys.argv[1]), "Lena Osei", build.PASSWORD, Clock())
instruments.add(desk, wordings.text(rules={"reassess_after_days": 28}))
instruments.choose(desk, "wenbury_cse/2026-1")
build.assessment(desk, Id(int(sys.argv[2])), instrument="wenbury_cse/2026-1")
signing_in.leave(desk)
"""


def test_another_programs_wording_is_read_here_at_once(desk: Desk) -> None:
    child = build.young_person(desk, case_spells=(CaseSpell(state="open", since=Moment("2026-10-01")),))
    words = [sys.executable, "-c", OTHER, str(desk.store.folder.path), str(child.id)]
    subprocess.run(words, cwd=ROOT, check=True, timeout=60)
    assert desk.practice.instrument == OURS
    overview.open_file(desk, child.id)
    file = overview.case_file(desk, child.id)
    (made,) = file.of(Assessment)
    assert desk.practice.instruments[made.instrument].reassess_after_days == 28
    assert [line.by for line in desk.ruled(file).due if line.rule == "reassessment"] == ["2026-12-08"]
    assert packs.preview(desk, child.id).pages >= 1
    casework.save(desk, child.changed(known_as="May"))
    assert desk.practice.instrument == THEIRS
    assert upkeep.check(desk) == []
    settings.set_sign_off_days(desk, 9)
    assert upkeep.check(desk) == []
