"""What the demonstration's missing episodes say: how it came about, how somebody came back, where they were found.

Nobody is blamed in them for being away, and no place in them is on any map.
"""

GONE: dict[str, tuple[str, ...]] = {
    "evening": (
        "{name} went to the shop for milk and did not come back. {Carer} rang round for an hour, then the police.",
        "Said good night at nine; at eleven the bed was empty and the back door on the latch.",
        "A message came during tea and {name} went out to answer it. No answer to calls since.",
        "Left the youth club at eight with two others, both home by nine.",
        "{Carer} heard a car stop and the front door go. It was not a car anybody here knows.",
        "{name} was to be back from {outdoors} by seven. {friend} had not seen {them} at all.",
        "Took a coat, a charger and nothing else.",
        "There was a raised voice on the phone, then the door.",
        "{name} told {carer} the place and the time. Nobody was there when {carer} went to look.",
        "Did not get off the usual bus. The driver remembers a change of plan at the stop before.",
        "{name} had been quiet since the weekend, and left without {her} tea.",
        "Went to see {friend}, whose mother says that nobody came.",
        "Out of the window after lights out; the screws of the catch had been loosened.",
        "{Carer} was told on the doorstep that somebody was waiting and would not wait long.",
        "A bag had been packed some days before. {Carer} found the list for it afterwards.",
        "{name} got a lift to the leisure centre and was not there when it closed.",
        "Three calls from a withheld number in ten minutes, and then {name} went.",
        "Left during the football. It was half an hour before anybody noticed.",
        "It was {her} birthday week, and the call from the family had not come.",
        "{name} asked for money for the bus, was told to wait until tomorrow, and went on foot.",
        "Had been at home all day and in good spirits until the phone rang.",
        "Seen at {cafe} at six with somebody older. The owner rang us, which was kind.",
        "The usual evening: homework, telly, and then gone between one cup of tea and the next.",
        "{name} had said on Tuesday that it might happen, and asked what we would do.",
    ),
    "school": (
        "Registered after lunch and was not in the last lesson. {teacher} rang home at once.",
        "Went out by the sports-hall door at break; a friend had been asked to say nothing.",
        "{teacher} saw a car at the gates and {name} getting in. The number could not be read.",
        "Left in the middle of maths, saying that {she} felt sick, and did not reach the office.",
        "At {school} in the morning, on the bus into {town} by noon.",
        "Out through the car park after a message. Staff went as far as the main road.",
    ),
    "lately": (
        "{Carer} last saw {them} in the kitchen with a coat on. The call to {friend} brought nothing.",
        "A note on the pillow: “back soon”. The phone rings out.",
        "Went out by the side gate; the neighbour heard a car. {Carer} rang us within the half-hour.",
        "{name} had rung somebody, and laughed, and then went without a word.",
        "{Carer} thought that {name} was asleep. The window was open and it was raining in.",
        "Said that the dog needed a walk. The dog came home.",
    ),
    "late": (
        "Back well after the time agreed. {Carer} knew roughly where, and waited up.",
        "A lift had not come, and the walk took an hour and a half.",
        "The last bus was full. {name} rang once and then the battery went.",
        "{Carer} drove out to look and met {them} on the way.",
        "With {friend} and some others at {outdoors}; lost track of the time.",
        "Home two hours late and not wanting to talk about it.",
        "Late from {cafe}. {Carer} noticed new trainers.",
        "The club ended early and {name} did not come straight home.",
        "{name} said sorry before anybody asked.",
        "In at half past eleven on a school night. Tired the next day.",
    ),
    "learned": (
        "{Carer} told us of it a week later; at the time {she} {was} thought to be at {friend}’s.",
        "Only learned of when {name} spoke of it at the next visit.",
        "A sleepover that was not one; both families found out afterwards.",
        "It came out in the car, on the way to something else.",
    ),
}
"""How it came about, by the sort of absence."""

