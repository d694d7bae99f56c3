"""The first contact after a case was opened, and the last before it closes."""

from rise_desk.services.demo.scenes.scene import LAST, OPENING, Chapter, Scene

AFTERNOON = (15 * 60 + 30, 18 * 60 + 30)
LESSONS = (9 * 60 + 10, 15 * 60 + 10)

CHAPTERS = (
    Chapter(
        contact="home_visit",
        moments=(OPENING,),
        hours=AFTERNOON,
        seen="seen_with_others",
        place="{home}",
        scenes=(
            Scene(
                "First visit. {Carer} let me in and {name} stayed on the stairs to begin with. I talked about what "
                "the team does and what it does not. By the end {she} had come down for a biscuit.",
                "Are you police?",
            ),
            Scene(
                "First visit, with {social_worker} making the introductions. {name} shook hands, which surprised all "
                "three of us. I explained what I write down and that it can be read.",
                "So there’s a book about me.",
            ),
            Scene(
                "Met {name} for the first time, at the kitchen table. {She} did the talking for both of us for a "
                "while, about nothing, very fast. I will come again before asking anything.",
                "Do you want squash? It’s only orange.",
            ),
            Scene(
                "My first visit. {name} had been told that somebody nice was coming, and was on guard for that "
                "reason. I said that I am punctual, at least.",
                "Okay. Punctual’s good.",
            ),
            Scene(
                "First visit, half an hour. {name} answered in single words, {carer} in long sentences. Both were "
                "glad, I think, when I asked about {pet}."
            ),
            Scene(
                "Introduced myself at the door, and was asked to wait. Ten minutes later {name} came out with a coat "
                "on: we may talk, but outside.",
                "Round the block. Then we’ll see.",
            ),
        ),
    ),
    Chapter(
        contact="seen_elsewhere",
        moments=(OPENING,),
        hours=LESSONS,
        only="term",
        seen="seen_alone",
        place="{School}",
        scenes=(
            Scene(
                "First meeting, at {school}, because {name} would rather not have it at home. {teacher} brought "
                "{them} over and left us the room with the plants.",
                "Everyone’s going to think I’m thick or in trouble.",
                only="school",
            ),
            Scene(
                "First meeting at {school}, in the canteen before the rush. {name} knew more about the team than I "
                "had expected; {friend} had told {them}.",
                only="college",
            ),
            Scene(
                "Met {name} for the first time in {cafe}, with {carer} at another table. {She} sat where {she} could "
                "see the door, so I sat with my back to it.",
                "I always sit here. Just so you know.",
                place="{Cafe}",
            ),
            Scene(
                "First talk, walking along {outdoors}, at {her} suggestion. I said my name twice and was called by it "
                "at the end.",
                "How long do people like you usually last?",
                place="{Outdoors}",
            ),
        ),
    ),
    Chapter(
        contact="home_visit",
        moments=(LAST,),
        hours=AFTERNOON,
        seen="seen_with_others",
        place="{home}",
        scenes=(
            Scene(
                "Last visit at home. {Carer} had made a cake. We said what we had liked about working together, which "
                "was hard for all of us."
            ),
            Scene(
                "Last visit. {name} walked me to the car and knocked on the window, twice, as {she} always {has}.",
                "Bye then. Drive safe. Indicate.",
            ),
            Scene(
                "Said goodbye today. {name} has a card with three names on it, in {her} own writing, and mine is not "
                "among them, which is as it should be."
            ),
            Scene(
                "Last visit, the shortest of all. {name} did not want it to be a thing, so it was not a thing. On the "
                "step {she} turned round.",
                "You know where I live.",
            ),
        ),
    ),
    Chapter(
        contact="seen_elsewhere",
        moments=(LAST,),
        hours=LESSONS,
        seen="seen_alone",
        place="{Cafe}",
        scenes=(
            Scene(
                "Last time in {cafe}. {name} paid, with {her} own money, and would not hear of anything else.",
                "You can get the next one. Oh wait.",
            ),
            Scene(
                "Met at {school} for the last time. {name} showed me the bench where we first sat and said it used to "
                "be bigger.",
                "I thought you’d be gone in a week.",
                only="school",
                place="{School}",
            ),
            Scene(
                "A last walk along {outdoors}. We counted the visits and got to different numbers.",
                "It felt like more. In a good way.",
                place="{Outdoors}",
            ),
        ),
    ),
    Chapter(
        contact="office_visit",
        only="weekday",
        moments=(LAST,),
        hours=AFTERNOON,
        seen="seen_alone",
        place="The office, small room",
        scenes=(
            Scene(
                "{name} came in for the closing talk and asked who else reads the file once it is shut. I told "
                "{them}, and how to ask to see it.",
                "I might want it when I’m thirty.",
            ),
            Scene(
                "Closing talk at the office, with the whole team looking in by chance, one after the other. {name} "
                "saw through it.",
                "You’re all so bad at secrets.",
            ),
        ),
    ),
)
