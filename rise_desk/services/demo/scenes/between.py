"""Between the visits, in the middle of a case: calls, messages, letters, and what other agencies say."""

from rise_desk.services.demo.scenes.scene import FIRST, MIDDLE, Chapter, Scene

AFTER = (15 * 60 + 40, 18 * 60 + 40)
DAYTIME = (9 * 60, 17 * 60 + 30)

CHAPTERS = (
    Chapter(
        contact="phone_call",
        moments=(MIDDLE,),
        hours=DAYTIME,
        scenes=(
            Scene(
                "{Carer} rang from work in the break: could the visit be on Wednesday, because there will be a "
                "birthday and I should come for it."
            ),
            Scene(
                "{Carer} asked whether it is right to say no to a sleepover. It is, and it is also right to say yes "
                "to the next one, with a number and an address."
            ),
            Scene(
                "Short call with {carer}. {name} has begun to leave the phone downstairs on two nights a week, unasked."
            ),
            Scene(
                "{Carer} told me that {name} cried over nothing and then ate well. I said that this can be a good week."
            ),
            Scene(
                "{Carer} is taking the night number off the fridge because {name} knows it by heart now. We agreed to "
                "leave it up a while longer."
            ),
            Scene("Rang {carer} about the lock. It is fitted. Everybody sleeps."),
            Scene(
                "{Carer} had been told something by a neighbour that may be nothing. We wrote it down as it was said, "
                "with the day, and left it there."
            ),
            Scene(
                "{Carer} rang to cancel, apologised four times, and then stayed on the line for half an hour. It was "
                "the right call to have."
            ),
            Scene(
                "Rang {teacher} at lunch. {name} is in, has eaten, and is in a mood. All three are fine.", only="term"
            ),
            Scene(
                "Rang the duty desk at the council for {carer} about the missing allowance. It was on the wrong page "
                "of the form.",
                only="weekday",
            ),
        ),
    ),
    Chapter(
        contact="professionals_contact",
        moments=(MIDDLE,),
        hours=DAYTIME,
        only="weekday",
        scenes=(
            Scene(
                "Neighbourhood officer rang to say that the lights in the underpass are mended, which {name} had "
                "asked about. I will pass on that it was {her} doing."
            ),
            Scene(
                "Spoke to the school transport office. A taxi with the same driver each day, checked and named.",
                only="term",
            ),
            Scene(
                "Case discussion with the drugs worker: no worry about use, some worry about who offers. She will "
                "join a visit."
            ),
            Scene(
                "Independent reviewing officer rang before the review to hear the child’s view from somebody who sees "
                "{them} weekly. I read {her} words out.",
                only="placed",
            ),
            Scene(
                "Talked to the phone company’s safety desk with {carer} on the line. Two numbers blocked and the "
                "history kept."
            ),
            Scene(
                "Interagency meeting on the bus station: more staff in the evening and a phone at the kiosk. {name} "
                "will not know that it began with {them}, and it did."
            ),
            Scene(
                "Spoke with the family doctor’s receptionist about sending letters to the right address. Done, and "
                "tested with one about nothing."
            ),
            Scene(
                "The advocate has seen {name} twice and will speak for {them} at the review. They get on.",
                only="placed",
            ),
            Scene(
                "Housing panel: {name} has a place on the list for a supported flat from next year, near the college.",
                only="supported_or_semi_independent",
            ),
            Scene("Police asked for a photograph for the missing pack. {name} chose which.", by="police"),
            Scene(
                "Officer’s update: two adults spoken to about the flat in {town}, visits will go on. What may be told "
                "to {name} was agreed line by line.",
                by="police",
            ),
            Scene("{counsellor} asked for one thing, that appointments are not on Mondays. Moved."),
            Scene(
                "Plan reviewed in supervision. We took out two actions that were ours and helped nobody but us.",
                by="head",
            ),
            Scene(
                "Read the last ten notes as manager. I can hear {name} in them. One date is missing and will be added.",
                by="head",
            ),
            Scene(
                "The interpreter service has confirmed somebody from outside the county for the next three dates.",
                only="interpreter",
            ),
            Scene(
                "Youth offending team: the matter from last year is closed, with a line on the file that {name} had "
                "been made to carry things."
            ),
            Scene(
                "{teacher} sent three good words by email, and asked for them to be read to {name} before the "
                "meeting. Done."
            ),
        ),
    ),
    Chapter(
        contact="meeting_with_family",
        moments=(MIDDLE, FIRST),
        hours=AFTER,
        place="{home}",
        scenes=(
            Scene(
                "{Carer} had questions about court and I had some of the answers. We wrote down the others for the "
                "officer.",
                only="court",
            ),
            Scene(
                "Sat with {carer} over the family tree. An aunt was added who had been forgotten for years and lives "
                "two streets away.",
                only="kin",
            ),
            Scene(
                "{Carer} wants to know what to do with anger. So would I. We found two things that have worked before.",
                only="kin",
            ),
            Scene(
                "House meeting with {carer} and the other young people. The rule about visitors was explained, argued "
                "over and kept.",
                only="childrens_home",
            ),
            Scene(
                "Talked with {carer} about leave: who stands in, who is told, what {name} likes when nobody familiar "
                "is there.",
                only="placed",
            ),
        ),
    ),
    Chapter(
        contact="text_or_message",
        moments=(MIDDLE,),
        hours=(15 * 60 + 45, 20 * 60),
        scenes=(
            Scene("{name} asked whether I had seen the moon. I had.", "its MASSIVE"),
            Scene("Sent {name} the address for tomorrow and a picture of the door, so that it can be found."),
            Scene(
                "{name} sent a list headed ‘things i want to say’, five lines, and asked me to bring it to the "
                "meeting.",
                "dont change the spelling its my spelling",
            ),
            Scene("Message from {name}: lost key, sitting at the neighbour’s, all fine. {Carer} told."),
            Scene(
                "{name} asked what I would do about a mate who keeps asking to borrow money. We went back and forth "
                "for twenty minutes."
            ),
            Scene(
                "I wrote that I was thinking of {them} today, because of the date. The answer came late and was one "
                "heart."
            ),
        ),
    ),
    Chapter(
        contact="email_or_letter",
        moments=(MIDDLE,),
        hours=DAYTIME,
        scenes=(
            Scene(
                "Wrote to {school} asking that {name} is not taken out of lessons for meetings that could be at four "
                "o’clock.",
                only="school",
            ),
            Scene("Reply from the council about the street lamp: ordered, six weeks. Copy to {name}, who asked first."),
            Scene("Report for the review written and sent. {name} read it before anybody else and put two commas in."),
            Scene("Letter to the landlord about the street door, signed by {carer} and me.", only="with_family"),
            Scene(
                "{teacher} emailed the mock results. I left it to {name} to tell me, and by evening {she} had.",
                only="school older",
            ),
        ),
    ),
    Chapter(
        contact="not_recorded",
        moments=(MIDDLE,),
        hours=DAYTIME,
        scenes=(
            Scene(
                "From the day book, copied in later: {name} looked in, was well, left a message for {worker}.",
                by="supervisor",
            ),
            Scene(
                "Found on the duty sheet: a call about {name}, no name taken, nothing worrying said. Put here so that "
                "it is somewhere.",
                by="supervisor",
            ),
        ),
    ),
)
