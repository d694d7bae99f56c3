"""What nobody foresaw: one dialog, no case data, work kept."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.errors import DeskError, NotAllowed, Unavailable
from tests.ui.walk import walk
from ui.failure import EXPLAINED, FailureDialog, Failures, details


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def failures(heard: list[str], qapp: QApplication) -> Iterator[Failures]:
    made = Failures(lambda told: heard.append("drafts kept"), lambda failure: heard.append(str(failure)))
    yield made
    if made.shown is not None:
        made.shown.close()


def _raised(failure: BaseException) -> tuple[type[BaseException], BaseException, object]:
    with pytest.raises(type(failure)) as caught:
        raise failure
    return type(failure), failure, caught.tb


def test_details_say_where_and_nothing_of_a_record() -> None:
    kind, _failure, trace = _raised(ValueError("Maisie Okafor lives at Larch House"))
    told = details(kind, trace)  # type: ignore[arg-type]  # a traceback
    assert "RISE Desk 0." in told
    assert "ValueError" in told
    assert "test_failure.py" in told
    assert "/" not in told.replace(" / ", "")
    assert "Maisie" not in told


def test_a_mistake_opens_one_dialog_and_drafts_are_kept(
    failures: Failures, heard: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    failures.hear(*_raised(KeyError("Maisie")))  # type: ignore[arg-type]  # a traceback
    first = failures.shown
    assert first is not None
    assert first.isVisible()
    failures.hear(*_raised(KeyError("Jade")))  # type: ignore[arg-type]  # a traceback
    assert failures.shown is first
    assert heard == ["drafts kept", "drafts kept"]
    printed = capsys.readouterr().err
    assert "KeyError" in printed
    assert "Maisie" not in printed
    first.close_button.click()
    assert failures.shown is None


def test_details_can_be_copied(failures: Failures, qapp: QApplication) -> None:
    failures.hear(*_raised(IndexError()))  # type: ignore[arg-type]  # a traceback
    assert failures.shown is not None
    failures.shown.copy_button.click()
    assert "IndexError" in qapp.clipboard().text()
    assert "Copied" in failures.shown.copy_button.text()


def test_what_is_for_the_reader_is_shown_as_it_stands(failures: Failures, heard: list[str]) -> None:
    failures.hear(*_raised(NotAllowed("A worker may not do this.")))  # type: ignore[arg-type]  # a traceback
    assert heard == ["A worker may not do this."]
    assert failures.shown is None


def test_drafts_that_cannot_be_kept_are_told_in_the_details(qapp: QApplication) -> None:
    def fail(_told: str) -> None:
        raise Unavailable("The disk is full.")

    said: list[DeskError] = []
    failures = Failures(fail, said.append)
    failures.hear(*_raised(IndexError()))  # type: ignore[arg-type]  # a traceback
    assert failures.shown is not None
    assert "Unavailable while drafts and the log were kept" in failures.shown.details.toPlainText()
    failures.shown.close()


def test_an_interrupt_goes_to_whoever_heard_before(heard: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: heard.append(kind.__name__))
    failures = Failures(list, list)  # type: ignore[arg-type]  # nothing is told to them
    failures.install()
    assert sys.excepthook == failures.hear
    failures.hear(*_raised(KeyboardInterrupt()))  # type: ignore[arg-type]  # a traceback
    assert heard == ["KeyboardInterrupt"]
    failures.remove()
    assert sys.excepthook != failures.hear


def test_without_a_terminal_nothing_is_written(failures: Failures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    failures.hear(*_raised(IndexError()))  # type: ignore[arg-type]  # a traceback
    assert failures.shown is not None


def test_the_dialog_can_be_read_by_everybody(qtbot: QtBot) -> None:
    dialog = FailureDialog("RISE Desk 0.1.0\nIndexError")
    qtbot.addWidget(dialog)
    dialog.show()
    assert walk(dialog) == []
    assert "hold no names" in EXPLAINED
