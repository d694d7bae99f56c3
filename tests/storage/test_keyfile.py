"""The key file is read only when it is whole and sane, and a crash never leaves half of one."""

import json
import random
import stat
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rise_desk.errors import Damaged, TooNew, Unavailable
from rise_desk.storage import keyfile
from rise_desk.storage.keyfile import KeyFile, Slot, with_recovery, with_slot, without_slot
from rise_desk.storage.keys import RFC_MINIMUM, TEST
from tests.storage.conftest import AsNobody, Program

PRICE = {"version": 1, "memory_kib": 65_536, "time_cost": 3, "lanes": 4}
LOCKED = {**PRICE, "salt": "c2FsdA==", "nonce": "bm9uY2U=", "locked": "bG9ja2Vk"}
ZOE = Slot(id="aa" * 32, locked=LOCKED, sealed=bytes(range(80)))
SAM = Slot(id="bb" * 32, locked=LOCKED, sealed=bytes(80))
KEYS = KeyFile(vault_id="vault-1", generation=1, check="cc" * 32, slots=(ZOE,), recovery={"version": 1, "salt": "x"})

WRITE_FOR_EVER = """
import sys; from dataclasses import replace; from pathlib import Path
from rise_desk.storage import keyfile
path = Path(sys.argv[1])
keys = keyfile.read(path)
print("ready", flush=True)
while True:
    keys = replace(keys, generation=keys.generation + 1)
    keyfile.write(path, keys)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the key file lies; it holds KEYS."""
    keyfile.write(tmp_path / "desk.vault.keys", KEYS)
    return tmp_path / "desk.vault.keys"


class TestValue:
    def test_a_slot_is_added_found_replaced_and_taken_out(self) -> None:
        both = with_slot(KEYS, SAM)
        assert (both.slots, KEYS.slots) == ((ZOE, SAM), (ZOE,))
        assert (both.slot(SAM.id), KEYS.slot(SAM.id)) == (SAM, None)
        newer = replace(ZOE, sealed=b"newer")
        assert with_slot(both, newer).slots == (SAM, newer)
        assert without_slot(both, ZOE.id).slots == (SAM,)
        assert without_slot(both, "nobody") == both

    def test_the_recovery_slot_is_replaced(self) -> None:
        assert with_recovery(KEYS, {"version": 1, "salt": "y"}).recovery == {"version": 1, "salt": "y"}

    def test_it_does_not_show_its_secrets(self) -> None:
        assert [word for word in ("locked", "sealed", "salt") if word in repr(KEYS)] == []


class TestFile:
    def test_what_was_written_is_read(self, path: Path) -> None:
        assert keyfile.read(path) == KEYS
        keyfile.write(path, KeyFile(vault_id="v", generation=2, check="c"))
        assert keyfile.read(path) == KeyFile(vault_id="v", generation=2, check="c")

    def test_only_this_account_can_read_it(self, path: Path) -> None:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_the_two_before_are_kept_and_no_more(self, path: Path) -> None:
        for generation in (2, 3, 4):
            keyfile.write(path, replace(KEYS, generation=generation))
        kept = {each.name: keyfile.read(each).generation for each in path.parent.iterdir() if "lock" not in each.name}
        assert kept == {"desk.vault.keys": 4, "desk.vault.keys.1": 3, "desk.vault.keys.2": 2}

    def test_writing_the_same_again_pushes_nothing_out(self, path: Path) -> None:
        keyfile.write(path, replace(KEYS, generation=2))
        keyfile.write(path, replace(KEYS, generation=2))
        assert keyfile.read(path.with_name("desk.vault.keys.1")) == KEYS

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(Unavailable, match=r"desk\.vault\.keys\) is missing"):
            keyfile.read(tmp_path / "desk.vault.keys")

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(Unavailable, match="key file can't be found"):
            keyfile.read(tmp_path)

    def test_no_rights(self, public_place: Path, as_nobody: AsNobody) -> None:
        path = public_place / "desk.vault.keys"
        keyfile.write(path, KEYS)
        with as_nobody(), pytest.raises(Unavailable, match="no rights"):
            keyfile.read(path)
        with as_nobody(), pytest.raises(Unavailable, match="no rights"):
            keyfile.write(public_place / "other.keys", KEYS)

    def test_a_newer_one_is_left_alone(self, path: Path) -> None:
        newer = json.loads(path.read_bytes()) | {"format": 2, "surprise": 1}
        path.write_text(json.dumps(newer))
        with pytest.raises(TooNew, match="newer RISE Desk"):
            keyfile.read(path)

    def test_every_truncation_is_damage(self, path: Path) -> None:
        whole = path.read_bytes()
        for length in range(len(whole)):
            path.write_bytes(whole[:length])
            with pytest.raises(Damaged, match=r"ending in \.1 and \.2"):
                keyfile.read(path)

    def test_a_giant_is_damage(self, path: Path) -> None:
        whole = path.read_bytes()
        path.write_bytes(whole + b" " * (keyfile.MOST_BYTES - len(whole)))
        assert keyfile.read(path) == KEYS
        path.write_bytes(whole + b" " * (keyfile.MOST_BYTES - len(whole) + 1))
        with pytest.raises(Damaged):
            keyfile.read(path)

    def test_deep_nesting_is_damage(self, path: Path) -> None:
        path.write_text("[" * 100_000)
        with pytest.raises(Damaged):
            keyfile.read(path)

    def test_a_slot_may_be_weak_only_where_that_is_asked_for(self, path: Path) -> None:
        cheap = replace(ZOE, locked=LOCKED | vars(TEST))
        keyfile.write(path, with_slot(KEYS, cheap))
        assert keyfile.read(path, weakest=TEST).slots == (cheap,)
        with pytest.raises(Damaged):
            keyfile.read(path)
        with pytest.raises(Damaged):
            keyfile.read(path, weakest=RFC_MINIMUM)

    def test_a_slot_can_not_ask_for_100_gib(self, path: Path) -> None:
        keyfile.write(path, with_slot(KEYS, replace(ZOE, locked=LOCKED | {"memory_kib": 100 << 20})))
        with pytest.raises(Damaged, match="tampered"):
            keyfile.read(path)


