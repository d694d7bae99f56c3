"""The columns of a file of past assessments: the person, the day, a score and its evidence for each indicator."""

from collections.abc import Iterator, Sequence

from rise_desk.domain.instrument import INDICATORS, Indicator
from rise_desk.domain.names import fold
from rise_desk.services.exchange.column import Column
from rise_desk.services.practice import OURS, instruments

EVIDENCE, FIND_OUT = "evidence", "find_out"
ENOUGH = 5
"""How many indicators with columns of their own tell that a file holds assessments."""

_ALSO = {
    "missing": ("missing episodes", "going missing", "missing from home", "missing from care"),
    "education": ("education", "school attendance", "education attendance", "ete"),
    "substances": ("substance misuse", "substance use", "drugs and alcohol", "drugs", "alcohol and drugs"),
    "family": ("relationship with parents", "family relationships", "parents", "relationship with carers"),
    "accommodation": ("housing", "living situation", "placement"),
    "recognition": ("recognises exploitation", "recognition of abuse", "recognises abuse"),
    "engagement": ("engagement with services", "engages with services", "services"),
    "sexual_health": (),
    "associates": ("risky people", "peers", "contact with risky people", "associations", "risky adults"),
    "exploitation": ("sexual exploitation", "current level of exploitation", "level of exploitation", "cse"),
}
"""Other words by which files call the indicators."""


def evidence_of(indicator: str) -> str:
    """The field that holds the evidence for one indicator."""
    return f"{EVIDENCE}_{indicator}"


def find_out_of(indicator: str) -> str:
    """The field that says how the score of one indicator will be found out."""
    return f"{FIND_OUT}_{indicator}"


def _called(place: int, each: Indicator) -> tuple[str, ...]:
    """What a file may call an indicator, its label first; each of these once, however it is written."""
    names = (each.label, each.short, each.key.replace("_", " "), *_ALSO[each.key])
    numbered = (str(place), *(f"{place} {name}" for name in names[:3]))
    return tuple({fold(name).replace(" ", ""): name for name in reversed((*names, *numbered))}.values())[::-1]


SCORED = ("{}", "{} score", "score {}", "score: {}", "indicator {}")
EVIDENCED = ("evidence: {}", "{} evidence", "evidence for {}", "evidence of {}", "{} comment", "{} notes")
FOUND_OUT = ("find out: {}", "{} find out", "how it will be found out: {}", "{} how it will be found out")
"""How a column about one indicator may be called; that of a score is told by the whole label, others by the short."""


def _indicators() -> Iterator[Column]:
    every = [each for each in instruments()[OURS].indicators if each.key in INDICATORS]
    called = {each.key: _called(place, each) for place, each in enumerate(every, 1)}
    for shapes, field_of in ((SCORED, str), (EVIDENCED, evidence_of), (FOUND_OUT, find_out_of)):
        for key, (label, *others) in called.items():
            names = (label, *others) if shapes is SCORED else (*others, label)
            yield Column(field_of(key), tuple(shape.format(name) for shape in shapes for name in names))


ASSESSMENTS = (
    Column("ref", ("reference", "ref", "id", "assessment ref", "assessment id", "assessment reference",
                   "assessment number", "record id", "entry id", "unique id")),
    Column("concerns", ("young person", "young person ref", "young person id", "young person reference", "yp", "yp ref",
                        "yp id", "person", "person ref", "person id", "person reference", "subject", "child",
                        "child ref", "child id", "who", "client", "client id", "case ref", "case reference",
                        "case number", "case id")),
    Column("named", ("name", "full name", "young person name", "name of young person", "yp name", "person name",
                     "child name", "client name")),
    Column("given_name", ("given name", "given names", "forename", "forenames", "first name", "first names")),
    Column("family_name", ("family name", "surname", "last name")),
    Column("date_of_birth", ("date of birth", "dob", "birth date", "birthday", "born", "born on")),
    Column("assessed_on", ("date of the assessment", "assessed on", "date of assessment", "assessment date", "date",
                           "date assessed", "assessed", "completed on", "date completed")),
    Column("scores", ("scores", "ten scores", "indicator scores", "all scores")),
    *_indicators(),
    Column("answer_education", ("which school or college", "name of school", "school name", "school or college name")),
    Column(EVIDENCE, ("evidence", "evidence for all", "all evidence", "overall evidence")),
    Column(FIND_OUT, ("how it will be found out", "find out", "to find out", "how to find out")),
    Column("judgement", ("professional judgement", "judgement", "professional judgment", "judgment", "judgement score",
                         "judgment score", "professional judgement score", "professional judgment score", "pj")),
    Column("judgement_comment", ("why this judgement", "judgement comment", "judgment comment", "judgement reason",
                                 "professional judgement comment", "rationale for judgement", "judgement rationale",
                                 "rationale", "analysis")),
    Column("overall", ("overall", "overall score", "total", "total score", "sum", "score")),
    Column("band", ("band", "rag", "rag rating", "rag band", "risk band", "risk level", "rating", "level of risk")),
    Column("band_reason", ("why this band", "band reason", "reason for band", "band comment", "rag reason",
                           "reason for rating", "band rationale")),
    Column("protective", ("protective factors", "protective", "strengths")),
    Column("harm_happening", ("harm already happening", "harm happening")),
    Column("missing_now", ("missing now", "currently missing")),
    Column("sexual_activity_under_13", ("any sexual activity under 13", "sexual activity under 13")),
    Column("mentions", ("risky people named", "people named", "known contacts", "names of risky people"), "; "),
    Column("lead", ("safeguarding lead spoken to", "safeguarding lead", "lead")),
    Column("told_on", ("young person told on", "told on")),
    Column("told_why", ("not told yet because", "why not told")),
    Column("instrument", ("instrument", "tool", "assessment tool")),
    Column("assessor", ("assessor", "assessed by", "author", "completed by", "recorded by", "written by", "worker",
                        "entered by", "by", "staff")),
    Column("signed_off_by", ("signed off by", "sign off by", "manager", "approved by", "authorised by")),
    Column("signed_off_on", ("signed off on", "sign off date", "date signed off", "signed off", "approved on")),
    Column("source", ("source", "where this came from")),
)  # fmt: skip


def tells(fields: "set[str]") -> bool:
    """Whether columns of these fields are those of assessments."""
    return "scores" in fields or len(fields & set(INDICATORS)) >= ENOUGH or {"judgement", "band"} <= fields


def beside(fields: Sequence[str]) -> list[str]:
    """The fields of columns in order, where several are only called 'evidence': each belongs to the one before it."""
    if fields.count(EVIDENCE) < 2:
        return list(fields)
    found, last = [], ""
    for each in fields:
        last = each if each in INDICATORS else last
        found.append(evidence_of(last) if each == EVIDENCE and last else each)
    return found
