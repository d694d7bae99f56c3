"""The columns of a file of past return interviews: which episode, how far it came and when, and what was said."""

from collections.abc import Collection, Sequence

from rise_desk.services.exchange.column import Column, key_of
from rise_desk.services.exchange.missing_columns import CHILD

INTERVIEWS = (
    Column("ref", ("reference", "ref", "id", "interview ref", "interview id", "interview reference", "rhi ref",
                   "rhi id", "rhi reference", "record id", "entry id", "unique id")),
    *CHILD,
    Column("episodes", ("police reference of the episode", "missing episode", "missing episodes", "episode",
                        "episodes", "episode ref", "episode id", "police reference", "police ref", "police ref no",
                        "police reference number", "incident number", "incident ref", "log number", "report number",
                        "missing report", "missing report number", "misper ref", "missing ref", "missing episode ref",
                        "compact ref", "occurrence number"), "; "),
    Column("returned_at", ("returned at", "date returned", "returned", "returned on", "date time returned",
                           "date and time returned", "return date", "date of return", "date found", "date located",
                           "end date", "episode end", "date and time of return")),
    Column("returned_time", ("returned at, time", "time returned", "return time", "time found", "time located",
                             "time of return", "end time")),
    Column("assigned_to", ("who does the interview", "assigned to", "allocated to", "rhi assigned to",
                           "rhi allocated to")),
    Column("offered_at", ("offered at", "offered", "offered on", "date offered", "rhi offered", "rhi offered on",
                          "interview offered", "interview offered on", "rhi offered date", "date rhi offered")),
    Column("offered_time", ("offered at, time", "time offered", "offered time", "rhi offered time")),
    Column("offered_by", ("offered by", "rhi offered by")),
    Column("attempts", ("attempts", "attempted at", "attempted", "attempted on", "attempt", "date attempted",
                        "dates attempted", "rhi attempted", "rhi attempts", "interview attempted"), "; "),
    Column("answer", ("the young person's answer", "answer", "the child's answer", "accepted or declined", "accepted",
                      "response", "rhi accepted", "rhi answer", "rhi response")),
    Column("answered_at", ("answered at", "answered", "answered on", "date answered", "date accepted",
                           "date accepted or declined", "accepted on")),
    Column("answered_time", ("answered at, time", "time answered", "answered time")),
    Column("declined_at", ("declined at", "declined", "declined on", "date declined", "rhi declined",
                           "rhi declined on", "refused on", "date refused")),
    Column("declined_because", ("why they declined, as they say", "why declined", "declined because",
                                "reason declined", "reason for declining", "rhi declined reason", "refusal reason")),
    Column("carers_offered_at", ("talk offered to parents or carers at", "carers offered at", "carer offered",
                                 "parents offered", "parent or carer offered")),
    Column("carers_said", ("what parents or carers said", "carers said", "parents said", "carer views"), "\n"),
    Column("decided_at", ("decided against at", "decided against", "decided against on", "decided at",
                          "date decided against", "not required on")),
    Column("decided_time", ("decided against at, time", "decided time")),
    Column("decided_by", ("decided against by", "decided by")),
    Column("decided_because", ("why it was decided against", "decided because", "why decided against",
                               "reason not done", "reason not held", "why not held", "reason for no interview",
                               "rhi not done reason")),
    Column("done_at", ("interview held at", "done at", "held at", "held on", "interview date", "date of interview",
                       "interview held", "done", "done on", "rhi date", "date of rhi", "rhi completed",
                       "rhi completed on", "rhi done", "date completed", "completed on", "completed",
                       "return interview", "return interview date", "rhi", "rhi held", "date rhi completed")),
    Column("done_time", ("interview held at, time", "interview time", "time of interview", "rhi time", "done time",
                         "time completed")),
    Column("late_because", ("why it was after 72 hours", "late because", "why late", "reason late",
                            "reason for delay", "reason for lateness", "late reason", "reason after 72 hours",
                            "rhi late reason")),
    Column("interviewer", ("interviewer and agency", "interviewer", "interviewed by", "rhi by", "completed by",
                           "rhi completed by")),
    Column("independent", ("neither carer nor responsible authority", "independent", "independent interviewer")),
    Column("asked_for", ("whom the child asked for instead, and why", "asked for", "asked for instead")),
    Column("place", ("where the interview was", "place of interview", "interview place", "venue", "place")),
    Column("seen", ("seen", "was seen")),
    Column("own_words", ("the young person's own words", "own words", "child's words", "childs own words",
                         "voice of the child", "their own words"), "\n"),
    Column("push", ("what made them want to leave (push)", "push", "push factors"), "\n"),
    Column("pull", ("what drew them away (pull)", "pull", "pull factors"), "\n"),
    Column("reasons", ("reasons heard", "reasons", "reason for going missing", "reason missing"), "; "),
    Column("stayed", ("where they were, and with whom", "stayed", "where stayed", "whereabouts"), "\n"),
    Column("travelled", ("how they travelled", "travelled", "travel"), "\n"),
    Column("told_happened", ("what happened", "told happened", "details", "summary", "narrative", "notes",
                             "interview notes", "rhi notes"), "\n"),
    Column("harms", ("harm while missing", "harm", "harms"), "; "),
    Column("threats", ("harm and threats, as told", "threats"), "\n"),
    Column("phones", ("phones and apps", "phones", "phone and apps"), "\n"),
    Column("came_back", ("how they got back", "came back", "how returned"), "\n"),
    Column("would_help", ("what would help", "would help", "what would help them"), "\n"),
    Column("mentions", ("people, places, vehicles, phones and names used online", "mentions", "people named",
                        "names named"), "; "),
    Column("agreed", ("actions agreed", "agreed", "actions")),
    Column("source", ("source", "where this came from")),
)  # fmt: skip

TIMED = {"returned_at": "returned_time", "offered_at": "offered_time", "answered_at": "answered_time",
         "decided_at": "decided_time", "done_at": "done_time"}  # fmt: skip
STEPS = frozenset({"offered_at", "attempts", "declined_at", "answered_at", "decided_at", "done_at"})
_ONLY = STEPS | {"offered_time", "answered_time", "decided_time", "done_time", "answer", "late_because", "interviewer",
                 "offered_by", "decided_by", "declined_because", "decided_because", "independent", "own_words",
                 "assigned_to"}  # fmt: skip
"""Fields that say something of an interview, and nothing of the episode before it."""


def tells(fields: Collection[str]) -> bool:
    """Whether columns of these fields are those of return interviews: a step of one, and the return it is about."""
    known = set(fields)
    return bool(known & STEPS) and bool(known & {"episodes", "returned_at"})


def is_only_here(name: str) -> bool:
    """Whether a column of this name says something of an interview, and nothing of the episode before it."""
    return _NAMES.get(key_of(name), "") in _ONLY


def beside(fields: Sequence[str], is_of_episodes: bool) -> list[str]:
    """The fields of columns in order; in a file of episodes, what is said of the episode is not of the interview."""
    if not is_of_episodes:
        return list(fields)
    return [each if each in _ONLY or each in _WHOSE else "" for each in fields]


_WHOSE = frozenset({*(each.field for each in CHILD), "episodes", "returned_at", "returned_time"})
_NAMES = {key_of(name): each.field for each in INTERVIEWS for name in (each.field, *each.names)}
