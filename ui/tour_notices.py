"""The tour's stops at child abduction notices: the tab, the forms, the pattern page, and what is printed of them."""

from datetime import timedelta

from rise_desk.domain import moments
from rise_desk.domain.breach import Breach
from rise_desk.domain.life import DatedRole
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.domain.record import Id
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from ui.case_tabs import NOTICES
from ui.main_window import MainWindow
from ui.search import read_entry
from ui.tour_camera import Camera
from ui.tour_shots import shoot_opened, to_tab


class NoticeStory:
    """Puts on file a man of concern, a notice that he was served and went against, and one that is being prepared."""

    def __init__(self, desk: Desk, child: Id, other: Id) -> None:
        self._desk = desk
        man = Person(
            id=desk.clock.new_id(), given_name="Darren", family_name="Pike", date_of_birth=Moment("1991-07-02")
        )
        self.adult = casework.save(desk, man.changed(roles=(DatedRole(role=OF_CONCERN),))).id
        self.served = self._served(child).id
        self.prepared = casework.save(desk, self._notice(other, grounds="Two girls name him as the driver.")).id

    def _notice(self, child: Id, **known: object) -> Notice:
        new = Notice(id=self._desk.clock.new_id(), child=child, adult=self.adult, law="s2")
        return new.changed(**known)

    def _served(self, child: Id) -> Notice:
        made = casework.save(
            self._desk,
            self._notice(
                child,
                grounds="She was seen in his car three times in September; he gave her a phone.",
                issued_on=self._day(50),
                served_at=Moment(f"{self._day(48)}T18:40+00:00"),
                served_by="PC 1142 Rowe",
                served_where="At his door",
                served_how="by hand, and read out",
                acknowledged="signed",
                acknowledged_age="told that she is 13",
                adult_said="She told me she was 16.",
                safety_plan="Her key worker tells her first; her aunt stays with her that night.",
            ),
        )
        breach = Breach(id=self._desk.clock.new_id(), notice=made.id, child=child, adult=self.adult)
        casework.save(
            self._desk,
            breach.changed(
                happened_at=self._day(9),
                place="The car park behind Abington Square",
                what="He was found with her in his car.",
                seen_by="PC 1142 Rowe",
            ),
        )
        return made

    def _day(self, back: int) -> Moment:
        return Moment(moments.london_day(moments.stamp(self._desk.now() - timedelta(days=back))))


def shoot_notices(window: MainWindow, camera: Camera, child: Id, other: Id) -> None:
    """What the law allows before there is one, the tab of both, each form, and the papers."""
    to_tab(window, child, NOTICES)
    camera.shoot("case-tab-notices-none", window)
    story = NoticeStory(window.desk.at, child, other)
    for name, subject in (("case-tab-notices", child), ("case-tab-notices-adult", story.adult)):
        to_tab(window, subject, NOTICES)
        camera.shoot(name, window)
    forms = window.forms.protecting
    for name, ask in (
        ("abduction-notice", lambda: forms.notice(child)),
        ("abduction-notice-serve", lambda: forms.serve(story.prepared)),
        ("abduction-notice-review", lambda: forms.notice_review(story.served)),
        ("abduction-notice-breach", lambda: forms.breach(story.served)),
        ("abduction-notice-read", lambda: read_entry(window, child, story.served)),
        ("pattern-page", lambda: forms.pattern(story.adult)),
        ("abduction-notice-preview", lambda: forms.notice_paper(story.served)),
        ("pattern-preview", lambda: forms.pattern_paper(story.adult)),
    ):
        shoot_opened(window, camera, name, ask)
