"""The tour's stops at links: the tab of a file, the forms of a link and a question, and the network both ways."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication, QDialog

from rise_desk.domain import moments
from rise_desk.domain.disruption import Target
from rise_desk.domain.handle import Handle
from rise_desk.domain.life import DatedRole
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.domain.record import Id
from rise_desk.services import casework, subjects
from rise_desk.services.desk import Desk
from ui.around_pages import NETWORK
from ui.case_page import CasePage
from ui.case_tabs import LINKS
from ui.link_form import LinkForm
from ui.main_window import CASE, MainWindow
from ui.network_page import NetworkPage
from ui.pages import Place
from ui.question_form import QuestionForm
from ui.tour_camera import Camera, settle


class LinkStory:
    """Puts on file two men who act together, whom they are said to have harmed, a phone, and what nobody knows."""

    def __init__(self, desk: Desk, child: Id, other: Id) -> None:
        self._desk = desk
        self.first, self.second = self._man("Marcus", "Veale"), self._man("Dean", "Arlott")
        number = Handle(id=desk.clock.new_id(), value="07700 900142")
        phone = casework.save(desk, number).id
        for subject, how, whom, said_by, sure in (
            (self.first, "exploited", child, "Maisie, in her return interview", "probable"),
            (self.second, "groomed", other, "A friend at school", "unconfirmed"),
            (self.first, "acts_with", self.second, "Two neighbours", "probable"),
            (self.second, "uses", phone, "Police", "unconfirmed"),
            (child, "friend", other, "Both of them", "confirmed"),
            *((self.first, "seen_at", place.subject, "Licensing", "confirmed") for place in self._places()),
        ):
            self._link(subject, how, whom, said_by, sure)
        asked = OpenQuestion(id=desk.clock.new_id(), about=(Target(subject=child), Target(subject=self.first)))
        self.asked = casework.save(desk, asked.changed(**self._question())).id

    def _question(self) -> dict[str, object]:
        question = "Who pays for the phone she was given in September?"
        return {"question": question, "owner": "Priya Nair", "asked_on": self._day(8), "due_on": self._day(1)}

    def _places(self) -> tuple[subjects.Named, ...]:
        return tuple(each for each in subjects.found(self._desk, "Corner Grill") if each.kind == "place")

    def _man(self, given: str, family: str) -> Id:
        born = Person(id=self._desk.clock.new_id(), given_name=given, family_name=family)
        return casework.save(self._desk, born.changed(roles=(DatedRole(role=OF_CONCERN),))).id

    def _link(self, subject: Id, how: str, other: Id, said_by: str, sure: str) -> None:
        made = Link(id=self._desk.clock.new_id(), subject=subject, link_type=how, other=other)
        casework.save(self._desk, made.changed(said_by=said_by, confidence=sure, since=self._day(40)))

    def _day(self, back: int) -> Moment:
        return Moment(moments.london_day(moments.stamp(self._desk.now() - timedelta(days=back))))


def shoot_links(window: MainWindow, camera: Camera, child: Id, other: Id) -> None:
    """The tab, the two forms, and the network as a picture and as a list."""
    story = LinkStory(window.desk.at, child, other)
    window.go(Place(CASE, child))
    page = window.pages.currentWidget()
    assert isinstance(page, CasePage)
    page.tabs.set_current(LINKS)
    _rest(window)
    camera.shoot("case-tab-links", window)
    window.forms.protecting.link(child, other=story.first)
    _shoot_form(window, camera, "link", LinkForm)
    window.forms.protecting.question_on_file(story.asked)
    _shoot_form(window, camera, "open-question", QuestionForm)
    window.go(Place(NETWORK, child))
    network = window.pages.currentWidget()
    assert isinstance(network, NetworkPage)
    network.canvas.settle()
    network.canvas.setFocus()
    _rest(window)
    camera.shoot("network", window)
    network.turn()
    camera.shoot("network-as-a-list", window)
    network.turn()


def shoot_large(window: MainWindow, camera: Camera, child: Id) -> None:
    """The tab and the network with large text: the picture first, and the details in its place."""
    window.go(Place(CASE, child))
    page = window.pages.currentWidget()
    assert isinstance(page, CasePage)
    page.tabs.set_current(LINKS)
    camera.shoot("case-tab-links-large-text", window)
    window.go(Place(NETWORK, child))
    network = window.pages.currentWidget()
    assert isinstance(network, NetworkPage)
    _rest(window)
    network.canvas.settle()
    network.canvas.setFocus()
    camera.shoot("network-large-text", window)
    network.room.turn_details()
    camera.shoot("network-details-large-text", window)
    network.room.turn_details()


def _shoot_form(window: MainWindow, camera: Camera, name: str, kind: type[QDialog]) -> None:
    form = next(each for each in window.findChildren(kind) if each.isVisible())
    camera.shoot(name, window, form)
    form.hide()
    form.deleteLater()


def _rest(window: MainWindow) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(app, lambda: not window.desk.tasks.busy())
    window.notice.close_notice()
