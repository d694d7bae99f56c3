"""What the demonstration's assessments rest on: for each indicator and level a few sentences, each told once in a file.

They say who told it and what was seen, and never what the child ought to have done.
"""

EVIDENCE: dict[str, tuple[tuple[str, ...], ...]] = {
    "missing": (
        (
            "Home each night these six weeks; {carer} and {name} say so separately.",
            "{Carer} has had no night of worry since the last visit.",
            "No calls to the police, and {name} rings ahead when a bus is late.",
            "{Carer} keeps a note of evenings, and every one of them ends at home.",
        ),
        (
            "Late by an hour or so; {carer} knew where {she} {was}.",
            "Back after the time agreed, with {friend}; a lift home had fallen through.",
            "{Carer} speaks of late evenings, none of them overnight.",
            "{name} was late once and rang {worker} from the bus stop to say so.",
        ),
        (
            "Hours away that nobody could account for; {name} was tired and hungry on return.",
            "Away seldom, and {carer} would not have known where to look.",
            "{name} was gone and nobody knew where, and was glad to be home.",
            "Few absences this time, and {name} speaks about them.",
        ),
        (
            "{Carer} has had to look for {name} again and again in these six weeks, each time for some hours.",
            "Gone for the evening most weekends, and picked up by somebody {carer} does not know.",
            "Several short absences. {name} talked about some of them and not about the others.",
            "The list of absences is longer than last time, none of them for more than an evening.",
        ),
        (
            "Away overnight, and often in the evenings besides. Where {name} slept is not known.",
            "Away nearly every week, and lately not back by morning.",
            "Missing again and again, once until the next day, with nobody {carer} had heard of.",
        ),
    ),
    "education": (
        (
            "{teacher} at {school}: in every day, and on time.",
            "The register shows one morning off, for the dentist.",
            "Back full-time at {school}, and {teacher} has had no reason to ring.",
            "{School} has put {name} forward for an attendance certificate.",
        ),
        (
            "{teacher}: in most days; Mondays are hard.",
            "On roll at {school}, and in about four days out of five.",
            "{School} has changed the first lesson so that mornings are easier; it is helping.",
            "Education welfare has met {name} once, and will again after half term.",
        ),
        (
            "Half of the sessions at {school} missed since the last meeting; {teacher} is worried.",
            "A part-time timetable at {school}, until the next review.",
            "{teacher} sees {name} for mornings only, and would like to see more.",
            "Days at {school} end at lunch. {name} says that the afternoons are long.",
        ),
        (
            "Not at {school} since the beginning of term. {name} asks about courses.",
            "No place at the moment; {name} has been to see two colleges with {worker}.",
            "Waiting for a panel to find a school. {name} would go tomorrow.",
        ),
        (
            "In no school or training, and cannot think about it now. There are other things first.",
            "Every offer of a place has come to nothing so far; {name} does not want to hear of another yet.",
        ),
    ),
    "substances": (
        (
            "Nothing seen, nothing said, and {carer} has no worries about this.",
            "{name} was asked in plain words and said no, and laughed.",
            "{school_nurse} talked about it at the health check: nothing of concern.",
            "No sign of anything at any meeting.",
        ),
        (
            "{name} has tried a vape with {friend}, and says that it was horrible.",
            "{Carer} smelled cannabis on a coat once.",
            "A little cider at a party, told without being asked.",
            "Vapes appear that {name} has not bought.",
        ),
        (
            "Cannabis at weekends, by {her} own account; it is given, not bought.",
            "{Carer} has found papers and foil twice.",
            "{name} came to two meetings sleepy and red-eyed, and said who had brought it.",
            "Drink is handed round in the car that collects them, {name} says.",
        ),
        (
            "Cannabis daily. {name} says that without it there is no sleep.",
            "{name} owes somebody for what was first given as a present.",
            "Seen unsteady at {school} in the morning; {teacher} rang at once.",
        ),
        (
            "{name} has told {counsellor} that {she} cannot stop, and is frightened by that.",
            "The hospital has seen {name} once this month after taking more than {she} knew.",
        ),
    ),
    "family": (
        (
            "{Carer} and {name} talk every evening, and it shows.",
            "{name} told {carer} first, before anybody else. That was new, and it went well.",
            "Seen together at home: easy, joking, and on the same side.",
            "{name} rings {carer} from wherever {she} {is}.",
        ),
        (
            "{Carer} listens, and asks {worker} when things are hard to hear.",
            "Some arguments about the phone; both come back from them.",
            "{name} says that {carer} gets it about half the time, which is more than before.",
            "A weekend together went well, and both said so.",
        ),
        (
            "Good weeks and bad weeks. {Carer} does not always know which it will be.",
            "{name} talks to {carer} about school and not about the evenings.",
            "{Carer} swings between worry and anger, and is getting support with that.",
            "Seen twice: warm the first time, silent the second.",
        ),
        (
            "{Carer} and {name} hardly speak. Each asked how the other was.",
            "Shouting on most days; {name} stays upstairs.",
            "{Carer} has said things in anger that {name} repeats word for word.",
        ),
        (
            "{name} will not go back into the room with {carer}, and has a reason {she} may tell one day.",
            "Social care is looking into what {name} said about home.",
        ),
    ),
    "accommodation": (
        (
            "Settled, with a room and a door that shuts.",
            "{name} says that this is home.",
            "Warm, clean, and {her} own things are on the wall.",
            "Nothing about the home is a worry to anybody we asked.",
        ),
        (
            "Content for the most part; the room is shared and that wears thin.",
            "The tenancy is up in spring and the family does not yet know what comes next.",
            "{name} likes it there and would like it nearer to {friend}.",
            "Mostly well. The heating is waiting for a part.",
        ),
        (
            "{name} is unhappy there and says so to everybody who asks.",
            "A move is being talked about, and nobody has told {name} when.",
            "Too many people in too few rooms since the summer.",
            "{name} sleeps at three addresses in turn.",
        ),
        (
            "In a temporary place, with the bags not unpacked.",
            "A bed for now; the next move is expected within weeks.",
            "On a relative’s sofa until something is found.",
        ),
        (
            "No address at all this week. The housing duty team was rung while {name} sat with us.",
            "{name} spent two nights in the bus station, and told {worker} so.",
        ),
    ),
    "recognition": (
        (
            "{name} named, without help, what had been done and who did it.",
            "{She} can say what a trap looks like, and has warned {friend}.",
            "{name} told the group what {she} would say to a younger child. It was all there.",
            "Looking back, {name} calls it what it was.",
        ),
        (
            "{name} sees it in the films we talk about, and lately in {her} own messages.",
            "Knows the words for it now, and uses some of them.",
            "{name} said that presents were never just presents.",
            "{She} blocked an account before anybody suggested it.",
        ),
        (
            "{name} sees that one of them is dangerous, and not yet the other.",
            "Some days {name} calls it a friendship and some days a debt.",
            "“He’s nice when he’s nice,” {name} said, and then thought about that.",
            "{name} has doubts about the lifts, and none about the phone.",
        ),
        (
            "{name} believes that the adult is the only one who understands.",
            "What has happened seems ordinary to {name}; nobody has ever told {them} otherwise.",
            "{name} thinks that {she} owe{s} them something.",
        ),
        (
            "{name} has been made to believe that all of it was {her} own idea.",
            "{name} defends the adult at every turn, as somebody does who has been groomed for a long time.",
        ),
    ),
    "engagement": (
        (
            "{name} comes to every meeting and has begun to choose what we talk about.",
            "Sees {counsellor} weekly, and {worker} when it matters.",
            "{name} asked for the next appointment {herself}.",
            "In touch with the youth club, the nurse and us, all by {her} own wish.",
        ),
        (
            "We meet each week or so; a message comes when it can’t be.",
            "{name} sees {youth_worker} on Thursdays and answers our messages the same day.",
            "Four meetings of five kept, and the fifth was moved by {name}.",
            "Regular, short, and on {her} own terms. That works.",
        ),
        (
            "Two meetings since last time, both good.",
            "{name} answers messages at night, and that is when we talk.",
            "We meet when we happen to be where {name} is.",
            "{name} keeps in touch with {youth_worker}, and through {youth_worker} with us.",
        ),
        (
            "Seen once, for ten minutes, at the door. {name} took the number.",
            "A few words by message. We will go on being there.",
            "{name} has met too many workers to want another yet; we are finding out what would help.",
        ),
        (
            "We have not yet found a way to meet {name}. Letters and messages go on.",
            "No service has reached {name} these six weeks; {youth_worker} keeps trying the evenings.",
        ),
    ),
    "sexual_health": (
        (
            "{name} knows where the clinic is, whom to ask for, and that nobody will be told.",
            "Seen by {school_nurse}; nothing more is needed.",
            "All checks done, with nothing left open.",
            "{name} talked it through with {school_nurse} and has no questions left for now.",
        ),
        (
            "Two appointments kept with {school_nurse}; the third is booked.",
            "{name} goes to the drop-in clinic with {friend}.",
            "{name} has asked good questions of {school_nurse}, and had straight answers.",
            "The course of treatment is finished, and {name} knows what to do another time.",
        ),
        (
            "{name} has met {school_nurse} once and would see the same one again.",
            "A first appointment is made; {worker} will go along as far as the door.",
            "{name} read the leaflet and asked one question by message.",
        ),
        (
            "{name} finds it hard to talk about. The number of the clinic is in {her} phone.",
            "An appointment was missed; a quieter one is being looked for.",
            "{school_nurse} is worried about symptoms {name} mentioned in passing.",
        ),
        (
            "No check has been possible, and what {name} has told the nurse makes one urgent.",
            "{name} was seen in hospital and could not stay for the results.",
        ),
    ),
    "associates": (
        (
            "Nobody of concern has been heard of since spring.",
            "The number was changed, and nobody has come looking.",
            "{name} sees friends of {her} own age, and {carer} knows them.",
            "Those adults have not been near {name} these six weeks; police have spoken to them.",
        ),
        (
            "Fewer messages from them, and {name} leaves them unread.",
            "{name} spends Saturdays at the club now; the car has not been seen.",
            "One message from an old number. {name} showed it to {worker}.",
            "More evenings with {friend}, fewer at the flats.",
        ),
        (
            "{name} has begun to say no to lifts, and says that it is not easy.",
            "The same adults still ring. {name} now lets it ring.",
            "{name} told {worker} two nicknames, and where the car waits.",
            "{name} goes along less often and comes back sooner.",
        ),
        (
            "{name} wonders aloud why they are so kind; the meetings go on.",
            "Picked up from {school} twice by people nobody there knows.",
            "{name} talked about a flat with no furniture and a lot of visitors.",
        ),
        (
            "{name} is with them nearly every night, and speaks of them as family.",
            "A second phone rings all through our meetings. {name} has to answer it.",
            "Older adults collect {name} from the end of the road on most days.",
        ),
    ),
    "exploitation": (
        (
            "Nothing points to it now; what happened is in the past and known.",
            "No sign of it in six weeks, from anybody we asked.",
            "{name} is out of it, and says so in words of {her} own.",
            "Police and social care have nothing new, and neither have we.",
        ),
        (
            "Preventative work: what grooming looks like, and whom to tell.",
            "The contact online has stopped; we go on talking about how it began.",
            "The risk has come down since the phone was changed.",
            "{name} is being helped to stay out of it, and it is holding.",
        ),
        (
            "Gifts and lifts from adults, and something expected in return that {name} does not name.",
            "Pictures have been asked for; {name} says that none were sent.",
            "Several small signs from several people: money, a hotel key, a new coat.",
            "{name} was offered work that nobody would describe.",
        ),
        (
            "{name} has told {worker} about a flat where younger children are taken.",
            "Strong grounds: a reliable report from police, and what {carer} found on the phone.",
            "What {name} has said of the past is happening around {them} again.",
        ),
        (
            "{name} has disclosed abuse by two adults. The police were told within the hour.",
            "Being exploited now, by {her} own account and the hospital’s; a strategy discussion was asked for.",
        ),
    ),
}
