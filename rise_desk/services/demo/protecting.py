"""What is done to protect, in the demonstration: notices, an order, disruption, information, open questions."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from rise_desk.domain.breach import Breach
from rise_desk.domain.disruption import DONE, NOT_POSSIBLE, PLANNED, UNDER_WAY, DisruptionAction, Target
from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.investigation import AllegedOffence, Investigation, Method, Side
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import S2, Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.order import Order, Prohibition, Protected
from rise_desk.domain.record import Record
from rise_desk.services.demo import files, web_words
from rise_desk.services.demo import protecting_words as words
from rise_desk.services.demo.casting import Cast, Stranger, serial
from rise_desk.services.demo.days import DAY, age_on, moment, next_working
from rise_desk.services.demo.outline import Outline
from rise_desk.services.demo.stamping import Stamps
from rise_desk.services.demo.team import HEAD, POLICE

NUMBERED = 3_900_000
"""The serial numbers of what is told here begin so far on."""

UNDER_S2 = 16
SERVED_AFTER = DAY * 2
HALF_A_YEAR = 182
LASTS = 4 * 365


def records(cast: Cast) -> Iterator[Record]:
    """For each adult, in the order in which they became known, what was done about them."""
    stamps = Stamps(cast=cast, rng=cast.chance("protecting"), numbers=count(serial(cast.seed, NUMBERED)))
    for one in cast.adults:
        child = cast.young[one.named_by]
        yield from _noticed(stamps, one, child)
        yield from _ordered(stamps, one, child)
        yield from _disrupted(stamps, one, child)
        yield from _investigated(stamps, one, child)
        yield from _told(stamps, one, child)
        yield from _asked(stamps, one, child)


def _noticed(stamps: Stamps, one: Stranger, child: Outline) -> Iterator[Record]:
    """A notice for two in three whose child is still under sixteen on the day of its service; for some a breach."""
    issued = stamps.day(one.known_on, 6)
    if issued is None or one.place % 3 == 2 or age_on(child.born, next_working(issued + SERVED_AFTER)) >= UNDER_S2:
        return
    served, known = stamps.day(issued, SERVED_AFTER.days), files.slots(stamps.cast, child, issued)
    rng = stamps.rng
    fits = {
        "child": child.id,
        "adult": one.id,
        "law": S2,
        "grounds": rng.choice(words.GROUNDS).format_map(known),
        "requested_by": "police",
        "statement_of": child.carer.name,
        "statement": rng.choice(words.STATEMENTS),
        "statement_on": moment(issued - DAY),
        "authorised_by": "Inspector Hale",
        "issued_on": moment(issued),
        "safety_plan": rng.choice(words.PLANS).format_map(known),
    }
    if served is None:
        yield stamps.made(Notice, issued, POLICE, **fits)
        return
    notice = stamps.made(
        Notice,
        served,
        POLICE,
        **fits,
        served_at=stamps.at(served),
        served_by=POLICE,
        served_where="at the home address",
        served_how="read out and handed over",
        acknowledged=rng.choice(("signed", "said", "refused")),
        acknowledged_age=str(age_on(child.born, served)),
        adult_said=rng.choice(words.SAID),
        copies_to="social worker, parent or carer",
    )
    yield notice
    yield from _after(stamps, notice, served, child)


def _after(stamps: Stamps, notice: Notice, served: date, child: Outline) -> Iterator[Record]:
    pair = {"notice": notice.id, "child": notice.child, "adult": notice.adult}
    what, place = stamps.rng.choice(words.BREACHES)
    breached = stamps.day(served, 20)
    if breached and stamps.rng.random() < 0.5 and age_on(child.born, breached) < UNDER_S2:
        yield stamps.made(
            Breach, breached, child.worker, **pair, happened_at=stamps.at(breached), what=what, place=place,
            seen_by=child.carer.said, outcome=stamps.rng.choice(words.OUTCOMES),
        )  # fmt: skip
    reviewed = stamps.day(served, HALF_A_YEAR - 3)
    if reviewed and age_on(child.born, reviewed) < UNDER_S2:
        yield stamps.made(
            NoticeReview, reviewed, POLICE, **pair, reviewed_at=stamps.at(reviewed), reviewed_by=POLICE,
            decision="stands", why="Contact was tried again since.",
        )  # fmt: skip


def _ordered(stamps: Stamps, one: Stranger, child: Outline) -> Iterator[Record]:
    made_on = stamps.day(one.known_on, 60)
    if made_on is None or one.place % 4 != 1:
        return
    ends = made_on + DAY * LASTS
    yield stamps.made(
        Order, made_on, POLICE, subject=one.id, order_type="sexual_risk_order", made_on=moment(made_on),
        applied_on=moment(made_on - DAY * 30), interim=False, court="Hallowbridge Magistrates’ Court",
        reference="SRO 41", ends_on=moment(ends), protects=(Protected(child=child.id),),
        prohibitions=tuple(
            Prohibition(text=each, since=moment(made_on), until=moment(ends)) for each in words.PROHIBITIONS
        ),
    )  # fmt: skip


def _disrupted(stamps: Stamps, one: Stranger, child: Outline) -> Iterator[Record]:
    """Up to three actions each: what is done, what is under way and due in these days, what can't be."""
    agreed = stamps.day(one.known_on, 4)
    if agreed is None:
        return
    rng, due = stamps.rng, stamps.cast.today + DAY * (stamps.rng.randrange(-2, 6))
    done = stamps.day(agreed, 12)
    states = ((DONE, done), (UNDER_WAY if one.place % 2 else PLANNED, None), (NOT_POSSIBLE, None))
    for (tactic, what), (status, ended) in zip(rng.sample(words.TACTICS, 3), states, strict=True):
        if (status == DONE and ended is None) or (status == NOT_POSSIBLE and one.place % 4):
            continue
        outcome = {DONE: rng.choice(words.CAME_OF_IT), NOT_POSSIBLE: words.WHY_NOT}.get(status, "")
        yield stamps.made(
            DisruptionAction, ended or agreed, POLICE, targets=(Target(subject=one.id),), tactic=tactic, what=what,
            protects=(Protected(child=child.id),), owner=rng.choice((POLICE, child.worker)), agency="police",
            agreed_on=moment(agreed), status=status, outcome=outcome, done_on=moment(ended) if ended else Moment(""),
            due_on=moment(due) if status in (PLANNED, UNDER_WAY) else Moment(""),
        )  # fmt: skip


