"""The tour's stops at orders and disruption: the tab of a child and of an adult, and each form."""

from datetime import timedelta

from rise_desk.domain import life, moments
from rise_desk.domain.disruption import DisruptionAction, Target
from rise_desk.domain.investigation import AllegedOffence, Investigation, Side
from rise_desk.domain.moments import Moment
from rise_desk.domain.order import Order, Prohibition, Protected
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.domain.record import Id
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from ui.case_tabs import DISRUPTION
from ui.main_window import MainWindow
from ui.search import read_entry
from ui.tour_camera import Camera
from ui.tour_shots import shoot_opened, to_tab


class DisruptionStory:
    """Puts on file a man of concern, what was done and is to be done about him, an order and an investigation."""

    def __init__(self, desk: Desk, child: Id) -> None:
        self._desk, self._child = desk, child
        role = (life.DatedRole(role=OF_CONCERN, basis="police"),)
        man = Person(id=desk.clock.new_id(), given_name="Lee", family_name="Garrow", roles=role)
        self.adult = casework.save(desk, man, reason="Somebody else").id
        self._done("tenancy_action", 150, "Evicted from the flat where the parties were.")
        self._done("search_warrant", 120, "Two phones seized.")
        self.open = self._action("stop_and_search", owner="PC Hale", due_on=self._day(-9), what="His car, at weekends.")
        self.order = casework.save(desk, self._order()).id
        self.investigation = casework.save(desk, self._investigation()).id

    def _done(self, tactic: str, back: int, outcome: str) -> None:
        self._action(tactic, status="done", done_on=self._day(back), outcome=outcome)

    def _action(self, tactic: str, **known: object) -> Id:
        made = DisruptionAction(
            id=self._desk.clock.new_id(),
            tactic=tactic,
            targets=(Target(subject=self.adult),),
            protects=(Protected(child=self._child),),
            agency="police",
        )
        return casework.save(self._desk, made.changed(**known)).id

    def _order(self) -> Order:
        return Order(
            id=self._desk.clock.new_id(),
            subject=self.adult,
            order_type="sexual_risk_order",
            made_on=self._day(700),
            ends_on=self._day(-60),
            court="Northampton Magistrates’ Court",
            prohibitions=(Prohibition(text="Not to be in a vehicle with anybody under 18"),),
            protects=(Protected(child=self._child),),
        )

    def _investigation(self) -> Investigation:
        alleged = AllegedOffence(offence="soa_s15", since=self._day(260), until=self._day(200))
        return Investigation(
            id=self._desk.clock.new_id(),
            children=(Side(person=self._child),),
            suspects=(Side(person=self.adult),),
            reported_on=self._day(190),
            offences=(alleged,),
            outcome="evidential_difficulties",
            outcome_on=self._day(90),
        )

    def _day(self, back: int) -> Moment:
        return Moment(moments.london_day(moments.stamp(self._desk.now() - timedelta(days=back))))


def shoot_disruption(window: MainWindow, camera: Camera, child: Id) -> None:
    """The tab of both, each form, and an investigation read whole."""
    story = DisruptionStory(window.desk.at, child)
    for name, subject in (("case-tab-disruption", child), ("case-tab-disruption-adult", story.adult)):
        to_tab(window, subject, DISRUPTION)
        camera.shoot(name, window)
    forms = window.forms.protecting
    for name, ask in (
        ("disruption-action", lambda: forms.disruption_on_file(story.open)),
        ("order", lambda: forms.order_on_file(story.order)),
        ("investigation", lambda: forms.investigation(child, story.investigation)),
        ("investigation-read", lambda: read_entry(window, child, story.investigation)),
    ):
        shoot_opened(window, camera, name, ask)