BACK: dict[str, tuple[str, ...]] = {
    "self": (
        "Came back by {herself}, cold and hungry, and went straight to bed.",
        "Walked in as if nothing had been. {Carer} put the kettle on and asked no questions that night.",
        "Rang the bell at the door, though {she} {has} a key.",
        "Came home on the first bus. Shoes wet through.",
        "Rang {carer} to be fetched from the end of the road.",
        "Was in bed when {carer} looked in again. Nobody heard the door.",
        "Came in with {friend}, who had gone to find {them}.",
        "Back of {her} own accord and in tears; let {carer} sit with {them}.",
        "A car stopped two streets off; {name} walked the rest.",
        "Turned up at {school} in yesterday’s clothes. {teacher} found breakfast.",
        "Texted {worker} that {she} {was} on the way, and was.",
        "Home at the time the milk comes, talkative and then asleep in a chair.",
        "Let {herself} in, took a shower, and slept until the afternoon.",
        "Came back with a bag of shopping that nobody had asked for.",
        "Knocked at the neighbour’s first, to ask how angry everybody was. Nobody was.",
        "Returned in a taxi that somebody else had paid.",
        "Back before it was light. Said that the sofa had been too short.",
        "Came to the office and asked for {worker}.",
        "Stood in the garden for a while before coming in.",
        "Home with somebody else’s coat on.",
    ),
    "police": (
        "Officers on patrol knew {her} face and stopped to talk. {name} got in without being asked twice.",
        "A call from a member of the public; two officers brought {them} home.",
        "The phone had been switched on for a minute, and that was enough for the police.",
        "Found in the back of a car that was stopped for its lights. The driver gave a name; it is being looked at.",
        "Found by the police with two adults, who left when the car drew up.",
        "A guard rang the transport police. {name} was asleep on a bench.",
        "Officers tried the address from last time, and {name} opened the door.",
        "Brought home by the police at {her} own wish, after asking an officer for directions.",
        "Found during another call to the same building.",
        "The same officer as before found {them}, and asked after {pet} on the way home.",
        "Found at the edge of a group that ran off. {name} did not.",
        "The police went door to door with the photograph; the third one knew.",
        "Seen on the town’s cameras and met at the corner.",
        "A shopkeeper who has the poster rang the police, and kept {name} talking until they came.",
    ),
    "fetched": (
        "{Carer} drove to the places on the list and found {them} at the second.",
        "Rang {carer} in the night and asked to be fetched. {Carer} went at once.",
        "{youth_worker} saw {them} in town and stayed until {carer} came.",
        "{friend}’s mother rang, and {carer} fetched {them} in ten minutes.",
        "The cousin who lives nearby brought {them} back on foot.",
        "A nurse rang: {name} had come in with a cut hand and no coat.",
        "{worker} had a message with a pin on a map, and went there with a colleague.",
        "The bus driver at the depot kept {them} company and rang the number on the card.",
    ),
}
"""How somebody came back or was found, by who had to do with it."""

FOUND = (
    ("bus_or_railway_station", "the bus station in {other_town}"),
    ("bus_or_railway_station", "the waiting room at {other_town}"),
    ("car_park", "the top deck of the multi-storey in {other_town}"),
    ("car_park", "the car park behind the cinema in {other_town}"),
    ("takeaway_or_restaurant", "a takeaway in {street}, {other_town}"),
    ("other_house_or_flat", "a flat in {street}, {other_town}"),
    ("other_house_or_flat", "a house in {street}, {other_town}"),
    ("empty_or_party_house", "an empty house in {street}, {other_town}"),
    ("shared_house_hmo", "a shared house in {street}, {other_town}"),
    ("park_or_open_space", "the bandstand by {outdoors}"),
    ("hotel_or_bnb", "a guest house by the ring road at {other_town}"),
    ("shopping_centre", "the arcade in {other_town}"),
    ("street_or_town_centre", "the market square in {other_town}"),
    ("street_or_town_centre", "outside the all-night shop in {street}"),
    ("vehicle", "a van parked near {outdoors}"),
    ("caravan_park", "the caravans beyond {other_town}"),
)
"""Where somebody can be found; each young person has few of these, and is found there more than once."""

BEYOND = (
    ("bus_or_railway_station", "the railway station at Wenbury"),
    ("hotel_or_bnb", "a motorway hotel in Marrowshire"),
    ("other_house_or_flat", "a flat above a shop in Castlemoor"),
)
"""The same outside the county."""

HEARD_FROM = ("{carer}", "{name}", "{friend}", "{youth_worker}", "police", "staff on shift", "{teacher}")
HARM_NOTES: dict[str, tuple[str, ...]] = {
    "physical_assault": ("a bruise on the arm, seen by {carer}", "pushed down some steps, as {name} told {carer}"),
    "sexual_assault": ("told to {worker} alone; the police and the centre were told the same day",),
    "given_drugs_or_alcohol": (
        "unsteady on return, and slept a long time",
        "vodka in a cola bottle, which {name} was handed",
    ),
    "made_to_offend": (
        "told to carry a bag to a car, and did not look into it",
        "told to take two bottles from a shop",
    ),
    "injury": ("a cut hand, cleaned and dressed", "a sprained ankle from a wall"),
    "self_harm": ("seen by {school_nurse} the same day; the plan for it was followed",),
    "none_known": ("asked, and {name} said no",),
}
REGRADED = (
    "no contact since midnight, and the phone is off",
    "seen getting into a car with an adult who is known to us",
    "the weather, and no coat",
    "a message to {friend} that worried everybody who read it",
    "third night in a row",
)
OFFICERS = ("PC Imogen Hale", "PC Sanjay Rao", "PC Owen Tidy", "Sgt Beth Lomax", "PC Mariam Osman", "PC Lee Garforth")
INSPECTORS = ("duty inspector", "control-room sergeant", "missing-person coordinator")
PREVENTION = (
    "Safe and well. Did not want to say where {she} had been.",
    "Spoke to the officer about {pet} and little else. No injuries seen.",
    "Said that nobody had hurt {them}. Tired; a longer talk was left for later.",
    "Gave a first name and a street, and asked that {carer} is not told.",
    "Would speak to us but not in uniform.",
    "Said where {she} {was}, and with whom; passed on the same day.",
    "Glad to be home. Asked for the officer’s number.",
    "No harm told or seen. The phone had been taken off {them} for the night.",
)
TOLD = ("{carer}", "{social_worker}", "emergency duty team", "{school}")
