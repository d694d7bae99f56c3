"""Calls, messages and letters with young people and those at home."""

from rise_desk.services.demo.scenes.scene import ENDING, FIRST, MIDDLE, REFERRAL, Chapter, Scene

DAYTIME = (9 * 60, 19 * 60)
EVENING = (15 * 60 + 45, 20 * 60)

CHAPTERS = (
    Chapter(
        contact="phone_call",
        moments=(REFERRAL,),
        hours=DAYTIME,
        scenes=(
            Scene(
                "Rang {carer} to say that the referral has come and what happens next. Worried, glad of the call, and "
                "free on two afternoons this week.",
                by="supervisor",
            ),
            Scene(
                "Duty call from {carer}, asking whether anybody had read the form yet. I had, and said so.",
            ),
            Scene(
                "{Carer} rang back. {name} knows of the referral and was cross for an hour and then asked what we are "
                "like.",
            ),
            Scene(
                "Call to {social_worker}: already visiting weekly, would like us to join rather than start again. "
                "Agreed in principle; goes to screening tomorrow.",
                by="supervisor",
            ),
        ),
    ),
    Chapter(
        contact="phone_call",
        moments=(FIRST,),
        hours=DAYTIME,
        scenes=(
            Scene(
                "{Carer} rang at lunch: {name} had gone to school today without being asked. We agreed to say nothing "
                "about it and to be pleased.",
                only="term",
            ),
            Scene(
                "Call with {carer} about what I pass on and what stays between {name} and me. {Carer} would like to "
                "know more and understands why not.",
            ),
            Scene(
                "{Carer} asked how to talk about it at all. I said: briefly, often, in the car.",
                only="kin",
            ),
        ),
    ),
    Chapter(
        contact="phone_call",
        moments=(MIDDLE,),
        hours=DAYTIME,
        scenes=(
            Scene(
                "{Carer} rang. {name} was home by half past nine, as agreed, and had rung ahead to say so.",
            ),
            Scene(
                "Call with {carer}. A hard weekend with shouting, and then a long talk on Sunday evening that neither "
                "of them had planned.",
                only="kin",
            ),
            Scene(
                "{Carer} rang to say that a parcel had come for {name} with no sender. It is in a bag in the hall; I "
                "will take it to the police tomorrow. {name} was not blamed for it.",
            ),
            Scene(
                "Rang to move Thursday to Friday. {Carer} was in the supermarket and told me the news between the "
                "shelves: three good weeks.",
            ),
            Scene(
                "{Carer} had kept a list of the calls that came at night, with times. I have asked the phone "
                "company’s form for it and praised the list.",
            ),
            Scene(
                "{Carer} sounded worn out. I listened, and gave the number of the parent-support worker again; this "
                "time it was written down.",
                only="kin",
            ),
            Scene(
                "Long call with {carer} about the summer: who is where in which week, and who looks in.",
                only="early_summer",
            ),
            Scene(
                "{Carer} told me that {name} had said sorry to the neighbour of {her} own accord.",
            ),
            Scene(
                "{Carer} rang about a new app. We looked at the settings together over the phone, each with a screen "
                "in front of us.",
            ),
            Scene(
                "Voicemail from {carer}: nothing wrong, just wanted me to know that {name} ate with everybody on "
                "Sunday.",
            ),
            Scene(
                "Handover call with {carer} after the night shift. {name} had come down at two for a glass of milk "
                "and a talk, then slept.",
                only="childrens_home",
            ),
            Scene(
                "{Carer} asked whether {name} may go on the trip to the sea. I see no reason why not and said so to "
                "{social_worker} as well.",
                only="placed",
            ),
            Scene(
                "{Carer} heard from {her} aunt that people are talking. We agreed on one sentence that everybody in "
                "the family will use.",
                only="kin",
            ),
        ),
    ),
    Chapter(
        contact="phone_call",
        moments=(MIDDLE,),
        hours=EVENING,
        scenes=(
            Scene(
                "{name} rang me, for the first time. It was about a lost bus pass, and then it was about something "
                "else.",
                "I didn’t know who else to ring so I rang you.",
            ),
            Scene(
                "{name} rang from the bus stop in {town}: somebody had called {her} name from a car. We stayed on the "
                "line until {she} {was} indoors. Plate and time are with the police.",
                "I’m walking, I’m not stopping, keep talking.",
            ),
            Scene(
                "Evening call. {name} wanted to know whether a person can be in trouble for what others sent. I said "
                "no, and why, and that we will tell the officer together.",
                only="older",
            ),
        ),
    ),
    Chapter(
        contact="text_or_message",
        moments=(FIRST, MIDDLE),
        hours=EVENING,
        scenes=(
            Scene(
                "Texted to ask about tomorrow. Answer within a minute: a thumb, and then a second thumb.",
            ),
            Scene(
                "{name} sent a photograph of a dinner {she} had made, without words.",
            ),
            Scene(
                "Message from {name} at eleven at night asking whether I work at night. I answered in the morning, "
                "and gave the night number again.",
                "u awake? its not urgent",
            ),
            Scene(
                "{name} cancelled by message, with a reason and another day. That is new.",
                "cant do weds got detention lol. thurs?",
            ),
            Scene(
                "Sent the three dates we had agreed. {name} answered with a picture of a calendar with one of them "
                "circled.",
            ),
            Scene(
                "No answer to two messages this week. {Carer} says all is well; I will look in on Thursday as planned.",
            ),
        ),
    ),
    Chapter(
        contact="text_or_message",
        moments=(MIDDLE,),
        hours=EVENING,
        scenes=(
            Scene(
                "{name} forwarded a message from a number {she} {does} not know and asked what to do. Kept, not "
                "answered, and passed to the police the same hour.",
                "it says it knows me. i dont know it",
            ),
            Scene(
                "A string of messages about {pet}, who is at the vet. All well by evening.",
                "HE ATE A SOCK",
            ),
            Scene(
                "{name} asked by message for the spelling of ‘apprenticeship’ and then of ‘sincerely’.",
                only="older",
            ),
            Scene(
                "Wished {name} luck for today. Got a nervous face back, and at four o’clock a happier one.",
            ),
            Scene(
                "{name} wrote that {she} had got in at ten and that I could stop worrying.",
                "im in. u can sleep now",
            ),
            Scene(
                "Message to say the second phone is switched off and in the drawer, with a picture of the drawer.",
            ),
        ),
    ),
    Chapter(
        contact="email_or_letter",
        moments=(MIDDLE, FIRST),
        hours=DAYTIME,
        scenes=(
            Scene(
                "Wrote to {name} with what we had agreed, on one page, in large print, with the next date on top.",
            ),
            Scene(
                "Email to {social_worker} with a summary of the last four visits, read to {name} before it went.",
            ),
            Scene(
                "The housing office answered: {her} family is in band two. {Carer} has a copy.",
                only="with_family",
            ),
            Scene(
                "Letter from the youth club: {name} has a free place for the rest of the year.",
            ),
            Scene(
                "Sent the travel claim to {carer} with the boxes ticked in pencil.",
            ),
            Scene(
                "Postcard from {name}, from two days at the coast with {carer}. On the back: a drawing of a chip.",
                "Wish you were here. Not really. It’s freezing.",
            ),
        ),
    ),
    Chapter(
        contact="phone_call",
        moments=(ENDING,),
        hours=DAYTIME,
        scenes=(
            Scene(
                "{Carer} rang to ask what happens now. I went through it: who holds what, who to ring, and that "
                "ringing is never a failure.",
            ),
            Scene(
                "Call with {social_worker} about the ending. They stay, we go, the door stays open.",
            ),
        ),
    ),
    Chapter(
        contact="email_or_letter",
        moments=(ENDING,),
        hours=DAYTIME,
        scenes=(
            Scene(
                "Letter to {name} about the work we did, by hand, two pages. It says what {she} {is} good at.",
            ),
            Scene(
                "Closing summary sent to {school} and, with {her} agreement, to the family doctor.",
            ),
        ),
    ),
)
