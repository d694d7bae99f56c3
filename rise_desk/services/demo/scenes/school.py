"""Meetings at school and college."""

from rise_desk.services.demo.scenes.scene import ENDING, FIRST, MIDDLE, REFERRAL, Chapter, Scene

LESSONS = (9 * 60 + 10, 15 * 60 + 10)

CHAPTERS = (
    Chapter(
        contact="seen_elsewhere",
        only="term",
        moments=(FIRST,),
        hours=LESSONS,
        seen="seen_alone",
        place="{School}",
        scenes=(
            Scene(
                "Met {name} in the library at {school}, at {her} choice. We did not talk about the referral at all. "
                "{She} showed me where {she} sit{s} at lunch and with whom.",
                "If anyone asks, you’re from the dentist’s.",
                only="school",
            ),
            Scene(
                "{teacher} lent us the small office with the window. {name} kept {her} coat on, and stayed for the "
                "whole lesson.",
                only="school",
            ),
            Scene(
                "Walked twice round the field at {school}. {name} walks fast when a question is too big, so I let it "
                "be big and we walked.",
                only="school",
            ),
            Scene(
                "Met {name} between lessons. We agreed on a sign for days on which {she} {does} not want to be "
                "fetched out of class.",
                "If my bag’s on the table, leave it.",
                only="school",
            ),
        ),
    ),
    Chapter(
        contact="seen_elsewhere",
        only="term",
        moments=(MIDDLE,),
        hours=LESSONS,
        seen="seen_alone",
        place="{School}",
        scenes=(
            Scene(
                "Saw {name} at lunch. Attendance is up on last month and {teacher} told {them} so while I was there.",
                "Got a thumbs up. In front of people.",
                only="school",
            ),
            Scene(
                "{name} had left a lesson before I came and was sitting on the wall outside {school}. I sat on it "
                "too. It was about a seat beside somebody, and {teacher} has moved the seat.",
                only="school",
            ),
            Scene(
                "Mock exams this week. {name} had slept and eaten, and wanted to be tested on the water cycle.",
                "Evaporation. Obviously.",
                only="school older",
            ),
            Scene(
                "Ten minutes only, in the corridor. {name} wanted me to know that the message had stopped.",
            ),
            Scene(
                "We used the free period to ring the clinic together. {name} spoke; I held the diary.",
            ),
            Scene(
                "{name} has a reading buddy in year 7 and takes it very seriously.",
                "She’s tiny. She reads better than me.",
                only="school",
            ),
            Scene(
                "Met in the art room at {school}, which is empty after lunch. There had been talk in the year group. "
                "{teacher} will speak to two people, without names.",
                only="school",
            ),
            Scene(
                "The lift was broken, so we met on the ground floor, by the fish tank. {name} has named the fish.",
                "That one’s Ofsted.",
            ),
            Scene(
                "{name} is on full days again from today. We had hot chocolate to mark it.",
                only="school",
            ),
            Scene(
                "{name} told me about a car that had waited by the gates on Monday. {She} had gone back in and told "
                "the desk, as planned. {teacher} has the details and the police have them too.",
                "I remembered the plan. My legs just did it.",
                only="school",
            ),
            Scene(
                "Sat in the common room at {school}. {name} is the one others ask when the printer jams.",
                only="college",
            ),
            Scene(
                "{name} had handed in a piece of work two days early and was looking for somebody to tell.",
                only="college",
            ),
            Scene(
                "We looked at the bursary form with {teacher}. It is eleven pages, and it is done.",
                only="college",
            ),
            Scene(
                "Saw {name} in the break. The first wage slip was in {her} pocket and came out twice.",
                "That’s mine. I earned that.",
                only="training",
            ),
        ),
    ),
    Chapter(
        contact="professionals_contact",
        only="term",
        moments=(MIDDLE, FIRST),
        hours=LESSONS,
        place="{School}",
        scenes=(
            Scene(
                "School meeting with {teacher} and {carer}. Lateness is down. There is a place in the quiet room for "
                "the first lesson on days after a bad night, no questions asked.",
                only="school",
            ),
            Scene(
                "Attendance meeting at {school}. Four days missed this month against eleven in the last. {teacher} "
                "asked what had changed and was content with ‘several small things’.",
                only="school",
            ),
            Scene(
                "{teacher} and I agreed on what is said in class when {name} is away: poorly, and nothing else.",
                only="school",
            ),
            Scene(
                "Talk with the exams officer about a separate room. {name} had asked for it. Granted.",
                only="school older",
            ),
            Scene(
                "Looked at the education plan with {teacher}. One target was about behaviour; it is now about sleep.",
                only="school",
            ),
            Scene(
                "Tutor meeting at {school}. They would like {name} to stay on the course and will be flexible about "
                "Mondays.",
                only="college",
            ),
            Scene(
                "Spoke to {teacher} at the workshop. {name} is careful with tools and with people, in that order.",
                only="training",
            ),
        ),
    ),
    Chapter(
        contact="professionals_contact",
        only="term",
        moments=(REFERRAL,),
        hours=LESSONS,
        scenes=(
            Scene(
                "Rang {teacher} at {school} for the school’s account. Worries since half term: tired, a second phone, "
                "picked up by somebody staff did not know. The referral form follows.",
            ),
            Scene(
                "{teacher} sent the attendance for the term. Mondays are the pattern.",
            ),
            Scene(
                "Asked {school} who {name} talks to there. Answer: the woman in the office, always. I will start with "
                "her.",
            ),
        ),
    ),
    Chapter(
        contact="seen_elsewhere",
        only="term",
        moments=(ENDING,),
        hours=LESSONS,
        seen="seen_alone",
        place="{School}",
        scenes=(
            Scene(
                "{teacher} will take over the Friday talk. {name} chose the room.",
            ),
            Scene(
                "Introduced {name} to the new youth worker at {school}, a person who laughs easily. They have swapped "
                "numbers.",
                "She’s not you but she’s okay.",
            ),
        ),
    ),
)
