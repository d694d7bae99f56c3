"""What stands in a file: who works with it, what holds legally, needs, answers, flags and warnings."""

from datetime import date, timedelta
from random import Random

from rise_desk.domain import life
from rise_desk.services.demo import county
from rise_desk.services.demo.days import moment
from rise_desk.services.demo.outline import Outline
from rise_desk.services.demo.team import HEAD

LEGAL = {
    "foster_care": ("section_20", "interim_care_order", "care_order", "care_order"),
    "childrens_home": ("section_20", "care_order", "interim_care_order"),
    "supported_or_semi_independent": ("section_20", "care_order"),
}
AT_HOME = ("child_in_need", "child_in_need", "child_protection_plan", "section_47")
NEEDS = (
    ("learning", "Dyslexia, found late. Read letters aloud; send voice messages."),
    ("learning", "Has an education, health and care plan; short tasks, one at a time."),
    ("learning", "Takes longer with numbers and times. Write appointments down together."),
    ("communication", "Takes time to answer; count to ten before asking again."),
    ("communication", "Autistic. Say exactly what will happen, and ring if it changes."),
    ("communication", "Wears hearing aids; choose quiet rooms and face the light."),
    ("communication", "Stammers when hurried. There is never a hurry."),
    ("health", "Asthma; the inhaler should be in the bag."),
    ("health", "Type 1 diabetes, looks after it well; ask about snacks on long visits."),
    ("health", "Wheelchair user; check the lift before booking a room."),
    ("health", "Epilepsy, well controlled; the plan is on the file from the hospital."),
    ("mental_health", "Sleeps badly. Mornings are hard, so meet after lunch."),
    ("mental_health", "Panic in crowded places; leave by the near door."),
    ("mental_health", "Waiting for an appointment with child and adolescent mental health services."),
    ("other", "Young carer for a parent with multiple sclerosis; home by five."),
    ("other", "Visual impairment: large print, and say who is in the room."),
)
ANSWERS = {
    "homophobia": ("Name-calling at the bus stop; school knows.", "Asked in general words; said it was fine."),
    "knows_of_referral": ("Told by the worker, in the car.", "Told with the social worker there."),
    "learning_difficulty_or_disability": ("See needs.", "Assessment asked for by school."),
    "emotional_or_mental_health": ("Low since the move; sees a counsellor.", "Worries at night; talks to the aunt."),
    "plan_or_looked_after": ("See legal status.", ""),
    "domestic_violence": ("In the past, at the former address. Safe now.", "Heard arguments; asked about alone."),
    "loss_or_bereavement": ("A grandfather, in the spring; they were close.", "Misses a friend who moved abroad."),
    "other_services": ("Early help family worker.", "Youth club, twice a week."),
}
ASKED = ("yes", "yes", "yes", "no", "no", "no", "not_known", "not_yet_asked", "refused", "")
ANSWERED = {
    "knows_of_referral": ("yes", "yes", "yes", "not_known", "no", ""),
    "plan_or_looked_after": ("no", "no", "not_yet_asked", ""),
}
FLAG_BASIS = ("strategy meeting", "screening", "police", "social worker")
AT_HOME_WARNING = "A parent’s former partner must not learn the address."
WARNINGS = (
    ("do_not_disclose_address", "One parent must not learn where the placement is."),
    ("do_not_tell_family", "Asked us to speak with the worker first; reasons are in the notes."),
    ("no_family_or_community_interpreter", "Book from another county; the community is small."),
    ("may_be_outed", "Has told us and one friend only. No letters home about the group."),
    ("honour_based_abuse", "Police know the address. Ring before any visit."),
    ("forced_marriage", "A trip abroad was talked about; passport is with the social worker."),
)
LATE_OR_SOON = (-19, -12, -9, -5, -3, -1, 0, 2, 3, 5, 6, 8, 11, 14, 17, 20, 24, 33, 41, 48, 55, 62, 70, 77)
"""Days from today on which reviews of warnings fall: some passed, some soon, most still to come."""


