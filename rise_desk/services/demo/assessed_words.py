"""What the demonstration's assessments say beside their evidence: judgements, reasons, protection, answers."""

SAME = "{indicator}, talked through again on {day}: nothing has changed."
"""Where every sentence of a level was told before; its day makes it another one."""

FIND_OUT = {
    "education": "{worker} asks {teacher} for the register by Friday.",
    "substances": "{school_nurse} will ask, at the next health check.",
    "sexual_health": "The school nurse sees {name} next week, and tells us what {name} agrees to.",
    "associates": "Police are asked whom they know of; {name} is asked again, alone.",
    "family": "A visit at home, with time for {carer} and {name} apart.",
}
"""How it will be found out, of what can be unknown."""

JUDGEMENTS = (
    (
        "{name} is safer than at any time since we met, and knows it. We plan the ending together.",
        "The people around {name} do their part. I have no worry that the sheet does not show.",
        "Steady for weeks now. The next assessment may be the last.",
        "What helped was time, and {carer}. The risk I see is small.",
        "{name} has people to turn to, and turns to them.",
        "I would trust {name} to ring if anything began again.",
        "What worried us in spring is over, and {name} says so first.",
        "{name} laughs more. I know that this is no indicator.",
        "The sheet is low and so is my worry.",
    ),
    (
        "Things are going the right way, slowly. The evenings are what I still think about.",
        "Less worrying than six weeks ago; a setback is possible, and {name} knows that too.",
        "The plan is holding. I want to see a school holiday go by before I say more.",
        "{name} is working harder at this than the numbers show.",
        "There is more protection around {name} than before, and the same adults are still about.",
        "I am hopeful and not yet easy.",
        "Better at home; outside it, much as it was.",
        "{name} has asked for less of us, and for the right reasons.",
        "I look at the weekends first, and they were quiet.",
        "One hard week among five good ones.",
        "{Carer} worries more than I do, and may be right.",
    ),
    (
        "I worry about what {name} does not say yet. The pattern is one I have seen before.",
        "Several small things together worry me more than any one of them.",
        "{name} is being drawn further in, and sees some of that. We meet twice a week now.",
        "The adults around {name} are patient, and that is what worries me.",
        "A bad six weeks. Nothing in it is {her} doing.",
        "My worry is the weekends, when there is nobody of ours about.",
        "Between the visits a great deal happens of which we hear little.",
    ),
    (
        "I believe that {name} is being harmed, and that {she} cannot say so yet.",
        "The danger is great and near. Everybody who can do something has been told.",
        "{name} needs to be somewhere safe before anything else can work.",
        "I have seldom been so worried. The police and social care agree.",
    ),
)
"""From the lowest mark of the judgement to the highest, in four steps."""

AS_BEFORE = "My view on {day} is that of last time, for the same reasons."
"""Where every judgement was told before."""

LOWER_WHY = (
    "Every score has fallen since last time, and {carer} now tells us at once; the lower band fits what we see.",
    "The sum is at the edge because school is out for the holidays. Nothing else has changed for the worse.",
    "The contact has ended, and police confirm it. The scores of the past weigh more than today’s.",
    "Protection around {name} has grown: the mentor, the club, and a phone that nobody else has the number of.",
    "The plan has held through two hard months, and {name} kept to every part of it.",
    "Much of the sum is about where {name} lives, and that is settled from Monday.",
    "Three services see {name} weekly, and all three say the same.",
    "Seen alone, with time: {name} can say what would make it worse, and whom to ring.",
)
ABOVE_WHY = (
    "Seen on Friday with the adult the police warned us of; the sum does not know that yet.",
    "A friend of {hers} was taken into hospital last night, and they were together until ten.",
)
OUTRANKED_WHY = (
    "What is known of exploitation weighs more than a low sum.",
    "The sum is low and the danger is not.",
    "Indicator 10 outranks the other nine.",
)
PROTECTIVE = (
    "{Carer} answers at any hour, and asks for help in time.",
    "{friend} has been told, and looks out for {them}.",
    "A place at {school} where somebody notices.",
    "{name} is funny, quick, and hard to fool twice.",
    "{youth_worker} at the club, three evenings a week.",
    "{name} keeps {her} phone on and answers {worker}.",
    "A grandmother two streets away.",
    "{pet} has to be walked at nine, which brings {name} home.",
    "Trusts {teacher}, and has said why.",
    "{counsellor} on Tuesdays, without fail.",
    "Wants to be somebody’s trainer, nurse or cook, depending on the week.",
    "The family eats together.",
    "A swimming pass, and {friend} to go with.",
    "The neighbours know what to look out for.",
    "{name} can say no, and has practised.",
    "{Carer} has been on the course for parents and uses it.",
    "A safe word that {carer} knows.",
    "Two friends of {her} own age, both steady.",
)
SIGNED = (
    "Agreed. Thank you for saying who told you each thing.",
    "Agreed; please see that the school has the plan.",
    "I read this with the last one beside it. Agreed.",
    "Agreed. Let us talk about the evenings in supervision.",
    "Clear and kind. Agreed.",
    "Agreed, and please tell {name} what was decided.",
)
BACK = (
    "Please say on “Recognises abusive or exploitative behaviour” what {name} said, and what is our own view.",
    "Who told us about the car? Please name the source, and I will sign at once.",
    "The evidence on school is from before the holidays. What does {teacher} say now?",
    "The reason for the band should say what has changed since last time.",
)
PUT_RIGHT = (
    "In {her} own words: “I knew it was wrong when they took my phone.” The rest is our view.",
    "{Carer} told {worker} on the doorstep, and wrote it down for us the same evening.",
    "{teacher} was rung again and gave the figures of this half term.",
    "Asked again, and written down with who said it and when.",
)
TOLD_WHY = (
    "{name} was too tired today; we read it together next week.",
    "Social care asked us to wait until after the meeting on Thursday.",
    "Not yet: others were in the room throughout.",
)
SOURCES = ("{carer}", "{teacher}", "{worker}", "police", "{youth_worker}")
"""Who saw a sign of harm."""

NICKNAMES = (
    "Kez from the bus station",
    "Mo with the grey car",
    "the one they call Smiler",
    "Jodie’s cousin",
    "Bex at the flats",
)
KNOWN_OF = (
    "a nickname, nothing else",
    "seen by {carer} from the window",
    "{name} gave the name",
    "from messages on the phone",
)

SIGNS = (
    "older_contacts", "unexplained_possessions", "exhaustion", "secrecy", "vehicles_with_unknown_adults",
    "contacted_by_unknown_adults", "distress_or_anger", "changed_appearance", "drifting_from_friends",
    "adults_waiting_outside", "worrying_internet_use", "injury",
)  # fmt: skip

NOT_ASKED = "One was held last Thursday on the same information; the plan from it stands."
CHECKLIST_COMMENTS = (
    "Seen for something else; {name} stayed on to talk.",
    "{name} chose to tell me, and I told {them} what I would do with it.",
    "Ten minutes between two appointments. There is more to hear.",
    "Came for asthma, and asked about a friend.",
)
CAME_WITH = ("{carer}", "alone", "{friend}", "a grown-up who was not introduced")
