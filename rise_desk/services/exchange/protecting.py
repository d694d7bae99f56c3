"""Protecting: what a row says of a notice, a breach or a disruption action, as the record it would make."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from rise_desk.domain import moments
from rise_desk.domain.breach import Breach
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.hearing import heard
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.errors import Invalid
from rise_desk.services.exchange.columns import apart
from rise_desk.services.exchange.links import Telling, day, known
from rise_desk.services.exchange.matching import reference_of
from rise_desk.services.exchange.missing import YES_NO
from rise_desk.services.exchange.on_file import together
from rise_desk.services.exchange.things import origin_of

_OF_A_NOTICE = ("law", "served_by", "served_where", "served_how", "acknowledged", "acknowledged_age", "adult_said",
                "grounds", "requested_by", "statement_of", "authorised_by", "police_ref", "note")  # fmt: skip
_OF_A_BREACH = ("what", "place", "seen_by", "evidence", "outcome")
_OF_AN_ACTION = ("tactic", "what", "owner", "agency", "status", "outcome", "spoke_to")
_WHOM = {"adult": "Say which adult.", "child": "Say which child."}

Said = Mapping[str, str]
Made = TypeVar("Made", bound=Record)


def said_notice(said: Said, telling: Telling) -> Notice:
    """The notice that a row's values say; `Invalid` has a sentence for each thing that stands against it."""
    data = _pair(said, telling) | _texts(said, _OF_A_NOTICE)
    data |= {name: day(said, name) for name in ("issued_on", "served_at", "statement_on", "review_on")}
    data["signed_by_parent"] = YES_NO.get(known(said, "signed_by_parent").casefold(), known(said, "signed_by_parent"))
    return _made(Notice, data, said, telling, ("child", "adult", "law", "issued_on", "served_at"))


class Warned:
    """The notices on file of the children whom rows name: which of them a breach is of."""

    def __init__(self, telling: Telling, said: Iterable[Said]) -> None:
        self._desk = telling.desk
        named = dict.fromkeys(text for each in said if (text := known(each, "child")))
        children = dict[Id, None]()
        for text in named:
            try:
                children[telling.ends.person(text, "child").id] = None
            except Invalid:
                continue
        self._notices = {
            child: [each for each in found if isinstance(each, Notice) and not each.withdrawn]
            for child, found in together(telling.desk, children, (Notice.KIND,)).items()
        }

    def of(self, child: Person, adult: Person, happened: str) -> Notice:
        """The latest notice of a pair that was in force by then; `Invalid` where there is none on file."""
        pair = [each for each in self._notices.get(child.id, ()) if each.in_force_from and adult.id == each.adult]
        on = moments.latest(moments.Moment(happened))
        begun = [each for each in pair if moments.earliest(each.in_force_from) <= on]
        if begun:
            return max(begun, key=lambda each: moments.earliest(each.in_force_from))
        which = "No notice was in force by then" if pair else "There is no notice on file"
        raise Invalid({"notice": f"{which} that warns {adult.name} away from {child.name}. Import the notice first."})


def said_breach(said: Said, telling: Telling, warned: Warned) -> Breach:
    """The breach that a row's values say, of the notice of that pair; `Invalid` says what stands against it."""
    data = _pair(said, telling) | _texts(said, _OF_A_BREACH)
    data["happened_at"] = day(said, "happened_at")
    desk = telling.desk
    made = heard(Breach, data, desk.practice, desk.now())
    if not made.happened_at:
        raise Invalid(
            {name: text for name, text in made.problems(desk.practice, desk.now()).items() if name != "notice"}
        )
    child, adult = (telling.ends.person(said[name], name) for name in ("child", "adult"))
    data["notice"] = str(warned.of(child, adult, made.happened_at).id)
    return _made(Breach, data, said, telling, ("child", "adult", "happened_at", "what"))


def said_action(said: Said, telling: Telling) -> DisruptionAction:
    """The disruption action that a row's values say; `Invalid` has a sentence for each thing that stands against it."""
    data = _texts(said, _OF_AN_ACTION)
    data |= {name: day(said, name) for name in ("agreed_on", "due_on", "done_on", "review_on")}
    data["targets"] = [{"subject": str(telling.ends.of(each, "targets").id)} for each in apart(said.get("targets", ""))]
    data["protects"] = [
        {"child": str(telling.ends.person(each, "protects").id)} for each in apart(said.get("protects", ""))
    ]
    return _made(DisruptionAction, data, said, telling, ("targets", "protects", "tactic", "what", "outcome", "done_on"))


def _made(cls: type[Made], data: dict[str, Any], said: Said, telling: Telling, content: tuple[str, ...]) -> Made:
    desk = telling.desk
    data["source"] = origin_of(said, telling.origin)
    made = heard(cls, data, desk.practice, desk.now())
    told = [str(getattr(made, name)) for name in content]
    made = made.changed(references=(reference_of(telling.source, known(said, "ref"), told),))
    problems = made.problems(desk.practice, desk.now())
    if problems:
        raise Invalid(problems)
    return made


def _pair(said: Said, telling: Telling) -> dict[str, str]:
    found, problems = {}, dict[str, str]()
    for name, asked in _WHOM.items():
        try:
            if not known(said, name):
                raise Invalid({name: asked})
            found[name] = str(telling.ends.person(said[name], name).id)
        except Invalid as nobody:
            problems |= nobody.fields
    if problems:
        raise Invalid(problems)
    return found


def _texts(said: Said, fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: said[name] for name in fields if known(said, name)}
