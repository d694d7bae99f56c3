"""What the demonstration's return interviews say: before, during and after, in the children's words and the workers'.

Somebody listened in each of them; no child is asked to account for what others did.
"""

OWN_WORDS = (
    "I only wanted to be somewhere nobody was waiting up for me.",
    "It’s quiet there. That’s the whole of it.",
    "They said it would be an hour.",
    "I didn’t run. I walked.",
    "If you ask me who, I’ll go quiet, so ask me something else.",
    "It was fun until it wasn’t.",
    "I knew the way home. I just didn’t know what I’d say.",
    "You’re the first one who asked if I’d eaten.",
    "He’s nice to me when there’s no one else about.",
    "I owe them. I don’t know how much any more.",
    "When they argue I can hear it through the wall, so I go.",
    "My mum thinks I do it to hurt her. I don’t.",
    "I left my phone on so someone would look.",
    "Nobody makes me. Well. Nobody says it out loud.",
    "I fell asleep on the bus and it was the end of the line.",
    "I wanted to see my brother. That’s not missing, that’s visiting.",
    "She told me to wait in the car and I waited three hours.",
    "Next time I’ll text. I might text.",
    "The copper was all right. He gave me his gloves.",
    "I’m not scared of them. I’m scared of it never stopping.",
    "There’s always somebody up, that’s why I like it.",
    "They all know my name and I don’t know theirs.",
    "I said I was sixteen. They laughed.",
    "I don’t want anyone to get in trouble.",
    "It smells of dogs and it’s warm.",
    "Can you write down that I came back on my own?",
    "I was going to come home at ten. Then it was four.",
    "They took the SIM out and snapped it.",
    "I like it here really. It’s just the evenings.",
    "If I don’t go they come here.",
)
PUSH = (
    "Shouting at home after the letter from school.",
    "The new staff member did not know the rule about phones, and there was an argument.",
    "Sundays are long, and there is nobody of {her} own age in the house.",
    "{name} had heard that the placement might end, and heard it from another child.",
    "Sharing a room again since {carer}’s mother moved in.",
    "A bad mark, and a joke about it at tea.",
    "The week in which contact had been cancelled for the second time.",
    "Bullying on the bus, which {name} had not told anybody of.",
    "Nothing at home: {name} says that {carer} did all {she} could have asked for.",
    "No sleep; the flat above is loud until two.",
    "A court date that nobody had explained.",
    "{name} felt watched, since the search of the room.",
    "Worry about money, and that there would be none for the trip.",
    "Felt that everybody in the house was cross about last time.",
)
PULL = (
    "A message with a place and a time, and the promise of food.",
    "Somebody older who listens, as {name} puts it, and who never asks about school.",
    "Being expected: they count on {them} to be there.",
    "A debt that grows when {she} {does} not come.",
    "Music, a warm room, no clock.",
    "{friend} was going, and {name} did not want {them} to go alone.",
    "A new phone was to be handed over.",
    "To see family at the other end of the county.",
    "A car that comes to the corner and waits.",
    "The feeling of being chosen. {name} said this without being asked.",
    "They had photographs, and said what they would do with them.",
    "A party that everybody had talked of all week.",
    "Being given things and not having to say thank you.",
)
STAYED = (
    "On a sofa in a flat where three or four adults come and go.",
    "In the back room of a shop after it had closed.",
    "Outside most of the night, moving between the station and {outdoors}.",
    "With a girl of about seventeen who has her own place. {name} likes her.",
    "At {friend}’s, without {friend}’s family knowing.",
    "In two cars and a house; {name} could find the house again.",
    "In a caravan with a heater. Two others slept there.",
    "At an aunt’s, who thought that it had been agreed.",
    "In a stairwell, and then at a friend of a friend’s.",
    "Mostly at {cafe} and then walking about.",
    "In a house with no furniture but a mattress and a very large television.",
    "In a room over a takeaway, with the door to the street locked from inside.",
    "With people from online, whom {name} had not met before.",
)
TRAVELLED = (
    "By bus to {other_town} and on foot from there.",
    "Picked up at the corner of the road, and driven for half an hour.",
    "In a taxi that had been paid for.",
    "On foot, along {outdoors}.",
    "By train, without a ticket, and nobody asked.",
    "On the back of an e-bike.",
    "Lift from somebody’s cousin.",
    "Two buses, with a change at {other_town}.",
    "In a van, sitting on the floor in the back.",
)
HAPPENED = (
    "Television and a lot of waiting. Then somebody came who had not been there before, and {name} wanted to leave.",
    "There was drink. {name} had some, was sick, and was looked after by another girl.",
    "{name} was asked to carry a bag from one car to another. It was heavy and {she} did not look.",
    "Nothing happened, and that was what {she} had gone for.",
    "They filmed everything. {name} does not know where it is now.",
    "Two adults argued about who would drive {them} back. Nobody did.",
    "{name} slept most of it, and says that this was the first good night in a week.",
    "Somebody gave {them} a tablet for a headache, and the rest is not clear.",
    "They walked round shops, and the others took things. {name} waited outside.",
    "There was talk of a trip at the weekend. {name} said maybe.",
    "People came to the door all evening; {name} was asked to stay in the kitchen.",
    "A long talk in a parked car, about {her} family mostly.",
    "{name} would tell a part today, and another part when {she} {is} ready.",
)
THREATS = (
    "They know where the school is, and said so.",
    "{name} was told that {carer}’s windows are easy to reach.",
    "No threat that {name} would call one.",
    "That the photographs would go to everybody in the year.",
    "Told not to speak to us, in a friendly voice.",
    "That the money must be there by Friday.",
)
PHONES = (
    "The second phone is theirs; {name} hands it back each time.",
    "Messages come through a game, where {carer} does not look.",
    "A group of eleven, of whom {name} knows three.",
    "Phone switched off at the station, on being told to.",
    "Location shared with somebody called only by a letter.",
    "A new account since last month; the old one was taken over.",
    "Nothing on the phone, which is itself new.",
)
CAME_BACK = (
    "On the first bus, with money that {she} had kept in a shoe.",
    "Walked until a police car stopped.",
    "Rang {carer} from somebody else’s phone.",
    "Was dropped two streets off and told to be quiet.",
    "By asking a woman with a pram for the way.",
    "The same way as before, and alone.",
    "{friend} came to fetch {them}.",
)
WOULD_HELP = (
    "Somebody to ring at night who would come, and would not talk all the way home.",
    "To see {her} brother on a day that is in the diary.",
    "If {carer} texted once, and then waited.",
    "A bus pass, so that nobody has to be asked for a lift.",
    "A different way home from {school}, with {friend}.",
    "To hear about decisions before the other children do.",
    "Something to do on Fridays that begins before they ring.",
    "A new number that nobody there has.",
    "Later bedtimes at weekends, agreed and written down.",
    "To be met at the gates for two weeks.",
    "{youth_worker} on Saturdays.",
    "A lock for the bedroom window that opens from inside in a fire.",
    "To have {pet} in the room at night.",
    "If the debt could just be gone.",
    "Time. {name} could not say more today.",
)
LATE = (
    "{name} was in hospital until the fourth day and not well enough to talk.",
    "Three visits found nobody in; the carer had changed {her} phone.",
    "The child asked for a worker of {her} own choice, who was on leave until Monday.",
    "Bank holiday and one worker off sick; should have been passed on and was not.",
    "We learned of the return two days after it.",
    "Waited at the request of the police until their own interview was over.",
    "{name} went missing again before we met.",
    "{name} asked for next week, and it seemed right to wait.",
    "The placement is two hours away, and the first appointment was cancelled there.",
    "Snow.",
)
DECLINED = (
    "Says that there is nothing to tell, and that {she} {is} tired of being asked.",
    "Does not want to speak to somebody new.",
    "Has told {youth_worker}, and does not want to tell it twice.",
    "Said no at the door, kindly.",
    "Not this time. May be asked again.",
    "Would rather sleep.",
    "Says that it was only a bus.",
    "No reason given, and none was asked for.",
)
CARERS = (
    "{Carer} took the offer, and spoke for an hour about the evenings.",
    "{Carer} would like help with what to say when {name} comes in.",
    "Offered to {carer}, who will think about it.",
    "{Carer} noticed that it is always after a call from the same person.",
)
AGAINST = (
    "Late by an hour, whereabouts known to {carer} throughout; talked about at the next session.",
    "{name} spoke of it with {worker} at a visit the same day; a second talk would be for our sake.",
    "In hospital; the ward’s own worker sees {them} daily.",
    "The family has moved, and the team there does it. They have our notes.",
    "Bus strike. Half of the year was late that evening.",
    "Asked by social care to leave it, with the strategy discussion that afternoon.",
    "Talked about with {teacher} the next morning, who wrote it down for us.",
    "Home late with {carer}’s leave, as it turned out.",
)
TRIED = (
    ("visit", "nobody in; card left"),
    ("phone", "no answer, message left"),
    ("text", "read, not answered"),
    ("visit", "in, and asleep; {carer} did not want to wake {them}"),
    ("at school", "not in that day"),
    ("visit", "at the door: “tomorrow”"),
    ("phone", "{carer} will ask {them} to ring"),
    ("visit", "said hello, and not today"),
)
"""How it was attempted and what came of it."""

