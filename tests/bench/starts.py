"""Starts: from an empty process to the painted list, and how much memory that takes, against an empty window."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from statistics import median

from tests.bench.figures import MEGABYTES, Figure, Limit
from tests.bench.ground import Ground
from tests.bench.kept import PLACE, ROOT

EMPTY, FEW, MANY = "empty window", "few", "many"


def figures(large: Ground, small: Ground, rounds: int) -> Iterator[Figure]:
    """The start, the start on few people, and the memory; the password's derivation is left out of both."""
    times: dict[str, list[float]] = {EMPTY: [], FEW: [], MANY: []}
    sizes: dict[str, list[float]] = {EMPTY: [], FEW: [], MANY: []}
    for turn in range(rounds + 1):
        for name, ground in ((EMPTY, None), (FEW, small), (MANY, large)):
            painted_after, resident = _start(ground)
            if turn:
                times[name].append(painted_after)
                sizes[name].append(resident)
    took = {name: median(each) for name, each in times.items()}
    held = {name: median(each) for name, each in sizes.items()}
    yield Figure(
        what="start to the painted list of young people",
        measured=took[MANY],
        floor=took[EMPTY],
        of="a process that imports QtWidgets alone and paints one empty QMainWindow",
        limit=Limit(times=4),
        detail=f"{screen()}; the sign-in window is shown on the way",
    )
    yield Figure(
        what="the same start, with few people",
        measured=took[MANY],
        floor=took[FEW],
        of=f"the same program on {small.kept.size.people} people",
        limit=Limit(times=1.2),
    )
    yield Figure(
        what="memory after the first painted page",
        measured=held[MANY],
        floor=held[EMPTY],
        of="the empty window (resident set of the process, VmRSS)",
        limit=Limit(times=2.5),
        unit=MEGABYTES,
    )


def screen() -> str:
    """Where windows are painted in this run: in memory, unless QT_QPA_PLATFORM names a screen."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    return "painted in memory" if platform == "offscreen" else f"painted on a screen ({platform})"


def _start(ground: Ground | None) -> tuple[float, float]:
    """One start in a process of its own: milliseconds until it was painted, and megabytes it then held."""
    name = "whole_desk" if ground else "blank_window"
    said = ""
    if ground:
        said = json.dumps({"store": str(ground.store), "name": ground.kept.name, "key": ground.key.hex()})
    started = time.monotonic()
    process = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{name}"],
        input=said + "\n",
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=_environment(),
        check=True,
        timeout=60,
    )
    told = json.loads(process.stdout.splitlines()[-1])
    return (told["painted"] - started) * 1000, told["resident"] / 1024


def _environment() -> dict[str, str]:
    """This one, but modules stay compiled from the round that doesn't count, as after anybody's first start."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(PLACE / "compiled")}
