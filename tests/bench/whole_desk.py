"""The real program, from its command line to the first painted list, with a key in place of a typed password.

Reads one line of JSON: the name and the data key. Everything else is what main.py does.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import main
from rise_desk.services.clock import Clock

said: dict[str, Any] = json.loads(sys.stdin.readline())


usual_window = main._window


def window(data: Path, clock: Clock, name: str) -> int:
    """Open the program; somebody signs in as soon as its first window stands."""
    _sign_in_at_once()
    return usual_window(data, clock, name)


def _sign_in_at_once() -> None:
    from ui import app

    app.load_services()
    from PySide6.QtCore import QTimer

    from ui import program

    usual = program.Program.start

    def start(self: program.Program) -> None:
        usual(self)
        QTimer.singleShot(0, lambda: _enter(self))

    program.Program.start = start  # type: ignore[method-assign]  # the one hook into the real program


def _enter(program: Any) -> None:
    from rise_desk import places
    from rise_desk.services import signing_in
    from rise_desk.storage import keyfile, keys

    folder = places.check_folder(Path(said["store"]), must_exist=True)
    held = keyfile.read(folder.keys, weakest=keys.TEST)
    proof = signing_in.Proof(folder=folder, held=held, name=said["name"], data_key=bytes.fromhex(said["key"]))
    program.sit(signing_in.sit_down(proof, program.desk.clock))
    _watch(program)


def _watch(program: Any) -> None:
    """Wait until the list was painted with somebody in it."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    from ui.caseload import Caseload

    page = program.window.pages.currentWidget()
    assert isinstance(page, Caseload), "the desk opens with the list of young people"

    class Painted(QObject):
        told = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and page.table.model.rows and not self.told:
                self.told = True
                QTimer.singleShot(0, lambda: _tell(program))
            return super().eventFilter(watched, event)

    program.watching = Painted()
    page.table.view.viewport().installEventFilter(program.watching)


def _tell(program: Any) -> None:
    painted = time.monotonic()
    from tests.bench import resident

    print(json.dumps({"painted": painted, "resident": resident.kilobytes()}), flush=True)
    program.window.close()


if __name__ == "__main__":
    main._window = window
    sys.argv = ["main.py", "--data", said["store"], "--user", said["name"]]
    sys.exit(main.main())
