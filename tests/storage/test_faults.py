"""The fault table: failures of disk and engine become the reader's errors, bugs stay bugs."""

import errno

import peewee
import pytest
from sqlcipher3 import dbapi2

from rise_desk.errors import Busy, Damaged, DeskError, NotFound, Unavailable, WrongKey
from rise_desk.storage.database import Vault
from rise_desk.storage.faults import BY_CODE, BY_ERRNO, BY_TEXT, Fault, classify, faults


def engine_error(text: str, code: int | None = None) -> Exception:
    """An error as the driver raises it."""
    error: Exception = dbapi2.DatabaseError(text)
    if code is not None:
        vars(error)["sqlite_errorcode"] = code
    return error


def wrapped(inner: BaseException) -> peewee.DatabaseError:
    """The same as peewee passes it on."""
    error = peewee.DatabaseError(inner, str(inner))
    vars(error)["orig"] = inner
    return error


@pytest.mark.parametrize(("code", "fault"), list(BY_CODE.items()))
def test_every_code_of_the_engine_has_its_kind_however_it_is_wrapped(code: int, fault: object) -> None:
    kind = BY_CODE[code].kind
    assert classify(engine_error("x", code)) is kind
    assert classify(engine_error("x", code | 5 << 8)) is kind
    assert classify(wrapped(engine_error("x", code))) is kind


@pytest.mark.parametrize(("text", "fault"), BY_TEXT)
def test_without_a_code_the_text_tells(text: str, fault: object) -> None:
    assert classify(engine_error(f"error: {text} (again)")) is dict(BY_TEXT)[text].kind


def test_the_kinds_are_the_ones_the_reader_knows() -> None:
    known = {code: BY_CODE[code].kind for code in (5, 8, 10, 11, 13, 14, 26)}
    assert known == {
        5: Busy,
        8: Unavailable,
        10: Unavailable,
        11: Damaged,
        13: Unavailable,
        14: Unavailable,
        26: WrongKey,
    }


@pytest.mark.parametrize(
    "bug",
    [
        ValueError("database is locked"),
        engine_error("no such table: child", 1),
        wrapped(engine_error("no such column")),
        peewee.InterfaceError("Error, database connection not opened."),
        OSError(errno.EPIPE, "Broken pipe"),
        OSError("no number at all"),
    ],
)
def test_a_bug_is_left_alone(bug: Exception) -> None:
    assert classify(bug) is None
    with pytest.raises(type(bug)) as caught, faults():
        raise bug
    assert caught.value is bug


def test_a_broken_constraint_is_no_fault_whatever_came_before_it() -> None:
    constraint = peewee.IntegrityError("UNIQUE constraint failed")
    vars(constraint)["orig"] = engine_error("UNIQUE constraint failed", 19)
    constraint.__context__ = engine_error("database is locked", 5)
    assert classify(constraint) is None


def test_a_real_broken_constraint_is_no_fault(vault: Vault) -> None:
    with pytest.raises(peewee.IntegrityError), faults(), vault.atomic():
        vault.sql("INSERT INTO note (id) VALUES (1), (1)")


def test_the_deepest_cause_wins_by_context_and_by_cause() -> None:
    full = wrapped(engine_error("database or disk is full", 13))
    rollback = peewee.OperationalError("cannot rollback - no transaction is active")
    rollback.__context__ = full
    with pytest.raises(Unavailable, match="The disk is full"), faults():
        raise rollback
    passed_on = peewee.OperationalError("could not save")
    passed_on.__cause__ = engine_error("database is locked", 5)
    assert classify(passed_on) is Busy


def test_an_error_of_another_kind_on_the_way_is_stepped_over() -> None:
    outer = peewee.OperationalError("cannot rollback")
    outer.__context__ = KeyError("database is locked")
    assert classify(outer) is None
    outer.__context__.__context__ = engine_error("malformed", 11)
    assert classify(outer) is Damaged


@pytest.mark.parametrize("number", sorted(BY_ERRNO))
def test_every_failure_of_the_disk_has_its_kind(number: int) -> None:
    assert classify(OSError(number, "x")) is BY_ERRNO[number].kind


def test_a_file_that_windows_says_is_open_elsewhere_is_busy() -> None:
    error = PermissionError(errno.EACCES, "used by another process")
    assert classify(error) is Unavailable
    vars(error)["winerror"] = 32
    assert classify(error) is Busy


def test_sentences_name_what_they_are_about_and_keep_the_cause() -> None:
    with pytest.raises(Unavailable) as caught, faults("the key file"):
        raise FileNotFoundError(errno.ENOENT, "No such file", "/secret/place")
    assert str(caught.value) == (
        "The key file can't be found: the file or its folder has been moved, renamed or deleted."
    )
    assert isinstance(caught.value.__cause__, FileNotFoundError)
    with pytest.raises(Unavailable, match="so nothing was saved to the records"), faults():
        raise OSError(errno.ENOSPC, "x")


@pytest.mark.parametrize("fault", [*BY_CODE.values(), *BY_ERRNO.values()])
def test_every_sentence_is_whole(fault: Fault) -> None:
    sentence = fault.sentence.format(what="the log", What="The log")
    assert sentence.endswith(".")
    assert "the log" in sentence.lower()
    assert "{" not in sentence


def test_errors_for_the_reader_pass_through_unchanged() -> None:
    said = NotFound("No such child.")
    with pytest.raises(DeskError) as caught, faults():
        raise said
    assert caught.value is said


def test_quiet_work_stays_quiet() -> None:
    with faults() as stretch:
        assert stretch.what == "the records"
