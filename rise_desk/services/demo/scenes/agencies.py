"""Other agencies: social workers, police, courts, housing, the meetings; and the team's own supervision."""

from rise_desk.services.demo.scenes.scene import ENDING, FIRST, MIDDLE, REFERRAL, Chapter, Scene

OFFICE = (9 * 60, 17 * 60)

CHAPTERS = (
    Chapter(
        contact="professionals_contact",
        only="weekday",
        moments=(REFERRAL,),
        hours=OFFICE,
        scenes=(
            Scene(
                "Referral read at the morning meeting. Police, health and social care each had a piece; together they "
                "make a picture. To be screened this week.",
                by="supervisor",
            ),
            Scene(
                "Screening talk with the manager: meets the threshold on three counts. Asked the referrer for dates "
                "where the form has none.",
                by="supervisor",
            ),
            Scene(
                "The officer who made the referral rang back. {name} was polite, cold and tired when found, and "
                "wanted to go home. A welfare check and nothing else.",
                by="police",
            ),
            Scene(
                "Checked our own records: not known before. An address in {town} comes up in another matter; noted, "
                "and nothing concluded from it.",
                by="supervisor",
            ),
            Scene("{social_worker} sent the last assessment. It is careful and fair, and it says what {name} likes."),
            Scene(
                "Spoke to the multi-agency hub. They hold nothing further; early help had been offered last year and "
                "taken up.",
                by="supervisor",
            ),
            Scene("Health has no concerns on record and would like to be told if we take this on.", by="nurse"),
            Scene(
                "Asked for what is missing: who picked {name} up, whose phone it is, who else was there. Not answered "
                "yet.",
                by="supervisor",
            ),
            Scene(
                "Manager’s view after reading everything: accept, with {worker} in mind, who knows the school.",
                by="head",
                only="accepted",
            ),
        ),
    ),
    Chapter(
        contact="professionals_contact",
        only="weekday",
        moments=(FIRST,),
        hours=OFFICE,
        scenes=(
            Scene("Read the whole file again, slowly, and wrote down seven things that nobody has asked yet."),
            Scene("Met {social_worker} to divide the work: they hold the plan, I hold the Thursdays."),
            Scene(
                "Spoke to the missing-person coordinator about the two episodes before the referral. Return talks "
                "were offered; one was taken up."
            ),
            Scene(
                "Initial assessment talked through in supervision. What makes {name} safer is longer than I had "
                "thought, and goes first on the page.",
                by="head",
            ),
            Scene(
                "Strategy meeting. {name} was asked beforehand what should be said, and that was read out first. "
                "Decision: joint enquiry, safety plan today, meet again in ten days."
            ),
            Scene("Rang the youth club. {name} came twice last year, liked the kitchen, and would be welcome back."),
        ),
    ),
    Chapter(
        contact="professionals_contact",
        only="weekday",
        moments=(MIDDLE,),
        hours=OFFICE,
        scenes=(
            Scene(
                "Core group. Everybody had done what they said they would, which {name} will be told in those words.",
                only="social_worker",
            ),
            Scene(
                "Review conference. {name} came for the first ten minutes, said {her} piece and left with "
                "{counsellor}, as planned.",
                "You’ve all read about me. This is me.",
                only="social_worker",
            ),
            Scene(
                "{social_worker} rang: the placement is confirmed until the summer. I may tell {name} today and did.",
                only="placed",
            ),
            Scene(
                "{social_worker} is away until the end of the month. {name} heard before it began, and from them, who "
                "stands in."
            ),
            Scene(
                "Call with {social_worker} about contact. It goes well when it is short and somewhere with things to "
                "do."
            ),
            Scene(
                "Morning meeting: {name} came home at the agreed time on all five nights. It was said aloud, for once."
            ),
            Scene(
                "Officer in the case rang: the phone can go back to {name} on Friday. {She} will be asked first "
                "whether {she} want{s} it.",
                only="court",
            ),
            Scene(
                "Talked with the officer about the interview. A room with a window, an intermediary, breaks when "
                "{name} asks, and I wait outside.",
                only="court",
            ),
            Scene(
                "The officer explained the decision not to charge, and what the right to review is. We agreed to tell "
                "{name} together, tomorrow, with {carer} at home. No further action does not mean that it was not "
                "believed.",
                only="no_charge",
            ),
            Scene("Court date moved by three weeks. I rang to say so before the letter does.", only="court"),
            Scene(
                "Visit to the court arranged for a quiet morning: the screens, the waiting room, and the other door.",
                only="court",
            ),
            Scene(
                "The independent adviser will stay with {name} until after the trial, and has met {them} twice now.",
                only="court",
            ),
            Scene(
                "Talk with {counsellor}: eight sessions done, all eight attended. Nothing of their content was asked "
                "or told."
            ),
            Scene("Spoke to the housing officer about the lift and the broken street door. The door is done."),
            Scene(
                "Six-week reassessment talked over in supervision: lower on two lines, the same on the rest, and the "
                "reasons are written out.",
                by="head",
            ),
            Scene(
                "Supervision. We asked ourselves who {name} would ring at midnight. At the start there was nobody; "
                "today there are three names.",
                by="head",
            ),
            Scene(
                "File read as manager. Visits on time, views recorded, one open question about the second phone. "
                "Thank you for the care in it.",
                by="head",
            ),
            Scene(
                "Case talk with the whole team: how to go on when somebody is fine on paper and not in the room.",
                by="head",
            ),
            Scene(
                "The attendance officer was going to write a letter. After our talk it will be a visit, by somebody "
                "{name} knows."
            ),
            Scene(
                "{youth_worker} from the club rang because {name} had stayed behind to wash up and to talk. No worry; "
                "a good sign, we both thought."
            ),
            Scene(
                "The library’s manager has seen the man who was bothering young people at the computers, and has told "
                "him to leave. Details are with the police."
            ),
            Scene(
                "Hotel Watch: the receptionist who once rang us has had a card from {name}, unsigned, handed over by "
                "me."
            ),
            Scene("Taxi licensing has the plate and the complaint. {name} is not named in it."),
            Scene(
                "Asked the other county for the old file, for the third time, and copied in both managers. It came "
                "within the hour.",
                only="placed",
            ),
            Scene("Meeting of everybody around {name}: five people, one plan, and for each line a name."),
            Scene("Benefits advice for {carer}: two hours, one form, forty pounds a week.", only="kin"),
        ),
    ),
    Chapter(
        contact="professionals_contact",
        only="weekday",
        moments=(ENDING,),
        hours=OFFICE,
        scenes=(
            Scene(
                "Closing discussed in supervision. Risk lower and held, trusted adults in place, {name} agrees. "
                "Signed off.",
                by="head",
            ),
            Scene(
                "Handover with {social_worker}. They have the safety plan in {her} own words, and the list of what "
                "helps."
            ),
            Scene(
                "Last professionals’ meeting: each says what they will notice first, if things should change, and "
                "whom they will ring."
            ),
            Scene(
                "Told the morning meeting that we are closing. The missing-person coordinator will still ring us if "
                "the name comes up."
            ),
        ),
    ),
    Chapter(
        contact="other",
        only="weekday",
        moments=(MIDDLE,),
        hours=OFFICE,
        scenes=(
            Scene(
                "{name} was awarded the young people’s prize for helping at the food bank. I was asked to clap and did."
            ),
            Scene(
                "Found in the post tray: an envelope with a drawing of the office, everybody in it, me with too much "
                "hair."
            ),
            Scene(
                "Drove past on another visit and saw {name} walking home with {friend}, laughing. Not a contact, but "
                "worth a line."
            ),
            Scene(
                "Filled in the form for the holiday scheme with what {name} and I had worked out. Two weeks, a coach, "
                "sandwiches."
            ),
        ),
    ),
)