def allocations(rng: Random, one: Outline) -> tuple[life.Allocation, ...]:
    """The key worker from the day the case was opened, sometimes a co-worker; nobody before."""
    since = one.course.opened_on
    if since is None:
        return ()
    until = moment(one.course.until) if one.course.closed else life.NOTHING
    found = [life.Allocation(worker=one.worker, role="key_worker", since=moment(since), until=until)]
    if one.co_worker != one.worker and rng.random() < 0.4:
        later = min(since + timedelta(days=rng.randrange(1, 60)), one.saved_at.date())
        found.append(life.Allocation(worker=one.co_worker, role="co_worker", since=moment(later), until=until))
    return tuple(found)


def legal(rng: Random, one: Outline) -> tuple[life.LegalSpell, ...]:
    """What holds legally; those who live at home and have no social worker have early help, none, or no answer."""
    since = one.referred_on - timedelta(days=rng.randrange(10, 600))
    if not one.social_worker:
        status = rng.choice(("early_help", "none", "none", ""))
        return (life.LegalSpell(status=status, since=moment(since)),) if status else ()
    status = rng.choice(LEGAL.get(one.lives, AT_HOME))
    seen = rng.choice((True, None, False))
    now = life.LegalSpell(status=status, since=moment(since), authority=county.AUTHORITY, evidence_seen=seen)
    if status == "child_in_need" or rng.random() < 0.5:
        return (now,)
    began = since - timedelta(days=rng.randrange(60, 400))
    before = life.LegalSpell(
        status="child_in_need", since=moment(began), until=moment(since), authority=county.AUTHORITY
    )
    return (before, now)


def needs(rng: Random) -> tuple[life.Need, ...]:
    """Needs and what helps, for about half."""
    return tuple(life.Need(area=area, detail=detail) for area, detail in rng.sample(NEEDS, rng.choice((0, 0, 1, 1, 2))))


def front_sheet(rng: Random, one: Outline) -> tuple[life.FrontSheetAnswer, ...]:
    """The standing answers as far as they were asked: a detail with each yes, and gaps."""
    if one.course.opened_on is None:
        return ()
    found = []
    for question, details in ANSWERS.items():
        answer = rng.choice(ANSWERED.get(question, ASKED))
        if question == "plan_or_looked_after" and one.social_worker:
            answer = "yes"
        if answer:
            detail = rng.choice(details) if answer == "yes" else ""
            found.append(life.FrontSheetAnswer(question=question, answer=answer, detail=detail))
    return tuple(found)


def flags(rng: Random, one: Outline) -> tuple[life.Flag, ...]:
    """The markers others must see at once; those of a closed case have ended."""
    if one.course.opened_on is None:
        return ()
    sorts = ["sexual_exploitation"] if rng.random() < 0.8 else []
    rarer = (("criminal_exploitation", 0.22), ("early_help", 0.15), ("trafficking_referral", 0.07), ("self_harm", 0.1))
    sorts += [flag for flag, often in rarer if rng.random() < often]
    until = moment(one.course.until) if one.course.closed else life.NOTHING
    first = moment(min(one.course.opened_on, one.course.until))
    return tuple(life.Flag(flag=flag, basis=rng.choice(FLAG_BASIS), since=first, until=until) for flag in sorts)


def warnings(rng: Random, one: Outline, today: date) -> tuple[life.StandingWarning, ...]:
    """A warning for one open case in four, to be looked at again every three months."""
    if not one.course.open or rng.random() > 0.27:
        return ()
    warning, detail = rng.choice(WARNINGS if rng.random() < 0.3 else WARNINGS[:2])
    review_on = today + timedelta(days=rng.choice(LATE_OR_SOON))
    since = max(review_on - timedelta(days=91), one.course.opened_on or one.referred_on)
    since = min(since, one.saved_at.date())
    decided = rng.choice((HEAD, one.social_worker or HEAD))
    if warning == "do_not_disclose_address" and one.lives not in LEGAL:
        detail = AT_HOME_WARNING
    made = life.StandingWarning(
        warning=warning,
        detail=detail if rng.random() < 0.85 else "",
        decided_by=decided,
        since=moment(since),
        review_on=moment(review_on) if rng.random() < 0.92 else life.NOTHING,
    )
    return (made,)
