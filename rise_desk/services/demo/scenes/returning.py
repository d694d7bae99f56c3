"""After somebody was missing, and when an adult was named: told plainly, without detail that nobody needs here."""

from rise_desk.services.demo.scenes.scene import MIDDLE, Chapter, Scene

DAY = (9 * 60 + 30, 18 * 60)
AFTER = (15 * 60 + 40, 18 * 60 + 40)

CHAPTERS = (
    Chapter(
        contact="home_visit",
        moments=(MIDDLE,),
        hours=AFTER,
        seen="seen_alone",
        place="{home}",
        scenes=(
            Scene(
                "Talk after {name} came back in the night. Food first. {She} had left because of a row, walked for a "
                "long time, and sat in the all-night launderette because it is warm. Nobody harmed {them}. What would "
                "help: a place to go that is not the street.",
                "I wasn’t going anywhere. I was going away from.",
            ),
            Scene(
                "Return talk, the morning after. {name} was with {friend} at a cousin’s, with the phone flat. {Carer} "
                "and {name} have agreed on a charger in every bag.",
                "I know. I know. I KNOW. I’m sorry though.",
            ),
            Scene(
                "{name} talked about Friday: a lift home that went somewhere else first. {She} asked to be let out at "
                "the garage and rang from the till. The woman at the till is to be thanked, and the police know the "
                "rest.",
                "I did the thing we practised. I said I feel sick.",
            ),
            Scene(
                "Return talk offered and taken. {name} wished to have it on the move, so we drove to the reservoir "
                "and back. Where {she} had been is known to the police; why is about a message that said somebody was "
                "hurt. It was not true.",
                "It sounded real. It sounded like her.",
            ),
            Scene(
                "{name} did not want to talk about the weekend, and that is {her} right. I said when I am free and "
                "that I am glad to see {them}. We did the crossword.",
                "Seven letters, ‘let it lie’.",
            ),
            Scene(
                "Sat with {name} after the night away. {She} had slept at the hospital’s waiting room, in sight of "
                "the desk, on purpose. That is good thinking on a bad night, and I said so."
            ),
        ),
    ),
    Chapter(
        contact="phone_call",
        moments=(MIDDLE,),
        hours=DAY,
        scenes=(
            Scene(
                "{Carer} rang at ten: {name} not home, phone off. Reported at half past ten, coordinator told. Rang "
                "again at one in the morning: home, cold, well. {name} and I spoke briefly the next day, with toast."
            ),
            Scene(
                "The coordinator rang: {name} was found by officers at the bus station in {town} and taken home. "
                "Return talk offered; {name} said not this time, and that it may be offered again."
            ),
            Scene(
                "{name} rang {carer} from a stranger’s phone to be fetched, which is the plan, and it worked. "
                "Collected within twenty minutes. No questions asked, as we had agreed."
            ),
        ),
    ),
    Chapter(
        contact="seen_elsewhere",
        moments=(MIDDLE,),
        hours=AFTER,
        seen="seen_alone",
        place="In the car",
        scenes=(
            Scene(
                "{name} told me that somebody called {adult} has messaged twice since Sunday. {She} showed me, we "
                "kept a picture of it, and {she} {has} not answered. Passed to the police today.",
                "I don’t want anyone in trouble. I want it to stop.",
            ),
            Scene(
                "{name} mentioned {adult} again, in passing: offers of lifts, always when it rains. I asked nothing "
                "more there and then, and wrote it down straight after."
            ),
            Scene(
                "{name} is not sure whether {adult} is one person or two who share a phone. That is worth knowing and "
                "is passed on just so, as not sure."
            ),
            Scene(
                "We talked about why a grown-up like {adult} would be so generous. {name} had an answer ready and "
                "then another one.",
                "Nothing’s free. I get that now.",
            ),
        ),
    ),
    Chapter(
        contact="professionals_contact",
        moments=(MIDDLE,),
        hours=DAY,
        reserved="intelligence",
        scenes=(
            Scene(
                "Information about {adult} from two calls put side by side; same first name, not shown to be the same "
                "person. Sent in as a report, reference to follow.",
                by="police",
            ),
            Scene(
                "Neighbourhood officers will pass the address connected with {adult} twice an evening this week. "
                "{name} is not to be linked with it in any way.",
                by="police",
            ),
            Scene(
                "Checked what is held about {adult}. Nothing that can be shared wider; the worker is told what the "
                "safety plan needs.",
                by="police",
            ),
        ),
    ),
    Chapter(
        contact="professionals_contact",
        moments=(MIDDLE,),
        hours=DAY,
        scenes=(
            Scene(
                "Told the officer what {name} said about {adult}, in {her} words and not in mine. It is an account, "
                "not yet more."
            ),
            Scene(
                "{adult} has been spoken to by officers about being seen near the school gates. What {name} should "
                "know of it was agreed, and I will be the one to say it.",
                by="police",
            ),
        ),
    ),
)
