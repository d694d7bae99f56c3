"""Nothing of a record is on the disk in the clear: the real program works, and every file it left is read."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.build import PASSWORD

ROOT = Path(__file__).parents[1]
PLANTED = ("Quillfeather", "plumbago", "wintergreen", "07700900123")
ASKED_FOR = ("people.csv", "note.json", "out.pdf", "refused.csv")


def test_no_file_but_those_asked_for_holds_a_word_of_a_record(tmp_path: Path) -> None:
    asked, temp, home = (tmp_path / name for name in ("asked", "temp", "home"))
    for folder in (asked, temp, home):
        folder.mkdir()
    (asked / "people.csv").write_text(f"ref,given_name,phone,notes\nQ1,{PLANTED[0]},{PLANTED[3]},{PLANTED[1]}\nQ2,,,\n")
    note = {"concerns": ["Q1"], "happened_at": "2026-11-01", "text": f"{PLANTED[2]} " * 2000, "own_words": PLANTED[1]}
    (asked / "note.json").write_text(json.dumps(note))
    env = {**os.environ, "RISE_DESK_PASSWORD": PASSWORD, "HOME": str(home)}
    env |= dict.fromkeys(("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"), str(temp))

    def run(*words: str) -> None:
        said = [sys.executable, str(ROOT / "main.py"), "--data", str(tmp_path / "data"), "--user", "Lena Osei", *words]
        done = subprocess.run(said, env=env, cwd=home, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr

    run("create", "--kdf-mib", "8")
    run("import", str(asked / "people.csv"), "--commit", "--refused", str(asked / "refused.csv"))
    run("record", "contact_note", str(asked / "note.json"))
    run("show", "Q1")
    run("summary", "Q1", "--out", str(asked / "out.pdf"))
    run("check")
    run("backup", str(tmp_path / "backups"))
    (backup,) = (tmp_path / "backups").glob("*.vault")
    run("restore", str(backup), str(tmp_path / "data"))
    run("restore", str(backup), str(tmp_path / "new"))
    left = [path for path in tmp_path.rglob("*") if path.is_file() and path.parent != asked]
    assert {path.name for path in left} >= {"desk.vault", "desk.vault.keys", "desk.anchor"}
    assert {path.name for path in asked.iterdir()} == set(ASKED_FOR)
    for path in left:
        held = path.read_bytes()
        for word in PLANTED:
            assert word.encode() not in held, (path, word)
            assert word.encode("utf-16-le") not in held, (path, word)
