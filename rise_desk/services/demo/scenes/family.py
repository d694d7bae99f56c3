"""Parents, grandparents and carers: meetings with the family, and the children together."""

from rise_desk.services.demo.scenes.scene import ENDING, FIRST, MIDDLE, REFERRAL, Chapter, Scene

AFTERNOON = (13 * 60, 18 * 60 + 30)

CHAPTERS = (
    Chapter(
        contact="meeting_with_family",
        moments=(FIRST,),
        hours=AFTERNOON,
        place="{home}",
        scenes=(
            Scene(
                "Met {carer} alone, with {name} knowing. We talked about what has been tried. All of it was sensible, "
                "and some of it was brave.",
                only="kin",
            ),
            Scene(
                "{Carer} told me the story from the beginning. I said that nobody had seen it sooner because somebody "
                "took care that nobody should.",
                only="kin",
            ),
            Scene(
                "Family meeting round the table. Everybody said one thing they want to keep and one they want to "
                "change. Keep: Sunday lunch. Change: slammed doors.",
                only="with_family",
            ),
            Scene(
                "Introduced the parent-support worker to {carer}. They found out that they had been at the same "
                "school, years apart.",
                only="kin",
            ),
            Scene(
                "Met {carer} about the placement plan. What helped at the last place was never written down; it is "
                "now.",
                only="placed",
            ),
        ),
    ),
    Chapter(
        contact="meeting_with_family",
        moments=(MIDDLE,),
        hours=AFTERNOON,
        place="{home}",
        scenes=(
            Scene(
                "{Carer} and I looked back over two months. There are fewer late evenings, and more said at breakfast.",
                only="kin",
            ),
            Scene("{Carer} had written an agenda, two pages by hand, and we got through all of it.", only="placed"),
            Scene(
                "The interpreter came from another county, as agreed. {Carer} asked three questions that had been "
                "waiting for weeks, and wept a little, and then made tea.",
                only="kin interpreter",
            ),
            Scene(
                "Family meeting. {name} chaired the second half. Decisions: the spare key stays with the neighbour, "
                "and nobody reads anybody’s messages without asking.",
                "Motion carried.",
                only="with_family",
            ),
            Scene("{Carer} had been to the parents’ group for the first time, and would go again.", only="kin"),
            Scene(
                "{Carer} is worried about the little ones hearing things. We agreed on what each of them is told, by "
                "age.",
                only="with_family",
            ),
            Scene(
                "Home visit to {carer} while {name} was at {school}. Worry like this is hard on everybody’s sleep and "
                "temper, and that was said today.",
                only="kin",
            ),
            Scene("Joint meeting with {social_worker} and {carer}. The plan is on one page now instead of nine."),
            Scene("{Carer} has fitted a light over the back door. {name} pretends not to have noticed."),
            Scene(
                "Review of the living arrangements with {carer}. Pocket money, bedtime and the dog were on the list; "
                "the dog took longest.",
                only="foster_care",
            ),
            Scene(
                "{Carer} spoke about the threats that came by message a while ago. They are with the police, and the "
                "number is blocked on every phone in the house.",
                only="kin",
            ),
            Scene(
                "{Carer} showed me the drawer where the letters from school are, unopened for months. We opened them "
                "together. None was as bad as the drawer.",
                only="kin",
            ),
            Scene(
                "An uncle has come to stay and everybody breathes easier. He was asked the questions we ask of every "
                "adult in a house, and did not mind.",
                only="with_family",
            ),
            Scene(
                "{Carer} had asked {her} grandparents round. We talked about what is different now: phones mostly, "
                "and that shame helps nobody.",
                only="kin",
            ),
            Scene(
                "{Carer} asked for a copy of the plan. {name} had ticked what may go in it, and that is what went in."
            ),
        ),
    ),
    Chapter(
        contact="meeting_with_family",
        moments=(ENDING,),
        hours=AFTERNOON,
        place="{home}",
        scenes=(
            Scene(
                "Closing meeting with {carer}. What they would do again: ring early. What we would do again: come "
                "when rung."
            ),
            Scene(
                "{Carer} said that the house sounds different now. I had thought so too, coming up the path.",
                only="kin",
            ),
            Scene(
                "Parent support carries on with {carer} after we have closed. The next date was made while I was "
                "there.",
                only="kin",
            ),
        ),
    ),
    Chapter(
        contact="home_visit",
        moments=(MIDDLE, FIRST),
        hours=AFTERNOON,
        seen="seen_with_others",
        place="{home}",
        scenes=(
            Scene(
                "Saw {name} and {other} together, at their wish. They answered for each other at first; then I asked "
                "each of them a question only they could know the answer to.",
                "That’s not how it went. Can I tell it?",
                only="sibling",
            ),
            Scene(
                "{other} and {name} had cooked. We ate at four in the afternoon and made a list of house rules for "
                "grown-ups.",
                "No shouting up the stairs. That’s rule one.",
                only="sibling",
            ),
            Scene(
                "Visited both. {other} did the talking, {name} did the nodding; next time I will see them apart, and "
                "I said so.",
                only="sibling",
            ),
            Scene(
                "{name} and {other} were revising at the same table, back to back. I was allowed to hold the cards.",
                only="sibling",
            ),
            Scene(
                "I came for {name} and found {other} at the door with news of a good school report. Both reports are "
                "on the fridge now.",
                only="sibling",
            ),
            Scene(
                "{other} asked, with {name} there, whether they will be moved apart. I do not know of any such plan, "
                "have asked today, and will tell both of them the answer at the same time.",
                only="sibling",
            ),
            Scene(
                "A visit to two at once is a visit to neither, but they had asked for it: {name} and {other} wanted "
                "to show me the bunk bed, turned into a cinema.",
                only="sibling younger",
            ),
        ),
    ),
    Chapter(
        contact="seen_elsewhere",
        moments=(MIDDLE,),
        hours=AFTERNOON,
        seen="seen_with_others",
        place="The youth club",
        scenes=(
            Scene(
                "{name} and {other} came to the group evening together and sat at the end. By the second half they "
                "were arguing about the quiz.",
                only="friend",
            ),
            Scene(
                "Saw {name} with {other} at the youth club. They have agreed that each texts the other on getting "
                "home, and that the other answers.",
                "No text, I ring. Twice. Then I ring you.",
                only="friend",
            ),
            Scene("{name} and {other} helped to paint the wall at the club. Some of it is on the wall.", only="friend"),
            Scene(
                "Spoke to {name} and {other} about a flat in {town} where young people are offered drinks. They had "
                "heard of it, have not been, and told me who else might know. Passed on the same day.",
                only="friend",
            ),
            Scene(
                "{other} had waited with {name} until I came. That is a good friend, and I told both of them so.",
                only="friend",
            ),
        ),
    ),
    Chapter(
        contact="meeting_with_family",
        moments=(REFERRAL,),
        hours=AFTERNOON,
        place="{home}",
        scenes=(
            Scene(
                "Called on {carer} before screening, at {her} social worker’s request, to explain who we are. It was "
                "a short talk on the doorstep, and a kind one.",
                only="social_worker",
            ),
            Scene(
                "{Carer} came to the office with a bag of printed messages in date order. I gave a receipt and took "
                "them to the police with the referral.",
                only="kin",
                place="The office",
            ),
        ),
    ),
)
