"""What the tests of the case room share: a full file, what was written about her, and how to find what is shown."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.contact import Concern
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services.desk import Desk
from tests.build import note, young_person
from tests.ui.screen import show
from ui.person_form import PersonForm
from ui.record_form import RecordForm
from ui.unsaved import Wish
from ui.widgets.buttons import Button

Dialog = TypeVar("Dialog", bound=QDialog)
Answer = Callable[[Wish], list[str]]
WORDS = "I want people to ask me where I want to live, not tell me."


def maisie(desk: Desk, **values: Any) -> Person:
    """Maisie, 13, placed in a children's home, with warnings and flags that stand."""
    known: dict[str, Any] = {
        "known_as": "Maz",
        "date_of_birth": Moment("2013-03-12"),
        "gender": "female",
        "aliases": (life.Alias(name="Maz O", used_where="Kettering"),),
        "case_spells": (life.CaseSpell(state="open", since=Moment("2026-04-14")),),
        "allocations": (life.Allocation(worker="Lena Osei", role="key_worker", since=Moment("2026-04-15")),),
        "addresses": (life.Address(lives="childrens_home", provider="Elm House", withheld_from="her father"),),
        "legal_spells": (life.LegalSpell(status="section_20"),),
        "carers": (
            life.Carer(name="Ngozi Okafor", relationship="mother", number="07700 900456"),
            life.Carer(name="Daniel Okafor", relationship="father", may_be_told="nothing"),
        ),
        "household": (life.HouseholdChild(name="Tobi Okafor", date_of_birth=Moment("2016"), safe="yes"),),
        "professionals": (life.Professional(name="Jo March", work="social worker"),),
        "front_sheet": (life.FrontSheetAnswer(question="domestic_violence", answer="yes", detail="until 2024"),),
        "flags": (life.Flag(flag="sexual_exploitation"), life.Flag(flag="self_harm")),
        "warnings": (
            life.StandingWarning(warning="do_not_disclose_address", detail="to her father"),
            life.StandingWarning(warning="do_not_tell_family", review_on=Moment("2026-11-18")),
        ),
        "background": "Maisie moved to Elm House in May.",
        "reason": "Several Maisies are on file in these tests",
        **values,
    }
    return young_person(desk, **known)


def written_about(desk: Desk, person: Person) -> None:
    """A visit with her own words, and a call that a later entry puts right."""
    seen = (Concern(subject=person.id, seen="seen_alone"),)
    note(
        desk,
        concerns=seen,
        happened_at="2026-11-17T16:00+00:00",
        contact_type="home_visit",
        own_words=WORDS,
        text="Went to the placement at four. " * 12,
    )
    first = note(
        desk, person.id, happened_at="2026-11-10", contact_type="phone_call", text="School rang: left at noon."
    )
    note(desk, person.id, happened_at="2026-11-10", corrects=first.id, text="School rang: left at two.")


def words_of(widget: QWidget) -> str:
    """Everything that labels say on the screen, a line each."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def dialog_of(page: QWidget, kind: type[Dialog]) -> Dialog:
    """The one dialog of a kind that is open over a page."""
    found = [each for each in page.window().findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def button_of(widget: QWidget, name: str) -> Button:
    """The first button whose spoken name begins like this."""
    return next(each for each in widget.findChildren(Button) if each.accessibleName().startswith(name))


def open_form(qtbot: QtBot, form: PersonForm) -> PersonForm:
    """The form, shown and settled."""
    show(qtbot, form, 1000, 690)
    QApplication.processEvents()
    return form


def type_in(form: RecordForm, **typed: object) -> None:
    """Type into fields of a form, by their names."""
    for name, value in typed.items():
        form.panel.rows[name].editor.restore(value)
