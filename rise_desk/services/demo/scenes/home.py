"""Visits at home and in the placement."""

from rise_desk.services.demo.scenes.scene import ENDING, FIRST, MIDDLE, Chapter, Scene

AFTERNOON = (15 * 60 + 40, 18 * 60 + 45)

CHAPTERS = (
    Chapter(
        contact="home_visit",
        moments=(FIRST,),
        hours=AFTERNOON,
        seen="seen_with_others",
        place="{home}",
        scenes=(
            Scene(
                "A short visit. We filled in the page of who is who. {name} put {pet} at the top.",
                "He’s the only one who listens. Write that.",
            ),
            Scene(
                "Visited with the plan for the first six weeks. {name} crossed out one line and wrote another, which "
                "is better than mine.",
            ),
            Scene(
                "{Carer} showed me the room and asked about a lock for the bathroom; the landlord will be rung. "
                "{name} listened from the landing.",
                only="with_family",
            ),
            Scene(
                "{Carer} and I went through the house times together, with {name} there. Two things were changed at "
                "{her} suggestion.",
                "I’m not asking for midnight. I’m asking for nine.",
                only="placed",
            ),
            Scene(
                "Met {social_worker} at the door and we went in together, so that {name} need not say things twice.",
            ),
            Scene(
                "A noisy tea-time. I stayed for half an hour, helped to carry plates, and said who I was to everybody.",
                only="with_family",
            ),
            Scene(
                "{name} did not want to sit down, so we stood at the back door and looked at the rain. It went well "
                "enough.",
                "You can come again. Not Mondays.",
            ),
            Scene(
                "I left a card with my number and the night number. {name} put both in {her} phone under names of "
                "{her} choosing.",
                "You’re Dentist. Nobody rings back a dentist.",
            ),
        ),
    ),
    Chapter(
        contact="home_visit",
        moments=(MIDDLE,),
        hours=AFTERNOON,
        seen="seen_alone",
        place="{home}",
        scenes=(
            Scene(
                "Planned visit. We talked in the kitchen while {carer} was out of the room, as {name} likes it. The "
                "week had two good days in it and {she} could say why.",
                "Tuesday was good because nobody wanted anything.",
            ),
            Scene(
                "{name} was tired and said so. We kept it to twenty minutes and watched half a programme about sharks.",
                "They never stop swimming. Same.",
            ),
            Scene(
                "We went through the messages on the new number together. Nothing there from anybody {she} {does} not "
                "know. {name} has turned off the location on two apps.",
            ),
            Scene(
                "{name} had written down three questions for me. I could answer two. The third, about the court date, "
                "I will ask the officer.",
                "I wrote them so I wouldn’t go red.",
                only="court",
            ),
            Scene(
                "We did the safety plan again from the beginning, because {name} thought the old one was for a "
                "younger child. The new one is in {her} own words.",
                "Step one: I ring someone. Step two: I don’t say sorry for ringing.",
                only="older",
            ),
            Scene(
                "We drew the safe places on a map of {town}, with a colour for each. The library got two colours.",
                "The library’s safe and it’s warm.",
                only="younger",
            ),
            Scene(
                "{Carer} had found a good way through the evening: supper late, phone in the basket at ten, no "
                "lectures. {name} shrugged, which I took as a yes.",
                only="kin",
            ),
            Scene(
                "There had been an argument about washing. It was about something else, and {name} found the words "
                "for it after a while.",
                "It’s not the washing, is it.",
            ),
            Scene(
                "A visit in two halves: first {name}, then the door opened and the rest of the house joined in.",
                only="with_family",
            ),
            Scene(
                "{name} was moving {her} furniture round and I held the other end of the bed. We talked more in that "
                "half hour than in the last three visits.",
                "I want to see the door when I wake up.",
            ),
            Scene(
                "The anniversary of the move is on Sunday. We thought about what to do with the day, and settled on "
                "the cinema with {carer}.",
                only="placed",
            ),
            Scene(
                "{name} asked to see what I write. I read the last note out loud. {She} asked for one word to be "
                "changed and I changed it in today’s.",
                "I wasn’t upset, I was annoyed. It’s different.",
            ),
            Scene(
                "Curtains closed in the afternoon. {name} had slept badly again. We looked at what had helped before: "
                "the radio, the window, no phone under the pillow.",
            ),
            Scene(
                "The new timetable for contact is on the wall. {name} can see {her} sisters every second Saturday.",
                "Finally someone wrote it down.",
                only="placed",
            ),
            Scene(
                "{name} made the tea today and sat me down with it. We spoke about the adults who had asked things of "
                "{them} and about what a friend does not ask.",
                "A friend doesn’t count what you owe.",
            ),
            Scene(
                "I came with the answer about the bus pass, which is yes. That set the tone.",
            ),
            Scene(
                "We practised what to say when somebody rings from a withheld number. {name} does a very good bored "
                "voice.",
                "Wrong number, bye.",
            ),
            Scene(
                "{name} showed me a box with things that had been given to {them}. Nothing had to be decided about it "
                "today. It went back on the shelf.",
                "I don’t want it but I don’t want to chuck it.",
            ),
            Scene(
                "A quiet visit. We peeled potatoes. Nothing was asked and a good deal was said.",
            ),
            Scene(
                "{Carer} is back on days and the house is calmer for it. {name} said that breakfast is a thing now.",
                only="kin",
            ),
            Scene(
                "Visited after the hospital appointment of {her} grandmother. {name} had gone along and held the "
                "papers.",
                only="kin",
            ),
            Scene(
                "Staff had saved {them} some supper. We ate it cold and talked about Saturday, when {name} came back "
                "at the time {she} had said.",
                only="childrens_home",
            ),
            Scene(
                "{name} has the bigger room now that another young person has moved on. We put up a shelf.",
                only="childrens_home",
            ),
            Scene(
                "We went through the first bills together. Water is included, the television licence is not.",
                "Nobody tells you this stuff.",
                only="supported_or_semi_independent",
            ),
        ),
    ),
    Chapter(
        contact="home_visit",
        moments=(ENDING,),
        hours=AFTERNOON,
        seen="seen_with_others",
        place="{home}",
        scenes=(
            Scene(
                "We read the first plan and the last one side by side. {name} laughed at the first.",
                "I sound so mad in that one.",
            ),
            Scene(
                "Went through who to ring after I have gone: {carer}, {teacher}, the night number. {name} rang the "
                "night number to hear who answers.",
                "She sounded nice. She had a cold.",
            ),
            Scene(
                "{name} told me what to write in the last report. I wrote it as it was said.",
                "Say I did it. Say you helped a bit.",
            ),
            Scene(
                "We agreed how {name} can come back if {she} ever want{s} to: one call, no form, no reason needed.",
            ),
            Scene(
                "{Carer} asked whether it is too soon. We looked at the last three months together, week by week, and "
                "the weeks answered.",
            ),
        ),
    ),
)