WRONG: list[Any] = [None, 0, -1, 1.5, True, "", "é", [], {}, [1], "AAA"]


@pytest.mark.parametrize("value", WRONG)
@pytest.mark.parametrize("field", ["format", "vault_id", "generation", "check", "slots", "recovery"])
def test_each_field_must_be_what_it_is(path: Path, field: str, value: object) -> None:
    found = json.loads(path.read_bytes())
    path.write_text(json.dumps(found | {field: value}))
    fine: dict[str, list[object]] = {
        "vault_id": ["é", "AAA"],
        "check": ["é", "AAA"],
        "slots": [[]],
        "recovery": [None, {}],
    }
    if value in fine.get(field, []):
        assert isinstance(keyfile.read(path), KeyFile)
    else:
        with pytest.raises(Damaged):
            keyfile.read(path)


@pytest.mark.parametrize("value", WRONG)
@pytest.mark.parametrize("field", ["id", "locked", "sealed"])
def test_each_field_of_a_slot_must_be_what_it_is(path: Path, field: str, value: object) -> None:
    found = json.loads(path.read_bytes())
    found["slots"][0][field] = value
    path.write_text(json.dumps(found))
    if (field, value) in (("id", "é"), ("id", "AAA"), ("sealed", "")):
        assert len(keyfile.read(path).slots) == 1
    else:
        with pytest.raises(Damaged):
            keyfile.read(path)


def test_each_field_must_be_there_and_each_slot_once(path: Path) -> None:
    found = json.loads(path.read_bytes())
    for field in found:
        path.write_text(json.dumps({name: found[name] for name in found if name != field}))
        with pytest.raises(Damaged):
            keyfile.read(path)
    path.write_text(json.dumps(found | {"slots": found["slots"] * 2}))
    with pytest.raises(Damaged):
        keyfile.read(path)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file that many examples are written to."""
    return tmp_path_factory.mktemp("keys") / "desk.vault.keys"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=300) | JSON.map(lambda value: json.dumps(value).encode()))
def test_rubbish_is_damage(scratch: Path, content: bytes) -> None:
    scratch.write_bytes(content)
    with pytest.raises(Damaged):
        keyfile.read(scratch)


@settings(max_examples=200, deadline=None)
@given(where=st.sampled_from([(), ("slots", 0), ("slots", 0, "locked"), ("recovery",)]), data=st.data())
def test_a_key_file_with_one_thing_changed_is_read_or_refused_in_a_sentence(
    scratch: Path, where: tuple[str | int, ...], data: st.DataObject
) -> None:
    keyfile.write(scratch, KEYS)
    found: Any = json.loads(scratch.read_bytes())
    place = found
    for step in where:
        place = place[step]
    place[data.draw(st.sampled_from(sorted(place)))] = data.draw(JSON)
    scratch.write_text(json.dumps(found))
    try:
        read = keyfile.read(scratch)
    except (Damaged, TooNew):
        return
    keyfile.write(scratch, read)
    assert keyfile.read(scratch) == read


def test_killed_twenty_times_while_writing_it_is_always_whole(path: Path, program: Program) -> None:
    rng = random.Random(20)
    seen = []
    for _round in range(20):
        writing = program(WRITE_FOR_EVER, path)
        time.sleep(rng.uniform(0.0, 0.03))
        writing.kill()
        writing.communicate()
        seen.append(keyfile.read(path).generation)
    assert seen == sorted(seen)
    assert seen[-1] > 1
    assert keyfile.read(path.with_name("desk.vault.keys.1")).generation <= seen[-1]
