"""The columns of a file of missing episodes, as police and other systems name them, and how a child is named there."""

from collections.abc import Collection

from rise_desk.services.exchange.column import Column

CHILD = (
    Column("file_number", ("file number", "file no", "our file number", "rise file number")),
    Column("concerns", ("young person", "young person ref", "young person id", "young person reference", "yp", "yp ref",
                        "yp id", "person", "person ref", "person id", "person reference", "subject", "child",
                        "child ref", "child id", "who", "client", "client id", "case ref", "case reference",
                        "case number", "case id")),
    Column("named", ("name", "full name", "young person name", "name of young person", "yp name", "person name",
                     "child name", "client name", "missing person", "missing person name", "name of missing person",
                     "misper", "misper name")),
    Column("given_name", ("given name", "given names", "forename", "forenames", "first name", "first names")),
    Column("family_name", ("family name", "surname", "last name")),
    Column("date_of_birth", ("date of birth", "dob", "birth date", "birthday", "born", "born on")),
    Column("nhs", ("NHS number", "nhs", "NHS no")),
    Column("upn", ("pupil number", "upn", "unique pupil number", "pupil no")),
    Column("police", ("police number of the young person", "nominal", "nominal number", "nominal ref",
                      "nominal reference", "nominal id", "niche nominal", "person nominal", "police number",
                      "police id", "PNC ID", "PNC number")),
    Column("misper_number", ("missing-person number", "missing person number", "missing person id",
                              "misper number", "misper id")),
    Column("council", ("council number", "council id", "council reference", "council ref", "social care id",
                       "social care number", "social care ref", "mosaic id", "liquidlogic id", "carefirst id")),
)  # fmt: skip
"""How a row says which child it is about: each name may stand in a file of episodes and in one of interviews."""

EPISODES = (
    Column("ref", ("reference", "ref", "id", "episode ref", "episode id", "episode reference", "record id", "entry id",
                   "unique id")),
    *CHILD,
    Column("missing_type", ("type", "missing type", "type of episode", "episode type", "missing or absent",
                            "category")),
    Column("reported_at", ("reported at", "date reported", "reported", "reported on", "date time reported",
                           "date and time reported", "reported missing", "date reported missing", "report date",
                           "date of report", "reported missing at", "date and time of report",
                           "date time reported missing", "when reported")),
    Column("reported_time", ("reported at, time", "time reported", "report time", "time of report", "reported time",
                             "time reported missing")),
    Column("missing_at", ("went missing at", "date missing", "missing date", "missing since", "date time missing",
                          "date and time missing", "went missing", "missing at", "start", "start date",
                          "episode start", "start date time", "date went missing", "missing from date", "date")),
    Column("missing_time", ("went missing at, time", "time missing", "missing time", "start time",
                            "time went missing", "time")),
    Column("last_seen_at", ("last seen at", "last seen", "date last seen", "last seen on", "date time last seen",
                            "date and time last seen", "last seen date", "when last seen")),
    Column("last_seen_time", ("last seen at, time", "time last seen", "last seen time")),
    Column("reported_by", ("reported by", "informant", "person reporting", "who reported")),
    Column("missing_from", ("missing from", "missing from type", "missing from place type", "place missing from",
                            "where missing from", "type of place missing from")),
    Column("missing_from_name", ("which one", "missing from name", "missing from address", "missing from placement",
                                 "name of placement", "placement", "address missing from", "missing from location")),
    Column("grade", ("police grade", "risk", "grade", "risk grade", "risk level", "risk assessment", "police risk",
                     "risk grading", "risk category", "police risk grade", "police risk level")),
    Column("regrades", ("new grades", "regraded", "regrades", "risk regraded")),
    Column("police_ref", ("police reference", "police ref", "police ref no", "police reference number",
                          "police incident number", "incident number", "incident ref", "incident no", "log number",
                          "log no", "report number", "missing report", "missing report number", "misper ref",
                          "missing ref", "missing episode ref", "misper reference", "compact ref", "compact reference",
                          "occurrence number", "crime ref", "urn")),
    Column("officer", ("officer in charge", "officer", "oic", "attending officer", "investigating officer")),
    Column("told", ("who was told", "told", "notified", "people told", "informed")),
    Column("circumstances", ("circumstances", "details", "detail", "summary", "narrative", "description", "notes",
                             "note", "comments", "comment"), "\n"),
    Column("returned_at", ("returned at", "date returned", "returned", "returned on", "date time returned",
                           "date and time returned", "return date", "date of return", "date found", "found at",
                           "found on", "date located", "located at", "located", "end", "end date", "episode end",
                           "end date time", "date time found", "date time located", "date and time of return",
                           "date and time found", "when found", "when returned")),
    Column("returned_time", ("returned at, time", "time returned", "return time", "time found", "time located",
                             "time of return", "end time")),
    Column("how_found", ("how they came back or were found", "how found", "how returned", "how located",
                         "method of return", "return method", "found how", "outcome"), "\n"),
    Column("found_place_type", ("kind of place where found", "found place type", "place type", "location type",
                                "type of place found", "place found type", "premises type")),
    Column("found_place", ("where found", "found place", "place found", "location found", "found where",
                           "located where", "found location", "address found", "found address")),
    Column("outside_county", ("found outside the county", "outside county", "out of county", "out of area",
                              "found out of county")),
    Column("found_with", ("with whom", "found with", "with", "in company of", "company", "associates", "with who",
                          "persons with"), "; "),
    Column("reasons", ("reasons heard", "reasons", "reason for going missing", "reason missing",
                       "reason for absence", "why missing"), "; "),
    Column("harms", ("harm while missing", "harm", "harms", "harm suffered", "harm suspected", "injury or harm"), "; "),
    Column("prevention", ("police prevention interview", "prevention interview", "prevention interview at",
                          "safe and well check", "safe and well", "prevention interview date", "debrief",
                          "police debrief")),
    Column("source", ("source", "where this came from")),
)  # fmt: skip

TIMED = {"reported_at": "reported_time", "missing_at": "missing_time", "last_seen_at": "last_seen_time",
         "returned_at": "returned_time"}  # fmt: skip
"""The moments that a file may give in two columns, a day and a time."""

BEGUN = frozenset({"reported_at", "missing_at", "last_seen_at"})


def tells(fields: Collection[str]) -> bool:
    """Whether columns of these fields are those of missing episodes: when one began, and how it went on."""
    known = set(fields)
    ended = bool(known & BEGUN) and bool(known & {"missing_from", "returned_at"})
    return ended or ("reported_at" in known and bool(known & {"last_seen_at", "police_ref"}))
