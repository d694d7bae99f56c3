"""Words for what is done to protect in the demonstration: notices, orders, disruption, information."""

GROUNDS = (
    "{name} was found at this adult’s address after being reported missing, and had been given alcohol.",
    "Messages on {name}’s phone arrange lifts at night. {She} {was} told not to tell home.",
    "School saw {name} get into this adult’s car at lunch on two days; home knew of neither.",
)
STATEMENTS = (
    "“I have not agreed to this person having my child with them, and I want it to stop.”",
    "“Nobody asked us. We do not consent to any contact.”",
)
SAID = ("", "Nobody told me that before.", "It was all a misunderstanding.")
PLANS = (
    "Worker with {name} on the day and the day after; crisis number on the fridge; carer to ring at any change.",
    "{carer} stays at home that evening; {worker} visits at four; the school nurse is told.",
)
BREACHES = (
    ("Seen sitting in the same car outside the arcade; drove off when officers came near.", "outside the arcade"),
    ("Eleven messages from a new number, asking to meet “just to talk”.", "by phone"),
    ("Waited across the road from the bus stop after school; the carer took a photo.", "the bus stop"),
)
OUTCOMES = ("Words of advice, and recorded as evidence.", "Arrested for harassment; bailed with conditions.", "")
PROHIBITIONS = (
    "Not to contact, or be in the company of, anybody under sixteen unless their parent agrees and social care knows.",
    "Not to go to the streets around the bus station between four in the afternoon and midnight.",
    "Not to own more than one phone, and to tell the police its number.",
)
TACTICS = (
    ("regular_visits_and_overt_monitoring", "Marked car past the address twice each evening"),
    ("stop_and_search", "Vehicle marked on the system for any stop"),
    ("tenancy_action", "Housing association asked about visitors after midnight"),
    ("hotel_watch", "Night staff shown what to look for, and whom to ring"),
    ("information_shared", "Licensing told in writing"),
    ("arrest_for_other_offences", "Outstanding fine and no insurance"),
)
CAME_OF_IT = (
    "Nobody at home on four of six visits; fewer cars since.",
    "Two young people taken home; parents told.",
    "The driver’s licence is under review.",
)
WHY_NOT = "The tenancy is in somebody else’s name; nothing the landlord can act on."
REPORTS = (
    "A silver car with a dented door waits by the school’s back gate at ten past three, twice this week.",
    "A young person overheard that parties have moved to the flat over the launderette.",
    "The same adult is said to hand out phones that are topped up every Friday.",
)
HOW_KNOWN = ("Seen by the person reporting.", "Told by a young person who heard it from a friend.", "Read in messages.")
FEEDBACK = ("Entered; local officers briefed.", "")
SANITISED = "A vehicle is used to meet young people near a school at the end of the day."