PLACES = ("at home", "{cafe}", "a walk by {outdoors}", "{school}", "the office", "in the car", "the youth club")
PLATE_ENDS = ("KV", "LMX", "73J", "OUD", "22")
CARS = ("grey hatchback", "white van with a dented door", "black saloon", "old red estate", "blue people carrier")
HANDLES = ("@late.shift_k", "@northside.jd", "@kez_nights", "@no_sleep_mx", "@lil.dutchie", "@ringroad_4")
SPOTS = ("the flat over the launderette", "“the Unit”", "the stairs behind the arcade", "“Big House”", "the wash-house")
NAMED_KNOWN = ("{name} gave the name and no more", "comes most evenings", "drives", "about thirty", "seen twice")
AGREED = (
    "Ask the bus company for the pictures of that night",
    "Talk with {carer} about what to say at the door",
    "A new SIM, and the old number blocked",
    "Find out when {her} brother can visit",
    "Ring the club about Friday evenings",
    "Pass the number plate to the police intelligence desk",
    "Ask {school} for somebody at the gates for two weeks",
    "Go through the phone together, at {her} pace",
    "Write a plan for the next bad evening, with {name}",
)
OUTCOMES = (
    "Done, and {name} was told.",
    "They kept nothing from that night; asked again for the future.",
    "Agreed in a short meeting in the kitchen.",
    "It took two calls.",
    "In place since Monday.",
    "Sent; a reference came back.",
)
NOT_NEEDED = ("Solved by {carer} before we came to it.", "{name} changed {her} mind, and that is fine.")
AT_THE_MEETING = (
    "Ring the night staff about the car that waits at the corner",
    "Ask the licensing officer about the takeaway",
    "See whether {name} would like the interview with {youth_worker} there",
    "Send the police the list of places from the last interviews",
)
"""What was agreed for those who came back lately."""
PLANNED = (
    "Met with {carer} and the police; who does what in the next hour is written down.",
    "{name} took part, and chose who is rung first.",
    "A plan for evenings, agreed with social care and kept by the phone at home.",
)
"""What came of planning again after a repeat trigger."""
