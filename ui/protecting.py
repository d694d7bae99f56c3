"""Opens the forms around links, places and things, notices, orders, disruption and information."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from rise_desk.domain.record import NO_ID, Id, Record

if TYPE_CHECKING:
    from ui.desk import ScreenDesk


class Protecting:
    """One method for each form; reached as `forms.protecting`. What stands against opening one is said in a line."""

    def __init__(self, desk: "ScreenDesk", attempt: Callable[[Callable[[], QDialog]], None]) -> None:
        self._desk, self._try = desk, attempt

    def thing(self, kind: str, thing: Id = NO_ID, sort: str = "") -> None:
        """A place, a vehicle, a phone or a name online: a new one of this kind and sort, or one on file."""
        from ui import thing_windows

        self._try(lambda: thing_windows.whole(self._desk, kind, thing, sort))

    def same_thing(self, thing: Id) -> None:
        """Another record of the same place, vehicle or phone: both are read as one."""
        from ui import thing_windows

        self._try(lambda: thing_windows.same(self._desk, thing))

    def link(self, subject: Id, link: Id = NO_ID, other: Id = NO_ID) -> None:
        """How somebody or something is linked with another: a new link, or one on file."""
        from ui import link_windows

        self._try(lambda: link_windows.link(self._desk, subject, link, other))

    def question(self, subject: Id, question: Id = NO_ID) -> None:
        """What is not known about somebody or something, and the answer once there is one."""
        from ui import link_windows

        self._try(lambda: link_windows.question(self._desk, subject, question))

    def group_question(self, members: Sequence[Id]) -> None:
        """What is not known about several together, such as linked adults."""
        from ui import link_windows

        self._try(lambda: link_windows.question(self._desk, members[0], others=members[1:]))

    def question_on_file(self, question: Id) -> None:
        """An open question and its answer, wherever it is asked for."""
        from ui import link_windows

        self._try(lambda: link_windows.question(self._desk, NO_ID, question))

    def notice(self, subject: Id, notice: Id = NO_ID) -> None:
        """A child abduction notice that is prepared, from the child's file or the adult's; new where none is named."""
        from ui import notice_windows

        self._try(lambda: notice_windows.whole(self._desk, subject, notice))

    def serve(self, notice: Id) -> None:
        """The service of a notice: when, by whom, where, how, and what the adult did."""
        from ui import notice_windows

        self._try(lambda: notice_windows.serve(self._desk, notice))

    def notice_review(self, notice: Id) -> None:
        """Whether a notice stands for longer, or is withdrawn."""
        from ui import notice_windows

        self._try(lambda: notice_windows.review(self._desk, notice))

    def breach(self, notice: Id) -> None:
        """That an adult went against a notice."""
        from ui import notice_windows

        self._try(lambda: notice_windows.breach(self._desk, notice))

    def notice_paper(self, notice: Id) -> None:
        """The notice itself, to look at, print and save; officers check and sign it."""
        from ui import notice_windows

        self._try(lambda: notice_windows.paper(self._desk, notice))

    def pattern(self, adult: Id) -> None:
        """The pattern page of an adult: every notice, every child, each acknowledged age, each breach."""
        from ui import notice_windows

        self._try(lambda: notice_windows.pattern(self._desk, adult))

    def pattern_paper(self, adult: Id) -> None:
        """The pattern page of an adult, to look at, print and save."""
        from ui import notice_windows

        self._try(lambda: notice_windows.pattern_paper(self._desk, adult))

    def network_paper(self, subject: Id, steps: int = 2) -> None:
        """The network around somebody or something, to look at, print and save."""
        from ui import papers
        from ui.preview import PreviewDialog

        self._try(lambda: PreviewDialog(self._desk, papers.network(self._desk, subject, steps)))

    def names(self, subject: Id, record: Id = NO_ID) -> None:
        """Who and what is named in a file, or in one record of it, and not on file yet."""
        from ui import naming_windows

        def draw(made: Record) -> None:
            self.information(subject, drawn_from=made.id)

        self._try(lambda: naming_windows.names(self._desk, subject, record, draw))

    def information(self, subject: Id = NO_ID, report: Id = NO_ID, drawn_from: Id = NO_ID) -> None:
        """An information report for the police: a new one, one on file, or one drawn from a record."""
        from ui import naming_windows

        self._try(lambda: naming_windows.information(self._desk, subject, report, drawn_from))

    def information_on_file(self, report: Id) -> None:
        """An information report that was sent, or is changed."""
        self.information(NO_ID, report)

    def information_reports(self, subject: Id) -> None:
        """The information reports about somebody or something."""
        from ui import naming_windows

        def opened(report: Id) -> None:
            self.information(subject, report)

        self._try(lambda: naming_windows.reports(self._desk, subject, opened, lambda: self.information(subject)))

    def information_paper(self, report: Id, *, clean: bool = False) -> None:
        """An information report on paper; `clean`: only what may be passed on of it."""
        from ui import naming_windows

        self._try(lambda: naming_windows.paper(self._desk, report, clean=clean))

    def grading(self, report: Id) -> None:
        """The police grading of an information report."""
        from ui import naming_windows

        self._try(lambda: naming_windows.grading(self._desk, report))

    def police_file(self, report: Id) -> None:
        """An information report as a file that the police can take in."""
        from ui import naming_windows

        self._try(lambda: naming_windows.police_file(self._desk, report))

    def known(self, opened: Callable[[Id], None]) -> None:
        """Whether a child is known to the team; `opened` shows somebody's file."""
        from ui import naming_windows

        self._try(lambda: naming_windows.known(self._desk, opened))

    def disruption(self, subject: Id, action: Id = NO_ID) -> None:
        """What is done against harm, from the file of a child, an adult or a place; new where none is named."""
        from ui import protecting_windows

        self._try(lambda: protecting_windows.disruption(self._desk, subject, action))

    def order(self, subject: Id, order: Id = NO_ID) -> None:
        """An order that binds somebody or closes a place; new where none is named."""
        from ui import protecting_windows

        self._try(lambda: protecting_windows.order(self._desk, subject, order))

    def disruption_on_file(self, action: Id) -> None:
        """What came of an action, or whether it helped."""
        self.disruption(NO_ID, action)

    def order_on_file(self, order: Id) -> None:
        """An order that ends."""
        self.order(NO_ID, order)

    def told(self, subject: Id, rule: str, what: str) -> None:
        """That the designated officer, or who licenses taxis, was told of the position that a line names."""
        from ui import protecting_windows

        self._try(lambda: protecting_windows.told(self._desk, subject, rule, what))

    def investigation(self, subject: Id, investigation: Id = NO_ID) -> None:
        """An investigation, from the file of a child or of whoever is alleged; new where none is named."""
        from ui import protecting_windows

        self._try(lambda: protecting_windows.investigation(self._desk, subject, investigation))