def _investigated(stamps: Stamps, one: Stranger, child: Outline) -> Iterator[Record]:
    reported = stamps.day(one.known_on, 1)
    if reported is None or one.place % 4 != 0:
        return
    closed, begun = stamps.day(reported, 150), moment(one.known_on - DAY * 30)
    outcome = "evidential_difficulties" if closed else "unresolved"
    yield stamps.made(
        Investigation, closed or reported, POLICE, children=(Side(person=child.id),), suspects=(Side(person=one.id),),
        reported_on=moment(reported), crime_ref=f"ZZ/{1000 + one.place}/{reported:%y}", officer="DC Marsh",
        offences=(AllegedOffence(offence="soa_s14", since=begun, until=moment(one.known_on)),),
        exploitation_type="boyfriend_model", setting="online_leading_to_offline",
        methods=(Method(method="gifts"), Method(method="false_relationship")),
        recorded_place="Hallowbridge police station", happened_place_type="other_house_or_flat", outcome=outcome,
        outcome_on=moment(closed) if closed else Moment(""),
    )  # fmt: skip


def _told(stamps: Stamps, one: Stranger, child: Outline) -> Iterator[Record]:
    """A report for one in three, sent by half of those who wrote one; the police grade what they have."""
    learned = stamps.day(one.known_on, 2)
    if learned is None or one.place % 3 != 1:
        return
    rng = stamps.rng
    sent = stamps.day(learned, 1) if one.place % 2 else None
    report = stamps.made(
        InformationReport, sent or learned, child.worker, about=(ReportAbout(subject=one.id),), reporter=child.worker,
        reporter_agency="voluntary_sector", learned_at=stamps.at(learned), what=rng.choice(words.REPORTS),
        how_known=rng.choice(words.HOW_KNOWN), risk_to_source="The young person must not be asked about this.",
        sent_at=stamps.at(sent) if sent else Moment(""), sent_to="Intelligence desk" if sent else "",
        sent_by=child.worker if sent else "", police_ref=f"INT {700 + one.place}" if sent else "",
        feedback=rng.choice(words.FEEDBACK) if sent else "",
    )  # fmt: skip
    yield report
    graded = stamps.day(sent, 1) if sent else None
    if graded:
        yield stamps.made(
            Grading, graded, POLICE, report=report.id, subject=one.id, graded_at=stamps.at(graded), source_grade="g2",
            information_grade="c", handling="p", sanitised=words.SANITISED,
        )  # fmt: skip


def _asked(stamps: Stamps, one: Stranger, child: Outline) -> Iterator[Record]:
    asked = stamps.day(one.known_on, 5)
    if asked is None or one.place % 2:
        return
    rng = stamps.rng
    answered = stamps.day(asked, 30) if one.place % 3 == 0 else None
    yield stamps.made(
        OpenQuestion, answered or asked, HEAD, about=(Target(subject=one.id), Target(subject=child.id)),
        question=rng.choice(web_words.QUESTIONS), owner=rng.choice((POLICE, child.worker)), asked_on=moment(asked),
        due_on=moment(stamps.cast.today + DAY * rng.randrange(-3, 10)),
        answer=rng.choice(web_words.ANSWERS) if answered else "",
        answered_on=moment(answered) if answered else Moment(""),
    )  # fmt: skip
