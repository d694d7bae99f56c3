"""Health: appointments kept, and what the nurse writes; some of it is reserved for those with the grant."""

from rise_desk.services.demo.scenes.scene import FIRST, MIDDLE, Chapter, Scene

CLINIC = (9 * 60, 16 * 60 + 30)

CHAPTERS = (
    Chapter(
        contact="seen_elsewhere",
        only="weekday",
        moments=(MIDDLE, FIRST),
        hours=CLINIC,
        seen="seen_with_others",
        place="Health centre, {town}",
        scenes=(
            Scene(
                "Went with {name} to the dentist. Two fillings, no fuss, and a sticker that was meant for somebody "
                "much younger.",
                "I earned that sticker.",
            ),
            Scene(
                "Optician: new glasses, chosen without hurry. {name} can read the number of the bus now.",
                "There are LEAVES on the trees.",
            ),
            Scene(
                "Waited with {name} for the asthma clinic. A new spacer, and a talk about smoke that was not a lecture."
            ),
            Scene(
                "Doctor’s appointment about sleep. {name} had written it down and read it out, and was listened to "
                "for a full quarter of an hour.",
                "She looked at me, not the screen.",
            ),
            Scene(
                "First appointment with child and adolescent mental health services, after a wait of five months. "
                "{name} went in alone, and came out saying that {she} would go again."
            ),
            Scene(
                "Vaccinations that were missed last year are done. {name} looked at the poster, and I looked at "
                "{name}.",
                "Is it over? Was that it?",
            ),
        ),
    ),
    Chapter(
        contact="office_visit",
        only="weekday",
        moments=(MIDDLE, FIRST),
        hours=CLINIC,
        seen="seen_alone",
        place="Nurse’s room",
        scenes=(
            Scene(
                "{name} came to the drop-in clinic and was in no hurry. We talked about sleep, food and headaches; a "
                "plan for breakfast.",
                by="nurse",
            ),
            Scene(
                "Health check done over two visits, as {name} preferred. Height, weight, eyes, teeth, and whatever "
                "else was on {her} mind.",
                "You explain it before you do it. That’s all I want.",
                by="nurse",
            ),
            Scene(
                "Saw {name} with {worker} waiting outside. Registered with a new practice in {town}, and chose the "
                "doctor from the photographs.",
                by="nurse",
            ),
            Scene(
                "We went through what a clinic may and may not tell others. {name} had expected worse.",
                "So you can’t just ring my house? Good.",
                by="nurse",
            ),
        ),
    ),
    Chapter(
        contact="office_visit",
        only="weekday",
        moments=(MIDDLE,),
        hours=CLINIC,
        seen="seen_alone",
        place="Nurse’s room",
        reserved="health",
        scenes=(
            Scene(
                "Follow-up with {name}. Results explained and nothing further needed. {She} asked that home is not "
                "told, is able to decide this, and it is respected.",
                by="nurse",
            ),
            Scene(
                "{name} asked for advice in confidence and was given it. Written information offered, and left here "
                "to be collected. Understands what would have to be shared and why.",
                by="nurse",
            ),
            Scene(
                "Medication review with {name}: half the dose since the last one, sleeping better. Next blood test in "
                "three months.",
                by="nurse",
            ),
            Scene(
                "Talked about what hurts when {name} is anxious, and what the body does. Breathing practised. To see "
                "the doctor with me, not alone.",
                by="nurse",
            ),
        ),
    ),
    Chapter(
        contact="phone_call",
        only="weekday",
        moments=(MIDDLE,),
        hours=CLINIC,
        reserved="health",
        scenes=(
            Scene(
                "The clinic rang with the result for {name}, as agreed to me and to nobody else. All clear. To be "
                "told in person on Thursday.",
                by="nurse",
            ),
            Scene(
                "Call with the specialist team about the waiting list. Moved up after the second letter; appointment "
                "in five weeks.",
                by="nurse",
            ),
        ),
    ),
    Chapter(
        contact="professionals_contact",
        only="weekday",
        moments=(MIDDLE,),
        hours=CLINIC,
        scenes=(
            Scene(
                "{school_nurse} rang: {name} comes by on Mondays for a plaster that is not needed, and a chat that is.",
                by="nurse",
                only="school",
            ),
            Scene(
                "Health review for looked-after children is done, and on time. {name} agreed to two of the three "
                "suggestions.",
                by="nurse",
                only="placed",
            ),
            Scene(
                "Letter from the hospital: discharged from the clinic, with a kind sentence about how {name} had "
                "handled it.",
                by="nurse",
            ),
        ),
    ),
)
