"""Words for what is around the adults of the demonstration: places, vehicles, phones, and what is said of a link."""

PLACES = (
    ("Zaff’s Kebab House", "takeaway_or_restaurant", "Open until three; young people eat here and don’t pay."),
    ("The Bridge Hotel", "hotel_or_bnb", "Rooms taken for one night by adults who live in the town."),
    ("Swift Cars", "taxi_or_taxi_office", "Two young people named drivers who offered lifts without a fare."),
    ("the flat over the launderette", "other_house_or_flat", "Parties at weekends; anybody young is let in."),
    ("the arcade by the bus station", "youth_or_leisure", "Adults wait inside; phones were handed over here."),
    ("the multi-storey, top floor", "car_park", "Cars meet here after eleven."),
    ("Corner Vape and Phone", "shop_or_garage", "Sells to under-eighteens; second-hand phones change hands."),
    ("the garages behind Weir Lane", "other_business", "A young person was seen to go in with an adult twice."),
)  # fmt: skip
"""Places of concern: what they are called, what sort, and why they are on file."""

CARS = (
    ("Vauxhall", "Astra", "silver", "hatchback"), ("Ford", "Transit", "white", "van"), ("BMW", "1 Series", "black", ""),
    ("Volkswagen", "Golf", "dark blue", "hatchback"), ("Toyota", "Prius", "grey", "taxi"), ("Audi", "A3", "red", ""),
)  # fmt: skip
SERVICES = ("Snapchat", "Instagram", "WhatsApp", "a game’s chat")
HANDLES = ("real.{name}", "{name}_zz", "its{name}x", "big{name}77")
SAID_BY = (
    "the young person, in a return interview", "a friend of the young person", "the carer", "school",
    "police, from a stop", "youth worker, who saw it",
)  # fmt: skip
QUESTIONS = (
    "Which surname goes with this nickname?",
    "Does the same person use the other phone number too?",
    "Where does the car stand at night?",
    "Who rents the place, and since when?",
    "Is anybody under eighteen living with them?",
    "Do the two know each other, or only the same young person?",
)
RISKS = (
    "Said to have access to a car and to be out late. Visits to this address in pairs.",
    "Said to carry a knife; the police are told before anybody goes there.",
    "No risk to staff is known. A risk to girls of thirteen to fifteen, as alleged.",
)
ANSWERS = ("A neighbour gave the surname to the police.", "No: the second number belongs to a relative.")
