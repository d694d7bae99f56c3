"""The morning meeting: a line or two about one child, and what somebody takes away from it."""

from rise_desk.services.demo.scenes.scene import ENDING, FIRST, MIDDLE, REFERRAL, Chapter, Scene

HOURS = (9 * 60 + 10, 9 * 60 + 50)

CHAPTERS = (
    Chapter(
        contact="morning_meeting",
        only="weekday",
        moments=(FIRST, MIDDLE),
        hours=HOURS,
        scenes=(
            Scene("A quiet night. {worker} sees {name} this week and asks about the bus.", by="head"),
            Scene("Asked the police for a patrol past the house between ten and midnight. Agreed.", by="supervisor"),
            Scene(
                "The missing-person coordinator reads out what is new; nothing of {name}, for the third week.",
                by="head",
            ),
            Scene("Health had a call from {school_nurse}. She will say more to {worker} alone.", by="nurse"),
            Scene(
                "Police bring a name that may or may not matter here. {worker} does not ask {name} about it yet.",
                by="police",
            ),
            Scene("Agreed that {carer} is rung before noon, and not by three of us.", by="head"),
            Scene(
                "{worker} is away from Thursday; who stands in was decided and {name} knows the face.", by="supervisor"
            ),
            Scene("Heard that {name} slept well after Tuesday. Written here because good news gets lost.", by="head"),
        ),
    ),
    Chapter(
        contact="morning_meeting",
        only="weekday",
        moments=(REFERRAL,),
        hours=HOURS,
        scenes=(
            Scene("New on the board this morning. Screening goes to the manager by the end of the week.", by="head"),
        ),
    ),
    Chapter(
        contact="morning_meeting",
        only="weekday",
        moments=(ENDING,),
        hours=HOURS,
        scenes=(
            Scene("Off the board from next week, with everybody’s leave. {worker} tells {name} first.", by="head"),
        ),
    ),
)
