"""Walks, errands, cafés and the office: where much is said because nobody is looking."""

from rise_desk.services.demo.scenes.scene import ENDING, FIRST, MIDDLE, Chapter, Scene

OUT = (15 * 60 + 40, 18 * 60 + 40)

CHAPTERS = (
    Chapter(
        contact="seen_elsewhere",
        moments=(FIRST,),
        hours=OUT,
        seen="seen_alone",
        place="{Outdoors}",
        scenes=(
            Scene(
                "Walked along {outdoors} and back, about an hour. {name} asked how long people like me usually last. "
                "I said how long I have been here.",
                "The last one did two visits.",
            ),
            Scene(
                "A walk by {outdoors} in the drizzle. I had brought a spare hood. We talked about music and agreed "
                "that mine is old.",
                "",
            ),
            Scene(
                "We had half an hour in {cafe}. {name} explained who is who among {her} friends, with sugar packets.",
                "This one’s trouble. No offence to the sugar.",
                place="{Cafe}",
            ),
            Scene(
                "I drove {name} to the optician, because the appointment had been missed twice for want of a lift. "
                "Talked there and back.",
                place="In the car",
            ),
            Scene(
                "{name} and I got the bus into {town} and back again. We were both pretending it was about the bus.",
                place="On the bus",
            ),
        ),
    ),
    Chapter(
        contact="seen_elsewhere",
        moments=(MIDDLE,),
        hours=OUT,
        seen="seen_alone",
        place="{Outdoors}",
        scenes=(
            Scene(
                "Long walk on {outdoors}. For the first mile nothing, for the second mile everything. I only listened.",
                "Don’t say anything for a bit.",
            ),
            Scene(
                "We fed the ducks at {outdoors}, with oats, since {name} has read that bread is bad for them.",
                "Imagine someone only ever giving you bread.",
            ),
            Scene(
                "Sat on the wall by {outdoors}. {name} talked about the winter before we met, in {her} own order and "
                "without my asking.",
                "I can say it outside. Inside it gets stuck.",
            ),
            Scene(
                "{name} wanted to walk past the flats in {town} where it used to be hard, in daylight and with "
                "somebody. We walked past twice. The second time was quicker.",
                "It’s just a building. It’s quite ugly.",
            ),
            Scene(
                "Cold hands, hot chips. {name} has decided to go to the review and to speak for two minutes. We timed "
                "it."
            ),
            Scene(
                "We met at the bus station and {name} showed me which way {she} walk{s} now and why. It is longer and "
                "better lit.",
                "It’s four more minutes. I counted.",
            ),
            Scene(
                "Half an hour on the swings at {outdoors}, both of us too big for them.", "You’re going to break that."
            ),
            Scene("{name} brought a friend’s baby sister along in a pushchair, so it was a visit with naps in it."),
            Scene(
                "Errands: passport photograph, new key cut, a birthday card for {carer}. It was a good way to talk.",
                place="In {town}",
            ),
            Scene(
                "To {town} library together, for the card that was blocked. {name} left with four books and a smile "
                "for the man at the desk.",
                place="{town} library",
            ),
            Scene(
                "We tried on interview shoes and bought none. {name} did a very fair impression of the shop.",
                "Can I help you at all? No? At all?",
                only="older",
                place="In {town}",
            ),
            Scene(
                "Sat in {cafe} for the length of one tea. {name} had heard that an old contact is back in town and "
                "wanted me to know before anybody else. Plan gone through, {teacher} told, officer told.",
                place="{Cafe}",
            ),
            Scene(
                "We met in {cafe}. {name} had counted: sixty days without a message from anybody {she} {does} not "
                "know.",
                "Sixty. I put it on the calendar in code.",
                place="{Cafe}",
            ),
            Scene(
                "{Cafe} was closed, so we sat in the car with the heating on and shared a packet of crisps.",
                place="In the car",
            ),
            Scene(
                "Driving lesson of sorts: {name} read me the map to the dentist and back, and got us there.",
                "Left. Your other left.",
                place="In the car",
            ),
            Scene(
                "{name} had been asked to a party and was deciding. We went through who, where and how {she} would "
                "get home. {She} decided on the cinema with {friend} instead.",
                "There’ll be other parties.",
                place="{Cafe}",
            ),
            Scene(
                "Careers fair at the leisure centre. {name} collected nine free pens and one real conversation.",
                only="older",
                place="Leisure centre, {town}",
            ),
            Scene(
                "Museum in {town}, free for the under-eighteens. We liked the Roman shoe: it is the size of {hers}.",
                "Somebody lost that and then it was famous.",
                place="{town} museum",
            ),
            Scene(
                "We collected blackberries along {outdoors}. {name} ate {hers} there and then; mine went home in a "
                "hat.",
                only="autumn",
            ),
            Scene(
                "{name} fell asleep in the car on the way to the appointment. I drove round the block twice.",
                place="In the car",
            ),
        ),
    ),
    Chapter(
        contact="office_visit",
        only="weekday",
        moments=(FIRST, MIDDLE),
        hours=OUT,
        seen="seen_alone",
        place="The office, small room",
        scenes=(
            Scene(
                "{name} came to the office to see where I work, and inspected my desk.", "It’s a mess. I feel better."
            ),
            Scene(
                "Came in after {school} to use the computer for the form. Stayed to help me with the franking machine.",
                only="term",
            ),
            Scene(
                "{name} and I went through what the police had written to {them}, sentence by sentence. There were "
                "two words that nobody should use in a letter to a child, and I will say so.",
                "What does ‘disclosed’ mean? I just said it.",
            ),
            Scene(
                "{name} dropped in without an appointment. Somebody on the bus had frightened {them} a little. Tea, a "
                "call home, and a lift."
            ),
            Scene(
                "We made a folder for everything with {her} name on it: {she} keep{s} it, not I.",
                "So I’ve got a file on you lot as well.",
            ),
            Scene("{name} met the rest of the team by accident, at the kettle, and held {her} own."),
        ),
    ),
    Chapter(
        contact="online",
        moments=(MIDDLE, FIRST),
        hours=(15 * 60, 19 * 60),
        seen="seen_alone",
        place="Video call",
        scenes=(
            Scene(
                "Video call because of the snow and the buses. {name} gave me a tour of the room by camera, ceiling "
                "included.",
                "And this is the bit of wall I look at.",
                only="winter",
            ),
            Scene("Video call at {her} wish; {she} had a cold and did not want to put the visit off."),
            Scene(
                "Fifteen minutes by video. {name} kept the camera on {pet} throughout, and talked well from behind it."
            ),
            Scene(
                "We did the online-safety quiz by shared screen. {name} found a mistake in question seven.",
                "That’s not how that app works any more. Tell them.",
            ),
        ),
    ),
    Chapter(
        contact="seen_elsewhere",
        moments=(ENDING,),
        hours=OUT,
        seen="seen_alone",
        place="{Cafe}",
        scenes=(
            Scene(
                "We walked the first walk again, along {outdoors}. {name} remembered more of it than I did.",
                place="{Outdoors}",
            ),
            Scene("{name} gave me back the book I had lent and kept the bookmark."),
            Scene(
                "{name} wrote a letter to the {name} who first met me. It stays with {them}.", "Dear me, eat breakfast."
            ),
        ),
    ),
    Chapter(
        contact="office_visit",
        only="weekday",
        moments=(ENDING,),
        hours=OUT,
        seen="seen_alone",
        place="The office, small room",
        scenes=(
            Scene(
                "The five questions about the last meeting, answered with a pen of {her} own: understood why, "
                "listened to, easy to take part, supportive, agreed. Five ticks and one remark about the chairs."
            ),
        ),
    ),
)
