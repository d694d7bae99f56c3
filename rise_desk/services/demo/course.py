"""The course of a case: referred, screened, open, closed, perhaps reopened, each from a day with a reason."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from rise_desk.domain.life import NOTHING, CaseSpell
from rise_desk.services.demo.days import DAY, moment, next_working, working, years_on

SOURCES = (
    ("police", 26),
    ("childrens_social_care", 24),
    ("school", 18),
    ("health", 6),
    ("sexual_health", 4),
    ("youth_offending_team", 5),
    ("childrens_home", 6),
    ("voluntary_sector", 4),
    ("parent_or_carer", 5),
    ("self", 2),
)
"""Who refers, with how many in a hundred."""

MORE_ASKED = (
    "more information asked of school",
    "more information asked of the social worker",
    "more information asked of the police",
)
SIGNPOSTED = (
    "Signposted to early help: worries about home, none about exploitation",
    "Signposted to the school nurse and counselling",
    "Signposted to the online-safety team, with a named person there",
    "Signposted to the bereavement service; the way back to us explained",
)
REDUCED = (
    "Risk reduced; keeps in touch with school",
    "Risk reduced and held for three months; plan ended together",
    "Risk reduced; family support goes on with early help",
    "Moved to another county; handed over to the team there in a meeting",
    "Risk reduced; a trusted adult at college is the person to go to",
    "Risk reduced; social worker stays involved",
)
GROWN = "Eighteen; support goes on with adult services, in a meeting with the young person"
AGAIN = (
    "Referred again: new worries at school",
    "Came back by own wish",
    "Referred again by the police after an episode of going missing",
    "Referred again: a parent rang the worker they knew",
)
GROWN_UP = 18


@dataclass(frozen=True, kw_only=True)
class Course:
    """The spells of a case, and the days within which its work was done."""

    spells: tuple[CaseSpell, ...]
    opened_on: date | None
    until: date
    closed: bool

    @property
    def open(self) -> bool:
        """Whether the case is open today."""
        return self.opened_on is not None and not self.closed

    def quiet(self) -> tuple[str, str]:
        """The days from and until which a case that was reopened had been closed; two empty ones for any other."""
        ended = [each for each in self.spells if each.state == "closed" and each.until]
        return (ended[0].since, ended[0].until) if ended else ("", "")


def of(rng: Random, referred_on: date, born: date, yesterday: date, reason: str) -> Course:
    """How the case of somebody born then went from the day of the referral until yesterday."""
    screened_on = next_working(referred_on + DAY * rng.randrange(1, 8))
    if rng.random() < 0.12:
        reason = f"{reason}; {rng.choice(MORE_ASKED)}"
        screened_on = next_working(screened_on + DAY * rng.randrange(9, 26))
    if screened_on > yesterday:
        return Course(spells=(_spell("referred", referred_on, reason),), opened_on=None, until=yesterday, closed=False)
    referred = _spell("referred", referred_on, reason, screened_on)
    if rng.random() < 0.1:
        closed = _spell("closed", screened_on, rng.choice(SIGNPOSTED))
        return Course(spells=(referred, closed), opened_on=None, until=screened_on, closed=True)
    return _opened(rng, (referred,), screened_on, born, yesterday)


def _opened(rng: Random, before: tuple[CaseSpell, ...], opened_on: date, born: date, yesterday: date) -> Course:
    grown_on = years_on(born, GROWN_UP)
    planned_on = opened_on + timedelta(days=min(max(int(rng.lognormvariate(5.55, 0.5)), 70), 900))
    closed_on = working(max(min(planned_on, grown_on), opened_on + DAY * 3))
    why = GROWN if planned_on >= grown_on else rng.choice(REDUCED)
    opening = "Accepted at screening" if len(before) == 1 else "Reopened with the worker known from before"
    if closed_on > yesterday:
        spells = (*before, _spell("open", opened_on, opening))
        return Course(spells=spells, opened_on=opened_on, until=yesterday, closed=False)
    spells = (*before, _spell("open", opened_on, opening, closed_on))
    again_on = working(closed_on + DAY * rng.randrange(40, 300))
    reopened_on = again_on + DAY * rng.randrange(0, 3)
    if len(before) == 1 and rng.random() < 0.16 and reopened_on < min(grown_on, yesterday):
        closed = _spell("closed", closed_on, why, again_on)
        referred = _spell("referred", again_on, rng.choice(AGAIN), reopened_on)
        return _opened(rng, (*spells, closed, referred), reopened_on, born, yesterday)
    return Course(spells=(*spells, _spell("closed", closed_on, why)), opened_on=opened_on, until=closed_on, closed=True)


def _spell(state: str, since: date, reason: str, until: date | None = None) -> CaseSpell:
    return CaseSpell(state=state, since=moment(since), until=moment(until) if until else NOTHING, reason=reason)
