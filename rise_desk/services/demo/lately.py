"""What is new on the demonstration's day: who is missing, who came back overnight, which interviews are still owed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rise_desk.services.demo import days
from rise_desk.services.demo.casting import Cast
from rise_desk.services.demo.days import DAY

UNTOUCHED, LATELY = timedelta(days=9), timedelta(days=75)
"""Whoever was assessed since is in no scene, as the assessment would have to know of it; nor who was long before."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One absence of these days: how many days ago and at which minute of the day it began, and how it ended."""

    key: str
    left: tuple[int, int]
    back: tuple[int, int] | None = None


SCENES = (
    Scene(key="away_since_evening", left=(1, 1180)),
    Scene(key="back_by_police", left=(1, 1050), back=(0, 110)),
    Scene(key="away_since_morning", left=(0, 310)),
    Scene(key="back_by_self", left=(1, 1215), back=(0, 345)),
    Scene(key="accepted", left=(4, 1140), back=(3, 930)),
    Scene(key="attempted", left=(3, 1080), back=(2, 980)),
    Scene(key="late_attempted", left=(4, 1290), back=(3, 250)),
    Scene(key="late_nothing", left=(4, 1000), back=(4, 1325)),
)
"""For those who are most in danger first; days and minutes before the day of the demonstration, in London."""

AWAY = frozenset(each.key for each in SCENES if each.back is None)


def scenes(cast: Cast, levels: Mapping[int, Mapping[date, int]]) -> Mapping[int, Scene]:
    """Which file has which scene: open cases, those first who have been missing most."""
    since = {place: cast.today - max(held) for place, held in levels.items() if cast.young[place].course.open}
    fit = [place for place, ago in since.items() if UNTOUCHED <= ago <= LATELY]
    fit.sort(key=lambda place: (-levels[place][max(levels[place])], -len(levels[place]), place))
    return dict(zip(fit, SCENES, strict=False))


def spell(cast: Cast, scene: Scene) -> tuple[datetime, datetime | None]:
    """From when to when somebody was away in a scene; None for whoever still is."""
    return _instant(cast, *scene.left), _instant(cast, *scene.back) if scene.back else None


def _instant(cast: Cast, ago: int, minute: int) -> datetime:
    return days.instant(cast.today - DAY * ago, minute)
