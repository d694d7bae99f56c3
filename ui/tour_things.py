"""The tour's stops at places and things, and at somebody of concern: the list, a page, its form, the adult's file."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication

from rise_desk.domain import lado_due, life, moments, of_concern
from rise_desk.domain.disruption import DisruptionAction, Target
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.order import Protected
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.domain.place import Place as PlaceRecord
from rise_desk.domain.record import Id
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services import casework, today
from rise_desk.services.desk import Desk
from ui.around_pages import THING, THINGS
from ui.main_window import CASE, MainWindow
from ui.pages import Place
from ui.thing_form import ThingForm
from ui.thing_page import ThingPage
from ui.thing_verbs import CHRONOLOGY
from ui.told_dialog import ToldDialog
from ui.tour_camera import Camera, settle
from ui.withdraw import WithdrawThing


class ThingStory:
    """Puts on file a takeaway, a taxi and its driver, with who was seen there and what is done about it."""

    def __init__(self, desk: Desk, child: Id) -> None:
        self._desk = desk
        self.adult = casework.save(desk, self._driver()).id
        self.place = casework.save(desk, self._takeaway()).id
        car = Vehicle(
            id=desk.clock.new_id(), plate="KX64 RTB", make="Skoda", colour="white", taxi_licence="A1 Cars 118"
        )
        car = casework.save(desk, car)
        for subject, how, other, said_by, sure in (
            (child, "seen_at", self.place, "Her school", "confirmed"),
            (self.adult, "works_at", self.place, "Licensing", "probable"),
            (self.adult, "keeper_of", car.id, "Police", "confirmed"),
            (self.adult, "uses", car.id, "Maisie", "unconfirmed"),
        ):
            self._link(subject, how, other, said_by, sure)
        self._plan(child)

    def _driver(self) -> Person:
        born = Person(id=self._desk.clock.new_id(), given_name="Kamran", family_name="Doyle")
        return born.changed(
            roles=(life.DatedRole(role=OF_CONCERN, basis="named by two young people"),),
            how_well_known="given_name_or_alias_only",
            aliases=(life.Alias(name="Kez", used_where="Corby", basis="Maisie"),),
            statuses=(
                of_concern.ConcernStatus(status="named_by_a_child", since=self._day(60), basis="return interview"),
                of_concern.ConcernStatus(status="suspect", since=self._day(21), basis="police, 26/1182"),
            ),
            concern_roles=(of_concern.ConcernRole(role="facilitator", since=self._day(60), basis="two young people"),),
            positions=(
                of_concern.Position(
                    position="taxi", detail="A1 Cars, driver", with_children=True, learned_on=self._day(1)
                ),
            ),
            risk="Offers lifts outside school. Has followed a worker to her car.",
        )

    def _takeaway(self) -> PlaceRecord:
        return PlaceRecord(
            id=self._desk.clock.new_id(),
            place_name="Corner Grill",
            place_type="takeaway_or_restaurant",
            lines="14 Rockingham Road, Corby",
            concern="Children are given food and lifts here after nine at night.",
            run_by="The manager speaks to PC 1142 Rowe.",
        )

    def _link(self, subject: Id, how: str, other: Id, said_by: str, sure: str) -> None:
        made = Link(id=self._desk.clock.new_id(), subject=subject, link_type=how, other=other)
        casework.save(self._desk, made.changed(said_by=said_by, confidence=sure, since=self._day(12)))

    def _plan(self, child: Id) -> None:
        new, about = self._desk.clock.new_id, (Target(subject=self.place),)
        visit = DisruptionAction(
            id=new(), targets=about, protects=(Protected(child=child),), tactic="licensing_action",
            what="Visit with licensing on a Friday night.", owner="PC 1142 Rowe", due_on=self._day(-6),
        )  # fmt: skip
        asked = OpenQuestion(id=new(), about=about, question="Who has the keys to the flat above the shop?")
        casework.save(self._desk, visit)
        casework.save(self._desk, asked)

    def _day(self, back: int) -> Moment:
        return Moment(moments.london_day(moments.stamp(self._desk.now() - timedelta(days=back))))


def shoot_things(window: MainWindow, camera: Camera, child: Id) -> None:
    """The list before and after, a place's page and form, and the file of somebody of concern."""
    window.go(Place(THINGS))
    camera.shoot("places-and-things-empty", window)
    story = ThingStory(window.desk.at, child)
    _look(window, camera, Place(THINGS), "places-and-things")
    _look(window, camera, Place(THING, story.place), "place")
    page = window.pages.currentWidget()
    assert isinstance(page, ThingPage)
    page.tabs.set_current(CHRONOLOGY)
    camera.shoot("place-chronology", window)
    page.change()
    form = next(each for each in window.findChildren(ThingForm) if each.isVisible())
    camera.shoot("place-form", window, form)
    form.hide()
    form.deleteLater()
    _withdrawn(window, camera)
    _look(window, camera, Place("adults"), "adults-of-concern-told")
    _look(window, camera, Place(CASE, story.adult), "adult-of-concern")
    _told(window, camera, story.adult)


def _withdrawn(window: MainWindow, camera: Camera) -> None:
    """A place that was recorded by mistake is withdrawn, and its page says so."""
    desk = window.desk.at
    misread = casework.save(desk, PlaceRecord(id=desk.clock.new_id(), place_name="Comer Grill", lines="14 Rockingham"))
    window.go(Place(THING, misread.id))
    page = window.pages.currentWidget()
    assert isinstance(page, ThingPage)
    page.withdraw()
    dialog = next(each for each in window.findChildren(WithdrawThing) if each.isVisible())
    dialog.why.editor.set_value("There is no such place: the sign was misread")
    camera.shoot("withdraw-place", window, dialog)
    dialog.withdraw()
    _look(window, camera, Place(THING, misread.id), "place-withdrawn")


def _told(window: MainWindow, camera: Camera, adult: Id) -> None:
    """That the designated officer was told, asked from the line that says they are to be."""
    lines = (each.due for each in today.in_file(window.desk.at, adult))
    line = next(each for each in lines if each.rule == lado_due.RULE)
    window.forms.protecting.told(adult, line.rule, line.what)
    dialog = next(each for each in window.findChildren(ToldDialog) if each.isVisible())
    camera.shoot("told-the-designated-officer", window, dialog)
    dialog.reject()


def _look(window: MainWindow, camera: Camera, place: Place, name: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window.go(place)
    settle(app, lambda: not window.desk.tasks.busy())
    window.notice.close_notice()
    camera.shoot(name, window)
