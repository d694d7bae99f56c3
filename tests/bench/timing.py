"""Timing: probes in turn, round after round, so that whatever disturbs this computer meets a figure and its floor."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter
from typing import Any

Probe = Callable[[], float]
"""Does its work once and tells what it measured, in milliseconds."""


def timed(work: Callable[[], Any]) -> Probe:
    """A probe that tells how long this work took."""

    def probe() -> float:
        started = perf_counter()
        work()
        return (perf_counter() - started) * 1000

    return probe


def medians(probes: Mapping[str, Probe], rounds: int) -> dict[str, float]:
    """The median of each probe over so many rounds, after one round that doesn't count."""
    found: dict[str, list[float]] = {name: [] for name in probes}
    for turn in range(rounds + 1):
        for name, probe in probes.items():
            measured = probe()
            if turn:
                found[name].append(measured)
    return {name: median(each) for name, each in found.items()}
