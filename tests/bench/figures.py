"""Figures: what was measured, against which floor, and whether the limit holds; and the one table of them all."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

MILLISECONDS, MEGABYTES, SECONDS = "ms", "MB", "s"
WITHIN, OVER = "✓ within", "✗ OVER"
TITLES = ("what", "measured", "floor", "ratio", "limit", "")
RIGHT = (1, 2, 3)


@dataclass(frozen=True, kw_only=True)
class Limit:
    """At most so many times the floor, or so much more than it; either is enough. None of both: for information."""

    times: float | None = None
    more: float | None = None

    def highest(self, floor: float) -> float | None:
        """The most that may be measured over this floor; None where nothing is asked."""
        allowed = [floor * self.times] if self.times is not None else []
        allowed += [floor + self.more] if self.more is not None else []
        return max(allowed, default=None)

    def words(self, unit: str) -> str:
        """The limit as the table says it."""
        said = [f"{self.times:g}x"] if self.times is not None else []
        said += [f"{self.more:g} {unit} more"] if self.more is not None else []
        return " or ".join(said) or "for information"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One line of the table; `of` names the floor, `detail` whatever stands behind the figure."""

    what: str
    measured: float
    floor: float
    of: str
    limit: Limit = Limit()
    unit: str = MILLISECONDS
    detail: str = ""

    @property
    def ratio(self) -> float:
        """How many times its floor the figure is."""
        return self.measured / self.floor if self.floor else 0.0

    @property
    def verdict(self) -> str:
        """Within the limit or over it; '' where there is none."""
        highest = self.limit.highest(self.floor)
        return "" if highest is None else WITHIN if self.measured <= highest else OVER

    def plain(self) -> dict[str, Any]:
        """The figure as plain data."""
        return {**asdict(self), "ratio": round(self.ratio, 3), "verdict": self.verdict.split(" ")[-1]}


def worst(figures: Sequence[Figure]) -> Figure:
    """The figure that comes nearest to its limit, or is furthest over it."""
    return max(figures, key=lambda each: each.measured / (each.limit.highest(each.floor) or 1.0))


def table(figures: Sequence[Figure]) -> str:
    """Every figure in one table of plain text, each floor named below what stands on it."""
    rows = [TITLES, *(_cells(each) for each in figures)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(TITLES))]
    ruled = [_line(TITLES, widths), "  ".join("-" * width for width in widths)]
    for row, each in zip(rows[1:], figures, strict=True):
        ruled.append(_line(row, widths))
        ruled.append(f"    against {each.of}" + (f"; {each.detail}" if each.detail else ""))
    return "\n".join(line.rstrip() for line in ruled)


def _cells(each: Figure) -> tuple[str, ...]:
    return (
        each.what,
        _amount(each.measured, each.unit),
        _amount(each.floor, each.unit),
        f"{each.ratio:.2f}x",
        each.limit.words(each.unit),
        each.verdict,
    )


def _amount(value: float, unit: str) -> str:
    return f"{value:,.{0 if value >= 1000 else 1 if value >= 100 else 2}f} {unit}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(
        cell.rjust(width) if at in RIGHT else cell.ljust(width)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
