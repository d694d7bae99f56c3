"""The tour's missing children: one away since last evening, one back in the night, interviews early, late and held."""

from datetime import datetime, timedelta

from rise_desk.domain import moments
from rise_desk.domain.action import Action
from rise_desk.domain.interview import ACCEPTED, Attempt, Covered, ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import HarmHeard, MissingEpisode, ReasonHeard, Regrade
from rise_desk.domain.moments import LONDON, Moment
from rise_desk.domain.record import Id
from rise_desk.services import casework, interviewing, settings
from rise_desk.services.desk import Desk

WORKER = "Priya Nair"
EXPECTED = timedelta(days=365)
POLICE = """yp ref,name,dob,date missing,time missing,missing from,risk,date returned,time returned,police ref
,Maisie Okafor,16/03/2013,01/02/2026,21:00,home,high,02/02/2026,06:00,P1
,Ruby Castellan,,03/02/2026,21:00,home,high,04/02/2026,06:00,P2
,Somebody Else,,05/02/2026,21:00,home,medium,04/02/2026,06:00,P3
"""
"""An export as a police force might send it: one is sure, one is asked about, one ends before it began."""


class MissingStory:
    """Puts it on file at a desk; everything counts back from the desk's own time, in hours."""

    def __init__(self, desk: Desk, jade: Id, maisie: Id, kian: Id, tyler: Id) -> None:
        self._desk, self._now = desk, desk.now().replace(second=0, microsecond=0)
        self.jade, self.maisie, self.kian, self.tyler = jade, maisie, kian, tyler
        self.away = self.fresh = self.owed = self.late = self.held = jade

    def tell(self) -> None:
        """Everything: the past first."""
        settings.set_interviews_since(self._desk, (self._now - EXPECTED).astimezone(LONDON).date())
        settings.set_our_council(self._desk, "Northshire")
        self._past()
        self.owed = self._offered()
        self.late = self._episode(self.kian, 92, 79, grade="low", circumstances="Left after tea, on his bike.").id
        self._agreed(self.kian, self.late, "Ask his grandmother who rings in the evenings", self._hours(50), -1)
        self.fresh = self._back_in_the_night()
        self.away = self._missing_now()

    def _past(self) -> None:
        """A year of episodes, most of them on Fridays, each with what became of its interview."""
        for weeks in (34, 30, 22, 17, 13, 9, 6, 4, 2):
            friday = 24 * 7 * weeks + 24 * ((self._now.astimezone(LONDON).weekday() - 4) % 7)
            began = self._evening(friday) - timedelta(minutes=weeks * 7 % 50)
            back = began + timedelta(hours=4 if weeks % 3 else 11, minutes=weeks)
            made = casework.save(
                self._desk,
                MissingEpisode(
                    id=self._desk.clock.new_id(),
                    subject=self.maisie,
                    last_seen_at=moments.minute(began),
                    reported_at=moments.minute(began + timedelta(minutes=70)),
                    missing_from="childrens_home",
                    missing_from_name="Larch House",
                    grade="high" if weeks in (4, 2) else "medium",
                    returned_at=moments.minute(back),
                    found_place_type="car_park",
                    found_place="The top deck of the multi-storey",
                    found_with=(Mention(name="“Uncle” D", risk="danger"),) if weeks == 4 else (),
                ),
            )
            if weeks % 4:
                self._held(made, late=weeks in (30, 9))
            else:
                self._declined(made)

    def _held(self, about: MissingEpisode, *, late: bool) -> None:
        back = moments.earliest(about.returned_at)
        at = back + timedelta(hours=96 if late else 40)
        made = interviewing.record(
            self._desk,
            ReturnInterview(
                id=self._desk.clock.new_id(),
                subject=about.subject,
                episodes=(Covered(episode=about.id),),
                assigned_to=WORKER,
                offered_at=moments.minute(back + timedelta(hours=6)),
                answer=ACCEPTED,
                done_at=moments.minute(at),
                late_because="She was in hospital until the fourth day." if late else "",
                interviewer=f"{WORKER}, voluntary sector",
                independent=True,
                seen="seen_alone",
                own_words="If somebody fetched me at ten I would come." if about.grade == "high" else "",
                pull="A car that waits at the corner.",
                would_help="To be rung at ten, and fetched without a lecture.",
                reasons=(ReasonHeard(reason="drawn_away", heard_from="Maisie"),),
                harms=(HarmHeard(harm="none_known"),),
                mentions=(Mention(sort="vehicle", name="grey hatchback, plate ends KV"),) if late else (),
            ),
        )
        self.held = made.id

    def _declined(self, about: MissingEpisode) -> None:
        back = moments.earliest(about.returned_at)
        at = moments.minute(back + timedelta(hours=20))
        known = {"answer": "declined", "answered_at": at, "declined_because": "Tired of being asked."}
        self._interview(about, offered_at=moments.minute(back + timedelta(hours=5)), **known)

    def _offered(self) -> Id:
        """Back three days ago less half a day: offered, and nobody was in."""
        made = self._episode(self.maisie, 73, 61, grade="high", place="childrens_home")
        tried = Attempt(at=self._hours(30), by=WORKER, how="visit", outcome="Nobody in; card left.")
        self._interview(made, offered_at=self._hours(52), offered_by=WORKER, assigned_to=WORKER, attempts=(tried,))
        return made.id

    def _back_in_the_night(self) -> Id:
        """Back early in the day, by police."""
        made = self._episode(
            self.tyler, 12, 5, grade="medium", how_found="A patrol stopped beside him. He got in without being asked."
        )
        return made.id

    def _missing_now(self) -> Id:
        made = self._episode(
            self.jade,
            14,
            grade="medium",
            place="foster_placement",
            reported_by="Mrs Lunn",
            police_ref="NS-26-04417",
            officer="PC Imogen Hale",
            circumstances="Went to post a letter and did not come back. Her phone has been off since nine.",
            wearing="Black puffer jacket, white trainers, a small green rucksack.",
            regrades=(Regrade(grade="high", at=self._hours(9), by="duty inspector", why="no contact, and no coat"),),
        )
        return made.id

    def _agreed(self, subject: Id, about: Id, what: str, at: Moment, days: int) -> None:
        due = (self._now + timedelta(days=days)).astimezone(LONDON).date()
        casework.save(
            self._desk,
            Action(
                id=self._desk.clock.new_id(),
                subject=subject,
                about=about,
                what=what,
                owner=WORKER,
                agreed_at=at,
                agreed_in="Morning meeting",
                due_on=Moment(due.isoformat()),
            ),
        )

    def _interview(self, about: MissingEpisode, **known: object) -> None:
        made = ReturnInterview(
            id=self._desk.clock.new_id(), subject=about.subject, episodes=(Covered(episode=about.id),)
        )
        interviewing.record(self._desk, made.changed(**known))

    def _episode(
        self, subject: Id, since: float, back: float = 0, place: str = "home", **known: object
    ) -> MissingEpisode:
        made = MissingEpisode(
            id=self._desk.clock.new_id(),
            subject=subject,
            last_seen_at=self._hours(since),
            reported_at=self._hours(since - 1),
            missing_from=place,
            returned_at=self._hours(back) if back else Moment(""),
        )
        return casework.save(self._desk, made.changed(**known))

    def _hours(self, back: float) -> Moment:
        return moments.minute(self._now - timedelta(hours=back))

    def _evening(self, hours: int) -> datetime:
        day = (self._now - timedelta(hours=hours)).astimezone(LONDON)
        return day.replace(hour=20, minute=30)
